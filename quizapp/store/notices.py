"""What is to be told of deck files and folders."""

from collections.abc import Iterator, Set

from quizapp.core.notices import Notice
from quizapp.core.problems import Problem
from quizapp.store.library import Library
from quizapp.store.shelf import DeckFile


def notices(library: Library) -> tuple[Notice, ...]:
    """Decks that a save broke, then decks that are there twice, then folders."""
    files = library.files
    broken = (_broken(library, file) for file in files if file.broken)
    copies = (notice for file in files if not file.studied for notice in _copies(library, file))
    folders = (Notice(kind="folder", path=one.where.file, problem=one) for one in library.notices)
    return (*broken, *copies, *folders)


def mistake(library: Library, deck_key: int) -> Problem | None:
    """What is wrong with a deck that a save broke; None if it is well."""
    file = next((file for file in library.files if file.deck_key == deck_key and file.broken), None)
    return _broken(library, file).problem if file else None


def twins(library: Library, paths: Set[str]) -> frozenset[str]:
    """The decks that are copies of these, or that these are copies of, by path."""
    pairs = [
        {file.path, one.other} for file in library.files if not file.studied for one in _told(library, file)
    ]
    return frozenset(path for pair in pairs if pair & paths for path in pair)


def _broken(library: Library, file: DeckFile) -> Notice:
    errors = [one for one in library.shelf.problems(file.deck_key) if one.severity == "error"]
    return Notice(
        kind="broken",
        path=file.path,
        title=file.title,
        deck_key=file.deck_key,
        problem=errors[0] if errors else None,
        more=max(0, len(errors) - 1),
    )


def _copies(library: Library, file: DeckFile) -> Iterator[Notice]:
    """The notice of a copy, unless the learner has settled that."""
    if library.choices.get(file.path) != "ignore":
        yield from _told(library, file)


def _told(library: Library, file: DeckFile) -> Iterator[Notice]:
    problem = next(filter(_is_copy, library.shelf.problems(file.deck_key)), None)
    if problem is not None:
        yield Notice(
            kind="copy",
            path=file.path,
            title=file.title,
            deck_key=file.deck_key,
            problem=problem,
            other=problem.args["other"],
        )


def _is_copy(problem: Problem) -> bool:
    return problem.code == "deck_copy"
