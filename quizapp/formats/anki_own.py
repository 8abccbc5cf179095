"""Notes of our own note types, come back from Anki: what was written there is read from its fields."""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Final, NamedTuple, TypeGuard

from quizapp.formats import anki_occlusion
from quizapp.formats import anki_types as types
from quizapp.formats.anki_found import Found, Made, add, nothing
from quizapp.formats.anki_holes import cloze_text
from quizapp.formats.anki_types import OwnType
from quizapp.formats.html_tree import Element, Node, parse, serialised
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

_ALT: Final = re.compile(r"<img\b[^>]*\balt=\"([^\"]*)\"", re.IGNORECASE)
_NAME: Final = re.compile(r"\{\{c(\d{1,3})::(.*?)\}\}", re.DOTALL)
_LISTS: Final = ("ul", "ol")
_WAYS: Final = {0: "forward", 1: "back"}
_ALONE: Final = {0: ""}


class Coming(NamedTuple):
    """A note of ours on its way back."""

    type: OwnType
    fields: Mapping[str, str]
    refs: MediaRefs

    def text(self, field: str) -> str:
        """A field in Markdown."""
        return self.refs.html(self.fields.get(field, "")).markdown

    def items(self, field: str) -> list[Value]:
        """A list, each item in Markdown; a text that is no list is one item."""
        return [self.refs.html(item).markdown for item, _ in _listed(self.fields.get(field, ""))]

    def options(self, field: str) -> list[Value]:
        """A list whose items may say why."""
        read = [
            (self.refs.html(item).markdown, self.refs.html(why).markdown)
            for item, why in _listed(self.fields.get(field, ""))
        ]
        return [{item: why} if why else item for item, why in read]

    def alt(self, field: str) -> str:
        """The words for the picture of a field."""
        found = _ALT.search(self.fields.get(field, ""))
        return unescape(found[1]) if found else ""


def read(type_: OwnType, fields: Mapping[str, str], refs: MediaRefs) -> Found:
    """The card of such a note."""
    coming = Coming(type_, fields, refs)
    found = _READERS[type_](coming)
    for made in found.made:
        _add_beyond(made.data, coming)
    return found


def _add_beyond(data: dict[str, Value], coming: Coming) -> None:
    add(data, "explain", coming.text(types.EXTRA if coming.type.has_extra else "Explanation"))
    add(data, "hint", _bare(coming.items("Hint")))
    add(data, "source", _bare(coming.items("Source")))
    picture = anki_occlusion.picture_in([coming.fields.get("Picture", "")], coming.refs)
    if picture and "image" not in data:
        data["image"] = picture
        add(data, "alt", coming.alt("Picture"))
    add(data, "media", next(iter(coming.refs.html(coming.fields.get("Sound", "")).sounds), ""))


def _bare(items: list[Value]) -> str | list[Value]:
    """One text alone stands without its list."""
    return items[0] if len(items) == 1 and isinstance(items[0], str) else items


def _listed(html: str) -> list[tuple[str, str]]:
    """(item, why) of a list, as HTML."""
    tree = parse(html)
    lists = [node for node in tree.children if isinstance(node, Element) and node.tag in _LISTS]
    if not lists:
        return [(html, "")] if html.strip() else []
    items = [item for one in lists for item in one.children if isinstance(item, Element) and item.tag == "li"]
    return [
        (
            serialised(node for node in item.children if not _is_why(node)),
            serialised(child for node in item.children if _is_why(node) for child in node.children),
        )
        for item in items
    ]


def _is_why(node: Node) -> TypeGuard[Element]:
    return isinstance(node, Element) and node.attributes.get("class", "") == "why"


def _two_sides(coming: Coming) -> Found:
    one, other = coming.type.fields
    question, answer = coming.text(one), coming.text(other)
    if not question or not answer:
        return nothing("import_no_answer" if question else "import_no_question")
    data: dict[str, Value] = {"q": question, "a": answer}
    if coming.type in (types.TYPED, types.TYPED_BOTH_WAYS):
        data["typed"] = "true"
    if coming.type in (types.BOTH_WAYS, types.TYPED_BOTH_WAYS):
        data["reverse"] = "true"
    return Found((Made(data, _WAYS if "reverse" in data else _ALONE),))


def _choice(coming: Coming) -> Found:
    return _chosen(coming, coming.text("Answer"))


def _multi(coming: Coming) -> Found:
    return _chosen(coming, coming.items("Answers"))


def _chosen(coming: Coming, answer: str | list[Value]) -> Found:
    question = coming.text("Question")
    if not question or answer == "":
        return nothing("import_no_answer" if question else "import_no_question")
    data: dict[str, Value] = {"q": question, "a": answer}
    add(data, "wrong", coming.options("Wrong"))
    return Found((Made(data, _ALONE),))


def _statement(coming: Coming) -> Found:
    statement, verdict = coming.text("Statement"), coming.text("Verdict").casefold()
    if not statement or verdict not in ("true", "false"):
        return nothing("import_no_answer" if statement else "import_no_question")
    return Found((Made({"statement": statement, "is": verdict}, _ALONE),))


def _cloze(coming: Coming) -> Found:
    found = cloze_text(coming.fields.get(coming.type.fields[0], ""), coming.refs)
    if not found.parts:
        return nothing("import_no_holes")
    data: dict[str, Value] = {"cloze": found.markdown}
    if coming.type is types.CLOZE_TYPED:
        data["typed"] = "true"
    return Found((Made(data, found.parts),), found.lost)


def _occlusion(coming: Coming) -> Found:
    covered = coming.fields.get("Occlusion", "")
    path = anki_occlusion.picture_in([coming.fields.get("Image", "")], coming.refs)
    shapes = anki_occlusion.shapes_of(covered)
    if not path or not shapes:
        return nothing("import_no_regions")
    named = {int(key): coming.refs.html(name).markdown for key, name in _NAME.findall(coming.fields["Names"])}
    labels = {key: named.get(key) or str(key) for key in shapes}
    regions = {labels[key]: box for key, box in shapes.items()}
    data = anki_occlusion.card(coming.text("Header") or "What is covered?", path, regions, covered)
    add(data, "alt", coming.alt("Image"))
    return Found((Made(data, {key - 1: label for key, label in labels.items()}),))


_READERS: Final[Mapping[OwnType, Callable[[Coming], Found]]] = {
    types.BASIC: _two_sides,
    types.BOTH_WAYS: _two_sides,
    types.TYPED: _two_sides,
    types.TYPED_BOTH_WAYS: _two_sides,
    types.CHOICE: _choice,
    types.MULTI: _multi,
    types.STATEMENT: _statement,
    types.CLOZE: _cloze,
    types.CLOZE_TYPED: _cloze,
    types.OCCLUSION: _occlusion,
}
