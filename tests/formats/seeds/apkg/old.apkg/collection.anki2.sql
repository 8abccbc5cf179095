CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer, dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer, tags text, flds text, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer, usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer, lapses integer, left integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer, lastIvl integer, factor integer, time integer, type integer);
CREATE TABLE graves (usn integer, oid integer, type integer);
INSERT INTO col VALUES (1, 1711000000, 0, 0, 11, 0, 0, 0, '{"schedVer": 1}',
'{"11": {"name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}, {"name": "Card 2", "ord": 1, "qfmt": "{{Back}}", "afmt": "{{Front}}"}]}, "12": {"name": "Cloze", "type": 1, "flds": [{"name": "Text", "ord": 0}, {"name": "Extra", "ord": 1}], "tmpls": [{"name": "Cloze", "ord": 0, "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Extra}}"}]}, "13": {"name": "Typed", "type": 0, "flds": [{"name": "Front", "ord": 0}, {"name": "Back", "ord": 1}], "tmpls": [{"name": "Card 1", "ord": 0, "qfmt": "{{Front}}{{type:Back}}", "afmt": "{{Back}}"}]}}',
'{"1": {"name": "Default"}, "2": {"name": "Sea::Tides"}}', '{}', '{}');
INSERT INTO notes VALUES (101, 'g1', 11, 0, 0, ' sea moon ', 'What <b>pulls</b>? <img src="moon.svg">' || char(31) || 'The moon', 0, 0, 0, '');
INSERT INTO notes VALUES (102, 'g2', 12, 0, 0, '', 'The {{c1::moon::what}} pulls {{c2::the \(x^2\) water}}' || char(31) || 'extra', 0, 0, 0, '');
INSERT INTO notes VALUES (103, 'g3', 13, 0, 0, '', 'ebb' || char(31) || 'falling [sound:ebb.mp3]', 0, 0, 0, '');
INSERT INTO cards VALUES (201, 101, 2, 0, 0, 0, 2, 2, 5, 10, 2500, 3, 0, 0, 0, 0, 0, '');
INSERT INTO cards VALUES (202, 101, 2, 1, 0, 0, 0, -1, 5, 0, 0, 0, 0, 0, 0, 0, 1, '');
INSERT INTO cards VALUES (203, 102, 1, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 2, 0, '');
INSERT INTO cards VALUES (204, 103, 1, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO revlog VALUES (1711744352000, 201, 0, 3, 1, 0, 2500, 4000, 0);
INSERT INTO revlog VALUES (1711844352000, 201, 0, 2, 4, 1, 2500, 9000, 1);
