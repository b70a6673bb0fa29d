// What an invented public notice is about.

/// One important matter a county gives notice of. `{年}` stands for the year, `{单位}` for the unit.
struct DemoNoticeSubject: Sendable {
    /// The category's code in the form.
    enum Category: String, CaseIterable, Sendable { case development, publicInterest, personnel, statutory }

    let category: Category
    let title: String
    /// Basis and origin.
    let reason: String
    /// Object, scope or amount.
    let content: String
    /// How long, the first day counted.
    let days: Int
    let isInWorkingDays: Bool
    /// What people write about, as a noun phrase.
    let concern: String

    init(
        _ category: Category, _ title: String, working days: Int, about concern: String, because reason: String,
        _ content: String
    ) {
        self.init(category, title, days, isInWorkingDays: true, concern, reason, content)
    }

    init(
        _ category: Category, _ title: String, calendar days: Int, about concern: String, because reason: String,
        _ content: String
    ) {
        self.init(category, title, days, isInWorkingDays: false, concern, reason, content)
    }

    private init(
        _ category: Category, _ title: String, _ days: Int, isInWorkingDays: Bool, _ concern: String, _ reason: String,
        _ content: String
    ) {
        self.category = category
        self.title = title
        self.days = days
        self.isInWorkingDays = isInWorkingDays
        self.concern = concern
        self.reason = reason
        self.content = content
    }

    /// What a unit gives notice of, its own matters first; none for units without matters of their own here.
    static func of(_ unit: DemoUnit) -> [DemoNoticeSubject] {
        guard let own = byUnit[unit.name] else { return [] }
        return own.count > ownMatters ? own : own + common
    }

    /// So many matters of their own have the units other than the first.
    private static let ownMatters = 2

    private static let byUnit: [String: [DemoNoticeSubject]] = [
        "发展和改革局": planning, "教育体育局": schools, "住房和城乡建设局": housing, "交通运输局": roads, "水务局": water,
        "卫生健康局": health, "自然资源局": land, "生态环境局漾濞分局": environment, "人力资源和社会保障局": labour,
        "民政局": civilAffairs, "农业农村局": farming, "市场监督管理局": markets, "文化和旅游局": culture,
        "公安局": order, "林业和草原局": forests, "财政局": finance, "应急管理局": emergencies,
        "城市管理综合执法局": streets, "医疗保障局": insurance,
    ]

    /// What any unit gives notice of.
    private static let common = [
        DemoNoticeSubject(
            .personnel, "漾濞彝族自治县{单位}{年}年公开招聘编外工作人员拟聘用人员公示", working: 7, about: "面试成绩和岗位条件的审核",
            because: "根据《事业单位人事管理条例》和县人民政府批准的用人计划，经报名、资格审查、笔试、面试、体检和考察，按综合成绩从高到低确定拟聘用人员，现予公示。",
            "拟聘用综合岗位工作人员6名，其中文秘2名、财务1名、信息录入3名，准考证号、笔试和面试成绩、综合成绩及名次详见附件。公示无异议的，办理聘用手续，聘期三年，试用期两个月；因放弃或者异议查实产生的空缺，在同岗位考察合格人员中依次递补一次。"
        ),
        DemoNoticeSubject(
            .personnel, "关于漾濞彝族自治县{单位}{年}年度事业单位考核拟定优秀等次人员的公示", calendar: 7, about: "优秀等次怎样推荐和测评",
            because: "根据《事业单位工作人员考核规定》，经个人述职、民主测评、考核工作小组研究和单位领导班子会议审定，拟定本年度考核优秀等次人员，现予公示。",
            "参加考核的事业单位工作人员38名，拟定优秀等次7名，占18.4%，不超过20%的规定比例，名单按姓氏笔画排列，详见附件。考核期间受到处分、请假超过半年或者新聘用未满半年的，不在推荐范围。优秀等次作为岗位聘用和评先的依据之一。"
        ),
        DemoNoticeSubject(
            .statutory, "关于漾濞彝族自治县{单位}{年}年度行政执法资格人员和执法证件清理结果的公示", working: 5, about: "执法人员怎样查验身份",
            because: "根据《云南省行政执法证件管理办法》和县司法局的统一安排，对在岗执法人员的资格和持证情况逐人清理，结果依法应当公示。",
            "经清理，保留执法资格23名，新取得资格4名，因调离、退休注销证件6个，证件编号和执法区域详见附件。自公示之日起，注销的证件不再具有执法效力；执法时不出示证件的，当事人可以拒绝接受检查，并可以拨打下列电话查验执法人员的身份。"
        ),
    ]
}
