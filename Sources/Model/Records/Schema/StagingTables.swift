// What the fourth schema keeps of comments on their way in.

let stagingTables = """
    -- An import is entered a few comments at a time, so that others write in between, and comes into force at one stroke.
    -- Until then it is nothing: `comment` does not show its comments, and whoever imports next takes it away.
    ALTER TABLE comment_import ADD COLUMN in_force INTEGER NOT NULL DEFAULT 1 CHECK (in_force IN (0, 1));
    CREATE INDEX comment_import_not_in_force ON comment_import(id) WHERE in_force = 0;
    DROP TRIGGER comment_import_stays;
    CREATE TRIGGER comment_import_stays BEFORE DELETE ON comment_import WHEN OLD.in_force = 1
    BEGIN SELECT RAISE(ABORT, 'an import is never deleted'); END;
    CREATE TRIGGER comment_import_kept BEFORE UPDATE OF in_force ON comment_import WHEN OLD.in_force = 1
    BEGIN SELECT RAISE(ABORT, 'an import in force stays so'); END;

    -- Rows are written to every_comment; whatever is read of comments is read of `comment`.
    ALTER TABLE comment RENAME TO every_comment;
    CREATE VIEW comment AS SELECT * FROM every_comment
      WHERE import_id IS NULL OR import_id NOT IN (SELECT id FROM comment_import WHERE in_force = 0);
    DROP INDEX comment_of_matter;
    CREATE INDEX comment_of_matter ON every_comment(matter_id, id, import_id);
    DROP INDEX comment_waiting;
    CREATE INDEX comment_waiting ON every_comment(matter_id, import_id)
      WHERE handled_at IS NULL AND hidden_at IS NULL AND duplicate_of IS NULL;
    DROP INDEX comment_unanswered;
    CREATE INDEX comment_unanswered ON every_comment(matter_id, import_id)
      WHERE answered_day IS NULL AND hidden_at IS NULL AND duplicate_of IS NULL;
    -- Coming into force reads of an import's comments what stands here, not their texts.
    DROP INDEX comment_of_import;
    CREATE INDEX comment_of_import ON every_comment(import_id, matter_id, received_at) WHERE import_id IS NOT NULL;

    DROP TRIGGER comment_stays;
    CREATE TRIGGER comment_stays BEFORE DELETE ON every_comment
    WHEN EXISTS (SELECT 1 FROM comment c WHERE c.id = OLD.id)
    BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END;

    -- Comments are found by their words from the moment on in which they are in force.
    DROP TRIGGER full_text_of_comment;
    CREATE TRIGGER full_text_of_comment AFTER INSERT ON every_comment WHEN NEW.import_id IS NULL
    BEGIN INSERT OR IGNORE INTO full_text_waiting VALUES (NEW.received_at, 'comment', NEW.id); END;
    CREATE TRIGGER full_text_of_import AFTER UPDATE OF in_force ON comment_import WHEN NEW.in_force = 1
    BEGIN INSERT OR IGNORE INTO full_text_waiting
      SELECT received_at, 'comment', id FROM every_comment WHERE import_id = NEW.id; END;

    -- G7 counts the comments that are in force.
    DROP TRIGGER document_deleted_in_time;
    CREATE TRIGGER document_deleted_in_time BEFORE UPDATE OF deleted_at ON document
    WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL AND (
      EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = NEW.matter_id)
      OR EXISTS (SELECT 1 FROM document d WHERE d.matter_id = NEW.matter_id AND d.kind = 'report' AND d.deleted_at IS NULL))
    BEGIN SELECT RAISE(ABORT, 'a document with comments or a report stays'); END;
    DROP TRIGGER document_modified_in_time;
    CREATE TRIGGER document_modified_in_time BEFORE INSERT ON document_version
    WHEN NEW.change = 'modify' AND EXISTS (SELECT 1 FROM document mine WHERE mine.id = NEW.document_id AND (
      EXISTS (SELECT 1 FROM comment c WHERE c.matter_id = mine.matter_id)
      OR EXISTS (SELECT 1 FROM document d WHERE d.matter_id = mine.matter_id AND d.kind = 'report' AND d.deleted_at IS NULL)))
    BEGIN SELECT RAISE(ABORT, 'a document with comments or a report is not modified'); END;
    """
