"""The parts of the screen that lists all cards: search field, table, preview, action bar, saved searches."""
