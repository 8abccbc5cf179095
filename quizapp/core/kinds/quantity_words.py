"""What is said of numbers and their units: reasons, scores and complaints."""

from quizapp.core.kinds.words import Words

_RULES = {
    "number_exact": "",
    "number_range": "Anything from {expected} counts.",
    "number_share": "{given} lies within {within} of {expected}: up to {margin} off counts.",
    "number_near": "{given} lies within {margin} of {expected}.",
    "number_low": "That is {off} too low.",
    "number_high": "That is {off} too high.",
    "number_low_margin": "That is {off} too low; up to {margin} off counts.",
    "number_high_margin": "That is {off} too high; up to {margin} off counts.",
    "number_tenth": "That is a tenth of it: check the zeros and the decimal mark.",
    "number_tenfold": "That is ten times as much: check the zeros and the decimal mark.",
    "number_thousandth": "That is a thousandth of it: check the decimal mark, and the unit or scale.",
    "number_thousandfold": "That is a thousand times as much: check the decimal mark, and the unit or scale.",
    "number_sign": "Only the sign differs.",
}

_MEASURES = {
    "length": "a length",
    "area": "an area",
    "volume": "a volume",
    "mass": "a mass",
    "time": "a time",
    "temperature": "a temperature",
    "speed": "a speed",
    "energy": "an energy",
    "power": "a power",
    "force": "a force",
    "pressure": "a pressure",
    "data": "an amount of data",
    "angle": "an angle",
    "frequency": "a frequency",
    "share": "a share",
}
_NO_NUMBER = {
    "number_blank": "Nothing was written.",
    "number_none": "“{typed}” is not a number that can be read.",
    "number_unclear": "“{typed}” can be read in several ways: {readings}.",
    "unit_other": "“{unit}” measures something else, so it does not convert to {asked}.",
    "unit_money": "“{unit}” is a currency. Amounts of money are not converted to {asked}.",
    **{
        f"unit_{code}": f"“{{unit}}” measures {noun}, so it does not convert to {{asked}}."
        for code, noun in _MEASURES.items()
    },
}

QUANTITY_WORDS = Words(
    reasons={
        **_RULES,
        **{
            f"{code}_converted": f"{{typed}} {{equals}} {{converted}}. {rule}".strip()
            for code, rule in _RULES.items()
        },
        **{
            f"{code}_unasked": f"The card names no unit, so “{{unit}}” was not compared. {rule}".strip()
            for code, rule in _RULES.items()
        },
        **_NO_NUMBER,
    },
    between=tuple(_NO_NUMBER),
    scores={
        "score_tier": "This near it earns {fraction} of a right answer.",
        "score_unit_missing": "The number counts, but its unit is missing ({asked}): {fraction}.",
        "score_unit_unknown": "The number counts; “{unit}” is no known unit ({asked} was asked): {fraction}.",
        "score_unit_missing_tier": (
            "This near it earns {credit}, and the unit is missing ({asked}): {credit} × 9/10 = {fraction}."
        ),
        "score_unit_unknown_tier": (
            "This near it earns {credit}, and “{unit}” is no known unit ({asked} was asked): "
            "{credit} × 9/10 = {fraction}."
        ),
    },
    headings={
        "partly_unit_missing": "Partly right: the unit is missing",
        "partly_unit_unknown": "Partly right: the unit is not known",
    },
    messages={
        "number_unreadable": (
            "error",
            "number: {text} is not read. Write 2850, 2850 ± 10 or 2000..3000, with a point as decimal mark.",
        ),
        "number_comma": (
            "error",
            "number: {text} has a comma. In a deck the decimal mark is a point, and digits are not grouped.",
        ),
        "number_unit": ("error", "number: {text} has more than a number in it. Its unit belongs in unit:."),
        "number_reversed": ("error", "number: {text} is an empty range. The lower number comes first."),
        "tolerance_unreadable": ("error", "tolerance: {text} is not read. Write 0.5, or 2% of the number."),
        "tolerance_of_zero": ("warning", "tolerance: {text} of 0 is 0. Say how far off as a number: 0.5."),
        "unit_needed_none": ("error", "unit_needed: asks for a unit, but unit: names none."),
    },
    titles={
        "number_unreadable": "No number",
        "number_comma": "A comma in a number",
        "number_unit": "More than a number",
        "number_reversed": "An empty range",
        "tolerance_unreadable": "No tolerance",
        "tolerance_of_zero": "A tolerance of nothing",
        "unit_needed_none": "No unit to ask for",
    },
)
