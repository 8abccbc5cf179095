"""What stands on which page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizapp.ui.paper.pages import Extent, Slice, paginate

FIRST, ROOM, GAP = 60.0, 100.0, 10.0


@st.composite
def extents(draw: st.DrawFn) -> list[Extent]:
    heights = draw(st.lists(st.integers(1, 320), max_size=12))
    found = []
    for height in heights:
        cuts = draw(st.lists(st.integers(1, max(1, height - 1)), max_size=8, unique=True))
        found.append(Extent(float(height), tuple(map(float, sorted(cut for cut in cuts if cut < height)))))
    return found


def pages(*extents: Extent) -> list[list[Slice]]:
    return paginate(extents, first=FIRST, room=ROOM, gap=GAP)


@given(extents())
def test_all_of_everything_is_printed_once_and_in_order(found: list[Extent]):
    parts = [part for page in pages(*found) for part in page]
    for index, extent in enumerate(found):
        own = [part for part in parts if part.index == index]
        assert own[0].start == 0
        assert own[-1].end == extent.height
        assert all(one.end == other.start for one, other in pairwise(own))
        assert all(part.start in (0, *extent.cuts) for part in own)
    assert [part.index for part in parts] == sorted(part.index for part in parts)


@given(extents())
def test_nothing_overlaps_and_what_can_fit_does_not_run_over(found: list[Extent]):
    for number, page in enumerate(pages(*found)):
        room = ROOM if number else FIRST
        for one, other in pairwise(page):
            assert other.y >= one.y + one.end - one.start + GAP - 0.1
        for part in page:
            inner = [cut for cut in found[part.index].cuts if part.start < cut < part.end]
            if part.y + part.end - part.start > room + 0.1:
                assert not inner or min(inner) - part.start > room - part.y


@given(extents())
def test_a_question_that_fits_on_a_page_is_never_cut(found: list[Extent]):
    parts = [part for page in pages(*found) for part in page]
    for index, extent in enumerate(found):
        if extent.height <= ROOM:
            assert len([part for part in parts if part.index == index]) == 1


def test_pages_as_they_are_filled():
    assert pages() == [[]]
    assert pages(Extent(40), Extent(30)) == [[Slice(0, 0, 40, 0)], [Slice(1, 0, 30, 0)]]
    assert pages(Extent(70)) == [[], [Slice(0, 0, 70, 0)]]
    long = Extent(150, (40, 80, 120))
    assert pages(Extent(10), long) == [[Slice(0, 0, 10, 0)], [Slice(1, 0, 80, 0)], [Slice(1, 80, 150, 0)]]
