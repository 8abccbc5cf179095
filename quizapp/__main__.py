"""The command line: `quizapp` opens the window, `quizapp COMMAND` does one thing without it."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import islice
from keyword import iskeyword
from typing import Any

import quizapp

DESCRIPTION = f"{quizapp.__doc__} Without a command it opens the window, with the decks or folders named."

COMMANDS = {
    "check": "list what is wrong in deck files",
    "import": "make YAML decks of other programs’ decks",
    "export": "write decks in another program’s format",
    "schema": "print the JSON Schema of deck files, for editors",
    "stats": "print the numbers of the progress, for people or as JSON",
    "backup": "copy the progress, or list the copies",
    "restore": "put a copy in the place of the progress",
    "merge": "take in the log of another machine, write this one’s, or sync both through a folder",
    "demo": "play a short session and write a picture of each screen",
}
"""Command -> help. Each is a module of quizapp.commands: add_arguments(parser), run(args) -> exit code."""


def module_of(command: str) -> str:
    """The module of a command; `import` is a word of Python."""
    return f"quizapp.commands.{command}{'_' * iskeyword(command)}"


class _CommandParser(argparse.ArgumentParser):
    """Reads a command's arguments; imports the command's module only now."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        command = import_module(module_of(self.prog.split()[-1]))
        command.add_arguments(self)
        self.set_defaults(run=command.run)
        return super().parse_known_args(args, namespace)


def main(argv: Sequence[str] | None = None) -> int:
    """Run what the arguments (those of the process, if not given) ask for; returns the exit code."""
    parser = argparse.ArgumentParser(prog="quizapp", description=DESCRIPTION, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"quizapp {quizapp.__version__}")
    parser.add_argument(
        "--data", metavar="DIR", help="keep every file of yours in DIR (also: the variable QUIZAPP_DATA)"
    )
    parser.add_argument(
        "--sync",
        metavar="DIR",
        dest="synced",
        help="keep the window in step with other machines through a folder that all of them see",
    )
    parser.set_defaults(run=open_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_CommandParser)
    for name, words in COMMANDS.items():
        commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    rest, opened = _apart(sys.argv[1:] if argv is None else argv)
    for path in opened:
        if not os.path.exists(path):
            parser.error(f"{path} is no command, and there is no file or folder of that name")
    args = parser.parse_args(rest)
    args.opened = opened
    try:
        return int(args.run(args))
    except BrokenPipeError:  # whoever read our output has seen enough: `quizapp check ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _apart(argv: Sequence[str]) -> tuple[list[str], list[str]]:
    """The arguments without the decks and folders to be opened, and these."""
    words: list[str] = []
    opened: list[str] = []
    rest = iter(argv)
    for word in rest:
        if word in COMMANDS:
            return [*words, word, *rest], opened
        if word.startswith("-"):
            words.append(word)
            words += islice(rest, 1) if word in ("--data", "--sync") else ()
        else:
            opened.append(word)
    return words, opened


def open_window(args: argparse.Namespace) -> int:
    """Open the window, or say why it cannot be opened and the cure (exit code 2)."""
    import gc
    from pathlib import Path

    from quizapp import display

    gc.disable()  # nothing that a start makes is garbage; the app turns it on once its window is there
    if words := display.obstacle():
        print(words, file=sys.stderr)
        return 2
    from quizapp import app, paths

    synced = Path(os.path.abspath(os.path.expanduser(args.synced))) if args.synced else None
    return app.run(paths.find(args.data), sys.argv[:1], [Path(name) for name in args.opened], synced)


if __name__ == "__main__":
    sys.exit(main())
