"""A quick look at a list: it never passes over an item that a text may stand for."""

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.core.kinds.base import Accept, Context
from quizapp.core.kinds.list import ListQuestion
from quizapp.core.kinds.shortlist import Shortlist
from quizapp.core.kinds.spelling import judge
from tests.strategies import lists, texts

LANGUAGES = ("", "en", "de", "fr", "pt", "tr")


def list_of(*items: str | tuple[str, ...], **options: object) -> ListQuestion:
    forms = tuple((item,) if isinstance(item, str) else item for item in items)
    return ListQuestion(q="?", items=forms, **options)  # type: ignore[arg-type]


def plausible(question: ListQuestion, typed: str, context: Context) -> list[int]:
    return Shortlist(question, question.items, context).of(typed)


def passes_over_only_what_is_wrong(question: ListQuestion, typed: str, language: str) -> None:
    context = Context(language=language, plain={"`a  b`": "a  b", "$x$": "x"})
    for number in set(range(len(question.items))) - set(plausible(question, typed, context)):
        key, *others = question.items[number]
        accept = [Accept(text) for text in others]
        assert judge(question, key, accept, typed, context).outcome == "wrong"


typed_texts = lists().flatmap(
    lambda question: st.tuples(st.just(question), st.sampled_from(question.forms or ("x",)) | texts)
)
LETTERS = st.text("abäàeé'. -*+#$1", min_size=1, max_size=12)


@given(typed_texts, st.sampled_from(LANGUAGES))
@example((list_of("der Weg zur Arbeit"), "derwegzurarbeit"), "de")
@example((list_of("à la la la la la rue"), "àlalalalalarue"), "fr")
@example((list_of(("C", "the C++ *")), "the C++ language"), "en")
@example((list_of("`a  b`", "$x$"), "x"), "en")
@example((list_of("!=", "=="), "!="), "en")
def test_no_item_is_passed_over(case: tuple[ListQuestion, str], language: str) -> None:
    passes_over_only_what_is_wrong(*case, language)


@given(st.lists(LETTERS, min_size=1, max_size=4), LETTERS, st.sampled_from(LANGUAGES))
def test_nor_any_of_texts_that_differ_in_little(items: list[str], typed: str, language: str) -> None:
    passes_over_only_what_is_wrong(list_of(*items), typed, language)


def test_far_items_are_not_looked_at() -> None:
    question = list_of(("Estonia", "Eesti"), "Latvia", ("Lithuania", "the land of *"))
    context = Context(language="en")
    assert plausible(question, "Estonai", context) == [0]
    assert plausible(question, "EESTI", context) == [0]
    assert plausible(question, "the land of amber", context) == [2]
    assert plausible(question, "Saint Petersburg", context) == []
