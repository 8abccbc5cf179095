"""Quick rounds, for those who like them: match the pairs, or as many cards as one can in a chosen time."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QStackedLayout, QWidget

from quizapp.ui.kit import Kit
from quizapp.ui.navigation import Back, Round, RoundKind, Route, Study
from quizapp.ui.rounds import Rounds
from quizapp.ui.screens.place import Place
from quizapp.ui.screens.round_pairs import PairsDesk
from quizapp.ui.screens.round_rapid import RapidDesk
from quizapp.ui.screens.round_result import RoundResult, RoundStart


class RoundPlace(Place):
    """Start, play, result."""

    narrow_rail = True

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.rounds = Rounds(kit.services)
        self._route = Round(kind="pairs")
        self.start, self.result = RoundStart(), RoundResult()
        self.pairs, self.rapid = PairsDesk(kit, self.rounds), RapidDesk(kit, self.rounds)
        self._stack = QStackedLayout(self)
        for page in (self.start, self.pairs, self.rapid, self.result):
            self._stack.addWidget(page)
        self._begin: Mapping[RoundKind, Callable[[], None]] = {
            "pairs": self._begin_pairs,
            "rapid": self._begin_rapid,
        }
        self.start.wanted.connect(self._play_rapid)
        for screen in (self.start, self.result):
            screen.left.connect(self._on_left)
        for desk in (self.pairs, self.rapid):
            desk.finished.connect(self._on_finished)
            desk.keys_wanted.connect(self._on_keys)
        self.rapid.link_wanted.connect(self._on_link)
        self.result.again_wanted.connect(self._on_again)
        self.result.study_wanted.connect(self._on_study)

    def arrive(self, route: Route) -> None:
        assert isinstance(route, Round)
        self._route = route
        self._on_again()

    def leave(self) -> None:
        self.rapid.stop()

    # From one to the other

    def _on_again(self) -> None:
        self._begin[self._route.kind]()

    def _begin_pairs(self) -> None:
        self.rounds.begin(self._route.query, self._route.cards)
        board = self.rounds.next_board()
        if board is None:
            self._stack.setCurrentWidget(self.start)
            why = self.tr(
                "These cards give no board: it takes four of one deck with a short question and a short "
                "answer, none of which could be the answer to another."
            )
            self.start.show_none(self.tr("Match the pairs"), why)
            return
        self._stack.setCurrentWidget(self.pairs)
        self.pairs.show_board(board)

    def _begin_rapid(self) -> None:
        self._stack.setCurrentWidget(self.start)
        self.start.ask()

    def _play_rapid(self, minutes: int) -> None:
        self.rounds.begin(self._route.query, self._route.cards)
        self._stack.setCurrentWidget(self.rapid)
        self.rapid.begin(minutes)

    def _on_finished(self) -> None:
        """The result; without an answer there is none."""
        rounds = self.rounds
        if rounds.asked:
            self._stack.setCurrentWidget(self.result)
            self.result.show_result(rounds.right, rounds.asked, rounds.missed, rounds.leeches)
        elif rounds.is_empty:
            self._stack.setCurrentWidget(self.start)
            why = self.tr("None of these cards can be asked so that one key answers it.")
            self.start.show_none(self.tr("Rapid round"), why)
        else:
            self._on_left()

    def _on_left(self) -> None:
        self.go.emit(Back())

    def _on_study(self, card_keys: tuple[int, ...]) -> None:
        """Another look at these; it stays out of the schedule, too."""
        self.go.emit(Study(cards=card_keys, mode="repeat"))

    def _on_keys(self) -> None:
        from quizapp.ui.keysheet import KeySheet

        KeySheet(self.window()).open()

    def _on_link(self, address: str) -> None:
        from quizapp.ui.linksheet import LinkSheet

        LinkSheet(address, self.window()).open()
