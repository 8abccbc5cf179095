"""list: entries are assigned to items as well as can be, and graded by what they name."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.core.context import Contexts
from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds import grade, strictly
from quizapp.core.kinds.base import Accept, Context, DontKnow, Filled, Verdict
from quizapp.core.kinds.list import LIST, ListQuestion
from quizapp.core.kinds.spelling import judge
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import MESSAGES
from quizapp.core.reasons import HEADINGS, REASONS, SCORES, heading, sentence
from tests.strategies import lists, texts

ENGLISH = Context(language="en")
BALTIC = (("Estonia",), ("Latvia",), ("Lithuania", "Lietuva"))


def baltic(**options: object) -> ListQuestion:
    return ListQuestion(q="?", items=BALTIC, **options)  # type: ignore[arg-type]


def given_as(question: ListQuestion, *entries: str, context: Context = ENGLISH) -> Verdict:
    return grade(LIST, question, LIST.ask(question, "", 0), Filled(entries), context)


def marked(verdict: Verdict) -> str:
    return " ".join(f"{part.given or part.key}:{part.mark}" for part in verdict.parts)


def said(verdict: Verdict) -> tuple[str, str, str]:
    code, args = heading(verdict)
    return (
        sentence(HEADINGS, code, args),
        sentence(REASONS, verdict.because, verdict.args),
        sentence(SCORES, verdict.score, verdict.args),
    )


@pytest.mark.parametrize(
    ("entries", "outcome", "fraction", "heading", "rule", "score"),
    [
        (("latvia", "Lietuva", "ESTONIA"), "correct", 1, "Right", "", "3 of 3 named: 1."),
        (("Estonia", "Latvia"), "partial", Fraction(2, 3), "Partly right: two of three named", "",
         "2 of 3 named: 2/3."),
        (("Estonia", "Latvia", "Poland"), "partial", Fraction(1, 3),
         "Partly right: two of three named, one wrong", "",
         "2 of 3 named, 1 not on the list: (2 − 1)/3 = 1/3."),
        (("Estonia", "Poland", "Finland"), "wrong", 0, "Not yet: one of three named, two wrong", "",
         "1 of 3 named, 2 not on the list: (1 − 2)/3, so 0 (never below 0)."),
        (("Poland",), "wrong", 0, "Not yet: none of three named, one wrong", "",
         "0 of 3 named, 1 not on the list: (0 − 1)/3, so 0 (never below 0)."),
        (("", "  "), "wrong", 0, "Not yet: none of three named", "", "0 of 3 named: 0."),
        (("Estonia", "Latvia", "Lithuana"), "almost", 1, "Almost: counted as right",
         "“Lithuana” was taken for “Lithuania”: a slip of the fingers.", "3 of 3 named: 1."),
        (("Estonia", "Latvia", "estonia", "Lithuania"), "correct", 1, "Right",
         "“Estonia” names an item that was named before; each counts once.", "3 of 3 named: 1."),
    ],
)  # fmt: skip
def test_entries_are_counted(
    entries: tuple[str, ...], outcome: str, fraction: Fraction, heading: str, rule: str, score: str
) -> None:
    verdict = given_as(baltic(), *entries)
    assert (verdict.outcome, verdict.fraction) == (outcome, fraction)
    assert said(verdict) == (heading, rule, score)


def test_each_entry_and_each_missing_item_has_its_mark() -> None:
    verdict = given_as(baltic(), "Lietuva", "Poland", "", "Lithuania", "Esttonia")
    assert [(part.key, part.mark, part.given, part.expected) for part in verdict.parts] == [
        ("1", "right", "Lietuva", "Lithuania"),
        ("2", "extra", "Poland", ""),
        ("3", "twice", "Lithuania", "Lithuania"),
        ("4", "almost", "Esttonia", "Estonia"),
        ("Latvia", "missed", "", "Latvia"),
    ]
    assert (verdict.given, verdict.expected) == (
        "Lietuva, Poland, Lithuania, Esttonia",
        "Estonia, Latvia, Lithuania",
    )


def test_what_is_enough() -> None:
    two = baltic(need=2)
    enough = given_as(two, "Latvia", "Estonia")
    assert (enough.outcome, said(enough)[2], marked(enough)) == (
        "correct", "2 of 2 named: 1.", "Latvia:right Estonia:right Lithuania:left_out"
    )  # fmt: skip
    assert given_as(two, "Latvia", "Estonia", "Lithuania").fraction == 1
    assert given_as(two, "Latvia", "Estonia", "Lithuania", "Poland").fraction == Fraction(1, 2)
    assert given_as(two, "Latvia", "Estonia", "Lithuana").outcome == "correct"
    assert given_as(two, "Latvia", "Esttonia").outcome == "almost"
    assert marked(given_as(two, "Latvia")) == "Latvia:right Estonia:missed Lithuania:missed"


GREEK = (("alpha",), ("beta",), ("gamma",), ("delta",))


@pytest.mark.parametrize(
    ("entries", "fraction", "marks"),
    [
        ("alpha beta gamma delta", 1, "alpha:right beta:right gamma:right delta:right"),
        ("alpha gamma beta delta", Fraction(3, 4), "alpha:right gamma:right beta:wrong delta:right"),
        ("delta gamma beta alpha", Fraction(1, 4), "delta:right gamma:wrong beta:wrong alpha:wrong"),
        ("beta delta", Fraction(1, 2), "beta:right delta:right alpha:missed gamma:missed"),
        ("alpha alpha beta", Fraction(1, 2), "alpha:right alpha:twice beta:right gamma:missed delta:missed"),
        ("alpha zeta beta", Fraction(1, 4), "alpha:right zeta:extra beta:right gamma:missed delta:missed"),
        ("beta alpha beta", Fraction(1, 2), "beta:twice alpha:right beta:right gamma:missed delta:missed"),
    ],
)
def test_the_order_counts_where_it_is_asked_for(entries: str, fraction: Fraction, marks: str) -> None:
    verdict = given_as(ListQuestion(q="?", items=GREEK, ordered=True), *entries.split())
    assert verdict.fraction == fraction
    assert marked(verdict) == marks


def test_a_misplaced_entry_is_told_its_place() -> None:
    verdict = given_as(ListQuestion(q="?", items=GREEK, ordered=True), "gamma", "beta", "alpha", "delta")
    assert [(part.given, part.mark, part.expected) for part in verdict.parts] == [
        ("gamma", "wrong", "3"), ("beta", "right", "beta"), ("alpha", "wrong", "1"),
        ("delta", "right", "delta"),
    ]  # fmt: skip
    assert said(verdict) == (
        "Partly right: two of four in order", "", "2 of 4 named in the right order: 1/2."
    )  # fmt: skip
    less = given_as(ListQuestion(q="?", items=GREEK, ordered=True), "alpha", "beta", "omega")
    assert said(less)[::2] == (
        "Partly right: two of four in order, one wrong",
        "2 of 4 named in the right order, 1 not on the list: (2 − 1)/4 = 1/4.",
    )


def test_no_slip_of_an_item_that_is_as_near_to_another() -> None:
    gases = ListQuestion(q="?", items=(("methane",), ("methene",), ("propane",)))
    assert given_as(gases, "methine").parts[0].mark == "extra"
    assert given_as(gases, "propanne").parts[0].mark == "almost"
    bare = ListQuestion(q="?", items=(("Calderon",), ("Calderan",)))
    assert given_as(bare, "Calderun").parts[0].mark == "extra"
    assert given_as(bare, "Calderan", "Calderon").outcome == "correct"


def test_the_typo_rule_can_be_strict() -> None:
    assert given_as(baltic(typos="off"), "Esttonia").parts[0].mark == "extra"
    assert given_as(baltic(reject=("Latvian",)), "Latvian").parts[0].mark == "extra"
    assert given_as(baltic(), "Latviaa").parts[0].mark == "almost"
    strict = strictly(baltic())
    assert isinstance(strict, ListQuestion)
    assert given_as(strict, "Estonia", "Latvia", "Lithuana").fraction == Fraction(1, 3)


def test_wildcards_and_manners() -> None:
    open_form = ListQuestion(q="?", items=(("United Kingdom", "United Kingdom of *"), ("France",)))
    assert given_as(open_form, "united kingdom of great britain", "France").outcome == "correct"
    assert LIST.answers(open_form, "") == ("United Kingdom", "France")
    symbols = ListQuestion(q="?", items=(("Co",), ("CO",)), case="exact")
    assert list(LIST.complaints(symbols)) == []
    assert marked(given_as(symbols, "CO", "co")) == "CO:right co:extra Co:missed"


def test_two_entries_that_fit_two_items_find_one_each() -> None:
    """The first fits both, the second only the item that a hasty assignment gives away."""
    question = ListQuestion(q="?", items=(("Mary", "Mary *"), ("Mary Shelley", "* Shelley")))
    assert given_as(question, "Mary Shelley", "Mary").outcome == "correct"
    assert given_as(question, "Mary Shelley", "Percy Shelley").outcome == "correct"


def test_the_deck_s_context_serves() -> None:
    notes = (Note(question=baltic()), Note(question=TypedQuestion(q="?", a="Lativa", typed=True)))
    deck = Deck(path="x", language=Language("en", "en"), notes=notes)
    context = Contexts(deck).of(notes[0], "")
    assert set(context.others) == {"Estonia", "Latvia", "Lithuania", "Lietuva", "Lativa"}
    assert given_as(baltic(), "Lativa", context=context).parts[0].mark == "extra"
    assert given_as(baltic(), "Lativa").parts[0].mark == "almost"


def test_not_knowing_shows_the_items() -> None:
    context = Context(plain={"Latvia": "LATVIA"})
    verdict = grade(LIST, baltic(), LIST.ask(baltic(), "", 0), DontKnow(), context)
    assert [(part.key, part.mark, part.expected) for part in verdict.parts] == [
        ("Estonia", "missed", "Estonia"), ("Latvia", "missed", "LATVIA"), ("Lithuania", "missed", "Lithuania")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "found"),
    [
        (baltic(), []),
        (baltic(need=3), []),
        (baltic(need=0), ["need_range"]),
        (baltic(need=4), ["need_range"]),
        (baltic(reject=("LATVIA", "Livonia")), ["reject_right"]),
        (ListQuestion(q="?", items=(("USA", "usa"), ("UK",))), []),
        (ListQuestion(q="?", items=(("USA",), ("UK", "u.s.a."))), ["list_twice"]),
        (ListQuestion(q="?", items=(("True",), ("true",)), compare="exact"), []),
        (ListQuestion(q="?", items=(("True",), ("True",)), compare="exact"), ["list_twice"]),
        (ListQuestion(q="?", items=(("!=",), ("==",))), []),
        (ListQuestion(q="?", items=(), need=1), ["list_empty"]),
        (ListQuestion(q="?", items=(("a",), ())), ["item_empty"]),
    ],
)
def test_complaints(question: ListQuestion, found: list[str]) -> None:
    complaints = list(LIST.complaints(question))
    assert [code for code, _, _ in complaints] == found
    assert all(MESSAGES[code][1].format_map(args) for code, _, args in complaints)


# Properties

entered = lists().flatmap(
    lambda question: st.tuples(st.just(question), st.lists(st.sampled_from(question.forms or ("x",)) | texts))
)


@given(lists())
def test_all_items_named_earn_all(question: ListQuestion) -> None:
    assume(all(name.strip() for name in question.names))  # the loader lets no empty item through
    verdict = given_as(question, *question.names, context=Context())
    taken = {text for text in question.names if judge_alone(question, text) != "correct"}
    assert verdict.fraction == 1 or taken & set(question.reject)


def judge_alone(question: ListQuestion, text: str) -> str:
    forms = next(forms for forms in question.items if forms[0] == text)
    return judge(question, text, [Accept(form) for form in forms[1:]], text, Context()).outcome


@given(entered, st.data())
def test_the_order_of_entries_changes_no_grade(
    case: tuple[ListQuestion, list[str]], data: st.DataObject
) -> None:
    question, entries = case
    if not question.ordered:
        mixed = data.draw(st.permutations(entries))
        one, other = given_as(question, *entries), given_as(question, *mixed)
        assert (one.fraction, one.outcome) == (other.fraction, other.outcome)


@given(entered)
def test_the_formula(case: tuple[ListQuestion, list[str]]) -> None:
    question, entries = case
    verdict = given_as(question, *entries)
    marks = [part.mark for part in verdict.parts if part.given]
    hits = min(marks.count("right") + marks.count("almost"), question.needed)
    assert verdict.fraction == max(0, Fraction(hits - marks.count("extra"), question.needed))
    assert len(marks) == sum(bool(text.strip()) for text in entries)
    assert (verdict.outcome in ("correct", "almost")) == (verdict.fraction == 1)
    assert "wrong" not in marks or question.ordered
