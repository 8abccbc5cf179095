"""One question in Moodle's XML: its texts with the files that they name."""

import base64
import re
from html import escape
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote

from quizapp.formats.leaving import Leaving
from quizapp.formats.moodle_embed import embedded
from quizapp.formats.moodle_sheet import Share, Sheet
from quizapp.formats.picture_size import size_of
from quizapp.formats.to_html import to_html

_REFUSED: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Page:
    """Writes one question."""

    def __init__(self, leaving: Leaving, sheet: Sheet) -> None:
        self.leaving, self.sheet = leaving, sheet

    def asked(self) -> str:
        """The text of the question with the picture and the sound of the card."""
        note, sheet = self.leaving.note, self.sheet
        files = _Files(self.leaving)
        picture = files.name(note.image) if note.image and sheet.type != "ddmarker" else ""
        sound = files.name(note.media) if note.media else ""
        above = f'<p><img src="{escape(picture)}" alt="{escape(note.alt)}"></p>' if picture else ""
        below = f'<p><audio controls src="{escape(sound)}"></audio></p>' if sound else ""
        body = embedded(sheet, files.html) if sheet.type == "cloze" else files.html(sheet.q)
        return _texted("questiontext", above + body + below, files)

    def text(self, tag: str, markdown: str, attributes: str = "", inner: str = "") -> str:
        """An element with a text of the deck and its files."""
        files = _Files(self.leaving)
        return _texted(tag, files.html(markdown), files, attributes, inner)

    def share(self, share: Share, fraction: str) -> str:
        """An answer with its feedback."""
        return self.text(
            "answer", share.text, f' fraction="{fraction}"', self.text("feedback", share.feedback)
        )

    def tags(self) -> str:
        inner = "".join(f"<tag>{element('text', tag)}</tag>" for tag in self.leaving.tags)
        return f"<tags>{inner}</tags>"

    def background(self) -> tuple[str, tuple[float, float]]:
        """The picture of a question on a picture, and its size."""
        files = _Files(self.leaving)
        files.name(self.sheet.picture)
        data = self.leaving.shipped.folder(self.sheet.picture) or b""
        return files.elements(), size_of(data) or (1.0, 1.0)


class _Files:
    """The files that one text names, each under a name of its own."""

    def __init__(self, leaving: Leaving) -> None:
        self._folder = leaving.shipped.folder
        self._names: dict[str, str] = {}
        """Path from the deck's folder -> name."""
        self._data: dict[str, bytes] = {}

    def html(self, markdown: str) -> str:
        return to_html(markdown, self.name) if markdown else ""

    def name(self, path: str) -> str:
        """What a text calls a file there; "" for one that is not to be had."""
        if path not in self._names:
            data = self._folder(path)
            if data is None:
                return ""
            own = PurePosixPath(path)
            name, number = own.name, 1
            while name in self._data:
                number += 1
                name = f"{own.stem}-{number}{own.suffix}"
            self._names[path] = name
            self._data[name] = data
        return f"@@PLUGINFILE@@/{quote(self._names[path])}"

    def elements(self) -> str:
        """Their content, to stand behind the text."""
        return "".join(
            f'<file name="{_clean(name)}" path="/" encoding="base64">{base64.b64encode(data).decode()}</file>'
            for name, data in self._data.items()
        )


def _texted(tag: str, html: str, files: _Files, attributes: str = "", inner: str = "") -> str:
    return f'<{tag}{attributes} format="html">{element("text", html)}{files.elements()}{inner}</{tag}>'


def element(name: str, text: str) -> str:
    return f"<{name}>{_clean(text)}</{name}>"


def _clean(text: str) -> str:
    """A text as XML has it; carriage returns and tabs by their numbers, as they would not come back."""
    return escape(_REFUSED.sub(" ", text)).replace("\r", "&#13;").replace("\t", "&#9;")
