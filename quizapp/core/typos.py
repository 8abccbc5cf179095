"""When is a wrong text only a slip of the fingers?

A text is excused if it passes every guard; the reason reported is the first guard that it fails. A plain
distance would take "constitutional" for "unconstitutional", and "Title 50" for "Title 10".
"""

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from itertools import product
from typing import NamedTuple

import regex
from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.core.alphabets import OWN_LETTERS, primary
from quizapp.core.diff import Step, align
from quizapp.core.text import Form, Manner, articles_agree, bare, clusters, folded, form

MOST_EDITS = 2
"""In the whole answer."""
_LONGEST = 100
"""Letters of a word; a longer one is never excused (whole sentences, in scripts without spaces)."""
_FAR = 100
"""Edits beyond which it no longer matters how many."""

_DIGIT = regex.compile(r"\p{N}")
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

Args = dict[str, str]


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
    case = _Case(typed, key, manner, others, own)
    for code, guard in GUARDS:
        args = guard(case)
        if args is not None:
            return Finding(False, code, args)
    return Finding(True, *case.excuse())


def comparable(text: Form, manner: Manner) -> str:
    """A form with all that may differ taken away: two answers are the same if these are equal."""
    return (text if manner.marks else folded(text, manner.language)).joined


def distance(typed: Form, key: Form, manner: Manner) -> int:
    """Edits between two forms, for choosing the nearest; above some 100 all are the same."""
    return _edits(comparable(typed, manner), comparable(key, manner), _FAR)


def _edits(a: str, b: str, most: int) -> int:
    return OSA.distance(a, b, score_cutoff=most)


class _Pair(NamedTuple):
    """Two words at the same place that differ."""

    typed: str
    expected: str
    steps: tuple[Step, ...]
    """Their alignment; empty if they are too far apart."""

    @property
    def edits(self) -> list[Step]:
        return [step for step in self.steps if step.op != "equal"]

    @property
    def letters(self) -> int:
        return len(clusters(self.expected))

    @property
    def allowed(self) -> int:
        """Edits: the longer the word, the less likely another one is near."""
        return 0 if self.letters <= 4 else 1 if self.letters <= 8 else 2

    @property
    def words(self) -> Args:
        return {"typed": self.typed, "expected": self.expected}


class _Case:
    """A typed text beside the form it may be a slip of."""

    def __init__(
        self, typed: Form, key: Form, manner: Manner, others: tuple[str, ...], own: frozenset[str]
    ) -> None:
        self.typed, self.key, self.manner, self.others, self.own = typed, key, manner, others, own

    @cached_property
    def pairs(self) -> list[_Pair]:
        """The words that differ, where there are as many on both sides."""
        language = "" if self.manner.marks else primary(self.manner.language)
        pairs = zip(self._words(self.typed), self._words(self.key), strict=True)
        spelled = [_nearest_spellings(*pair, language) for pair in pairs]
        different = [(typed, expected) for typed, expected in spelled if typed != expected]
        return [_pair(typed, expected, close=len(different) <= MOST_EDITS) for typed, expected in different]

    def _words(self, text: Form) -> tuple[str, ...]:
        return text.words if self.manner.marks else folded(text, self.manner.language, respell=False).words

    def excuse(self) -> tuple[str, Args]:
        """The words for a slip that passed all guards."""
        edits = [(pair, step) for pair in self.pairs for step in pair.edits]
        pair, step = edits[0]
        args = {**pair.words, "letters": str(pair.letters)}
        return ("typo_two" if len(edits) > 1 else f"typo_{step.op}_{pair.allowed}"), args


def _pair(typed: str, expected: str, *, close: bool) -> _Pair:
    if not close or _edits(typed, expected, MOST_EDITS) > MOST_EDITS or len(expected) > _LONGEST:
        return _Pair(typed, expected, ())
    return _Pair(typed, expected, tuple(align(clusters(typed), clusters(expected), str.__eq__)))


def _nearest_spellings(typed: str, expected: str, language: str) -> tuple[str, str]:
    """The words as written, or with respelled letters ("ae" for "ä") where that brings them nearer."""
    options = product(_spellings(typed, language), _spellings(expected, language))
    return min(options, key=lambda option: _edits(option[0], option[1], _FAR))


def _spellings(word: str, language: str) -> list[str]:
    letters = word
    for letter, respelled in OWN_LETTERS.get(language, {}).items():
        letters = letters.replace(respelled, letter)
    return [word] if letters == word else [word, letters]


@lru_cache(maxsize=16)
def _rivals(others: tuple[str, ...], manner: Manner) -> Mapping[str, str]:
    """Comparable text -> answer as the deck has it; made once a deck and manner."""
    return {comparable(form(other, manner), manner): other for other in others}


def _article(case: _Case) -> Args | None:
    """Another article (or none, where articles count), if all words have their place."""
    if len(case.typed.words) != len(case.key.words):
        return None
    for typed, expected in zip(case.typed.slots, case.key.slots, strict=True):
        if not articles_agree(typed, expected, case.manner):
            return {"typed": " ".join(typed) or "–", "expected": " ".join(expected) or "–"}
    return None


def _token_count(case: _Case) -> Args | None:
    typed, expected = len(case.typed.words), len(case.key.words)
    return None if typed == expected else {"typed": str(typed), "expected": str(expected)}


def _digit(case: _Case) -> Args | None:
    """One digit is another number."""
    return _first(case, lambda pair: bool(_DIGIT.search(pair.typed + pair.expected)))


def _affix(case: _Case) -> Args | None:
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


def _other_card(case: _Case) -> Args | None:
    """The answer of another card, or one at least as near to it as to the key (and near enough to say so)."""
    known = _rivals(case.others, case.manner)
    typed = comparable(case.typed, case.manner)
    if typed in known:
        return {"other": known[typed]}
    edits = _edits(typed, comparable(case.key, case.manner), MOST_EDITS)
    if edits > MOST_EDITS:
        return None
    near = process.extract_iter(typed, known.keys(), scorer=OSA.distance, score_cutoff=edits)
    return next(
        ({"other": known[text]} for text, _, _ in near if text not in case.own and len(text) > 2 * edits),
        None,
    )


def _marks(case: _Case) -> Args | None:
    """A capital or a mark that counts is never excused."""
    return _first(
        case,
        lambda pair: any(
            step.op == "replaced" and bare(step.typed[0]) == bare(step.expected[0]) for step in pair.edits
        ),
    )


def _first_letter(case: _Case) -> Args | None:
    return _first(case, lambda pair: clusters(pair.typed)[0] != clusters(pair.expected)[0])


def _last_letter(case: _Case) -> Args | None:
    """Endings tell gender, number and person, save in English, which has few."""
    if primary(case.manner.language) == "en":
        return None
    return _first(case, lambda pair: bool(pair.steps) and pair.steps[-1].op == "replaced")


def _distance(case: _Case) -> Args | None:
    for pair in case.pairs if len(case.pairs) <= MOST_EDITS else ():
        if not pair.steps or len(pair.edits) > pair.allowed:
            return {**pair.words, "letters": str(pair.letters), "allowed": str(pair.allowed)}
    return None


def _replaced_twice(case: _Case) -> Args | None:
    """Two letters replaced in one word are rarely a slip (stalagmite, stalactite)."""
    return _first(case, lambda pair: sum(step.op == "replaced" for step in pair.edits) > 1)


def _distance_total(case: _Case) -> Args | None:
    edits = sum(len(pair.edits) or 1 for pair in case.pairs)
    return {"edits": str(edits), "allowed": str(MOST_EDITS)} if edits > MOST_EDITS else None


def _first(case: _Case, fails: Callable[[_Pair], bool]) -> Args | None:
    return next((pair.words for pair in case.pairs if fails(pair)), None)


GUARDS: tuple[tuple[str, Callable[[_Case], Args | None]], ...] = (
    ("article", _article),
    ("token_count", _token_count),
    ("digit", _digit),
    ("affix", _affix),
    ("other_card", _other_card),
    ("marks", _marks),
    ("first_letter", _first_letter),
    ("last_letter", _last_letter),
    ("distance", _distance),
    ("replaced_twice", _replaced_twice),
    ("distance_total", _distance_total),
)
"""In the order in which they are asked."""
