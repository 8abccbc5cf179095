"""Presets of quizzes in a deck file: what the types of their keys cannot tell."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.kinds import KINDS
from quizapp.core.plan import Plan
from quizapp.core.query import parse
from quizapp.formats.reading import Reading

_KINDS = tuple(kind.name for kind in KINDS)


def check_exams(plans: tuple[Plan, ...], node: Node, at: Reading) -> tuple[Plan, ...]:
    """Report what is wrong in presets that have been read; those without an error."""
    titles: set[str] = set()
    fine = []
    for plan, item in zip(plans, _items(node), strict=True):
        problems = list(_problems(plan, item, titles, at))
        titles.add(plan.title)
        for code, where, args in problems:
            at.say(code, where, None, **args)
        if not problems:
            fine.append(plan)
    return tuple(fine)


def _problems(
    plan: Plan, item: Node, titles: set[str], at: Reading
) -> Iterator[tuple[str, Node, dict[str, str]]]:
    """Code, place and arguments of each."""
    if not plan.title:
        yield "exam_untitled", item, {}
    elif plan.title in titles:
        yield "exam_same_title", _behind(item, "title"), {"title": plan.title}
    for kind in plan.kinds:
        if kind not in _KINDS:
            args = {"key": "kinds", "source": kind, "words": ", ".join(_KINDS)}
            yield "word_expected", _named(_behind(item, "kinds"), kind), args
    for mistake in parse(plan.query).mistakes:
        yield "exam_query", _behind(item, "query"), {"reason": mistake.sentence}
    for topic, count in plan.shares.items():
        if count < 0:
            args = {"key": topic, "source": str(count), "low": "0", "high": "500"}
            yield "number_range", _behind(item, "shares"), args


def _items(node: Node) -> list[Node]:
    return list(node.value) if isinstance(node, SequenceNode) else [node]


def _behind(item: Node, key: str) -> Node:
    """What stands behind a key of a preset; the preset itself if that is a text alone."""
    pairs = item.value if isinstance(item, MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), item)


def _named(node: Node, text: str) -> Node:
    """The item of a list that says this."""
    return next((each for each in _items(node) if isinstance(each, ScalarNode) and each.value == text), node)
