"""What commands write is whole and can be read back on every terminal."""

import io
import json

import pytest

from quizapp.terminal import write_json


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "utf-8", "UTF8", "utf-16"])
def test_json_is_json_on_every_terminal(encoding: str) -> None:
    value = {"file": "Größe/日本.yaml", "odd": "\udce9 “”"}
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    write_json(value, stream)
    stream.flush()
    text = raw.getvalue().decode(encoding)
    assert json.loads(text) == value
    assert ("日本" in text) == (encoding in ("utf-8", "UTF8")), "readable where it can be"
