"""Cards in Markdown: hashcards, Obsidian's spaced repetition, and headings with what stands below."""

import re
from collections.abc import Mapping
from typing import Final

from quizapp.core.problems import Problem, Where
from quizapp.formats import markdown_notes as notes
from quizapp.formats.base import (
    Choice,
    Format,
    Imported,
    ImportedCard,
    ImportedDeck,
    Option,
    Source,
    Tick,
    no_tick,
)
from quizapp.formats.markdown_notes import STYLES, Found
from quizapp.formats.media_refs import MediaRefs, among
from quizapp.formats.text_source import problem_at, text_of
from quizapp.formats.yaml_emit import Value

_SNIFFED: Final = re.compile(r"^(?:[QC]: |#+ )|\S ?::+ ?\S|^\?\??$", re.MULTILINE)
_PICTURE: Final = re.compile(r"!\[([^\]]*)\]\(<?([^)>\s]+)>?(?:\s+\"[^\"]*\")?\)")


class _Markdown(Format):
    name = "markdown"
    label = "Markdown"
    about = (
        "Notes with cards in them: Q: and A: and C: as hashcards writes them, front::back and ? as in "
        "Obsidian, or headings as fronts. Pictures beside them come along."
    )
    suffixes = (".md", ".markdown")

    def sniff(self, source: Source) -> int:
        if source.suffix in self.suffixes:
            return 80
        head = source.data[:50_000].decode("utf-8", "ignore")
        return 40 if _SNIFFED.search(head) and source.suffix in (".txt", "") else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        text = text_of(source, choices, self.label)
        said, lines = notes.body_of(text.text)
        guessed = notes.guess(lines)
        style = choices.get("style", guessed)
        style = style if style in STYLES else guessed
        refs = MediaRefs(source.name, among(source.sibling, ("", "media/", "attachments/")))
        cards: list[ImportedCard] = []
        problems: list[Problem] = []
        read = 0
        for found in STYLES[style][1](lines):
            read += 1
            if read % 500 == 0:
                tick(read, 0)
            made = _card(found, style, refs)
            if isinstance(made, str):
                problems.append(problem_at(source.name, found.line, made, found.front))
            else:
                cards.append(ImportedCard(data=made, where=Where(source.name, found.line)))
        title = said.get("name") or said.get("title") or said.get("deck") or source.stem or "Notes"
        options = tuple(Option(name, label) for name, (label, _) in STYLES.items())
        return Imported(
            decks=(ImportedDeck(title=title, cards=tuple(cards)),) if cards else (),
            read=read,
            problems=(*text.problems, *problems, *refs.problems),
            media=refs.media,
            choices=(text.encoding, Choice(key="style", label="Cards are", value=style, options=options)),
        )


def _card(found: Found, style: str, refs: MediaRefs) -> dict[str, Value] | str:
    """The keys of a card, or the code of what it lacks."""
    front, back = (_text(side, refs) for side in (found.front, found.back))
    if not front:
        return "import_no_question"
    tags: dict[str, Value] = {"tags": list(found.tags)} if found.tags else {}
    if found.kind == "cloze":
        text = notes.holes(front, style)
        return {"cloze": text, **tags} if "{{" in text else "import_no_holes"
    if not back:
        return "import_no_answer"
    data: dict[str, Value] = {"q": front, "a": back}
    if found.kind == "reverse":
        data["reverse"] = "true"
    return data | tags


def _text(text: str, refs: MediaRefs) -> str:
    """A side as our Markdown, with the pictures that lie beside the note."""
    plain = notes.unlinked(notes.without_schedule(text))
    return _PICTURE.sub(lambda match: _picture(match, refs), plain).strip()


def _picture(match: re.Match[str], refs: MediaRefs) -> str:
    path = refs.path(match[2])
    return f"![{match[1]}]({path})" if path else match[1]


FORMAT: Final = _Markdown()
