// Carries files between the clerk's own computer and the server through the terminal, by ZMODEM (rz and sz of lrzsz).
import Glibc
import Model

/// One way to hand the terminal to a ZMODEM program and to have it back whole.
///
/// The program is started by its absolute path, without a shell and almost without environment. The clerk's terminal
/// program answers it with a file dialog; where it does not, five times Ctrl-X ends the wait.
struct FileTransfer {
    /// The terminal, as it is read and written.
    var input: Int32 = STDIN_FILENO
    var output: Int32 = STDOUT_FILENO
    /// How long an upload may stand still. rz gives up ZMODEM by itself a little later.
    var patience: Duration = .seconds(120)
    /// Leaves the screen to the transfer, and says `uploadNotice` or `downloadNotice` to the clerk.
    let suspend: () -> Void
    /// Takes the screen back and draws it anew.
    let resume: () -> Void

    static func uploadNotice(_ wanted: WantedFile) -> String {
        "请在弹出的窗口里选择本机的 \(wanted.endings.joined(separator: " 或 ")) 文件. 没有窗口弹出时, 连按五次 Ctrl-X 取消."
    }
    static let downloadNotice = "请在弹出的窗口里选择存放的位置. 没有窗口弹出时, 连按五次 Ctrl-X 取消."
    /// More files than this are not taken at once, so that an upload cannot fill the disk with small ones.
    static let mostFiles = 20

    private static let places = ["/usr/bin/", "/usr/local/bin/"]

    /// Takes files from the clerk's computer into a fresh folder below `parent`; each is at most `limit` bytes.
    ///
    /// What arrived is unchecked: every file is still to be read through the folder. The caller removes the upload when
    /// done. When this throws, nothing is kept.
    func receive(into parent: String, limit: Int = WordDocument.largest) throws(Refusal) -> Upload {
        let program = try Self.program(["rz", "lrz"], instead: "请改用收件夹")
        var upload = try Upload(below: parent)
        var child = TransferProcess(
            program: program,
            // 30 seconds between two invitations keep rz in ZMODEM for two and a half minutes; it then falls back to YMODEM.
            arguments: ["--zmodem", "--binary", "--protect", "--quiet", "--restricted", "--timeout", "300"],
            folder: upload.path)
        child.largestFile = limit
        var watch = StillnessWatch(patience: patience)
        let ending = handOver(to: child) { [upload] in
            let progress = upload.progress()
            if progress.files > Self.mostFiles { return .tooMany }
            return watch.stoodStill(at: progress) ? .silence : nil
        }
        do {
            let tooMany = upload.progress().files > Self.mostFiles
            try Self.check(tooMany ? .stopped(.tooMany) : ending, limit: limit)
            try upload.settle()
        } catch {
            upload.remove()
            throw error
        }
        return upload
    }

    /// Sends one file to the clerk's computer.
    func send(_ path: String) throws(Refusal) {
        let program = try Self.program(["sz", "lsz"], instead: "请从发件夹取文件")
        let child = TransferProcess(program: program, arguments: ["--binary", "--quiet", "--", path], folder: "/")
        switch handOver(to: child, watch: { nil }) {
        case .finished(0): return
        case .notStarted(let code):
            throw Refusal("下载程序无法启动（系统错误 \(code)）, 请从发件夹取文件, 并告诉系统管理员")
        default: throw Refusal("下载中断, 文件没有传完, 请再试一次, 或从发件夹取文件")
        }
    }

    private func handOver(to child: TransferProcess, watch: () -> TransferProcess.Break?) -> TransferProcess.Ending {
        suspend()
        let line = TerminalLine(input: input, output: output)
        line.makeRaw()
        let ending = child.run(input: input, output: output, watch: watch)
        line.restore(brokenOff: ending != .finished(0))
        resume()
        return ending
    }

    private static func check(_ ending: TransferProcess.Ending, limit: Int) throws(Refusal) {
        let retry = "没有收到文件"
        switch ending {
        case .finished(0): return
        case .notStarted(let code):
            throw Refusal("上传程序无法启动（系统错误 \(code)）, 请改用收件夹, 并告诉系统管理员")
        case .killed(SIGXFSZ):
            throw Refusal("文件超过 \(limit) 字节, 上传已停止, \(retry), 请压缩图片或分成几份后再传")
        case .stopped(.tooMany):
            throw Refusal("一次最多上传 \(mostFiles) 个文件, 上传已停止, \(retry), 请分几次上传")
        case .stopped(.silence):
            throw Refusal("本机没有回应, 上传已停止, \(retry), 所用的终端软件可能不支持 ZMODEM, 请改用收件夹")
        case .finished, .killed, .stopped(.hangUp):
            throw Refusal("上传中断, \(retry), 请再试一次, 或改用收件夹")
        }
    }

    private static func program(_ names: [String], instead: String) throws(Refusal) -> String {
        for place in places {
            for name in names where access(place + name, X_OK) == 0 { return place + name }
        }
        throw Refusal("服务器没有安装 lrzsz, \(instead), 并告诉系统管理员")
    }
}

/// Notices that nothing has arrived for a while.
private struct StillnessWatch {
    let patience: Duration
    private var last: Upload.Progress?
    private var since = ContinuousClock.now

    init(patience: Duration) {
        self.patience = patience
    }

    mutating func stoodStill(at progress: Upload.Progress) -> Bool {
        if progress != last {
            last = progress
            since = .now
        }
        return since.duration(to: .now) > patience
    }
}
