// The fourth schema's part for the figures of reports: counted in the very transaction that changes what they count.

/// What is counted of a matter, besides its having been announced.
private let counted = [
    "notices", "reports", "in_time", "late", "comments", "excused", "answered", "late_answers", "answer_days", "rated",
    "satisfied",
]

private func each(_ line: (String) -> String, by separator: String = ", ") -> String {
    counted.map(line).joined(separator: separator)
}

let figureTables = """
    -- How many working days an answer took, and whether that was too many (C1): judged when it was given.
    ALTER TABLE comment ADD COLUMN answer_days INTEGER CHECK (answer_days >= 0);
    ALTER TABLE comment ADD COLUMN answer_late INTEGER CHECK (answer_late IN (0, 1));
    CREATE INDEX comment_answer_days ON comment(matter_id, answer_days)
      WHERE answered_day IS NOT NULL AND hidden_at IS NULL AND duplicate_of IS NULL;

    -- A matter that is not deleted, and its figures.
    CREATE TABLE matter_figures (
      matter_id INTEGER PRIMARY KEY REFERENCES matter(id),
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      announced_day TEXT NOT NULL CHECK (announced_day GLOB '????-??-??'),
      \(each { "\($0) INTEGER NOT NULL DEFAULT 0 CHECK (\($0) >= 0)" }),
      worst_answer_days INTEGER NOT NULL DEFAULT 0 CHECK (worst_answer_days >= 0),
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id)
    ) STRICT;
    CREATE INDEX matter_figures_of_unit ON matter_figures(unit_id, announced_day, system);
    CREATE INDEX matter_figures_of_site ON matter_figures(site_id, announced_day, system);
    CREATE INDEX matter_figures_of_day ON matter_figures(announced_day, site_id, system);

    -- The sums of a unit's matters of one system and one day of announcement.
    CREATE TABLE day_figures (
      site_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
      unit_id INTEGER NOT NULL,
      announcements INTEGER NOT NULL CHECK (announcements >= 0),
      \(each { "\($0) INTEGER NOT NULL CHECK (\($0) >= 0)" }),
      worst_answer_days INTEGER NOT NULL CHECK (worst_answer_days >= 0),
      PRIMARY KEY (site_id, system, day, unit_id),
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER day_figures_after_insert AFTER INSERT ON matter_figures
    BEGIN INSERT INTO day_figures VALUES (NEW.site_id, NEW.system, NEW.announced_day, NEW.unit_id, 1,
        \(each { "NEW.\($0)" }), NEW.worst_answer_days)
      ON CONFLICT DO UPDATE SET announcements = announcements + 1, \(each { "\($0) = \($0) + NEW.\($0)" }),
        worst_answer_days = max(worst_answer_days, NEW.worst_answer_days); END;
    CREATE TRIGGER day_figures_after_update AFTER UPDATE ON matter_figures
    BEGIN UPDATE day_figures SET \(each { "\($0) = \($0) + NEW.\($0) - OLD.\($0)" }),
        worst_answer_days = iif(NEW.worst_answer_days = OLD.worst_answer_days, worst_answer_days,
          \(worst))
      WHERE \(sameDay("NEW")); END;
    CREATE TRIGGER day_figures_after_delete AFTER DELETE ON matter_figures
    BEGIN UPDATE day_figures SET announcements = announcements - 1, \(each { "\($0) = \($0) - OLD.\($0)" }),
        worst_answer_days = ifnull(\(worst), 0)
      WHERE \(sameDay("OLD")); END;

    -- Whether something about a matter was done late, and whether something was done by its day: the deadlines of its own, and
    -- that of a period which its document has met.
    CREATE VIEW matter_timeliness (matter_id, late, met) AS
      SELECT m.id, \(hasDeadline("l.late_days IS NOT NULL")), \(hasDeadline("l.met_day <= l.due_day")) FROM matter m;

    CREATE TRIGGER matter_figures_of_announcement AFTER INSERT ON document
    WHEN (SELECT ordinal FROM system_document s WHERE s.system = NEW.system AND s.kind = NEW.kind) = 1
    BEGIN INSERT INTO matter_figures (matter_id, site_id, unit_id, system, announced_day)
      SELECT id, site_id, unit_id, system, NEW.published_day FROM matter WHERE id = NEW.matter_id; END;
    CREATE TRIGGER matter_figures_of_document AFTER INSERT ON document WHEN NEW.kind IN ('notice', 'report')
    BEGIN UPDATE matter_figures SET notices = notices + (NEW.kind = 'notice'), reports = reports + (NEW.kind = 'report')
      WHERE matter_id = NEW.matter_id; END;
    CREATE TRIGGER matter_figures_of_deletion AFTER UPDATE OF deleted_at ON document
    WHEN OLD.deleted_at IS NULL AND NEW.deleted_at IS NOT NULL
    BEGIN
      UPDATE matter_figures SET notices = notices - (NEW.kind = 'notice'), reports = reports - (NEW.kind = 'report')
        WHERE matter_id = NEW.matter_id AND NEW.kind IN ('notice', 'report');
      DELETE FROM matter_figures WHERE matter_id = NEW.matter_id
        AND (SELECT ordinal FROM system_document s WHERE s.system = NEW.system AND s.kind = NEW.kind) = 1;
    END;
    \(onDeadline("insert", "INSERT", "NEW"))
    \(onDeadline("update", "UPDATE OF due_day, met_at, met_day, late_days", "NEW"))
    \(onDeadline("delete", "DELETE", "OLD"))
    CREATE TRIGGER matter_figures_of_period AFTER UPDATE OF period ON matter
    BEGIN \(judge("matter_id = NEW.id")) END;

    -- The comments of an import are counted when they are all in.
    CREATE TRIGGER matter_figures_of_comment AFTER INSERT ON comment WHEN NEW.import_id IS NULL
    BEGIN UPDATE matter_figures SET comments = comments + 1, excused = excused + (\(isExcused("NEW")))
      WHERE matter_id = NEW.matter_id; END;
    CREATE TRIGGER matter_figures_of_comment_work
    AFTER UPDATE OF hidden_at, duplicate_of, answered_day, answer_days, answer_late, satisfaction ON comment
    BEGIN UPDATE matter_figures SET
        \(comparedComments),
        worst_answer_days = ifnull((SELECT max(c.answer_days) FROM comment c WHERE c.matter_id = NEW.matter_id
          AND c.answered_day IS NOT NULL AND c.hidden_at IS NULL AND c.duplicate_of IS NULL), 0)
      WHERE matter_id = NEW.matter_id; END;

    INSERT INTO matter_figures (matter_id, site_id, unit_id, system, announced_day, notices, reports, in_time, late,
        comments, excused, answered, rated, satisfied)
      SELECT m.id, m.site_id, m.unit_id, m.system, d.published_day, \(hasDocument("notice")), \(hasDocument("report")),
        t.met AND NOT t.late, t.late, ifnull(c.comments, 0), ifnull(c.excused, 0), ifnull(c.answered, 0), ifnull(c.rated, 0),
        ifnull(c.satisfied, 0)
      FROM matter m JOIN matter_timeliness t ON t.matter_id = m.id
      JOIN document d ON d.id = (SELECT min(id) FROM document WHERE matter_id = m.id AND deleted_at IS NULL)
      LEFT JOIN (SELECT c.matter_id, count(*) AS comments, \(summedComments)
        FROM comment c GROUP BY c.matter_id) c ON c.matter_id = m.id
      WHERE m.deleted_at IS NULL;
    """

/// The row of `day_figures` to which a matter's row belongs.
private func sameDay(_ row: String) -> String {
    "site_id = \(row).site_id AND system = \(row).system AND day = \(row).announced_day AND unit_id = \(row).unit_id"
}

private let worst = """
    (SELECT max(f.worst_answer_days) FROM matter_figures f WHERE f.unit_id = day_figures.unit_id
      AND f.announced_day = day_figures.day AND f.system = day_figures.system)
    """

private func hasDeadline(_ condition: String) -> String {
    """
    (EXISTS (SELECT 1 FROM deadline l WHERE l.matter_id = m.id AND \(condition))
      OR m.period IS NOT NULL AND EXISTS (SELECT 1 FROM document d JOIN deadline l ON l.unit_id = m.unit_id
        AND l.system = m.system AND l.period = m.period AND l.met_at = d.published_at
        WHERE d.matter_id = m.id AND d.deleted_at IS NULL AND \(condition)))
    """
}

private func hasDocument(_ kind: String) -> String {
    "EXISTS (SELECT 1 FROM document x WHERE x.matter_id = m.id AND x.kind = '\(kind)' AND x.deleted_at IS NULL)"
}

/// Judges matters again and writes what has changed.
private func judge(_ which: String) -> String {
    """
    UPDATE matter_figures SET late = t.late, in_time = t.met AND NOT t.late FROM matter_timeliness t
      WHERE t.matter_id = matter_figures.matter_id AND matter_figures.\(which)
        AND (matter_figures.late, matter_figures.in_time) IS NOT (t.late, t.met AND NOT t.late);
    """
}

private func onDeadline(_ name: String, _ event: String, _ row: String) -> String {
    """
    CREATE TRIGGER matter_figures_of_deadline_\(name) AFTER \(event) ON deadline
    BEGIN
      \(judge("matter_id = \(row).matter_id"))
      \(judge("matter_id IN (SELECT m.id FROM matter m WHERE m.unit_id = \(row).unit_id AND m.system = \(row).system AND m.period = \(row).period AND m.deleted_at IS NULL)"))
    END;
    """
}

private func isExcused(_ row: String) -> String { "(\(row).hidden_at IS NOT NULL OR \(row).duplicate_of IS NOT NULL)" }

private func isAnswered(_ row: String) -> String { "(\(row).answered_day IS NOT NULL AND NOT \(isExcused(row)))" }

/// What one comment adds to the figures of its matter.
private func commentFigures(_ row: String) -> [(name: String, sql: String)] {
    [
        ("excused", isExcused(row)), ("answered", isAnswered(row)),
        ("late_answers", "(\(isAnswered(row)) AND ifnull(\(row).answer_late, 0))"),
        ("answer_days", "(\(isAnswered(row)) * ifnull(\(row).answer_days, 0))"),
        ("rated", "(\(isAnswered(row)) AND \(row).satisfaction IS NOT NULL)"),
        ("satisfied", "(\(isAnswered(row)) AND ifnull(\(row).satisfaction, '') IN ('satisfied', 'mostly'))"),
    ]
}

private let comparedComments = zip(commentFigures("NEW"), commentFigures("OLD")).map { new, old in
    "\(new.name) = \(new.name) + \(new.sql) - \(old.sql)"
}.joined(separator: ",\n        ")

private let summedComments = commentFigures("c").map { "sum(\($0.sql)) AS \($0.name)" }.joined(separator: ", ")
