"""Our notes as notes of Anki: which note type, what its fields hold, which card of it is which of ours."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Final

from quizapp.core.kinds.base import Option, Question
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.regions import read_regions
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.formats import anki_types as types
from quizapp.formats.anki_gaps import cloze_html, guarded, hole_numbers
from quizapp.formats.anki_sheet import Fields, Outgoing, Sheet, asked, bullets, image, listed
from quizapp.formats.anki_types import OwnType
from quizapp.formats.anki_words import IN_WORDS


def sheet_of(out: Outgoing) -> Sheet:
    """A note with all that its fields can hold."""
    sheet = MAKERS[type(out.question)](out)
    return sheet._replace(fields=sheet.fields | _beyond(out, sheet.type))


def _beyond(out: Outgoing, type_: OwnType) -> Fields:
    note = out.leaving.note
    sources = out.leaving.shipped.deck.sources
    cited = [
        ", ".join(filter(None, (sources[one.name].citation if one.name in sources else one.name, one.at)))
        for one in note.source
    ]
    picture = out.file(note.image) if note.image else ""
    sound = out.file(note.media) if note.media else ""
    return {
        types.EXTRA if type_.has_extra else "Explanation": out.html(note.explain),
        "Hint": listed([out.html(hint) for hint in note.hint]),
        "Source": listed([escape(cite, quote=False) for cite in cited]),
        "Picture": image(picture, note.alt),
        "Sound": f"[sound:{sound}]" if sound else "",
    }


# Front and back


def _basic(out: Outgoing) -> Sheet:
    kinds = (types.BASIC, types.BOTH_WAYS)
    return _two_sides(out, kinds[out.question.reverse])


def _typed(out: Outgoing) -> Sheet:
    kinds = (types.TYPED, types.TYPED_BOTH_WAYS)
    return _two_sides(out, kinds[out.question.reverse])


def _two_sides(out: Outgoing, type_: OwnType) -> Sheet:
    one, other = type_.fields
    parts = out.leaving.note.parts
    fields = {one: out.html(out.question.q), other: out.html(out.question.a)}
    return Sheet(type_, fields, {part: number for number, part in enumerate(parts)})


# Options


def _choice(out: Outgoing) -> Sheet:
    fields = {"Question": out.html(out.question.q), "Options": _options(out)}
    fields |= {"Answer": out.html(out.question.a), "Wrong": _wrong(out, out.question.wrong)}
    return Sheet(types.CHOICE, fields, {"": 0})


def _multi(out: Outgoing) -> Sheet:
    fields = {"Question": out.html(out.question.q), "Options": _options(out)}
    fields |= {"Answers": bullets(map(out.html, out.question.a)), "Wrong": _wrong(out, out.question.wrong)}
    return Sheet(types.MULTI, fields, {"": 0})


def _options(out: Outgoing) -> str:
    """All of them, in an order that says nothing."""
    return bullets(out.html(option.text) for option in asked(out).options)


def _wrong(out: Outgoing, wrong: Sequence[Option]) -> str:
    return bullets(
        out.html(option.text)
        + (f'<div class="why">{out.html(option.feedback)}</div>' if option.feedback else "")
        for option in wrong
    )


def _statement(out: Outgoing) -> Sheet:
    verdict = "True" if out.question.is_ else "False"
    return Sheet(
        types.STATEMENT, {"Statement": out.html(out.question.statement), "Verdict": verdict}, {"": 0}
    )


def _in_words(out: Outgoing) -> Sheet:
    front, back = IN_WORDS[type(out.question)]
    return Sheet(types.BASIC, {"Front": front(out), "Back": back(out)}, {"": 0})


def _cloze(out: Outgoing) -> Sheet:
    type_ = types.CLOZE_TYPED if out.question.typed else types.CLOZE
    numbers = hole_numbers(out.question.cloze)
    return Sheet(
        type_,
        {type_.fields[0]: cloze_html(out.question.cloze, numbers, out.html)},
        {part: number - 1 for part, number in numbers.items()},
    )


# Pictures with covered parts


def _image(out: Outgoing) -> Sheet:
    question = out.question
    inactive = ":oi=1" if question.hide == "all" else ""
    regions = read_regions(question.regions)
    numbers = {label: number for number, label in enumerate(out.leaving.note.parts, 1)}
    shapes = "<br>".join(
        f"{{{{c{numbers[one.label]}::image-occlusion:rect:left={_share(one.left)}:top={_share(one.top)}"
        f":width={_share(one.width)}:height={_share(one.height)}{inactive}}}}}"
        for one in regions
    )
    named = " ".join(f"{{{{c{number}::{guarded(out.html(label))}}}}}" for label, number in numbers.items())
    fields = {
        "Occlusion": shapes,
        "Image": image(out.file(question.image), question.alt),
        "Header": out.html(question.q),
        "Names": named,
    }
    return Sheet(types.OCCLUSION, fields, {label: number - 1 for label, number in numbers.items()})


def _share(per_cent: Any) -> str:
    """Per cent as Anki has it: a fraction of 1."""
    return f"{float(per_cent) / 100:.6f}".rstrip("0").rstrip(".") or "0"


MAKERS: Final[Mapping[type[Question], Callable[[Outgoing], Sheet]]] = {
    Basic: _basic,
    TypedQuestion: _typed,
    Choice: _choice,
    Multi: _multi,
    TrueFalse: _statement,
    Cloze: _cloze,
    Image: _image,
    **dict.fromkeys(IN_WORDS, _in_words),
}
"""How each kind becomes a note; those not here have no counterpart."""
