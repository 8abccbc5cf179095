"""What Anki's notes become, by note type, template and history."""

import pytest

from quizapp.formats.base import Imported
from tests.formats.anki_made import CLOZE, REVERSED, Note, cards, collection, kind, one_card, package, read
from tests.formats.shipping import MP3, PNG


def test_a_note_and_its_tags() -> None:
    card = one_card(Note("guid-1", "What &lt; <b>it</b>?", "So", tags=" one two::b "))
    assert dict(card.data) == {"q": "What < **it**?", "a": "So", "tags": ["one", "two::b"]}
    assert (card.key, card.where.line) == ("guid-1", 1)


def test_both_ways_are_one_card_with_the_history_of_each() -> None:
    note = Note("guid-1", "dog", "perro", type_=REVERSED, cards=[(0, 1, 0, 2, 0), (1, 1, 0, -1, 3)])
    card = one_card(note, reviews=[(1000, 0, 3, 900, 1), (2000, 1, 1, 800, 0)])
    assert card.data["reverse"] == "true"
    forward, back = card.progress
    assert (forward.part, forward.suspended, forward.flagged) == ("forward", False, False)
    assert (back.part, back.suspended, back.flagged) == ("back", True, True)
    assert [(one.rating, one.at_ms, one.duration_ms) for one in back.reviews] == [(1, 2000, 800)]


def test_one_way_of_two_is_no_reversed_card() -> None:
    assert "reverse" not in one_card(Note("guid-1", "dog", "perro", type_=REVERSED)).data


def test_backs_that_add_the_same_field_are_still_both_ways() -> None:
    sides = [
        ("{{A}}", "{{FrontSide}}<hr id=answer>{{B}}<p>{{C}}"),
        ("{{B}}", "{{FrontSide}}<hr id=answer>{{A}}<p>{{C}}"),
    ]
    both = [(0, 1, 0, 0, 0), (1, 1, 0, 0, 0)]
    card = one_card(
        Note("guid-1", "dog", "perro", "noun", type_=7, cards=both), kinds={7: kind("X", "ABC", sides)}
    )
    assert dict(card.data) == {"q": "dog", "a": "perro", "reverse": "true", "explain": "noun"}


def test_holes_keep_numbers_and_hints_and_their_history() -> None:
    text = "{{c2::Paris::city}} in <i>{{c1::France}}</i>"
    note = Note("guid-1", text, "why", type_=CLOZE, cards=[(0, 1, 0, 0, 0), (1, 1, 0, -1, 0)])
    card = one_card(note)
    assert dict(card.data) == {"cloze": "{{c2::Paris :: city}} in *{{c1::France}}*", "explain": "why"}
    assert [(one.part, one.suspended) for one in card.progress] == [("c1", False), ("c2", True)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("{{c1::a {{c2::b::x}} c::h}}", "{{c1::a b c :: h}}"),
        ("{{c1::a&#58;:b}}", "{{c1::a::b}}"),
        ("{{x}} {{c1::a}}", "\\{{x}} {{c1::a}}"),
        ("{{ x {{c1::a}} {{", "\\{{ x {{c1::a}} \\{{"),
        ("{{c1::a}b}}", "{{c1::a\\}b}}"),
        ("{{c1::&lbrace;a}}", "{{c1::\\{a}}"),
        ("{{c0::a}}", "{{c1::a}}"),
        (r"\(x^{ {{c1::2}} }\)", "$x^{ {{c1::2}} }$"),
    ],
)
def test_odd_holes(text: str, wanted: str) -> None:
    card = one_card(Note("guid-1", text, "", type_=CLOZE))
    assert card.data["cloze"] == wanted


def test_a_cloze_shows_what_its_front_shows() -> None:
    sides = [("{{Title}}: {{cloze:Text}} {{hint:Help}}", "{{cloze:Text}}{{More}}")]
    kinds = {7: kind("X", ["Text", "Title", "Help", "More"], sides, type=1)}
    card = one_card(Note("guid-1", "{{c1::a}} b", "T", "think", "E", type_=7), kinds=kinds)
    assert dict(card.data) == {"cloze": "T: {{c1::a}} b", "explain": "E", "hint": "think"}


@pytest.mark.parametrize(
    ("sides", "wanted"),
    [
        (("{{A}}<br>{{hint:C}}", "{{B}}"), {"q": "a", "a": "b", "hint": "c"}),
        (("{{A}} {{type:B}}", "{{A}}<hr id=answer>{{type:B}}"), {"q": "a", "a": "b", "typed": "true"}),
        (
            ("{{A}} {{type:B}}", "{{FrontSide}}<hr id=answer>{{C}}"),
            {"q": "a", "a": "b", "typed": "true", "explain": "c"},
        ),
        (("{{#D}}no{{/D}}{{^D}}{{A}}{{/D}}", "{{B}}"), {"q": "a", "a": "b"}),
        (("{{#A}}{{#D}}x{{/D}}{{A}}{{/A}}", "<script>x</script><!-- {{C}} -->{{B}}"), {"q": "a", "a": "b"}),
        (("{{A}} {{tts en_US:A}} {{Tags}}", "{{text:B}}"), {"q": "a", "a": "b"}),
        (("{{kanji:E}}", "{{furigana:E}} {{kana:E}}"), {"q": "日の本", "a": "日（ひ）の本（ほん） ひのほん"}),
    ],
)  # fmt: skip
def test_templates(sides: tuple[str, str], wanted: dict[str, str]) -> None:
    kinds = {7: kind("X", ["A", "B", "C", "D", "E"], [sides])}
    note = Note("guid-1", "a", "b", "c", "", "日[ひ]の 本[ほん]", type_=7)
    assert dict(one_card(note, kinds=kinds).data) == wanted


def test_several_cards_of_a_note_are_a_group_and_an_empty_one_is_named() -> None:
    sides = [("{{A}}", "{{B}}"), ("{{B}}?", "{{A}}!"), ("{{C}}", "{{A}}")]
    note = Note("guid-1", "a", "b", "", type_=7, cards=[(at, 1, 0, 0, 0) for at in range(3)])
    found = read(package(collection([note], kinds={7: kind("X", "ABC", sides)})))
    assert [(card.key, card.data["group"]) for card in cards(found)] == [
        ("guid-1", "guid-1"),
        ("guid-1/2", "guid-1"),
    ]
    assert [(one.code, one.args["what"]) for one in found.problems] == [
        ("import_lost", "The empty card “Card 3”"),
        ("import_changed", "The note type “X”"),
    ]


def test_what_cards_never_show_is_told_once() -> None:
    """Fields that are on no card, sounds beyond one, elements that decks have not."""
    kinds = {7: kind("X", ["A", "B", "Extra"], [("{{A}}", "{{B}}")])}
    text = "[sound:1.mp3][sound:2.mp3]<video>x</video> so"
    notes = [Note(f"guid-{at}", f"Q{at}", text, "more", type_=7) for at in range(3)]
    found = read(package(collection(notes, kinds=kinds), {"1.mp3": MP3, "2.mp3": MP3}))
    assert [one.name for one in found.media] == ["media/1.mp3"]
    assert [(one.args["what"], one.severity) for one in found.problems] == [
        ("“Extra” of “X”", "warning"),
        ("<video>", "warning"),
        ("What no card names any more (1: media/2.mp3)", "warning"),
    ]


def test_what_gives_no_card_is_named() -> None:
    notes = [
        Note("a", "", "A"),
        Note("b", "Q", ""),
        Note("c", "none", "", type_=CLOZE),
        Note("d", "Q", "A", type_=99),
    ]
    found = read(package(collection(notes)))
    codes = ["import_no_question", "import_no_answer", "import_no_holes", "import_no_type"]
    assert [(one.code, one.where.line) for one in found.problems] == list(
        zip(codes, range(1, 5), strict=True)
    )


def test_sub_decks_and_borrowed_cards() -> None:
    notes = [
        Note("a-note", "Q", "A", cards=[(0, 3, 2, 0, 0)]),
        Note("b-note", "R", "B", cards=[(0, 1, 0, 0, 0)]),
    ]
    decks = {1: "Top", 2: "Top::Mid::Low", 3: "Filtered"}
    found = read(package(collection(notes, decks=decks)))
    assert [(deck.folders, deck.title) for deck in found.decks] == [((), "Top"), (("Top", "Mid"), "Low")]


def test_answers_are_taken_and_what_was_none_is_not() -> None:
    rows = [
        (1, 0, 1, 5, 0),
        (2, 0, 0, 5, 4),
        (3, 0, 3, 5, 5),
        (4, 0, 7, 5, 1),
        (5, 0, 4, 99, 3),
        (0, 0, 3, 5, 1),
    ]
    (part,) = one_card(Note("guid-1", "Q", "A"), reviews=rows).progress
    assert [(one.rating, one.kind, one.duration_ms) for one in part.reviews] == [
        (1, "study", 5),
        (4, "cram", 99),
    ]


def test_the_first_schedulers_three_buttons() -> None:
    rows = [(1, 0, 2, 0, 0), (2, 0, 3, 0, 2), (3, 0, 3, 0, 1), (4, 0, 1, 0, 0)]
    (part,) = one_card(Note("guid-1", "Q", "A"), reviews=rows, conf={"schedVer": 1}).progress
    assert [one.rating for one in part.reviews] == [3, 4, 3, 1]


def occluded(shapes: str) -> Note:
    return Note("guid-1", shapes, '<img src="map.png">', "Head", type_=7)


def test_covered_pictures() -> None:
    kinds = {
        7: kind(
            "IO", ["Occlusion", "Image", "Header"], [("{{cloze:Occlusion}}", "")], type=1, originalStockKind=6
        )
    }
    shapes = (
        "{{c3::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4}}<br>"
        "{{c1::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.05:angle=20}}"
        "{{c0::image-occlusion:text:left=0:top=0:text=hi}}{{c4::image-occlusion:rect:left=x}}"
        "{{c5::image-occlusion:rect:left=1:top=1:width=nan:height=1}}{{c6::image-occlusion:rect:left=1:top=1:width=1:height=1}}"
    )
    card = one_card(occluded(shapes), kinds=kinds)
    regions = [{"1": "50 50 20 10"}, {"3": "10 20 30 40"}, {"6": "99.5 99.5 0.5 0.5"}]
    assert dict(card.data) == {"q": "Head", "image": "media/map.png", "regions": regions, "hide": "one"}
    none = read(package(collection([occluded("{{c1::image-occlusion:rect:left=x}}")], kinds=kinds)))
    assert [one.code for one in none.skipped] == ["import_no_regions"]


MASKS = [
    "ID (hidden)",
    "Header",
    "Image",
    "Question Mask",
    "Footer",
    "Remarks",
    "Answer Mask",
    "Original Mask",
]


def masked(shape: str, note_id: str = "abc-ao-3") -> Imported:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"><g>{shape}</g></svg>'
    fields = [note_id, "Bones", '<img src="b.png" />', '<img src="abc-ao-3-Q.svg" />', "Foot", "", "x", "y"]
    kinds = {7: kind("Image Occlusion Enhanced", MASKS, [("{{Image}}{{Question Mask}}", "{{Answer Mask}}")])}
    media = {"b.png": PNG, "abc-ao-3-Q.svg": drawing.encode()}
    return read(package(collection([Note("guid-1", *fields, type_=7)], kinds=kinds), media))


RECT = '<rect class="qshape" x="20" y="10" width="50" height="40"/>'


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        (f'<rect x="1" y="1" width="9" height="9"/>{RECT}', "10 10 25 40"),
        ('<ellipse class="qshape" cx="100" cy="50" rx="20" ry="10"/>', "40 40 20 20"),
        ('<g class="qshape"><polygon points="0,0 20,0 20,10"/><rect x="30" width="10" height="5"/></g>',
         "0 0 20 10"),
    ],
)  # fmt: skip
def test_covers_of_the_older_add_on(shape: str, box: str) -> None:
    found = masked(shape)
    (card,) = cards(found)
    regions = [{"3": box}]
    assert dict(card.data) == {"q": "Bones", "image": "media/b.png", "regions": regions, "explain": "Foot"}
    assert [part.part for part in card.progress] == ["3"]
    assert ([one.name for one in found.media], found.problems) == (["media/b.png"], ())


@pytest.mark.parametrize(
    "shape", ["", '<rect class="qshape" x="nan" y="1"/>', '<polygon class="qshape"/>', "<"]
)
def test_covers_that_cannot_be_read(shape: str) -> None:
    assert [one.code for one in masked(shape).problems] == ["import_no_regions"]
