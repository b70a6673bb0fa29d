// The organs of the demo's county. The people and matters are invented.

/// An organ as the demo describes it.
struct DemoUnit: Sendable {
    let name: String
    let shortName: String
    let pinyin: String
    /// The first character of its 发文字号, after 漾.
    let mark: String
    /// The full name of its publisher.
    let publisher: String
    /// The full name of the second publisher, where two people share the work and the second is no account of `Demo.accounts`.
    var colleague: String? { Self.colleagues[name] }
    /// What it holds hearings on; empty for an organ that only supervises.
    let subjects: [DemoSubject]

    private static let colleagues = ["教育体育局": "苏家福"]

    static let siteName = "漾濞彝族自治县人民政府"
    static let countyName = "漾濞彝族自治县"

    /// 落款: the unit's full name.
    var signature: String { name.hasPrefix(Self.countyName) ? name : Self.countyName + name }

    private init(
        _ name: String, _ shortName: String, _ pinyin: String, _ mark: String, _ publisher: String,
        _ subjects: [DemoSubject]
    ) {
        self.name = name
        self.shortName = shortName
        self.pinyin = pinyin
        self.mark = mark
        self.publisher = publisher
        self.subjects = subjects
    }

    /// How many units there may be.
    static let limits = 2...all.count

    /// All of them, the ones every demo has first.
    static let all: [DemoUnit] = bureaus + towns + stations

    private static let bureaus = [
        DemoUnit("发展和改革局", "发改局", "fazhanhegaigeju", "发改", "李文", DemoSubject.prices),
        DemoUnit("政务公开办", "公开办", "zhengwugongkaiban", "政务", "段正清", []),
        DemoUnit("教育体育局", "教体局", "jiaoyutiyuju", "教体", "左丽华", DemoSubject.education),
        DemoUnit(
            "住房和城乡建设局", "住建局", "zhufanghechengxiangjiansheju", "住建", "茶建国", DemoSubject.housing),
        DemoUnit("交通运输局", "交运局", "jiaotongyunshuju", "交运", "罗永平", DemoSubject.traffic),
        DemoUnit("水务局", "水务局", "shuiwuju", "水务", "字学明", DemoSubject.water),
        DemoUnit("卫生健康局", "卫健局", "weishengjiankangju", "卫健", "杨秀英", DemoSubject.health),
        DemoUnit("自然资源局", "资源局", "ziranziyuanju", "资源", "常志强", DemoSubject.land),
        DemoUnit(
            "生态环境局漾濞分局", "环境分局", "shengtaihuanjingjuyangbifenju", "环", "和润芝", DemoSubject.environment),
        DemoUnit(
            "人力资源和社会保障局", "人社局", "renliziyuanheshehuibaozhangju", "人社", "钱国栋", DemoSubject.labour),
        DemoUnit("民政局", "民政局", "minzhengju", "民", "杞文珍", DemoSubject.civilAffairs),
        DemoUnit("农业农村局", "农业局", "nongyenongcunju", "农", "鲁光荣", DemoSubject.farming),
        DemoUnit("市场监督管理局", "市监局", "shichangjianduguanliju", "市监", "蒙志远", DemoSubject.markets),
        DemoUnit("文化和旅游局", "文旅局", "wenhuahelvyouju", "文旅", "阿兰芬", DemoSubject.culture),
        DemoUnit("公安局", "公安局", "gonganju", "公", "吴敏", DemoSubject.order),
        DemoUnit("林业和草原局", "林草局", "linyehecaoyuanju", "林草", "彭海山", DemoSubject.forests),
        DemoUnit("财政局", "财政局", "caizhengju", "财", "苏玉梅", DemoSubject.townHall),
        DemoUnit("应急管理局", "应急局", "yingjiguanliju", "应急", "施志刚", DemoSubject.order),
        DemoUnit(
            "城市管理综合执法局", "城管局", "chengshiguanlizonghezhifaju", "城管", "王䶮",
            DemoSubject.markets + DemoSubject.housing),
        DemoUnit("医疗保障局", "医保局", "yiliaobaozhangju", "医保", "马晓燕", DemoSubject.health),
    ]

    private static let townNames = [
        ("苍山西镇", "cangshanxizhen"), ("漾江镇", "yangjiangzhen"), ("平坡镇", "pingpozhen"), ("顺濞镇", "shunbizhen"),
        ("富恒乡", "fuhengxiang"), ("太平乡", "taipingxiang"), ("瓦厂乡", "wachangxiang"), ("龙潭乡", "longtanxiang"),
        ("鸡街乡", "jijiexiang"),
    ]

    private static let towns = townNames.enumerated().map { index, town in
        DemoUnit(
            town.0 + "人民政府", town.0, town.1, "\(town.0.prefix(1))政", DemoPeople.name(1000 + index),
            DemoSubject.townHall + DemoSubject.land)
    }

    private static let stationNames = [
        ("中心学校", "zhongxinxuexiao"), ("卫生院", "weishengyuan"), ("财政所", "caizhengsuo"), ("司法所", "sifasuo"),
        ("林业站", "linyezhan"), ("水务站", "shuiwuzhan"), ("规划建设服务中心", "guihuajianshefuwuzhongxin"),
        ("农业综合服务中心", "nongyezonghefuwuzhongxin"), ("社会保障服务中心", "shehuibaozhangfuwuzhongxin"),
    ]

    private static let stations = townNames.enumerated().flatMap { town, place in
        stationNames.enumerated().map { index, station in
            DemoUnit(
                place.0 + station.0, "\(place.0.prefix(2))\(station.0.prefix(3))", place.1 + station.1,
                "\(place.0.prefix(1))\(station.0.prefix(1))", DemoPeople.name(2000 + town * 20 + index),
                DemoSubject.townHall + DemoSubject.farming)
        }
    }
}
