"""The search language: words, "phrases", key:value, -not, or, and parentheses.

Whatever is written can be searched for: a mistake is told with its place and a cure, and the rest still runs.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace
from rapidfuzz import process
from rapidfuzz.distance import OSA

from quizapp.core import query_scan
from quizapp.core.query_keys import BY_NAME, NAMES, Key
from quizapp.core.query_keys import KEYS as KEYS
from quizapp.core.query_nodes import Both as Both
from quizapp.core.query_nodes import Either as Either
from quizapp.core.query_nodes import Leaf as Leaf
from quizapp.core.query_nodes import Mistake as Mistake
from quizapp.core.query_nodes import Node as Node
from quizapp.core.query_nodes import Not as Not
from quizapp.core.query_nodes import Query as Query
from quizapp.core.query_nodes import Token as Token
from quizapp.core.query_scan import DEEPEST, Piece
from quizapp.core.query_tests import Contains

LIKE = 0.6
"""How alike two words must be for one to be offered for the other."""


def parse(text: str) -> Query:
    """Understand a query; it never fails."""
    return _Parser(text).query()


def closest(word: str, known: Iterable[str]) -> str:
    """The name most like a word, or the first that holds it; "" if none does."""
    names, sought = list(known), word.casefold()
    best = process.extractOne(
        word, names, scorer=OSA.normalized_similarity, processor=str.casefold, score_cutoff=LIKE
    )
    if best:
        return str(best[0])
    return next((name for name in names if sought and sought in name.casefold()), "")


class _Parser:
    """Reads one query."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: list[Token] = []
        self._mistakes: list[Mistake] = []
        self._alone: set[int] = set()
        """Where each `or` stands that lacks a side."""
        self._pieces: Sequence[Piece] = ()
        self._at = 0

    def query(self) -> Query:
        pieces = list(query_scan.scan(self._text))
        for piece in pieces:
            self._tokens.extend(_tokens(piece))
            if not piece.closed:
                self._mistake("quote_open", piece, fix=self._text[piece.start : piece.end] + '"')
        self._pieces = self._balanced(pieces)
        root = self._either() or Both()
        mistakes = tuple(sorted(self._mistakes, key=lambda one: one.start))
        return Query(text=self._text, root=root, tokens=tuple(self._tokens), mistakes=mistakes)

    def _balanced(self, pieces: Iterable[Piece]) -> list[Piece]:
        """The pieces with every bracket closed, and none too deep."""
        kept: list[Piece] = []
        opened: list[int] = []
        dropped = set()
        for piece in pieces:
            if piece.role == "open":
                opened.append(len(kept))
                if len(opened) > DEEPEST:
                    dropped.add(len(kept))
                    self._mistake("too_deep", piece)
            elif piece.role == "close":
                if not opened:
                    self._mistake("bracket_closed", piece)
                    continue
                if opened.pop() in dropped:
                    dropped.add(len(kept))
            kept.append(piece)
        for index in opened:
            self._mistake("bracket_open", kept[index])
        kept += [Piece(role="close", start=len(self._text), end=len(self._text))] * len(set(opened) - dropped)
        return [piece for index, piece in enumerate(kept) if index not in dropped]

    def _either(self) -> Node | None:
        """Parts with `or` between them, up to the end or a closing bracket."""
        found: list[Node] = []
        waiting: Piece | None = None
        while True:
            part = self._both()
            if part is not None:
                found.append(part)
            elif waiting:
                self._or_alone(waiting)
            piece = self._peek()
            if piece is None or piece.role == "close":
                break
            waiting = self._next()
            if part is None:
                self._or_alone(waiting)
        return _joined(Either, found)

    def _or_alone(self, piece: Piece) -> None:
        if piece.start not in self._alone:
            self._alone.add(piece.start)
            self._mistake("or_alone", piece, fix=query_scan.quoted(self._text[piece.start : piece.end]))

    def _both(self) -> Node | None:
        """Parts side by side, up to the end, an `or` or a closing bracket."""
        found: list[Node] = []
        while (piece := self._peek()) and piece.role not in ("or", "close"):
            part = self._one()
            if part is not None:
                found.append(part)
        return _joined(Both, found)

    def _one(self) -> Node | None:
        piece = self._next()
        start, negative = piece.start, False
        minuses = 0
        while piece.role == "minus" and (following := self._peek()) and following.role not in ("or", "close"):
            minuses += 1
            piece = self._next()
        negative = bool(minuses % 2)
        part = self._group(piece) if piece.role == "open" else self._leaf(piece)
        if part is None or not minuses:
            return part
        return Not(part, start, part.end) if negative else replace(part, start=start)

    def _group(self, opened: Piece) -> Node | None:
        part = self._either()
        closed = self._next()
        return _moved(part, opened.start, closed.end) if part is not None else None

    def _leaf(self, piece: Piece) -> Node | None:
        if piece.role == "key":
            return self._keyed(piece)
        words = piece.text or "-" * (piece.role == "minus")
        if not words.strip():
            return None
        return Leaf(Contains(words), query_scan.word(words), piece.start, piece.end)

    def _keyed(self, piece: Piece) -> Node | None:
        key = BY_NAME.get(piece.key)
        if key is None:
            self._unknown_key(piece)
            return None
        args = {"key": key.name, "expects": key.values.expects, "value": piece.text}
        if not piece.text.strip():
            self._mistake("value_missing", piece, args=args)
            return None
        test = key.values.read(piece.text)
        if test is None:
            self._unknown_value(piece, key, args)
            return None
        return Leaf(test, f"{key.name}:{query_scan.value(piece.text)}", piece.start, piece.end)

    def _unknown_key(self, piece: Piece) -> None:
        written = self._text[piece.start : piece.end]
        near = closest(piece.key, NAMES)
        args = {"key": piece.key, "near": near}
        if near:
            fix = f"{near}:{self._text[piece.value_start : piece.end]}"
            self._mistake("key_misspelt", piece, args=args, fix=fix)
        else:
            self._mistake("key_unknown", piece, args=args, fix=query_scan.quoted(written))

    def _unknown_value(self, piece: Piece, key: Key, args: dict[str, str]) -> None:
        near = closest(piece.text, [choice.word for choice in key.values.choices])
        if near:
            self._mistake("value_misspelt", piece, args=args | {"near": near}, fix=f"{key.name}:{near}")
        else:
            self._mistake("value_unknown", piece, args=args)

    def _mistake(self, code: str, piece: Piece, *, args: dict[str, str] | None = None, fix: str = "") -> None:
        self._mistakes.append(Mistake(code=code, start=piece.start, end=piece.end, args=args or {}, fix=fix))

    def _peek(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _next(self) -> Piece:
        self._at += 1
        return self._pieces[self._at - 1]


def _joined(kind: type[Both] | type[Either], parts: Sequence[Node]) -> Node | None:
    """Some parts as one; parts of the same sort are taken in."""
    flat = [one for part in parts for one in (part.parts if isinstance(part, kind) else (part,))]
    if len(flat) < 2:
        return flat[0] if flat else None
    return kind(tuple(flat), flat[0].start, flat[-1].end)


def _moved(node: Node, start: int, end: int) -> Node:
    """The same node at another place."""
    from msgspec.structs import replace

    return replace(node, start=start, end=end)


def _tokens(piece: Piece) -> Iterator[Token]:
    if piece.role == "key":
        yield Token(piece.start, piece.value_start, "key")
        if piece.value_start < piece.end:
            yield Token(piece.value_start, piece.end, "value")
    else:
        yield Token(piece.start, piece.end, _ROLES.get(piece.role, "operator"))


_ROLES = {"word": "word", "phrase": "phrase"}
