"""Cards that Moodle's formats can hold, and what comes back of them."""

import re
from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from quizapp.core.problems import Where
from quizapp.formats.base import Format, Imported, ImportedCard, ImportedDeck, Source
from quizapp.formats.composing import compose
from quizapp.formats.escaping import escape
from quizapp.formats.markup import to_html
from quizapp.formats.yaml_emit import Value
from tests.formats.leaving_decks import PNG, shipped

Data = dict[str, Value]
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
    st.sampled_from(["a\n\n- one\n- two", "$x^{2}$ and `a = {b}`", "one\\\ntwo", "```\n# x = 1\n\n~y\n```"]),
)
DISTINCT = {"unique_by": lambda text: to_html(text).casefold()}
WORDS = st.sampled_from(
    ["cell", "two words", "50% of", "x = {1}", "a:b", "#5", "~", "C++", "é", "[html]", "T"]
)
NUMBERS = st.sampled_from(["0", "7", "-3.5", "1000000", "0.001"])


@st.composite
def choices(draw: st.DrawFn) -> Data:
    right, *wrong = draw(st.lists(TEXTS, min_size=2, max_size=5, **DISTINCT))
    listed: list[Value] = []
    for text in wrong:
        why, credit = draw(st.sampled_from(["", "Why: #1"])), draw(st.sampled_from(["", "0.5", "0.3333"]))
        if credit:
            listed.append({"text": text, **({"feedback": why} if why else {}), "credit": credit})
        else:
            listed.append({text: why} if why else text)
    return {"q": draw(MARKED), "a": right, "wrong": listed}


@st.composite
def multis(draw: st.DrawFn) -> Data:
    found = draw(st.lists(TEXTS, min_size=3, max_size=6, **DISTINCT))
    right = draw(st.integers(1, len(found) - 1))
    return {"q": draw(MARKED), "a": [*found[:right]], "wrong": [*found[right:]]}


@st.composite
def typeds(draw: st.DrawFn) -> Data:
    a, *accept = draw(st.lists(WORDS, min_size=1, max_size=4, unique=True))
    forms: list[Value] = [
        text if draw(st.booleans()) else {"text": text, "credit": "0.5"} for text in sorted(accept)
    ]
    return {"q": draw(MARKED), "a": a, "typed": "true", **({"accept": forms} if forms else {})}


@st.composite
def numbers(draw: st.DrawFn) -> Data:
    tolerance: list[Value] = draw(
        st.sampled_from(
            [
                [],
                ["0.25"],
                [{"within": "0.5", "credit": "1"}, {"within": "2", "credit": "0.5"}],
                [{"within": "0", "credit": "1"}, {"within": "2", "credit": "0.25"}],
            ]
        )
    )
    shown: Value = tolerance[0] if len(tolerance) == 1 else tolerance
    return {"q": draw(MARKED), "number": draw(NUMBERS), **({"tolerance": shown} if shown else {})}


@st.composite
def matches(draw: st.DrawFn) -> Data:
    lefts = draw(st.lists(MARKED, min_size=2, max_size=4, **DISTINCT))
    rights = draw(st.lists(WORDS, min_size=3, max_size=5, unique=True))
    pairs: list[Value] = [{left: rights[at % 2]} for at, left in enumerate(lefts)]
    extra: list[Value] = [*rights[2:]] if draw(st.booleans()) else []
    return {"q": draw(MARKED), "match": pairs, **({"extra": extra} if extra else {})}


@st.composite
def orders(draw: st.DrawFn) -> Data:
    items = draw(st.lists(MARKED, min_size=3, max_size=5, unique_by=lambda text: " ".join(text.split())))
    scoring = draw(st.sampled_from(["", "exact", "longest"]))
    return {"q": draw(MARKED), "order": [*items], **({"scoring": scoring} if scoring else {})}


@st.composite
def clozes(draw: st.DrawFn) -> Data:
    plain = TEXTS.filter(lambda text: not {"$", "`", "{", "}"} & set(text))
    count = draw(st.integers(1, 3))
    gaps: Data = {}
    text = draw(plain)
    for number in range(1, count + 1):
        way = draw(st.sampled_from(["", "wrong", "accept", "tolerance"]))
        hidden = "12" if way == "tolerance" else draw(st.sampled_from(["cell", "a = b", "x#1", "é ~"]))
        text += f" {{{{c1::{hidden}}}}} {draw(plain)}"
        spec: dict[str, Data] = {
            "wrong": {"wrong": ["1/2", {"no } way": "why"}, {"text": "b", "credit": "0.5"}]},
            "accept": {"accept": ["one", {"text": "un", "credit": "0.5"}]},
            "tolerance": {"tolerance": "0.5"},
        }
        gaps |= {str(number): spec[way]} if way else {}
    typed: Data = {"typed": "true"} if len(gaps) < count else {}
    return {"cloze": text, **typed, **({"gaps": gaps} if gaps else {})}


statements = st.builds(
    lambda text, is_: {"statement": text, "is": is_}, MARKED, st.sampled_from(["true", "false"])
)
opens = st.builds(
    lambda q, check, a: {"q": q, **({"a": a} if a else {}), "check": check},
    MARKED,
    st.lists(st.sampled_from(["one point", "*another*", "3 = 4"]), min_size=1, unique=True),
    st.sampled_from(["", "A model: answer", "a\n\nb **c**"]),
)
IN_BOTH = st.one_of(choices(), multis(), typeds(), numbers(), matches(), statements, opens)
IN_XML = st.one_of(IN_BOTH, orders(), clozes())
BEYOND = st.fixed_dictionaries({}, optional={"explain": MARKED, "tags": st.just(["a b", "c"])})
"""Keys of any card that both hold; explain has no place beside a model answer in GIFT."""


def trip(format_: Format, data: Mapping[str, Value]) -> tuple[Data, Data]:
    """A card as it is compared, before and after it was there and back."""
    deck = ImportedDeck(title="Deck", cards=(ImportedCard(data={"id": "first-card", **data}, where=Where()),))
    composed = compose(deck)
    assert not [one for one in composed.problems if one.severity == "error"], composed.problems
    sent = shipped(composed.text, {"media/map.png": PNG})
    assert not [one for one in format_.lost((sent,))]
    (written,) = format_.write((sent,)).files.values()
    found = read(format_, written)
    assert not found.skipped
    (card,) = found.decks[0].cards
    assert card.key == "first-card"
    return _compared(data), _compared(card.data)


def read(format_: Format, data: bytes | str, **choices: str) -> Imported:
    """What a format reads; invariants of all formats hold."""
    raw = data.encode() if isinstance(data, str) else data
    found = format_.read(Source(f"questions{format_.suffixes[0]}", raw), choices)
    assert found.read == found.cards + len(found.skipped)
    assert all(one.message and one.where.line for one in found.skipped)
    return found


def cards(format_: Format, data: bytes | str) -> list[Data]:
    """The cards of a source in which all is well."""
    found = read(format_, data)
    assert not found.skipped, found.skipped
    return [dict(card.data) for deck in found.decks for card in deck.cards]


def codes(found: Imported) -> list[tuple[int, str]]:
    """(place, code) of all that is said."""
    return [(one.where.line, one.code) for one in found.problems]


def _compared(data: Mapping[str, Value]) -> Data:
    shown: Callable[[Value], Value] = _shown
    return {key: shown(value) for key, value in data.items() if key != "id"}


def _shown(value: Value) -> Value:
    """Texts as they are seen."""
    if isinstance(value, str):
        return to_html(value)
    if isinstance(value, dict):
        return {to_html(key): _shown(each) for key, each in value.items()}
    return [_shown(each) for each in value]
