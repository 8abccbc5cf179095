"""Packages of Anki that we write, read back by our own reader."""

from quizapp.formats import load
from quizapp.formats.base import Shipped, Source
from quizapp.formats.yaml_deck import read

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def shipped(text: str, files: dict[str, bytes] | None = None) -> Shipped:
    loaded = read(text.encode(), "deck.yaml")
    assert loaded.deck is not None
    assert not [one for one in loaded.problems if one.severity == "error"]
    return Shipped(loaded.deck, text, (files or {}).get)


def test_a_picture_and_a_sound_come_along() -> None:
    text = "title: D\ncards:\n- {id: one-two, q: 'Q ![x](media/a.png)', a: A, media: media/b.mp3}\n"
    deck = shipped(text, {"media/a.png": PNG, "media/b.mp3": b"ID3\x03"})
    package = load("apkg").write((deck,))
    (data,) = package.files.values()
    found = load("apkg").read(Source("deck.apkg", data), {})
    assert {one.name: one.read() for one in found.media} == {"media/a.png": PNG, "media/b.mp3": b"ID3\x03"}
    (card,) = found.decks[0].cards
    assert card.key == "one-two"
