"""Bytes to decks and back."""
