"""The cards of a search that are studied whatever is due."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.core.custom_study import CustomOrder, CustomStudy, drawn
from quizapp.store import cards
from quizapp.store.ordering import Sort

if TYPE_CHECKING:
    from quizapp.store.database import Database

SORTS: Mapping[CustomOrder, Sort] = {
    "forgotten": Sort("recall"),
    "hardest": Sort("difficulty", descending=True),
    "due": Sort("due"),
    "deck": Sort("deck"),
    "random": Sort("added"),
}
"""By which the search sorts what it finds."""
_THEN: Mapping[CustomOrder, Callable[[Sequence[int], int], Sequence[int]]] = {"random": drawn}
"""What is done to that order."""


def chosen(db: "Database", found: Sequence[int], wanted: CustomStudy, seed: int) -> tuple[int, ...]:
    """The cards of what a search found, by key, in their order; those that were put aside are left out."""
    put_aside = cards.suspended(db, found)
    left = [key for key in found if key not in put_aside]
    then = _THEN.get(wanted.order)
    return tuple((then(left, seed) if then else left)[: wanted.count])
