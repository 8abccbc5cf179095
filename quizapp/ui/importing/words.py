"""What the import screen says of a source that was read."""

from PySide6.QtCore import QObject

from quizapp.store.examining import Examined
from quizapp.store.import_files import Undone


class ImportWords(QObject):
    """Translated sentences."""

    def title(self, found: Examined) -> str:
        """What is being imported."""
        name = self.tr("pasted text") if found.unnamed else found.source.name
        return self.tr("Import {name}").format(name=name)

    def facts(self, found: Examined, at: int, count: int) -> str:
        """How much it is, and which of several files."""
        facts = [self._read(found), size_words(len(found.source.data))]
        if count > 1:
            facts.append(self.tr("file {number} of {total}").format(number=at, total=count))
        return ", ".join(facts)

    def _read(self, found: Examined) -> str:
        read = found.imported.read
        if any(choice.column for choice in found.imported.choices):
            return self.tr("%n rows", "", read)
        return {
            "line": self.tr("%n read", "", read),
            "question": self.tr("%n questions", "", read),
            "note": self.tr("%n notes", "", read),
            "item": self.tr("%n items", "", read),
        }[found.format.unit]

    def start(self, found: Examined) -> str:
        """Of the button; it carries the number."""
        if not found.count:
            return self.tr("Import")
        if found.imported.reviews:
            return self.tr("Import %n answers", "", found.count)
        return self.tr("Import %n cards", "", found.count)

    def why_none(self, found: Examined) -> str:
        """Why the button is off."""
        if found.plan.unchanged:
            return self.tr("All of it is here already, as it is.")
        if any(deck.conflicts for deck in found.plan.decks):
            return self.tr("What is new in it was changed here as well; yours stays.")
        if found.imported.read:
            return self.tr("There is nothing in it that could become a card as it is read now; below is why.")
        return self.tr("Nothing was found in it. Another format may read it.")

    def undone(self, undone: Undone) -> str:
        """What became of the files."""
        words = self.tr("The import was taken back.")
        if not undone.kept:
            return words
        names = ", ".join(sorted({path.replace("\\", "/").rsplit("/", 1)[-1] for path in undone.kept}))
        changed = self.tr("%n files were changed since and stay", "", len(undone.kept))
        return f"{words} {changed}: {names}."


def size_words(size: int) -> str:
    """Bytes as people say them."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1000))} kB"
