"""Where one has been in the window, for the way back."""

from quizapp.ui.navigation import Home, Route


class History:
    """The routes behind the one that is shown. Home has nothing behind it."""

    def __init__(self) -> None:
        self._behind: list[Route] = []
        self._here: Route = Home()

    def enter(self, route: Route) -> None:
        """This is shown now. The same screen once more, with something else, is no step."""
        if isinstance(route, Home):
            self._behind.clear()
        elif type(route) is not type(self._here):
            self._behind.append(self._here)
        self._here = route

    def back(self) -> Route:
        """Where one came from; that is then where one is."""
        self._here = self._behind.pop() if self._behind else Home()
        return self._here
