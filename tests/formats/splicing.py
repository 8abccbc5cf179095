"""Random decks for tests of splicing, written in every style, with what each card says known beforehand."""

from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from quizapp.formats.yaml_edit import Value

TEXTS = (
    "Oslo", "no", "12:30", "2025-07", "007", "~", "a: b", "x #y", "# x", "{{c1::Rome}} is", "- x",
    "[1]", "*x", "&x", "!x", "it's", 'say "hi"', "C:\\d", "1,235", "a, b", "%", "@x", "`x`", "? x",
    "'", '"', ",", "]", "|", ">", "trail ", " lead", "é", "日本", "\u00a0x", "x\u00a0", "a\tb", "key",
    "<<", "---", "...", "a\n\nb", "two\nlines", "  two\nlines", "\ttab\nx", "end\n", "\n",
    "x\n# no comment\ny", "- a\n- b", "a: b\nc: d", "x\r\ny", "\x07", "\u2028x", "x" * 120,
)  # fmt: skip
"""Texts that YAML makes something of."""
texts = st.one_of(st.sampled_from(TEXTS), st.text(max_size=12).filter(str.strip))
plain_texts = st.sampled_from(("Oslo", "the year 1999", "Rome, Italy", "12:30", "no", "it's", "a-b", "été"))
values: st.SearchStrategy[Value] = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(texts.filter(lambda text: "\n" not in text), inner, max_size=3),
    ),
    max_leaves=6,
)
"""Any value that a key can hold."""


class Written(NamedTuple):
    """A key as it is written, from its column on."""

    key: str
    value: Any
    lines: list[str]
    """Without the indentation of the card."""


class Card(NamedTuple):
    """An item of the list, from its dash on, at the margin."""

    data: dict[str, Any] | None
    """None for what is no card: broken, or nothing."""
    text: str
    """Lines end with \\n."""
    sound: bool
    """False if it does not parse."""


class WrittenDeck(NamedTuple):
    """A deck and what stands where in it."""

    text: str
    cards: list[Card]
    spans: list[tuple[int, int]]
    """Of each card's own lines in the text, with the comments above it and the gap behind it."""
    exotic: bool
    """True if it holds what may be refused: aliases, broken cards."""


def _quoted(style: str, text: str) -> str:
    return '"' + text + '"' if style == '"' else "'" + text.replace("'", "''") + "'"


@st.composite
def scalars(draw: st.DrawFn, key: str) -> Written:
    """A text in one of YAML's styles, perhaps with a comment."""
    style = draw(st.sampled_from(("", "", "", "'", '"', "|", "|-", "|+", ">", "lines")))
    text = draw(plain_texts)
    comment = draw(st.sampled_from(("", "", "", "  # why", " #")))
    if style in ("|", "|-", "|+", ">"):
        more = draw(st.sampled_from(("", "more # text", "- more")))
        joint = " " if style == ">" else "\n"
        lines = [f"{key}: {style}{comment}", f"    {text}", *([f"    {more}"] if more else [])]
        return Written(key, joint.join(filter(None, (text, more))), lines)
    if style == "lines":
        return Written(key, f"{text} more", [f'{key}: "{text}', f'   more"{comment}'])
    written = _quoted(style, text) if style else text
    return Written(key, text, [f"{key}: {written}{comment}"])


@st.composite
def lists(draw: st.DrawFn, key: str) -> Written:
    """A list in brackets or line by line, indented or not."""
    items = draw(st.lists(plain_texts, max_size=3))
    style = draw(st.sampled_from(("[]", "[\n]", "-", "  -")))
    if style.startswith("[") or not items:
        gap = ",\n    " if "\n" in style else ", "
        inside = gap.join(_quoted('"', item) for item in items)
        return Written(key, items, f"{key}: [{inside}]".split("\n"))
    margin = style[:-1]
    comments = [draw(st.sampled_from(("", "", " # one"))) for _ in items]
    lines = [f"{margin}- {item}{comment}" for item, comment in zip(items, comments, strict=True)]
    between = draw(st.sampled_from((None, f"{margin}# between", "")))
    if between is not None:
        lines.insert(draw(st.integers(0, len(lines) - 1)), between)
    return Written(key, items, [f"{key}:{draw(st.sampled_from(('', '  # some')))}", *lines])


@st.composite
def maps(draw: st.DrawFn, key: str) -> Written:
    """A map, or a list of pairs."""
    names = draw(st.lists(st.sampled_from(("A", "B b", "C")), max_size=3, unique=True))
    pairs = {name: draw(plain_texts.filter(lambda text: "," not in text)) for name in names}
    style = draw(st.sampled_from(("{}", "block", "pairs")))
    if style == "{}" or not pairs:
        return Written(key, pairs, [f"{key}: {{{', '.join(f'{a}: {b}' for a, b in pairs.items())}}}"])
    if style == "block":
        return Written(key, pairs, [f"{key}:", *(f"  {a}: {b}" for a, b in pairs.items())])
    return Written(
        key, [{a: b} for a, b in pairs.items()], [f"{key}:", *(f"- {a}: {b}" for a, b in pairs.items())]
    )


_MORE = {
    "a": scalars("a"),
    "wrong": lists("wrong"),
    "match": maps("match"),
    "hint": st.one_of(scalars("hint"), lists("hint")),
    "explain": scalars("explain"),
    "tags": lists("tags"),
    "id": st.integers(0, 99).map(lambda number: Written("id", f"c{number}", [f"id: c{number}"])),
    "anser": scalars("anser"),
}


@st.composite
def block_cards(draw: st.DrawFn) -> Card:
    """A card line by line."""
    keys = draw(st.lists(st.sampled_from(sorted(_MORE)), max_size=4, unique=True))
    front = draw(st.sampled_from(("q", "front", "statement")))
    parts = [draw(scalars(front)), *(draw(_MORE[key]) for key in keys)]
    order = draw(st.permutations(parts))
    lines: list[str] = []
    for number, part in enumerate(order):
        if number and draw(st.integers(0, 9)) == 0:
            lines.append(draw(st.sampled_from(("# a comment", "  # further right", "#tight", ""))))
        lines += part.lines
    dash = draw(st.sampled_from(("- ", "- ", "- ", "-   ", "-\n")))
    if dash == "-\n":
        text = "-\n" + "".join(f"  {line}\n" if line else "\n" for line in lines)
    else:
        margin = " " * len(dash)
        text = dash + "".join(f"{margin}{line}\n" if line else "\n" for line in lines)[len(margin) :]
    return Card({part.key: part.value for part in order}, text, sound=True)


flow_cards = st.sampled_from(
    (
        Card({"q": "x", "a": "y"}, "- {q: x, a: y}\n", sound=True),
        Card({"q": "x: y", "a": ["b", "c"]}, '- {q: "x: y", a: [b, c]} # flow\n', sound=True),
        Card({"q": "x", "a": "y"}, '- {"q": "x",\n   "a": "y"}\n', sound=True),
    )
)
exotic_cards = st.sampled_from(
    (
        Card({"q": "Oslo", "a": "Oslo"}, "- q: &x Oslo\n  a: *x\n", sound=True),
        Card(
            {"q": "x", "a": ["u", "v"], "wrong": ["u", "v"]},
            "- q: x\n  a: &x [u, v]\n  wrong: *x\n",
            sound=True,
        ),
        Card(None, "- q: it: is\n  a: x\n", sound=False),
        Card(None, '- q: "open\n  a: x\n', sound=False),
        Card(None, "-\n", sound=True),
        Card(None, "- text\n", sound=True),
        Card(None, "- q: x\n  q: y\n", sound=True),
    )
)
_GAPS = (
    "",
    "",
    "\n",
    "\n",
    "\n\n",
    "# own line\n",
    "\n# about the next\n",
    "\n# alone\n\n",
    "  # further right\n",
)
_HEADS = (
    "", "cards:\n", "# top\ntitle: t\ncards:\n", "title: t\ntags: [a]\ncards:   # here\n\n",
    "sources:\n  un: UN\n'cards':\n# about the first\n", "---\ntitle: t\n---\n", "title: t\n---\n",
)  # fmt: skip
_TAILS = ("", "", "", "license: x\n", "# end\n", "\n# end\n\n", "license: |+\n  x\n\n")


@st.composite
def decks(draw: st.DrawFn, *, exotic: bool | None = None) -> WrittenDeck:
    """Any deck, line by line."""
    is_exotic = draw(st.booleans()) if exotic is None else exotic
    kinds = [block_cards(), block_cards(), flow_cards, *([exotic_cards] if is_exotic else [])]
    cards = draw(st.lists(st.one_of(kinds), min_size=1, max_size=5))
    head = draw(st.sampled_from(_HEADS))
    tail = draw(st.sampled_from(_TAILS)) if "cards" in head else draw(st.sampled_from(("", "# end\n")))
    margin = " " * draw(st.sampled_from((0, 0, 2, 4) if "cards" in head else (0,)))
    text, spans = head, []
    for card in cards:
        start = len(text)
        text += "".join(margin + line for line in card.text.splitlines(keepends=True))
        text += "".join(
            margin + line if line.strip() else line for line in draw(st.sampled_from(_GAPS)).splitlines(True)
        )
        spans.append((start, len(text)))
    text += tail
    if draw(st.booleans()):
        text = text.rstrip("\n")
    newline = draw(st.sampled_from(("\n", "\n", "\r\n")))
    if newline != "\n":
        text, spans = text.replace("\n", newline), _with_returns(text, spans)
    return WrittenDeck(text, cards, spans, any(card in _EXOTIC for card in cards))


def _with_returns(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where stretches stand once each line ends with two signs."""
    return [(start + text.count("\n", 0, start), end + text.count("\n", 0, end)) for start, end in spans]


@st.composite
def bracket_decks(draw: st.DrawFn) -> WrittenDeck:
    """Any deck in brackets, JSON among them."""
    json = draw(st.booleans())
    pairs = st.fixed_dictionaries(
        {"q": plain_texts}, optional={"a": plain_texts, "wrong": st.lists(plain_texts)}
    )
    data = draw(st.lists(pairs, min_size=1, max_size=4))
    head, tail = draw(st.sampled_from(_BRACKETS[json]))
    gaps = (", ", ",", ",\n  ") if json else (", ", " ,\n  ", ", # why\n  # about the next\n  ")
    gap = draw(st.sampled_from(gaps))
    inside = draw(st.sampled_from(gaps))
    texts = [_in_braces(card, inside, '"' if json else draw(st.sampled_from("\"'"))) for card in data]
    text, spans = head, []
    for number, card in enumerate(texts):
        begin = len(text) - (len(gap) if number else 0)
        text += card + (gap if number + 1 < len(texts) else "")
        spans.append((begin, len(text)))
    if draw(st.booleans()):
        text, tail, spans = text.replace("\n", "\r\n"), tail.replace("\n", "\r\n"), _with_returns(text, spans)
    return WrittenDeck(text + tail, [Card(card, "", sound=True) for card in data], spans, exotic=False)


_BRACKETS = {
    True: (
        ("[", "]\n"),
        ('{"title": "t",\n "cards": [\n  ', "\n]}\n"),
        ('{"cards": [', '], "license": "x"}'),
    ),
    False: (("[ ", " ]"), ("cards: [", "]\n"), ("# top\ntitle: t\ncards:\n  [", "]  # end\nlicense: x\n")),
}


def _in_braces(card: dict[str, Any], gap: str, quote: str) -> str:
    def written(value: Any) -> str:
        if isinstance(value, list):
            return f"[{', '.join(_quoted(quote, each) for each in value)}]"
        return _quoted(quote, value)

    pairs = (f"{_quoted(quote, key)}: {written(value)}" for key, value in card.items())
    return "{" + gap.join(pairs) + "}"


_EXOTIC = [card for card in exotic_cards.elements]  # type: ignore[attr-defined]


def seen(text: str) -> list[Any] | None:
    """The cards as any YAML parser sees them; None if the text does not parse."""
    try:
        documents = [found for found in yaml.load_all(text, yaml.CBaseLoader) if found]
    except yaml.YAMLError:
        return None
    last = documents[-1] if documents else []
    return without_line_ends(last.get("cards") or []) if isinstance(last, dict) else without_line_ends(last)


def without_line_ends(value: Any) -> Any:
    """The value with the line ends behind texts gone: those of a block depend on what follows it."""
    if isinstance(value, dict):
        return {key: without_line_ends(each) for key, each in value.items()}
    if isinstance(value, list):
        return [without_line_ends(each) for each in value]
    return value.rstrip("\n")
