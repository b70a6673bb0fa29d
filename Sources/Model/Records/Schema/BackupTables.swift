// What the fifth schema keeps of backups.

let backupTables = """
    -- 备份: every one that was made of this store, so that administrators see when the last was.
    CREATE TABLE backup (
      id INTEGER PRIMARY KEY,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL CHECK (made_by <> ''),
      path TEXT NOT NULL CHECK (path LIKE '/%'),
      size INTEGER NOT NULL CHECK (size > 0),
      -- The last row of the journal that is in it.
      journal_id INTEGER NOT NULL REFERENCES journal(id)
    ) STRICT;
    -- What a file says of itself where it is a backup: one row there, none in a store at work.
    CREATE TABLE backup_mark (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      name TEXT NOT NULL CHECK (name <> ''),
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL CHECK (made_by <> ''),
      journal_id INTEGER NOT NULL REFERENCES journal(id)
    ) STRICT;
    """
