"""A terminal is shown what it can show, and never stops a command by what it cannot."""

import io

from quizapp.terminal import write


def test_what_the_terminal_cannot_show_is_escaped() -> None:
    held = io.BytesIO()
    narrow = io.TextIOWrapper(held, encoding="ascii", newline="\n")
    write("Größe “北京”", narrow)
    narrow.flush()
    assert held.getvalue() == b"Gr\\xf6\\xdfe \\u201c\\u5317\\u4eac\\u201d\n"


def test_a_line_is_written_as_it_is_where_all_can_be_shown() -> None:
    wide = io.StringIO()
    write("Größe", wide)
    assert wide.getvalue() == "Größe\n"
