"""XML of other programs, parsed with caution: no DTD, no entities, bounded size."""

import codecs
import re
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from quizapp.core.problems import QuizError
from quizapp.formats.encoding import decode
from quizapp.formats.limits import MB

_DECLARED: Final = re.compile(r"\s*<\?xml[^>]*\?>")
_REFUSED: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, though programs write them."""


def parse(data: bytes, file: str, label: str, limit_mb: int) -> Element:
    """The root of a document. QuizError with the line for what is none, or has entities of its own.

    Blank lines above it, characters that XML refuses, and bytes that are not what the declaration says are
    read all the same.
    """
    if len(data) > limit_mb * MB:
        args = {"file": file, "size": str(len(data) // MB), "limit": str(limit_mb)}
        raise QuizError("import_too_big", format=label, **args)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return _parsed(data if wide else data.removeprefix(codecs.BOM_UTF8).lstrip(), file)
    except (ParseError, ValueError, LookupError) as error:
        mended = _mended(data)
        if mended is None:
            raise QuizError("import_not", file=file, format=label, reason=str(error)) from error
    try:
        return _parsed(mended, file)
    except (ParseError, ValueError, LookupError) as error:
        raise QuizError("import_not", file=file, format=label, reason=str(error)) from error


def head_of(data: bytes, size: int) -> str:
    """How a document begins, whatever its encoding."""
    return decode(data[:size]).meant


def text(element: Element | None) -> str:
    """What an element says, without the blanks round it."""
    return "" if element is None or element.text is None else element.text.strip()


def _parsed(data: bytes, file: str) -> Element:
    from defusedxml.common import DefusedXmlException  # late: few sources are XML
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise QuizError("xml_entities", file=file) from error
    return root


def _mended(data: bytes) -> bytes | None:
    """The document in UTF-8, without what XML refuses, line for line; None if that changes nothing."""
    decoded = decode(data)
    if decoded.looks == "binary":
        return None
    body = decoded.meant
    bare = _DECLARED.sub(lambda match: "\n" * match[0].count("\n"), body, count=1)
    mended = _REFUSED.sub(" ", bare)
    return mended.encode() if mended != bare or decoded.looks or decoded.bom else None
