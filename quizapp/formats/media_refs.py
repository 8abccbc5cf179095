"""Pictures and sounds that the texts of a source name: found beside it or in it, and named for our decks."""

import re
from collections.abc import Callable
from typing import Final, NamedTuple
from urllib.parse import unquote

from quizapp.core.problems import Problem, QuizError, Where
from quizapp.formats.base import Media
from quizapp.formats.data_uris import has_inline, replaced
from quizapp.formats.from_html import from_html
from quizapp.formats.media_names import MediaNames

_SOUND: Final = re.compile(r"\[sound:([^\]\n]{1,300})\]")
_ADDRESS: Final = re.compile(r"^[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""One letter alone is a drive."""

_PICTURE: Final = re.compile(
    r"!\[(?P<words>[^\[\]\n]*)\]\((?:<(?P<odd>[^<>\n]+)>|(?P<path>[^()\s<>]++))[^()\n]*\)"
)


class Side(NamedTuple):
    """A text of a card with what it names."""

    markdown: str
    sounds: tuple[str, ...] = ()
    """Names of media."""


class MediaRefs:
    """Gives what a source names its place here; what is not to be had is told once."""

    def __init__(self, file: str, find: Callable[[str], Callable[[], bytes] | None]) -> None:
        """file: of the source, for messages; find: original name -> what reads it, None if nothing does."""
        self._file, self._find = file, find
        self._names = MediaNames()
        self._found: dict[str, Media] = {}
        self._missing: dict[str, Problem] = {}
        self._lost: dict[str, Problem] = {}

    @property
    def media(self) -> tuple[Media, ...]:
        """All that was named and is there."""
        return tuple(self._found.values())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was named and is not there; elements of HTML that decks do not show."""
        return (*self._missing.values(), *self._lost.values())

    def path(self, original: str) -> str:
        """The path from the deck's folder of a file that the source names; "" for an address or a picture
        that is no file. One that is not there is named all the same: it can be put there later."""
        name = original.strip()
        if name in self._found:
            return self._found[name].name
        read = None if not name or _ADDRESS.match(name) else self._find(name) or self._find(unquote(name))
        if read is None:
            where = Where(self._file)
            args = {"name": name[:80]}
            self._missing.setdefault(name, Problem(code="import_media_missing", where=where, args=args))
            return "" if not name or _ADDRESS.match(name) else self._names.name(name)
        self._found[name] = Media(self._names.name(name), read)
        return self._found[name].name

    def content(self, original: str) -> bytes:
        """A file that is only looked into; b"" if it is not to be had."""
        read = self._find(original) if original else None
        try:
            return read() if read else b""
        except QuizError:
            return b""

    def markdown(self, text: str) -> str:
        """Markdown with the pictures of its source under their names here."""
        return _PICTURE.sub(self._picture, text).strip() if "![" in text else text.strip()

    def _picture(self, match: re.Match[str]) -> str:
        path = self.path(match["odd"] or match["path"])
        return f"![{match['words']}]({path})" if path else match["words"]

    def html(self, text: str, *, dollars: bool = False) -> Side:
        """HTML as Markdown, its `[sound:…]` apart."""
        sounds = tuple(path for name in _SOUND.findall(text) if (path := self.path(name)))
        bare = _SOUND.sub(" ", text) if "[sound:" in text else text
        bare = replaced(bare, self._keep) if has_inline(bare) else bare
        html = from_html(bare, dollars=dollars, picture=self.path)
        for element in html.lost:
            args = {"what": f"<{element}>"}
            self._lost.setdefault(element, Problem(code="import_lost", where=Where(self._file), args=args))
        return Side(html.markdown, sounds)

    def _keep(self, name: str, read: Callable[[], bytes]) -> None:
        """A picture that stood in the text itself."""
        if name not in self._found:
            self._found[name] = Media(self._names.name(name), read)


def among(
    get: Callable[[str], bytes | None], folders: tuple[str, ...] = ("",)
) -> Callable[[str], Callable[[], bytes] | None]:
    """A `find` over files beside the source. folders: where they may lie."""

    def find(name: str) -> Callable[[], bytes] | None:
        for folder in folders:
            data = get(folder + name)
            if data is not None:
                return lambda: data
        return None

    return find
