"""The report: a row for each thing, and cures that are read again at once."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from tests.ui.importing.importer import Importer

LEFT_OUT = [
    ("Line 5", "Split at ;"),
    ("Line 6", "Edit line"),
    ("Line 7", ""),
    ("Line 8", "Edit line"),
]


def test_each_line_that_is_left_out_is_told(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    assert [(line, cure) for line, _, cure in importer.rows] == LEFT_OUT
    assert place.body.report.ready.words == "3 cards ready"
    assert place.body.report.left.words == "4 lines left out"
    assert place.body.report.more.text() == "1 tag: A1"
    assert importer.row("Line 5").line.raw == "el perro;the dog"
    assert importer.row("Line 8").line.raw == 'la mano,"the hand'


def test_a_line_is_split_at_its_other_sign(importer: Importer) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    importer.row("Line 5").cure.setFocus()  # type: ignore[union-attr]
    importer.press("Return")
    assert importer.start == "Import 4 cards"
    assert [line for line, _, _ in importer.rows] == ["Line 6", "Line 7", "Line 8"]
    assert "el perro" in importer.fronts()
    assert importer.owner.focus is importer.row("Line 6").cure
    assert place.desk.wanted.edits == {5: "el perro,the dog"}


def test_a_line_is_edited_in_place(importer: Importer) -> None:
    path = importer.file("words-a1.csv")
    before = path.read_bytes()
    importer.open(path)
    row = importer.row("Line 6")
    assert row.cure is not None
    row.cure.setFocus()
    importer.press("Return")
    field = row.field
    assert field is not None
    assert importer.owner.focus is field
    assert field.text() == "la ventana,,La ventana está abierta.,A2,"
    importer.press("Esc")
    assert importer.owner.focus is row.cure
    importer.press("Return")
    importer.press("Home", *["Ctrl+Right"] * 3)
    row.field.setText("la ventana,the window,,,")  # type: ignore[union-attr]
    importer.press("Return")
    assert importer.start == "Import 4 cards"
    assert "la ventana" in importer.fronts()
    assert path.read_bytes() == before


def test_the_last_cure_hands_the_focus_to_the_button(importer: Importer) -> None:
    place = importer.open(importer.file("one.csv", "front,back,notes\na,b,c\nx;y\n"))
    importer.row("Line 3").cure.setFocus()  # type: ignore[union-attr]
    importer.press("Return")
    assert importer.owner.focus is place.head.start
    assert place.body.report.left.words == ""


def test_several_lines_are_split_by_one_press(importer: Importer) -> None:
    lines = "".join(f"c{at};d{at}\n" for at in range(5))
    place = importer.open(
        importer.file("many.csv", "front,back,notes\n" + "a,b,c\n" * 1 + "e,f,g\n" * 9 + lines)
    )
    button = place.body.report.all
    assert button.words == "Split 5 lines at ;"
    button.setFocus()
    importer.press("Space")
    assert not button.isVisible()
    assert {"c0", "c4"} <= set(importer.fronts())


def test_hundreds_of_problems_come_little_by_little(importer: Importer) -> None:
    text = "front,back,notes\na,b,c\n" + "".join(f"w{at},,\n" for at in range(200))
    place = importer.open(importer.file("bad.csv", text))
    assert len(place.body.report.rows) == 12
    place.body.report.rest.setFocus()
    importer.press("Space")
    assert len(place.body.report.rows) == 62
    assert importer.owner.focus is place.body.report.rows[12].cure


def test_the_report_is_saved(importer: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = importer.open(importer.file("words-a1.csv"))
    for suffix in (".json", ".txt"):
        out = tmp_path / f"report{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, out=out: (str(out), ""))
        place.body.report.save.click()
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (report["read"], report["imported"], len(report["skipped"])) == (7, 3, 4)
    assert len((tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()) == 4


def test_what_is_no_text_has_no_line_to_edit(importer: Importer) -> None:
    xml = (
        '<?xml version="1.0"?><quiz><question type="calculated"><name><text>c</text></name>'
        "<questiontext><text>1+1</text></questiontext></question></quiz>"
    )
    importer.open(importer.file("quiz.xml", xml))
    assert [cure for _, _, cure in importer.rows] == [""]
