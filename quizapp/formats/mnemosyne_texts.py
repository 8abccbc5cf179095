"""Texts of Mnemosyne as Markdown: HTML with formulas, sounds, and holes in brackets."""

import re
from collections.abc import Sequence
from typing import Final

from quizapp.formats.media_refs import MediaRefs

_HOLE: Final = re.compile(r"\[([^\[\]]+)\]")
_SOUND: Final = re.compile(
    r"<(?:audio|sound|video)\b[^>]*\bsrc\s*=\s*[\"']([^\"']+)[\"'][^>]*>(?:\s*</(?:audio|sound|video)>)?",
    re.IGNORECASE,
)
_FORMULA: Final = re.compile(
    r"<latex>(.*?)</latex>|<\$\$>(.*?)</\$\$>|<\$>(.*?)</\$>", re.DOTALL | re.IGNORECASE
)
_PLACE: Final = 0xF8000
"""Private characters that stand for formulas while holes are looked for."""
_MOST: Final = 0x7000
_HEARD: Final = "What do you hear?"


class Texts:
    """Makes Markdown of texts, and keeps what had no place."""

    def __init__(self, refs: MediaRefs) -> None:
        self._refs = refs
        self._lost: list[str] = []

    def plain(self, text: str) -> str:
        """A text without its sounds, which are told."""
        words, sounds = self._parted(text)
        self._lost += sounds
        return words

    def side(self, text: str) -> tuple[str, list[str]]:
        """A side of a card, and the sounds in it."""
        words, sounds = self._parted(text)
        return words or (_HEARD if sounds else ""), sounds

    def holes(self, text: str) -> str:
        """A text whose parts in brackets are holes; brackets in formulas are none."""
        formulas: list[str] = []

        def kept(match: re.Match[str]) -> str:
            formulas.append(match[0])
            return chr(_PLACE + len(formulas) - 1) if len(formulas) < _MOST else ""

        bare = _HOLE.sub(_hole, _FORMULA.sub(kept, text))
        whole = re.sub(
            f"[{chr(_PLACE)}-{chr(_PLACE + _MOST)}]", lambda match: _formula_at(match, formulas), bare
        )
        return self.plain(whole)

    def one_of(self, sounds: Sequence[str]) -> str:
        """The one that a card can have; the others are told."""
        self._lost += sounds[1:]
        return sounds[0] if sounds else ""

    def lost(self) -> list[str]:
        """What had no place since this was asked last."""
        lost, self._lost = self._lost, []
        return lost

    def _parted(self, text: str) -> tuple[str, list[str]]:
        sounds = [path for name in _SOUND.findall(text) if (path := self._refs.path(name))]
        html = _FORMULA.sub(_bracketed, _SOUND.sub(" ", text)).replace("\n", "<br>")
        return self._refs.html(html).markdown.strip(), sounds


def _bracketed(match: re.Match[str]) -> str:
    """As Anki writes formulas, which is what is read next."""
    latex, block, inline = match.groups()
    name, inner = (
        ("latex", latex) if latex is not None else ("$$", block) if block is not None else ("$", inline)
    )
    return f"[{name}]{' '.join((inner or '').split())}[/{name}]"


def _formula_at(match: re.Match[str], formulas: Sequence[str]) -> str:
    number = ord(match[0]) - _PLACE
    return formulas[number] if number < len(formulas) else ""


def _hole(match: re.Match[str]) -> str:
    answer, _, hint = match[1].partition(":")
    return f"{{{{{answer} :: {hint}}}}}" if hint.strip() else f"{{{{{answer}}}}}"
