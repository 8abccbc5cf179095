"""Deck text: Markdown → whitelisted HTML and plain text.

Markdown here is emphasis, strong, strike, code, lists, tables, pictures, links (their text alone) and maths.
A line end is a space, as ever in Markdown; a backslash or two spaces before it break the line. Quotes, rules,
underlined headings, indented code, link definitions and HTML are off: such texts mean themselves (`> 0`).
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from html import escape
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = re.compile(
    r"[\n\t\r\0]|\\[!-/:-@\[-`{-~]|`[^`]*`|\*[^*]*\*|_[^_]*_|\]\(|~~|\$[^$]*\$|<[^\s<>]+>|&#?\w+;"
    r"|^\s|\s$|^(?:[-+*]|\d{1,9}[.)])\s|^#{1,6}\s"
)
_UNIT = r"[^\\*_`<&$~\[\]\n\t\r\0]|\\[!-/:-@\[-`{-~]"
_BOLD = rf"\*\*[^\W_](?:(?:{_UNIT})*[^\W_])?\*\*(?!\*)"
_SHORT = re.compile(rf"(?!\s|[-+#]|\d+[.)])(?:{_UNIT}|{_BOLD})*(?<!\s)")
_MARKS = re.compile(r"\*\*|\\(.)")
_SEEN = re.compile(r"<img|>[^<]*[^<\s]")
"""HTML that shows something: a text that is nothing but marks, such as `#`, means itself."""
_OFF = ("blockquote", "hr", "lheading", "code", "reference", "html_block", "html_inline")
_LANGUAGE = re.compile(r"[\w+#.-]+")

_TAGS = {
    "link_open": "",
    "link_close": "",
    "softbreak": " ",
    "hardbreak": "<br>",
    "heading_open": "<p><strong>",
    "heading_close": "</strong></p>",
} | {
    f"{name}_{end}": f"<{slash}{tag}>"
    for name, tag in (
        ("paragraph", "p"),
        ("bullet_list", "ul"),
        ("ordered_list", "ol"),
        ("list_item", "li"),
        ("table", "table"),
        ("thead", "thead"),
        ("tbody", "tbody"),
        ("tr", "tr"),
        ("th", "th"),
        ("td", "td"),
        ("em", "em"),
        ("strong", "strong"),
        ("s", "s"),
    )
    for end, slash in (("open", ""), ("close", "/"))
}
_BETWEEN = {
    "paragraph_open": "\n",
    "paragraph_close": "\n",
    "heading_close": "\n",
    "bullet_list_open": "\n",
    "ordered_list_open": "\n",
    "list_item_close": "\n",
    "tr_close": "\n",
    "th_open": ", ",
    "td_open": ", ",
}
"""What stands in plain text where a part begins or ends, unless a line begins there anyway."""


def has_markup(text: str) -> bool:
    """False if a text is certainly its own plain text."""
    return _MARKUP.search(text) is not None


def to_html(markdown: str) -> str:
    """Whitelisted HTML for the app's viewer.

    Pictures are `<img src alt>` with a relative source; maths is `<img src="math:inline:…" alt>`, or
    `math:display:`; both are percent-encoded. Code carries its language as `class="language-x"`.
    """
    if not has_markup(markdown):
        return f"<p>{_text(markdown)}</p>" if markdown else ""
    return _rendered(markdown)


def _rendered(markdown: str) -> str:
    html = "".join(map(_html, _tokens(markdown)))
    return html if _SEEN.search(html) else f"<p>{_text(markdown)}</p>"


def to_plain(markdown: str) -> str:
    """The text without markup: maths as its source, pictures as their words, code as it is."""
    if not has_markup(markdown):
        return markdown
    if _SHORT.fullmatch(markdown):  # what the holes of clozes are made of: no need to parse it
        return _MARKS.sub(r"\1", markdown)
    return _parsed(markdown) or markdown


def _parsed(markdown: str) -> str:
    parts: list[str] = []
    starts = True
    for token in _tokens(markdown):
        between = _BETWEEN.get(token.type)
        if between is None:
            part = _plain(token)
            starts = token.type == "list_item_open" or (starts and not part)
        else:
            part = "" if starts else between
            starts = starts or between == "\n"
        parts.append(part)
    return "".join(parts).strip()


def maths(markdown: str) -> list[str]:
    """The sources of all maths in a text."""
    return [source for source, _ in formulas(markdown)]


def formulas(markdown: str) -> list[tuple[str, bool]]:
    """The sources of all maths in a text, and whether each stands alone."""
    if "$" not in markdown:
        return []
    found = (token for token in _tokens(markdown) if token.type in _MATHS)
    return [(token.content, token.type == "maths_display") for token in found]


def images(markdown: str) -> list[str]:
    """The sources of all pictures in a text, as the author wrote them."""
    if "![" not in markdown:
        return []
    return [_source(token) for token in _tokens(markdown) if token.type == "image"]


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # late: most texts have no markup, and the start of the app needs none

    from quizapp.formats.maths_rules import maths_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(list(_OFF))
    parser.use(maths_plugin)
    return parser


def _tokens(markdown: str) -> "Iterator[Token]":
    """All tokens in the order of the text."""
    for token in _parser().parse(markdown):
        if token.type == "inline":
            yield from token.children or ()
        elif not token.hidden:
            yield token


def _html(token: "Token") -> str:
    write = _WRITERS.get(token.type)
    return write(token) if write else _TAGS.get(token.type) or _text(token.content)


def _plain(token: "Token") -> str:
    write = _PLAIN.get(token.type)
    return write(token) if write else token.content


def _text(text: str) -> str:
    return escape(text, quote=False)


def _cell(token: "Token") -> str:
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} align="{align}">' if align else f"<{token.tag}>"


def _ordered_list(token: "Token") -> str:
    start = token.attrs.get("start", 1)
    return f'<ol start="{start}">' if start != 1 else "<ol>"


def _fence(token: "Token") -> str:
    language = _LANGUAGE.match(token.info.strip())
    name = f' class="language-{language[0]}"' if language else ""
    return f"<pre><code{name}>{_text(token.content)}</code></pre>"


def _image(token: "Token") -> str:
    alt = _words(token)
    source = _source(token)
    if not is_relative(source):
        return _text(alt)
    return f'<img src="{quote(source, safe="/")}" alt="{escape(alt)}">'


def _source(token: "Token") -> str:
    return unquote(str(token.attrs.get("src", "")))


def is_relative(path: str) -> bool:
    """True if a path names a file below the deck's folder (links in the file system aside)."""
    if not path or path[0] in "/\\" or any(character in path for character in ":\0\\"):
        return False
    return not normpath(path).startswith("..")


def _words(token: "Token") -> str:
    """The alternative text of a picture, plain."""
    return "".join(map(_plain, token.children or ()))


def _formula(token: "Token") -> str:
    place = token.type.removeprefix("maths_")
    image = f'<img src="math:{place}:{quote(token.content, safe="")}" alt="{escape(token.content)}">'
    return f"<p>{image}</p>" if token.block else image


_WRITERS: "Mapping[str, Callable[[Token], str]]" = {
    "code_inline": lambda token: f"<code>{_text(token.content)}</code>",
    "fence": _fence,
    "image": _image,
    "maths_inline": _formula,
    "maths_display": _formula,
    "ordered_list_open": _ordered_list,
    "th_open": _cell,
    "td_open": _cell,
}
_PLAIN: "Mapping[str, Callable[[Token], str]]" = {
    "hardbreak": lambda token: "\n",
    "softbreak": lambda token: " ",
    "image": _words,
    "list_item_open": lambda token: f"{token.info}{token.markup} " if token.info else "- ",
}
_MATHS = {"maths_inline", "maths_display"}
