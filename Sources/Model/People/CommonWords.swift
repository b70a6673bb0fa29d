// The words that passwords are most often made of, and what Chinese names are made of in pinyin.
//
// Compiled for this program from what office clerks, administrators and players are known to choose: English and pinyin words, western
// first names, places of Yunnan and of China, brands, the words of this program. No published list was copied; the words are under the
// terms of the program itself.

/// The lists that a new password is held against.
enum CommonWords {
    /// Whether the letters are a full name in pinyin: a surname with one or two syllables of given names behind it or before it.
    static func isName(_ letters: String) -> Bool {
        surnames.contains { surname in
            letters.hasPrefix(surname) && isGivenName(letters.dropFirst(surname.count))
                || letters.hasSuffix(surname) && isGivenName(letters.dropLast(surname.count))
        }
    }

    private static func isGivenName(_ letters: Substring) -> Bool {
        if givenNames.contains(String(letters)) { return true }
        return letters.indices.dropFirst().contains { cut in
            givenNames.contains(String(letters[..<cut])) && givenNames.contains(String(letters[cut...]))
        }
    }

    /// Passwords, and words that become passwords with some figures behind them.
    static let passwords = Set(
        """
        password passwort passwrd motdepasse contrasena senha parola haslo letmein welcome admin administrator root
        toor test tester testing guest user username login logon default master changeme secret private access service
        server system support backup oracle mysql postgres sqlserver database manager operator webmaster public office
        windows microsoft linux ubuntu debian redhat centos docker kubernetes cisco juniper huawei lenovo dell apple
        google facebook twitter youtube amazon netflix instagram linkedin yahoo hotmail gmail outlook skype adobe
        photoshop nvidia intel iloveyou loveyou loveme lovely lover love iloveu iloveme sunshine princess prince queen
        king angel angels baby babygirl babyboy babe honey sweet sweetheart sweetie darling dragon monkey tiger lion
        panther eagle falcon hawk phoenix wolf bear panda rabbit horse dolphin shark snake spider butterfly kitty
        kitten puppy doggie chicken turtle elephant football baseball basketball soccer hockey tennis golf golfer
        volleyball swimming fishing hunter hunting racing runner boxing wrestling champion winner rangers yankees
        cowboys lakers steelers eagles packers patriots dodgers giants redsox arsenal chelsea liverpool barcelona
        realmadrid juventus milan inter ronaldo messi beckham kobe jordan lebron curry superman batman spiderman
        ironman hulk thor joker robin wonderwoman captain avengers starwars startrek jedi yoda skywalker matrix
        terminator rambo rocky pokemon pikachu naruto sasuke onepiece luffy dragonball goku mickey minnie donald
        snoopy garfield doraemon hellokitty barbie simpsons harrypotter hogwarts gandalf frodo legolas mario zelda
        sonic minecraft fortnite warcraft starcraft diablo counterstrike overwatch michael michelle jennifer jessica
        joshua jonathan joseph james john johnny jason jackson jacob jack justin daniel danielle david robert richard
        thomas andrew anthony matthew nicholas nicole ashley amanda andrea angela anna anne barbara benjamin brandon
        brian brittany carlos caroline charles charlie charlotte chris christian christina christopher claire claudia
        cynthia daniela deborah dennis diana diego dominic donna douglas edward elizabeth emily eric eugene evelyn
        florence frank franklin frederick gabriel gabriela george gloria grace gregory hannah harold harry heather
        helen henry isabella ivan jackie jasmine jeffrey jeremy jesus joanna karen katherine kathleen kelly kenneth
        kevin kimberly kristina larry laura lauren leonardo lilian linda lisa louis louise lucas lucy maggie marcus
        margaret maria marie marina mark martha martin martina mary mason maxwell melanie melissa miguel monica morgan
        nancy natalie natasha nathan oliver olivia oscar pamela patricia patrick paul peter philip rachel ralph
        raymond rebecca ricardo roberto roger ronald rosemary russell samantha samuel sandra sarah scott sebastian
        sharon simon sophia sophie spencer stephanie stephen steven susan sydney taylor teresa theodore tiffany
        timothy tommy tracy tyler valentina vanessa veronica victor victoria vincent virginia vivian walter wendy
        william winston zachary hello helloworld goodbye whatever nothing something someone nobody anyone everyone
        everything forever together friends friend family mother father brother sister daddy mommy mama papa grandma
        happy happiness lucky luck smile smiley beautiful pretty cute sexy hottie perfect special awesome amazing
        fantastic freedom liberty peace hope faith believe dream dreams dreamer destiny heaven paradise christ god
        godisgood blessed blessing trust trustno trustme truelove mylove mybaby onlyyou missyou summer winter spring
        autumn january february march april june july august september october november december monday tuesday
        wednesday thursday friday saturday sunday morning evening night midnight today tomorrow yesterday birthday
        christmas easter holiday vacation newyear computer internet network keyboard monitor laptop desktop mobile
        iphone android samsung nokia motorola sony toshiba panasonic canon nikon xbox playstation nintendo gameboy
        gamer gaming games game player playboy hacker hacking cracker cyber digital electric electronic energy power
        magic mystery shadow ghost ninja samurai warrior soldier knight killer sniper assassin slayer destroyer
        predator venom viper cobra scorpion raptor mustang corvette camaro ferrari porsche mercedes benz bmw audi
        toyota honda nissan mazda subaru ford chevy chevrolet harley yamaha suzuki kawasaki ducati lexus volvo jaguar
        bugatti lamborghini tesla banana orange cherry lemon mango peach strawberry blueberry pineapple watermelon
        coffee chocolate cookie cookies cheese pizza burger pepper ginger garlic butter sugar candy cupcake whiskey
        vodka beer red blue green yellow purple pink black white silver golden gold diamond crystal pearl ruby emerald
        sapphire platinum rainbow star stars starlight moonlight moon sun sunny sunflower rose flower flowers lily
        daisy violet lotus orchid tulip forest mountain river ocean island beach desert storm thunder lightning fire
        flame water earth wind snow snowball snowflake ice london paris berlin madrid rome moscow tokyo beijing
        shanghai hongkong singapore newyork chicago boston dallas houston denver seattle austin orlando miami texas
        florida california canada australia america england ireland scotland france germany spain italy russia china
        japan korea india brazil mexico africa europe qwerty qwertyui qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn
        zxcvbnm qazwsx qazwsxedc wsxedc edcrfv azerty qwertz qweasd qweasdzxc asdzxc poiuytrewq lkjhgfdsa mnbvcxz abcd
        abcde abcdef abcdefg abcdefgh abcabc aaa bbb xxx zzz aabbcc xyz asd qwe zxc qaz wsx edc abc temp temporary
        sample example demo blank empty unknown none null nopassword mypassword newpassword thepassword yourpassword
        passcode passphrase passworda pass passpass pwd passwd adminadmin adminpass rootroot rootpass testtest
        useruser superuser sysadmin itadmin netadmin dbadmin webadmin poweruser supervisor director employee staff
        company business enterprise customer student teacher school college university hospital doctor nurse police
        army navy marine airforce government council county mayor mima wodemima jiumima chushimima morenmima
        denglumima denglu yonghu yonghuming zhanghao guanliyuan guanli xitong xitongguanliyuan anquan anquanguanliyuan
        shenji shenjiyuan fabu fabuyuan shenhe shenheyuan jianguan jianguanyuan yangguang yangguangzhengwu zhengwu
        zhengwugongkai zhengfu zhengfuban xianzhengfu shizhengfu bangongshi bangong danwei jiguan keshi kezhang
        chuzhang juzhang xianzhang shizhang shuji zhuren dangwei dangyuan gongwuyuan gongkai gongshi tingzheng tongbao
        gonggao tongzhi baogao xinxi xinxiban xinxizhongxin jisuanji diannao wangluo fuwuqi shujuku ceshi
        ceshizhanghao linshi moren chushi beifen huifu woaini woaiwo woaiwojia woaizhongguo woaijiating woaibaba
        woaimama woaiyunnan woaikunming woaidali woaibeijing wobuaini aini ainiyiwannian ainiyishengyishi woxiangni
        xiangni buaini nizhidao nishishui woshishui woshiwo woshini woshizhu nishizhu woshinibaba woshidashen
        woshitiancai laopo laogong laopowoaini laogongwoaini qinai qinaide baobei baobeiwoaini xiaobao dabao erbao
        erzi nver haizi baba babamama yeye nainai gege jiejie didi meimei pengyou haopengyou tongxue laoshi zhongguo
        zhongguoren zhonghua zhonghuarenmin zhonghuarenmingongheguo zuguo aiguo wansui jiayou zhongguojiayou nuli
        fendou chenggong shengli fazhan fada facai gongxifacai gongxi zhufu xingfu kuaile shengrikuaile xinniankuaile
        pingan yilupingan pinganxingfu jiankang ruyi jixiang jixiangruyi wanshiruyi dajidali hongfuqitian fugui
        fuguirongyi caiyuanguangjin tianxia tianxiadiyi diyi wudi dashen tiancai shuaige meinv xianghe hexie
        hexieshehui renmin weirenminfuwu weirenmin fuwu zhenxin yongyuan yongyuanaini yishengyishi tianchangdijiu
        tianjin chongqing guangzhou shenzhen hangzhou nanjing suzhou wuhan chengdu xian zhengzhou changsha changchun
        shenyang dalian qingdao jinan hefei fuzhou xiamen nanchang nanning guilin haikou sanya guiyang kunming lasa
        lanzhou xining yinchuan wulumuqi huhehaote taiyuan shijiazhuang haerbin ningbo wuxi dongguan foshan zhuhai
        aomen xianggang taiwan taibei sichuan guizhou guangdong guangxi hunan hubei henan hebei shandong shanxi
        shaanxi gansu qinghai xinjiang xizang neimenggu ningxia liaoning jilin heilongjiang jiangsu zhejiang anhui
        fujian jiangxi hainan yunnan yunnansheng caiyunzhinan qujing yuxi baoshan zhaotong lijiang puer lincang
        chuxiong honghe wenshan xishuangbanna banna dali dehong nujiang diqing xianggelila yangbi yangbixian xiangyun
        binchuan midu nanjian weishan yongping yunlong eryuan jianchuan heqing xiaguan gucheng tengchong longling
        shidian changning ruili mangshi yingjiang longchuan lianghe luoping shizong luliang xuanwei huize fuyuan
        malong zhanyi luxi mile kaiyuan gejiu mengzi jianshui shiping yuanyang lvchun jinping hekou pingbian simao
        ningerh mojiang jingdong jinggu zhenyuan jiangcheng menglian lancang ximeng jinghong menghai mengla chengjiang
        tonghai huaning yimen eshan xinping yuanjiang jiangchuan hongta cangshan erhai cangshanerhai santa
        fengchengxueyue dianchi shilin xishan cuihu longmen yulongxueshan meilixueshan lugu luguhu shuaiqi keai
        xiaozhu xiaoxiong xiaomao xiaogou xiaotu xiaolong xiaohu dalong laohu shizi xiongmao daxiongmao fenghuang
        longfeng tianlong feilong qinglong huanglong longwang houzi sunwukong zhubajie tangseng xiyouji hongloumeng
        sanguo shuihu liubei guanyu zhangfei zhugeliang caocao lvbu zhaoyun diaochan libai dufu kongzi laozi maozedong
        maozhuxi zhouenlai dengxiaoping leifeng alibaba aliyun taobao tianmao zhifubao weixin wechat qqmima tengxun
        tencent baidu pinduoduo douyin kuaishou toutiao weibo sina sohu wangyi netease xiaomi honor oppo vivo meizu
        zhongxing lianxiang haier geli meidi dianxin liantong yidong zhongguoyidong zhongguodianxin chinamobile
        chinaunicom chinatelecom chinanet shenqi wangzhe wangzherongyao chuanqi menghuan menghuanxiyou
        yingxionglianmeng chuanyuehuoxian yiersan yiersansi yiersansiwu yierersansan liuliuliu bababa jiujiujiu
        yaoyaoyao jintian mingtian zuotian xingqiyi xinnian chunjie zhongqiu guoqing yuandan duanwu qingming
        laodongjie huobajie poshuijie sanyuejie chuntian xiatian qiutian dongtian taiyang yueliang xingxing tiankong
        dahai gaoshan liushui caihong hongqi wuxinghongqi changjiang huanghe changcheng gugong tiananmen renminbi
        gongzuo gongzi shangban xiaban jiaban kaihui wenjian dangan
        """.split(whereSeparator: { $0.isWhitespace }).map(String.init))

    /// The surnames of nine people of ten, with those of the peoples of Yunnan.
    private static let surnames = Set(
        """
        li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han
        tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lu su jiang cai jia ding wei xue ye yan pan du
        dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao
        meng long wan duan lei qian yin yi chang qiao lai gong wen pang lan tao hong zhai an ni niu ge you bi nie cong
        jiao xiang xing zhuang yue mei zhan mu bao ai na dao si
        """.split(whereSeparator: { $0.isWhitespace }).map(String.init))

    /// The syllables that given names are mostly made of.
    private static let givenNames = Set(
        """
        wei fang na min jing li qiang lei jun yang yong yan jie juan tao ming chao xiu lan xia ping gang gui ying hua
        yu hong xin bo bin peng fei hai hao hui jian jia jin kai kun liang lin ling long lu mei meng ning qi qing rong
        rui shan sheng shu song ting tian wen wu xiang xiao xue yi yin yuan yue yun zhen zheng zhi zhong zhu zi ze zhe
        an ai bao bei cai chang chen cheng chun cui da dan de dong fa fen feng fu gen guang guo han he huan huang ji
        jiao ju ke lai le lian lili liu lun mao miao mu nan ni nian pei qian qiao qin qiong qiu quan ran ren ru sen
        shi shuai shuang si su tong wan wang xi xian xing xiong xuan yao ye you zhao zhuo zong
        """.split(whereSeparator: { $0.isWhitespace }).map(String.init))
}
