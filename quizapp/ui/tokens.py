"""The colours of the three schemes: the only place where a colour is written down."""

from typing import Literal

Scheme = Literal["light", "dark", "contrast"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "contrast")

_TABLE = """
bg        #f4f5f9 #13151c #000000
rail      #ebedf4 #0f1117 #000000
card      #ffffff #1c1f2a #000000
key       #f1f3f8 #282c3a #1a1a1a
hover     #f6f7fb #222634 #1f1f1f
sel       #ffffff #222634 #1a1a1a
text      #191d2b #eceef5 #ffffff
mut       #585f73 #a2aabf #e0e0e0
line      #dfe2eb #2f3444 #737373
edge      #868da3 #737c97 #ffffff
acc       #3f55dc #8f9dff #ffd400
acchover  #3347c6 #a6b1ff #ffe566
accsoft   #ecefff #262c48 #332b00
acctext   #ffffff #10131c #000000
accink    #3347c6 #b1baff #ffd400
good      #17703f #66d398 #5cff9d
goodsoft  #e6f5ec #182c23 #00260f
goodline  #8cc9a6 #2f6549 #5cff9d
bad       #ab2a36 #ff9297 #ff9a9a
badsoft   #fdecec #352026 #330000
badline   #e3a3a8 #743b43 #ff9a9a
warn      #825300 #f1bd63 #ffc266
warnsoft  #fdf3dd #2d2719 #2b1c00
warnline  #dcb667 #655128 #ffc266
claim     #74389a #d7aef3 #e6b8ff
claimsoft #f6edfb #2e233d #26003a
claimline #cda9e2 #63477c #e6b8ff
heat0     #e6e9f1 #2a2f3f #1a1a1a
heat1     #c9d1fb #333c6e #5c4d00
heat2     #9aa8f3 #4a57a3 #997f00
heat3     #6478e8 #6c7be0 #ccaa00
heat4     #3347c6 #a6b1ff #ffd400
"""

_ROWS = [line.split() for line in _TABLE.split("\n") if line]

COLORS: dict[Scheme, dict[str, str]] = {
    scheme: {row[0]: row[column] for row in _ROWS} for column, scheme in enumerate(SCHEMES, start=1)
}
"""scheme -> token -> "#rrggbb". `…soft` is a fill, `…line` its border; `acc…` is the one accent (primary
button, progress, focus), `claim…` an author's claim and nothing else, `heat…` the steps of the heat map."""


def luminance(color: str) -> float:
    """Relative luminance of "#rrggbb" by WCAG 2, in [0, 1]."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours by WCAG 2, from 1 to 21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
