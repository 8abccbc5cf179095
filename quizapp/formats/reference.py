"""The reference page of the deck format, in Markdown: made of the declarations that the loader reads by."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, get_args, get_origin

from msgspec import Struct

from quizapp.core.kinds import KINDS, AnyKind
from quizapp.core.kinds.spelling import Spelling
from quizapp.formats.card_keys import ALIASES, DECK, DECK_ALIASES, DECK_OUTSIDE, NOTE, OUTSIDE, plan_of
from quizapp.formats.fields import Field, fields_of, is_text_and_more
from quizapp.formats.kind_keys import is_bare, openers
from quizapp.formats.types import by_type

_SPELLING: Final = fields_of(Spelling)
_LINES = 16
"""Of an example, about."""

_HEAD = """\
# What a deck may say

<!-- Made by `python -m quizapp schema --reference --out decks/REFERENCE.md`. Do not edit it by hand. -->

A deck is a YAML file, `something.yaml`, in UTF-8. This is a whole one:

```yaml
title: Europe, first steps
language: en
cards:
- q: What is the capital of Norway?
  a: Oslo

- q: Which river runs through Budapest?
  a: Danube
  wrong: [Rhine, Elbe, Vistula]
```

- **The keys of a card decide its kind.** `q` and `a` make a card to turn over; `wrong` beside them makes
  a choice.
- **Every value is the text that you typed**: `no`, `12:30`, `007` and `1989` need no quotes. A text that
  holds `: ` or ` #`, or begins with one of ``{ [ * & ! | > % @ ` ' "``, goes in quotes, or on lines of its
  own below a `|`.
- **Texts are Markdown**: *emphasis*, lists, tables, `code`, pictures and `$maths$`. Pictures and sounds lie
  in the folder of the deck or below it.
- **One text serves for a list of one**: `hint: Think of birds.`
- A list of cards alone is a deck too; it is called like its file.

`quizapp check FILE` lists what is wrong in a deck, with line and column. `quizapp schema --help` tells how an
editor completes these keys and underlines mistakes while you type.

Keys in **bold** are needed.
"""
_WRITTEN = """\
## Written answers

Capitals, punctuation, a missing article and most accents do not count, and one slip of the fingers is
forgiven in a longer word. These keys make it stricter, on every card that can be answered in writing.
"""


def reference(examples: Mapping[str, str]) -> str:
    """The page. examples: kind -> the text of the deck that shows it."""
    kinds = sorted(KINDS, key=lambda kind: kind.name)
    parts = [
        _HEAD,
        "## Kinds of cards\n",
        _table(("Kind", "Written with", "On the card"), map(_row_of_kind, kinds)),
        *(_chapter(kind, examples[kind.name]) for kind in kinds),
        _WRITTEN,
        _keys(_SPELLING, {}),
        "## Any card\n\nWhatever its kind, a card may have these keys.\n",
        _keys(NOTE, OUTSIDE),
        f"Other names of keys: {_others(ALIASES)}.\n",
        "## The deck\n",
        _keys(DECK, DECK_OUTSIDE),
        f"Another name: {_others(DECK_ALIASES)}.\n",
    ]
    return "\n".join(parts)


def _row_of_kind(kind: AnyKind) -> tuple[str, ...]:
    return f"[{kind.name}](#{kind.name})", _written(kind), kind.label


def _written(kind: AnyKind) -> str:
    """The keys that make a card one of the kind."""
    question = plan_of(kind).question
    needed = [_with_form(key, field) for key, field in question.items() if field.required]
    more = [] if is_bare(kind) else [_with_form(key, question[key]) for key in openers(kind)]
    return _joined([*needed, " or ".join(more)] if more else needed, "and")


def _joined(words: Sequence[str], last: str) -> str:
    """ "a, b and c"."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _with_form(key: str, field: Field) -> str:
    """A key; with its values where they tell one kind from another."""
    if field.type is bool and not field.required:
        return f"`{key}: true`"
    shown = get_origin(field.type) is tuple and key == "a"
    few = field.type is bool or get_origin(field.type) is Literal
    return f"`{key}` ({'a list' if shown else form(field.type)})" if few or shown else f"`{key}`"


def _chapter(kind: AnyKind, example: str) -> str:
    own = {key: field for key, field in plan_of(kind).question.items() if key not in _SPELLING}
    compared = "\nWhat is typed is compared as said under [Written answers](#written-answers).\n"
    file = f"examples/{kind.name}.yaml"
    return "\n".join(
        [
            f"### {kind.name}\n",
            f"{kind.about}\n",
            f"Written with {_written(kind)}.\n",
            _keys(own, {}) + (compared if issubclass(kind.question, Spelling) else ""),
            f"```yaml\n{_first_cards(example)}\n```\n",
            f"More in [{file}]({file}).\n",
        ]
    )


def _first_cards(example: str) -> str:
    """The first cards of a deck, with the comments above them."""
    cards = example.partition("\ncards:\n")[2].strip("\n").split("\n\n")
    shown = [cards[0]]
    for card in cards[1:]:
        if "\n\n".join([*shown, card]).count("\n") >= _LINES:
            break
        shown.append(card)
    return "\n\n".join(shown)


def _keys(fields: Mapping[str, Field], others: Mapping[str, str]) -> str:
    rows = [row for key, field in fields.items() for row in _rows(key, field)]
    rows += [(f"`{key}`", _OTHER_FORMS.get(key, "text"), about) for key, about in others.items()]
    return _table(("Key", "Value", "Meaning"), sorted(rows, key=lambda row: not row[0].startswith("**")))


def _rows(key: str, field: Field) -> Iterator[tuple[str, ...]]:
    """A row for a key, and one for each key below it."""
    name = f"**`{key}`**" if field.required else f"`{key}`"
    yield name, _form_within(field), field.about
    for below, inner in _below(field.type).items():
        yield f"`{key}` › `{below}`", _form_within(inner), inner.about


def _form_within(field: Field) -> str:
    """What may stand behind a key, with its bounds."""
    words = form(field.type)
    return words if field.bounds is None else f"{words} from {field.bounds[0]} to {field.bounds[1]}"


def _below(annotation: Any) -> Mapping[str, Field]:
    """The keys of the struct that a type is made of; what a text alone fills is left out."""
    for inner in get_args(annotation) or (annotation,):
        if isinstance(inner, type) and issubclass(inner, Struct):
            first, *others = fields_of(inner).items()
            return dict(others if first[1].required else [first, *others])
    return {}


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _others(aliases: Mapping[str, str]) -> str:
    return ", ".join(f"`{alias}` for `{key}`" for alias, key in aliases.items())


def form(annotation: Any) -> str:
    """What may stand behind a key of a type, in words: see `fields.reader_of`."""
    return by_type(annotation, SIMPLE, GENERIC, lambda struct: f"text, or {_map_of(struct)}")


def _words(*words: str) -> str:
    return _joined([f"`{word}`" for word in words if word], "or")


def _list(*items: Any) -> str:
    if items[-1] is not Ellipsis:
        return "`left: right`"
    if items[0] is str:
        return "list of texts"
    if is_text_and_more(items[0]):
        first, second = list(fields_of(items[0]))[:2]
        return f"list; each item a text, `{first}: {second}`, or {_map_of(items[0])}"
    return f"list; each item {form(items[0])}"


def _map(name: Any, value: Any) -> str:
    return f"map; behind each name {form(value)}"


def _map_of(struct: type[Struct]) -> str:
    return f"`{{{', '.join(fields_of(struct))}}}`"


SIMPLE: Final[Mapping[Any, str]] = {
    str: "text",
    bool: "`true` or `false`",
    int: "whole number",
    Decimal: "number",
}
GENERIC: Final[Mapping[Any, Callable[..., str]]] = {
    Literal: _words,
    tuple: _list,
    dict: _map,
    Mapping: _map,
}
"""Type -> words; the loader's tables of readers have the same types."""
_OTHER_FORMS: Final[Mapping[str, str]] = {
    "kind": _words(*sorted(kind.name for kind in KINDS)),
    "defaults": "map; the keys of cards",
    "cards": "list",
}
