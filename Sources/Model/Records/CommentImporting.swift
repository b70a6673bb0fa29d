// The course of an import: entered step by step while others write in between, put in force, or taken back.
internal import GRDB

extension Office {
    /// Imports a checked file as the server's operator, who acts for every unit of the site.
    /// - Returns: the number of the import's journal row.
    /// - Throws: `Refusal`; then nothing has been imported.
    public func importComments(
        _ file: CheckedComments, site: String?, _ watch: WorkWatch = .nobody, as operator: ServerOperator
    ) throws(Refusal) -> Int64 {
        let writer = Journal.Writer(name: `operator`.name)
        func write<Value>(_ body: (CommentImport) throws -> Value) throws(Refusal) -> Value {
            try self.write { db in
                let party = try ImportParty(`operator`, site: site, db)
                return try body(CommentImport(db: db, party: party, now: self.clock.now()))
            }
        }
        return try importComments(file, watch, write) { (staged) throws(Refusal) in
            try write { step in
                func append(_ entry: Journal.Entry) throws -> Int64 {
                    try Journal.append(entry, act: ImportComments.name, by: writer, at: step.now, to: step.db)
                }
                let staged = try staged.get()
                try step.putInForce(file, staged) { _ = try append($0) }
                return try append(ImportComments.entry(file, staged.number))
            }
        }
    }

    /// Imports a checked file as a clerk. What is refused on the way, the door is told and journals.
    /// - Throws: `Refusal`; then nothing has been imported.
    public func importComments(
        _ file: CheckedComments, _ watch: WorkWatch = .nobody, in session: Session
    ) throws(Refusal) -> Done<ImportComments.Imported> {
        func write<Value>(_ body: (CommentImport) throws -> Value) throws(Refusal) -> Value {
            try self.write(in: session) { transaction in
                guard !transaction.clerk.roles.isDisjoint(with: ImportComments.roles) else {
                    throw Refusal(ImportComments.notAllowed(transaction.clerk), reason: .notAllowed)
                }
                return try body(CommentImport(transaction))
            }
        }
        return try importComments(file, watch, write) { (staged) throws(Refusal) in
            try perform(ImportComments(file, staged), in: session)
        }
    }

    /// Enters the comments of a file unseen, has them put in force, and indexes their texts behind them. Whatever goes wrong before,
    /// nothing of them stays.
    private func importComments<Value>(
        _ file: CheckedComments, _ watch: WorkWatch, _ write: Writing,
        putInForce: (Result<CommentImport.Staged, Refusal>) throws(Refusal) -> Value
    ) throws(Refusal) -> Value {
        guard let turn = try ImportTurn(of: path) else {
            throw Refusal("别人正在导入建议, 一条也没有导入; 请过一会儿再导入")
        }
        defer { withExtendedLifetime(turn) {} }
        let imported: Value
        do {
            let staged = Result { () throws(Refusal) in try stage(file, watch, write) }
            imported = try putInForce(staged)
        } catch {
            // What cannot be taken away now, whoever imports or signs in next takes away.
            try? clearImports(watch)
            throw error
        }
        // The comments are in; what is not indexed now, later acts index.
        try? catchUpFullText(watch)
        return imported
    }

    /// One transaction of an import.
    private typealias Writing =
        ((CommentImport) throws -> CommentImport.Staged) throws(Refusal) -> CommentImport.Staged

    private func stage(
        _ file: CheckedComments, _ watch: WorkWatch, _ write: Writing
    ) throws(Refusal) -> CommentImport.Staged {
        try ImportComments.mustBeRight(file)
        try clearImports(watch)
        var staged = try write { try $0.begin(file) }
        while true {
            watch.tell(WorkProgress("写入建议", done: staged.comments, total: file.right))
            if watch.isStopped() { throw Refusal("已取消导入, 一条也没有导入") }
            guard staged.comments < file.right else { return staged }
            staged = try write { try $0.stage(file, after: staged) }
            giveWay()
        }
    }

    /// Takes away what imports that were broken off have left, unless one is under way. Asks little where there is nothing.
    func clearAbandonedImports() throws(Refusal) {
        guard try read(CommentImport.notInForce) != nil, let turn = try ImportTurn(of: path) else { return }
        defer { withExtendedLifetime(turn) {} }
        try clearImports(.nobody)
    }

    private func clearImports(_ watch: WorkWatch) throws(Refusal) {
        while let number = try read(CommentImport.notInForce) {
            watch.tell(WorkProgress("收回没有导入完的建议", done: 0, total: 0))
            try write { try CommentImport.clear(number, $0) }
            giveWay()
        }
    }
}
