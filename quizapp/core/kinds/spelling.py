"""Typed texts: what they are compared with, and what they earn."""

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

import regex

from quizapp.core.diff import Run, diff
from quizapp.core.kinds.base import Accept, Complaint, Context, Option, Outcome, Verdict
from quizapp.core.kinds.spelling_keys import Accepting as Accepting
from quizapp.core.kinds.spelling_keys import Spelling as Spelling
from quizapp.core.slips import MOST_EDITS, as_written, comparable, distance
from quizapp.core.text import Form, Manner, bare, fold, folded, form, has_content, has_symbols, same, tokens
from quizapp.core.typos import Finding, judge_slip

LEVELS = ("exact", "spacing", "accent", "wildcard", "typo")
"""How a typed text may fit an accepted form, best first."""

_CODE_OR_MATHS = regex.compile(r"(`+)(?!`).+(?<!`)\1|\$[^$]+\$|\$\$[^$]+\$\$", regex.DOTALL)


class _Wanted(NamedTuple):
    """A form that is accepted (or rejected), in plain text."""

    text: str
    credit: Fraction
    exact: bool
    """True: compared character by character."""
    wildcard: bool
    """True: a `*` in it stands for any words; never in the key itself."""


class _Fit(NamedTuple):
    """A typed text fits a wanted form."""

    level: str
    wanted: _Wanted
    because: str
    args: dict[str, str]

    @property
    def rank(self) -> tuple[Fraction, int]:
        return self.wanted.credit, -LEVELS.index(self.level)


def judge(spelling: Spelling, key: str, accept: Sequence[Accept], typed: str, context: Context) -> Verdict:
    """What a typed text earns.

    key: the right answer, Markdown; accept: further right answers of this very question.
    """
    ruling = _rule(spelling, key, accept, typed, context)
    if ruling.fit is not None:
        return _earned(ruling.fit, ruling)
    finding = ruling.finding
    return Verdict(
        outcome="wrong",
        fraction=Fraction(0),
        because="reject" if ruling.rejected else finding.code,
        args={} if ruling.rejected else finding.args,
        diff=_marked(ruling, ruling.nearest if ruling.nearest.credit == 1 else ruling.key),
        given=ruling.typed,
        expected=ruling.key.text,
    )


def earned(spelling: Spelling, key: str, accept: Sequence[Accept], typed: str, context: Context) -> Fraction:
    """The fraction that `judge` gives, without its words: for comparing many texts."""
    fit = _rule(spelling, key, accept, typed, context).fit
    return fit.wanted.credit if fit else Fraction(0)


class _Ruling(NamedTuple):
    """What decides on a typed text."""

    typed: str
    key: _Wanted
    manner: Manner
    fit: _Fit | None
    """The form that it counts as; None if it is wrong."""
    rejected: bool
    finding: Finding
    """Why it is no slip of the nearest form."""
    nearest: _Wanted


def _rule(spelling: Spelling, key: str, accept: Sequence[Accept], typed: str, context: Context) -> _Ruling:
    typed = unicodedata.normalize("NFC", typed).strip()
    manner = manner_of(spelling, context)
    wanted = wanted_forms(spelling, key, accept, typed, context)
    fits = _fits(typed, wanted, manner)
    finding, nearest = Finding(False, "", {}), wanted[0]
    if all(fit.level == "wildcard" for fit in fits):
        finding, nearest = _slip(spelling, typed, wanted, manner, context)
        if finding.excused:
            fits.append(_Fit("typo", nearest, finding.code, finding.args))
    refused = [Accept(text) for text in spelling.reject]
    rejected = _fits(typed, wanted_forms(spelling, key, refused, typed, context)[1:], manner)
    best = max(fits, key=lambda fit: fit.rank, default=None)
    if best and any(LEVELS.index(best.level) > LEVELS.index(fit.level) for fit in rejected):
        best = None
    return _Ruling(typed, wanted[0], manner, best, bool(rejected), finding, nearest)


def _earned(fit: _Fit, ruling: _Ruling) -> Verdict:
    whole: Outcome = "almost" if fit.level == "typo" else "correct"
    credit = fit.wanted.credit
    outcome: Outcome = whole if credit == 1 else "partial" if credit else "wrong"
    alike = fit.level in ("exact", "wildcard") or credit != 1
    return Verdict(
        outcome=outcome,
        fraction=credit,
        because=_because(fit, ruling) if credit == 1 else "accepted_part",
        args=fit.args if credit == 1 else {"form": fit.wanted.text, "credit": str(credit)},
        diff=() if alike else _marked(ruling, fit.wanted),
        given=ruling.typed,
        expected=ruling.key.text,
    )


def _because(fit: _Fit, ruling: _Ruling) -> str:
    """The rule that accepted; a form of its own is named."""
    return "accepted_form" if fit.level == "exact" and fit.wanted != ruling.key else fit.because


def _marked(ruling: _Ruling, wanted: _Wanted) -> tuple[Run, ...]:
    """What differs from a form."""
    return diff(ruling.typed, wanted.text, case=ruling.manner.case or wanted.exact)


def manner_of(spelling: Spelling, context: Context) -> Manner:
    return Manner(
        language=context.language,
        case=spelling.case == "exact",
        marks=spelling.accents == "exact" or context.marks_matter,
        articles=spelling.articles == "exact" or context.articles_matter,
    )


def wanted_forms(
    spelling: Spelling, key: str, others: Sequence[Accept], typed: str, context: Context
) -> list[_Wanted]:
    """The key first, then the other forms."""
    all_exact = spelling.compare == "exact" or is_code_or_maths(key) or not has_content(typed)
    forms = []
    for index, accept in enumerate((Accept(key), *others)):
        text = unicodedata.normalize("NFC", context.plain_of(accept.text)).strip()
        comparable_text = has_content(text) and tokens(text, Manner()) != ()
        exact = all_exact or is_code_or_maths(accept.text) or not comparable_text
        wildcard = index > 0 and "*" in text.split()
        forms.append(_Wanted(text, Fraction(accept.credit), exact, wildcard))
    return forms


def is_code_or_maths(markdown: str) -> bool:
    """True if the whole text is code or a formula: then every character counts."""
    return _CODE_OR_MATHS.fullmatch(markdown.strip()) is not None


def _fits(typed: str, wanted: Sequence[_Wanted], manner: Manner) -> list[_Fit]:
    levels = ((level_of(typed, form, manner), form) for form in wanted)
    return [_Fit(level, form, level, {"form": form.text}) for level, form in levels if level]


def level_of(typed: str, wanted: _Wanted, manner: Manner) -> str:
    """How a text fits a form; empty if it does not."""
    if wanted.exact:
        return "exact" if typed == wanted.text else ""
    if wanted.wildcard:
        return "wildcard" if _spans(typed, wanted.text, manner) else ""
    answer, key = _pair(typed, wanted.text, manner)
    level = same(answer, key, manner)
    if level or manner.marks:
        return level
    return "accent" if same(folded(answer, manner.language), folded(key, manner.language), manner) else ""


def _pair(typed: str, text: str, manner: Manner) -> tuple[Form, Form]:
    symbols = has_symbols(text, manner)
    return form(typed, manner, symbols), form(text, manner, symbols)


def _spans(typed: str, pattern: str, manner: Manner) -> bool:
    """Does a text fit a pattern in which `*` stands for one or more words? Articles in it are asked for."""
    literal: list[list[str]] = [[]]
    for word in pattern.split():
        if word == "*":
            literal.append([])
        else:
            literal[-1].append(word)
    symbols = has_symbols(" ".join(word for words in literal for word in words), manner)
    segments = [_folded(tokens(" ".join(words), manner, symbols), manner) for words in literal]
    answers = tokens(typed, manner, symbols), form(typed, manner, symbols).words
    return any(_follow(_folded(answer, manner), segments) for answer in answers)


def _folded(words: tuple[str, ...], manner: Manner) -> tuple[str, ...]:
    return words if manner.marks else tuple(fold(word, manner.language) for word in words)


def _follow(words: tuple[str, ...], segments: Sequence[tuple[str, ...]]) -> bool:
    """True if the words are the segments with at least one word between each two."""
    first, *middle, last = segments
    if words[: len(first)] != first:
        return False
    at = len(first) + 1
    for segment in middle:
        starts = (start for start in range(at, len(words)) if words[start : start + len(segment)] == segment)
        at = next(starts, len(words)) + len(segment) + 1
    return at + len(last) <= len(words) and words[len(words) - len(last) :] == last


def _slip(
    spelling: Spelling, typed: str, wanted: Sequence[_Wanted], manner: Manner, context: Context
) -> tuple[Finding, _Wanted]:
    """Is the text a slip of a form? Else why not, and the nearest form."""
    plain = [form for form in wanted if not (form.exact or form.wildcard)]
    if not plain:
        comparable_text = has_content(typed) or not has_content(wanted[0].text)
        return Finding(False, "exact_compare" if comparable_text else "empty", {}), wanted[0]
    pairs = [(*_pair(typed, form.text, manner), form) for form in plain]
    pairs.sort(key=lambda pair: distance(pair[0], pair[1], manner))
    own = frozenset(comparable(key, manner) for _, key, _ in pairs)

    def judged(answer: Form, key: Form, near: _Wanted) -> Finding:
        counts = _what_counts(spelling, typed, near, manner)
        return Finding(False, counts, {}) if counts else judge_slip(answer, key, manner, context.others, own)

    # Whatever is too far away is no slip, and its reasons are not asked for.
    near = [pair for pair in pairs if distance(pair[0], pair[1], manner) <= MOST_EDITS] or pairs[:1]
    findings = [(judged(*pair), pair[2]) for pair in near]
    finding, nearest = next((pair for pair in findings if pair[0].excused), findings[0])
    if finding.excused and spelling.typos == "off":
        return Finding(False, "typos_off", {}), nearest
    return finding._replace(args=as_written(finding.args, typed, nearest.text, manner)), nearest


def _what_counts(spelling: Spelling, typed: str, wanted: _Wanted, manner: Manner) -> str:
    """The code of what alone keeps a text from being right: capitals, marks, a letter of the alphabet."""
    if manner.case and level_of(typed, wanted, manner._replace(case=False)):
        return "case"
    if level_of(typed, wanted, manner._replace(case=False, marks=False)):
        return "accents" if spelling.accents == "exact" else "twin"
    answer, key = (
        Form(tuple(bare(word) for word in side.words), side.slots)
        for side in _pair(typed, wanted.text, manner)
    )
    return "letter" if same(answer, key, manner) else ""


def accepted(forms: Sequence[Accept]) -> tuple[str, ...]:
    """The forms that are a whole right answer in words."""
    return tuple(item.text for item in forms if item.credit == 1 and "*" not in item.text.split())


def spelling_complaints(spelling: Accepting, right: str) -> Iterator[Complaint]:
    """Credits out of range, and a right answer that is rejected."""
    yield from credit_complaints("accept", spelling.accept)
    if right in spelling.reject:
        yield "reject_right", "reject", {"text": right}


def credit_complaints(key: str, forms: Sequence[Accept | Option]) -> Iterator[Complaint]:
    """Credits are fractions of a right answer."""
    for item in forms:
        if not 0 <= item.credit <= 1:
            yield "credit_range", key, {"text": item.text, "credit": str(item.credit)}
