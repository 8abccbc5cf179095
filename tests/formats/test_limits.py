"""Hostile archives cost a message, never memory, time or a file elsewhere."""

import struct
import zipfile
import zlib
from contextlib import suppress
from io import BytesIO

import pytest

from quizapp.core.problems import QuizError
from quizapp.formats import limits, load
from quizapp.formats.base import Source
from quizapp.formats.limits import MB, Archive, member_names, safe_name
from tests.formats.fuzzing import bounded, watched

ZIPPED = ("apkg", "bundle", "mnemosyne")
DECEIVING = (
    *("../a", "/a", "a/../../b", "C:\\a", "C:a", "\\\\host\\a", "\\a", "a\\..\\..\\b", "..", "", "."),
    *("a\x00b", "a\nb", "a\x7f", "con", "Aux.png", "media/NUL.txt", "com1 ", "a/lpt9.x.y", "gnp.\u202eexe"),
    *("\u2066a", "x" * 201, "ä" * 101, "a\ud800"),
)


def archive(*files: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files:
            made.writestr(name, data)
    return out.getvalue()


def overlapping(count: int, size: int) -> bytes:
    """Many members that are all the same few bytes of the file."""
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = bytes(size)
    packed = press.compress(plain) + press.flush()
    check, name = zlib.crc32(plain), b"0.yaml"
    sizes = struct.pack("<LLL", check, len(packed), size)
    local = (
        b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", len(name), 0) + name
    )
    entries = b"".join(
        b"PK\1\2"
        + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0)
        + sizes
        + struct.pack("<HHHHHLL", len(name), 0, 0, 0, 0, 0, 0)
        + f"{number}.yaml"[-6:].encode()
        for number in range(count)
    )
    start = len(local) + len(packed)
    end = b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, count, count, len(entries), start, 0)
    return local + packed + entries + end


@pytest.mark.parametrize("name", DECEIVING)
def test_names_that_lead_elsewhere_or_deceive(name: str) -> None:
    assert safe_name(name) == ""


@pytest.mark.parametrize(
    "name", ["a.png", "media/a b.png", "ä/ß.svg", "con.fusion/x", "console", "日本.mp3", "a..b", "👩‍🚀.png"]
)
def test_plain_names_stay(name: str) -> None:
    wanted = "" if name.startswith("con.") else name
    assert safe_name(name) == wanted
    assert safe_name(name.replace("/", "\\")) == wanted


def test_links_and_what_leads_outside_are_left_out_and_named() -> None:
    link = zipfile.ZipInfo("passwords")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    found = Archive(archive((link, b"/etc/passwd"), ("../up", b""), ("dir/", b""), ("fine", b"1")), "a.zip")
    assert [member.name for member in found] == ["fine"]
    assert [(one.code, one.args["name"]) for one in found.problems] == [
        ("archive_link", "passwords"),
        ("archive_path", "../up"),
    ]


def test_of_two_with_one_name_the_last_counts_and_it_is_said() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        data = archive(("a", b"1"), ("a", b"2"))
    found = Archive(data, "a.zip")
    assert found.read("a") == b"2"
    assert [one.code for one in found.problems] == ["archive_twice"]


def test_encrypted_members_are_named() -> None:
    data = bytearray(archive(("a.yaml", b"title: x")))
    for at in (data.find(b"PK\3\4") + 6, data.find(b"PK\1\2") + 8):
        data[at] |= 1
    with pytest.raises(QuizError, match="encrypted"):
        Archive(bytes(data), "a.zip").read("a.yaml")


@pytest.mark.parametrize(("name", "limit"), [("a", 1), ("b", 100)])
def test_bombs_are_given_up(name: str, limit: int) -> None:
    data = archive(("a", bytes(2 * MB)), ("b", bytes(30 * MB)))
    with bounded(), watched(), pytest.raises(QuizError) as refused:
        Archive(data, "a.zip").read(name, limit)
    assert refused.value.code == "archive_bomb"


@pytest.mark.parametrize("size", [0, 10, 2**31 - 1, 2**32 - 2])
def test_a_header_that_lies_about_sizes_costs_a_message(size: int) -> None:
    data = bytearray(archive(("a", b"x" * 1000)))
    for at in (data.find(b"PK\3\4") + 22, data.find(b"PK\1\2") + 24):
        data[at : at + 4] = struct.pack("<L", size)
    with bounded(), suppress(QuizError):
        assert len(Archive(bytes(data), "a.zip").read("a")) <= 1000


def test_members_that_are_the_same_bytes_are_refused() -> None:
    found = Archive(overlapping(10, 400_000), "a.zip")
    names = [member.name for member in found]
    assert len(names) == 10
    assert found.read(names[0])
    with pytest.raises(QuizError):
        found.read(names[1])


def test_all_members_together_are_capped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOTAL_FROM", 1 * MB)
    found = Archive(archive(*[(f"{number}.yaml", bytes(400_000)) for number in range(10)]), "a.zip")
    for name in ("0.yaml", "0.yaml", "0.yaml", "1.yaml"):  # once more costs nothing
        found.read(name)
    with pytest.raises(QuizError) as refused:
        found.read("2.yaml")
    assert refused.value.code == "archive_bomb"


@pytest.mark.parametrize("name", ZIPPED)
def test_an_archive_of_archives_is_not_gone_into(name: str) -> None:
    inner = archive(("a.yaml", bytes(9 * MB)))
    data = archive(*[(f"{number}.zip", inner) for number in range(20)])
    with bounded(), watched(), pytest.raises(QuizError):
        load(name).read(Source("a.zip", data), {})


@pytest.mark.parametrize("name", ZIPPED)
def test_too_many_members_are_refused_before_they_are_listed(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 1000)
    data = archive(*[(f"{number}.yaml", b"") for number in range(1001)])
    assert member_names(data) is None
    assert load(name).sniff(Source("a.zip", data)) < 50
    with pytest.raises(QuizError) as refused:
        load(name).read(Source("a.zip", data), {})
    assert refused.value.code == "archive_many"
