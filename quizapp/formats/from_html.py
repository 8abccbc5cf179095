"""HTML of other programs → our Markdown: what decks can show stays, the rest goes and is named.

Scripts, styles, frames and forms go with all that is in them.
"""

import re
from collections.abc import Callable, Mapping
from html import unescape
from typing import Final, NamedTuple

from quizapp.formats.escaping import backslashed, escape
from quizapp.formats.html_grid import captions, grid
from quizapp.formats.html_lines import Lines
from quizapp.formats.html_tree import Element, Node, parse, plain_of
from quizapp.formats.mathml import tex_of


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_GONE: Final = _tags(
    "script style iframe object embed svg canvas form video audio template head noscript select textarea "
    "button"
)
"""Elements that go with their content."""
_PARAGRAPHS: Final = _tags(
    "p h1 h2 h3 h4 h5 h6 blockquote section article figure dl center hr details summary caption"
)
_LINES: Final = _tags("div dt dd tr figcaption address header footer main aside")
_MARKS: Final = {
    **dict.fromkeys(("b", "strong", "summary", "h1", "h2", "h3", "h4", "h5", "h6", "dt"), "**"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "*"),
    **dict.fromkeys(("s", "del", "strike"), "~~"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "`"),
}
_STYLES: Final = (
    (re.compile(r"(?<![\w-])font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE), "**"),
    (re.compile(r"(?<![\w-])font-style:\s*(?:italic|oblique)", re.IGNORECASE), "*"),
    (re.compile(r"(?<![\w-])text-decoration[\w-]*:[^;]*line-through", re.IGNORECASE), "~~"),
)
"""What a style says, as a mark."""
_UNSTYLED: Final = re.compile(r"(?<![\w-])font-(?:weight|style):\s*(?:normal|400)", re.IGNORECASE)
_SCHEME: Final = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
"""Addresses that no picture may have: data:, javascript:, file: and all that are no web page."""
_LANGUAGE: Final = re.compile(r"\blang(?:uage)?-([\w+#.-]+)")
_RAISED: Final = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
_LOWERED: Final = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SHIFTS: Final = {"sup": (_RAISED, "^"), "sub": (_LOWERED, "_")}
_MATHS: Final = re.compile(
    r"\\\((?P<a>(?:[^\\]|\\\\|\\(?![()\\]))+)\\\)|\\\[(?P<b>(?:[^\\]|\\\\|\\(?![\[\]\\]))+)\\\]"
    r"|\[\$\](?P<c>(?:[^\[]|\[(?!/?\$))+)\[/\$\]|\[\$\$\](?P<d>(?:[^\[]|\[(?!/?\$))+)\[/\$\$\]"
    r"|\[latex\](?P<e>(?:[^\[]|\[(?!/?latex\]))+)\[/latex\]"
    r"|<anki-mathjax(?P<block>[^<>]*)>(?P<f>(?:[^<]|<(?!/?anki-mathjax))+)</anki-mathjax>",
    re.IGNORECASE,
)
"""No formula holds the beginning of another: so the time is linear, whatever is never closed."""
_DOLLARS: Final = re.compile(r"\$\$(?P<d>[^$]+?)\$\$", re.DOTALL)
_PLACE, _PLACES = 0xF0000, 0xFFFD
"""Private characters that stand for the formulas of a text while its HTML is read."""
_HELD: Final = re.compile(f"[{chr(_PLACE)}-{chr(_PLACE + _PLACES)}]")
_LATEX: Final = re.compile(r"^\$+|\$+$|^\\begin\{(?:math|displaymath)\}|\\end\{(?:math|displaymath)\}$")
_ADDRESS: Final = re.compile(r"https?://[^\s()<>\\]+")
LONGEST: Final = 1_000_000
"""Characters of one text; more is cut, and said."""


class Html(NamedTuple):
    """A text that was HTML."""

    markdown: str
    images: tuple[str, ...]
    """Sources of its pictures, as they stood there, in order."""
    lost: tuple[str, ...]
    """Names of elements that went with their content."""


def from_html(text: str, *, dollars: bool = False, picture: Callable[[str], str] = str) -> Html:
    """The Markdown that shows what the HTML showed.

    dollars: `$$…$$` is a formula there; picture: the path of a picture here, "" for one that is not there.
    """
    cut = ("text",) if len(text) > LONGEST else ()
    text = text[:LONGEST]
    if not re.search(r"[<&\\\[$]", text):
        return Html(escape(" ".join(text.split())), (), cut)
    formulas: list[str] = []
    for pattern in (_MATHS, _DOLLARS) if dollars else (_MATHS,):
        text = pattern.sub(lambda match: _formula(match, formulas), text)
    writer = _Writer(picture)
    writer.visit(parse(text), ())
    markdown = writer.lines.markdown()
    if formulas:
        markdown = _HELD.sub(lambda match: _formula_at(match[0], formulas), markdown)
    return Html(markdown, tuple(writer.images), (*cut, *dict.fromkeys(writer.lost)))


def _formula_at(place: str, formulas: list[str]) -> str:
    number = ord(place) - _PLACE
    return formulas[number] if number < len(formulas) else place


def _formula(match: re.Match[str], formulas: list[str]) -> str:
    """A character in the place of a formula."""
    if len(formulas) >= _PLACES:
        return match[0]
    names = match.groupdict()
    name = next(key for key in "abcdef" if names.get(key) is not None)
    source = unescape(re.sub(r"<[^<>]*>", " ", names[name])).strip()
    source = _LATEX.sub("", source).strip() if name == "e" else source
    display = name in "bd" or "true" in (names.get("block") or "")
    if not source:
        return ""
    formulas.append(dollared(source, display=display))
    return chr(_PLACE + len(formulas) - 1)


def dollared(source: str, *, display: bool) -> str:
    """A formula in Markdown."""
    source = re.sub(r"(?<!\\)\$", r"\\$", source)
    return f"$${source}$$" if display else f"${source}$"


class _Writer:
    """Walks the tree and writes lines. marks: what stands round the present text, outermost first."""

    def __init__(self, picture: Callable[[str], str]) -> None:
        self._picture = picture
        self.lines = Lines()
        self.images: list[str] = []
        self.lost: list[str] = []

    def visit(self, node: Node, marks: tuple[str, ...]) -> None:
        if isinstance(node, str):
            self.lines.text(node, marks)
            return
        tex = node.tag == "script" and node.attributes.get("type", "").startswith("math/tex")
        if tex:
            self.lines.raw(dollared(plain_of(node).strip(), display="display" in node.attributes["type"]))
        elif node.tag in _GONE:
            self.lost.append(node.tag)
        elif node.attributes.get("class") == "katex-html":
            return  # the same formula again, for the eye
        else:
            _VISITS.get(node.tag, _Writer.inside)(self, node, marks)

    def inside(self, node: Element, marks: tuple[str, ...]) -> None:
        inner = _with_marks(node, marks)
        between = self.lines.paragraph if node.tag in _PARAGRAPHS else self.lines.line
        is_block = node.tag in _PARAGRAPHS or node.tag in _LINES
        if is_block:
            between()
        for child in node.children:
            self.visit(child, inner)
        if is_block:
            between()

    def br(self, node: Element, marks: tuple[str, ...]) -> None:
        self.lines.line(empty=True)

    def img(self, node: Element, marks: tuple[str, ...]) -> None:
        source = node.attributes.get("src", "").strip()
        if source:
            self.images.append(source)
            words = node.attributes.get("alt") or node.attributes.get("title") or ""
            path = self._picture(source)
            if _SCHEME.match(path):
                self.lost.append("img")
                path = ""
            if path:
                self.lines.raw(image(path, words))
            else:
                self.lines.text(words, marks)

    def a(self, node: Element, marks: tuple[str, ...]) -> None:
        address = node.attributes.get("href", "").strip()
        words = " ".join(plain_of(node).split())
        simple = all(isinstance(child, str) for child in node.children)
        if simple and words and words != address and _ADDRESS.fullmatch(address):
            self.lines.raw(f"[{backslashed(words)}]({address})")
        else:
            self.inside(node, marks)

    def shifted(self, node: Element, marks: tuple[str, ...]) -> None:
        """Raised or lowered: by characters of their own, else as a formula."""
        table, sign = _SHIFTS[node.tag]
        bare = plain_of(node).strip()
        if bare and all(ord(character) in table for character in bare):
            self.lines.text(bare.translate(table), marks)
        elif re.fullmatch(r"[A-Za-z0-9+\-=., ]+", bare):
            self.lines.raw(f"${sign}{{{bare}}}$")
        else:
            self.inside(node, marks)

    def pre(self, node: Element, marks: tuple[str, ...]) -> None:
        source = plain_of(node).strip("\n")
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", source)), default=0))
        if source.strip():
            code = next((child for child in node.children if isinstance(child, Element)), node)
            language = _LANGUAGE.search(code.attributes.get("class", ""))
            self.lines.block(f"{fence}{language[1] if language else ''}\n{source}\n{fence}")

    def math(self, node: Element, marks: tuple[str, ...]) -> None:
        source = tex_of(node)
        if source:
            self.lines.raw(dollared(source, display=node.attributes.get("display") == "block"))

    def items(self, node: Element, marks: tuple[str, ...]) -> None:
        start = node.attributes.get("start", "")
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        lines = []
        for item in _items(node):
            sign = f"{number}." if node.tag == "ol" else "-"
            number += 1
            first, *rest = self._apart(item).split("\n")
            margin = " " * (len(sign) + 1)
            lines += [f"{sign} {first}".rstrip(), *(margin + line if line else "" for line in rest)]
        if lines:
            self.lines.block("\n".join(lines))

    def table(self, node: Element, marks: tuple[str, ...]) -> None:
        for caption in captions(node):
            self.inside(caption, marks)
        rows = [[self._cell(cell) if cell else "" for cell in cells] for cells in grid(node)]
        if not rows:
            return
        width = len(rows[0])
        if width == 1:
            for row in rows:
                self.lines.block(row[0])
            return
        head, *body = [f"| {' | '.join(row)} |" for row in rows]
        self.lines.block("\n".join([head, "|" + " --- |" * width, *body]))

    def _cell(self, cell: Element) -> str:
        """In one line."""
        return self._apart(cell).replace("\\\n", " ").replace("\n", " ").replace("|", "\\|")

    def _apart(self, node: Element) -> str:
        """What is in an item or a cell, by itself."""
        outer, self.lines = self.lines, Lines()
        for child in node.children:
            self.visit(child, ())
        inner, self.lines = self.lines, outer
        return inner.markdown(tight=True)


_VISITS: Final[Mapping[str, Callable[[_Writer, Element, tuple[str, ...]], None]]] = {
    "br": _Writer.br,
    "img": _Writer.img,
    "a": _Writer.a,
    "sup": _Writer.shifted,
    "sub": _Writer.shifted,
    "pre": _Writer.pre,
    "math": _Writer.math,
    "ul": _Writer.items,
    "ol": _Writer.items,
    "table": _Writer.table,
}
"""Elements that are more than their content."""


def _with_marks(node: Element, marks: tuple[str, ...]) -> tuple[str, ...]:
    """The marks within an element: those of its name and of its style."""
    style = node.attributes.get("style", "")
    mark = "" if style and _UNSTYLED.search(style) else _MARKS.get(node.tag, "")
    styled = [sign for pattern, sign in _STYLES if pattern.search(style)] if style else []
    return (*marks, *(sign for sign in dict.fromkeys((mark, *styled)) if sign and sign not in marks))


def _items(node: Element) -> list[Element]:
    """The items of a list; what stands between them, and lists right below it, belong to the one before."""
    items: list[Element] = []
    for child in node.children:
        if isinstance(child, Element) and child.tag not in ("ul", "ol"):
            items.append(child)
        elif isinstance(child, Element) or child.strip():
            if not items:
                items.append(Element("li", {}, []))
            items[-1].children.append(child)
    return items


def image(source: str, words: str) -> str:
    """A picture in Markdown."""
    alt = re.sub(r"[\[\]\\`*_$<&]|\s+", " ", words).strip()
    return f"![{alt}](<{source}>)" if re.search(r"[\s()<>]", source) else f"![{alt}]({source})"
