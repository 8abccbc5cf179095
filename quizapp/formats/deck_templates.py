"""What a new deck may begin with: texts of our own, short and true, to be written over."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from quizapp.core.deck import Language
from quizapp.formats.yaml_edit import Value, emit_item, set_header

_SHAPES: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">
<rect width="300" height="100" fill="#ffffff"/>
<g fill="none" stroke="#3f55dc" stroke-width="4">
<circle cx="50" cy="50" r="30"/>
<rect x="120" y="20" width="60" height="60"/>
<path d="M250 20 L285 80 L215 80 Z"/>
</g>
</svg>
"""


_UNSAID: Final = Language()


class Template(Struct, frozen=True, kw_only=True):
    """A beginning of a deck."""

    name: str
    label: str
    """Marked for translation."""
    about: str
    """One line on what it is for, marked for translation."""
    header: Mapping[str, Value] = {}
    cards: tuple[Mapping[str, Value], ...] = ()
    media: Mapping[str, str] = {}
    """Files beside the deck: path from its folder -> content."""
    speaks: bool = False
    """True if the languages of its two sides are asked for."""

    def text(self, title: str, languages: Language = _UNSAID) -> str:
        """The file of a deck that begins so."""
        sides = {"front": languages.front.strip(), "back": languages.back.strip()}
        spoken: dict[str, Value] = {side: tag for side, tag in sides.items() if tag}
        header: dict[str, Value] = {"title": title}
        if self.speaks and spoken:
            header["language"] = spoken
        text = ""
        for key, value in (header | dict(self.header)).items():
            text = set_header(text, key, value).text
        cards = "\n".join(emit_item(card) for card in self.cards)
        return f"{text}cards:\n{cards}"


BLANK: Final = Template(name="blank", label="Blank", about="Nothing in it yet")
TEMPLATES: Final[tuple[Template, ...]] = (
    BLANK,
    Template(
        name="vocabulary",
        label="Vocabulary",
        about="Words of two languages, asked both ways",
        header={"defaults": {"reverse": "true"}},
        cards=({"q": "the apple", "a": "la manzana"}, {"q": "the bread", "a": "el pan"}),
        speaks=True,
    ),
    Template(
        name="facts",
        label="Facts with sources",
        about="Each card says where it is from",
        header={
            "sources": {
                "nasa": {
                    "title": "Mercury",
                    "publisher": "NASA Science",
                    "url": "https://science.nasa.gov/mercury/",
                }
            }
        },
        cards=(
            {
                "q": "Which planet is nearest to the Sun?",
                "a": "Mercury",
                "wrong": ["Venus", "Mars"],
                "source": "nasa",
            },
        ),
    ),
    Template(
        name="pictures",
        label="Pictures",
        about="Parts of a picture to name",
        cards=(
            {
                "q": "Which shape is covered?",
                "image": "media/shapes.svg",
                "alt": "Three shapes in a row.",
                "regions": [{"circle": "6 15 21 70"}, {"square": "39 15 22 70"}, {"triangle": "70 14 27 72"}],
            },
        ),
        media={"media/shapes.svg": _SHAPES},
    ),
)
"""Listed where a new deck is made; the blank one first."""
