"""Regions of a picture: how they are written, in which order they stand, and which is next to which."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.regions import (
    Region,
    by_place,
    neighbour,
    read_region,
    region_complaints,
    short,
)
from quizapp.core.problems import MESSAGES
from tests.pictures import percents, regions, written

STEPS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
sets = st.lists(regions(), min_size=1, max_size=7).map(
    lambda found: tuple(
        Region(str(number), *(getattr(region, side) for side in ("left", "top", "width", "height")))
        for number, region in enumerate(found)
    )
)


def region(text: str, label: str = "it") -> Region:
    found = read_region(label, text)
    assert found is not None
    return found


# Written


@pytest.mark.parametrize(
    "text",
    [
        "41.5 55 8 14",
        "41.5, 55, 8, 14",
        "41.5,55,8,14",
        "41.5% 55% 8% 14%",
        "41.5 %, 55 %, 8 %, 14 %",
        "41,5 55 8 14",
        "41,5%, 55%, 8%, 14%",
        "41.5; 55; 8; 14",
        "[41.5, 55, 8, 14]",
        "  41.50 55.0 8. 14 \n",
        "+41.5 55 8 14",
    ],
)
def test_ways_to_write_a_region(text: str) -> None:
    assert region(text) == Region("it", Decimal("41.5"), Decimal(55), Decimal(8), Decimal(14))


@pytest.mark.parametrize(
    "text",
    [
        "", "41 55 8", "41 55 8 14 3", "41 55 8 x", "1e1 5 5 5", "nan 1 1 1", "41,5 55,5 8", "12345 1 1 1",
        "٤١ 55 8 14", "1/2 5 5 5", "4 1 5 5px",
    ],
)  # fmt: skip
def test_what_is_no_region(text: str) -> None:
    assert read_region("it", text) is None


@given(regions(), st.sampled_from(["{} {} {} {}", "{}, {}, {}, {}", "{}%,{}%,{}%,{}%", "({};{};{};{})"]))
def test_a_region_that_is_written_is_read_again(found: Region, pattern: str) -> None:
    numbers = (short(side) for side in (found.left, found.top, found.width, found.height))
    assert read_region("it", pattern.format(*numbers)) == found
    assert read_region("it", written(found)) == found


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    (problems, found) = list(region_complaints([("it", text)], apart=True)), read_region("it", text)
    assert found is not None or [code for code, _, _ in problems] == ["region_unread"]


@given(st.decimals(-999, 999, places=3))
def test_numbers_are_written_short(number: Decimal) -> None:
    text = short(number)
    assert Decimal(text) == number
    assert "E" not in text
    assert not ("." in text and text.endswith(("0", ".")))


# Complaints


@pytest.mark.parametrize(
    ("texts", "apart", "said"),
    [
        ({"a": "0 0 100 100"}, True, []),
        ({"a": "0 0 0.5 0.1", "b": "99.9 99.5 0.1 0.5"}, True, []),
        ({}, False, ["There is no region to ask for. Add one to regions:, such as - Albania: 41 55 8 14."]),
        (
            {"a": "1 2 3"},
            False,
            [
                "The region “a” is “1 2 3”. Write four numbers: left, top, width and height in per cent of "
                "the picture, such as 41 55 8 14."
            ],
        ),
        (
            {"a": "1 2 0 3", "b": "1 2 3 -1"},
            False,
            [
                "The region “a” is 0 % wide and 3 % high. Both must be more than 0.",
                "The region “b” is 3 % wide and -1 % high. Both must be more than 0.",
            ],
        ),
        (
            {"a": "95.5 2 10 3", "b": "-1 2 5 5", "c": "1 98 5 2.01"},
            False,
            [
                f"The region “{label}” reaches beyond the picture: it goes from {across} % across and from "
                f"{down} % down. Keep all four between 0 and 100."
                for label, across, down in (
                    ("a", "95.5 to 105.5", "2 to 5"),
                    ("b", "-1 to 4", "2 to 7"),
                    ("c", "1 to 6", "98 to 100.01"),
                )
            ],
        ),
        ({"a": "1 1 5 5", "b": "2 2 5 5"}, False, []),
        (
            {"a": "1 1 5 5", "b": "2 2 5 5", "c": "6 1 5 5"},
            True,
            [
                f"“{one}” and “{other}” overlap, and a click where both lie counts for either. Move one, or "
                "make it smaller."
                for one, other in ("ab", "bc")
            ],
        ),
    ],
)
def test_complaints(texts: dict[str, str], apart: bool, said: list[str]) -> None:
    found = list(region_complaints(tuple(texts.items()), apart=apart))
    assert [MESSAGES[code][1].format_map(args) for code, _, args in found] == said
    assert {key for _, key, _ in found} <= {"regions"}


def test_names_are_unique() -> None:
    texts = [("a", "1 1 5 5"), ("b", "11 1 5 5"), ("a", "21 1 5 5")]
    assert list(region_complaints(texts, apart=False)) == [("region_twice", "regions", {"label": "a"})]


# Points


@given(regions(), percents, percents)
def test_a_point_is_in_a_region_or_some_way_off(found: Region, x: Decimal, y: Decimal) -> None:
    assert found.holds(x, y) == (found.gap(x, y) == 0)
    assert found.holds(*found.center)
    if not found.holds(x, y):
        off = found.gap(x, y)
        wider = Region("it", found.left - off, found.top - off, found.width + 2 * off, found.height + 2 * off)
        assert wider.holds(x, y)


@given(regions(), regions())
def test_overlapping_goes_both_ways(one: Region, other: Region) -> None:
    assert one.overlaps(one)
    assert one.overlaps(other) == other.overlaps(one)


# Places


def test_reading_order() -> None:
    found = [
        region("70 12 10 10", "upper right"),
        region("10 60 10 30", "lower left"),
        region("10 10 20 20", "upper left"),
        region("40 70 50 10", "lower right"),
        region("40 5 10 22", "top"),
    ]
    assert [one.label for one in by_place(found)] == [
        "upper left", "top", "upper right", "lower left", "lower right"
    ]  # fmt: skip


def test_a_row_ends_at_the_lower_edge_of_its_highest() -> None:
    found = [region("50 0 10 10", "first"), region("20 5 10 8", "beside"), region("0 5 10 10", "below")]
    assert [one.label for one in by_place(found)] == ["beside", "first", "below"]


@given(sets, st.randoms())
def test_reading_order_does_not_depend_on_the_author_s(found: tuple[Region, ...], chance) -> None:
    mixed = list(found)
    chance.shuffle(mixed)
    places = [(one.center, one.left, one.top) for one in by_place(found)]
    assert sorted(by_place(found), key=lambda one: one.label) == sorted(found, key=lambda one: one.label)
    assert places == [(one.center, one.left, one.top) for one in by_place(mixed)]


PLACES = {"up": "45 10", "left": "10 45", "middle": "45 45", "right": "80 45", "down": "45 80"}
CROSS = tuple(region(f"{place} 10 10", label) for label, place in PLACES.items())


@pytest.mark.parametrize("side", STEPS)
def test_arrows_go_to_what_is_on_that_side(side: str) -> None:
    labels = [one.label for one in CROSS]
    there = neighbour(CROSS, labels.index("middle"), STEPS[side], range(5))
    assert there is not None
    assert labels[there] == side
    assert neighbour(CROSS, there, STEPS[side], range(5)) is None


def test_what_is_straight_ahead_comes_first() -> None:
    found = (region("10 10 10 10"), region("40 30 10 10"), region("60 12 10 10"))
    assert neighbour(found, 0, STEPS["right"], range(3)) == 2
    assert neighbour(found, 0, STEPS["right"], [1]) == 1


def test_what_is_more_aside_than_ahead_comes_last() -> None:
    found = (region("10 10 10 10"), region("30 30 10 10"), region("89 10 10 10"), region("30 31 10 10"))
    assert neighbour(found, 0, STEPS["right"], [1, 2]) == 1
    assert neighbour(found, 0, STEPS["right"], [2, 3]) == 2
    assert neighbour(found, 0, STEPS["down"], [2, 3]) == 3


@given(sets, st.data(), st.sampled_from(sorted(STEPS)))
def test_an_arrow_goes_to_that_side_or_nowhere(
    found: tuple[Region, ...], data: st.DataObject, side: str
) -> None:
    here = data.draw(st.integers(0, len(found) - 1))
    there = neighbour(found, here, STEPS[side], range(len(found)))
    along = [sum(at * step for at, step in zip(one.center, STEPS[side], strict=True)) for one in found]
    ahead = [index for index, at in enumerate(along) if at > along[here]]
    assert (there in ahead) if ahead else there is None
