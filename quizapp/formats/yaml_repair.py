"""What a piece of YAML that does not parse was meant to be: slips are mended one by one until it parses."""

import re
from collections.abc import Iterable, Iterator, Set
from itertools import chain
from typing import NamedTuple, TypeAlias

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from quizapp.core.problems import Fix
from quizapp.formats.yaml_nodes import compose

_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_MOST_STEPS = 20
_MOST_CHARACTERS = 8192
"""Longer pieces are not mended: each try parses the whole piece."""
_TAB_WIDTHS = (2, 4, 8, 1)
_LINE = re.compile(
    r"\s*(?:-[ \t]+)*(?:(?P<key>\w+)[ \t]*:[ \t]+)?(?P<value>\S.*)",
    re.DOTALL,
)
_INNER = {":": re.compile(r":(?=\s|$)"), "#": re.compile(r"(?<=\s)#")}
"""Characters that have a meaning inside a text, and where."""
_COMMENT = re.compile(r"\s#(?=\s|$)")
_NO_SPACE = re.compile(r"(?P<head>\s*(?:-[ \t]+)*)(?P<key>\w+):(?P<value>\S.*)", re.DOTALL)
_KEY = re.compile(r"(?P<lead> *)(?P<key>\w+)[ \t]*:(?=\s|$)")
_FIRST_KEY = re.compile(r"[ ]*(?:-[ ]*\s*)?")


class Keys(NamedTuple):
    """The keys that may stand in a piece."""

    known: Set[str]
    texts: Set[str]
    """Those of them that hold one text: only their value may be put in quotes when it begins like a list."""


class Finding(NamedTuple):
    """What is wrong with a piece."""

    code: str
    offset: int
    """In the piece."""
    args: dict[str, str]
    fix: Fix | None = None
    """Offsets in the piece."""


class _Step(NamedTuple):
    code: str
    args: dict[str, str]
    offset: int
    text: str
    """The whole piece with this slip mended."""


_Candidate: TypeAlias = tuple[str, dict[str, str], int, str]
"""(code, arguments, column, line without the slip)."""


_QUOTES = "\"'"
_ELIDED = re.compile(r"'(?:tis|twas|twere|til|em|cause|bout|n|s|t|\d\ds?)\b", re.IGNORECASE)
"""Words that begin with an apostrophe."""
_QUOTED_WORD = re.compile(r"([\"'])[^\"']*(?<=\S)\1(?=[\s,.;:)])")
"""A text that begins with something quoted and goes on."""


def diagnose(
    text: str, kind: type[CollectionNode], keys: Keys, error: yaml.MarkedYAMLError, *, mend: bool = True
) -> Finding:
    """Name the first slip of a piece that failed with `error`, and mend all if that makes it parse."""
    if not mend or len(text) > _MOST_CHARACTERS:
        return _unmended(text, error)
    first: _Step | None = None
    mended, failure = text, error
    for _ in range(_MOST_STEPS):
        step, rest = _next_step(mended, kind, keys, failure)
        first = first or step
        if step is None:
            break
        mended = step.text
        if rest is None:
            assert first is not None
            return Finding(first.code, first.offset, first.args, difference(text, mended))
        failure = rest
    if first is not None:
        return Finding(first.code, first.offset, first.args)
    return _unmended(text, error)


def difference(before: str, after: str) -> Fix:
    """The smallest replacement that makes one text of the other."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    tail = next((i for i in range(most - start) if before[-1 - i] != after[-1 - i]), most - start)
    return Fix(start, len(before) - tail, after[start : len(after) - tail])


def quoted(text: str) -> str:
    """A text as a quoted scalar in one line."""
    if any(ord(character) < 32 for character in text):
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return '"' + re.sub(r"[\x00-\x1f]", lambda match: f"\\x{ord(match[0]):02x}", escaped) + '"'
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _next_step(
    text: str, kind: type[CollectionNode], keys: Keys, error: yaml.MarkedYAMLError
) -> tuple[_Step | None, yaml.MarkedYAMLError | None]:
    """The first mended slip that gets the parser further, and what it then fails at."""
    for start in _suspects(text, error):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        lines: Iterable[_Candidate] = _candidates(text, text[start:end], keys)
        if not start and kind is SequenceNode:
            lines = chain(lines, _with_dash(text[:end], keys))
        for code, args, shift, line in lines:
            if line == text[start:end]:
                continue
            step = _Step(code, args, start + shift, text[:start] + line + text[end:])
            rest = _failure(step.text, kind)
            if rest is None or _line(rest) > _line(error):
                return step, rest
    return None, None


def _suspects(text: str, error: yaml.MarkedYAMLError) -> list[int]:
    """Starts of the lines that an error may come from, the likeliest first."""
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark is not None]
    starts = [text.rfind("\n", 0, mark) + 1 for mark in marks]
    before = [text.rfind("\n", 0, start - 1) + 1 for start in starts if start]
    return list(dict.fromkeys(starts + before)) or [0]


def _failure(text: str, kind: type[CollectionNode]) -> yaml.MarkedYAMLError | None:
    try:
        root = compose(text)
    except yaml.MarkedYAMLError as error:
        return error.with_traceback(None)
    return None if isinstance(root, kind) and _is_plain(root) else yaml.MarkedYAMLError()


def _is_plain(root: CollectionNode) -> bool:
    """One item, and that a mapping from words."""
    items: list[Node] = [root] if isinstance(root, MappingNode) else root.value
    return len(items) == 1 and all(
        isinstance(item, MappingNode) and all(isinstance(key, ScalarNode) for key, _ in item.value)
        for item in items
    )


def _line(error: yaml.MarkedYAMLError) -> int:
    """The line of the slip: for what is never closed the one where it opens."""
    mark = error.context_mark if _is_open(error) else error.problem_mark
    return mark.line if mark is not None else -1


def _is_open(error: yaml.MarkedYAMLError) -> bool:
    context = error.context or ""
    return error.context_mark is not None and ("quoted" in context or "flow" in context)


def _candidates(text: str, line: str, keys: Keys) -> Iterator[_Candidate]:
    """The slips that may be in a line."""
    lead = line[: len(line) - len(line.lstrip())]
    if "\t" in lead:
        for width in _TAB_WIDTHS:
            yield "tab", {}, lead.index("\t"), lead.replace("\t", " " * width) + line[len(lead) :]
    dash = re.match(r"( *-)\t\s*", line)
    if dash:
        yield "tab", {}, dash.end(1), f"{dash[1]} {line[dash.end() :]}"
    glued = _NO_SPACE.fullmatch(line)
    if glued and glued["key"] in keys.known:
        yield (
            "no_space",
            {"key": glued["key"]},
            glued.start("key"),
            f"{glued['head']}{glued['key']}: {glued['value']}",
        )
    key = _KEY.match(line)
    if key and key["key"] in keys.known:
        first = _FIRST_KEY.match(text)
        column = first.end() - text.rfind("\n", 0, first.end()) - 1 if first else 0
        yield "indent", {"key": key["key"]}, key.start("key"), " " * column + line[key.start("key") :]
    value = _LINE.fullmatch(line.rstrip())
    close = _unclosed(value["value"]) if value else ""
    if value and close and (value["value"] == "[" or (value["value"][0] == "[" and "," in value["value"])):
        yield _closed(line, value, close)
    if value and _may_quote(value, keys):
        text = _COMMENT.split(value["value"], maxsplit=1)[0].rstrip()
        start = value.start("value")
        is_quoted = _is_meant_as_quoted(text)
        for meant in _unquoted(text) if is_quoted else (text,):
            quote = line[:start] + quoted(meant) + line[start + len(text) :]
            at = start if is_quoted else start + _sign(text)
            yield "quote_broken" if is_quoted else "quote_needed", {"character": _reason(text)}, at, quote
    if value and close:
        yield _closed(line, value, close)


def _closed(line: str, value: re.Match[str], close: str) -> _Candidate:
    """A line with the brackets that it lacks."""
    start, end = value.span("value")
    return "unclosed", {"character": value["value"][0]}, start, line[:end] + close + line[end:]


def _with_dash(line: str, keys: Keys) -> Iterator[_Candidate]:
    """The first line of a card that lacks its dash."""
    key = _KEY.match(line)
    if key and key["key"] in keys.known and len(key["lead"]) >= len("- "):
        yield "no_dash", {}, key.start("key"), f"{key['lead'][:-2]}- {line[key.start('key') :]}"


def _may_quote(value: re.Match[str], keys: Keys) -> bool:
    text = value["value"]
    if value["key"] is None and text.endswith(":") and text[:-1] in keys.known:
        return False  # a key alone: the slip is elsewhere
    return text[0] not in "[{" or value["key"] in keys.texts or _goes_on(text)


def _goes_on(text: str) -> bool:
    """True for a text that begins with brackets and has more behind them: [sic] text."""
    depth = 0
    for at, character in enumerate(text):
        depth += (character in "[{") - (character in "]}")
        if not depth:
            rest = text[at + 1 :].lstrip()
            return bool(rest) and rest[0] != "#"
    return False


def _is_meant_as_quoted(value: str) -> bool:
    """True for "Oslo, 'don't' and "a \\d b"; false for "Yes" he said: there the quotes belong to the text."""
    mark = value[0]
    return mark in _QUOTES and (value[-1] == mark or value.count(mark) == 1)


def _unquoted(value: str) -> Iterator[str]:
    """What the author of a text in broken quotes may have meant, the likeliest first.

    'Tis keeps its mark, and "Oslo" and "Bergen" theirs; an open "Oslo lacks one behind, 'don't' has one too
    many, "\\d" a backslash.
    """
    mark = value[0]
    if value.count(mark) == 1:
        if mark == "'" and _ELIDED.match(value):
            yield value
            return
        yield value[1:]
    elif _QUOTED_WORD.match(value):
        yield value
    else:
        yield value[1:-1].replace(mark * 2, mark) if mark == "'" else value[1:-1].replace('\\"', '"')


def _unclosed(value: str) -> str:
    """The brackets that a list or a map in one line lacks; empty if none are, or if quotes may hold them."""
    if value[0] not in "[{" or any(quote in value for quote in _QUOTES) or _COMMENT.search(value):
        return ""
    lacking: list[str] = []
    for character in value:
        if character in "[{":
            lacking.append(_CLOSING[character])
        elif character in "]}" and (not lacking or lacking.pop() != character):
            return ""
    return "".join(reversed(lacking))


def _reason(value: str) -> str:
    """The character that makes YAML take a text for something else."""
    if value[0] in "{[*@`%|'\"!&>-?,]}":
        return value[0]
    return ":" if ":" in value else "#"


def _sign(value: str) -> int:
    """Where that character stands."""
    found = _INNER[reason].search(value) if (reason := _reason(value)) in _INNER else None
    return found.start() if found and value[0] != reason else 0


def _unmended(text: str, error: yaml.MarkedYAMLError) -> Finding:
    """The parser's own words."""
    if error.context_mark is not None and _is_open(error):
        offset = error.context_mark.index
        line = text[offset:].split("\n", 1)[0]
        if _CLOSING.get(line[:1], "") not in line[1:]:
            return Finding("unclosed", offset, {"character": line[0]})
    mark = error.problem_mark or error.context_mark
    offset, reason = mark.index if mark else 0, error.problem or "the structure is wrong"
    if "undefined alias" in reason:
        return Finding("alias_outside", offset, {"source": text[offset:].split(maxsplit=1)[0].rstrip(",]}")})
    return Finding("yaml", offset, {"reason": reason})
