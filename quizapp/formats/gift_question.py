"""A question of GIFT as a card: which kind its answers make it, and what becomes of weights and feedback."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from quizapp.formats import gift_text
from quizapp.formats.gift_text import Parts
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.text_source import markdown_of
from quizapp.formats.yaml_emit import Value

Data = dict[str, Value]
_WEIGHT: Final = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH: Final = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?=#|$)", re.IGNORECASE)
_ARROW: Final = re.compile(r"(?<!\\)->")
_NUMBER: Final = r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:[eE][-+]?\d+)?"
_RANGE: Final = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*")
_NEAR: Final = re.compile(rf"\s*({_NUMBER})\s*(?::\s*({_NUMBER}))?\s*")
_GAP: Final = "\\_\\_\\_\\_\\_"


class _Answer(NamedTuple):
    """One answer between the braces; texts with their escapes."""

    sign: str
    weight: Decimal | None
    """Per cent."""
    text: str
    feedback: str

    @property
    def credit(self) -> Decimal:
        """0 to 1."""
        given = self.weight if self.weight is not None else Decimal(100 if self.sign == "=" else 0)
        return max(Decimal(0), min(given / 100, Decimal(1)))


class Question:
    """One question: what kind it is, and its card."""

    def __init__(self, parts: Parts, refs: MediaRefs) -> None:
        self._parts, self._refs = parts, refs
        self.told: list[tuple[str, dict[str, str]]] = []
        """Warnings."""

    def card(self) -> Data | str:
        """The keys of the card, or the code of why there is none."""
        body, general = _general(self._parts.answer or "")
        made = self._made(body)
        if isinstance(made, dict) and general:
            made.setdefault("explain", self._text(general))
        return made

    def _made(self, body: str) -> Data | str:
        asked = self._asked()
        if not asked:
            return "import_no_question"
        stripped = body.strip()
        if not stripped:
            return self._essay(asked)
        if match := _TRUTH.match(stripped):
            return self._truth(asked, match[1], stripped[match.end() :])
        if stripped.startswith("#"):
            return self._number(asked, stripped[1:])
        answers = _answers(stripped)
        if any(_ARROW.search(answer.text) for answer in answers):
            return self._match(asked, answers)
        if any(answer.sign == "~" for answer in answers):
            return self._choice(asked, answers)
        return self._typed(asked, answers)

    # The kinds

    def _essay(self, asked: str) -> Data:
        general = _general(self._parts.answer or "")[1]
        self.told.append(("import_changed", {"what": "An essay", "became": "a question you mark yourself"}))
        data: Data = {"q": asked, "check": ["The question is answered in full."]}
        if general:
            data = {"q": asked, "a": self._text(general), "check": ["It says what the model answer says."]}
        return data

    def _truth(self, asked: str, word: str, rest: str) -> Data:
        """`T#feedback if wrong#feedback if right`."""
        is_true = word.upper().startswith("T")
        notes = [self._text(part) for _, part in gift_text.split(rest, "#")[1:]]
        data: Data = {"statement": asked, "is": "true" if is_true else "false"}
        if any(notes):
            data["explain"] = "\n\n".join(dict.fromkeys(filter(None, notes)))
        return data

    def _number(self, asked: str, body: str) -> Data | str:
        answers = _answers(body) if gift_text.find(body, "=~") >= 0 else [_answer("=", body)]
        tiers = [(answer, _tier(answer.text)) for answer in answers if answer.credit > 0]
        if not tiers or any(tier is None for _, tier in tiers):
            return "import_syntax"
        best = max(tiers, key=lambda pair: pair[0].credit)
        first = best[1]
        assert first is not None
        data: Data = {"q": asked, "number": first.number}
        same = [(answer, tier) for answer, tier in tiers if tier is not None and tier.number == first.number]
        if len(same) > 1 and all(tier.within is not None for _, tier in same):
            ordered = sorted(same, key=lambda pair: -pair[0].credit)
            data["tolerance"] = [
                {"within": tier.within or "0", "credit": _plain(answer.credit)} for answer, tier in ordered
            ]
        elif first.within not in (None, "0"):
            data["tolerance"] = str(first.within)
        if len(same) < len(tiers):
            self.told.append(("import_lost", {"what": "A second right number"}))
        self._feedback(data, [answer for answer in answers if answer.feedback.strip()])
        return data

    def _match(self, asked: str, answers: list[_Answer]) -> Data | str:
        pairs: list[Value] = []
        extra: list[Value] = []
        for answer in answers:
            left, *right = _ARROW.split(answer.text, maxsplit=1)
            if not right:
                return "import_syntax"
            if self._text(left):
                pairs.append({self._text(left): self._text(right[0])})
            else:
                extra.append(self._text(right[0]))
        if len(pairs) < 2:
            return "import_no_answer"
        return {"q": asked, "match": pairs, **({"extra": extra} if extra else {})}

    def _choice(self, asked: str, answers: list[_Answer]) -> Data | str:
        right = [answer for answer in answers if answer.sign == "=" and answer.credit > 0]
        several = [answer for answer in answers if answer.sign == "~" and answer.credit > 0]
        if len(right) == 1:
            wrong = [self._wrong(answer) for answer in answers if answer is not right[0]]
            data: Data = {"q": asked, "a": self._text(right[0].text), "wrong": wrong}
            self._feedback(data, [one for one in right if one.feedback.strip()])
            return data
        full = [answer for answer in several if answer.credit == 1]
        if len(full) == 1 and len(several) == 1 and not right:
            return self._choice(asked, [one._replace(sign="=") if one is full[0] else one for one in answers])
        chosen = right or several
        if not chosen:
            return "import_no_answer"
        wrong = [self._wrong(answer, partly=False) for answer in answers if answer not in chosen]
        data = {"q": asked, "a": [self._text(answer.text) for answer in chosen], "wrong": wrong}
        self._feedback(data, [one for one in chosen if one.feedback.strip()])
        return data

    def _typed(self, asked: str, answers: list[_Answer]) -> Data | str:
        known = [answer for answer in answers if self._text(answer.text)]
        if not known:
            return "import_no_answer"
        best = max(known, key=lambda answer: answer.credit)
        data: Data = {"q": asked, "a": self._text(best.text), "typed": "true"}
        accept: list[Value] = []
        for answer in known:
            if answer is best or answer.credit <= 0:
                continue
            text = self._text(answer.text)
            accept.append(text if answer.credit == 1 else {"text": text, "credit": _plain(answer.credit)})
        if accept:
            data["accept"] = accept
        self._feedback(data, [answer for answer in answers if answer.feedback.strip()])
        return data

    # Their parts

    def _asked(self) -> str:
        before, after = self._text(self._parts.before), self._text(self._parts.after)
        if after and not re.fullmatch(r"[.?!…]+", after):
            return f"{before} {_GAP} {after}".strip()
        return before or self._text(self._parts.title)

    def _wrong(self, answer: _Answer, *, partly: bool = True) -> Value:
        text, feedback = self._text(answer.text), self._text(answer.feedback)
        if partly and answer.credit > 0:
            more = {"feedback": feedback} if feedback else {}
            return {"text": text, **more, "credit": _plain(answer.credit)}
        return {text: feedback} if feedback else text

    def _feedback(self, data: Data, answers: list[_Answer]) -> None:
        """Feedback of what was right explains; that of what else was typed names it."""
        texts = []
        for answer in answers:
            words = self._text(answer.feedback)
            texts.append(words if answer.credit == 1 else f"{self._text(answer.text)}: {words}")
        if texts:
            data["explain"] = "\n\n".join(dict.fromkeys(texts))

    def _text(self, text: str) -> str:
        """A part as Markdown, in its own format or in the question's."""
        match = gift_text.FORMAT.match(text)
        format_ = match[1].lower() if match else self._parts.format
        body = text[match.end() :] if match else text
        return _WRITERS[format_](self._refs, body)


def _as_html(refs: MediaRefs, text: str) -> str:
    return refs.html(gift_text.kept_lines(text), dollars=True).markdown


def _as_markdown(refs: MediaRefs, text: str) -> str:
    return gift_text.kept_lines(text)


def _as_plain(refs: MediaRefs, text: str) -> str:
    return markdown_of(gift_text.unescaped(text), "plain")


_WRITERS: Final[Mapping[str, Callable[[MediaRefs, str], str]]] = {
    "html": _as_html,
    "markdown": _as_markdown,
    "moodle": _as_plain,
    "plain": _as_plain,
}


class _Tier(NamedTuple):
    number: str
    within: str | None
    """None for a range."""


def _tier(text: str) -> _Tier | None:
    bare = gift_text.unescaped(text)
    if match := _RANGE.fullmatch(bare):
        low, high = sorted((match[1], match[2]), key=_decimal)
        return _Tier(f"{_point(low)}..{_point(high)}", None)
    if match := _NEAR.fullmatch(bare):
        return _Tier(_point(match[1]), _point(match[2] or "0").lstrip("-"))
    return None


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(_point(text))
    except InvalidOperation:
        return Decimal(0)


def _point(text: str) -> str:
    return text.replace(",", ".").lstrip("+")


def _answers(body: str) -> list[_Answer]:
    return [_answer(sign, text) for sign, text in gift_text.split(body, "=~") if sign]


def _answer(sign: str, text: str) -> _Answer:
    weight = _WEIGHT.match(text)
    rest = text[weight.end() :] if weight else text
    said, *feedback = [part for _, part in gift_text.split(rest, "#")]
    return _Answer(sign, Decimal(weight[1]) if weight else None, said, "#".join(feedback))


def _general(answer: str) -> tuple[str, str]:
    """The answers, and the feedback for all of them behind ####."""
    at = gift_text.find(answer, "#")
    while at >= 0:
        if answer.startswith("####", at):
            return answer[:at], answer[at + 4 :]
        at = gift_text.find(answer, "#", at + 1)
    return answer, ""


def _plain(credit: Decimal) -> str:
    return f"{credit.normalize():f}"
