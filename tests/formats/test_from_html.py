"""HTML of other programs as Markdown: what was seen is seen, what could run is gone."""

from html import escape as as_html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.escaping import escape
from quizapp.formats.from_html import from_html
from quizapp.formats.markup import to_html, to_plain

_SIGNS = st.sampled_from(
    ["*", "_", "`", "$", "<", "&", "[", "]", "~~", "#", "- ", "1. ", "\\", "|", "a", "b c", "!", "x_1"]
)
_texts = st.one_of(
    st.lists(_SIGNS, max_size=8).map("".join),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=20),
)


@given(_texts)
def test_plain_text_means_itself(text: str) -> None:
    words = " ".join(text.split())
    assert to_plain(escape(words)) == words


@given(_texts)
def test_the_text_of_html_is_kept(text: str) -> None:
    words = " ".join(text.split())
    if "\\(" in words or "\\[" in words or "[$" in words:
        return
    assert to_plain(from_html(as_html(text)).markdown) == words


@given(st.lists(st.tuples(st.sampled_from(["b", "i", "code", "s", "u", "span"]), _texts), max_size=4))
def test_marks_never_change_the_words(runs: list[tuple[str, str]]) -> None:
    runs = [(tag, " ".join(text.split()).replace("\\", "").replace("[", "")) for tag, text in runs]
    html = " ".join(f"<{tag}>{as_html(text)}</{tag}>" for tag, text in runs)
    words = " ".join(" ".join(text for _, text in runs).split())
    assert " ".join(to_plain(from_html(html).markdown).split()) == words


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert "<script" not in to_html(from_html(text).markdown)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("a<br>b", "a\\\nb"),
        ("<div>a</div><div>b</div>", "a\\\nb"),
        ("<p>x <b>bold </b>y</p><p>z</p>", "x **bold** y\n\nz"),
        ("<ul><li>one</li><li>two<ul><li>in</li></ul></li></ul>after", "- one\n- two\n  - in\n\nafter"),
        ("H<sub>2</sub>O, x<sup>2</sup>", "H₂O, x²"),
        ("10<sup>th</sup>", "10$^{th}$"),
        ("<pre>x = 1\n  y</pre>z", "```\nx = 1\n  y\n```\n\nz"),
        (r"foo \(x^2 &lt; 3\) bar \[y\]", "foo $x^2 < 3$ bar $$y$$"),
        ('<anki-mathjax block="true">a<br>b</anki-mathjax>', "$$a b$$"),
        ("[latex]$x$[/latex]", "$x$"),
        ("<img src='a b.png' alt='hey'>", "![hey](<a b.png>)"),
        ("<a href='https://example.org'>text</a>", "[text](https://example.org)"),
        ("<a href='javascript:x()'>text</a>", "text"),
        (
            "<table><tr><th>a</th><th>b|c</th></tr><tr><td>1</td></tr></table>",
            "| a | b\\|c |\n| --- | --- |\n| 1 |  |",
        ),
        ("<code>a`b</code>", "`` a`b ``"),
        ("<b>unclosed", "**unclosed**"),
        ("<ol start='3'><li>a<li>b</ol>", "3. a\n4. b"),
        ("- not a list", "\\- not a list"),
        ("a&nbsp;&nbsp;b", "a b"),
        (
            "<math><semantics><mi>x</mi>"
            '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>',
            "$x^2$",
        ),
        ("<math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>", "$\\frac{a}{{b}^{2}}$"),
        ('<script type="math/tex; mode=display">x < y</script>', "$$x < y$$"),
        ("<details><summary>Hint</summary>in <b>x</b></details>", "**Hint**\n\nin **x**"),
        ('<span style="font-weight: 700">b</span> <b style="font-weight:normal">n</b>', "**b** n"),
        ("<ul><li>a</li><ul><li>b</li></ul>c</ul>", "- a\n  - b\n  c"),
        ('<pre><code class="language-py">x = 1</code></pre>', "```py\nx = 1\n```"),
        ("<table><caption>C</caption><tr><td>1<td>2</table>", "C\n\n| 1 | 2 |\n| --- | --- |"),
        (
            "<table><tr><th colspan=2>A</th></tr>"
            "<tr><td rowspan=2>1</td><td>2</td></tr><tr><td>3</td></tr></table>",
            "| A |  |\n| --- | --- |\n| 1 | 2 |\n|  | 3 |",
        ),
        (
            '<p class=MsoNormal><b style="mso-bidi-font-weight:normal"><span>Bold<o:p></o:p></span>'
            "</b></p><!--[if gte mso 9]><xml>x</xml><![endif]--><p>item</p>",
            "**Bold**\n\nitem",
        ),
        ('<p style="margin-bottom: 0in"><font face="Liberation Serif"><i>Libre</i></font></p>', "*Libre*"),
        ("&eacute;&#8364; &amp;lt; &#x1F600; &#0;", "é€ \\&lt; 😀 �"),
    ],
)
def test_what_was_seen_is_seen(html: str, markdown: str) -> None:
    assert from_html(html).markdown == markdown


def test_what_goes_is_named() -> None:
    found = from_html("<script>x</script>hi<img src=p.png><video src=v></video><script>y</script>")
    assert found.markdown == "hi![](p.png)"
    assert found.images == ("p.png",)
    assert found.lost == ("script", "video")


def test_pictures_that_are_no_files_are_refused_and_named() -> None:
    found = from_html('<img src="data:image/png;base64,AAAA" alt="dot">x<img src="javascript:y()">')
    assert (found.markdown, found.lost) == ("dotx", ("img",))


@pytest.mark.parametrize(
    "opening", ["\\(", "\\[", "[$]", "[latex]", "<anki-mathjax>", "$$a", "<!--", "<sup>", "<b>*</b>"]
)
def test_what_is_never_closed_takes_no_longer(opening: str) -> None:
    """Would take minutes if it were not linear."""
    assert from_html(opening * 20_000, dollars=True).markdown is not None


def test_a_million_open_elements_cost_nothing() -> None:
    assert from_html("<b>" * 100_000 + "x").markdown == "**x**"
