"""Packages of Anki with anything in them: cards, or a message with its reason; soon, and nothing else."""

import zipfile
from io import BytesIO
from random import Random

import pytest
import zstandard

from quizapp.core.problems import QuizError
from quizapp.formats import load
from quizapp.formats.base import Source
from tests.formats.anki_made import CLOZE, REVERSED, Note, cards, collection, package
from tests.formats.shipping import FILES, MP3, PNG, packed, shipped

OURS = """
title: D
cards:
- {id: both-1, q: "dog ![x](media/map.png)", a: perro, reverse: true}
- {id: choice, q: Which?, a: "Yes", wrong: ["No": not so, Maybe], hint: [a, b]}
- {id: holes-1, cloze: "The {{c1::cell :: unit}} of $a^{ {{c2::b^{x}}} }$", media: media/say.mp3}
- {id: region, q: Name it, image: media/map.png, regions: [A: 10 20 30 40, B: 1 2 3 4]}
"""
NOTES = [
    Note("guid-1", '<b>Q</b> <img src="a b.png">', "<ul><li>A</ul>[sound:say.mp3]", tags="a b"),
    Note("guid-2", "dog", "perro", type_=REVERSED, cards=[(0, 1, 0, 0, 0), (1, 1, 0, -1, 3)]),
    Note("guid-3", "{{c1::a {{c2::b}}::h}} \\(x_{ {{c3::y}} }\\)", "", type_=CLOZE),
]
SPLICES = (b"\xff" * 8, b"\0" * 8, b"{{c1::", b"}}", b"<ul><li>", b'"', b"\x1f", b"{{#")


def sources() -> list[bytes]:
    made = collection(NOTES, reviews=[(1000, 0, 3, 900, 1), (2000, 1, 1, 800, 0)])
    old = package(made, {"a b.png": PNG, "say.mp3": MP3})
    new = package(made, FILES, collection__anki21b=zstandard.ZstdCompressor().compress(made))
    return [old, new, packed(shipped(OURS))]


def spoilt(data: bytes, chance: Random) -> bytes:
    """Bytes changed, cut out, put in, doubled."""
    out = bytearray(data)
    for _ in range(chance.choice([1, 3, 20])):
        at = chance.randrange(len(out) + 1)
        length = chance.randrange(1, 40)
        out[at : at + chance.choice([0, 1, length])] = chance.choice(
            [b"", chance.randbytes(length), chance.choice(SPLICES), bytes(out[-length:])]
        )
    return bytes(out)


def within(data: bytes, chance: Random) -> bytes:
    """The package with one member spoilt, also below its zstd."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            if name == chosen and content.startswith(b"\x28\xb5\x2f\xfd"):
                plain = zstandard.ZstdDecompressor().decompress(content)
                content = zstandard.ZstdCompressor().compress(spoilt(plain, chance))
            elif name == chosen:
                content = spoilt(content, chance)
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("count", [60, pytest.param(2000, marks=pytest.mark.slow)])
def test_spoilt_packages_are_read_or_refused(count: int) -> None:
    whole = sources()
    opened = 0
    for seed in range(count):
        chance = Random(seed)
        spoil = chance.choice([spoilt, within, within])
        data = spoil(chance.choice(whole), chance)
        try:
            found = load("apkg").read(Source("some.apkg", data), {})
        except QuizError:
            continue
        opened += 1
        assert found.read == len({card.where.line for card in cards(found)}) + len(found.skipped), seed
        for one in found.media:
            try:
                one.read()
            except QuizError:
                continue
    assert opened > count / 4
