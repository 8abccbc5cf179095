"""Why an answer was accepted, half accepted or refused: the sentences of the verdict panel.

All are English templates with {named} arguments, translated in the window. An empty sentence means that the
marks and the heading say it all.
"""

from collections.abc import Mapping
from typing import Literal

from quizapp.core.kinds import KINDS
from quizapp.core.kinds.base import Outcome, Verdict


def _of_kinds(table: str) -> dict[str, str]:
    """The words that kinds declare for a table."""
    return {
        code: text for kind in KINDS for words in kind.words for code, text in getattr(words, table).items()
    }


REASONS: dict[str, str] = {
    "self_rated": "",
    "unknown": "You said that you do not know.",
    "blank": "There was no answer.",
    "revealed_first": "The answer was shown before you gave yours.",
    "regraded": "You say that your answer is right, so it counts as right.",
    "regraded_option": (
        "You say that this option is right too. It will not stand beside the right answer again."
    ),
    "no_slip": "You say that this was no slip of the fingers, so it counts as wrong.",
    # picked
    "picked_correct": "",
    "picked_partial": "This option earns {credit} of a right answer.",
    "picked_wrong": "",
    # typed: accepted
    "exact": "",
    "spacing": "Only the spaces or hyphens differ, which does not count.",
    "accent": "Only accents and the like differ, which does not count here.",
    "wildcard": "It fits the accepted form “{form}”.",
    "accepted_form": "“{form}” is accepted as well.",
    "accepted_part": "“{form}” earns {credit} of a right answer.",
    "typo_swapped_1": (
        "Two neighbouring letters are swapped: 1 edit in a word of {letters} letters. One is allowed."
    ),
    "typo_swapped_2": (
        "Two neighbouring letters are swapped: 1 edit in a word of {letters} letters. Two are allowed."
    ),
    "typo_missing_1": "A letter is missing: 1 edit in a word of {letters} letters. One is allowed.",
    "typo_missing_2": "A letter is missing: 1 edit in a word of {letters} letters. Two are allowed.",
    "typo_extra_1": "There is a letter too many: 1 edit in a word of {letters} letters. One is allowed.",
    "typo_extra_2": "There is a letter too many: 1 edit in a word of {letters} letters. Two are allowed.",
    "typo_replaced_1": "One letter differs: 1 edit in a word of {letters} letters. One is allowed.",
    "typo_replaced_2": "One letter differs: 1 edit in a word of {letters} letters. Two are allowed.",
    "typo_two": "Two slips of the fingers. Two edits in all are allowed in words that are long enough.",
    # typed: refused
    "empty": "There is no letter or digit in the answer.",
    "exact_compare": "On this card every character counts.",
    "reject": "The author lists this answer as wrong.",
    "typos_off": "Only one or two letters differ, but on this card spelling counts.",
    "case": "Only capitals differ, but on this card they count.",
    "accents": "Only accents differ, but on this card they count.",
    "twin": "Only accents differ, but they count here: they tell this answer from another card's.",
    "letter": "Only a mark differs, but with it the letter is another letter.",
    "marks": "“{typed}” for “{expected}”: a capital or a mark that counts is never taken for a slip.",
    "article": "The article is not the one expected: “{typed}” for “{expected}”.",
    "article_missing": "The article “{expected}” is missing, and here it counts.",
    "article_extra": "The article “{typed}” is too much, and here it counts.",
    "token_count": "Number of words: {expected} expected, {typed} typed.",
    "digit_marks": "Only the marks between the digits differ, but in a written answer they count.",
    "digit": "“{typed}” for “{expected}”: nothing is taken for a slip where there is a digit.",
    "affix": "“{typed}” for “{expected}”: the beginning or the ending turns it into another word.",
    "another_answer": "“{other}” is the answer of another card.",
    "other_card": "It is at least as near to “{other}”, the answer of another card.",
    "first_letter": "“{typed}” for “{expected}”: another first letter is never taken for a slip.",
    "last_letter": "“{typed}” for “{expected}”: another last letter is never taken for a slip here.",
    "too_long": "No slip is forgiven in a word of more than {most} letters.",
    "distance_0": "“{typed}” for “{expected}”: in so short a word every letter counts.",
    "distance_1": (
        "“{typed}” for “{expected}” is more than one slip; a word of {letters} letters may have one."
    ),
    "distance_2": "“{typed}” for “{expected}” is more than two slips; no word may have more than two.",
    "replaced_twice": "“{typed}” for “{expected}”: two letters replaced in one word are no slip.",
    "distance_total": "The whole answer has {edits} slips or more; {allowed} are allowed.",
    **_of_kinds("reasons"),
}
"""code of Verdict.because -> the rule that decided."""

BETWEEN_TRIES = frozenset(
    {"empty", "exact_compare", "reject", "typos_off", "case", "accents", "twin", "letter", "token_count"}
    | {"distance_total", "too_long", "article_extra", "another_answer"}
    | {code for kind in KINDS for words in kind.words for code in words.between}
)
"""Codes of reasons that give nothing of the right answer away."""

SCORES: dict[str, str] = _of_kinds("scores")
"""code of Verdict.score -> how the fraction was reckoned."""

HEADINGS: dict[str, str] = {
    "right": "Right",
    "right_argues": "Right: that is what {by} argues",
    "right_expects": "Right: that is what {by} expects",
    "almost": "Almost: counted as right",
    "partly": "Partly right",
    "wrong": "Not yet",
    "unknown": "Now you know",
    "blank": "Not answered",
    "unscored": "How well did you know it?",
    **_of_kinds("headings"),
}
"""The result of an answer in words."""

NUMBERS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
"""Small numbers as a heading says them, marked for translation; larger ones are digits."""

RATING_REASONS: dict[str, str] = {
    "rate_unscored": "",
    "rate_right": "",
    "rate_almost": "",
    "rate_wrong": "",
    "rate_unknown": "because you did not know",
    "rate_later_try": "because the first try was wrong",
    "rate_guess": "because you guessed",
    "rate_partial_low": "because part was wrong",
    "rate_partial_passed": "because part was wrong",
    "rate_marked_low": "because too few points were made",
    "rate_marked_passed": "because a point was missing",
    "rate_hint": "because you used a hint",
    "rate_chance_new": "because one of two is easily guessed",
    "rate_chance_due": "because it may have been a guess",
}
"""code of Suggestion.because -> what follows "Space: Hard, "; empty where nothing needs to be said."""

Status = Literal["", "fact", "claim", "forecast", "background"]

_RIGHT: Mapping[str, str] = {"claim": "right_argues", "forecast": "right_expects"}
_STEMS: Mapping[Outcome, str] = {"partial": "partly", "wrong": "wrong", "unscored": "unscored"}


def heading(verdict: Verdict, status: Status = "", by: str = "") -> tuple[str, dict[str, str]]:
    """The code of HEADINGS and its arguments. A claim is never called true: `by` says who holds it."""
    if verdict.outcome == "correct" and by and status in _RIGHT:
        return _RIGHT[status], {"by": by}
    if verdict.outcome in _STEMS:
        code = f"{_STEMS[verdict.outcome]}_{verdict.heading}".rstrip("_")
        return code, {name: _number(value) for name, value in verdict.args.items()}
    return _WHOLE[verdict.outcome], {}


_WHOLE: Mapping[Outcome, str] = {
    "correct": "right",
    "almost": "almost",
    "unknown": "unknown",
    "blank": "blank",
}


def _number(text: str) -> str:
    """A small number in words; all else as it is."""
    small = text.isdecimal() and text.isascii() and int(text) < len(NUMBERS)
    return NUMBERS[int(text)] if small else text


def sentence(table: Mapping[str, str], code: str, args: Mapping[str, str]) -> str:
    """A template of these tables filled in, in English."""
    return table[code].format_map(args)
