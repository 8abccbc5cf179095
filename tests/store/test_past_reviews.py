"""Answers from other programs in the log: matched, once, on the right study day, and taken back."""

import os
from pathlib import Path

import pytest

from quizapp.core.reviews import Moment
from quizapp.store import log, memory, past_reviews
from quizapp.store.database import Database
from tests.store.made import drop_folds, event, fresh, memory_of, tables

AT = 1_711_744_352
HEAD = "card,rating,time\n"


def taken(db: Database, *lines: str, offset: int = 0, dry: bool = False) -> past_reviews.ReviewsReport:
    data = (HEAD + "".join(f"{line}\n" for line in lines)).encode()
    return past_reviews.import_reviews(db, data, utc_offset_min=offset, rollover_h=4, dry_run=dry)


def known(db: Database, uid: str, front: str = "", *parts: str) -> None:
    """A note that was seen in a deck."""
    packed = "" if not parts else "[" + ",".join(f'["{part}","{part}",true]' for part in parts) + "]"
    with db.transaction():
        db.con.execute(
            "INSERT INTO fingerprint (uid, deck, place, kind, front, back, parts) "
            "VALUES (?, 'Deck', 0, 'basic', ?, '', ?)",
            (uid, front, packed),
        )


def test_a_second_import_adds_nothing(db: Database) -> None:
    lines = (f"a,3,{AT}", f"a,1,{AT + 90_000}", f"b,good,{AT}", f"a,3,{AT}")
    wanted = taken(db, *lines, dry=True)
    assert not list(log.reviews(db))
    first = taken(db, *lines)
    assert first == wanted
    assert (first.read, first.added, first.known) == (4, 3, 1)
    before = tables(db)
    again = taken(db, *lines)
    assert (again.added, again.known, again.session_id, again.days) == (0, 4, "", None)
    assert taken(db, f"a,3,{AT * 1000}").added == 0
    assert tables(db) == before


def test_study_days_are_those_of_the_zone(db: Database) -> None:
    taken(db, "a,3,2024-03-30T05:00:00Z", offset=-360)
    (review,) = log.reviews(db)
    assert review.moment == Moment(1_711_774_800_000, -360, 4)
    assert review.study_day == Moment(1_711_774_800_000, -360, 4).study_day == 19_811
    assert review.mode == "study"
    assert memory_of(db, "a").last_day == 19_811


def test_two_machines_that_take_in_the_same_file_agree_after_a_merge() -> None:
    lines = [f"{card},{1 + n % 4},{AT + 40_000 * n}" for n, card in enumerate("aabbabcac")]
    with fresh() as one, fresh() as two:
        taken(one, *lines)
        taken(two, *lines[::-1])
        assert list(log.reviews(one))
        assert log.append_all(one, list(log.reviews(two))) == 0
        assert tables(one, "memory", "day_total") == tables(two, "memory", "day_total")


def test_the_memory_is_that_of_a_replay(db: Database) -> None:
    taken(db, *(f"{card},{1 + n % 4},{AT + 40_000 * n}" for n, card in enumerate("aabbabcac")))
    before = tables(db)
    drop_folds(db)
    memory.rebuild(db)
    assert tables(db) == before


def test_taken_back_and_taken_in_again(db: Database) -> None:
    report = taken(db, f"a,3,{AT}")
    past_reviews.take_back(db, report.session_id)
    assert memory_of(db, "a") is None
    again = taken(db, f"a,3,{AT}", offset=60)
    assert again.added == 1
    assert memory_of(db, "a").reps == 1
    past_reviews.take_back(db, again.session_id)
    assert taken(db, f"a,3,{AT}").added == 1


def test_cards_are_found_by_id_note_or_question(db: Database) -> None:
    known(db, "deck/1")
    known(db, "two", "", "1", "2")
    known(db, "17", "what is it?")
    known(db, "18", "twice")
    known(db, "19", "twice")
    known(db, "one", "", "c")
    names = ("deck/1", "two", "two#2", "17", "What  is it?", "twice", "one", "nobody")
    assert past_reviews.resolve(db, names) == {
        "deck/1": "deck/1",
        "two#2": "two#2",
        "17": "17",
        "What  is it?": "17",
        "one": "one#c",
    }
    report = taken(db, *(f"{name},3,{AT + n}" for n, name in enumerate(names)))
    assert report.unmatched == ("two", "twice", "nobody")
    assert report.cards == 4
    assert memory_of(db, "nobody") is not None


def test_what_waited_goes_over_when_its_card_is_there(db: Database) -> None:
    assert taken(db, f"What is it?,3,{AT}").unmatched == ("What is it?",)
    known(db, "17", "what is it?")
    report = taken(db, f"What is it?,3,{AT}", f"What is it?,3,{AT + 200_000}")
    assert (report.added, report.known, report.unmatched) == (1, 1, ())
    assert memory_of(db, "17").reps == 2
    before = tables(db, "event")
    taken(db, f"What is it?,3,{AT}")
    assert tables(db, "event") == before


def test_what_was_purged_does_not_come_back(db: Database) -> None:
    known(db, "17")
    log.append_event(db, event(db, "tombstone", "17"))
    report = taken(db, f"17,3,{AT}")
    assert (report.added, report.purged) == (0, 1)


def test_no_answer_lies_in_the_future(db: Database) -> None:
    report = taken(db, f"a,3,{AT}", "a,3,2099-01-01", "b,3,never")
    assert report.added == 1
    assert [(one.where.line, one.code) for one in report.problems] == [
        (4, "reviews_time"),
        (3, "reviews_future"),
    ]


@pytest.mark.skipif("QUIZAPP_REALDECKS" not in os.environ, reason="QUIZAPP_REALDECKS is not set")
def test_a_real_history(db: Database) -> None:
    file = Path(os.environ["QUIZAPP_REALDECKS"]) / "reviews" / "pyfsrs_review_logs_josh.csv"
    report = past_reviews.import_reviews(db, file.read_bytes(), utc_offset_min=-360, rollover_h=4)
    assert (report.read, report.added, report.problems) == (12_580, 12_580, ())
    assert len(report.unmatched) == 1_205
    (cards,) = db.con.execute("SELECT count(*) FROM memory").fetchone()
    assert cards == 1_205
