"""The card of a table's row, from its values by their roles."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from quizapp.formats.options import split, unlabelled
from quizapp.formats.yaml_emit import Value

KINDS_OF_ROWS: Final[Mapping[str, str]] = {
    "basic": "Front and back",
    "reverse": "Front and back, both ways",
    "typed": "Typed answer",
    "cloze": "Cloze",
    "statement": "True or false",
}
"""What rows without choices become; with wrong answers they are a choice."""
_FLAGS: Final[Mapping[str, dict[str, Value]]] = {
    "reverse": {"reverse": "true"},
    "typed": {"typed": "true"},
}
_NOTE_TYPES: Final = {
    "cloze": "cloze",
    "lückentext": "cloze",
    "trous": "cloze",
    "type in": "typed",
    "typed": "typed",
    "revers": "reverse",
    "umgekehrt": "reverse",
    "inverse": "reverse",
    "bidirectional": "reverse",
    "true": "statement",
}
"""Word in the name of a note type -> kind of rows."""
_TRUE: Final = (
    "true",
    "wahr",
    "richtig",
    "verdadero",
    "vrai",
    "vero",
    "verdadeiro",
    "waar",
    "prawda",
    "верно",
)
_FALSE: Final = ("false", "falsch", "falso", "faux", "onwaar", "niet waar", "неверно")
_VERDICTS: Final = {**dict.fromkeys(_TRUE, "true"), **dict.fromkeys(_FALSE, "false")}
"""How true and false are said."""
_BETWEEN: Final = (re.compile(r"\s*\n\s*"), re.compile(r"\s*\|+\s*"), re.compile(r"\s*;\s*"))
"""What stands between several values of one cell; the first that does counts."""
_LABELS: Final = re.compile(r"(?:^|\s)\(?([A-Ha-h1-8])[.)]\s+")


class Cells(Struct, frozen=True):
    """The values of a row by their roles, as Markdown where they are texts."""

    by_role: Mapping[str, tuple[str, ...]]

    def one(self, role: str) -> str:
        """All values of a role, a paragraph each."""
        return "\n\n".join(self.by_role.get(role, ()))

    def all(self, role: str) -> tuple[str, ...]:
        return self.by_role.get(role, ())


def card_of(cells: Cells, kind: str, first: int | None = None) -> dict[str, Value] | str:
    """The keys of a card, or the code of what it lacks.

    kind: one of KINDS_OF_ROWS; first: the number of the first choice, None to find out from the row alone.
    """
    question = cells.one("question")
    if not question:
        return "import_no_question"
    made = _answered(cells, kind, question, first)
    if isinstance(made, str):
        return made
    for key in ("explain", "source", "note", "image", "media"):
        if cells.one(key):
            made[key] = cells.one(key) if key not in ("image", "media") else cells.all(key)[0]
    hints = cells.all("hint")
    if hints:
        made["hint"] = hints[0] if len(hints) == 1 else list(hints)
    tags = [tag for cell in cells.all("tags") for tag in tags_of(cell)]
    if tags:
        made["tags"] = list(dict.fromkeys(tags))
    return made


def kind_of(said: str, else_: str) -> str:
    """The kind of rows that a note type's name stands for; else_: where it stands for none."""
    name = said.casefold()
    return next((kind for word, kind in _NOTE_TYPES.items() if word in name), else_)


def tags_of(text: str) -> list[str]:
    """Tags of a cell: between commas or semicolons, else between blanks."""
    parts = re.split(r"[,;|]", text) if re.search(r"[,;|]", text) else text.split()
    bare = (part.strip() for part in parts)
    return [part.removeprefix("#") or part for part in bare if part]


def several(texts: Sequence[str]) -> tuple[str, ...]:
    """Values of one cell that stand in it together: as a JSON list, or in lines, or with signs between."""
    if len(texts) != 1:
        return tuple(texts)
    (text,) = texts
    if text.startswith(("[", "\\[")) and (found := _listed(text)):
        return found
    for between in _BETWEEN:
        parts = [part for part in between.split(text.strip()) if part]
        if len(parts) > 1:
            return tuple(parts)
    starts = list(_LABELS.finditer(text))
    if len(starts) > 1 and not text[: starts[0].start()].strip():
        ends = [*(one.start() for one in starts[1:]), len(text)]
        return tuple(text[one.start() : end].strip() for one, end in zip(starts, ends, strict=True))
    commas = [part.strip() for part in text.split(",") if part.strip()]
    return tuple(commas) if len(commas) > 1 else (text,)


def _listed(text: str) -> tuple[str, ...]:
    """The texts of a JSON list, or of one as Python writes it; empty if it is none."""
    bare = re.sub(r"\\([\[\]])", r"\1", text)
    for each in (bare, re.sub(r"(?<=[\[,\s])'|'(?=\s*[,\]])", '"', bare)):
        try:
            found = json.loads(each)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, list) and all(isinstance(one, str | int | float) for one in found):
            return tuple(str(one) for one in found if str(one).strip())
    return ()


def _answered(cells: Cells, kind: str, question: str, first: int | None) -> dict[str, Value] | str:
    if kind == "cloze" and "{{" in question:
        return {"cloze": question, **_also(cells)}
    answer, wrong = cells.all("answer"), list(cells.all("wrong"))
    if cells.all("choice"):
        return _chosen(cells, question, first, wrong)
    if not answer:
        return "import_no_answer" if kind != "cloze" else "import_no_holes"
    text = "\n\n".join(answer)
    if kind == "statement" and text.strip().casefold() in _VERDICTS:
        return {"statement": question, "is": _VERDICTS[text.strip().casefold()]}
    if wrong:
        options = unlabelled([text, *wrong])
        return _choice(question, options[:1], options[1:])
    return {"q": question, "a": text, **_FLAGS.get(kind, {})}


def _also(cells: Cells) -> dict[str, Value]:
    """What a cloze has in the place of an answer: said after it."""
    return {"explain": cells.one("answer")} if cells.one("answer") and not cells.one("explain") else {}


def _chosen(cells: Cells, question: str, first: int | None, wrong: list[str]) -> dict[str, Value] | str:
    said = cells.all("right") or cells.all("answer")
    options = cells.all("choice")
    parted = split(options, said, first=first) or split(options, several(said), first=first) if said else None
    if parted is None and said and not cells.all("right"):
        return _choice(question, list(said), [one for one in options if one not in said] + wrong)
    if parted is None or not parted.right:
        return "import_no_answer" if not said else "import_no_such_choice"
    return _choice(question, list(parted.right), [*parted.wrong, *wrong])


def _choice(question: str, right: Sequence[str], wrong: Sequence[str]) -> dict[str, Value]:
    """A multiple choice; one between true and false is a statement."""
    verdicts = [_VERDICTS.get(text.strip().casefold(), "") for text in (*right, *wrong)]
    if sorted(verdicts) == ["false", "true"]:
        return {"statement": question, "is": verdicts[0]}
    wrong = list(dict.fromkeys(text for text in wrong if text not in right))
    if len(right) == 1 and not wrong:
        return {"q": question, "a": right[0]}
    return {"q": question, "a": right[0] if len(right) == 1 else list(right), "wrong": list(wrong)}
