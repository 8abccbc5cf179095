"""A question of GIFT as a card: which kind its answers make it, and what becomes of weights and feedback."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from quizapp.formats import gift_text
from quizapp.formats.gift_text import Parts
from quizapp.formats.left_out import NO_ANSWER, NO_QUESTION, Data, Told, changed, lost, unread
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.moodle_numbers import decimal_of, plain, point
from quizapp.formats.moodle_texts import WRITERS, as_moodle, essay_keys, typed_form
from quizapp.formats.once import once
from quizapp.formats.yaml_emit import Value

_WEIGHT: Final = re.compile(r"\s*%(-?\d+(?:\.\d+)?)%")
_TRUTH: Final = re.compile(r"\s*(TRUE|FALSE|T|F)\s*(?=#|$)", re.IGNORECASE)
_ARROW: Final = re.compile(r"(?<!\\)->")
_NUMBER: Final = r"[-+\u2212]?(?:\d+(?:[.,](?!\.)\d*)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?"
_RANGE: Final = re.compile(rf"\s*({_NUMBER})\s*\.\.\s*({_NUMBER})\s*")
_NEAR: Final = re.compile(rf"\s*({_NUMBER})\s*(?::\s*({_NUMBER}))?\s*")
_EMBEDDED: Final = "@@PLUGINFILE@@/"
"""Stands before a file that Moodle kept and GIFT does not; it may lie beside."""
_GAP: Final = "_____"
"""Between spaces it marks nothing in Markdown."""


class _Answer(NamedTuple):
    """One answer between the braces; texts with their escapes."""

    sign: str
    weight: Decimal | None
    """Per cent."""
    text: str
    feedback: str

    @property
    def whole(self) -> str:
        """With what stands behind a #, where that is no feedback."""
        return f"{self.text}#{self.feedback}" if self.feedback else self.text

    @property
    def is_rest(self) -> bool:
        """Whatever else is typed."""
        return self.text.strip() in ("*", "")

    @property
    def costs(self) -> bool:
        """It takes something away: several can be picked."""
        return self.weight is not None and self.weight < 0

    @property
    def credit(self) -> Decimal:
        """0 to 1."""
        given = self.weight if self.weight is not None else Decimal(100 if self.sign == "=" else 0)
        return max(Decimal(0), min(given / 100, Decimal(1)))


class Question:
    """One question: what kind it is, and its card."""

    def __init__(self, parts: Parts, refs: MediaRefs) -> None:
        self._parts, self._refs = parts, refs
        self._body, self._general = _general(parts.answer or "")
        self.told: list[Told] = []
        """Warnings."""

    def card(self) -> Data | Told:
        """The keys of the card, or why there is none."""
        made = self._made(self._body.strip())
        if isinstance(made, Told):
            return made
        if self._general.strip():
            said = str(made.pop("explain", ""))
            made["explain"] = "\n\n".join(filter(None, (said, self._text(self._general))))
        made, told = once(made)
        self.told += told
        return made

    def _made(self, body: str) -> Data | Told:
        asked = self._asked()
        if not asked:
            return NO_QUESTION
        if not body:
            return self._essay(asked)
        if match := _TRUTH.match(body):
            return self._truth(asked, match[1], body[match.end() :])
        if body.startswith("#"):
            return self._number(asked, body[1:])
        answers = _answers(body)
        if any(answer.sign == "~" for answer in answers):
            return self._choice(asked, answers)
        if any(_ARROW.search(answer.text) for answer in answers):
            return self._match(asked, answers)
        return self._typed(asked, answers)

    # The kinds

    def _essay(self, asked: str) -> Data:
        self.told.append(changed("An essay", "a question you mark yourself"))
        model, self._general = self._text(self._general), ""
        return {"q": asked, **essay_keys(model)}

    def _truth(self, asked: str, word: str, rest: str) -> Data:
        """`T#feedback if wrong#feedback if right`."""
        is_true = word.upper().startswith("T")
        notes = [self._text(part) for _, part in gift_text.split(rest, "#")[1:]]
        data: Data = {"statement": asked, "is": "true" if is_true else "false"}
        if any(notes):
            data["explain"] = "\n\n".join(dict.fromkeys(filter(None, notes)))
        return data

    def _number(self, asked: str, body: str) -> Data | Told:
        answers = _answers(body) if gift_text.find(body, "=~") >= 0 else [_answer("=", body)]
        rated = [answer for answer in answers if answer.credit > 0 and not answer.is_rest]
        tiers = [(answer, tier) for answer in rated if (tier := _tier(answer.text)) is not None]
        if not rated:
            return NO_ANSWER
        if len(tiers) < len(rated):
            return unread("an answer is no number")
        _, first = max(tiers, key=lambda pair: pair[0].credit)
        data: Data = {"q": asked, "number": first.number}
        same = [(answer, tier) for answer, tier in tiers if tier.number == first.number]
        if len(same) > 1 and all(tier.within is not None for _, tier in same):
            ordered = sorted(same, key=lambda pair: -pair[0].credit)
            data["tolerance"] = [
                {"within": tier.within or "0", "credit": plain(answer.credit)} for answer, tier in ordered
            ]
        elif first.within is not None and decimal_of(first.within):
            data["tolerance"] = first.within
        if len(same) < len(tiers):
            self.told.append(lost("A second right number"))
        self._feedback(data, answers)
        return data

    def _match(self, asked: str, answers: list[_Answer]) -> Data | Told:
        pairs: list[Value] = []
        extra: list[Value] = []
        for answer in answers:
            left, *right = _ARROW.split(answer.whole, maxsplit=1)
            partner = self._word(right[0]) if right else ""
            if not partner:
                return unread("a pair has no “->” with something behind it")
            if self._text(left):
                pairs.append({self._text(left): partner})
            else:
                extra.append(partner)
        if len(pairs) < 2:
            return NO_ANSWER
        return {"q": asked, "match": pairs, **({"extra": extra} if extra else {})}

    def _choice(self, asked: str, answers: list[_Answer]) -> Data | Told:
        answers = [answer for answer in answers if self._text(answer.text)]
        right = [answer for answer in answers if answer.sign == "=" and answer.credit > 0]
        several = [answer for answer in answers if answer.sign == "~" and answer.credit > 0]
        if not right and len(several) == 1 and not any(answer.costs for answer in answers):
            right = several
        if len(right) == 1:
            wrong = [self._wrong(answer) for answer in answers if answer is not right[0]]
            data: Data = {"q": asked, "a": self._text(right[0].text), "wrong": wrong}
            self._feedback(data, right)
            return data
        chosen = right or several
        if not chosen:
            return NO_ANSWER
        if len({answer.credit for answer in chosen}) > 1:
            self.told.append(changed("The weights of the right options", "equal shares"))
        wrong = [self._wrong(answer, partly=False) for answer in answers if answer not in chosen]
        data = {"q": asked, "a": [self._text(answer.text) for answer in chosen], "wrong": wrong}
        self._feedback(data, chosen)
        return data

    def _typed(self, asked: str, answers: list[_Answer]) -> Data | Told:
        known = [answer for answer in answers if answer.credit > 0 and not answer.is_rest]
        if not known:
            return NO_ANSWER
        best = max(known, key=lambda answer: (answer.credit, "*" not in answer.text))
        others = [answer for answer in known if answer is not best]
        shown, pattern = self._form(best)
        data: Data = {"q": asked, "a": shown, "typed": "true"}
        forms = [(pattern, best.credit), *((_either(self._form(one)), one.credit) for one in others)]
        rest = {text: credit for text, credit in forms if text and text != shown}
        accept: list[Value] = [
            text if credit == 1 else {"text": text, "credit": plain(credit)} for text, credit in rest.items()
        ]
        if accept:
            data["accept"] = accept
        self._feedback(data, answers)
        return data

    # Their parts

    def _asked(self) -> str:
        before, after = self._text(self._parts.before), self._text(self._parts.after)
        if after and not re.fullmatch(r"[.?!…]+", after):
            return f"{before} {_GAP} {after}".strip()
        return before or as_moodle(self._refs, gift_text.unescaped(self._parts.title))

    def _wrong(self, answer: _Answer, *, partly: bool = True) -> Value:
        text, feedback = self._text(answer.text), self._text(answer.feedback)
        if partly and answer.credit > 0:
            more = {"feedback": feedback} if feedback else {}
            return {"text": text, **more, "credit": plain(answer.credit)}
        return {text: feedback} if feedback else text

    def _feedback(self, data: Data, answers: list[_Answer]) -> None:
        """Feedback of what was right explains; that of what else was typed names it."""
        texts = []
        for answer in answers:
            words = self._text(answer.feedback)
            if words and (answer.credit == 1 or answer.is_rest):
                texts.append(words)
            elif words:
                texts.append(f"{self._word(answer.text)}: {words}")
        if texts:
            data["explain"] = "\n\n".join(dict.fromkeys(texts))

    def _text(self, text: str) -> str:
        """A part as Markdown, in its own format or in the question's."""
        match = gift_text.FORMAT.match(text)
        format_ = match[1].lower() if match else self._parts.format
        body = (text[match.end() :] if match else text).replace(_EMBEDDED, "")
        keeps_lines = format_ in ("html", "markdown")
        return WRITERS[format_](
            self._refs, gift_text.kept_lines(body) if keeps_lines else gift_text.unescaped(body)
        )

    def _word(self, text: str) -> str:
        """What Moodle keeps without a format: a short answer, a right side."""
        if gift_text.FORMAT.match(text):
            return self._text(text)
        return as_moodle(self._refs, gift_text.unescaped(text))

    def _form(self, answer: _Answer) -> tuple[str, str]:
        """A short answer as it is shown, and as a pattern."""
        if "*" in answer.text:
            shown, pattern = typed_form(gift_text.unescaped(answer.text))
            if not pattern and re.search(r"(?<!\\)\*", answer.text):
                self.told.append(lost(f"The wildcard of “{gift_text.unescaped(answer.text)}”"))
            return shown, pattern
        return self._word(answer.text), ""


def _either(form: tuple[str, str]) -> str:
    """The pattern of an answer, or the answer."""
    return form[1] or form[0]


class _Tier(NamedTuple):
    number: str
    within: str | None
    """None for a range."""


def _tier(text: str) -> _Tier | None:
    bare = gift_text.unescaped(text)
    if match := _RANGE.fullmatch(bare):
        low, high = sorted((match[1], match[2]), key=decimal_of)
        return _Tier(f"{point(low)}..{point(high)}", None)
    if match := _NEAR.fullmatch(bare):
        return _Tier(point(match[1]), point(match[2] or "0").lstrip("-"))
    return None


def _answers(body: str) -> list[_Answer]:
    """All between the braces; a word without a sign is a short answer."""
    first, *rest = gift_text.split(body, "=~")
    return [_answer(sign or "=", text) for sign, text in ([first] if first[1].strip() else []) + rest]


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
