"""The panes of the deck editor, and what they are made of."""
