"""What a window says of a problem beside its sentence: a short heading, and its cure as a verb.

Words are English and marked for translation; headings are templates with the problem's arguments. A cure
itself, a replacement in the text, is made where the problem is found and comes with it (Problem.fix).
"""

from collections.abc import Mapping

from msgspec import Struct

from quizapp.core.kinds import KINDS
from quizapp.core.problems import Problem


class Entry(Struct, frozen=True, omit_defaults=True):
    """What belongs to a code of MESSAGES."""

    title: str
    """A heading of a few words, no full stop."""
    cure: str = ""
    """What the button says that puts `fix.text` in; empty where no problem of the code has a fix."""
    removal: str = ""
    """The same for a fix that puts nothing in. What is taken out is empty, unseen, or stands there twice:
    always safe."""
    safe: bool = False
    """True if the text means afterwards what its author meant beyond doubt: it may be cured unasked."""


_QUOTE = "Put in quotes"
_COMMENT = "Make it a comment"
_DUPLICATE = "Remove the duplicate"
_REPLACE = "Replace it"
_REMOVE = "Remove it"

TITLES_BY_SIGN: Mapping[str, str] = {
    ":": "A colon inside the text",
    "#": "A # inside the text",
    "{": "A brace at the start",
    "[": "A bracket at the start",
    "-": "A dash at the start",
    "&": "An ampersand at the start",
    "*": "A star at the start",
    "!": "An exclamation mark at the start",
    "%": "A percent sign at the start",
    "@": "An at sign at the start",
    "`": "A backtick at the start",
    "|": "A bar at the start",
    ">": "An angle bracket at the start",
    "'": "A quote at the start",
    '"': "A quote at the start",
}
"""The heading of `quote_needed`, by the character that has a meaning."""

ENTRIES: Mapping[str, Entry] = {
    # the kinds: core/kinds
    "kind_unknown": Entry("Unknown kind “{name}”", "Correct the word"),
    "kinds_two": Entry("Two kinds on one card"),
    "list_without_wrong": Entry("A list where a text belongs", _QUOTE),
    "credit_range": Entry("Credit out of range"),
    "credit_unused": Entry("A credit without effect"),
    "reject_right": Entry("The right answer is rejected"),
    "option_twice": Entry("The same option twice", removal=_DUPLICATE),
    "options_too_few": Entry("Too few options"),
    "draw_none": Entry("No wrong option is shown"),
    "draw_too_many": Entry("More options asked for than there are"),
    "last_unknown": Entry("The last option is none of them"),
    "near_unknown": Entry("Unknown verdict"),
    # deck files: formats/encoding, deck_text, deck_layout, deck_parts, yaml_deck
    "file_empty": Entry("Empty file"),
    "file_binary": Entry("No text file"),
    "file_encoding": Entry("Not UTF-8", "Convert to UTF-8"),
    "file_foreign": Entry("Another program’s file"),
    "deck_expected": Entry("No deck"),
    "document_second": Entry("A second deck in the file"),
    "cards_missing": Entry("No list of cards"),
    "cards_empty": Entry("No cards yet"),
    "cards_no_list": Entry("No list behind “cards”"),
    "cards_key_missing": Entry("The line “cards:” is missing", "Add the line", safe=True),
    "cards_go_on": Entry("Cards in two places"),
    "odd_space": Entry("An odd space", _REPLACE, _REMOVE, safe=True),
    "zero_width": Entry("An invisible character", _REPLACE, _REMOVE, safe=True),
    "line_separator": Entry("An odd end of line", _REPLACE, _REMOVE),
    "control_character": Entry("A control character", _REPLACE, _REMOVE),
    "more_odd_characters": Entry("More odd characters"),
    # deck files: formats/yaml_repair, yaml_traps
    "yaml": Entry("Not to be read"),
    "tab": Entry("A tab in the indentation", "Use spaces", safe=True),
    "no_space": Entry("No space behind the colon", "Add a space", safe=True),
    "indent": Entry("Wrong indentation", "Align the key", safe=True),
    "no_dash": Entry("A missing dash", "Add the dash", safe=True),
    "dash_column": Entry("A dash out of line", "Align the dash", safe=True),
    "quote_needed": Entry("A sign of YAML in the text", _QUOTE, safe=True),
    "quote_broken": Entry("A quote that goes wrong", "Mend the quotes"),
    "unclosed": Entry("A bracket not closed", "Close the bracket"),
    "tag": Entry("A text taken for a tag", _QUOTE, safe=True),
    "anchor": Entry("A text taken for an anchor", _QUOTE, safe=True),
    "alias_card": Entry("An alias for a card"),
    "alias_map": Entry("An alias for a map", _QUOTE),
    "alias_outside": Entry("An alias without an anchor", _QUOTE),
    "merge": Entry("A merge key"),
    "too_complex": Entry("Too much in one card"),
    "cut_comment": Entry("A text cut short by #", _QUOTE),
    "digit_comma": Entry("A number split at its comma", _QUOTE),
    "folded": Entry("A text over several lines", _QUOTE, safe=True),
    # cards and their keys: formats/reading, fields, card_reader, card_checks, deck_header
    "card_expected": Entry("No card"),
    "card_empty": Entry("An empty card", removal="Remove the dash"),
    "duplicate_key": Entry("The key “{key}” twice", _COMMENT, _DUPLICATE),
    "duplicate_id": Entry("The id “{id}” twice", "Give it a new id"),
    "unknown_key": Entry("Unknown key “{key}”"),
    "unknown_key_like": Entry("Unknown key “{key}”", "Rename the key", safe=True),
    "unknown_key_often": Entry("Unknown key “{key}” on many cards"),
    "key_idle": Entry("A key without effect", _COMMENT),
    "key_of_cards": Entry("A key of cards in the deck’s head"),
    "key_missing": Entry("“{key}” is missing"),
    "key_not_text": Entry("A key that is no text", _QUOTE),
    "value_missing": Entry("Nothing behind “{key}”", _QUOTE),
    "option_empty": Entry("Nothing behind “{key}”", _QUOTE, "Remove the key"),
    "item_empty": Entry("An empty item", _QUOTE, "Remove the item"),
    "text_expected": Entry("No text behind “{key}”", _QUOTE),
    "value_expected": Entry("Several values where one belongs"),
    "keys_expected": Entry("The keys below “{key}”"),
    "map_expected": Entry("No names with values"),
    "map_dashes": Entry("Dashes before names", "Take the dashes away", safe=True),
    "pair_expected": Entry("No pair"),
    "word_expected": Entry("An unknown word", "Correct the word"),
    "number_expected": Entry("No number"),
    "whole_number_expected": Entry("No whole number"),
    "share_expected": Entry("Out of range"),
    "number_range": Entry("Out of range"),
    "exam_query": Entry("A search with a mistake"),
    "exam_untitled": Entry("A preset without a title"),
    "exam_same_title": Entry("Two presets with one title"),
    "id_character": Entry("A # in the id", "Leave it out"),
    "claim_without_by": Entry("A claim of nobody"),
    "source_unknown": Entry("Unknown source “{name}”", "Correct the name"),
    "at_alone": Entry("A place without a source", "Add the source"),
    "date_unclear": Entry("An unclear date", "Write it {plain}", safe=True),
    "language_unknown": Entry("Unknown language", "Write {tag}", safe=True),
    "maths_long": Entry("A long formula"),
    "maths_undrawable": Entry("A formula that cannot be drawn"),
    "maths_deep": Entry("Deeply nested braces"),
    # deck files and what lies beside them: formats/checking
    "image_missing": Entry("A missing file", "Correct the name"),
    "image_outside": Entry("A file out of reach"),
    # what a course owes beyond that: core/course_rules
    "source_absent": Entry("No source"),
    "place_absent": Entry("No place in the source"),
    "status_absent": Entry("No status"),
    "alt_absent": Entry("A picture without words"),
    "prompt_near": Entry("Nearly the same question"),
    "key_given_away": Entry("The answer is given away"),
    "second_right": Entry("A wrong option that is right"),
    # the library: store/folders, parsing, reconcile
    "folder_missing": Entry("A missing folder"),
    "deck_missing": Entry("A missing deck"),
    "folder_full": Entry("Too large a folder"),
    "folder_unreadable": Entry("A folder that cannot be read"),
    "file_name_odd": Entry("An odd file name"),
    "deck_unreadable": Entry("A file that cannot be read"),
    "deck_too_big": Entry("Too big a file"),
    "deck_copy": Entry("A copy of another deck"),
    "id_twice": Entry("The id “{id}” twice", "Give it a new id"),
    "card_twice": Entry("The same card twice", "Give it an id"),
    **{
        code: Entry(
            title,
            f"Write it {{{words.rewrites[code]}}}" if code in words.rewrites else "",
            _DUPLICATE if code in words.doubles else "",
        )
        for kind in KINDS
        for words in kind.words
        for code, title in words.titles.items()
    },
}
"""Code -> what belongs to it. Codes of the learner's own files have none: nobody mends those in a text."""


def title(problem: Problem) -> str:
    """The heading of a problem: a template for its arguments."""
    sign = problem.args.get("character", "") if problem.code == "quote_needed" else ""
    return TITLES_BY_SIGN.get(sign) or ENTRIES[problem.code].title


def cure(problem: Problem) -> str:
    """What the button says that cures a problem, a template for its arguments; empty without a fix."""
    if problem.fix is None:
        return ""
    entry = ENTRIES[problem.code]
    return (entry.removal if not problem.fix.text else "") or entry.cure


def is_safe(problem: Problem) -> bool:
    """True if a problem may be cured unasked."""
    if problem.fix is None:
        return False
    entry = ENTRIES[problem.code]
    return entry.safe or (bool(entry.removal) and not problem.fix.text)
