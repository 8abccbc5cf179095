"""What is kept on disk: the review log, its caches, and the folders of decks."""
