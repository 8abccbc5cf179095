"""When is a wrong text only a slip of the fingers?

A text is excused if it passes every guard; the reason reported is the first guard that it fails. A plain
distance would take "constitutional" for "unconstitutional", and "Title 50" for "Title 10".
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import regex
from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.core.alphabets import primary
from quizapp.core.slips import LONGEST, MOST_EDITS, Args, Case, Pair, comparable, edits_between
from quizapp.core.text import Form, Manner, articles_agree, bare, clusters, form

_DIGIT = regex.compile(r"\p{N}")
_BETWEEN_DIGITS = regex.compile(r"(?<=\p{Nd})[.,٫' ](?=\p{Nd})")
_PREFIXES = [
    group.split(" ")
    for group in (
        " un in im il ir non dis mis anti de re pre post counter extra inter intra over under sub super pro",
        " a an",
        "hyper hypo",
        "inter intra",
        "af ef",
        "ab ad",
        "macro micro",
        "endo exo",
        "e im",
    )
]
_SUFFIXES = [group.split(" ") for group in ("ane ene yne", "ate ite ide", " less")]
"""Groups of beginnings and endings that turn one word into another; some have nothing as a member."""


class Finding(NamedTuple):
    """What the guards say: an excused slip, or the reason why it is none."""

    excused: bool
    code: str
    args: Args


def judge_slip(
    typed: Form, key: Form, manner: Manner, others: tuple[str, ...], own: frozenset[str]
) -> Finding:
    """Is `typed`, which equals no accepted form, a slip of `key`?

    others: answers of the deck's cards; own: `comparable` texts of the accepted forms, which are no rivals.
    """
    case = Case(typed, key, manner, others, own)
    for code, guard in GUARDS:
        args = guard(case)
        if args is not None:
            return Finding(False, code, args)
    return Finding(True, *case.excuse())


@lru_cache(maxsize=16)
def _rivals(others: tuple[str, ...], manner: Manner) -> Mapping[str, str]:
    """Comparable text -> answer as the deck has it; made once a deck and manner."""
    return {comparable(form(other, manner), manner): other for other in others}


def _articles(case: Case) -> Args:
    """The first articles that do not agree, if all words have their place."""
    if len(case.typed.words) == len(case.key.words):
        for typed, expected in zip(case.typed.slots, case.key.slots, strict=True):
            if not articles_agree(typed, expected, case.manner):
                return {"typed": " ".join(typed), "expected": " ".join(expected)}
    return {}


def _article(case: Case) -> Args | None:
    """Another article."""
    args = _articles(case)
    return args if all(args.values()) and args else None


def _article_missing(case: Case) -> Args | None:
    """None, where articles count."""
    args = _articles(case)
    return args if args and not args["typed"] else None


def _article_extra(case: Case) -> Args | None:
    """One where there is none, and articles count."""
    args = _articles(case)
    return args if args and not args["expected"] else None


def _token_count(case: Case) -> Args | None:
    typed, expected = len(case.typed.words), len(case.key.words)
    return None if typed == expected else {"typed": str(typed), "expected": str(expected)}


def _digit_marks(case: Case) -> Args | None:
    """The same digits, pointed or grouped otherwise: 25000 for 25,000."""
    typed, expected = (_BETWEEN_DIGITS.sub("", " ".join(side.words)) for side in (case.typed, case.key))
    return {} if typed == expected else None


def _digit(case: Case) -> Args | None:
    """One digit is another number."""
    return _first(case, lambda pair: bool(_DIGIT.search(pair.typed + pair.expected)))


def _affix(case: Case) -> Args | None:
    return _first(case, lambda pair: _shares_rest(pair.typed.casefold(), pair.expected.casefold()))


def _shares_rest(a: str, b: str) -> bool:
    """True if two members of one group make the difference, and the rest is the same."""
    return any(_differ_by(a, b, group) for group in _PREFIXES) or any(
        _differ_by(a[::-1], b[::-1], [end[::-1] for end in group]) for group in _SUFFIXES
    )


def _differ_by(a: str, b: str, group: list[str]) -> bool:
    rests_a, rests_b = (
        {word.removeprefix(start) for start in group if word.startswith(start)} for word in (a, b)
    )
    return a != b and bool(rests_a & rests_b - {""})


def _another_answer(case: Case) -> Args | None:
    """The answer of another card."""
    known = _rivals(case.others, case.manner)
    typed = comparable(case.typed, case.manner)
    return {"other": known[typed]} if typed in known else None


def _other_card(case: Case) -> Args | None:
    """At least as near to the answer of another card as to the key, and near enough to say so."""
    known = _rivals(case.others, case.manner)
    typed = comparable(case.typed, case.manner)
    edits = edits_between(typed, comparable(case.key, case.manner), MOST_EDITS)
    if edits > MOST_EDITS:
        return None
    alike = [text for text in known if abs(len(text) - len(typed)) <= edits]
    near = process.extract_iter(typed, alike, scorer=OSA.distance, score_cutoff=edits)
    return next(
        ({"other": known[text]} for text, _, _ in near if text not in case.own and len(text) > 2 * edits),
        None,
    )


def _marks(case: Case) -> Args | None:
    """A capital or a mark that counts is never excused."""
    return _first(
        case,
        lambda pair: any(
            step.op == "replaced" and bare(step.typed[0]) == bare(step.expected[0]) for step in pair.edits
        ),
    )


def _first_letter(case: Case) -> Args | None:
    return _first(case, lambda pair: clusters(pair.typed)[0] != clusters(pair.expected)[0])


def _last_letter(case: Case) -> Args | None:
    """Endings tell gender, number and person, save in English, which has few."""
    if primary(case.manner.language) == "en":
        return None
    return _first(case, lambda pair: bool(pair.steps) and pair.steps[-1].op == "replaced")


def _too_long(case: Case) -> Args | None:
    """Too long a word to be looked at letter by letter."""
    long = any(len(pair.expected) > LONGEST for pair in case.pairs)
    return {"most": str(LONGEST)} if long and len(case.pairs) <= MOST_EDITS else None


def _distance(allowed: int) -> "Guard":
    """More edits than are allowed in a word as long as the one expected."""

    def guard(case: Case) -> Args | None:
        for pair in case.pairs if len(case.pairs) <= MOST_EDITS else ():
            if pair.allowed == allowed and (not pair.steps or len(pair.edits) > allowed):
                return {**pair.words, "letters": str(pair.letters)}
        return None

    return guard


def _replaced_twice(case: Case) -> Args | None:
    """Two letters replaced in one word are rarely a slip (stalagmite, stalactite)."""
    return _first(case, lambda pair: sum(step.op == "replaced" for step in pair.edits) > 1)


def _distance_total(case: Case) -> Args | None:
    edits = sum(len(pair.edits) or 1 for pair in case.pairs)
    return {"edits": str(edits), "allowed": str(MOST_EDITS)} if edits > MOST_EDITS else None


def _first(case: Case, fails: Callable[[Pair], bool]) -> Args | None:
    return next((pair.words for pair in case.pairs if fails(pair)), None)


Guard: TypeAlias = Callable[[Case], Args | None]
"""What keeps a text from being a slip; None if it does not."""

GUARDS: tuple[tuple[str, Guard], ...] = (
    ("article", _article),
    ("article_missing", _article_missing),
    ("article_extra", _article_extra),
    ("digit_marks", _digit_marks),
    ("token_count", _token_count),
    ("digit", _digit),
    ("affix", _affix),
    ("another_answer", _another_answer),
    ("other_card", _other_card),
    ("marks", _marks),
    ("first_letter", _first_letter),
    ("last_letter", _last_letter),
    ("too_long", _too_long),
    ("distance_0", _distance(0)),
    ("distance_1", _distance(1)),
    ("distance_2", _distance(2)),
    ("replaced_twice", _replaced_twice),
    ("distance_total", _distance_total),
)
"""In the order in which they are asked."""
