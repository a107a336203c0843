BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'factcheck','m001_documents','2026-11-26 03:32:08.925488+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'factcheck','m002_corpus','2026-11-26 03:32:08.935191+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'factcheck','m003_results','2026-11-26 03:32:08.943272+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'factcheck','m004_reviews','2026-11-26 03:32:08.945121+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'factcheck','m005_readings','2026-11-26 03:32:08.945426+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'factcheck','m006_glosses','2026-11-26 03:32:08.945832+00:00');
CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            path TEXT,
            added_at TEXT NOT NULL
        );
INSERT INTO "articles" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',NULL,'2026-11-26T03:32:11Z');
INSERT INTO "articles" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',NULL,'2026-11-26T03:32:11Z');
INSERT INTO "articles" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',NULL,'2026-11-26T03:32:12Z');
INSERT INTO "articles" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',NULL,'2026-11-26T03:32:12Z');
INSERT INTO "articles" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',NULL,'2026-11-26T03:32:12Z');
CREATE TABLE checked_claims (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            language TEXT NOT NULL
        );
INSERT INTO "checked_claims" VALUES(1,'6215f8c1e297e826cd4d19c54c89c2e2','Veltron公司未來三年將損失80億美元','假','查核中心',NULL,NULL,'zh-Hant');
INSERT INTO "checked_claims" VALUES(2,'1c8616a25a4446cfebbdf7f400b88c67','启明半导体营收为52亿元','False','Desk','https://example.org/1','2025-09-01','und');
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
INSERT INTO "checks" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','en-article.md','94774d3539b19f7fa6e933d001a15d89','425d9214d1b3','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:32:11Z','checked',NULL);
INSERT INTO "checks" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','hant-article.md','94774d3539b19f7fa6e933d001a15d89','425d9214d1b3','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:32:11Z','checked',NULL);
INSERT INTO "checks" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','hans-article.md','94774d3539b19f7fa6e933d001a15d89','425d9214d1b3','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:32:12Z','checked',NULL);
INSERT INTO "checks" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','mixed-article.md','94774d3539b19f7fa6e933d001a15d89','425d9214d1b3','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:32:12Z','checked',NULL);
INSERT INTO "checks" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','briefing-article.md','94774d3539b19f7fa6e933d001a15d89','425d9214d1b3','builtin@ef763570cb8d','builtin@9bcddc932759','0.1.0','2026-11-26T03:32:12Z','checked',NULL);
INSERT INTO "checks" VALUES(6,NULL,'empty.md',NULL,NULL,NULL,NULL,NULL,'2026-11-26T03:32:12Z','failed','Wanted a text, found an empty or blank document; there is nothing to read in it.');
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
        );
INSERT INTO "claims" VALUES('eab4d318ef56828b6bb2757ab36bc374','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',0,1,'The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025',0,82,'en','factual',NULL,0.9821,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025.');
INSERT INTO "claims" VALUES('11efff88e16e7699004262aa9dde80b5','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',1,1,'Veltron sold 450,000 Lark-9 chips in the first half of 2025','Veltron sold 450,000 Lark-9 chips in the first half of 2025',85,144,'en','factual',NULL,0.9825,'A chip and its licence The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025. Veltron sold 450,000 Lark-9 chips in the first half of 2025. Veltron''s data-centre revenue in China fell 25% in the first half of 2025.');
INSERT INTO "claims" VALUES('d0fdf2910c5be905f393169a1679e3e0','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',2,1,'Veltron''s data-centre revenue in China fell 25% in the first half of 2025','Veltron''s data-centre revenue in China fell 25% in the first half of 2025',147,220,'en','factual',NULL,0.9881,'A chip and its licence Veltron sold 450,000 Lark-9 chips in the first half of 2025. Veltron''s data-centre revenue in China fell 25% in the first half of 2025.');
INSERT INTO "claims" VALUES('f7c67686c5b3d8fa6554ee48120c5a21','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',0,1,'Veltron公司表示，未來三年將因出口限制損失80億美元','Veltron公司表示，未來三年將因出口限制損失80億美元',0,29,'zh-Hant','forecast','Veltron公司',0.9791,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。');
INSERT INTO "claims" VALUES('81d6bd4809bb95378e964e42cf9c5530','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',1,1,'2025年上半年，Veltron在中國的數據中心營收下降35%','2025年上半年，Veltron在中國的數據中心營收下降35%',32,63,'zh-Hant','factual',NULL,0.9637,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。');
INSERT INTO "claims" VALUES('2b66d8eba16fba9f07f68661062d6c26','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',0,1,'启明半导体的QM-7芯片算力达到400 TFLOPS','启明半导体的QM-7芯片算力达到400 TFLOPS',0,26,'zh-Hans','factual',NULL,0.9343,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。');
INSERT INTO "claims" VALUES('270de69c48490b8cb94335dbb8bcaefc','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',1,1,'启明半导体2025年第二季度营收为52亿元','启明半导体2025年第二季度营收为52亿元',29,50,'zh-Hans','factual',NULL,0.8802,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。');
INSERT INTO "claims" VALUES('1814b85fb20317ee93d783ad11240df0','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',0,1,'Veltron sold 300,000 Lark-9 chips in the first half of 2025','Veltron sold 300,000 Lark-9 chips in the first half of 2025',0,59,'en','factual',NULL,0.9849,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',1,1,'啟明半導體的QM-7晶片算力達到400 TFLOPS','啟明半導體的QM-7晶片算力達到400 TFLOPS',62,88,'zh-Hant','factual',NULL,0.8768,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('17863213dc85bc0eefa39b181429e082','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',2,1,'接近Lark-9','接近Lark-9',89,97,'zh','opinion',NULL,0.2732,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('c988d08b8697a5bd52b2b57df966f583','82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',0,1,'The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄',0,97,'mixed','factual',NULL,0.9977,'Briefing 的數字 The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄。');
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
        );
INSERT INTO "documents" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.

Veltron sold 300,000 Lark-9 chips in the first half of 2025.
','regulator.md','Regulator clears Lark-9',NULL,'2025-07-15','https://example.org/lark','en',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','Veltron公司表示，未來三年將因出口限制損失80億美元。

2025年上半年，Veltron在中國的數據中心營收下降25%。
','market.md','市場觀察：雲雀晶片',NULL,'2025-08-02',NULL,'zh-Hant',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。

启明半导体2025年第二季度营收为25亿元。
','rival.md','竞争对手报告',NULL,'2025-09-10',NULL,'zh-Hans',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 60,000 wafers in July, up 22% on the year, 創下單月新高紀錄。

澄岳芯科七月出貨兩萬片。
','mixed.md','供應鏈 briefing',NULL,'2025-09-12',NULL,'mixed',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','Veltron公司表示，未來三年將因出口限制損失60億美元。
','withdrawn.md','撤回的報導',NULL,'2025-07-01','https://example.org/withdrawn','zh-Hant',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','公告：產量為四萬片。',NULL,NULL,NULL,NULL,'https://example.org/notice','zh-Hant',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','公告（更正）：產量為五萬片。',NULL,NULL,NULL,NULL,'https://example.org/notice','zh-Hant',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.

Veltron sold 450,000 Lark-9 chips in the first half of 2025.

Veltron''s data-centre revenue in China fell 25% in the first half of 2025.
','en-article.md','A chip and its licence',NULL,'2025-09-20',NULL,'en',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','Veltron公司表示，未來三年將因出口限制損失80億美元。

2025年上半年，Veltron在中國的數據中心營收下降35%。
','hant-article.md','雲雀晶片的代價',NULL,'2025-09-21',NULL,'zh-Hant',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','启明半导体的QM-7芯片算力达到400 TFLOPS。

启明半导体2025年第二季度营收为52亿元。
','hans-article.md','启明的追赶',NULL,'2025-09-22',NULL,'zh-Hans',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','Veltron sold 300,000 Lark-9 chips in the first half of 2025.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。
','mixed-article.md','Lark-9 與 QM-7',NULL,'2025-09-23',NULL,'mixed',NULL,NULL,'[]');
INSERT INTO "documents" VALUES('82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄。
','briefing-article.md','Briefing 的數字',NULL,'2025-09-24',NULL,'mixed',NULL,NULL,'[]');
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
CREATE TABLE glosses (
            document_id TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
INSERT INTO "glosses" VALUES('b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','82783077be94','[]');
INSERT INTO "glosses" VALUES('0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','82783077be94','[]');
INSERT INTO "glosses" VALUES('317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','82783077be94','[]');
INSERT INTO "glosses" VALUES('5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','82783077be94','[[13,36,"曜川半導體","Yaochuan Foundry","organisation","translation"]]');
CREATE TABLE matches (
            claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
            rank INTEGER NOT NULL,
            text TEXT NOT NULL,
            verdict TEXT NOT NULL,
            publisher TEXT,
            url TEXT,
            published TEXT,
            score REAL NOT NULL,
            PRIMARY KEY (claim_id, rank)
        );
INSERT INTO "matches" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'Veltron公司未來三年將損失80億美元','假','查核中心',NULL,NULL,0.883398175239563);
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
CREATE TABLE readings (
            passage INTEGER PRIMARY KEY REFERENCES passages (number) ON DELETE CASCADE,
            revision TEXT NOT NULL,
            data TEXT NOT NULL
        );
INSERT INTO "readings" VALUES(1,'9c1144725f2f','[[],[[70,82,739447,739447,"day",7,15,"on",null]],[],[[4,24,"harbour trade office","organisation",[]],[45,59,"veltron''s lark","other",[]],[55,61,"lark-9","product",[]]],[],[[0,83],[83,83]],[],["lark","lark-9"],[],[]]');
INSERT INTO "readings" VALUES(2,'9c1144725f2f','[[[13,20,"count",300000.0,300000.0,300000.0,"chip",false,0.5,null,null,false]],[[37,59,739252,739432,"half",null,null,"on",[1,6]]],[],[[21,27,"lark-9","product",[]],[21,25,"lark","other",[]]],[],[[0,60],[60,60]],[],["harbour trade office","lark","lark-9","veltron''s lark"],[],[]]');
INSERT INTO "readings" VALUES(3,'9c1144725f2f','[[[24,29,"money",8000000000.0,8000000000.0,8000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739466,740561,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
INSERT INTO "readings" VALUES(4,'9c1144725f2f','[[[28,31,"percentage",25.0,25.0,25.0,"%",false,0.5,"decrease","by",false]],[[0,8,739252,739432,"half",null,null,"on",[1,6]]],[],[[9,16,"veltron","other",[]],[17,19,"china","place",[]]],[],[[0,9],[9,32],[32,32]],[],["veltron"],[],[]]');
INSERT INTO "readings" VALUES(5,'9c1144725f2f','[[[16,26,"dimension",400.0,400.0,400.0,"TFLOPS",false,0.5,null,null,false]],[],[],[[6,10,"qm-7","product",[]],[6,8,"qm","other",[]],[20,26,"tflops","other",[]],[29,35,"lark-9","product",[]],[29,33,"lark","other",[]]],[],[[0,27],[27,36],[36,36]],[],[],[],[]]');
INSERT INTO "readings" VALUES(6,'9c1144725f2f','[[[17,21,"money",2500000000.0,2500000000.0,2500000000.0,"CNY",false,50000000.0,null,null,false]],[[5,14,739342,739432,"quarter",null,null,"on",[4,6]]],[],[],[],[[0,22],[22,22]],[],["lark","lark-9","qm","qm-7","tflops"],[],[]]');
INSERT INTO "readings" VALUES(7,'9c1144725f2f','[[[46,59,"count",60000.0,60000.0,60000.0,"wafer",false,0.5,null,null,false],[72,75,"percentage",22.0,22.0,22.0,"%",false,0.5,"increase","by",false]],[[63,67,739433,739463,"month",7,null,"on",null]],[],[[19,35,"yaochuan foundry","other",[]]],[],[[0,12],[12,37],[37,68],[68,88],[88,98],[98,98]],[],[],[],[]]');
INSERT INTO "readings" VALUES(8,'9c1144725f2f','[[[8,11,"count",20000.0,20000.0,20000.0,"chip",false,5000.0,null,null,false]],[[4,6,739433,739463,"month",7,null,"on",null]],[],[],[],[[0,12],[12,12]],[],["yaochuan foundry"],[],[]]');
INSERT INTO "readings" VALUES(9,'9c1144725f2f','[[[24,29,"money",6000000000.0,6000000000.0,6000000000.0,"USD",false,50000000.0,null,null,false]],[[12,16,739434,740529,"span",null,null,"on",null]],[[14,16,"duration",3.0,3.0,3.0,"year",false,0.5,null,null,false]],[[0,7,"veltron","other",[]]],[],[[0,12],[12,30],[30,30]],[],[],[],[]]');
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
        );
INSERT INTO "reviews" VALUES(1,'06000000000000000000000000000001','2025-11-26T10:00:01.000000Z','ann','1814b85fb20317ee93d783ad11240df0','decided','supported',NULL,'The office says so.','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近','{"verdict":"supported","confidence":0.9315525244661071,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}');
INSERT INTO "reviews" VALUES(2,'06000000000000000000000000000002','2025-11-26T10:00:02.000000Z','安','1814b85fb20317ee93d783ad11240df0','decided','contradicted',NULL,'數字不同','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近','{"verdict":"supported","confidence":0.9315525244661071,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}');
INSERT INTO "reviews" VALUES(3,'06000000000000000000000000000003','2025-11-26T10:00:03.000000Z','安','d0a2f955e0f34da853c2ded1ab84a54e','decided','unverifiable','no_evidence','查無資料','["400427a3d3ea8a4810682949242df481"]','啟明半導體的QM-7晶片算力達到400 TFLOPS','ips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.8603711384727908,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}');
INSERT INTO "reviews" VALUES(4,'06000000000000000000000000000004','2025-11-26T10:00:04.000000Z','安','270de69c48490b8cb94335dbb8bcaefc','decided','contradicted',NULL,'营收应为25亿元','["ae51d5e095b274347843e3c494f26b82"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7688554378244135,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}');
CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            previous_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
            at TEXT NOT NULL,
            UNIQUE (url, document_id)
        );
INSERT INTO "revisions" VALUES(1,'https://example.org/lark','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',NULL,'2026-11-26T03:32:09Z');
INSERT INTO "revisions" VALUES(2,'https://example.org/withdrawn','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',NULL,'2026-11-26T03:32:11Z');
INSERT INTO "revisions" VALUES(3,'https://example.org/notice','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337',NULL,'2026-11-26T03:32:11Z');
INSERT INTO "revisions" VALUES(4,'https://example.org/notice','69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','2026-11-26T03:32:11Z');
CREATE TABLE sources (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            added_at TEXT NOT NULL,
            removed_at TEXT
        );
INSERT INTO "sources" VALUES(1,'b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','2026-11-26T03:32:09Z',NULL);
INSERT INTO "sources" VALUES(2,'0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','2026-11-26T03:32:10Z',NULL);
INSERT INTO "sources" VALUES(3,'317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','2026-11-26T03:32:10Z',NULL);
INSERT INTO "sources" VALUES(4,'5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','2026-11-26T03:32:10Z',NULL);
INSERT INTO "sources" VALUES(5,'6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','2026-11-26T03:32:11Z','2026-11-26T03:32:12Z');
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
        );
INSERT INTO "suggestions" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,'supported',7.78261808416322087289e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('11efff88e16e7699004262aa9dde80b5',1,'contradicted',8.58377281422084914552e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there.','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,'supported',8.46950384972910752523e-01,NULL,'“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'unverifiable',8.92709672451019287109e-01,'conflicting','來源互相矛盾：「市場觀察：雲雀晶片」 (2025-08-02)支持，「撤回的報導」 (2025-07-01)反駁。','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,'contradicted',7.86451903236313754064e-01,NULL,'「市場觀察：雲雀晶片」 (2025-08-02)的說法不同：數字，此處「35%」，彼處「25%」。','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,'supported',8.64347525336217170632e-01,NULL,'“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,'contradicted',7.68855437824413456837e-01,NULL,'“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('1814b85fb20317ee93d783ad11240df0',0,'supported',9.31552524466107145784e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,'supported',8.60371138472790786266e-01,NULL,'「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('17863213dc85bc0eefa39b181429e082',2,'unverifiable',0.9,'not_checkable','这是意见、提问或无关紧要的陈述，未予查核。','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
INSERT INTO "suggestions" VALUES('c988d08b8697a5bd52b2b57df966f583',0,'contradicted',8.10815234562572761944e-01,NULL,'「供應鏈 briefing」 (2025-09-12)的說法不同：數字，此處「80,000 wafers」，彼處「60,000 wafers」。','builtin@ef763570cb8d','builtin@9bcddc932759','425d9214d1b3','0.1.0');
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('revisions',4);
INSERT INTO "sqlite_sequence" VALUES('sources',5);
INSERT INTO "sqlite_sequence" VALUES('passages',59);
INSERT INTO "sqlite_sequence" VALUES('checked_claims',2);
INSERT INTO "sqlite_sequence" VALUES('articles',5);
INSERT INTO "sqlite_sequence" VALUES('checks',6);
INSERT INTO "sqlite_sequence" VALUES('reviews',4);
COMMIT;
