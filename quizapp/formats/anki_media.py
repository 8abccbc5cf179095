"""Pictures and sounds on their way into a package: one folder for all decks, so that names must not meet."""

from hashlib import sha1
from pathlib import PurePosixPath

from quizapp.formats.base import Shipped


class MediaOut:
    """Gives each file that cards name its name in the package, and keeps those that are not there."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        """Name in the package -> content."""
        self._known: dict[tuple[int, str], str] = {}

    def name(self, shipped: Shipped, path: str) -> str:
        """The name of a file of a deck; "" if it is not there."""
        key = (id(shipped.folder), path)
        if key not in self._known:
            data = shipped.folder(path)
            self._known[key] = "" if data is None else self._placed(PurePosixPath(path).name, data)
        return self._known[key]

    def _placed(self, name: str, data: bytes) -> str:
        """A name for this content alone; it is the same in every export."""
        taken = next((one for one in self.files if one.casefold() == name.casefold()), "")
        if taken and self.files[taken] != data:
            path = PurePosixPath(name)
            name = f"{path.stem}-{sha1(data).hexdigest()[:8]}{path.suffix}"
        elif taken:
            return taken
        self.files[name] = data
        return name
