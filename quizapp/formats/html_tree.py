"""HTML as a tree, read as forgivingly as browsers do, with a bound on its depth."""

from collections.abc import Iterable, Mapping
from html import escape, unescape
from html.parser import HTMLParser
from typing import Final, TypeAlias

from msgspec import Struct

VOID: Final = frozenset(
    {"br", "img", "hr", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
)
"""Elements without content."""
_DEEPEST: Final = 60
"""Elements within each other; what is deeper counts as content of the last."""
_CLOSES: Final[Mapping[str, frozenset[str]]] = {
    "li": frozenset({"li"}),
    "p": frozenset({"p"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "option": frozenset({"option"}),
}
"""Element -> those open ones that end where it begins, up to the next list or table."""
_BARRIERS: Final = frozenset({"ul", "ol", "table", "dl", "select"})


class Element(Struct):
    """An element with what is in it; "" is the root."""

    tag: str
    attributes: Mapping[str, str] = {}
    children: "list[Node]" = []


Node: TypeAlias = Element | str


def parse(html: str) -> Element:
    """The tree of a text; never raises. Comments and declarations are left out."""
    builder = _Builder()
    whole, end, rest = html.rpartition(">")
    builder.feed(whole + end)
    builder.close()
    if rest:  # no tag ends in it: each < would be looked at to the end
        builder.handle_data(unescape(rest))
    return builder.root


def serialised(nodes: Iterable[Node]) -> str:
    """The HTML of nodes."""
    return "".join(map(_html, nodes))


def _html(node: Node) -> str:
    if isinstance(node, str):
        return escape(node, quote=False)
    said = "".join(f' {key}="{escape(value)}"' for key, value in node.attributes.items())
    end = "" if node.tag in VOID else f"</{node.tag}>"
    return f"<{node.tag}{said}>{serialised(node.children)}{end}"


def plain_of(node: Node) -> str:
    """The text in an element, line ends of `br` included."""
    if isinstance(node, str):
        return node
    return "\n" if node.tag == "br" else "".join(map(plain_of, node.children))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {}, [])
        self._open = [self.root]
        self._comments = True
        """There may be an end of a comment ahead."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._close_before(tag)
        element = Element(tag, {key: value or "" for key, value in attrs}, [])
        self._open[-1].children.append(element)
        if tag not in VOID and len(self._open) < _DEEPEST:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)

    def parse_comment(self, i: int, report: bool = True) -> int:
        """As it is; an end that was looked for in vain is not looked for again."""
        end = self.rawdata.find("-->", i + 4) if self._comments else -1
        self._comments = end >= 0
        return end + 3 if end >= 0 else -1

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![…`: a comment, as for browsers; the parser’s own way asserts that its names are known."""
        return self.parse_bogus_comment(i, report)

    def _close_before(self, tag: str) -> None:
        ends = _CLOSES.get(tag, frozenset())
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].tag in _BARRIERS:
                return
            if self._open[at].tag in ends:
                del self._open[at:]
