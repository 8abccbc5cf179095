"""`$…$` and `$$…$$` as markdown-it rules: maths is taken out whole before Markdown looks into it.

As in Pandoc, `$` opens only before and closes only behind a non-space, and does not close before a digit, so
that prices stay prices. `\\$` is a dollar sign.
"""

import re
from bisect import bisect_left

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

_INLINE = re.compile(
    r"\$\$(?!\s*\$)(?P<display>(?:[^$\\]|\\.)+)\$\$|\$(?=[^\s$])(?P<inline>(?:[^$\\]|\\.)*?(?:[^\s$\\]|\\.))\$(?!\d)",
    re.DOTALL,
)


def maths_plugin(parser: MarkdownIt) -> None:
    """Add the tokens `maths_inline` and `maths_display`; their content is the source without dollars."""
    parser.inline.ruler.before("escape", "maths", _inline)
    parser.block.ruler.before("fence", "maths", _block, {"alt": ["paragraph", "list"]})


def _inline(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$":
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        name = "display" if match["display"] else "inline"
        state.push(f"maths_{name}", "", 0).content = match[name].strip()
    state.pos = match.end()
    return True


def _block(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Maths in lines of its own, which may hold what elsewhere begins a list or a heading."""
    start = state.bMarks[first] + state.tShift[first]
    if not state.src.startswith("$$", start):
        return False
    close = state.src.find("$$", start + 2, state.eMarks[end - 1])
    source = state.src[start + 2 : close].strip() if close > 0 else ""
    last = bisect_left(state.eMarks, close + 2, first, end)
    if not source or state.src[close + 2 : state.eMarks[last]].strip():
        return False
    if not silent:
        state.push("maths_display", "", 0).content = source
        state.line = last + 1
    return True
