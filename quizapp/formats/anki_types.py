"""The note types that our packages bring to Anki: their fields, cards and looks.

Fixed numbers and field names: a later package updates what an earlier one made, and our reader knows its own
notes again by their fields. A type is never changed; one that says more gets a number of its own.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

BEYOND: Final = ("Explanation", "Hint", "Source", "Picture", "Sound")
"""Fields that every type of ours has behind its own."""
EXTRA: Final = "Back Extra"
"""Where types that are variants of Anki's own have the explanation."""
_FIRST_ID: Final = 1_732_000_000_000


class Side(NamedTuple):
    """A card of a note type, in Anki's template language."""

    name: str
    front: str
    back: str


class OwnType(NamedTuple):
    """A note type."""

    id: int
    name: str
    fields: tuple[str, ...]
    """The kind's own; those of BEYOND follow."""
    sides: tuple[Side, ...]
    cloze: bool = False
    stock: int = 0
    """Anki's number of the type that this one is a variant of; 0 for none."""

    @property
    def all_fields(self) -> tuple[str, ...]:
        return (*self.fields, *(name for name in BEYOND if name != "Explanation" or not self.has_extra))

    @property
    def has_extra(self) -> bool:
        """Explanations stand where Anki's own types have theirs."""
        return EXTRA in self.fields


def _if(field: str, html: str) -> str:
    """Shown where a field is filled."""
    return f"{{{{#{field}}}}}{html}{{{{/{field}}}}}"


_HEAD: Final = _if("Picture", '<div class="picture">{{Picture}}</div>\n') + "{{Sound}}\n"
_HINT: Final = _if("Hint", '\n<div class="hint">{{hint:Hint}}</div>')
_ANSWER: Final = '{{FrontSide}}\n<hr id="answer">\n'
_SOURCE: Final = _if("Source", '\n<div class="source">{{Source}}</div>')
_TAIL: Final = _if("Explanation", '\n<div class="explanation">{{Explanation}}</div>') + _SOURCE
_EXTRA_TAIL: Final = _if(EXTRA, f'\n<div class="explanation">{{{{{EXTRA}}}}}</div>') + _SOURCE


def _side(name: str, front: str, back: str) -> Side:
    return Side(name, f"{_HEAD}{front}{_HINT}", f"{_ANSWER}{back}{_TAIL}")


def _recalled(name: str, front: str, back: str) -> Side:
    return _side(name, f"{{{{{front}}}}}", f"{{{{{back}}}}}")


def _entered(name: str, front: str, back: str) -> Side:
    """The answer is written, and compared in the place of the question's field for it."""
    entry = f"\n\n{{{{type:{back}}}}}"
    return Side(name, f"{_HEAD}{{{{{front}}}}}{_HINT}{entry}", f"{_ANSWER}{_TAIL}")


_WRONG: Final = _if("Wrong", '\n<div class="wrong">{{Wrong}}</div>')
_COVERED: Final = (
    _if("Header", '<div class="header">{{Header}}</div>\n')
    + '<div hidden style="display: none">{{cloze:Occlusion}}</div>\n'
    '<div id="image-occlusion-container">{{Image}}<canvas id="image-occlusion-canvas"></canvas></div>\n'
    "<script>anki.imageOcclusion.setup();</script>\n{{Sound}}"
)
_NAMES: Final = '\n<div class="names">{{cloze:Names}}</div>'


def _gaps(field: str, entry: str = "") -> Side:
    text = f"{_HEAD}{{{{cloze:{field}}}}}"
    return Side("Cloze", f"{text}{_HINT}{entry}", f"{text}{entry}{_EXTRA_TAIL}")


BASIC: Final = OwnType(
    _FIRST_ID, "quizapp: Recall", ("Front", "Back"), (_recalled("Forward", "Front", "Back"),)
)
BOTH_WAYS: Final = OwnType(
    _FIRST_ID + 1,
    "quizapp: Recall, both ways",
    ("One side", "Other side"),
    (_recalled("Forward", "One side", "Other side"), _recalled("Back", "Other side", "One side")),
)
TYPED: Final = OwnType(
    _FIRST_ID + 2,
    "quizapp: Type the answer",
    ("Prompt", "Answer"),
    (_entered("Forward", "Prompt", "Answer"),),
)
TYPED_BOTH_WAYS: Final = OwnType(
    _FIRST_ID + 3,
    "quizapp: Type the answer, both ways",
    ("One side to type", "Other side to type"),
    (
        _entered("Forward", "One side to type", "Other side to type"),
        _entered("Back", "Other side to type", "One side to type"),
    ),
)
CHOICE: Final = OwnType(
    _FIRST_ID + 4,
    "quizapp: Choose one",
    ("Question", "Options", "Answer", "Wrong"),
    (_side("Question", "{{Question}}\n{{Options}}", f'<div class="right">{{{{Answer}}}}</div>{_WRONG}'),),
)
MULTI: Final = OwnType(
    _FIRST_ID + 5,
    "quizapp: Choose all that apply",
    ("Question", "Options", "Answers", "Wrong"),
    (
        _side(
            "Question",
            "{{Question}}\n{{Options}}",
            f'<div class="right">{{{{Answers}}}}{{{{^Answers}}}}None of them{{{{/Answers}}}}</div>{_WRONG}',
        ),
    ),
)
STATEMENT: Final = OwnType(
    _FIRST_ID + 6,
    "quizapp: True or false",
    ("Statement", "Verdict"),
    (_side("Statement", "{{Statement}}\n<div>True or false?</div>", "{{Verdict}}"),),
)
CLOZE: Final = OwnType(
    _FIRST_ID + 7, "quizapp: Cloze", ("Text", EXTRA), (_gaps("Text"),), cloze=True, stock=5
)
CLOZE_TYPED: Final = OwnType(
    _FIRST_ID + 8,
    "quizapp: Cloze, typed",
    ("Text to type", EXTRA),
    (_gaps("Text to type", "\n\n{{type:cloze:Text to type}}"),),
    cloze=True,
    stock=5,
)
OCCLUSION: Final = OwnType(
    _FIRST_ID + 9,
    "quizapp: Image occlusion",
    ("Occlusion", "Image", "Header", EXTRA, "Comments", "Names"),
    (Side("Image occlusion", f"{_COVERED}{_HINT}", f"{_COVERED}{_NAMES}{_EXTRA_TAIL}"),),
    cloze=True,
    stock=6,
)
"""Its first five fields are those that Anki's own editor of covered pictures looks for."""

OWN_TYPES: Final[tuple[OwnType, ...]] = (
    BASIC, BOTH_WAYS, TYPED, TYPED_BOTH_WAYS, CHOICE, MULTI, STATEMENT, CLOZE, CLOZE_TYPED, OCCLUSION,
)  # fmt: skip
BY_FIELDS: Final[Mapping[tuple[str, ...], OwnType]] = {one.all_fields: one for one in OWN_TYPES}

CSS: Final = """\
.card { font: 20px/1.5 system-ui, sans-serif; text-align: center; margin: 1em auto; max-width: 40em; }
ul, ol, pre { display: inline-block; text-align: start; }
img { max-width: 100%; max-height: 60vh; }
.hint, .source, .wrong { font-size: 0.8em; opacity: 0.8; }
.explanation { margin-top: 1em; font-size: 0.9em; }
.right { font-weight: 600; }
.why { font-size: 0.9em; opacity: 0.8; }
.cloze, .names .cloze { font-weight: 600; color: #1f6feb; }
.nightMode .cloze { color: #79b8ff; }
.names .cloze-inactive { display: none; }
#image-occlusion-container { position: relative; display: inline-block; }
"""
