"""A question element of Moodle's XML, with its texts as Markdown."""

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element

from quizapp.formats.foreign_xml import text as raw
from quizapp.formats.left_out import Told, lost
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.moodle_files import Files
from quizapp.formats.moodle_numbers import credit_of
from quizapp.formats.moodle_texts import WRITERS, as_html_text, as_moodle
from quizapp.formats.multilang import spoken


class Answer(NamedTuple):
    """One answer of a question."""

    text: str
    """Markdown."""
    raw: str
    """As it stands there."""
    credit: Decimal
    """0 to 1."""
    feedback: str
    element: Element


class Asked:
    """What a question element says."""

    def __init__(self, element: Element, refs: MediaRefs, files: Files, language: str) -> None:
        self.element = element
        self.refs = refs
        self.files = files
        self._language = language
        self.fill: Callable[[str], str] = str
        """Puts the values of names into a text."""
        self.told: list[Told] = []
        """Warnings."""
        self.sounds: list[str] = []
        """Paths of sounds that texts name."""

    @property
    def type(self) -> str:
        return self.element.get("type", "")

    @property
    def name(self) -> str:
        return raw(self.element.find("name/text"))

    def said(self, path: str) -> str:
        """What a part says, as it stands there."""
        return raw(self.element.find(path))

    def truth(self, path: str, *, default: bool) -> bool:
        """What a part says, yes or no."""
        said = self.said(path).lower()
        return said not in ("false", "0") if default else said in ("true", "1")

    def text(self, path: str) -> str:
        """The Markdown of a part with a `text` in it."""
        found = self.element.find(path)
        return "" if found is None else self.of(found)

    def of(self, element: Element) -> str:
        """The Markdown of an element with a `text`, and perhaps files, in it."""
        return self.written(raw(element.find("text")), element, element.get("format", self._format()))

    def word(self, element: Element) -> str:
        """The same where Moodle keeps no format: plain, unless there are tags in it."""
        source = self.fill(spoken(raw(element.find("text")), self._language))
        return as_moodle(self.refs, source)

    def html(self, source: str) -> str:
        """HTML of the question as Markdown."""
        asked = self.element.find("questiontext")
        return self.written(source, asked if asked is not None else self.element, "html")

    def written(self, source: str, element: Element, format_: str) -> str:
        text = self.fill(spoken(source, self._language))
        write = WRITERS.get(format_, as_html_text)
        if write is as_html_text:
            side = self.refs.html(self.files.placed(text, element), dollars=True)
            self.sounds += side.sounds
            return side.markdown
        return write(self.refs, self.files.placed(text, element, self.refs.path))

    def answers(self, *, plain: bool = False) -> list[Answer]:
        """All answers with something in them. plain: they have no format."""
        found = []
        for element in self.element.findall("answer"):
            inner = element.find("text")
            words = raw(element) if inner is None else raw(inner)
            text = self.fill(words) if inner is None else self.word(element) if plain else self.of(element)
            feedback = element.find("feedback")
            said = "" if feedback is None else self.of(feedback)
            if words:
                found.append(Answer(text, words, credit_of(element.get("fraction", "0")), said, element))
        return found

    @property
    def asked(self) -> str:
        """The question itself."""
        return self.text("questiontext") or self.name

    def sound(self) -> str:
        """The one sound that a card has room for; "" if there is none."""
        paths = list(dict.fromkeys(self.sounds))
        if len(paths) > 1:
            self.told.append(lost("A second sound"))
        return paths[0] if paths else ""

    def picture(self) -> str:
        """The path of a picture beside the text, as Moodle had it long ago; "" if there is none."""
        key = self.files.old_picture(self.element)
        return self.refs.path(key) if key else ""

    def _format(self) -> str:
        asked = self.element.find("questiontext")
        return "html" if asked is None else asked.get("format", "html")
