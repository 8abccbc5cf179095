"""What can be done to cards in the table: one declaration for action bar, menu of the row and keys."""

from msgspec import Struct


class Action(Struct, frozen=True, kw_only=True):
    """Something that is done to the row, or to all that are selected."""

    name: str
    """Of the screen's method `do_<name>`."""
    label: str
    """Marked for translation, as `off` and `cap`."""
    off: str = ""
    """The words while all of them have it already: then it takes it back."""
    icon: str = ""
    in_bar: bool = False
    """It has a button of its own where there is room."""
    writes: bool = False
    """It changes deck files."""


ACTIONS: tuple[Action, ...] = (
    Action(name="tag", label="Tag", icon="tag", in_bar=True, writes=True),
    Action(name="move", label="Move", icon="move", in_bar=True, writes=True),
    Action(name="flag", label="Flag", off="Remove flag", icon="flag", in_bar=True),
    Action(name="suspend", label="Suspend", off="Bring back", icon="pause", in_bar=True),
    Action(name="set_due", label="Set due", icon="clock", in_bar=True),
    Action(name="bury", label="Not today", off="Today after all", icon="clock"),
    Action(name="reset", label="Start again as new"),
    Action(name="set_key", label="Set source or status", writes=True),
    Action(name="replace", label="Find and replace", writes=True),
    Action(name="pin", label="Pin ids", writes=True),
)
