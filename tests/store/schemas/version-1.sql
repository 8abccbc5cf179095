PRAGMA application_id = 1366649210;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE alias (
    old_key INTEGER PRIMARY KEY REFERENCES card,
    new_key INTEGER NOT NULL REFERENCES card
) STRICT;
INSERT INTO "alias" VALUES(3,1);
CREATE TABLE card (
    card_key INTEGER PRIMARY KEY,   -- local: never leaves this file and its cache
    card_id TEXT NOT NULL UNIQUE,
    first_seen INTEGER NOT NULL     -- UTC milliseconds
) STRICT;
INSERT INTO "card" VALUES(1,'capital-of-france',1763990000006);
INSERT INTO "card" VALUES(2,'~5d41402abc4b2a76b9719d91',1763990020008);
INSERT INTO "card" VALUES(3,'~7d793037a0760186574b0282',1763990040010);
INSERT INTO "card" VALUES(4,'rivers#Rhône',1763990060012);
INSERT INTO "card" VALUES(5,'rivers#Loire',1764162960028);
CREATE TABLE card_state (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    suspended INTEGER,              -- NULL: as the deck says
    buried_day INTEGER,             -- hidden on this study day
    flagged INTEGER NOT NULL
) STRICT;
INSERT INTO "card_state" VALUES(1,NULL,NULL,1);
INSERT INTO "card_state" VALUES(4,NULL,20424,0);
INSERT INTO "card_state" VALUES(5,1,NULL,0);
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
INSERT INTO "day_total" VALUES(20416,'study',4,3,3,0,2,53638);
INSERT INTO "day_total" VALUES(20417,'quiz',1,1,0,0,0,12929);
INSERT INTO "day_total" VALUES(20417,'study',3,2,0,2,0,53271);
INSERT INTO "day_total" VALUES(20418,'study',4,4,1,3,1,37467);
INSERT INTO "day_total" VALUES(20419,'quiz',1,0,0,0,0,12186);
INSERT INTO "day_total" VALUES(20419,'study',3,3,0,3,1,60532);
INSERT INTO "day_total" VALUES(20420,'study',3,2,0,2,0,36846);
INSERT INTO "day_total" VALUES(20421,'quiz',2,2,0,0,0,21057);
INSERT INTO "day_total" VALUES(20421,'study',2,2,0,2,1,49277);
INSERT INTO "day_total" VALUES(20422,'study',4,3,0,3,1,56102);
INSERT INTO "day_total" VALUES(20423,'quiz',1,0,0,0,0,9640);
INSERT INTO "day_total" VALUES(20423,'study',3,3,0,3,1,61407);
INSERT INTO "day_total" VALUES(20424,'quiz',1,1,0,0,0,6209);
INSERT INTO "day_total" VALUES(20424,'study',3,2,0,3,1,33116);
INSERT INTO "day_total" VALUES(20425,'study',4,3,0,3,0,55609);
INSERT INTO "day_total" VALUES(20426,'quiz',1,1,0,0,0,24793);
INSERT INTO "day_total" VALUES(20426,'study',3,3,0,3,0,52823);
INSERT INTO "day_total" VALUES(20427,'study',4,4,0,4,0,64465);
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
INSERT INTO "event" VALUES(1,'01KB59XQ1TXNKM1EDXEGJXSR2B','void','01KB59X3GSGY6SEBWT8MET25ZY',1764336000059,60,4,'01KATZYMC260Z63KE4QE3C69RG','{}');
INSERT INTO "event" VALUES(2,'01KB7WCW67YQYSJC0XHYMMVFJ8','flag','capital-of-france',1764422480072,60,4,'01KATZYMC260Z63KE4QE3C69RG','{}');
INSERT INTO "event" VALUES(3,'01KBAEW1AMQNP7YSVNFC86MB5A','suspend','rivers#Loire',1764508960085,60,4,'01KATZYMC260Z63KE4QE3C69RG','{}');
INSERT INTO "event" VALUES(4,'01KBD1B6F1MGGYGAA471E8A1YQ','alias','~7d793037a0760186574b0282',1764595440098,-480,4,'01KATZYMC260Z63KE4QE3C69RG','{"to":"capital-of-france"}');
INSERT INTO "event" VALUES(5,'01KBFKTBKEV03AS9AE06E2PA1B','bury','rivers#Rhône',1764681920111,-480,4,'01KATZYMC260Z63KE4QE3C69RG','{}');
INSERT INTO "event" VALUES(6,'01KBJ69GQV30TF7P2EBKN96W2T','exclude','capital-of-france',1764768400124,-480,4,'01KATZYMC260Z63KE4QE3C69RG','{"text":"Lyon"}');
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
INSERT INTO "memory" VALUES(1,2.06273159434569279828e+01,6.12579695840628168923e+00,20427,20448,0,0,16,1,'01KBQB60DED6007HSC4TTRZ6HM','');
INSERT INTO "memory" VALUES(2,3.35525598765026833447e+00,9.41049591165429788475e+00,20427,20430,0,0,9,2,'01KBQB6KYGBD3H8VAQSMGF6QGE','');
INSERT INTO "memory" VALUES(4,6.18418525806968588653e+00,8.61657415999909126469e+00,20427,20435,0,0,11,1,'01KBQB77FJ1DYJJYTCZJWDWQTX','');
INSERT INTO "memory" VALUES(5,1.17600228348301705239e+01,6.37977875149769335649e+00,20427,20438,0,0,4,0,'01KBQB5CWCX3527KWFFMB23J44','');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('device_id','01KATZYMC260Z63KE4QE3C69RG');
INSERT INTO "meta" VALUES('folded','1.1:48:6');
INSERT INTO "meta" VALUES('progress_id','01KATZYMC1YPRPA8JAB2VS3WER');
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
INSERT INTO "review" VALUES(1,'01KATZYMC78HQWXGN3V08Q7SBR',1,'01KATZYMC47GT4RGC9XCQHXN3Y','01KATZYMC260Z63KE4QE3C69RG',1763990000006,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',3,1,20418,'',0.9,10,'',16886,'e4b06ce60741c7a8',0);
INSERT INTO "review" VALUES(2,'01KATZZ7X93F6CX9MPERQ63TE9',2,'01KATZYMC47GT4RGC9XCQHXN3Y','01KATZYMC260Z63KE4QE3C69RG',1763990020008,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',1,1,20424,'',0.9,10,'',9627,'cd447e35b8b6d8fe',0);
INSERT INTO "review" VALUES(3,'01KATZZVEB5PCVYDCC5R3HHS3W',3,'01KATZYMC47GT4RGC9XCQHXN3Y','01KATZYMC260Z63KE4QE3C69RG',1763990040010,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"suggested":3}',1,1,20425,'',0.9,10,'',1201,'e1988ad9f06c144a',1);
INSERT INTO "review" VALUES(4,'01KAV00EZDN33M21Z6DJRE9X6N',4,'01KATZYMC47GT4RGC9XCQHXN3Y','01KATZYMC260Z63KE4QE3C69RG',1763990060012,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',4,1,20420,'',0.9,10,'',25924,'f06d3fef701966a0',0);
INSERT INTO "review" VALUES(5,'01KAXJDSGJGQ4J9GTSE5JC92G0',4,'01KAXJDSGFHP1CMRW6TB4PX0CV','01KATZYMC260Z63KE4QE3C69RG',1764076480017,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20426,'',0.9,10,'',21946,'2f978d8719999e3f',0);
INSERT INTO "review" VALUES(6,'01KAXJED1MB0D25CHDWM274BJ4',1,'01KAXJDSGFHP1CMRW6TB4PX0CV','01KATZYMC260Z63KE4QE3C69RG',1764076500019,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',4,1,20424,'',0.9,10,'',17536,'e901e35cd47d380d',0);
INSERT INTO "review" VALUES(7,'01KAXJF0JPZVCBDE1NFS2CV41T',3,'01KAXJDSGFHP1CMRW6TB4PX0CV','01KATZYMC260Z63KE4QE3C69RG',1764076520021,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20426,'',0.9,10,'',13789,'da71144896c8da19',0);
INSERT INTO "review" VALUES(8,'01KAXJFM3RR7A5B5X28BYZ2ART',2,'01KAXJDSGFHP1CMRW6TB4PX0CV','01KATZYMC260Z63KE4QE3C69RG',1764076540023,60,4,20417,'quiz','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20420,'',0.9,10,'',12929,'e1fab9d78c7e134f',0);
INSERT INTO "review" VALUES(9,'01KB04WYMXWFKBC1DSKT1GCJ56',5,'01KB04WYMT77SW7SMK251N3N07','01KATZYMC260Z63KE4QE3C69RG',1764162960028,60,4,20418,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',1,1,20426,'',0.9,10,'',2324,'b410d93c4efbc8d6',0);
INSERT INTO "review" VALUES(10,'01KB04XJ5Z3R19N2HZ85DG4V7G',2,'01KB04WYMT77SW7SMK251N3N07','01KATZYMC260Z63KE4QE3C69RG',1764162980030,60,4,20418,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',4,1,20422,'',0.9,10,'',1303,'33138131c541013d',0);
INSERT INTO "review" VALUES(11,'01KB04Y5Q1V659HREFK6B63FDF',1,'01KB04WYMT77SW7SMK251N3N07','01KATZYMC260Z63KE4QE3C69RG',1764163000032,60,4,20418,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',4,1,20424,'',0.9,10,'',15944,'44ef7febe8e5b461',0);
INSERT INTO "review" VALUES(12,'01KB04YS83VW776DT21G9ZG3VC',4,'01KB04WYMT77SW7SMK251N3N07','01KATZYMC260Z63KE4QE3C69RG',1764163020034,60,4,20418,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',4,1,20421,'',0.9,10,'',17896,'8fb5262cc7038069',0);
INSERT INTO "review" VALUES(13,'01KB2QC3S8ZQ4C0E4FX20W66BG',1,'01KB2QC3S5W1WX3EC76XQGE4M7','01KATZYMC260Z63KE4QE3C69RG',1764249440039,60,4,20419,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',3,1,20426,'',0.9,10,'',12240,'89d9bf020067dba8',0);
INSERT INTO "review" VALUES(14,'01KB2QCQAAXWZPVW0MHQPQX24D',4,'01KB2QC3S5W1WX3EC76XQGE4M7','01KATZYMC260Z63KE4QE3C69RG',1764249460041,60,4,20419,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',3,1,20422,'',0.9,10,'',18947,'2e47dc0e959f3a51',0);
INSERT INTO "review" VALUES(15,'01KB2QDAVC75PAPEW0T9ZNG6HV',2,'01KB2QC3S5W1WX3EC76XQGE4M7','01KATZYMC260Z63KE4QE3C69RG',1764249480043,60,4,20419,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',1,1,20421,'',0.9,10,'',29345,'73f7ba8e0445d656',0);
INSERT INTO "review" VALUES(16,'01KB2QDYCE7QS4BBD91013HKE2',3,'01KB2QC3S5W1WX3EC76XQGE4M7','01KATZYMC260Z63KE4QE3C69RG',1764249500045,60,4,20419,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20422,'',0.9,10,'',12186,'11cbc2884a5012dc',0);
INSERT INTO "review" VALUES(17,'01KB59V8XKV64JZVBNB600B2KA',1,'01KB59V8XGJJ9AGXFQ9B3F6BTA','01KATZYMC260Z63KE4QE3C69RG',1764335920050,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20428,'',0.9,10,'',4641,'4fdf8e1a060cea63',0);
INSERT INTO "review" VALUES(18,'01KB59VWENKT16QNQGN28EMWWE',3,'01KB59V8XGJJ9AGXFQ9B3F6BTA','01KATZYMC260Z63KE4QE3C69RG',1764335940052,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20429,'',0.9,10,'',7751,'9b0bca16f72f2bb8',0);
INSERT INTO "review" VALUES(19,'01KB59WFZQPJ619V2KCXPT968S',4,'01KB59V8XGJJ9AGXFQ9B3F6BTA','01KATZYMC260Z63KE4QE3C69RG',1764335960054,60,4,20420,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":4,"suggested":3}',3,1,20421,'',0.9,10,'',24454,'2904acecf5bb9188',1);
INSERT INTO "review" VALUES(20,'01KB59X3GSGY6SEBWT8MET25ZY',2,'01KB59V8XGJJ9AGXFQ9B3F6BTA','01KATZYMC260Z63KE4QE3C69RG',1764335980056,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',4,1,20428,'',0.9,10,'',8213,'a6048457861e02ec',0);
INSERT INTO "review" VALUES(21,'01KB7WAE20THPM9SD86ESVG9ZS',2,'01KB7WAE1XY2JF47GAVGZBWATN','01KATZYMC260Z63KE4QE3C69RG',1764422400063,60,4,20421,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20425,'',0.9,10,'',29589,'4e6f5a940c250a03',0);
INSERT INTO "review" VALUES(22,'01KB7WB1K2YYMH1DNPD0T81EQF',4,'01KB7WAE1XY2JF47GAVGZBWATN','01KATZYMC260Z63KE4QE3C69RG',1764422420065,60,4,20421,'quiz','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20424,'',0.9,10,'',14537,'409a8a78909ff497',0);
INSERT INTO "review" VALUES(23,'01KB7WBN44NRBSQXTS6G7PSYC1',5,'01KB7WAE1XY2JF47GAVGZBWATN','01KATZYMC260Z63KE4QE3C69RG',1764422440067,60,4,20421,'quiz','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',4,1,20429,'',0.9,10,'',6520,'de26e655d3f21dcc',0);
INSERT INTO "review" VALUES(24,'01KB7WC8N61MW7VN2WWC0YK6DB',1,'01KB7WAE1XY2JF47GAVGZBWATN','01KATZYMC260Z63KE4QE3C69RG',1764422460069,60,4,20421,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',1,1,20425,'',0.9,10,'',19688,'e585552fac954ab5',0);
INSERT INTO "review" VALUES(25,'01KBAESK6D2RRXCZYZCJGDHQZG',4,'01KBAESK6AM6Q6Q5K83GTFKTQ1','01KATZYMC260Z63KE4QE3C69RG',1764508880076,60,4,20422,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',1,1,20428,'',0.9,10,'',20958,'66fec086df229650',0);
INSERT INTO "review" VALUES(26,'01KBAET6QFRN3NN0DWTAS69J4P',1,'01KBAESK6AM6Q6Q5K83GTFKTQ1','01KATZYMC260Z63KE4QE3C69RG',1764508900078,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20425,'',0.9,10,'',12011,'36891eeb6de2b33b',0);
INSERT INTO "review" VALUES(27,'01KBAETT8H90A73PJQNZB0HW3T',3,'01KBAESK6AM6Q6Q5K83GTFKTQ1','01KATZYMC260Z63KE4QE3C69RG',1764508920080,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20431,'',0.9,10,'',16776,'fc4a447ec49872c6',0);
INSERT INTO "review" VALUES(28,'01KBAEVDSKWCT28FPC45JVW8PC',2,'01KBAESK6AM6Q6Q5K83GTFKTQ1','01KATZYMC260Z63KE4QE3C69RG',1764508940082,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":6,"suggested":3}',3,1,20425,'',0.9,10,'',6357,'89c80c4de9367ed9',1);
INSERT INTO "review" VALUES(29,'01KBD18RATTYWZNRD7FBXB77E6',1,'01KBD18RAQK0V4MB6HTFXNTZMC','01KATZYMC260Z63KE4QE3C69RG',1764595360089,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',4,1,20431,'',0.9,10,'',5335,'8d19821f947810d8',0);
INSERT INTO "review" VALUES(30,'01KBD19BVWDCDAQB2GP3XVSV2Z',5,'01KBD18RAQK0V4MB6HTFXNTZMC','01KATZYMC260Z63KE4QE3C69RG',1764595380091,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20426,'',0.9,10,'',28048,'57450e6520012170',0);
INSERT INTO "review" VALUES(31,'01KBD19ZCYF6YJ45GPS9FQ1V59',3,'01KBD18RAQK0V4MB6HTFXNTZMC','01KATZYMC260Z63KE4QE3C69RG',1764595400093,-480,4,20423,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20425,'',0.9,10,'',9640,'e40961505d698c8b',0);
INSERT INTO "review" VALUES(32,'01KBD1AJY02MYJH0GNCAGHPJ67',4,'01KBD18RAQK0V4MB6HTFXNTZMC','01KATZYMC260Z63KE4QE3C69RG',1764595420095,-480,4,20423,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',1,1,20424,'',0.9,10,'',28024,'032b73284bb57b5c',0);
INSERT INTO "review" VALUES(33,'01KBFKQXF78E59DEW67690E9BR',3,'01KBFKQXF4Q5ETRS6RJBD5WQ3X','01KATZYMC260Z63KE4QE3C69RG',1764681840102,-480,4,20424,'quiz','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',4,1,20431,'',0.9,10,'',6209,'736ebf511d95389b',0);
INSERT INTO "review" VALUES(34,'01KBFKRH09NKXJ22YPS3XMW45M',2,'01KBFKQXF4Q5ETRS6RJBD5WQ3X','01KATZYMC260Z63KE4QE3C69RG',1764681860104,-480,4,20424,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',1,1,20431,'',0.9,10,'',13295,'f8633958ce75f4ba',0);
INSERT INTO "review" VALUES(35,'01KBFKS4HBM952NPDV62SFPS4X',4,'01KBFKQXF4Q5ETRS6RJBD5WQ3X','01KATZYMC260Z63KE4QE3C69RG',1764681880106,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20430,'',0.9,10,'',4181,'a6ecc31f35263b45',0);
INSERT INTO "review" VALUES(36,'01KBFKSR2DHQHXN5RDAR1S9GK4',1,'01KBFKQXF4Q5ETRS6RJBD5WQ3X','01KATZYMC260Z63KE4QE3C69RG',1764681900108,-480,4,20424,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20430,'',0.9,10,'',15640,'50332cb8642a357c',0);
INSERT INTO "review" VALUES(37,'01KBJ672KM9MS2C0SX050WA4SK',4,'01KBJ672KHTJT95067J0C3MTFV','01KATZYMC260Z63KE4QE3C69RG',1764768320115,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',4,1,20434,'',0.9,10,'',29329,'780b25d9b02d3504',0);
INSERT INTO "review" VALUES(38,'01KBJ67P4PDDF292PES25EPEYW',2,'01KBJ672KHTJT95067J0C3MTFV','01KATZYMC260Z63KE4QE3C69RG',1764768340117,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20429,'',0.9,10,'',8973,'14d4954e5c47577b',0);
INSERT INTO "review" VALUES(39,'01KBJ689NRZ3M5Z307WNQKQ2K7',3,'01KBJ672KHTJT95067J0C3MTFV','01KATZYMC260Z63KE4QE3C69RG',1764768360119,-480,4,20425,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":9,"suggested":3}',4,1,20431,'',0.9,10,'',8352,'f772f8ea63f666e0',1);
INSERT INTO "review" VALUES(40,'01KBJ68X6T5658D0S2Z425HN7K',1,'01KBJ672KHTJT95067J0C3MTFV','01KATZYMC260Z63KE4QE3C69RG',1764768380121,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',4,1,20430,'',0.9,10,'',8955,'19d7b4035596dfde',0);
INSERT INTO "review" VALUES(41,'01KBMRP7R1896W5A38FH4RSRWV',3,'01KBMRP7QY5EM8JXB1PKJYHVT4','01KATZYMC260Z63KE4QE3C69RG',1764854800128,-480,4,20426,'quiz','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":10,"suggested":3}',4,1,20428,'',0.9,10,'',24793,'0581f255133bb4c2',1);
INSERT INTO "review" VALUES(42,'01KBMRPV93GP90BXBZZ2WVMXG1',2,'01KBMRP7QY5EM8JXB1PKJYHVT4','01KATZYMC260Z63KE4QE3C69RG',1764854820130,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20428,'',0.9,10,'',17330,'cb8409d6c71a5b11',0);
INSERT INTO "review" VALUES(43,'01KBMRQET5RXXKJRGVM6EWGREV',4,'01KBMRP7QY5EM8JXB1PKJYHVT4','01KATZYMC260Z63KE4QE3C69RG',1764854840132,-480,4,20426,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20432,'',0.9,10,'',10914,'b59641d21b5c56d3',0);
INSERT INTO "review" VALUES(44,'01KBMRR2B7B5EGQMHQPDHZ9Q72',5,'01KBMRP7QY5EM8JXB1PKJYHVT4','01KATZYMC260Z63KE4QE3C69RG',1764854860134,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',3,1,20435,'',0.9,10,'',24579,'c79d444008216b65',0);
INSERT INTO "review" VALUES(45,'01KBQB5CWCX3527KWFFMB23J44',5,'01KBQB5CW9MZE3XW5QM68VTCW3','01KATZYMC260Z63KE4QE3C69RG',1764941280139,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20432,'',0.9,10,'',26386,'ae9c8563107d72d5',0);
INSERT INTO "review" VALUES(46,'01KBQB60DED6007HSC4TTRZ6HM',1,'01KBQB5CW9MZE3XW5QM68VTCW3','01KATZYMC260Z63KE4QE3C69RG',1764941300141,-480,4,20427,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20436,'',0.9,10,'',15754,'654d479a02c8261b',0);
INSERT INTO "review" VALUES(47,'01KBQB6KYGBD3H8VAQSMGF6QGE',2,'01KBQB5CW9MZE3XW5QM68VTCW3','01KATZYMC260Z63KE4QE3C69RG',1764941320143,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20428,'',0.9,10,'',2942,'5add92d1b11379a2',0);
INSERT INTO "review" VALUES(48,'01KBQB77FJ1DYJJYTCZJWDWQTX',4,'01KBQB5CW9MZE3XW5QM68VTCW3','01KATZYMC260Z63KE4QE3C69RG',1764941340145,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20434,'',0.9,10,'',19383,'2c139c1966ad51fd',0);
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
INSERT INTO "session" VALUES('01KATZYMC47GT4RGC9XCQHXN3Y','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',0,1763990000005,1763990080014);
INSERT INTO "session" VALUES('01KAXJDSGFHP1CMRW6TB4PX0CV','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',1,1764076480016,1764076560025);
INSERT INTO "session" VALUES('01KB04WYMT77SW7SMK251N3N07','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',2,1764162960027,1764163040036);
INSERT INTO "session" VALUES('01KB2QC3S5W1WX3EC76XQGE4M7','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',3,1764249440038,1764249520047);
INSERT INTO "session" VALUES('01KB59V8XGJJ9AGXFQ9B3F6BTA','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',4,1764335920049,1764336000060);
INSERT INTO "session" VALUES('01KB7WAE1XY2JF47GAVGZBWATN','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',5,1764422400062,1764422480073);
INSERT INTO "session" VALUES('01KBAESK6AM6Q6Q5K83GTFKTQ1','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',6,1764508880075,1764508960086);
INSERT INTO "session" VALUES('01KBD18RAQK0V4MB6HTFXNTZMC','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',7,1764595360088,1764595440099);
INSERT INTO "session" VALUES('01KBFKQXF4Q5ETRS6RJBD5WQ3X','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',8,1764681840101,1764681920112);
INSERT INTO "session" VALUES('01KBJ672KHTJT95067J0C3MTFV','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',9,1764768320114,1764768400125);
INSERT INTO "session" VALUES('01KBMRP7QY5EM8JXB1PKJYHVT4','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',10,1764854800127,1764854880136);
INSERT INTO "session" VALUES('01KBQB5CW9MZE3XW5QM68VTCW3','01KATZYMC260Z63KE4QE3C69RG','study','Due today','{"query":"is:due"}',11,1764941280138,NULL);
CREATE TABLE setting (
    scope TEXT NOT NULL,            -- device, all, folder:PATH, deck:ID
    key TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON
    at_ms INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('all','new_per_day','15',1765027760149,'01KATZYMC260Z63KE4QE3C69RG');
INSERT INTO "setting" VALUES('device','text_size','110',1765027760148,'01KATZYMC260Z63KE4QE3C69RG');
INSERT INTO "setting" VALUES('device','theme','"dark"',1765027760147,'01KATZYMC260Z63KE4QE3C69RG');
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
SELECT review.*, coalesce(alias.new_key, review.card_key) AS subject
FROM review
LEFT JOIN alias ON alias.old_key = review.card_key
WHERE NOT EXISTS (SELECT 1 FROM dead WHERE dead.seq = review.seq);
COMMIT;
