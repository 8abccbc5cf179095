"""The sheets: a quiz to fill in, the key of all its versions, and a quiz that was handed in."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QDateTime, QLocale

from quizapp.core import reasons
from quizapp.core.attempt import Attempt, Given
from quizapp.core.marking import profile
from quizapp.core.printed import KeyLine, Printed, key_lines, printed, split_version
from quizapp.ui import theme
from quizapp.ui.i18n import marked
from quizapp.ui.maths import Maths
from quizapp.ui.paper.blocks import Block, Cell, Line, Row, Rule, Stack, Words
from quizapp.ui.paper.setting import Setter, hugging, runs_left, small, translate, typed

_NUMBER, _DATE = 34, 130
_TOKENS = {"correct": "good", "almost": "good", "partial": "warn", "wrong": "bad"}


class Sheet(NamedTuple):
    """Something with pages of its own."""

    title: str
    foot: str
    """At the bottom of each page, beside its number."""
    head: Block
    groups: Sequence[Block]
    """Each stays on one page where it can."""


class Paper(NamedTuple):
    """A quiz in one of its versions."""

    title: str
    code: str
    questions: tuple[Printed, ...]

    @property
    def letter(self) -> str:
        return split_version(self.code)[1]


def quiz_sheet(paper: Paper, maths: Maths, *, lettered: bool) -> Sheet:
    """The questions to be filled in. lettered: there are several versions."""
    count = translate("Paper", "Questions: {count}").format(count=QLocale().toString(len(paper.questions)))
    version = translate("Paper", "Version {letter}").format(letter=paper.letter) if lettered else ""
    about = " · ".join(filter(None, (paper.code, version, count)))
    name, date = typed(translate("Paper", "Name")), typed(translate("Paper", "Date"))
    head = Stack(
        typed(paper.title, role="title"),
        small(about),
        Row(
            hugging(name),
            Cell(Line()),
            hugging(date),
            Cell(Line(), theme.px(_DATE)),
            mirrored=_mirrored(),
            grounded=True,
        ),
    )
    groups = [question_block(one, maths) for one in paper.questions]
    return Sheet(paper.title, f"{paper.title} · {paper.code}", head, groups)


def question_block(one: Printed, maths: Maths, *below: Block) -> Block:
    """A question with its number, and what stands below it."""
    note, prompt = one.posed.note, one.prompt
    setter = Setter(one.posed.path, maths, mirrored=runs_left(note.plain_of(one.text)))
    words = (
        translate("Paper", "“{statement}”").format(statement=one.text.strip()) if prompt.quoted else one.text
    )
    parts: list[Block] = [setter.picture(note.image, note.alt)] if note.image else []
    parts += [setter.small(marked(prompt.lead))] if prompt.lead else []
    parts += [setter.words(words, role="name"), setter.form(one.form), *below]
    return _numbered(setter, f"{one.number}.", Stack(*parts, gap=8))


def _numbered(setter: Setter, number: str, block: Block) -> Block:
    return setter.row(Cell(setter.said(typed(number, role="strong")), theme.px(_NUMBER)), Cell(block))


def key_sheet(papers: Sequence[Paper], maths: Maths) -> Sheet:
    """The one key of all versions, in the order of the first."""
    title = translate("Paper", "Key: {title}").format(title=papers[0].title)
    letters = [paper.letter for paper in papers]
    about = " · ".join(paper.code for paper in papers)
    head = Stack(typed(title, role="title"), small(about), Rule())
    lines = key_lines([paper.questions for paper in papers])
    return Sheet(
        title, f"{title} · {papers[0].code}", head, [_key_block(one, letters, maths) for one in lines]
    )


def _key_block(line: KeyLine, letters: Sequence[str], maths: Maths) -> Block:
    posed = line.posed
    setter = Setter(posed.path, maths, mirrored=runs_left(posed.note.front(posed.part)))
    parts: list[Block] = [
        setter.small(posed.note.front(posed.part)),
        right_words(setter, line, role="strong"),
    ]
    others = map(_in_version, letters[1:], line.numbers[1:], line.keys[1:])
    parts += map(setter.small, others)
    parts += [setter.words(line.explain)] if line.explain else []
    parts += [
        setter.small(translate("Paper", "Source: {source}").format(source=source)) for source in line.source
    ]
    return _numbered(setter, f"{line.numbers[0]}.", Stack(*parts, gap=3))


def right_words(setter: Setter, line: KeyLine, frame: str = "{answer}", *, role: str = "body") -> Words:
    """The right answer, its letters first. frame: words around it."""
    # Words that the app picks among, such as True, are marked for translation.
    text = line.markdown or marked(line.expected)
    answer = " – ".join(filter(None, (line.keys[0], text)))
    words = frame.format(answer=answer)
    return setter.words(words, role=role) if line.markdown else setter.said(typed(words, role=role))


def _in_version(letter: str, number: int, key: str) -> str:
    """Where the question stands in a version, and its letters there."""
    place = translate("Paper", "Version {letter}: question {number}").format(letter=letter, number=number)
    return f"{place}, {key}" if key else place


def result_sheet(attempt: Attempt, maths: Maths) -> Sheet:
    """Each question as it was seen, the answer given, the key and the reason."""
    locale, score = QLocale(), attempt.score()
    day = QDateTime.fromMSecsSinceEpoch(attempt.started_ms).date()
    earned, most = (locale.toString(float(one), "g", 4) for one in score)
    about = (
        translate("Paper", "{earned} of {most}").format(earned=earned, most=most),
        locale.toString(day, QLocale.FormatType.LongFormat),
        attempt.code,
    )
    head = Stack(
        typed(attempt.title, role="title"),
        typed(" · ".join(about), role="strong"),
        small(marked(profile(attempt.plan.marking).rule)),
        Rule(),
    )
    keys = key_lines([questions := printed(attempt.questions)])
    groups = [
        question_block(one, maths, _verdict_block(one, key, attempt.last(at), maths))
        for at, (one, key) in enumerate(zip(questions, keys, strict=True))
    ]
    return Sheet(attempt.title, f"{attempt.title} · {attempt.code}", head, groups)


def _verdict_block(one: Printed, key: KeyLine, last: Given | None, maths: Maths) -> Block:
    setter = Setter(one.posed.path, maths, mirrored=runs_left(one.posed.note.plain_of(one.text)))
    rows: list[Block] = []
    if last is None:
        rows.append(setter.said(typed(translate("Paper", "Left blank"), role="strong", token="mut")))
    else:
        verdict = last.verdict
        code, args = reasons.heading(verdict, one.posed.note.status, one.posed.note.by)
        heading = marked(reasons.HEADINGS[code], {name: marked(value) for name, value in args.items()})
        rows.append(setter.said(typed(heading, role="strong", token=_TOKENS.get(verdict.outcome, "mut"))))
        given = marked(verdict.given) if verdict.given else ""
        rows += (
            [setter.said(typed(translate("Paper", "Yours: {answer}").format(answer=given)))] if given else []
        )
        rule = reasons.REASONS.get(verdict.because)
        rows += [setter.small(marked(rule, verdict.args))] if rule else []
    rows.append(right_words(setter, key, translate("Paper", "Right: {answer}")))
    rows += [setter.words(key.explain)] if key.explain else []
    rows += [
        setter.small(translate("Paper", "Source: {source}").format(source=source)) for source in key.source
    ]
    return Stack(*rows, gap=3)


def _mirrored() -> bool:
    return QLocale().textDirection().name == "RightToLeft"
