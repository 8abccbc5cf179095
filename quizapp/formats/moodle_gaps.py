"""Moodle's questions with gaps in their text, as clozes of ours: all gaps of one are asked together."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from html import unescape
from typing import Final, NamedTuple

from quizapp.formats import gift_text
from quizapp.formats.left_out import Data, Told, changed, lost, unread
from quizapp.formats.moodle_numbers import credit_of, is_number, plain, point, tiers_of
from quizapp.formats.moodle_texts import typed_form
from quizapp.formats.yaml_emit import Value

_EMBEDDED: Final = re.compile(r"\{(\d*):([A-Z_]+):((?:\\.|[^\\{}]|\{[^{}]*\})*)\}", re.DOTALL)
_PLACED: Final = re.compile(r"\[\[(\d{1,3})\]\]")
_WEIGHT: Final = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_MARKED: Final = re.compile("\ue000(\\d+)\ue001")
_EXACT: Final = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_TYPED: Final = frozenset({"SHORTANSWER", "SA", "MW"}) | _EXACT
_NUMBERS: Final = frozenset({"NUMERICAL", "NM"})
_TAGS: Final = re.compile(r"<[^>]*>")
_ESCAPED: Final = re.compile(r"\\([/\"])|\\.", re.DOTALL)
"""What is escaped in a gap; the first two are no signs of GIFT's."""
_SIGN: Final = re.compile(r"&#(?:\d+|x[0-9a-fA-F]+);|&(?:apos|quot|nbsp);")
NO_HOLES: Final = Told("import_no_holes")

Markdown = Callable[[str], str]


class Gap(NamedTuple):
    """What is hidden, and how it is answered."""

    hidden: str
    """Markdown."""
    options: Data
    """Under `gaps`."""
    feedback: str = ""
    """For what is right."""


def embedded(text: str, markdown: Markdown, told: list[Told]) -> Data | Told:
    """A text with answers in it, `{1:SHORTANSWER:=Oslo~%50%Bergen}`. told: takes warnings."""
    gaps: list[Gap | None] = []

    def put(match: re.Match[str]) -> str:
        gaps.append(_gap(match[2], _SIGN.sub(_meant, match[3]), markdown, told))
        return f"\ue000{len(gaps)}\ue001"

    body = _EMBEDDED.sub(put, text)
    known = [gap for gap in gaps if gap is not None]
    if len(known) < len(gaps):
        return unread("a gap has no right answer")
    return _filled(body, known, markdown)


def placed(text: str, options: Sequence[tuple[str, str]], markdown: Markdown) -> Data | Told:
    """A text with `[[1]]` for the first of the options. options: (text, its group): the others of a gap's
    group are its wrong options."""
    gaps: list[Gap] = []

    def put(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        if not 0 <= number < len(options):
            return match[0]
        right, group = options[number]
        others = [each for each, own in options if own == group and each != right]
        hidden = markdown(right)
        texts = dict.fromkeys(markdown(each) for each in others)
        wrong: list[Value] = [text for text in texts if text and text != hidden]
        gaps.append(Gap(hidden, {"wrong": wrong} if wrong else {}))
        return f"\ue000{len(gaps)}\ue001"

    return _filled(_PLACED.sub(put, text), gaps, markdown)


def _filled(text: str, gaps: list[Gap], markdown: Markdown) -> Data | Told:
    if not gaps:
        return NO_HOLES

    def put(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        return f"{{{{c1::{_hidden(gaps[number].hidden)}}}}}" if number < len(gaps) else ""

    written = markdown(text).replace("{{", "{ {")
    options: dict[str, Value] = {
        str(number): gap.options for number, gap in enumerate(gaps, 1) if gap.options
    }
    data: Data = {"cloze": _MARKED.sub(put, written)}
    if len(options) < len(gaps):
        data["typed"] = "true"
    if options:
        data["gaps"] = options
    notes = dict.fromkeys(gap.feedback for gap in gaps if gap.feedback)
    if notes:
        data["explain"] = "\n\n".join(notes)
    return data


def _hidden(text: str) -> str:
    """A text that neither ends its hole nor begins a hint."""
    safe = text.replace("{{", "{ {").replace("}}", "} }").replace(" :: ", " : : ")
    return f"{safe} " if safe.endswith("}") else safe


class _Answer(NamedTuple):
    credit: Decimal
    text: str
    feedback: str


def _gap(kind: str, body: str, markdown: Markdown, told: list[Told]) -> Gap | None:
    """None if nothing in it is right."""
    known = [one for sign, part in gift_text.split(body, "=~") if (one := _answer(sign, part)).text]
    right = [one for one in known if one.credit > 0 and one.text.strip() != "*"]
    if kind in _NUMBERS:
        right = [one for one in right if is_number(_number(one)[0])]
    if not right:
        return None
    best = max(right, key=lambda one: one.credit)
    if kind in _NUMBERS:
        return _numeric(best, right, markdown, told)
    if kind in _TYPED:
        return _typed(best, right, markdown, exact=kind in _EXACT)
    if any(one.credit == 1 for one in right if one is not best):
        told.append(changed("A gap with several right options", "one of which each is right"))
    hidden = markdown(best.text)
    others = [one for one in known if one is not best and markdown(one.text) != hidden]
    wrong = [_wrong(one, markdown) for one in others]
    return Gap(hidden, {"wrong": wrong} if wrong else {}, markdown(best.feedback))


def _typed(best: _Answer, right: list[_Answer], markdown: Markdown, *, exact: bool) -> Gap:
    accept: list[Value] = []
    hidden = markdown(best.text)
    if "*" in best.text:
        hidden, pattern = typed_form(best.text)
        accept += [pattern] if pattern else []
    for one in right:
        text = typed_form(one.text)[1] if "*" in one.text else markdown(one.text)
        if one is not best and text and text != hidden:
            accept.append(text if one.credit == 1 else {"text": text, "credit": plain(one.credit)})
    options: Data = {"accept": accept} if accept else {}
    return Gap(hidden, options | ({"case": "exact"} if exact else {}), markdown(best.feedback))


def _numeric(best: _Answer, right: list[_Answer], markdown: Markdown, told: list[Told]) -> Gap:
    number = _number(best)[0]
    same = [one for one in right if _number(one)[0] == number]
    if len(same) < len(right):
        told.append(lost("A second right number"))
    tolerance = tiers_of([(_number(one)[1], one.credit) for one in same])
    options: Data = {"tolerance": tolerance} if tolerance else {"number": number}
    return Gap(number, options, markdown(best.feedback))


def _answer(sign: str, part: str) -> _Answer:
    credit = Decimal(1 if sign == "=" else 0)
    rest = part.strip()
    if match := _WEIGHT.match(rest):
        credit, rest = credit_of(match[1]), rest[match.end() :]
    said, *feedback = [each for _, each in gift_text.split(rest, "#")]
    return _Answer(credit, _unescaped(said), _unescaped("#".join(feedback)))


def _unescaped(text: str) -> str:
    return gift_text.unescaped(_ESCAPED.sub(lambda match: match[1] or match[0], text))


def _number(answer: _Answer) -> tuple[str, str]:
    """The number, and how far off counts."""
    number, _, within = _TAGS.sub("", answer.text).strip().partition(":")
    return point(number), point(within)


def _wrong(answer: _Answer, markdown: Markdown) -> Value:
    text, feedback = markdown(answer.text), markdown(answer.feedback)
    if answer.credit > 0:
        more = {"feedback": feedback} if feedback else {}
        return {"text": text, **more, "credit": plain(answer.credit)}
    return {text: feedback} if feedback else text


def _meant(match: re.Match[str]) -> str:
    """A sign that was written by its number, so that its # begins no feedback."""
    sign = unescape(match[0])
    return match[0] if sign in "<>&" else f"\\{sign}" if sign in "~=#{}" else sign


GAPS_BY_TYPE: Final[Mapping[str, str]] = {"gapselect": "selectoption", "ddwtos": "dragbox"}
"""Question type -> the element of its options."""
