"""A card that is edited and gets an id at once keeps its progress."""

import re
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from quizapp.paths import AppPaths
from tests.ui.author import Author
from tests.ui.learning import RIVERS


@pytest.fixture
def author(qtbot: QtBot, own_deck: AppPaths) -> Iterator[Author]:
    text = re.sub(r"- id: .*\n  ", "- ", RIVERS)
    (own_deck.decks / "rivers.yaml").write_text(text)
    author = Author(qtbot, own_deck)
    yield author
    author.learner.close()


def test_a_card_edited_and_pinned_at_once_keeps_its_progress(author: Author) -> None:
    services, document = author.learner.app.services, author.desk.document
    author.qtbot.waitUntil(lambda: len(services.search("Rome").keys) == 1)
    (key,) = services.search("Rome").keys
    services.mark("flag", services.card_rows([key])[0].card_id, None)
    document.select(0)
    document.set_keys(0, {"q": "Through Rome, which river runs?"})
    menu = author.desk.cards_menu
    next(action for action in menu.actions() if action.text() == "Pin ids").trigger()
    assert "id:" not in author.text, "the new text comes first"
    author.qtbot.waitUntil(lambda: "id:" in author.file.read_text())
    saved = author.file.read_text()
    assert "Through Rome" in saved
    path = str(author.file)
    opened = author.desk.keeper.opened
    assert opened is not None
    author.qtbot.waitUntil(
        lambda: any(one.path == path and one.hash == opened.hash for one in services.library.files)
    )
    (flagged,) = services.search("is:flagged").keys
    place = services.place(flagged)
    assert place is not None
    assert place[2].id, "the same card, by its id now"
    assert place[2].front("").startswith("Through Rome")
