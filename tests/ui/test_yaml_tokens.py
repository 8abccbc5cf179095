"""What of a line has which colour."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.ui.editor.yaml_tokens import tokens


def shown(text: str) -> str:
    """Keys in <>, what is quiet in ()."""
    lines = text.split("\n")
    made = []
    for line, parts in zip(lines, tokens(lines), strict=True):
        marks = {"key": "<>", "quiet": "()"}
        at, out = 0, ""
        for start, length, sort in parts:
            out += line[at:start] + marks[sort][0] + line[start : start + length] + marks[sort][1]
            at = start + length
        made.append(out + line[at:])
    return "\n".join(made)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("title: Rivers", "<title>(:) Rivers"),
        ("- q: Which is the label: a name?", "(- )<q>(:) Which is the label: a name?"),
        ("- q: x\n  anser: y", "(- )<q>(:) x\n  <anser>(:) y"),
        (
            "- q: x\n  wrong:\n  - MS-13: It has members.\n  - Elbe",
            "(- )<q>(:) x\n  <wrong>(:)\n  (- )MS-13(:) It has members.\n  (- )Elbe",
        ),
        ("- q: x\n  wrong:\n  - text: Elbe", "(- )<q>(:) x\n  <wrong>(:)\n  (- )<text>(:) Elbe"),
        ("# all of it: quiet", "(# all of it: quiet)"),
        ("a: one # two", "<a>(:) one (# two)"),
        ("a: one#two", "<a>(:) one#two"),
        ('a: "one # two" # three', '<a>(:) "one # two" (# three)'),
        ("a: it's # so", "<a>(:) it's (# so)"),
        ("explain: |-\n  b: c # d\n\n  - e\na: f", "<explain>(:) |-\n  b: c # d\n\n  - e\n<a>(:) f"),
        ("- cloze: |\n    {{a}}: b\n  id: c", "(- )<cloze>(:) |\n    {{a}}: b\n  <id>(:) c"),
        ("- |\n  a: b\n- c", "(- )|\n  a: b\n(- )c"),
        ('a: "one\n  two: 3 # four"\nb: c', '<a>(:) "one\n  two: 3 # four"\n<b>(:) c'),
        ("a: 'one\n  two'' three: x'\nb: c", "<a>(:) 'one\n  two'' three: x'\n<b>(:) c"),
        ("language: {front: en, back: es}", "<language>(:) {<front>(:) en, <back>(:) es}"),
        ("a: [b, 'c # d'] # e", "<a>(:) [b, 'c # d'] (# e)"),
        ("a: [1989-11-09, x:y]", "<a>(:) [1989-11-09, x:y]"),
        ("---\ntitle: x", "(---)\n<title>(:) x"),
        ('"quoted key": x', '<"quoted key">(:) x'),
        ("-\n  q: x", "(-)\n  <q>(:) x"),
        ("", ""),
    ],
)
def test_parts_of_lines(text: str, parts: str) -> None:
    assert shown(text) == parts


@given(st.text(st.sampled_from("a-:# \n'\"|{},["), max_size=40))
def test_parts_stand_in_order_and_inside_their_line(text: str) -> None:
    lines = text.split("\n")
    for line, parts in zip(lines, tokens(lines), strict=True):
        at = 0
        for start, length, _ in parts:
            assert at <= start
            assert length > 0
            at = start + length
        assert at <= len(line)
