"""What each type of question has in Moodle's XML beside its text."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from quizapp.formats.moodle_page import Page, element
from quizapp.formats.moodle_sheet import TRUE_FALSE, Near, Sheet, Type, percent, written

_SCORINGS: Final[Mapping[str, str]] = {
    "": "RELATIVE_ALL_PREVIOUS_AND_NEXT",
    "exact": "ALL_OR_NOTHING",
    "longest": "LONGEST_ORDERED_SUBSET",
}


def _choice(sheet: Sheet, page: Page) -> list[str]:
    return [
        f"<single>{TRUE_FALSE[sheet.single]}</single>",
        "<shuffleanswers>true</shuffleanswers>",
        "<answernumbering>abc</answernumbering>",
        *(page.share(share, _percent(share.credit)) for share in sheet.shares),
    ]


def _truth(sheet: Sheet, page: Page) -> list[str]:
    return [
        f'<answer fraction="{100 if sheet.right is each else 0}" format="moodle_auto_format">'
        f"<text>{TRUE_FALSE[each]}</text></answer>"
        for each in (True, False)
    ]


def _short(sheet: Sheet, page: Page) -> list[str]:
    return [
        f"<usecase>{int(sheet.case)}</usecase>",
        *(
            f'<answer fraction="{_percent(share.credit)}" format="moodle_auto_format">'
            f"{element('text', share.text)}</answer>"
            for share in sheet.shares
        ),
    ]


def _number(sheet: Sheet, page: Page) -> list[str]:
    units = "".join(
        f"<unit><multiplier>1</multiplier>{element('unit_name', unit)}</unit>" for unit in sheet.units
    )
    return [
        *map(_near, sheet.numbers),
        *([f"<units>{units}</units>"] if units else []),
        f"<unitgradingtype>{int(sheet.unit_needed)}</unitgradingtype>",
        "<unitpenalty>0.1</unitpenalty>",
        f"<showunits>{0 if units else 3}</showunits>",
        "<unitsleft>0</unitsleft>",
    ]


def _near(one: Near) -> str:
    middle, half = (one.low + one.high) / 2, (one.high - one.low) / 2
    return (
        f'<answer fraction="{_percent(one.credit)}" format="moodle_auto_format">'
        f"<text>{written(middle)}</text><tolerance>{written(half + one.within)}</tolerance></answer>"
    )


def _match(sheet: Sheet, page: Page) -> list[str]:
    pairs = [*sheet.pairs, *(("", text) for text in sheet.extra)]
    return [
        "<shuffleanswers>true</shuffleanswers>",
        *(
            page.text("subquestion", left, inner=f"<answer>{element('text', right)}</answer>")
            for left, right in pairs
        ),
    ]


def _order(sheet: Sheet, page: Page) -> list[str]:
    return [
        "<layouttype>VERTICAL</layouttype>",
        "<selecttype>ALL</selecttype>",
        "<selectcount>0</selectcount>",
        f"<gradingtype>{_SCORINGS[sheet.scoring]}</gradingtype>",
        "<showgrading>SHOW</showgrading>",
        "<numberingstyle>none</numberingstyle>",
        *(
            page.text("answer", text, f' fraction="{place}.0000000"')
            for place, text in enumerate(sheet.items, 1)
        ),
    ]


def _essay(sheet: Sheet, page: Page) -> list[str]:
    return [
        "<responseformat>editor</responseformat>",
        "<responserequired>1</responserequired>",
        "<responsefieldlines>15</responsefieldlines>",
        "<attachments>0</attachments>",
        page.text("graderinfo", sheet.info),
    ]


def _nothing(sheet: Sheet, page: Page) -> list[str]:
    """Its answers stand in its text."""
    return []


def _picture(sheet: Sheet, page: Page) -> list[str]:
    file, (width, height) = page.background()
    drags, drops = [], []
    for number, (name, box) in enumerate(sheet.boxes, 1):
        left, top, across, down = box
        sides = [
            round(float(part) * whole / 100, 1)
            for part, whole in ((left, width), (top, height), (across, width), (down, height))
        ]
        coords = f"{sides[0]:g},{sides[1]:g};{sides[2]:g},{sides[3]:g}"
        drags.append(f"<drag><no>{number}</no>{element('text', name)}<noofdrags>1</noofdrags></drag>")
        drops.append(
            f"<drop><no>{number}</no><shape>rectangle</shape><coords>{coords}</coords>"
            f"<choice>{number}</choice></drop>"
        )
    return ["<shuffleanswers/>", "<showmisplaced/>", file, *drags, *drops]


def _percent(credit: Decimal) -> str:
    return written(percent(credit))


BODIES: Final[Mapping[Type, Callable[[Sheet, Page], list[str]]]] = {
    "multichoice": _choice,
    "truefalse": _truth,
    "shortanswer": _short,
    "numerical": _number,
    "matching": _match,
    "ordering": _order,
    "essay": _essay,
    "cloze": _nothing,
    "ddmarker": _picture,
}
"""What each type has beside the text of the question."""
