"""Browse finds what a slow look at every card finds; its orders, rows and counts."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core.query import Both, Either, Leaf, Node, Not, Query, parse
from quizapp.core.query_keys import KEYS
from quizapp.core.query_nodes import leaves
from quizapp.store import due, log, search
from quizapp.store.browse import COLUMNS, Browse, Sort
from quizapp.store.database import Database
from tests.store.collected import Collection, collection, naive
from tests.store.made import Clock, event, review
from tests.store.shelves import World, card

WORDS = (
    "oslo", "NORWAY", "os", "o", "the", "grosse", "Größe", "Maß", "senor", '"capital of"',
    '"capital  of nor"',
    '"100%"', "what_ever", '"(a-b)"', "geo", "danube", "{{danube}}", "apple.png", "x", "ä", "*",
    "100_",
)  # fmt: skip
TERMS = (
    "deck:history", "deck:*step*", "deck:atlas", 'deck:"course/atlas/first steps"', "deck:course",
    "deck:none",
    "tag:geo", "tag:GEO::europe", "tag:geo::eur", "tag:nordic", "tag:*west", "tag:g*e", "tag:*",
    "source:un", "source:*atlas*", "source:*", 'by:"bob ross"', "by:b*", "id:wall-1989", "id:WALL*",
    "re:^the", "re:ca.ital", r"re:\d{4}", "re:größe", "re:(oslo|nowhere)",
    "due:<14d", "due:late", "due:today", "due:>0", "due:-100..0", "stability:>3", "stability:2..30",
    "difficulty:>5", "recall:<90", "recall:>=90%", "interval:>=21", "forgotten:>3", "forgotten:0",
    "reviews:0",
    "reviews:>4", "reviews:1..3", "rated:1", "rated:7:1", "rated:30:3", "rated:400:2", "added:1", "added:300",
    "begun:3", "begun:300",
)  # fmt: skip
CHOICES = tuple(f"{key.name}:{one.word}" for key in KEYS for one in key.values.choices)
terms = st.sampled_from((*WORDS, *TERMS, *CHOICES))
queries = st.recursive(
    terms,
    lambda inner: st.one_of(
        inner.map(lambda one: f"-({one})"),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: "(" + " ".join(some) + ")"),
        st.lists(inner, min_size=2, max_size=3).map(lambda some: "(" + " or ".join(some) + ")"),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def made() -> Iterator[Collection]:
    with collection() as found:
        yield found


def found(made: Collection, query: str | Query) -> frozenset[int]:
    keys = made.browse.search(query).keys
    assert len(set(keys)) == len(keys)
    return frozenset(keys)


@pytest.mark.parametrize("text", [*WORDS, *TERMS, *CHOICES])
def test_each_condition_finds_what_a_slow_look_finds(made: Collection, text: str) -> None:
    query = parse(text)
    assert query.mistakes == ()
    assert len(list(leaves(query.root))) == 1
    assert found(made, query) - made.missing == naive(made, query.root)


def test_the_conditions_tell_cards_apart(made: Collection) -> None:
    """Else the test above would say little: most find some cards, and not all."""
    counts = [len(found(made, text)) for text in (*WORDS, *TERMS, *CHOICES)]
    assert sum(0 < count < len(made.cards) for count in counts) > 0.7 * len(counts)


@given(text=queries)
@settings(max_examples=200)
def test_a_query_finds_what_a_slow_look_finds(made: Collection, text: str) -> None:
    query = parse(text)
    here = found(made, text) - made.missing
    assert here == naive(made, query.root)
    assert here == found(made, str(query)) - made.missing


@given(text=st.one_of(st.text(st.characters()), st.lists(terms | st.text(st.characters())).map(" ".join)))
@settings(max_examples=200)
def test_whatever_is_typed_is_searched_for(made: Collection, text: str) -> None:
    rows = made.browse.search(text)
    assert set(rows.keys) <= {*made.cards, *made.missing}
    made.browse.without(text)
    assert all(one.sentence for one in rows.mistakes)


@pytest.mark.parametrize("word", ["long ", "long", "ö*", '"', "(", "tag:x* or ", "-"])
def test_long_texts_are_no_trouble(made: Collection, word: str) -> None:
    for text in (word * 3000, "".join(map(chr, range(33, 3000))), f'"{word * 3000}"'):
        made.browse.search(text)
        made.browse.counts([text])
        search.find(made.db, text, 10)


def test_every_key_is_tried() -> None:
    tried = {text.partition(":")[0] for text in (*TERMS, *CHOICES)}
    assert tried == {key.name for key in KEYS}


@given(one=queries, other=queries)
@settings(max_examples=100)
def test_laws(made: Collection, one: str, other: str) -> None:
    every = found(made, "")
    if "is:missing" not in one + other:
        assert found(made, f"-(-({one}))") == found(made, one)
        assert found(made, f"-({one})") == every - found(made, one)
        assert found(made, f"({one}) or ({other})") == found(made, one) | found(made, other)
        assert found(made, f"({one}) ({other})") == found(made, one) & found(made, other)


@given(text=queries)
@settings(max_examples=50)
def test_counts_and_what_leaving_out_a_part_would_find(made: Collection, text: str) -> None:
    query = parse(text)
    assert made.browse.counts([text, ""]) == (len(found(made, text)), len(made.cards))
    without = made.browse.without(text)
    assert [one.count for one in without] == [len(found(made, one.text)) for one in without]
    assert sorted(one.part.start for one in without) == [part.start for part in query.parts]
    assert all(one.count >= other.count for one, other in pairwise(without))


def test_a_query_without_hits_names_the_part_that_excludes_most(made: Collection) -> None:
    first, second = made.browse.without("oslo is:stale")
    assert (str(first.part), first.text) == ("oslo", "is:stale")
    assert first.count >= second.count


def test_what_is_due_is_what_home_counts(made: Collection) -> None:
    rows = due.counts(made.db, made.db.now())
    assert len(found(made, "is:due")) == sum(row.due + row.learning for row in rows) > 0
    assert len(found(made, "is:new -is:suspended -is:buried")) == sum(row.new for row in rows) > 0


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("column", COLUMNS)
def test_sorts(made: Collection, column: str, descending: bool) -> None:
    keys = made.browse.search("", Sort(column, descending)).keys
    assert sorted(keys) == sorted(made.cards)
    rows = made.browse.rows(keys)
    values = [
        {
            "question": row.question.casefold(),
            "kind": row.kind,
            "deck": row.deck.casefold(),
            "tags": "\n".join(row.tags).casefold() or None,
            "due": row.due_day,
            "stability": row.stability,
            "difficulty": row.difficulty,
            "recall": None,
            "interval": row.interval,
            "reviews": row.reviews or None,
            "lapses": row.lapses if row.reviews else None,
            "added": row.added_ms,
            "status": row.status or None,
        }[column]
        for row in rows
    ]
    there = [value for value in values if value is not None]
    assert values == there + [None] * (len(values) - len(there))
    if column != "question":  # accents are folded there
        assert there == sorted(there, reverse=descending)
    part = made.browse.search("the", Sort(column, descending)).keys
    assert list(part) == [key for key in keys if key in part]


def test_the_missing_are_found_by_name_alone(made: Collection) -> None:
    assert found(made, "is:missing") == made.missing
    assert found(made, "is:missing atlantis") == made.missing
    assert found(made, "is:missing oslo") == frozenset()
    assert found(made, "is:missing or oslo") == made.missing | found(made, "oslo")
    assert not made.missing & found(made, "reviews:>0")
    assert found(made, "-is:missing") == found(made, "")
    (row,) = made.browse.rows(sorted(made.missing))
    assert (row.missing, row.question, row.deck, row.kind) == (True, "Where is Atlantis?", "Gone", "basic")
    assert (row.deck_key, row.reviews) == (0, 1)


def test_rows_say_what_is_known(made: Collection) -> None:
    keys = made.browse.search("").keys
    for row in made.browse.rows(keys):
        known = made.cards[row.card_key]
        assert (row.card_id, row.kind, row.status) == (known.id, known.note.kind.name, known.note.status)
        assert row.question == " ".join(known.note.front(row.part).split())
        assert row.tags == known.note.tags
        assert row.reviews == (known.memory.reps if known.memory else 0)
        assert row.due_day == (known.memory.due_day if known.memory else None)
        assert row.flagged == bool(known.state[2])
        assert row.path == known.deck.path
        for name in ("suspended", "buried", "leech", "missing"):
            assert getattr(row, name) == (row.card_key in found(made, f"is:{name}"))
        assert row.card_key in found(made, f"state:{row.state}")
    assert made.browse.rows([10**9]) == ()
    assert made.browse.row(10**9) is None
    assert made.browse.row(keys[0]) == made.browse.rows(keys)[0]


def test_a_leech_is_forgotten_eight_times_and_still_young(db: Database, clock: Clock, tmp_path: Path) -> None:
    world = World(db, tmp_path / "decks")
    world.write("a.yaml", [card("a", "b", id="leech")])
    world.refresh()
    browse = Browse(db, world.library.shelf)
    lapses = []
    for _ in range(9):
        for rating in (3, 1):
            log.append_review(db, review(db, "leech", rating))
            clock.next_day(3)
        (row,) = browse.rows(browse.search("").keys)
        lapses.append(row.lapses)
        assert row.leech == (row.lapses >= 8) == bool(browse.search("is:leech").keys)
    assert lapses == list(range(1, 10))
    while row.leech:
        log.append_review(db, review(db, "leech", 4))
        (row,) = browse.rows(browse.search("").keys)
        assert row.leech == (row.interval < 21)
        clock.next_day(max(1, row.interval))


def test_mistakes_come_along(made: Collection) -> None:
    rows = made.browse.search("oslo stabilty:>3")
    assert [one.code for one in rows.mistakes] == ["key_misspelt"]
    assert (len(rows.keys), rows.total) == (1, len(made.cards))


@pytest.mark.parametrize(
    ("text", "code", "fix"),
    [
        ("oslo tag:geo::eurpe", "no_such_near", "tag:geo::europe"),
        ("deck:first", "no_such_near", 'deck:"First steps"'),
        ("-by:bop*", "no_such", ""),
        ('source:"atlas of nation"', "no_such_near", 'source:"Anna Ek, Atlas of Nations"'),
        ("source:zzz", "no_such", ""),
        ("id:wall", "no_such", ""),
    ],
)
def test_a_name_that_nothing_has_is_told(made: Collection, text: str, code: str, fix: str) -> None:
    (mistake,) = made.browse.search(text).mistakes
    assert (mistake.code, mistake.fix) == (code, fix)
    assert text[mistake.start : mistake.end] in str(parse(text))
    assert mistake.sentence


def test_what_changes_is_found_anew() -> None:
    with collection() as made:
        browse, db = made.browse, made.db
        oslo = min(browse.search("oslo").keys)
        assert oslo not in found(made, "is:flagged")
        row = browse.row(oslo)
        assert row is not None
        log.append_event(db, event(db, "flag", row.card_id))
        assert oslo in found(made, "is:flagged")
        assert oslo in found(made, "oslo")
        log.append_review(db, review(db, row.card_id, 4))
        assert oslo in found(made, "rated:1:4")
        made.world.write("late.yaml", [card("Oslo again", "yes")])
        made.world.library.reconcile(*_surveyed(made))
        (late,) = found(made, "deck:late")
        fresh_row = browse.row(late)
        assert fresh_row is not None
        assert fresh_row.question == "Oslo again", "before the index has caught up"
        assert late not in found(made, "oslo")
        made.world.refresh()
        assert late in found(made, "oslo")
        made.clock.next_day(400)
        assert found(made, "rated:1") == frozenset()


def _surveyed(made: Collection) -> tuple:
    library = made.world.library
    seen = library.survey()()
    return seen, [library.parse(one)() for one in seen.changed]


def test_the_canonical_form_of_a_tree_is_read_back_as_that_tree(made: Collection) -> None:
    tree: Node = Both((Either((parse("a").root, Not(parse("is:due").root))), parse("b").root))
    assert str(tree) == "(a or -is:due) b"
    assert isinstance(parse("a").root, Leaf)
