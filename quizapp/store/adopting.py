"""Decks from elsewhere, copied into the learner's own folder with the pictures and sounds they name."""

import shutil
from pathlib import Path

from quizapp.core.problems import QuizError
from quizapp.formats.checking import named_files
from quizapp.formats.yaml_deck import read
from quizapp.store.folders import SUFFIXES


def is_deck(path: Path) -> bool:
    """True for what can be opened: a deck file, or a folder, which may hold some."""
    return path.is_dir() or (path.is_file() and path.name.lower().endswith(SUFFIXES))


def is_ours(path: Path) -> bool:
    """True for a deck of ours, be it with mistakes, or a folder; False for what has to be imported."""
    if path.is_dir():  # another program's folder: one text that names all, and no deck
        return not any(path.glob("*.json")) or any(any(path.glob(f"*{one}")) for one in SUFFIXES)
    if not is_deck(path):
        return False
    try:
        problems = read(path.read_bytes(), str(path)).problems
    except OSError:
        return True  # whoever opens it says why it cannot be read
    return not any(problem.code == "file_foreign" for problem in problems)


def adopt(path: Path, decks: Path) -> Path:
    """Copy a deck file, or a folder of decks, into `decks`; the copy. Nothing there is overwritten.

    Whoever might not write the one may write the other.
    QuizError if it cannot be read or written.
    """
    try:
        decks.mkdir(parents=True, exist_ok=True)
        return _adopt_folder(path, decks) if path.is_dir() else _adopt_file(path, decks)
    except OSError as error:
        raise QuizError("deck_not_copied", file=str(path), reason=_reason(error)) from error


def _adopt_folder(path: Path, decks: Path) -> Path:
    """It comes whole or not at all: until then the library skips it by its name."""
    if decks.resolve().is_relative_to(path.resolve()):
        raise QuizError("deck_not_copied", file=str(path), reason="your own decks lie in it")
    target = _free(decks / path.name)
    draft = target.with_name(f".{target.name}.part")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        shutil.copytree(
            path, draft, ignore=_left_out, copy_function=shutil.copyfile, ignore_dangling_symlinks=True
        )
        draft.rename(target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return target


def _left_out(folder: str, names: list[str]) -> set[str]:
    """What is hidden, and links to folders: they may lead round in a circle."""
    paths = {name: Path(folder, name) for name in names}
    return {
        name for name, path in paths.items() if name.startswith(".") or (path.is_symlink() and path.is_dir())
    }


def _reason(error: OSError) -> str:
    """In words; of several failures the first."""
    if isinstance(error, shutil.Error) and error.args and isinstance(error.args[0], list):
        return str(error.args[0][0][-1])
    return error.strerror or str(error)


def _adopt_file(path: Path, decks: Path) -> Path:
    """A deck that names other files gets a folder of its own, so that they lie where it says."""
    media = _media(path)
    if not media:
        target = _free(decks / path.name)
    else:
        folder = _free(decks / path.stem)
        folder.mkdir()
        target = folder / path.name
        for name in media:
            copy = folder / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path.parent / name, copy)
    shutil.copyfile(path, target)
    return target


def _media(path: Path) -> list[str]:
    """The files below its folder that a deck names and that are there, by their path from it."""
    deck = read(path.read_bytes(), str(path)).deck
    if deck is None:
        return []
    folder = path.parent.resolve()
    names = dict.fromkeys(name for note in deck.notes for name in named_files(note))
    found = ((folder / name).resolve() for name in names)
    inside = (file for file in found if file.is_file() and file.is_relative_to(folder))
    return [str(file.relative_to(folder)) for file in inside]


def _free(path: Path) -> Path:
    """A name that nothing has yet: deck.yaml, deck 2.yaml ..."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free
