"""How big a picture is, told by its first bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.picture_size import size_of


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(8) + (300).to_bytes(4) + (200).to_bytes(4), (300, 200)),
        (b"GIF89a" + (30).to_bytes(2, "little") + (20).to_bytes(2, "little"), (30, 20)),
        (b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08\x00\x64\x00\xc8" + bytes(9), (200, 100)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x63\0\0\x31\0\0", (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8L" + bytes(5) + (99 | 49 << 14).to_bytes(4, "little"), (100, 50)),
        (b"RIFF\0\0\0\0WEBPVP8 " + bytes(10) + b"\x64\0\x32\0", (100, 50)),
        (b'<?xml version="1.0"?><svg width="320px" height="240"/>', (320, 240)),
        (b'<svg width="100%" viewBox="0 0 64 48">', (64, 48)),
        (b"<svg>", None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"GIF89a\0\0\0\0", None),
        (b"", None),
    ],
)
def test_each_type(data: bytes, size: tuple[float, float] | None) -> None:
    assert size_of(data) == size


@given(
    st.sampled_from([b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8 ", b"<svg ", b"\x89PNG\r\n\x1a\n"]),
    st.binary(max_size=60),
)
def test_no_bytes_break_it(head: bytes, rest: bytes) -> None:
    size = size_of(head + rest)
    assert size is None or min(size) > 0
