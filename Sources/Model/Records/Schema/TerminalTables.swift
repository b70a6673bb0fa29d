// What the fourth schema keeps of the terminals that clerks sit at.

let terminalTables = """
    -- How a clerk last set a kind of terminal: its name with what it answers of itself, and the settings as a JSON object of texts.
    CREATE TABLE terminal_setting (
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      terminal TEXT NOT NULL CHECK (terminal <> ''),
      settings TEXT NOT NULL CHECK (json_valid(settings)),
      PRIMARY KEY (clerk_id, terminal)
    ) STRICT, WITHOUT ROWID;
    """
