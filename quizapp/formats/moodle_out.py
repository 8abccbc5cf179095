"""Our cards as questions of Moodle: which type, and what becomes something else in it."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from quizapp.core.kinds.base import Option, Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.categorise import Categorise
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.gaps import GapSpec, Task
from quizapp.core.kinds.holes import holes
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.list import ListQuestion
from quizapp.core.kinds.match import Match
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.open import Open
from quizapp.core.kinds.order import Order
from quizapp.core.kinds.regions import read_regions
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.kinds.verdict import VERDICTS, VerdictQuestion
from quizapp.formats.leaving import Leaving
from quizapp.formats.markup import to_plain
from quizapp.formats.moodle_nears import nears
from quizapp.formats.moodle_sheet import Share, Sheet, percent

_LONGEST_TYPED: Final = 60
"""Characters of an answer that can be asked for in writing."""
_NEAR_CREDIT: Final = Decimal("0.5")
_WHOLE: Final = Decimal(1)
_TO_TYPE = ("turning the card over", "typing its answer")
Changed = tuple[tuple[str, str], ...]


def sheet_of(leaving: Leaving) -> Sheet | None:
    """The question of a card; None if Moodle has nothing like it."""
    question = leaving.note.question
    make = _MAKERS.get(type(question))
    return make(question) if make else None


def _held(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Options


def _choice(question: Choice) -> Sheet:
    shares = (Share(question.a, _WHOLE), *map(_option, question.wrong))
    return Sheet(
        type="multichoice", q=question.q, held=_held("q a wrong"), shares=shares, changed=_rounded(shares)
    )


def _option(option: Option) -> Share:
    return Share(option.text, option.credit, option.feedback)


def _multi(question: Multi) -> Sheet | None:
    """Each right option earns its share, each wrong one costs one: as here, but in Moodle's steps."""
    if not question.a:
        return None
    earned = _WHOLE / len(question.a)
    cost = -_WHOLE / max(len(question.wrong), 1)
    shares = (
        *(Share(text, earned) for text in question.a),
        *(Share(option.text, cost, option.feedback) for option in question.wrong),
    )
    return Sheet(
        type="multichoice",
        q=question.q,
        held=_held("q a wrong"),
        shares=shares,
        single=False,
        changed=_rounded(shares),
    )


def _rounded(shares: Iterable[Share]) -> Changed:
    """Credits that Moodle does not know."""
    odd = dict.fromkeys(
        share.credit for share in shares if abs(percent(share.credit) - share.credit * 100) > Decimal("0.01")
    )
    return tuple(
        (f"the credit {credit.normalize():.4f}", f"{percent(credit).normalize():f} %") for credit in odd
    )


def _statement(question: TrueFalse) -> Sheet:
    return Sheet(type="truefalse", q=question.statement, held=_held("statement is"), right=question.is_)


def _verdict(question: VerdictQuestion) -> Sheet:
    shares = tuple(
        Share(
            words, _WHOLE if word == question.is_ else _NEAR_CREDIT if word in question.near else Decimal(0)
        )
        for word, words in VERDICTS.items()
    )
    return Sheet(
        type="multichoice",
        q=question.statement,
        held=_held("statement is near"),
        shares=shares,
        changed=(("a verdict", "a choice of four"),),
    )


# What is typed


def _typed(question: TypedQuestion) -> Sheet:
    forms = [(question.a, _WHOLE, False), *((one.text, one.credit, True) for one in question.accept)]
    shares = tuple(Share(_pattern(text, wild=wild), credit) for text, credit, wild in forms)
    changed = (
        [("the markup of an answer", "plain text")] if _has_markup([text for text, _, _ in forms]) else []
    )
    return Sheet(
        type="shortanswer",
        q=question.q,
        held=_held("q a typed accept case"),
        shares=shares,
        case=question.case == "exact",
        changed=(*changed, *_rounded(shares)),
    )


def _pattern(text: str, *, wild: bool) -> str:
    """A typed answer as Moodle compares it."""
    plain = " ".join(to_plain(text).split())
    return plain if wild else plain.replace("*", "\\*")


def _has_markup(texts: Iterable[str]) -> bool:
    return any(to_plain(text) != text for text in texts)


def _recalled(question: Basic) -> Sheet:
    """A short answer is typed, a long one is a model to compare with."""
    plain = to_plain(question.a)
    held = _held("q a")
    if plain == question.a and "\n" not in plain and len(plain) <= _LONGEST_TYPED:
        shares = (Share(_pattern(plain, wild=False), _WHOLE),)
        return Sheet(type="shortanswer", q=question.q, held=held, shares=shares, changed=(_TO_TYPE,))
    changed = ((_TO_TYPE[0], "an essay with its model answer"),)
    return Sheet(type="essay", q=question.q, held=held, model=question.a, changed=changed)


def _date(question: DateQuestion) -> Sheet:
    shares = (Share(question.date, _WHOLE),)
    changed = (("a date", "a short answer, right as written"),)
    return Sheet(type="shortanswer", q=question.q, held=_held("q date"), shares=shares, changed=changed)


def _number(question: Numeric) -> Sheet:
    return Sheet(
        type="numerical",
        q=question.q,
        held=_held("q number tolerance unit unit_needed"),
        numbers=nears(question, question.number),
        units=question.unit,
        unit_needed=question.unit_needed,
    )


# Pairs and orders


def _match(question: Match) -> Sheet:
    rights = [*(right for _, right in question.match), *question.extra]
    return Sheet(
        type="matching",
        q=question.q,
        held=_held("q match extra"),
        pairs=tuple((left, to_plain(right)) for left, right in question.match),
        extra=tuple(map(to_plain, question.extra)),
        changed=(("the markup on the right", "plain text"),) if _has_markup(rights) else (),
    )


def _groups(question: Categorise) -> Sheet:
    """Each item with its group; one of several groups with the first of them."""
    pairs: dict[str, str] = {}
    for group, items in question.categories.items():
        for item in items:
            pairs.setdefault(item, to_plain(group))
    empty = [to_plain(group) for group in question.categories if to_plain(group) not in pairs.values()]
    return Sheet(
        type="matching",
        q=question.q,
        held=_held("q categories"),
        pairs=tuple(pairs.items()),
        extra=tuple(empty),
        changed=(("groups", "pairs, each item with its group"),),
    )


def _order(question: Order) -> Sheet:
    ties = any(len(tied) > 1 for tied in question.order)
    return Sheet(
        type="ordering",
        q=question.q,
        held=_held("q order scoring"),
        items=question.items,
        scoring=question.scoring,
        changed=(("items that may change places", "items with one place each"),) if ties else (),
    )


# What is written at length, gaps, pictures


def _open(question: Open) -> Sheet:
    return Sheet(type="essay", q=question.q, held=_held("q check a"), model=question.a, check=question.check)


def _list(question: ListQuestion) -> Sheet:
    return Sheet(
        type="essay",
        q=question.q,
        held=_held("q list"),
        check=tuple(" / ".join(forms) for forms in question.items),
        changed=(("a list to be named", "an essay with points to check"),),
    )


def _cloze(question: Cloze) -> Sheet | None:
    """None where a gap stands in code or a formula: there Moodle has none."""
    found = holes(question.cloze)
    if any(hole.place for hole in found.holes):
        return None
    tasks = tuple(
        Task(number, hole, question.gaps.get(number, GapSpec()), question)
        for number, hole in enumerate(found.holes, 1)
    )
    is_answered = question.typed or question.accept or question.gaps
    changed = (
        *([] if is_answered else [("gaps to be recalled", "gaps to be typed")]),
        *([("gaps asked one by one", "gaps asked together")] if len(found.parts) > 1 else []),
        *([("hints in gaps", "no hints")] if any(hole.hint for hole in found.holes) else []),
    )
    return Sheet(
        type="cloze",
        q=question.cloze,
        held=_held("cloze typed gaps accept case"),
        tasks=tasks,
        changed=changed,
    )


def _picture(question: Image) -> Sheet:
    boxes = tuple(
        (to_plain(one.label), (one.left, one.top, one.width, one.height))
        for one in read_regions(question.regions)
    )
    changed = () if question.click else (("covered parts", "parts to be found"),)
    return Sheet(
        type="ddmarker",
        q=question.q,
        held=_held("q image regions click hide typed"),
        picture=question.image,
        boxes=boxes,
        changed=changed,
    )


_MAKERS: Final[Mapping[type[Question], Callable[[Any], Sheet | None]]] = {
    Basic: _recalled,
    TypedQuestion: _typed,
    Choice: _choice,
    Multi: _multi,
    TrueFalse: _statement,
    Numeric: _number,
    DateQuestion: _date,
    Match: _match,
    Categorise: _groups,
    Order: _order,
    Open: _open,
    ListQuestion: _list,
    Cloze: _cloze,
    VerdictQuestion: _verdict,
    Image: _picture,
}
"""How each kind becomes a question there."""
