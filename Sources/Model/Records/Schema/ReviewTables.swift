// What the third schema keeps of reviews: on paper and in the console.

let reviewTables = """
    -- R1: how what went out was to be reviewed when it did.
    ALTER TABLE document_version ADD COLUMN review TEXT NOT NULL DEFAULT 'none'
      CHECK (review IN ('none', 'paper', 'console'));
    ALTER TABLE temporary_notice ADD COLUMN review TEXT NOT NULL DEFAULT 'none'
      CHECK (review IN ('none', 'paper', 'console'));

    -- Everybody whose text a draft has been: none of them reviews it.
    CREATE TABLE draft_writer (
      draft_id INTEGER NOT NULL REFERENCES draft(id) ON DELETE CASCADE,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      PRIMARY KEY (draft_id, clerk_id)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO draft_writer (draft_id, clerk_id) SELECT id, clerk_id FROM draft;
    CREATE TRIGGER draft_begun AFTER INSERT ON draft
    BEGIN INSERT INTO draft_writer (draft_id, clerk_id) VALUES (NEW.id, NEW.clerk_id); END;
    CREATE TRIGGER draft_handed AFTER UPDATE OF clerk_id ON draft
    BEGIN INSERT INTO draft_writer (draft_id, clerk_id) VALUES (NEW.id, NEW.clerk_id) ON CONFLICT DO NOTHING; END;

    -- A text that was handed in for review, was signed on paper, or went out in an emergency and is reviewed afterwards.
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      mode TEXT NOT NULL CHECK (mode IN ('paper', 'console')),
      form TEXT NOT NULL CHECK (form <> ''),
      document_name TEXT NOT NULL CHECK (document_name <> ''),
      title TEXT NOT NULL CHECK (title <> ''),
      matter_id INTEGER REFERENCES matter(id),
      draft_id INTEGER REFERENCES draft(id) ON DELETE SET NULL,
      version_id INTEGER UNIQUE REFERENCES document_version(id),
      temporary_notice_id INTEGER UNIQUE REFERENCES temporary_notice(id),
      author_id INTEGER NOT NULL REFERENCES clerk(id),
      submitted_at TEXT NOT NULL,
      emergency_reason TEXT CHECK (emergency_reason <> ''),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'agreed', 'returned', 'objected', 'withdrawn')),
      decided_at TEXT,
      reviewer_id INTEGER REFERENCES clerk(id),
      opinion TEXT CHECK (opinion <> ''),
      approver TEXT CHECK (approver <> ''),
      approver_post TEXT CHECK (approver_post <> ''),
      approval_day TEXT CHECK (approval_day GLOB '????-??-??'),
      approval_number TEXT CHECK (approval_number <> ''),
      registered_by INTEGER REFERENCES clerk(id),
      version INTEGER NOT NULL DEFAULT 1,
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      -- R1: the reviewer is not the author, and what is approved afterwards is approved by another person.
      CHECK (reviewer_id <> author_id),
      CHECK (emergency_reason IS NULL OR registered_by <> author_id),
      CHECK (version_id IS NULL OR temporary_notice_id IS NULL),
      CHECK (emergency_reason IS NULL OR version_id IS NOT NULL OR temporary_notice_id IS NOT NULL),
      CHECK ((state = 'waiting') = (decided_at IS NULL)),
      CHECK ((reviewer_id IS NOT NULL) = (state IN ('returned', 'objected') OR (state = 'agreed' AND mode = 'console'))),
      CHECK ((opinion IS NOT NULL) = (state IN ('returned', 'objected'))),
      CHECK ((state = 'agreed' AND mode = 'paper') = (approver IS NOT NULL)),
      CHECK ((approver IS NULL) = (approver_post IS NULL) AND (approver IS NULL) = (approval_day IS NULL)
        AND (approver IS NULL) = (approval_number IS NULL) AND (approver IS NULL) = (registered_by IS NULL)),
      CHECK (mode = 'console' OR (state IN ('waiting', 'agreed') AND draft_id IS NULL)),
      CHECK (state NOT IN ('returned', 'withdrawn') OR (version_id IS NULL AND temporary_notice_id IS NULL)),
      CHECK (emergency_reason IS NOT NULL OR state = 'agreed' OR (version_id IS NULL AND temporary_notice_id IS NULL)),
      CHECK (state <> 'objected' OR emergency_reason IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX review_open_once ON review(draft_id)
      WHERE draft_id IS NOT NULL AND state IN ('waiting', 'agreed');
    CREATE INDEX review_of_draft ON review(draft_id, id) WHERE draft_id IS NOT NULL;
    CREATE INDEX review_waiting_of_unit ON review(unit_id, id) WHERE state = 'waiting';
    CREATE INDEX review_waiting_of_site ON review(site_id, id) WHERE state = 'waiting';
    CREATE INDEX review_of_matter ON review(matter_id) WHERE matter_id IS NOT NULL;

    -- Whose text it is: everybody who had the draft.
    CREATE TABLE review_writer (
      review_id INTEGER NOT NULL REFERENCES review(id),
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      PRIMARY KEY (review_id, clerk_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER review_by_another BEFORE UPDATE OF reviewer_id ON review
    WHEN EXISTS (SELECT 1 FROM review_writer w WHERE w.review_id = NEW.id AND w.clerk_id = NEW.reviewer_id)
    BEGIN SELECT RAISE(ABORT, 'nobody reviews a text of their own'); END;
    CREATE TRIGGER review_decided_once BEFORE UPDATE OF state, reviewer_id, opinion, decided_at ON review
    WHEN OLD.state <> 'waiting' AND NOT (OLD.state = 'agreed' AND NEW.state = 'withdrawn'
      AND OLD.version_id IS NULL AND OLD.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'a review is decided once'); END;
    CREATE TRIGGER review_stays BEFORE DELETE ON review
    BEGIN SELECT RAISE(ABORT, 'a review is never deleted'); END;
    CREATE TRIGGER review_published_once BEFORE UPDATE OF version_id, temporary_notice_id ON review
    WHEN OLD.version_id IS NOT NULL OR OLD.temporary_notice_id IS NOT NULL OR OLD.state <> 'agreed'
    BEGIN SELECT RAISE(ABORT, 'a review lets one text out'); END;

    -- What is under review is not touched: neither the text nor its files.
    CREATE TRIGGER draft_under_review BEFORE UPDATE OF entries, form, matter_id ON draft
    WHEN EXISTS (SELECT 1 FROM review r WHERE r.draft_id = OLD.id AND r.state IN ('waiting', 'agreed')
      AND r.version_id IS NULL AND r.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the text is under review'); END;
    CREATE TRIGGER draft_under_review_kept BEFORE DELETE ON draft
    WHEN EXISTS (SELECT 1 FROM review r WHERE r.draft_id = OLD.id AND r.state IN ('waiting', 'agreed')
      AND r.version_id IS NULL AND r.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the text is under review'); END;
    CREATE TRIGGER file_under_review_added BEFORE INSERT ON attachment
    WHEN EXISTS (SELECT 1 FROM review r WHERE r.draft_id = NEW.draft_id AND r.state IN ('waiting', 'agreed')
      AND r.version_id IS NULL AND r.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the text is under review'); END;
    CREATE TRIGGER file_under_review_changed BEFORE UPDATE ON attachment
    WHEN EXISTS (SELECT 1 FROM review r WHERE r.draft_id = OLD.draft_id AND r.state IN ('waiting', 'agreed')
      AND r.version_id IS NULL AND r.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the text is under review'); END;
    CREATE TRIGGER file_under_review_kept BEFORE DELETE ON attachment
    WHEN EXISTS (SELECT 1 FROM review r WHERE r.draft_id = OLD.draft_id AND r.state IN ('waiting', 'agreed')
      AND r.version_id IS NULL AND r.temporary_notice_id IS NULL)
    BEGIN SELECT RAISE(ABORT, 'the text is under review'); END;
    """
