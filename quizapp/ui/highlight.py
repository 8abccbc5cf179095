"""Code in colours: Pygments' tokens in the theme's own, readable on a key cap's ground. Imported late."""

from html import escape

from pygments import lex
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Generic, Keyword, Literal, Name, _TokenType
from pygments.util import ClassNotFound

STYLES: dict[_TokenType, str] = {
    Comment: "mut",
    Keyword: "accink",
    Name.Builtin: "accink",
    Name.Tag: "accink",
    Name.Decorator: "claim",
    Name.Function: "claim",
    Name.Class: "claim",
    Name.Attribute: "warn",
    Literal.Number: "warn",
    Literal.String: "good",
    Generic.Inserted: "good",
    Generic.Deleted: "bad",
}
"""Token type -> token of the theme; anything else is text."""


def colored(code: str, language: str, colors: dict[str, str]) -> str:
    """HTML of a piece of code; plain if the language is unknown. colors: the theme's tokens."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return escape(code)
    return "".join(_span(kind, words, colors) for kind, words in lex(code, lexer))


def _span(kind: _TokenType | None, words: str, colors: dict[str, str]) -> str:
    while kind is not None and kind not in STYLES:
        kind = kind.parent
    if kind is None:
        return escape(words)
    return f'<span style="color:{colors[STYLES[kind]]}">{escape(words)}</span>'
