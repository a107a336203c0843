BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'factcheck','m001_documents','2026-11-26 03:32:18.953132+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'factcheck','m002_corpus','2026-11-26 03:32:18.958831+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'factcheck','m003_results','2026-11-26 03:32:18.967626+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'factcheck','m004_reviews','2026-11-26 03:32:18.969740+00:00');
CREATE TABLE articles (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            path TEXT,
            added_at TEXT NOT NULL
        );
INSERT INTO "articles" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',NULL,'2026-11-26T03:32:21Z');
INSERT INTO "articles" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',NULL,'2026-11-26T03:32:22Z');
INSERT INTO "articles" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',NULL,'2026-11-26T03:32:22Z');
INSERT INTO "articles" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',NULL,'2026-11-26T03:32:22Z');
INSERT INTO "articles" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',NULL,'2026-11-26T03:32:22Z');
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
INSERT INTO "checks" VALUES(1,'c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e','en-article.md','94774d3539b19f7fa6e933d001a15d89','300ca18942da','builtin@ef763570cb8d','builtin@fc651b9f31d4','0.1.0','2026-11-26T03:32:21Z','checked',NULL);
INSERT INTO "checks" VALUES(2,'7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f','hant-article.md','94774d3539b19f7fa6e933d001a15d89','300ca18942da','builtin@ef763570cb8d','builtin@fc651b9f31d4','0.1.0','2026-11-26T03:32:22Z','checked',NULL);
INSERT INTO "checks" VALUES(3,'93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320','hans-article.md','94774d3539b19f7fa6e933d001a15d89','300ca18942da','builtin@ef763570cb8d','builtin@fc651b9f31d4','0.1.0','2026-11-26T03:32:22Z','checked',NULL);
INSERT INTO "checks" VALUES(4,'b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0','mixed-article.md','94774d3539b19f7fa6e933d001a15d89','300ca18942da','builtin@ef763570cb8d','builtin@fc651b9f31d4','0.1.0','2026-11-26T03:32:22Z','checked',NULL);
INSERT INTO "checks" VALUES(5,'82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88','briefing-article.md','94774d3539b19f7fa6e933d001a15d89','300ca18942da','builtin@ef763570cb8d','builtin@fc651b9f31d4','0.1.0','2026-11-26T03:32:22Z','checked',NULL);
INSERT INTO "checks" VALUES(6,NULL,'empty.md',NULL,NULL,NULL,NULL,NULL,'2026-11-26T03:32:22Z','failed','Wanted a text, found an empty or blank document; there is nothing to read in it.');
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
INSERT INTO "claims" VALUES('d0fdf2910c5be905f393169a1679e3e0','c0c7a879087d3a114ec4e77b2eb5ca9bd5b6525b560a4188b88eeef2c84c2b0e',2,1,'Veltron''s data-centre revenue in China fell 25% in the first half of 2025','Veltron''s data-centre revenue in China fell 25% in the first half of 2025',147,220,'en','factual',NULL,0.9896,'A chip and its licence Veltron sold 450,000 Lark-9 chips in the first half of 2025. Veltron''s data-centre revenue in China fell 25% in the first half of 2025.');
INSERT INTO "claims" VALUES('f7c67686c5b3d8fa6554ee48120c5a21','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',0,1,'Veltron公司表示，未來三年將因出口限制損失80億美元','Veltron公司表示，未來三年將因出口限制損失80億美元',0,29,'zh-Hant','forecast','Veltron公司',0.9791,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。');
INSERT INTO "claims" VALUES('81d6bd4809bb95378e964e42cf9c5530','7ec9d7017420a9d32be363e5217a6db3fd89b69b0bce932fbb2fb49e465fa88f',1,1,'2025年上半年，Veltron在中國的數據中心營收下降35%','2025年上半年，Veltron在中國的數據中心營收下降35%',32,63,'zh-Hant','factual',NULL,0.9686,'雲雀晶片的代價 Veltron公司表示，未來三年將因出口限制損失80億美元。 2025年上半年，Veltron在中國的數據中心營收下降35%。');
INSERT INTO "claims" VALUES('2b66d8eba16fba9f07f68661062d6c26','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',0,1,'启明半导体的QM-7芯片算力达到400 TFLOPS','启明半导体的QM-7芯片算力达到400 TFLOPS',0,26,'zh-Hans','factual',NULL,0.9343,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。');
INSERT INTO "claims" VALUES('270de69c48490b8cb94335dbb8bcaefc','93a3e3ced9f042e5a4a4689f0f03506fdf01a389f4240d19fd5e898a7e2d9320',1,1,'启明半导体2025年第二季度营收为52亿元','启明半导体2025年第二季度营收为52亿元',29,50,'zh-Hans','factual',NULL,0.8802,'启明的追赶 启明半导体的QM-7芯片算力达到400 TFLOPS。 启明半导体2025年第二季度营收为52亿元。');
INSERT INTO "claims" VALUES('1814b85fb20317ee93d783ad11240df0','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',0,1,'Veltron sold 300,000 Lark-9 chips in the first half of 2025','Veltron sold 300,000 Lark-9 chips in the first half of 2025',0,59,'en','factual',NULL,0.9849,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('d0a2f955e0f34da853c2ded1ab84a54e','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',1,1,'啟明半導體的QM-7晶片算力達到400 TFLOPS','啟明半導體的QM-7晶片算力達到400 TFLOPS',62,88,'zh-Hant','factual',NULL,0.8768,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('17863213dc85bc0eefa39b181429e082','b63986e74ed091cac2f60c2706d2572de0e3c59bb8b85c1a8490e149bc9f54e0',2,1,'接近Lark-9','接近Lark-9',89,97,'zh','opinion',NULL,0.2732,'Lark-9 與 QM-7 Veltron sold 300,000 Lark-9 chips in the first half of 2025. 啟明半導體的QM-7晶片算力達到400 TFLOPS，接近Lark-9。');
INSERT INTO "claims" VALUES('c988d08b8697a5bd52b2b57df966f583','82f986c7dcbbbbc153dedacc911381254edff89498f1986a84e51ec3c3d82f88',0,1,'The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄','The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄',0,97,'mixed','factual',NULL,0.9964,'Briefing 的數字 The foundry, 曜川半導體（Yaochuan Foundry）, shipped 80,000 wafers in July, up 22% on the year, 創下單月新高紀錄。');
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
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,1,9.9825908092660320392e-01,0,83,'supports',9.54040825366973876953e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',1,2,6.05720495486274823626e-01,85,145,'neutral',8.05044285953044891357e-01,'[["period","15 July 2025","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',2,5,4.38259549794360103724e-01,0,36,'neutral',9.36545321717858314514e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',3,7,3.83880162294022941882e-01,0,98,'neutral',9.44657862186431884765e-01,'[]');
INSERT INTO "evidence" VALUES('eab4d318ef56828b6bb2757ab36bc374',4,8,3.68062088769633255491e-01,100,112,'neutral',9.61163363419473171234e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',0,2,9.72289210710613804877e-01,85,145,'contradicts',8.48637367784976892615e-01,'[["quantity","450,000","300,000"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',1,1,6.27099153088190863769e-01,0,83,'neutral',0.763659017905593,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',2,5,5.07567829671462078522e-01,0,36,'neutral',9.22399015631526708602e-01,'[]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',3,6,3.97577968351914334821e-01,38,60,'neutral',9.95094080525450341845e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('11efff88e16e7699004262aa9dde80b5',4,4,3.86159841209500920289e-01,32,64,'neutral',9.61426512850448555802e-01,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',0,4,8.35973889415721149731e-01,32,64,'supports',8.85087609291076660156e-01,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',1,2,5.31570881811747275591e-01,85,145,'neutral',6.54535762965679168701e-01,'[]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,6,3.96113312370530268324e-01,38,60,'neutral',9.93804321251809619219e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',3,1,2.72211186069939492515e-01,0,83,'neutral',9.93620107590686529874e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('d0fdf2910c5be905f393169a1679e3e0',4,7,1.73152932642345436242e-01,0,98,'neutral',9.44881211209576576948e-01,'[["quantity","25%","22%"],["period","the first half of 2025","July"],["polarity","fell","up"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,3,9.92472151630878096639e-01,0,30,'supports',9.62989687919616699218e-01,'[]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',1,9,9.73813342827113848088e-01,0,30,'contradicts',8.48956322669982887951e-01,'[["quantity","80億美元","60億美元"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',2,4,4.08894544438613949388e-01,32,64,'neutral',0.996833113633329,'[["period","未來三年","2025年上半年"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',3,2,2.964006905189580654e-01,85,145,'neutral',9.94705933798104457999e-01,'[["period","未來三年","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',4,7,1.88056610049610301027e-01,0,98,'neutral',9.93708149757003389446e-01,'[["period","未來三年","July"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',0,4,9.68551801767274733734e-01,32,64,'contradicts',8.48660141229629516601e-01,'[["quantity","35%","25%"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,6,4.34486264238272745785e-01,38,60,'neutral',9.67002820130437590329e-01,'[["period","2025年上半年","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',2,2,3.96351406286078178364e-01,85,145,'neutral',9.56391312368214063788e-01,'[]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',3,3,3.72979993067898640823e-01,0,30,'neutral',9.97099381097359516168e-01,'[["period","2025年上半年","未來三年"]]');
INSERT INTO "evidence" VALUES('81d6bd4809bb95378e964e42cf9c5530',4,9,3.68884229719388168078e-01,0,30,'neutral',9.97421945387031883001e-01,'[["period","2025年上半年","未來三年"]]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,5,9.28341800930465144148e-01,0,36,'supports',8.59452009201049804687e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',1,6,3.09587510037656055139e-01,38,60,'neutral',9.93482977623352803142e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',2,7,2.2568118260701658384e-01,0,98,'neutral',9.99290028538962427084e-01,'[]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',3,2,1.53274374613721398041e-01,85,145,'neutral',9.93942128028720617294e-01,'[["name","QM-7","Lark-9"]]');
INSERT INTO "evidence" VALUES('2b66d8eba16fba9f07f68661062d6c26',4,8,1.436996811747510705e-01,100,112,'neutral',9.97861444251611828804e-01,'[]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',0,6,9.58976069021511445811e-01,38,60,'contradicts',8.47881525009870462561e-01,'[["quantity","52亿元","25亿元"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,4,5.31054843023464284712e-01,32,64,'neutral',9.12038141675293401178e-01,'[["period","2025年第二季度","2025年上半年"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',2,2,4.03981785024739137313e-01,85,145,'neutral',9.93567124533001333475e-01,'[["period","2025年第二季度","the first half of 2025"]]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',3,5,3.03648342382541347461e-01,0,36,'neutral',9.93141827592626147414e-01,'[]');
INSERT INTO "evidence" VALUES('270de69c48490b8cb94335dbb8bcaefc',4,7,2.89941221660650949587e-01,0,98,'neutral',9.89406108390539884567e-01,'[["period","2025年第二季度","July"]]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',0,2,9.97515035934956717511e-01,85,145,'supports',9.43408370018005371093e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',1,1,6.1009055493989428065e-01,0,83,'neutral',7.80626594461500622479e-01,'[["period","the first half of 2025","15 July 2025"]]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',2,5,0.502890107096906,0,36,'neutral',9.25449600350111700741e-01,'[]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',3,6,0.401040394267154,38,60,'neutral',9.94031784660182826662e-01,'[["period","the first half of 2025","2025年第二季度"]]');
INSERT INTO "evidence" VALUES('1814b85fb20317ee93d783ad11240df0',4,4,4.01030601727885238627e-01,32,64,'neutral',9.38761538360267877578e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',0,5,9.05999991949872462981e-01,0,36,'supports',8.47013005614280722888e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,6,3.04456998558637337293e-01,38,60,'neutral',9.94423804071266181914e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',2,4,2.32566240804507273765e-01,32,64,'neutral',9.99092490102339136903e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',3,7,2.24610598187889282106e-01,0,98,'neutral',9.99257125904841836394e-01,'[]');
INSERT INTO "evidence" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',4,3,2.13605224005965516065e-01,0,30,'neutral',9.99522288002481218427e-01,'[]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',0,7,9.86515901904983061321e-01,0,98,'contradicts',8.4958270639181132644e-01,'[["quantity","80,000 wafers","60,000 wafers"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',1,8,4.20067755930949415787e-01,100,112,'neutral',9.77745693502947710307e-01,'[]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',2,1,3.98369270555416044032e-01,0,83,'neutral',9.82090794481337070465e-01,'[]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',3,3,3.04035005082653464469e-01,0,30,'neutral',9.93658169812988489866e-01,'[["period","July","未來三年"]]');
INSERT INTO "evidence" VALUES('c988d08b8697a5bd52b2b57df966f583',4,2,2.97833087516576500153e-01,85,145,'neutral',9.95040613360470116433e-01,'[["period","July","the first half of 2025"]]');
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
INSERT INTO "passages" VALUES(1,'770ca9467f1dac226cf465970a3a4926','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',0,83,'Regulator clears Lark-9','en','4da1263009f3e415',1);
INSERT INTO "passages" VALUES(2,'db7dfe0fc784de0165b44351ffe397d9','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',85,145,'Regulator clears Lark-9
The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.','en','f3d1c10630951646',1);
INSERT INTO "passages" VALUES(3,'78b3f95be3f3d633330ff627e7791a96','0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f',0,30,'市場觀察：雲雀晶片','zh-Hant','b61c8471409b20e3',1);
INSERT INTO "passages" VALUES(4,'fbe1ec5b87a3560bf76511d6b1e67cd9','0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f',32,64,'市場觀察：雲雀晶片
Veltron公司表示，未來三年將因出口限制損失80億美元。','zh-Hant','5d628aa63531a49d',1);
INSERT INTO "passages" VALUES(5,'400427a3d3ea8a4810682949242df481','317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600',0,36,'竞争对手报告','zh-Hans','f0bde968445de83d',1);
INSERT INTO "passages" VALUES(6,'ae51d5e095b274347843e3c494f26b82','317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600',38,60,'竞争对手报告
启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。','zh-Hans','946d132248060594',1);
INSERT INTO "passages" VALUES(7,'5f257fe722a1fc01514be01da1e8b596','5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8',0,98,'供應鏈 briefing','mixed','fde6c9e12efeac94',1);
INSERT INTO "passages" VALUES(8,'4ee753a58a9a2dd41ab8abc0c1d4b4e9','5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8',100,112,'供應鏈 briefing
The foundry, 曜川半導體（Yaochuan Foundry）, shipped 60,000 wafers in July, up 22% on the year, 創下單月新高紀錄。','zh-Hant','ec178033ed4c2792',1);
INSERT INTO "passages" VALUES(9,'229905f96b8b7156284634b87235cc23','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',0,30,'撤回的報導','zh-Hant','f64482cbc0bb8270',0);
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
INSERT INTO "reviews" VALUES(1,'04000000000000000000000000000001','2025-11-24T10:00:01.000000Z','ann','1814b85fb20317ee93d783ad11240df0','decided','supported',NULL,'The office says so.','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近','{"verdict":"supported","confidence":0.8935424893514847,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}');
INSERT INTO "reviews" VALUES(2,'04000000000000000000000000000002','2025-11-24T10:00:02.000000Z','安','1814b85fb20317ee93d783ad11240df0','decided','contradicted',NULL,'數字不同','["db7dfe0fc784de0165b44351ffe397d9"]','Veltron sold 300,000 Lark-9 chips in the first half of 2025','','.

啟明半導體的QM-7晶片算力達到400 TFLOPS，接近','{"verdict":"supported","confidence":0.8935424893514847,"reason":null,"rationale":"“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”"}');
INSERT INTO "reviews" VALUES(3,'04000000000000000000000000000003','2025-11-24T10:00:03.000000Z','安','d0a2f955e0f34da853c2ded1ab84a54e','decided','unverifiable','no_evidence','查無資料','["400427a3d3ea8a4810682949242df481"]','啟明半導體的QM-7晶片算力達到400 TFLOPS','ips in the first half of 2025.

','，接近Lark-9。
','{"verdict":"supported","confidence":0.783710267524892,"reason":null,"rationale":"「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」"}');
INSERT INTO "reviews" VALUES(4,'04000000000000000000000000000004','2025-11-24T10:00:04.000000Z','安','270de69c48490b8cb94335dbb8bcaefc','decided','contradicted',NULL,'营收应为25亿元','["ae51d5e095b274347843e3c494f26b82"]','启明半导体2025年第二季度营收为52亿元','启明半导体的QM-7芯片算力达到400 TFLOPS。

','。
','{"verdict":"contradicted","confidence":0.7844489002640119,"reason":null,"rationale":"“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。"}');
CREATE TABLE revisions (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            url TEXT NOT NULL,
            document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            previous_id TEXT REFERENCES documents (id) ON DELETE SET NULL,
            at TEXT NOT NULL,
            UNIQUE (url, document_id)
        );
INSERT INTO "revisions" VALUES(1,'https://example.org/lark','b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63',NULL,'2026-11-26T03:32:19Z');
INSERT INTO "revisions" VALUES(2,'https://example.org/withdrawn','6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda',NULL,'2026-11-26T03:32:21Z');
INSERT INTO "revisions" VALUES(3,'https://example.org/notice','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337',NULL,'2026-11-26T03:32:21Z');
INSERT INTO "revisions" VALUES(4,'https://example.org/notice','69e852754a189d1a424ad0b999ae939bf2a7d6ebe140a3419efd6f208d783627','999868cdffb04149dace45ae3abf9c3e5f85011544866b376313cdcf038fb337','2026-11-26T03:32:21Z');
CREATE TABLE sources (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            document_id TEXT NOT NULL UNIQUE REFERENCES documents (id),
            added_at TEXT NOT NULL,
            removed_at TEXT
        );
INSERT INTO "sources" VALUES(1,'b8b82a88c95198b02f02988b23ef32ab75f2814a567714c54116fa95677b6e63','2026-11-26T03:32:19Z',NULL);
INSERT INTO "sources" VALUES(2,'0f35a2a03c86f3f8c5a9b3d192e46713e9a2cb20aa61e5aca771047c61c51a7f','2026-11-26T03:32:20Z',NULL);
INSERT INTO "sources" VALUES(3,'317a1abdcc729ce45d6417706d56cf9006962616273954e0b55d4a3d0f807600','2026-11-26T03:32:21Z',NULL);
INSERT INTO "sources" VALUES(4,'5dd9333b64acb4b5a3059a4fc3adee2955716acaa559a40e25e87076ba31dea8','2026-11-26T03:32:21Z',NULL);
INSERT INTO "sources" VALUES(5,'6d2c4112cfcd73a586bc78d01c2bda28beb706ad763495639d027af5546dffda','2026-11-26T03:32:21Z','2026-11-26T03:32:22Z');
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
INSERT INTO "suggestions" VALUES('eab4d318ef56828b6bb2757ab36bc374',0,'supported',9.12186878981099735774e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “The Harbour Trade Office approved exports of Veltron''s Lark-9 chip on 15 July 2025.”','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('11efff88e16e7699004262aa9dde80b5',1,'contradicted',7.85091598784887434447e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says otherwise: figure: “450,000” here, “300,000” there.','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('d0fdf2910c5be905f393169a1679e3e0',2,'supported',8.34913466574578766454e-01,NULL,'“市場觀察：雲雀晶片” (2025-08-02) says the same: “2025年上半年，Veltron在中國的數據中心營收下降25%。”','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('f7c67686c5b3d8fa6554ee48120c5a21',0,'unverifiable',8.48956322669982887951e-01,'conflicting','來源互相矛盾：「市場觀察：雲雀晶片」 (2025-08-02)支持，「撤回的報導」 (2025-07-01)反駁。','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('81d6bd4809bb95378e964e42cf9c5530',1,'contradicted',7.85110961643285865108e-01,NULL,'「市場觀察：雲雀晶片」 (2025-08-02)的說法不同：數字，此處「35%」，彼處「25%」。','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('2b66d8eba16fba9f07f68661062d6c26',0,'supported',7.99662413200799448986e-01,NULL,'“竞争对手报告” (2025-09-10)也这样说：“启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。”','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('270de69c48490b8cb94335dbb8bcaefc',1,'contradicted',7.84448900264011927951e-01,NULL,'“竞争对手报告” (2025-09-10)的说法不同：数字，此处“52亿元”，彼处“25亿元”。','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('1814b85fb20317ee93d783ad11240df0',0,'supported',8.93542489351484725546e-01,NULL,'“Regulator clears Lark-9” (2025-07-15) says the same: “Veltron sold 300,000 Lark-9 chips in the first half of 2025.”','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('d0a2f955e0f34da853c2ded1ab84a54e',1,'supported',0.783710267524892,NULL,'「竞争对手报告」 (2025-09-10)也這樣說：「启明半导体的QM-7芯片算力达到400 TFLOPS，接近Lark-9。」','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('17863213dc85bc0eefa39b181429e082',2,'unverifiable',0.9,'not_checkable','这是意见、提问或无关紧要的陈述，未予查核。','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
INSERT INTO "suggestions" VALUES('c988d08b8697a5bd52b2b57df966f583',0,'contradicted',7.85895285068278881546e-01,NULL,'“供應鏈 briefing” (2025-09-12)的说法不同：数字，此处“80,000 wafers”，彼处“60,000 wafers”。','builtin@ef763570cb8d','builtin@fc651b9f31d4','300ca18942da','0.1.0');
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
