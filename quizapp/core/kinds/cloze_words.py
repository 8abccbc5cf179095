"""What is said of clozes: of their gaps, what they earn, and of the text in a deck."""

from quizapp.core.kinds.words import Words

CLOZE_WORDS = Words(
    reasons={
        "gaps": "",
        "gap_empty": "Nothing was filled in.",
        "gap_other": "“{typed}” belongs in gap {gap}.",
        "gap_twice": "“{typed}” names what stands in another gap already; it counts once.",
    },
    scores={
        "score_gaps": "{right} of {gaps} gaps right: {fraction}.",
        "score_gaps_exact": "{right} of {gaps} gaps right. All or nothing: {fraction}.",
        "score_gaps_part": "{right} of {gaps} gaps right, others in part: {fraction}.",
    },
    headings={
        "partly_gaps": "Partly right: {right} of {gaps} gaps",
        "wrong_gaps": "Not yet: {right} of {gaps} gaps",
    },
    messages={
        "cloze_no_hole": ("error", "There is no hole in the text. Put {{{{ and }}}} round what to hide."),
        "cloze_unclosed": ("error", "The braces of “{text}” are not closed. A hole ends with }}}}."),
        "cloze_empty": ("error", "The hole “{text}” hides nothing."),
        "cloze_nested": ("error", "The hole “{text}” has another hole in it. Holes stand side by side."),
        "cloze_crossing": (
            "error",
            "The hole “{text}” begins in code or maths and ends outside. Hide all of it, or a part of it.",
        ),
        "cloze_accept": (
            "error",
            "accept: serves one hole, but there are {holes}. Write gaps: {{1: {{accept: …}}}} instead.",
        ),
        "gap_unknown": (
            "error",
            "gaps: there is no gap {gap}. Gaps are counted in the order of the text, from 1 to {gaps}.",
        ),
        "gap_ways": (
            "error",
            "Gap {gap} has {first}: and {second}:. It is picked (wrong:), a number (number:), or typed.",
        ),
        "gap_no_number": (
            "error",
            "Gap {gap} asks for a number, but “{text}” is not read as one. Add number: to it.",
        ),
        "gap_other_number": ("warning", "Gap {gap} hides “{text}”, but its number: is {number}."),
        "any_order_unknown": (
            "error",
            "any_order: there is no gap {gap}. Gaps are counted in the order of the text, from 1 to {gaps}.",
        ),
        "any_order_alone": (
            "warning",
            "any_order: gap {gap} is not asked together with another one of the list. Give their holes the "
            "same number, {{{{c1::…}}}}.",
        ),
        "any_order_ways": (
            "error",
            "any_order: gap {gap} cannot change places with others. All are typed, or all are numbers.",
        ),
        "any_order_idle": (
            "warning",
            "any_order: does nothing while the text is only revealed. Add typed: true.",
        ),
    },
    titles={
        "cloze_no_hole": "No hole in the text",
        "cloze_unclosed": "Braces not closed",
        "cloze_empty": "An empty hole",
        "cloze_nested": "A hole in a hole",
        "cloze_crossing": "A hole across code or maths",
        "cloze_accept": "One “accept” for several holes",
        "gap_unknown": "There is no gap {gap}",
        "gap_ways": "Two ways to fill a gap",
        "gap_no_number": "A gap without a number",
        "gap_other_number": "Two numbers for one gap",
        "any_order_alone": "One gap alone in any order",
        "any_order_ways": "Gaps of two ways in any order",
        "any_order_idle": "A key without effect",
        "any_order_unknown": "There is no gap {gap}",
    },
)
