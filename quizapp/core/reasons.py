"""Why an answer was accepted, half accepted or refused: the sentences of the verdict panel.

All are English templates with {named} arguments, translated in the window. An empty sentence means that the
marks and the heading say it all.
"""

from collections.abc import Mapping
from typing import Literal

from quizapp.core.kinds.base import Outcome, Verdict

REASONS: dict[str, str] = {
    "self_rated": "",
    "unknown": "You said that you do not know.",
    "blank": "There was no answer.",
    "revealed_first": "The answer was shown before you gave yours.",
    # picked
    "picked_correct": "",
    "picked_partial": "This option earns {credit} of a right answer.",
    "picked_wrong": "",
    "chose_correct": "",
    "chose_partial": "",
    "chose_wrong": "",
    "gaps": "",
    # typed: accepted
    "exact": "",
    "spacing": "Only the spaces or hyphens differ, which does not count.",
    "accent": "Only accents differ, which does not count here.",
    "wildcard": "It fits the accepted form “{form}”.",
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
    "typo_replaced_1": "One letter is another: 1 edit in a word of {letters} letters. One is allowed.",
    "typo_replaced_2": "One letter is another: 1 edit in a word of {letters} letters. Two are allowed.",
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
    "token_count": "Words expected: {expected}. Words typed: {typed}.",
    "digit": "“{typed}” for “{expected}”: a wrong digit is never taken for a slip.",
    "affix": "“{typed}” for “{expected}”: the beginning or the ending turns it into another word.",
    "other_card": "It is as near or nearer to “{other}”, the answer of another card.",
    "first_letter": "“{typed}” for “{expected}”: another first letter is never taken for a slip.",
    "last_letter": "“{typed}” for “{expected}”: another last letter is never taken for a slip here.",
    "distance": (
        "“{typed}” is too far from “{expected}”. Edits allowed in a word of {letters} letters: {allowed}."
    ),
    "replaced_twice": "“{typed}” for “{expected}”: two letters replaced in one word are no slip.",
    "distance_total": "Edits in the whole answer: {edits} or more. Allowed: {allowed}.",
}
"""code of Verdict.because -> the rule that decided."""

SCORES: dict[str, str] = {
    "score_found": "{hits} of {right} found, no wrong option chosen: {fraction}.",
    "score_minus": (
        "{hits} of {right} found, minus {extras} of {wrong} wrong options chosen: "
        "{hits}/{right} − {extras}/{wrong} = {fraction}."
    ),
    "score_floor": (
        "{hits} of {right} found, minus {extras} of {wrong} wrong options chosen: "
        "{hits}/{right} − {extras}/{wrong}, so 0 (never below 0)."
    ),
    "score_none_apply": "None of the options applies, and none was chosen: 1.",
    "score_none_missed": "None of the options applies, but {extras} of {wrong} were chosen: 0.",
    "score_exact": (
        "{hits} of {right} found, {extras} of {wrong} wrong options chosen. All or nothing: {fraction}."
    ),
    "score_per_option": "{judged} of {options} options judged rightly: {fraction}.",
    "score_gaps": "{right} of {gaps} gaps right: {fraction}.",
    "score_gaps_exact": "{right} of {gaps} gaps right. All or nothing: {fraction}.",
}
"""code of Verdict.score -> how the fraction was reckoned."""

HEADINGS: dict[str, str] = {
    "right": "Right",
    "right_argues": "Right: that is what {by} argues",
    "right_expects": "Right: that is what {by} expects",
    "almost": "Almost: counted as right",
    "partly": "Partly right",
    "partly_found": "Partly right: {hits} of {right} found",
    "partly_extra": "Partly right: {hits} of {right} found, {extras} too many",
    "partly_none": "Partly right: none of them applies",
    "partly_gaps": "Partly right: {right} of {gaps} gaps",
    "wrong": "Not yet",
    "wrong_found": "Not yet: {hits} of {right} found",
    "wrong_extra": "Not yet: {hits} of {right} found, {extras} too many",
    "wrong_none": "Not yet: none of them applies",
    "wrong_gaps": "Not yet: {right} of {gaps} gaps",
    "unknown": "Now you know",
    "blank": "Not answered",
    "unscored": "How well did you know it?",
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
    "rate_hint": "because you used a hint",
    "rate_chance_new": "because one of two is easily guessed",
    "rate_chance_due": "because it may have been a guess",
}
"""code of Suggestion.because -> what follows "Space: Hard, "; empty where nothing needs to be said."""

Status = Literal["", "fact", "claim", "forecast", "background"]

_RIGHT: Mapping[str, str] = {"claim": "right_argues", "forecast": "right_expects"}
_STEMS: Mapping[Outcome, str] = {"partial": "partly", "wrong": "wrong"}


def heading(verdict: Verdict, status: Status = "", by: str = "") -> tuple[str, dict[str, str]]:
    """The code of HEADINGS and its arguments. A claim is never called true: `by` says who holds it."""
    if verdict.outcome == "correct" and by and status in _RIGHT:
        return _RIGHT[status], {"by": by}
    if verdict.outcome in _STEMS:
        counted = {name: _number(verdict.args[name]) for name in _COUNTS if name in verdict.args}
        return _STEMS[verdict.outcome] + _counted(verdict), counted
    return _WHOLE[verdict.outcome], {}


_COUNTS = ("hits", "right", "extras", "gaps")
_WHOLE: Mapping[Outcome, str] = {
    "correct": "right",
    "almost": "almost",
    "unknown": "unknown",
    "blank": "blank",
    "unscored": "unscored",
}


def _counted(verdict: Verdict) -> str:
    """The ending of a heading's code: what of the parts was found."""
    if "gaps" in verdict.args:
        return "_gaps"
    if "hits" not in verdict.args:
        return ""
    if verdict.args["right"] == "0":
        return "_none"
    return "_found" if verdict.args["extras"] == "0" else "_extra"


def _number(digits: str) -> str:
    number = int(digits)
    return NUMBERS[number] if number < len(NUMBERS) else digits


def sentence(table: Mapping[str, str], code: str, args: Mapping[str, str]) -> str:
    """A template of these tables filled in, in English."""
    return table[code].format_map(args)
