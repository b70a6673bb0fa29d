// The fifth schema's part for accounts: how administration is divided, former names, who set what, and what clerks are to be told.

let accountTables = """
    -- How administration is divided among people: three who watch each other, or what a small office can spare.
    ALTER TABLE site ADD COLUMN profile TEXT NOT NULL DEFAULT 'separated' CHECK (profile IN ('separated', 'small'));
    UPDATE site SET profile = 'small' WHERE id IN (
      SELECT u.site_id FROM clerk c JOIN unit u ON u.id = c.unit_id JOIN clerk_role r ON r.clerk_id = c.id
      GROUP BY c.id HAVING count(*) > 1
        AND sum(r.role IN ('systemAdministrator', 'securityAdministrator', 'auditor')) > 0);

    -- What a unit was called until it was renamed; what went out before that keeps the name.
    CREATE TABLE former_unit_name (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES unit(id),
      name TEXT NOT NULL CHECK (name <> ''),
      replaced_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX former_name_of_unit ON former_unit_name(unit_id, id);

    -- When a clerk was last here.
    CREATE INDEX session_begun_by_clerk ON session(clerk_id, began_at);

    -- Who set a value; nobody where that was done when the office was made.
    ALTER TABLE setting ADD COLUMN changed_by INTEGER REFERENCES clerk(id);

    -- What somebody else has done to accounts, for the clerks who are to know it at their next sign-in.
    CREATE TABLE account_notice (
      id INTEGER PRIMARY KEY,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      at TEXT NOT NULL,
      sentence TEXT NOT NULL CHECK (sentence <> ''),
      told_at TEXT
    ) STRICT;
    CREATE INDEX account_notice_waiting ON account_notice(clerk_id) WHERE told_at IS NULL;
    """
