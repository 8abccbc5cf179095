"""Parts of the screen where a quiz or an exam is set up."""
