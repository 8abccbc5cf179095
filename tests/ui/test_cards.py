"""The question card and the verdict panel."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.base import Outcome
from quizapp.ui import theme
from quizapp.ui.richtext import Viewers
from quizapp.ui.tokens import contrast
from quizapp.ui.widgets import paint
from quizapp.ui.widgets.paint import announce
from quizapp.ui.widgets.prompt import PromptCard
from quizapp.ui.widgets.verdict import TONES, Fact, VerdictPanel
from tests.ui.stage import pixel, show

QUESTION = "Which president sent the army?"
FACTS = (
    Fact(label="Rule", text="Two neighbouring letters are swapped."),
    Fact(label="Status", claim="Author’s claim", text=", held by Philip Johnson"),
    Fact(
        label="Source",
        text="The essay, paragraph 4",
        target="https://example.org",
        after="· fact in the source",
    ),
    Fact(label="Source", text="A book", after="· background"),
)


def px_of(card: PromptCard) -> int:
    return card.question.document().defaultFont().pixelSize()


@pytest.mark.parametrize(
    ("text", "more", "px"),
    [
        (QUESTION, {}, 30),
        ("x" * 91, {}, 22),
        ("**" + "x" * 89 + "**", {}, 30),
        (QUESTION, {"dense": True}, 22),
        (QUESTION, {"quoted": True}, 22),
    ],
)
def test_dense_questions_are_set_smaller(qtbot: QtBot, text: str, more: dict[str, bool], px: int) -> None:
    card = PromptCard(Viewers(None), text, chip="Choose one", **more)  # type: ignore[arg-type]
    qtbot.addWidget(card)
    assert px_of(card) == px


def test_a_card_says_what_it_is(qtbot: QtBot) -> None:
    card = PromptCard(
        Viewers(None),
        "The sun is cold.\n",
        chip="Fact or claim?",
        claim="Author’s claim",
        history="Seen 3 times",
        lead="What does the source make of this statement?",
        quoted=True,
    )
    show(qtbot, card)
    words = [label.text() for label in card.findChildren(QLabel)]
    assert words == [
        "Author’s claim",
        "Fact or claim?",
        "Seen 3 times",
        "What does the source make of this statement?",
    ]
    assert card.question.plain_text() == "“The sun is cold.”"
    assert pixel(card, 60, card.height() - 12) == theme.color("card")


def test_a_card_shows_its_picture(qtbot: QtBot, tmp_path: Path) -> None:
    image = QImage(80, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(tmp_path / "map.png"))
    card = PromptCard(Viewers(tmp_path), QUESTION, chip="Recall", image="map.png", alt="A map")
    show(qtbot, card)
    assert card.picture.accessibleName() == "A map"
    assert pixel(card, 60, card.picture.y() + 20).name() == "#ff0000"


@pytest.mark.parametrize("outcome", TONES)
def test_every_outcome_has_colour_and_sign(qtbot: QtBot, outcome: Outcome) -> None:
    panel = VerdictPanel(Viewers(None), outcome, "The result", facts=FACTS)
    show(qtbot, panel)
    tone = TONES[outcome]
    assert pixel(panel, panel.width() - 10, panel.height() // 2) == theme.color(tone.fill)
    assert pixel(panel, 27, 32) == theme.color(tone.ink)
    image = panel.grab().toImage()
    lightest = {image.pixelColor(x, y).name() for x in range(26, 46) for y in range(22, 43)}
    assert any(contrast(theme.color(tone.ink).name(), color) > 4 for color in lightest)


def test_outcomes_are_told_apart_without_colour() -> None:
    signs = {outcome: TONES[outcome].sign for outcome in ("correct", "almost", "partial", "wrong", "unknown")}
    assert len(set(signs.values())) == 5


def test_the_panel_hands_links_on(qtbot: QtBot) -> None:
    panel = VerdictPanel(
        Viewers(None),
        "almost",
        "Almost: counted as right",
        explanation="It was **listed**.",
        facts=FACTS,
        aside="by choice",
    )
    window = show(qtbot, panel)
    assert [link.words for link in panel.links] == ["The essay, paragraph 4"]
    panel.links[0].setFocus()
    with qtbot.waitSignal(panel.link_clicked) as clicked:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert clicked.args == ["https://example.org"]
    words = {label.text() for label in panel.findChildren(QLabel)}
    assert {"Author’s claim, held by Philip Johnson", "A book  · background", "by choice", "Rule"} <= words
    assert panel.explanation.plain_text() == "It was listed."


def test_the_panel_speaks_all_that_it_shows(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", staticmethod(lambda event: heard.append(event.message()))
    )
    panel = VerdictPanel(Viewers(None), "almost", "Almost: counted as right", facts=FACTS)
    qtbot.addWidget(panel)
    panel.announce("Right answer: Aragua.", "Space: Hard.")
    bare = VerdictPanel(Viewers(None), "wrong", "Not yet", facts=FACTS[2:])
    qtbot.addWidget(bare)
    bare.announce()
    announce(panel, "")
    assert heard == [
        "Almost: counted as right. Right answer: Aragua. Rule: Two neighbouring letters are swapped. "
        "Status: Author’s claim, held by Philip Johnson. "
        "Source: The essay, paragraph 4 · fact in the source. Source: A book · background. Space: Hard.",
        "Not yet. Source: The essay, paragraph 4 · fact in the source. Source: A book · background.",
    ]


def test_without_a_screen_reader_nothing_is_sent(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[object] = []
    monkeypatch.setattr(paint.QAccessible, "isActive", staticmethod(lambda: False))
    monkeypatch.setattr(paint.QAccessible, "updateAccessibility", staticmethod(heard.append))
    panel = VerdictPanel(Viewers(None), "wrong", "Not yet")
    qtbot.addWidget(panel)
    panel.announce()
    assert heard == []


def test_cards_follow_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    card = PromptCard(Viewers(None), QUESTION, chip="Recall")
    panel = VerdictPanel(Viewers(None), "correct", "Right", explanation="Since then.", facts=FACTS)
    show(qtbot, card, panel)
    small = card.heightForWidth(700), panel.heightForWidth(700)
    theme.install(qapp, theme.Theme(scheme="contrast", text_percent=200))
    assert px_of(card) == 60
    assert card.heightForWidth(700) > 1.4 * small[0]
    qtbot.waitUntil(lambda: panel.heightForWidth(700) > 1.6 * small[1])
    assert pixel(panel, panel.width() - 10, 60) == theme.color("goodsoft")
