"""XML of other programs, parsed with caution: no DTD, no entities, bounded size."""

from xml.etree.ElementTree import Element, ParseError

from quizapp.core.problems import QuizError
from quizapp.formats.limits import MB


def parse(data: bytes, file: str, label: str, limit_mb: int) -> Element:
    """The root of a document. QuizError with the line for what is none, or has entities of its own."""
    from defusedxml.common import DefusedXmlException  # late: few sources are XML
    from defusedxml.ElementTree import fromstring

    if len(data) > limit_mb * MB:
        args = {"file": file, "size": str(len(data) // MB), "limit": str(limit_mb)}
        raise QuizError("import_too_big", format=label, **args)
    try:
        root: Element = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise QuizError("xml_entities", file=file) from error
    except (ParseError, ValueError, LookupError) as error:
        raise QuizError("import_not", file=file, format=label, reason=str(error)) from error
    return root


def text(element: Element | None) -> str:
    """What an element says, without the blanks round it."""
    return "" if element is None or element.text is None else element.text.strip()
