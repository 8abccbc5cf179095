"""Every key of the app as it is at first, declared once.

ui/key_lists.py names the lists; ui/bindings.py says which keys are in force, and binds them; the list of all
keys, the settings and the palette show them.
"""

from msgspec import Struct


class KeyBinding(Struct, frozen=True, kw_only=True):
    """One action and its key."""

    action: str
    """Name of the screen's method that does it."""
    key: str
    """Qt's portable spelling; "" for an action that has none at first."""
    in_text: str = ""
    """Its key while a text field has the focus and plain letters are text; "" if it has none there."""
    label: str
    """Two or three words, marked for translation."""
    also: str = ""
    """A second key, which stays whatever the learner chooses."""


STUDY_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_on", key="Return", in_text="Return", label="check"),
    KeyBinding(action="dont_know", key="0", in_text="Alt+0", label="I don’t know"),
    KeyBinding(action="take_hint", key="H", in_text="Alt+H", label="hint"),
    KeyBinding(action="say_guess", key="G", label="I was guessing"),
    KeyBinding(action="say_right", key="R", label="my answer is right"),
    KeyBinding(action="say_slip", key="T", label="that was no typo"),
    KeyBinding(action="rate_again", key="", label="rate: Again"),
    KeyBinding(action="rate_hard", key="", label="rate: Hard"),
    KeyBinding(action="rate_good", key="", label="rate: Good"),
    KeyBinding(action="rate_easy", key="", label="rate: Easy"),
    KeyBinding(action="show_solution", key="A", label="show the right answer"),
    KeyBinding(action="go_to_source", key="S", label="source"),
    KeyBinding(action="play_sound", key="L", in_text="Alt+L", label="play the sound"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="edit", key="E", in_text="Alt+E", label="edit the card"),
    KeyBinding(action="flag", key="F", in_text="Alt+F", label="flag"),
    KeyBinding(action="suspend", key="P", in_text="Alt+P", label="put the card aside"),
    KeyBinding(action="bury", key="B", in_text="Alt+B", label="put aside until tomorrow"),
    KeyBinding(
        action="bury_siblings", key="N", in_text="Alt+N", label="put aside with its siblings until tomorrow"
    ),
    KeyBinding(action="show_history", key="I", label="every answer to the card"),
    KeyBinding(action="leave", key="Esc", in_text="Esc", label="leave, resume later"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys"),
)

WINDOW_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_home", key="Ctrl+1", label="home"),
    KeyBinding(action="go_browse", key="Ctrl+2", label="all cards"),
    KeyBinding(action="go_quiz", key="Ctrl+3", label="quiz or exam"),
    KeyBinding(action="go_statistics", key="Ctrl+4", label="statistics"),
    KeyBinding(action="go_preferences", key="Ctrl+5", label="settings"),
    KeyBinding(action="show_palette", key="Ctrl+K", label="find what the app can do"),
    KeyBinding(action="quit", key="Ctrl+Q", label="quit"),
)

PLACE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_new_deck", key="", label="new deck"),
    KeyBinding(action="go_import", key="", label="import files or text"),
    KeyBinding(action="go_export", key="", label="export decks"),
    KeyBinding(action="go_history", key="", label="exams that were handed in"),
    KeyBinding(action="go_analysis", key="", label="how well each question works"),
    KeyBinding(action="go_pairs", key="", label="match the pairs"),
    KeyBinding(action="go_rapid", key="", label="rapid round"),
    KeyBinding(action="go_renames", key="", label="did you rename these?"),
    KeyBinding(action="go_missing", key="", label="missing cards"),
    KeyBinding(action="go_backups", key="", label="backups"),
    KeyBinding(action="go_due_days", key="", label="spread a backlog or move due days"),
    KeyBinding(action="go_custom_study", key="", label="study what a search finds"),
    KeyBinding(action="back_up", key="", label="back up now"),
)
"""ui/destinations.py says where each leads."""

SHELVING_KEYS: tuple[KeyBinding, ...] = (KeyBinding(action="open_deck", key="Ctrl+O", label="open a deck"),)

LOOK_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="larger_text", key="Ctrl++", label="larger text"),
    KeyBinding(action="smaller_text", key="Ctrl+-", label="smaller text"),
    KeyBinding(action="normal_text", key="Ctrl+0", label="text at 100 %"),
    KeyBinding(action="next_scheme", key="Ctrl+Shift+L", label="light, dark, contrast"),
)

EDITOR_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="new_card", key="Ctrl+N", label="new card"),
    KeyBinding(action="switch_mode", key="Ctrl+Tab", label="form or YAML"),
    KeyBinding(action="cure_first", key="Ctrl+.", label="cure the first problem"),
    KeyBinding(action="next_problem", key="F8", label="next problem"),
    KeyBinding(action="last_problem", key="Shift+F8", label="problem before"),
    KeyBinding(action="find_card", key="Ctrl+F", label="find a card"),
    KeyBinding(action="next_pane", key="F6", label="next pane"),
    KeyBinding(action="last_pane", key="Shift+F6", label="pane before"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="redo", key="Ctrl+Shift+Z", label="redo"),
    KeyBinding(action="save", key="Ctrl+S", label="save now"),
    KeyBinding(action="back", key="Alt+Left", label="back"),
)

BROWSE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="to_search", key="Ctrl+F", label="search"),
    KeyBinding(action="new_card", key="Ctrl+N", label="new card"),
    KeyBinding(action="save_search", key="Ctrl+S", label="save this search"),
    KeyBinding(action="study_found", key="Ctrl+Shift+S", label="study what is found"),
    KeyBinding(action="replace", key="Ctrl+H", label="find and replace"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="next_pane", key="F6", label="next pane"),
    KeyBinding(action="last_pane", key="Shift+F6", label="pane before"),
)

TABLE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="edit", key="E", label="edit the card", also="Return"),
    KeyBinding(action="preview", key="Space", label="show or close the preview"),
    KeyBinding(action="tag", key="T", label="tag the cards"),
    KeyBinding(action="move", key="M", label="move the cards to another deck"),
    KeyBinding(action="flag", key="F", label="flag the cards"),
    KeyBinding(action="suspend", key="S", label="suspend the cards, or bring them back"),
    KeyBinding(action="history", key="H", label="every answer to the card"),
    KeyBinding(action="study", key="", label="study the cards, schedule untouched"),
    KeyBinding(action="count", key="", label="study the cards, and let it count"),
    KeyBinding(action="set_due", key="", label="set when the cards are due"),
    KeyBinding(action="bury", key="", label="not today, or today after all"),
    KeyBinding(action="reset", key="", label="start the cards again as new"),
    KeyBinding(action="set_key", key="", label="set source or status of the cards"),
    KeyBinding(action="replace", key="", label="find and replace in these cards"),
    KeyBinding(action="pin", key="", label="pin the ids of the cards"),
    KeyBinding(action="pairs", key="", label="match the pairs of these cards"),
    KeyBinding(action="rapid", key="", label="rapid round of these cards"),
    KeyBinding(action="duplicates", key="", label="find look-alikes in all decks"),
)
"""While the table of all cards has the focus; the actions are those of ui/browse/actions.py."""

EXAM_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(
        action="go_on",
        key="Return",
        in_text="Return",
        label="save the answer",
    ),
    KeyBinding(action="dont_know", key="0", in_text="Alt+0", label="I don’t know"),
    KeyBinding(action="flag", key="F", in_text="Alt+F", label="flag"),
    KeyBinding(action="next", key="N", in_text="Alt+N", label="next question"),
    KeyBinding(action="previous", key="B", in_text="Alt+B", label="question before"),
    KeyBinding(action="extend", key="M", in_text="Alt+M", label="5 more minutes"),
    KeyBinding(
        action="hand_in",
        key="Ctrl+Return",
        in_text="Ctrl+Return",
        label="hand in",
    ),
    KeyBinding(action="leave", key="Esc", in_text="Esc", label="leave, resume later"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys"),
)

ROUND_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="go_on", key="Return", label="go on"),
    KeyBinding(action="dont_know", key="0", label="I don’t know"),
    KeyBinding(action="leave", key="Esc", label="end the round"),
    KeyBinding(action="show_keys", key="?", in_text="F1", label="all keys"),
)

RAPID_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="pause", key="P", label="stop the clock, or go on"),
    KeyBinding(action="extend", key="M", label="one more minute"),
)

SETUP_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="start", key="Ctrl+Return", label="start the exam"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="back", key="Esc", label="back"),
)

PREFERENCES_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="to_search", key="Ctrl+F", label="search the settings"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo the last change"),
    KeyBinding(action="back", key="Esc", also="Alt+Left", label="back"),
)

RENAME_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="previous", key="Up", label="the pair before"),
    KeyBinding(action="next", key="Down", label="the next pair"),
    KeyBinding(action="say_same", key="Y", label="it is the same card"),
    KeyBinding(action="say_different", key="N", label="they are different cards"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="back", key="Esc", label="back"),
)

MISSING_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="previous", key="Up", label="the card before"),
    KeyBinding(action="next", key="Down", label="the next card"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="back", key="Esc", label="close what is open, or back"),
)

HOME_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="search", key="Ctrl+F", label="search"),
    KeyBinding(action="paste", key="Ctrl+V", label="import the text that was copied"),
)

SUMMARY_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="undo", key="Ctrl+Z", label="undo the last step"),
    KeyBinding(action="done", key="Esc", label="done"),
)

BACK_KEYS: tuple[KeyBinding, ...] = (KeyBinding(action="back", key="Esc", label="back", also="Alt+Left"),)
"""Of screens that have no other keys of their own."""

AUTHOR_KEYS: tuple[KeyBinding, ...] = (KeyBinding(action="edit", key="E", label="edit the deck"), *BACK_KEYS)

CARD_KEYS: tuple[KeyBinding, ...] = (KeyBinding(action="edit", key="E", label="edit the card"), *BACK_KEYS)
"""Of the history of a card."""

HISTORY_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="again", key="A", label="the same questions again"),
    KeyBinding(action="fresh", key="N", label="the same plan, other questions"),
    KeyBinding(action="compare", key="C", label="compare with the one before"),
    KeyBinding(action="delete", key="Del", label="delete"),
    KeyBinding(action="back", key="Esc", label="back"),
)
"""Of the exams that were handed in."""

IMPORT_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="start", key="Ctrl+Return", label="import the cards"),
    KeyBinding(action="next", key="Alt+Right", label="next card"),
    KeyBinding(action="previous", key="Alt+Left", label="card before, or back"),
    KeyBinding(action="paste", key="Ctrl+V", label="read the text that was copied"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo the import"),
    KeyBinding(action="back", key="Esc", label="back"),
)
"""On the way in; Alt+Left walks while there are cards to be seen."""

EXPORT_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="start", key="Ctrl+Return", label="export"),
    *BACK_KEYS,
)

BACKUPS_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="save", key="Ctrl+S", label="back up now"),
    *BACK_KEYS,
)

STATISTICS_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="to_search", key="Ctrl+F", label="only some cards"),
    KeyBinding(action="print_all", key="Ctrl+P", label="print, or save as PDF"),
    KeyBinding(action="undo", key="Ctrl+Z", label="undo"),
    KeyBinding(action="back", key="Esc", also="Alt+Left", label="back"),
)

CLOZE_KEYS: tuple[KeyBinding, ...] = (
    KeyBinding(action="hide_words", key="Ctrl+Shift+C", label="make a hole of the marked words"),
)
"""In a text with holes that is written."""
