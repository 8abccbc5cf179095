"""The child process that draws formulas: one JSON line in, one out. A script, not a part of the app.

It may be killed at any time, and is, when a formula takes too long.
"""

import json
import sys

FACE_PX = 100
"""Size at which all formulas are drawn; the parent scales them."""
_MEMORY = 1 << 30


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows; the deadline still holds there
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> None:
    """Answer requests {"source", "display"} by {"svg"} or {"error"} until the input ends."""
    replies = sys.stdout
    sys.stdout = sys.stderr  # what a library prints must not be taken for a reply
    _limit_memory()
    import ziamath

    ziamath.config.svg2 = False  # else the glyphs are shared symbols, which Qt does not draw
    replies.write("{}\n")
    replies.flush()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            svg = ziamath.Latex(request["source"], size=FACE_PX, inline=not request["display"]).svg()
            reply = {"svg": svg}
        except (Exception, RecursionError) as error:  # noqa: BLE001 - it fails in many ways on odd input
            reply = {"error": repr(error)}
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main()
