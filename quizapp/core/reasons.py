"""Why an answer was accepted, half accepted or refused: one sentence for each rule."""

REASONS: dict[str, str] = {
    "self_rated": "You turned the card over and rate yourself.",
}
"""code of Verdict.because -> English template with {named} arguments; translated in the window."""
