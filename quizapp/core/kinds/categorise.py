"""categorise: sort items into groups."""

from collections import Counter
from collections.abc import Iterator, Mapping
from random import Random
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
    Question,
    Shape,
    Verdict,
)
from quizapp.core.kinds.forms import Pairing
from quizapp.core.kinds.pairing import Wanted, judge_pairs, missed
from quizapp.core.kinds.words import Words

_MANY = 5
"""So many rows need room."""

_WORDS = Words(
    reasons={"sorted": ""},
    scores={
        "score_sorted": "{right} of {all} in the right group: {fraction}.",
        "score_sorted_exact": "{right} of {all} in the right group. All or nothing: {fraction}.",
    },
    headings={
        "partly_sorted": "Partly right: {right} of {all} in the right group",
        "wrong_sorted": "Not yet: {right} of {all} in the right group",
    },
    messages={
        "groups_too_few": ("error", "There are not two groups to sort into. Add to categories:."),
        "items_too_few": ("error", "There are not two items to sort. Add to categories:."),
        "item_twice": ("error", "“{text}” is in the group “{group}” twice. Each item stands in it once."),
        "item_everywhere": ("warning", "“{text}” is in every group, so it is right wherever it is put."),
    },
    titles={
        "groups_too_few": "Too few groups",
        "items_too_few": "Too few items",
        "item_twice": "The same item twice in a group",
        "item_everywhere": "An item of every group",
    },
)


class Categorise(Question, frozen=True, kw_only=True, tag="categorise"):
    """Groups with what belongs in them. Answered by Sorted."""

    q: Annotated[str, Meta(description="The question")]
    categories: Annotated[
        Mapping[str, tuple[str, ...]],
        Meta(description="Each group with the list of its items; an item in several is right in any of them"),
    ]
    scoring: Annotated[Literal["", "exact"], Meta(description="exact: all items or nothing")] = ""


class CategorisePrompt(Prompt, frozen=True, kw_only=True):
    """Groups and items, Markdown. Texts are unique among each."""

    groups: tuple[str, ...] = ()
    """In the author's order."""
    items: tuple[str, ...] = ()
    """In the order shown."""

    @property
    def dense(self) -> bool:
        return len(self.items) >= _MANY


class Sorted(Answer, frozen=True, tag="sorted"):
    """(item, group) by their texts; an item may be missing."""

    pairs: tuple[tuple[str, str], ...]


class CategoriseKind(Kind[Categorise, CategorisePrompt, Sorted]):
    name = "categorise"
    label = "Sort into groups"
    about = (
        "The learner puts each item into one of the groups. The share of items in a right group is earned; "
        "an item of several groups is right in any of them. `scoring: exact` gives all or nothing."
    )
    unique_key = "categories"
    words = (_WORDS,)
    by_reading = frozenset({"item_twice"})
    question = Categorise
    prompt = CategorisePrompt
    answer = Sorted

    def claims(self, keys: Mapping[str, Shape], flags: Mapping[str, str]) -> bool:
        return True

    def complaints(self, question: Categorise) -> Iterator[Complaint]:
        for group, items in question.categories.items():
            for text in (text for text, count in Counter(items).items() if count > 1):
                yield "item_twice", "categories", {"text": text, "group": group}
        if not all(map(str.strip, question.categories)):
            yield "item_empty", "categories", {"key": "categories"}
        groups, wanted = len(question.categories), _wanted(question)
        if groups < 2:
            yield "groups_too_few", "categories", {}
        elif everywhere := [text for text, rights in wanted.items() if len({*rights}) == groups]:
            yield "item_everywhere", "categories", {"text": everywhere[0]}
        if len(wanted) < 2:
            yield "items_too_few", "categories", {}

    def ask(self, question: Categorise, part: str, seed: int) -> CategorisePrompt:
        items = list(_wanted(question))
        Random(seed).shuffle(items)
        return CategorisePrompt(
            part=part, text=question.q, groups=tuple(question.categories), items=tuple(items)
        )

    def grade(
        self, question: Categorise, prompt: CategorisePrompt, answer: Sorted, context: Context
    ) -> Verdict:
        return judge_pairs(
            _wanted(question),
            answer.pairs,
            context,
            words="sorted",
            exact=question.scoring == "exact",
            ways=len(prompt.groups) ** len(prompt.items),
            expected=self.expected(question, prompt.part, context),
        )

    def solution(
        self, question: Categorise, prompt: CategorisePrompt, context: Context
    ) -> tuple[PartMark, ...]:
        return missed(_wanted(question), context)

    def printed(self, question: Categorise, prompt: CategorisePrompt) -> Pairing:
        wanted = _wanted(question)
        right = tuple(prompt.groups.index(wanted[item][0]) for item in prompt.items)
        return Pairing(lefts=prompt.items, rights=prompt.groups, right=right, beside=False)

    def filled(self, question: Categorise, prompt: CategorisePrompt, filling: Filling) -> Sorted:
        return Sorted(filling.pairs(prompt.items, prompt.groups))

    def front(self, question: Categorise, part: str) -> str:
        return question.q

    def back(self, question: Categorise, part: str) -> str:
        return _by_group(question, Context())

    def expected(self, question: Categorise, part: str, context: Context) -> str:
        return _by_group(question, context)

    def answers(self, question: Categorise, part: str) -> tuple[str, ...]:
        return tuple(group for group, items in question.categories.items() if items)


def _wanted(question: Categorise) -> Wanted:
    """Each item with the groups it belongs to, in the author's order."""
    wanted: dict[str, tuple[str, ...]] = {}
    for group, items in question.categories.items():
        for item in items:
            wanted[item] = (*wanted.get(item, ()), group)
    return wanted


def _by_group(question: Categorise, context: Context) -> str:
    """ "Mammals: bat, whale; birds: emu"."""
    filled = ((group, items) for group, items in question.categories.items() if items)
    plain = context.plain_of
    return "; ".join(f"{plain(group)}: {', '.join(map(plain, items))}" for group, items in filled)


CATEGORISE = CategoriseKind()
