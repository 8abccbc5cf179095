"""Decks to be exported in tests."""

from collections.abc import Mapping

from quizapp.formats import apkg_write, load
from quizapp.formats.base import Imported, Shipped, Source
from quizapp.formats.yaml_deck import read

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
MP3 = b"ID3\x03\x00" + bytes(20)
FILES = {"media/map.png": PNG, "media/say.mp3": MP3}


def shipped(text: str, files: Mapping[str, bytes] = FILES, folders: tuple[str, ...] = ()) -> Shipped:
    """A deck without an error."""
    loaded = read(text.encode(), "deck.yaml")
    assert not [one for one in loaded.problems if one.severity == "error"], loaded.problems
    assert loaded.deck is not None
    return Shipped(loaded.deck, text, files.get, folders=folders)


def packed(*decks: Shipped, now: int = 1_790_000_000) -> bytes:
    """Their package, as it is made at a time."""
    return apkg_write.write(decks, "deck.apkg", now).files["deck.apkg"]


def reread(*decks: Shipped) -> Imported:
    """Their package as our own reader has it."""
    return load("apkg").read(Source("deck.apkg", packed(*decks)), {})
