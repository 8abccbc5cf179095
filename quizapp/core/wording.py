"""How two wordings of one text differ, word by word: what was taken out, what was put in."""

from collections.abc import Sequence

import regex
from rapidfuzz.distance import Indel

from quizapp.core.diff import Run

_TOKENS = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]"
    r"|[\p{L}\p{N}\p{M}]+(?:[’'.,:\-–][\p{L}\p{N}\p{M}]+)*"
    r"|\s+"
    r"|."
)
"""Words with what joins their halves (don’t, 2025-05, 1,000), spaces, single signs."""
_WORD = regex.compile(r"[\p{L}\p{N}]")


def reworded(was: str, now: str, *, case: bool = True) -> tuple[Run, ...]:
    """The runs of both texts in reading order: `typed` is what was, `expected` what is now.

    Together they give both texts back. Spaces and signs between two changed words belong to the change, so
    that a phrase is one run. case: False takes no notice of capitals, as where a text is kept without them.
    """
    old, new = _TOKENS.findall(was), _TOKENS.findall(now)
    codes = Indel.opcodes(_keys(old, case), _keys(new, case))
    runs: list[Run] = []
    for code in codes:
        gone = "".join(old[code.src_start : code.src_end])
        come = "".join(new[code.dest_start : code.dest_end])
        if code.tag == "equal":
            runs.append(Run("equal", gone, come))
        elif runs and runs[-1].op != "equal":
            runs[-1] = _change(runs[-1].typed + gone, runs[-1].expected + come)
        else:
            runs.append(_change(gone, come))
    return tuple(_joined(runs))


def _keys(tokens: Sequence[str], case: bool) -> list[str]:
    return [" " if token.isspace() else token if case else token.casefold() for token in tokens]


def _change(was: str, now: str) -> Run:
    return Run("replaced" if was and now else "extra" if was else "missing", was, now)


def _joined(runs: Sequence[Run]) -> list[Run]:
    """The runs with what is no word between two changes taken into one change."""
    joined: list[Run] = []
    for number, run in enumerate(runs):
        between = 0 < number < len(runs) - 1
        glue = between and run.op == "equal" and not _WORD.search(run.typed)
        if joined and joined[-1].op != "equal" and (glue or run.op != "equal"):
            joined[-1] = _change(joined[-1].typed + run.typed, joined[-1].expected + run.expected)
        else:
            joined.append(run)
    return joined
