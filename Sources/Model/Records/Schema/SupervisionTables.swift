// The fourth schema's part for supervision: 督办, and what finds lateness and emergencies by unit and day.

let supervisionTables = """
    -- 督办: what a supervising unit asks of a unit, and the unit's one answer.
    CREATE TABLE supervision_note (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      matter_id INTEGER REFERENCES matter(id),
      sender_unit_id INTEGER NOT NULL REFERENCES unit(id),
      title TEXT NOT NULL CHECK (title <> ''),
      body TEXT NOT NULL CHECK (body <> ''),
      due_day TEXT NOT NULL CHECK (due_day GLOB '????-??-??'),
      sent_at TEXT NOT NULL,
      sent_day TEXT NOT NULL CHECK (sent_day GLOB '????-??-??' AND sent_day <= due_day),
      sent_by INTEGER NOT NULL REFERENCES clerk(id),
      answer TEXT CHECK (answer <> ''),
      answered_at TEXT,
      answered_day TEXT CHECK (answered_day GLOB '????-??-??'),
      answered_by INTEGER REFERENCES clerk(id),
      late_days INTEGER CHECK (late_days > 0),
      accepted_at TEXT,
      accepted_by INTEGER REFERENCES clerk(id),
      withdrawn_at TEXT,
      withdrawn_by INTEGER REFERENCES clerk(id),
      withdrawn_reason TEXT CHECK (withdrawn_reason <> ''),
      version INTEGER NOT NULL DEFAULT 1,
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_day IS NULL)
        AND (answer IS NULL) = (answered_by IS NULL)),
      CHECK ((late_days IS NOT NULL) = (answered_day IS NOT NULL AND answered_day > due_day)),
      CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
      CHECK (accepted_at IS NULL OR answered_at IS NOT NULL),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL) AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
      CHECK (withdrawn_at IS NULL OR answered_at IS NULL)
    ) STRICT;
    CREATE INDEX supervision_note_of_unit ON supervision_note(unit_id, id);
    CREATE INDEX supervision_note_of_site ON supervision_note(site_id, id);
    CREATE INDEX supervision_note_of_matter ON supervision_note(matter_id) WHERE matter_id IS NOT NULL;
    CREATE INDEX supervision_note_waiting ON supervision_note(unit_id, due_day)
      WHERE answered_at IS NULL AND withdrawn_at IS NULL;
    CREATE INDEX supervision_note_answered ON supervision_note(sender_unit_id, answered_at)
      WHERE answered_at IS NOT NULL AND accepted_at IS NULL;
    CREATE TRIGGER supervision_note_of_own_matter BEFORE INSERT ON supervision_note
    WHEN NEW.matter_id IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM matter m WHERE m.id = NEW.matter_id AND m.unit_id = NEW.unit_id)
    BEGIN SELECT RAISE(ABORT, 'the matter is another unit''s'); END;
    CREATE TRIGGER supervision_note_as_sent BEFORE UPDATE OF site_id, unit_id, matter_id, sender_unit_id, title, body, due_day,
      sent_at, sent_day, sent_by ON supervision_note
    BEGIN SELECT RAISE(ABORT, 'a note stays as it was sent'); END;
    CREATE TRIGGER supervision_note_settled_once BEFORE UPDATE OF answer, answered_at, answered_day, answered_by, late_days,
      withdrawn_at, withdrawn_by, withdrawn_reason ON supervision_note
    WHEN OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a note is answered or withdrawn once'); END;
    CREATE TRIGGER supervision_note_accepted_once BEFORE UPDATE OF accepted_at, accepted_by ON supervision_note
    WHEN OLD.accepted_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an answer is accepted once'); END;
    CREATE TRIGGER supervision_note_stays BEFORE DELETE ON supervision_note
    BEGIN SELECT RAISE(ABORT, 'a note is never deleted'); END;

    -- What was done late, and what went out in an emergency, by unit or site and moment.
    CREATE INDEX deadline_late_of_unit ON deadline(unit_id, met_at, id) WHERE late_days IS NOT NULL;
    CREATE INDEX deadline_late_of_site ON deadline(site_id, met_at, id) WHERE late_days IS NOT NULL;
    CREATE INDEX review_emergency_of_unit ON review(unit_id, submitted_at, id) WHERE emergency_reason IS NOT NULL;
    CREATE INDEX review_emergency_of_site ON review(site_id, submitted_at, id) WHERE emergency_reason IS NOT NULL;
    """
