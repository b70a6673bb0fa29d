// The store's first schema. Shipped: it is never edited, and it speaks only strings.

/// The statements of schema 1. What a wrong state would be, the schema refuses by itself.
let firstSchema = """
    -- Who: governments, their organs, and the people who sign in.
    CREATE TABLE site (
      id INTEGER PRIMARY KEY,
      parent_id INTEGER REFERENCES site(id),
      level TEXT NOT NULL CHECK (level IN ('province', 'prefecture', 'county')),
      name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 2 AND 40)
    ) STRICT;

    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL REFERENCES site(id),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 2 AND 40),
      short_name TEXT NOT NULL CHECK (length(short_name) BETWEEN 1 AND 12),
      pinyin TEXT NOT NULL CHECK (pinyin <> ''),
      closed_day TEXT CHECK (closed_day GLOB '????-??-??'),
      version INTEGER NOT NULL DEFAULT 1,
      UNIQUE (site_id, name),
      UNIQUE (id, site_id)
    ) STRICT;

    CREATE TABLE role (
      code TEXT PRIMARY KEY,
      title TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE clerk (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES unit(id),
      name TEXT NOT NULL UNIQUE
        CHECK (length(name) BETWEEN 2 AND 32 AND name GLOB '[a-z]*' AND name NOT GLOB '*[^a-z0-9_-]*'),
      full_name TEXT NOT NULL CHECK (length(full_name) BETWEEN 1 AND 20),
      password TEXT NOT NULL CHECK (password GLOB '$argon2id$*'),
      password_set_at TEXT NOT NULL,
      must_change_password INTEGER NOT NULL DEFAULT 1 CHECK (must_change_password IN (0, 1)),
      password_ages INTEGER NOT NULL DEFAULT 1 CHECK (password_ages IN (0, 1)),
      locked_at TEXT,
      ended_day TEXT CHECK (ended_day GLOB '????-??-??'),
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    CREATE INDEX clerk_of_unit ON clerk(unit_id);

    CREATE TABLE clerk_role (
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      role TEXT NOT NULL REFERENCES role(code),
      granted_at TEXT NOT NULL,
      PRIMARY KEY (clerk_id, role)
    ) STRICT, WITHOUT ROWID;

    -- Passwords used before, so that the last ones are not taken again.
    CREATE TABLE former_password (
      id INTEGER PRIMARY KEY,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      password TEXT NOT NULL,
      replaced_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX former_password_of_clerk ON former_password(clerk_id, id);

    -- Failed sign-ins by salted hash of the name typed, so that a name that is not there costs the same wait and leaves no trace.
    CREATE TABLE sign_in_failure (
      name_hash TEXT PRIMARY KEY,
      failures INTEGER NOT NULL CHECK (failures > 0),
      failed_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE session (
      id INTEGER PRIMARY KEY,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      began_at TEXT NOT NULL,
      address TEXT NOT NULL,
      ended_at TEXT,
      ending TEXT,
      CHECK ((ended_at IS NULL) = (ending IS NULL))
    ) STRICT;
    CREATE INDEX session_open ON session(clerk_id) WHERE ended_at IS NULL;

    -- What: systems, and the documents each has, in their order.
    CREATE TABLE system (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE system_document (
      system TEXT NOT NULL REFERENCES system(code),
      kind TEXT NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      name TEXT NOT NULL,
      PRIMARY KEY (system, kind),
      UNIQUE (system, ordinal)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE channel (
      code TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;

    -- Numbers given out, per site, series and year; a number is never given twice.
    CREATE TABLE number_series (
      site_id INTEGER NOT NULL REFERENCES site(id),
      series TEXT NOT NULL,
      year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
      last INTEGER NOT NULL CHECK (last > 0),
      PRIMARY KEY (site_id, series, year)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE matter (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      title TEXT NOT NULL CHECK (title <> ''),
      event_day TEXT CHECK (event_day GLOB '????-??-??'),
      event_ends_at TEXT,
      event_about TEXT CHECK (event_about <> ''),
      comments_until TEXT,
      created_at TEXT NOT NULL,
      deleted_at TEXT,
      ended_at TEXT,
      version INTEGER NOT NULL DEFAULT 1,
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      UNIQUE (id, site_id, system),
      CHECK ((event_day IS NULL) = (event_ends_at IS NULL)),
      CHECK (event_day IS NULL OR event_about IS NULL)
    ) STRICT;
    CREATE INDEX matter_of_unit ON matter(unit_id, system, id) WHERE deleted_at IS NULL;
    CREATE INDEX matter_of_site ON matter(site_id, system, id) WHERE deleted_at IS NULL;

    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      matter_id INTEGER NOT NULL,
      site_id INTEGER NOT NULL,
      system TEXT NOT NULL,
      kind TEXT NOT NULL,
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      published_at TEXT NOT NULL,
      published_day TEXT NOT NULL CHECK (published_day GLOB '????-??-??'),
      published_by INTEGER NOT NULL REFERENCES clerk(id),
      deleted_at TEXT,
      deleted_reason TEXT CHECK (deleted_reason <> ''),
      version INTEGER NOT NULL DEFAULT 1,
      FOREIGN KEY (matter_id, site_id, system) REFERENCES matter(id, site_id, system),
      FOREIGN KEY (system, kind) REFERENCES system_document(system, kind),
      UNIQUE (site_id, system, year, serial),
      UNIQUE (id, kind),
      CHECK (year = CAST(substr(published_day, 1, 4) AS INTEGER)),
      CHECK ((deleted_at IS NULL) = (deleted_reason IS NULL))
    ) STRICT;
    -- H7, G4: each only once.
    CREATE UNIQUE INDEX document_once ON document(matter_id, kind) WHERE deleted_at IS NULL;
    CREATE INDEX document_of_matter ON document(matter_id);
    -- H6, G4: in order.
    CREATE TRIGGER document_in_order BEFORE INSERT ON document
    WHEN EXISTS (
      SELECT 1 FROM system_document mine JOIN system_document earlier
        ON earlier.system = mine.system AND earlier.ordinal < mine.ordinal
      WHERE mine.system = NEW.system AND mine.kind = NEW.kind
        AND NOT EXISTS (SELECT 1 FROM document d
          WHERE d.matter_id = NEW.matter_id AND d.kind = earlier.kind AND d.deleted_at IS NULL))
    BEGIN SELECT RAISE(ABORT, 'document out of order'); END;
    CREATE TRIGGER document_stays BEFORE DELETE ON document
    BEGIN SELECT RAISE(ABORT, 'a document is never deleted'); END;

    CREATE TABLE document_version (
      id INTEGER PRIMARY KEY,
      document_id INTEGER NOT NULL REFERENCES document(id),
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      change TEXT NOT NULL CHECK (change IN ('publish', 'modify', 'correct', 'backfill')),
      reason TEXT CHECK (reason <> ''),
      title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
      reference_number TEXT CHECK (reference_number <> ''),
      signed_unit TEXT NOT NULL CHECK (signed_unit <> ''),
      signed_day TEXT NOT NULL CHECK (signed_day GLOB '????-??-??'),
      secrecy_checked INTEGER NOT NULL CHECK (secrecy_checked = 1),
      made_at TEXT NOT NULL,
      made_by INTEGER NOT NULL REFERENCES clerk(id),
      UNIQUE (document_id, ordinal),
      CHECK (ordinal = 1 OR reason IS NOT NULL)
    ) STRICT;
    CREATE TRIGGER document_version_stays BEFORE UPDATE ON document_version
    BEGIN SELECT RAISE(ABORT, 'a version is never changed'); END;
    CREATE TRIGGER document_version_kept BEFORE DELETE ON document_version
    BEGIN SELECT RAISE(ABORT, 'a version is never deleted'); END;

    CREATE TABLE hearing_announcement (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      subject TEXT NOT NULL,
      representatives INTEGER NOT NULL CHECK (representatives BETWEEN 1 AND 200),
      selection TEXT NOT NULL,
      registration TEXT NOT NULL,
      hearing_when TEXT NOT NULL CHECK (hearing_when IN ('exact', 'approximate', 'open')),
      hearing_day TEXT CHECK (hearing_day GLOB '????-??-??'),
      hearing_start TEXT CHECK (hearing_start GLOB '??:??'),
      hearing_about TEXT,
      comments_until TEXT NOT NULL CHECK (comments_until GLOB '????-??-??'),
      contact TEXT NOT NULL,
      CHECK ((hearing_when = 'exact') = (hearing_day IS NOT NULL)),
      CHECK ((hearing_when = 'approximate') = (hearing_about IS NOT NULL))
    ) STRICT;

    CREATE TABLE hearing_notice (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      notice_day TEXT NOT NULL CHECK (notice_day GLOB '????-??-??'),
      hearing_day TEXT NOT NULL CHECK (hearing_day GLOB '????-??-??'),
      hearing_start TEXT NOT NULL CHECK (hearing_start GLOB '??:??'),
      hearing_end TEXT NOT NULL CHECK (hearing_end GLOB '??:??' AND hearing_end > hearing_start),
      place TEXT NOT NULL,
      participants TEXT NOT NULL,
      representative_list TEXT NOT NULL
    ) STRICT;

    CREATE TABLE hearing_report (
      version_id INTEGER PRIMARY KEY REFERENCES document_version(id),
      result_day TEXT NOT NULL CHECK (result_day GLOB '????-??-??'),
      expected INTEGER NOT NULL CHECK (expected BETWEEN 1 AND 200),
      present INTEGER NOT NULL CHECK (present BETWEEN 0 AND expected),
      outcome TEXT NOT NULL,
      adoption TEXT NOT NULL
    ) STRICT;

    -- Unfinished typing, one per clerk, form and matter.
    CREATE TABLE draft (
      id INTEGER PRIMARY KEY,
      clerk_id INTEGER NOT NULL REFERENCES clerk(id),
      unit_id INTEGER NOT NULL REFERENCES unit(id),
      form TEXT NOT NULL CHECK (form <> ''),
      matter_id INTEGER REFERENCES matter(id),
      entries TEXT NOT NULL CHECK (json_valid(entries)),
      started_at TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX draft_once ON draft(clerk_id, form, ifnull(matter_id, 0));
    CREATE INDEX draft_of_unit ON draft(unit_id);

    -- Attached files: the bytes once, by their SHA-256.
    CREATE TABLE attachment_content (
      sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
      bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 5242880)
    ) STRICT;
    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      version_id INTEGER REFERENCES document_version(id),
      draft_id INTEGER REFERENCES draft(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 20),
      name TEXT NOT NULL CHECK (name GLOB '?*.doc' AND name NOT GLOB '*/*' AND length(name) <= 100),
      size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 5242880),
      sha256 TEXT NOT NULL REFERENCES attachment_content(sha256),
      CHECK ((version_id IS NULL) <> (draft_id IS NULL)),
      UNIQUE (version_id, ordinal),
      UNIQUE (draft_id, ordinal)
    ) STRICT;
    CREATE INDEX attachment_by_content ON attachment(sha256);

    -- What citizens wrote, and the answers.
    CREATE TABLE comment (
      id INTEGER PRIMARY KEY,
      matter_id INTEGER NOT NULL REFERENCES matter(id),
      channel TEXT NOT NULL REFERENCES channel(code),
      author TEXT,
      contact TEXT,
      body TEXT NOT NULL CHECK (body <> ''),
      received_at TEXT NOT NULL,
      received_day TEXT NOT NULL CHECK (received_day GLOB '????-??-??'),
      is_late INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
      handled_at TEXT,
      adoption TEXT CHECK (adoption IN ('adopted', 'partly', 'declined', 'explained')),
      adoption_reason TEXT CHECK (adoption_reason <> ''),
      hidden_at TEXT,
      hidden_reason TEXT CHECK (hidden_reason <> ''),
      duplicate_of INTEGER REFERENCES comment(id) CHECK (duplicate_of <> id),
      satisfaction TEXT CHECK (satisfaction IN ('satisfied', 'mostly', 'dissatisfied')),
      version INTEGER NOT NULL DEFAULT 1,
      CHECK ((hidden_at IS NULL) = (hidden_reason IS NULL)),
      CHECK (adoption <> 'declined' OR adoption_reason IS NOT NULL)
    ) STRICT;
    CREATE INDEX comment_of_matter ON comment(matter_id, id);
    CREATE INDEX comment_waiting ON comment(matter_id) WHERE handled_at IS NULL AND hidden_at IS NULL AND duplicate_of IS NULL;

    CREATE TABLE reply (
      id INTEGER PRIMARY KEY,
      comment_id INTEGER NOT NULL UNIQUE REFERENCES comment(id),
      body TEXT NOT NULL CHECK (body <> ''),
      replied_at TEXT NOT NULL,
      replied_day TEXT NOT NULL CHECK (replied_day GLOB '????-??-??'),
      replied_by INTEGER NOT NULL REFERENCES clerk(id),
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;

    -- Dates the law sets, for a matter or for a unit's period.
    CREATE TABLE deadline (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      matter_id INTEGER REFERENCES matter(id),
      period TEXT CHECK (period <> ''),
      rule TEXT NOT NULL CHECK (rule <> ''),
      due_day TEXT NOT NULL CHECK (due_day GLOB '????-??-??'),
      met_at TEXT,
      met_day TEXT CHECK (met_day GLOB '????-??-??'),
      late_days INTEGER CHECK (late_days > 0),
      late_reason TEXT CHECK (late_reason <> ''),
      ended_at TEXT,
      overdue_noted_day TEXT,
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      CHECK ((matter_id IS NULL) <> (period IS NULL)),
      CHECK ((met_at IS NULL) = (met_day IS NULL)),
      CHECK ((late_days IS NULL) = (late_reason IS NULL)),
      CHECK (late_days IS NULL OR met_at IS NOT NULL),
      CHECK (met_at IS NULL OR ended_at IS NULL),
      UNIQUE (matter_id, rule),
      UNIQUE (unit_id, system, period, rule)
    ) STRICT;
    CREATE INDEX deadline_open_of_unit ON deadline(unit_id, due_day) WHERE met_at IS NULL AND ended_at IS NULL;
    CREATE INDEX deadline_open_of_site ON deadline(site_id, due_day) WHERE met_at IS NULL AND ended_at IS NULL;

    CREATE TABLE temporary_notice (
      id INTEGER PRIMARY KEY,
      site_id INTEGER NOT NULL,
      unit_id INTEGER NOT NULL,
      system TEXT NOT NULL REFERENCES system(code),
      matter_id INTEGER REFERENCES matter(id),
      year INTEGER NOT NULL,
      serial INTEGER NOT NULL CHECK (serial > 0),
      title TEXT NOT NULL CHECK (title <> '' AND length(title) <= 200),
      body TEXT NOT NULL CHECK (body <> ''),
      signed_unit TEXT NOT NULL CHECK (signed_unit <> ''),
      secrecy_checked INTEGER NOT NULL CHECK (secrecy_checked = 1),
      published_at TEXT NOT NULL,
      published_day TEXT NOT NULL CHECK (published_day GLOB '????-??-??'),
      published_by INTEGER NOT NULL REFERENCES clerk(id),
      withdrawn_at TEXT,
      withdrawn_by INTEGER REFERENCES clerk(id),
      withdrawn_reason TEXT CHECK (withdrawn_reason <> ''),
      version INTEGER NOT NULL DEFAULT 1,
      FOREIGN KEY (unit_id, site_id) REFERENCES unit(id, site_id),
      UNIQUE (site_id, system, year, serial),
      CHECK (year = CAST(substr(published_day, 1, 4) AS INTEGER)),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)),
      CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
    ) STRICT;
    CREATE INDEX temporary_notice_of_unit ON temporary_notice(unit_id, system, id);

    -- How the office wants it: a site's settings, and its own days off.
    CREATE TABLE setting (
      site_id INTEGER NOT NULL REFERENCES site(id),
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      changed_at TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (site_id, name)
    ) STRICT, WITHOUT ROWID;

    -- A day of site NULL holds for the whole nation.
    CREATE TABLE calendar_day (
      id INTEGER PRIMARY KEY,
      site_id INTEGER REFERENCES site(id),
      day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
      kind TEXT NOT NULL CHECK (kind IN ('off', 'working')),
      name TEXT NOT NULL CHECK (name <> ''),
      source TEXT NOT NULL CHECK (source <> '')
    ) STRICT;
    CREATE UNIQUE INDEX calendar_day_once ON calendar_day(ifnull(site_id, 0), day);

    -- What happened: append-only, each row chained to the one before.
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      clerk_id INTEGER REFERENCES clerk(id),
      clerk TEXT NOT NULL CHECK (clerk <> ''),
      unit_id INTEGER REFERENCES unit(id),
      session_id INTEGER REFERENCES session(id),
      act TEXT NOT NULL CHECK (act <> ''),
      is_refusal INTEGER NOT NULL CHECK (is_refusal IN (0, 1)),
      matter_id INTEGER REFERENCES matter(id),
      subject TEXT NOT NULL,
      sentence TEXT NOT NULL CHECK (sentence <> ''),
      before TEXT NOT NULL CHECK (json_valid(before)),
      after TEXT NOT NULL CHECK (json_valid(after)),
      reason TEXT CHECK (reason <> ''),
      previous TEXT NOT NULL CHECK (length(previous) = 64),
      hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
    ) STRICT;
    CREATE INDEX journal_of_matter ON journal(matter_id, id) WHERE matter_id IS NOT NULL;
    CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
    CREATE TRIGGER journal_kept BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is never deleted'); END;

    INSERT INTO role (code, title) VALUES
      ('publisher', '发布员'), ('reviewer', '审核员'), ('supervisor', '监管员'),
      ('systemAdministrator', '系统管理员'), ('securityAdministrator', '安全管理员'), ('auditor', '审计员');
    INSERT INTO system (code, name) VALUES
      ('hearing', '重大决策听证'), ('publicNotice', '重要事项公示'),
      ('bulletin', '重点工作通报'), ('inquiry', '政务信息查询');
    INSERT INTO system_document (system, kind, ordinal, name) VALUES
      ('hearing', 'announcement', 1, '听证公告'), ('hearing', 'notice', 2, '听证通知'), ('hearing', 'report', 3, '听证报告');
    INSERT INTO channel (code, name) VALUES
      ('web', '网站'), ('letter', '来信'), ('telephone', '电话'), ('visit', '来访'), ('email', '电子邮件');
    """
