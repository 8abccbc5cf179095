"""The parts of the screen that imports other programs' decks."""
