<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ActionBar</name>
        <message numerus="yes">
            <source>%n selected</source>
            <translation>
                <numerusform>%n selected</numerusform>
                <numerusform>%n selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Study these %n</source>
            <translation>
                <numerusform>Study this one</numerusform>
                <numerusform>Study these %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AuthorPlace</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Shown at least %n times and never taken for right.</source>
            <translation>
                <numerusform>Shown at least %n time and never taken for right.</numerusform>
                <numerusform>Shown at least %n times and never taken for right.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>forgotten %n times</source>
            <translation>
                <numerusform>forgotten %n time</numerusform>
                <numerusform>forgotten %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{share} % of %n answers</source>
            <translation>
                <numerusform>{share} % of %n answer</numerusform>
                <numerusform>{share} % of %n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupWords</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answers can be read.</source>
            <translation>
                <numerusform>%n answer can be read.</numerusform>
                <numerusform>%n answers can be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n newer changes of cards, as flags, would be put aside.</source>
            <translation>
                <numerusform>%n newer change of cards, as flags, would be put aside.</numerusform>
                <numerusform>%n newer changes of cards, as flags, would be put aside.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them are in no copy.</source>
            <translation>
                <numerusform>%n of them is in no copy.</numerusform>
                <numerusform>%n of them are in no copy.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows cannot be understood.</source>
            <translation>
                <numerusform>%n row cannot be understood.</numerusform>
                <numerusform>%n rows cannot be understood.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n study days</source>
            <translation>
                <numerusform>%n study day</numerusform>
                <numerusform>%n study days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Joined with the newest good copy and with what you did since: %n answers.</source>
            <translation>
                <numerusform>Joined with the newest good copy and with what you did since: %n answer.</numerusform>
                <numerusform>Joined with the newest good copy and with what you did since: %n answers.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not as it should be: %n things.</source>
            <translation>
                <numerusform>Not as it should be: %n thing.</numerusform>
                <numerusform>Not as it should be: %n things.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Without the name of their card: %n answers.</source>
            <translation>
                <numerusform>Without the name of their card: %n answer.</numerusform>
                <numerusform>Without the name of their card: %n answers.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupsPlace</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Banners</name>
        <message numerus="yes">
            <source>There are %n more.</source>
            <translation>
                <numerusform>There is %n more.</numerusform>
                <numerusform>There are %n more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Bars</name>
        <message numerus="yes">
            <source>%n cards due</source>
            <translation>
                <numerusform>%n card due</numerusform>
                <numerusform>%n cards due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in the next %n days</source>
            <translation>
                <numerusform>on the next day</numerusform>
                <numerusform>in the next %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{date}: %n cards due</source>
            <translation>
                <numerusform>{date}: %n card due</numerusform>
                <numerusform>{date}: %n cards due</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BrowseHead</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{found} of %n cards</source>
            <translation>
                <numerusform>{found} of %n card</numerusform>
                <numerusform>{found} of %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BrowseWords</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n days</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>picked %n times</source>
            <translation>
                <numerusform>picked %n time</numerusform>
                <numerusform>picked %n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardHistoryPlace</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n cards</source>
            <translation>
                <numerusform>{shown} of %n card</numerusform>
                <numerusform>{shown} of %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPicker</name>
        <message numerus="yes">
            <source>%n cards found</source>
            <translation>
                <numerusform>%n card found</numerusform>
                <numerusform>%n cards found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CertaintyPanel</name>
        <message numerus="yes">
            <source>Shown from {least} answers of stated certainty. This has %n.</source>
            <translation>
                <numerusform>Shown from {least} answers of stated certainty. This has %n.</numerusform>
                <numerusform>Shown from {least} answers of stated certainty. This has %n.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangedPane</name>
        <message numerus="yes">
            <source>%n cards changed since they were learned</source>
            <translation>
                <numerusform>%n card changed since it was learned</numerusform>
                <numerusform>%n cards changed since they were learned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards kept</source>
            <translation>
                <numerusform>%n card kept</numerusform>
                <numerusform>%n cards kept</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Keep all %n</source>
            <translation>
                <numerusform>Keep all %n</numerusform>
                <numerusform>Keep all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ComingPanel</name>
        <message numerus="yes">
            <source>You have studied in {weeks} of the last %n weeks.</source>
            <translation>
                <numerusform>You have studied in {weeks} of the last week.</numerusform>
                <numerusform>You have studied in {weeks} of the last %n weeks.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CompactPanel</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n exams</source>
            <translation>
                <numerusform>%n exam</numerusform>
                <numerusform>%n exams</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n former texts of cards</source>
            <translation>
                <numerusform>%n former text of cards</numerusform>
                <numerusform>%n former texts of cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConfidentPanel</name>
        <message numerus="yes">
            <source>Study these %n</source>
            <translation>
                <numerusform>Study this one</numerusform>
                <numerusform>Study these %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConflictsPanel</name>
        <message numerus="yes">
            <source>%n cards were changed on both sides</source>
            <translation>
                <numerusform>%n card was changed on both sides</numerusform>
                <numerusform>%n cards were changed on both sides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Consequences</name>
        <message numerus="yes">
            <source>%n cards are new to you</source>
            <translation>
                <numerusform>%n card is new to you</numerusform>
                <numerusform>%n cards are new to you</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reviews a day</source>
            <translation>
                <numerusform>%n review a day</numerusform>
                <numerusform>%n reviews a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Above this a backlog begins. Lately you answered about %n a day.</source>
            <translation>
                <numerusform>Above this a backlog begins. Lately you answered about %n a day.</numerusform>
                <numerusform>Above this a backlog begins. Lately you answered about %n a day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>And with an interval under 21 days. %n cards are leeches now.</source>
            <translation>
                <numerusform>And with an interval under 21 days. %n card is a leech now.</numerusform>
                <numerusform>And with an interval under 21 days. %n cards are leeches now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CustomStudyPlace</name>
        <message numerus="yes">
            <source>%n cards found</source>
            <translation>
                <numerusform>%n card found</numerusform>
                <numerusform>%n cards found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Study %n cards</source>
            <translation>
                <numerusform>Study %n card</numerusform>
                <numerusform>Study %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DamageSheet</name>
        <message numerus="yes">
            <source>That copy holds %n answers.</source>
            <translation>
                <numerusform>That copy holds %n answer.</numerusform>
                <numerusform>That copy holds %n answers.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeckActions</name>
        <message numerus="yes">
            <source>%n cards could not be changed</source>
            <translation>
                <numerusform>%n card could not be changed</numerusform>
                <numerusform>%n cards could not be changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards deleted</source>
            <translation>
                <numerusform>%n card deleted</numerusform>
                <numerusform>%n cards deleted</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards got an id</source>
            <translation>
                <numerusform>%n card got an id</numerusform>
                <numerusform>%n cards got an id</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tags for %n cards</source>
            <translation>
                <numerusform>Tags for %n card</numerusform>
                <numerusform>Tags for %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tags off %n cards</source>
            <translation>
                <numerusform>Tags off %n card</numerusform>
                <numerusform>Tags off %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DeckModel</name>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n due</numerusform>
                <numerusform>%n due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n learning</source>
            <translation>
                <numerusform>%n learning</numerusform>
                <numerusform>%n learning</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problems</source>
            <translation>
                <numerusform>%n problem</numerusform>
                <numerusform>%n problems</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DecksPanel</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DiffView</name>
        <message numerus="yes">
            <source>%n letters differ</source>
            <translation>
                <numerusform>%n letter differs</numerusform>
                <numerusform>%n letters differ</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Doings</name>
        <message numerus="yes">
            <source>%n cards brought back</source>
            <translation>
                <numerusform>%n card brought back</numerusform>
                <numerusform>%n cards brought back</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards flagged</source>
            <translation>
                <numerusform>%n card flagged</numerusform>
                <numerusform>%n cards flagged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards have another due day</source>
            <translation>
                <numerusform>%n card has another due day</numerusform>
                <numerusform>%n cards have another due day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards may come today</source>
            <translation>
                <numerusform>%n card may come today</numerusform>
                <numerusform>%n cards may come today</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards put off to tomorrow</source>
            <translation>
                <numerusform>%n card put off to tomorrow</numerusform>
                <numerusform>%n cards put off to tomorrow</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards start again as new</source>
            <translation>
                <numerusform>%n card starts again as new</numerusform>
                <numerusform>%n cards start again as new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards suspended</source>
            <translation>
                <numerusform>%n card suspended</numerusform>
                <numerusform>%n cards suspended</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n flags removed</source>
            <translation>
                <numerusform>%n flag removed</numerusform>
                <numerusform>%n flags removed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DonePanel</name>
        <message numerus="yes">
            <source>%n answers were taken over.</source>
            <translation>
                <numerusform>%n answer was taken over.</numerusform>
                <numerusform>%n answers were taken over.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards were imported.</source>
            <translation>
                <numerusform>%n card was imported.</numerusform>
                <numerusform>%n cards were imported.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards were updated.</source>
            <translation>
                <numerusform>%n card was updated.</numerusform>
                <numerusform>%n cards were updated.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n left out</numerusform>
                <numerusform>%n left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n updated</source>
            <translation>
                <numerusform>%n updated</numerusform>
                <numerusform>%n updated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>from %n files</source>
            <translation>
                <numerusform>from %n file</numerusform>
                <numerusform>from %n files</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n decks</source>
            <translation>
                <numerusform>in %n deck</numerusform>
                <numerusform>in %n decks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DueDaysPlace</name>
        <message numerus="yes">
            <source>%n cards have another due day.</source>
            <translation>
                <numerusform>%n card has another due day.</numerusform>
                <numerusform>%n cards have another due day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards have their former due day again.</source>
            <translation>
                <numerusform>%n card has its former due day again.</numerusform>
                <numerusform>%n cards have their former due day again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>On {day}, %n cards got another due day.</source>
            <translation>
                <numerusform>On {day}, %n card got another due day.</numerusform>
                <numerusform>On {day}, %n cards got another due day.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DueTask</name>
        <message numerus="yes">
            <source>%n cards were never studied and stay new.</source>
            <translation>
                <numerusform>%n card was never studied and stays new.</numerusform>
                <numerusform>%n cards were never studied and stay new.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Set %n cards</source>
            <translation>
                <numerusform>Set %n card</numerusform>
                <numerusform>Set %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExamDesk</name>
        <message numerus="yes">
            <source>%n are flagged.</source>
            <translation>
                <numerusform>%n is flagged.</numerusform>
                <numerusform>%n are flagged.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more minutes</source>
            <translation>
                <numerusform>%n more minute</numerusform>
                <numerusform>%n more minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n questions are blank.</source>
            <translation>
                <numerusform>%n question is blank.</numerusform>
                <numerusform>%n questions are blank.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExamHead</name>
        <message numerus="yes">
            <source>{number} of %n answered</source>
            <translation>
                <numerusform>{number} of %n answered</numerusform>
                <numerusform>{number} of %n answered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExamResultPlace</name>
        <message numerus="yes">
            <source>%n are new and come as new cards do.</source>
            <translation>
                <numerusform>%n is new and comes as new cards do.</numerusform>
                <numerusform>%n are new and come as new cards do.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards come back tomorrow.</source>
            <translation>
                <numerusform>%n card comes back tomorrow.</numerusform>
                <numerusform>%n cards come back tomorrow.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n come sooner anyway.</source>
            <translation>
                <numerusform>%n comes sooner anyway.</numerusform>
                <numerusform>%n come sooner anyway.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Review the %n missed</source>
            <translation>
                <numerusform>Review the %n missed</numerusform>
                <numerusform>Review the %n missed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message numerus="yes">
            <source>Saved: %n records.</source>
            <translation>
                <numerusform>Saved: %n record.</numerusform>
                <numerusform>Saved: %n records.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportPlace</name>
        <message numerus="yes">
            <source>%n decks</source>
            <translation>
                <numerusform>%n deck</numerusform>
                <numerusform>%n decks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Export %n cards</source>
            <translation>
                <numerusform>Export %n card</numerusform>
                <numerusform>Export %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only the %n cards that were selected</source>
            <translation>
                <numerusform>Only the %n card that was selected</numerusform>
                <numerusform>Only the %n cards that were selected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only the %n cards that “{query}” finds</source>
            <translation>
                <numerusform>Only the %n card that “{query}” finds</numerusform>
                <numerusform>Only the %n cards that “{query}” finds</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message numerus="yes">
            <source>%n pages sent to the printer</source>
            <translation>
                <numerusform>%n page sent to the printer</numerusform>
                <numerusform>%n pages sent to the printer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilePanel</name>
        <message numerus="yes">
            <source>%n decks of its own</source>
            <translation>
                <numerusform>%n deck of its own</numerusform>
                <numerusform>%n decks of its own</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FitWords</name>
        <message numerus="yes">
            <source>So far there are %n.</source>
            <translation>
                <numerusform>So far there is %n.</numerusform>
                <numerusform>So far there are %n.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>over %n reviews</source>
            <translation>
                <numerusform>over %n review</numerusform>
                <numerusform>over %n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>over %n reviews that the fit never saw</source>
            <translation>
                <numerusform>over %n review that the fit never saw</numerusform>
                <numerusform>over %n reviews that the fit never saw</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FolderRow</name>
        <message numerus="yes">
            <source>%n decks</source>
            <translation>
                <numerusform>%n deck</numerusform>
                <numerusform>%n decks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GonePanel</name>
        <message numerus="yes">
            <source>%n cards were written.</source>
            <translation>
                <numerusform>%n card was written.</numerusform>
                <numerusform>%n cards were written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n files in {place}</source>
            <translation>
                <numerusform>%n file in {place}</numerusform>
                <numerusform>%n files in {place}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupItem</name>
        <message numerus="yes">
            <source>%n settings found</source>
            <translation>
                <numerusform>%n setting found</numerusform>
                <numerusform>%n settings found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message numerus="yes">
            <source>%n cards left your files and similar ones appeared. </source>
            <translation>
                <numerusform>%n card left your files and a similar one appeared. </numerusform>
                <numerusform>%n cards left your files and similar ones appeared. </numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Link %n above 80 %</source>
            <translation>
                <numerusform>Link %n above 80 %</numerusform>
                <numerusform>Link %n above 80 %</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{done} of %n answered</source>
            <translation>
                <numerusform>{done} of %n answered</numerusform>
                <numerusform>{done} of %n answered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeatMap</name>
        <message numerus="yes">
            <source>%n+ cards a day</source>
            <translation>
                <numerusform>%n+ cards a day</numerusform>
                <numerusform>%n+ cards a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cards studied on each day of the last %n weeks</source>
            <translation>
                <numerusform>Cards studied on each day of the last %n week</numerusform>
                <numerusform>Cards studied on each day of the last %n weeks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{date}: %n cards</source>
            <translation>
                <numerusform>{date}: %n card</numerusform>
                <numerusform>{date}: %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HeatYear</name>
        <message numerus="yes">
            <source>%n in all</source>
            <translation>
                <numerusform>%n in all</numerusform>
                <numerusform>%n in all</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the last month</source>
            <translation>
                <numerusform>%n in the last month</numerusform>
                <numerusform>%n in the last month</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the last year</source>
            <translation>
                <numerusform>%n in the last year</numerusform>
                <numerusform>%n in the last year</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reviews</source>
            <translation>
                <numerusform>%n review</numerusform>
                <numerusform>%n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Busiest: {day}, %n reviews</source>
            <translation>
                <numerusform>Busiest: {day}, %n review</numerusform>
                <numerusform>Busiest: {day}, %n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>on %n days</source>
            <translation>
                <numerusform>on %n day</numerusform>
                <numerusform>on %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{date}: %n reviews, {time}</source>
            <translation>
                <numerusform>{date}: %n review, {time}</numerusform>
                <numerusform>{date}: %n reviews, {time}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryWords</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hints</source>
            <translation>
                <numerusform>%n hint</numerusform>
                <numerusform>%n hints</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tries</source>
            <translation>
                <numerusform>%n try</numerusform>
                <numerusform>%n tries</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HomeScreen</name>
        <message numerus="yes">
            <source>%n cards found</source>
            <translation>
                <numerusform>%n card found</numerusform>
                <numerusform>%n cards found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Reading the decks: {done} of %n</source>
            <translation>
                <numerusform>Reading the decks: {done} of %n</numerusform>
                <numerusform>Reading the decks: {done} of %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Hours</name>
        <message numerus="yes">
            <source>{span}: %n reviews</source>
            <translation>
                <numerusform>{span}: %n review</numerusform>
                <numerusform>{span}: %n reviews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportBody</name>
        <message numerus="yes">
            <source>Take over %n answers as well</source>
            <translation>
                <numerusform>Take over %n answer as well</numerusform>
                <numerusform>Take over %n answers as well</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportWords</name>
        <message numerus="yes">
            <source>%n files were changed since and stay</source>
            <translation>
                <numerusform>%n file was changed since and stays</numerusform>
                <numerusform>%n files were changed since and stay</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n items</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n notes</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n questions</source>
            <translation>
                <numerusform>%n question</numerusform>
                <numerusform>%n questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n read</source>
            <translation>
                <numerusform>%n read</numerusform>
                <numerusform>%n read</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n answers</source>
            <translation>
                <numerusform>Import %n answer</numerusform>
                <numerusform>Import %n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n cards</source>
            <translation>
                <numerusform>Import %n card</numerusform>
                <numerusform>Import %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ItemModel</name>
        <message numerus="yes">
            <source>disputed %n times</source>
            <translation>
                <numerusform>disputed %n time</numerusform>
                <numerusform>disputed %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{share} % in %n sittings</source>
            <translation>
                <numerusform>{share} % in %n sitting</numerusform>
                <numerusform>{share} % in %n sittings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeyListPanel</name>
        <message numerus="yes">
            <source>%n keys mean two things: show them</source>
            <translation>
                <numerusform>%n key means two things: show both</numerusform>
                <numerusform>%n keys mean two things: show them</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeyTask</name>
        <message numerus="yes">
            <source>%n cards changed</source>
            <translation>
                <numerusform>%n card changed</numerusform>
                <numerusform>%n cards changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Set it in %n cards</source>
            <translation>
                <numerusform>Set it in %n card</numerusform>
                <numerusform>Set it in %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Set source or status of %n cards</source>
            <translation>
                <numerusform>Set source or status of %n card</numerusform>
                <numerusform>Set source or status of %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take it from %n cards</source>
            <translation>
                <numerusform>Take it from %n card</numerusform>
                <numerusform>Take it from %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeechLine</name>
        <message numerus="yes">
            <source>%n cards were forgotten so often that they are flagged now.</source>
            <translation>
                <numerusform>%n card was forgotten so often that it is flagged now.</numerusform>
                <numerusform>%n cards were forgotten so often that they are flagged now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards were forgotten so often that they are put aside now.</source>
            <translation>
                <numerusform>%n card was forgotten so often that it is put aside now.</numerusform>
                <numerusform>%n cards were forgotten so often that they are put aside now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeftOutPanel</name>
        <message numerus="yes">
            <source>%n cards are left out</source>
            <translation>
                <numerusform>%n card is left out</numerusform>
                <numerusform>%n cards are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards not met yet are left out</source>
            <translation>
                <numerusform>%n card not met yet is left out</numerusform>
                <numerusform>%n cards not met yet are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards out of date are left out</source>
            <translation>
                <numerusform>%n card out of date is left out</numerusform>
                <numerusform>%n cards out of date are left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n open questions are left out</source>
            <translation>
                <numerusform>%n open question is left out</numerusform>
                <numerusform>%n open questions are left out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message numerus="yes">
            <source>%n cards are no longer in the source and stay</source>
            <translation>
                <numerusform>%n card is no longer in the source and stays</numerusform>
                <numerusform>%n cards are no longer in the source and stay</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards that you took out stay out</source>
            <translation>
                <numerusform>%n card that you took out stays out</numerusform>
                <numerusform>%n cards that you took out stay out</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message numerus="yes">
            <source>%n groups of look-alikes</source>
            <translation>
                <numerusform>%n group of look-alikes</numerusform>
                <numerusform>%n groups of look-alikes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LoadChart</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n cards a day</source>
            <translation>
                <numerusform>At most %n card a day</numerusform>
                <numerusform>At most %n cards a day</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>before: %n</source>
            <translation>
                <numerusform>before: %n</numerusform>
                <numerusform>before: %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LostPanel</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards have no counterpart there</source>
            <translation>
                <numerusform>%n card has no counterpart there</numerusform>
                <numerusform>%n cards have no counterpart there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n things have no place there</source>
            <translation>
                <numerusform>%n thing has no place there</numerusform>
                <numerusform>%n things have no place there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MemoryPanel</name>
        <message numerus="yes">
            <source>%n times</source>
            <translation>
                <numerusform>%n time</numerusform>
                <numerusform>%n times</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedPanel</name>
        <message numerus="yes">
            <source>%n missed cards are no longer in their decks.</source>
            <translation>
                <numerusform>%n missed card is no longer in its deck.</numerusform>
                <numerusform>%n missed cards are no longer in their decks.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show all %n</source>
            <translation>
                <numerusform>Show all %n</numerusform>
                <numerusform>Show all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{shown} of %n</source>
            <translation>
                <numerusform>{shown} of %n</numerusform>
                <numerusform>{shown} of %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissingPlace</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards forgotten.</source>
            <translation>
                <numerusform>%n card forgotten.</numerusform>
                <numerusform>%n cards forgotten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MoveTask</name>
        <message numerus="yes">
            <source>%n cards moved</source>
            <translation>
                <numerusform>%n card moved</numerusform>
                <numerusform>%n cards moved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n cards</source>
            <translation>
                <numerusform>Move %n card</numerusform>
                <numerusform>Move %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NothingPanel</name>
        <message numerus="yes">
            <source>Without “{part}”: %n cards</source>
            <translation>
                <numerusform>Without “{part}”: %n card</numerusform>
                <numerusform>Without “{part}”: %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NowCard</name>
        <message numerus="yes">
            <source>%n cards are due</source>
            <translation>
                <numerusform>%n card is due</numerusform>
                <numerusform>%n cards are due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more new cards</source>
            <translation>
                <numerusform>%n more new card</numerusform>
                <numerusform>%n more new cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new cards are mixed in.</source>
            <translation>
                <numerusform>%n new card is mixed in.</numerusform>
                <numerusform>%n new cards are mixed in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new cards to start with</source>
            <translation>
                <numerusform>%n new card to start with</numerusform>
                <numerusform>%n new cards to start with</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new cards wait for another day.</source>
            <translation>
                <numerusform>%n new card waits for another day.</numerusform>
                <numerusform>%n new cards wait for another day.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n minutes.</source>
            <translation>
                <numerusform>About %n minute.</numerusform>
                <numerusform>About %n minutes.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Study %n due</source>
            <translation>
                <numerusform>Study %n due</numerusform>
                <numerusform>Study %n due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Study %n new</source>
            <translation>
                <numerusform>Study %n new</numerusform>
                <numerusform>Study %n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The next %n cards come {when}.</source>
            <translation>
                <numerusform>The next card comes {when}.</numerusform>
                <numerusform>The next %n cards come {when}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>You have studied in {weeks} of the last %n weeks.</source>
            <translation>
                <numerusform>You have studied in {weeks} of the last week.</numerusform>
                <numerusform>You have studied in {weeks} of the last %n weeks.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>OnPaperPlace</name>
        <message numerus="yes">
            <source>%n pages sent to the printer</source>
            <translation>
                <numerusform>%n page sent to the printer</numerusform>
                <numerusform>%n pages sent to the printer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n questions</source>
            <translation>
                <numerusform>%n question</numerusform>
                <numerusform>%n questions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PairPanel</name>
        <message numerus="yes">
            <source>The new card has %n reviews; both histories count</source>
            <translation>
                <numerusform>The new card has %n review; both histories count</numerusform>
                <numerusform>The new card has %n reviews; both histories count</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PairsDesk</name>
        <message numerus="yes">
            <source>{placed} of %n pairs found</source>
            <translation>
                <numerusform>{placed} of %n pair found</numerusform>
                <numerusform>{placed} of %n pairs found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{right} of %n right at the first try</source>
            <translation>
                <numerusform>{right} of %n right at the first try</numerusform>
                <numerusform>{right} of %n right at the first try</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PastModel</name>
        <message numerus="yes">
            <source>{share} % of %n questions · {day}</source>
            <translation>
                <numerusform>{share} % of %n question · {day}</numerusform>
                <numerusform>{share} % of %n questions · {day}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PerAnswer</name>
        <message numerus="yes">
            <source>{span}: {seconds} s an answer, %n reviews</source>
            <translation>
                <numerusform>{span}: {seconds} s an answer, %n review</numerusform>
                <numerusform>{span}: {seconds} s an answer, %n reviews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinTask</name>
        <message numerus="yes">
            <source>%n ids pinned</source>
            <translation>
                <numerusform>%n id pinned</numerusform>
                <numerusform>%n ids pinned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Pin %n ids</source>
            <translation>
                <numerusform>Pin %n id</numerusform>
                <numerusform>Pin %n ids</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanWords</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Writes %n files: {list}</source>
            <translation>
                <numerusform>Writes %n file: {list}</numerusform>
                <numerusform>Writes %n files: {list}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{file} (%n cards)</source>
            <translation>
                <numerusform>{file} (%n card)</numerusform>
                <numerusform>{file} (%n cards)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreferencesPlace</name>
        <message numerus="yes">
            <source>%n settings hold for all decks alike and are not shown here.</source>
            <translation>
                <numerusform>%n setting holds for all decks alike and is not shown here.</numerusform>
                <numerusform>%n settings hold for all decks alike and are not shown here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n settings match</source>
            <translation>
                <numerusform>%n setting matches</numerusform>
                <numerusform>%n settings match</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemList</name>
        <message numerus="yes">
            <source>%n more, F8 goes to the next one</source>
            <translation>
                <numerusform>%n more, F8 goes to the next one</numerusform>
                <numerusform>%n more, F8 goes to the next one</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problems cured</source>
            <translation>
                <numerusform>%n problem cured</numerusform>
                <numerusform>%n problems cured</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n problems in this deck</source>
            <translation>
                <numerusform>%n problem in this deck</numerusform>
                <numerusform>%n problems in this deck</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemRow</name>
        <message numerus="yes">
            <source>Do this for all %n</source>
            <translation>
                <numerusform>Do this for all %n</numerusform>
                <numerusform>Do this for all %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ProblemsDialog</name>
        <message numerus="yes">
            <source>%n problems to mend</source>
            <translation>
                <numerusform>%n problem to mend</numerusform>
                <numerusform>%n problems to mend</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PurgeBar</name>
        <message numerus="yes">
            <source>%n cards chosen</source>
            <translation>
                <numerusform>%n card chosen</numerusform>
                <numerusform>%n cards chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reviews</source>
            <translation>
                <numerusform>%n review</numerusform>
                <numerusform>%n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Back up and forget %n cards</source>
            <translation>
                <numerusform>Back up and forget %n card</numerusform>
                <numerusform>Back up and forget %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionsPanel</name>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RapidDesk</name>
        <message numerus="yes">
            <source>{right} of %n right</source>
            <translation>
                <numerusform>{right} of %n right</numerusform>
                <numerusform>{right} of %n right</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecallCurve</name>
        <message numerus="yes">
            <source>%n answers from {first}</source>
            <translation>
                <numerusform>%n answer from {first}</numerusform>
                <numerusform>%n answers from {first}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RegionCanvas</name>
        <message numerus="yes">
            <source>Picture with %n regions</source>
            <translation>
                <numerusform>Picture with %n region</numerusform>
                <numerusform>Picture with %n regions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReliabilityPlot</name>
        <message numerus="yes">
            <source>{stated} % sure: {earned} % right of %n answers, likely {low} to {high} %</source>
            <translation>
                <numerusform>{stated} % sure: {earned} % right of %n answer, likely {low} to {high} %</numerusform>
                <numerusform>{stated} % sure: {earned} % right of %n answers, likely {low} to {high} %</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RenamesPlace</name>
        <message numerus="yes">
            <source>%n cards linked.</source>
            <translation>
                <numerusform>%n card linked.</numerusform>
                <numerusform>%n cards linked.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left.</source>
            <translation>
                <numerusform>%n left.</numerusform>
                <numerusform>%n left.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplaceTask</name>
        <message numerus="yes">
            <source>Find and replace in %n cards</source>
            <translation>
                <numerusform>Find and replace in %n card</numerusform>
                <numerusform>Find and replace in %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replace in %n cards</source>
            <translation>
                <numerusform>Replace in %n card</numerusform>
                <numerusform>Replace in %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Replaced in %n cards</source>
            <translation>
                <numerusform>Replaced in %n card</numerusform>
                <numerusform>Replaced in %n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{cards} of %n files</source>
            <translation>
                <numerusform>{cards} of %n file</numerusform>
                <numerusform>{cards} of %n files</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportPanel</name>
        <message numerus="yes">
            <source>%n answers ready</source>
            <translation>
                <numerusform>%n answer ready</numerusform>
                <numerusform>%n answers ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n as they were</source>
            <translation>
                <numerusform>%n a they was</numerusform>
                <numerusform>%n as they were</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards ready</source>
            <translation>
                <numerusform>%n card ready</numerusform>
                <numerusform>%n cards ready</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed on both sides</source>
            <translation>
                <numerusform>%n changed on both side</numerusform>
                <numerusform>%n changed on both sides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%n left out</numerusform>
                <numerusform>%n left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n lines left out</source>
            <translation>
                <numerusform>%n line left out</numerusform>
                <numerusform>%n lines left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pictures and sounds</source>
            <translation>
                <numerusform>%n picture or sound</numerusform>
                <numerusform>%n pictures and sounds</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%n row</numerusform>
                <numerusform>%n rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n tags</source>
            <translation>
                <numerusform>%n tag</numerusform>
                <numerusform>%n tags</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n updated</source>
            <translation>
                <numerusform>%n updated</numerusform>
                <numerusform>%n updated</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Split %n lines at {sign}</source>
            <translation>
                <numerusform>Split %n line at {sign}</numerusform>
                <numerusform>Split %n lines at {sign}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultPanel</name>
        <message numerus="yes">
            <source>%n almost</source>
            <translation>
                <numerusform>%n almost</numerusform>
                <numerusform>%n almost</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards in {time}.</source>
            <translation>
                <numerusform>%n card in {time}.</numerusform>
                <numerusform>%n cards in {time}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards were forgotten so often that they are flagged now.</source>
            <translation>
                <numerusform>%n card was forgotten so often that it is flagged now.</numerusform>
                <numerusform>%n cards were forgotten so often that they are flagged now.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards you rated yourself; they are not in the bar.</source>
            <translation>
                <numerusform>%n card you rated yourself; it is not in the bar.</numerusform>
                <numerusform>%n cards you rated yourself; they are not in the bar.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n missed</source>
            <translation>
                <numerusform>%n missed</numerusform>
                <numerusform>%n missed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were right at the first try</source>
            <translation>
                <numerusform>%n was right at the first try</numerusform>
                <numerusform>%n were right at the first try</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Retention</name>
        <message numerus="yes">
            <source>{recalled} of %n recalled</source>
            <translation>
                <numerusform>{recalled} of %n recalled</numerusform>
                <numerusform>{recalled} of %n recalled</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoundResult</name>
        <message numerus="yes">
            <source>Study these %n</source>
            <translation>
                <numerusform>Study this one</numerusform>
                <numerusform>Study these %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{right} of %n right at the first try</source>
            <translation>
                <numerusform>{right} of %n right at the first try</numerusform>
                <numerusform>{right} of %n right at the first try</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RoundStart</name>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%n minute</numerusform>
                <numerusform>%n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SavedModel</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScopeBar</name>
        <message numerus="yes">
            <source>%n decks have settings of their own</source>
            <translation>
                <numerusform>%n deck has settings of its own</numerusform>
                <numerusform>%n decks have settings of their own</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n set here, the rest as for all decks</source>
            <translation>
                <numerusform>%n set here, the rest as for all decks</numerusform>
                <numerusform>%n set here, the rest as for all decks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScorePanel</name>
        <message numerus="yes">
            <source>%n questions right</source>
            <translation>
                <numerusform>%n question right</numerusform>
                <numerusform>%n questions right</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>With %n questions, your true share is likely between {low} and {high} % (95 % range).</source>
            <translation>
                <numerusform>With %n question, your true share is likely between {low} and {high} % (95 % range).</numerusform>
                <numerusform>With %n questions, your true share is likely between {low} and {high} % (95 % range).</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SelectionPanel</name>
        <message numerus="yes">
            <source>%n decks</source>
            <translation>
                <numerusform>%n deck</numerusform>
                <numerusform>%n decks</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n due</source>
            <translation>
                <numerusform>%n due</numerusform>
                <numerusform>%n due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>asked %n times so far</source>
            <translation>
                <numerusform>asked %n time so far</numerusform>
                <numerusform>asked %n times so far</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of the first %n</source>
            <translation>
                <numerusform>of the first %n</numerusform>
                <numerusform>of the first %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>stability %n days</source>
            <translation>
                <numerusform>stability %n day</numerusform>
                <numerusform>stability %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SettingRow</name>
        <message numerus="yes">
            <source>%n decks set their own:</source>
            <translation>
                <numerusform>%n deck sets its own:</numerusform>
                <numerusform>%n decks set their own:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n folders set their own:</source>
            <translation>
                <numerusform>%n folder sets its own:</numerusform>
                <numerusform>%n folders set their own:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShiftPanel</name>
        <message numerus="yes">
            <source>%n cards come earlier.</source>
            <translation>
                <numerusform>%n card comes earlier.</numerusform>
                <numerusform>%n cards come earlier.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards come later.</source>
            <translation>
                <numerusform>%n card comes later.</numerusform>
                <numerusform>%n cards come later.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SortBoard</name>
        <message numerus="yes">
            <source>%n items</source>
            <translation>
                <numerusform>%n item</numerusform>
                <numerusform>%n items</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Spent</name>
        <message numerus="yes">
            <source>{span}: {time}, %n reviews</source>
            <translation>
                <numerusform>{span}: {time}, %n review</numerusform>
                <numerusform>{span}: {time}, %n reviews</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Stability</name>
        <message numerus="yes">
            <source>%n cards by stability</source>
            <translation>
                <numerusform>%n card by stability</numerusform>
                <numerusform>%n cards by stability</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{range}: %n cards</source>
            <translation>
                <numerusform>{range}: %n card</numerusform>
                <numerusform>{range}: %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StakeWords</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days late</source>
            <translation>
                <numerusform>%n day late</numerusform>
                <numerusform>%n days late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n reviews</source>
            <translation>
                <numerusform>%n review</numerusform>
                <numerusform>%n reviews</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>due in %n days</source>
            <translation>
                <numerusform>due in %n day</numerusform>
                <numerusform>due in %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>stability %n days</source>
            <translation>
                <numerusform>stability %n day</numerusform>
                <numerusform>stability %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Stakes</name>
        <message numerus="yes">
            <source>Your %n reviews stay with this card (id {id}).</source>
            <translation>
                <numerusform>Your %n review stays with this card (id {id}).</numerusform>
                <numerusform>Your %n reviews stay with this card (id {id}).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Your %n reviews stay with this card.</source>
            <translation>
                <numerusform>Your %n review stays with this card.</numerusform>
                <numerusform>Your %n reviews stay with this card.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message numerus="yes">
            <source>%n questions</source>
            <translation>
                <numerusform>%n question</numerusform>
                <numerusform>%n questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>About %n minutes</source>
            <translation>
                <numerusform>About %n minute</numerusform>
                <numerusform>About %n minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>At most %n minutes</source>
            <translation>
                <numerusform>At most %n minute</numerusform>
                <numerusform>At most %n minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>States</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{words}; intervals from %n days</source>
            <translation>
                <numerusform>{words}; intervals from %n day</numerusform>
                <numerusform>{words}; intervals from %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StudyWords</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Seen %n times</source>
            <translation>
                <numerusform>Seen %n time</numerusform>
                <numerusform>Seen %n times</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>· Forgotten %n times. Other words ({key}) may help more.</source>
            <translation>
                <numerusform>· Forgotten %n time. Other words ({key}) may help more.</numerusform>
                <numerusform>· Forgotten %n times. Other words ({key}) may help more.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryScreen</name>
        <message numerus="yes">
            <source>Repeat the %n missed</source>
            <translation>
                <numerusform>Repeat the %n missed</numerusform>
                <numerusform>Repeat the %n missed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Study %n new</source>
            <translation>
                <numerusform>Study %n new</numerusform>
                <numerusform>Study %n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Syncing</name>
        <message numerus="yes">
            <source>%n answers from your other machines are here now.</source>
            <translation>
                <numerusform>%n answer from your other machines is here now.</numerusform>
                <numerusform>%n answers from your other machines are here now.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TagTask</name>
        <message numerus="yes">
            <source>%n cards tagged</source>
            <translation>
                <numerusform>%n card tagged</numerusform>
                <numerusform>%n cards tagged</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tag %n cards</source>
            <translation>
                <numerusform>Tag %n card</numerusform>
                <numerusform>Tag %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TagsEditor</name>
        <message numerus="yes">
            <source>%n from the deck are added</source>
            <translation>
                <numerusform>%n from the deck is added</numerusform>
                <numerusform>%n from the deck are added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Times</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TitleRow</name>
        <message numerus="yes">
            <source>%n errors</source>
            <translation>
                <numerusform>%n error</numerusform>
                <numerusform>%n errors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warnings</source>
            <translation>
                <numerusform>%n warning</numerusform>
                <numerusform>%n warnings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Today</name>
        <message numerus="yes">
            <source>%n weeks</source>
            <translation>
                <numerusform>%n week</numerusform>
                <numerusform>%n weeks</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message numerus="yes">
            <source>%n cards are in no deck any more</source>
            <translation>
                <numerusform>%n card is in no deck any more</numerusform>
                <numerusform>%n cards are in no deck any more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards may have been renamed</source>
            <translation>
                <numerusform>%n card may have been renamed</numerusform>
                <numerusform>%n cards may have been renamed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more cards wait: spread them</source>
            <translation>
                <numerusform>%n more card waits: spread it</numerusform>
                <numerusform>%n more cards wait: spread them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Only the %n most useful today</source>
            <translation>
                <numerusform>Only the %n most useful today</numerusform>
                <numerusform>Only the %n most useful today</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Transfers</name>
        <message numerus="yes">
            <source>%n cards moved to {file}</source>
            <translation>
                <numerusform>%n card moved to {file}</numerusform>
                <numerusform>%n cards moved to {file}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n cards to</source>
            <translation>
                <numerusform>Move %n card to</numerusform>
                <numerusform>Move %n cards to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Title of the new deck for %n cards</source>
            <translation>
                <numerusform>Title of the new deck for %n card</numerusform>
                <numerusform>Title of the new deck for %n cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>UnfinishedPanel</name>
        <message numerus="yes">
            <source>%n minutes left</source>
            <translation>
                <numerusform>%n minute left</numerusform>
                <numerusform>%n minutes left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{number} of %n questions answered</source>
            <translation>
                <numerusform>{number} of %n question answered</numerusform>
                <numerusform>{number} of %n questions answered</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Apology</name>
        <message numerus="yes">
            <source>The other %n cards are fine and can be studied.</source>
            <translation>
                <numerusform>The other card is fine and can be studied.</numerusform>
                <numerusform>The other %n cards are fine and can be studied.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Calm</name>
        <message numerus="yes">
            <source>%n in other cards</source>
            <translation>
                <numerusform>%n in another card</numerusform>
                <numerusform>%n in other cards</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_PastRow</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n updated</source>
            <translation>
                <numerusform>%n updated</numerusform>
                <numerusform>%n updated</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Words</name>
        <message numerus="yes">
            <source>%n cards</source>
            <translation>
                <numerusform>%n card</numerusform>
                <numerusform>%n cards</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cards due</source>
            <translation>
                <numerusform>%n card due</numerusform>
                <numerusform>%n cards due</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Due, next %n days</source>
            <translation>
                <numerusform>Due, next %n day</numerusform>
                <numerusform>Due, next %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in the next %n days</source>
            <translation>
                <numerusform>in the next %n day</numerusform>
                <numerusform>in the next %n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{date}: %n cards due</source>
            <translation>
                <numerusform>{date}: %n card due</numerusform>
                <numerusform>{date}: %n cards due</numerusform>
            </translation>
        </message>
    </context>
</TS>
