"""Markdown to whitelisted HTML and plain text."""

import re
import subprocess
import sys
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.formats import markup
from quizapp.formats.markup import has_markup, maths, to_html, to_plain

BARE = ("p", "em", "strong", "s", "br", "ul", "li", "table", "thead", "tbody", "tr", "pre")
ALLOWED = {
    **{
        tag: set()
        for tag in ["p", "em", "strong", "s", "br", "ul", "li", "table", "thead", "tbody", "tr", "pre"]
    },
    "code": {"class"},
    "ol": {"start"},
    "th": {"align"},
    "td": {"align"},
    "img": {"src", "alt"},
}
ALPHABET = "ab1 ###--**__  \n\t*_`~[]()!<>&;#|-+.:\\/$\"'{}=é\u00a0"
HARMFUL = (
    "<script>alert(1)</script>",
    "![x](javascript:alert(1))",
    '![x](data:image/png;base64,AA "t")',
    "![x](//host/a.png) ![x](/etc/passwd) ![x](..%2f..%2fa.png) ![x](a/../../b.png)",
    "![x](file:///etc/passwd) ![x](C:\\a.png) ![x](math:inline:1)",
    '`a"b<c>`',
    '```"><img src=x>\n<b>\n```',
    '![" onerror="x](a.png)',
    "[x](https://example.org) <https://example.org>",
)


class Checker(HTMLParser):
    """Collects what an HTML text is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_harmless(html: str) -> None:
    checker = Checker()
    checker.feed(html)
    checker.close()
    for tag, attributes in checker.tags:
        assert tag in ALLOWED, html
        assert set(attributes) <= ALLOWED[tag], html
        source = attributes.get("src") or ""
        if not re.match(r"math:(inline|display):[^:]*\Z", source):
            path = unquote(source)
            assert ":" not in path, html
            assert not path.startswith(("/", "\\", "..")), html


@given(
    st.one_of(
        st.text(ALPHABET, max_size=60), st.text(max_size=30), st.lists(st.sampled_from(HARMFUL)).map(" ".join)
    )
)
@example("".join(HARMFUL))
def test_html_is_whitelisted(text: str) -> None:
    assert_harmless(to_html(text))
    to_plain(text)
    maths(text)


@pytest.mark.parametrize("text", HARMFUL)
def test_harmful_text_is_shown_as_text(text: str) -> None:
    assert_harmless(to_html(text))


@given(st.text(ALPHABET, min_size=1, max_size=20).filter(lambda text: not has_markup(text)))
def test_the_short_way_is_the_long_way(text: str) -> None:
    long_way = markup._rendered(text)
    assert to_html(text) == long_way
    assert to_plain(text) == text == unescape(re.sub("<[^>]*>", "", long_way))


@given(
    st.lists(st.sampled_from(("**", "a", "9", " ", "\\[", "\\", "…", "]", "-", "'", ".", "!", "é"))).map(
        "".join
    )
)
def test_the_plain_text_of_holes_needs_no_parser(text: str) -> None:
    assert to_plain(text) == ((has_markup(text) and markup._parsed(text)) or text)


@pytest.mark.parametrize(
    ("markdown", "html", "plain"),
    [
        ("Oslo", "<p>Oslo</p>", "Oslo"),
        ("", "", ""),
        ("#", "<p>#</p>", "#"),
        ("-", "<p>-</p>", "-"),
        ("1.", "<p>1.</p>", "1."),
        ("```", "<p>```</p>", "```"),
        ("- ", "<p>- </p>", "-"),
        ("AT&T > 0 | x", "<p>AT&amp;T &gt; 0 | x</p>", "AT&T > 0 | x"),
        ("> 0", "<p>&gt; 0</p>", "> 0"),
        ("*a* **b** ~~c~~", "<p><em>a</em> <strong>b</strong> <s>c</s></p>", "a b c"),
        ("`x < 1`", "<p><code>x &lt; 1</code></p>", "x < 1"),
        (
            "```py\nif x:\n\n  y\n```",
            '<pre><code class="language-py">if x:\n\n  y\n</code></pre>',
            "if x:\n\n  y",
        ),
        ("~~~\nx\n~~~", "<pre><code>x\n</code></pre>", "x"),
        ("a\nb", "<p>a b</p>", "a b"),
        ("a\\\nb", "<p>a<br>b</p>", "a\nb"),
        ("a\n\nb", "<p>a</p><p>b</p>", "a\nb"),
        ("# a", "<p><strong>a</strong></p>", "a"),
        ("a\n---\nb", "<p>a --- b</p>", "a --- b"),
        ("- a\n- b\n  1. c\n", "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n1. c"),
        ("3) a\n4) b", '<ol start="3"><li>a</li><li>b</li></ol>', "3) a\n4) b"),
        (
            "|a|b|\n|-|-:|\n|1|*2*|",
            '<table><thead><tr><th>a</th><th align="right">b</th></tr></thead>'
            '<tbody><tr><td>1</td><td align="right"><em>2</em></td></tr></tbody></table>',
            "a, b\n1, 2",
        ),
        ("![a *b*](<m/x y.png>)", '<p><img src="m/x%20y.png" alt="a b"></p>', "a b"),
        ("![far](https://example.org/x.png)", "<p>far</p>", "far"),
        ("[Oslo](https://example.org)", "<p>Oslo</p>", "Oslo"),
        ("<b>x</b> &lt; \\*", "<p>&lt;b&gt;x&lt;/b&gt; &lt; *</p>", "<b>x</b> < *"),
        ("$5 and $6 each", "<p>$5 and $6 each</p>", "$5 and $6 each"),
        ("\\$a$", "<p>$a$</p>", "$a$"),
        ("is $a_1*b_1$?", '<p>is <img src="math:inline:a_1%2Ab_1" alt="a_1*b_1">?</p>', "is a_1*b_1?"),
        ("$$x$$ or", '<p><img src="math:display:x" alt="x"> or</p>', "x or"),
        ("$$\n- a\n$$\nb", '<p><img src="math:display:-%20a" alt="- a"></p><p>b</p>', "- a\nb"),
        ("$$\na", "<p>$$ a</p>", "$$ a"),
        ("$$ $$", "<p>$$ $$</p>", "$$ $$"),
        ("[x]: y", "<p>[x]: y</p>", "[x]: y"),
    ],
)
def test_examples(markdown: str, html: str, plain: str) -> None:
    assert to_html(markdown) == html
    assert to_plain(markdown) == plain


def test_maths_gives_the_sources() -> None:
    assert maths("no") == []
    assert maths("$a$ and `$b$` and\n\n$$\nc\n$$") == ["a", "c"]


def test_plain_texts_need_no_markdown() -> None:
    script = (
        "import sys; from quizapp.formats.markup import to_html, to_plain;"
        "to_html('Oslo'); to_plain('Oslo'); print('markdown_it' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
