"""From an answer to a rating of the schedule."""
