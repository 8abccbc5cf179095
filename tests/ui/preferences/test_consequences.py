"""What a setting means for this learner, in one line."""

from pytestqt.qtbot import QtBot

from quizapp.core.settings import BY_KEY
from quizapp.core.stats import Load
from quizapp.store.setting_facts import SettingFacts
from quizapp.ui.preferences.book import State
from quizapp.ui.preferences.consequences import Consequences
from quizapp.ui.work import Work
from tests.ui.learning import School


def line(told: Consequences, key: str, value: object, deck: int = 0, general: object = None) -> str:
    return told.line(BY_KEY[key], State(value=value, general=general), deck)


def test_without_numbers_there_is_no_line(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    assert {line(told, setting.key, setting.default) for setting in BY_KEY.values()} == {""}


def test_the_new_cards_that_are_left(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    told._take_facts(SettingFacts(new={1: 40, 2: 1}))
    assert line(told, "new_per_day", 20) == "41 cards are new to you: enough for 3 days."
    assert line(told, "new_per_day", 20, deck=2) == "1 card is new to you: enough for 1 day."
    assert line(told, "new_per_day", 0) == "41 cards are new to you; none of them comes."
    assert line(told, "new_per_day", 20, deck=3) == ""


def test_the_pace_and_the_leeches(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    told._take_facts(SettingFacts(pace=33.6, leeches={1: 1, 2: 2}))
    assert (
        line(told, "reviews_per_day", 200)
        == "Above this a backlog begins. Lately you answered about 34 a day."
    )
    assert line(told, "reviews_per_day", 200, deck=1) == ""
    assert line(told, "leech_lapses", 8) == "And with an interval under 21 days. 3 cards are leeches now."
    assert line(told, "leech_lapses", 8, deck=1).endswith("1 card is a leech now.")


LOADS = [Load(0.85, 20.4, 3.2), Load(0.9, 29.0, 6.0), Load(0.93, 41.3, 0.2)]


def test_what_a_desired_retention_costs(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    told._take_loads(LOADS)
    assert (
        line(told, "desired_retention", 0.93) == "At 93 % about 41 reviews a day in the long run, 1 minute."
    )
    assert line(told, "desired_retention", 0.9).endswith("29 reviews a day in the long run, 6 minutes.")
    assert line(told, "desired_retention", 0.7) == ""


def test_of_a_deck_it_is_told_how_much_more_or_less_that_is(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    told._take_loads(LOADS)
    said = {value: line(told, "desired_retention", value, deck=1, general=0.9) for value in (0.85, 0.9, 0.93)}
    assert said == {
        0.85: "About 30 % fewer reviews than at 90 %.",
        0.9: "",
        0.93: "About 42 % more reviews than at 90 %.",
    }


def test_with_few_cards_nothing_is_said_of_a_desired_retention(school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    told._take_loads([Load(0.9, 1.2, 0.5), Load(0.93, 6.0, 0.4)])
    assert line(told, "desired_retention", 0.9) == ""
    assert line(told, "desired_retention", 0.93, deck=1, general=0.9) == ""


def test_the_numbers_are_gathered_in_the_background(qtbot: QtBot, school: School, work: Work) -> None:
    told = Consequences(school.services, work)
    with qtbot.waitSignal(told.told):
        told.gather()
    assert line(told, "new_per_day", 2) == "3 cards are new to you: enough for 2 days."
    told.gather()
    told.stop()
    assert told._jobs == []
