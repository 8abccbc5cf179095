"""A question of Moodle's XML as a card: a maker for each of its types that fits."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Final

from quizapp.formats import moodle_calculated, moodle_gaps, moodle_places, moodle_rows
from quizapp.formats.left_out import NO_ANSWER, NO_QUESTION, Data, Told, changed, lost, no_kind, unread
from quizapp.formats.moodle_asked import Answer, Asked
from quizapp.formats.moodle_numbers import credit_of, is_number, plain, point, tiers_of
from quizapp.formats.moodle_texts import essay_keys, typed_form
from quizapp.formats.once import once
from quizapp.formats.yaml_emit import Value

_SIMPLE_PATTERN: Final = re.compile(r"[\w\s,;:'’\-]+")
_FALSE: Final = frozenset({"false", "f", "0", "faux", "falsch", "falso", "onwaar"})
_SCORINGS: Final[Mapping[str, str]] = {
    "-1": "exact",
    "ALL_OR_NOTHING": "exact",
    "3": "longest",
    "LONGEST_ORDERED_SUBSET": "longest",
    "4": "longest",
    "LONGEST_CONTIGUOUS_SUBSET": "longest",
}
"""How Moodle grades an order -> `scoring`."""
Maker = Callable[[Asked], Data | Told]


def card_of(asked: Asked) -> Data | Told:
    """The keys of the card, or why there is none."""
    make = _MAKERS.get(asked.type)
    if make is None:
        return no_kind(asked.type or "without a name")
    made = make(asked)
    if isinstance(made, Told):
        return made
    if not any(made.get(key) for key in ("q", "cloze", "statement")):
        return NO_QUESTION
    explain = (str(made.pop("explain", "")), asked.text("generalfeedback"))
    hints: list[Value] = [words for hint in asked.element.findall("hint") if (words := asked.of(hint))]
    tags: list[Value] = list(
        dict.fromkeys(tag.text.strip() for tag in asked.element.iterfind("tags/tag/text") if tag.text)
    )
    beyond: dict[str, Value] = {
        "hint": hints if len(hints) > 1 else "".join(map(str, hints)),
        "explain": "\n\n".join(dict.fromkeys(filter(None, explain))),
        "image": "" if "image" in made else asked.picture(),
        "media": asked.sound(),
        "tags": tags,
    }
    data, told = once(made | {key: value for key, value in beyond.items() if value})
    asked.told += told
    return data


# Options


def _choice(asked: Asked) -> Data | Told:
    """Of one where it says so; where it says nothing, if one option alone earns it all."""
    if asked.said("single"):
        return options(asked, single=asked.truth("single", default=True))
    credits = [credit_of(answer.get("fraction", "0")) for answer in asked.element.findall("answer")]
    return options(asked, single=1 in credits or sum(map(bool, credits)) < 2)


def options(asked: Asked, *, single: bool) -> Data | Told:
    """A choice of one or of several."""
    q = asked.asked
    answers = [one for one in asked.answers() if one.text]
    right = [one for one in answers if one.credit > 0]
    if not right:
        return NO_ANSWER
    if single:
        best = max(answers, key=lambda one: one.credit)
        wrong = [_wrong(one) for one in answers if one is not best]
        return _explained({"q": q, "a": best.text, "wrong": wrong}, [best])
    if len({round(one.credit, 3) for one in right}) > 1:
        asked.told.append(changed("The weights of the right options", "equal shares"))
    wrong = [_wrong(one) for one in answers if one not in right]
    return _explained({"q": q, "a": [one.text for one in right], "wrong": wrong}, right)


def _several(asked: Asked) -> Data | Told:
    return options(asked, single=False)


def _all_or_nothing(asked: Asked) -> Data | Told:
    made = options(asked, single=False)
    return made if isinstance(made, Told) else made | {"scoring": "exact"}


def _wrong(one: Answer) -> Value:
    if one.credit > 0:
        more = {"feedback": one.feedback} if one.feedback else {}
        return {"text": one.text, **more, "credit": plain(one.credit)}
    return {one.text: one.feedback} if one.feedback else one.text


def _truth(asked: Asked) -> Data | Told:
    answers = asked.answers(plain=True)
    best = max(answers, key=lambda one: one.credit, default=None)
    if best is None or best.credit <= 0:
        return NO_ANSWER
    is_true = best.raw.strip().casefold() not in _FALSE
    others = sorted(answers, key=lambda one: -one.credit)
    return _explained({"statement": asked.asked, "is": "true" if is_true else "false"}, others)


# What is typed


def _short(asked: Asked) -> Data | Told:
    answers = asked.answers(plain=True)
    right = [one for one in answers if one.credit > 0 and one.raw.strip(" *")]
    if not right:
        return NO_ANSWER
    best = max(right, key=lambda one: (one.credit, "*" not in one.raw))
    data: Data = {"q": asked.asked, "a": _form(best)[0], "typed": "true"}
    accept: list[Value] = [pattern] if (pattern := _form(best)[1]) else []
    for one in right:
        shown, pattern = _form(one)
        if not pattern and re.search(r"(?<!\\)\*", one.raw):
            asked.told.append(lost(f"The wildcard of “{one.raw}”"))
        if one is not best:
            text = pattern or shown
            accept.append(text if one.credit == 1 else {"text": text, "credit": plain(one.credit)})
    if accept:
        data["accept"] = accept
    if asked.truth("usecase", default=False):
        data["case"] = "exact"
    return _explained(data, _known_first(right, answers))


def _form(one: Answer) -> tuple[str, str]:
    """As it is shown, and as a pattern."""
    return typed_form(one.raw) if "*" in one.raw else (one.text, "")


def _known_first(right: Iterable[Answer], answers: Iterable[Answer]) -> list[Answer]:
    """Right answers, then what stands for whatever else is typed."""
    return [*right, *(one for one in answers if not one.raw.strip(" *"))]


def _pattern(asked: Asked) -> Data | Told:
    """A regular expression: the answers that are plain words, the first of them right."""
    answers = [one for one in asked.answers(plain=True) if one.credit > 0]
    simple = [one for one in answers if _SIMPLE_PATTERN.fullmatch(one.raw)]
    if not simple:
        return no_kind("regexp")
    if len(simple) < len(answers):
        asked.told.append(lost("An answer that is a pattern"))
    data: Data = {"q": asked.asked, "a": simple[0].text, "typed": "true"}
    if simple[1:]:
        data["accept"] = [one.text for one in simple[1:]]
    return data


def _number(asked: Asked) -> Data | Told:
    numbers = [
        (point(one.raw), point(one.element.findtext("tolerance", "0")), one)
        for one in asked.answers(plain=True)
        if one.credit > 0 and is_number(one.raw)
    ]
    return numeric(asked, numbers)


def numeric(asked: Asked, numbers: list[tuple[str, str, Answer]]) -> Data | Told:
    """numbers: (number, how far off counts, its answer)."""
    if not numbers:
        return NO_ANSWER
    best = max(numbers, key=lambda one: one[2].credit)
    same = [one for one in numbers if one[0] == best[0]]
    if len(same) < len(numbers):
        asked.told.append(lost("A second right number"))
    data: Data = {"q": asked.asked, "number": best[0]}
    tolerance = tiers_of([(within, answer.credit) for _, within, answer in same])
    if tolerance:
        data["tolerance"] = tolerance
    units: list[Value] = [
        name
        for unit in asked.element.iterfind("units/unit")
        if (name := unit.findtext("unit_name", "").strip()) and is_one(unit.findtext("multiplier", "1"))
    ]
    if units:
        data["unit"] = units
        if asked.said("unitgradingtype") in ("1", "2"):
            data["unit_needed"] = "true"
    if len(units) < len(asked.element.findall("units/unit")):
        asked.told.append(lost("A unit of another size"))
    return _explained(data, [answer for _, _, answer in numbers])


def is_one(multiplier: str) -> bool:
    """Whether a unit is as big as that of the number."""
    return is_number(multiplier) and Decimal(point(multiplier)) == 1


# Pairs and orders


def _match(asked: Asked) -> Data | Told:
    pairs: list[Value] = []
    extra: list[Value] = []
    for element in asked.element.findall("subquestion"):
        left, answer = asked.of(element), element.find("answer")
        right = ""
        if answer is not None:
            right = asked.of(answer) if "format" in answer.attrib else asked.word(answer)
        if left and right:
            pairs.append({left: right})
        elif right:
            extra.append(right)
    if len(pairs) < 2:
        return unread("it has fewer than two pairs")
    return {"q": asked.asked, "match": pairs, **({"extra": extra} if extra else {})}


def _order(asked: Asked) -> Data | Told:
    places = sorted(asked.answers(), key=lambda one: _place(one.element.get("fraction", "0")))
    data: Data = {"q": asked.asked, "order": [one.text for one in places if one.text]}
    scoring = _SCORINGS.get(asked.said("gradingtype"))
    return data | ({"scoring": scoring} if scoring else {})


def _place(fraction: str) -> Decimal:
    return Decimal(point(fraction)) if is_number(fraction) else Decimal(0)


# What is written at length, and gaps


def _essay(asked: Asked) -> Data | Told:
    asked.told.append(changed("An essay", "a question you mark yourself"))
    return {"q": asked.asked, **essay_keys(asked.text("graderinfo"))}


def _embedded(asked: Asked) -> Data | Told:
    return moodle_gaps.embedded(asked.said("questiontext/text"), asked.html, asked.told)


def _placed(asked: Asked) -> Data | Told:
    found = asked.element.findall(moodle_gaps.GAPS_BY_TYPE[asked.type])
    words = [((one.findtext("text") or "").strip(), (one.findtext("group") or "1").strip()) for one in found]
    return moodle_gaps.placed(asked.said("questiontext/text"), words, asked.html)


# Numbers that vary


def _calculated(asked: Asked) -> Data | Told:
    values = moodle_calculated.values_of(asked)
    asked.fill = values.fill
    found = moodle_calculated.numbers(asked, values)
    return numeric(asked, found) if found else unread("its formula has no value with the numbers in the file")


def _calculated_choice(asked: Asked) -> Data | Told:
    asked.fill = moodle_calculated.values_of(asked).fill
    return _choice(asked)


def _explained(data: Data, answers: Iterable[Answer]) -> Data:
    notes = dict.fromkeys(one.feedback for one in answers if one.feedback)
    if notes:
        data["explain"] = "\n\n".join(notes)
    return data


_MAKERS: Final[Mapping[str, Maker]] = {
    "multichoice": _choice,
    "multichoiceset": _all_or_nothing,
    "oumultiresponse": _several,
    "truefalse": _truth,
    "shortanswer": _short,
    "regexp": _pattern,
    "numerical": _number,
    "calculated": _calculated,
    "calculatedsimple": _calculated,
    "calculatedmulti": _calculated_choice,
    "matching": _match,
    "match": _match,
    "ddmatch": _match,
    "ordering": _order,
    "essay": _essay,
    "cloze": _embedded,
    "multianswer": _embedded,
    "gapselect": _placed,
    "ddwtos": _placed,
    "ddimageortext": moodle_places.labels,
    "ddmarker": moodle_places.markers,
    "kprime": moodle_rows.judged,
    "mtf": moodle_rows.judged,
}
"""Type of question -> what makes a card of it."""
