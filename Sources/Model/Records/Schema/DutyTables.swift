// The third schema's part for what a unit owes in every period.

let dutyTables = """
    -- Which units owe a document in every period, from which day on, and until which.
    CREATE TABLE period_duty (
      unit_id INTEGER NOT NULL,
      site_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      since_day TEXT NOT NULL CHECK (since_day GLOB '????-??-??'),
      until_day TEXT CHECK (until_day GLOB '????-??-??' AND until_day >= since_day),
      version INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (unit_id, system),
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id)
    ) STRICT, WITHOUT ROWID;

    -- From when on a period's document was owed: what went out before that was not late, whatever was set afterwards.
    ALTER TABLE deadline ADD COLUMN owed_at TEXT CHECK ((owed_at IS NULL) = (period IS NULL));

    -- The period of which the latest version of a matter's bulletin tells, as deadlines name it.
    ALTER TABLE matter ADD COLUMN period TEXT CHECK (period <> '');
    CREATE INDEX matter_of_period ON matter(unit_id, system, period) WHERE period IS NOT NULL AND deleted_at IS NULL;
    CREATE TRIGGER matter_period_of_bulletin AFTER INSERT ON bulletin_announcement
    BEGIN UPDATE matter SET period = NEW.period_year || '-Q' || NEW.period_quarter WHERE id = (
      SELECT d.matter_id FROM document_version v JOIN document d ON d.id = v.document_id WHERE v.id = NEW.version_id); END;
    """
