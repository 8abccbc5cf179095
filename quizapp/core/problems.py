"""What went wrong and where: values for the person who wrote the deck, and one exception for the rest.

A Problem is a code with arguments; its English words stand in MESSAGES and are translated only in the
window. Tests compare codes.
"""

from msgspec import Struct

from quizapp.core.fits import MESSAGES as OF_FITS
from quizapp.core.import_words import IMPORT_MESSAGES
from quizapp.core.messages import Message, Messages
from quizapp.core.messages import Severity as Severity
from quizapp.core.progress_words import PROGRESS_MESSAGES
from quizapp.core.reviews_in import MESSAGES as OF_REVIEWS_IN


class Where(Struct, frozen=True, omit_defaults=True):
    """A place in a file; line and column count from 1, 0 means the whole file."""

    file: str = ""
    line: int = 0
    column: int = 0


class Fix(Struct, frozen=True, omit_defaults=True):
    """A one-click cure: replace text[start:end] by `text`.

    Offsets count characters of the decoded file without its byte order mark.
    """

    start: int
    end: int
    text: str


class Problem(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to mend in a deck."""

    code: str
    where: Where = Where()
    args: dict[str, str] = {}
    card: str = ""
    """The front of the card it stands in, shortened; empty for the deck itself."""
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        """`error` costs the card (or the deck); a `warning` costs nothing."""
        return MESSAGES[self.code][0]

    @property
    def message(self) -> str:
        """The English sentence: what happened and what to do."""
        return MESSAGES[self.code][1].format_map(self.args)


class QuizError(Exception):
    """A failure with a sentence for the user: a code of MESSAGES and its arguments."""

    def __init__(self, code: str, **args: str) -> None:
        super().__init__(MESSAGES[code][1].format_map(args))
        self.code = code
        self.args_by_name = args


_OWN: dict[str, Message] = {
    **PROGRESS_MESSAGES,
    # the kinds: core/kinds
    "kind_unknown": ("error", "There is no kind {name}. Known kinds: {known}."),
    "kinds_two": ("error", "{first} and {second} belong to different kinds of cards. Keep one of them."),
    "list_without_wrong": ("error", "The answer is a list. Use list:, or add wrong: to offer choices."),
    "credit_range": ("error", "The credit of “{text}” is {credit}; it lies between 0 and 1."),
    "credit_unused": ("warning", "The credit of “{text}” counts nothing where several options are right."),
    "reject_right": ("warning", "“{text}” is the right answer and cannot be rejected as well."),
    "option_twice": ("error", "The option “{text}” is there twice. Each option stands once, right or wrong."),
    "options_too_few": ("error", "There are not two options to choose from. Add to wrong:."),
    "draw_none": ("error", "draw: {draw} shows no wrong option. It is 1 or more."),
    "draw_too_many": ("warning", "draw: {draw} asks for more than the {wrong} wrong options; all are shown."),
    "last_unknown": ("warning", "last: “{text}” is none of the options."),
    "near_unknown": ("error", "near: “{text}” is no other verdict. The verdicts are {words}."),
    # deck files: formats/encoding, deck_text, deck_layout, deck_parts, yaml_deck
    "file_empty": ("error", "The file is empty."),
    "file_binary": ("error", "This is not a text file."),
    "file_encoding": ("error", "The file is not UTF-8; it looks like {encoding}. Convert it to UTF-8."),
    "file_foreign": ("error", "This looks like another program's file: no deck has {key}:. Import it."),
    "deck_expected": ("error", "This is not a deck: {source}"),
    "document_second": ("error", "A second document begins here. One file holds one deck."),
    "cards_missing": ("error", "The deck has no list cards:."),
    "cards_empty": ("warning", "The deck has no cards yet."),
    "cards_no_list": ("error", "cards: needs a list; each card begins with a dash. This is: {source}"),
    "cards_key_missing": ("error", "A list of cards begins here without a line cards: above it."),
    "cards_go_on": ("error", "The list of cards goes on here. Keys of the deck stand above or below it."),
    "odd_space": ("warning", "{character} looks like a space but is none; it was read as one."),
    "zero_width": ("warning", "There is an invisible character, {character}; it was read as a space."),
    "line_separator": ("warning", "{character} ends a line in some programs; it was read as a space."),
    "control_character": ("warning", "There is a control character, {character}; it was read as a space."),
    "more_odd_characters": ("warning", "There are {count} more characters like those."),
    # deck files: formats/yaml_repair, yaml_traps
    "yaml": ("error", "This cannot be read: {reason}."),
    "tab": ("error", "The line is indented with a tab. Use spaces."),
    "no_space": ("error", "A space is missing after {key}:"),
    "indent": ("error", "{key}: is not indented like the keys above it."),
    "no_dash": ("error", "A dash is missing: each card begins with one."),
    "dash_column": ("warning", "The dash is not in line with those of the other cards."),
    "quote_needed": ("error", "“{character}” has a meaning here. Put the text in quotes."),
    "quote_broken": (
        "error",
        "“{character}” opens a quoted text that cannot be read: it is not closed, or a quote or backslash in "
        "it is not written as YAML wants it. Close it, or put all in the other kind of quotes.",
    ),
    "unclosed": ("error", "“{character}” is opened here and never closed."),
    "tag": ("error", "{source} begins with !, which marks a tag here. Put it in quotes."),
    "anchor": ("warning", "{source} begins with &, which YAML takes away. Put it in quotes."),
    "alias_card": ("error", "An alias cannot stand for a whole card."),
    "alias_map": ("error", "{source}: an alias can stand for a text or a list, not for a map."),
    "alias_outside": (
        "error",
        "{source} refers to something outside this card. Put it in quotes if it is a text.",
    ),
    "merge": ("error", "<<: is not read. Write the keys out."),
    "too_complex": ("error", "There is too much nested or repeated in this card."),
    "cut_comment": (
        "warning",
        "{cut} is a comment and no part of the text. Put the text in quotes to keep it.",
    ),
    "digit_comma": (
        "warning",
        "{source} is taken for several items. Put it in quotes, or a space after each comma.",
    ),
    "folded": ("warning", "{key}: goes on over several lines. Put it in quotes, or begin it with |."),
    # editing decks: formats/yaml_edit, store/deck_edits
    "edit_refused": ("error", "This cannot be changed here: {reason}. Nothing was done."),
    "pattern_invalid": ("error", "{pattern} is no regular expression: {reason}."),
    "pattern_slow": ("error", "{pattern} takes too long. Write the regular expression more simply."),
    "deck_changed_outside": (
        "error",
        "{file} was changed by another program meanwhile. Nothing was written.",
    ),
    "deck_exists": ("error", "{file} is there already. Nothing was written."),
    "deck_included": ("error", "{file} comes with the app. Copy it to My decks to change it."),
    "deck_read_only": ("error", "{file} is write-protected. Nothing was written."),
    "deck_unwritable": ("error", "{file} cannot be written: {reason}. It is as it was."),
    "deck_half_saved": (
        "error",
        "{file} was written, but what belongs to it was not. What it said before is in {backup}.",
    ),
    "deck_binary": ("error", "{file} is not a text file."),
    # pictures and sounds of decks: store/media
    "media_unknown": (
        "error",
        "This is neither a picture (PNG, JPEG, GIF, WebP, SVG) nor a sound (MP3, Ogg, WAV, M4A, FLAC).",
    ),
    "media_no_picture": (
        "error",
        "This is no picture that can be shown. It can be PNG, JPEG, GIF, WebP or SVG.",
    ),
    "media_no_sound": (
        "error",
        "This is no sound that can be played. It can be MP3, Ogg, WAV, M4A or FLAC.",
    ),
    "media_too_big": ("error", "This has {size} MB; up to {limit} MB are taken."),
    "media_outward": (
        "error",
        "This drawing is more than a drawing: it holds {what}. Save it as a plain SVG, or as PNG.",
    ),
    "media_unreadable": ("error", "{file} cannot be read: {reason}."),
    "media_unwritable": ("error", "Nothing can be put into {folder}: {reason}."),
    # cards and their keys: formats/reading, fields, card_reader, card_checks, deck_header
    "card_expected": ("error", "A card needs keys such as q: and a:. This is: {source}"),
    "card_empty": ("warning", "There is nothing behind this dash."),
    "duplicate_key": ("error", "{key}: is there twice; it also stands in line {first}."),
    "duplicate_id": (
        "warning",
        'The id "{id}" belongs to the card in line {first} too. Give this card another one.',
    ),
    "unknown_key": ("warning", "{key}: means nothing here."),
    "unknown_key_like": ("warning", "{key}: means nothing here. Did you mean {like}:?"),
    "unknown_key_often": (
        "warning",
        "{count} cards have {key}:, which means nothing here. If another program made the file, import it.",
    ),
    "key_idle": ("warning", "{key}: does nothing on a card of the kind {kind}."),
    "key_of_cards": ("warning", "{key}: belongs in a card, or under defaults:."),
    "key_missing": ("error", "{key}: is missing."),
    "key_not_text": ("error", "A text was expected in place of {source}. Put it in quotes."),
    "value_missing": ("error", "{key}: is empty."),
    "option_empty": ("warning", "{key}: is empty."),
    "item_empty": ("error", "{key}: has an empty item."),
    "text_expected": ("error", "{key}: needs a text. Put {source} in quotes."),
    "value_expected": ("error", "{key}: needs one value in place of {source}."),
    "keys_expected": ("error", "{key}: {source} has none of the keys {keys}."),
    "map_expected": ("error", "{key}: needs names with a value each. This is: {source}"),
    "map_dashes": (
        "error",
        "{key}: names with a value each stand here without dashes. Take the dashes away: {source}",
    ),
    "pair_expected": ("error", "{key}: needs pairs such as left: right. This is: {source}"),
    "word_expected": ("error", "{key}: {source} is none of {words}."),
    "number_expected": ("error", "{key}: {source} is not a number."),
    "whole_number_expected": ("error", "{key}: {source} is not a whole number."),
    "number_range": ("error", "{key}: {source} does not lie between {low} and {high}."),
    "exam_query": ("error", "This search cannot be understood: {reason}"),
    "exam_untitled": ("error", "A preset needs a title to be chosen by."),
    "exam_same_title": ("error", "Two presets of this deck are called “{title}”."),
    "share_expected": ("error", "{key}: lies between 0 and 1."),
    "id_character": ("error", 'The id "{id}" has a #. Leave it out.'),
    "claim_without_by": ("warning", "status: {status} needs by:, who holds it."),
    "source_unknown": ("warning", "The deck has no source {name}."),
    "at_alone": ("warning", "at: is the place in one source; here is none, or several."),
    "date_unclear": ("warning", "{key}: {text} is no date such as 2025, 2025-07 or 2025-07-04."),
    "language_unknown": ("warning", "{text} is no language tag such as en or pt-BR."),
    "maths_long": ("warning", "A formula has more than {limit} characters. It is shown as text."),
    "maths_undrawable": ("warning", "The formula {formula} cannot be drawn. It is shown as text."),
    "maths_deep": ("warning", "The braces of a formula nest deeper than {limit}. It is shown as text."),
    # deck files and what lies beside them: formats/checking
    "image_missing": ("warning", "The file {image} is not there."),
    "image_outside": ("warning", "{image} is not shown: files lie in the deck's folder or below it."),
    # what a course owes beyond that: core/course_rules
    "source_absent": ("warning", "source: is missing. Say where this is from."),
    "place_absent": ("warning", "at: is missing. Say where in {name} this stands."),
    "status_absent": ("warning", "status: is missing: fact, claim, forecast or background."),
    "alt_absent": ("warning", "The picture {image} needs alt: what it shows, in words."),
    "prompt_near": ("warning", "It asks nearly what the card in line {line} asks."),
    "key_given_away": (
        "warning",
        "The question in line {line} gives the answer away: {text}. Reword it, or put both in one group:.",
    ),
    "second_right": ("warning", "The wrong option {text} is right as well, or nearly."),
    # the library: store/folders, parsing, reconcile
    "folder_missing": ("warning", "The folder {file} is not there. Progress on its decks is kept."),
    "deck_missing": ("warning", "The deck {file} is not there. Progress on it is kept."),
    "deck_not_copied": ("error", "{file} cannot be copied: {reason}."),
    "folder_full": (
        "warning",
        "The folder {file} holds more than {limit} folders and decks; the rest is left out. Add a folder "
        "inside it instead.",
    ),
    "folder_unreadable": ("warning", "The folder {file} cannot be looked into: {reason}."),
    "file_name_odd": ("warning", "The file name {file} is not valid Unicode. Rename the file to use it."),
    "deck_unreadable": ("error", "{file} cannot be read: {reason}."),
    "deck_too_big": ("error", "{file} has {size} MB; a deck may have {limit} MB. Split it."),
    "deck_copy": ("warning", "This deck is a copy of {other}. It is not studied."),
    "id_twice": (
        "warning",
        'The id "{id}" belongs to the card in line {line} of {other} too. Give this card another one.',
    ),
    "card_twice": ("warning", "The same card stands in line {line} too. Change one, or give both an id."),
    **IMPORT_MESSAGES,
    # review histories of other programs: formats/review_csv, store/past_reviews
    **OF_REVIEWS_IN,
    # store/fit
    **OF_FITS,
}
MESSAGES = Messages(_OWN)
"""code -> (severity, English template with {named} arguments). The one table of messages."""
