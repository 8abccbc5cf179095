"""Home against a fold of the log in plain Python."""

from collections import Counter, defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.core import schedule
from quizapp.core.settings import Settings
from quizapp.store import due, log
from tests.store.made import Clock, answer, event, fresh, shelve

ALL = Settings(new_per_day=9999, reviews_per_day=9999)


answers = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(1, 4),
        st.sampled_from((0, 0, 1, 3)),
        st.sampled_from(("study", "study", "study", "quiz", "repeat")),
    ),
    max_size=25,
)


happenings = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from(("suspend", "unsuspend", "bury", "flag", "void"))),
    max_size=5,
)


@given(answers, happenings, st.sets(st.integers(0, 9), max_size=3), st.lists(st.integers(1, 3), max_size=10))
@settings(max_examples=40)
def test_home_is_a_fold_of_the_log(given_answers, given_events, asleep, grouped) -> None:
    card_ids = [f"c{number}#" for number in range(10)]
    deck_of = {card_id: 1 + at % 3 for at, card_id in enumerate(card_ids)}
    groups = {card_ids[at]: group for at, group in enumerate(grouped)}
    suspended = {card_ids[at] for at in asleep}
    clock = Clock()
    with fresh(clock) as db:
        for deck in (1, 2, 3):
            mine = [card_id for card_id in card_ids if deck_of[card_id] == deck]
            shelve(db, mine, deck=deck, groups=groups, suspended=tuple(suspended & set(mine)))
        for at, rating, wait, mode in given_answers:
            clock.next_day(wait)
            answer(db, card_ids[at], rating, mode=mode)
        for at, type_ in given_events:
            last = log.last_voidable(db, "S")
            target = card_ids[at] if type_ != "void" else last.review_id if last else "none"
            log.append_event(db, event(db, type_, target))
        now = db.now()
        seen = due.overview(db, now, ALL)
        expected = brute_force(db, now, card_ids, deck_of, groups, suspended)
        assert {row.deck_key: (row.new, row.learning, row.due) for row in seen.rows} == expected["rows"]
        assert (seen.due, seen.new) == (expected["due"], expected["new"])
        assert seen.new_waiting == sum(new for new, _, _ in expected["rows"].values())
        assert dict((day.day, day.count) for day in seen.heat) == expected["heat"]
        assert now.study_day == seen.today


def brute_force(db, now, card_ids, deck_of, groups, suspended) -> dict:
    """The same in plain Python, from the log alone."""
    today = now.study_day
    events = list(log.events(db))
    voids = {one.target for one in events if one.type == "void"}
    asleep, buried = set(suspended), set()
    for one in events:
        if one.type == "suspend":
            asleep.add(one.target)
        elif one.type == "unsuspend":
            asleep.discard(one.target)
        elif one.type == "bury" and one.moment.study_day == today:
            buried.add(one.target)
    reviews = [one for one in log.reviews(db) if one.review_id not in voids]
    by_card = defaultdict(list)
    for one in reviews:
        by_card[one.card_id].append(one)
    memories = {card_id: schedule.replay(by_card[card_id]) for card_id in card_ids}
    rows = {deck: [0, 0, 0] for deck in (1, 2, 3)}
    waiting: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for card_id in card_ids:
        known = memories[card_id]
        if card_id in asleep | buried or (known and known.due_day > today):
            continue
        state = 0 if known is None else 1 if known.step else 2
        rows[deck_of[card_id]][state] += 1
        waiting[state].append(card_id)
    taken = {groups.get(card_id) for card_id, known in memories.items() if known and known.last_day == today}
    taken |= {groups.get(card_id) for card_id in waiting[1]}
    alone = {state: [card_id for card_id in waiting[state] if card_id not in groups] for state in (0, 2)}
    due_groups = {groups[card_id] for card_id in waiting[2] if card_id in groups} - taken
    new_groups = {groups[card_id] for card_id in waiting[0] if card_id in groups} - taken - due_groups
    heat = Counter(day for _, day in {(one.card_id, one.study_day) for one in reviews})
    return {
        "rows": {deck: tuple(counts) for deck, counts in rows.items()},
        "due": len(waiting[1]) + len(alone[2]) + len(due_groups),
        "new": len(alone[0]) + len(new_groups),
        "heat": dict(heat),
    }
