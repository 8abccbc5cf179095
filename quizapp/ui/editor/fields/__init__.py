"""The editors of single fields of a form, one a sort of field."""
