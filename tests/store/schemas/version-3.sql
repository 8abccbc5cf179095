PRAGMA application_id = 1366649210;
PRAGMA user_version = 3;
BEGIN TRANSACTION;
CREATE TABLE alias (
    old_key INTEGER PRIMARY KEY REFERENCES card,
    new_key INTEGER NOT NULL REFERENCES card
) STRICT;
INSERT INTO "alias" VALUES(2,1);
CREATE TABLE card (
    card_key INTEGER PRIMARY KEY,   -- local: never leaves this file and its cache
    card_id TEXT NOT NULL UNIQUE,
    first_seen INTEGER NOT NULL     -- UTC milliseconds
) STRICT;
INSERT INTO "card" VALUES(1,'capital-of-france',1763990000006);
INSERT INTO "card" VALUES(2,'~7d793037a0760186574b0282',1763990020008);
INSERT INTO "card" VALUES(3,'rivers#Rhône',1763990040010);
INSERT INTO "card" VALUES(4,'rivers#Loire',1763990060012);
INSERT INTO "card" VALUES(5,'~5d41402abc4b2a76b9719d91',1764163020034);
CREATE TABLE card_state (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    suspended INTEGER,              -- NULL: as the deck says
    buried_day INTEGER,             -- hidden on this study day
    flagged INTEGER NOT NULL
) STRICT;
INSERT INTO "card_state" VALUES(1,NULL,NULL,1);
INSERT INTO "card_state" VALUES(3,NULL,20424,0);
INSERT INTO "card_state" VALUES(4,1,NULL,0);
CREATE TABLE day_total (
    study_day INTEGER NOT NULL,
    mode TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    cards INTEGER NOT NULL,         -- seen for the first time that day, in any mode
    fresh INTEGER NOT NULL,         -- new cards
    due INTEGER NOT NULL,           -- other cards, once a day
    again INTEGER NOT NULL,
    visible_ms INTEGER NOT NULL,
    PRIMARY KEY (study_day, mode)
) STRICT, WITHOUT ROWID;
INSERT INTO "day_total" VALUES(20416,'study',4,3,3,0,1,67299);
INSERT INTO "day_total" VALUES(20417,'study',4,3,0,3,1,71452);
INSERT INTO "day_total" VALUES(20418,'quiz',1,1,0,0,0,5840);
INSERT INTO "day_total" VALUES(20418,'study',3,2,1,2,1,20434);
INSERT INTO "day_total" VALUES(20419,'study',4,3,0,3,0,58765);
INSERT INTO "day_total" VALUES(20420,'study',3,3,0,3,1,55430);
INSERT INTO "day_total" VALUES(20421,'study',4,3,0,3,2,65058);
INSERT INTO "day_total" VALUES(20422,'quiz',1,1,0,0,0,25329);
INSERT INTO "day_total" VALUES(20422,'study',3,3,0,3,0,69592);
INSERT INTO "day_total" VALUES(20423,'study',4,4,0,4,2,83475);
INSERT INTO "day_total" VALUES(20424,'quiz',1,1,0,0,1,2307);
INSERT INTO "day_total" VALUES(20424,'study',3,2,0,2,0,25519);
INSERT INTO "day_total" VALUES(20425,'quiz',1,1,0,0,0,4279);
INSERT INTO "day_total" VALUES(20425,'study',3,2,0,3,0,50271);
INSERT INTO "day_total" VALUES(20426,'quiz',1,1,0,0,1,2903);
INSERT INTO "day_total" VALUES(20426,'study',3,3,0,3,0,54795);
INSERT INTO "day_total" VALUES(20427,'study',4,4,0,4,0,58027);
CREATE TABLE dead (seq INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE) STRICT;
INSERT INTO "dead" VALUES(20);
CREATE TABLE event (
    seq INTEGER PRIMARY KEY,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    target TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    rollover_h INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    payload TEXT NOT NULL           -- JSON
) STRICT;
INSERT INTO "event" VALUES(1,'01KB59XQ1TWBJ0NB6A9PM6YTP7','void','01KB59X3GSVHT8RDXY1R5M4AFQ',1764336000059,60,4,'01KATZYMC2D5HP68D4C6TNWYZA','{}');
INSERT INTO "event" VALUES(2,'01KB7WCW679CXKCNMKC6BAWVFA','flag','capital-of-france',1764422480072,60,4,'01KATZYMC2D5HP68D4C6TNWYZA','{}');
INSERT INTO "event" VALUES(3,'01KBAEW1AMNYQ6Q4ME0YRS390T','suspend','rivers#Loire',1764508960085,60,4,'01KATZYMC2D5HP68D4C6TNWYZA','{}');
INSERT INTO "event" VALUES(4,'01KBD1B6F1GCXCEYSS3YMHC5AR','alias','~7d793037a0760186574b0282',1764595440098,-480,4,'01KATZYMC2D5HP68D4C6TNWYZA','{"to":"capital-of-france"}');
INSERT INTO "event" VALUES(5,'01KBFKTBKE3XXZNGHS6J0GQDV0','bury','rivers#Rhône',1764681920111,-480,4,'01KATZYMC2D5HP68D4C6TNWYZA','{}');
INSERT INTO "event" VALUES(6,'01KBJ69GQVYPTAT6SH1T59J6W9','exclude','capital-of-france',1764768400124,-480,4,'01KATZYMC2D5HP68D4C6TNWYZA','{"text":"Lyon"}');
INSERT INTO "event" VALUES(7,'01KBJ69GQXD1FGG258T3NF51SJ','regrade','01KB04WYMX2EME00TRKZGTQY66',1764768400126,-480,4,'01KATZYMC2D5HP68D4C6TNWYZA','{"outcome":"correct","fraction":"1","rating":3}');
INSERT INTO "event" VALUES(8,'01KBMRRNWAD9Y8QSCAVACDSDK0','set_due','~5d41402abc4b2a76b9719d91',1764854880139,-480,4,'01KATZYMC2D5HP68D4C6TNWYZA','{"day":20456}');
CREATE TABLE fingerprint (
    note_key INTEGER PRIMARY KEY,   -- local, as card_key
    uid TEXT NOT NULL UNIQUE,       -- what card ids begin with
    deck TEXT NOT NULL,             -- its id or title
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    front TEXT NOT NULL,            -- normalised, as back
    back TEXT NOT NULL,
    parts TEXT NOT NULL,            -- JSON of its cards: [sub-key, name last seen, still there]; '': one, unnamed
    gone_ms INTEGER                 -- since when it is in no deck; NULL: it is in one
) STRICT;
INSERT INTO "fingerprint" VALUES(1,'~5d41402abc4b2a76b9719d91','Geography',0,'basic','which sea lies south of france?','the mediterranean','',NULL);
INSERT INTO "fingerprint" VALUES(2,'capital-of-france','Geography',1,'basic','what is the capital of france?','paris','',NULL);
INSERT INTO "fingerprint" VALUES(3,'rivers','Geography',2,'cloze','the … and the … are rivers','loire rhône','[["Loire","Loire",true],["Rhône","Rhône",true]]',NULL);
INSERT INTO "fingerprint" VALUES(4,'~7d793037a0760186574b0282','History',0,'basic','when fell the bastille?','1789','',1763990000003);
CREATE TABLE guess (
    new_key INTEGER NOT NULL REFERENCES fingerprint,
    old_key INTEGER NOT NULL REFERENCES fingerprint,
    score REAL NOT NULL,            -- how alike they are; above 1 if they share a back of their own
    PRIMARY KEY (new_key, old_key)
) STRICT, WITHOUT ROWID;
INSERT INTO "guess" VALUES(1,4,0.62);
CREATE TABLE memory (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    last_day INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    step INTEGER NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    last_review_id TEXT NOT NULL,
    fit_id TEXT NOT NULL
) STRICT;
INSERT INTO "memory" VALUES(1,6.81708380067960195702e+00,9.5177113028558917307e+00,20427,20432,0,0,17,2,'01KBQB77FPYBGGXYF3HQ6F1FYF','');
INSERT INTO "memory" VALUES(3,2.7847977877688006032e+01,5.13050814012233757921e+00,20427,20453,0,0,7,0,'01KBQB60DJQ6YEHQDVH1Y9GN5E','');
INSERT INTO "memory" VALUES(4,6.3721939868261960882e+00,8.6297579054908286622e+00,20427,20435,0,0,11,2,'01KBQB6KYMMEXJQ3V76S11NG4Y','');
INSERT INTO "memory" VALUES(5,1.02306446618906168313e+01,6.99162909254166,20427,20438,0,0,7,1,'01KBQB5CWGRJ0271BGHBEP5ND4','');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('device_id','01KATZYMC2D5HP68D4C6TNWYZA');
INSERT INTO "meta" VALUES('folded','3.1:48:8');
INSERT INTO "meta" VALUES('progress_id','01KATZYMC1ZMZYPF4JA2VSEMMB');
CREATE TABLE param_fit (
    fit_id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    parameters TEXT NOT NULL,       -- JSON
    n INTEGER NOT NULL,
    loss_before REAL NOT NULL,
    loss_after REAL NOT NULL,
    accepted INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE past (
    card_key INTEGER NOT NULL REFERENCES card,
    content_hash TEXT NOT NULL,
    at_ms INTEGER NOT NULL,         -- until when it read so, UTC milliseconds
    deck TEXT NOT NULL,             -- title
    front TEXT NOT NULL,
    back TEXT NOT NULL,
    PRIMARY KEY (card_key, content_hash)
) STRICT, WITHOUT ROWID;
INSERT INTO "past" VALUES(1,'abcd',1,'Geography','Capital?','Paris');
CREATE TABLE regrade (
    seq INTEGER PRIMARY KEY REFERENCES review ON DELETE CASCADE,
    outcome TEXT NOT NULL,          -- as in review, with what the learner changed
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    guess INTEGER NOT NULL
) STRICT;
INSERT INTO "regrade" VALUES(9,'{"kind":"basic","outcome":"correct","fraction":"1","because":"regraded","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',3,0);
CREATE TABLE review (
    seq INTEGER PRIMARY KEY,
    review_id TEXT NOT NULL UNIQUE,
    card_key INTEGER NOT NULL REFERENCES card,
    session_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    utc_offset_min INTEGER NOT NULL,
    rollover_h INTEGER NOT NULL,
    study_day INTEGER NOT NULL,
    mode TEXT NOT NULL,
    outcome TEXT NOT NULL,          -- JSON of Graded
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
    rule_version INTEGER NOT NULL,
    due_day INTEGER NOT NULL,
    prev_review_id TEXT NOT NULL,
    retention REAL NOT NULL,
    step_min INTEGER NOT NULL,
    fit_id TEXT NOT NULL,
    visible_ms INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    guess INTEGER NOT NULL          -- as in outcome: a generated column would keep the index from covering
) STRICT;
INSERT INTO "review" VALUES(1,'01KATZYMC7ZPWB556SFZ31024V',1,'01KATZYMC4ZP09N6MYJ9DQJBX0','01KATZYMC2D5HP68D4C6TNWYZA',1763990000006,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"suggested":3}',3,1,20421,'',0.9,10,'',18948,'311624273bfd1d33',1);
INSERT INTO "review" VALUES(2,'01KATZZ7X94QX5W0WZAAMEGS6P',2,'01KATZYMC4ZP09N6MYJ9DQJBX0','01KATZYMC2D5HP68D4C6TNWYZA',1763990020008,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',3,1,20423,'',0.9,10,'',21840,'268ecc45dc6bf1e1',0);
INSERT INTO "review" VALUES(3,'01KATZZVEBB2E1YY240SJM404D',3,'01KATZYMC4ZP09N6MYJ9DQJBX0','01KATZYMC2D5HP68D4C6TNWYZA',1763990040010,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',1,1,20418,'',0.9,10,'',6123,'f51e8722c21b6092',0);
INSERT INTO "review" VALUES(4,'01KAV00EZD6CEZTES74GB33RQY',4,'01KATZYMC4ZP09N6MYJ9DQJBX0','01KATZYMC2D5HP68D4C6TNWYZA',1763990060012,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',3,1,20424,'',0.9,10,'',20388,'eb8f624fb804d820',0);
INSERT INTO "review" VALUES(5,'01KAXJDSGJENB25NPQM2T8SWKS',3,'01KAXJDSGFGR1SFDVM61HQGZCA','01KATZYMC2D5HP68D4C6TNWYZA',1764076480017,60,4,20417,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":1,"suggested":3}',3,1,20425,'',0.9,10,'',8010,'f729b4c8420b0ebe',1);
INSERT INTO "review" VALUES(6,'01KAXJED1MGAEAMS9AZ2CT6TYW',2,'01KAXJDSGFGR1SFDVM61HQGZCA','01KATZYMC2D5HP68D4C6TNWYZA',1764076500019,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20423,'',0.9,10,'',18401,'6856e45b95c76ab4',0);
INSERT INTO "review" VALUES(7,'01KAXJF0JP8Q68W9M67NFKQ1N2',1,'01KAXJDSGFGR1SFDVM61HQGZCA','01KATZYMC2D5HP68D4C6TNWYZA',1764076520021,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',1,1,20422,'',0.9,10,'',20751,'b2109307abd8952c',0);
INSERT INTO "review" VALUES(8,'01KAXJFM3R8JWX09M46WWDW0ZD',4,'01KAXJDSGFGR1SFDVM61HQGZCA','01KATZYMC2D5HP68D4C6TNWYZA',1764076540023,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',4,1,20419,'',0.9,10,'',24290,'360c4979a7cf94d7',0);
INSERT INTO "review" VALUES(9,'01KB04WYMX2EME00TRKZGTQY66',2,'01KB04WYMT60TEZ1CGWK967GNX','01KATZYMC2D5HP68D4C6TNWYZA',1764162960028,60,4,20418,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',1,1,20425,'',0.9,10,'',5840,'4b3c74f70526ef70',0);
INSERT INTO "review" VALUES(10,'01KB04XJ5ZA5EP8414DZ72G6Y2',4,'01KB04WYMT60TEZ1CGWK967GNX','01KATZYMC2D5HP68D4C6TNWYZA',1764162980030,60,4,20418,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":2,"suggested":3}',4,1,20419,'',0.9,10,'',13279,'961cadbcb7ebb70c',1);
INSERT INTO "review" VALUES(11,'01KB04Y5Q14A3HXXBA9N99FX0A',1,'01KB04WYMT60TEZ1CGWK967GNX','01KATZYMC2D5HP68D4C6TNWYZA',1764163000032,60,4,20418,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',1,1,20423,'',0.9,10,'',1137,'1badb4f513b45a39',0);
INSERT INTO "review" VALUES(12,'01KB04YS83KZG1YKES2YSWFW07',5,'01KB04WYMT60TEZ1CGWK967GNX','01KATZYMC2D5HP68D4C6TNWYZA',1764163020034,60,4,20418,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',3,1,20423,'',0.9,10,'',6018,'0add12e3b09258ce',0);
INSERT INTO "review" VALUES(13,'01KB2QC3S8JRAGCY8QG50SG15R',4,'01KB2QC3S58E2DBMK0669XVYA4','01KATZYMC2D5HP68D4C6TNWYZA',1764249440039,60,4,20419,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20426,'',0.9,10,'',21998,'987c88bbdde8bcb9',0);
INSERT INTO "review" VALUES(14,'01KB2QCQAA9XH8ZTSRW3WY0EK3',2,'01KB2QC3S58E2DBMK0669XVYA4','01KATZYMC2D5HP68D4C6TNWYZA',1764249460041,60,4,20419,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20424,'',0.9,10,'',15029,'b866517ea260db3c',0);
INSERT INTO "review" VALUES(15,'01KB2QDAVCH4RD3DKGG30WKKFB',1,'01KB2QC3S58E2DBMK0669XVYA4','01KATZYMC2D5HP68D4C6TNWYZA',1764249480043,60,4,20419,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20424,'',0.9,10,'',18870,'02eee0ab56c2adc0',0);
INSERT INTO "review" VALUES(16,'01KB2QDYCEVED4PVAKA8E6ASNT',5,'01KB2QC3S58E2DBMK0669XVYA4','01KATZYMC2D5HP68D4C6TNWYZA',1764249500045,60,4,20419,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20422,'',0.9,10,'',2868,'a0996d52a22f3572',0);
INSERT INTO "review" VALUES(17,'01KB59V8XK1BCWXXM8KJ1EYNS2',4,'01KB59V8XGE5DGHK84BAR97MKH','01KATZYMC2D5HP68D4C6TNWYZA',1764335920050,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',4,1,20421,'',0.9,10,'',23051,'f69b31ce0570ceee',0);
INSERT INTO "review" VALUES(18,'01KB59VWENVNKZVR23PA95VWGR',3,'01KB59V8XGE5DGHK84BAR97MKH','01KATZYMC2D5HP68D4C6TNWYZA',1764335940052,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20423,'',0.9,10,'',12826,'500b2f292f6c48f6',0);
INSERT INTO "review" VALUES(19,'01KB59WFZQVZEJY2FVVB725C3Y',1,'01KB59V8XGE5DGHK84BAR97MKH','01KATZYMC2D5HP68D4C6TNWYZA',1764335960054,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',1,1,20421,'',0.9,10,'',19553,'bc344f4baf091db4',0);
INSERT INTO "review" VALUES(20,'01KB59X3GSVHT8RDXY1R5M4AFQ',2,'01KB59V8XGE5DGHK84BAR97MKH','01KATZYMC2D5HP68D4C6TNWYZA',1764335980056,60,4,20420,'quiz','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20426,'',0.9,10,'',7040,'6f6b8421ad9593b4',0);
INSERT INTO "review" VALUES(21,'01KB7WAE20HDHX0TRGNQD82QPN',5,'01KB7WAE1XM42PS82V23RDM42D','01KATZYMC2D5HP68D4C6TNWYZA',1764422400063,60,4,20421,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20423,'',0.9,10,'',11933,'a675a109bdf84ab5',0);
INSERT INTO "review" VALUES(22,'01KB7WB1K2GMGWGRKV4ZSS5NAS',2,'01KB7WAE1XM42PS82V23RDM42D','01KATZYMC2D5HP68D4C6TNWYZA',1764422420065,60,4,20421,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',1,1,20422,'',0.9,10,'',18254,'30d884adf52407cd',0);
INSERT INTO "review" VALUES(23,'01KB7WBN44V7XBN25MDB3SANK8',4,'01KB7WAE1XM42PS82V23RDM42D','01KATZYMC2D5HP68D4C6TNWYZA',1764422440067,60,4,20421,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',1,1,20427,'',0.9,10,'',20216,'6bd881fd21334eb0',0);
INSERT INTO "review" VALUES(24,'01KB7WC8N6JJ393584NSYKPYF7',1,'01KB7WAE1XM42PS82V23RDM42D','01KATZYMC2D5HP68D4C6TNWYZA',1764422460069,60,4,20421,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20426,'',0.9,10,'',14655,'68d6710e917e3916',0);
INSERT INTO "review" VALUES(25,'01KBAESK6DDDXSJHTMFYRZT5MV',5,'01KBAESK6A15GWZV9H95B0EFEV','01KATZYMC2D5HP68D4C6TNWYZA',1764508880076,60,4,20422,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20423,'',0.9,10,'',25329,'d631e26f74e8681a',0);
INSERT INTO "review" VALUES(26,'01KBAET6QF5JAXHAR7JC8B5G19',3,'01KBAESK6A15GWZV9H95B0EFEV','01KATZYMC2D5HP68D4C6TNWYZA',1764508900078,60,4,20422,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20424,'',0.9,10,'',29014,'f8911b0496b3952d',0);
INSERT INTO "review" VALUES(27,'01KBAETT8HBSYXHCPAQN9DS3JK',2,'01KBAESK6A15GWZV9H95B0EFEV','01KATZYMC2D5HP68D4C6TNWYZA',1764508920080,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":6,"suggested":3}',4,1,20426,'',0.9,10,'',29852,'6e0d0eb1e651171d',1);
INSERT INTO "review" VALUES(28,'01KBAEVDSK84QZ5XHJ5JRRN6Q7',4,'01KBAESK6A15GWZV9H95B0EFEV','01KATZYMC2D5HP68D4C6TNWYZA',1764508940082,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20431,'',0.9,10,'',10726,'a9b38f203d3221cc',0);
INSERT INTO "review" VALUES(29,'01KBD18RATFJTGN8P387JD9WQW',5,'01KBD18RAQ9YVBSDPQJK7TE31P','01KATZYMC2D5HP68D4C6TNWYZA',1764595360089,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',1,1,20429,'',0.9,10,'',8135,'1f49e090328475a7',0);
INSERT INTO "review" VALUES(30,'01KBD19BVW782D74HANNFM9WJ8',3,'01KBD18RAQ9YVBSDPQJK7TE31P','01KATZYMC2D5HP68D4C6TNWYZA',1764595380091,-480,4,20423,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20426,'',0.9,10,'',27884,'01ebd454ebb679b4',0);
INSERT INTO "review" VALUES(31,'01KBD19ZCY4QVDM7Y2YCZ10S3V',2,'01KBD18RAQ9YVBSDPQJK7TE31P','01KATZYMC2D5HP68D4C6TNWYZA',1764595400093,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20428,'',0.9,10,'',21153,'850939dc86faea97',0);
INSERT INTO "review" VALUES(32,'01KBD1AJY0HKWSQPJBNJ2T6RZX',4,'01KBD18RAQ9YVBSDPQJK7TE31P','01KATZYMC2D5HP68D4C6TNWYZA',1764595420095,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',1,1,20424,'',0.9,10,'',26303,'0bd2c551207a1cde',0);
INSERT INTO "review" VALUES(33,'01KBFKQXF73CCAHSAFHYC2C9G5',5,'01KBFKQXF4PF8F7K15FG6H2539','01KATZYMC2D5HP68D4C6TNWYZA',1764681840102,-480,4,20424,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20427,'',0.9,10,'',11208,'59ee1cce125fdb0f',0);
INSERT INTO "review" VALUES(34,'01KBFKRH09YXT3RJWC55CPVKY4',2,'01KBFKQXF4PF8F7K15FG6H2539','01KATZYMC2D5HP68D4C6TNWYZA',1764681860104,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20428,'',0.9,10,'',11673,'1fae68cf6dbf42c0',0);
INSERT INTO "review" VALUES(35,'01KBFKS4HBTXF4MTQ1N1PXYW8Y',3,'01KBFKQXF4PF8F7K15FG6H2539','01KATZYMC2D5HP68D4C6TNWYZA',1764681880106,-480,4,20424,'quiz','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',1,1,20427,'',0.9,10,'',2307,'75f828935f8eec2c',0);
INSERT INTO "review" VALUES(36,'01KBFKSR2D7W5502XZGQG9MMMX',1,'01KBFKQXF4PF8F7K15FG6H2539','01KATZYMC2D5HP68D4C6TNWYZA',1764681900108,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',4,1,20431,'',0.9,10,'',2638,'a0a0304d5f56ed31',0);
INSERT INTO "review" VALUES(37,'01KBJ672KMKPCG93CM0A1Y207C',3,'01KBJ672KH1JVYQDXWNME9DEAM','01KATZYMC2D5HP68D4C6TNWYZA',1764768320115,-480,4,20425,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',4,1,20427,'',0.9,10,'',27217,'3974f6606cc57efa',0);
INSERT INTO "review" VALUES(38,'01KBJ67P4PWFRGNYT5BHRMERW1',4,'01KBJ672KH1JVYQDXWNME9DEAM','01KATZYMC2D5HP68D4C6TNWYZA',1764768340117,-480,4,20425,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',4,1,20430,'',0.9,10,'',4879,'b0c83cf576d216e4',0);
INSERT INTO "review" VALUES(39,'01KBJ689NR7X96EF2092FFYE09',1,'01KBJ672KH1JVYQDXWNME9DEAM','01KATZYMC2D5HP68D4C6TNWYZA',1764768360119,-480,4,20425,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20434,'',0.9,10,'',4279,'96775bc0cfc66178',0);
INSERT INTO "review" VALUES(40,'01KBJ68X6TEY4MCKSN07D03D0K',2,'01KBJ672KH1JVYQDXWNME9DEAM','01KATZYMC2D5HP68D4C6TNWYZA',1764768380121,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20426,'',0.9,10,'',18175,'9077624017802181',0);
INSERT INTO "review" VALUES(41,'01KBMRP7R3VA94F71ADNP47Z17',5,'01KBMRP7R0F66AZY59G1Q6H9TA','01KATZYMC2D5HP68D4C6TNWYZA',1764854800130,-480,4,20426,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20431,'',0.9,10,'',19875,'cc7ab32f4ca44e40',0);
INSERT INTO "review" VALUES(42,'01KBMRPV95SSC95C732BEGNPFT',3,'01KBMRP7R0F66AZY59G1Q6H9TA','01KATZYMC2D5HP68D4C6TNWYZA',1764854820132,-480,4,20426,'quiz','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',1,1,20435,'',0.9,10,'',2903,'5301d7a88cd488cc',0);
INSERT INTO "review" VALUES(43,'01KBMRQET7BF22DQQQ17Z5CNTG',2,'01KBMRP7R0F66AZY59G1Q6H9TA','01KATZYMC2D5HP68D4C6TNWYZA',1764854840134,-480,4,20426,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20430,'',0.9,10,'',15781,'b33aa10a9db0eded',0);
INSERT INTO "review" VALUES(44,'01KBMRR2B9XQBKAQ2EPHNFAT93',4,'01KBMRP7R0F66AZY59G1Q6H9TA','01KATZYMC2D5HP68D4C6TNWYZA',1764854860136,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20432,'',0.9,10,'',19139,'f76060ee6b104fc5',0);
INSERT INTO "review" VALUES(45,'01KBQB5CWGRJ0271BGHBEP5ND4',5,'01KBQB5CWDHZ274R6YCZEQBCEY','01KATZYMC2D5HP68D4C6TNWYZA',1764941280143,-480,4,20427,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20436,'',0.9,10,'',23364,'27fb0f587bd521e9',0);
INSERT INTO "review" VALUES(46,'01KBQB60DJQ6YEHQDVH1Y9GN5E',3,'01KBQB5CWDHZ274R6YCZEQBCEY','01KATZYMC2D5HP68D4C6TNWYZA',1764941300145,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":11,"suggested":3}',3,1,20436,'',0.9,10,'',15417,'b80a87009622c7ea',1);
INSERT INTO "review" VALUES(47,'01KBQB6KYMMEXJQ3V76S11NG4Y',4,'01KBQB5CWDHZ274R6YCZEQBCEY','01KATZYMC2D5HP68D4C6TNWYZA',1764941320147,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20436,'',0.9,10,'',11216,'3b785a18ef4e5822',0);
INSERT INTO "review" VALUES(48,'01KBQB77FPYBGGXYF3HQ6F1FYF',2,'01KBQB5CWDHZ274R6YCZEQBCEY','01KATZYMC2D5HP68D4C6TNWYZA',1764941340149,-480,4,20427,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20432,'',0.9,10,'',8030,'05eb811a4ea67324',0);
CREATE TABLE session (
    session_id TEXT PRIMARY KEY,
    device_id TEXT NOT NULL,
    mode TEXT NOT NULL,
    title TEXT NOT NULL,
    scope TEXT NOT NULL,            -- JSON: what was to be studied
    seed INTEGER NOT NULL,
    started_ms INTEGER NOT NULL,
    ended_ms INTEGER                -- NULL: unfinished
) STRICT, WITHOUT ROWID;
INSERT INTO "session" VALUES('01KATZYMC4ZP09N6MYJ9DQJBX0','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',0,1763990000005,1763990080014);
INSERT INTO "session" VALUES('01KAXJDSGFGR1SFDVM61HQGZCA','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',1,1764076480016,1764076560025);
INSERT INTO "session" VALUES('01KB04WYMT60TEZ1CGWK967GNX','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',2,1764162960027,1764163040036);
INSERT INTO "session" VALUES('01KB2QC3S58E2DBMK0669XVYA4','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',3,1764249440038,1764249520047);
INSERT INTO "session" VALUES('01KB59V8XGE5DGHK84BAR97MKH','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',4,1764335920049,1764336000060);
INSERT INTO "session" VALUES('01KB7WAE1XM42PS82V23RDM42D','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',5,1764422400062,1764422480073);
INSERT INTO "session" VALUES('01KBAESK6A15GWZV9H95B0EFEV','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',6,1764508880075,1764508960086);
INSERT INTO "session" VALUES('01KBD18RAQ9YVBSDPQJK7TE31P','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',7,1764595360088,1764595440099);
INSERT INTO "session" VALUES('01KBFKQXF4PF8F7K15FG6H2539','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',8,1764681840101,1764681920112);
INSERT INTO "session" VALUES('01KBJ672KH1JVYQDXWNME9DEAM','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',9,1764768320114,1764768400127);
INSERT INTO "session" VALUES('01KBMRP7R0F66AZY59G1Q6H9TA','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',10,1764854800129,1764854880140);
INSERT INTO "session" VALUES('01KBQB5CWDHZ274R6YCZEQBCEY','01KATZYMC2D5HP68D4C6TNWYZA','study','Due today','{"query":"is:due"}',11,1764941280142,NULL);
CREATE TABLE setting (
    scope TEXT NOT NULL,            -- device, all, folder:PATH, deck:ID
    key TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON
    at_ms INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('all','new_per_day','15',1765027760153,'01KATZYMC2D5HP68D4C6TNWYZA');
INSERT INTO "setting" VALUES('device','text_size','110',1765027760152,'01KATZYMC2D5HP68D4C6TNWYZA');
INSERT INTO "setting" VALUES('device','theme','"dark"',1765027760151,'01KATZYMC2D5HP68D4C6TNWYZA');
CREATE INDEX fingerprint_gone ON fingerprint (gone_ms) WHERE gone_ms IS NOT NULL;
CREATE INDEX review_replay ON review (
    card_key, at_ms, review_id, study_day, mode, rating, guess, due_day, prev_review_id, retention, step_min,
    fit_id, visible_ms
);
CREATE INDEX review_session ON review (session_id);
CREATE INDEX event_target ON event (target, type, at_ms);
CREATE INDEX event_type ON event (type, at_ms, event_id);
CREATE TRIGGER review_is_final BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_final BEFORE UPDATE ON event
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'compacting')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM meta WHERE key = 'compacting')
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE INDEX alias_new ON alias (new_key);
CREATE INDEX memory_due ON memory (due_day);
CREATE INDEX memory_last ON memory (last_day);
CREATE VIEW standing AS
SELECT
    review.seq, review_id, review.card_key, session_id, device_id, at_ms, utc_offset_min, rollover_h,
    study_day, mode, coalesce(regrade.outcome, review.outcome) AS outcome,
    coalesce(regrade.rating, review.rating) AS rating, rule_version,
    iif(regrade.rating <> review.rating, 0, due_day) AS due_day, prev_review_id, retention, step_min, fit_id,
    visible_ms, content_hash, coalesce(regrade.guess, review.guess) AS guess,
    coalesce(alias.new_key, review.card_key) AS subject
FROM review
LEFT JOIN alias ON alias.old_key = review.card_key
LEFT JOIN regrade ON regrade.seq = review.seq
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq);
COMMIT;
