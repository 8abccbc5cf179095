"""Each question kind is complete: module, widget, example deck, and words for each of its keys."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, get_args, get_origin, get_type_hints

import msgspec
import pytest

from quizapp.core.deck import Citation, Deck, Language, Note, Source
from quizapp.core.kinds import KINDS, Kind
from quizapp.core.kinds.base import Accept, Option, Question
from quizapp.ui.kinds.base import Sign
from tests.course import DECKS, deck, load


def module(name: str) -> Mapping[str, object]:
    """What a module defines; nothing if there is no such module."""
    try:
        return vars(import_module(name))
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        return {}


def example(kind: Kind | type[Kind]) -> list[str]:
    """What is wrong with a kind's example deck."""
    path = DECKS / "examples" / f"{kind.name}.yaml"
    if not path.is_file():
        return [f"its example in decks/examples/{kind.name}.yaml"]
    found = [f"a sound example: line {problem.where.line}, {problem.code}" for problem in load(path).problems]
    notes = deck(path).notes
    keys = {field.name for field in msgspec.structs.fields(kind.question)}
    unused = keys - {name for note in notes if note.kind is kind for name in used(note.question)}
    return found + [f"{name} in its example" for name in sorted(unused)]


def used(question: Question) -> Iterator[str]:
    """The fields of a question that differ from their defaults."""
    for field in msgspec.structs.fields(question):
        if field.required or getattr(question, field.name) != field.default:
            yield field.name


def undocumented(struct: type) -> Iterator[str]:
    """The YAML keys of a struct without a description."""
    hints = get_type_hints(struct, include_extras=True)
    for field in msgspec.structs.fields(struct):
        extras = get_args(hints[field.name])[1:] if get_origin(hints[field.name]) is Annotated else ()
        if not any(isinstance(extra, msgspec.Meta) and extra.description for extra in extras):
            yield field.encode_name


def missing(kind: Kind | type[Kind]) -> list[str]:
    """What a kind still lacks, in words."""
    core, ui = (f"quizapp.{room}.kinds.{kind.name}" for room in ("core", "ui"))
    lacks = {
        f"its kind in {core}": any(isinstance(value, Kind) for value in module(core).values()),
        f"its WIDGET in {ui}": callable(module(ui).get("WIDGET")),
        f"its SIGN in {ui}": isinstance(module(ui).get("SIGN"), Sign),
        "its name": bool(kind.name),
        "its label": bool(kind.label),
        "its `about`: what it asks and what an answer earns": bool(kind.about),
    }
    words = [f"a description of its key {key!r}" for key in undocumented(kind.question)]
    return [*(thing for thing, there in lacks.items() if not there), *words, *example(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_kind_is_complete(kind: Kind) -> None:
    assert missing(kind) == []


def test_names_of_kinds_are_unique() -> None:
    names = [kind.name for kind in KINDS]
    assert len(set(names)) == len(names)
    assert len({kind.question for kind in KINDS}) == len(names)


def test_all_other_keys_are_documented() -> None:
    assert set(undocumented(Note)) == {"question", "span", "plain"}
    assert set(undocumented(Deck)) == {"path", "notes"}
    for struct in (Accept, Citation, Language, Option, Source):
        assert set(undocumented(struct)) == set()


def test_what_is_missing_is_named() -> None:
    class Bare(Kind):
        name = "bare"
        label = about = ""

        class question(msgspec.Struct):
            q: str

    assert missing(Bare) == [
        "its kind in quizapp.core.kinds.bare",
        "its WIDGET in quizapp.ui.kinds.bare",
        "its SIGN in quizapp.ui.kinds.bare",
        "its label",
        "its `about`: what it asks and what an answer earns",
        "a description of its key 'q'",
        "its example in decks/examples/bare.yaml",
    ]
