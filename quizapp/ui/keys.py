"""Every key of the app, declared once: the screens bind them, the list of all keys shows them."""

from msgspec import Struct


class KeyBinding(Struct, frozen=True, kw_only=True):
    """One action and its key."""

    action: str
    """Name of the screen's method that does it."""
    key: str
    """Qt's portable spelling."""
    in_text: str = ""
    """Its key while a text field has the focus and plain letters are text; "" if it has none there."""
    label: str
    """Two or three words, marked for translation."""
    cap: str = ""
    """How the key is written on screen where that differs."""
    in_text_cap: str = ""


STUDY_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(
        action="go_on", key="Return", in_text="Return", label="check", cap="Enter", in_text_cap="Enter"
    ),
    KeyBinding(action="dont_know", key="0", in_text="Alt+0", label="I don’t know", in_text_cap="Alt 0"),
    KeyBinding(action="take_hint", key="H", in_text="Alt+H", label="hint", in_text_cap="Alt H"),
    KeyBinding(action="say_guess", key="G", label="I was guessing"),
    KeyBinding(action="say_right", key="R", label="my answer is right"),
    KeyBinding(action="say_slip", key="T", label="that was no typo"),
    KeyBinding(action="show_solution", key="A", label="show the right answer"),
    KeyBinding(action="go_to_source", key="S", label="source"),
    KeyBinding(action="play_sound", key="L", in_text="Alt+L", label="play the sound", in_text_cap="Alt L"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="edit", key="E", in_text="Alt+E", label="edit the card", in_text_cap="Alt E"),
    KeyBinding(action="flag", key="F", in_text="Alt+F", label="flag", in_text_cap="Alt F"),
    KeyBinding(action="suspend", key="P", in_text="Alt+P", label="put the card aside", in_text_cap="Alt P"),
    KeyBinding(action="leave", key="Esc", in_text="Esc", label="leave, resume later", in_text_cap="Esc"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys", in_text_cap="F1"),
)

WINDOW_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_home", key="Ctrl+1", label="home", cap="Ctrl 1"),
    KeyBinding(action="go_browse", key="Ctrl+2", label="all cards", cap="Ctrl 2"),
    KeyBinding(action="go_quiz", key="Ctrl+3", label="quiz or exam", cap="Ctrl 3"),
    KeyBinding(action="show_appearance", key="Ctrl+5", label="colours and text size", cap="Ctrl 5"),
    KeyBinding(action="quit", key="Ctrl+Q", label="quit", cap="Ctrl Q"),
)

SHELVING_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="open_deck", key="Ctrl+O", label="open a deck", cap="Ctrl O"),
)

LOOK_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="larger_text", key="Ctrl++", label="larger text", cap="Ctrl +"),
    KeyBinding(action="smaller_text", key="Ctrl+-", label="smaller text", cap="Ctrl -"),
    KeyBinding(action="normal_text", key="Ctrl+0", label="text at 100 %", cap="Ctrl 0"),
    KeyBinding(action="next_scheme", key="Ctrl+Shift+L", label="light, dark, contrast", cap="Ctrl Shift L"),
)

EDITOR_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="new_card", key="Ctrl+N", label="new card", cap="Ctrl N"),
    KeyBinding(action="switch_mode", key="Ctrl+Tab", label="form or YAML", cap="Ctrl Tab"),
    KeyBinding(action="cure_first", key="Ctrl+.", label="cure the first problem", cap="Ctrl ."),
    KeyBinding(action="next_problem", key="F8", label="next problem"),
    KeyBinding(action="last_problem", key="Shift+F8", label="problem before", cap="Shift F8"),
    KeyBinding(action="find_card", key="Ctrl+F", label="find a card", cap="Ctrl F"),
    KeyBinding(action="next_pane", key="F6", label="next pane"),
    KeyBinding(action="last_pane", key="Shift+F6", label="pane before", cap="Shift F6"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="redo", key="Ctrl+Shift+Z", label="redo", cap="Ctrl Shift Z"),
    KeyBinding(action="save", key="Ctrl+S", label="save now", cap="Ctrl S"),
    KeyBinding(action="back", key="Alt+Left", label="back", cap="Alt Left"),
)

BROWSE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="to_search", key="Ctrl+F", label="search", cap="Ctrl F"),
    KeyBinding(action="new_card", key="Ctrl+N", label="new card", cap="Ctrl N"),
    KeyBinding(action="save_search", key="Ctrl+S", label="save this search", cap="Ctrl S"),
    KeyBinding(action="replace", key="Ctrl+H", label="find and replace", cap="Ctrl H"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="next_pane", key="F6", label="next pane"),
    KeyBinding(action="last_pane", key="Shift+F6", label="pane before", cap="Shift F6"),
)

TABLE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="edit", key="Return", label="edit the card", cap="Enter"),
    KeyBinding(action="edit", key="E", label="edit the card"),
    KeyBinding(action="preview", key="Space", label="show or close the preview"),
    KeyBinding(action="tag", key="T", label="tag the cards"),
    KeyBinding(action="move", key="M", label="move the cards to another deck"),
    KeyBinding(action="flag", key="F", label="flag the cards"),
    KeyBinding(action="suspend", key="S", label="suspend the cards, or bring them back"),
)
"""While the table of all cards has the focus; the actions are those of ui/browse/actions.py."""

EXAM_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(
        action="go_on",
        key="Return",
        in_text="Return",
        label="save the answer",
        cap="Enter",
        in_text_cap="Enter",
    ),
    KeyBinding(action="dont_know", key="0", in_text="Alt+0", label="I don’t know", in_text_cap="Alt 0"),
    KeyBinding(action="flag", key="F", in_text="Alt+F", label="flag", in_text_cap="Alt F"),
    KeyBinding(action="next", key="N", in_text="Alt+N", label="next question", in_text_cap="Alt N"),
    KeyBinding(action="previous", key="B", in_text="Alt+B", label="question before", in_text_cap="Alt B"),
    KeyBinding(action="extend", key="M", in_text="Alt+M", label="5 more minutes", in_text_cap="Alt M"),
    KeyBinding(
        action="hand_in",
        key="Ctrl+Return",
        in_text="Ctrl+Return",
        label="hand in",
        cap="Ctrl Enter",
        in_text_cap="Ctrl Enter",
    ),
    KeyBinding(action="leave", key="Esc", in_text="Esc", label="leave, resume later", in_text_cap="Esc"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys", in_text_cap="F1"),
)

ROUND_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_on", key="Return", label="go on", cap="Enter"),
    KeyBinding(action="dont_know", key="0", label="I don’t know"),
    KeyBinding(action="leave", key="Esc", label="end the round"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys"),
)

RAPID_KEYS: tuple[KeyBinding, ...] = (
    *ROUND_KEYS,
    KeyBinding(action="pause", key="P", label="stop the clock, or go on"),
    KeyBinding(action="extend", key="M", label="one more minute"),
)

SETUP_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="start", key="Ctrl+Return", label="start the exam", cap="Ctrl Enter"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="back", key="Esc", label="back"),
)

RENAME_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="previous", key="Up", label="the pair before", cap="↑"),
    KeyBinding(action="next", key="Down", label="the next pair", cap="↓"),
    KeyBinding(action="say_same", key="Y", label="it is the same card"),
    KeyBinding(action="say_different", key="N", label="they are different cards"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="back", key="Esc", label="back"),
)

MISSING_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="previous", key="Up", label="the card before", cap="↑"),
    KeyBinding(action="next", key="Down", label="the next card", cap="↓"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo", cap="Ctrl Z"),
    KeyBinding(action="back", key="Esc", label="close what is open, or back"),
)
