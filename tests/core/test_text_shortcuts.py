"""The short ways through normalisation lead where the long ones do."""

import regex
from hypothesis import given
from hypothesis import strategies as st

from quizapp.core import text as module
from quizapp.core.text import Manner, clusters, form, tokens

JOINING = "a1 é́̈日한국각🇫🇷🇩🇪👨‍👩‍👧🏽\r\n\u200d\u0903\u0600नि्कषa\u0e33"
any_text = st.text(max_size=30) | st.text(st.sampled_from(JOINING), max_size=30)
plain = st.text(st.characters(categories=("L", "N", "Zs")), max_size=30)


@given(any_text)
def test_letters_are_grapheme_clusters(text: str) -> None:
    assert clusters(text) == regex.findall(r"\X", text)


def test_many_flags_are_counted_in_one_go() -> None:
    assert len(clusters("🇫🇷" * 20_000)) == 20_000


def the_long_way(text: str) -> str:
    """What `_plain` makes of a text if it looks for everything that it may hold."""
    text = module._INITIALISM.sub(lambda match: match[0].replace(".", ""), text)
    return " ".join(module._PUNCTUATION.sub(" ", module._JOINT.sub(" ", text)).split())


@given(any_text | plain)
def test_letters_and_digits_need_no_look_at_punctuation(text: str) -> None:
    found = module._plain(text, False, "")
    assert the_long_way(found) == found or not text.replace(" ", "").isalnum()
    if found.replace(" ", "").isalnum():
        words = tuple(filter(None, (module._EDGES.sub("", word) for word in found.split())))
        assert tokens(text, Manner(), symbols=False) == words


@given(any_text | plain, st.booleans())
def test_what_is_kept_is_what_is_made(text: str, case: bool) -> None:
    manner = Manner("en", case=case)
    assert form(text, manner) == form.__wrapped__(text, manner)
    again = form(text, manner)
    assert again.solid == module._solid.__wrapped__(again)
    assert again.joined == module._join.__wrapped__(again.words)
