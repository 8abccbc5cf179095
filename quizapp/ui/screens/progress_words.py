"""What the progress of a card amounts to, in words."""

from PySide6.QtCore import QObject

from quizapp.core.renames import Stake


class StakeWords(QObject):
    """Says what is at stake when cards leave their decks."""

    def all_of(self, stake: Stake, today: int) -> str:
        """ "9 reviews, stability 5 days, due in 3 days". today: the study day."""
        due = "" if stake.due_day is None else self.due(stake.due_day - today)
        return ", ".join(filter(None, (self.brief(stake), due)))

    def brief(self, stake: Stake) -> str:
        """ "9 reviews, stability 5 days"."""
        cards = self.tr("%n cards", "", stake.cards) if stake.cards > 1 else ""
        reviews = self.tr("%n reviews", "", stake.reviews)
        return ", ".join(filter(None, (cards, reviews, self.stability(stake.stability))))

    def stability(self, days: float | None) -> str:
        """How long it will be remembered; "" if that is not known."""
        return "" if days is None else self.tr("stability %n days", "", max(1, round(days)))

    def due(self, days: int) -> str:
        """When a card comes back, counted from today."""
        if days < 0:
            return self.tr("%n days late", "", -days)
        return self.tr("due in %n days", "", days) if days else self.tr("due today")
