"""What is to be said of decks and notes among the others: copies, ids and cards that are there twice."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from quizapp.core.problems import Problem, Where
from quizapp.store.drafts import Draft, Drafts
from quizapp.store.packing import Entry

Note = tuple[Draft, Entry]


def standing(
    drafts: Drafts, notes: Sequence[Note], twice: Sequence[tuple[Note, Note]]
) -> tuple[Mapping[int, list[Problem]], set[tuple[int, int]]]:
    """Problems by deck_key, and which deck depends on which other, by key.

    twice: notes with the id of another one, and that one, which keeps it.
    """
    problems: dict[int, list[Problem]] = defaultdict(list)
    ties: set[tuple[int, int]] = set()
    for key, draft in drafts.by_key.items():
        if draft.copy_of:
            other = drafts.path_of(draft.copy_of)
            problems[key].append(
                Problem(code="deck_copy", where=Where(draft.file.path), args={"other": other})
            )
            ties.add((key, draft.copy_of))
    for (loser, note), (winner, other_note) in twice:
        key, other_key = loser.file.deck_key, winner.file.deck_key
        if key != other_key:  # within a file its reader says so
            args = {"id": note.seen.id, "other": winner.file.path, "line": str(other_note.line)}
            problems[key].append(_problem("id_twice", (loser, note), args))
            ties.add((key, other_key))
    first: dict[tuple[int, str, str], Entry] = {}
    for draft, entry in notes:
        text = (draft.file.deck_key, entry.seen.front, entry.seen.back)
        if not entry.seen.id and first.setdefault(text, entry) is not entry:
            args = {"line": str(first[text].line)}
            problems[draft.file.deck_key].append(_problem("card_twice", (draft, entry), args))
    return problems, ties


def _problem(code: str, note: Note, args: dict[str, str]) -> Problem:
    draft, entry = note
    return Problem(code=code, where=Where(draft.file.path, entry.line, 1), args=args, card=entry.shown)
