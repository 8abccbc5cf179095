"""deck → Moodle XML → deck is the same for what the XML holds; the rest is listed first."""

from xml.etree.ElementTree import fromstring

from hypothesis import example, given
from hypothesis import strategies as st

from quizapp.formats import load
from quizapp.formats.base import Shipped, Source
from quizapp.formats.yaml_emit import Value
from tests.formats.leaving_decks import PNG, all_kinds, shipped
from tests.formats.moodle_trips import BEYOND, IN_XML, MARKED, cards, read, trip

XML = load("moodle-xml")
HINTS = st.lists(MARKED, max_size=2, unique=True)


@given(IN_XML, BEYOND, HINTS)
@example(
    {
        "cloze": "0 {{c1::cell}} 0",
        "gaps": {"1": {"wrong": ["1/2", {"no } way": "why"}, {"text": "b", "credit": "0.5"}]}},
    },
    {},
    [],
)
@example({"cloze": "0 {{c1::a/b}} 0", "gaps": {"1": {"wrong": [r"\\\\/ x", {'say "c"': '"/"'}]}}}, {}, [])
def test_what_the_xml_holds_comes_back(
    data: dict[str, Value], beyond: dict[str, Value], hints: list[str]
) -> None:
    if hints:
        beyond["hint"] = [*hints] if len(hints) > 1 else hints[0]
    before, after = trip(XML, data | beyond)
    assert after == before


@given(all_kinds)
def test_every_card_is_written_or_refused(deck: Shipped) -> None:
    refused = sum(one.severity == "error" for one in XML.lost((deck,)))
    written = XML.write((deck,))
    found = read(XML, written.files["questions.xml"])
    assert found.read == written.cards == len(deck.deck.notes) - refused


def test_files_stand_beside_the_text_that_names_them() -> None:
    text = (
        "title: D\ncards:\n"
        "- {id: pictures, q: 'Q ![x](media/a.png) ![y](media/b/a.png)', a: '![z](media/a.png)', wrong: [b],"
        " image: media/a.png, alt: Words, media: media/s.mp3}\n"
    )
    files = {"media/a.png": PNG, "media/b/a.png": PNG + b"2", "media/s.mp3": b"ID3\x03\x00"}
    (data,) = XML.write((shipped(text, files),)).files.values()
    root = fromstring(data)
    assert [file.get("name") for file in root.iterfind("question/questiontext/file")] == [
        "a.png",
        "s.mp3",
        "a-2.png",
    ]
    found = XML.read(Source("q.xml", data), {})
    assert {one.name: one.read() for one in found.media} == {
        "media/a.png": PNG,
        "media/a-2.png": PNG + b"2",
        "media/s.mp3": b"ID3\x03\x00",
    }
    card = found.decks[0].cards[0].data
    assert card["q"] == "![Words](media/a.png)\n\nQ ![x](media/a.png) ![y](media/a-2.png)"
    assert (card["a"], card["media"]) == ("![z](media/a.png)", "media/s.mp3")


def test_regions_of_a_picture_are_markers() -> None:
    text = (
        "title: D\ncards:\n"
        "- {id: one-two, q: Where?, image: media/a.svg, regions: [One: 10 20 30 40, Two: 50 50 10 10],"
        " click: true}\n"
    )
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"></svg>'
    deck = shipped(text, {"media/a.svg": drawing})
    assert not XML.lost((deck,))
    (card,) = cards(XML, XML.write((deck,)).files["questions.xml"])
    assert card["regions"] == [{"One": "10 20 30 40"}, {"Two": "50 50 10 10"}]
    assert card["click"] == "true"
    assert [one.severity for one in XML.lost((shipped(text),))] == ["error", "warning"]


def test_credits_are_those_that_moodle_knows() -> None:
    right = ", ".join(f"r{number}" for number in range(7))
    deck = shipped(
        f"title: D\ncards:\n- {{q: Q, a: [{right}], wrong: [a, b, c]}}\n"
        "- {q: R, a: A, wrong: [{text: B, credit: 0.42}]}\n"
    )
    root = fromstring(XML.write((deck,)).files["questions.xml"])
    given_ = [answer.get("fraction") for answer in root.iterfind("question/answer")]
    assert given_ == ["14.28571"] * 7 + ["-33.33333"] * 3 + ["100", "40"]
    assert [one.args["became"] for one in XML.lost((deck,))] == ["40 %"]


def test_what_is_lost_is_named() -> None:
    deck = shipped(
        "title: D\ncards:\n"
        '- {q: Q, a: "A\\n\\nB"}\n'
        "- {q: Q2, number: 2..5}\n"
        "- {cloze: 'a {{b :: c}} d {{e}}'}\n"
        "- {cloze: '$x = {{c1::5}}$', typed: true}\n"
        "- {q: Q3, a: A, wrong: [B], last: B, image: media/none.png}\n"
    )
    told = [(one.where.line, one.code, one.args.get("what", "")) for one in XML.lost((deck,))]
    assert told == [
        (3, "export_changed", "Turning the card over"),
        (4, "export_changed", "A range"),
        (5, "export_changed", "Gaps to be recalled"),
        (5, "export_changed", "Gaps asked one by one"),
        (5, "export_changed", "Hints in gaps"),
        (6, "export_kind", ""),
        (7, "export_lost", "last"),
        (7, "export_media_missing", ""),
    ]


def test_categories_are_folders_and_decks() -> None:
    deck = shipped(
        "title: A/B\ndescription: About *it*\ncards:\n- {q: Q, a: A, wrong: [B]}\n", folders=("Top",)
    )
    (found,) = read(XML, XML.write((deck,)).files["questions.xml"]).decks
    assert (found.folders, found.title, found.header) == (("Top",), "A/B", {"description": "About *it*"})


def test_signs_that_xml_refuses_do_no_harm() -> None:
    deck = shipped('title: D\ncards:\n- {q: "a ]]> & <b> \\"c\\"", a: "x\\ty", wrong: ["😀"]}\n')
    (card,) = cards(XML, XML.write((deck,)).files["questions.xml"])
    assert card["q"] == 'a ]]> \\& <b> "c"' or "]]>" in str(card["q"])
    assert card["wrong"] == ["😀"]
