"""What a kind says: the sentences that belong to it alone, declared beside its rules."""

from collections.abc import Mapping

from msgspec import Struct

from quizapp.core.messages import Severity


class Words(Struct, frozen=True, kw_only=True):
    """English templates with {named} arguments, marked for translation.

    `quizapp.core.reasons` and `quizapp.core.problems` gather those of all kinds; two kinds may share a code
    only with the same words.
    """

    reasons: Mapping[str, str] = {}
    """Verdict.because -> the rule that decided, a sentence; empty where marks and heading say it all."""
    between: tuple[str, ...] = ()
    """Codes of reasons that may be said between two tries: they give nothing of the right answer away."""
    scores: Mapping[str, str] = {}
    """Verdict.score -> how the fraction was reckoned, a sentence."""
    headings: Mapping[str, str] = {}
    """Verdict.heading behind "partly_", "wrong_" or "unscored_" -> the result in words, no full stop."""
    messages: Mapping[str, tuple[Severity, str]] = {}
    """Code of a complaint -> (severity, what to mend in the deck)."""
    rewrites: Mapping[str, str] = {}
    """Those of the codes that know the cure -> the argument with what the value should be."""
    doubles: frozenset[str] = frozenset()
    """Those of the codes that tell of a text which is in a list twice: `text` is that, and one may go."""
    titles: Mapping[str, str] = {}
    """The same codes -> a heading of a few words, for `quizapp.core.cures`."""
