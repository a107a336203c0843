BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'factcheck','m001_documents','2026-11-26 03:31:45.559685+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'factcheck','m002_corpus','2026-11-26 03:31:45.561118+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'factcheck','m003_results','2026-11-26 03:31:45.565602+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'factcheck','m004_reviews','2026-11-26 03:31:45.571776+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'factcheck','m005_readings','2026-11-26 03:31:45.572417+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'factcheck','m006_glosses','2026-11-26 03:31:45.572764+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'factcheck','m007_queue','2026-11-26 03:31:45.580181+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'factcheck','m008_moves','2026-11-26 03:31:45.580629+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'factcheck','m009_together','2026-11-26 03:31:45.588211+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'factcheck','m010_views','2026-11-26 03:31:45.603003+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'factcheck','m011_found_at','2026-11-26 03:31:45.603955+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'factcheck','m012_short_forms','2026-11-26 03:31:45.604288+00:00');
CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            path TEXT,
            added_at TEXT NOT NULL
        );
INSERT INTO "articles" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "articles" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "articles" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "articles" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "articles" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',NULL,'2026-11-26T03:31:47Z');
CREATE TABLE checked_claims (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            language TEXT NOT NULL
        , ruling TEXT);
INSERT INTO "checked_claims" VALUES(1,'6215f8c1e297e826cd4d19c54c89c2e2','Veltron公司未來三年將損失80億美元','假','查核中心',NULL,NULL,'zh-Hant',NULL);
INSERT INTO "checked_claims" VALUES(2,'1c8616a25a4446cfebbdf7f400b88c67','启明半导体营收为52亿元','False','Desk','https://example.org/1','2025-09-01','und',NULL);
CREATE TABLE checks (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT REFERENCES documents (id),
            path TEXT,
            corpus_revision TEXT,
            settings TEXT,
            encoder TEXT,
            judge TEXT,
            version TEXT,
            at TEXT NOT NULL,
            outcome TEXT NOT NULL,
            error TEXT
        );
INSERT INTO "checks" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','en-article.md','94774d3539b19f7fa6e933d001a15d89','b5be0b70d6a6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:47Z','checked',NULL);
INSERT INTO "checks" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','hant-article.md','94774d3539b19f7fa6e933d001a15d89','b5be0b70d6a6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:47Z','checked',NULL);
INSERT INTO "checks" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','mixed-article.md','94774d3539b19f7fa6e933d001a15d89','b5be0b70d6a6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:47Z','checked',NULL);
INSERT INTO "checks" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','briefing-article.md','94774d3539b19f7fa6e933d001a15d89','b5be0b70d6a6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:47Z','checked',NULL);
INSERT INTO "checks" VALUES(6,NULL,'empty.md',NULL,NULL,NULL,NULL,NULL,'2026-11-26T03:31:47Z','failed','Wanted a text, found an empty or blank document; there is nothing to read in it.');
INSERT INTO "checks" VALUES(8,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','hans-article.md','94774d3539b19f7fa6e933d001a15d89','b5be0b70d6a6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:47Z','checked',NULL);
CREATE TABLE claims (
            id TEXT PRIMARY KEY,
            document_id TEXT REFERENCES documents (id),
            position INTEGER NOT NULL,
            current INTEGER NOT NULL DEFAULT 1,
            text TEXT NOT NULL,
            quote TEXT NOT NULL,
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            language TEXT NOT NULL,
            kind TEXT NOT NULL,
            attribution TEXT,
            check_worthiness REAL NOT NULL,
            context TEXT NOT NULL
        , author TEXT);
INSERT INTO "claims" VALUES('eab4d318ef56828b6bb2757ab36bc374','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',0,1,'The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025',0,82,'en','factual',NULL,0.9821,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025.',NULL);
INSERT INTO "claims" VALUES('11efff88e16e7699004262aa9dde80b5','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',1,1,'Veltron sold 450,000 Lark-9 chips in the first half of 2025','Veltron sold 450,000 Lark-9 chips in the first half of 2025',85,144,'en','factual',NULL,0.9825,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025. Veltron''s data-centre revenue in China fell 25% in the first half of 2025.',NULL);
INSERT INTO "claims" VALUES('d0fdf2910c5be905f393169a1679e3e0','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',2,1,'Veltron''s data-centre revenue in China fell 25% in the first half of 2025','Veltron''s data-centre revenue in China fell 25% in the first half of 2025',147,220,'en','factual',NULL,0.9881,'A chip and its licence Veltron sold 450,000 Lark-9 chips in the first half of 2025. Veltron''s data-centre revenue in China fell 25% in the first half of 2025.',NULL);
INSERT INTO "claims" VALUES('f7c67686c5b3d8fa6554ee48120c5a21','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',0,1,'Veltron公司表示，未來三年將因出口限制損失80億美元','Veltron公司表示，未來三年將因出口限制損失80億美元',0,29,'zh-Hant','forecast','Veltron公司',0.9791,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。',NULL);
INSERT INTO "claims" VALUES('81d6bd4809bb95378e964e42cf9c5530','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',1,1,'2025年上半年，Veltron在中國的數據中心營收下降35%','2025年上半年，Veltron在中國的數據中心營收下降35%',32,63,'zh-Hant','factual',NULL,0.9637,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。',NULL);
INSERT INTO "claims" VALUES('270de69c48490b8cb94335dbb8bcaefc','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',1,1,'启明半导体2025年第二季度营收为52亿元','启明半导体2025年第二季度营收为52亿元',29,50,'zh-Hans','factual',NULL,0.8802,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。',NULL);
INSERT INTO "claims" VALUES('1814b85fb20317ee93d783ad11240df0','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',0,1,'Veltron sold 300,000 Lark-9 chips in the first half of 2025','Veltron sold 300,000 Lark-9 chips in the first half of 2025',0,59,'en','factual',NULL,0.9849,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。',NULL);
INSERT INTO "claims" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',1,1,'啟明半導體的QM-7晶片算力達到400 TFLOPS','啟明半導體的QM-7晶片算力達到400 TFLOPS',62,88,'zh-Hant','factual',NULL,0.8768,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。',NULL);
INSERT INTO "claims" VALUES('17863213dc85bc0eefa39b181429e082','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',2,1,'接近Lark-9','接近Lark-9',89,97,'zh','opinion',NULL,0.2732,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。',NULL);
INSERT INTO "claims" VALUES('c988d08b8697a5bd52b2b57df966f583','82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',0,1,'The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄',0,97,'mixed','factual',NULL,0.9977,'Briefing 的數字 The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄。',NULL);
INSERT INTO "claims" VALUES('bb84f205d8f3dacdd150e334d566d8af','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',0,1,'Veltron sold 300,000 Lark-9 chips','300,000 Lark-9 chips',13,33,'en','factual',NULL,1.0,'','ann');
INSERT INTO "claims" VALUES('7b8edbde1c3613850e7f18b28144a02b','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',0,1,'The office approved exports.','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025',0,82,'en','factual',NULL,0.9821,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025.','ann');
INSERT INTO "claims" VALUES('4151f1aa4a497f5f7b0853314e10924e','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',0,1,'出口在2025年7月15日獲准。','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025',0,82,'en','factual',NULL,0.9821,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025.','ann');
INSERT INTO "claims" VALUES('e2d11b07eed14d17f5426c4199a7b321','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',0,0,'启明半导体的QM-7芯片算力达到400 TFLOPS','启明半导体的QM-7芯片算力达到400 TFLOP',0,25,'zh-Hans','factual',NULL,0.9343,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。',NULL);
INSERT INTO "claims" VALUES('2b66d8eba16fba9f07f68661062d6c26','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',0,1,'启明半导体的QM-7芯片算力达到400 TFLOPS','启明半导体的QM-7芯片算力达到400 TFLOPS',0,26,'zh-Hans','factual',NULL,0.9343,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。',NULL);
CREATE TABLE corpus (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            revision TEXT NOT NULL,
            passages INTEGER NOT NULL,
            digest TEXT NOT NULL
        );
INSERT INTO "corpus" VALUES(1,'a90d48c108ce1b299527d438b1b477d1',8,'63835e1ec912deb2');
CREATE TABLE documents (
            id TEXT PRIMARY KEY,
            text TEXT NOT NULL,
            path TEXT,
            title TEXT,
            author TEXT,
            published TEXT,
            url TEXT,
            language TEXT NOT NULL,
            accessed TEXT,
            tier TEXT,
            notes TEXT NOT NULL DEFAULT '[]'
        , archived TEXT);
INSERT INTO "documents" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.

Veltron sold 300,000 Lark-9 chips in the first half of 2025.
','regulator.md','Regulator clears Lark-9',NULL,'2025-07-15','https://example.org/lark','en',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','Veltron公司表示，未來三年將因出口限制損失80億美元。

2025年上半年，Veltron在中國的數據中心營收下降25%。
','market.md','市場觀察：雲雀晶片',NULL,'2025-08-02',NULL,'zh-Hant',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。

启明半导体2025年第二季度营收为25亿元。
','rival.md','竞争对手报告',NULL,'2025-09-10',NULL,'zh-Hans',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 60,000 wafers in July, up 22% on the year, 創下單月新高紀錄。

澄岳芯科七月出貨兩萬片。
','mixed.md','供應鏈 briefing',NULL,'2025-09-12',NULL,'mixed',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','Veltron公司表示，未來三年將因出口限制損失60億美元。
','withdrawn.md','撤回的報導',NULL,'2025-07-01','https://example.org/withdrawn','zh-Hant',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','公告：產量為四萬片。',NULL,NULL,NULL,NULL,'https://example.org/notice','zh-Hant',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','公告（更正）：產量為五萬片。',NULL,NULL,NULL,NULL,'https://example.org/notice','zh-Hant',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.

Veltron''s data-centre revenue in China fell 25% in the first half of 2025.
','en-article.md','A chip and its licence',NULL,'2025-09-20',NULL,'en',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','Veltron公司表示，未來三年將因出口限制損失80億美元。

2025年上半年，Veltron在中國的數據中心營收下降35%。
','hant-article.md','雲雀晶片的代價',NULL,'2025-09-21',NULL,'zh-Hant',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','启明半导体的QM-7芯片算力达到400 TFLOPS。

启明半导体2025年第二季度营收为52亿元。
','hans-article.md','启明的追赶',NULL,'2025-09-22',NULL,'zh-Hans',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','mixed-article.md','Lark-9 與 QM-7',NULL,'2025-09-23',NULL,'mixed',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄。
','briefing-article.md','Briefing 的數字',NULL,'2025-09-24',NULL,'mixed',NULL,NULL,'[]',NULL);
INSERT INTO "documents" VALUES('d50041ea484c2f29be1e1d3665367706fa0de5431a4283fbff06708a612cf4c3','启明半导体营收为25亿元。',NULL,NULL,NULL,NULL,'https://example.org/typed','zh-Hans',NULL,NULL,'[]',NULL);
CREATE TABLE evidence (
            claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            passage INTEGER NOT NULL REFERENCES passages (number),
            score REAL NOT NULL,
            sentence_start INTEGER NOT NULL,
            sentence_end INTEGER NOT NULL,
            stance TEXT NOT NULL,
            stance_score REAL NOT NULL,
            differences TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (claim_id, rank)
        );
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,1,9.73688126571383372187e-01,0,83,'supports',9.71185505390167236328e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',1,2,5.7028090662978270231e-01,85,145,'contradicts',0.794590562582016,'[["date","15 July 2025","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',2,5,2.026908800460258675e-01,0,36,'neutral',8.29631321132183074951e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',3,7,1.90580333602843682294e-01,0,98,'neutral',7.90391519665718078613e-01,'[["name","Harbour Trade Office","曜川半導體"]]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',4,9,1.78018913565419156785e-01,0,30,'neutral',7.43436239659786224365e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',0,2,9.22195415462792267291e-01,85,145,'contradicts',8.84380698204040527343e-01,'[["quantity","450,000","300,000"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',1,1,6.12418128633608338518e-01,0,83,'neutral',7.34360641986131712499e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',2,5,2.61438852793564213694e-01,0,36,'neutral',0.840878745727241,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',3,4,1.81378528194314853072e-01,32,64,'neutral',8.68010032922029495239e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',4,6,1.72173057311884453168e-01,38,60,'neutral',9.76360958954319291258e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',0,4,0.632425060514726,32,64,'supports',0.877166748046875,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',1,2,4.2952599904911109574e-01,85,145,'neutral',6.54437451809644632483e-01,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,1,3.10311242144158172528e-01,0,83,'neutral',0.856330837495625,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',3,6,1.96330883956593482686e-01,38,60,'neutral',0.98988296254538,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',4,7,1.42970012892734393838e-01,0,98,'neutral',9.87429758021607928419e-01,'[["period","the first half of 2025","July"],["scope","data-centre","foundry"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,3,9.51400676870661099471e-01,0,30,'supports',0.955504834651947,'[]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',1,9,8.96804371555908308444e-01,0,30,'contradicts',8.92709672451019287109e-01,'[["quantity","80億美元","60億美元"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',2,4,1.50523144795466884415e-01,32,64,'neutral',9.6913680098950860664e-01,'[["period","未來三年","2025年上半年"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',3,7,1.18761714080701630269e-01,0,98,'neutral',9.82504525175318166319e-01,'[["period","未來三年","July"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',4,2,1.0515811214883538649e-01,85,145,'neutral',9.86554014473222218306e-01,'[["period","未來三年","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',0,4,9.15814250451899680705e-01,32,64,'contradicts',8.44591259956359863281e-01,'[["quantity","35%","25%"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,6,2.61843395817790258739e-01,38,60,'neutral',0.976421327656135,'[["period","2025年上半年","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',2,7,1.59479583539555491711e-01,0,98,'neutral',9.65483678691089086676e-01,'[["period","2025年上半年","July"],["scope","數據中心","foundry"],["name","Veltron","曜川半導體"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',3,3,1.57836723046666127512e-01,0,30,'neutral',9.6731173740699893937e-01,'[["period","2025年上半年","未來三年"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',4,2,0.155949748602875,85,145,'neutral',9.22183050680905558316e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',0,2,9.6752829958579866787e-01,85,145,'supports',9.67119514942169189453e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',1,1,5.55722139483227905998e-01,0,83,'neutral',7.86891984939575128699e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',2,5,2.39987224417061772996e-01,0,36,'neutral',8.31716825440525941992e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',3,4,1.90332372267017019273e-01,32,64,'neutral',8.2097266018390657738e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',4,6,1.51703953269049063301e-01,38,60,'neutral',9.7447992507368330628e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',0,5,9.06491608504068846485e-01,0,36,'supports',9.01361107826232910156e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,6,2.32515198600345363022e-01,38,60,'neutral',8.72891065292060397418e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',2,2,1.10762963192933230893e-01,85,145,'neutral',9.87621248327195666583e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',3,1,9.19285782946700907869e-02,0,83,'neutral',9.86255213245749384753e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',4,7,8.05414651004158488323e-02,0,98,'neutral',0.991939251543954,'[["name","啟明半導體","曜川半導體"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',0,7,0.967403511816358,0,98,'contradicts',8.4599536955356591239e-01,'[["quantity","80,000 wafers","60,000 wafers"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',1,8,2.24146044864122734319e-01,100,112,'neutral',7.74955464899539925305e-01,'[]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',2,1,1.26755057161935191789e-01,0,83,'neutral',9.73798719979822591241e-01,'[["name","曜川半導體","Harbour Trade Office"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',3,3,1.2410905756259159316e-01,0,30,'neutral',0.987348850024864,'[["period","July","未來三年"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',4,9,1.14132290148512713368e-01,0,30,'neutral',0.942887755855918,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,5,0.927113486894424,0,36,'supports',9.05159294605255126953e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',1,6,2.25072697955822020876e-01,38,60,'neutral',8.74063756130635804986e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',2,2,1.1010466534876303668e-01,85,145,'neutral',9.88705863524228290017e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',3,8,9.16258903687277304062e-02,100,112,'neutral',9.84222763986326687479e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',4,1,8.08886965325421869454e-02,0,83,'neutral',9.90896946098655417856e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',0,6,8.51385912306840797469e-01,38,60,'contradicts',0.829579085111618,'[["quantity","52亿元","25亿元"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,4,2.75608879093181213804e-01,32,64,'neutral',9.48264717403799251016e-01,'[["period","2025年第二季度","2025年上半年"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',2,5,1.63861431939177543126e-01,0,36,'neutral',9.12476398423314072338e-01,'[]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',3,2,1.14442189241933417465e-01,85,145,'neutral',9.92217452568002089563e-01,'[["period","2025年第二季度","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',4,7,1.11497562583942666503e-01,0,98,'neutral',9.82567450916394524718e-01,'[["period","2025年第二季度","July"],["name","启明半导体","曜川半導體"]]');
CREATE TABLE glosses (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
INSERT INTO "glosses" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','c8cf205d1f57','[]');
INSERT INTO "glosses" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','c8cf205d1f57','[]');
INSERT INTO "glosses" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','c8cf205d1f57','[]');
INSERT INTO "glosses" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','c8cf205d1f57','[[13,36,"曜川半導體","Yaochuan Foundry","organisation","translation"]]');
CREATE TABLE matches (
            claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            score REAL NOT NULL, level TEXT NOT NULL DEFAULT 'near', ruling TEXT, own_claim TEXT,
            PRIMARY KEY (claim_id, rank)
        );
INSERT INTO "matches" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'Veltron公司未來三年將損失80億美元','假','查核中心',NULL,NULL,0.883398175239563,'same',NULL,NULL);
INSERT INTO "matches" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,'启明半导体的QM-7芯片算力达到400 TFLOPS','contradicted','安',NULL,'2026-11-26',9.99999940395355224609e-01,'same','contradicted','e2d11b07eed14d17f5426c4199a7b321');
INSERT INTO "matches" VALUES('2b66d8eba16fba9f07f68661062d6c26',1,'啟明半導體的QM-7晶片算力達到400 TFLOPS','unverifiable','安',NULL,'2026-11-26',9.15390551090240478515e-01,'same','unverifiable','d0a2f955e0f34da853c2ded1ab84a54e');
INSERT INTO "matches" VALUES('270de69c48490b8cb94335dbb8bcaefc',0,'启明半导体营收为52亿元','False','Desk','https://example.org/1','2025-09-01',7.2279262542724609375e-01,'same',NULL,NULL);
CREATE TABLE moves (
            old_id TEXT PRIMARY KEY REFERENCES claims (id),
            new_id TEXT NOT NULL REFERENCES claims (id)
        );
INSERT INTO "moves" VALUES('e2d11b07eed14d17f5426c4199a7b321','2b66d8eba16fba9f07f68661062d6c26');
CREATE TABLE pages (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            page BLOB NOT NULL
        );
INSERT INTO "pages" VALUES('999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337',X'3C703EE585ACE5918AEFBC9AE794A2E9878FE782BAE59B9BE890ACE78987E380823C2F703E');
INSERT INTO "pages" VALUES('69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627',X'3C703EE585ACE5918AEFBC88E69BB4E6ADA3EFBC89EFBC9AE794A2E9878FE782BAE4BA94E890ACE78987E380823C2F703E');
CREATE TABLE passages (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            document_id TEXT NOT NULL REFERENCES documents (id),
            start INTEGER NOT NULL,
            end INTEGER NOT NULL,
            context TEXT NOT NULL,
            language TEXT NOT NULL,
            digest TEXT NOT NULL,
            active INTEGER NOT NULL DEFAULT 1
        );
INSERT INTO "passages" VALUES(1,'770ca9467f1dac226cf465970a3a4926','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',0,83,'','en','4da1263009f3e415',1);
INSERT INTO "passages" VALUES(2,'db7dfe0fc784de0165b44351ffe397d9','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',85,145,'The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.','en','f3d1c10630951646',1);
INSERT INTO "passages" VALUES(3,'78b3f95be3f3d633330ff627e7791a96','0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f',0,30,'','zh-Hant','b61c8471409b20e3',1);
INSERT INTO "passages" VALUES(4,'fbe1ec5b87a3560bf76511d6b1e67cd9','0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f',32,64,'Veltron公司表示，未來三年將因出口限制損失80億美元。','zh-Hant','5d628aa63531a49d',1);
INSERT INTO "passages" VALUES(5,'400427a3d3ea8a4810682949242df481','317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600',0,36,'','zh-Hans','f0bde968445de83d',1);
INSERT INTO "passages" VALUES(6,'ae51d5e095b274347843e3c494f26b82','317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600',38,60,'启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。','zh-Hans','946d132248060594',1);
INSERT INTO "passages" VALUES(7,'5f257fe722a1fc01514be01da1e8b596','5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8',0,98,'','mixed','fde6c9e12efeac94',1);
INSERT INTO "passages" VALUES(8,'4ee753a58a9a2dd41ab8abc0c1d4b4e9','5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8',100,112,'The foundry, 曜川半導體（Yaochuan Foundry）, shipped 60,000 wafers in July, up 22% on the year, 創下單月新高紀錄。','zh-Hant','ec178033ed4c2792',1);
INSERT INTO "passages" VALUES(9,'229905f96b8b7156284634b87235cc23','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',0,30,'','zh-Hant','f64482cbc0bb8270',0);
INSERT INTO "passages" VALUES(60,'ad853c9f4d55d6d2b488223cd42dd275','d50041ea484c2f29be1e1d3665367706fa0de5431a4283fbff06708a612cf4c3',0,13,'','zh-Hans','42ac59985428b301',0);
CREATE TABLE readings (
            passage INTEGER PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
INSERT INTO "readings" VALUES(1,'31e3dfe149ff','[[],[[70,82,739447,739447,"day",7,15,"on",null]],[],[[4,24,"harbour trade office","organisation",[]],[45,59,"veltron''s lark","other",[]],[55,61,"lark-9","product",[]]],[],[[0,83],[83,83]],[],["lark","lark-9"],[],[]]');
INSERT INTO "readings" VALUES(2,'31e3dfe149ff','[[[13,20,"count",300000.0,300000.0,300000.0,"chip",false,0.5,null,null,false]],[[37,59,739252,739432,"half",null,null,"on",[1,6]]],[],[[21,27,"lark-9","product",[]],[21,25,"lark","other",[]]],[],[[0,60],[60,60]],[],["harbour trade office","lark","lark-9","veltron''s lark"],[],[]]');
INSERT INTO "readings" VALUES(3,'31e3dfe149ff','[[[24,29,"money",8000000000.0,8000000000.0,8000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739466,740561,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
INSERT INTO "readings" VALUES(4,'31e3dfe149ff','[[[28,31,"percentage",25.0,25.0,25.0,"%",false,0.5,"decrease","by",false]],[[0,8,739252,739432,"half",null,null,"on",[1,6]]],[],[[9,16,"veltron","other",[]],[17,19,"china","place",[]]],[],[[0,9],[9,32],[32,32]],[],["veltron"],[],[]]');
INSERT INTO "readings" VALUES(5,'31e3dfe149ff','[[[16,26,"dimension",400.0,400.0,400.0,"TFLOPS",false,0.5,null,null,false]],[],[],[[6,10,"qm-7","product",[]],[6,8,"qm","other",[]],[20,26,"tflops","other",[]],[29,35,"lark-9","product",[]],[29,33,"lark","other",[]]],[],[[0,27],[27,36],[36,36]],[],[],[],[]]');
INSERT INTO "readings" VALUES(6,'31e3dfe149ff','[[[17,21,"money",2500000000.0,2500000000.0,2500000000.0,"CNY",false,50000000.0,null,null,false]],[[5,14,739342,739432,"quarter",null,null,"on",[4,6]]],[],[],[],[[0,22],[22,22]],[],["lark","lark-9","qm","qm-7","tflops"],[],[]]');
INSERT INTO "readings" VALUES(7,'31e3dfe149ff','[[[46,59,"count",60000.0,60000.0,60000.0,"wafer",false,0.5,null,null,false],[72,75,"percentage",22.0,22.0,22.0,"%",false,0.5,"increase","by",false]],[[63,67,739433,739463,"month",7,null,"on",null]],[],[[19,35,"yaochuan foundry","other",[]]],[],[[0,12],[12,37],[37,68],[68,88],[88,98],[98,98]],[],[],[],[]]');
INSERT INTO "readings" VALUES(8,'31e3dfe149ff','[[[8,11,"count",20000.0,20000.0,20000.0,"chip",false,5000.0,null,null,false]],[[4,6,739433,739463,"month",7,null,"on",null]],[],[],[],[[0,12],[12,12]],[],["yaochuan foundry"],[],[]]');
INSERT INTO "readings" VALUES(9,'31e3dfe149ff','[[[24,29,"money",6000000000.0,6000000000.0,6000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739434,740529,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
CREATE TABLE reviews (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            at TEXT NOT NULL,
            reviewer TEXT NOT NULL,
            claim_id TEXT NOT NULL REFERENCES claims (id),
            event TEXT NOT NULL,
            verdict TEXT,
            reason TEXT,
            note TEXT,
            evidence TEXT NOT NULL DEFAULT '[]',
            quote TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            suggestion TEXT
        , act TEXT, target TEXT, claims TEXT NOT NULL DEFAULT '[]', models TEXT, person TEXT);
INSERT INTO "reviews" VALUES(1,'e8a51b168a3041e28e75ff9acbde15e2','2026-11-26T03:31:47.845993Z','ann','1814b85fb20317ee93d783ad11240df0','decided','supported',NULL,'The office says so.','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315524096408977,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','581ec6e3e8a94fccb33142ecfbfc581a',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(2,'c7a207cf74b0476da73c58cc1d08e1e2','2026-11-26T03:31:47.850524Z','安','1814b85fb20317ee93d783ad11240df0','decided','contradicted',NULL,'數字不同','[]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315524096408977,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','a0a8cae4577646e79a9d8fecfb8c6da9',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(3,'34ed0978ed484843aa6d5e0b58c4382c','2026-11-26T03:31:47.851961Z','安','d0a2f955e0f34da853c2ded1ab84a54e','decided','unverifiable','no_evidence','查無資料','[]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','927b31e8ac324ffba6100a5db7ea2225',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(4,'87dd6309485c46759e9afc61da06e336','2026-11-26T03:31:47.855887Z','安','270de69c48490b8cb94335dbb8bcaefc','decided','contradicted',NULL,'营收应为25亿元','["ae51d5e095b274347843e3c494f26b82"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554270126802,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','13df9f3e571a4da8aee48765b230f9d3',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(5,'c19474f3e0014cc2b37366a91a8873de','2026-11-26T03:31:47.857212Z','安','270de69c48490b8cb94335dbb8bcaefc','undone',NULL,NULL,NULL,'[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554270126802,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','ed9f4ec488d1431e9c8fd6f5da45852d','13df9f3e571a4da8aee48765b230f9d3','[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(6,'d76db6979af84462b48a5aebd1f8319a','2026-11-26T03:31:47.862541Z','安','270de69c48490b8cb94335dbb8bcaefc','redone',NULL,NULL,NULL,'[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554270126802,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','987f2f82282641d6906c76d8807b005b','13df9f3e571a4da8aee48765b230f9d3','[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(7,'0624fa7f866041f78d265c9dce94fc38','2026-11-26T03:31:47.866886Z','ann','d0a2f955e0f34da853c2ded1ab84a54e','flagged',NULL,NULL,NULL,'[]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','90ed40d191574b9dbb6faa2a9b293b37',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(8,'51cac24442a2477fa1ec015af2d01ca5','2026-11-26T03:31:47.868234Z','ann','270de69c48490b8cb94335dbb8bcaefc','noted',NULL,NULL,'Ask the desk in 台北.','[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554270126802,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','ca4b61cc18114811ae31ba4c187e6e25',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(9,'1134529a174d4f2ebd7b80fddc5ed3cf','2026-11-26T03:31:47.874568Z','ann','d0a2f955e0f34da853c2ded1ab84a54e','pinned',NULL,NULL,NULL,'["400427a3d3ea8a4810682949242df481"]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','36a7c7c813274a78b715e1b083441782',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(10,'166a35a2f7d24c4e8f160ce8f0fbed55','2026-11-26T03:31:47.875959Z','ann','270de69c48490b8cb94335dbb8bcaefc','brought',NULL,NULL,NULL,'["ad853c9f4d55d6d2b488223cd42dd275"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554270126802,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','53b2048c727244d0a0af8fee94d97d26',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(11,'fbabfaa4241d48c891880c0bbf4740e4','2026-11-26T03:31:47.878716Z','ann','bb84f205d8f3dacdd150e334d566d8af','claim_added',NULL,NULL,NULL,'[]','300,000 Lark-9 chips','Veltron sold ',' in the first half of 2025.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9',NULL,'3d322047ef2d413e9fbe4f30c037272d',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(12,'9d19d05be8f64bad8a2849f76232af7e','2026-11-26T03:31:47.885827Z','ann','eab4d318ef56828b6bb2757ab36bc374','replaced',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
','{"verdict":"supported","confidence":0.7782617961152991,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”"}','42e6ab2a5e514862ad716cfbb07100ff',NULL,'["7b8edbde1c3613850e7f18b28144a02b","4151f1aa4a497f5f7b0853314e10924e"]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(13,'17d015adf70d4ce3b68d20d0f6fe343d','2026-11-26T03:31:47.886024Z','ann','7b8edbde1c3613850e7f18b28144a02b','claim_added',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
',NULL,'42e6ab2a5e514862ad716cfbb07100ff',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(14,'67018189b6e840179579f7d448a3623e','2026-11-26T03:31:47.886134Z','ann','4151f1aa4a497f5f7b0853314e10924e','claim_added',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
',NULL,'42e6ab2a5e514862ad716cfbb07100ff',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(15,'1c850ca619fb434586a1f3e4dbe4d688','2026-11-26T03:31:47.887492Z','ann','11efff88e16e7699004262aa9dde80b5','dismissed',NULL,NULL,'no claim','[]','Veltron sold 450,000 Lark-9 chips in the first half of 2025','ice approved exports of Veltron''s Lark-9 chip on 15 July 2025.

','.

Veltron''s data-centre revenue in China fell 25% in the first ','{"verdict":"contradicted","confidence":0.8583773936257975,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there."}','79144badf8fe433bb37ac048fbf4e5fe',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(16,'d0ff892d63b84c3190525e5c89dbf759','2026-11-26T03:31:47.888504Z','ann','d0fdf2910c5be905f393169a1679e3e0','assigned',NULL,NULL,NULL,'[]','Veltron''s data-centre revenue in China fell 25% in the first half of 2025','

Veltron sold 450,000 Lark-9 chips in the first half of 2025.

','.
','{"verdict":"supported","confidence":0.8469503986972541,"reason":null,"rationale":"“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”"}','82a3c226f0d647e8b9ee61a5cd49bd02',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}','安');
INSERT INTO "reviews" VALUES(17,'6bbcbcab0d6440e7b8facdc0e1135a70','2026-11-26T03:31:47.894751Z','主編','1814b85fb20317ee93d783ad11240df0','adjudicated','supported',NULL,'以原文為準','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315524096408977,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','2682aa8ed30548439f06b8079b0c8eb6',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(18,'f5f8db3a640040009029412457470088','2026-11-26T03:31:47.898756Z','安','e2d11b07eed14d17f5426c4199a7b321','decided','contradicted',NULL,'早先的切分','[]','启明半导体的QM-7芯片算力达到400 TFLOP','','S。

启明半导体2025年第二季度营收为52亿元。
','{"verdict":"supported","confidence":0.8643474650470457,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”"}','247ab7cb247d4902a34120c637a2baa5',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"b5be0b70d6a6","version":"0.1.0"}',NULL);
CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            previous_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
            at TEXT NOT NULL,
            UNIQUE (url, document_id)
        );
INSERT INTO "revisions" VALUES(1,'https://example.org/lark','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',NULL,'2026-11-26T03:31:46Z');
INSERT INTO "revisions" VALUES(2,'https://example.org/withdrawn','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "revisions" VALUES(3,'https://example.org/notice','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337',NULL,'2026-11-26T03:31:47Z');
INSERT INTO "revisions" VALUES(4,'https://example.org/notice','69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','2026-11-26T03:31:47Z');
CREATE TABLE short_forms (document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL, data TEXT NOT NULL);
INSERT INTO "short_forms" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','31e3dfe149ff','[]');
INSERT INTO "short_forms" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','31e3dfe149ff','[]');
INSERT INTO "short_forms" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','31e3dfe149ff','[]');
INSERT INTO "short_forms" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','31e3dfe149ff','[]');
CREATE TABLE sources (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            added_at TEXT NOT NULL,
            removed_at TEXT
        );
INSERT INTO "sources" VALUES(1,'b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','2026-11-26T03:31:46Z',NULL);
INSERT INTO "sources" VALUES(2,'0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','2026-11-26T03:31:46Z',NULL);
INSERT INTO "sources" VALUES(3,'317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','2026-11-26T03:31:46Z',NULL);
INSERT INTO "sources" VALUES(4,'5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','2026-11-26T03:31:47Z',NULL);
INSERT INTO "sources" VALUES(5,'6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','2026-11-26T03:31:47Z','2026-11-26T03:31:47Z');
CREATE TABLE standings (
            claim_id TEXT NOT NULL REFERENCES claims (id),
            reviewer TEXT NOT NULL,
            verdict TEXT,
            reason TEXT,
            evidence TEXT NOT NULL DEFAULT '[]',
            note TEXT,
            flagged INTEGER NOT NULL DEFAULT 0,
            dismissed INTEGER NOT NULL DEFAULT 0,
            at TEXT, assigned INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (claim_id, reviewer)
        );
INSERT INTO "standings" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','安','unverifiable','no_evidence','[]','查無資料',0,0,'2026-11-26T03:31:47.851961Z',0);
INSERT INTO "standings" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','ann',NULL,NULL,'[]',NULL,1,0,NULL,0);
INSERT INTO "standings" VALUES('270de69c48490b8cb94335dbb8bcaefc','安','contradicted',NULL,'["ae51d5e095b274347843e3c494f26b82"]','营收应为25亿元',0,0,'2026-11-26T03:31:47.855887Z',0);
INSERT INTO "standings" VALUES('270de69c48490b8cb94335dbb8bcaefc','ann',NULL,NULL,'[]','Ask the desk in 台北.',0,0,NULL,0);
INSERT INTO "standings" VALUES('bb84f205d8f3dacdd150e334d566d8af','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('eab4d318ef56828b6bb2757ab36bc374','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('7b8edbde1c3613850e7f18b28144a02b','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('4151f1aa4a497f5f7b0853314e10924e','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('11efff88e16e7699004262aa9dde80b5','ann',NULL,NULL,'[]',NULL,0,1,'2026-11-26T03:31:47.887492Z',0);
INSERT INTO "standings" VALUES('d0fdf2910c5be905f393169a1679e3e0','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('d0fdf2910c5be905f393169a1679e3e0','安',NULL,NULL,'[]',NULL,0,0,NULL,1);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','ann','supported',NULL,'["db7dfe0fc784de0165b44351ffe397d9"]','The office says so.',0,0,'2026-11-26T03:31:47.845993Z',0);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','安','contradicted',NULL,'[]','數字不同',0,0,'2026-11-26T03:31:47.850524Z',0);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','主編',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('e2d11b07eed14d17f5426c4199a7b321','安','contradicted',NULL,'[]','早先的切分',0,0,'2026-11-26T03:31:47.898756Z',0);
INSERT INTO "standings" VALUES('2b66d8eba16fba9f07f68661062d6c26','安','contradicted',NULL,'[]','早先的切分',0,0,'2026-11-26T03:31:47.898756Z',0);
CREATE TABLE suggestions (
            claim_id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            verdict TEXT NOT NULL,
            confidence REAL NOT NULL,
            reason TEXT,
            rationale TEXT NOT NULL,
            encoder TEXT NOT NULL,
            judge TEXT NOT NULL,
            settings TEXT NOT NULL,
            version TEXT NOT NULL
        , corpus_revision TEXT, at TEXT);
INSERT INTO "suggestions" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,'supported',7.78261796115299109288e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.689114Z');
INSERT INTO "suggestions" VALUES('11efff88e16e7699004262aa9dde80b5',1,'contradicted',8.58377393625797457943e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there.','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.689114Z');
INSERT INTO "suggestions" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,'supported',8.46950398697254080992e-01,NULL,'“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.689114Z');
INSERT INTO "suggestions" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'unverifiable',8.92709672451019287109e-01,'conflicting','來源互相矛盾：「市場觀察：雲雀晶片」 (2025-08-02)支持，「撤回的報導」 (2025-07-01)反駁。','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.738001Z');
INSERT INTO "suggestions" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,'contradicted',7.86451915821704261588e-01,NULL,'「市場觀察：雲雀晶片」 (2025-08-02)的說法不同：數字，此處「35%」，彼處「25%」。','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.738001Z');
INSERT INTO "suggestions" VALUES('1814b85fb20317ee93d783ad11240df0',0,'supported',9.31552409640897693954e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.799164Z');
INSERT INTO "suggestions" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,'supported',8.60371138472790786266e-01,NULL,'「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.799164Z');
INSERT INTO "suggestions" VALUES('17863213dc85bc0eefa39b181429e082',2,'unverifiable',0.9,'not_checkable','这是意见、提问或无关紧要的陈述，未予查核。','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.799164Z');
INSERT INTO "suggestions" VALUES('c988d08b8697a5bd52b2b57df966f583',0,'contradicted',8.10815230544310372451e-01,NULL,'「供應鏈 briefing」 (2025-09-12)的說法不同：數字，此處「80,000 wafers」，彼處「60,000 wafers」。','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.828377Z');
INSERT INTO "suggestions" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,'supported',8.64347465047045737662e-01,NULL,'“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.920804Z');
INSERT INTO "suggestions" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,'contradicted',7.68855427012680170406e-01,NULL,'“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。','builtin@ef763570cb8d','builtin@9bcddc932759','b5be0b70d6a6','0.1.0','94774d3539b19f7fa6e933d001a15d89','2026-11-26T03:31:47.920804Z');
CREATE TABLE verdicts (
            claim_id TEXT PRIMARY KEY REFERENCES claims (id),
            decided INTEGER NOT NULL,
            verdict TEXT,
            reason TEXT,
            disputed INTEGER NOT NULL,
            dismissed INTEGER NOT NULL,
            opinions INTEGER NOT NULL,
            flagged INTEGER NOT NULL,
            noted INTEGER NOT NULL,
            hidden INTEGER NOT NULL,
            adjudicator TEXT,
            adjudicated_at TEXT,
            adjudication_note TEXT,
            adjudication_evidence TEXT
        );
INSERT INTO "verdicts" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,'unverifiable','no_evidence',0,0,1,1,1,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,'contradicted',NULL,0,0,1,0,1,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('bb84f205d8f3dacdd150e334d566d8af',0,NULL,NULL,0,0,0,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,NULL,NULL,0,0,0,0,0,1,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('7b8edbde1c3613850e7f18b28144a02b',0,NULL,NULL,0,0,0,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('4151f1aa4a497f5f7b0853314e10924e',0,NULL,NULL,0,0,0,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('11efff88e16e7699004262aa9dde80b5',1,NULL,NULL,0,1,1,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('d0fdf2910c5be905f393169a1679e3e0',0,NULL,NULL,0,0,0,0,0,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('1814b85fb20317ee93d783ad11240df0',1,'supported',NULL,0,0,2,0,1,0,'主編','2026-11-26T03:31:47.894751Z','以原文為準','["db7dfe0fc784de0165b44351ffe397d9"]');
INSERT INTO "verdicts" VALUES('e2d11b07eed14d17f5426c4199a7b321',1,'contradicted',NULL,0,0,1,0,1,0,NULL,NULL,NULL,NULL);
INSERT INTO "verdicts" VALUES('2b66d8eba16fba9f07f68661062d6c26',1,'contradicted',NULL,0,0,1,0,1,0,NULL,NULL,NULL,NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX documents_url ON documents (url);
CREATE INDEX passages_document ON passages (document_id, active);
CREATE INDEX passages_digest ON passages (digest);
CREATE INDEX claims_document ON claims (document_id, position);
CREATE INDEX evidence_passage ON evidence (passage);
CREATE INDEX checks_document ON checks (document_id);
CREATE INDEX checks_path ON checks (path);
CREATE INDEX reviews_claim ON reviews (claim_id);
CREATE TRIGGER reviews_keep BEFORE DELETE ON reviews
            BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews
            BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE INDEX reviews_act ON reviews (act);
CREATE INDEX claims_current ON claims (current, kind);
CREATE INDEX moves_new ON moves (new_id);
CREATE INDEX reviews_reviewer ON reviews (reviewer, at, id);
CREATE INDEX standings_assigned ON standings (reviewer) WHERE assigned;
CREATE VIEW reviewed_claims AS
    SELECT c.id AS claim_id, c.text AS claim, c.quote, d.title AS article, d.url AS article_url,
        d.published AS article_published, c.kind, c.language,
        CASE WHEN v.disputed THEN 'disputed' WHEN v.dismissed THEN 'not_a_claim' ELSE v.verdict END
            AS verdict,
        v.reason, v.opinions, v.adjudicator, s.verdict AS machine_suggestion, s.confidence
    FROM verdicts v JOIN claims c ON c.id = v.claim_id
    LEFT JOIN documents d ON d.id = c.document_id
    LEFT JOIN suggestions s ON s.claim_id = c.id
    WHERE v.decided AND NOT v.hidden;
CREATE VIEW open_claims AS
    SELECT c.id AS claim_id, c.text AS claim, c.quote, d.title AS article, c.kind, c.language,
        c.check_worthiness, s.verdict AS machine_suggestion, s.confidence, s.rationale
    FROM claims c LEFT JOIN verdicts v ON v.claim_id = c.id
    LEFT JOIN documents d ON d.id = c.document_id
    LEFT JOIN suggestions s ON s.claim_id = c.id
    WHERE c.current AND c.kind IN ('factual', 'forecast')
        AND NOT coalesce(v.decided OR v.hidden, 0);
CREATE VIEW acts AS
    SELECT r.at, r.reviewer, r.event, r.verdict, r.reason, r.note, c.text AS claim, r.claim_id,
        r.person, r.act, r.target
    FROM reviews r JOIN claims c ON c.id = r.claim_id ORDER BY r.at, r.id;
CREATE VIEW claim_evidence AS
    SELECT c.text AS claim, e.rank, e.stance, round(e.stance_score, 3) AS stance_score,
        substr(d.text, p.start + 1, p.end - p.start) AS passage, d.title AS source,
        d.url AS source_url,
        d.published AS source_published, e.differences, e.claim_id, p.id AS passage_id
    FROM evidence e JOIN claims c ON c.id = e.claim_id JOIN passages p ON p.number = e.passage
    JOIN documents d ON d.id = p.document_id;
CREATE VIEW sources_in_force AS
    SELECT d.id, d.title, d.author, d.published, d.url, d.language, d.tier, d.accessed, d.archived,
        q.added_at,
        (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.active) AS passages
    FROM sources q JOIN documents d ON d.id = q.document_id WHERE q.removed_at IS NULL;
CREATE VIEW checked_articles AS
    SELECT d.id, d.title, d.author, d.published, d.url, d.language, a.path,
        (SELECT count(*) FROM claims c WHERE c.document_id = d.id AND c.current) AS claims,
        (SELECT max(k.at) FROM checks k WHERE k.document_id = d.id AND k.outcome = 'checked')
            AS checked_at
    FROM articles a JOIN documents d ON d.id = a.document_id;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('revisions',4);
INSERT INTO "sqlite_sequence" VALUES('sources',5);
INSERT INTO "sqlite_sequence" VALUES('passages',75);
INSERT INTO "sqlite_sequence" VALUES('checked_claims',2);
INSERT INTO "sqlite_sequence" VALUES('articles',7);
INSERT INTO "sqlite_sequence" VALUES('checks',8);
INSERT INTO "sqlite_sequence" VALUES('reviews',18);
COMMIT;
