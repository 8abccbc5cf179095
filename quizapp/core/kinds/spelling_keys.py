"""Typed texts: the keys that say how strictly they are compared."""

from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import Accept, Question

# The keys that say how strictly a typed text is compared, and what else is right.
Reject = Annotated[tuple[str, ...], Meta(description="Never taken for a typo of the answer")]
Case = Annotated[Literal["", "exact"], Meta(description="exact: capitals count")]
Accents = Annotated[Literal["", "exact"], Meta(description="exact: a missing accent is wrong")]
Articles = Annotated[Literal["", "exact"], Meta(description="exact: a missing article is wrong")]
Typos = Annotated[Literal["", "off"], Meta(description="off: a slip of the fingers is wrong")]
Compare = Annotated[Literal["", "exact"], Meta(description="exact: every character counts")]
Accepted = Annotated[
    tuple[Accept, ...], Meta(description="Further right answers; * stands for one or more words")
]


class Spelling(Question, frozen=True, kw_only=True):
    """The keys that say how strictly typed texts are compared."""

    reject: Reject = ()
    case: Case = ""
    accents: Accents = ""
    articles: Articles = ""
    typos: Typos = ""
    compare: Compare = ""


class Accepting(Spelling, frozen=True, kw_only=True):
    """The keys of a card with one answer that can be typed."""

    accept: Accepted = ()
