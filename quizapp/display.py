"""Whether a window can open here, and if not, why and the cure.

Asked before Qt is loaded: without a screen or a system library Qt aborts the process, or fails to import.
"""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

EVERY_WINDOW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Library -> Debian package: what Qt's own libraries need, whatever the screen."""


class Screen(NamedTuple):
    """A way to a screen: a platform plugin of Qt."""

    variable: str
    """The environment variable that names the screen."""
    libraries: dict[str, str]
    """Library -> Debian package: what the plugin needs beyond EVERY_WINDOW."""


SCREENS = {
    "wayland": Screen(
        "WAYLAND_DISPLAY",
        {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"},
    ),
    "xcb": Screen(
        "DISPLAY",
        {
            "libX11-xcb.so.1": "libx11-xcb1",
            "libxcb.so.1": "libxcb1",
            "libxcb-cursor.so.0": "libxcb-cursor0",
            "libxcb-icccm.so.4": "libxcb-icccm4",
            "libxcb-image.so.0": "libxcb-image0",
            "libxcb-keysyms.so.1": "libxcb-keysyms1",
            "libxcb-randr.so.0": "libxcb-randr0",
            "libxcb-render.so.0": "libxcb-render0",
            "libxcb-render-util.so.0": "libxcb-render-util0",
            "libxcb-shape.so.0": "libxcb-shape0",
            "libxcb-shm.so.0": "libxcb-shm0",
            "libxcb-sync.so.1": "libxcb-sync1",
            "libxcb-util.so.1": "libxcb-util1",
            "libxcb-xfixes.so.0": "libxcb-xfixes0",
            "libxcb-xkb.so.1": "libxcb-xkb1",
            "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
        },
    ),
}
"""By Qt's name, in the order in which Qt tries them. Its other platforms (offscreen, vnc) need no screen."""

PACKAGES = EVERY_WINDOW | SCREENS["wayland"].libraries | SCREENS["xcb"].libraries


class Lack(NamedTuple):
    """What keeps the window from opening."""

    libraries: tuple[str, ...] = ()
    screen: str = ""
    """A sentence, if no screen can be reached."""

    def message(self) -> str:
        """What is missing and how to get it, for a terminal."""
        apt_get = "apt-get" if os.geteuid() == 0 else "sudo apt-get"
        lines = ["quizapp cannot open its window."]
        packages = [PACKAGES[name] for name in self.libraries if name in PACKAGES]
        if self.screen:
            lines.append(self.screen)
        if self.libraries:
            lines.append(f"Missing system libraries: {', '.join(self.libraries)}")
        if packages:
            lines += ["To install them on Debian or Ubuntu:", f"    {apt_get} install {' '.join(packages)}"]
        if self.screen:
            lines += [
                "Start quizapp in a desktop session, or give it a virtual screen:",
                f"    {apt_get} install xvfb xauth",
                "    xvfb-run -a quizapp",
            ]
        return "\n".join(lines)


def lack(
    environ: Mapping[str, str], can_load: Callable[[str], bool], can_reach: Callable[[str], bool]
) -> Lack | None:
    """What keeps a window from opening on Linux, or None.

    can_load: whether a shared library can be loaded; can_reach: whether the screen of that name (a key of
    SCREENS) answers, asked only if its libraries are there.
    """
    names = _platforms(environ)
    if not names:
        missing = _missing(EVERY_WINDOW | SCREENS["xcb"].libraries, can_load)
        return Lack(missing, "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    missing_by_name = {name: _missing(_libraries(name), can_load) for name in names}
    loadable = [name for name, missing in missing_by_name.items() if not missing]
    if any(name not in SCREENS or can_reach(name) for name in loadable):
        return None
    silent = [SCREENS[name].variable for name in loadable]
    return Lack(
        next((missing for missing in missing_by_name.values() if missing), ()),
        " ".join(f"The screen {name}={environ.get(name, '')} does not answer." for name in silent),
    )


def obstacle() -> str:
    """Why Qt cannot open a window here and the cure, for the terminal; empty if it can. Loads Qt."""
    found = lack(os.environ, _can_load, _can_reach) if sys.platform == "linux" else None
    if found and not _qt_starts():
        return found.message()
    try:
        import PySide6.QtWidgets  # noqa: F401 - only to see whether it can be
    except ImportError as error:
        if found := lack_behind(error):
            return found.message()
        raise
    return ""


def _qt_starts() -> bool:
    """Whether Qt starts all the same, its libraries being in a place of their own; tried in a child."""
    import subprocess  # 4 ms that a usual start does without

    start = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    child = subprocess.run([sys.executable, "-c", start], capture_output=True, check=False, timeout=60)
    return child.returncode == 0


def lack_behind(error: ImportError) -> Lack | None:
    """The system library that an import missed; None if the error is another."""
    missing = re.match(r"(\S+\.so[.\d]*): cannot open shared object file", str(error))
    return Lack((missing[1],)) if missing else None


def _platforms(environ: Mapping[str, str]) -> list[str]:
    """Qt's names of what it will try, in order."""
    if asked := environ.get("QT_QPA_PLATFORM"):
        names = [part.partition(":")[0] for part in asked.split(";")]
        return ["wayland" if name.startswith("wayland") else name for name in names]
    return [name for name, screen in SCREENS.items() if environ.get(screen.variable)]


def _libraries(platform: str) -> dict[str, str]:
    screen = SCREENS.get(platform)
    return EVERY_WINDOW | screen.libraries if screen else EVERY_WINDOW


def _missing(libraries: Iterable[str], can_load: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(name for name in libraries if not can_load(name))


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _can_reach(screen: str) -> bool:
    return _REACH[screen]()


def _reach_x11() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not broken


def _reach_wayland() -> bool:
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(None)
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)


_REACH = {"wayland": _reach_wayland, "xcb": _reach_x11}
