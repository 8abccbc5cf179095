"""What a card says, reduced to a few letters: has it changed since it was learned?"""

from hashlib import blake2b

from quizapp.core.deck import Note
from quizapp.core.identity import normal


def content_hash(front: str, back: str) -> str:
    """Of a question and its right answer in plain words; logged with each review, so its rule is frozen.

    Case and spaces are left out, as in fingerprints: who mends a capital letter changes nothing to learn.
    """
    text = f"{normal(front)}\0{normal(back)}"
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def content_of(note: Note, part: str) -> str:
    """The hash of one card of a note."""
    return content_hash(note.front(part), note.back(part))
