"""The log as JSON lines: what is written comes back; what is wrong is told with its line."""

import json
import random
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Raw

from quizapp.core.identity import Part
from quizapp.core.problems import Problem, QuizError
from quizapp.formats import log_files
from quizapp.formats.log_lines import (
    RECORDS,
    CardLine,
    EventLine,
    Header,
    NoteLine,
    PastLine,
    Record,
    ReviewLine,
    SessionLine,
    SettingLine,
    Unread,
)
from tests.store.machines import read_lines

HEADER = Header(format=1, app="test", device="DEVICE")
NUMBERS = {"at_ms": 1, "utc_offset_min": 60, "rollover_h": 4}
EVENT = EventLine(event_id="E", event="flag", target="c", device_id="D", payload=Raw(b"{}"), **NUMBERS)
REVIEW = ReviewLine(
    review_id="R",
    card_id="c",
    session_id="S",
    device_id="D",
    study_day=20_000,
    mode="study",
    outcome=Raw(b'{"kind":"basic","outcome":"correct","later_field":[1.50]}'),
    rating=3,
    rule_version=1,
    due_day=20_003,
    prev_review_id="",
    retention=0.9,
    step_min=10,
    fit_id="",
    visible_ms=1000,
    content_hash="",
    **NUMBERS,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ids = texts.filter(bool)
times = st.integers(0, (1 << 48) - 1)
wholes = st.integers(-(2**53), 2**53)
raws = st.dictionaries(
    texts, st.recursive(st.none() | wholes | texts, st.lists, max_leaves=4), max_size=3
).map(lambda value: Raw(msgspec.json.encode(value)))
records = st.one_of(
    st.builds(CardLine, card_id=ids, first_seen=times),
    st.builds(
        NoteLine,
        uid=ids,
        deck=texts,
        place=wholes,
        kind=texts,
        front=texts,
        back=texts,
        parts=st.lists(st.builds(Part, texts, texts, st.booleans()), max_size=3).map(tuple),
    ),
    st.builds(PastLine, card_id=ids, content_hash=texts, at_ms=times, deck=texts, front=texts, back=texts),
    st.builds(
        SessionLine,
        session_id=ids,
        device_id=ids,
        mode=texts,
        title=texts,
        scope=raws,
        seed=wholes,
        started_ms=times,
        ended_ms=st.none() | times,
    ),
    st.builds(SettingLine, scope=ids, key=ids, value=raws, at_ms=times, device_id=ids),
    st.builds(lambda id_, target: msgspec.structs.replace(EVENT, event_id=id_, target=target), ids, texts),
    st.builds(lambda id_, card: msgspec.structs.replace(REVIEW, review_id=id_, card_id=card), ids, ids),
)


def plain(record: Record | Unread) -> object:
    """In a form that compares: raw JSON by its bytes."""
    return record.text if isinstance(record, Unread) else msgspec.json.encode(record)


def written(lines: list[Record | Unread], path: Path) -> bytes:
    log_files.create(path, HEADER, lines)
    return path.read_bytes()


@given(st.lists(records, max_size=8), st.sampled_from(log_files.SUFFIXES))
@settings(max_examples=60)
def test_what_is_written_comes_back(tmp_path_factory: pytest.TempPathFactory, lines, suffix: str) -> None:
    path = tmp_path_factory.mktemp("log") / f"log{suffix}"
    found, problems = read_lines(written(lines, path), path)
    assert not problems
    assert list(map(plain, found)) == list(map(plain, lines))
    with log_files.open_log(path) as source:
        assert log_files.is_whole(source)


def test_every_type_has_a_line_of_its_own_with_its_name_first(tmp_path: Path) -> None:
    lines = written([EVENT, REVIEW], tmp_path / "log.jsonl").splitlines()
    assert [json.loads(line)["type"] for line in lines] == ["quizapp-log", "event", "review", "end"]
    assert all(line.startswith(b'{"type":') for line in lines)
    assert {type_.__struct_config__.tag for type_ in RECORDS} == {
        *("card", "fingerprint", "past", "session", "review", "event", "setting")
    }


def lines_with(bad: bytes, path: Path) -> tuple[list, list[Problem]]:
    """A log whose third line is this one."""
    lines = written([EVENT, REVIEW], path).splitlines(keepends=True)
    return read_lines(b"".join([*lines[:2], bad + b"\n", *lines[2:]]), path)


REVIEW_JSON = msgspec.json.encode(REVIEW)
BAD = {
    "no JSON": b"{",
    "empty": b"",
    "a number": b"7",
    "no type": b'{"x":1}',
    "not UTF-8": b'{"type":"card","card_id":"\xff","first_seen":1}',
    "half a character": b'{"type":"card","card_id":"\\ud800","first_seen":1}',
    "too deep": b'{"type":"setting","scope":"all","key":"k","value":' + b"[" * 5000 + b"]" * 5000 + b"}",
    "a field missing": b'{"type":"card","card_id":"c"}',
    "a field of another type": b'{"type":"card","card_id":7,"first_seen":1}',
    "no id": b'{"type":"card","card_id":"","first_seen":1}',
    "a time out of range": b'{"type":"card","card_id":"c","first_seen":-1}',
    "a number too big": b'{"type":"card","card_id":"c","first_seen":99999999999999999999}',
    "rating 5": REVIEW_JSON.replace(b'"rating":3', b'"rating":5'),
    "retention 2": REVIEW_JSON.replace(b'"retention":0.9', b'"retention":2'),
    "an outcome that is none": REVIEW_JSON.replace(b'"kind":"basic"', b'"kind":[]'),
    "an alias to nothing": msgspec.json.encode(msgspec.structs.replace(EVENT, event="alias")),
    "a payload that is a list": msgspec.json.encode(msgspec.structs.replace(EVENT, payload=Raw(b"[]"))),
    "a second header": msgspec.json.encode(HEADER),
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD.keys())
def test_a_bad_line_is_told_and_the_others_are_taken(tmp_path: Path, bad: bytes) -> None:
    found, problems = lines_with(bad, tmp_path / "log.jsonl")
    assert list(map(plain, found)) == [plain(EVENT), plain(REVIEW)]
    assert [(one.code, one.where.line) for one in problems] == [("log_line", 3), ("log_changed", 5)]
    assert problems[0].where.file == "log.jsonl"
    assert problems[0].args["reason"]
    assert problems[0].severity == "error"


def test_a_line_too_long_is_told_and_not_held_in_memory(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(log_files, "LONGEST", 2000)
    long = b'{"type":"card","card_id":"' + b"x" * 9000 + b'","first_seen":1}'
    found, problems = lines_with(long, tmp_path / "log.jsonl")
    assert len(found) == 2
    assert [(one.code, one.where.line) for one in problems] == [("log_line", 3), ("log_changed", 5)]


def test_what_a_newer_version_says_is_kept_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonl"
    mood = ['{"type":"mood","of":"S","is":"fine"}', '{"type":"mood","of":"T","is":"so so"}']
    more = REVIEW_JSON[:-1].decode() + ',"place":"train"}'
    text = written([Unread(mood[0]), Unread(mood[1]), Unread(more)], path)
    found, problems = read_lines(text, path)
    assert list(map(plain, found)) == [*mood, more, plain(REVIEW)]
    assert [(one.code, one.args["type"]) for one in problems] == [
        ("log_type_newer", "mood"),
        ("log_fields_newer", "review"),
    ]
    assert {one.severity for one in problems} == {"warning"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "log_foreign"),
        (b"q: a\n", "log_foreign"),
        (b"\x00\x01\xff", "log_foreign"),
        (REVIEW_JSON, "log_foreign"),
        (b'{"type":"quizapp-log","format":2,"device":"D"}\n{"type":"else"}\n', "log_newer"),
        (b'{"type":"quizapp-log","format":"two"}\n', "log_newer"),
    ],
)
def test_a_file_without_a_header_we_know_is_not_read(tmp_path: Path, text: bytes, code: str) -> None:
    found, problems = read_lines(text, tmp_path / "log.jsonl")
    assert (found, [one.code for one in problems]) == ([], [code])


def test_a_header_with_more_in_it_is_read(tmp_path: Path) -> None:
    text = b'\xef\xbb\xbf{"type":"quizapp-log","format":1,"device":"D","owner":"me"}\n' + REVIEW_JSON
    found, problems = read_lines(text, tmp_path / "log.jsonl")
    assert [plain(one) for one in found] == [plain(REVIEW)]
    assert [one.code for one in problems] == ["log_cut"]


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_cut_anywhere_it_is_never_taken_for_whole(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"log{suffix}"
    lines = [EVENT, REVIEW] * 3
    whole = written([*lines], path)
    for size in range(0, len(whole) - 1, 7):
        found, problems = read_lines(whole[:size], path)
        assert {one.code for one in problems} & {"log_cut", "log_foreign", "log_damaged", "log_line"}
        assert list(map(plain, found)) == [plain(one) for one in lines[: len(found)]]
        with log_files.open_log(path) as source:
            assert not log_files.is_whole(source)


@pytest.mark.parametrize("suffix", log_files.SUFFIXES)
def test_damage_anywhere_is_seen(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"log{suffix}"
    whole = written([EVENT, REVIEW] * 3, path)
    chance = random.Random(suffix)
    skip = 10 if suffix.endswith(".gz") else 0  # gzip's header holds what says nothing: its time and system
    for _ in range(60):
        at = chance.randrange(skip, len(whole) - 1)
        other = bytes([whole[at] ^ (1 << chance.randrange(8))])
        damaged = whole[:at] + other + whole[at + 1 :]
        _, problems = read_lines(damaged, path)
        with log_files.open_log(path) as source:
            assert not log_files.is_whole(source) or not problems
            if suffix == ".jsonl":
                assert problems


def test_a_million_lines_need_little_memory(tmp_path: Path) -> None:
    def many() -> Iterator[ReviewLine]:
        for number in range(20_000):
            yield msgspec.structs.replace(REVIEW, review_id=str(number))

    path = tmp_path / "log.jsonl.gz"
    tracemalloc.start()
    assert log_files.create(path, HEADER, many()) == 20_000
    with log_files.open_log(path) as source:
        assert sum(isinstance(one, ReviewLine) for one in log_files.read(source, "log")) == 20_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


def test_a_file_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    def breaks() -> Iterator[Record]:
        yield EVENT
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        log_files.create(tmp_path / "log.jsonl", HEADER, breaks())
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizError) as failed:
        log_files.create(tmp_path / "file" / "log.jsonl", HEADER, [EVENT])
    assert failed.value.code == "log_unwritable"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
