// The journal's heads that were told outside of the store, as they stood before the journal was read.

/// Read before the reading of the journal begins: a head told meanwhile is of rows which that reading cannot see, and which would
/// seem to be cut off.
struct ToldHeads {
    private(set) var heads: [JournalHead] = []
    private(set) var faults: [String] = []

    /// Of a copy nothing has been told.
    init() {}

    init(beside store: String) {
        let file = HeadsFile(beside: store)
        do throws(Refusal) {
            let (heads, spoilt) = try file.read()
            self.heads = heads
            guard let line = spoilt.first else { return }
            faults.append("校验值文件 \(AttachmentName.visible(file.path)) 第 \(line) 行不是校验值, 文件被改动过")
        } catch {
            faults.append("操作日志的校验值读不出来: \(error.sentence)")
        }
    }
}
