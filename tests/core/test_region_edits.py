"""Regions being drawn: whatever is done to one, it stays within the picture and can be read back."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from quizapp.core.kinds.regions import Region, read_region
from quizapp.core.region_edits import (
    FINE,
    GRIPS,
    LEAST,
    SIDES,
    WHOLE,
    Drag,
    Grip,
    at_point,
    fitted,
    fresh,
    moved,
    pulled,
    sized,
    snapped,
    spanned,
    with_side,
    written,
)

percents = st.decimals(-150, 150, places=1)
points = st.tuples(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
regions = st.builds(Region, st.just("a"), percents, percents, percents, percents).map(fitted)


def box(*numbers: int | str) -> Region:
    return Region("a", *map(Decimal, numbers))


def inside(region: Region) -> bool:
    within = region.left >= 0 and region.top >= 0 and region.right <= WHOLE and region.bottom <= WHOLE
    return within and region.width >= LEAST and region.height >= LEAST


@given(regions, percents, percents, st.sampled_from(GRIPS), st.sampled_from(SIDES))
def test_nothing_leaves_the_picture(region: Region, x: Decimal, y: Decimal, grip: Grip, side: str) -> None:
    edits = (
        moved(region, x, y),
        sized(region, x, y),
        pulled(region, grip, x, y),
        with_side(region, side, x),  # type: ignore[arg-type]
    )
    for edited in edits:
        assert inside(edited)
        assert edited.label == "a"
        assert read_region("a", written(edited)) == edited


@given(regions, percents, percents)
def test_moving_keeps_the_size_and_sizing_the_corner(region: Region, x: Decimal, y: Decimal) -> None:
    there = moved(region, x, y)
    assert (there.width, there.height) == (region.width, region.height)
    larger = sized(region, x, y)
    assert (larger.left, larger.top) == (region.left, region.top)


@given(regions, st.sampled_from(GRIPS), percents, percents)
def test_a_grip_moves_its_edges_alone(region: Region, grip: Grip, x: Decimal, y: Decimal) -> None:
    after = pulled(region, grip, x, y)
    if grip.across >= 0:
        assert after.left == region.left
    if grip.across <= 0:
        assert after.right == region.right
    if grip.down >= 0:
        assert after.top == region.top
    if grip.down <= 0:
        assert after.bottom == region.bottom


@given(points, points)
def test_two_corners_span_a_region_in_any_order(
    one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]
) -> None:
    assert spanned("a", one, other) == spanned("a", other, one)
    assert inside(spanned("a", one, other))


@given(st.decimals(0, 100, places=2))
def test_a_snapped_value_is_near_and_on_the_step(value: Decimal) -> None:
    near = snapped(value, FINE)
    assert abs(near - value) <= FINE / 2
    assert near % FINE == 0


def test_examples() -> None:
    assert written(box(52, 10, "46.50", 82)) == "52 10 46.5 82"
    assert moved(box(90, 10, 8, 5), Decimal(5), Decimal(-20)) == box(92, 0, 8, 5)
    assert sized(box(90, 10, 8, 5), Decimal(5), Decimal(-20)) == box(90, 10, 10, 1)
    assert pulled(box(10, 10, 20, 20), Grip(-1, 0), Decimal(50), Decimal(50)) == box(29, 10, 1, 20)
    assert with_side(box(60, 0, 10, 10), "width", Decimal(90)) == box(60, 0, 40, 10)
    assert with_side(box(60, 0, 30, 10), "left", Decimal(90)) == box(70, 0, 30, 10)


def test_new_ones_do_not_hide_each_other() -> None:
    made: list[Region] = []
    for number in range(60):
        made.append(fresh(str(number), made))
        assert inside(made[-1])
    assert len({(region.left, region.top) for region in made[:20]}) == 20


def test_the_smaller_of_two_is_taken() -> None:
    large, small = box(0, 0, 50, 50), Region("b", *map(Decimal, (10, 10, 5, 5)))
    assert at_point([large, small], Decimal(12), Decimal(12)) == small
    assert at_point([large, small], Decimal(30), Decimal(12)) == large
    assert at_point([large, small], Decimal(80), Decimal(12)) is None


@given(regions, points, points, st.sampled_from([None, *GRIPS]))
def test_a_drag_leaves_nothing_outside_and_no_motion_changes_little(
    region: Region, start: tuple[Decimal, Decimal], at: tuple[Decimal, Decimal], grip: Grip | None
) -> None:
    drag = Drag(start, region, grip)
    assert inside(drag.region(at, FINE))
    assert drag.region(start, FINE) == region


def test_a_drag_lands_on_whole_per_cents() -> None:
    assert Drag((Decimal("10.3"), Decimal("20.6"))).region(
        (Decimal("5.2"), Decimal("50.4")), Decimal(1)
    ) == Region("", *map(Decimal, (5, 21, 5, 29)))
    origin = box(10, 10, 20, 20)
    assert Drag((Decimal(12), Decimal(12)), origin).region((Decimal("15.4"), Decimal(12)), Decimal(1)) == box(
        13, 10, 20, 20
    )
    pull = Drag((Decimal(30), Decimal(30)), origin, Grip(1, 1))
    assert pull.region((Decimal("44.6"), Decimal("30.2")), Decimal(1)) == box(10, 10, 35, 20)
