"""Pictures and sounds that decks may show: told by what is in a file, never by its name alone."""

import re
from collections.abc import Mapping
from typing import Literal, NamedTuple
from xml.parsers import expat

Sort = Literal["picture", "sound"]


class MediaType(NamedTuple):
    """One type of file."""

    name: str
    """As people call it."""
    sort: Sort
    suffixes: tuple[str, ...]
    """The first is given to new files."""
    signature: re.Pattern[bytes]
    """How its bytes begin."""


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


MEDIA_TYPES: tuple[MediaType, ...] = (
    MediaType("PNG", "picture", (".png",), _begins(rb"\x89PNG\r\n\x1a\n")),
    MediaType("JPEG", "picture", (".jpg", ".jpeg"), _begins(rb"\xff\xd8\xff")),
    MediaType("GIF", "picture", (".gif",), _begins(rb"GIF8[79]a")),
    MediaType("WebP", "picture", (".webp",), _begins(rb"RIFF.{4}WEBP")),
    MediaType(
        "SVG",
        "picture",
        (".svg",),
        _begins(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:svg:)?svg[\s>/]"
        ),
    ),
    MediaType("WAV", "sound", (".wav",), _begins(rb"RIFF.{4}WAVE")),
    MediaType("FLAC", "sound", (".flac",), _begins(rb"fLaC")),
    MediaType("Ogg", "sound", (".ogg", ".oga", ".opus"), _begins(rb"OggS\0")),
    MediaType("M4A", "sound", (".m4a",), _begins(rb".{4}ftyp(?:M4A |M4B |mp4[12]|isom|iso2|dash)")),
    MediaType("MP3", "sound", (".mp3",), _begins(rb"ID3[\x02-\x04]|\xff[\xf2\xf3\xfa\xfb]")),
)
_HEAD = 4096
"""Bytes that hold any signature, with the comments before the root of a drawing."""
_INNER = ("#", "data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
_URL = re.compile(r"url\((?!\s*[\"']?\s*(?:#|data:image/(?:png|jpeg|gif|webp)))|@import", re.IGNORECASE)
_ACTIVE = frozenset({"script", "foreignObject", "iframe", "handler", "listener"})


def type_of(data: bytes) -> MediaType | None:
    """The type of a file's bytes; None if it is none that decks show."""
    head = data[:_HEAD]
    return next((one for one in MEDIA_TYPES if one.signature.match(head)), None)


def types_of(sort: Sort) -> tuple[MediaType, ...]:
    """All types of a sort."""
    return tuple(one for one in MEDIA_TYPES if one.sort == sort)


class _OutwardError(Exception):
    """A drawing is more than a drawing; the text names what."""


def outward(drawing: bytes) -> str:
    """What makes an SVG more than a drawing: a program, or something outside of it; empty if it is fine.

    A file that is no well-formed XML counts too, as does one that declares entities.
    """
    parser = expat.ParserCreate()
    parser.StartElementHandler = _element
    parser.CharacterDataHandler = _styles
    parser.EntityDeclHandler = _refuse_entity
    parser.ProcessingInstructionHandler = _instruction
    parser.buffer_text = True
    try:
        parser.Parse(drawing, True)
    except _OutwardError as found:
        return str(found)
    except expat.ExpatError as error:
        return expat.errors.messages.get(error.code, "broken XML")
    return ""


def _element(name: str, attributes: Mapping[str, str]) -> None:
    own = name.rpartition(":")[2]
    if own in _ACTIVE:
        raise _OutwardError(f"<{own}>")
    for key, value in attributes.items():
        attribute = key.rpartition(":")[2]
        if attribute.lower().startswith("on"):
            raise _OutwardError(key)
        if attribute == "href" and own != "a" and not value.strip().startswith(_INNER):
            raise _OutwardError(value.strip()[:60])
        if key.startswith("xmlns"):
            continue
        _styles(value)


def _styles(text: str) -> None:
    found = _URL.search(text)
    if found:
        raise _OutwardError(text[found.start() : found.start() + 60].strip())


def _refuse_entity(name: str, *_: object) -> None:
    raise _OutwardError(f"&{name};")


def _instruction(target: str, data: str) -> None:
    if target == "xml-stylesheet":
        raise _OutwardError(f"<?{target}?>")
