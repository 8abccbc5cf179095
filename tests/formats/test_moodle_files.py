"""Files within Moodle's XML, each beside the text that names it."""

import base64

import pytest

from quizapp.core.problems import QuizError
from tests.formats.moodle_made import PNG, XML, answer, file, question, quiz
from tests.formats.moodle_trips import read


def test_files_of_each_text_are_its_own() -> None:
    other = base64.b64encode(b"\x89PNG\r\n\x1a\nother").decode()
    picture = '<img src="@@PLUGINFILE@@/my%20map.png" alt="m">'
    sound = '<a href="@@PLUGINFILE@@/say.mp3">say.mp3</a>'
    inner = answer("100", picture, "", file("my map.png", other)) + answer("0", "b", "")
    made = question(
        "multichoice", f"Q {picture} {sound} {picture}", inner, file("my map.png") + file("say.mp3", "SUQz")
    )
    again = question("multichoice", f"R {picture}", answer("100", "a") + answer("0", "b"), file("my map.png"))
    lacks = question(
        "multichoice", '<img src="@@PLUGINFILE@@/none.png">', answer("100", "a") + answer("0", "b")
    )
    found = read(XML, quiz(made, again, lacks))
    first, second, _ = (each.data for each in found.decks[0].cards)
    assert first["q"] == "Q ![m](media/my-map.png) ![m](media/my-map.png)"
    assert (first["a"], first["media"]) == ("![m](media/my-map-2.png)", "media/say.mp3")
    assert second["q"] == "R ![m](media/my-map.png)"
    assert [one.name for one in found.media] == ["media/say.mp3", "media/my-map.png", "media/my-map-2.png"]
    assert [(one.where.line, one.code, one.args) for one in found.problems] == [
        (3, "import_media_missing", {"name": "none.png"})
    ]


def test_a_file_that_is_damaged_is_told_when_it_is_read() -> None:
    made = question(
        "truefalse", '<img src="@@PLUGINFILE@@/a.png">', answer("100", "true"), file("a.png", "§!")
    )
    (media,) = read(XML, quiz(made)).media
    with pytest.raises(QuizError, match="damaged"):
        media.read()


def test_a_sound_in_a_player_is_the_sound_of_the_card() -> None:
    name = "@@PLUGINFILE@@/a%20b.ogg"
    player = f'<audio controls="true"><source src="{name}?time=1">{name}</audio>'
    made = question(
        "truefalse", f"<p>Listen {player}</p>", answer("100", "true"), file("a b.ogg", "T2dnUw==")
    )
    (card,) = read(XML, quiz(made)).decks[0].cards
    assert (card.data["statement"], card.data["media"]) == ("Listen", "media/a-b.ogg")


def test_a_picture_of_old_stands_above_the_question() -> None:
    inner = answer("100", "true") + f"<image>quiz/map.png</image><image_base64>\n{PNG}\n</image_base64>"
    found = read(XML, quiz(question("truefalse", "S", inner)))
    assert found.decks[0].cards[0].data == {"statement": "S", "is": "true", "image": "media/map.png"}
    assert found.media[0].read().startswith(b"\x89PNG")
