"""Columns of a table of cards: what each becomes, guessed from names and values."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec import Struct

from quizapp.formats.base import Choice, Option
from quizapp.formats.column_names import is_language, is_numbered, only_counts, role_of, roles_of
from quizapp.formats.options import split
from quizapp.formats.row_card import tags_of

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
    "kind": "Kind of card",
    "id": "Identity",
    "source": "Source",
    "note": "Note for the author",
    "image": "Picture",
    "media": "Sound",
    "skip": "Leave out",
}
"""Role -> label, marked for translation."""
_SEEN: Final = 200
"""Rows that a guess looks at."""
_MOST_SAME: Final = 0.9
_PICTURE: Final = re.compile(r"[^\s<>]+\.(?:png|jpe?g|gif|webp|svg)", re.IGNORECASE)
_SOUND: Final = re.compile(r"\[sound:[^\]]+\]|[^\s<>]+\.(?:mp3|ogg|wav|m4a|flac|opus)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[?!.。？！]\s*$|\S\s+\S+\s+\S+\s+\S+\s+\S")
_FEW_COLUMNS: Final = 5
"""Of a table without names up to which every column is taken as something."""


class Table(Struct, frozen=True):
    """A table with what its columns become."""

    names: tuple[str, ...]
    """Of the columns; numbers where the file has none."""
    roles: tuple[str, ...]


def is_header(first: Sequence[str], rest: Sequence[Sequence[str]] = ()) -> bool:
    """Whether a row holds names of columns: two that are known, or one and all are short and different.

    rest: the rows below; a value that stands there again, in its own column, is no name.
    """
    filled = [cell.strip() for cell in first if cell.strip()]
    if any(_SENTENCE.search(cell) for cell in filled) and len(filled) < _FEW_COLUMNS:
        return False
    words = [cell for cell in filled if len(cell) > 1 or {each.casefold() for each in filled} >= {"q", "a"}]
    known = sum(bool(role_of(cell)) for cell in words)
    languages = sum(is_language(cell) for cell in filled)
    distinct = len({cell.casefold() for cell in filled}) == len(filled)
    again = any(
        cell.strip() == row[at].strip() != ""
        for row in rest[:_SEEN]
        for at, cell in enumerate(first)
        if at < len(row)
    )
    if not distinct or again or len(filled) < 2:
        return False
    if known >= 2 or (languages >= 2 and known + languages == len(filled)):
        return True
    short = all(len(cell) < 30 for cell in filled)
    if short and len(filled) == len(first) and _above_numbers(first, rest[:_SEEN]):
        return True
    return short and known == 1 and (languages > 0 or not any(is_numbered(cell) for cell in filled))


def _above_numbers(first: Sequence[str], rest: Sequence[Sequence[str]]) -> bool:
    """Whether a word stands above a column of nothing but numbers."""
    columns = ([row[at].strip() for row in rest if at < len(row)] for at in range(len(first)))
    return len(rest) > 1 and any(
        not any(letter.isdecimal() for letter in word) and all(map(_is_number, values))
        for word, values in zip(first, columns, strict=True)
    )


def _is_number(value: str) -> bool:
    return re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", value) is not None


def guess_roles(
    names: Sequence[str], rows: Sequence[Sequence[str]], told: Sequence[str] = ()
) -> tuple[str, ...]:
    """The role of each column. names: "" for columns without; told: what the file itself says, or ""."""
    by_name = roles_of(list(names))
    roles = [role or named for role, named in zip([*told, *[""] * len(by_name)], by_name, strict=False)]
    roles = _once(roles)
    sample = rows[:_SEEN]
    for at, role in enumerate(roles):
        values = [row[at].strip() for row in sample if at < len(row) and row[at].strip()]
        if not values:
            roles[at] = role if role in ("question", "answer") else "skip"
        elif not role:
            roles[at] = _by_values(values, names[at])
    if not any(names):
        _settle_key(roles, sample)
    _settle_choices(roles)
    _settle_languages(roles, names)
    _settle_sides(roles, sample)
    if not any(names) and len(roles) <= _FEW_COLUMNS:
        _settle_rest(roles, sample)
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


def _once(roles: list[str]) -> list[str]:
    """Question, answer and identity stand once; what else is called so explains."""
    seen: set[str] = set()
    single = ("question", "id", "right")
    for at, role in enumerate(roles):
        if role in single and role in seen:
            roles[at] = ""
        seen.add(role)
    return roles


def _by_values(values: Sequence[str], name: str) -> str:
    """What a column is by what stands in it; "" if that does not say it."""
    if all(_SOUND.fullmatch(value) for value in values):
        return "media"
    if all(_PICTURE.fullmatch(value) for value in values):
        return "image"
    counted = len(values) > 2 and all(value.isdecimal() and len(value) < 9 for value in values)
    if only_counts(name) and counted:
        numbers = [int(value) for value in values]
        return "skip" if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else ""
    return ""


def _settle_key(roles: list[str], sample: Sequence[Sequence[str]]) -> None:
    """Choices of a table without names: the last or the second column says which of the others is right."""
    free = [at for at, role in enumerate(roles) if not role]
    wide = [row for row in sample if len(row) > max(free, default=0)]
    if len(free) < _FEW_COLUMNS - 1 or len(wide) * 2 < len(sample) or len(wide) < 2:
        return
    for key in (free[-1], free[1]):
        others = [at for at in free[1:] if at != key]
        if sum(_names_one(row, key, others) for row in wide) >= _MOST_SAME * len(wide):
            roles[free[0]], roles[key] = "question", "right"
            for at in others:
                roles[at] = "choice"
            return


def _names_one(row: Sequence[str], key: int, others: Sequence[int]) -> bool:
    """Whether a value is one of the others', or a letter or number of one."""
    said = row[key].strip()
    options = [row[at] for at in others if row[at].strip()]
    if any(said.casefold() == option.strip().casefold() for option in options):
        return True
    digits = all(option.strip().isdecimal() for option in options)
    return len(options) > 2 and len(said) == 1 and not digits and split(options, [said]) is not None


def _settle_choices(roles: list[str]) -> None:
    """Choices without a word on which is right: an answer says it, else the first one is. What is right
    without choices is the answer."""
    if "choice" not in roles:
        for at, role in enumerate(roles):
            if role == "right":
                roles[at] = "skip" if "answer" in roles else "answer"
        return
    if "right" in roles or "answer" in roles or roles.count("choice") == 1:
        return
    first = roles.index("choice")
    for at, role in enumerate(roles):
        if role == "choice":
            roles[at] = "answer" if at == first else "wrong"


def _settle_languages(roles: list[str], names: Sequence[str]) -> None:
    """A column called after a language is a side, if that is free."""
    for at, name in enumerate(names):
        if not roles[at] and is_language(name):
            free = [side for side in ("question", "answer") if side not in roles]
            roles[at] = free[0] if free else ""


def _settle_rest(roles: list[str], sample: Sequence[Sequence[str]]) -> None:
    """What else stands in a small table without names: words that come again and again are tags."""
    for at, role in enumerate(roles):
        if role:
            continue
        values = [row[at].strip() for row in sample if at < len(row) and row[at].strip()]
        words = {word for value in values for word in tags_of(value)}
        often = len(values) > 3 and len(words) * 2 <= len(values) and all(len(word) < 25 for word in words)
        roles[at] = "tags" if often else "explain"


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
    if not {"answer", "choice", "wrong"} & set(roles) and "explain" in roles:
        roles[roles.index("explain")] = "answer"


def _differs(sample: Sequence[Sequence[str]], one: int, other: int) -> bool:
    if one < 0:
        return True
    pairs = [(row[one], row[other]) for row in sample if max(one, other) < len(row) and row[other].strip()]
    return bool(pairs) and sum(left.strip() != right.strip() for left, right in pairs) * 2 > len(pairs)
