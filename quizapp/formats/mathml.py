"""Formulas in MathML as TeX: the TeX they were made from where they hold it, else what their elements say."""

from collections.abc import Callable, Mapping
from typing import Final

from quizapp.formats.html_tree import Element, Node, plain_of

_TEX: Final = ("application/x-tex", "tex", "latex")


def tex_of(node: Element) -> str:
    """The TeX of a formula; "" for one that says nothing."""
    return (_annotated(node) or _tex(node)).strip()


def _annotated(node: Element) -> str:
    """The TeX beside the formula."""
    for child in node.children:
        if isinstance(child, Element):
            if child.tag == "annotation" and child.attributes.get("encoding", "").lower() in _TEX:
                return plain_of(child).strip()
            if found := _annotated(child):
                return found
    return ""


def _tex(node: Node) -> str:
    if isinstance(node, str):
        return " ".join(node.split())
    if node.tag in ("annotation", "annotation-xml"):
        return ""
    parts = [_tex(child) for child in node.children if not isinstance(child, str) or child.strip()]
    shape = _SHAPES.get(node.tag)
    if shape is None or len(parts) != shape[0]:
        return " ".join(part for part in parts if part)
    return shape[1](parts)


def _text(parts: list[str]) -> str:
    return f"\\text{{{parts[0]}}}"


_SHAPES: Final[Mapping[str, tuple[int, Callable[[list[str]], str]]]] = {
    "msup": (2, lambda parts: f"{{{parts[0]}}}^{{{parts[1]}}}"),
    "msub": (2, lambda parts: f"{{{parts[0]}}}_{{{parts[1]}}}"),
    "msubsup": (3, lambda parts: f"{{{parts[0]}}}_{{{parts[1]}}}^{{{parts[2]}}}"),
    "munder": (2, lambda parts: f"{{{parts[0]}}}_{{{parts[1]}}}"),
    "mover": (2, lambda parts: f"{{{parts[0]}}}^{{{parts[1]}}}"),
    "munderover": (3, lambda parts: f"{{{parts[0]}}}_{{{parts[1]}}}^{{{parts[2]}}}"),
    "mfrac": (2, lambda parts: f"\\frac{{{parts[0]}}}{{{parts[1]}}}"),
    "msqrt": (1, lambda parts: f"\\sqrt{{{parts[0]}}}"),
    "mroot": (2, lambda parts: f"\\sqrt[{parts[1]}]{{{parts[0]}}}"),
    "mtext": (1, _text),
}
"""Element -> how many it holds, and how TeX writes them."""
