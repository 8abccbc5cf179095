"""The outline of a text that was edited is the one that a fresh look at it finds."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.core.problems import QuizError
from quizapp.formats.yaml_deck import read
from quizapp.formats.yaml_edit import delete_item, insert_item, item_data, items, move_item, set_key
from quizapp.formats.yaml_outline import Outline
from quizapp.formats.yaml_slots import common_end, common_start
from tests.formats.splicing import TEXTS, WrittenDeck, bracket_decks, decks, texts

SAMPLES = sorted((Path(__file__).parents[2] / "decks").rglob("*.yaml"))
TOKENS = (
    *("\"'[]{}&*!|>@`%?,#\t\x07\u2028\xa0 \n\r"),
    *("", "- ", "\n- ", "\n- q: x\n", "\n  a: y", "cards:\n", "\n---\n", "\n...\n", ": ", "<<: ", "{{", "  "),
    *("&a ", "*a", " #", "\n# comment\n", "title: t\n", '- q: "open\n', '"\n', "\n\n\n", "\n  - q: z\n"),
    *("\r\n", "\u00a0- q: x\n"),
)
CARDS = (
    "- q: x\n  a: y\n",
    "- q: {n}\n  a: |\n    more\n\n    lines\n",
    '- q: "{n}"\n  wrong: [a,\n    b]\n',
    "- q: &a z\n  a: *a\n",
)
BROKEN = ("- q: it: is\n", '- q: "open\n  a: x\n', "- q: [\n", "- q: 'it\n", "-\n", '- a: close"\n')


@st.composite
def long_decks(draw: st.DrawFn) -> str:
    """Decks of more cards than are looked ahead for a closing quote."""
    count = draw(st.sampled_from((3, 40, 130)))
    cards = [draw(st.sampled_from(CARDS)).replace("{n}", str(n)) for n in range(min(count, 12))]
    found = [cards[n % len(cards)] for n in range(count)]
    for _ in range(draw(st.integers(0, 3))):
        found[draw(st.integers(0, count - 1))] = draw(st.sampled_from(BROKEN))
    margin = draw(st.sampled_from(("", "", "  ")))
    lines = "".join(margin + line for card in found for line in card.splitlines(keepends=True))
    return draw(st.sampled_from(("cards:\n", "# c\ntitle: t\ncards:\n\n"))) + lines


def edited(data: st.DataObject, text: str) -> str:
    """A text after a slip of the hand."""
    at = data.draw(st.integers(0, len(text)))
    length = data.draw(st.sampled_from((0, 0, 1, 2, 10, 200)))
    return text[:at] + data.draw(st.sampled_from(TOKENS)) + text[at + length :]


def assert_same(found: Outline, fresh: Outline) -> None:
    assert found.slots == fresh.slots, fresh.text
    assert found.lists == fresh.lists
    assert found.head() == fresh.head()
    assert [found.tree(index) for index in range(len(found.slots))] == [
        fresh.tree(index) for index in range(len(fresh.slots))
    ]


samples = st.sampled_from(SAMPLES).map(lambda path: path.read_text("utf-8"))
soup = st.lists(st.sampled_from(("- ", "q", "a", ":", " ", "  ", "x", *TOKENS)), max_size=40)


@given(st.one_of(long_decks(), decks().map(lambda deck: deck.text), samples), st.data())
def test_an_edited_text_is_outlined_as_if_new(text: str, data: st.DataObject) -> None:
    found = Outline(text)
    for _ in range(data.draw(st.integers(1, 4))):
        text = edited(data, text)
        found = Outline(text, found)
        assert_same(found, Outline(text))


@given(st.one_of(decks(), bracket_decks()), st.one_of(decks(), bracket_decks()))
def test_any_text_may_follow_any_other(first: WrittenDeck, second: WrittenDeck) -> None:
    assert_same(Outline(second.text, Outline(first.text)), Outline(second.text))


@pytest.mark.slow
@settings(max_examples=1500)
@given(long_decks(), st.data())
def test_an_edited_text_is_outlined_as_if_new_1500_times(text: str, data: st.DataObject) -> None:
    found = Outline(text)
    for _ in range(5):
        text = edited(data, text)
        found = Outline(text, found)
        assert_same(found, Outline(text))


@given(st.sampled_from(SAMPLES), st.data())
def test_items_are_where_the_loader_finds_notes(path: Path, data: st.DataObject) -> None:
    text = edited(data, path.read_text("utf-8"))
    deck = read(text.encode("utf-8", "surrogatepass"), "deck.yaml").deck
    found = iter(items(text))
    for note in deck.notes if deck else ():
        item = next(item for item in found if item.start <= note.span.start < item.end)
        assert note.span.end <= item.end


@given(soup, st.data())
@example(["cards: &x\n- *x"], None)
@example(["- &a [*a]"], None)
@example(["? - x\n: y"], None)
@example(["- " * 200], None)
@example(["- {a: b}\n---\n- x"], None)
def test_whatever_the_text_it_is_edited_or_refused(tokens: list[str], data: st.DataObject | None) -> None:
    text = "".join(tokens)
    count = len(items(text))
    index = data.draw(st.integers(0, count)) if data else 0
    value = data.draw(texts) if data else TEXTS[0]
    changes = (
        lambda: set_key(text, index, "a", value),
        lambda: insert_item(text, index, "- q: new\n"),
        lambda: delete_item(text, index),
        lambda: move_item(text, index, 0),
    )
    for change in changes:
        try:
            made = change()
        except QuizError as error:
            if error.code != "edit_refused":
                raise
        else:
            assert abs(len(items(made.text)) - count) <= 1
    try:
        item_data(text, index)
    except QuizError as error:
        if error.code != "edit_refused":
            raise


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
def test_what_texts_share_is_found(first: str, second: str) -> None:
    start = common_start(first, second)
    assert first[:start] == second[:start]
    assert first[start : start + 1] != second[start : start + 1] or start == len(first) == len(second)
    end = common_end(first, second, start)
    assert start + end <= min(len(first), len(second))
    assert first[len(first) - end :] == second[len(second) - end :]


def test_only_what_changed_is_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """One card of many: its neighbours are not even looked at."""
    text = "cards:\n" + "".join(f"- q: {n}\n  a: x\n" for n in range(2000))
    before = Outline(text)
    parsed: list[int] = []

    def counting(stretch: str) -> object:
        parsed.append(len(stretch))
        return compose(stretch)

    from quizapp.formats.yaml_nodes import compose

    monkeypatch.setattr("quizapp.formats.yaml_nodes.compose", counting)
    after = Outline(text.replace("- q: 1000\n", "- q: other\n"), before)
    assert sum(parsed) < 100
    assert len(after.slots) == 2000
