"""What a quiz or an exam is to be: edited in the set-up, kept as a preset, shipped with a deck."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Feedback = Literal["end", "each"]
"""When the verdicts are shown: after handing in, or after each answer."""
Asking = Literal["written", "typed", "choice"]
"""How cards are asked that can be asked in more than one way."""
Topics = Literal["deck", "tag"]
"""What the shares of a paper are reckoned by."""
ProfileName = Literal["plain", "formula", "certainty"]
"""How it is marked; core/marking.py says what each means."""


class Plan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything about a quiz but its questions. Each field has a sensible value."""

    title: Annotated[str, Meta(description="Name of the preset")] = ""
    count: Annotated[int, Meta(description="How many questions", ge=1, le=500)] = 30
    query: Annotated[str, Meta(description="Which cards, in the search language; empty means all")] = ""
    topics: Annotated[Topics, Meta(description="What the shares are by: deck or tag")] = "deck"
    shares: Annotated[
        dict[str, int], Meta(description="Topic: how many questions; empty means in proportion")
    ] = {}
    kinds: Annotated[tuple[str, ...], Meta(description="Only these kinds of cards; empty means all")] = ()
    ask: Annotated[Asking, Meta(description="As written, typed, or as a choice where that can be")] = (
        "written"
    )
    feedback: Annotated[Feedback, Meta(description="end: after handing in; each: after each answer")] = "end"
    tries: Annotated[
        int, Meta(description="With feedback after each answer; the first counts", ge=1, le=3)
    ] = 1
    marking: Annotated[ProfileName, Meta(description="plain, formula or certainty")] = "plain"
    minutes: Annotated[int, Meta(description="Time limit; 0 means none", ge=0, le=600)] = 0
    shuffle: Annotated[bool, Meta(description="Mix the order; else as in the decks")] = True
    skip: Annotated[bool, Meta(description="Questions may be skipped and changed until handing in")] = True
    met_only: Annotated[bool, Meta(description="Only cards that were studied before")] = False
    confidence: Annotated[bool, Meta(description="Ask how sure one is before each answer counts")] = True
    pass_percent: Annotated[
        int, Meta(description="From which share of the marks it is passed", ge=0, le=100)
    ] = 60
    code: Annotated[str, Meta(description="The draw, such as kite-8402; empty means a new one each time")] = (
        ""
    )

    @property
    def mode(self) -> Literal["quiz", "exam"]:
        """As its answers are logged."""
        return "exam" if self.feedback == "end" else "quiz"
