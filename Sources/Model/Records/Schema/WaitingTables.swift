// The sixth schema's part for what is overdue, owed or waits for an answer: found without looking at all that is done.

let waitingTables = """
    -- The matter's nearest open deadline: what is overdue today is not in the sums, and is counted from here.
    ALTER TABLE matter_figures ADD COLUMN due_day TEXT CHECK (due_day GLOB '????-??-??');
    UPDATE matter_figures SET due_day = (SELECT m.due_day FROM matter m WHERE m.id = matter_figures.matter_id);
    CREATE TRIGGER matter_figures_due_of_new AFTER INSERT ON matter_figures
    WHEN (SELECT due_day FROM matter WHERE id = NEW.matter_id) IS NOT NULL
    BEGIN UPDATE matter_figures SET due_day = (SELECT due_day FROM matter WHERE id = NEW.matter_id)
      WHERE matter_id = NEW.matter_id; END;
    CREATE TRIGGER matter_figures_due AFTER UPDATE OF due_day ON matter WHEN OLD.due_day IS NOT NEW.due_day
    BEGIN UPDATE matter_figures SET due_day = NEW.due_day WHERE matter_id = NEW.id; END;
    CREATE INDEX matter_figures_due_of_site ON matter_figures(site_id, announced_day, due_day, system, unit_id, in_time)
      WHERE due_day IS NOT NULL AND late = 0;
    CREATE INDEX matter_figures_due_of_unit ON matter_figures(unit_id, announced_day, due_day, system, site_id, in_time)
      WHERE due_day IS NOT NULL AND late = 0;

    -- Matters with comments that want an answer still.
    CREATE INDEX matter_figures_waiting_of_site ON matter_figures(site_id, system, unit_id)
      WHERE comments > excused + answered;
    CREATE INDEX matter_figures_waiting_of_unit ON matter_figures(unit_id, system, site_id)
      WHERE comments > excused + answered;

    CREATE INDEX deadline_owed_of_site ON deadline(site_id, due_day, system, unit_id)
      WHERE period IS NOT NULL AND met_at IS NULL AND ended_at IS NULL;
    CREATE INDEX deadline_owed_of_unit ON deadline(unit_id, due_day, system, site_id)
      WHERE period IS NOT NULL AND met_at IS NULL AND ended_at IS NULL;
    CREATE INDEX deadline_to_note ON deadline(due_day)
      WHERE met_at IS NULL AND ended_at IS NULL AND overdue_noted_day IS NULL;

    -- With all that their counts ask for.
    DROP INDEX deadline_open_of_site;
    CREATE INDEX deadline_open_of_site ON deadline(site_id, due_day, unit_id, period)
      WHERE met_at IS NULL AND ended_at IS NULL;
    DROP INDEX deadline_late_of_site;
    CREATE INDEX deadline_late_of_site ON deadline(site_id, met_at, id, unit_id, matter_id) WHERE late_days IS NOT NULL;
    DROP INDEX deadline_late_of_unit;
    CREATE INDEX deadline_late_of_unit ON deadline(unit_id, met_at, id, site_id, matter_id) WHERE late_days IS NOT NULL;
    DROP INDEX register_awaiting_of_site;
    CREATE INDEX register_awaiting_of_site ON register(site_id, unit_id) WHERE awaits_posting = 1;
    """
