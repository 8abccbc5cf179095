"""Decks as Markdown, as hashcards reads it: Q: and A:, and C: with its holes in brackets."""

import re
from collections.abc import Iterator
from typing import Final

from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.holes import holes
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.problems import Problem
from quizapp.core.slugs import slug
from quizapp.formats.base import Shipped, Tick, Written, no_tick
from quizapp.formats.in_words import UNSPEAKABLE, sides
from quizapp.formats.leaving import (
    Leaving,
    changed,
    lost_parts,
    missing_files,
    named_files,
    notes,
    own_keys,
    refused,
)
from quizapp.formats.markdown_lines import masked

_HELD: Final = frozenset({"q", "a", "cloze", "image", "alt"})
_SIDES: Final = (Basic, TypedQuestion)
_SIGN: Final = re.compile(r"^(?=[QAC]:(?:[ \t]|$))|^(?=[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*$)", re.MULTILINE)
"""Where a line of a text would be taken for the beginning or the end of a card."""
_BRACKET: Final = re.compile(r"[\[\]]")
_TICKS: Final = 500


def lost(shipped: tuple[Shipped, ...], label: str) -> Iterator[Problem]:
    """What has no place in such a file."""
    for leaving in notes(shipped):
        question = leaving.note.question
        if not _fits(leaving):
            yield refused(leaving, label)
            continue
        held = _HELD
        if not isinstance(question, (*_SIDES, Cloze)):
            held = _HELD | own_keys(leaving)
            yield changed(leaving, leaving.note.kind.label, "question and answer", label)
        yield from lost_parts(leaving, label, held)
        if isinstance(question, Cloze):
            yield from _lost_holes(leaving, label)
        if leaving.note.image:
            yield changed(leaving, "image", "part of the question", label)
        yield from missing_files(leaving)


def write(shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
    """A file for each deck, with the pictures that it names beside it."""
    files: dict[str, bytes] = {}
    count = 0
    for number, deck in enumerate(shipped):
        going = [leaving for leaving in notes((deck,)) if _fits(leaving)]
        if not going:
            continue
        for at, leaving in enumerate(going):
            if at % _TICKS == 0:
                tick(at, len(going))
            for path in named_files(leaving, sounds=False):
                data = deck.folder(path)
                if data is not None:
                    files[path] = data
        name = slug(deck.deck.title) or "cards"
        taken = f"{name}.md" in files
        files[f"{name}-{number + 1}.md" if taken else f"{name}.md"] = _file(deck, going)
        count += len(going)
    return Written(files, count)


def _file(shipped: Shipped, going: list[Leaving]) -> bytes:
    title = " ".join(shipped.deck.title.replace('"', "'").split())
    head = f'---\nname = "{title}"\n---\n\n' if title else ""
    return (head + "\n\n".join(map(_card, going)) + "\n").encode("utf-8", "replace")


def _card(leaving: Leaving) -> str:
    note = leaving.note
    picture = f"![{_BRACKET.sub('', note.alt)}]({note.image})\n\n" if note.image else ""
    if isinstance(note.question, Cloze):
        return f"C: {picture}{_guarded(bracketed(note.question.cloze))}"
    if isinstance(note.question, _SIDES):
        front, back = note.question.q, note.question.a
    else:
        front, back = sides(leaving)
    return f"Q: {picture}{_guarded(front)}\nA: {_guarded(back)}"


def bracketed(text: str) -> str:
    """A cloze text with its holes in brackets, and brackets that mean themselves escaped."""
    out: list[str] = []
    at = 0
    for hole in holes(text).holes:
        hidden = hole.hidden if hole.place else f"[{_escaped(hole.hidden)}]"
        out += (_escaped(text[at : hole.start]), hidden)
        at = hole.end
    return "".join([*out, _escaped(text[at:])])


def _fits(leaving: Leaving) -> bool:
    question = leaving.note.question
    if isinstance(question, Cloze):
        return any(not hole.place for hole in holes(question.cloze).holes)
    return type(question) not in UNSPEAKABLE


def _lost_holes(leaving: Leaving, label: str) -> Iterator[Problem]:
    """What its brackets cannot say."""
    found = holes(leaving.note.question.cloze).holes  # type: ignore[attr-defined]  # only of clozes
    if any(hole.hint for hole in found):
        yield changed(leaving, "a hole with a hint", "a hole without", label)
    if len({hole.part for hole in found}) < len(found):
        yield changed(leaving, "holes that are asked together", "holes of their own", label)
    if any(hole.place for hole in found):
        yield changed(leaving, "a hole in code or a formula", "what it hides", label)


def _escaped(text: str) -> str:
    """A text whose brackets are no hole; those of links, code and formulas are none anyway."""
    seen = masked(text)
    return "".join(f"\\{sign}" if sign in "[]" else text[at] for at, sign in enumerate(seen))


def _guarded(text: str) -> str:
    """A text of which no line is taken for another card: a blank before it means nothing in Markdown."""
    return _SIGN.sub(lambda match: " " if text[match.end() : match.end() + 2][1:] == ":" else "\\", text)
