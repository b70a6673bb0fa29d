// All acts there are: what the journal names by its title, and what is tried with every role.

/// The list of acts. A test reads the sources and fails on one that is missing.
public enum EveryAct {
    public static var all: [any Act.Type] {
        [
            // What goes out.
            Publish.self, Modify.self, Correct.self, DeleteDocument.self, Postpone.self, Terminate.self,
            RegisterStep.self, Backfill.self, BackfillFile.self, PublishTemporaryNotice.self,
            WithdrawTemporaryNotice.self, RegisterPosting.self,
            // 审核.
            SubmitForReview.self, WithdrawFromReview.self, DecideReview.self, RegisterPaperApproval.self,
            // 群众建议.
            RegisterComment.self, ImportComments.self, HandleComments.self, ReplyToComments.self, ChangeReply.self,
            ExtendReply.self, RecordSatisfaction.self, HideComment.self, ShowComment.self, MarkDuplicate.self,
            UnmarkDuplicate.self, OpenContact.self, SaveReplyTemplate.self, DeleteReplyTemplate.self,
            // 督查.
            SetPeriodDuty.self, SendSupervisionNote.self, AnswerSupervisionNote.self, AcceptSupervisionAnswer.self,
            WithdrawSupervisionNote.self,
            // What leaves the store.
            TakeAttachment.self, TakeRegister.self, TakeAccount.self, TakeReport.self, TakeJournal.self,
            WritePackages.self,
            // Units and accounts.
            AddUnit.self, ChangeUnit.self, CloseUnit.self, ReopenUnit.self, AddClerk.self, RenameClerk.self,
            MoveClerk.self, EndClerk.self, RestoreClerk.self, LockClerk.self, UnlockClerk.self, SetRoles.self,
            GiveOneTimePassword.self,
            // The office itself.
            TakeOverDraft.self, ChangeCalendar.self, ChangeSetting.self, ChangePassword.self, EndSession.self,
            VerifyJournal.self, TellJournalHead.self,
        ]
    }

    /// What is journaled without being an act of a clerk's: signing in, what 系统 and the server's operator do.
    private static let others = [
        "signIn": "登录", "signOut": "退出", UnlockedScreen.act: "解锁屏幕", Transaction.overdueAct: "超期",
        Transaction.overdueUndoneAct: "超期撤销", PeriodDeadlines.handedOverAct: "季度期限改由他文办结",
        PeriodDeadlines.reopenedAct: "季度期限重新等待", PeriodDeadlines.movedAct: "季度期限改动",
        Transaction.deadlineMovedAct: "期限改动", "addSite": "新建站点",
        "publicPackageUnwritten": "公开文件包未写出", "upgrade": "数据库升级", "clockSetBack": "时间倒退",
        "headUntold": "校验值未写出", "backup": "备份", "removeBackups": "删除旧备份", "restore": "恢复",
    ]

    private static let titles = others.merging(all.map { ($0.name, $0.title) }) { _, title in title }

    /// What an act of the journal is called; its own name where this program does not know it.
    public static func title(_ act: String) -> String { titles[act] ?? act }
}
