"""What home tells of deck files and folders until it is settled, as values."""

from typing import Literal

from msgspec import Struct

from quizapp.core.problems import Problem

NoticeKind = Literal["broken", "copy", "folder", "offer", "progress", "done", "arrived", "sync"]
"""A save broke a deck; a deck is there twice; something is wrong with a folder; may this be opened?; there is
something about the progress, its copies or the clock; this was done and can be undone; this came from other
machines; something is wrong with the folder shared with them."""


class Notice(Struct, frozen=True, kw_only=True):
    """One thing to tell, and what it is about."""

    kind: NoticeKind
    path: str = ""
    """Of the deck file or folder."""
    title: str = ""
    """Of the deck."""
    deck_key: int = 0
    problem: Problem | None = None
    """Where the mistake is, and what to do."""
    more: int = 0
    """Further mistakes in that deck."""
    other: str = ""
    """A deck that is the same: its path."""
    removable: bool = False
    """It is about a folder that the learner added."""
    did: str = ""
    """What was done, or came, in words that are translated already."""
