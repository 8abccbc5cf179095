"""A typed answer graded in one call."""

from decimal import Decimal

from quizapp.core.kinds import grade
from quizapp.core.kinds.base import Accept, Context, Typed, Verdict
from quizapp.core.kinds.typed import TYPED, TypedQuestion


def verdict(
    key: str,
    typed: str,
    language: str = "",
    others: tuple[str, ...] = (),
    *,
    plain: dict[str, str] | None = None,
    marks_matter: bool = False,
    articles_matter: bool = False,
    **options: object,
) -> Verdict:
    context = Context(
        language=language,
        others=others,
        plain=plain or {},
        marks_matter=marks_matter,
        articles_matter=articles_matter,
    )
    question = TypedQuestion(q="?", a=key, **options)  # type: ignore[arg-type]
    return grade(TYPED, question, TYPED.ask(question, "", 0), Typed(typed), context)


def forms(*texts: str, credit: str = "1") -> tuple[Accept, ...]:
    return tuple(Accept(text, Decimal(credit)) for text in texts)
