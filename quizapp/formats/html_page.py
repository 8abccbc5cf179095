"""Decks as a web page to print or pass on: all questions, a key behind them, and everything in the file."""

import re
from typing import Final

from quizapp.core.attempt import Posed
from quizapp.core.papers import seed_of
from quizapp.core.printed import Printed, key_lines, printed
from quizapp.core.problems import Problem
from quizapp.formats import drawing, media_types, quiz_page
from quizapp.formats.base import Format, Shipped, Source, Tick, Written, no_tick
from quizapp.formats.leaving import Leaving, missing_files, notes
from quizapp.formats.markup import formulas
from quizapp.formats.quiz_page import Shown

_WORDS: Final = quiz_page.Words(
    answer="Answer",
    source="Source: {source}",
    quoted="“{statement}”",
    fill_in="Answer to question",
    key="Key",
)
_FACE_PX: Final = 100
"""Size of the font in which formulas are drawn."""
_VIEW_BOX: Final = re.compile(r'viewBox="(\S+) (\S+) (\S+) (\S+)"')
_DRAWING: Final = "image/svg+xml"
_MIMES: Final = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "GIF": "image/gif",
    "WebP": "image/webp",
    "SVG": _DRAWING,
}
"""Name of a type of picture -> its media type."""
_TICKS: Final = 100


class _HtmlPage(Format):
    name = "html-page"
    label = "Web page to print"
    about = (
        "One page of HTML with all questions and a key behind them, pictures and formulas included. It is "
        "written only. Sounds stay behind."
    )
    suffixes = (".html",)
    reads = False
    writes = True

    def sniff(self, source: Source) -> int:
        return 0

    def lost(self, shipped: tuple[Shipped, ...]) -> tuple[Problem, ...]:
        return tuple(problem for leaving in notes(shipped) for problem in _lost(leaving, self.label))

    def write(self, shipped: tuple[Shipped, ...], tick: Tick = no_tick) -> Written:
        posed, folders = _posed(shipped, tick)
        questions = printed(posed)
        pictures = _Pictures(folders)
        sources = quiz_page.Sources(pictures.shown, _Formulas(questions), str)
        title = ", ".join(one.deck.title for one in shipped if one.deck.title) or "Questions"
        about = f"Questions: {len(questions)}"
        keys = key_lines([questions])
        language = next((one.deck.language.front for one in shipped if one.deck.language.front), "")
        page = quiz_page.write(title, about, questions, keys, _WORDS, sources, language)
        return Written({"questions.html": page}, sum(1 for _ in notes(shipped)))


def _lost(leaving: Leaving, label: str) -> list[Problem]:
    """Sounds and hints have no place on paper."""
    said = {"media": leaving.note.media, "hint": leaving.note.hint}
    lost = [
        Problem(
            code="export_lost", where=leaving.where, args={"what": key, "format": label}, card=leaving.front
        )
        for key, value in said.items()
        if value
    ]
    return [*lost, *(one for one in missing_files(leaving) if one.args["name"] != leaving.note.media)]


def _posed(shipped: tuple[Shipped, ...], tick: Tick) -> tuple[list[Posed], list[Shipped]]:
    """A question for each card, with the deck it is of."""
    found: list[Posed] = []
    decks: list[Shipped] = []
    for deck in shipped:
        for at, note, part in deck.deck.cards():
            if len(found) % _TICKS == 0:
                tick(len(found), 0)
            card_id = f"{len(decks)}/{note.id or at}#{part}"
            found.append(
                Posed(
                    card_id=card_id,
                    part=part,
                    seed=seed_of("page", f"{note.id or at}#{part}"),
                    note=note,
                    deck=deck.deck.title,
                    path=str(len(decks)),
                    language=deck.deck.language,
                    sources=deck.deck.sources,
                )
            )
        decks.append(deck)
    return found, decks


class _Pictures:
    """Pictures of decks; what is none, or holds more than a picture, is not shown."""

    def __init__(self, decks: list[Shipped]) -> None:
        self._decks = decks
        self._known: dict[tuple[str, str], Shown | None] = {}

    def shown(self, posed: Posed, name: str) -> Shown | None:
        key = posed.path, name
        if key not in self._known:
            data = self._decks[int(posed.path)].folder(name)
            self._known[key] = None if data is None else _picture(data)
        return self._known[key]


def _picture(data: bytes) -> Shown | None:
    found = media_types.type_of(data)
    mime = _MIMES.get(found.name, "") if found else ""
    if not mime or (mime == _DRAWING and media_types.outward(data)):
        return None
    return Shown(mime, data)


class _Formulas:
    """Formulas of all questions, drawn at once."""

    def __init__(self, questions: tuple[Printed, ...]) -> None:
        self._drawn = drawing.drawn(list(dict.fromkeys(one for each in questions for one in _in(each))))

    def __call__(self, source: str, display: bool) -> Shown | None:
        svg = self._drawn.get((source, display), "")
        box = _VIEW_BOX.search(svg)
        if box is None:
            return None
        top, height = float(box[2]) / _FACE_PX, float(box[4]) / _FACE_PX
        return Shown(_DRAWING, svg.encode(), height, height + top)


def _in(question: Printed) -> list[drawing.Formula]:
    note = question.posed.note
    texts = (*note.kind.texts(note.question), note.explain, question.text, question.prompt.text)
    return [formula for text in texts for formula in formulas(text)]


FORMAT: Final = _HtmlPage()
