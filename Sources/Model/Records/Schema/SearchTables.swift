// What the third schema keeps for the search over everything.

let searchTables = """
    -- Every text that can be found: its words, made by the program. The index keeps no text and its rows are never taken out.
    CREATE VIRTUAL TABLE full_text USING fts5 (words, content = '', tokenize = "ascii tokenchars '#'");

    -- Which record a row of the index is of. The key is the day and the place in it, so that the newest comes first by the key alone
    -- and a span of days is a span of keys. A row whose text has changed or is no longer to be found is void.
    CREATE TABLE full_text_entry (
      id INTEGER PRIMARY KEY,
      subject TEXT NOT NULL CHECK (subject IN ('document', 'temporaryNotice', 'comment', 'reply')),
      record INTEGER NOT NULL,
      edition INTEGER NOT NULL,
      is_void INTEGER NOT NULL DEFAULT 0 CHECK (is_void IN (0, 1))
    ) STRICT;
    CREATE UNIQUE INDEX full_text_entry_of_record ON full_text_entry(subject, record) WHERE is_void = 0;

    -- Records whose rows of the index have to be made or made void, in the order of time; empty after every act.
    CREATE TABLE full_text_waiting (
      at TEXT NOT NULL,
      subject TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (at, subject, record)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO full_text_waiting SELECT published_at, 'document', id FROM document WHERE deleted_at IS NULL;
    INSERT INTO full_text_waiting SELECT published_at, 'temporaryNotice', id FROM temporary_notice WHERE withdrawn_at IS NULL;
    INSERT INTO full_text_waiting SELECT received_at, 'comment', id FROM comment;
    INSERT INTO full_text_waiting SELECT replied_at, 'reply', id FROM reply;

    CREATE TRIGGER full_text_of_version AFTER INSERT ON document_version
    BEGIN INSERT OR IGNORE INTO full_text_waiting SELECT published_at, 'document', id FROM document WHERE id = NEW.document_id; END;
    CREATE TRIGGER full_text_of_deletion AFTER UPDATE OF deleted_at ON document
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.published_at, 'document', NEW.id); END;
    CREATE TRIGGER full_text_of_temporary_notice AFTER INSERT ON temporary_notice
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.published_at, 'temporaryNotice', NEW.id); END;
    CREATE TRIGGER full_text_of_withdrawal AFTER UPDATE OF withdrawn_at ON temporary_notice
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.published_at, 'temporaryNotice', NEW.id); END;
    CREATE TRIGGER full_text_of_comment AFTER INSERT ON comment
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.received_at, 'comment', NEW.id); END;
    CREATE TRIGGER full_text_of_reply AFTER INSERT ON reply
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.replied_at, 'reply', NEW.id); END;
    CREATE TRIGGER full_text_of_changed_reply AFTER UPDATE OF version ON reply
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.replied_at, 'reply', NEW.id); END;
    """
