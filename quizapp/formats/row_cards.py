"""Rows of a table made into cards, with their pictures, sounds and decks."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from itertools import chain
from typing import Final, NamedTuple, TypeAlias

from quizapp.core.problems import Problem, Where
from quizapp.formats.anki_holes import cloze_text
from quizapp.formats.anki_occlusion import occlusion
from quizapp.formats.base import Choice, Imported, ImportedCard, ImportedDeck, Option, Source, Tick, no_tick
from quizapp.formats.column_names import roles_of
from quizapp.formats.columns import Table, chosen_roles, guess_roles, role_choices
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.options import first_number
from quizapp.formats.row_card import KINDS_OF_ROWS, Cells, card_of, kind_of, several, tags_of
from quizapp.formats.tables import Row
from quizapp.formats.text_source import Text, markdown_of, problem_at
from quizapp.formats.yaml_emit import Value

MEDIA_FOLDERS: Final = ("", "media/", "images/", "collection.media/")
"""Where pictures and sounds beside a table may lie."""
_RAW: Final = frozenset({"tags", "id", "deck", "right", "kind"})
"""Roles whose values are no Markdown."""
_SHARED: Final = frozenset({"choice", "wrong"})
"""Roles of which one column alone may hold several values."""
_FILES: Final = frozenset({"image", "media"})
"""Roles whose values name a file."""
_COVERING: Final = "::image-occlusion:"
_OCCLUSION_FIELDS: Final = ("Occlusion", "Image", "Header", "Back Extra", "Comments")
"""Of Anki's own note type, in their order."""
_NUMBERED_HOLE: Final = re.compile(r"\{\{c\d{1,3}::")
_TICKS: Final = 500


Ways: TypeAlias = tuple[str, int | None]


class Columned(NamedTuple):
    """A table as it was read, before its rows become cards."""

    text: Text
    rows: Sequence[Row]
    names: Sequence[str] | None
    """Of the columns, if the file tells them."""
    choices: tuple[Choice, ...]
    markup: str
    """One of text_source.MARKUPS."""
    roles: tuple[str, ...] | None = None
    """Where the file itself tells what its columns are; "" for those it does not."""
    tags: tuple[str, ...] = ()
    """That every card gets."""
    deck: str = ""
    """Title; "": the source's name."""
    kind: str = ""
    """One of KINDS_OF_ROWS; "": to be guessed."""
    own: bool = False
    """It was written here: its identities are ours as they stand."""


def cards_of(source: Source, table: Columned, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
    """The cards of a table's rows."""
    cells = [row.cells for row in table.rows]
    names = _names(table, cells)
    told = table.roles or ()
    guessed = guess_roles(names if table.names else [""] * len(names), cells, told)
    roles = chosen_roles(guessed, choices)
    kind = choices.get("kind", table.kind or ("cloze" if _has_clozes(table.rows) else "basic"))
    kind = kind if kind in KINDS_OF_ROWS else "basic"
    first = _first(roles, cells, choices)
    reader = _Rows(source, table, roles, (kind, int(first) if first else None))
    for number, row in enumerate(table.rows):
        if number % _TICKS == 0:
            tick(number, len(table.rows))
        reader.take(row)
    return Imported(
        decks=reader.decks(table.deck or source.title or "Pasted cards"),
        read=len(table.rows),
        problems=(
            *table.text.problems,
            *reader.problems,
            *reader.refs.problems,
            *_left_out(source, names, roles, cells),
        ),
        media=reader.refs.media,
        choices=(
            *table.choices,
            choice("kind", "Kind", kind, KINDS_OF_ROWS),
            *([choice("first", "First choice has number", first, {"0": "0", "1": "1"})] if first else ()),
            *role_choices(Table(names, roles), cells),
        ),
    )


def _covered(roles: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """The fields of a note that covers parts of a picture, by their names there; empty for any other."""
    texts = [cell for role, cell in zip(roles, cells, strict=False) if role not in _RAW]
    at = next((at for at, cell in enumerate(texts) if _COVERING in cell), None)
    return {} if at is None else dict(zip(_OCCLUSION_FIELDS, texts[at:], strict=False))


def _first(roles: Sequence[str], cells: Sequence[Sequence[str]], choices: Mapping[str, str]) -> str:
    """The number of the first choice, if numbers say which one is right; else ""."""
    key = "right" if "right" in roles else "answer"
    if "choice" not in roles or key not in roles:
        return ""
    at = roles.index(key)
    said = [row[at].strip() for row in cells if at < len(row) and row[at].strip()]
    words = [several([word]) for word in said]
    if not words or not all(part.isdecimal() for parts in words for part in parts):
        return ""
    guess = str(first_number([(0, parts) for parts in words]))
    return guess if choices.get("first") not in ("0", "1") else choices["first"]


def _left_out(
    source: Source, names: Sequence[str], roles: Sequence[str], cells: Sequence[Sequence[str]]
) -> list[Problem]:
    """The columns that become nothing, though they hold something."""
    return [
        problem_at(source.name, 0, "import_column", name=name)
        for at, (name, role) in enumerate(zip(names, roles, strict=True))
        if role == "skip" and any(at < len(row) and row[at].strip() for row in cells)
    ]


def choice(key: str, label: str, value: str, options: Mapping[str, str], *, free: bool = False) -> Choice:
    """A choice among options; a value that is none of them is one more."""
    listed = options if value in options else {**options, value: value}
    shown = tuple(Option(name, words) for name, words in listed.items())
    return Choice(key=key, label=label, value=value, options=shown, free=free)


class _Rows:
    """Makes cards of rows, one by one."""

    def __init__(
        self, source: Source, table: Columned, roles: Sequence[str], ways: tuple[str, int | None]
    ) -> None:
        """ways: as card_of takes them, the kind of rows and the number of the first choice."""
        self._file, self._roles, self._ways = source.name, roles, ways
        self._markup, self._tags, self._own = table.markup, list(table.tags), table.own
        named = roles_of(list(table.names or ()))  # also those of columns that are empty, and so left out
        self._alone = {role for role in _SHARED if roles.count(role) == 1 and named.count(role) < 2}
        self._changed: list[tuple[str, Mapping[str, str]]] = []
        """What is otherwise in the row at hand: codes with their arguments."""
        self._expected = len(table.names or ())
        self._cards: dict[str, list[ImportedCard]] = {}
        self.refs = MediaRefs(source.name, among(source.sibling, MEDIA_FOLDERS))
        self.problems: list[Problem] = []

    def take(self, row: Row) -> None:
        """A card, or why there is none."""
        if row.quote_open:
            self._leave(row, "import_quote")
            return
        self._changed = []
        kind, first = self._ways
        pairs = zip(self._roles, row.cells, strict=False)
        filled = [(role, cell) for role, cell in pairs if role != "skip" and cell.strip()]
        kind = kind_of(" ".join(cell for role, cell in filled if role == "kind"), kind)
        by_role: dict[str, tuple[str, ...]] = {}
        for role, cell in filled:
            for each in several((cell.strip(),)) if role in self._alone else (cell,):
                self._read(each, role, kind, by_role)
        covered = _covered(self._roles, row.cells)
        made = self._picture(covered, by_role) if covered else card_of(Cells(by_role), kind, first)
        if isinstance(made, str):
            self._leave(row, made)
            return
        for code, args in self._changed:
            self.problems.append(problem_at(self._file, row.line, code, row.raw, **args))
        extra = [cell.strip() for cell in row.cells[len(self._roles) :] if cell.strip()]
        if extra:
            lost = ", ".join(extra)[:80]
            self.problems.append(problem_at(self._file, row.line, "import_lost", row.raw, what=lost))
        if self._tags:
            there = made.get("tags", [])
            made["tags"] = [*(there if isinstance(there, list) else []), *self._tags]
        own = "".join(by_role.get("id", ())[:1])
        if own and self._own:
            made = {"id": own, **made}
        card = ImportedCard(data=made, where=Where(self._file, row.line), key=own)
        self._cards.setdefault("".join(by_role.get("deck", ())[:1]), []).append(card)

    def decks(self, title: str) -> tuple[ImportedDeck, ...]:
        """What was taken, deck by deck. title: of cards whose row names none."""
        made = []
        for name, cards in self._cards.items():
            *folders, last = [part.strip() for part in (name or title).split("::" if name else "\0")]
            made.append(ImportedDeck(title=last, folders=tuple(folders), cards=tuple(cards)))
        return tuple(made)

    def _read(self, cell: str, role: str, kind: str, by_role: dict[str, tuple[str, ...]]) -> None:
        """A value under its role, what it names under theirs."""
        values: tuple[tuple[str, str], ...] = ((role, cell.strip()),)
        if kind == "cloze" and role == "question" and self._has_holes(cell):
            values = self._holes(cell)
        elif role in _FILES or (role not in _RAW and "[sound:" in cell):
            values = self._files(cell, role)
        elif role not in _RAW and self._markup == "html":
            values = ((role, self.refs.html(cell).markdown),)
        elif role not in _RAW and self._markup == "markdown":
            values = ((role, self.refs.markdown(cell)),)
        elif role not in _RAW:
            values = ((role, markdown_of(cell, self._markup)),)
        for to, value in values:
            if value:
                by_role[to] = (*by_role.get(to, ()), value)

    def _picture(
        self, fields: Mapping[str, str], by_role: Mapping[str, tuple[str, ...]]
    ) -> dict[str, Value] | str:
        """The card of a note of Anki's that covers parts of a picture."""
        found = occlusion(fields, self.refs)
        if not found.made:
            return found.lost[0][0]
        tags: list[Value] = [tag for cell in by_role.get("tags", ()) for tag in tags_of(cell)]
        return found.made[0].data | ({"tags": tags} if tags else {})

    def _has_holes(self, cell: str) -> bool:
        """Whether it has holes that are not ours yet."""
        return self._markup != "markdown" and _NUMBERED_HOLE.search(cell) is not None

    def _holes(self, cell: str) -> tuple[tuple[str, str], ...]:
        """A text with holes as Anki writes them."""
        html = cell if self._markup == "html" else escape(cell, quote=False).replace("\n", "<br>")
        text = cloze_text(html, self.refs)
        self._changed += text.lost
        return (("question", text.markdown), *(("media", sound) for sound in text.sounds[:1]))

    def _files(self, cell: str, role: str) -> tuple[tuple[str, str], ...]:
        """A value that names pictures or sounds."""
        side = self.refs.html(cell)
        sounds = tuple(("media", sound) for sound in side.sounds[:1])
        if role not in _FILES:
            return ((role, side.markdown), *sounds)
        if sounds or "[sound:" in cell:
            return sounds
        if side.markdown.startswith("!["):
            return (("explain", side.markdown),)
        return ((role, self.refs.path(cell)),)

    def _leave(self, row: Row, code: str) -> None:
        args = {}
        if code == "import_no_answer" and len(row.cells) == 1 and self._expected > 1:
            code, args = "import_columns", {"expected": str(self._expected)}
        self.problems.append(problem_at(self._file, row.line, code, row.raw, **args))


def _names(table: Columned, cells: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Of the columns: as the file tells them, else numbers."""
    width = len(table.names or ()) or _usual_width(cells)
    width = max(width, len(table.roles or ()))
    given = chain(table.names or (), [""] * width)
    return tuple(name.strip() or str(at + 1) for at, name in zip(range(width), given, strict=False))


def _usual_width(cells: Sequence[Sequence[str]]) -> int:
    """The greatest number of values that more than a few rows have."""
    widths = sorted(len(row) for row in cells)
    return widths[int(0.95 * (len(widths) - 1))] if widths else 0


def _has_clozes(found: Sequence[Row]) -> bool:
    sample = found[:50]
    holes = sum(any("{{" in cell and "}}" in cell for cell in row.cells) for row in sample)
    return bool(sample) and holes * 2 > len(sample)
