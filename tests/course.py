"""The decks that come with the app, loaded, and answers to their cards."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from quizapp import paths
from quizapp.core.deck import Deck
from quizapp.core.kinds.base import Answer, Context, Filled, Picked, Picks, Typed
from quizapp.core.kinds.categorise import Sorted
from quizapp.core.kinds.holes import holes
from quizapp.core.kinds.image import Image, Spot
from quizapp.core.kinds.match import Pairs
from quizapp.core.kinds.order import Ordered
from quizapp.core.kinds.picking import ChoicePrompt
from quizapp.core.kinds.regions import read_regions
from quizapp.core.kinds.true_false import TRUTHS
from quizapp.core.kinds.verdict import VERDICTS
from quizapp.formats import yaml_deck

DECKS = paths.find().bundled_decks
COURSE = sorted(DECKS.glob("*.yaml"))
EXAMPLES = sorted((DECKS / "examples").glob("*.yaml"))


@cache
def load(path: Path) -> yaml_deck.Loaded:
    """A deck file as the app reads it."""
    return yaml_deck.read(path.read_bytes(), str(path))


def deck(path: Path) -> Deck:
    """Its deck; a file that is none fails the test."""
    found = load(path).deck
    assert found is not None, path.name
    return found


Given = Callable[[Any, str, Context], Answer]


def _on_picture(question: Image, name: str, part: str) -> Answer:
    """The name of a region, or its middle where that is asked for."""
    middles = {region.label: region.center for region in read_regions(question.regions)}
    return Spot(*middles[part]) if question.click else Typed(name)


KEYS: Mapping[str, Given] = {
    "cloze": lambda question, part, context: Filled(
        tuple(context.plain_of(hole.hidden) for hole in holes(question.cloze).holes if hole.part == part)
    ),
    "choice": lambda question, part, context: Picked(question.a),
    "date": lambda question, part, context: Typed(question.date),
    "image": lambda question, part, context: _on_picture(question, context.plain_of(part), part),
    "list": lambda question, part, context: Filled(tuple(map(context.plain_of, question.names))),
    "multi": lambda question, part, context: Picks(question.a),
    "numeric": lambda question, part, context: Typed(
        " ".join([re.split(r"\.\.|±", question.number)[0], *question.unit[:1]])
    ),
    "order": lambda question, part, context: Ordered(question.items),
    "match": lambda question, part, context: Pairs(question.match),
    "categorise": lambda question, part, context: Sorted(
        tuple((item, group) for group, items in question.categories.items() for item in items)
    ),
    "true_false": lambda question, part, context: Picked("true" if question.is_ else "false"),
    "verdict": lambda question, part, context: Picked(question.is_),
    "typed": lambda question, part, context: Typed(
        context.plain_of(question.q if part == "back" else question.a)
    ),
}
"""graded kind -> the right answer to a card of it."""


Slips = Callable[[Any, tuple[str, ...], Context], list[Answer]]


def _options(prompt: ChoicePrompt, own: tuple[str, ...]) -> list[str]:
    return [option.text for option in prompt.options if option.text not in own]


def _others(own: tuple[str, ...], context: Context) -> list[str]:
    mine = {text.casefold() for text in own}
    return [text for text in context.others if text.casefold() not in mine]


SLIPS: Mapping[str, Slips] = {
    "cloze": lambda prompt, own, context: [
        Filled((text,) * len(prompt.gaps)) for text in _others(own, context)
    ],
    "choice": lambda prompt, own, context: [Picked(text) for text in _options(prompt, own)],
    "date": lambda prompt, own, context: [Typed(text) for text in _others(own, context)],
    "image": lambda prompt, own, context: [
        Spot(Decimal(0), Decimal(0)),
        *(Typed(text) for text in _others(own, context)),
    ],
    "list": lambda prompt, own, context: [Filled((text,)) for text in _others(own, context)],
    "multi": lambda prompt, own, context: [Picks((text,)) for text in _options(prompt, own)],
    "order": lambda prompt, own, context: [
        Ordered(tuple(sorted(prompt.items, key=own[0].index, reverse=True)))
    ],
    "match": lambda prompt, own, context: [
        Pairs(tuple((left, text) for left in prompt.lefts)) for text in prompt.rights
    ],
    "categorise": lambda prompt, own, context: [
        Sorted(tuple((item, group) for item in prompt.items)) for group in prompt.groups
    ],
    "numeric": lambda prompt, own, context: [Typed(text) for text in _others(own, context)],
    "true_false": lambda prompt, own, context: [Picked(text) for text in TRUTHS if text not in own],
    "verdict": lambda prompt, own, context: [Picked(text) for text in VERDICTS if text not in own],
    "typed": lambda prompt, own, context: [Typed(text) for text in _others(own, context)],
}
"""graded kind -> wrong answers: each distractor shown, what is right for the deck's other cards, or the
reverse."""
