// What must hold for 督办: whose matter, how late, and that everything about it stands in the journal.
internal import GRDB

/// Rules of the check for notes of supervision.
enum SupervisionCheck {
    static let rules =
        [
            RecordCheck.Rule(
                "所督办的事项不是这个单位的",
                """
                SELECT \(name) FROM supervision_note n JOIN matter m ON m.id = n.matter_id WHERE m.unit_id <> n.unit_id
                """),
            RecordCheck.Rule(
                "先后不对: 答复、阅知或撤回早于发出",
                """
                SELECT \(name) FROM supervision_note n WHERE ifnull(n.answered_at, n.withdrawn_at) < n.sent_at
                  OR n.accepted_at < n.answered_at
                """),
        ]
        + [
            (SendSupervisionNote.name, "n.sent_at", "发出"), (AnswerSupervisionNote.name, "n.answered_at", "答复"),
            (AcceptSupervisionAnswer.name, "n.accepted_at", "阅知"),
            (WithdrawSupervisionNote.name, "n.withdrawn_at", "撤回"),
        ].map { act, moment, word in
            RecordCheck.Rule(
                "操作日志中没有\(word)的记录",
                """
                SELECT \(name) FROM supervision_note n WHERE \(moment) IS NOT NULL AND NOT EXISTS (SELECT 1 FROM journal j
                  WHERE j.subject = '\(SupervisionNote.journalPrefix)' || n.id AND j.act = '\(act)' AND j.is_refusal = 0
                    AND j.at = \(moment))
                """)
        }

    private static let name = "'督办《' || n.title || '》'"
}
