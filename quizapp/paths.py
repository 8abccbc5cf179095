"""Where everything lies: the user's files, and the decks and pictures that come with the app."""

import os
from importlib import resources
from pathlib import Path

import appdirs
from msgspec import Struct

import quizapp

APP = "quizapp"


class AppPaths(Struct, frozen=True, kw_only=True):
    """The app's places. Nothing is created here: who writes a file makes its folder."""

    data: Path
    """Progress and backups."""
    cache: Path
    """What can be made again."""
    log: Path
    decks: Path
    """The user's own deck files."""
    bundled_decks: Path
    bundled_assets: Path

    @classmethod
    def under(cls, folder: Path, *, cache: Path | None = None, log: Path | None = None) -> "AppPaths":
        """Every file of the user below one folder, unless said otherwise."""
        return cls(
            data=folder,
            cache=cache or folder / "cache",
            log=log or folder / "log",
            decks=folder / "decks",
            bundled_decks=_bundled("decks"),
            bundled_assets=_bundled("assets"),
        )

    @classmethod
    def of_user(cls) -> "AppPaths":
        """The places that this system gives to an app of this user."""
        _drop_useless_variables()
        return cls.under(
            Path(appdirs.user_data_dir(APP, appauthor=False)),
            cache=Path(appdirs.user_cache_dir(APP, appauthor=False)),
            log=Path(appdirs.user_log_dir(APP, appauthor=False)),
        )


def find(folder: str | None = None) -> AppPaths:
    """The places for a run: below `folder`, else below $QUIZAPP_DATA, else the system's for this user."""
    chosen = folder or os.environ.get("QUIZAPP_DATA", "")
    return AppPaths.under(Path(os.path.abspath(os.path.expanduser(chosen)))) if chosen else AppPaths.of_user()


def _drop_useless_variables() -> None:
    """An empty or relative XDG variable means nothing, but appdirs takes it at its word."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        if not os.path.isabs(os.environ.get(name, "/")):
            del os.environ[name]


def _bundled(name: str) -> Path:
    """A folder that comes with the app: inside the installed package, else in the checkout."""
    inside = resources.files(quizapp) / "_data" / name
    if isinstance(inside, Path) and inside.is_dir():
        return inside
    return Path(quizapp.__file__).parents[1] / name
