"""How strictly a typed text is compared: the keys that all typed answers share."""

from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import Accept, Question


class Spelling(Question, frozen=True, kw_only=True):
    """The keys of a card that can be answered by typing."""

    accept: Annotated[
        tuple[Accept, ...], Meta(description="Further right answers; * stands for one or more words")
    ] = ()
    reject: Annotated[tuple[str, ...], Meta(description="Never taken for a typo of the answer")] = ()
    case: Annotated[Literal["", "exact"], Meta(description="exact: capitals count")] = ""
    accents: Annotated[Literal["", "exact"], Meta(description="exact: a missing accent is wrong")] = ""
    articles: Annotated[Literal["", "exact"], Meta(description="exact: a missing article is wrong")] = ""
    typos: Annotated[Literal["", "off"], Meta(description="off: a slip of the fingers is wrong")] = ""
    compare: Annotated[Literal["", "exact"], Meta(description="exact: every character counts")] = ""
