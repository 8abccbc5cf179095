"""A desktop quiz and flashcard app: plain YAML decks, exact grading, progress that is never lost."""

__version__ = "0.1.0"
