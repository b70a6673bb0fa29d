// What the third schema keeps of imported comments.

let importTables = """
    -- One file of comments that was taken in whole. A clerk's import names the clerk; the server's operator has no row.
    CREATE TABLE comment_import (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL REFERENCES site(id),
      imported_at TEXT NOT NULL,
      imported_by INTEGER REFERENCES clerk(id),
      importer TEXT NOT NULL CHECK (importer <> ''),
      file_name TEXT NOT NULL CHECK (file_name <> ''),
      sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
      comments INTEGER NOT NULL CHECK (comments > 0),
      UNIQUE (site_id, sha256)
    ) STRICT;
    CREATE TRIGGER comment_import_stays BEFORE DELETE ON comment_import
    BEGIN SELECT RAISE(ABORT, 'an import is never deleted'); END;

    ALTER TABLE comment ADD COLUMN import_id INTEGER REFERENCES comment_import(id);
    ALTER TABLE comment ADD COLUMN source_id TEXT CHECK (source_id <> '');
    CREATE INDEX comment_of_import ON comment(import_id) WHERE import_id IS NOT NULL;
    CREATE UNIQUE INDEX comment_of_source ON comment(matter_id, channel, source_id) WHERE source_id IS NOT NULL;
    """
