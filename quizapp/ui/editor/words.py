"""The words of the form: how each key of a card is called where a person fills it in."""

from msgspec import Struct
from PySide6.QtCore import QObject

from quizapp.formats.card_form import FormField
from quizapp.ui.i18n import marked


class FieldWords(Struct, frozen=True, kw_only=True):
    """A field in human words, translated."""

    name: str
    about: str = ""
    placeholder: str = ""
    one_line: bool = False
    """True for texts that never have a second line."""
    columns: tuple[str, ...] = ()
    """What stands in the cells of a row, as placeholders."""
    inner: str = ""
    """Placeholder of what belongs to the row above."""
    join: str = ""
    """What it means to belong to the row above, as a button says it."""
    options: tuple[tuple[str, str], ...] = ()
    """Words of the file and what they are called."""
    segmented: bool = False
    """Shown side by side instead of in a menu."""


class FormWords(QObject):
    """Everything that depends on the keys alone."""

    def of(self, field: FormField, kind: str) -> FieldWords:
        """The words of a key. kind: a key may be called otherwise in one kind."""
        known = self._table()
        words = known.get(f"{kind}.{field.key}") or known[field.key]
        return FieldWords(
            name=words.name,
            about=marked(field.about),
            placeholder=words.placeholder,
            one_line=words.one_line,
            columns=words.columns,
            inner=words.inner,
            join=words.join,
            options=words.options,
            segmented=words.segmented,
        )

    def name_of(self, key: str) -> str:
        """What a key is called by itself; the key where it has no words."""
        known = self._table()
        return known[key].name if key in known else key

    def knows(self, key: str) -> bool:
        return key in self._table()

    def _table(self) -> dict[str, FieldWords]:
        return self._questions() | self._kinds() | self._answers() | self._spelling() | self._common()

    def _questions(self) -> dict[str, FieldWords]:
        truth = (("true", self.tr("True")), ("false", self.tr("False")))
        verdicts = (
            ("fact", self.tr("Fact")),
            ("claim", self.tr("Claim")),
            ("contradicted", self.tr("Contradicted")),
            ("not stated", self.tr("Not stated")),
        )
        return {
            "q": FieldWords(name=self.tr("Question")),
            "basic.q": FieldWords(name=self.tr("Question, or front")),
            "cloze": FieldWords(name=self.tr("Text with holes")),
            "statement": FieldWords(name=self.tr("Statement")),
            "is": FieldWords(name=self.tr("It is"), options=truth, segmented=True),
            "verdict.is": FieldWords(name=self.tr("It is"), options=verdicts),
            "near": FieldWords(name=self.tr("Half right"), columns=(self.tr("fact, claim …"),)),
            "number": FieldWords(name=self.tr("Right number"), one_line=True),
            "date": FieldWords(name=self.tr("Right date"), one_line=True, placeholder=self.tr("2025-07-04")),
            "check": FieldWords(name=self.tr("Points of a good answer"), columns=(self.tr("Another point"),)),
            "a": FieldWords(name=self.tr("Right answer")),
            "basic.a": FieldWords(name=self.tr("Answer, or back")),
            "open.a": FieldWords(name=self.tr("Model answer")),
            "multi.a": FieldWords(name=self.tr("Right answers"), columns=(self.tr("Another right answer"),)),
        }

    def _kinds(self) -> dict[str, FieldWords]:
        return {
            "order": FieldWords(
                name=self.tr("Items in the right order"),
                columns=(self.tr("Another item"),),
                join=self.tr("May change places with the one above"),
            ),
            "list": FieldWords(
                name=self.tr("Items to name"),
                columns=(self.tr("Another item"),),
                inner=self.tr("another form of it"),
                join=self.tr("Another form of the one above"),
            ),
            "match": FieldWords(name=self.tr("Pairs"), columns=(self.tr("Left"), self.tr("right"))),
            "extra": FieldWords(
                name=self.tr("Fits nothing"), columns=(self.tr("Another one for the right side"),)
            ),
            "categories": FieldWords(
                name=self.tr("Groups"), columns=(self.tr("Another group"),), inner=self.tr("Another item")
            ),
            "regions": FieldWords(
                name=self.tr("Regions"), columns=(self.tr("Name"), self.tr("left top width height in %"))
            ),
            "image.image": FieldWords(name=self.tr("Picture"), one_line=True),
            "click": FieldWords(
                name=self.tr("Task"),
                options=(("", self.tr("Name it")), ("true", self.tr("Find it"))),
                segmented=True,
            ),
            "hide": FieldWords(
                name=self.tr("Covered"),
                options=(("one", self.tr("Cover one")), ("all", self.tr("Cover all"))),
                segmented=True,
            ),
            "gaps": FieldWords(name=self.tr("How single gaps are answered")),
            "any_order": FieldWords(
                name=self.tr("Gaps that may change places"), columns=(self.tr("Number of a gap"),)
            ),
        }

    def _answers(self) -> dict[str, FieldWords]:
        scorings = (("exact", self.tr("All or nothing")), ("longest", self.tr("The longest run in order")))
        each = (("exact", self.tr("All or nothing")), ("per_option", self.tr("Each option counts alone")))
        accept = (self.tr("Another right answer"), self.tr("earns"))
        return {
            "wrong": FieldWords(
                name=self.tr("Wrong answers, and why"),
                columns=(
                    self.tr("Another wrong answer"),
                    self.tr("why it is wrong"),
                    self.tr("earns"),
                ),
            ),
            "draw": FieldWords(name=self.tr("How many wrong answers are shown"), one_line=True),
            "last": FieldWords(name=self.tr("Always placed last"), one_line=True),
            "accept": FieldWords(name=self.tr("Also right"), columns=accept),
            "accept_back": FieldWords(name=self.tr("Also right from back to front"), columns=accept),
            "typed": FieldWords(name=self.tr("Ask for it in writing")),
            "reverse": FieldWords(name=self.tr("Also ask from back to front")),
            "tolerance": FieldWords(
                name=self.tr("How far off counts"), columns=(self.tr("0.5 or 2%"), self.tr("earns"))
            ),
            "within": FieldWords(
                name=self.tr("How far off counts"), one_line=True, placeholder=self.tr("3 days")
            ),
            "unit": FieldWords(name=self.tr("Unit, and other names of it"), columns=(self.tr("km"),)),
            "unit_needed": FieldWords(name=self.tr("The unit has to be written")),
            "need": FieldWords(name=self.tr("How many are enough"), one_line=True),
            "ordered": FieldWords(name=self.tr("The order counts")),
            "scoring": FieldWords(name=self.tr("All or nothing")),
            "order.scoring": FieldWords(name=self.tr("What counts"), options=scorings),
            "multi.scoring": FieldWords(name=self.tr("What counts"), options=each),
        }

    def _spelling(self) -> dict[str, FieldWords]:
        return {
            "reject": FieldWords(name=self.tr("Never taken for a typo"), columns=(self.tr("Another text"),)),
            "case": FieldWords(name=self.tr("Capitals count")),
            "accents": FieldWords(name=self.tr("Accents count")),
            "articles": FieldWords(name=self.tr("Articles count")),
            "typos": FieldWords(name=self.tr("No typo is forgiven")),
            "compare": FieldWords(name=self.tr("Every character counts")),
        }

    def _common(self) -> dict[str, FieldWords]:
        status = (
            ("fact", self.tr("Fact")),
            ("claim", self.tr("Claim")),
            ("forecast", self.tr("Forecast")),
            ("background", self.tr("Background")),
        )
        answers = (
            ("date", self.tr("Date")),
            ("number", self.tr("Number")),
            ("person", self.tr("Person")),
            ("place", self.tr("Place")),
            ("organisation", self.tr("Organisation")),
            ("text", self.tr("Text")),
        )
        return {
            "id": FieldWords(name=self.tr("Id"), one_line=True),
            "tags": FieldWords(name=self.tr("Tags"), columns=(self.tr("Add a tag"),)),
            "hint": FieldWords(name=self.tr("Hints, shown one by one"), columns=(self.tr("Another hint"),)),
            "explain": FieldWords(name=self.tr("Explain, shown after the answer")),
            "source": FieldWords(
                name=self.tr("Source"), columns=(self.tr("A work, or a link"), self.tr("page 12"))
            ),
            "at": FieldWords(name=self.tr("Place"), one_line=True, placeholder=self.tr("page 12")),
            "status": FieldWords(name=self.tr("How the content stands"), options=status),
            "by": FieldWords(name=self.tr("Who claims it"), one_line=True),
            "as_of": FieldWords(name=self.tr("True as of"), one_line=True, placeholder=self.tr("2025-07")),
            "valid_until": FieldWords(
                name=self.tr("Valid until"), one_line=True, placeholder=self.tr("2026-12-31")
            ),
            "image": FieldWords(name=self.tr("Picture above the question"), one_line=True),
            "alt": FieldWords(name=self.tr("The picture in words")),
            "media": FieldWords(name=self.tr("Sound"), one_line=True),
            "not_with": FieldWords(
                name=self.tr("Never offered beside this answer"), columns=(self.tr("Another text"),)
            ),
            "group": FieldWords(name=self.tr("Not on the same day as others of the group"), one_line=True),
            "answer_type": FieldWords(name=self.tr("What the answer is"), options=answers),
            "pass": FieldWords(
                name=self.tr("Counts as passed from"), one_line=True, placeholder=self.tr("0.8")
            ),
            "note": FieldWords(name=self.tr("Note to yourself, never shown")),
            "suspended": FieldWords(name=self.tr("Not to be studied")),
            **self._deck(),
            "language": FieldWords(
                name=self.tr("Language"), columns=(self.tr("of the question"), self.tr("of the answer"))
            ),
        }

    def _deck(self) -> dict[str, FieldWords]:
        """What a deck says of itself."""
        ways = (
            ("written", self.tr("As each card says")),
            ("typed", self.tr("Typed")),
            ("choice", self.tr("Multiple choice")),
            ("promote", self.tr("Choice at first, then typed")),
        )
        return {
            "title": FieldWords(name=self.tr("Title"), one_line=True),
            "description": FieldWords(name=self.tr("Description")),
            "author": FieldWords(name=self.tr("Author"), one_line=True),
            "license": FieldWords(name=self.tr("License"), one_line=True, placeholder="CC-BY-4.0"),
            "version": FieldWords(name=self.tr("Version"), one_line=True),
            "sources": FieldWords(
                name=self.tr("Sources"), columns=(self.tr("Short name"), self.tr("citation, or link"))
            ),
            "sequence": FieldWords(name=self.tr("New cards in the order of the deck")),
            "ask": FieldWords(name=self.tr("Answers are asked for"), options=ways),
        }


words = FormWords()
