"""Whatever the bytes: a deck or a message. The slow run spoils two thousand files of each format."""

import random

import pytest

from quizapp.core.problems import Problem, QuizError
from quizapp.formats import FORMATS, load, readers
from quizapp.formats.base import Format, Imported, Source
from quizapp.formats.composing import compose
from quizapp.formats.limits import safe_name
from quizapp.formats.sources import read
from quizapp.formats.yaml_deck import read as read_deck
from tests.formats.fuzzing import bounded, spoilt, watched
from tests.formats.seeding import Seed, seeds

READ = [name for name in FORMATS if load(name).reads]
FEW, MANY = 25, 2000
SHOWN = 5
"""Failures that are told; there may be more."""


@pytest.mark.parametrize(
    "seed", [pytest.param(one, id=f"{name}-{one.name}") for name in READ for one in seeds(name)]
)
def test_seeds_are_read_as_what_they_are(seed: Seed, request: pytest.FixtureRequest) -> None:
    reading = read(seed.source())
    assert request.node.callspec.id.startswith(f"{reading.format.name}-")
    assert reading.imported.cards or reading.imported.reviews
    wrong = _complaint(reading.format, seed.source(), random.Random(1))
    assert not wrong


@pytest.mark.parametrize("name", READ)
def test_a_spoilt_file_is_a_deck_or_a_message(name: str) -> None:
    assert not _complaints(name, FEW)


@pytest.mark.slow
@pytest.mark.parametrize("name", READ)
def test_thousands_of_spoilt_files_are_decks_or_messages(name: str) -> None:
    assert not _complaints(name, MANY)


def _complaints(name: str, count: int) -> list[str]:
    format_ = load(name)
    found: list[str] = []
    with bounded():
        for number in range(count):
            source = spoilt(name, number)
            try:
                with watched():
                    wrong = _complaint(format_, source, random.Random(number))
            except BaseException as error:
                error.add_note(f"{name} {number}")
                raise
            found += [f"{name} {number}: {wrong}"] if wrong else []
    return found[:SHOWN]


def _complaint(format_: Format, source: Source, chance: random.Random) -> str:
    """What is wrong with how a source is read; empty if nothing is."""
    for one in readers() if chance.random() < 0.1 else (format_,):
        if not 0 <= one.sniff(source) <= 100:
            return f"sniffed as {one.name}"
    try:
        imported = format_.read(source, {})
    except QuizError as error:
        return "" if str(error) else "no message"
    wrong = _wrong(imported, format_.unit, chance)
    if wrong or not imported.choices or chance.random() < 0.6:
        return wrong
    choice = chance.choice(imported.choices)
    options = [option.value for option in choice.options] or [choice.value]
    try:
        other = format_.read(source, {choice.key: chance.choice((*options, "", "nothing"))})
    except QuizError:
        return ""
    return _wrong(other, format_.unit, chance)


def _taken(imported: Imported, unit: str) -> int:
    """What became cards: a note may make several, anything else makes one."""
    if imported.reviews:
        return len(imported.reviews)
    if unit != "note":
        return imported.cards
    return len({(card.where.file, card.where.line) for deck in imported.decks for card in deck.cards})


def _wrong(imported: Imported, unit: str, chance: random.Random) -> str:
    taken = _taken(imported, unit)
    if taken + len(imported.skipped) != imported.read:
        return f"{imported.read} read, {taken} taken, {len(imported.skipped)} left out"
    if not all(problem.message and _placed(problem) for problem in imported.problems):
        return f"no place or words: {imported.problems}"
    for media in imported.media:
        if safe_name(media.name) != media.name:
            return f"media {media.name!r}"
        try:
            media.read()
        except QuizError:
            continue
    for deck in imported.decks:
        composed = compose(deck)
        errors = sum(problem.severity == "error" for problem in composed.problems)
        if len(composed.cards) + errors != len(deck.cards):
            return f"{len(deck.cards)} cards, {len(composed.cards)} composed, {errors} refused"
        if errors or chance.random() < 0.2:
            loaded = read_deck(composed.text.encode(), "made.yaml")
            bad = [problem.message for problem in loaded.problems if problem.severity == "error"]
            if bad or loaded.deck is None or len(loaded.deck.notes) != len(composed.cards):
                return f"the deck is refused: {bad}\n{composed.text[:2000]}"
    return ""


def _placed(problem: Problem) -> bool:
    return problem.severity == "warning" or problem.where.line > 0
