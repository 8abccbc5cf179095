"""Which editor a field has: by its sort, and by its key where that is more than its type says."""

from collections.abc import Callable, Mapping
from typing import Final

from quizapp.formats.card_form import FormField
from quizapp.formats.deck_form import NamesSort
from quizapp.formats.form_rows import GroupsSort, ItemsSort, NestedSort, PairsSort, RowsSort, TagsSort
from quizapp.formats.form_values import NumberedSort, SidesSort, Sort, SwitchSort, TextSort, WordSort
from quizapp.ui.editor.fields.base import FieldEditor, SidesEditor, TextEditor
from quizapp.ui.editor.fields.choices import SegmentsEditor, SwitchEditor, WordEditor
from quizapp.ui.editor.fields.cloze import ClozeEditor
from quizapp.ui.editor.fields.files import PictureEditor, RegionsEditor, SoundEditor
from quizapp.ui.editor.fields.gaps import GapsEditor
from quizapp.ui.editor.fields.rows import RowsEditor
from quizapp.ui.editor.fields.source import SourceEditor
from quizapp.ui.editor.fields.tags import TagsEditor
from quizapp.ui.editor.words import FieldWords

Maker = Callable[[FormField, FieldWords], FieldEditor]

BY_SORT: Final[Mapping[type[Sort], Maker]] = {
    TextSort: TextEditor,
    WordSort: WordEditor,
    SwitchSort: SwitchEditor,
    SidesSort: SidesEditor,
    RowsSort: RowsEditor,
    NestedSort: RowsEditor,
    PairsSort: RowsEditor,
    NamesSort: RowsEditor,
    ItemsSort: RowsEditor,
    GroupsSort: RowsEditor,
    TagsSort: TagsEditor,
    NumberedSort: GapsEditor,
}
BY_KEY: Final[Mapping[str, Maker]] = {
    "cloze": ClozeEditor,
    "source": SourceEditor,
    "image": PictureEditor,
    "media": SoundEditor,
    "regions": RegionsEditor,
}
"""Keys that are a text or a list in the file, and more to a writer."""


def editor_of(field: FormField, words: FieldWords) -> FieldEditor:
    """The editor of a field."""
    if words.segmented:
        return SegmentsEditor(field, words)
    return (BY_KEY.get(field.key) or BY_SORT[type(field.sort)])(field, words)
