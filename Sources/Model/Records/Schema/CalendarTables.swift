// What the fourth schema keeps of changes to the work calendar.

let calendarTables = """
    -- One change of one layer: a file taken in, or a year taken back. Of site NULL is the nation's. The rows of the journal that tell
    -- what it moved stand from first_row to last_row; the row of the act itself is the next.
    CREATE TABLE calendar_change (
      id INTEGER PRIMARY KEY,
      site_id INTEGER REFERENCES site(id),
      changed_at TEXT NOT NULL,
      changed_by INTEGER REFERENCES clerk(id),
      changer TEXT NOT NULL CHECK (changer <> ''),
      file_name TEXT CHECK (file_name <> ''),
      sha256 TEXT CHECK (length(sha256) = 64),
      subject TEXT NOT NULL CHECK (subject <> ''),
      added INTEGER NOT NULL CHECK (added >= 0),
      changed INTEGER NOT NULL CHECK (changed >= 0),
      removed INTEGER NOT NULL CHECK (removed >= 0),
      moved INTEGER NOT NULL CHECK (moved >= 0),
      overdue INTEGER NOT NULL CHECK (overdue >= 0),
      taken_back INTEGER NOT NULL CHECK (taken_back >= 0),
      first_row INTEGER NOT NULL CHECK (first_row > 0),
      last_row INTEGER NOT NULL CHECK (last_row >= first_row - 1),
      CHECK ((file_name IS NULL) = (sha256 IS NULL))
    ) STRICT;
    CREATE TRIGGER calendar_change_stays BEFORE DELETE ON calendar_change
    BEGIN SELECT RAISE(ABORT, 'a change is never deleted'); END;
    CREATE TRIGGER calendar_change_kept BEFORE UPDATE ON calendar_change
    BEGIN SELECT RAISE(ABORT, 'a change is never changed'); END;

    -- Another calendar may bring back a deadline that fell before the matter was entered.
    CREATE INDEX matter_backfilled ON matter(site_id) WHERE backfilled_day IS NOT NULL AND deleted_at IS NULL;
    """
