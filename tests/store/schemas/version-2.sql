PRAGMA application_id = 1366649210;
PRAGMA user_version = 2;
BEGIN TRANSACTION;
CREATE TABLE alias (
    old_key INTEGER PRIMARY KEY REFERENCES card,
    new_key INTEGER NOT NULL REFERENCES card
) STRICT;
INSERT INTO "alias" VALUES(2,4);
CREATE TABLE card (
    card_key INTEGER PRIMARY KEY,   -- local: never leaves this file and its cache
    card_id TEXT NOT NULL UNIQUE,
    first_seen INTEGER NOT NULL     -- UTC milliseconds
) STRICT;
INSERT INTO "card" VALUES(1,'~5d41402abc4b2a76b9719d91',1763990000006);
INSERT INTO "card" VALUES(2,'~7d793037a0760186574b0282',1763990020008);
INSERT INTO "card" VALUES(3,'rivers#Rhône',1763990040010);
INSERT INTO "card" VALUES(4,'capital-of-france',1763990060012);
INSERT INTO "card" VALUES(5,'rivers#Loire',1764076500019);
CREATE TABLE card_state (
    card_key INTEGER PRIMARY KEY REFERENCES card,
    suspended INTEGER,              -- NULL: as the deck says
    buried_day INTEGER,             -- hidden on this study day
    flagged INTEGER NOT NULL
) STRICT;
INSERT INTO "card_state" VALUES(3,NULL,20424,0);
INSERT INTO "card_state" VALUES(4,NULL,NULL,1);
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
INSERT INTO "day_total" VALUES(20416,'study',4,3,3,0,0,60043);
INSERT INTO "day_total" VALUES(20417,'study',4,4,1,3,0,70975);
INSERT INTO "day_total" VALUES(20418,'quiz',1,1,0,0,1,5372);
INSERT INTO "day_total" VALUES(20418,'study',3,2,0,3,1,28510);
INSERT INTO "day_total" VALUES(20419,'quiz',1,1,0,0,1,25661);
INSERT INTO "day_total" VALUES(20419,'study',3,3,0,3,1,46472);
INSERT INTO "day_total" VALUES(20420,'quiz',1,1,0,0,0,20067);
INSERT INTO "day_total" VALUES(20420,'study',2,1,0,2,0,18668);
INSERT INTO "day_total" VALUES(20421,'quiz',1,1,0,0,1,4239);
INSERT INTO "day_total" VALUES(20421,'study',3,2,0,2,0,56116);
INSERT INTO "day_total" VALUES(20422,'study',4,3,0,3,1,30533);
INSERT INTO "day_total" VALUES(20423,'quiz',1,1,0,0,0,1708);
INSERT INTO "day_total" VALUES(20423,'study',3,2,0,2,0,53398);
INSERT INTO "day_total" VALUES(20424,'study',4,3,0,3,2,23683);
INSERT INTO "day_total" VALUES(20425,'study',4,4,0,4,0,64456);
INSERT INTO "day_total" VALUES(20426,'quiz',1,1,0,0,0,16205);
INSERT INTO "day_total" VALUES(20426,'study',3,3,0,3,2,58677);
INSERT INTO "day_total" VALUES(20427,'quiz',1,0,0,0,0,19391);
INSERT INTO "day_total" VALUES(20427,'study',3,3,0,3,0,41952);
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
INSERT INTO "event" VALUES(1,'01KB59XQ1TGFCKYQDWWRPCNVMQ','void','01KB59X3GSC62HDT720J9EGK63',1764336000059,60,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{}');
INSERT INTO "event" VALUES(2,'01KB7WCW67YE7ZJFVKHNRQTWT7','flag','capital-of-france',1764422480072,60,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{}');
INSERT INTO "event" VALUES(3,'01KBAEW1AMSAED7EC8RTDEQFCE','suspend','rivers#Loire',1764508960085,60,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{}');
INSERT INTO "event" VALUES(4,'01KBD1B6F1DH4E5HE91S8EKMBT','alias','~7d793037a0760186574b0282',1764595440098,-480,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{"to":"capital-of-france"}');
INSERT INTO "event" VALUES(5,'01KBFKTBKEDGW1XEVMJWSKAA3X','bury','rivers#Rhône',1764681920111,-480,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{}');
INSERT INTO "event" VALUES(6,'01KBJ69GQV5BHKZZX72JNBWB8V','exclude','capital-of-france',1764768400124,-480,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{"text":"Lyon"}');
INSERT INTO "event" VALUES(7,'01KBJ69GQXN390M3YKVC6969D7','regrade','01KB04WYMXWY6VBSH6ARS0KZ6Y',1764768400126,-480,4,'01KATZYMC2S2QNQPCZ4SX0WWGQ','{"outcome":"correct","fraction":"1","rating":3}');
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
INSERT INTO "memory" VALUES(1,4.97979904586264154886e+00,7.01519094902438045124e+00,20427,20431,0,0,8,1,'01KBQB5CWE69GQA3XSAH26SRF5','');
INSERT INTO "memory" VALUES(3,7.87725693255410086557e-01,9.00414193094269776906e+00,20426,20426,1764855400130,1,10,2,'01KBMRP7R3E2506EHCVEVAW870','');
INSERT INTO "memory" VALUES(4,2.95157909079833,9.6893775337291483396e+00,20427,20429,0,0,17,2,'01KBQB6KYJP4TRM3H7DK1NRDTW','');
INSERT INTO "memory" VALUES(5,4.15528969421362504021e+01,2.09058634262052622787e+00,20427,20473,0,0,5,0,'01KBQB60DG6B1RNDREM9MC4A08','');
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('device_id','01KATZYMC2S2QNQPCZ4SX0WWGQ');
INSERT INTO "meta" VALUES('folded','2.1:48:7');
INSERT INTO "meta" VALUES('progress_id','01KATZYMC1EEMVXX4SQFTDS97J');
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
INSERT INTO "review" VALUES(1,'01KATZYMC78G84JAVRGXMBR66F',1,'01KATZYMC4VMNVM59Q8DQ5SRYN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1763990000006,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',4,1,20417,'',0.9,10,'',19944,'288bc781ae662675',0);
INSERT INTO "review" VALUES(2,'01KATZZ7X9HXSQ7AZ8WEADNRJE',2,'01KATZYMC4VMNVM59Q8DQ5SRYN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1763990020008,60,4,20416,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',4,1,20422,'',0.9,10,'',18731,'71e1f6d2ef8acd12',0);
INSERT INTO "review" VALUES(3,'01KATZZVEBB31PEG1E50FSPMSP',3,'01KATZYMC4VMNVM59Q8DQ5SRYN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1763990040010,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',3,1,20423,'',0.9,10,'',14780,'e2520e33e44c5055',0);
INSERT INTO "review" VALUES(4,'01KAV00EZDT5DNF6VMWGJGKJCM',4,'01KATZYMC4VMNVM59Q8DQ5SRYN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1763990060012,60,4,20416,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"suggested":3}',3,1,20422,'',0.9,10,'',6588,'829a48d422fe99a2',0);
INSERT INTO "review" VALUES(5,'01KAXJDSGJJDEM0VMFVDSA7FK4',2,'01KAXJDSGFEMK6DBM1RY5JHVFZ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764076480017,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20423,'',0.9,10,'',12758,'dbe53fcafb2147df',0);
INSERT INTO "review" VALUES(6,'01KAXJED1MTD3VVKETA4BVJE6W',5,'01KAXJDSGFEMK6DBM1RY5JHVFZ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764076500019,60,4,20417,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20426,'',0.9,10,'',9088,'47733e847d718d73',0);
INSERT INTO "review" VALUES(7,'01KAXJF0JPPXZASZM67S9842ZK',3,'01KAXJDSGFEMK6DBM1RY5JHVFZ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764076520021,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20423,'',0.9,10,'',19502,'eb9ac688b9d39cca',0);
INSERT INTO "review" VALUES(8,'01KAXJFM3RXDBKYQY15X7RQ2QF',1,'01KAXJDSGFEMK6DBM1RY5JHVFZ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764076540023,60,4,20417,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":1,"suggested":3}',3,1,20420,'',0.9,10,'',29627,'9dc8db48e86ec9c6',0);
INSERT INTO "review" VALUES(9,'01KB04WYMXWY6VBSH6ARS0KZ6Y',5,'01KB04WYMTTBVE2WBFFE3R1AT4','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764162960028,60,4,20418,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',3,1,20427,'',0.9,10,'',12912,'af29d115ef24bd62',0);
INSERT INTO "review" VALUES(10,'01KB04XJ5Z8PG0C1XS1GR5T0VQ',3,'01KB04WYMTTBVE2WBFFE3R1AT4','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764162980030,60,4,20418,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',3,1,20420,'',0.9,10,'',2825,'a7251af0930cdbd3',0);
INSERT INTO "review" VALUES(11,'01KB04Y5Q1X5Z8VVHJXT352RQ8',4,'01KB04WYMTTBVE2WBFFE3R1AT4','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764163000032,60,4,20418,'quiz','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',1,1,20427,'',0.9,10,'',5372,'440e2b4fda9c025a',0);
INSERT INTO "review" VALUES(12,'01KB04YS83DYM4GRD6RHRPRK74',2,'01KB04WYMTTBVE2WBFFE3R1AT4','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764163020034,60,4,20418,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":2,"suggested":3}',1,1,20419,'',0.9,10,'',12773,'2c0064975c374746',0);
INSERT INTO "review" VALUES(13,'01KB2QC3S8F2DQV3VZF5P2TWHW',4,'01KB2QC3S56C755RPGQEBRC6SA','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764249440039,60,4,20419,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',1,1,20425,'',0.9,10,'',9278,'d037fe2e20b6a846',0);
INSERT INTO "review" VALUES(14,'01KB2QCQAAWF30GESGJ0DGCF9D',1,'01KB2QC3S56C755RPGQEBRC6SA','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764249460041,60,4,20419,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',3,1,20420,'',0.9,10,'',26922,'3f719726fd70bdda',0);
INSERT INTO "review" VALUES(15,'01KB2QDAVC6P8KRMRYA1R2SZH2',3,'01KB2QC3S56C755RPGQEBRC6SA','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764249480043,60,4,20419,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',4,1,20421,'',0.9,10,'',10272,'7d1f71575653a45c',0);
INSERT INTO "review" VALUES(16,'01KB2QDYCETH49N0NG0YF8452W',5,'01KB2QC3S56C755RPGQEBRC6SA','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764249500045,60,4,20419,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":3,"suggested":3}',1,1,20424,'',0.9,10,'',25661,'dcc93f0e66dfe717',0);
INSERT INTO "review" VALUES(17,'01KB59V8XKSVW593WA9E6JXGZY',2,'01KB59V8XGY6WTKZT09E287ANC','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764335920050,60,4,20420,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":4,"suggested":3}',3,1,20429,'',0.9,10,'',20067,'649889c0c7f38608',1);
INSERT INTO "review" VALUES(18,'01KB59VWENP8DC3S3P9RAQ5Y6B',4,'01KB59V8XGY6WTKZT09E287ANC','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764335940052,60,4,20420,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20425,'',0.9,10,'',9479,'f87eb8a09b27ec71',0);
INSERT INTO "review" VALUES(19,'01KB59WFZQVZG2ETPEQW0VRZM6',3,'01KB59V8XGY6WTKZT09E287ANC','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764335960054,60,4,20420,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',3,1,20421,'',0.9,10,'',9189,'21b7379f0897246a',0);
INSERT INTO "review" VALUES(20,'01KB59X3GSC62HDT720J9EGK63',1,'01KB59V8XGY6WTKZT09E287ANC','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764335980056,60,4,20420,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":4,"suggested":3}',4,1,20421,'',0.9,10,'',8985,'b6c004cc3b8367dc',0);
INSERT INTO "review" VALUES(21,'01KB7WAE20S8ZYBPYG4CZZC7BJ',3,'01KB7WAE1XKF492PQTJPJ5R8FV','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764422400063,60,4,20421,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20430,'',0.9,10,'',25498,'26af8090013c3273',0);
INSERT INTO "review" VALUES(22,'01KB7WB1K2P9JM6A96FXVF81P1',1,'01KB7WAE1XKF492PQTJPJ5R8FV','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764422420065,60,4,20421,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',1,1,20425,'',0.9,10,'',4239,'0511baeb198ababb',0);
INSERT INTO "review" VALUES(23,'01KB7WBN446NT5TSGC44ABE55X',4,'01KB7WAE1XKF492PQTJPJ5R8FV','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764422440067,60,4,20421,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',4,1,20429,'',0.9,10,'',15772,'8918b6824f4a353e',0);
INSERT INTO "review" VALUES(24,'01KB7WC8N6TAZHWXQ07TMAFHC7',2,'01KB7WAE1XKF492PQTJPJ5R8FV','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764422460069,60,4,20421,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":5,"suggested":3}',3,1,20428,'',0.9,10,'',14846,'0575665b82f1c080',0);
INSERT INTO "review" VALUES(25,'01KBAESK6D9TZF10ZFS7FD9N6B',2,'01KBAESK6ACF5W3V2Y6Y0QYDW0','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764508880076,60,4,20422,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":6,"suggested":3}',1,1,20428,'',0.9,10,'',10388,'fbc80976b0bdb4fe',1);
INSERT INTO "review" VALUES(26,'01KBAET6QFVV39MPH979JAJ0Q2',1,'01KBAESK6ACF5W3V2Y6Y0QYDW0','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764508900078,60,4,20422,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":6,"suggested":3}',3,1,20424,'',0.9,10,'',4341,'32c9c69b4e50ed89',0);
INSERT INTO "review" VALUES(27,'01KBAETT8HZXXPCX0TRX9ECDQ7',4,'01KBAESK6ACF5W3V2Y6Y0QYDW0','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764508920080,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":6,"suggested":3}',3,1,20430,'',0.9,10,'',7723,'96b7ff15e3b904bb',1);
INSERT INTO "review" VALUES(28,'01KBAEVDSKPKJ08XNHC365JNCH',3,'01KBAESK6ACF5W3V2Y6Y0QYDW0','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764508940082,60,4,20422,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"guess":true,"seed":6,"suggested":3}',3,1,20424,'',0.9,10,'',8081,'7d8dd474c146a389',1);
INSERT INTO "review" VALUES(29,'01KBD18RAT2ETTSA1RKF43HJQG',4,'01KBD18RAQ4MQMKED9H3G794KW','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764595360089,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20425,'',0.9,10,'',9228,'1f7a35fc1f2c5349',0);
INSERT INTO "review" VALUES(30,'01KBD19BVWC1J1TMXJ3E7X05XK',1,'01KBD18RAQ4MQMKED9H3G794KW','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764595380091,-480,4,20423,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20425,'',0.9,10,'',1708,'a8beb0039e412c9d',0);
INSERT INTO "review" VALUES(31,'01KBD19ZCY9S5C9NFRHA1JMVZ0',5,'01KBD18RAQ4MQMKED9H3G794KW','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764595400093,-480,4,20423,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20429,'',0.9,10,'',15876,'cc790cf4243725d1',0);
INSERT INTO "review" VALUES(32,'01KBD1AJY0RV4PXT28VF49V924',2,'01KBD18RAQ4MQMKED9H3G794KW','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764595420095,-480,4,20423,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":7,"suggested":3}',3,1,20431,'',0.9,10,'',28294,'4bf8b43aae2321e6',0);
INSERT INTO "review" VALUES(33,'01KBFKQXF7VGX9SK2NWZ4V9G6M',3,'01KBFKQXF4EY3KYKZBVAJ4T5FN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764681840102,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',1,1,20426,'',0.9,10,'',3231,'2d1724ab5b269106',0);
INSERT INTO "review" VALUES(34,'01KBFKRH098SSHD0AAK7NRZ2W4',4,'01KBFKQXF4EY3KYKZBVAJ4T5FN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764681860104,-480,4,20424,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',1,1,20425,'',0.9,10,'',5111,'4bdfb98ff95278b4',0);
INSERT INTO "review" VALUES(35,'01KBFKS4HBVWGE508W331TD9CX',1,'01KBFKQXF4EY3KYKZBVAJ4T5FN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764681880106,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20426,'',0.9,10,'',6012,'fc9779298a77fac2',0);
INSERT INTO "review" VALUES(36,'01KBFKSR2DET5R75JRHWDPHNAF',2,'01KBFKQXF4EY3KYKZBVAJ4T5FN','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764681900108,-480,4,20424,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":8,"suggested":3}',3,1,20433,'',0.9,10,'',9329,'e517f2712b68abef',0);
INSERT INTO "review" VALUES(37,'01KBJ672KM2Q8JKBZ09J79ZKZ1',4,'01KBJ672KHZ9A0Q0Z6C7CNT97F','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764768320115,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20433,'',0.9,10,'',24455,'cf4a959b0785c4f2',0);
INSERT INTO "review" VALUES(38,'01KBJ67P4PTF64P4V9J33CG1EJ',3,'01KBJ672KHZ9A0Q0Z6C7CNT97F','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764768340117,-480,4,20425,'study','{"kind":"basic","outcome":"correct","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20430,'',0.9,10,'',14168,'b5e0b62040f3e49e',0);
INSERT INTO "review" VALUES(39,'01KBJ689NR0QD6JNRZT3BVJ9R2',5,'01KBJ672KHZ9A0Q0Z6C7CNT97F','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764768360119,-480,4,20425,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',3,1,20434,'',0.9,10,'',11737,'bee07a21b6982dd1',0);
INSERT INTO "review" VALUES(40,'01KBJ68X6TVQY5QT04QPKX1ZSG',1,'01KBJ672KHZ9A0Q0Z6C7CNT97F','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764768380121,-480,4,20425,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":9,"suggested":3}',4,1,20429,'',0.9,10,'',14096,'aabeab54d0f866ac',0);
INSERT INTO "review" VALUES(41,'01KBMRP7R3E2506EHCVEVAW870',3,'01KBMRP7R0VXFRA31JVQMMAYCQ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764854800130,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',1,1,20427,'',0.9,10,'',14102,'376e539af1777e34',0);
INSERT INTO "review" VALUES(42,'01KBMRPV95Q66Q9TJJ7WT1P7P1',1,'01KBMRP7R0VXFRA31JVQMMAYCQ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764854820132,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',1,1,20433,'',0.9,10,'',27626,'c45a29188ec6f4d9',0);
INSERT INTO "review" VALUES(43,'01KBMRQET7BY7VK19HN3RJ576T',4,'01KBMRP7R0VXFRA31JVQMMAYCQ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764854840134,-480,4,20426,'study','{"kind":"basic","outcome":"wrong","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',4,1,20430,'',0.9,10,'',16949,'9ca72c90cddf5b30',0);
INSERT INTO "review" VALUES(44,'01KBMRR2B99WNGWH7Y9TPKW8PK',5,'01KBMRP7R0VXFRA31JVQMMAYCQ','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764854860136,-480,4,20426,'quiz','{"kind":"basic","outcome":"wrong","fraction":"0","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":10,"suggested":3}',4,1,20429,'',0.9,10,'',16205,'347ab733b67468b6',0);
INSERT INTO "review" VALUES(45,'01KBQB5CWE69GQA3XSAH26SRF5',1,'01KBQB5CWBJ7SE2DCRGP7F2VF1','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764941280141,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20435,'',0.9,10,'',9647,'80be19d3e0a54652',0);
INSERT INTO "review" VALUES(46,'01KBQB60DG6B1RNDREM9MC4A08',5,'01KBQB5CWBJ7SE2DCRGP7F2VF1','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764941300143,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1/2","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20434,'',0.9,10,'',9265,'a008a77daccc5a7d',0);
INSERT INTO "review" VALUES(47,'01KBQB6KYJP4TRM3H7DK1NRDTW',2,'01KBQB5CWBJ7SE2DCRGP7F2VF1','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764941320145,-480,4,20427,'study','{"kind":"basic","outcome":"correct","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',3,1,20435,'',0.9,10,'',23040,'27e5a9774b793ffa',0);
INSERT INTO "review" VALUES(48,'01KBQB77FMJXJ00B6DAZFKYENC',4,'01KBQB5CWBJ7SE2DCRGP7F2VF1','01KATZYMC2S2QNQPCZ4SX0WWGQ',1764941340147,-480,4,20427,'quiz','{"kind":"basic","outcome":"wrong","fraction":"1","because":"exact","answer":{"text":"Paris “à peu près”"},"seed":11,"suggested":3}',4,1,20434,'',0.9,10,'',19391,'34548ceb715b5f52',0);
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
INSERT INTO "session" VALUES('01KATZYMC4VMNVM59Q8DQ5SRYN','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',0,1763990000005,1763990080014);
INSERT INTO "session" VALUES('01KAXJDSGFEMK6DBM1RY5JHVFZ','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',1,1764076480016,1764076560025);
INSERT INTO "session" VALUES('01KB04WYMTTBVE2WBFFE3R1AT4','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',2,1764162960027,1764163040036);
INSERT INTO "session" VALUES('01KB2QC3S56C755RPGQEBRC6SA','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',3,1764249440038,1764249520047);
INSERT INTO "session" VALUES('01KB59V8XGY6WTKZT09E287ANC','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',4,1764335920049,1764336000060);
INSERT INTO "session" VALUES('01KB7WAE1XKF492PQTJPJ5R8FV','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',5,1764422400062,1764422480073);
INSERT INTO "session" VALUES('01KBAESK6ACF5W3V2Y6Y0QYDW0','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',6,1764508880075,1764508960086);
INSERT INTO "session" VALUES('01KBD18RAQ4MQMKED9H3G794KW','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',7,1764595360088,1764595440099);
INSERT INTO "session" VALUES('01KBFKQXF4EY3KYKZBVAJ4T5FN','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',8,1764681840101,1764681920112);
INSERT INTO "session" VALUES('01KBJ672KHZ9A0Q0Z6C7CNT97F','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',9,1764768320114,1764768400127);
INSERT INTO "session" VALUES('01KBMRP7R0VXFRA31JVQMMAYCQ','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',10,1764854800129,1764854880138);
INSERT INTO "session" VALUES('01KBQB5CWBJ7SE2DCRGP7F2VF1','01KATZYMC2S2QNQPCZ4SX0WWGQ','study','Due today','{"query":"is:due"}',11,1764941280140,NULL);
CREATE TABLE setting (
    scope TEXT NOT NULL,            -- device, all, folder:PATH, deck:ID
    key TEXT NOT NULL,
    value TEXT NOT NULL,            -- JSON
    at_ms INTEGER NOT NULL,
    device_id TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT, WITHOUT ROWID;
INSERT INTO "setting" VALUES('all','new_per_day','15',1765027760151,'01KATZYMC2S2QNQPCZ4SX0WWGQ');
INSERT INTO "setting" VALUES('device','text_size','110',1765027760150,'01KATZYMC2S2QNQPCZ4SX0WWGQ');
INSERT INTO "setting" VALUES('device','theme','"dark"',1765027760149,'01KATZYMC2S2QNQPCZ4SX0WWGQ');
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
