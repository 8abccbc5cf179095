"""The sentences about orders."""

from quizapp.core.kinds.words import Words

ORDER_WORDS = Words(
    reasons={
        "order_right": "",
        "order_run": "The lines with a tick are in order; move the rest.",
        "order_reversed": "Turn the whole order round.",
    },
    scores={
        "score_pairs_all": "All {pairs} pairs in order: {fraction}.",
        "score_pairs": (
            "{right} of {pairs} pairs in order, {inverted} the other way round: "
            "1 − 2·{inverted}/{pairs} = {fraction}."
        ),
        "score_pairs_floor": (
            "{right} of {pairs} pairs in order, {inverted} the other way round: "
            "1 − 2·{inverted}/{pairs}, so 0 (never below 0)."
        ),
        "score_order_exact": (
            "{right} of {pairs} pairs in order, {inverted} the other way round. All or nothing: {fraction}."
        ),
        "score_run": (
            "The longest run in order has {kept} of {items} lines: ({kept} − 1)/({items} − 1) = {fraction}."
        ),
    },
    headings={
        "partly_order": "Partly right: {kept} of {items} in order",
        "wrong_order": "Not yet: {kept} of {items} in order",
        "partly_reversed": "Partly right: the other way round",
        "wrong_reversed": "Not yet: exactly the other way round",
    },
    messages={
        "order_short": ("error", "Items to put in order: {items}. It takes {least} or more."),
        "order_tied": (
            "error",
            "All items may change places. Only those that tie belong in a list of their own: [A, [B, C], D].",
        ),
        "order_twice": ("error", "The item “{text}” is there twice. Each item has one place."),
    },
    doubles=frozenset({"order_twice"}),
    titles={
        "order_short": "Too few items",
        "order_tied": "No order",
        "order_twice": "The same item twice",
    },
)
