"""The head of a Markdown note: what stands between --- or +++ before all else."""

import re
from typing import Final, NamedTuple

_ENTRY: Final = re.compile(r"([\w-]+)[ \t]*[:=][ \t]*(.*)")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.*)")
_MOST: Final = 500
"""Lines of a head."""


class Head(NamedTuple):
    """What a note says of itself."""

    title: str = ""
    tags: tuple[str, ...] = ()


def head_of(text: str) -> tuple[Head, list[str]]:
    """The head, and all lines, with those of the head empty."""
    lines = text.split("\n")
    mark = lines[0].strip()
    if mark not in ("---", "+++"):
        return Head(), lines
    end = next((at for at in range(1, min(len(lines), _MOST)) if lines[at].strip() == mark), None)
    if end is None:
        return Head(), lines
    said: dict[str, list[str]] = {}
    key = ""
    for line in lines[1:end]:
        entry, item = _ENTRY.match(line), _ITEM.match(line)
        if entry:
            key = entry[1].lower()
            said[key] = [entry[2]] if entry[2].strip() else []
        elif item and key:
            said[key].append(item[1])
    title = next((_bare(said[key][0]) for key in ("name", "title", "deck") if said.get(key)), "")
    tags = [tag for value in said.get("tags", said.get("tag", [])) for tag in _listed(value)]
    return Head(title, tuple(tags)), [""] * (end + 1) + lines[end + 1 :]


def _listed(value: str) -> list[str]:
    """The items of a list in a line."""
    inner = value.strip().removeprefix("[").removesuffix("]")
    parts = inner.split(",") if "," in inner or value.strip().startswith("[") else inner.split()
    return [_bare(part).removeprefix("#") for part in parts if _bare(part)]


def _bare(value: str) -> str:
    return value.strip().strip("\"'").strip()
