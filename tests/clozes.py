"""Hypothesis strategies for clozes."""

from decimal import Decimal

from hypothesis import strategies as st

from quizapp.core.kinds.base import Accept, Option
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.gaps import GapSpec
from quizapp.core.kinds.holes import holes
from quizapp.core.kinds.quantity import Tier

_hidden = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8)


@st.composite
def clozes(draw: st.DrawFn) -> Cloze:
    pieces = []
    for _ in range(draw(st.integers(1, 4))):
        number = draw(st.sampled_from(["", "", "c1::", "c2::"]))
        hint = draw(st.sampled_from(["", " :: a hint"]))
        pieces.append(draw(st.sampled_from(["and ", "of $x$ in ", "", "(`ls`) "])))
        pieces.append(f"{{{{{number}{draw(_hidden)}{hint}}}}} ")
    return Cloze(
        cloze="".join(pieces),
        typed=draw(st.booleans()),
        scoring=draw(st.sampled_from(["", "exact"])),
        case=draw(st.sampled_from(["", "exact"])),
    )


_accepts = st.lists(
    st.builds(Accept, _hidden, st.sampled_from([Decimal("0.5"), Decimal(1)])), max_size=2
).map(tuple)
_numbers = st.integers(1, 9999).map(str)


@st.composite
def filled_clozes(draw: st.DrawFn) -> Cloze:
    """Gaps that are picked, numbers, or written; those of a card that can may be in any order."""
    pieces, gaps, cards = [], {}, []
    free = draw(st.booleans())
    for number in range(1, draw(st.integers(1, 4)) + 1):
        way = "typed" if free else draw(st.sampled_from(["typed", "number", "choice"]))
        hidden = draw(_numbers if way == "number" else _hidden)
        cards.append(draw(st.sampled_from(["c1", "c1", "c2"])))
        pieces.append(f"{{{{{cards[-1]}::{hidden}}}}} ")
        wrong = draw(st.lists(_hidden, min_size=1, max_size=3, unique=True))
        specs = {
            "choice": GapSpec(wrong=tuple(Option(text) for text in wrong if text != hidden)),
            "number": GapSpec(tolerance=draw(st.sampled_from([(), (Tier("5"),)])), unit=("km",)),
            "typed": GapSpec(accept=draw(_accepts)),
        }
        if specs[way] != GapSpec():
            gaps[number] = specs[way]
    any_order = [number for number, card in enumerate(cards, 1) if cards.count(card) > 1]
    return Cloze(
        cloze="".join(pieces),
        typed=True,
        gaps=gaps,
        any_order=tuple(any_order) if free else (),
        scoring=draw(st.sampled_from(["", "exact"])),
    )


def right_texts(question: Cloze, part: str) -> tuple[str, ...]:
    """What is hidden, in order."""
    return tuple(hole.markdown for hole in holes(question.cloze).holes if hole.part == part)
