"""A new deck by keys: its title, a template, and its file in the learner's folder."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quizapp.formats import yaml_deck
from quizapp.formats.deck_templates import TEMPLATES, Template
from quizapp.ui.editor.new_deck import NewDeck
from quizapp.ui.editor.template_rows import TemplateRow
from quizapp.ui.kit import Kit
from tests.ui.stage import show


class Saver:
    """The door to deck files, as far as a new deck needs it."""

    def create(self, path: Path) -> Path:
        return path

    def save(self, opened: Path, text: str) -> None:
        opened.write_text(text, encoding="utf-8")


@pytest.fixture
def new(qtbot: QtBot, tmp_path: Path) -> NewDeck:
    kit = Kit(*[None] * len(Kit._fields))._replace(decks=tmp_path, authoring=Saver())  # type: ignore[arg-type]
    new = NewDeck(kit)
    show(qtbot, new)
    new.begin()
    return new


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_each_template_makes_a_deck_that_is_read(
    qtbot: QtBot, tmp_path: Path, new: NewDeck, template: Template
) -> None:
    made: list[str] = []
    new.created.connect(made.append)
    qtbot.keyClicks(new.field, "My first deck")
    qtbot.keyClick(new.field, Qt.Key.Key_Tab)
    for _ in range(TEMPLATES.index(template)):
        qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_Down)
    assert new.templates.template is template
    assert new.languages[0].isVisible() == template.speaks
    qtbot.keyClick(new.window().focusWidget(), Qt.Key.Key_Return)
    (path,) = map(Path, made)
    assert path == tmp_path / "my-first-deck.yaml"
    loaded = yaml_deck.read(path.read_bytes(), str(path))
    assert loaded.deck is not None
    assert loaded.deck.title == "My first deck"
    for note in loaded.deck.notes:
        assert all((tmp_path / file).is_file() for file in note.files)


def test_it_begins_blank_each_time(new: NewDeck) -> None:
    new.templates.choose(TEMPLATES[-1])
    new.begin()
    assert new.templates.template is TEMPLATES[0]
    assert not new.button.isEnabled()


def test_enter_makes_the_deck_from_a_template_too(qtbot: QtBot, new: NewDeck) -> None:
    made: list[str] = []
    new.created.connect(made.append)
    row = new.templates.findChildren(TemplateRow)[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert made == [], "it has no title yet"
    new.field.show_value("Hills")
    qtbot.keyClick(row, Qt.Key.Key_Return)
    assert [Path(path).name for path in made] == ["hills.yaml"]
