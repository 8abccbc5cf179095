"""image: name the covered part of a picture, or find a part on it."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from quizapp.core.kinds.base import (
    Answer,
    Complaint,
    Context,
    Filling,
    Kind,
    PartMark,
    Prompt,
    Revealed,
    Shape,
    Typed,
    Verdict,
)
from quizapp.core.kinds.forms import Area, Plate
from quizapp.core.kinds.regions import (
    REGION_WORDS,
    Region,
    by_place,
    read_regions,
    region_complaints,
    short,
)
from quizapp.core.kinds.spelling import Spelling, judge
from quizapp.core.kinds.words import Words

_JUST_OUTSIDE = Decimal(5)
"""A click within so many per cent of the picture from the region is told how far it was off."""

_WORDS = Words(
    reasons={
        "spot_right": "",
        "spot_other": "That is “{hit}”.",
        "spot_near": "That misses it by {gap} % of the picture.",
        "spot_outside": "That is in none of the {count} regions.",
        "spot_outside_one": "That is outside of it.",
    },
    between=("spot_other", "spot_outside", "spot_outside_one"),
    messages={
        "regions_without_picture": (
            "error",
            "Regions need a picture. Add image: with the path of its file from the deck’s folder.",
        ),
        "click_instead": (
            "warning",
            "{key}: counts nothing here, as click: true asks for the place. Remove one of the two.",
        ),
    },
    titles={
        "regions_without_picture": "No picture",
        "click_instead": "A key without effect",
    },
)


Way = Literal["click", "typed", "revealed"]


class Image(Spelling, frozen=True, kw_only=True, tag="image"):
    """A picture with named regions. Answered by Revealed, by Typed(text), or by a Spot."""

    q: Annotated[str, Meta(description="The question; with click, the name of the region is added to it")]
    image: Annotated[str, Meta(description="The picture; path from the deck’s folder")] = ""
    alt: Annotated[str, Meta(description="The picture in words, for those who do not see it")] = ""
    regions: Annotated[
        tuple[tuple[str, str], ...],
        Meta(
            description="The regions, each `name: left top width height` in per cent of the picture; each "
            "makes a card"
        ),
    ]
    click: Annotated[bool, Meta(description="true: the name is given, find the region")] = False
    hide: Annotated[
        Literal["", "one", "all"],
        Meta(description="all: every region is covered; one: only the one asked for, as without this key"),
    ] = ""
    typed: Annotated[bool, Meta(description="true: write the name of what is covered")] = False

    @property
    def way(self) -> Way:
        """How it is asked."""
        return "click" if self.click else "typed" if self.typed else "revealed"


class ImagePrompt(Prompt, frozen=True, kw_only=True):
    """The region asked for is `part`; in `shows` is the name of one that is only revealed."""

    @property
    def dense(self) -> bool:
        """The picture needs the room."""
        return True


class Spot(Answer, frozen=True, tag="spot"):
    """A point of the picture, in per cent of its width and height."""

    x: Decimal
    y: Decimal
    among: int = 0
    """How many regions were outlined to choose from; 0 where the bare picture was pointed at."""


class ImageKind(Kind[Image, ImagePrompt, Revealed | Typed | Spot]):
    name = "image"
    label = "Parts of a picture"
    about = (
        "Each region of a picture makes a card of its own. It is covered, and the learner says what it is: "
        "in mind, rated and ungraded, or in writing with `typed: true`. With `click: true` its name is given "
        "and the learner points at its place. That earns 1 within the region or on its border, else 0."
    )
    unique_key = "regions"
    words = (REGION_WORDS, _WORDS)
    question = Image
    prompt = ImagePrompt
    answer = Spot

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Image) -> Iterator[Complaint]:
        if not question.image:
            yield "regions_without_picture", "regions", {}
        for key in ("typed", "hide"):
            if question.click and getattr(question, key):
                yield "click_instead", key, {"key": key}
        yield from region_complaints(question.regions, apart=question.click)
        for label, _ in question.regions:
            if label in question.reject:
                yield "reject_right", "reject", {"text": label}

    def parts(self, question: Image) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for label, _ in question.regions))

    def scored(self, question: Image, part: str) -> bool:
        return question.way != "revealed"

    def ask(self, question: Image, part: str, seed: int) -> ImagePrompt:
        shows = "" if self.scored(question, part) else part
        return ImagePrompt(part=part, text=self.front(question, part), shows=shows)

    def grade(
        self, question: Image, prompt: ImagePrompt, answer: Revealed | Typed | Spot, context: Context
    ) -> Verdict:
        return _GRADES[type(answer)](question, prompt.part, answer, context)

    def solution(self, question: Image, prompt: ImagePrompt, context: Context) -> tuple[PartMark, ...]:
        if not self.scored(question, prompt.part):
            return ()
        return (PartMark(key=prompt.part, mark="missed", expected=context.plain_of(prompt.part)),)

    def printed(self, question: Image, prompt: ImagePrompt) -> Plate:
        """To be found: every region with a number; to be named: covers, as on screen."""
        regions = by_place(read_regions(question.regions))
        find, every = question.click, question.hide == "all"
        areas = tuple(
            Area(
                left=region.left,
                top=region.top,
                width=region.width,
                height=region.height,
                number=number if find else 0,
                covered=not find and (every or region.label == prompt.part),
                asked=not find and region.label == prompt.part,
            )
            for number, region in enumerate(regions, 1)
        )
        right = [region.label for region in regions].index(prompt.part) + 1 if find else 0
        shown = tuple(area for area in areas if area.number or area.covered)
        return Plate(image=question.image, alt=question.alt, areas=shown, right=right)

    def filled(self, question: Image, prompt: ImagePrompt, filling: Filling) -> Typed | Spot:
        if filling.texts:
            return Typed(filling.texts[0])
        regions = by_place(read_regions(question.regions))
        x, y = regions[filling.at[0]].center
        return Spot(x, y, len(regions))

    def front(self, question: Image, part: str) -> str:
        return _with_name(question.q, part) if question.click else question.q

    def back(self, question: Image, part: str) -> str:
        return part

    def texts(self, question: Image) -> tuple[str, ...]:
        """What is Markdown: neither file names nor numbers are."""
        fronts = (self.front(question, part) for part in self.parts(question))
        return tuple(dict.fromkeys([question.q, *fronts, *self.parts(question), *question.reject]))


def _with_name(q: str, label: str) -> str:
    """The question and what to find, Markdown."""
    name = label if "*" in label or "\n" in label else f"**{label}**"
    return f"{q}\n\n{name}" if "\n" in q else f"{q} {name}"


def _revealed(question: Image, part: str, answer: Answer, context: Context) -> Verdict:
    return Verdict(outcome="unscored", because="self_rated", expected=context.plain_of(part))


def _typed(question: Image, part: str, answer: Typed, context: Context) -> Verdict:
    return judge(question, part, (), answer.text, context)


def _spot(question: Image, part: str, answer: Spot, context: Context) -> Verdict:
    """1 within the region, its border included; where regions overlap, the point may mean any of them."""
    regions = read_regions(question.regions)
    wanted = next(region for region in regions if region.label == part)
    right = wanted.holds(answer.x, answer.y)
    hits = [region for region in regions if region.holds(answer.x, answer.y)]
    hit = wanted if right else min(hits, key=lambda region: region.area, default=None)
    because, args = _why(wanted, hit, answer, len(regions), context)
    place = {"x": short(answer.x), "y": short(answer.y)}
    return Verdict(
        outcome="correct" if right else "wrong",
        fraction=Fraction(right),
        because=because,
        args={**args, **place},
        parts=_marks(wanted, hit, context),
        given=context.plain_of(hit.label) if hit else "{x} %, {y} %".format_map(place),
        expected=context.plain_of(part),
        options=answer.among,
    )


def _why(
    wanted: Region, hit: Region | None, spot: Spot, count: int, context: Context
) -> tuple[str, dict[str, str]]:
    """The rule that decided, and its arguments."""
    if hit is not None:
        other = {"hit": context.plain_of(hit.label)}
        return ("spot_right", {}) if hit is wanted else ("spot_other", other)
    gap = wanted.gap(spot.x, spot.y)
    near = {"gap": short(gap.quantize(Decimal("0.1")) or Decimal("0.1"))}
    if gap <= _JUST_OUTSIDE:
        return "spot_near", near
    return ("spot_outside", {"count": str(count)}) if count > 1 else ("spot_outside_one", {})


def _marks(wanted: Region, hit: Region | None, context: Context) -> tuple[PartMark, ...]:
    """Marks of the region asked for and of the one that was hit instead."""
    expected = context.plain_of(wanted.label)
    if hit is wanted:
        return (PartMark(key=wanted.label, mark="right", given=expected, expected=expected),)
    given = context.plain_of(hit.label) if hit else ""
    missed = PartMark(key=wanted.label, mark="missed", expected=expected)
    return (missed, PartMark(key=hit.label, mark="wrong", given=given)) if hit else (missed,)


_GRADES: Mapping[type[Answer], Callable[..., Verdict]] = {
    Revealed: _revealed,
    Typed: _typed,
    Spot: _spot,
}

IMAGE = ImageKind()
