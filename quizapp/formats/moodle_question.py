"""A question of Moodle's XML as a card: a maker for each of its types that fits."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from quizapp.formats import moodle_gaps
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.text_source import markdown_of
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
_PLUGIN: Final = re.compile(r"@@PLUGINFILE@@/+", re.IGNORECASE)
_SIMPLE_PATTERN: Final = re.compile(r"[\w\s.,;:'’\-]+")


class _Answer(NamedTuple):
    text: str
    credit: Decimal
    """0 to 1."""
    feedback: str
    tolerance: str


class Question:
    """One question element with what it says."""

    def __init__(self, element: Element, number: int, refs: MediaRefs) -> None:
        self._element, self._number, self._refs = element, number, refs
        self.type = element.get("type", "")
        self.told: list[tuple[str, dict[str, str]]] = []
        """Warnings."""

    def card(self) -> Data | str:
        """The keys of the card; the code of why there is none, behind a blank its argument."""
        make = _MAKERS.get(self.type)
        if make is None:
            return f"import_kind {self.type or 'without a name'}"
        made = make(self)
        if isinstance(made, str):
            return made
        general = self.text("generalfeedback")
        explained = [words for words in (made.pop("explain", ""), general) if words]
        if explained:
            made["explain"] = "\n\n".join(str(words) for words in dict.fromkeys(map(str, explained)))
        hints: list[Value] = [words for hint in self._element.findall("hint") if (words := self._of(hint))]
        if hints:
            made["hint"] = hints if len(hints) > 1 else hints[0]
        tags: list[Value] = [
            words for tag in self._element.iterfind("tags/tag") if (words := _raw(tag.find("text")))
        ]
        if tags:
            made["tags"] = tags
        return made

    @property
    def raw(self) -> str:
        """For messages."""
        return _raw(self._element.find("name/text")) or self.text("questiontext")

    @property
    def id(self) -> str:
        """The id that its author gave it."""
        return _raw(self._element.find("idnumber"))

    # Texts

    def text(self, tag: str) -> str:
        """The Markdown of a part."""
        found = self._element.find(tag)
        return "" if found is None else self._of(found)

    def _of(self, element: Element) -> str:
        """The Markdown of an element with a `text` and perhaps files in it."""
        source = _raw(element.find("text"))
        return self._written(source, element.get("format", self._format()))

    def _format(self) -> str:
        asked = self._element.find("questiontext")
        return "html" if asked is None else asked.get("format", "html")

    def _written(self, source: str, format_: str) -> str:
        if format_ == "markdown":
            return source.strip()
        if format_ == "plain_text":
            return markdown_of(source, "plain")
        placed = _PLUGIN.sub(f"{self._number}/", source)
        return self._refs.html(placed, dollars=True).markdown

    def _html(self, source: str) -> str:
        return self._written(source, "html")

    def _answers(self) -> list[_Answer]:
        found = []
        for element in self._element.findall("answer"):
            feedback = element.find("feedback")
            tolerance = element.find("tolerance")
            found.append(
                _Answer(
                    self._of(element) if element.find("text") is not None else _raw(element),
                    _credit(element.get("fraction", "0")),
                    "" if feedback is None else self._of(feedback),
                    _raw(tolerance) if tolerance is not None else "",
                )
            )
        return found

    def _asked(self) -> str:
        return self.text("questiontext") or _raw(self._element.find("name/text"))

    # The types

    def choice(self) -> Data | str:
        answers = [one for one in self._answers() if one.text]
        right = [one for one in answers if one.credit > 0]
        if not right:
            return "import_no_answer"
        single = _raw(self._element.find("single")).lower() not in ("false", "0")
        if single:
            best = max(answers, key=lambda one: one.credit)
            wrong = [_wrong(one) for one in answers if one is not best]
            return self._with_feedback({"q": self._asked(), "a": best.text, "wrong": wrong}, [best])
        wrong = [_wrong(one) for one in answers if one not in right]
        data: Data = {"q": self._asked(), "a": [one.text for one in right], "wrong": wrong}
        return self._with_feedback(data, right)

    def truth(self) -> Data | str:
        best = max(self._answers(), key=lambda one: one.credit, default=None)
        if best is None:
            return "import_no_answer"
        data: Data = {"statement": self._asked(), "is": "false" if best.text.lower() == "false" else "true"}
        return self._with_feedback(data, self._answers())

    def short(self) -> Data | str:
        answers = [one for one in self._answers() if one.text.strip() and one.text.strip() != "\\*"]
        right = [one for one in answers if one.credit > 0]
        if not right:
            return "import_no_answer"
        best = max(right, key=lambda one: one.credit)
        data: Data = {"q": self._asked(), "a": best.text, "typed": "true"}
        accept: list[Value] = [
            one.text if one.credit == 1 else {"text": one.text, "credit": _plain(one.credit)}
            for one in right
            if one is not best
        ]
        if accept:
            data["accept"] = accept
        if _raw(self._element.find("usecase")) == "1":
            data["case"] = "exact"
        return self._with_feedback(data, right)

    def pattern(self) -> Data | str:
        """A regular expression: the answers that are plain words, the first of them right."""
        answers = [one for one in self._answers() if one.credit > 0 and one.text.strip()]
        plain = [one for one in answers if _SIMPLE_PATTERN.fullmatch(one.text)]
        if not plain:
            return "import_kind regexp"
        if len(plain) < len(answers):
            self.told.append(("import_lost", {"what": "An answer that is a pattern"}))
        data: Data = {"q": self._asked(), "a": plain[0].text, "typed": "true"}
        if plain[1:]:
            data["accept"] = [one.text for one in plain[1:]]
        return data

    def number(self) -> Data | str:
        answers = [one for one in self._answers() if one.credit > 0 and _is_number(one.text)]
        if not answers:
            return "import_no_answer"
        best = max(answers, key=lambda one: one.credit)
        data: Data = {"q": self._asked(), "number": _point(best.text)}
        tolerance = _point(best.tolerance or "0")
        same = [one for one in answers if _point(one.text) == _point(best.text)]
        if len(same) > 1:
            tiers = sorted(same, key=lambda one: -one.credit)
            data["tolerance"] = [
                {"within": _point(one.tolerance or "0"), "credit": _plain(one.credit)} for one in tiers
            ]
        elif _is_number(tolerance) and Decimal(tolerance) != 0:
            data["tolerance"] = tolerance
        if len(same) < len(answers):
            self.told.append(("import_lost", {"what": "A second right number"}))
        units = [_raw(unit) for unit in self._element.iterfind("units/unit/unit_name")]
        if any(units):
            data["unit"] = [unit for unit in units if unit]
        return self._with_feedback(data, answers)

    def match(self) -> Data | str:
        pairs: list[Value] = []
        extra: list[Value] = []
        for element in self._element.findall("subquestion"):
            left, answer = self._of(element), element.find("answer")
            right = "" if answer is None else self._of(answer)
            if left and right:
                pairs.append({left: right})
            elif right:
                extra.append(right)
        if len(pairs) < 2:
            return "import_no_answer"
        return {"q": self._asked(), "match": pairs, **({"extra": extra} if extra else {})}

    def order(self) -> Data | str:
        elements = sorted(
            self._element.findall("answer"), key=lambda one: _credit(one.get("fraction", "0"), 1)
        )
        items: list[Value] = [words for element in elements if (words := self._of(element))]
        return {"q": self._asked(), "order": items} if len(items) > 1 else "import_no_answer"

    def essay(self) -> Data | str:
        model = self.text("graderinfo")
        self.told.append(("import_changed", {"what": "An essay", "became": "a question you mark yourself"}))
        if model:
            check = ["It says what the model answer says."]
            return {"q": self._asked(), "a": model, "check": list[Value](check)}
        return {"q": self._asked(), "check": ["The question is answered in full."]}

    def embedded(self) -> Data | str:
        return moodle_gaps.embedded(_raw(self._element.find("questiontext/text")), self._html)

    def placed(self) -> Data | str:
        tag = moodle_gaps.GAPS_BY_TYPE[self.type]
        options = [
            (_raw(one.find("text")), _raw(one.find("group")) or "1") for one in self._element.findall(tag)
        ]
        return moodle_gaps.placed(_raw(self._element.find("questiontext/text")), options, self._html)

    def _with_feedback(self, data: Data, answers: list[_Answer]) -> Data:
        notes = dict.fromkeys(one.feedback for one in answers if one.feedback)
        if notes:
            data["explain"] = "\n\n".join(notes)
        return data


_MAKERS: Final[Mapping[str, Callable[[Question], Data | str]]] = {
    "multichoice": Question.choice,
    "truefalse": Question.truth,
    "shortanswer": Question.short,
    "regexp": Question.pattern,
    "numerical": Question.number,
    "matching": Question.match,
    "ddmatch": Question.match,
    "ordering": Question.order,
    "essay": Question.essay,
    "cloze": Question.embedded,
    "multianswer": Question.embedded,
    "gapselect": Question.placed,
    "ddwtos": Question.placed,
}
"""Type -> what makes its card."""


def _raw(element: Element | None) -> str:
    return "" if element is None or element.text is None else element.text.strip()


def _wrong(answer: _Answer) -> Value:
    if 0 < answer.credit < 1:
        more = {"feedback": answer.feedback} if answer.feedback else {}
        return {"text": answer.text, **more, "credit": _plain(answer.credit)}
    return {answer.text: answer.feedback} if answer.feedback else answer.text


def _credit(percent: str, of: int = 100) -> Decimal:
    try:
        share = Decimal(percent.strip() or "0") / of
    except InvalidOperation:
        return Decimal(0)
    if not share.is_finite():
        return Decimal(0)
    return share if of == 1 else max(Decimal(0), min(share, Decimal(1)))


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][-+]?\d+)?", text.strip()) is not None


def _point(text: str) -> str:
    return text.strip().replace(",", ".").lstrip("+")


def _plain(credit: Decimal) -> str:
    return f"{credit.normalize():f}"[:8]
