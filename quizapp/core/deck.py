"""Decks as frozen values: what a deck file says, after all checks."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal, NewType, Union

from msgspec import Meta, Struct, field

from quizapp.core.kinds import KINDS, AnyKind, kind_of
from quizapp.core.kinds.base import Question
from quizapp.core.plan import Plan
from quizapp.core.setting_values import Way

CardId = NewType("CardId", str)
"""A note's identity, "#", and the part: stable under edits, unique over all decks."""
DeckId = NewType("DeckId", str)

Status = Literal["", "fact", "claim", "forecast", "background"]
AnswerType = Literal["", "date", "number", "person", "place", "organisation", "text"]

if TYPE_CHECKING:
    AnyQuestion = Question
else:
    AnyQuestion = Union[tuple(kind.question for kind in KINDS)]  # noqa: UP007 - built from the registry


class Span(Struct, frozen=True, array_like=True):
    """Where a note stands: character offsets in the decoded text without its byte order mark; line from 1."""

    start: int = 0
    end: int = 0
    line: int = 0
    column: int = 0


class Language(Struct, frozen=True, omit_defaults=True):
    """BCP 47 tags of the two sides."""

    front: Annotated[str, Meta(description="Language of the question, a tag such as en or pt-BR")] = ""
    back: Annotated[str, Meta(description="Language of the answer")] = ""


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A source of a deck: a citation in words, or its parts."""

    title: Annotated[str, Meta(description="Title of the work, or the whole citation")] = ""
    author: Annotated[str, Meta(description="Who wrote it")] = ""
    publisher: Annotated[str, Meta(description="Who published it")] = ""
    date: Annotated[str, Meta(description="When it was published, such as 2025 or 2025-07-04")] = ""
    url: Annotated[str, Meta(description="Where it can be read")] = ""
    license: Annotated[str, Meta(description="Under which terms it may be used")] = ""

    @property
    def citation(self) -> str:
        return ", ".join(part for part in (self.author, self.title, self.publisher, self.date) if part)


class Citation(Struct, frozen=True, omit_defaults=True):
    """Where a card's content is from: a name from the deck's sources, or free text, and a place in it."""

    name: Annotated[str, Meta(description="A name from the deck’s sources, or a citation in words")]
    at: Annotated[str, Meta(description="The place in the source, such as page 12")] = ""


class Note(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One item of a deck's `cards`; it makes one card or several."""

    question: AnyQuestion
    id: Annotated[
        str, Meta(description="Identity across all decks; progress follows it, whatever changes")
    ] = ""
    tags: Annotated[tuple[str, ...], Meta(description="Words to find cards by, beside the deck’s")] = ()
    hint: Annotated[tuple[str, ...], Meta(description="Shown one by one on request")] = ()
    explain: Annotated[str, Meta(description="Shown after the answer")] = ""
    source: Annotated[tuple[Citation, ...], Meta(description="Where it is from")] = ()
    status: Annotated[Status, Meta(description="How the content stands; a claim or forecast needs by")] = ""
    by: Annotated[str, Meta(description="Who holds the claim or forecast")] = ""
    as_of: Annotated[str, Meta(description="The date the content is true for, such as 2025-07")] = ""
    valid_until: Annotated[str, Meta(description="The date after which the content is out of date")] = ""
    image: Annotated[str, Meta(description="A picture above the question; path from the deck’s folder")] = ""
    alt: Annotated[str, Meta(description="The picture in words, for those who do not see it")] = ""
    media: Annotated[str, Meta(description="A sound; path from the deck’s folder")] = ""
    not_with: Annotated[tuple[str, ...], Meta(description="Texts never offered beside this answer")] = ()
    group: Annotated[str, Meta(description="Cards of one group are not shown on the same day")] = ""
    answer_type: Annotated[
        AnswerType, Meta(description="What the answer is; for choices made by the app")
    ] = ""
    pass_: Annotated[
        Decimal | None,
        Meta(description="What counts as passed, from 0 to 1"),
    ] = field(default=None, name="pass")
    note: Annotated[str, Meta(description="For the author; never shown")] = ""
    suspended: Annotated[bool, Meta(description="Not studied until the learner unsuspends it")] = False
    language: Annotated[Language, Meta(description="Language, where it is not the deck’s")] = Language()
    span: Span = Span()
    plain: Mapping[str, str] = {}
    """Markdown -> plain text for the texts of this note where the two differ."""

    @property
    def kind(self) -> AnyKind:
        return kind_of(self.question)

    @property
    def parts(self) -> tuple[str, ...]:
        return self.kind.parts(self.question)

    @property
    def files(self) -> tuple[str, ...]:
        """The pictures and sounds that it names, its question's own included; those in its texts are not."""
        named = (self.image, getattr(self.question, "image", ""), self.media)
        return tuple(filter(None, named))

    def plain_of(self, text: str) -> str:
        return self.plain.get(text, text)

    def front(self, part: str = "") -> str:
        """The question in plain words."""
        return self.plain_of(self.kind.front(self.question, part))

    def back(self, part: str = "") -> str:
        """The right answer in plain words."""
        return self.plain_of(self.kind.back(self.question, part))


class Deck(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A deck file."""

    path: str
    """Of the file, as it was opened."""
    title: Annotated[str, Meta(description="Name of the deck; without it the file’s name is shown")] = ""
    id: Annotated[str, Meta(description="Identity of the deck; it stays when the file is renamed")] = ""
    description: Annotated[str, Meta(description="What the deck is about")] = ""
    author: Annotated[str, Meta(description="Who wrote the deck")] = ""
    license: Annotated[str, Meta(description="Under which terms the deck may be used")] = ""
    version: Annotated[str, Meta(description="Version of the deck")] = ""
    language: Annotated[
        Language,
        Meta(
            description="Language of the cards, a tag such as en, or {front: en, back: es} for the two sides"
        ),
    ] = Language()
    tags: Annotated[tuple[str, ...], Meta(description="Tags that every card gets")] = ()
    sources: Annotated[
        dict[str, Source],
        Meta(description="Sources by a short name that cards use: a citation in words, or its parts"),
    ] = {}
    sequence: Annotated[
        Literal["", "blocked"],
        Meta(description="blocked: new cards come deck by deck, not mixed with those of other decks"),
    ] = ""
    ask: Annotated[
        Literal["", Way],
        Meta(
            description="typed: ask for answers in writing; choice: among answers of other cards; promote: "
            "choice at first, typed after two passes; written: as each card says. Else the learner’s settings"
        ),
    ] = ""
    exams: Annotated[tuple[Plan, ...], Meta(description="Presets of quizzes and exams over the cards")] = ()
    notes: tuple[Note, ...] = ()
    """Only the cards without an error."""

    def cards(self) -> Iterator[tuple[int, Note, str]]:
        """(index of the note, note, part) of every card, in order."""
        for index, note in enumerate(self.notes):
            for part in note.parts:
                yield index, note, part
