"""Files that stand within Moodle's XML, beside the text that names them."""

import re
from collections.abc import Callable
from hashlib import blake2b
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from quizapp.formats.data_uris import decoded
from quizapp.formats.foreign_xml import text

_NAMED: Final = re.compile(
    r"""(?P<quote>["'])@@PLUGINFILE@@/*(?P<inner>[^"']*)(?P=quote)|@@PLUGINFILE@@/*(?P<bare>[^\s"'<>()]*)"""
)
_SOUND: Final = re.compile(
    r"<audio\b(?:(?!<audio\b).)*?</audio>"
    r"|<a\b[^>]*@@PLUGINFILE@@[^>\"']*\.(?:mp3|m4a|ogg|oga|opus|wav|flac)\b[^>]*>[^<]*</a>",
    re.DOTALL | re.IGNORECASE,
)
_KEY_BYTES: Final = 6


class Files:
    """The files of all questions, each under a key of its content; those that are not there under a place."""

    def __init__(self) -> None:
        self._content: dict[str, str] = {}
        self._keys: dict[str, str] = {}
        """File name -> key, of the question at hand."""
        self._number = 0

    def open(self, number: int, element: Element) -> None:
        """Know the files of a question. number: its place."""
        self._number = number
        self._keys = {}
        for file in element.iter("file"):
            self._keys.setdefault(*self._known(file))

    def find(self, key: str) -> Callable[[], bytes] | None:
        """What reads a file."""
        content = self._content.get(key)
        return None if content is None else lambda: decoded(content, key.rpartition("/")[2])

    def placed(self, source: str, element: Element, path: Callable[[str], str] = str) -> str:
        """A text with keys in the place of its files; sounds as `[sound:key]`.

        element: that holds the text and its files; path: what to write for a key.
        """
        if "@@PLUGINFILE@@" not in source:
            return source
        own = dict(self._known(file) for file in element.findall("file"))
        heard = _SOUND.sub(lambda match: self._sound(match[0], own), source)
        return _NAMED.sub(lambda match: self._written(match, own, path), heard)

    def background(self, element: Element) -> str:
        """The key of the first file that stands in an element itself; "" if there is none."""
        file = element.find("file")
        return "" if file is None else self._known(file)[1]

    def old_picture(self, element: Element) -> str:
        """The key of the picture that a question of Moodle 1.9 has beside its text; "" if there is none."""
        name, content = text(element.find("image")), text(element.find("image_base64"))
        return self._kept(name.rpartition("/")[2], content) if name and content else ""

    def place_of(self, key: str) -> tuple[int, str]:
        """Of a file that is not there: the question that names it, and its name."""
        number, slash, name = key.partition("/")
        return (int(number), name) if slash and number.isdecimal() else (0, key)

    def _known(self, file: Element) -> tuple[str, str]:
        """(name with its folder, key) of a file."""
        folder, name, content = file.get("path", "/").strip("/"), file.get("name", ""), file.text or ""
        return f"{folder}/{name}".strip("/"), self._kept(name, content)

    def _kept(self, name: str, content: str) -> str:
        digest = blake2b(content.encode("utf-8", "replace"), digest_size=_KEY_BYTES).hexdigest()
        key = f"={digest}/{name}"
        self._content[key] = content
        return key

    def _key(self, name: str, own: dict[str, str]) -> str:
        bare = name.split("?")[0]
        for one in (bare, unquote(bare)):
            key = own.get(one) or self._keys.get(one)
            if key:
                return key
        return f"{self._number}/{unquote(bare)}"

    def _sound(self, html: str, own: dict[str, str]) -> str:
        match = _NAMED.search(html)
        if match is None:
            return html
        key = self._key(match["inner"] or match["bare"] or "", own)
        return f"[sound:{key.replace(']', ' ')}]"

    def _written(self, match: re.Match[str], own: dict[str, str], path: Callable[[str], str]) -> str:
        quote = match["quote"] or ""
        key = self._key((match["inner"] if quote else match["bare"]) or "", own)
        return f"{quote}{path(key)}{quote}"
