"""What YAML does to authors, row by row: what the loader says, where, and what its cure makes of the file."""

from typing import NamedTuple

import pytest

from quizapp.core.problems import Problem
from quizapp.formats.yaml_deck import Loaded, read


def load(text: str) -> Loaded:
    return read(text.encode(), "deck.yaml")


def answers(loaded: Loaded) -> list[str]:
    assert loaded.deck is not None
    return [note.kind.back(note.question, part) for note in loaded.deck.notes for part in note.parts[:1]]


def cured(text: str, problem: Problem) -> str:
    assert problem.fix is not None
    return text[: problem.fix.start] + problem.fix.text + text[problem.fix.end :]


PLAIN = "no on 12:30 1969-07-20 2024-02-30 007 1e3 1_000 0x1F ~ null yes .inf 0o7 = 1:30:45 +1 -1 <2>"


@pytest.mark.parametrize("text", PLAIN.split(" "))
def test_every_value_is_text(text: str) -> None:
    loaded = load(f"- q: x\n  a: {text}\n")
    assert answers(loaded) == [text]
    assert loaded.problems == ()


class Trap(NamedTuple):
    written: str
    code: str
    line: int
    column: int
    meant: str = ""
    """The first answer once the cure is applied; empty if none is offered."""


A = "- q: x\n  a: "
QUOTES = {
    "{": "{{Oslo}} is",
    "*": "*bold* y",
    "@": "@home",
    "`": "`x`",
    "%": "%x",
    "-": "- 5",
    "[": "[a] b",
    "|": "| b",
    "'": "'Tis' x",
    '"': '"Yes" he said',
    "&": "& co",
    ">": "> 5",
    "?": "? y",
    ",": ",y",
}
TRAPS = [
    Trap("- q: x\n  a:\n", "value_missing", 2, 3),
    Trap("- q: x\n  a: ''\n", "value_missing", 2, 3),
    Trap("- q: x\n  a: ' '\n", "value_missing", 2, 3),
    Trap(A + "C #1", "cut_comment", 2, 8, "C #1"),
    Trap(A + "C  #1 and #2 \n", "cut_comment", 2, 9, "C  #1 and #2"),
    Trap(A + "#5\n", "cut_comment", 2, 6, "#5"),
    Trap(A + "#5\n", "value_missing", 2, 3, "#5"),
    Trap("- a: y\n  q: What is it: a cat?\n", "quote_needed", 2, 16, "y"),
    Trap(A + "a: b: c # note\n", "quote_needed", 2, 7, "a: b: c"),
    *(Trap(A + text, "quote_needed", 2, 6, text) for text in QUOTES.values()),
    Trap(A + "*x\n", "quote_needed", 2, 6, "*x"),
    Trap(A + "'Tis x\n", "quote_broken", 2, 6, "'Tis x"),
    Trap(A + "'don't do'\n", "quote_broken", 2, 6, "don't do"),
    Trap(A + '"bad \\d escape"\n', "quote_broken", 2, 6, "bad \\d escape"),
    Trap(A + '"Oslo\n', "quote_broken", 2, 6, "Oslo"),
    Trap(A + '"Oslo" and "Bergen"\n', "quote_broken", 2, 6, '"Oslo" and "Bergen"'),
    Trap(A + "'Oslo\n", "quote_broken", 2, 6, "Oslo"),
    Trap(A + 'a\\b "c": d\n', "quote_needed", 2, 13, 'a\\b "c": d'),
    Trap("- q: a: b\n  a: @c\n", "quote_needed", 1, 7, "@c"),
    Trap(A + "!x y\n", "tag", 2, 6, "!x y"),
    Trap(A + "! y!\n", "tag", 2, 6, "! y!"),
    Trap(A + "!!str y\n", "tag", 2, 6, "!!str y"),
    Trap(A + "!!python/object:os.system y\n", "tag", 2, 6, "!!python/object:os.system y"),
    Trap(A + "!important\n", "tag", 2, 6, "!important"),
    Trap(A + "!important\n", "value_missing", 2, 3, "!important"),
    Trap(A + "&x\n", "anchor", 2, 6, "&x"),
    Trap(A + "&x\n", "value_missing", 2, 3, "&x"),
    Trap(A + "&c y\n", "anchor", 2, 6, "&c y"),
    Trap(A + "[-1, 1]\n", "list_without_wrong", 2, 6, "[-1, 1]"),
    Trap("- a: y\n  q: [x]\n", "text_expected", 2, 6, "y"),
    Trap("- a: y\n  q: {{x}}\n", "text_expected", 2, 6, "y"),
    Trap("- a: y\n  q:\n  - b\n  - c\n", "text_expected", 3, 3),
    Trap(A + "y\n  accept:\n  - It is: so\n", "text_expected", 4, 5, "y"),
    Trap(A + "y\n  wrong: [1,235, 1,236, 2]\n", "digit_comma", 3, 11, "y"),
    Trap(A + "one\n    two\n", "folded", 2, 6, "one two"),
    Trap(A + "one\n\n    two\n", "folded", 2, 6, "one\ntwo"),
    Trap("- q: x\n\ta: y\n", "tab", 2, 1, "y"),
    Trap("-\tq: x\n  a: y\n", "tab", 1, 2, "y"),
    Trap(A + "y\n  wrong:\n\t- b\n\t- c\n", "tab", 4, 1, "y"),
    Trap("- q: x\n  a: y\n  q: z\n", "duplicate_key", 3, 3, "y"),
    Trap("- q: x\n  a: y\n  question: z\n", "duplicate_key", 3, 3, "y"),
    Trap("- q: x\n  anser: y\n", "unknown_key_like", 2, 3, "y"),
    Trap(A + "y\n  colour: z\n", "unknown_key", 3, 3),
    Trap(A + "y\n  <<: {hint: z}\n", "merge", 3, 3),
    Trap("- &c {q: x, a: y}\n- *c\n", "alias_outside", 2, 3),
    Trap("- {q: &t x, a: y}\n- {q: z, a: [*t]}\n", "alias_outside", 2, 14),
    Trap("- q: x\n  a: y\n  by: &b {c: d}\n  note: *b\n", "alias_map", 4, 9),
    Trap("title: t\n---\n- q: x\n  a: y\n---\n- q: z\n", "document_second", 5, 1),
    Trap("title: t\ncards:\n- q: x\n  a: y\n---\ntitle: u\n", "document_second", 5, 1),
    Trap("- q: x\n  a: b\u2028c\n", "line_separator", 2, 7, "b c"),
    Trap("- q: x\x85  a: y\n", "line_separator", 1, 7, "y"),
    Trap("-\u00a0q: x\n  a: y\n", "odd_space", 1, 2, "y"),
    Trap("- q: x\n  a:\u3000y\n", "odd_space", 2, 5, "y"),
    Trap("- q: x\n\u00a0 a: y\n", "odd_space", 2, 1, "y"),
    Trap("- q: x\n\u200b  a: y\n", "zero_width", 2, 1, "y"),
    Trap("- q: x\n  a: b\ufeffc\n", "zero_width", 2, 7, "bc"),
    Trap("- q: x\n  a: b\x07c\n", "control_character", 2, 7, "bc"),
    Trap("- q: x\na: y\n", "indent", 2, 1, "y"),
    Trap("- q: x\n   a: y\n", "indent", 2, 4, "y"),
    Trap("- q:x\n  a: y\n", "no_space", 1, 3, "y"),
    Trap("- q: x\n  a:y\n", "no_space", 2, 3, "y"),
    Trap("cards:\n  q: x\n  a: y\n- q: z\n  a: w\n", "no_dash", 2, 3, "y"),
    Trap("title: t\n- q: x\n  a: y\n", "cards_key_missing", 2, 1, "y"),
    Trap("title: t: u\ncards:\n- q: x\n  a: y\n", "quote_needed", 1, 9, "y"),
    Trap(A + "y\n  wrong: [b, c\n  hint: d\n", "unclosed", 3, 10, "y"),
    Trap(A + "y\n  wrong: [*b]\n", "alias_outside", 3, 11),
    Trap(A + "y\n  wrong: [b,, c]\n", "yaml", 3, 13),
    Trap(A + "y\n- [z]\n", "card_expected", 3, 3),
    Trap(A + "y\n- z\n", "card_expected", 3, 3),
    Trap(A + "y\n- q:z\n", "no_space", 3, 3, "y"),
    Trap(A + "y\n-\n", "card_empty", 3, 2, "y"),
    Trap(A + "y\n  ? [b]\n  : c\n", "key_not_text", 3, 5, "y"),
    Trap(A + "$" + "{" * 7 + "}" * 7 + "$\n", "maths_deep", 2, 7),
    Trap(A + "$" + "x" * 501 + "$\n", "maths_long", 2, 7),
]


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: f"{trap.code}-{trap.written[-30:]!r}")
def test_traps(trap: Trap) -> None:
    loaded = load(trap.written)
    found = [problem for problem in loaded.problems if problem.code == trap.code]
    assert found, loaded.problems
    assert (found[0].where.line, found[0].where.column) == (trap.line, trap.column)
    assert (found[0].fix is not None) == bool(trap.meant) or found[0].code.startswith("alias")
    if trap.meant:
        after = load(cured(trap.written, found[0]))
        assert answers(after)[0] == trap.meant
        assert trap.code not in [problem.code for problem in after.problems]


@pytest.mark.parametrize("character", QUOTES)
def test_the_character_is_named(character: str) -> None:
    (problem,) = load(A + QUOTES[character]).problems
    assert problem.args["character"] == character
    assert character in problem.message


@pytest.mark.parametrize(
    "text",
    [
        A + "C # one\n",
        A + "'C' #1\n",
        A + "C#1\n",
        A + "y #\n",
        A + "|\n    b #1\n",
        A + "y\n  wrong: #5 of them\n  - b\n",
        A + "y\n  wrong: [1, 2, 3]\n",
        A + "AT&T *and* more!\n",
        A + '"&x"\n',
        A + "b\u00a0c\u200dd\u3000e\n",
        A + "|\n    \u00a0b\n    \u00a0c\n",
        A + '"one\n    two"\n',
        A + "|\n    &x\n    *x\n",
        A + "y\n  wrong: &w [b, c]\n  not_with: *w\n",
        "---\ntitle: t\ncards:\n- q: x\n  a: y\n...\n",
        "%YAML 1.2\n---\n- q: x\n  a: y\n",
        "# nothing\n---\ntitle: t\n---\n- q: x\n  a: y\n",
        "\ufefftitle: t\r\ncards:\r\n- q: x\r\n  a: y\r\n",
        "- q: x\r  a: y\r",
    ],
)
def test_what_is_no_trap(text: str) -> None:
    loaded = load(text)
    assert loaded.problems == ()
    assert len(answers(loaded)) == 1


def test_both_lines_of_a_duplicate_key_are_told() -> None:
    (problem,) = load("- q: x\n  a: y\n\n  q: z\n").problems
    assert (problem.where.line, problem.args["first"]) == (4, "1")
    problems = load(
        "title: t\nauthor: u\ntitle: v\ncards:\n- q: x\n  a: y\ncards:\n- q: z\n  a: w\n"
    ).problems
    assert [(problem.code, problem.where.line, problem.args["first"]) for problem in problems] == [
        ("duplicate_key", 3, "1"),
        ("duplicate_key", 7, "4"),
    ]


def test_all_problems_of_a_card_are_listed() -> None:
    text = "- q: [x]\n  a: b #1\n  revers: yes\n  tags: {t: u}\n  pass: high\n  status: fakt\n  a: c\n"
    codes = [problem.code for problem in load(text).problems]
    assert codes == [
        "text_expected",
        "cut_comment",
        "unknown_key_like",
        "text_expected",
        "number_expected",
        "word_expected",
        "duplicate_key",
    ]


@pytest.mark.parametrize(
    "bomb",
    [
        "- a: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"  {key}: &{key} [{', '.join(['*' + before] * 9)}]\n"
            for before, key in zip("abcdefgh", "bcdefghi", strict=True)
        ),
        "- q: &x [*x]\n  a: y\n",
        "- q: &x\n  - *x\n  a: y\n",
        "- q: &x {z: *x}\n  a: y\n",
        "- q: &x " + "[" * 30 + "]" * 30 + "\n  a: y\n",
        "sources: &x [" + "*x, " * 3 + "]\ncards: []\n",
    ],
)
def test_bombs_do_not_go_off(bomb: str) -> None:
    loaded = load(bomb)
    assert "too_complex" in [problem.code for problem in loaded.problems]
    assert loaded.deck is not None
    assert loaded.deck.notes == ()


def test_deep_nesting_is_told() -> None:
    for text in ("[" * 100_000, "- " * 100_000, "- q: " + "[" * 5000 + "]" * 5000 + "\n- q: x\n  a: y\n"):
        assert load(text).problems
    assert answers(load("- q: " + "[" * 5000 + "]" * 5000 + "\n- q: x\n  a: y\n")) == ["y"]


def test_a_single_alias_stays_in_its_card() -> None:
    loaded = load("- q: &x one\n  a: *x\n  explain: *x\n- q: two\n  a: b\n")
    assert answers(loaded) == ["one", "b"]
    assert loaded.deck is not None
    assert loaded.deck.notes[0].span.end == len("- q: &x one\n  a: *x\n  explain: *x")
