"""A window of the same Qt with nothing in it: what a start costs at least. Run as a process of its own."""

import sys

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from quizapp.log import trace


class Bare(QMainWindow):
    """Traces its first paint like the app's home."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            trace("home_painted")


def main() -> int:
    """Show the window until the process is ended."""
    app = QApplication(sys.argv[:1])
    window = Bare()
    window.resize(1100, 760)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
