"""Cures put into the text of a deck: one that was asked for, or all that may be done unasked.

Texts are as `formats.encoding.decode` returns them: without a byte order mark, line ends as they are.
"""

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from quizapp.core.cures import is_safe
from quizapp.core.problems import Fix, Problem
from quizapp.formats.yaml_deck import Loaded, read

_ROUNDS = 30
"""One cure may bring to light what the next one mends; more than these are a circle."""

_GUESSED = frozenset({"unknown_key_like"})
"""Cures that may cost a card or mend nothing: each is tried alone, so that no other one makes up for it."""


class Cured(Struct, frozen=True):
    """A text with cures in it."""

    text: str
    changes: tuple[Fix, ...] = ()
    """What was replaced; offsets in the text before, ascending, apart from each other."""
    problems: tuple[Problem, ...] = ()
    """What was cured, in the order of the cures."""


class Preview(NamedTuple):
    """The first line that a cure changes, without its line end."""

    before: str
    after: str
    """Empty where the line goes."""
    column: int
    """From 0: where they begin to differ."""


def put(text: str, fixes: Iterable[Fix]) -> str:
    """Make replacements that do not overlap, all of them offsets of the same text."""
    for fix in sorted(fixes, key=lambda fix: (fix.start, fix.end), reverse=True):
        text = text[: fix.start] + fix.text + text[fix.end :]
    return text


def apply(text: str, problem: Problem) -> Cured:
    """Cure one problem; the text stays as it is where the problem has no cure."""
    return apply_all(text, [problem])


def apply_all(text: str, problems: Iterable[Problem]) -> Cured:
    """Cure several problems of one reading; of cures that overlap the first."""
    chosen = _apart(problems)
    fixes = tuple(problem.fix for problem in chosen if problem.fix)
    return Cured(put(text, fixes), fixes, tuple(chosen))


def preview(text: str, problem: Problem) -> Preview | None:
    """What a cure does to the first line that it changes; None where nothing changes."""
    if problem.fix is None:
        return None
    after = put(text, [problem.fix])
    most = min(len(text), len(after))
    first = next((at for at in range(problem.fix.start, most) if text[at] != after[at]), most)
    if first == len(text) == len(after):
        return None
    start = text.rfind("\n", 0, first) + 1
    lines = _line(text, start), _line(after, start)
    is_gone = len(after) < len(text) and not problem.fix.text and start == first
    return Preview(lines[0], "" if is_gone else lines[1], first - start)


def cure(text: str, path: str = "", may: Callable[[Problem], bool] = is_safe) -> Cured:
    """Cure all that may be cured, read again, and so on until nothing more is.

    No cure is kept that costs a card which was there, or adds an error.
    """
    before, loaded = text, _read(text, path)
    refused: set[tuple[str, str]] = set()
    done: list[Problem] = []
    for _ in range(_ROUNDS):
        chosen = _apart(one for one in loaded.problems if may(one) and _key(one) not in refused)
        if not chosen:
            break
        sure = [one for one in chosen if one.code not in _GUESSED]
        step = _step(text, path, loaded, sure) if sure else None
        if step is not None:
            (text, loaded), kept = step, sure
        else:
            text, loaded, kept = _singly(text, path, loaded, chosen)
            refused.update(_key(one) for one in chosen if one not in kept)
        done += kept
    return Cured(text, _changes(before, text), tuple(done))


def _singly(
    text: str, path: str, loaded: Loaded, chosen: Sequence[Problem]
) -> tuple[str, Loaded, list[Problem]]:
    """The text with the cures that make nothing worse, how it reads, and those cures."""
    kept = []
    for one in reversed(chosen):  # from the end, so that the offsets of the others hold
        step = _step(text, path, loaded, [one])
        if step is not None:
            text, loaded = step
            kept.append(one)
    return text, loaded, kept[::-1]


def _step(text: str, path: str, before: Loaded, chosen: Sequence[Problem]) -> tuple[str, Loaded] | None:
    """The text with cures and how it reads; None if it reads worse, or as before."""
    cured = put(text, (problem.fix for problem in chosen if problem.fix))
    after = _read(cured, path)
    is_worse = _errors(after) > _errors(before) or _cards(after) < _cards(before)
    is_idle = len(after.problems) >= len(before.problems) and all(one.code in _GUESSED for one in chosen)
    return None if is_worse or is_idle or cured == text else (cured, after)


def _apart(problems: Iterable[Problem]) -> list[Problem]:
    """Those with cures that do not touch each other."""
    chosen: list[Problem] = []
    end = -1
    for problem in sorted(problems, key=lambda problem: problem.fix.start if problem.fix else -1):
        if problem.fix is not None and problem.fix.start > end:
            chosen.append(problem)
            end = max(problem.fix.end, problem.fix.start)
    return chosen


def _key(problem: Problem) -> tuple[str, str]:
    """What tells a cure that was refused from others, wherever its line has moved."""
    return problem.code, f"{problem.card}\n{problem.fix.text if problem.fix else ''}\n{problem.args}"


def _read(text: str, path: str) -> Loaded:
    return read(text.encode("utf-8", "surrogateescape"), path)


def _errors(loaded: Loaded) -> int:
    return sum(problem.severity == "error" for problem in loaded.problems)


def _cards(loaded: Loaded) -> int:
    return len(loaded.deck.notes) if loaded.deck else 0


def _line(text: str, start: int) -> str:
    return text[start:].split("\n", 1)[0].rstrip("\r")


def _changes(before: str, after: str) -> tuple[Fix, ...]:
    """Two texts compared line by line."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(
        Fix(starts[first], starts[last], "".join(new[new_first:new_last]))
        for what, first, last, new_first, new_last in blocks
        if what != "equal"
    )
