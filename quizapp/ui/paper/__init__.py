"""Quizzes, keys and results on paper: laid out by blocks, painted alike into a PDF and for a printer."""
