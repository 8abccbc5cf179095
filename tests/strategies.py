"""Hypothesis strategies for questions of each kind, their answers, and decks; shared by all rooms' tests."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st

from quizapp.core.deck import Deck, Language, Note
from quizapp.core.kinds.base import (
    Accept,
    Answer,
    Blank,
    DontKnow,
    Filled,
    Option,
    Picked,
    Picks,
    Question,
    Revealed,
    Typed,
)
from quizapp.core.kinds.basic import Basic
from quizapp.core.kinds.categorise import Categorise, Sorted
from quizapp.core.kinds.choice import Choice
from quizapp.core.kinds.cloze import Cloze
from quizapp.core.kinds.date import DateQuestion
from quizapp.core.kinds.image import Image
from quizapp.core.kinds.list import ListQuestion
from quizapp.core.kinds.match import Match, Pairs
from quizapp.core.kinds.multi import Multi
from quizapp.core.kinds.numeric import Numeric
from quizapp.core.kinds.open import Open, Written
from quizapp.core.kinds.order import Order, Ordered
from quizapp.core.kinds.true_false import TrueFalse
from quizapp.core.kinds.typed import TypedQuestion
from quizapp.core.kinds.verdict import VERDICTS, VerdictQuestion
from quizapp.core.text import normalise
from tests.amounts import date_questions, date_texts, number_texts, numerics
from tests.clozes import clozes, filled_clozes
from tests.pictures import image_answers, images

LANGUAGES = ("", "en", "es", "de", "fr", "pl", "tr", "el", "ru", "he", "ar", "ja", "vi", "sv", "it")

_WORDS = (
    "Oslo", "the", "la", "El", "año", "Straße", "schön", "Łódź", "U.S.", "Navy", "O’Brien", "e-mail", "C#",
    "½", "10²", "-5", "a[0]", "Title", "10", "50", "unconstitutional", "terrorist", "ёлка", "שָׁלוֹם", "ガス",
    "🇫🇷", "!=", "`ls -l`", "$x^2$", "İstanbul", "Ή", "'90s", "1,234.5", "*", "café", "cafe", "l'eau", "AT&T",
)  # fmt: skip

words = st.sampled_from(_WORDS)
texts = st.one_of(st.lists(words, min_size=1, max_size=4).map(" ".join), st.text(min_size=1, max_size=20))
"""Answers that hit the rules, and any text at all."""

fronts = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=20)
credits = st.sampled_from([Decimal(text) for text in ("0", "0.25", "0.5", "1")])
_spelling = {
    "reject": st.lists(texts, max_size=2).map(tuple),
    "case": st.sampled_from(["", "exact"]),
    "accents": st.sampled_from(["", "exact"]),
    "articles": st.sampled_from(["", "exact"]),
    "typos": st.sampled_from(["", "off"]),
    "compare": st.sampled_from(["", "", "", "exact"]),
}
accepts = st.lists(st.builds(Accept, texts, credits), max_size=3).map(tuple)

basics = st.builds(Basic, q=fronts, a=texts, reverse=st.booleans())
typeds = st.builds(
    TypedQuestion,
    q=fronts,
    a=texts,
    accept=accepts,
    accept_back=accepts,
    typed=st.just(True),
    reverse=st.booleans(),
    **_spelling,
)
true_falses = st.builds(TrueFalse, statement=fronts, is_=st.booleans())
verdicts = st.sampled_from(list(VERDICTS)).flatmap(
    lambda right: st.builds(
        VerdictQuestion,
        statement=fronts,
        is_=st.just(right),
        near=st.lists(st.sampled_from([word for word in VERDICTS if word != right]), unique=True).map(tuple),
    )
)


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    a, *wrong = draw(st.lists(texts, min_size=2, max_size=6, unique=True))
    return Choice(
        q=draw(fronts),
        a=a,
        wrong=tuple(Option(text, draw(texts), draw(credits)) for text in wrong),
        draw=draw(st.none() | st.integers(1, len(wrong))),
        last=draw(st.sampled_from(["", a, wrong[0]])),
    )


@st.composite
def multis(draw: st.DrawFn) -> Multi:
    options = draw(st.lists(texts, min_size=2, max_size=7, unique=True))
    right = draw(st.integers(0, len(options)))
    wrong = len(options) - right
    return Multi(
        q=draw(fronts),
        a=tuple(options[:right]),
        wrong=tuple(Option(text) for text in options[right:]),
        draw=draw(st.integers(1, wrong)) if wrong and draw(st.booleans()) else None,
        last=draw(st.sampled_from(["", options[0], options[-1]])),
        scoring=draw(st.sampled_from(["", "exact", "per_option"])),
    )


@st.composite
def lists(draw: st.DrawFn) -> ListQuestion:
    forms = draw(
        st.lists(texts, min_size=1, max_size=7, unique_by=lambda text: normalise(text) or text.strip())
    )
    breaks = draw(st.sets(st.integers(1, max(1, len(forms) - 1))))
    edges = sorted({0, *breaks, len(forms)})
    items = tuple(tuple(forms[start:end]) for start, end in pairwise(edges))
    return ListQuestion(
        q=draw(fronts),
        items=items,
        need=draw(st.none() | st.integers(1, len(items))),
        ordered=draw(st.booleans()),
        **{key: draw(value) for key, value in _spelling.items()},
    )


@st.composite
def orders(draw: st.DrawFn, *, ties: bool = True) -> Order:
    items = draw(st.lists(texts, min_size=3, max_size=8, unique_by=lambda text: " ".join(text.split())))
    breaks = draw(st.sets(st.integers(1, len(items) - 1), min_size=1)) if ties else range(1, len(items))
    edges = [0, *sorted(breaks), len(items)]
    return Order(
        q=draw(fronts),
        order=tuple(tuple(items[start:end]) for start, end in pairwise(edges)),
        scoring=draw(st.sampled_from(["", "exact", "longest"])),
    )


@st.composite
def matches(draw: st.DrawFn) -> Match:
    """Pairs with equal right sides among them now and then."""
    lefts = draw(st.lists(texts, min_size=2, max_size=5, unique=True))
    pool = draw(st.lists(texts, min_size=2, max_size=8, unique=True))
    partners = [draw(st.sampled_from(pool[:-1])) for _ in lefts]
    spare = [text for text in pool if text not in partners]
    extra = draw(st.lists(st.sampled_from(spare), max_size=2, unique=True))
    return Match(
        q=draw(fronts),
        match=tuple(zip(lefts, partners, strict=True)),
        extra=tuple(extra or spare[: len(set(partners)) == 1]),
        scoring=draw(st.sampled_from(["", "exact"])),
    )


@st.composite
def categorises(draw: st.DrawFn) -> Categorise:
    """Groups, now and then an empty one, or an item in two of them."""
    groups = draw(st.lists(texts, min_size=2, max_size=4, unique=True))
    items = draw(st.lists(texts, min_size=2, max_size=6, unique=True))
    places = [draw(st.lists(st.sampled_from(groups), min_size=1, max_size=2, unique=True)) for _ in items]
    return Categorise(
        q=draw(fronts),
        categories={
            group: tuple(item for item, its in zip(items, places, strict=True) if group in its)
            for group in groups
        },
        scoring=draw(st.sampled_from(["", "exact"])),
    )


opens = st.builds(
    Open,
    q=fronts,
    check=st.lists(texts, min_size=1, max_size=4, unique=True).map(tuple),
    a=st.just("") | texts,
)

questions = st.one_of(
    basics,
    choices(),
    multis(),
    orders(),
    lists(),
    matches(),
    categorises(),
    clozes(),
    filled_clozes(),
    date_questions,
    opens,
    images(),
    numerics(),
    true_falses,
    verdicts,
    typeds,
)


def answers(question: Question) -> st.SearchStrategy[Answer]:
    """Any answer that the widget of the question's kind may give."""
    either = [st.builds(DontKnow), st.builds(Blank)]
    return st.one_of(*either, _ANSWERS[type(question)](question))


def _pairs(keys: list[str], others: list[str]) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Some of the keys, each with one of the others."""
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(others))
    return st.lists(pairs, unique_by=lambda pair: pair[0]).map(tuple)


_ANSWERS = {
    Basic: lambda question: st.builds(Revealed),
    Choice: lambda question: st.sampled_from([question.a, *(option.text for option in question.wrong)]).map(
        Picked
    ),
    Multi: lambda question: st.lists(
        st.sampled_from([*question.a, *(option.text for option in question.wrong)]), unique=True
    ).map(lambda picked: Picks(tuple(picked))),
    Match: lambda question: _pairs(
        [left for left, _ in question.match], [*(right for _, right in question.match), *question.extra]
    ).map(Pairs),
    Categorise: lambda question: _pairs(
        sorted({item for items in question.categories.values() for item in items}), [*question.categories]
    ).map(Sorted),
    DateQuestion: lambda question: (date_texts | st.just(question.date)).map(Typed),
    Image: image_answers,
    Numeric: lambda question: (number_texts | st.just(question.number)).map(Typed),
    Cloze: lambda question: (
        st.lists(texts, max_size=5).map(lambda typed: Filled(tuple(typed)))
        if question.typed
        else st.builds(Revealed)
    ),
    ListQuestion: lambda question: st.lists(st.sampled_from(question.names) | texts, max_size=8).map(
        lambda typed: Filled(tuple(typed))
    ),
    Open: lambda question: (
        st.builds(
            Written, st.text(max_size=9), st.none() | st.lists(st.sampled_from(question.check)).map(tuple)
        )
        | st.builds(Revealed)
    ),
    Order: lambda question: st.permutations(question.items).map(lambda texts: Ordered(tuple(texts))),
    TrueFalse: lambda question: st.sampled_from(["true", "false"]).map(Picked),
    VerdictQuestion: lambda question: st.sampled_from(list(VERDICTS)).map(Picked),
    TypedQuestion: lambda question: (texts | st.just(question.a)).map(Typed),
}

notes = st.builds(Note, question=questions)
decks = st.builds(
    Deck,
    path=st.just("deck.yaml"),
    language=st.sampled_from(LANGUAGES).map(lambda tag: Language(tag, tag)),
    notes=st.lists(notes, max_size=6).map(tuple),
)
