"""The contract of a question kind: what it reads from a deck, asks, grades and says.

A kind is one module with a Question (its YAML keys), a Prompt (what is shown this time), an Answer (what is
logged) and a Kind that joins them. It is listed in `quizapp.core.kinds.KINDS` and nowhere else.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, ClassVar, Generic, Literal, TypeVar

from msgspec import Meta, Struct

from quizapp.core.diff import Run as Run
from quizapp.core.kinds.answer import Answer as Answer
from quizapp.core.kinds.answer import Blank as Blank
from quizapp.core.kinds.answer import DontKnow as DontKnow
from quizapp.core.kinds.answer import Filled as Filled
from quizapp.core.kinds.answer import Picked as Picked
from quizapp.core.kinds.answer import Picks as Picks
from quizapp.core.kinds.answer import Revealed as Revealed
from quizapp.core.kinds.answer import Typed as Typed
from quizapp.core.kinds.forms import Filling as Filling
from quizapp.core.kinds.forms import Form, Lines
from quizapp.core.kinds.texts import strings as strings
from quizapp.core.kinds.words import Words

if TYPE_CHECKING:
    from quizapp.core.kinds.typed import TypedQuestion

Outcome = Literal["correct", "almost", "partial", "wrong", "unknown", "blank", "unscored"]
"""`unscored` is a card rated by the learner alone: never mixed into a percentage."""

Shape = Literal["text", "list", "map", "empty"]
"""What stands behind a key of a deck file."""


YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
"""The words of a yes/no field, in lower case."""


class Question(Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    """What one kind reads from a card.

    Each field is a YAML key (its encoded name), documented in `Annotated[..., Meta(description=)]`: the
    loader, the schema, the reference page and the editor's form derive from these declarations. The type
    says how the key is read:

    - `str`: one text; `tuple[str, ...]`: a list of texts (one text alone is a list of one)
    - `bool`: yes/no; `int`, `Decimal`: a finite number; `Literal[...]`: one of these words
    - `tuple[Option, ...]`, `tuple[Accept, ...]`: texts that may carry more (see there)
    """


class Option(Struct, frozen=True, omit_defaults=True):
    """An answer to pick. Written `text`, `text: feedback`, or `{text, feedback, credit}`."""

    text: Annotated[str, Meta(description="The option")]
    feedback: Annotated[str, Meta(description="Shown when it is picked")] = ""
    credit: Annotated[Decimal, Meta(description="What picking it earns, from 0 to 1")] = Decimal(0)


class Accept(Struct, frozen=True, omit_defaults=True):
    """A further form of a typed answer. Written `text` or `{text, credit}`."""

    text: Annotated[str, Meta(description="The accepted form")]
    credit: Annotated[Decimal, Meta(description="What it earns, from 0 to 1")] = Decimal(1)


class Context(Struct, frozen=True, kw_only=True):
    """What a grade may know beyond question and answer."""

    language: str = ""
    """BCP 47 tag of the answer; empty if the deck names none."""
    others: tuple[str, ...] = ()
    """Plain answers of the deck's cards, for the typo rule; the card's own may be among them, as one tuple
    serves a whole deck."""
    marks_matter: bool = False
    """True where two keys of the deck differ only by marks: then no mark is folded."""
    articles_matter: bool = False
    """True where all keys of the deck begin with an article."""
    plain: Mapping[str, str] = {}
    """Markdown text -> plain text, for the texts of this card where the two differ."""

    def plain_of(self, text: str) -> str:
        return self.plain.get(text, text)


class Prompt(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is asked this time. Kinds that shuffle subclass it with what is shown, in the order shown."""

    part: str = ""
    """Which of the cards made from the note: "" if it makes only one."""
    text: str = ""
    """The question, Markdown."""
    lead: str = ""
    """A small line above it, marked for translation ("What does the essay make of this statement?")."""
    quoted: bool = False
    """True if the text is a statement to be shown in quotation marks, at title size."""
    shows: str = ""
    """Self-rated kinds: the back to reveal, Markdown. Empty where the answer is graded."""

    @property
    def dense(self) -> bool:
        """True if what is shown below needs the room: then the question is set smaller."""
        return False


Mark = Literal["right", "almost", "wrong", "missed", "left_out", "extra", "twice"]


class PartMark(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How one option, gap, item or pair fared."""

    key: str
    mark: Mark
    given: str = ""
    expected: str = ""
    feedback: str = ""
    """The author's note on what was picked, Markdown."""
    because: str = ""
    """Parts that are judged by rules of their own: code of the rule, as `Verdict.because`, with `args`."""
    score: str = ""
    """How much this part earned, if neither all nor nothing: as `Verdict.score`, with `args`."""
    args: dict[str, str] = {}
    diff: tuple[Run, ...] = ()
    """Parts that are typed: as `Verdict.diff`."""


class Verdict(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an answer earned, and why."""

    outcome: Outcome
    fraction: Fraction | None = None
    """In [0, 1], exact; None where the learner rates alone."""
    marked: Fraction | None = None
    """Unscored: the share of the author's check-list that the learner ticks; None if they said nothing."""
    because: str
    """Code of the rule that decided; its words stand in `quizapp.core.reasons.REASONS`."""
    heading: str = ""
    """Partly right, wrong or unscored: ending of the code in `reasons.HEADINGS` that says what was found
    ("gaps" for "partly_gaps" and "wrong_gaps"), with the same `args`; empty for the bare words."""
    args: dict[str, str] = {}
    parts: tuple[PartMark, ...] = ()
    diff: tuple[Run, ...] = ()
    """Typed answers: the alignment with the expected text; empty if nothing differs."""
    given: str = ""
    """The answer in words, plain."""
    expected: str = ""
    """The right answer in words, plain; for lists and screen readers."""
    feedback: str = ""
    """The author's note on the distractor picked, Markdown."""
    options: int = 0
    """Among how many options, or ways to fill in the card, the answer was picked (recognition); else 0."""
    score: str = ""
    """Code of the sentence in `reasons.SCORES` on how the fraction was reckoned, with the same `args`;
    empty where it is simply 1 or 0."""


class Reading(Struct, frozen=True):
    """One way to understand an answer that can be understood in several."""

    answer: Answer
    """The same answer, settled: it has one reading."""
    words: str
    """How it is read, plain: "1234", "3 September 2025"."""
    given: str = ""
    """What is unclear, in the learner's words, where that is one part of the answer."""
    place: int = 0
    """Which part of several, counted from 1; 0 where there is one."""


Q = TypeVar("Q", bound=Question)
P = TypeVar("P", bound=Prompt)
A = TypeVar("A", bound=Answer)

Complaint = tuple[str, str, Mapping[str, str]]
"""(code of MESSAGES, YAML key it stands at, arguments)."""


class Kind(ABC, Generic[Q, P, A]):
    """One kind of question. Instances hold no state."""

    name: ClassVar[str]
    """As in `kind:`, the module's name and the example deck's."""
    label: ClassVar[str]
    """The chip on the card ("Choose one"), marked for translation."""
    about: ClassVar[str] = ""
    """For the author of a deck: what it asks and what an answer earns; two or three sentences, Markdown."""
    unique_key: ClassVar[str] = ""
    """A key that settles the kind by itself."""
    words: ClassVar[tuple[Words, ...]] = ()
    """The sentences of its verdicts and complaints, where `core.reasons` and `core.problems` have none."""
    by_reading: ClassVar[frozenset[str]] = frozenset()
    """Codes of those complaints that hold as well for texts that only read the same (A and **A**)."""
    question: type[Q]
    prompt: type[P]
    answer: type[A]

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        """True if a card without any unique key is of this kind; asked in the order of KINDS.

        keys: what stands behind each key; flags: the raw text of the scalar keys.
        """
        return False

    def complaints(self, question: Q) -> Iterable[Complaint]:
        """What is wrong with a question whose single fields are all right."""
        return ()

    def parts(self, question: Q) -> tuple[str, ...]:
        """Sub-keys of the cards made from the note, in order; ("",) for one card. Stable under edits."""
        return ("",)

    def scored(self, question: Q, part: str) -> bool:
        """False where the learner turns the card and rates alone."""
        return True

    def picks(self, question: Q, part: str) -> bool:
        """True if the one right answer is picked among options that the author wrote."""
        return False

    def side(self, part: str) -> Literal["front", "back"]:
        """The side whose language the answer is in."""
        return "back"

    @abstractmethod
    def ask(self, question: Q, part: str, seed: int) -> P:
        """What to show; everything drawn or shuffled comes from the seed."""

    def readings(self, question: Q, prompt: P, answer: A, context: Context) -> tuple[Reading, ...]:
        """How an ambiguous answer may be read; the learner picks one before it is graded. () if it is clear.

        A picked reading's answer may be ambiguous elsewhere: it is asked again.
        """
        return ()

    @abstractmethod
    def grade(self, question: Q, prompt: P, answer: A, context: Context) -> Verdict:
        """Pure: no clock, no files, no global chance. `DontKnow` and `Blank` are graded outside."""

    @abstractmethod
    def front(self, question: Q, part: str) -> str:
        """The question in words, Markdown: for lists, fingerprints and search."""

    @abstractmethod
    def back(self, question: Q, part: str) -> str:
        """The right answer in words, Markdown."""

    def answers(self, question: Q, part: str) -> tuple[str, ...]:
        """Each right answer by itself, Markdown: what another card must not be confused with."""
        return (self.back(question, part),)

    def spelled(self, question: Q, part: str) -> "TypedQuestion | None":
        """The same card as a question that is answered by writing one text; None if it cannot be that.

        It may then also be asked as a choice, and its answer stand beside those of other cards. Made of
        the note's own Markdown texts, so that their plain words are known.
        """
        return None

    def expected(self, question: Q, part: str, context: Context) -> str:
        """The right answer in plain words, as a verdict says it."""
        return context.plain_of(self.back(question, part))

    def solution(self, question: Q, prompt: P, context: Context) -> tuple[PartMark, ...]:
        """The marks to show where nothing was answered."""
        return ()

    def printed(self, question: Q, prompt: P) -> Form:
        """What is printed below the question, to be filled in by hand."""
        return Lines()

    def filled(self, question: Q, prompt: P, filling: Filling) -> Answer:
        """The answer that the form was filled in with."""
        return Typed(filling.texts[0])

    def texts(self, question: Q) -> tuple[str, ...]:
        """All Markdown texts of the question, and those made of them (for plain text, media and maths)."""
        sides = [side(question, part) for part in self.parts(question) for side in (self.front, self.back)]
        return tuple(dict.fromkeys([*strings(question), *sides]))
