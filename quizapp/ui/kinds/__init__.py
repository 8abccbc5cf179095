"""Answer widgets: one module a kind, found by the kind's name, so that there is no second list of kinds."""

from collections.abc import Callable
from importlib import import_module

from quizapp.ui.kinds.base import AnswerWidget as AnswerWidget
from quizapp.ui.kinds.base import Sign


def widget_for(kind: str) -> Callable[..., AnswerWidget]:
    """What makes the answer widget of a kind: WIDGET of the module of its name, loaded when first asked for.

    It takes (question, prompt, *, viewers, parent).
    """
    make: Callable[..., AnswerWidget] = import_module(f"{__name__}.{kind}").WIDGET
    return make


def sign_of(kind: str) -> Sign:
    """The word and icon of a kind: SIGN of the module of its name."""
    sign: Sign = import_module(f"{__name__}.{kind}").SIGN
    return sign
