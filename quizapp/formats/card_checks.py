"""What can be wrong with a card beyond its single fields and its question: all of it warnings but for ids."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from yaml.nodes import Node, ScalarNode

from quizapp.core import dates
from quizapp.core.deck import Citation, Language, Source
from quizapp.core.problems import Fix
from quizapp.formats.card_keys import CARD_KEYS
from quizapp.formats.fixes import key_before, without_item
from quizapp.formats.markup import maths
from quizapp.formats.reading import Entry, Reading, closest
from quizapp.formats.scalars import BAD, read_text
from quizapp.formats.yaml_repair import quoted

_VAGUE = re.compile(r"~|\b(?:about|around|circa|ca?|approximately|roughly)\b", re.IGNORECASE)
"""Words beside a date that are lost where it is written as a deck writes it."""
_NAMES = (
    "en english de german deutsch es spanish español fr french français it italian italiano pt portuguese "
    "português nl dutch nederlands sv swedish svenska da danish dansk nb norwegian norsk fi finnish suomi "
    "pl polish polski cs czech čeština sk slovak ru russian русский uk ukrainian українська el greek "
    "ελληνικά la latin tr turkish türkçe ar arabic العربية he hebrew עברית ja japanese 日本語 ko korean "
    "한국어 zh chinese 中文 hu hungarian magyar ro romanian română"
)
_NO_SPACE = re.compile(r"(?P<key>\w+):\S")
_WORD = re.compile(r"[\w-]+")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_LONGEST_MATHS = 500
_DEEPEST_MATHS = 6

Entries = Mapping[str, Entry]


def _languages() -> Iterator[tuple[str, str]]:
    tag = ""
    for word in _NAMES.split():
        if len(word) == 2 and word.isascii():
            tag = word
        else:
            yield word, tag


LANGUAGES: Final[Mapping[str, str]] = dict(_languages())
"""Languages by name, in English and their own -> tag."""


def no_card(node: Node, at: Reading) -> None:
    """Report an item of the list that is no mapping."""
    if not isinstance(node, ScalarNode):
        at.say("card_expected", node, source=at.source(node))
    elif not node.value.strip():
        at.say("card_empty", node, without_item(at.file.copy, at.base + node.start_mark.index))
    elif (glued := _NO_SPACE.match(node.value)) and glued["key"] in CARD_KEYS and not node.style:
        start = at.base + node.start_mark.index + glued.end("key") + 1
        at.say("no_space", node, Fix(start, start, " "), key=glued["key"])
    else:
        at.say("card_expected", node, source=at.source(node))


def check_note(values: Mapping[str, Any], entries: Entries, at: Reading) -> None:
    """Check the keys that any card may have."""
    if values.get("status") in ("claim", "forecast") and not values.get("by"):
        at.say("claim_without_by", _value(entries, "status", at), status=values["status"])
    if "#" in values.get("id", ""):
        fix = Fix(*at.span(entries["id"].value), values["id"].replace("#", ""))
        at.say("id_character", entries["id"].value, fix, id=values["id"])
    share = values.get("pass_")
    if share is not None and not 0 <= share <= 1:
        at.say("share_expected", _value(entries, "pass", at), key="pass")
    for name in ("as_of", "valid_until"):
        if name in values and not _is_date(values[name]):
            _report_date(name, values, _value(entries, name, at), at)
    if "language" in values:
        check_language(values["language"], _value(entries, "language", at), at)


def _report_date(key: str, values: Mapping[str, Any], node: Node, at: Reading) -> None:
    """A date in other words than a deck's: offered as a deck writes it if there is one way to read it."""
    text = values[key]
    found = () if _VAGUE.search(text) else dates.read(text, values.get("language", Language()).front).dates
    if len(found) == 1 and isinstance(node, ScalarNode):
        plain = dates.in_deck(found[0])
        at.say("date_unclear", node, Fix(*at.span(node), plain), key=key, text=text, plain=plain)
    else:
        at.say("date_unclear", node, key=key, text=text)


def check_language(language: Language, node: Node, at: Reading) -> None:
    """Report what is no language tag."""
    for tag in dict.fromkeys((language.front, language.back)):
        if tag and not _LANGUAGE.fullmatch(tag):
            named = LANGUAGES.get(tag.strip().casefold(), "") if isinstance(node, ScalarNode) else ""
            fix = Fix(*at.span(node), named) if named else None
            at.say("language_unknown", node, fix, text=tag, tag=named)


def citations(
    found: tuple[Citation, ...], entries: Entries, sources: Mapping[str, Source], at: Reading
) -> tuple[Citation, ...]:
    """The sources of a card with the place that `at:` names; a lone word must be a source of the deck."""
    if "at" in entries:
        place = read_text(entries["at"].value, "at", at)
        if len(found) == 1:
            found = (Citation(found[0].name, found[0].at if place is BAD else place),)
        else:
            only = next(iter(sources)) if len(sources) == 1 and not found else ""
            start = at.span(entries["at"].key)[0]
            fix = key_before(at.file.copy, start, f"source: {quoted(only)}") if only else None
            at.say("at_alone", entries["at"].key, fix)
    for citation in found:
        if citation.name not in sources and _WORD.fullmatch(citation.name):
            like = closest(citation.name, sources)
            node = _value(entries, "source", at)
            is_same = isinstance(node, ScalarNode) and node.value == citation.name
            fix = Fix(*at.span(node), like) if like.isidentifier() and is_same else None
            at.say("source_unknown", node, fix, name=citation.name)
    return found


def check_maths(texts: Iterable[str], at: Reading) -> None:
    """Report formulas that would take too long to draw."""
    for source in [source for text in texts for source in maths(text)]:
        assert at.node is not None
        start, end = at.span(at.node)
        found = at.file.copy.find(source[:20].split("\n")[0], start, end)
        offset = found if found >= 0 else start
        if len(source) > _LONGEST_MATHS:
            at.say_at("maths_long", offset, limit=str(_LONGEST_MATHS))
        if _depth(source) > _DEEPEST_MATHS:
            at.say_at("maths_deep", offset, limit=str(_DEEPEST_MATHS))


def is_tried(source: str) -> bool:
    """True for a formula that is drawn if it can be."""
    return len(source) <= _LONGEST_MATHS and _depth(source) <= _DEEPEST_MATHS


def _depth(source: str) -> int:
    """How deep the braces of a formula nest."""
    depth = deepest = 0
    for brace in re.findall(r"\\.|[{}]", source):
        depth += {"{": 1, "}": -1}.get(brace, 0)
        deepest = max(deepest, depth)
    return deepest


def _value(entries: Entries, key: str, at: Reading) -> Node:
    """Where a value stands; a default has no place in the card."""
    assert at.node is not None
    return entries[key].value if key in entries else at.node


def _is_date(text: str) -> bool:
    parts = _DATE.fullmatch(text)
    if parts is None:
        return False
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return False
    return True
