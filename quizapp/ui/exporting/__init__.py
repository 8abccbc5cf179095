"""Export: decks taken along, in the formats of other programs."""
