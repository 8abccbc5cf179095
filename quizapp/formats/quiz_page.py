"""A quiz as one web page: no scripts, nothing loaded from anywhere, the answers folded away.

Everything is in the file: pictures and formulas as `data:` addresses. Boxes and fields are those of the
browser; what is put into them stays on the page.
"""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from html import escape, unescape
from typing import Any
from urllib.parse import unquote

from msgspec import Struct

from quizapp.core.attempt import Posed
from quizapp.core.kinds.forms import Area, Blanks, Boxes, Form, Lines, Pairing, Plate, Ranks, letter
from quizapp.core.printed import KeyLine, Printed
from quizapp.formats.markup import to_html

_IMAGE = re.compile(r"<img\b([^>]*)>")
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_MATHS = re.compile(r"math:(inline|display):(.*)", re.DOTALL)

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin-bottom: 0; }
.about, .aside { opacity: .75; font-size: .9rem; }
ol.quiz { padding-left: 2rem; }
ol.quiz > li { margin: 2rem 0; }
ol.quiz > li::marker { font-weight: 600; }
.question { font-weight: 500; }
.question > p:first-child { margin-top: 0; }
label { display: flex; gap: .5rem; margin: .35rem 0; align-items: baseline; }
label p { margin: 0; }
input[type=text] { width: 100%; max-width: 24rem; font: inherit; padding: .25rem .5rem; }
input[type=number], select { font: inherit; width: 4rem; }
img { max-width: 100%; height: auto; }
img.formula { max-width: none; }
figure { position: relative; margin: 0; display: inline-block; }
figure span { position: absolute; box-sizing: border-box; border: 2px dashed #555; border-radius: 4px;
  display: grid; place-items: center; font-weight: 700; color: #111;
  text-shadow: 0 0 4px #fff, 0 0 4px #fff; }
figure span.covered { background: #ddd; border-style: solid; }
details { margin-top: .75rem; border-left: 3px solid #888; padding-left: .75rem; }
table { border-collapse: collapse; } th, td { border: 1px solid #888; padding: .2rem .5rem; }
pre { overflow-x: auto; padding: .5rem; border: 1px solid #888; }
ol.key > li { margin: .75rem 0; break-inside: avoid; }
ol.quiz > li { break-inside: avoid; }
@media print { details { display: none; } h2.key { break-before: page; } }
"""


class Shown(Struct, frozen=True):
    """A picture or a formula, whole."""

    media_type: str
    data: bytes
    height: float = 0.0
    """Formulas: in units of the font's size."""
    descent: float = 0.0


class Words(Struct, frozen=True, kw_only=True):
    """The words of the page, translated."""

    answer: str
    source: str
    """With {source} in it."""
    quoted: str
    """With {statement} in it."""
    fill_in: str
    """The name of a field, for screen readers."""
    key: str = ""
    """The heading of a key behind all questions; "": each answer is folded away below its question."""


class Sources(Struct, frozen=True):
    """Where what is no text comes from; None shows its words."""

    picture: Callable[[Posed, str], Shown | None]
    formula: Callable[[str, bool], Shown | None]
    """Takes source and whether it stands alone."""
    translated: Callable[[str], str]
    """Words that core marks."""


def write(
    title: str,
    about: str,
    questions: Sequence[Printed],
    keys: Sequence[KeyLine],
    words: Words,
    sources: Sources,
    language: str = "",
) -> bytes:
    """The page. keys: of the questions, in their order; language: of the words, a BCP 47 tag."""
    items = [_Item(one, key, words, sources) for one, key in zip(questions, keys, strict=True)]
    behind = "".join(item.in_key() for item in items) if words.key else ""
    key_html = (
        f'<h2 class="key">{escape(words.key)}</h2>\n<ol class="key">\n{behind}</ol>\n' if behind else ""
    )
    lang = f' lang="{escape(language)}"' if language else ""
    return (
        f"<!DOCTYPE html>\n<html{lang}>\n<head>\n"
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>{escape(title)}</h1>\n<p class="about">{escape(about)}</p>\n'
        f'<ol class="quiz">\n{"".join(item.html() for item in items)}</ol>\n{key_html}</body>\n</html>\n'
    ).encode()


class _Item:
    """One question."""

    def __init__(self, one: Printed, key: KeyLine, words: Words, sources: Sources) -> None:
        self._one, self._key, self._words, self._sources = one, key, words, sources

    def html(self) -> str:
        one, note = self._one, self._one.posed.note
        front = one.posed.note.language.front or one.posed.language.front
        lang = f' lang="{escape(front)}"' if front else ""
        text = self._words.quoted.format(statement=one.text.strip()) if one.prompt.quoted else one.text
        picture = f"<p>{self._picture(note.image, note.alt)}</p>" if note.image else ""
        lead = self._aside(self._sources.translated(one.prompt.lead)) if one.prompt.lead else ""
        return (
            f'<li dir="auto"{lang}>{picture}{lead}<div class="question">{self._text(text)}</div>'
            f"{_FORMS[type(one.form)](self, one.form)}{self._answer()}</li>\n"
        )

    def in_key(self) -> str:
        """Its line in the key."""
        return f'<li dir="auto">{self._solution()}</li>\n'

    def _answer(self) -> str:
        if self._words.key:
            return ""
        return f"<details><summary>{escape(self._words.answer)}</summary>{self._solution()}</details>"

    def _solution(self) -> str:
        key = self._key
        right = self._text(key.markdown) if key.markdown else escape(self._sources.translated(key.expected))
        letters = f"<strong>{escape(key.keys[0])}</strong> " if key.keys[0] else ""
        said = [self._text(key.explain)] if key.explain else []
        said += [self._aside(self._words.source.format(source=source)) for source in key.source]
        return f"<div>{letters}{right}</div>{''.join(said)}"

    def _aside(self, text: str) -> str:
        return f'<p class="aside">{escape(text)}</p>'

    def _text(self, markdown: str) -> str:
        return _IMAGE.sub(self._image, to_html(markdown))

    def _image(self, tag: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[1])}
        source, alt = attributes.get("src", ""), attributes.get("alt", "")
        maths = _MATHS.fullmatch(source)
        if maths is None:
            return self._picture(unquote(source), alt)
        formula = unquote(maths[2])
        shown = self._sources.formula(formula, maths[1] == "display")
        if shown is None:
            return f"<code>{escape(formula)}</code>"
        style = f"height:{shown.height:.3f}em;vertical-align:{-shown.descent:.3f}em"
        return f'<img class="formula" style="{style}" alt="{escape(formula)}" src="{_address(shown)}">'

    def _picture(self, name: str, alt: str) -> str:
        shown = self._sources.picture(self._one.posed, name)
        if shown is None:
            return f"<em>[{escape(alt or name)}]</em>"
        return f'<img alt="{escape(alt)}" src="{_address(shown)}">'

    # One for each form:

    def _named(self, label: str = "") -> str:
        """The attributes of a field: its name for screen readers."""
        name = f"{self._words.fill_in} {self._one.number} {label}".strip()
        return f'aria-label="{escape(name)}"'

    def _options(self, texts: Sequence[str], name: str, *, many: bool) -> str:
        kind = "checkbox" if many else "radio"
        return "".join(
            f'<label><input type="{kind}" name="{name}"><b>{letter(at)}</b><span>{text}</span></label>'
            for at, text in enumerate(texts)
        )

    def _boxes(self, form: Boxes) -> str:
        translated = self._sources.translated
        texts = [escape(translated(text)) if form.words else self._text(text) for text in form.options]
        return self._options(texts, f"q{self._one.number}", many=form.many)

    def _lines(self, form: Lines) -> str:
        about = self._aside(self._sources.translated(form.about)) if form.about else ""
        line = f'<label><input type="text" {self._named()}>{escape(form.unit)}</label>'
        return about + line * form.count

    def _blanks(self, form: Blanks) -> str:
        parts = []
        for at, blank in enumerate(form.blanks, 1):
            number = f"({at})" if len(form.blanks) > 1 else ""
            texts = [self._text(text) for text in blank.options]
            fields = self._options(texts, f"q{self._one.number}-{at}", many=False)
            fields = fields or f'<label>{number}<input type="text" {self._named(number)}></label>'
            parts.append(f"<p>{number}</p>{fields}" if number and texts else fields)
        return "".join(parts)

    def _ranks(self, form: Ranks) -> str:
        return "".join(
            f'<label><input type="number" min="1" max="{len(form.items)}" {self._named(letter(at))}>'
            f"<b>{letter(at)}</b><span>{self._text(text)}</span></label>"
            for at, text in enumerate(form.items)
        )

    def _pairing(self, form: Pairing) -> str:
        choices = "<option></option>" + "".join(
            f"<option>{letter(at)}</option>" for at in range(len(form.rights))
        )
        lefts = "".join(
            f"<label><select {self._named(str(at))}>{choices}</select><b>{at}</b>"
            f"<span>{self._text(text)}</span></label>"
            for at, text in enumerate(form.lefts, 1)
        )
        rights = "".join(
            f"<label><b>{letter(at)}</b><span>{self._text(text)}</span></label>"
            for at, text in enumerate(form.rights)
        )
        return f"<div>{rights}</div><div>{lefts}</div>"

    def _plate(self, form: Plate) -> str:
        areas = "".join(map(_area, form.areas))
        picture = self._picture(form.image, form.alt)
        return (
            f'<figure dir="ltr">{picture}{areas}</figure><label><input type="text" {self._named()}></label>'
        )


def _area(area: Area) -> str:
    style = f"left:{area.left}%;top:{area.top}%;width:{area.width}%;height:{area.height}%"
    words = "?" if area.asked else str(area.number or "")
    return f'<span{" class=covered" if area.covered else ""} style="{style}">{words}</span>'


def _address(shown: Shown) -> str:
    return f"data:{shown.media_type};base64,{b64encode(shown.data).decode()}"


_FORMS: Mapping[type[Form], Callable[[_Item, Any], str]] = {
    Boxes: _Item._boxes,
    Lines: _Item._lines,
    Blanks: _Item._blanks,
    Ranks: _Item._ranks,
    Pairing: _Item._pairing,
    Plate: _Item._plate,
}
