"""Hypothesis strategies for cards about the parts of a picture, and what is answered there."""

from hypothesis import strategies as st

from quizapp.core.kinds.base import Answer, Revealed, Typed
from quizapp.core.kinds.image import Image, Spot
from quizapp.core.kinds.regions import Region, read_regions

_fronts = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)
labels = st.one_of(
    st.sampled_from(["Kosovo", "la **puerta**", "C#", "$x^2$", "année", "x" * 60, "two\nlines", "السقف"]),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12),
)
percents = st.decimals(0, 100, places=2, allow_nan=False)


@st.composite
def regions(draw: st.DrawFn, label: str = "it") -> Region:
    """A sound region."""
    sides = []
    for _ in range(2):
        start = draw(st.decimals(0, 99, places=2, allow_nan=False))
        sides.append((start, draw(st.decimals("0.01", 100 - start, places=2, allow_nan=False))))
    (left, width), (top, height) = sides
    return Region(label, left, top, width, height)


def written(region: Region) -> str:
    """A region as an author writes it."""
    return f"{region.left} {region.top} {region.width} {region.height}"


@st.composite
def images(draw: st.DrawFn) -> Image:
    names = draw(st.lists(labels, min_size=1, max_size=6, unique=True))
    way = draw(st.sampled_from(["", "typed", "click"]))
    return Image(
        q=draw(_fronts),
        image="map.svg",
        alt=draw(st.sampled_from(["", "A map"])),
        regions=tuple((name, written(draw(regions(name)))) for name in names),
        click=way == "click",
        typed=way == "typed",
        hide="" if way == "click" else draw(st.sampled_from(["", "one", "all"])),
        typos=draw(st.sampled_from(["", "off"])),
    )


spots = st.builds(Spot, percents, percents, st.integers(0, 9))


def image_answers(question: Image) -> st.SearchStrategy[Answer]:
    """Any answer that the widget may give."""
    names = st.sampled_from([label for label, _ in question.regions])
    middles = st.sampled_from([Spot(*region.center) for region in read_regions(question.regions)])
    return {
        "click": st.one_of(spots, middles),
        "typed": st.one_of(names, labels).map(Typed),
        "revealed": st.builds(Revealed),
    }[question.way]
