"""Run by a Python that has the real `anki`: imports packages and tells what came of it, or makes some.

`python anki_child.py import FOLDER PACKAGE...` prints JSON; FOLDER keeps the collection between calls.
`python anki_child.py make FOLDER` fills it with packages of all versions.
`python anki_child.py again FOLDER PACKAGE` exports what it imported.
"""

import json
import os
import sys
import time

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

LOGGED = (
    "new",
    "updated",
    "duplicate",
    "conflicting",
    "missing_notetype",
    "missing_deck",
    "empty_first_field",
)


def main() -> None:
    what, folder, *packages = sys.argv[1:]
    col = Collection(os.path.join(folder, "collection.anki2"))
    try:
        if what == "make":
            make(col, folder)
        elif what == "again":
            imported(col, packages)
            export(col, os.path.join(folder, "again-old.apkg"), legacy=True)
            export(col, os.path.join(folder, "again-new.apkg"), legacy=False)
        else:
            print(json.dumps(imported(col, packages)))
    finally:
        col.close()


def imported(col: Collection, packages: list[str]) -> dict:
    logs = []
    options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
    for package in packages:
        request = ImportAnkiPackageRequest(package_path=package, options=options)
        log = col.import_anki_package(request).log
        logs.append({name: len(getattr(log, name)) for name in LOGGED})
    problems, fine = col.fix_integrity()
    checked = col.media.check()
    return {
        "logs": logs,
        "check": fine,
        "said": problems,
        "missing": list(checked.missing),
        "unused": list(checked.unused),
        "empty": len(col.get_empty_cards().notes),
        "media": {
            name: os.path.getsize(os.path.join(col.media.dir(), name)) for name in os.listdir(col.media.dir())
        },
        "decks": {deck.name: col.decks.get(deck.id)["desc"] for deck in col.decks.all_names_and_ids()},
        "notes": {note.guid: told(col, note) for note in map(col.get_note, col.find_notes(""))},
    }


def told(col: Collection, note) -> dict:
    kind = note.note_type()
    return {
        "type": kind["name"],
        "cloze": kind["type"] == 1,
        "stock": kind.get("originalStockKind", 0),
        "tags": note.tags,
        "fields": dict(note.items()),
        "occlusions": occlusions(col, note) if kind.get("originalStockKind") == 6 else None,
        "cards": [card_told(col, card) for card in sorted(note.cards(), key=lambda card: card.ord)],
    }


def occlusions(col: Collection, note) -> dict:
    """What Anki's own editor of covered pictures makes of a note."""
    found = col._backend.get_image_occlusion_note(note_id=note.id).note
    return {
        "image": found.image_file_name,
        "header": found.header,
        "extra": found.back_extra,
        "all": found.occlude_inactive,
        "shapes": sorted(
            [shape.shape, sorted([one.name, one.value] for one in shape.properties)]
            for group in found.occlusions
            for shape in group.shapes
        ),
    }


def card_told(col: Collection, card) -> dict:
    shown = card.render_output()
    state = card.memory_state
    reviews = "select id, ease, ivl, lastIvl, time, type from revlog where cid = ? order by id"
    return {
        "ord": card.ord,
        "deck": col.decks.name(card.did),
        "question": shown.question_text,
        "answer": shown.answer_text,
        "type": card.type,
        "queue": card.queue,
        "due": card.due - col.sched.today if card.type == 2 else card.due,
        "interval": card.ivl,
        "reps": card.reps,
        "lapses": card.lapses,
        "memory": [round(state.stability, 2), round(state.difficulty, 2)] if state else None,
        "reviews": col.db.all(reviews, card.id),
    }


VERSIONS = (
    ("old.apkg", True, True),
    ("old-bare.apkg", True, False),
    ("new.apkg", False, True),
    ("new-bare.apkg", False, False),
)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)


def make(col: Collection, folder: str) -> None:
    """Notes of each sort with a history, then exports of all versions."""
    for name in ("ä b.png", "plain.png"):
        col.media.write_data(name, PICTURE)
    col.media.write_data("say.mp3", b"ID3\x03\x00" + bytes(20))
    deck = col.decks.id("Top::Süb::Deep")
    described = col.decks.get(deck)
    described["desc"] = "About <b>it</b>"
    col.decks.save(described)
    add(
        col,
        "Basic",
        deck,
        "q1",
        ["What?<br>Now <b>bold</b> &amp; 1 &lt; 2", "<ul><li>a</li><li>b</li></ul>"],
        "t1 t::u",
    )
    add(col, "Basic", deck, "q2", ['<img src="ä b.png">Seen', "Yes [sound:say.mp3]"])
    add(col, "Basic", deck, "q3", ["No back", ""])
    add(col, "Basic (and reversed card)", deck, "rev", ["dog", "perro"])
    add(col, "Basic (optional reversed card)", deck, "opt0", ["one", "uno", ""])
    add(col, "Basic (optional reversed card)", deck, "opt1", ["two", "dos", "y"])
    add(col, "Basic (type in the answer)", deck, "type", ["cat?", "gato"])
    add(col, "Cloze", deck, "clo", ["{{c1::A::first}} and {{c3::B::x}} and {{c1::C}}", "more"])
    add(col, "Cloze", deck, "nest", ["{{c1::outer {{c2::inner}} end}}", ""])
    add(col, "Cloze", deck, "math", [r"\(\frac{ {{c1::a^{2} }} }{b}\) {{x}} {{c2::a}b}}", ""])
    io = (
        "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.4:oi=1}}"
        "{{c3::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.05:oi=1}}"
        "{{c3::image-occlusion:polygon:points=.1,.8 .2,.9 .15,.95:oi=1}}"
    )
    add(col, "Image Occlusion", deck, "io", [io, '<img src="plain.png">', "Parts", "Back", "Comment"])
    many = type_of_three(col)
    add(col, many, deck, "three", ["Word", "Meaning", "", "a hint"])
    add(col, many, deck, "three+", ["Wort", "Sinn", "Beispiel", ""])
    study(col)
    filtered(col)
    for name, legacy, scheduling in VERSIONS:
        export(col, os.path.join(folder, name), legacy=legacy, scheduling=scheduling)
    for name, legacy in (("old.colpkg", True), ("new.colpkg", False)):
        col.export_collection_package(os.path.join(folder, name), include_media=True, legacy=legacy)
        col.reopen()


def export(col: Collection, path: str, *, legacy: bool, scheduling: bool = True) -> None:
    options = ExportAnkiPackageOptions(
        with_scheduling=scheduling, with_deck_configs=scheduling, with_media=True, legacy=legacy
    )
    col.export_anki_package(out_path=path, options=options, limit=None)


def add(col: Collection, type_, deck: int, guid: str, fields: list[str], tags: str = "") -> None:
    note = col.new_note(col.models.by_name(type_) if isinstance(type_, str) else type_)
    note.guid, note.fields, note.tags = f"guid-{guid}", fields, tags.split()
    col.add_note(note, deck)


def type_of_three(col: Collection):
    """A note type with three cards, conditions, a hint and typing."""
    models = col.models
    made = models.new("Three")
    for name in ("Word", "Meaning", "Example", "Help"):
        models.add_field(made, models.new_field(name))
    for name, front, back in (
        (
            "Read",
            "{{Word}} {{hint:Help}}",
            "{{FrontSide}}<hr id=answer>{{Meaning}}{{#Example}}<br>{{Example}}{{/Example}}",
        ),
        ("Write", "{{Meaning}} {{type:Word}}", "{{Meaning}}<hr id=answer>{{type:Word}}"),
        ("Fill", "{{#Example}}What is missing: {{Example}}{{/Example}}", "{{Word}}"),
    ):
        template = models.new_template(name)
        template["qfmt"], template["afmt"] = front, back
        models.add_template(made, template)
    models.add(made)
    return models.by_name("Three")


def study(col: Collection) -> None:
    """A history: answers, one by hand, one before time; one card suspended, one flagged."""
    now = int(time.time() * 1000)
    card = col.find_cards("nid:" + str(col.find_notes("deck:*")[0]))[0]
    rows = [(1, 3, 0), (2, 1, 1), (3, 2, 2), (4, 0, 4), (5, 4, 3)]
    for at, ease, kind in rows:
        col.db.execute(
            "insert into revlog values (?, ?, -1, ?, 5, 1, 2500, 4321, ?)",
            now - 86_400_000 * (9 - at),
            card,
            ease,
            kind,
        )
    col.db.execute(
        "update cards set type = 2, queue = 2, due = 3, ivl = 5, reps = 4, lapses = 1 where id = ?", card
    )
    col.sched.suspend_cards(col.find_cards("dog"))
    col.set_user_flag_for_cards(2, col.find_cards("Seen"))


def filtered(col: Collection) -> None:
    """A filtered deck that borrows a card."""
    deck = col.sched.get_or_create_filtered_deck(0)
    deck.name = "Borrowed"
    del deck.config.search_terms[:]
    term = deck.config.search_terms.add()
    term.search, term.limit = "Seen", 10
    col.sched.add_or_update_filtered_deck(deck)


if __name__ == "__main__":
    main()
