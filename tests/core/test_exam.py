from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from quizapp.core.codewords import WORDS
from quizapp.core.exam import Candidate, Plan, apportioned, draw, new_code, outline, read_code

DECKS = st.sampled_from(["A", "B", "C", "D"])


@st.composite
def candidates(draw_: st.DrawFn) -> list[Candidate]:
    rows = draw_(st.lists(st.tuples(DECKS, st.booleans(), st.booleans(), st.booleans()), max_size=40))
    return [
        Candidate(card_key=at, card_id=f"c{at}", deck=deck, scored=scored, stale=stale, met=met, kind="typed")
        for at, (deck, scored, stale, met) in enumerate(sorted(rows, key=lambda row: row[0]))
    ]


PLANS = st.builds(
    Plan,
    count=st.integers(1, 30),
    shuffle=st.booleans(),
    met_only=st.booleans(),
    shares=st.dictionaries(DECKS, st.integers(0, 9), max_size=4),
)


@given(PLANS, candidates(), st.text(max_size=8))
def test_a_paper_holds_what_its_plan_wants(plan: Plan, cards: list[Candidate], code: str):
    drawn = draw(plan, cards, code)
    fit = [one for one in cards if one.scored and not one.stale and (one.met or not plan.met_only)]
    assert len({one.card_id for one in drawn.chosen}) == len(drawn.chosen)
    assert set(drawn.chosen) <= set(fit)
    assert sum(drawn.left_out.values()) == len(cards) - len(fit)
    sizes, counts = Counter(one.deck for one in fit), Counter(one.deck for one in drawn.chosen)
    assert {topic.name: (topic.of, topic.count) for topic in drawn.topics} == {
        deck: (size, counts[deck]) for deck, size in sizes.items()
    }
    if plan.shares:
        assert all(counts[deck] == min(plan.shares.get(deck, 0), size) for deck, size in sizes.items())
    else:
        assert len(drawn.chosen) == min(plan.count, len(fit))
        for deck, size in sizes.items():
            assert abs(counts[deck] - len(drawn.chosen) * size / len(fit)) < 1
    if not plan.shuffle:
        assert list(drawn.chosen) == sorted(drawn.chosen, key=lambda one: one.card_key)


@given(PLANS, candidates(), st.text(max_size=8), st.randoms(use_true_random=False))
def test_the_same_code_gives_the_same_paper_on_another_machine(plan, cards, code, rng):
    keys = list(range(100, 100 + len(cards)))
    rng.shuffle(keys)
    elsewhere = [replace(one, card_key=key) for one, key in zip(cards, keys, strict=True)]
    here, there = draw(plan, cards, code), draw(plan, elsewhere, code)
    assert [one.card_id for one in here.chosen] == [one.card_id for one in there.chosen]


def test_another_code_gives_another_paper():
    cards = [Candidate(card_key=at, card_id=f"c{at}", deck="A") for at in range(60)]
    papers = {
        tuple(one.card_id for one in draw(Plan(count=10), cards, new_code(bits)).chosen) for bits in range(50)
    }
    assert len(papers) == 50


def test_what_turns_out_unusable_is_replaced_from_its_topic():
    cards = [Candidate(card_key=at, card_id=f"c{at}", deck="AB"[at % 2]) for at in range(20)]
    drawn = draw(Plan(count=6), cards, "kite-8402", lambda one: one.card_key % 4 < 2)
    assert len(drawn.chosen) == 6
    assert all(one.card_key % 4 < 2 for one in drawn.chosen)
    assert Counter(one.deck for one in drawn.chosen) == {"A": 3, "B": 3}
    none = draw(Plan(count=6), cards, "kite-8402", lambda one: False)
    assert none.chosen == ()
    assert [topic.count for topic in none.topics] == [0, 0]


def test_shares_by_tag_count_a_card_once():
    cards = [
        Candidate(card_key=at, card_id=f"c{at}", deck="A", tags=tags)
        for at, tags in enumerate([("x", "y"), ("y",), ("z", "y"), ("x",), ()])
    ]
    plan = Plan(topics="tag", shares={"y": 3, "x": 1})
    drawn = draw(plan, cards, "kite-8402")
    assert {topic.name: (topic.of, topic.count) for topic in drawn.topics} == {
        "x": (2, 1),
        "y": (2, 2),
        "": (1, 0),
    }


def test_only_kinds_that_are_wanted():
    cards = [
        Candidate(card_key=at, card_id=f"c{at}", deck="A", kind=kind)
        for at, kind in enumerate(["date", "list"])
    ]
    drawn = draw(Plan(kinds=("date",)), cards, "x")
    assert [one.kind for one in drawn.chosen] == ["date"]
    assert drawn.left_out == {"kind": 1}


def test_codes_are_a_word_and_four_digits():
    assert len(set(WORDS)) == len(WORDS) >= 256
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 8 for word in WORDS)
    codes = {new_code(bits) for bits in range(0, 2**32, 2**32 // 500)}
    assert len(codes) > 490
    assert all(code.split("-")[0] in WORDS and len(code.split("-")[1]) == 4 for code in codes)


@given(st.text())
def test_a_code_may_be_typed_in_any_case_and_with_spaces(text: str):
    assert read_code(f" {text}  ") == read_code(text)
    assert read_code(" Kite-8402 ") == "kite-8402"


@given(PLANS, candidates(), st.sampled_from(["deck", "tag"]))
def test_an_outline_is_a_draw_without_its_cards(plan: Plan, cards: list[Candidate], topics: str):
    plan = replace(plan, topics=topics, kinds=("typed",))
    drawn, told = draw(plan, cards, "kite-8402"), outline(plan, cards)
    assert told.topics == drawn.topics
    assert told.left_out == drawn.left_out
    assert told.count == len(drawn.chosen)


@given(st.integers(0, 500), st.dictionaries(st.text(max_size=3), st.integers(0, 500), max_size=6))
def test_what_is_apportioned_sums_to_the_total_and_is_fair(total: int, weights: dict[str, int]):
    found, of = apportioned(total, weights), sum(weights.values())
    if not of:
        assert found == {}
        return
    assert sum(found.values()) == total
    for name, weight in weights.items():
        assert abs(found[name] - total * weight / of) < 1
    for one in weights:
        for other in weights:
            assert found[one] >= found[other] or weights[one] <= weights[other]
