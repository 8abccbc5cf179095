"""A card without its dash: YAML takes its keys for those of the card above, and would cost both."""

from yaml.nodes import MappingNode, Node, ScalarNode

from quizapp.core.kinds import Kind, find_kind
from quizapp.core.kinds.base import Shape
from quizapp.core.problems import Fix
from quizapp.formats.card_keys import ALIASES, FRONTS, plan_of
from quizapp.formats.reading import Pairs, Reading, front_of

_ABOVE = ("id", "kind")
"""Keys that may stand above the question of a card."""
_DASH = "- "


def cut(node: MappingNode, at: Reading) -> MappingNode:
    """The card that an item begins with; those that follow it without a dash are reported, and left out."""
    pairs: Pairs = node.value
    keys = [key.value for key, _ in pairs if key.__class__ is ScalarNode]
    if len(set(keys)) == len(keys) or node.flow_style:
        return node
    starts = _starts(pairs)
    if not starts or not all(
        _is_card(pairs[a:b]) for a, b in zip([0, *starts], [*starts, None], strict=True)
    ):
        return node
    for start in starts:
        _report(MappingNode(node.tag, pairs[start:], pairs[start][0].start_mark), at)
    own = pairs[: starts[0]]
    return MappingNode(node.tag, own, node.start_mark, own[-1][1].end_mark, node.flow_style)


def _starts(pairs: Pairs) -> list[int]:
    """Where a question stands that is not the first."""
    found, seen = [], 0
    for number, (key, _) in enumerate(pairs):
        if key.value not in FRONTS:
            continue
        seen += 1
        if seen > 1:
            while pairs[number - 1][0].value in _ABOVE:
                number -= 1
            found.append(number)
    return found


def _is_card(pairs: Pairs) -> bool:
    """True for keys that make a card alone."""
    words = [str(key.value) for key, _ in pairs]
    nodes = {ALIASES.get(word, word): value for word, (_, value) in zip(words, pairs, strict=True)}
    if len(nodes) < len(pairs):
        return False
    flags = {key: str(node.value) for key, node in nodes.items() if isinstance(node, ScalarNode)}
    kind = find_kind({key: shape_of(node) for key, node in nodes.items()}, flags)
    return isinstance(kind, Kind) and all(key in nodes for key in plan_of(kind).required)


def shape_of(node: Node) -> Shape:
    """What stands behind a key, as `find_kind` looks at it."""
    if isinstance(node, ScalarNode):
        return "text" if node.value.strip() else "empty"
    return "map" if isinstance(node, MappingNode) else "list"


def _report(card: MappingNode, at: Reading) -> None:
    start = at.base + card.start_mark.index
    lead = at.file.copy[max(0, start - len(_DASH)) : start]
    fix = None if lead.strip(" ") or len(lead) < len(_DASH) else Fix(start - len(_DASH), start, _DASH)
    at.file.report("no_dash", start, card=front_of(card), fix=fix)
