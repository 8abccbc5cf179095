"""A deck file taken apart: its header, and its cards in pieces. What does not parse is reported."""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import groupby, pairwise

import yaml
from yaml.nodes import CollectionNode, MappingNode, ScalarNode, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.card_keys import CARD_KEYS_ALONE, CARDS, HEADER, IN_CARDS, IN_HEADER
from quizapp.formats.deck_header import Header
from quizapp.formats.deck_layout import Document, Run, documents, runs
from quizapp.formats.deck_text import DeckText, shorten
from quizapp.formats.fixes import shifted
from quizapp.formats.kept import Digest, Origin
from quizapp.formats.yaml_nodes import Broken, Piece, Pieces, compose
from quizapp.formats.yaml_repair import Keys, diagnose

_MENDED = 200
"""Broken pieces of a file for which a cure is sought."""
_DASH = re.compile(" *-")
_FRONT = re.compile(r"[\s-]*(?:\w+:\s*)?(?P<front>[^\n]*)")


class Parts:
    """The parts of one file."""

    def __init__(self, file: DeckText, size: int) -> None:
        """size: characters parsed at one go."""
        self._file = file
        self._size = size
        self._diagnosed = 0
        self._lists: list[Run | Piece] = []
        self.header = Header(file)
        self.broken = False
        """True once a part did not parse."""
        self.unsure = False
        """True if what did not parse may belong to the header, or hide more than single cards."""
        self.lead = ""
        """The text of the header, as far as it stands apart from the cards."""
        file.copy, found = documents(file.copy)
        for document, parts in self._ours(found):
            self._split(document, parts)
        self._take_list_of_header()

    @property
    def has_list(self) -> bool:
        """True if there is a list of cards, be it empty."""
        return bool(self._lists)

    def cards(self, digest: Digest, kept: Set[bytes]) -> Iterator[Piece | Origin]:
        """The list of cards, in pieces; an Origin stands for an item that was read before.

        kept: digests of such items.
        """
        for part in self._lists:
            if isinstance(part, Piece):
                yield part
                continue
            known = self._known(part, digest, kept) if kept else None
            if known is not None:
                yield from known
            else:
                parsed = self._pieces().parse(part.cuts, part.end)
                yield from self._in_line(self._sound(parsed, SequenceNode, IN_CARDS))

    def _pieces(self) -> Pieces:
        return Pieces(self._file.copy, SequenceNode, CARDS, self._size)

    def _known(self, run: Run, digest: Digest, kept: Set[bytes]) -> list[Piece | Origin] | None:
        """A list with its items that were read before, and the others in pieces.

        None if most are others, or one of them does not parse alone: then it may reach into its neighbours.
        """
        copy, edges = self._file.copy, (*run.cuts, run.end)
        names = [digest(copy[start:end]) for start, end in pairwise(edges)]
        same = [name in kept for name in names]
        dash = _DASH.match(copy, edges[0])
        if 2 * sum(same) < len(same) or not dash or not all(copy.startswith(dash[0], at) for at in run.cuts):
            return None
        found: list[Piece | Origin] = []
        pieces = self._pieces()
        for is_same, group in groupby(range(len(names)), same.__getitem__):
            numbers = list(group)
            if is_same:
                found += [Origin(names[at], edges[at], pieces.line_of(edges[at])) for at in numbers]
                continue
            first, last = numbers[0], numbers[-1]
            for piece in pieces.parse(edges[first : last + 1], edges[last + 1]):
                if isinstance(piece, Broken) or not piece.edges:
                    return None
                found.append(piece)
        return found

    def _in_line(self, pieces: Iterator[Piece]) -> Iterator[Piece]:
        """Report dashes that stand elsewhere than the first."""
        first = None
        for piece in pieces:
            mark = piece.root.start_mark
            first = mark.column if first is None else first
            if mark.column != first:
                start = self._file.copy.rfind("\n", 0, piece.base + mark.index) + 1
                fix = shifted(self._file.copy, start, piece.end, first - mark.column)
                self._file.report("dash_column", piece.base + mark.index, fix=fix)
            yield piece

    def _ours(self, found: Sequence[Document]) -> Iterator[tuple[Document, list[Run]]]:
        """The documents that make the deck: one, or a header and a list."""
        split = [(document, runs(self._file.copy, document, CARD_KEYS_ALONE)) for document in found]
        is_header = len(split) > 1 and not any(run.is_cards for run in split[0][1])
        is_list = len(split) > 1 and [run.key for run in split[1][1]] == [-1] and split[1][1][0].is_cards
        count = 2 if is_header and is_list else 1
        for document in found[count : count + 1]:
            self.broken = self.unsure = True
            self._file.report("document_second", document.start)
        yield from split[:count]

    def _split(self, document: Document, parts: list[Run]) -> None:
        if not parts:
            self._take_whole(document)
        keyed = [part for part in parts if part.key >= 0]
        for part in parts:
            if not part.is_cards:
                self.lead += self._file.copy[part.cuts[0] : part.end]
                pieces = Pieces(self._file.copy, MappingNode, HEADER, self._size)
                for piece in self._sound(pieces.parse(part.cuts, part.end), MappingNode, IN_HEADER):
                    self.header.add(piece.root.value, piece.base)
                continue
            self._lists.append(part)
            if part.key >= 0 and part is not keyed[0]:
                first = str(self._file.where(keyed[0].key).line)
                self._file.report("duplicate_key", part.key, key="cards", first=first)
            elif part.key < 0 and len(parts) > 1:
                start = part.cuts[0]
                fix = None if keyed else Fix(start, start, "cards:\n")
                self._file.report("cards_go_on" if keyed else "cards_key_missing", start, fix=fix)

    def _take_whole(self, document: Document) -> None:
        """A document that shows no cards at the start of a line: in brackets, or no deck."""
        start, end = document
        text = self.lead = self._file.copy[start:end]
        try:
            root = compose(text)
        except yaml.MarkedYAMLError as error:
            self._report_broken(Broken(start, end, error), MappingNode, IN_HEADER)
            return
        if isinstance(root, MappingNode):
            self.header.add(root.value, start)
        elif isinstance(root, SequenceNode):
            self._take_nodes(root, start, end)
        else:
            self._file.report("deck_expected", start + len(text) - len(text.lstrip()), source=shorten(text))

    def _take_list_of_header(self) -> None:
        """`cards: [...]`, or whatever stands there."""
        if "cards" not in self.header.entries:
            return
        entry, at = self.header.entries["cards"]
        if isinstance(entry.value, SequenceNode):
            self._take_nodes(entry.value, at.base, len(self._file.copy))
        elif isinstance(entry.value, ScalarNode) and not entry.value.value.strip():
            at.say("cards_empty", entry.key)
        else:
            self.broken = self.unsure = True
            at.say("cards_no_list", entry.value, source=at.source(entry.value))

    def _take_nodes(self, root: CollectionNode, base: int, end: int) -> None:
        self._lists.append(Piece(root, base, end, self._file.copy.count("\n", 0, base)))

    def _sound(
        self, parsed: Iterator[Piece | Broken], kind: type[CollectionNode], keys: Keys
    ) -> Iterator[Piece]:
        """What parsed; the rest is reported."""
        for piece in parsed:
            if isinstance(piece, Piece):
                yield piece
            else:
                self._report_broken(piece, kind, keys)

    def _report_broken(self, broken: Broken, kind: type[CollectionNode], keys: Keys) -> None:
        self.broken = True
        self.unsure = self.unsure or kind is MappingNode
        self._diagnosed += 1
        text = self._file.copy[broken.start : broken.end]
        found = diagnose(text, kind, keys, broken.error, mend=self._diagnosed <= _MENDED)
        fix = found.fix
        if fix is not None:
            fix = Fix(broken.start + fix.start, broken.start + fix.end, fix.text)
        front = _FRONT.match(text) if kind is SequenceNode else None
        card = shorten(front["front"]) if front else ""
        self._file.report(found.code, broken.start + found.offset, card=card, fix=fix, **found.args)
