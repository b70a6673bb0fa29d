// Invented names, telephone numbers and addresses.

/// Invented people. Telephone numbers lie in ranges that are not given out; identity numbers name a day in 1888.
enum DemoPeople {
    private static let surnames = [
        "李", "王", "杨", "张", "罗", "左", "茶", "字", "段", "常", "杞", "鲁", "和", "苏", "施", "赵", "马", "何", "彭", "蒙", "阿", "吴",
        "陈", "刘", "钱", "周", "尹", "董", "欧阳", "司马",
    ]
    private static let givenNames = [
        "建国", "丽华", "志强", "秀英", "文珍", "学明", "永平", "玉梅", "光荣", "海山", "晓燕", "国栋", "润芝", "兰芬", "正清", "志远", "敏", "伟", "静",
        "磊",
        "春梅", "家福", "自忠", "绍武", "凤仙", "云生", "小龙", "雪", "佳怡", "浩然", "子轩", "梦瑶", "德昌", "桂香", "㛃", "䶮", "吉", "世荣", "思源",
        "彩霞",
    ]

    /// The name with this number, the same each time.
    static func name(_ index: Int) -> String {
        var random = SeededRandom(seed: 0x4E61_6D65, 1, index)
        return name(&random)
    }

    static func name(_ random: inout SeededRandom) -> String { random.pick(surnames) + random.pick(givenNames) }

    static func mobile(_ random: inout SeededRandom) -> String { "1380000\(digits(4, &random))" }

    static func officeTelephone(_ random: inout SeededRandom) -> String { "0872-700\(digits(4, &random))" }

    static func identityNumber(_ random: inout SeededRandom) -> String {
        "532922188801\(digits(2, &random))\(digits(4, &random))"
    }

    private static func digits(_ count: Int, _ random: inout SeededRandom) -> String {
        let number = String(random.below(Array(repeating: 10, count: count).reduce(1, *)))
        return String(repeating: "0", count: count - number.count) + number
    }

    static let places = [
        "老城区", "上街片区", "南门片区", "河西片区", "苍山西镇", "漾江镇", "平坡镇", "顺濞镇", "富恒乡", "太平乡", "瓦厂乡", "龙潭乡", "鸡街乡", "工业园区", "金牛新区",
        "光明村",
    ]

    static let rooms = [
        "县人民政府办公楼四楼会议室", "县政务服务中心三楼多功能厅", "县委党校报告厅", "县图书馆二楼学术报告厅", "县文化馆会议室", "县总工会三楼会议室",
    ]

    static let streets = ["苍山中路", "博南路", "滨河路", "人民路", "花园路", "文化路", "云龙路"]

    static let jobs = [
        "退休教师", "个体工商户", "村民小组长", "出租汽车驾驶员", "社区网格员", "核桃种植户", "企业职工", "全职母亲", "民宿经营者", "大学生村官", "乡村医生", "货运司机",
    ]

    static let deputies = ["县人大代表", "县政协委员", "乡镇人大代表"]

    static let experts = ["律师", "大学副教授", "注册会计师", "高级工程师", "统计师", "法律顾问"]
}
