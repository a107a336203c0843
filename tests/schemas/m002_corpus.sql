BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'factcheck','m001_documents','2026-11-26 03:32:18.953132+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'factcheck','m002_corpus','2026-11-26 03:32:18.958831+00:00');
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
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX documents_url ON documents (url);
CREATE INDEX passages_document ON passages (document_id, active);
CREATE INDEX passages_digest ON passages (digest);
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('revisions',4);
INSERT INTO "sqlite_sequence" VALUES('sources',5);
INSERT INTO "sqlite_sequence" VALUES('passages',59);
COMMIT;
