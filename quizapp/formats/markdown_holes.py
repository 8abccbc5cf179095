"""Holes of cloze texts as people mark them in Markdown, and the same as ours."""

import re
from typing import Final

from quizapp.formats.markdown_lines import masked

HIGHLIGHT: Final = re.compile(
    r"==(?=[^\s=])(?P<marked>(?:[^=\n]|=(?!=))+)(?<=\S)==(?:\^\[(?P<hint>[^\[\]\n]{1,200})\])?(?:\[\^\d+\])?"
    r"|\{\{(?:c(?P<number>\d{1,3})::?)?(?P<braced>(?:[^{}\n]|\{(?!\{)|\}(?!\}))+)\}\}"
)
"""`==x==`, `==x==^[hint]`, `{{x}}`, `{{c1::x::hint}}`. To be looked for in a masked text."""
BOLD: Final = re.compile(rf"{HIGHLIGHT.pattern}|\*\*(?=[^\s*])(?P<bold>[^*\n]+)(?<=\S)\*\*")
"""These, and `**x**`."""
BRACKETED: Final = re.compile(r"\[(?![\^ \]]|[xX]\])(?P<marked>[^\[\]]+)\](?!\()")
"""`[x]`, but no link, picture, footnote or box to tick."""


def holed(text: str, pattern: re.Pattern[str]) -> str:
    """A cloze text with our holes; "" if it has none. pattern: HIGHLIGHT, BOLD or BRACKETED."""
    out: list[str] = []
    at = 0
    for match in pattern.finditer(masked(text)):
        groups = match.groupdict()
        name = next(key for key in ("marked", "braced", "bold") if groups.get(key) is not None)
        inner, hint = text[match.start(name) : match.end(name)], ""
        if groups.get("hint"):
            hint = text[match.start("hint") : match.end("hint")]
        elif name == "braced":
            inner, _, hint = inner.partition("::")
        number = f"c{groups['number']}::" if groups.get("number") else ""
        out += (
            _literal(text[at : match.start()]),
            f"{{{{{number}{inner}{f' :: {hint.strip()}' if hint else ''}}}}}",
        )
        at = match.end()
    return "".join([*out, _literal(text[at:])]) if out else ""


def _literal(text: str) -> str:
    """Braces that are no hole."""
    return re.sub(r"(?<!\\)\{\{(?!c\d)", r"\\{{", text) if "{{" in text and "$" not in text else text
