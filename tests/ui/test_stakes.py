"""What is said of the progress of the card that is edited."""

from quizapp.ui.editor.document import DeckDocument
from quizapp.ui.editor.stakes import Stakes
from quizapp.ui.work import Work
from tests.ui.reader import Reader


def said(reader: Reader, work: Work, text: str, card: int) -> str:
    """The sentence for a card of the deck of rivers, as it reads now."""
    services = reader.school.services
    document = DeckDocument(work)
    stakes, words = Stakes(services, document), list[str]()
    stakes.changed.connect(words.append)
    path = services.library.files[0].path
    document.show_file(path, text)
    reader.qtbot.waitUntil(lambda: document.is_read)
    document.select(card)
    return words[-1]


def test_reviews_stay_with_a_card_that_is_edited(at: Reader, work: Work) -> None:
    at.go_to("budapest")
    services = at.school.services
    (file,) = (one for one in services.library.files if one.title == "Rivers")
    with open(file.path, encoding="utf-8") as opened:
        text = opened.read()
    edited = text.replace("Which river runs through Rome?", "Rome lies on which river?")
    assert said(at, work, edited, 0) == "Your 1 review stays with this card (id rome)."
    assert said(at, work, text, 2) == "It was not answered yet."
