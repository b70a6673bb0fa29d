// What must hold between rows and no constraint of the schema can say.
internal import GRDB

/// Rules as statements that find the rows breaking them; SQLite walks the tables, so nothing is kept here.
enum RecordCheck {
    /// A rule: what is wrong with each row, which the statement names in its one column.
    struct Rule {
        let fault: String
        let sql: String

        init(_ fault: String, _ sql: String) {
            self.fault = fault
            self.sql = sql
        }
    }

    static func run(_ db: Database, _ findings: inout CheckFindings, _ advance: () throws -> Void) throws {
        for rule in rules {
            try advance()
            let found = try String.fetchCursor(db, sql: rule.sql)
            while let name = try found.next() { findings.add(rule.fault, "\(name): \(rule.fault)") }
        }
    }

    static let rules =
        versions + reviews + Procedure.all.flatMap(forms) + matters + days.map(dayRule) + numbers + journaled + comments
        + imports + SupervisionCheck.rules

    /// How a document `d` of a matter `m` is named in a finding.
    private static let documentName = "'文书 ' || d.year || '-' || printf('%02d', d.serial)"
    private static let matterName = "'事项《' || m.title || '》'"

    private static let versions = [
        Rule(
            "没有任何一版",
            """
            SELECT \(documentName) FROM document d
            WHERE NOT EXISTS (SELECT 1 FROM document_version v WHERE v.document_id = d.id)
            """),
        Rule(
            "各版的序号不连续",
            """
            SELECT \(documentName) FROM document_version v JOIN document d ON d.id = v.document_id
            GROUP BY v.document_id HAVING count(*) <> max(v.ordinal)
            """),
    ]

    /// R1: nothing went out unreviewed where review was set; B3: some systems' documents never.
    private static let reviews =
        [
            Rule(
                "发布时设了审核, 却没有审核、审签或紧急发布的登记",
                """
                SELECT \(documentName) || ' 第 ' || v.ordinal || ' 版' FROM document_version v JOIN document d ON d.id = v.document_id
                WHERE v.review <> 'none' AND NOT EXISTS (
                  SELECT 1 FROM review w WHERE w.version_id = v.id AND w.mode = v.review
                    AND (w.state = 'agreed' OR w.emergency_reason IS NOT NULL))
                """),
            Rule(
                "发布时设了审核, 却没有审核、审签或紧急发布的登记",
                """
                SELECT \(noticeName) FROM temporary_notice n WHERE n.review <> 'none' AND NOT EXISTS (
                  SELECT 1 FROM review w WHERE w.temporary_notice_id = n.id AND w.mode = n.review
                    AND (w.state = 'agreed' OR w.emergency_reason IS NOT NULL))
                """),
            Rule(
                "没有设审核, 却有审核的登记",
                """
                SELECT '审核第 ' || w.id || ' 行' FROM review w
                LEFT JOIN document_version v ON v.id = w.version_id LEFT JOIN temporary_notice n ON n.id = w.temporary_notice_id
                WHERE ifnull(v.review, n.review) = 'none'
                """),
            Rule(
                "审核人自己起草",
                """
                SELECT '审核第 ' || w.id || ' 行' FROM review w JOIN review_writer x
                  ON x.review_id = w.id AND x.clerk_id = ifnull(w.reviewer_id, iif(w.emergency_reason IS NULL, NULL, w.registered_by))
                """),
            Rule(
                "操作日志中没有审核的记录",
                """
                SELECT '审核第 ' || w.id || ' 行' FROM review w WHERE w.state IN ('returned', 'objected', 'withdrawn')
                  AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.subject = 'review:' || w.id AND j.is_refusal = 0
                    AND j.at = w.decided_at)
                """),
        ]
        + Procedure.all.filter(\.mustBeReviewed).map { procedure in
            Rule(
                "未经审核就发布了\(procedure.name)",
                """
                SELECT \(documentName) FROM document_version v JOIN document d ON d.id = v.document_id
                WHERE d.system = '\(procedure.system.rawValue)' AND v.review = 'none' AND v.change <> 'backfill'
                """)
        }

    private static let noticeName = "'临时通知 ' || n.year || '-' || printf('%02d', n.serial)"

    private static func forms(_ procedure: Procedure) -> [Rule] {
        procedure.documents.flatMap { document in
            [
                Rule(
                    "缺少\(document.name)的内容",
                    """
                    SELECT \(documentName) FROM document d JOIN document_version v ON v.document_id = d.id
                    WHERE d.system = '\(procedure.system.rawValue)' AND d.kind = '\(document.kind.rawValue)'
                      AND NOT EXISTS (SELECT 1 FROM \(document.form.table) f WHERE f.version_id = v.id)
                    """),
                Rule(
                    "不是\(document.name), 却有\(document.name)的内容",
                    """
                    SELECT \(documentName) FROM \(document.form.table) f
                    JOIN document_version v ON v.id = f.version_id JOIN document d ON d.id = v.document_id
                    WHERE d.system <> '\(procedure.system.rawValue)' OR d.kind <> '\(document.kind.rawValue)'
                    """),
            ]
        }
    }

    private static let matters = [
        Rule(
            "没有公告",
            """
            SELECT \(matterName) FROM matter m WHERE m.deleted_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL)
            """),
        Rule(
            "标题与公告最新一版的标题不一致",
            """
            SELECT \(matterName) FROM matter m WHERE m.deleted_at IS NULL AND m.title <> (
              SELECT v.title FROM document d JOIN document_version v ON v.document_id = d.id
              WHERE d.matter_id = m.id AND d.deleted_at IS NULL ORDER BY d.id, v.ordinal DESC LIMIT 1)
            """),
        Rule(
            "已终止或者已删除, 却还有开着的期限",
            """
            SELECT \(matterName) FROM matter m WHERE (m.ended_at IS NOT NULL OR m.deleted_at IS NOT NULL)
              AND EXISTS (SELECT 1 FROM deadline l WHERE l.matter_id = m.id AND l.met_at IS NULL AND l.ended_at IS NULL)
            """),
        Rule(
            "已经删除, 却还有没有删除的文书",
            """
            SELECT \(matterName) FROM matter m WHERE m.deleted_at IS NOT NULL
              AND EXISTS (SELECT 1 FROM document d WHERE d.matter_id = m.id AND d.deleted_at IS NULL)
            """),
        Rule(
            "发布的顺序不对, 前一份文书没有发布或者发布得更晚",
            """
            SELECT \(documentName) FROM document d
            JOIN system_document mine ON mine.system = d.system AND mine.kind = d.kind
            JOIN system_document earlier ON earlier.system = d.system AND earlier.ordinal < mine.ordinal
            WHERE d.deleted_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM document e WHERE e.matter_id = d.matter_id AND e.kind = earlier.kind
                AND e.deleted_at IS NULL AND (e.published_at <= d.published_at
                  OR (e.published_day = d.published_day AND EXISTS (
                    -- The hour of what was published before it was entered is not known.
                    SELECT 1 FROM document_version v WHERE v.document_id = d.id AND v.change = 'backfill'))))
            """),
    ]

    /// A moment and the Beijing date kept beside it because the law counts days.
    private static let days = [
        ("document", "published_at", "published_day", "发布"), ("deadline", "met_at", "met_day", "办结"),
        ("temporary_notice", "published_at", "published_day", "临时通知发布"),
        ("comment", "received_at", "received_day", "建议收到"), ("reply", "replied_at", "replied_day", "答复"),
    ]

    private static func dayRule(_ table: String, _ moment: String, _ day: String, _ label: String) -> Rule {
        Rule(
            "\(label)日期与时刻不一致",
            "SELECT '\(table) 第 ' || id || ' 行' FROM \(table) WHERE \(day) <> date(\(moment), '+8 hours')")
    }

    private static let numbers = [("document", "''"), ("temporary_notice", "'.temporary'")].map { table, suffix in
        Rule(
            "已发到的编号比登记的多, 编号会重复",
            """
            SELECT '编号 ' || t.system || ' ' || t.year FROM \(table) t
            LEFT JOIN number_series n
              ON n.site_id = t.site_id AND n.series = t.system || \(suffix) AND n.year = t.year
            GROUP BY t.site_id, t.system, t.year HAVING max(t.serial) > ifnull(max(n.last), 0)
            """)
    }

    /// What went out is in the journal; so rows cut off its end, which no chain shows, are missed here.
    private static let journaled = [
        Rule(
            "操作日志中没有发布的记录",
            """
            SELECT \(documentName) FROM document d WHERE NOT EXISTS (
              SELECT 1 FROM journal j WHERE j.matter_id = d.matter_id AND j.subject = 'document:' || d.id)
            """),
        Rule(
            "不在信息发布登记台账中",
            """
            SELECT \(documentName) FROM document d
            WHERE NOT EXISTS (SELECT 1 FROM register r WHERE r.document_id = d.id)
            """),
        Rule(
            "不在信息发布登记台账中",
            """
            SELECT '临时通知 ' || n.year || '-' || printf('%02d', n.serial) FROM temporary_notice n
            WHERE NOT EXISTS (SELECT 1 FROM register r WHERE r.temporary_notice_id = n.id)
            """),
    ]

    private static let comments = [
        ("有答复, 却没有登记处理", "EXISTS (SELECT 1 FROM reply r WHERE r.comment_id = c.id) AND c.handled_at IS NULL"),
        ("答复了, 却没有采纳情况", "EXISTS (SELECT 1 FROM reply r WHERE r.comment_id = c.id) AND c.adoption IS NULL"),
        ("没有答复, 却有采纳情况", "c.adoption IS NOT NULL AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.comment_id = c.id)"),
        ("不采纳, 却没有理由", "c.adoption = 'declined' AND c.adoption_reason IS NULL"),
        (
            "登记的答复日期与答复不一致",
            "c.answered_day IS NOT (SELECT r.replied_day FROM reply r WHERE r.comment_id = c.id)"
        ),
        (
            "标为与另一件事项的建议、已隐藏的或自己也是重复的建议重复",
            """
            c.duplicate_of IS NOT NULL AND EXISTS (SELECT 1 FROM comment o WHERE o.id = c.duplicate_of
              AND (o.matter_id <> c.matter_id OR o.duplicate_of IS NOT NULL OR o.hidden_at IS NOT NULL))
            """
        ),
        (
            "收到日期早于公告发布日期",
            """
            c.received_day < (SELECT min(d.published_day) FROM document d WHERE d.matter_id = c.matter_id)
            """
        ),
    ].map { fault, condition in
        Rule(fault, "SELECT '第 ' || c.id || ' 条建议' FROM comment c WHERE \(condition)")
    }

    /// An import is whole, and each matter's journal tells of it.
    private static let imports = [
        Rule(
            "建议的条数与登记的不一致",
            """
            SELECT '第 ' || i.id || ' 批导入' FROM comment_import i
            WHERE i.in_force = 1 AND i.comments <> (SELECT count(*) FROM comment c WHERE c.import_id = i.id)
            """),
        Rule(
            "操作日志中没有导入的记录",
            """
            SELECT '第 ' || c.import_id || ' 批导入' FROM comment c WHERE c.import_id IS NOT NULL
            GROUP BY c.import_id, c.matter_id HAVING NOT EXISTS (
              SELECT 1 FROM journal j WHERE j.matter_id = c.matter_id AND j.subject = 'commentImport:' || c.import_id)
            """),
    ]
}
