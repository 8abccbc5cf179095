"""Moodle's questions with gaps in their text, as clozes of ours: all gaps of one are asked together."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from quizapp.formats import gift_text
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
_EMBEDDED: Final = re.compile(r"\{(\d*):([A-Z_]+):((?:\\.|[^\\{}]|\{[^{}]*\})*)\}", re.DOTALL)
_PLACED: Final = re.compile(r"\[\[(\d{1,3})\]\]")
_WEIGHT: Final = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_TYPED: Final = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"})
_EXACT: Final = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_NUMBERS: Final = frozenset({"NUMERICAL", "NM"})
_TAGS: Final = re.compile(r"<[^>]*>")


class Gap(NamedTuple):
    """What is hidden, and how it is answered."""

    hidden: str
    """Markdown."""
    options: Data
    """Under `gaps`."""


def embedded(text: str, markdown: Callable[[str], str]) -> Data | str:
    """A text with answers in it, `{1:SHORTANSWER:=Oslo~%50%Bergen}`; the code of why it is no cloze."""
    gaps: list[Gap] = []

    def put(match: re.Match[str]) -> str:
        gap = _gap(match[2], match[3], markdown)
        if gap is None:
            return match[0]
        gaps.append(gap)
        return f"\ue000{len(gaps)}\ue001"

    return _filled(_EMBEDDED.sub(put, text), gaps, markdown)


def placed(text: str, options: Sequence[tuple[str, str]], markdown: Callable[[str], str]) -> Data | str:
    """A text with `[[1]]` for the first of the options. options: (text, its group): the others of a gap's
    group are its wrong options."""
    gaps: list[Gap] = []

    def put(match: re.Match[str]) -> str:
        number = int(match[1]) - 1
        if number >= len(options):
            return match[0]
        right, group = options[number]
        others = [each for each, own in options if own == group and each != right]
        wrong: list[Value] = list(dict.fromkeys(markdown(each) for each in others))
        gaps.append(Gap(markdown(right), {"wrong": wrong} if wrong else {}))
        return f"\ue000{len(gaps)}\ue001"

    return _filled(_PLACED.sub(put, text), gaps, markdown)


def _filled(text: str, gaps: list[Gap], markdown: Callable[[str], str]) -> Data | str:
    if not gaps:
        return "import_no_holes"
    written = markdown(text)
    for number, gap in enumerate(gaps, 1):
        hidden = gap.hidden.replace("}}", "} }")
        written = written.replace(f"\ue000{number}\ue001", f"{{{{c1::{hidden}}}}}")
    options: dict[str, Value] = {
        str(number): gap.options for number, gap in enumerate(gaps, 1) if gap.options
    }
    data: Data = {"cloze": written}
    if len(options) < len(gaps):
        data["typed"] = "true"
    if options:
        data["gaps"] = options
    return data


def _gap(kind: str, body: str, markdown: Callable[[str], str]) -> Gap | None:
    answers = [_answer(sign, part) for sign, part in gift_text.split(body, "=~")]
    known = [one for one in answers if one.text]
    right = [one for one in known if one.credit == 100]
    if not right:
        return None
    if kind in _NUMBERS:
        return _number(right[0])
    best = markdown(right[0].text)
    if kind in _TYPED:
        accept: list[Value] = []
        for one in known:
            text = markdown(one.text)
            if one is not right[0] and one.credit > 0 and text != "*":
                accept.append(text if one.credit >= 100 else {"text": text, "credit": _share(one.credit)})
        options: Data = {"accept": accept} if accept else {}
        return Gap(best, options | ({"case": "exact"} if kind in _EXACT else {}))
    wrong = [_wrong(one, markdown) for one in known if one.credit < 100]
    return Gap(best, {"wrong": wrong} if wrong else {})


class _Answer(NamedTuple):
    credit: float
    text: str
    feedback: str


def _answer(sign: str, part: str) -> _Answer:
    credit = 100.0 if sign == "=" else 0.0
    rest = part.strip()
    if match := _WEIGHT.match(rest):
        credit, rest = float(match[1]), rest[match.end() :]
    said, *feedback = [each for _, each in gift_text.split(rest, "#")]
    return _Answer(credit, gift_text.unescaped(said), gift_text.unescaped("#".join(feedback)))


def _number(answer: _Answer) -> Gap | None:
    number, _, within = _TAGS.sub("", answer.text).strip().partition(":")
    number = number.strip().replace(",", ".")
    if not re.fullmatch(r"[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?", number):
        return None
    tolerance = within.strip().replace(",", ".") or "0"
    options: Data = {"number": number}
    if tolerance not in ("0", "0.0"):
        options["tolerance"] = tolerance
    return Gap(number, options)


def _wrong(answer: _Answer, markdown: Callable[[str], str]) -> Value:
    text, feedback = markdown(answer.text), markdown(answer.feedback)
    if answer.credit > 0:
        return {"text": text, **({"feedback": feedback} if feedback else {}), "credit": _share(answer.credit)}
    return {text: feedback} if feedback else text


def _share(credit: float) -> str:
    return f"{credit / 100:g}"


def has_gaps(text: str) -> bool:
    """Whether a text holds answers of Moodle's own."""
    return _EMBEDDED.search(text) is not None


GAPS_BY_TYPE: Final[Mapping[str, str]] = {"gapselect": "selectoption", "ddwtos": "dragbox"}
"""Question type -> the element of its options."""
