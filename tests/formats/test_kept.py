"""A deck is read in part only, and nobody can tell by what comes of it."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats import card_reader
from quizapp.formats.kept import NOTHING, Kept, lifted, placed
from quizapp.formats.yaml_deck import Loaded, read
from tests.formats.test_yaml_recovery import TOKENS
from tests.formats.test_yaml_recovery import decks as sound_decks

HEADERS = (
    "",
    "title: Europe\n",
    "title: Rivers\ntags: [water]\n",
    "language: de\nsources: {un: UN}\n",
    "defaults:\n  typed: true\n",
    "defaults:\n  tolerance: much\n  tags: [x]\n",
    "anser: 1\n",
    "language: nonsense\n\n\n",
)
"""What stands above the cards; the one before the last reports something of its own."""
ITEMS = (
    "- q: What is {i}?\n  a: A number\n",
    "- q: What is {i}?\n  a: A number\n  id: same\n",
    "- q: How many?\n  number: {i}\n",
    "- q: Which?\n  a: Po {i}\n  wrong: [Rhine, Elbe]\n  source: un\n\n\n",
    "- cloze: |\n    {{{{Oslo {i}}}}} is here.\n\n  # a comment\n",
    "# before\n- statement: The Rhine {i}\n  is: false\n",
    "-\n  q: A dash alone {i}\n  a: |+\n    Kept\n\n\n",
    "- q: Cut {i}\n  a: C #1\n",
    "- q: Unknown {i}\n  anser: x\n  a: y\n",
    "- q: Twice {i}\n  a: x\n  a: y\n",
    "- q: No answer {i}\n",
    "- q: An anchor {i}\n  a: &x y\n",
    "- q: An alias {i}\n  a: *x\n",
    '- q: "Open {i}\n  a: x\n',
    '- q: Closed {i}"\n  a: x\n',
    "- q: [{i}\n  a: x\n",
    "- [{i}, 1,235]\n",
    '- explain: Closed {i}"\n  q: x\n  a: y\n',
    "- explain: One {i}]\n  q: x\n  a: y\n",
    "-\tq: A tab {i}\n",
    "- q: A blank\u00a0{i}\n \u00a0a: x\n",
    "- {{q: In line {i}, a: x}}\n",
    "loose: {i}\n",
    "--- \n",
)


class Author:
    """Edits a deck at random."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.header = "title: Europe\n"
        self.items = [self._item(range(6)) for _ in range(self.chance.randint(1, 12))]

    def _item(self, kinds: Sequence[int] = range(len(ITEMS))) -> str:
        return ITEMS[self.chance.choice(kinds)].format(i=self.chance.randint(0, 9))

    @property
    def text(self) -> str:
        return f"{self.header}cards:\n{''.join(self.items)}"

    def edit(self) -> None:
        chance, items = self.chance, self.items
        at = chance.randrange(len(items) + 1)
        how = chance.randrange(7)
        if how == 0:
            items.insert(at, self._item())
        elif how == 1:
            items[at : at + 1] = [self._item(range(8))]
        elif how == 2:
            del items[at : at + chance.randint(1, 3)]
        elif how == 3:
            self.header = chance.choice(HEADERS)
        elif how == 4:
            chance.shuffle(items)
        elif how == 5 and items:
            at %= len(items)
            place = chance.randint(0, len(items[at]))
            items[at] = items[at][:place] + chance.choice(TOKENS) + items[at][place:]
        else:
            items[at:at] = items[at : at + 2]


def assert_same(data: bytes, kept: Kept) -> Loaded:
    """What is read with and without memory."""
    fresh, found = read(data, "deck.yaml"), read(data, "deck.yaml", kept=kept)
    assert found == fresh
    assert found.kept == fresh.kept
    return found


@given(st.integers(0, 2**32), st.sampled_from(("utf-8", "utf-8-sig", "latin-1")), st.booleans())
def test_any_sequence_of_edits_reads_as_if_afresh(seed: int, codec: str, windows: bool) -> None:
    author, kept = Author(seed), NOTHING
    for _ in range(12):
        text = author.text.replace("\n", "\r\n") if windows else author.text
        loaded = assert_same(text.encode(codec, "replace"), kept)
        kept = {**kept, **loaded.kept}
        author.edit()


@given(sound_decks(), st.data())
def test_a_mistake_typed_anywhere_and_taken_back(
    deck: tuple[str, list[str], str], data: st.DataObject
) -> None:
    top, cards, bottom = deck
    text = "".join((top, *cards, bottom))
    before = assert_same(text.encode(), NOTHING)
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + data.draw(st.sampled_from(TOKENS)) + text[at:]
    after = assert_same(broken.encode(), before.kept)
    assert_same(text.encode(), {**before.kept, **after.kept})


@pytest.mark.slow
@given(st.integers(0, 2**32))
def test_long_histories(seed: int) -> None:
    author, kept = Author(seed), NOTHING
    for _ in range(60):
        loaded = assert_same(author.text.encode(), kept)
        kept = {**kept, **loaded.kept}
        author.edit()


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines of the items that are really read."""
    lines: list[int] = []
    read_item = card_reader.CardReader.read

    def spied(self, node, base, line, **more):
        lines.append(line + node.start_mark.line + 1)
        return read_item(self, node, base, line, **more)

    monkeypatch.setattr(card_reader.CardReader, "read", spied)
    return lines


CARDS = [f"- q: What is {number}?\n  a: A number\n" for number in range(100)]


def written(*changes: tuple[int, str], head: str = "title: Numbers\n") -> bytes:
    cards = list(CARDS)
    for at, text in changes:
        cards[at] = text
    return f"{head}cards:\n{''.join(cards)}".encode()


def test_one_item_is_read_if_one_was_edited(reads: list[int]) -> None:
    before = read(written(), "d.yaml")
    reads.clear()
    after = read(written((50, "- q: What is fifty?\n  a: A number\n")), "d.yaml", kept=before.kept)
    assert reads == [103]
    assert after.deck is not None
    assert after.deck.notes[50].front() == "What is fifty?"
    assert [note.span.line for note in after.deck.notes] == list(range(3, 203, 2))


def test_a_title_is_nothing_to_the_cards(reads: list[int]) -> None:
    before = read(written(), "d.yaml")
    reads.clear()
    after = read(written(head="# new\ntitle: Ordinals\nauthor: I\n"), "d.yaml", kept=before.kept)
    assert reads == []
    assert after.deck is not None
    assert (after.deck.title, len(after.deck.notes)) == ("Ordinals", 100)


@pytest.mark.parametrize(
    "head", ["tags: [x]\n", "language: de\n", "sources: {a: b}\n", "defaults: {tags: [x]}\n"]
)
def test_what_the_header_gives_all_cards_has_them_all_read(reads: list[int], head: str) -> None:
    before = read(written(), "d.yaml")
    reads.clear()
    read(written(head=head), "d.yaml", kept=before.kept)
    assert len(reads) == 100


def test_a_broken_item_is_alone_with_its_mistake(reads: list[int]) -> None:
    """It may reach into its neighbours, so all are read; the next time, only those that were not sound."""
    broken = written((50, '- q: "open\n  a: x\n'))
    before = read(written(), "d.yaml")
    assert_same(broken, before.kept)
    reads.clear()
    read(written(), "d.yaml", kept=read(broken, "d.yaml").kept)
    assert len(reads) == 99 + 1


def test_an_item_with_a_warning_is_read_again(reads: list[int]) -> None:
    odd = written((7, "- q: Cut\n  a: C #1\n"))
    before = read(odd, "d.yaml")
    reads.clear()
    assert read(odd, "d.yaml", kept=before.kept) == before
    assert reads == [17]


def test_a_note_is_lifted_and_placed() -> None:
    loaded = read(written(head="title: A\ntags: [b]\n\n"), "d.yaml")
    assert loaded.deck is not None
    for note, origin in zip(loaded.deck.notes, loaded.origins, strict=True):
        span = lifted(note, origin).span
        assert (span.start, span.line, span.column) == (2, 1, 3)
        assert placed(lifted(note, origin), origin) == note
