"""Item models for the tables and lists of the screens."""
