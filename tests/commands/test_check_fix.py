"""quizapp check --fix: what it shows, asks, writes and answers."""

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from quizapp.commands import check

SICK = "- q: Which is it: Danube or Rhine?\n  anser: Danube\n  hint:\n- q: z\n  a: C #1\n"
WELL = '- q: "Which is it: Danube or Rhine?"\n  answer: Danube\n- q: z\n  a: C #1\n'
FINE = "- {q: x, a: y}\n"


def run(*arguments: str) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data")
    check.add_arguments(parser)
    return check.run(parser.parse_args(arguments))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Decks in the working directory, a learner's folder beside them."""
    decks = tmp_path / "decks"
    decks.mkdir()
    (decks / "sick.yaml").write_bytes(SICK.encode())
    (decks / "fine.yaml").write_bytes(FINE.encode())
    monkeypatch.setenv("QUIZAPP_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Terminal(io.StringIO):
    """Somebody who types one answer."""

    def isatty(self) -> bool:
        return True


def test_without_a_terminal_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decks", "--fix") == 1
    out, err = capsys.readouterr()
    assert out.splitlines()[:8] == [
        "--- decks/sick.yaml",
        "+++ decks/sick.yaml (cured)",
        "@@ -1,5 +1,4 @@",
        "-- q: Which is it: Danube or Rhine?",
        "-  anser: Danube",
        "-  hint:",
        '+- q: "Which is it: Danube or Rhine?"',
        "+  answer: Danube",
    ]
    assert err == "quizapp check: 3 cures in 1 file not written; add --yes to write\n"
    assert (folder / "decks/sick.yaml").read_text() == SICK


@pytest.mark.parametrize(("answer", "text"), [("y\n", WELL), ("YES\n", WELL), ("n\n", SICK), ("", SICK)])
def test_at_a_terminal_it_asks(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    text: str,
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert run("decks", "--fix") == 1
    assert "Write 3 cures in 1 file? [y/N] " in capsys.readouterr().out
    assert (folder / "decks/sick.yaml").read_text() == text


def test_yes_writes_once_and_then_there_is_nothing_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sick = folder / "decks/sick.yaml"
    sick.write_bytes(b"\xef\xbb\xbf" + SICK.replace("\n", "\r\n").encode())
    sick.chmod(0o640)
    assert run("decks", "--fix", "--yes") == 1
    assert sick.read_bytes() == b"\xef\xbb\xbf" + WELL.replace("\n", "\r\n").encode()
    assert sick.stat().st_mode & 0o777 == 0o640
    assert (folder / "decks/fine.yaml").read_text() == FINE
    kept = [file.read_bytes() for file in (folder / "data").rglob("*") if file.is_file()]
    assert any(SICK.splitlines()[0].encode() in data for data in kept)
    capsys.readouterr()
    assert run("decks", "--fix", "--yes") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "2 files, 3 cards: 1 warning"


def test_a_deck_that_cannot_be_written_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", _Meddler(folder / "decks/sick.yaml"))
    assert run("decks", "--fix") == 1
    assert "sick.yaml" in capsys.readouterr().err
    assert (folder / "decks/sick.yaml").read_text() == FINE


class _Meddler(Terminal):
    """Says yes, but another program writes the file before that."""

    def __init__(self, file: Path) -> None:
        super().__init__("y\n")
        self._file = file

    def readline(self, size: int | None = -1, /) -> str:
        self._file.write_text(FINE)
        return super().readline()


def test_json_stays_json_and_tells_the_cures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decks", "--fix", "--json") == 1
    out, err = capsys.readouterr()
    assert "+  answer: Danube" in err
    first, *_, last = json.loads(out)
    assert first == {
        "file": "decks/sick.yaml",
        "line": 1,
        "column": 17,
        "severity": "error",
        "code": "quote_needed",
        "title": "A colon inside the text",
        "message": "“:” has a meaning here. Put the text in quotes.",
        "card": "Which is it: Danube or Rhine?",
        "cure": "Put in quotes",
        "safe": True,
        "fix": {
            "start": 5,
            "end": 34,
            "line": 1,
            "column": 6,
            "end_line": 1,
            "end_column": 35,
            "text": '"Which is it: Danube or Rhine?"',
        },
    }
    assert (last["code"], last["safe"], last["cure"]) == ("cut_comment", False, "Put in quotes")


def test_yes_alone_means_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("decks", "--yes") == 2
    assert capsys.readouterr().err == "quizapp check: --yes belongs to --fix\n"


def test_what_is_no_text_is_left_to_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "decks/sick.yaml").write_bytes(SICK.encode() + "- q: é\n".encode("latin-1"))
    (folder / "decks/gone.yaml").symlink_to("nowhere.yaml")
    assert run("decks", "--fix", "--yes") == 1
    out = capsys.readouterr().out
    assert "+++" not in out
    assert "file_encoding" in out
    assert "deck_unreadable" in out


def test_a_misspelt_picture_and_an_id_in_two_decks_have_cures(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "decks/media").mkdir()
    (folder / "decks/media/Map.png").write_bytes(b"")
    (folder / "decks/fine.yaml").write_text("- {q: x, a: y, id: b, image: media/map.pgn, alt: z}\n")
    (folder / "decks/sick.yaml").write_text("- {q: z, a: y, id: b}\n")
    run("decks", "--json")
    found = {one["code"]: one for one in json.loads(capsys.readouterr().out)}
    assert (found["image_missing"]["fix"]["text"], found["image_missing"]["safe"]) == ("Map.png", False)
    assert (found["id_twice"]["fix"]["text"], found["id_twice"]["cure"]) == ("b-2", "Give it a new id")


def test_the_same_card_twice_in_a_deck(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "decks/fine.yaml").write_text(
        "- {q: Which sea?, a: y}\n- {q: Which sea?, a: y}\n- q: Which sea?\n  a: y\n- {q: x, a: y}\n"
    )
    run("decks/fine.yaml", "--json")
    first, second = json.loads(capsys.readouterr().out)
    assert (first["code"], first["line"], first["cure"]) == ("card_twice", 2, "Give it an id")
    assert (first["fix"]["text"], first["safe"]) == ("id: which-sea, ", False)
    assert (second["line"], second["fix"]["text"]) == (3, "id: which-sea-2\n  ")


def test_a_picture_without_words_is_told_of_every_deck(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "decks/map.png").write_bytes(b"")
    (folder / "decks/fine.yaml").write_text("- {q: x, a: y, image: map.png}\n")
    assert run("decks/fine.yaml") == 0
    assert "warning: alt_absent" in capsys.readouterr().out
