"""Our Markdown → the HTML of other programs: formulas for MathJax, pictures under their names there."""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

from quizapp.formats.markup import to_html as for_viewer

_MATHS: Final = re.compile(r'<img src="math:(inline|display):([^"]*)" alt="[^"]*">')
_PICTURE: Final = re.compile(r'<img src="([^"]*)" alt="([^"]*)">')
_SIGN: Final = re.compile(r"<[^>]*>|(\\(?=[(\[])|\[(?=\$|latex\]|sound:|anki:))")
"""A tag; or what would begin a formula or a sound, and is text."""
_ONE_PARAGRAPH: Final = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)


def to_html(markdown: str, picture: Callable[[str], str] = str) -> str:
    """A text as HTML; one paragraph alone stands without its tags.

    picture: path from the deck's folder -> what it is called there, "" for one that cannot go along.
    """
    html = _SIGN.sub(lambda match: f"<span>{match[1]}</span>" if match[1] else match[0], for_viewer(markdown))
    html = _MATHS.sub(_formula, html)
    html = _PICTURE.sub(lambda match: _image(match, picture), html)
    single = _ONE_PARAGRAPH.fullmatch(html)
    return single[1] if single else html


def _formula(match: re.Match[str]) -> str:
    source = escape(unquote(match[2]), quote=False)
    return f"\\({source}\\)" if match[1] == "inline" else f"\\[{source}\\]"


def _image(match: re.Match[str], picture: Callable[[str], str]) -> str:
    name = picture(unquote(match[1]))
    words = unescape(match[2])
    return f'<img src="{escape(name)}" alt="{escape(words)}">' if name else escape(words, quote=False)
