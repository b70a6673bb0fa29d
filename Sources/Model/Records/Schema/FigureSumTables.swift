// The sixth schema's part for the figures of reports: the sums by month and by year, each made of the next smaller ones.

private let added = [
    "announcements", "notices", "reports", "in_time", "late", "comments", "excused", "answered", "late_answers",
    "answer_days", "rated", "satisfied",
]

private func each(_ line: (String) -> String) -> String { added.map(line).joined(separator: ", ") }

/// The months are filled before the years' triggers are there, and the years from them.
let figureSumTables =
    sums(by: "month", of: "day", code: "substr(%.day, 1, 7)", like: "????-??", ending: ["-01", "-31"])
    + sums(by: "year", of: "month", code: "substr(%.month, 1, 4)", like: "????", ending: ["-01", "-12"])

/// A table of sums with the triggers that keep it.
/// - Parameters:
///   - code: what names the span in which a row of the smaller sums lies; `%` is the row.
///   - ending: what the first and the last code of smaller sums have after the span's own.
private func sums(by span: String, of part: String, code: String, like pattern: String, ending: [String]) -> String {
    func named(_ row: String) -> String { code.replacing("%", with: row) }
    let worst = """
        (SELECT max(p.worst_answer_days) FROM \(part)_figures p WHERE p.site_id = NEW.site_id AND p.system = NEW.system
          AND p.unit_id = NEW.unit_id AND p.\(part) BETWEEN \(span) || '\(ending[0])' AND \(span) || '\(ending[1])')
        """
    return """
        -- The sums of a unit's matters of one system and one \(span) of announcement.
        CREATE TABLE \(span)_figures (
          site_id INTEGER NOT NULL,
          system TEXT NOT NULL REFERENCES system(code),
          \(span) TEXT NOT NULL CHECK (\(span) GLOB '\(pattern)'),
          unit_id INTEGER NOT NULL,
          \(each { "\($0) INTEGER NOT NULL CHECK (\($0) >= 0)" }),
          worst_answer_days INTEGER NOT NULL CHECK (worst_answer_days >= 0),
          PRIMARY KEY (site_id, system, \(span), unit_id),
          FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER \(span)_figures_after_insert AFTER INSERT ON \(part)_figures
        BEGIN INSERT INTO \(span)_figures VALUES (NEW.site_id, NEW.system, \(named("NEW")), NEW.unit_id,
            \(each { "NEW.\($0)" }), NEW.worst_answer_days)
          ON CONFLICT DO UPDATE SET \(each { "\($0) = \($0) + NEW.\($0)" }),
            worst_answer_days = max(worst_answer_days, NEW.worst_answer_days); END;
        CREATE TRIGGER \(span)_figures_after_update AFTER UPDATE ON \(part)_figures
        WHEN (\(each { "NEW.\($0)" }), NEW.worst_answer_days) IS NOT (\(each { "OLD.\($0)" }), OLD.worst_answer_days)
        BEGIN UPDATE \(span)_figures SET \(each { "\($0) = \($0) + NEW.\($0) - OLD.\($0)" }),
            worst_answer_days = CASE WHEN NEW.worst_answer_days >= worst_answer_days THEN NEW.worst_answer_days
              WHEN OLD.worst_answer_days < worst_answer_days THEN worst_answer_days ELSE \(worst) END
          WHERE site_id = NEW.site_id AND system = NEW.system AND \(span) = \(named("NEW")) AND unit_id = NEW.unit_id; END;
        INSERT INTO \(span)_figures SELECT p.site_id, p.system, \(named("p")), p.unit_id, \(each { "sum(p.\($0))" }),
            max(p.worst_answer_days)
          FROM \(part)_figures p GROUP BY 1, 2, 3, 4;

        """
}
