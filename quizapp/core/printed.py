"""Questions as they are put on paper: versions with an order of their own, numbers, and the one key for all.

A version is a code of its own, "kite-8402-b": whoever sits at the screen with it gets the same order as those
who have it on paper. Version A is the code as it is.
"""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from quizapp.core import chance
from quizapp.core.attempt import Posed
from quizapp.core.context import Contexts
from quizapp.core.deck import Citation
from quizapp.core.kinds.base import Prompt
from quizapp.core.kinds.forms import Form
from quizapp.core.papers import seed_of

VERSIONS = "ABCD"
_VERSION = re.compile(rf"(.+)-([{VERSIONS}])", re.IGNORECASE)


class Printed(Struct, frozen=True, kw_only=True):
    """A question on paper."""

    number: int
    posed: Posed
    prompt: Prompt
    form: Form

    @property
    def text(self) -> str:
        """Markdown, with room to write where it is filled in itself."""
        return self.form.text or self.prompt.text


class KeyLine(Struct, frozen=True, kw_only=True):
    """A question in the key."""

    numbers: tuple[int, ...]
    """In each version."""
    keys: tuple[str, ...]
    """The right answer as it is filled in, in each version; texts are empty where words are written."""
    posed: Posed
    expected: str
    """The right answer in words, plain."""
    markdown: str
    """The same with its formulas and pictures; empty where the words alone say it."""
    explain: str
    """Markdown."""
    source: tuple[str, ...]


def split_version(code: str) -> tuple[str, str]:
    """The code of the questions, and the letter of the version: "A" if it names none."""
    found = _VERSION.fullmatch(code)
    return (found[1], found[2].upper()) if found else (code, VERSIONS[0])


def version_code(code: str, letter: str) -> str:
    """The code of a version of the same questions."""
    base, _ = split_version(code)
    return base if letter == VERSIONS[0] else f"{base}-{letter.lower()}"


def version(questions: Sequence[Posed], code: str, *, shuffle: bool) -> tuple[Posed, ...]:
    """The questions of version A as the version of a code has them.

    shuffle: the questions stand in another order too; else only what is shuffled within them.
    """
    _, letter = split_version(code)
    if letter == VERSIONS[0]:
        return tuple(questions)
    reseeded = [replace(posed, seed=seed_of(code, posed.card_id)) for posed in questions]
    if shuffle:
        reseeded.sort(key=lambda posed: chance.draw(code, "order", posed.card_id))
    return tuple(reseeded)


def printed(questions: Sequence[Posed]) -> tuple[Printed, ...]:
    """The questions with their numbers and forms."""
    return tuple(_printed(number, posed) for number, posed in enumerate(questions, 1))


def _printed(number: int, posed: Posed) -> Printed:
    prompt = posed.prompt()
    return Printed(number=number, posed=posed, prompt=prompt, form=posed.kind.printed(posed.asked, prompt))


def key_lines(versions: Sequence[Sequence[Printed]]) -> tuple[KeyLine, ...]:
    """The key of all versions, in the order of the first."""
    by_card = [{one.posed.card_id: one for one in version} for version in versions]
    return tuple(
        _key_line([found[one.posed.card_id] for found in by_card])
        for one in (versions[0] if versions else ())
    )


def _key_line(same: Sequence[Printed]) -> KeyLine:
    posed = same[0].posed
    context = posed.context(Contexts(posed.header()).of(posed.note, posed.part))
    expected = posed.kind.expected(posed.asked, posed.asked_part, context)
    back = posed.kind.back(posed.asked, posed.asked_part)
    return KeyLine(
        numbers=tuple(one.number for one in same),
        keys=tuple(one.form.key for one in same),
        posed=posed,
        expected=expected,
        markdown=back if back != expected == context.plain_of(back) else "",
        explain=posed.note.explain,
        source=tuple(cited(posed, one) for one in posed.note.source),
    )


def cited(posed: Posed, citation: Citation) -> str:
    """A source in words, with the place in it."""
    known = posed.sources.get(citation.name)
    name = known.citation or known.url if known else citation.name
    return f"{name}, {citation.at}" if citation.at else name
