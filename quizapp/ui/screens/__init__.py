"""One file for each screen; a screen emits a Route and never calls another screen."""
