"""Widgets in tests: the plain theme, English with its plurals, left to right."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from quizapp import paths
from quizapp.ui import i18n, theme


@pytest.fixture(scope="session")
def english(qapp: QApplication) -> Iterator[None]:
    """English plural forms."""
    translators = i18n.install(qapp, paths.find().bundled_assets / "translations", QLocale("en"))
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


@pytest.fixture(autouse=True)
def plain(qapp: QApplication, english: None) -> None:
    """Each test begins with the light theme at 100 %."""
    if theme.current() != theme.Theme() or not qapp.property("quizapp_fonts"):
        theme.install(qapp, theme.Theme())
