// The fifth schema's part for sign-in and the auditor: passwords that have grown old, and the ways into the journal.

let signInTables = """
    -- When a clerk came in with a password that had served its time; it must be changed before anything else is done.
    ALTER TABLE clerk ADD COLUMN password_expired_at TEXT;

    CREATE INDEX session_of_clerk ON session(clerk_id, id);
    CREATE INDEX journal_of_clerk ON journal(clerk_id, id);
    CREATE INDEX journal_of_act ON journal(act, id);
    CREATE INDEX journal_by_time ON journal(at);
    """
