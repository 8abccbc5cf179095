"""quizapp schema: print the JSON Schema of deck files, or a page on keys, search, settings, formats."""

import argparse
import json
import sys
from pathlib import Path

from quizapp import paths
from quizapp.core.query_help import reference as search_page
from quizapp.core.setting_help import reference as settings_page
from quizapp.formats.format_help import reference as formats_page
from quizapp.formats.reference import reference
from quizapp.formats.schema import schema

USE = """\
With the schema an editor completes the keys of a deck, explains them, and
underlines mistakes while you type. Write it to a file:

  quizapp schema --out deck.schema.json

In VS Code (with the extension YAML by Red Hat), and in any other editor that
uses yaml-language-server, put this at the top of a deck that lies beside it:

  # yaml-language-server: $schema=deck.schema.json

or name it for whole folders in the settings of the editor:

  "yaml.schemas": {"/path/to/deck.schema.json": "decks/**/*.yaml"}

The editor sees the form alone; `quizapp check` sees more.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of the command."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = USE
    pages = parser.add_mutually_exclusive_group()
    pages.add_argument(
        "--reference", action="store_true", help="the reference page of all keys, in Markdown, instead"
    )
    pages.add_argument("--search", action="store_true", help="the page on searching, in Markdown, instead")
    pages.add_argument("--settings", action="store_true", help="the page on settings, in Markdown, instead")
    pages.add_argument("--formats", action="store_true", help="the page on formats, in Markdown, instead")
    parser.add_argument("--out", metavar="FILE", type=Path, help="write to FILE instead of printing")


def run(args: argparse.Namespace) -> int:
    """Exit code: 2 if the file cannot be written, else 0."""
    text = _text(args)
    if args.out is None:
        sys.stdout.write(text)
        return 0
    try:
        args.out.write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"quizapp schema: {args.out} cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _text(args: argparse.Namespace) -> str:
    if args.search:
        return search_page()
    if args.settings:
        return settings_page()
    if args.formats:
        return formats_page()
    return _page() if args.reference else json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _page() -> str:
    """The reference page, with the example decks that come with the app."""
    examples = paths.find().bundled_decks / "examples"
    return reference({file.stem: file.read_text(encoding="utf-8") for file in examples.glob("*.yaml")})
