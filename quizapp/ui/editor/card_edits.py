"""What is done to chosen cards of the deck: deleted, put in order, tagged. Each is one step of undo."""

from collections.abc import Sequence

from quizapp.formats import deck_bulk, yaml_edit, yaml_items
from quizapp.formats.yaml_edit import Edited, whole_change
from quizapp.formats.yaml_outline import outline
from quizapp.formats.yaml_sources import source_of
from quizapp.ui.editor.document import DeckDocument


class CardEdits:
    """Changes the text of a document; QuizError where that cannot be done, and then nothing was."""

    def __init__(self, document: DeckDocument) -> None:
        self._document = document

    def insert(self, index: int, items: Sequence[str]) -> None:
        """Put cards before the one of this number, and go to the first of them."""
        document = self._document
        document.apply(yaml_items.insert_items(document.text, index, items))
        document.select(index)

    def delete(self, cards: Sequence[int]) -> None:
        """Take cards out; the one that stood behind them is the present one then."""
        document = self._document
        document.apply(yaml_items.delete_items(document.text, cards))
        count = len(document.items)
        document.select(min(min(cards), count - 1))

    def move(self, cards: Sequence[int], by: int) -> tuple[int, ...]:
        """Move cards up (-1) or down (1) by one place; where they are then."""
        count = len(self._document.items)
        if not cards or min(cards) + by < 0 or max(cards) + by >= count:
            return tuple(cards)
        return self.drop(cards, min(cards) - 1 if by < 0 else max(cards) + 2)

    def drop(self, cards: Sequence[int], before: int) -> tuple[int, ...]:
        """Put cards, in their order, before the one of this number; where they are then."""
        document = self._document
        chosen = sorted(cards)
        rest = [card for card in range(len(document.items)) if card not in set(chosen)]
        at = sum(card < before for card in rest)
        wanted = [*rest[:at], *chosen, *rest[at:]]
        if wanted != sorted(wanted):
            current = document.card
            document.apply(self._moved(chosen, at))
            document.select(wanted.index(current) if current in wanted else at)
        return tuple(range(at, at + len(chosen)))

    def _moved(self, chosen: Sequence[int], at: int) -> Edited:
        """Cards taken to the place where the first of them is number `at` afterwards."""
        text = self._document.text
        if len(chosen) == 1:
            return yaml_edit.move_item(text, chosen[0], at)
        sources = self.sources(chosen)
        without = yaml_items.delete_items(text, chosen).text
        return whole_change(text, yaml_items.insert_items(without, at, sources).text)

    def sources(self, cards: Sequence[int]) -> list[str]:
        """Cards as they are written, with the comments above them, at the margin."""
        whole = outline(self._document.text)
        return [source_of(whole, card, with_comments=True) for card in cards]

    def set_tags(self, cards: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> int:
        """Give cards tags, or take some away; how many could not be changed."""
        bulk = deck_bulk.tag(self._document.text, cards, add=add, remove=remove)
        if bulk.edited.changes:
            self._document.apply(bulk.edited)
        return len(bulk.skipped)

    def pin_ids(self, cards: Sequence[int], taken: set[str]) -> int:
        """Write an id into each card that has none; how many got one."""
        ids: dict[int, str] = {}
        for card in cards:
            data = self._document.data(card)
            if data is not None and not data.get("id"):
                ids[card] = yaml_edit.new_id(taken)
                taken.add(ids[card])
        if ids:
            self._document.apply(yaml_edit.pin_ids(self._document.text, ids))
        return len(ids)
