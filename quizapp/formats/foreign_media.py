"""Pictures and sounds that somebody's questions name."""

import re
from typing import Final

from quizapp.formats.foreign_roles import Roles
from quizapp.formats.foreign_tree import Leaf, Table, text_of
from quizapp.formats.media_refs import MediaRefs
from quizapp.formats.yaml_emit import Value

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KEYS: Final = {"image": "image", "sound": "media"}
"""Role -> key of ours."""


def add_media(data: dict[str, Value], item: Table, roles: Roles, refs: MediaRefs) -> list[str]:
    """Give a card the picture and the sound of its question. Keys of those that are not to be had."""
    lost: list[str] = []
    for role, key in _KEYS.items():
        for name in roles.keys.get(role, ()):
            value = item.pairs.get(name)
            if value is None or not text_of(value):
                continue
            file = text_of(value) if isinstance(value, Leaf) else ""
            if not file or key in data or _ADDRESS.match(file):
                lost.append(name)
            else:
                data[key] = refs.path(file)
    return lost
