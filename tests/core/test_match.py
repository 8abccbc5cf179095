"""match: each text on the left is put to its partner."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Context, DontKnow, Verdict
from quizapp.core.kinds.match import MATCH, Match, Pairs
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import HEADINGS, SCORES, heading, sentence
from tests.strategies import answers, matches, texts

COINS = (("Poland", "złoty"), ("Czechia", "koruna"), ("Hungary", "forint"))
CONTINENTS = (("Nile", "Africa"), ("Congo", "**Africa**"), ("Mekong", "Asia"))
PLAIN = Context(plain={"**Africa**": "Africa"})


def paired(question: Match, *rights: str, context: Context = PLAIN) -> Verdict:
    """The verdict on an answer that names the partners in the order of the lefts; "" leaves one open."""
    pairs = tuple((left, right) for (left, _), right in zip(question.match, rights, strict=True) if right)
    return grade(MATCH, question, MATCH.ask(question, "", 1), Pairs(pairs), context)


@pytest.mark.parametrize(
    ("rights", "right", "exact"),
    [
        (("złoty", "koruna", "forint"), 3, 1),
        (("złoty", "forint", "koruna"), 1, 0),
        (("złoty", "koruna", ""), 2, 0),
        (("koruna", "forint", "złoty"), 0, 0),
        (("koruna", "koruna", "koruna"), 1, 0),
        (("", "", ""), 0, 0),
    ],
)
def test_the_share_of_right_pairs(rights: tuple[str, ...], right: int, exact: int) -> None:
    verdict = paired(Match(q="?", match=COINS), *rights)
    assert verdict.fraction == Fraction(right, 3)
    assert verdict.outcome == {3: "correct", 0: "wrong"}.get(right, "partial")
    assert sentence(SCORES, verdict.score, verdict.args) == f"{right} of 3 pairs right: {Fraction(right, 3)}."
    strict = paired(Match(q="?", match=COINS, scoring="exact"), *rights)
    assert strict.fraction == exact
    assert strict.outcome == ("correct" if exact else "wrong")
    assert (
        sentence(SCORES, strict.score, strict.args) == f"{right} of 3 pairs right. All or nothing: {exact}."
    )


@pytest.mark.parametrize(
    ("rights", "words"),
    [
        (("złoty", "koruna", ""), "Partly right: two of three pairs"),
        (("koruna", "złoty", "koruna"), "Not yet: none of three pairs"),
        (("złoty", "koruna", "forint"), "Right"),
    ],
)
def test_the_result_in_words(rights: tuple[str, ...], words: str) -> None:
    code, args = heading(paired(Match(q="?", match=COINS), *rights))
    assert sentence(HEADINGS, code, args) == words


def test_marks_and_words() -> None:
    question = Match(q="?", match=CONTINENTS)
    verdict = paired(question, "**Africa**", "Asia", "")
    assert [(part.key, part.mark, part.given, part.expected) for part in verdict.parts] == [
        ("Nile", "right", "Africa", "Africa"),
        ("Congo", "wrong", "Asia", "Africa"),
        ("Mekong", "missed", "", "Asia"),
    ]
    assert verdict.given == "Nile: Africa; Congo: Asia"
    assert verdict.expected == "Nile: Africa; Congo: Africa; Mekong: Asia"
    assert MATCH.back(question, "") == "Nile: Africa; Congo: **Africa**; Mekong: Asia"
    assert MATCH.answers(Match(q="?", match=(*COINS, ("Slovakia", "koruna"))), "") == (
        "złoty", "koruna", "forint"
    )  # fmt: skip


def test_not_knowing_shows_the_partners() -> None:
    question = Match(q="?", match=COINS, extra=("lev",))
    verdict = grade(MATCH, question, MATCH.ask(question, "", 1), DontKnow(), Context())
    assert [(part.mark, part.expected) for part in verdict.parts] == [("missed", right) for _, right in COINS]


@pytest.mark.parametrize(
    ("match", "extra", "ways"),
    [
        (COINS[:2], (), 2),
        (COINS, (), 6),
        (COINS, ("lev",), 24),
        (CONTINENTS, (), 6),
        ((("a", "x"), ("b", "x"), ("c", "y")), (), 3),
        (tuple((str(n), f"r{n}") for n in range(9)), (), 1000),
    ],
)
def test_luck_has_as_many_ways_as_there_are_to_join(
    match: tuple[tuple[str, str], ...], extra: tuple[str, ...], ways: int
) -> None:
    question = Match(q="?", match=match, extra=extra)
    assert paired(question, *(right for _, right in match)).options == ways


@given(matches(), st.integers())
def test_the_key_is_right(question: Match, seed: int) -> None:
    prompt = MATCH.ask(question, "", seed)
    verdict = grade(MATCH, question, prompt, Pairs(question.match), Context())
    assert (verdict.fraction, verdict.outcome) == (1, "correct")
    assert verdict.options >= 1


@given(matches(), st.integers(), st.data())
def test_only_right_pairs_count(question: Match, seed: int, data: st.DataObject) -> None:
    answer = data.draw(answers(question))
    prompt = MATCH.ask(question, "", seed)
    verdict = grade(MATCH, question, prompt, answer, Context())
    hits = len(set(getattr(answer, "pairs", ())) & set(question.match))
    share = Fraction(hits, len(question.match))
    assert verdict.fraction == (Fraction(share == 1) if question.scoring else share)


@given(matches(), st.integers(), st.integers(), st.data())
def test_the_order_shown_changes_nothing(question: Match, seed: int, other: int, data: st.DataObject) -> None:
    answer = data.draw(answers(question))
    mixed = Pairs(tuple(data.draw(st.permutations(answer.pairs)))) if isinstance(answer, Pairs) else answer
    one = grade(MATCH, question, MATCH.ask(question, "", seed), answer, Context())
    assert one == grade(MATCH, question, MATCH.ask(question, "", other), mixed, Context())


@given(matches(), st.integers(), st.data())
def test_equal_texts_are_interchangeable(question: Match, seed: int, data: st.DataObject) -> None:
    """Two right sides that read the same: it does not matter which of them is meant."""
    answer = data.draw(answers(question).filter(lambda answer: isinstance(answer, Pairs)))
    assert isinstance(answer, Pairs)
    rights = {right for _, right in question.match}
    context = Context(plain={f"**{right}**": right for right in rights})
    other = Pairs(tuple((left, f"**{right}**" if right in rights else right) for left, right in answer.pairs))
    prompt = MATCH.ask(question, "", seed)
    assert grade(MATCH, question, prompt, answer, context) == grade(MATCH, question, prompt, other, context)


several = st.lists(texts, min_size=3, max_size=3, unique=True)


@given(several, several, st.permutations(range(3)))
def test_read_from_right_to_left_it_grades_the_same(
    lefts: list[str], rights: list[str], order: list[int]
) -> None:
    straight = Match(q="?", match=tuple(zip(lefts, rights, strict=True)))
    turned = Match(q="?", match=tuple(zip(rights, lefts, strict=True)))
    one = paired(straight, *(rights[at] for at in order), context=Context())
    back = tuple((rights[at], left) for at, left in zip(order, lefts, strict=True))
    other = grade(MATCH, turned, MATCH.ask(turned, "", 0), Pairs(back), Context())
    assert (one.fraction, one.outcome, one.options) == (other.fraction, other.outcome, other.options)


@given(matches(), st.integers())
def test_what_is_shown(question: Match, seed: int) -> None:
    prompt = MATCH.ask(question, "", seed)
    partners = [right for _, right in question.match]
    assert prompt.lefts == tuple(left for left, _ in question.match)
    assert sorted(prompt.rights) == sorted([*partners, *question.extra])
    if len(prompt.rights) >= 3:
        assert list(prompt.rights[: len(partners)]) != partners


def test_two_pairs_are_shown_in_either_order() -> None:
    question = Match(q="?", match=COINS[:2])
    assert {MATCH.ask(question, "", seed).rights for seed in range(20)} == {
        ("złoty", "koruna"), ("koruna", "złoty")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("match", "extra", "codes"),
    [
        (COINS, ("lev",), []),
        (COINS[:1], (), ["match_too_few"]),
        ((), (), ["match_too_few"]),
        ((("a", "x"), ("a", "y")), (), ["match_left_twice"]),
        ((("a", "x"), ("a", "y"), ("a", "z")), (), ["match_left_twice"]),
        (COINS, ("koruna", "koruna"), ["match_extra_fits"]),
        ((("a", "x"), ("b", "x")), (), ["match_all_same"]),
        ((("a", "x"), ("b", "x")), ("x",), ["match_extra_fits", "match_all_same"]),
        ((("a", "x"), ("b", "x")), ("y",), []),
    ],
)
def test_complaints(match: tuple[tuple[str, str], ...], extra: tuple[str, ...], codes: list[str]) -> None:
    found = list(MATCH.complaints(Match(q="?", match=match, extra=extra)))
    assert [code for code, _, _ in found] == codes
    assert all(MESSAGES[code][0] == "error" and MESSAGES[code][1].format_map(args) for code, _, args in found)


def test_a_complaint_names_what_it_is_about() -> None:
    (found,) = MATCH.complaints(Match(q="?", match=COINS, extra=("koruna",)))
    assert MESSAGES[found[0]][1].format_map(found[2]) == (
        "The extra “koruna” is the partner of “Czechia”. An extra fits nothing."
    )
