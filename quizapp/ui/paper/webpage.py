"""A quiz as a web page, with the pictures, formulas and words of the app."""

from mimetypes import guess_type
from pathlib import Path

from PySide6.QtCore import QLocale

from quizapp.core.attempt import Posed
from quizapp.core.printed import key_lines
from quizapp.formats import quiz_page
from quizapp.formats.quiz_page import Shown
from quizapp.ui import pictures
from quizapp.ui.i18n import marked
from quizapp.ui.maths import Maths
from quizapp.ui.paper.setting import translate
from quizapp.ui.paper.sheets import Paper
from quizapp.ui.saving import save


def write_page(path: str, paper: Paper, maths: Maths) -> None:
    """Write the page, all of it or, if that fails, nothing. Raises OSError."""
    count = translate("Paper", "Questions: {count}").format(count=QLocale().toString(len(paper.questions)))
    data = quiz_page.write(
        paper.title,
        f"{paper.code} · {count}",
        paper.questions,
        key_lines([paper.questions]),
        quiz_page.Words(
            answer=translate("Paper", "Answer"),
            source=translate("Paper", "Source: {source}"),
            quoted=translate("Paper", "“{statement}”"),
            fill_in=translate("Paper", "Answer to question"),
        ),
        quiz_page.Sources(_picture, lambda source, display: _formula(maths, source, display), marked),
        QLocale().bcp47Name(),
    )
    save(path, data)


def _picture(posed: Posed, name: str) -> Shown | None:
    path = pictures.find(Path(posed.path).parent, name) if posed.path else None
    if path is None:
        return None
    media_type, _ = guess_type(path.name)
    if not (media_type or "").startswith("image/"):
        return None
    data = path.read_bytes()
    if path.suffix == ".svg" and not pictures.harmless(data):
        return None
    return Shown(media_type or "", data)


def _formula(maths: Maths, source: str, display: bool) -> Shown | None:
    formula = maths.formula(source, display=display)
    if formula is None:
        return None
    height = formula.ascent + formula.descent
    return Shown("image/svg+xml", formula.svg.encode(), height, formula.descent)
