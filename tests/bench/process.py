"""A fresh process to measure: started, traced, read, ended."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

TIMEOUT_S = 300


class Traced:
    """A running process and the events that it has traced."""

    def __init__(self, process: subprocess.Popen[bytes], trace: Path, started_ns: int) -> None:
        self.process = process
        self.started_ns = started_ns
        self._trace = trace

    def ms_to(self, event: str) -> float:
        """Milliseconds from the spawn to the first such event; waits for it."""
        deadline = time.monotonic() + TIMEOUT_S
        while time.monotonic() < deadline:
            for line in self._trace.read_bytes().splitlines():
                found = json.loads(line)
                if found["event"] == event:
                    return float(found["monotonic_ns"] - self.started_ns) / 1e6
            if self.process.poll() is not None:
                raise RuntimeError(f"the process ended ({self.process.returncode}) before {event}")
            time.sleep(0.002)
        raise TimeoutError(event)

    def memory_mb(self) -> dict[str, float]:
        """What the process holds in memory now."""
        return memory_mb(self.process.pid)


def memory_mb(pid: int) -> dict[str, float]:
    """Resident memory of a process, and its share after dividing what is shared with other processes."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in rollup.splitlines() if " kB" in line}
    return {"rss_mb": sizes["Rss"] / 1024, "pss_mb": sizes["Pss"] / 1024}


@contextmanager
def traced(*arguments: str) -> Iterator[Traced]:
    """`python ARGUMENTS` with a trace file, ended afterwards."""
    with TemporaryDirectory() as folder:
        trace = Path(folder) / "trace.jsonl"
        trace.touch()
        started_ns = time.monotonic_ns()
        process = subprocess.Popen([sys.executable, *arguments], env=_environment(trace))
        try:
            yield Traced(process, trace, started_ns)
        finally:
            process.terminate()
            process.wait()


def result_of(*arguments: str) -> Any:
    """What `python ARGUMENTS` prints as JSON on its last line."""
    ended = subprocess.run(
        [sys.executable, *arguments],
        stdout=subprocess.PIPE,
        env=_environment(Path(os.devnull)),
        check=True,
        timeout=TIMEOUT_S,
    )
    return json.loads(ended.stdout.splitlines()[-1])


def _environment(trace: Path) -> dict[str, str]:
    """As for a learner: whoever installs the app has its bytecode, whatever this machine is told."""
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen", **inherited, "QUIZAPP_TRACE": str(trace)}
