"""Columns of a table of cards: what each becomes, guessed from names and values, and the card of a row."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from quizapp.formats.base import Choice, Option
from quizapp.formats.options import split, unlabelled
from quizapp.formats.yaml_emit import Value

ROLES: Final[Mapping[str, str]] = {
    "question": "Question",
    "answer": "Answer, back",
    "wrong": "Wrong answer",
    "choice": "One of the choices",
    "right": "Which choice is right",
    "explain": "Explanation",
    "hint": "Hint",
    "tags": "Tags",
    "deck": "Deck",
    "id": "Identity",
    "source": "Source",
    "note": "Note for the author",
    "image": "Picture",
    "media": "Sound",
    "skip": "Leave out",
}
"""Role -> label, marked for translation."""
_NAMES: Final[Mapping[str, str]] = {
    "question": "question questions front term word prompt q expression frage pregunta vorderseite anverso "
    "cue text",
    "answer": "answer answers back definition meaning a translation antwort respuesta reverso rückseite "
    "correct_answer correctanswer right_answer capital solution response réponse risposta",
    "wrong": "wrong incorrect distractor distractors wrong_answer incorrect_answer incorrect_answers",
    "choice": "choice option opt choices options variante opcion",
    "right": "correct right correct_option answer_key key correct_choice right_choice",
    "explain": "explanation explain example notes extra comment feedback reading rationale erklärung "
    "sentence",
    "hint": "hint hints clue",
    "tags": "tags tag level category topic block chapter group unit lesson subject",
    "deck": "deck",
    "id": "id guid uid uuid identity note_id",
    "source": "source sources reference citation",
    "note": "note",
    "image": "image picture img photo",
    "media": "audio sound",
}
_BY_NAME: Final = {name: role for role, names in _NAMES.items() for name in names.split()}
_NUMBERED: Final = re.compile(r"^(.*?)[\s_.-]*(?:\d{1,2}|[a-z])$")
_SEEN: Final = 50
_PICTURE: Final = re.compile(r"[^\s<>]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_SOUND: Final = re.compile(r"\[sound:[^\]]+\]|[^\s<>]+\.(?:mp3|ogg|wav|m4a|flac|opus)", re.IGNORECASE)


class Table(Struct, frozen=True):
    """A table with what its columns become."""

    names: tuple[str, ...]
    """Of the columns; numbers where the file has none."""
    roles: tuple[str, ...]


def is_header(first: Sequence[str]) -> bool:
    """Whether a row holds names of columns: two that are known, or one and all are short and different."""
    known = [_role_of_name(cell) for cell in first]
    count = sum(role is not None for role in known)
    distinct = len({cell.strip() for cell in first}) == len(first) and all(cell.strip() for cell in first)
    return count >= 2 or (count == 1 and distinct and all(len(cell) < 30 for cell in first))


def guess_roles(
    names: Sequence[str], rows: Sequence[Sequence[str]], told: Sequence[str] = ()
) -> tuple[str, ...]:
    """What each column becomes. rows: without that of the names; told: what the file itself says, or ""."""
    roles = [_role_of_name(name) or "" for name in names]
    roles = [role or named for role, named in zip([*told, *[""] * len(roles)], roles, strict=False)]
    roles = _once(roles)
    sample = rows[:_SEEN]
    for at, role in enumerate(roles):
        values = [row[at].strip() for row in sample if at < len(row) and row[at].strip()]
        if not values:
            roles[at] = role if role in ("question", "answer") else "skip"
        elif not role and all(_SOUND.fullmatch(value) for value in values):
            roles[at] = "media"
        elif not role and all(_PICTURE.fullmatch(value) for value in values):
            roles[at] = "image"
    if "choice" in roles and "right" not in roles:
        _settle_choices(roles)
    _settle_sides(roles, sample)
    return tuple(role or "skip" for role in roles)


def role_choices(table: Table, rows: Sequence[Sequence[str]]) -> tuple[Choice, ...]:
    """A choice for each column."""
    options = tuple(Option(role, label) for role, label in ROLES.items())
    return tuple(
        Choice(
            key=f"column:{at + 1}",
            label=name,
            value=role,
            options=options,
            column=True,
            sample=next((row[at].strip() for row in rows if at < len(row) and row[at].strip()), ""),
        )
        for at, (name, role) in enumerate(zip(table.names, table.roles, strict=True))
    )


def chosen_roles(guessed: Sequence[str], choices: Mapping[str, str]) -> tuple[str, ...]:
    """The guess with what the person chose."""
    roles = [choices.get(f"column:{at + 1}", role) for at, role in enumerate(guessed)]
    return tuple(role if role in ROLES else guess for role, guess in zip(roles, guessed, strict=True))


class Cells(Struct, frozen=True):
    """The values of a row by their roles, as Markdown where they are texts."""

    by_role: Mapping[str, tuple[str, ...]]

    def one(self, role: str) -> str:
        """All values of a role, a paragraph each."""
        return "\n\n".join(self.by_role.get(role, ()))

    def all(self, role: str) -> tuple[str, ...]:
        return self.by_role.get(role, ())


def card_of(cells: Cells, kind: str) -> dict[str, Value] | str:
    """The keys of a card, or the code of what it lacks. kind: one of KINDS_OF_ROWS."""
    question = cells.one("question")
    if not question:
        return "import_no_question"
    made = _answered(cells, kind, question)
    if isinstance(made, str):
        return made
    for key in ("explain", "source", "note", "image", "media"):
        if cells.one(key):
            made[key] = cells.one(key)
    if cells.all("hint"):
        made["hint"] = cells.one("hint")
    tags = [tag for cell in cells.all("tags") for tag in tags_of(cell)]
    if tags:
        made["tags"] = list(dict.fromkeys(tags))
    return made


KINDS_OF_ROWS: Final[Mapping[str, str]] = {
    "basic": "Front and back",
    "reverse": "Front and back, both ways",
    "typed": "Typed answer",
    "cloze": "Cloze",
}
"""What rows without choices become; with wrong answers they are a choice."""


def tags_of(text: str) -> list[str]:
    """Tags of a cell: between commas or semicolons, else between blanks."""
    parts = re.split(r"[,;]", text) if re.search(r"[,;]", text) else text.split()
    return [part.strip() for part in parts if part.strip()]


def _answered(cells: Cells, kind: str, question: str) -> dict[str, Value] | str:
    if kind == "cloze":
        return {"cloze": question} if "{{" in question else "import_no_answer"
    answer, wrong = cells.all("answer"), list(cells.all("wrong"))
    if cells.all("choice"):
        said = cells.all("right") or answer
        parted = split(cells.all("choice"), said) if said else None
        if parted is None:
            return "import_no_answer"
        if len(parted.right) > 1:
            return {"q": question, "a": list(parted.right), "wrong": [*parted.wrong, *wrong]}
        return {"q": question, "a": parted.right[0], "wrong": [*parted.wrong, *wrong]}
    if not answer:
        return "import_no_answer"
    text = "\n\n".join(answer)
    if wrong:
        options = unlabelled([text, *wrong])
        return {"q": question, "a": options[0], "wrong": list(options[1:])}
    flags: dict[str, Value] = {"typed": "true"} if kind == "typed" else {}
    return {"q": question, "a": text, **flags, **({"reverse": "true"} if kind == "reverse" else {})}


def _role_of_name(name: str) -> str | None:
    plain = re.sub(r"[\s-]+", "_", name.strip().casefold()).strip("_:")
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    match = _NUMBERED.match(plain)
    return _BY_NAME.get(match[1].strip("_")) if match and match[1] else None


def _once(roles: list[str]) -> list[str]:
    """Question, answer and identity stand once; what else is called so explains."""
    seen: set[str] = set()
    single = ("question", "id", "right")
    for at, role in enumerate(roles):
        if role in single and role in seen:
            roles[at] = ""
        seen.add(role)
    return roles


def _settle_choices(roles: list[str]) -> None:
    """Choices without a word on which is right: an answer says it, else the first one is."""
    if "answer" in roles:
        return
    first = roles.index("choice")
    for at, role in enumerate(roles):
        if role == "choice":
            roles[at] = "answer" if at == first else "wrong"


def _settle_sides(roles: list[str], sample: Sequence[Sequence[str]]) -> None:
    """Question and answer, where no name told them: the first two columns that differ."""
    free = [at for at, role in enumerate(roles) if not role]
    if "question" not in roles and free:
        roles[free.pop(0)] = "question"
    if not {"answer", "choice"} & set(roles) and free:
        asked = roles.index("question") if "question" in roles else -1
        best = next((at for at in free if _differs(sample, asked, at)), free[0])
        roles[best] = "answer"
        free.remove(best)


def _differs(sample: Sequence[Sequence[str]], one: int, other: int) -> bool:
    if one < 0:
        return True
    pairs = [(row[one], row[other]) for row in sample if max(one, other) < len(row) and row[other].strip()]
    return bool(pairs) and sum(left.strip() != right.strip() for left, right in pairs) * 2 > len(pairs)
