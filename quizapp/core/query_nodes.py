"""A query as a tree: conditions under not, both and either; and what was wrong with it."""

from collections.abc import Iterator

from msgspec import Struct

from quizapp.core.query_tests import Test


class Leaf(Struct, frozen=True):
    """One condition."""

    test: Test
    text: str
    """As it is written in the canonical form."""
    start: int = 0
    """Where it stands in the query, with `end`; so for all nodes."""
    end: int = 0

    def __str__(self) -> str:
        return self.text


class Not(Struct, frozen=True):
    """All cards but these."""

    part: "Node"
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"-{self.part}" if isinstance(self.part, Leaf) else f"-({self.part})"


class Both(Struct, frozen=True):
    """Cards that all parts find; without parts, every card."""

    parts: tuple["Node", ...] = ()
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return " ".join(f"({one})" if isinstance(one, Either) else str(one) for one in self.parts)


class Either(Struct, frozen=True):
    """Cards that any part finds; two parts or more."""

    parts: tuple["Node", ...]
    start: int = 0
    end: int = 0

    def __str__(self) -> str:
        return " or ".join(map(str, self.parts))


Node = Leaf | Not | Both | Either


class Token(Struct, frozen=True):
    """A stretch of the query, for its colours."""

    start: int
    end: int
    role: str
    """key, value, word, phrase or operator."""


class Mistake(Struct, frozen=True, kw_only=True):
    """What cannot be searched for, and where it stands."""

    code: str
    start: int
    end: int
    args: dict[str, str] = {}
    fix: str = ""
    """What would mend it in place of that stretch; empty if nothing comes to mind."""

    @property
    def sentence(self) -> str:
        """In English, with its arguments; the window translates MISTAKES[code]."""
        return MISTAKES[self.code].format_map(self.args)


class Query(Struct, frozen=True, kw_only=True):
    """A query as it was understood."""

    text: str
    root: Node = Both()
    tokens: tuple[Token, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    def __str__(self) -> str:
        return str(self.root)

    @property
    def parts(self) -> tuple[Node, ...]:
        """What all have to hold."""
        return self.root.parts if isinstance(self.root, Both) else (self.root,)

    def cut(self, part: Node) -> str:
        """The text without one part of it."""
        return " ".join((self.text[: part.start].rstrip(), self.text[part.end :].lstrip())).strip()


def leaves(node: Node) -> Iterator[Leaf]:
    """All conditions below a node, in the order they are written."""
    if isinstance(node, Leaf):
        yield node
    else:
        for part in (node.part,) if isinstance(node, Not) else node.parts:
            yield from leaves(part)


MISTAKES = {
    "key_unknown": "“{key}:” is unknown. To look for these letters, put them in quotes.",
    "key_misspelt": "“{key}:” is unknown; did you mean “{near}:”?",
    "value_missing": "Behind “{key}:” something is missing: {expects}.",
    "value_unknown": "“{key}:” does not know “{value}”: write {expects}.",
    "value_misspelt": "“{key}:” does not know “{value}”; did you mean “{near}”?",
    "quote_open": "The quotation mark is not closed.",
    "bracket_open": "This bracket is not closed.",
    "bracket_closed": "This bracket was not opened.",
    "too_deep": "Brackets are nested too deep here.",
    "or_alone": "“or” needs something on both sides. To look for the word, put it in quotes.",
    "no_such": "Nothing is called “{value}” behind “{key}:”.",
    "no_such_near": "Nothing is called “{value}” behind “{key}:”; did you mean “{near}”?",
    "re_slow": "This expression takes too long; not all cards were looked at.",
}
"""Code of a mistake -> what it says, marked for translation."""
