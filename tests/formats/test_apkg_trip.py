"""deck → package → deck is the same, for the kinds that Anki can be taught."""

import re
from collections.abc import Mapping
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.kinds.holes import fill, holes
from quizapp.core.problems import Where
from quizapp.formats.base import ImportedCard, ImportedDeck
from quizapp.formats.composing import compose
from quizapp.formats.escaping import escape
from quizapp.formats.markup import to_html
from quizapp.formats.yaml_emit import Value
from tests.formats.shipping import reread, shipped

SIGNS = "ab cdé ß日🙂א.,:;!?-+*_`~$#&<>[]()|/\\\"'{}=%0123"
PLAIN = (
    st.text(st.sampled_from(SIGNS), min_size=1, max_size=14)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: re.search(r"\w", text) and " :: " not in text)
)
TEXTS = PLAIN.map(escape)
MARKED = st.one_of(
    TEXTS,
    st.builds("**{}** {}".format, st.sampled_from(["bold", "two words"]), TEXTS),
    st.sampled_from(
        [
            "a\n\n- one\n- two",
            "$x^{2}$ and `code`",
            "![map](media/map.png)",
            "one\\\ntwo",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
        ]
    ),
)
DISTINCT = {"unique_by": lambda text: to_html(text).casefold()}
WORD = st.sampled_from(["cell", "wall", "std::x", "a b", "é", "x_1"])
TAGS = st.lists(st.sampled_from(["one", "two::sub", "três"]), unique=True).map(sorted)


def braced(text: str) -> str:
    """A text that has no hole."""
    return re.sub(r"(?<!\\)[{}]", r"\\\g<0>", text)


@st.composite
def clozes(draw: st.DrawFn) -> dict[str, Value]:
    """Not in maths or code: there a "::" comes back with a blank in it, and blanks at edges come out."""
    numbers = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    plain = TEXTS.filter(lambda text: not {"$", "`"} & set(text)).map(braced)
    text = draw(plain)
    for number in numbers:
        hint = draw(st.sampled_from(["", " :: a hint"]))
        text += f" {{{{c{number}::{draw(WORD)}{hint}}}}} {draw(plain)}"
    return {"cloze": text} | draw(st.sampled_from([{}, {"typed": "true"}]))


def sides(draw: st.DrawFn) -> dict[str, Value]:
    flags: dict[str, Value] = {}
    for flag in ("typed", "reverse"):
        if draw(st.booleans()):
            flags[flag] = "true"
    return {"q": draw(MARKED), "a": draw(TEXTS), **flags}


def choices(draw: st.DrawFn) -> dict[str, Value]:
    right, *wrong = draw(st.lists(TEXTS, min_size=2, max_size=5, **DISTINCT))
    reasons = [draw(st.one_of(st.just(""), TEXTS)) for _ in wrong]
    listed: list[Value] = [{text: why} if why else text for text, why in zip(wrong, reasons, strict=True)]
    several = draw(st.booleans()) and len(wrong) > 1
    answer: Value = [right] if several else right
    return {"q": draw(MARKED), "a": answer, "wrong": listed}


def statements(draw: st.DrawFn) -> dict[str, Value]:
    return {"statement": draw(MARKED), "is": draw(st.sampled_from(["true", "false"]))}


def pictures(draw: st.DrawFn) -> dict[str, Value]:
    labels = draw(st.lists(TEXTS, min_size=1, max_size=4, **DISTINCT))
    regions: list[Value] = [{label: f"{10 * at} {5 + at} 7.5 10.25"} for at, label in enumerate(labels)]
    return {
        "q": draw(TEXTS),
        "image": "media/map.png",
        "regions": regions,
        "hide": draw(st.sampled_from(["one", "all"])),
    }


@st.composite
def cards(draw: st.DrawFn) -> dict[str, Value]:
    make = draw(st.sampled_from([sides, choices, statements, pictures, lambda draw: draw(clozes())]))
    data = make(draw)
    beyond: dict[str, Value] = {
        "explain": draw(st.one_of(st.just(""), MARKED)),
        "hint": draw(st.lists(TEXTS, max_size=2)),
        "media": draw(st.sampled_from(["", "media/say.mp3"])),
        "tags": draw(TAGS),
    }
    return data | {key: value for key, value in beyond.items() if value}


def seen(key: str, value: Any) -> Any:
    """What a value shows, however it is written."""
    if isinstance(value, Mapping):
        return [(to_html(one), seen("", other)) for one, other in value.items()]
    if isinstance(value, list):
        return [seen("", one) for one in value]
    if key == "cloze":
        spelled = fill(value, lambda hole: f"⟦{hole.part}⟧{hole.hidden}⟦{hole.hint}⟧")
        return [hole.part for hole in holes(value).holes], to_html(spelled)
    return to_html(value)


def shown(data: Mapping[str, Value]) -> dict[str, Any]:
    """A card's keys with what they show; a list of one hint is that hint."""
    plain = {key: value[0] if key == "hint" and len(value) == 1 else value for key, value in data.items()}
    return {key: seen(key, value) for key, value in plain.items()}


@given(st.lists(cards(), min_size=1, max_size=4))
@example([{"q": "0", "a": "0"}, {"cloze": r"0\{\{ {{c1::cell}} 0"}])
@example([{"cloze": r"\{\{ {{c1::cell}} \{\{ a {{c2::b :: c}} \{\{"}])
def test_decks_come_back_as_they_were(made: list[dict[str, Value]]) -> None:
    wanted = [{"id": f"card-number-{at}", **data} for at, data in enumerate(made)]
    composed = compose(
        ImportedDeck(title="Deck", cards=tuple(ImportedCard(data=one, where=Where("x", 1)) for one in wanted))
    )
    wanted = [dict(card.data) for card in composed.cards]
    if not wanted:
        return
    found = reread(shipped(composed.text))
    assert found.problems == ()
    (deck,) = found.decks
    assert [shown(card.data) for card in deck.cards] == [shown(data) for data in wanted]
