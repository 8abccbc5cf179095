"""Forms on paper: letters, numbers and words as people write them down, and what the kinds make of them."""

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.forms import (
    Blank,
    Blanks,
    Boxes,
    Filling,
    Form,
    Lines,
    Pairing,
    Plate,
    Ranks,
    letter,
    letters,
    partners,
)
from quizapp.core.plan import Asking
from quizapp.core.printed import printed
from tests.core.papers import context_of, paper
from tests.course import COURSE, EXAMPLES

ONE = Boxes(options=("Tiber", "Po", "Arno"), right=(0,))
MANY = Boxes(options=("2", "3", "4", "5"), right=(0, 1, 3), many=True)
RANKS = Ranks(items=("c", "a", "b"), right=(1, 2, 0))
PAIRS = Pairing(lefts=("Poland", "Czechia", "Hungary"), rights=("koruna", "złoty", "euro"), right=(1, 0, -1))
TWO = Blanks(blanks=(Blank(), Blank(options=("red", "blue"), right=1)))


@pytest.mark.parametrize(
    ("form", "typed", "found"),
    [
        (ONE, "b", Filling(at=(1,))),
        (ONE, " B. ", Filling(at=(1,))),
        (ONE, "D", None),
        (ONE, "AB", None),
        (ONE, "-", None),
        (ONE, "Tiber", None),
        (MANY, "A C", Filling(at=(0, 2))),
        (MANY, "cab", Filling(at=(2, 0, 1))),
        (MANY, "A, D", Filling(at=(0, 3))),
        (MANY, "-", Filling()),
        (MANY, "AA", None),
        (Lines(), " 2850 km ", Filling(texts=("2850 km",))),
        (Lines(many=True), "Danube; Rhine, the", Filling(texts=("Danube", "Rhine, the"))),
        (Lines(many=True), "Danube, Rhine", Filling(texts=("Danube", "Rhine"))),
        (RANKS, "BCA", Filling(at=(1, 2, 0))),
        (RANKS, "b c a", Filling(at=(1, 2, 0))),
        (RANKS, "3 1 2", Filling(at=(1, 2, 0))),
        (RANKS, "312", Filling(at=(1, 2, 0))),
        (RANKS, "BC", None),
        (RANKS, "BBA", None),
        (RANKS, "3 1 1", None),
        (PAIRS, "1B 2A 3C", Filling(at=(1, 0, 2))),
        (PAIRS, "1 b, 2 a", Filling(at=(1, 0, -1))),
        (PAIRS, "ba-", Filling(at=(1, 0, -1))),
        (PAIRS, "BA", None),
        (PAIRS, "4A", None),
        (PAIRS, "1D", None),
        (TWO, "sky; b", Filling(texts=("sky", "blue"))),
        (TWO, "-, A", Filling(texts=("", "red"))),
        (TWO, "sky; c", None),
        (TWO, "sky", None),
        (Plate(image="x.svg", right=2), "2", None),
        (Plate(image="x.svg"), "Albania", Filling(texts=("Albania",))),
    ],
)
def test_what_people_write(form: Form, typed: str, found: Filling | None):
    assert form.read(typed) == found


@given(st.integers(0, 2000))
def test_letters_are_told_apart(index: int):
    assert letters(f"{letter(index)} -", index + 1) == (index, -1)


def test_letters_are_those_of_a_spreadsheet():
    names = {25: "Z", 26: "AA", 27: "AB", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"}
    assert {at: letter(at) for at in names} == names


def test_equal_partners_are_used_up_in_order():
    assert partners(["x", "y", "x", "z"], ["x", "x", "y"]) == (0, 2, 1, -1)


@pytest.mark.parametrize("path", [*EXAMPLES, *COURSE], ids=lambda path: path.stem)
def test_the_key_filled_in_earns_all(path: Path):
    """What the key says, typed in as it stands there, is right: letters, or else the words."""
    ways: tuple[Asking, ...] = ("written", "choice")
    for one in (one for ask in ways for one in printed(paper(path, ask=ask))):
        posed, context = one.posed, context_of(one.posed, path)
        gaps = len(one.form.blanks) if isinstance(one.form, Blanks) else 1
        if gaps > 1 or (not one.form.key and posed.kind.name not in ("typed", "list", "cloze")):
            continue  # gaps of which some want words; "365 to 366" is no number to give
        words = posed.kind.expected(posed.asked, posed.asked_part, context)
        filling = one.form.read(one.form.key or words)
        assert filling is not None, one.form
        answer = posed.kind.filled(posed.asked, one.prompt, filling)
        verdict = grade(posed.kind, posed.asked, one.prompt, answer, context)
        assert verdict.fraction == Fraction(1), (one.form, answer)
