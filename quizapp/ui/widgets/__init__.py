"""Painted and composed widgets that know nothing of decks or progress."""
