"""What Mnemosyne's files hold: facts, the type of their cards, which of these there are, and tags."""

from collections.abc import Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from quizapp.formats.foreign_xml import text

_TAG, _FACT, _CARD = "10", "16", "6"
"""Types of the entries of a log."""
_UNTAGGED: Final = ("__UNTAGGED__", "<default>")
_BY_KEYS: Final = (("text", "5"), ("loc", "4"), ("m_1", "3"), ("b", "1"))
"""Key of a fact -> the type that it is for; asked where a fact has no card."""
_INVERSE: Final = ".inv"


class Fact(NamedTuple):
    """Something to learn."""

    number: int
    """From 1, in the order of the file."""
    own: str
    """How Mnemosyne calls it."""
    texts: Mapping[str, str]
    type: str
    only: str = ""
    """The one way in which it is asked (".1", ".2") where its type has two; "" for all."""
    tags: tuple[str, ...] = ()


def facts_of_log(root: Element) -> list[Fact]:
    """The facts of version 2, from a log of what was added."""
    logs = [element for element in root if element.tag == "log"]
    tags = {log.get("o_id", ""): text(log.find("name")) for log in logs if log.get("type") == _TAG}
    cards: dict[str, list[Element]] = {}
    for log in logs:
        if log.get("type") == _CARD:
            cards.setdefault(log.get("fact", ""), []).append(log)
    facts = [log for log in logs if log.get("type") == _FACT]
    return [
        _fact(number, log, cards.get(log.get("o_id", ""), []), tags) for number, log in enumerate(facts, 1)
    ]


def _fact(number: int, log: Element, cards: list[Element], tags: Mapping[str, str]) -> Fact:
    texts = {child.tag: (child.text or "").strip() for child in log}
    said = cards[0].get("card_t", "") if cards else ""
    type_ = said.split("::")[0].split(".")[0] or next((of for key, of in _BY_KEYS if key in texts), "1")
    ways = {f".{card.get('fact_v', '').rpartition('.')[2]}" for card in cards}
    owned = [own.strip() for card in cards for own in card.get("tags", "").split(",")]
    names = dict.fromkeys(tags.get(own, "") for own in owned)
    return Fact(
        number=number,
        own=log.get("o_id", ""),
        texts=texts,
        type=type_,
        only=ways.pop() if len(ways) == 1 else "",
        tags=tuple(name for name in names if name and name not in _UNTAGGED),
    )


def facts_of_one(root: Element) -> list[Fact]:
    """The items of version 1; one with its inverse is asked both ways."""
    items = [element for element in root if element.tag == "item"]
    ids = {item.get("id", "") for item in items}
    facts: list[Fact] = []
    for item in items:
        own = item.get("id", "")
        if own.endswith(_INVERSE) and own.removesuffix(_INVERSE) in ids:
            continue
        tag = text(item.find("cat"))
        texts = {"f": text(item.find("Q")), "b": text(item.find("A"))}
        tags = (tag,) if tag and tag not in _UNTAGGED else ()
        type_ = "2" if own and own + _INVERSE in ids else "1"
        facts.append(Fact(len(facts) + 1, own, texts, type_, tags=tags))
    return facts
