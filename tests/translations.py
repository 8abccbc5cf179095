"""Keep the English plural forms: `python -m tests.translations` after a new `self.tr("%n …", "", n)`.

It finds the texts, guesses the singular of new ones, prints them to be checked (mend them in the .ts file and
run it again), and compiles the .ts file to what the window loads.
"""

import ast
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import PySide6

ROOT = Path(__file__).parent.parent
TS = ROOT / "assets" / "translations" / "quizapp_en.ts"
QM = TS.with_suffix(".qm")


class Plural(NamedTuple):
    """A text with a number: its class and its English source."""

    context: str
    source: str


def plurals(code: str) -> Iterator[Plural]:
    """The plural texts of a module."""
    for outer in ast.walk(ast.parse(code)):
        if isinstance(outer, ast.ClassDef):
            for call in ast.walk(outer):
                if isinstance(call, ast.Call) and _is_plural(call):
                    text = call.args[0]
                    assert isinstance(text, ast.Constant), (
                        f"{outer.name}, line {call.lineno}: tr of no literal"
                    )
                    yield Plural(outer.name, text.value)


def _is_plural(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and call.func.attr == "tr" and len(call.args) == 3


def in_code() -> list[Plural]:
    """All plural texts of the window, in order."""
    modules = sorted((ROOT / "quizapp" / "ui").rglob("*.py"))
    return sorted({plural for file in modules for plural in plurals(file.read_text("utf-8"))})


def in_file() -> dict[Plural, list[str]]:
    """The texts and their two forms (one, other) in the .ts file."""
    if not TS.exists():
        return {}
    return {
        Plural(context.findtext("name", ""), message.findtext("source", "")): [
            form.text or "" for form in message.iter("numerusform")
        ]
        for context in ET.parse(TS).getroot().iter("context")
        for message in context.iter("message")
    }


def guess(source: str) -> str:
    """The singular of a plural text, most of the time."""
    for plural, singular in ((r"(%n (?:\w+ )*?\w+?)s\b", r"\1"), (r"\bare\b", "is"), (r"\bwere\b", "was")):
        source = re.sub(plural, singular, source, count=1)
    return source


def write(forms: dict[Plural, list[str]]) -> None:
    """Write the .ts file."""
    root = ET.Element("TS", version="2.1", language="en")
    contexts: dict[str, ET.Element] = {}
    for plural, texts in sorted(forms.items()):
        if plural.context not in contexts:
            contexts[plural.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[plural.context], "name").text = plural.context
        message = ET.SubElement(contexts[plural.context], "message", numerus="yes")
        ET.SubElement(message, "source").text = plural.source
        translation = ET.SubElement(message, "translation")
        for text in texts:
            ET.SubElement(translation, "numerusform").text = text
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    TS.parent.mkdir(parents=True, exist_ok=True)
    TS.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def compile_to(qm: Path) -> None:
    """Compile the .ts file."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", TS, "-qm", qm], check=True)


def main() -> None:
    old = in_file()
    forms = {plural: old.get(plural) or [guess(plural.source), plural.source] for plural in in_code()}
    write(forms)
    compile_to(QM)
    for plural in forms.keys() - old.keys():
        print(f"{plural.context}: {forms[plural][0]!r} for 1, {forms[plural][1]!r} for others: check it")


if __name__ == "__main__":
    main()
