"""What importers and exporters say: codes of problems with their sentences; part of core.problems.MESSAGES.

An error costs one question, note or row; a warning costs nothing but says what is otherwise than it was.
"""

from collections.abc import Mapping
from typing import Final

from quizapp.core.messages import Severity

IMPORT_MESSAGES: Final[Mapping[str, tuple[Severity, str]]] = {
    # the source as a whole
    "import_unknown": ("error", "{file} is in no format that quizapp reads."),
    "import_folder": ("error", "{file} is a folder with several files; import them by themselves."),
    "import_not": ("error", "{file} cannot be read as {format}: {reason}."),
    "import_too_big": ("error", "{file} has {size} MB; {format} may have {limit} MB."),
    "import_nothing": ("error", "There are no cards in {file}."),
    "import_slow": ("error", "{file} takes longer than {limit} s to read. It was given up."),
    "import_set_key": ("error", "There is no “{key}” to be set here; there are: {keys}."),
    "import_set_value": ("error", "“{key}” cannot be “{value}”; it can be: {values}."),
    # single questions, notes and rows
    "import_no_question": ("error", "The question is empty."),
    "import_no_answer": ("error", "The answer is empty."),
    "import_no_such_choice": ("error", "What is said to be right is none of the choices."),
    "import_no_choice": ("error", "The answer {answer} is none of the {count} choices."),
    "import_no_holes": ("error", "The text has no hole to be filled."),
    "import_no_regions": ("error", "There is no picture with covered parts."),
    "import_no_type": ("error", "Its note type is not in the file."),
    "import_columns": ("error", "1 value where {expected} are expected."),
    "import_quote": ("error", "A quote opens and never closes."),
    "import_same": ("error", "The same card stands at {other} already."),
    "import_kind": ("error", "Questions of the type {kind} have no counterpart here."),
    "import_syntax": ("error", "This cannot be read: {reason}."),
    "import_card_gone": ("error", "The card is no longer in {file}."),
    "import_overgrown": ("error", "It is no card for people: one of its texts has more than {limit} {what}."),
    "import_refused": ("error", "It makes no card: {reason}"),
    # what is otherwise than it was
    "import_lost": ("warning", "{what} has no place in a deck; it is left out."),
    "import_lost_often": ("warning", "{what} has no place in a deck; it is left out of {count} questions."),
    "import_disagree": ("warning", "{one} and {other} name different answers; {one} counts."),
    "import_counting": (
        "warning",
        "Nothing tells whether choices are counted from 0 or from 1; they were counted from {first}.",
    ),
    "import_several": ("warning", "Several answers and no choices, in {count} places; {reading}."),
    "import_parted": ("warning", "Questions and answers stand in one text; they were parted at “{sign}”."),
    "import_coded": ("warning", "The texts are written in {coding}; they were read as what they stand for."),
    "import_changed": ("warning", "{what} became {became}."),
    "import_twice": ("warning", "“{text}” is there twice; one of the two is left out."),
    "import_media_unreadable": ("warning", "The file {name} cannot be read: {reason}"),
    "import_unwritable": (
        "error",
        "It cannot be written in {folder}: {reason}. Nothing was changed.",
    ),
    "import_media_missing": ("warning", "The file {name} is not there; the card still names it."),
    "import_media_refused": ("warning", "The file {name} is neither a picture nor a sound that decks show."),
    "import_media_outward": (
        "warning",
        "The drawing {name} is more than that ({reason}); it stays out.",
    ),
    "import_column": ("warning", "The column {name} is left out."),
    "import_encoding": ("warning", "The text is not UTF-8; it was read as {encoding}."),
    "import_duplicate_key": ("warning", "{key} is there twice; the other value is: {value}"),
    "import_card_warning": ("warning", "{reason}"),
    # archives
    "archive_broken": ("error", "{file} is damaged: {reason}."),
    "archive_many": ("error", "{file} holds more than {limit} files."),
    "archive_bomb": ("error", "{name} in {file} would unpack to more than {limit} MB."),
    "archive_path": ("warning", "{name} points outside the archive; it is left out."),
    "archive_twice": ("warning", "{name} is there twice; the last one counts."),
    "archive_link": ("warning", "{name} is a link; it is left out."),
    "xml_entities": ("error", "{file} declares entities of its own; such files are refused."),
    # exports
    "export_lost": ("warning", "{format} has no place for {what}."),
    "export_changed": ("warning", "{what} becomes {became} in {format}."),
    "export_kind": ("error", "Cards of the kind {kind} have no counterpart in {format}."),
    "export_media_missing": ("warning", "The file {name} is not there."),
    "export_unread": ("error", "{file} cannot be read: {reason}"),
    "export_over": ("error", "{file} is one of the decks that go; write to another place."),
    "export_nothing": ("error", "There is no card to export."),
}
