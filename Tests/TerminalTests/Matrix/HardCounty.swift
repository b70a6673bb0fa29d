// A county whose clerks and citizens write everything that is hard to draw.
import CountyFixture
import Model

/// That county, made once and copied for each program.
enum HardCounty {
    static let now = "2026-11-20T09:00"

    /// Signs of ambiguous width, full-width punctuation, marks, variants, characters outside the BMP, joined emoji.
    static let title = "关于“城市供水——价格”×…①●〔听证〕会㛃䶮𠮷葛\u{E0100}的公告"
    static let bodies = [
        "建议“分档—计价”…①②③●○★×÷±→，。！？；：（）【】《》、·￥％",
        "家里\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}三口人\u{1F44D}\u{1F3FD}\u{2764}\u{FE0F}, Café e\u{301}a\u{308}u\u{308}\u{304} 𠮷野家 \u{1F1E8}\u{1F1F3} é ñ ｱｲｳ ─│┌ end",
        "=1+1 行一\n行二 ㈠㎡℃№㊣ Ωαβ Жд ﷺ ꀀ ༀ end",
    ]

    static func copy() throws -> County {
        // A demonstration, so that its time can be fixed from outside.
        try County(now: now, kind: .demo, after: "what is hard to draw") { county in
            let session = try county.signIn("fabu")
            let matter = try county.publish(.announcement, HearingEntries.announcement(title: title), in: session)
            for (number, body) in bodies.enumerated() {
                let entries = Entries([
                    "channel": "telephone", "received_day": "2026-11-20", "author": "赵\(number)“—”", "body": body,
                ])
                _ = try county.office.perform(RegisterComment(of: matter.id, entries: entries), in: session)
            }
        }
    }
}
