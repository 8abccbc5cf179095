"""Hypothesis strategies for formulas with the holes of a cloze in them."""

from hypothesis import strategies as st

_sign = st.sampled_from(
    ["x", "10", "+", "\\alpha ", "\\{", "\\}", "\\\\", "^2", "_i", "\\frac{1}{2}", "\\sqrt", " "]
)
_braced = st.recursive(
    _sign, lambda inner: inner.map("{{{}}}".format) | st.lists(inner, max_size=3).map("".join), max_leaves=5
)
maths_with_holes = st.lists(
    _sign | _braced.map(lambda text: f"{{{{c1::{text}y}}}}"), min_size=1, max_size=6
).map(lambda pieces: f"a $z{''.join(pieces)}z$ b")
"""A formula between two words; some of it cannot be drawn."""
