"""The settings of what is studied each day, in which order, and when it comes back."""

from typing import Annotated

from msgspec import Struct

from quizapp.core.setting_values import (
    CAP,
    OWN,
    Backlog,
    Hour,
    LeechAction,
    NewOrder,
    NewPlace,
    Order,
    Week,
    about,
)


class StudySettings(Struct, frozen=True, kw_only=True):
    """The group Study; see core.settings."""

    new_per_day: Annotated[
        int,
        about("New cards a day", "Cards you have never met.", "Study", "Each day", ge=0, le=9999, **CAP),
    ] = 20
    reviews_per_day: Annotated[
        int,
        about("Reviews a day", "Above this a backlog begins.", "Study", "Each day", ge=0, le=9999, **CAP),
    ] = 200
    day_start_hour: Annotated[
        Hour,
        about(
            "A study day begins at",
            "Reviews before this hour count for the day before.",
            "Study",
            "Each day",
            ge=0,
            le=23,
            synonyms="rollover midnight hour",
        ),
    ] = Hour(4)
    order: Annotated[
        Order,
        about(
            "Order of reviews",
            "Topics are mixed in every order but deck by deck.",
            "Study",
            "Order",
            synonyms="sort sequence",
            names=("by due day", "most difficult first", "most forgotten first", "by chance", "deck by deck"),
        ),
    ] = "due"
    backlog: Annotated[
        Backlog,
        about(
            "When more wait than a day’s limit",
            "What to learn first after some days away.",
            "Study",
            "Order",
            synonyms="holiday overdue late",
            names=("most worth keeping first", "longest overdue first", "most difficult first"),
        ),
    ] = "kept"
    backlog_new: Annotated[
        bool,
        about("New cards in a backlog", "Without it none come until the backlog is done.", "Study", "Order"),
    ] = False
    new_place: Annotated[
        NewPlace,
        about(
            "New cards come",
            "Mixed with the reviews, before or after them.",
            "Study",
            "Order",
            names=("among the reviews", "before the reviews", "after the reviews"),
        ),
    ] = "among"
    new_order: Annotated[
        NewOrder,
        about(
            "Order of new cards",
            "As their author put them, or by chance.",
            "Study",
            "Order",
            names=("as in the deck", "by chance"),
            **OWN,
        ),
    ] = "deck"
    desired_retention: Annotated[
        float,
        about(
            "Desired retention",
            "Share of cards you want to recall when they come back.",
            "Study",
            "Memory",
            ge=0.7,
            le=0.97,
            synonyms="forgetting interval fsrs",
            **OWN,
        ),
    ] = 0.9
    learning_step_min: Annotated[
        int,
        about(
            "Wait before a failed card returns",
            "Sooner if nothing else is due.",
            "Study",
            "Memory",
            ge=1,
            le=240,
            unit="min",
            synonyms="learning steps again minutes",
            **OWN,
        ),
    ] = 10
    siblings: Annotated[
        bool,
        about(
            "One sibling a day",
            "Front and back of one card are not asked on one day.",
            "Study",
            "Memory",
            synonyms="bury reversed",
            **OWN,
        ),
    ] = True
    balance: Annotated[
        bool,
        about(
            "Even out the days",
            "Within the range that is as good for memory, the day with the fewest cards is chosen.",
            "Study",
            "Memory",
            synonyms="load balancing fuzz",
        ),
    ] = True
    easy_days: Annotated[
        Week,
        about(
            "Easy days",
            "Days of the week that get fewer reviews, Monday first.",
            "Study",
            "Memory",
            synonyms="weekend sunday load",
        ),
    ] = ("normal",) * 7
    leech_lapses: Annotated[
        int,
        about(
            "A leech is a card forgotten",
            "And with an interval under 21 days.",
            "Study",
            "Hard cards",
            ge=3,
            le=99,
            unit="times",
            synonyms="lapses difficult",
            **OWN,
        ),
    ] = 8
    leech_action: Annotated[
        LeechAction,
        about(
            "What happens to a leech",
            "It is always named, with its history and a way to rewrite it.",
            "Study",
            "Hard cards",
            names=("it is flagged", "it is flagged and put aside"),
            **OWN,
        ),
    ] = "flag"
