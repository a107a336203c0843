BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'factcheck','m001_documents','2026-11-26 03:31:53.327851+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'factcheck','m002_corpus','2026-11-26 03:31:53.330499+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'factcheck','m003_results','2026-11-26 03:31:53.338878+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'factcheck','m004_reviews','2026-11-26 03:31:53.343684+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'factcheck','m005_readings','2026-11-26 03:31:53.344030+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'factcheck','m006_glosses','2026-11-26 03:31:53.344348+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'factcheck','m007_queue','2026-11-26 03:31:53.351030+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'factcheck','m008_moves','2026-11-26 03:31:53.351525+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'factcheck','m009_together','2026-11-26 03:31:53.363178+00:00');
CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            path TEXT,
            added_at TEXT NOT NULL
        );
INSERT INTO "articles" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',NULL,'2026-11-26T03:31:56Z');
INSERT INTO "articles" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',NULL,'2026-11-26T03:31:56Z');
INSERT INTO "articles" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',NULL,'2026-11-26T03:31:56Z');
INSERT INTO "articles" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',NULL,'2026-11-26T03:31:56Z');
INSERT INTO "articles" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',NULL,'2026-11-26T03:31:56Z');
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
INSERT INTO "checks" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','en-article.md','94774d3539b19f7fa6e933d001a15d89','942bf07943f6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:56Z','checked',NULL);
INSERT INTO "checks" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','hant-article.md','94774d3539b19f7fa6e933d001a15d89','942bf07943f6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:56Z','checked',NULL);
INSERT INTO "checks" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','mixed-article.md','94774d3539b19f7fa6e933d001a15d89','942bf07943f6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:56Z','checked',NULL);
INSERT INTO "checks" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','briefing-article.md','94774d3539b19f7fa6e933d001a15d89','942bf07943f6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:56Z','checked',NULL);
INSERT INTO "checks" VALUES(6,NULL,'empty.md',NULL,NULL,NULL,NULL,NULL,'2026-11-26T03:31:56Z','failed','Wanted a text, found an empty or blank document; there is nothing to read in it.');
INSERT INTO "checks" VALUES(8,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','hans-article.md','94774d3539b19f7fa6e933d001a15d89','942bf07943f6','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:31:56Z','checked',NULL);
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
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',1,2,5.70280891728621508462e-01,85,145,'contradicts',0.794590511918068,'[["date","15 July 2025","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',2,5,2.026908800460258675e-01,0,36,'neutral',8.29631321132183074951e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',3,7,1.9058032615226308537e-01,0,98,'neutral',7.90391549468040466308e-01,'[["name","Harbour Trade Office","曜川半導體"]]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',4,9,1.78018913565419156785e-01,0,30,'neutral',7.43436239659786224365e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',0,2,9.22195406149566521136e-01,85,145,'contradicts',0.884380578994751,'[["quantity","450,000","300,000"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',1,1,6.12418134966601801494e-01,0,83,'neutral',7.34360637515783398754e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',2,5,2.61438847438459409655e-01,0,36,'neutral',8.40878767147660188818e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',3,4,1.81378514271042345917e-01,32,64,'neutral',8.68010088615119523858e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',4,6,1.72173057311884453168e-01,38,60,'neutral',9.76360958954319291258e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',0,4,6.32425071690596918294e-01,32,64,'supports',0.877166748046875,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',1,2,4.2952599904911109574e-01,85,145,'neutral',6.54437451809644632483e-01,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,1,3.10311297464719082483e-01,0,83,'neutral',8.56330772675573892449e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',3,6,1.96330882093948333455e-01,38,60,'neutral',9.89882964780554153172e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',4,3,1.4908825124128763373e-01,0,30,'neutral',9.55887671094387769699e-01,'[["period","the first half of 2025","未來三年"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,3,9.51400676870661099471e-01,0,30,'supports',0.955504834651947,'[]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',1,9,8.96804371555908308444e-01,0,30,'contradicts',8.92709672451019287109e-01,'[["quantity","80億美元","60億美元"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',2,4,1.50523144795466884415e-01,32,64,'neutral',9.6913680098950860664e-01,'[["period","未來三年","2025年上半年"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',3,7,1.18761711426432284288e-01,0,98,'neutral',9.82504527969285890165e-01,'[["period","未來三年","July"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',4,2,1.05158109791425119494e-01,85,145,'neutral',9.8655401705764234066e-01,'[["period","未來三年","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',0,4,9.15814257902480277628e-01,32,64,'contradicts',8.44591259956359863281e-01,'[["quantity","35%","25%"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,6,2.61843395817790258739e-01,38,60,'neutral',0.976421327656135,'[["period","2025年上半年","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',2,7,1.59479593644405448493e-01,0,98,'neutral',9.65483666956424735339e-01,'[["period","2025年上半年","July"],["scope","數據中心","foundry"],["name","Veltron","曜川半導體"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',3,3,1.57836728634601575205e-01,0,30,'neutral',9.67311730701476357729e-01,'[["period","2025年上半年","未來三年"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',4,2,0.155949748602875,85,145,'neutral',9.22183050680905558316e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',0,2,9.67528323800185607872e-01,85,145,'supports',9.67119634151458740234e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',1,1,5.55722139483227905998e-01,0,83,'neutral',7.86891984939575128699e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',2,5,2.39987220132977935316e-01,0,36,'neutral',8.31716842576861403735e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',3,4,1.90332355130681640797e-01,32,64,'neutral',0.820972728729248,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',4,6,1.51703966819792507303e-01,38,60,'neutral',9.744799099862575531e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',0,5,9.06491608504068846485e-01,0,36,'supports',9.01361107826232910156e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,6,2.32515198600345363022e-01,38,60,'neutral',8.72891065292060397418e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',2,2,1.10762963984557427643e-01,85,145,'neutral',9.87621247768402099609e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',3,1,9.19285782946700907869e-02,0,83,'neutral',9.86255213245749384753e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',4,7,8.05414664973997107555e-02,0,98,'neutral',9.91939249867573424879e-01,'[["name","啟明半導體","曜川半導體"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',0,7,0.967403511816358,0,98,'contradicts',8.4599536955356591239e-01,'[["quantity","80,000 wafers","60,000 wafers"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',1,8,2.24146038437996963921e-01,100,112,'neutral',0.774955490604043,'[]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',2,1,1.2675505902458034102e-01,0,83,'neutral',9.73798717744648434369e-01,'[["name","曜川半導體","Harbour Trade Office"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',3,3,1.24109060851324434771e-01,0,30,'neutral',9.87348846322856799062e-01,'[["period","July","未來三年"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',4,9,1.14132285328918392508e-01,0,30,'neutral',9.42887775134295225143e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,5,0.92711349993294,0,36,'supports',9.05159354209899902343e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',1,6,2.25072697955822020876e-01,38,60,'neutral',8.74063756130635804986e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',2,2,1.1010466979582833602e-01,85,145,'neutral',9.88705858774483248296e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',3,8,9.16258930462801324257e-02,100,112,'neutral',9.84222753276117079401e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',4,1,8.08886965325421869454e-02,0,83,'neutral',9.90896946098655417856e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',0,6,8.51385916032131095931e-01,38,60,'contradicts',8.29579097777605078967e-01,'[["quantity","52亿元","25亿元"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,4,2.75608863400395864839e-01,32,64,'neutral',9.48264735843986295016e-01,'[["period","2025年第二季度","2025年上半年"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',2,5,1.63861431939177543126e-01,0,36,'neutral',9.12476398423314072338e-01,'[]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',3,2,1.14442189241933417465e-01,85,145,'neutral',9.92217452568002089563e-01,'[["period","2025年第二季度","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',4,7,1.11497569161408349724e-01,0,98,'neutral',9.82567443512380123138e-01,'[["period","2025年第二季度","July"],["name","启明半导体","曜川半導體"]]');
CREATE TABLE glosses (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
INSERT INTO "glosses" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','82dd6dbc0ca9','[]');
INSERT INTO "glosses" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','82dd6dbc0ca9','[]');
INSERT INTO "glosses" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','82dd6dbc0ca9','[]');
INSERT INTO "glosses" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','82dd6dbc0ca9','[[13,36,"曜川半導體","Yaochuan Foundry","organisation","translation"]]');
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
INSERT INTO "readings" VALUES(1,'d88917b1788f','[[],[[70,82,739447,739447,"day",7,15,"on",null]],[],[[4,24,"harbour trade office","organisation",[]],[45,59,"veltron''s lark","other",[]],[55,61,"lark-9","product",[]]],[],[[0,83],[83,83]],[],["lark","lark-9"],[],[]]');
INSERT INTO "readings" VALUES(2,'d88917b1788f','[[[13,20,"count",300000.0,300000.0,300000.0,"chip",false,0.5,null,null,false]],[[37,59,739252,739432,"half",null,null,"on",[1,6]]],[],[[21,27,"lark-9","product",[]],[21,25,"lark","other",[]]],[],[[0,60],[60,60]],[],["harbour trade office","lark","lark-9","veltron''s lark"],[],[]]');
INSERT INTO "readings" VALUES(3,'d88917b1788f','[[[24,29,"money",8000000000.0,8000000000.0,8000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739466,740561,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
INSERT INTO "readings" VALUES(4,'d88917b1788f','[[[28,31,"percentage",25.0,25.0,25.0,"%",false,0.5,"decrease","by",false]],[[0,8,739252,739432,"half",null,null,"on",[1,6]]],[],[[9,16,"veltron","other",[]],[17,19,"china","place",[]]],[],[[0,9],[9,32],[32,32]],[],["veltron"],[],[]]');
INSERT INTO "readings" VALUES(5,'d88917b1788f','[[[16,26,"dimension",400.0,400.0,400.0,"TFLOPS",false,0.5,null,null,false]],[],[],[[6,10,"qm-7","product",[]],[6,8,"qm","other",[]],[20,26,"tflops","other",[]],[29,35,"lark-9","product",[]],[29,33,"lark","other",[]]],[],[[0,27],[27,36],[36,36]],[],[],[],[]]');
INSERT INTO "readings" VALUES(6,'d88917b1788f','[[[17,21,"money",2500000000.0,2500000000.0,2500000000.0,"CNY",false,50000000.0,null,null,false]],[[5,14,739342,739432,"quarter",null,null,"on",[4,6]]],[],[],[],[[0,22],[22,22]],[],["lark","lark-9","qm","qm-7","tflops"],[],[]]');
INSERT INTO "readings" VALUES(7,'d88917b1788f','[[[46,59,"count",60000.0,60000.0,60000.0,"wafer",false,0.5,null,null,false],[72,75,"percentage",22.0,22.0,22.0,"%",false,0.5,"increase","by",false]],[[63,67,739433,739463,"month",7,null,"on",null]],[],[[19,35,"yaochuan foundry","other",[]]],[],[[0,12],[12,37],[37,68],[68,88],[88,98],[98,98]],[],[],[],[]]');
INSERT INTO "readings" VALUES(8,'d88917b1788f','[[[8,11,"count",20000.0,20000.0,20000.0,"chip",false,5000.0,null,null,false]],[[4,6,739433,739463,"month",7,null,"on",null]],[],[],[],[[0,12],[12,12]],[],["yaochuan foundry"],[],[]]');
INSERT INTO "readings" VALUES(9,'d88917b1788f','[[[24,29,"money",6000000000.0,6000000000.0,6000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739434,740529,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
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
INSERT INTO "reviews" VALUES(1,'815e462b3eb44e73ba8b6f7799a36cf1','2026-11-26T03:31:56.475350Z','ann','1814b85fb20317ee93d783ad11240df0','decided','supported',NULL,'The office says so.','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315525244661071,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','3a8b6cb3ccbe4fe7a8327122e867bb28',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(2,'8c4afb1a893f4dd0a08c55dca9ae4f2b','2026-11-26T03:31:56.477364Z','安','1814b85fb20317ee93d783ad11240df0','decided','contradicted',NULL,'數字不同','[]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315525244661071,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','d904127be1da4f7c85f86cdf3260951a',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(3,'9102034a54ca47ed8b66ee4e2122ceb3','2026-11-26T03:31:56.486263Z','安','d0a2f955e0f34da853c2ded1ab84a54e','decided','unverifiable','no_evidence','查無資料','[]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','c3b3ae3eab67495c9ab785556eb23d65',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(4,'ec73e5cfe4e042c59188cbb598eb8ecd','2026-11-26T03:31:56.490049Z','安','270de69c48490b8cb94335dbb8bcaefc','decided','contradicted',NULL,'营收应为25亿元','["ae51d5e095b274347843e3c494f26b82"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','3699647feb1c4f4c9394d3fd9bcde154',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(5,'fcfb75abc17a4cd7994b9f3fc5f24b81','2026-11-26T03:31:56.494603Z','安','270de69c48490b8cb94335dbb8bcaefc','undone',NULL,NULL,NULL,'[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','39e4720186bf442a9cb406cce0019de4','3699647feb1c4f4c9394d3fd9bcde154','[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(6,'15ccf324f4fd4b8d86d8d0ddb082ecd2','2026-11-26T03:31:56.496045Z','安','270de69c48490b8cb94335dbb8bcaefc','redone',NULL,NULL,NULL,'[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','5afef07334be4340a75782b8c91c29df','3699647feb1c4f4c9394d3fd9bcde154','[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(7,'f311679810164069a7ca94afeb705059','2026-11-26T03:31:56.498568Z','ann','d0a2f955e0f34da853c2ded1ab84a54e','flagged',NULL,NULL,NULL,'[]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','ba9c644747b941e6b53d89b2fb04066c',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(8,'a01aef1e13d64534aa4a4457e3732355','2026-11-26T03:31:56.506995Z','ann','270de69c48490b8cb94335dbb8bcaefc','noted',NULL,NULL,'Ask the desk in 台北.','[]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','cb92a15482c74ee78c4aac35aaff35a5',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(9,'6ab12734d9594d5fa994335057b6d0e4','2026-11-26T03:31:56.510862Z','ann','d0a2f955e0f34da853c2ded1ab84a54e','pinned',NULL,NULL,NULL,'["400427a3d3ea8a4810682949242df481"]','啟明半導體的QM-7晶片算力達到400 TFLOPS','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}','7b516b9bb9db49948ed073336553fbbf',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(10,'830d3bd2fb9246fc83ad916fbc2c9da5','2026-11-26T03:31:56.516181Z','ann','270de69c48490b8cb94335dbb8bcaefc','brought',NULL,NULL,NULL,'["ad853c9f4d55d6d2b488223cd42dd275"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}','9f9476850b1f4df9b71f71fc0eca1e85',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(11,'6c563200f66243dd91a2e6563b674f72','2026-11-26T03:31:56.517658Z','ann','bb84f205d8f3dacdd150e334d566d8af','claim_added',NULL,NULL,NULL,'[]','300,000 Lark-9 chips','Veltron sold ',' in the first half of 2025.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9',NULL,'d85ec91ceeb749d098828338627221b8',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(12,'cfd2f5bd579b491c9bfae08a551006b5','2026-11-26T03:31:56.526585Z','ann','eab4d318ef56828b6bb2757ab36bc374','replaced',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
','{"verdict":"supported","confidence":0.7782618084163221,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”"}','c73bc1482c4041f18e91cd332b8dae92',NULL,'["7b8edbde1c3613850e7f18b28144a02b","4151f1aa4a497f5f7b0853314e10924e"]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(13,'10439c64618742f5a2ed63205637896f','2026-11-26T03:31:56.526745Z','ann','7b8edbde1c3613850e7f18b28144a02b','claim_added',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
',NULL,'c73bc1482c4041f18e91cd332b8dae92',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(14,'af2fc64d28e5470a8d9c796b9eda9fae','2026-11-26T03:31:56.526850Z','ann','4151f1aa4a497f5f7b0853314e10924e','claim_added',NULL,NULL,NULL,'[]','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','','.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.
',NULL,'c73bc1482c4041f18e91cd332b8dae92',NULL,'[]',NULL,NULL);
INSERT INTO "reviews" VALUES(15,'311a89e3eaa243db9e6c9061b337e0fb','2026-11-26T03:31:56.532028Z','ann','11efff88e16e7699004262aa9dde80b5','dismissed',NULL,NULL,'no claim','[]','Veltron sold 450,000 Lark-9 chips in the first half of 2025','ice approved exports of Veltron''s Lark-9 chip on 15 July 2025.

','.

Veltron''s data-centre revenue in China fell 25% in the first ','{"verdict":"contradicted","confidence":0.8583772814220849,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there."}','92ab241c552d46e391c93ddc8ed88055',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(16,'d29f0abf17df46329a2a4eff0424bb88','2026-11-26T03:31:56.533203Z','ann','d0fdf2910c5be905f393169a1679e3e0','assigned',NULL,NULL,NULL,'[]','Veltron''s data-centre revenue in China fell 25% in the first half of 2025','

Veltron sold 450,000 Lark-9 chips in the first half of 2025.

','.
','{"verdict":"supported","confidence":0.8469503849729108,"reason":null,"rationale":"“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”"}','8014db3d5e6e4fb781b5840de16e4cb9',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}','安');
INSERT INTO "reviews" VALUES(17,'f412b5aa86c74401bcfa0fa92222f723','2026-11-26T03:31:56.538392Z','主編','1814b85fb20317ee93d783ad11240df0','adjudicated','supported',NULL,'以原文為準','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','{"verdict":"supported","confidence":0.9315525244661071,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}','81e4dd83040f4007b4fe3d90a29e2cd7',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
INSERT INTO "reviews" VALUES(18,'1e84c65606424f688af825fc3556db80','2026-11-26T03:31:56.551243Z','安','e2d11b07eed14d17f5426c4199a7b321','decided','contradicted',NULL,'早先的切分','[]','启明半导体的QM-7芯片算力达到400 TFLOP','','S。

启明半导体2025年第二季度营收为52亿元。
','{"verdict":"supported","confidence":0.8643475253362172,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”"}','63d3951ffcdf452685be6466999ce8f6',NULL,'[]','{"encoder":"builtin@ef763570cb8d","judge":"builtin@9bcddc932759","settings":"942bf07943f6","version":"0.1.0"}',NULL);
CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            previous_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
            at TEXT NOT NULL,
            UNIQUE (url, document_id)
        );
INSERT INTO "revisions" VALUES(1,'https://example.org/lark','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',NULL,'2026-11-26T03:31:53Z');
INSERT INTO "revisions" VALUES(2,'https://example.org/withdrawn','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',NULL,'2026-11-26T03:31:55Z');
INSERT INTO "revisions" VALUES(3,'https://example.org/notice','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337',NULL,'2026-11-26T03:31:55Z');
INSERT INTO "revisions" VALUES(4,'https://example.org/notice','69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','2026-11-26T03:31:55Z');
CREATE TABLE sources (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            added_at TEXT NOT NULL,
            removed_at TEXT
        );
INSERT INTO "sources" VALUES(1,'b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','2026-11-26T03:31:53Z',NULL);
INSERT INTO "sources" VALUES(2,'0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','2026-11-26T03:31:54Z',NULL);
INSERT INTO "sources" VALUES(3,'317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','2026-11-26T03:31:55Z',NULL);
INSERT INTO "sources" VALUES(4,'5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','2026-11-26T03:31:55Z',NULL);
INSERT INTO "sources" VALUES(5,'6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','2026-11-26T03:31:55Z','2026-11-26T03:31:56Z');
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
INSERT INTO "standings" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','安','unverifiable','no_evidence','[]','查無資料',0,0,'2026-11-26T03:31:56.486263Z',0);
INSERT INTO "standings" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','ann',NULL,NULL,'[]',NULL,1,0,NULL,0);
INSERT INTO "standings" VALUES('270de69c48490b8cb94335dbb8bcaefc','安','contradicted',NULL,'["ae51d5e095b274347843e3c494f26b82"]','营收应为25亿元',0,0,'2026-11-26T03:31:56.490049Z',0);
INSERT INTO "standings" VALUES('270de69c48490b8cb94335dbb8bcaefc','ann',NULL,NULL,'[]','Ask the desk in 台北.',0,0,NULL,0);
INSERT INTO "standings" VALUES('bb84f205d8f3dacdd150e334d566d8af','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('eab4d318ef56828b6bb2757ab36bc374','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('7b8edbde1c3613850e7f18b28144a02b','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('4151f1aa4a497f5f7b0853314e10924e','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('11efff88e16e7699004262aa9dde80b5','ann',NULL,NULL,'[]',NULL,0,1,'2026-11-26T03:31:56.532028Z',0);
INSERT INTO "standings" VALUES('d0fdf2910c5be905f393169a1679e3e0','ann',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('d0fdf2910c5be905f393169a1679e3e0','安',NULL,NULL,'[]',NULL,0,0,NULL,1);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','ann','supported',NULL,'["db7dfe0fc784de0165b44351ffe397d9"]','The office says so.',0,0,'2026-11-26T03:31:56.475350Z',0);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','安','contradicted',NULL,'[]','數字不同',0,0,'2026-11-26T03:31:56.477364Z',0);
INSERT INTO "standings" VALUES('1814b85fb20317ee93d783ad11240df0','主編',NULL,NULL,'[]',NULL,0,0,NULL,0);
INSERT INTO "standings" VALUES('e2d11b07eed14d17f5426c4199a7b321','安','contradicted',NULL,'[]','早先的切分',0,0,'2026-11-26T03:31:56.551243Z',0);
INSERT INTO "standings" VALUES('2b66d8eba16fba9f07f68661062d6c26','安','contradicted',NULL,'[]','早先的切分',0,0,'2026-11-26T03:31:56.551243Z',0);
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
        , corpus_revision TEXT);
INSERT INTO "suggestions" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,'supported',7.78261808416322087289e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('11efff88e16e7699004262aa9dde80b5',1,'contradicted',8.58377281422084914552e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there.','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,'supported',8.46950384972910752523e-01,NULL,'“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'unverifiable',8.92709672451019287109e-01,'conflicting','來源互相矛盾：「市場觀察：雲雀晶片」 (2025-08-02)支持，「撤回的報導」 (2025-07-01)反駁。','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,'contradicted',7.86451903236313754064e-01,NULL,'「市場觀察：雲雀晶片」 (2025-08-02)的說法不同：數字，此處「35%」，彼處「25%」。','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('1814b85fb20317ee93d783ad11240df0',0,'supported',9.31552524466107145784e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,'supported',8.60371138472790786266e-01,NULL,'「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('17863213dc85bc0eefa39b181429e082',2,'unverifiable',0.9,'not_checkable','这是意见、提问或无关紧要的陈述，未予查核。','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('c988d08b8697a5bd52b2b57df966f583',0,'contradicted',8.10815234562572761944e-01,NULL,'「供應鏈 briefing」 (2025-09-12)的說法不同：數字，此處「80,000 wafers」，彼處「60,000 wafers」。','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,'supported',8.64347525336217170632e-01,NULL,'“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
INSERT INTO "suggestions" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,'contradicted',7.68855437824413456837e-01,NULL,'“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。','builtin@ef763570cb8d','builtin@9bcddc932759','942bf07943f6','0.1.0','94774d3539b19f7fa6e933d001a15d89');
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
INSERT INTO "verdicts" VALUES('1814b85fb20317ee93d783ad11240df0',1,'supported',NULL,0,0,2,0,1,0,'主編','2026-11-26T03:31:56.538392Z','以原文為準','["db7dfe0fc784de0165b44351ffe397d9"]');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('revisions',4);
INSERT INTO "sqlite_sequence" VALUES('sources',5);
INSERT INTO "sqlite_sequence" VALUES('passages',75);
INSERT INTO "sqlite_sequence" VALUES('checked_claims',2);
INSERT INTO "sqlite_sequence" VALUES('articles',7);
INSERT INTO "sqlite_sequence" VALUES('checks',8);
INSERT INTO "sqlite_sequence" VALUES('reviews',18);
COMMIT;
