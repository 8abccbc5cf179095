"""Files of other programs get names that are safe everywhere, one each; cards name them so."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.formats.limits import safe_name
from quizapp.formats.media_names import MediaNames, named, renamed
from quizapp.formats.yaml_emit import Value

ODD = (
    *(
        "../../etc/passwd",
        "C:\\x\\con.png",
        "con",
        "NUL.txt",
        "CON",
        "a\u202egnp.exe",
        ".hidden",
        "x" * 300,
        "ä" * 300,
    ),
    *("a.PNG", "A.png", "a b.png", "日本.jpg", "é.png", "e\u0301.png", "..", "", "-", "a." + "b" * 99),
)
NAMES = st.one_of(st.text(max_size=20), st.sampled_from(ODD))


@given(st.lists(NAMES, max_size=8))
def test_each_file_gets_one_name_of_its_own_that_stays_below_the_folder(originals: list[str]) -> None:
    names = MediaNames()
    made = {original: names.name(original) for original in originals}
    assert made == {original: names.name(original) for original in originals} == names.used()
    assert len({name.casefold() for name in made.values()}) == len(made)
    for name in made.values():
        assert safe_name(name) == name
        assert name.startswith("media/")
        assert name.count("/") == 1
        assert named({"q": [f"![]({name})"]}) == {name}


def test_other_names_are_put_in_wherever_they_stand() -> None:
    data: dict[str, Value] = {
        "q": "![](media/a.png) and media/ab.png",
        "wrong": [{"![](media/a.png)": "x"}],
        "media": "media/a.png",
    }
    other = {"media/a.png": "media/a-2.png"}
    assert [renamed(value, other) for value in data.values()] == [
        "![](media/a-2.png) and media/ab.png",
        [{"![](media/a.png)": "x"}],
        "media/a-2.png",
    ]
