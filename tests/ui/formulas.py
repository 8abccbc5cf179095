"""Formulas to draw: sound ones of every sort, and hostile ones that may cost no more than their picture."""

from itertools import product

SOUND = (
    r"x", r"x^2", r"x_i", r"x_i^2", r"a+b=c", r"a \cdot b", r"\alpha\beta\gamma", r"\frac{1}{2}",
    r"\sqrt{2}", r"\sqrt[3]{x}", r"\sum_{i=1}^n i", r"\int_0^1 x\,dx", r"\lim_{x\to 0} f(x)",
    r"e^{i\pi}+1=0", r"\vec{v}",
    r"\begin{matrix} a & b \\ c & d \end{matrix}", r"\left( \frac{a}{b} \right)",
    r"\text{speed} = \frac{s}{t}",
    r"\mathbb{R}", r"\mathcal{L}", r"\overline{AB}", r"\hat{x}", r"n!", r"\binom{n}{k}", r"90^\circ",
    r"\infty",
    r"a \le b \ge c \ne d", r"A \cup B \cap C", r"\forall x \exists y", r"H_2O", r"\log_2 8 = 3", r"|x|",
    r"\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}", r"f: X \to Y", r"\nabla \times E", r"\partial_t u",
)  # fmt: skip

HOSTILE = (
    "", " ", "\\", "{", "}", "{{", "}}", "{}", "^", "_", "^^", "__", "x^", "x_", "x^2^3", "x_1_2", "&", r"\\",
    "#", "%", "~", "$", r"\frac", r"\frac{1}", r"\frac{}{}", r"\sqrt", r"\sqrt[", r"\left(", r"\right)",
    r"\left( \right", r"\begin{matrix}", r"\end{matrix}", r"\begin{nothing} x \end{nothing}",
    r"\begin{}\end{}",
    r"\unknown", r"\unknown{x}", r"\input{/etc/passwd}", r"\def\a{\a\a}\a", r"\newcommand{\x}{\x\x}\x",
    r"\text{", r"\text{}", r"\text{$x$}", r"\text{日本語 🇫🇷 שלום}", r"\color{red}{x}", r"\color{",
    r"\hspace{1em}",
    r"\hspace{99999em} x", r"\rule{1000em}{1000em}", r"\scalebox{1000}{x}", r"\Huge x", r"\kern-9999em x",
    "\x00", "\x01x\x02", "x\x7fy", "\u2028", "\u202ex", "\ufeff", "\U0001f600", "👨‍👩‍👧", "שלום", "日本語",
    "<svg>", "</svg><script>alert(1)</script>", "&lt;&amp;", "<!-- x -->", "]]>", "\"'><", r"\&\%\$\#\_",
    "x" * 500, "x" * 501, "^" * 400, "_" * 400, "{" * 400, "}" * 400, "\\" * 400, "&" * 400, "x^" * 200,
    "x_" * 200, r"\frac12" * 60, r"\sqrt" * 90, r"\left(" * 80, r"\\" * 200, "1" * 400 + "^" + "9" * 90,
    "9" * 200 + "^{" + "9" * 200 + "}", r"\sum" * 120, "(" * 200 + ")" * 200, r"\begin{matrix}" * 30,
    "&".join("a" * 200), r"\\".join("a" * 120), r"\\".join(["&".join("ab" * 5)] * 20), r"x'" + "'" * 300,
    "$x$", "$$x$$", r"\(x\)", r"\[x\]", "\t\t\t", "\n\n\n", "a\nb\nc", "\ud7ff", "\ufffd", "e\u0301" * 100,
    "\u0301" * 200, "x" + "\u0302" * 300, r"\hat" * 100, r"\overline{" * 6 + "x" + "}" * 6,
)  # fmt: skip

_NESTED = (
    r"\frac{%s}{2}",
    r"\frac{1}{%s}",
    r"\sqrt{%s}",
    "x^{%s}",
    "x_{%s}",
    r"\left(%s\right)",
    "{%s}",
    r"\hat{%s}",
)


def nested() -> list[str]:
    """Every nesting of two sorts, shallow and as deep as is tried at all and beyond."""
    formulas = []
    for (outer, inner), depth in product(product(_NESTED, _NESTED), (3, 6)):
        source = "x"
        for level in range(depth):
            source = (outer if level % 2 else inner) % source
        formulas.append(source)
    return formulas


def all_formulas() -> list[str]:
    """Each once."""
    return [*dict.fromkeys([*SOUND, *HOSTILE, *nested()])]
