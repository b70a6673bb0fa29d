// The store's third schema: public notices, bulletins and what a unit owes in a period.

/// The statements that make schema 3 of schema 2, in parts of one subject each.
let thirdSchema = [systemTables, dutyTables, reviewTables, searchTables, importTables]

/// Documents, forms and period duties of 重要事项公示 and 重点工作通报.
private let systemTables = """
    INSERT INTO system_document (system, kind, ordinal, name) VALUES
      ('publicNotice', 'announcement', 1, '公示公告'), ('publicNotice', 'report', 2, '公示报告'),
      ('bulletin', 'announcement', 1, '工作通报');

    CREATE TABLE public_notice_announcement (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      category TEXT NOT NULL CHECK (category IN ('development', 'publicInterest', 'personnel', 'statutory')),
      reason TEXT NOT NULL,
      content TEXT NOT NULL,
      period_start TEXT NOT NULL CHECK (period_start GLOB '????-??-??'),
      period_days INTEGER NOT NULL CHECK (period_days BETWEEN 1 AND 365),
      period_unit TEXT NOT NULL CHECK (period_unit IN ('working', 'calendar')),
      period_end TEXT NOT NULL CHECK (period_end GLOB '????-??-??' AND period_end >= period_start),
      channels TEXT NOT NULL
    ) STRICT;

    CREATE TABLE public_notice_report (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      result_day TEXT NOT NULL CHECK (result_day GLOB '????-??-??'),
      outcome TEXT NOT NULL,
      adoption TEXT NOT NULL
    ) STRICT;

    CREATE TABLE bulletin_announcement (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      category TEXT NOT NULL CHECK (category IN ('publicInterest', 'projects', 'promises', 'concerns')),
      occasion TEXT NOT NULL CHECK (occasion IN ('quarter', 'sudden')),
      period_year INTEGER CHECK (period_year BETWEEN 2004 AND 2999),
      period_quarter TEXT CHECK (period_quarter IN ('1', '2', '3', '4')),
      content TEXT NOT NULL,
      contact TEXT NOT NULL,
      CHECK ((occasion = 'quarter') = (period_year IS NOT NULL)),
      CHECK ((occasion = 'quarter') = (period_quarter IS NOT NULL))
    ) STRICT;
    """
