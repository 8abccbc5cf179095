"""The log file, the report of a crash of the interpreter, and the trace that the benchmarks read."""

import faulthandler
import json
import logging
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

LOG_FILE = "quizapp.log"
CRASH_FILE = "crash.log"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")

logger = logging.getLogger("quizapp")


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Write the log to `folder` meanwhile, and where the interpreter was if it crashes.

    $QUIZAPP_LOG is the lowest level written (debug, info, warning or error; info without it). A folder that
    cannot be written costs the log, not the app.
    """
    level = os.environ.get("QUIZAPP_LOG", "").upper()
    logger.setLevel(level if level in LEVELS else logging.INFO)
    with ExitStack() as files:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _write_log(folder / LOG_FILE, files)
            _watch_for_crashes(folder / CRASH_FILE, files)
        except OSError as error:
            logger.warning("Not everything can be logged: %s", error)
        yield


def trace(event: str) -> None:
    """Append {event, monotonic_ns} to the file named by $QUIZAPP_TRACE; nothing without it."""
    file = os.environ.get("QUIZAPP_TRACE")
    if file:
        line = json.dumps({"event": event, "monotonic_ns": time.monotonic_ns()})
        with open(file, "a", encoding="utf-8") as out:
            out.write(line + "\n")


class _Late(logging.Handler):
    """A rotating log file, opened by its first record: a start that goes well has nothing to log and saves
    the 5 ms that the import takes."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        file.open("ab").close()  # a folder that cannot be written is told now
        self._file = file

    @cached_property
    def _target(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        return RotatingFileHandler(
            self._file, maxBytes=1_000_000, backupCount=3, encoding="utf-8", errors="backslashreplace"
        )

    def emit(self, record: logging.LogRecord) -> None:
        self._target.setFormatter(self.formatter)
        self._target.emit(record)

    def close(self) -> None:
        if "_target" in self.__dict__:
            self._target.close()
        super().close()


def _write_log(file: Path, files: ExitStack) -> None:
    handler = _Late(file)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    files.callback(handler.close)
    files.callback(logger.removeHandler, handler)


def _watch_for_crashes(file: Path, files: ExitStack) -> None:
    """Have the interpreter's last words written to `file`; those of the last run move to the log."""
    if file.exists() and (last_words := file.read_text(encoding="utf-8", errors="replace")):
        logger.error("The last run crashed:\n%s", last_words)
    out = files.enter_context(file.open("w", encoding="utf-8"))
    was_enabled = faulthandler.is_enabled()
    faulthandler.enable(out)
    files.callback(faulthandler.enable if was_enabled else faulthandler.disable)
