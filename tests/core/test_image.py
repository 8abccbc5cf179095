"""image: a covered part of a picture is named, or a part is found on it."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Note
from quizapp.core.identity import link_parts, see
from quizapp.core.kinds import grade, strictly
from quizapp.core.kinds.base import Context, DontKnow, Revealed, Typed, Verdict
from quizapp.core.kinds.image import IMAGE, Image, Spot
from quizapp.core.kinds.regions import read_regions
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import BETWEEN_TRIES, REASONS, sentence
from tests.pictures import images, percents

BALKANS = (("Albania", "41 55 8 14"), ("**Kosovo**", "46 44 6 6"), ("Serbia", "46 20 12 24"))
PLAIN = Context(plain={"**Kosovo**": "Kosovo"})
clicks = images().filter(lambda question: question.click)


def asked(part: str, answer: object, context: Context = PLAIN, **keys: object) -> Verdict:
    question = Image(q="Which?", image="map.svg", regions=BALKANS, **keys)  # type: ignore[arg-type]
    prompt = IMAGE.ask(question, part, 0)
    return grade(IMAGE, question, prompt, answer, context)  # type: ignore[arg-type]


def spot(x: str, y: str) -> Spot:
    return Spot(Decimal(x), Decimal(y))


# What is asked


def test_each_region_is_a_card() -> None:
    question = Image(q="Which country is hidden?", image="map.svg", regions=BALKANS)
    assert IMAGE.parts(question) == ("Albania", "**Kosovo**", "Serbia")
    prompt = IMAGE.ask(question, "Serbia", 0)
    assert (prompt.text, prompt.shows, prompt.dense) == ("Which country is hidden?", "Serbia", True)
    assert IMAGE.back(question, "Serbia") == "Serbia"
    assert not IMAGE.scored(question, "Serbia")
    assert IMAGE.texts(question) == ("Which country is hidden?", "Albania", "**Kosovo**", "Serbia")
    assert IMAGE.spelled(question, "Serbia") is None


@pytest.mark.parametrize(
    ("q", "label", "front"),
    [
        ("Where is", "Albania", "Where is **Albania**"),
        ("Point at:", "*Albania*", "Point at: *Albania*"),
        ("A list:\n\n- one", "Albania", "A list:\n\n- one\n\n**Albania**"),
    ],
)
def test_what_is_to_be_found_is_named(q: str, label: str, front: str) -> None:
    question = Image(q=q, image="map.svg", regions=((label, "1 1 5 5"),), click=True)
    prompt = IMAGE.ask(question, label, 0)
    assert (prompt.text, prompt.shows) == (front, "")
    assert front in IMAGE.texts(question)


@given(images())
def test_a_covered_region_is_not_given_away(question: Image) -> None:
    for part in IMAGE.parts(question):
        prompt = IMAGE.ask(question, part, 0)
        assert (prompt.text == question.q) != question.click
        assert bool(prompt.shows) != IMAGE.scored(question, part)


def test_a_card_survives_another_name_of_its_region() -> None:
    parts = link_parts((), ("Albania", "Kosovo"))
    renamed = link_parts(parts, ("Albania", "Republic of Kosovo"))
    assert [part.key for part in renamed] == ["Albania", "Kosovo"]
    more = link_parts(parts, ("Serbia", "Albania", "Kosovo"))
    assert [part.key for part in more] == ["Serbia", "Albania", "Kosovo"]


def test_two_pictures_under_one_question_are_two_notes() -> None:
    notes = tuple(
        Note(question=Image(q="Which?", image=name, regions=BALKANS)) for name in ("a.svg", "b.svg")
    )
    one, other = see(Deck(path="x.yaml", notes=notes))
    assert (one.front, other.front) == ("which? a.svg", "which? b.svg")
    assert notes[0].files == ("a.svg",)


# In mind and in writing


def test_what_is_revealed_is_rated_by_the_learner() -> None:
    verdict = asked("**Kosovo**", Revealed())
    assert (verdict.outcome, verdict.fraction, verdict.expected) == ("unscored", None, "Kosovo")
    assert verdict.parts == ()


@pytest.mark.parametrize(
    ("typed", "outcome", "because"),
    [
        ("kosovo", "correct", "exact"),
        ("Kosvoo", "almost", "typo_swapped_1"),
        ("Albania", "wrong", "another_answer"),
        ("Serbia", "wrong", "another_answer"),
        ("", "wrong", "empty"),
    ],
)
def test_names_are_judged_as_typed_and_the_other_regions_are_known(
    typed: str, outcome: str, because: str
) -> None:
    question = Image(q="Which?", image="map.svg", regions=BALKANS, typed=True)
    note = Note(question=question, plain=PLAIN.plain)
    context = Contexts(Deck(path="x.yaml", notes=(note,))).of(note, "**Kosovo**")
    verdict = asked("**Kosovo**", Typed(typed), context, typed=True)
    assert (verdict.outcome, verdict.because, verdict.expected) == (outcome, because, "Kosovo")


@given(images().filter(lambda question: question.typed), st.data())
def test_a_name_is_right_and_strict_spelling_is_a_choice(question: Image, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(IMAGE.parts(question)))
    prompt = IMAGE.ask(question, part, 0)
    assert grade(IMAGE, question, prompt, Typed(part), Context()).fraction == 1
    assert (strictly(question) is None) == (question.typos == "off")


def test_not_knowing_shows_the_name() -> None:
    for keys in ({"typed": True}, {"click": True}):
        verdict = asked("**Kosovo**", DontKnow(), **keys)
        assert [(part.key, part.mark, part.expected) for part in verdict.parts] == [
            ("**Kosovo**", "missed", "Kosovo")
        ]
    assert asked("**Kosovo**", DontKnow()).parts == ()


# On the picture


@pytest.mark.parametrize(
    ("at", "fraction", "given", "said"),
    [
        (spot("49", "47"), 1, "Kosovo", ""),
        (spot("46", "44"), 1, "Kosovo", ""),  # a corner, and Serbia's border
        (spot("52", "50"), 1, "Kosovo", ""),
        (spot("49", "43.99"), 0, "Serbia", "That is “Serbia”."),
        (spot("45", "60"), 0, "Albania", "That is “Albania”."),
        (spot("53.5", "47"), 0, "53.5 %, 47 %", "That misses it by 1.5 % of the picture."),
        (spot("52.01", "47"), 0, "52.01 %, 47 %", "That misses it by 0.1 % of the picture."),
        (spot("90", "90"), 0, "90 %, 90 %", "That is in none of the 3 regions."),
        (spot("0", "100.0"), 0, "0 %, 100 %", "That is in none of the 3 regions."),
    ],
)
def test_a_point_is_in_the_region_or_it_is_said_where(at: Spot, fraction: int, given: str, said: str) -> None:
    verdict = asked("**Kosovo**", at, click=True)
    assert (verdict.fraction, verdict.given, verdict.expected) == (fraction, given, "Kosovo")
    assert sentence(REASONS, verdict.because, verdict.args) == said
    assert verdict.outcome == ("correct" if fraction else "wrong")
    assert (Decimal(verdict.args["x"]), Decimal(verdict.args["y"])) == (at.x, at.y)


def test_the_region_hit_is_marked() -> None:
    def marks(at: Spot) -> list[tuple[str, str]]:
        return [(part.key, part.mark) for part in asked("**Kosovo**", at, click=True).parts]

    assert marks(spot("49", "47")) == [("**Kosovo**", "right")]
    assert marks(spot("45", "60")) == [("**Kosovo**", "missed"), ("Albania", "wrong")]
    assert marks(spot("90", "90")) == [("**Kosovo**", "missed")]


def test_where_regions_overlap_either_is_right_and_the_smallest_is_named() -> None:
    nested = (
        ("Spain", "10 10 80 80"),
        ("Castile", "30 30 30 30"),
        ("Madrid", "40 40 5 5"),
        ("Far", "95 0 5 5"),
    )
    question = Image(q="Where is", image="map.svg", regions=nested, click=True)

    def judged(part: str) -> Verdict:
        return grade(IMAGE, question, IMAGE.ask(question, part, 0), spot("42", "42"), Context())

    assert [judged(part).fraction for part in IMAGE.parts(question)] == [1, 1, 1, 0]
    assert judged("Far").args["hit"] == "Madrid"


def test_a_miss_by_little_is_not_told_between_tries() -> None:
    assert {"spot_other", "spot_outside"} <= BETWEEN_TRIES
    assert "spot_near" not in BETWEEN_TRIES


def test_luck_counts_where_regions_were_outlined() -> None:
    assert asked("Albania", Spot(Decimal(45), Decimal(60), 3), click=True).options == 3
    assert asked("Albania", Spot(Decimal(45), Decimal(60)), click=True).options == 0


@given(clicks, percents, percents, st.integers(0, 5), st.data())
def test_only_points_in_the_region_are_right(
    question: Image, x: Decimal, y: Decimal, among: int, data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(IMAGE.parts(question)))
    (wanted,) = (region for region in read_regions(question.regions) if region.label == part)
    verdict = grade(IMAGE, question, IMAGE.ask(question, part, 0), Spot(x, y, among), Context())
    assert verdict.fraction == Fraction(wanted.holds(x, y))
    assert len({part.key for part in verdict.parts}) == len(verdict.parts)


@given(clicks, st.data())
def test_the_middle_of_a_region_is_right_and_so_are_its_corners(question: Image, data: st.DataObject) -> None:
    part = data.draw(st.sampled_from(IMAGE.parts(question)))
    (wanted,) = (region for region in read_regions(question.regions) if region.label == part)
    prompt = IMAGE.ask(question, part, 0)
    corners = [(x, y) for x in (wanted.left, wanted.right) for y in (wanted.top, wanted.bottom)]
    for x, y in (wanted.center, *corners):
        assert grade(IMAGE, question, prompt, Spot(x, y), Context()).fraction == 1


@given(clicks, percents, percents, st.permutations(range(6)), st.data())
def test_the_author_s_order_changes_nothing_but_numbers(
    question: Image, x: Decimal, y: Decimal, order: list[int], data: st.DataObject
) -> None:
    part = data.draw(st.sampled_from(IMAGE.parts(question)))
    mixed = [question.regions[index] for index in order if index < len(question.regions)]
    other = Image(q=question.q, image="map.svg", regions=tuple(mixed), click=True)
    one = grade(IMAGE, question, IMAGE.ask(question, part, 0), Spot(x, y), Context())
    two = grade(IMAGE, other, IMAGE.ask(other, part, 0), Spot(x, y), Context())
    assert (one.fraction, one.because) == (two.fraction, two.because)


# Complaints


@pytest.mark.parametrize(
    ("keys", "codes"),
    [
        ({}, []),
        ({"image": ""}, ["regions_without_picture"]),
        ({"click": True, "typed": True}, ["click_instead"]),
        ({"click": True, "hide": "all"}, ["click_instead"]),
        ({"typed": True, "reject": ("Serbia",)}, ["reject_right"]),
        ({"click": True, "regions": (("a", "1 1 9 9"), ("b", "2 2 9 9"))}, ["regions_overlap"]),
        ({"regions": (("a", "1 1 9 9"), ("b", "2 2 9 9"))}, []),
        ({"regions": ()}, ["regions_none"]),
    ],
)
def test_complaints(keys: dict[str, object], codes: list[str]) -> None:
    defaults: dict[str, object] = {"q": "?", "image": "map.svg", "regions": BALKANS}
    found = list(IMAGE.complaints(Image(**{**defaults, **keys})))  # type: ignore[arg-type]
    assert [code for code, _, _ in found] == codes
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in found)
