"""A picture with regions: scaled to its room, painted over, and harmless whatever the file is."""

from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from quizapp.core.kinds.regions import Region, read_regions
from quizapp.ui import pictures, theme
from quizapp.ui.richtext import Viewers
from quizapp.ui.widgets import picture_map
from quizapp.ui.widgets.patch import LOOKS, Patch, PatchState, spot_place, tag_place, within
from quizapp.ui.widgets.picture_map import FINEST, PictureMap
from quizapp.ui.widgets.point_map import PointMap
from tests.ui.stage import pixel, show

REGIONS = read_regions((("left", "0 0 50 100"), ("corner", "75 75 25 25"), ("small", "10 10 5 5")))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
    '<rect width="40" height="20" fill="{}"/></svg>'
)


def picture(path: Path, width: int, height: int, color: str = "#204060") -> None:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    assert image.save(str(path))


def mapped(
    qtbot: QtBot,
    folder: Path | None,
    name: str = "map.png",
    *,
    make: type[PictureMap] = PictureMap,
    regions: tuple[Region, ...] = REGIONS,
    width: int = 768,
) -> PictureMap:
    shown = make(partial(Viewers(folder).image, name), regions, name=name)
    show(qtbot, shown, width=width, height=900)
    return shown


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    picture(tmp_path / "map.png", 400, 200)
    return tmp_path


# Its room


def test_it_fills_the_column_or_the_room(qtbot: QtBot, folder: Path) -> None:
    shown = mapped(qtbot, folder)
    assert shown.picture_rect().height() == 320
    assert shown.picture_rect().width() == 640
    assert shown.height() == shown.heightForWidth(768) == 348
    shown.show_room(1000)
    qtbot.waitUntil(lambda: shown.height() == shown.heightForWidth(768))
    assert shown.picture_rect().width() == 740, "the column"
    shown.show_room(10)
    assert shown.picture_rect().height() == 320, "less is no use: the page scrolls"


@pytest.mark.parametrize("width", [240, 480, 720, 1100])
def test_regions_keep_their_places_at_any_width(qtbot: QtBot, folder: Path, width: int) -> None:
    shown = mapped(qtbot, folder)
    shown.show_room(700)
    shown.window().resize(width, 900)
    qtbot.waitUntil(lambda: shown.width() == width and shown.height() == shown.heightForWidth(width))
    whole = shown.picture_rect()
    assert abs(whole.width() - 2 * whole.height()) < 1
    assert abs(whole.center().x() - width / 2) < 1
    assert shown.place(0) == QRectF(whole.left(), whole.top(), whole.width() / 2, whole.height())
    corner = shown.place(1)
    assert (corner.right(), corner.bottom()) == pytest.approx((whole.right(), whole.bottom()))
    for index, mark in enumerate(shown.marks):
        assert mark.geometry() == shown.place(index).toAlignedRect()


def test_it_is_not_mirrored(qtbot: QtBot, folder: Path) -> None:
    shown = mapped(qtbot, folder)
    before = [shown.place(index) for index in range(3)]
    shown.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert shown.isRightToLeft()
    assert [shown.place(index) for index in range(3)] == before


def test_a_point_is_where_it_is_clicked_at_any_size(qtbot: QtBot, folder: Path) -> None:
    for width in (300, 768):
        shown = mapped(qtbot, folder, make=PointMap, width=width)
        assert isinstance(shown, PointMap)
        points: list[tuple[Decimal, Decimal]] = []
        shown.pointed.connect(lambda x, y, points=points: points.append((x, y)))
        whole = shown.picture_rect()
        inner = whole.toRect().adjusted(1, 1, -2, -2)
        for corner in (inner.topLeft(), inner.center(), inner.bottomRight()):
            qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=corner)
        for (x, y), wanted in zip(points, (0, 50, 100), strict=True):
            assert abs(float(x) - wanted) * whole.width() / 100 < 4, "px"
            assert abs(float(y) - wanted) * whole.height() / 100 < 4, "px"
            assert 0 <= x <= 100
            assert 0 <= y <= 100


def test_a_press_that_leaves_the_picture_is_none(qtbot: QtBot, folder: Path) -> None:
    shown = mapped(qtbot, folder, make=PointMap)
    assert isinstance(shown, PointMap)
    points: list[object] = []
    shown.pointed.connect(lambda x, y: points.append((x, y)))
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=shown.picture_rect().center().toPoint())
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=shown.picture_rect().center().toPoint())
    assert points == []


# What is painted


def at(shown: PictureMap, x: float, y: float) -> QColor:
    """The colour at a place of the picture, per cent."""
    whole = shown.picture_rect()
    return pixel(
        shown, round(whole.left() + x * whole.width() / 100), round(whole.top() + y * whole.height() / 100)
    )


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_cover_hides_what_is_below(qtbot: QtBot, folder: Path, scheme: theme.Scheme) -> None:
    theme.install(QApplication.instance(), theme.Theme(scheme=scheme))  # type: ignore[arg-type]
    shown = mapped(qtbot, folder)
    assert at(shown, 87, 80) == QColor("#204060")
    shown.show_patches({1: Patch("covered"), 0: Patch("asked")})
    assert at(shown, 87, 80) == theme.color("card")
    assert at(shown, 45, 80) == theme.color("accsoft")
    assert at(shown, 60, 30) == QColor("#204060")
    shown.show_patches({1: Patch("missed", "corner"), 0: Patch("wrong", "left")})
    assert at(shown, 87, 90) == QColor("#204060")
    assert at(shown, 45, 80) == QColor("#204060")


def test_states_are_told_by_more_than_colour() -> None:
    looks = {state: (look.fill, look.dashed, look.sign, look.width) for state, look in LOOKS.items()}
    assert len(set(looks.values())) == len(looks), looks


@pytest.mark.parametrize("state", list(LOOKS))
@pytest.mark.parametrize("words", ["", "A name that is much longer than any picture is wide, " * 5, "السقف"])
def test_any_state_can_be_painted_on_any_region(
    qtbot: QtBot, folder: Path, state: PatchState, words: str
) -> None:
    shown = mapped(qtbot, folder, width=240)
    shown.show_patches(dict.fromkeys(range(3), Patch(state, words)))
    shown.show_spot(Decimal(100), Decimal(0), right=False)
    shown.grab()


def test_names_lie_in_the_picture_and_not_on_each_other() -> None:
    bounds = QRectF(10, 10, 600, 300)
    patch = Patch("lifted", "a name")
    taken: list[QRectF] = []
    for number in range(6):
        place = QRectF(100 + 60 * number, 140, 40, 30)
        taken.append(tag_place(place, patch, bounds, taken))
    assert all(bounds.contains(tag) for tag in taken)
    assert not any(one.intersects(other) for at, one in enumerate(taken) for other in taken[:at])
    corner = tag_place(QRectF(10, 10, 5, 5), patch, bounds, [])
    assert (corner.left(), corner.top()) == (10, 19), "below: above there is no room"
    whole = tag_place(bounds, patch, bounds, [])
    assert bounds.contains(whole)


def test_what_is_too_large_begins_where_the_room_begins() -> None:
    assert within(QRectF(50, 50, 900, 10), QRectF(10, 10, 100, 100)) == QRectF(10, 50, 900, 10)


# Files


def test_a_picture_that_is_not_there_is_said_and_its_regions_are(qtbot: QtBot, folder: Path) -> None:
    for name, where in (("gone.png", folder), ("map.png", None), ("../map.png", folder)):
        shown = mapped(qtbot, where, name, make=PointMap)
        label = shown._missing
        assert label.isVisible()
        assert label.text() == f"The picture {name} is not there, or cannot be shown."
        assert label.geometry().bottom() < shown.height()
        assert label.geometry().top() >= shown.picture_rect().bottom()
        assert isinstance(shown, PointMap)
        assert shown.outlined, "there is nothing else to point at"
        shown.setFocus()
        points: list[object] = []
        shown.pointed.connect(lambda x, y, points=points: points.append((x, y)))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert points == [shown.regions[0].center]


HOSTILE = {
    "no.png": b"not a picture",
    "empty.png": b"",
    "cut.png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "huge.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="90000000" height="90000000"/>',
    "flat.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="0"/>',
    "outside.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/x"/></svg>',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_picture_is_none(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(HOSTILE[name])
    shown = mapped(qtbot, tmp_path, name)
    assert shown._missing.isVisible()
    assert shown.height() == shown.heightForWidth(768)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (1, 4000), (4000, 1), (7999, 11)])
def test_odd_pictures_are_shown(qtbot: QtBot, tmp_path: Path, width: int, height: int) -> None:
    picture(tmp_path / "odd.png", width, height)
    shown = mapped(qtbot, tmp_path, "odd.png")
    assert not shown._missing.isVisible()
    whole = shown.picture_rect()
    assert 1 <= whole.height() <= 320
    assert 1 <= whole.width() <= 740
    shown.show_patches({0: Patch("asked"), 1: Patch("right", "name")})
    shown.grab()


def test_a_drawing_has_the_pixels_that_are_of_use(tmp_path: Path) -> None:
    (tmp_path / "small.svg").write_text(SVG.format("#000000"))
    image = Viewers(tmp_path).image("small.svg", FINEST)
    assert image is not None
    assert (image.size(), image.devicePixelRatio()) == (QSize(1600, 800), 1)


def test_a_large_bitmap_is_read_no_finer_than_is_of_use_and_a_small_one_as_it_is(tmp_path: Path) -> None:
    picture(tmp_path / "large.png", 4000, 3000)
    picture(tmp_path / "small.png", 40, 30)
    load = partial(Viewers(tmp_path).image, fill=FINEST)
    sizes = [image.size() for name in ("large.png", "small.png") if (image := load(name))]
    assert sizes == [QSize(1600, 1200), QSize(40, 30)]


def test_a_picture_is_read_once_until_its_file_changes(folder: Path) -> None:
    pictures._kept.cache_clear()
    load = partial(Viewers(folder).image, "map.png", FINEST)
    for _ in range(3):
        assert load().pixelColor(1, 1) == QColor("#204060")  # type: ignore[union-attr]
    assert pictures._kept.cache_info().misses == 1
    picture(folder / "map.png", 400, 200, "#ff0000")
    assert load().pixelColor(1, 1) == QColor("#ff0000")  # type: ignore[union-attr]


def test_what_is_kept_cannot_be_painted_on(folder: Path) -> None:
    first = Viewers(folder).image("map.png", FINEST)
    assert first is not None
    painter = QPainter(first)
    painter.fillRect(first.rect(), QColor("white"))
    painter.end()
    again = Viewers(folder).image("map.png", FINEST)
    assert again is not None
    assert again.pixelColor(1, 1) == QColor("#204060")


def test_another_theme_shows_the_drawing_made_for_it(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text(SVG.format("#ffffff"))
    (tmp_path / "map.dark.svg").write_text(SVG.format("#000000"))
    shown = mapped(qtbot, tmp_path, "map.svg")
    assert at(shown, 60, 30) == QColor("#ffffff")
    theme.install(QApplication.instance(), theme.Theme(scheme="dark"))  # type: ignore[arg-type]
    assert at(shown, 60, 30) == QColor("#000000")


@pytest.mark.parametrize(("side", "percent"), [(-1, 100), (1, 100), (-1, 200), (1, 200)])
def test_a_name_keeps_off_a_spot(
    qapp: QApplication,
    qtbot: QtBot,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    side: int,
    percent: int,
) -> None:
    theme.install(qapp, theme.Theme(text_percent=percent))
    tags: list[QRectF] = []
    monkeypatch.setattr(picture_map, "paint_tag", lambda painter, tag, patch: tags.append(tag))
    shown = mapped(qtbot, folder, regions=read_regions((("middle", "40 40 20 20"),)))
    shown.show_patches({0: Patch("missed", "middle")})
    y = Decimal(50 + side * 15)
    shown.show_spot(Decimal(50), y, right=False)
    shown.grab()
    at = shown.picture_rect()
    spot = spot_place(at.topLeft() + QPointF(at.width() / 2, float(y) * at.height() / 100))
    assert tags
    assert not any(tag.intersects(spot) for tag in tags)
