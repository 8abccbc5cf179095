"""Cures in a text: each says what it does, mends what it names, and takes nothing an author wrote."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import cures as words
from quizapp.core.problems import Fix, Problem
from quizapp.formats.cures import Preview, apply, apply_all, cure, preview, put
from quizapp.formats.yaml_deck import Loaded, read
from tests.formats.test_yaml_traps import TRAPS

EXAMPLES = sorted((Path(__file__).parents[2] / "decks" / "examples").glob("*.yaml"))


def load(text: str) -> Loaded:
    return read(text.encode(), "deck.yaml")


def only(text: str, code: str) -> Problem:
    (problem,) = (problem for problem in load(text).problems if problem.code == code)
    return problem


CURES = [
    ("duplicate_key", "- q: x\n  a: y\n  a: y\n", "- q: x\n  a: y\n", "Remove the duplicate"),
    ("duplicate_key", "- q: x\n  a: y # z\n  a:\n", "- q: x\n  a: y # z\n", "Remove the duplicate"),
    ("duplicate_key", "- {q: x, a: y, a: y}\n", "- {q: x, a: y}\n", "Remove the duplicate"),
    (
        "duplicate_key",
        "- q: x\n  a: y\n  answer: >\n    z\n    w\n",
        "- q: x\n  a: y\n  # answer: >\n  #   z\n  #   w\n",
        "Make it a comment",
    ),
    (
        "duplicate_key",
        "title: t\ncards:\n- q: x\n  a: y\ntitle: t\n",
        "title: t\ncards:\n- q: x\n  a: y\n",
        "",
    ),
    ("unknown_key_like", "- q: x\n  anser: y\n", "- q: x\n  answer: y\n", "Rename the key"),
    ("unknown_key_like", "- q: x\n  a: y\n  exlain: z\n", "- q: x\n  a: y\n  explain: z\n", "Rename the key"),
    ("option_empty", "- q: x\n  hint:\n  a: y\n", "- q: x\n  a: y\n", "Remove the key"),
    ("option_empty", "- hint:\n  q: x\n  a: y\n", "- q: x\n  a: y\n", "Remove the key"),
    ("option_empty", "- q: x\n  a: y\n  hint:  # later\n", "- q: x\n  a: y\n    # later\n", "Remove the key"),
    ("option_empty", "- {q: x, hint: , a: y}\n", "- {q: x, a: y}\n", "Remove the key"),
    ("option_empty", "- {q: x, a: y, hint: }\n", "- {q: x, a: y}\n", "Remove the key"),
    ("option_empty", "- q: x\n  a: y\n  hint: #1\n", '- q: x\n  a: y\n  hint: "#1"\n', "Put in quotes"),
    ("item_empty", "- q: x\n  a: y\n  wrong:\n  - z\n  -\n", "- q: x\n  a: y\n  wrong:\n  - z\n", ""),
    ("card_empty", "- q: x\n  a: y\n\n-\n\n- q: z\n  a: w\n", "- q: x\n  a: y\n\n\n- q: z\n  a: w\n", ""),
    ("card_empty", "- q: x\n  a: y\n-", "- q: x\n  a: y\n", "Remove the dash"),
    (
        "dash_column",
        "- q: x\n  a: y\n - q: z\n   a: w\n",
        "- q: x\n  a: y\n- q: z\n  a: w\n",
        "Align the dash",
    ),
    ("duplicate_id", "- {id: b, q: x, a: y}\n- id: b\n  q: z\n  a: y\n", "b-2", "Give it a new id"),
    ("duplicate_id", "- {id: b, q: x, a: y}\n- {q: z, a: y, id: 'b'}\n", '"b-2"', "Give it a new id"),
    ("key_idle", "- q: x\n  a: y\n  is: true\n", "- q: x\n  a: y\n  # is: true\n", "Make it a comment"),
    ("kind_unknown", "- kind: baisc\n  q: x\n  a: y\n", "kind: basic", "Correct the word"),
    ("word_expected", "- statement: x\n  is: ture\n", "is: true", "Correct the word"),
    ("id_character", "- {q: x, a: y, id: 'a#b'}\n", "id: ab", "Leave it out"),
    ("date_unclear", "- {q: x, a: y, as_of: 4 July 2025}\n", "as_of: 2025-07-04", "Write it 2025-07-04"),
    ("date_as_in_deck", "- {q: x, date: July 2025}\n", "date: 2025-07}", "Write it 2025-07"),
    ("language_unknown", "- {q: x, a: y, language: Deutsch}\n", "language: de", "Write de"),
    (
        "at_alone",
        "sources: {un: UN}\ncards:\n- q: x\n  a: y\n  at: 1\n",
        '  source: "un"\n  at: 1\n',
        "Add the source",
    ),
    (
        "map_dashes",
        "- q: x\n  categories:\n    - A: [b]\n    - C: [d]\n",
        "- q: x\n  categories:\n      A: [b]\n      C: [d]\n",
        "Take the dashes away",
    ),
    ("unclosed", "- q: x\n  a: y\n  wrong: [z, {text: w\n", "wrong: [z, {text: w}]\n", "Close the bracket"),
    ("option_twice", "- q: x\n  a: y\n  wrong: [z, y, w]\n", "- q: x\n  a: y\n  wrong: [z, w]\n", ""),
    (
        "option_twice",
        "- q: x\n  a: y\n  wrong:\n  - z: why\n  - z\n",
        "- q: x\n  a: y\n  wrong:\n  - z: why\n",
        "Remove the duplicate",
    ),
    ("order_twice", "- q: x\n  order: [b, c, d, b]\n", "- q: x\n  order: [b, c, d]\n", ""),
    ("check_twice", "- q: x\n  check:\n  - b\n  - b\n", "- q: x\n  check:\n  - b\n", ""),
    ("quote_broken", "- q: x\n  a: 'don't'\n", '  a: "don\'t"\n', "Mend the quotes"),
]


@pytest.mark.parametrize(("code", "text", "meant", "verb"), CURES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_cures(code: str, text: str, meant: str, verb: str, line_end: str) -> None:
    text, meant = text.replace("\n", line_end), meant.replace("\n", line_end)
    problem = only(text, code)
    cured = apply(text, problem)
    assert meant in cured.text
    assert meant == cured.text or not meant.startswith(("- q", "title"))
    assert [found.code for found in load(cured.text).problems if found.code == code] == []
    said = words.cure(problem).format_map(problem.args)
    assert said
    assert said == (verb or said)
    assert cured.problems == (problem,)
    assert put(text, cured.changes) == cured.text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("word_expected", "- statement: x\n  is: untrue\n"),
        ("date_unclear", "- {q: x, a: y, as_of: about 2025}\n"),
        ("date_unclear", "- {q: x, a: y, as_of: 3/4/2025}\n"),
        ("at_alone", "- {q: x, a: y, at: 1}\n"),
        ("at_alone", "sources: {un: UN, eu: EU}\ncards:\n- {q: x, a: y, at: 1}\n"),
        ("claim_without_by", "- {q: x, a: y, status: claim}\n"),
        ("duplicate_key", "- q: x\n  a: y\n- {q: z, a: w, a: v}\n"),
        ("language_unknown", "- {q: x, a: y, language: Klingon}\n"),
        ("option_empty", "- hint:\n\n  # where?\n  q: x\n  a: y\n"),
        ("item_empty", "- {q: x, a: y, hint: [u, '']}\n"),
        ("option_twice", "- {q: x, a: y, wrong: [y]}\n"),
        ("option_twice", "- {q: x, a: y, wrong: [z, {text: y, feedback: w}]}\n"),
    ],
)
def test_what_cannot_be_known_has_no_cure(code: str, text: str) -> None:
    problem = only(text, code)
    assert (problem.fix, words.cure(problem), words.is_safe(problem)) == (None, "", False)
    assert apply(text, problem).text == text
    assert preview(text, problem) is None


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: f"{trap.code}-{trap.written[-30:]!r}")
def test_every_fix_has_a_verb_and_a_picture(trap: object) -> None:
    text = trap.written  # type: ignore[attr-defined]
    for problem in load(text).problems:
        if problem.fix is not None:
            assert words.cure(problem).format_map(problem.args)
            shown = preview(text, problem)
            assert shown is not None
            assert shown.before != shown.after
            assert shown.before[: shown.column] == shown.after[: shown.column] or not shown.after
            assert shown.before in text.replace("\r", "")


def test_a_preview_shows_the_line_and_where_it_changes() -> None:
    text = "- q: Which is it: a cat?\n  anser: yes\n  hint:\n"
    broken = load(text).problems[0]
    assert preview(text, broken) == Preview("- q: Which is it: a cat?", '- q: "Which is it: a cat?"', 5)
    mended = apply(text, broken).text
    renamed, removed = only(mended, "unknown_key_like"), only(mended, "option_empty")
    assert preview(mended, renamed) == Preview("  anser: yes", "  answer: yes", 5)
    assert preview(mended, removed) == Preview("  hint:", "", 0)


def test_overlapping_cures_are_not_made_at_once() -> None:
    one, other, third = (
        Problem(code="tab", fix=fix) for fix in (Fix(0, 4, "a"), Fix(2, 6, "b"), Fix(7, 8, "c"))
    )
    assert apply_all("0123456789", [third, other, one]).text == "a456c89"
    assert apply_all("0123456789", [Problem(code="yaml")]).changes == ()


def test_all_safe_cures_until_nothing_is_left() -> None:
    text = (
        "title: Rivers: an overview\ncards:\n- q: Which: Danube or Rhine?\n\tanser: Danube\n  hint:\n"
        "- statement: x\n  is: true\n  is: true\n- q: z\n  a: C #1\n"
    )
    cured = cure(text)
    assert cured.text == (
        'title: "Rivers: an overview"\ncards:\n- q: "Which: Danube or Rhine?"\n  answer: Danube\n'
        "- statement: x\n  is: true\n- q: z\n  a: C #1\n"
    )
    assert [problem.code for problem in load(cured.text).problems] == ["cut_comment"]
    assert put(text, cured.changes) == cured.text
    assert {"quote_needed", "unknown_key_like", "option_empty", "duplicate_key"} <= {
        problem.code for problem in cured.problems
    }


def test_no_cure_that_costs_a_card() -> None:
    text = "- q: x\n  a: y\n  type: basic\n- q: z\n  anser: w\n"
    assert [problem.code for problem in load(text).problems].count("unknown_key_like") == 2
    cured = cure(text)
    assert cured.text == text.replace("anser", "answer")
    assert [problem.args["key"] for problem in cured.problems] == ["anser"]


@given(st.sampled_from(EXAMPLES), st.data())
def test_cures_of_damaged_decks_keep_their_words(file: Path, data: st.DataObject) -> None:
    text = file.read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text) - 1))
        token = data.draw(
            st.sampled_from(["'", '"', "[", "{{", ": ", " #x", "\t", "- ", "*", "&a ", "", "\n"])
        )
        text = text[:at] + token + text[at + data.draw(st.integers(0, 1)) :]
    before = load(text)
    cured = cure(text)
    after = load(cured.text)
    letters = [re.sub(r"[^\w]", "", each) for each in (text, cured.text)]
    assert len(after.deck.notes if after.deck else ()) >= len(before.deck.notes if before.deck else ())
    assert sum(problem.severity == "error" for problem in after.problems) <= len(before.problems)
    renamed = sum(problem.code == "unknown_key_like" for problem in cured.problems)
    gone = any(not problem.fix.text for problem in cured.problems if problem.fix)
    assert letters[0] == letters[1] or renamed or gone
    assert put(text, cured.changes) == cured.text
    assert cure(cured.text).text == cured.text
