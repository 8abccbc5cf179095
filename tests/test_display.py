"""Without a screen or a library the user reads what is missing and the cure; Qt never aborts."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from quizapp.display import EVERY_WINDOW, PACKAGES, SCREENS, Lack, lack, lack_behind

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves this to the user")
ALL = set(PACKAGES)
X11 = {"DISPLAY": ":0"}
WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}


def found(environ: dict[str, str], present: set[str] = ALL, answering: set[str] | None = None) -> Lack | None:
    reachable = set(SCREENS) if answering is None else answering
    return lack(environ, present.__contains__, reachable.__contains__)


@pytest.mark.parametrize("environ", [X11, WAYLAND, X11 | WAYLAND, {"QT_QPA_PLATFORM": "offscreen"}])
def test_nothing_is_lacking_with_a_screen_and_all_libraries(environ: dict[str, str]) -> None:
    assert found(environ) is None


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600", "linuxfb"])
def test_a_platform_without_a_screen_needs_qts_own_libraries_only(platform: str) -> None:
    environ = {"QT_QPA_PLATFORM": platform}
    assert found(environ, set(EVERY_WINDOW)) is None
    assert found(environ, set(EVERY_WINDOW) - {"libEGL.so.1"}) == Lack(("libEGL.so.1",))


@pytest.mark.parametrize("library", sorted({**EVERY_WINDOW, **SCREENS["xcb"].libraries}))
def test_each_missing_library_is_named_with_its_package(library: str) -> None:
    lacking = found(X11, ALL - {library})
    assert lacking == Lack((library,))
    words = lacking.message()
    assert library in words
    assert re.search(rf"apt-get install {re.escape(PACKAGES[library])}$", words, re.MULTILINE)


def test_no_screen_is_told_together_with_the_libraries_a_virtual_one_needs() -> None:
    lacking = found({}, ALL - {"libxcb-cursor.so.0"})
    assert lacking is not None
    words = lacking.message()
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in words
    assert "install libxcb-cursor0" in words
    assert "xvfb-run -a quizapp" in words


def test_a_screen_that_does_not_answer_is_named() -> None:
    lacking = found(X11, answering=set())
    assert lacking is not None
    assert lacking.screen == "The screen DISPLAY=:0 does not answer."
    assert lacking.libraries == ()


def test_one_way_to_a_screen_is_enough() -> None:
    without_wayland = ALL - {"libwayland-client.so.0"}
    assert found(X11 | WAYLAND, without_wayland) is None
    assert found(X11 | WAYLAND, answering={"xcb"}) is None
    assert found({"QT_QPA_PLATFORM": "wayland;xcb", **X11}, without_wayland) is None
    assert found({"QT_QPA_PLATFORM": "wayland-egl", **WAYLAND}, without_wayland) == Lack(
        ("libwayland-client.so.0",)
    )


def test_the_library_behind_a_failed_import_is_found() -> None:
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert lack_behind(error) == Lack(("libEGL.so.1",))
    assert lack_behind(ImportError("No module named 'PySide6'")) is None


@LINUX
def test_the_tables_name_what_the_installed_qt_links_to() -> None:
    """A new Qt that needs another library fails here, not on a learner's machine."""
    always_there = {"c", "m", "gcc_s", "stdc++", "z", "zstd", "pthread", "dl", "rt", "gthread-2.0"}
    qt = Path(PySide6.__file__).parent / "Qt"
    for file, table in {
        "lib/libQt6Core.so.6": EVERY_WINDOW,
        "lib/libQt6Gui.so.6": EVERY_WINDOW,
        "lib/libQt6DBus.so.6": EVERY_WINDOW,
        "lib/libQt6Widgets.so.6": EVERY_WINDOW,
        "plugins/platforms/libqoffscreen.so": EVERY_WINDOW,
        "plugins/platforms/libqxcb.so": EVERY_WINDOW | SCREENS["xcb"].libraries,
        "lib/libQt6XcbQpa.so.6": EVERY_WINDOW | SCREENS["xcb"].libraries,
        "lib/libQt6WaylandClient.so.6": EVERY_WINDOW | SCREENS["wayland"].libraries,
    }.items():
        names = re.findall(rb"\0(lib[\w.+-]+\.so\.\d+)(?=\0)", (qt / file).read_bytes())
        foreign = {name.decode() for name in names if not re.match(rb"lib(Qt6|icu)", name)}
        assert {name for name in foreign if name[3:].split(".so")[0] not in always_there} <= set(table), file


@LINUX
@pytest.mark.parametrize(
    "environ", [{}, {"DISPLAY": ":4077"}, {"WAYLAND_DISPLAY": "none-here"}, {"QT_QPA_PLATFORM": "xcb"}]
)
def test_quizapp_ends_with_a_message_where_no_window_can_open(
    environ: dict[str, str], tmp_path: Path
) -> None:
    bare = {
        key: value
        for key, value in os.environ.items()
        if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    ended = subprocess.run(
        [sys.executable, "-m", "quizapp", "--data", str(tmp_path / "data")],
        env={**bare, **environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 2
    assert ended.stderr.startswith("quizapp cannot open its window.\n")
    assert "apt-get install" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert not (tmp_path / "data").exists()


@pytest.fixture
def x_server() -> Iterator[str]:
    """The name of a virtual X display."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    server = subprocess.Popen(["Xvfb", "-displayfd", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert server.stdout is not None
    yield f":{server.stdout.readline().decode().strip()}"
    server.terminate()
    server.wait(timeout=30)
    server.stdout.close()


def test_qt_starts_on_a_screen_that_nothing_is_said_against(x_server: str) -> None:
    start = (
        "from quizapp import display\n"
        "print(display.obstacle())\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "print(QGuiApplication([]).platformName())"
    )
    environ = {
        key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
    }
    ended = subprocess.run(
        [sys.executable, "-c", start],
        env={**environ, "DISPLAY": x_server},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ended.stdout == "\nxcb\n"
