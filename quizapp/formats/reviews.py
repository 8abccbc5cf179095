"""Review histories: answers by themselves, for cards that are here already."""

from collections.abc import Mapping
from typing import ClassVar, Final

from msgspec.structs import replace

from quizapp.core.problems import QuizError
from quizapp.formats import review_csv
from quizapp.formats.base import Choice, Format, Imported, Option, Source, Tick, no_tick

_UTC: Final = "0"
_STEPS: Final = range(-12 * 60, 14 * 60 + 1, 30)


class _Reviews(Format):
    name = "reviews"
    label = "Review history"
    about = (
        "A table of answers with the columns card, rating and time, as py-fsrs and spreadsheets write it. "
        "The answers become part of the log; what is known of each card follows from them."
    )
    suffixes = (".csv", ".tsv", ".txt")
    guesses: ClassVar[Mapping[str, str]] = {"zone": "Times without a zone are"}

    def sniff(self, source: Source) -> int:
        return 95 if review_csv.is_review_table(source.data) else 0

    def read(self, source: Source, choices: Mapping[str, str], tick: Tick = no_tick) -> Imported:
        zone = choices.get("zone", _UTC)
        minutes = int(zone) if zone.lstrip("-").isdecimal() and int(zone) in _STEPS else 0
        table = review_csv.read(source.data, utc_offset_min=minutes, tick=tick)
        whole = next((one for one in table.problems if one.severity == "error" and not one.where.line), None)
        if whole is not None:
            raise QuizError(whole.code, **whole.args)
        problems = tuple(
            replace(problem, where=replace(problem.where, file=source.name)) for problem in table.problems
        )
        errors = sum(problem.severity == "error" for problem in problems)
        choice = Choice(
            key="zone",
            label="Times without a zone are",
            value=str(minutes),
            options=tuple(Option(str(step), _zone(step)) for step in _STEPS),
        )
        return Imported(
            decks=(),
            read=len(table.rows) + errors,
            problems=problems,
            reviews=table.rows,
            choices=(choice,),
        )


def _zone(minutes: int) -> str:
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


FORMAT: Final = _Reviews()
