import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTranslator

from quizapp import paths
from quizapp.core.overview import DeckRow
from quizapp.ui import i18n
from quizapp.ui.i18n import Mirrored, Stretched, marked
from quizapp.ui.models.decks import DeckModel
from tests import translations

FOLDER = paths.find().bundled_assets / "translations"


class Speaker(QObject):
    """Says plain and plural texts."""

    def hello(self):
        return self.tr("Hello")


def test_english_has_all_its_plurals():
    missing = set(translations.in_code()) - translations.in_file().keys()
    assert not missing, f"run `python -m tests.translations` and check what it prints: {missing}"
    gone = translations.in_file().keys() - set(translations.in_code())
    assert not gone, f"run `python -m tests.translations`: {gone}"


def test_each_plural_has_two_forms():
    for plural, forms in translations.in_file().items():
        assert len(forms) == 2, plural
        assert all(forms), plural
        assert forms[1] == plural.source
        names = {word for word in forms[1].split() if "{" in word}
        assert names == {word for word in forms[0].split() if "{" in word}, plural


def test_the_compiled_file_is_up_to_date(tmp_path):
    fresh = tmp_path / "fresh.qm"
    translations.compile_to(fresh)
    assert fresh.read_bytes() == translations.QM.read_bytes(), "run `python -m tests.translations`"


def test_plural_texts_are_found_in_code():
    code = """
class Outer:
    def say(self, n):
        self.tr("one text")
        return f"{self.tr('%n cards', '', n)} {other('%n', '', n)}"
"""
    assert list(translations.plurals(code)) == [("Outer", "%n cards")]
    with pytest.raises(AssertionError, match="Outer, line 3"):
        list(translations.plurals("class Outer:\n  def say(self):\n    self.tr(words, '', 3)"))


@pytest.mark.parametrize(
    ("source", "one"),
    [
        ("%n cards are due", "%n card is due"),
        ("%n new cards", "%n new card"),
        ("Study %n due", "Study %n due"),
        ("%n were right", "%n was right"),
    ],
)
def test_guesses(source, one):
    assert translations.guess(source) == one


def test_install_takes_what_there_is(qapp, tmp_path):
    german = i18n.install(qapp, FOLDER, QLocale("de"))
    try:
        assert len(german) == 2  # Qt's own German and our English plurals
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    finally:
        for translator in german:
            qapp.removeTranslator(translator)
    assert i18n.install(qapp, tmp_path, QLocale("tlh")) == ()


def test_marked_words_are_filled_in_after_translation(spoken):
    assert marked("{a} and {b}", {"a": "x", "b": "{y}"}) == "x and {y}"
    assert marked("{a} as it is") == "{a} as it is"
    spoken(Stretched)
    assert marked("{a} and {b}", {"a": "x", "b": "y"}) == "[x and y ~~~~~]"


def test_stretched_words_are_longer(spoken):
    spoken(Stretched)
    words = Speaker().hello()
    assert words.startswith("[Hello")
    assert len(words) >= len("Hello") + 6


def test_stretched_words_keep_number_and_form(spoken):
    spoken(Stretched)
    model = DeckModel()
    row = DeckRow(deck_key=1, title="", course="", problems=1)
    assert model.problems(row) == "[1 problem ~~~~~]"


def test_mirrored_turns_the_window_round(qapp, spoken):
    spoken(Mirrored)
    assert qapp.isRightToLeft()
    assert Speaker().hello().strip("\u200f") == "Hello"


def test_and_back(qapp):
    assert qapp.isLeftToRight()
    assert Speaker().hello() == "Hello"


def test_a_language_without_dress_is_none():
    with pytest.raises(NotImplementedError):
        i18n.Pseudo(QTranslator()).translate("", "words")


def test_days():
    assert i18n.date_of(0).toString("yyyy-MM-dd") == "1970-01-01"
    assert i18n.date_of(20_410).toString("yyyy-MM-dd") == "2025-11-18"


def test_the_language_that_is_chosen_is_spoken_until_another_is(qapp, tmp_path):
    source = tmp_path / "de.ts"
    source.write_text(
        '<!DOCTYPE TS><TS version="2.1" language="de"><context><name>core</name><message>'
        "<source>Study</source><translation>Lernen</translation></message></context></TS>",
        "utf-8",
    )
    lrelease = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([lrelease, "-silent", source, "-qm", tmp_path / "quizapp_de.qm"], check=True)
    before = QLocale()
    try:
        i18n.speak(qapp, tmp_path, "de")
        assert (i18n.languages(), i18n.marked("Study")) == (("de",), "Lernen")
        assert QLocale().language() == QLocale.Language.German
        i18n.speak(qapp, tmp_path)
        assert i18n.marked("Study") == "Study"
        assert QLocale() == QLocale.system()
    finally:
        for spoken in qapp.findChildren(QTranslator, "quizapp_spoken"):
            qapp.removeTranslator(spoken)
        QLocale.setDefault(before)
