// The store's second schema: what happens to a matter besides the straight path. Shipped: it is never edited, and it speaks only strings.

/// The statements that make schema 2 of schema 1.
let secondSchema = """
    -- 终止 and 补录 of a matter, and what lists find it by: how many documents are out, the number of the
    -- first in a text that sorts, and its next open deadline.
    ALTER TABLE matter ADD COLUMN ended_reason TEXT CHECK (ended_reason <> '');
    ALTER TABLE matter ADD COLUMN backfilled_day TEXT CHECK (backfilled_day GLOB '????-??-??');
    ALTER TABLE matter ADD COLUMN stage INTEGER NOT NULL DEFAULT 0 CHECK (stage >= 0);
    ALTER TABLE matter ADD COLUMN number TEXT NOT NULL DEFAULT '' CHECK (number = '' OR number GLOB '????-?????????');
    ALTER TABLE matter ADD COLUMN due_day TEXT CHECK (due_day GLOB '????-??-??');
    UPDATE matter SET
      stage = (SELECT count(*) FROM document d WHERE d.matter_id = matter.id AND d.deleted_at IS NULL),
      number = ifnull((SELECT printf('%04d-%09d', d.year, d.serial) FROM document d
      WHERE d.matter_id = matter.id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 1), ''),
      due_day = (SELECT min(l.due_day) FROM deadline l
        WHERE l.matter_id = matter.id AND l.met_at IS NULL AND l.ended_at IS NULL);
    -- What has no day comes after everything that has one, so that a page is found by (day, id) in either direction.
    CREATE INDEX matter_due_of_unit ON matter(unit_id, system, ifnull(due_day, '9999-12-31'), id) WHERE deleted_at IS NULL;
    CREATE INDEX matter_due_of_site ON matter(site_id, system, ifnull(due_day, '9999-12-31'), id) WHERE deleted_at IS NULL;
    CREATE INDEX matter_event_of_unit ON matter(unit_id, system, ifnull(event_day, '9999-12-31'), id) WHERE deleted_at IS NULL;
    CREATE INDEX matter_event_of_site ON matter(site_id, system, ifnull(event_day, '9999-12-31'), id) WHERE deleted_at IS NULL;

    CREATE TRIGGER matter_stage_after_insert AFTER INSERT ON document
    BEGIN UPDATE matter SET stage =
      (SELECT count(*) FROM document d WHERE d.matter_id = NEW.matter_id AND d.deleted_at IS NULL),
      number = ifnull((SELECT printf('%04d-%09d', d.year, d.serial) FROM document d
      WHERE d.matter_id = NEW.matter_id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 1), '')
      WHERE id = NEW.matter_id; END;
    CREATE TRIGGER matter_stage_after_delete AFTER UPDATE OF deleted_at ON document
    BEGIN UPDATE matter SET stage =
      (SELECT count(*) FROM document d WHERE d.matter_id = NEW.matter_id AND d.deleted_at IS NULL),
      number = ifnull((SELECT printf('%04d-%09d', d.year, d.serial) FROM document d
      WHERE d.matter_id = NEW.matter_id AND d.deleted_at IS NULL ORDER BY d.id LIMIT 1), '')
      WHERE id = NEW.matter_id; END;
    CREATE TRIGGER matter_due_after_insert AFTER INSERT ON deadline WHEN NEW.matter_id IS NOT NULL
    BEGIN UPDATE matter SET due_day = (SELECT min(l.due_day) FROM deadline l
      WHERE l.matter_id = NEW.matter_id AND l.met_at IS NULL AND l.ended_at IS NULL) WHERE id = NEW.matter_id; END;
    CREATE TRIGGER matter_due_after_update AFTER UPDATE OF due_day, met_at, ended_at ON deadline WHEN NEW.matter_id IS NOT NULL
    BEGIN UPDATE matter SET due_day = (SELECT min(l.due_day) FROM deadline l
      WHERE l.matter_id = NEW.matter_id AND l.met_at IS NULL AND l.ended_at IS NULL) WHERE id = NEW.matter_id; END;
    CREATE TRIGGER matter_due_after_delete AFTER DELETE ON deadline WHEN OLD.matter_id IS NOT NULL
    BEGIN UPDATE matter SET due_day = (SELECT min(l.due_day) FROM deadline l
      WHERE l.matter_id = OLD.matter_id AND l.met_at IS NULL AND l.ended_at IS NULL) WHERE id = OLD.matter_id; END;

    -- G7: edited and deleted only while there is no comment and no report; nothing is corrected once the report is out.
    CREATE TRIGGER document_deleted_in_time BEFORE UPDATE OF deleted_at ON document
    WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL AND (
      EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = NEW.matter_id)
      OR EXISTS (SELECT 1 FROM document d WHERE d.matter_id = NEW.matter_id AND d.kind = 'report' AND d.deleted_at IS NULL))
    BEGIN SELECT RAISE(ABORT, 'a document with comments or a report stays'); END;
    CREATE TRIGGER document_modified_in_time BEFORE INSERT ON document_version
    WHEN NEW.change = 'modify' AND EXISTS (SELECT 1 FROM document mine WHERE mine.id = NEW.document_id AND (
      EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = mine.matter_id)
      OR EXISTS (SELECT 1 FROM document d WHERE d.matter_id = mine.matter_id AND d.kind = 'report' AND d.deleted_at IS NULL)))
    BEGIN SELECT RAISE(ABORT, 'a document with comments or a report is not modified'); END;
    CREATE TRIGGER document_corrected_in_time BEFORE INSERT ON document_version
    WHEN NEW.change = 'correct' AND EXISTS (SELECT 1 FROM document mine JOIN document d ON d.matter_id = mine.matter_id
      WHERE mine.id = NEW.document_id AND d.kind = 'report' AND d.deleted_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'nothing is corrected after the report'); END;
    CREATE TRIGGER document_before_end BEFORE INSERT ON document
    WHEN EXISTS (SELECT 1 FROM matter m WHERE m.id = NEW.matter_id AND (m.ended_at IS NOT NULL OR m.deleted_at IS NOT NULL))
    BEGIN SELECT RAISE(ABORT, 'the matter has ended'); END;

    -- What a temporary notice of a matter announces, and the moves of its event that it tells of.
    ALTER TABLE temporary_notice ADD COLUMN purpose TEXT CHECK (purpose IN ('postpone', 'terminate'));
    CREATE TABLE postponement (
      id INTEGER PRIMARY KEY,
      matter_id INTEGER NOT NULL REFERENCES matter(id),
      temporary_notice_id INTEGER NOT NULL UNIQUE REFERENCES temporary_notice(id),
      from_day TEXT NOT NULL CHECK (from_day GLOB '????-??-??'),
      to_day TEXT NOT NULL CHECK (to_day GLOB '????-??-??' AND to_day <> from_day),
      ends_at TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      postponed_at TEXT NOT NULL,
      postponed_by INTEGER NOT NULL REFERENCES clerk(id)
    ) STRICT;
    CREATE INDEX postponement_of_matter ON postponement(matter_id, id);
    CREATE TRIGGER postponement_before_end BEFORE INSERT ON postponement
    WHEN EXISTS (SELECT 1 FROM matter m WHERE m.id = NEW.matter_id AND (m.ended_at IS NOT NULL OR m.deleted_at IS NOT NULL))
      OR EXISTS (SELECT 1 FROM document d WHERE d.matter_id = NEW.matter_id AND d.kind = 'report' AND d.deleted_at IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the matter has ended'); END;
    CREATE INDEX temporary_notice_of_matter ON temporary_notice(matter_id) WHERE matter_id IS NOT NULL;

    -- A draft written in two places at once is noticed by its version.
    ALTER TABLE draft ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

    -- What was typed while somebody else had the draft, until its clerk chooses between the two.
    CREATE TABLE draft_aside (
      id INTEGER PRIMARY KEY,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      form TEXT NOT NULL CHECK (form <> ''),
      matter_id INTEGER REFERENCES matter(id),
      entries TEXT NOT NULL CHECK (json_valid(entries)),
      typed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX draft_aside_of_clerk ON draft_aside(clerk_id, form);

    -- What is done about a comment.
    ALTER TABLE comment ADD COLUMN registered_at TEXT;
    ALTER TABLE comment ADD COLUMN registered_by INTEGER REFERENCES clerk(id);
    ALTER TABLE comment ADD COLUMN handling TEXT CHECK (handling <> '');
    ALTER TABLE comment ADD COLUMN extended_at TEXT;
    ALTER TABLE comment ADD COLUMN extended_reason TEXT CHECK (extended_reason <> '');
    ALTER TABLE comment ADD COLUMN satisfaction_day TEXT CHECK (satisfaction_day GLOB '????-??-??');
    ALTER TABLE comment ADD COLUMN satisfaction_channel TEXT REFERENCES channel(code);
    ALTER TABLE comment ADD COLUMN answered_day TEXT CHECK (answered_day GLOB '????-??-??');
    UPDATE comment SET answered_day = (SELECT r.replied_day FROM reply r WHERE r.comment_id = comment.id);
    CREATE TRIGGER comment_answered AFTER INSERT ON reply
    BEGIN UPDATE comment SET answered_day = NEW.replied_day WHERE id = NEW.comment_id; END;
    CREATE TRIGGER reply_stays BEFORE DELETE ON reply
    BEGIN SELECT RAISE(ABORT, 'a reply is never deleted'); END;
    CREATE INDEX comment_unanswered ON comment(matter_id)
      WHERE answered_day IS NULL AND hidden_at IS NULL AND duplicate_of IS NULL;
    CREATE INDEX comment_duplicate ON comment(duplicate_of) WHERE duplicate_of IS NOT NULL;
    CREATE TRIGGER comment_of_living_matter BEFORE INSERT ON comment
    WHEN EXISTS (SELECT 1 FROM matter m WHERE m.id = NEW.matter_id AND m.deleted_at IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'the matter is deleted'); END;
    CREATE TRIGGER comment_stays BEFORE DELETE ON comment
    BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;
    CREATE TRIGGER comment_duplicate_of_same_matter BEFORE UPDATE OF duplicate_of ON comment
    WHEN NEW.duplicate_of IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM comment c WHERE c.id = NEW.duplicate_of AND c.matter_id = NEW.matter_id)
    BEGIN SELECT RAISE(ABORT, 'a duplicate belongs to the same matter'); END;

    CREATE TABLE reply_template (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 40),
      body TEXT NOT NULL CHECK (body <> ''),
      changed_at TEXT NOT NULL,
      changed_by INTEGER NOT NULL REFERENCES clerk(id),
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (unit_id, title)
    ) STRICT;

    -- What the journal mixes into the hashes of personal fields; it never stands in the journal itself.
    CREATE TABLE journal_salt (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      salt TEXT NOT NULL CHECK (length(salt) = 64)
    ) STRICT;
    INSERT INTO journal_salt (id, salt) VALUES (1, lower(hex(randomblob(32))));

    -- 上网登记: where, when and by whom a document was put on the county's web site; the latest row is the one that counts.
    CREATE TABLE posting (
      id INTEGER PRIMARY KEY,
      document_id INTEGER REFERENCES document(id),
      temporary_notice_id INTEGER REFERENCES temporary_notice(id),
      address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 500),
      posted_at TEXT NOT NULL,
      posted_by TEXT NOT NULL CHECK (length(posted_by) BETWEEN 1 AND 20),
      registered_at TEXT NOT NULL,
      registered_by INTEGER NOT NULL REFERENCES clerk(id),
      CHECK ((document_id IS NULL) <> (temporary_notice_id IS NULL))
    ) STRICT;
    CREATE INDEX posting_of_document ON posting(document_id, id) WHERE document_id IS NOT NULL;
    CREATE INDEX posting_of_temporary_notice ON posting(temporary_notice_id, id) WHERE temporary_notice_id IS NOT NULL;

    -- Public packages to be written: each version that goes out here, and each document that is taken back.
    CREATE TABLE public_package (
      id INTEGER PRIMARY KEY,
      version_id INTEGER REFERENCES document_version(id),
      temporary_notice_id INTEGER REFERENCES temporary_notice(id),
      purpose TEXT NOT NULL CHECK (purpose IN ('publish', 'withdraw')),
      queued_at TEXT NOT NULL,
      written_at TEXT,
      CHECK ((version_id IS NULL) <> (temporary_notice_id IS NULL))
    ) STRICT;
    CREATE INDEX public_package_waiting ON public_package(id) WHERE written_at IS NULL;
    INSERT INTO public_package (version_id, purpose, queued_at)
      SELECT id, 'publish', made_at FROM document_version WHERE change <> 'backfill';
    INSERT INTO public_package (temporary_notice_id, purpose, queued_at)
      SELECT id, 'publish', published_at FROM temporary_notice;
    INSERT INTO public_package (temporary_notice_id, purpose, queued_at)
      SELECT id, 'withdraw', withdrawn_at FROM temporary_notice WHERE withdrawn_at IS NOT NULL;
    CREATE TRIGGER package_of_version AFTER INSERT ON document_version WHEN NEW.change <> 'backfill'
    BEGIN INSERT INTO public_package (version_id, purpose, queued_at) VALUES (NEW.id, 'publish', NEW.made_at); END;
    CREATE TRIGGER package_of_deletion AFTER UPDATE OF deleted_at ON document
    WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
    BEGIN INSERT INTO public_package (version_id, purpose, queued_at)
      SELECT max(id), 'withdraw', NEW.deleted_at FROM document_version WHERE document_id = NEW.id; END;
    CREATE TRIGGER package_of_temporary_notice AFTER INSERT ON temporary_notice
    BEGIN INSERT INTO public_package (temporary_notice_id, purpose, queued_at) VALUES (NEW.id, 'publish', NEW.published_at); END;
    CREATE TRIGGER package_of_withdrawal AFTER UPDATE OF withdrawn_at ON temporary_notice
    WHEN OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
    BEGIN INSERT INTO public_package (temporary_notice_id, purpose, queued_at) VALUES (NEW.id, 'withdraw', NEW.withdrawn_at); END;

    -- 信息发布登记台账 (R1): everything that went out, in the order in which it was entered here, and whether 上网登记 is asked for still.
    CREATE TABLE register (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      document_id INTEGER UNIQUE REFERENCES document(id),
      temporary_notice_id INTEGER UNIQUE REFERENCES temporary_notice(id),
      published_day TEXT NOT NULL CHECK (published_day GLOB '????-??-??'),
      awaits_posting INTEGER NOT NULL CHECK (awaits_posting IN (0, 1)),
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      CHECK ((document_id IS NULL) <> (temporary_notice_id IS NULL))
    ) STRICT;
    CREATE INDEX register_of_unit ON register(unit_id, system, id, published_day);
    CREATE INDEX register_of_site ON register(site_id, system, id, published_day);
    CREATE INDEX register_awaiting_of_unit ON register(unit_id) WHERE awaits_posting = 1;
    CREATE INDEX register_awaiting_of_site ON register(site_id) WHERE awaits_posting = 1;
    INSERT INTO register (site_id, unit_id, system, document_id, temporary_notice_id, published_day, awaits_posting)
      SELECT site_id, unit_id, system, document_id, temporary_notice_id, published_day, 0 FROM (
        SELECT d.site_id, m.unit_id, d.system, d.id AS document_id, NULL AS temporary_notice_id, d.published_day, d.published_at
        FROM document d JOIN matter m ON m.id = d.matter_id
        UNION ALL
        SELECT site_id, unit_id, system, NULL, id, published_day, published_at FROM temporary_notice)
      ORDER BY published_at, document_id, temporary_notice_id;
    CREATE TRIGGER register_stays BEFORE DELETE ON register
    BEGIN SELECT RAISE(ABORT, 'what is registered stays'); END;
    CREATE TRIGGER register_of_document AFTER INSERT ON document
    BEGIN INSERT INTO register (site_id, unit_id, system, document_id, published_day, awaits_posting)
      SELECT NEW.site_id, unit_id, NEW.system, NEW.id, NEW.published_day, 1 FROM matter WHERE id = NEW.matter_id; END;
    CREATE TRIGGER register_of_temporary_notice AFTER INSERT ON temporary_notice
    BEGIN INSERT INTO register (site_id, unit_id, system, temporary_notice_id, published_day, awaits_posting)
      VALUES (NEW.site_id, NEW.unit_id, NEW.system, NEW.id, NEW.published_day, NEW.withdrawn_at IS NULL); END;
    -- What went out before it was entered here, was posted, or was taken back is not asked for.
    CREATE TRIGGER posting_not_asked_of_backfill AFTER INSERT ON document_version WHEN NEW.change = 'backfill'
    BEGIN UPDATE register SET awaits_posting = 0 WHERE document_id = NEW.document_id; END;
    CREATE TRIGGER posting_registered AFTER INSERT ON posting
    BEGIN UPDATE register SET awaits_posting = 0
      WHERE document_id = NEW.document_id OR temporary_notice_id = NEW.temporary_notice_id; END;
    CREATE TRIGGER posting_not_asked_of_deletion AFTER UPDATE OF deleted_at ON document WHEN NEW.deleted_at IS NOT NULL
    BEGIN UPDATE register SET awaits_posting = 0 WHERE document_id = NEW.id; END;
    CREATE TRIGGER posting_not_asked_of_withdrawal AFTER UPDATE OF withdrawn_at ON temporary_notice WHEN NEW.withdrawn_at IS NOT NULL
    BEGIN UPDATE register SET awaits_posting = 0 WHERE temporary_notice_id = NEW.id; END;
    CREATE TRIGGER posting_stays BEFORE UPDATE ON posting
    BEGIN SELECT RAISE(ABORT, 'a posting is never changed'); END;
    CREATE TRIGGER posting_kept BEFORE DELETE ON posting
    BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;

    -- How a clerk last had a list filtered and sorted.
    CREATE TABLE list_view (
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      list TEXT NOT NULL CHECK (list <> ''),
      view TEXT NOT NULL CHECK (json_valid(view)),
      PRIMARY KEY (clerk_id, list)
    ) STRICT, WITHOUT ROWID;
    """
