"""cloze: a text with holes."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.spelling import Spelling


class Cloze(Spelling, frozen=True, kw_only=True, tag="cloze"):
    """A text with holes. Answered by Revealed, or by Filled(texts) if typed."""

    cloze: Annotated[
        str, Meta(description="A text with {{hidden}}, {{hidden :: hint}} or {{c1::hidden}} in it")
    ]
    typed: Annotated[bool, Meta(description="true: write what is hidden")] = False
    scoring: Annotated[Literal["", "exact"], Meta(description="exact: all gaps or nothing")] = ""


class Gap(Struct, frozen=True, omit_defaults=True):
    """A hole that is asked now."""

    hint: str = ""


class ClozePrompt(Prompt, frozen=True, kw_only=True, omit_defaults=True):
    """The text has the asked holes blank; in `shows` all are filled in, the asked ones bold."""

    gaps: tuple[Gap, ...] = ()
    """The blanks, in the order of the text."""
    typed: bool = False
    """True: each gap is filled in writing; else the text is revealed."""
