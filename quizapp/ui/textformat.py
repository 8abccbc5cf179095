"""What HTML cannot say to Qt: weights by the face's own axis, line heights, tables and base lines."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
    QTextFrameFormat,
    QTextTable,
)

from quizapp.ui import fonts, theme
from quizapp.ui.deckhtml import Inset
from quizapp.ui.tokens import COLORS

_LEADING = {"body": 0.32}
"""Put between the lines of running text, in line heights; a share of each line would spread pictures."""
_PARAGRAPH_GAP = 8
_SHEET = """
code, pre {{ font-family: "{mono}"; font-size: {code}px; background-color: {key}; }}
.missing {{ color: {mut}; background-color: {key}; }}
"""


def sheet(font_px: int) -> str:
    """The style sheet of a document whose text has this size."""
    colors = COLORS[theme.current().scheme]
    return _SHEET.format(**colors, mono=fonts.MONO, code=round(font_px * 0.92))


def polish(document: QTextDocument, role: str) -> None:
    """Finish a document after its text was set in a role of the type scale."""
    cursor = QTextCursor(document)
    leading = _LEADING.get(role, 0.0) * QFontMetrics(document.defaultFont()).height()
    _polish_blocks(document, cursor, leading)
    for fragment in list(_fragments(document)):
        form = fragment.charFormat()
        if form.fontWeight() > 500:
            _merge(cursor, fragment, _strong(role))
        if form.fontFamilies() == [fonts.MONO]:
            _merge(cursor, fragment, _code())
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _polish_table(frame)


def fit_insets(document: QTextDocument, width: float) -> None:
    """Shrink pictures that are wider than the text, put formulas on their base line; width < 0: any."""
    insets: dict[str, Inset] = getattr(document, "insets", {})
    if not insets:
        return
    cursor = QTextCursor(document)
    for fragment in list(_fragments(document)):
        image = fragment.charFormat().toImageFormat()
        inset = insets.get(image.name())
        if inset is None:
            continue
        wide = inset.width if width < 0 else min(inset.width, width)
        image.setWidth(wide)
        image.setHeight(inset.height * wide / inset.width)
        image.setVerticalAlignment(_alignment(inset, document.defaultFont()))
        _select(cursor, fragment)
        cursor.setCharFormat(image)


def _alignment(inset: Inset, font: QFont) -> QTextCharFormat.VerticalAlignment:
    """Where a picture stands: on the base line, or, for a formula, as near to its own as Qt can put it.

    Qt knows three places: all above the line, the font's own descent below it, or half below it.
    """
    metrics = QFontMetricsF(font)
    places = {
        QTextCharFormat.VerticalAlignment.AlignNormal: 0.0,
        QTextCharFormat.VerticalAlignment.AlignBaseline: metrics.descent(),
        QTextCharFormat.VerticalAlignment.AlignMiddle: inset.height / 2,
    }
    return min(places, key=lambda place: abs(places[place] - inset.descent))


def _fragments(document: QTextDocument) -> Iterator[QTextFragment]:
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            yield place.fragment()
            place += 1
        block = block.next()


def _select(cursor: QTextCursor, fragment: QTextFragment) -> None:
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)


def _merge(cursor: QTextCursor, fragment: QTextFragment, form: QTextCharFormat) -> None:
    _select(cursor, fragment)
    cursor.mergeCharFormat(form)


def _strong(role: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontWeight(400)  # else Qt smears it once more
    form.setFontVariableAxes(fonts.axes(role, stronger=True))
    return form


def _code() -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFontFeatures({fonts.LIGATURES: 0})
    return form


def _polish_blocks(document: QTextDocument, cursor: QTextCursor, leading: float) -> None:
    block = document.begin()
    while block.isValid():
        cursor.setPosition(block.position())
        if cursor.currentTable() is None:
            cursor.setBlockFormat(_block_format(block, leading))
        block = block.next()


def _block_format(block: QTextBlock, leading: float) -> QTextBlockFormat:
    form = QTextBlockFormat(block.blockFormat())
    last = not block.next().isValid()
    gap = 0 if last or (form.nonBreakableLines() and not form.bottomMargin()) else _PARAGRAPH_GAP
    form.setTopMargin(0)
    form.setBottomMargin(gap)
    form.setRightMargin(0)
    if block.length() == 1 and not last and not form.nonBreakableLines():  # an empty line behind a table
        form.setBottomMargin(0)
        form.setLineHeight(_PARAGRAPH_GAP, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    elif not form.nonBreakableLines():
        form.setLineHeight(leading, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
    form.setNonBreakableLines(False)
    return form


def _polish_table(table: QTextTable) -> None:
    form = table.format()
    form.setBorder(1)
    form.setBorderBrush(QBrush(theme.color("line")))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setCellPadding(6)
    form.setTopMargin(4)
    form.setBottomMargin(4)
    table.setFormat(form)
