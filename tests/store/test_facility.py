from fractions import Fraction
from pathlib import Path

from quizapp.core.reviews import Graded
from quizapp.store import facility, log
from tests.store.made import Clock, event, hasty, review
from tests.store.shelves import World

DECK = """\
title: Rivers
cards:
- id: rome
  q: Which river runs through Rome?
  a: Tiber
  wrong: [Po, Arno]
- id: paris
  q: Which river runs through Paris?
  a: Seine
  valid_until: 2020
"""


def graded(fraction: str) -> Graded:
    answer = {"type": "picked", "text": "Po"}
    return Graded(kind="choice", outcome="wrong", fraction=fraction, answer=answer, options=3)


def test_the_first_answer_to_a_card_in_each_sitting_counts(tmp_path: Path):
    with hasty(tmp_path / "data", Clock()) as db:
        world = World(db, tmp_path / "decks")
        world.save("rivers.yaml", DECK)
        world.refresh()

        def look() -> list[tuple[str, int, Fraction | None, str]]:
            found = facility.of_deck(db, world.library.shelf, world.deck_key("rivers.yaml"))
            return [(one.front[-6:], one.answers, one.facility, one.valid_until) for one in found]

        asked = [("Rome?", 0, None, ""), ("Paris?", 0, None, "2020")]
        assert [(front.strip(), *rest) for front, *rest in look()] == asked
        for sitting, fraction in (("1", "0"), ("1", "1"), ("2", "1/2"), ("2", "1")):
            log.append_review(db, review(db, "rome", 1, session_id=sitting, graded=graded(fraction)))
        assert look()[0][1:3] == (2, Fraction(1, 4))

        taken_back = next(one for one in log.reviews(db) if one.graded.fraction == "1/2")
        log.append_event(db, event(db, "void", taken_back.review_id))
        assert look()[0][1:3] == (2, Fraction(1, 2))


def test_answers_to_what_the_card_was_before_count_for_it(tmp_path: Path):
    with hasty(tmp_path / "data", Clock()) as db:
        world = World(db, tmp_path / "decks")
        world.save("rivers.yaml", DECK)
        world.refresh()
        log.append_review(db, review(db, "roma", 1, graded=graded("1/3")))
        log.append_event(db, event(db, "alias", "roma", to="rome"))
        found = facility.of_deck(db, world.library.shelf, world.deck_key("rivers.yaml"))
        assert (found[0].answers, found[0].facility, found[0].line) == (1, Fraction(1, 3), 3)
