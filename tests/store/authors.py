"""What an author writes into made-up decks, and how the texts change: by chance, and much alike."""

import random
from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct


def _words(text: str, between: str = " ") -> list[str]:
    """A list of words or phrases, as one writes it down."""
    return " ".join(text.split()).split(between)


_TOWNS = _words(
    """
Oslo Bergen Lagos Accra Quito Lima Cusco Bogota Cali Tampico Puebla Oaxaca Tirana Skopje Zadar Split
Riga Tartu Vilnius Gdansk Lublin Brno Graz Linz Bern Basel Turin Bari Porto Faro Seville Bilbao
Nantes Metz Ghent Delft Malmo Turku Tampere Uppsala
"""
)
_THINGS = _words(
    """
treaty bridge cathedral railway harbour archive orchestra newspaper observatory theatre canal mint
fortress university brewery lighthouse aqueduct library tramway garden
"""
)
_PEOPLE = _words(
    """
Amara Bruno Chiara Dmitri Elif Farid Greta Hamid Ingrid Jonas Kwame Leila Marta Nadia Olaf Priya
Quentin Rosa Stefan Tomas Ulrike Vera Wanda Xenia Yusuf Zora
"""
)
_VERBS = _words(
    """
founded restored financed designed surveyed defended described inherited
"""
)
_MOULDS = (
    "Who {verb} the {thing} of {town}?",
    "In which year was the {thing} of {town} {verb}?",
    "What is the {thing} of {town} known for?",
    "Which town lies between {town} and {other} on the old salt road?",
    "Why did {person} leave {town} after the fire in the {thing}?",
    "What does the {thing} at {town} owe to {person}?",
    "Name the river that turns the mill behind the {thing} in {town}.",
    "How many arches has the {thing} near {town}?",
)
_REASONS = _words(
    """
a quarrel over taxes; the plague; his brother's will; a loan never paid back; the emperor's visit; a
new charter; an earthquake; the lost election; fear of the censors; a marriage contract; the
drought; a wager; the guild's veto; a forged map; bad harvests; the siege
""",
    "; ",
)
_WORDS = _words(
    """
really once probably again former northern famous old local great first early long later small
according original so-called present
"""
)


class Text(NamedTuple):
    """What a card says."""

    front: str
    back: str


class Written(Struct, frozen=True):
    """A card as its author has it now."""

    text: Text
    id: str = ""
    form: str = "flip"

    def yaml(self) -> str:
        """Its lines in a deck file."""
        front, back = self.text
        lines = FORMS[self.form](front, back)
        if self.id:
            lines = [f"- id: {self.id}", "  " + lines[0][2:], *lines[1:]]
        return "\n".join(lines)


def _flip(front: str, back: str) -> list[str]:
    return [f'- q: "{front}"', f'  a: "{back}"']


FORMS: dict[str, Callable[[str, str], list[str]]] = {
    "flip": _flip,
    "typed": lambda front, back: [*_flip(front, back), "  typed: true"],
    "choice": lambda front, back: [*_flip(front, back), "  wrong: [None of these, All of these]"],
    "explained": lambda front, back: [*_flip(front, back), "  explain: See the guide."],
}
"""Ways to ask one fact: kinds and keys beside question and answer."""


def invent(chance: random.Random) -> Text:
    """A card's text; many of them are cast in one mould."""
    town, other = chance.sample(_TOWNS, 2)
    words = {
        "town": town,
        "other": other,
        "thing": chance.choice(_THINGS),
        "person": chance.choice(_PEOPLE),
        "verb": chance.choice(_VERBS),
    }
    mould = chance.choice(_MOULDS)
    backs = {"Who": _PEOPLE, "Which": _TOWNS}
    if mould.startswith(("In which year", "How many")):
        back = str(chance.randint(3, 1990))
    else:
        back = chance.choice(backs.get(mould.split()[0], _REASONS))
    return Text(mould.format(**words), back)


def alike(chance: random.Random, text: Text) -> Text:
    """Another card in the mould of this one: one town, thing or number differs, and the answer."""
    words = text.front.split()
    names = [at for at, word in enumerate(words) if word.strip("?.") in {*_TOWNS, *_THINGS, *_PEOPLE}]
    if not names:
        return invent(chance)
    at = chance.choice(names)
    word = words[at].strip("?.")
    pool = next(pool for pool in (_TOWNS, _THINGS, _PEOPLE) if word in pool)
    words[at] = words[at].replace(word, chance.choice([one for one in pool if one != word]))
    back = str(int(text.back) + chance.randint(1, 9)) if text.back.isdigit() else invent(chance).back
    return Text(" ".join(words), back) if back not in text.back else alike(chance, text)


# --- edits of a text; each gives another one


def typo(chance: random.Random, text: Text) -> Text:
    """One letter of the question."""
    at = chance.randrange(len(text.front) - 1)
    letter = chance.choice("aeinrst")
    return text._replace(front=text.front[:at] + letter + text.front[at + 1 :])


def polish(chance: random.Random, text: Text) -> Text:
    """One word more in the question, or one less."""
    words = text.front.split()
    at = chance.randrange(1, len(words))
    words[at : at + chance.randint(0, 1)] = [chance.choice(_WORDS)] if chance.random() < 0.7 else []
    return text._replace(front=" ".join(words))


def reword(chance: random.Random, text: Text) -> Text:
    """A third of the question's words are others; the answer stays."""
    words = text.front.split()
    for at in chance.sample(range(len(words)), max(1, len(words) // 3)):
        words[at] = chance.choice(_WORDS)
    return text._replace(front=" ".join(words))


def correct(chance: random.Random, text: Text) -> Text:
    """Another answer to the same question."""
    return text._replace(back=invent(chance).back)


def complete(chance: random.Random, text: Text) -> Text:
    """A longer answer."""
    return text._replace(back=f"{text.back}, {chance.choice(_WORDS)} {chance.choice(_THINGS)}")


def both(chance: random.Random, text: Text) -> Text:
    """A letter of the question and a word of the answer."""
    return complete(chance, typo(chance, text))


EDITS = (typo, typo, polish, polish, reword, correct, complete, both)
