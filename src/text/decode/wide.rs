//! How likely characters are in Chinese, Japanese and Korean text.
//!
//! The orders are those of this repository's own pages and of the Universal Declaration of Human Rights.

use std::sync::LazyLock;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GBK};

use super::cost::{ASCII, Cost, UNDECODABLE, control};

/// What each character of the basic plane costs in one language, in [`Cost`]s.
pub(super) struct Wide(Box<[u8]>);

/// Characters up to a rank among the commonest, and what each costs.
type Ranks = [(usize, u8); 5];

/// A level of a national standard: the rows of its characters that are as common, and what a character in them costs.
struct StandardLevel {
    codec: &'static encoding_rs::Encoding,
    leads: (u8, u8),
    first_trail: u8,
    cost: u8,
}

const HAN: Ranks = [(50, 31), (100, 36), (200, 40), (300, 43), (600, 46)];
const KANA_AND_HAN: Ranks = [(50, 27), (100, 37), (200, 41), (300, 44), (480, 47)];
const HANGUL: Ranks = [(50, 28), (100, 35), (200, 38), (300, 42), (360, 45)];

const CHINESE_LEVELS: [StandardLevel; 2] = [
    StandardLevel { codec: GBK, leads: (0xB0, 0xD7), first_trail: 0xA1, cost: 58 },
    StandardLevel { codec: GBK, leads: (0xD8, 0xF7), first_trail: 0xA1, cost: 78 },
];
const TAIWANESE_LEVELS: [StandardLevel; 2] = [
    StandardLevel { codec: BIG5, leads: (0xA4, 0xC6), first_trail: 0x40, cost: 58 },
    StandardLevel { codec: BIG5, leads: (0xC9, 0xF9), first_trail: 0x40, cost: 80 },
];
const JAPANESE_LEVELS: [StandardLevel; 3] = [
    StandardLevel { codec: EUC_JP, leads: (0xA4, 0xA5), first_trail: 0xA1, cost: 52 },
    StandardLevel { codec: EUC_JP, leads: (0xB0, 0xCF), first_trail: 0xA1, cost: 60 },
    StandardLevel { codec: EUC_JP, leads: (0xD0, 0xF4), first_trail: 0xA1, cost: 80 },
];
const KOREAN_LEVELS: [StandardLevel; 2] = [
    StandardLevel { codec: EUC_KR, leads: (0xB0, 0xC8), first_trail: 0xA1, cost: 60 },
    StandardLevel { codec: EUC_KR, leads: (0xCA, 0xFD), first_trail: 0xA1, cost: 76 },
];

/// Chinese in simplified characters.
pub(super) static SIMPLIFIED: LazyLock<Wide> = LazyLock::new(|| Wide::new(SIMPLIFIED_COMMON, HAN, &CHINESE_LEVELS));
/// Chinese in traditional characters.
pub(super) static TRADITIONAL: LazyLock<Wide> = LazyLock::new(|| Wide::new(TRADITIONAL_COMMON, HAN, &TAIWANESE_LEVELS));
/// Japanese.
pub(super) static JAPANESE: LazyLock<Wide> =
    LazyLock::new(|| Wide::new(JAPANESE_COMMON, KANA_AND_HAN, &JAPANESE_LEVELS));
/// Korean.
pub(super) static KOREAN: LazyLock<Wide> = LazyLock::new(|| Wide::new(KOREAN_COMMON, HANGUL, &KOREAN_LEVELS));

/// Languages with an alphabet, as Unicode has it.
static ALPHABETS: LazyLock<Wide> = LazyLock::new(|| {
    let cost = |c: char| match c {
        '\u{A0}'..='\u{47F}' | '\u{5D0}'..='\u{1FFF}' => ALPHABETIC,
        _ => unlisted(c),
    };
    Wide((0..0x1_0000).map(|code| char::from_u32(code).map_or(u8::MAX, cost)).collect())
});

/// What a text costs in whichever of the languages it costs least.
pub(super) fn cost_in_any(text: &str) -> Cost {
    [&SIMPLIFIED, &TRADITIONAL, &JAPANESE, &KOREAN, &ALPHABETS]
        .iter()
        .map(|language| language.cost(text))
        .min()
        .unwrap_or(Cost::MAX)
}

/// What an ideograph, a kana or a Korean syllable costs more beside a small letter of ASCII.
const BESIDE_SMALL: Cost = 28;
/// What one costs more beside a capital of ASCII: names and abbreviations stand there.
const BESIDE_CAPITAL: Cost = 12;
/// What a mark of Chinese or Japanese text costs more between two small letters of ASCII.
const INSIDE_A_WORD: Cost = 40;

impl Wide {
    fn new(common: &str, ranks: Ranks, levels: &[StandardLevel]) -> Self {
        let mut costs: Box<[u8]> = (0..0x1_0000).map(|code| char::from_u32(code).map_or(u8::MAX, unlisted)).collect();
        for level in levels {
            level.characters().chars().filter(|c| *c != char::REPLACEMENT_CHARACTER).for_each(|c| {
                if let Some(cost) = costs.get_mut(c as usize) {
                    *cost = level.cost;
                }
            });
        }
        for (rank, c) in common.chars().enumerate() {
            let cost = ranks.iter().find(|(last, _)| rank < *last).map_or(ranks[4].1, |(_, cost)| *cost);
            costs[c as usize] = cost;
        }
        Self(costs)
    }

    /// What a text costs.
    pub(super) fn cost(&self, text: &str) -> Cost {
        let (mut sum, mut last, mut before) = (0, ' ', ' ');
        for c in text.chars() {
            sum += Cost::from(self.0.get(c as usize).copied().unwrap_or(BEYOND_THE_BASIC_PLANE));
            sum += between(before, c);
            if last.is_ascii_lowercase() && is_wide_mark(before) && c.is_ascii_lowercase() {
                sum += INSIDE_A_WORD;
            }
            (last, before) = (before, c);
        }
        sum
    }
}

/// What it costs that two characters stand side by side.
fn between(one: char, other: char) -> Cost {
    let (letter, wide) = if one.is_ascii_alphabetic() { (one, other) } else { (other, one) };
    match () {
        () if !is_wide_letter(wide) => 0,
        () if letter.is_ascii_lowercase() => BESIDE_SMALL,
        () if letter.is_ascii_uppercase() => BESIDE_CAPITAL,
        () => 0,
    }
}

impl StandardLevel {
    fn characters(&self) -> String {
        let (first, last) = self.leads;
        let bytes: Vec<u8> =
            (first..=last).flat_map(|lead| (self.first_trail..=0xFE).flat_map(move |trail| [lead, trail])).collect();
        self.codec.decode_without_bom_handling(&bytes).0.into_owned()
    }
}

/// An ideograph, a kana, a syllable or a full-width letter.
fn is_wide_letter(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF10}'..='\u{FF9F}' | '\u{20000}'..)
}

/// A mark of Chinese and Japanese text.
fn is_wide_mark(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{3001}'..='\u{303F}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}')
}

/// What a letter of an alphabet costs in a language that has one.
const ALPHABETIC: u8 = 24;
/// What a letter of a rare alphabet costs: pairs of Latin letters and marks in other encodings
/// look like one.
const RARE_ALPHABETIC: u8 = 110;
const BEYOND_THE_BASIC_PLANE: u8 = 100;

/// What a character costs that no list and no level of the language has.
fn unlisted(c: char) -> u8 {
    match c {
        '\0'..='\x7F' => control(c).unwrap_or(ASCII) as u8,
        '\u{80}'..='\u{9F}' => 120,
        '、' | '。' | '，' | '：' | '“' | '”' | '「' | '」' | 'ー' | '\u{3000}' => 22,
        '\u{3001}'..='\u{303F}'
        | '\u{FF01}'..='\u{FF0F}'
        | '\u{FF1A}'..='\u{FF20}'
        | '\u{2010}'..='\u{2026}'
        | '·'
        | '・' => 34,
        '\u{FF10}'..='\u{FF5E}' => 42,
        '\u{2027}'..='\u{27BF}' | '\u{3200}'..='\u{33FF}' => 52,
        '\u{480}'..='\u{5CF}' => RARE_ALPHABETIC,
        '\u{A0}'..='\u{600}' => 64,
        '\u{3041}'..='\u{30FF}' => 66,
        '\u{FF61}'..='\u{FF9F}' => 68,
        '\u{E000}'..='\u{F8FF}' => 120,
        char::REPLACEMENT_CHARACTER => UNDECODABLE as u8,
        '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' => 92,
        _ => 100,
    }
}

/// The commonest ideographs of simplified Chinese, the commonest first.
pub(super) const SIMPLIFIED_COMMON: &str = "\
    的一了人十有上个年在不三是里本来者报记和二下月四日到说天两子第时要小六百家着以多老条出自车他每得\
    会过开市公后权分点水学把工成大头去九没最前看用电走生地讯这只八北就七今手长行也为位由半江员从修中\
    国五能千路村期起们次面场道门名口合晚进利元可机对全台新通好班都任社发回种万打收字还座给书教间再站\
    比船经夜线主或受做钟各桥灯写同平山民换己我事先数于放高其何件完算少孩版作应户米茶护区旧周昨边管所\
    师等业星送住木果停县石话问岁海房享坐定云并雨留镜院计已城队卖信赛午早保几敲常理费见法农号钱当处改\
    川价医现清部方单正图那补块它气文原河居度样遍白秤粮预带满提声渡关动交办之接照谁设意张馆听外客装候\
    排远认么又页干底春测读心重亮局流街让如共亩往空零务被才实活岭树校知采饭厂按纸跑花量加她画账楼程育\
    堂热而东明退守湖青司望格编食傅吃增推摊检田省转反近志因岸秋轮安资复表包想制建末火立入别结摆斤架组\
    南库温基言布术仓店轻具均列短镇告标园录戏连防免慢菜力职冰投窗笔脚情政请闻章休票乡室搬码缓调示约求\
    及匠句叫屿使产联帆涨砚红缴靠身选物系愿够掉椅角集步土夏牌球超女类性宣什墙季沿税落西背器查桌些技必\
    解项演符据相无晒板金铁需级登答谷豆运根领团付凳将延快趟题值旁直律哪坡统网课音风承决色许此企巷航观\
    鸟内母商巢急亲服至规展科份例供拉拨租蓝议参体准井众像眼邻陇证很序治乘委添澄舒蟹造齐况双施目冬剪叶\
    批潮爷讲试跟麦宗尊与思失太层绿辆段际变持维普厅拆";

/// The commonest ideographs of traditional Chinese, the commonest first.
pub(super) const TRADITIONAL_COMMON: &str = "\
    的一了人有十年上不在個三是來本和報二下子月老日小到者天四時家要出兩記車把以百六開他第每裡條點會最\
    自成得多過權大分公看說沒半學電門後工去機這書七頭水位從走生就員道地只由為行訊五九口用晚手長也給路\
    前國八期今教起進元社利次市中名區樓收線對著師話護船都受能當發班可放夜們回北合經萬任種平面居千江站\
    完修好新全等寫再民店先場還輪燈街圖定應其己我字何司通星做間或單雨件打動於法送木算已歲海坐村格高換\
    費少幾作錢候住張那主處同加食享菜事退邊遍保農座理現樣問孩並往樹知茶賣花舊比屋院渡隊昨管誰方價醫早\
    外客聽各所台角心關排業部石改文正讓休士山米反意計堂辦臺請午房數號遠停信提志白她周滿留明因才安原敲\
    吃育照清橋空活飯塊設輕認交貓而解免及句傅推表如近隻鍾補果接無牆值讀版亮流演架零程戶見風鏡慢別拍常\
    租梯怕舒編務被轉類掛紅裝川又麼度具貼底言藥局港至實雲承氣按紙延量預鎮賬望鳥帶想園立術示聲均城東鄰\
    島筆青性館搬匠增攤靠票符縫里鐘孫頁落直建火縣政剩春色重聯代視擺南校它睡跑物守將快趟河步列宣觀戲倒\
    願之專熱份藍結病包共窗腳賽凌訪指此聞身冬批試講布鄉斷情太田省女越母難掉求基靜岸擔季岑末毛桌許入告\
    金親抽變採答谷卻坡課秤糧資摸畫宗選奶連防約桐背急使匙鑰制眾組添調律投騎集層叫技檢義廳晨片帆尊幹內\
    返箱失消椅深絲秋夏牌超協什沿向草測器查力論卞挑障斤思與套嶺畝板鐵服規庫備柏麻登運項導銀整翻廠強很\
    兒稿音產佩瑤霍短參章案磨苗暴團證初秒袋促商差撥議";

/// The commonest kana and ideographs of Japanese, the commonest first.
pub(super) const JAPANESE_COMMON: &str = "\
    のはにをるがたいてすとしなで十り人一かられっ年ま二日さけもこ三つん四だン利び時権よく会あき八北べ\
    及自有地国え的五上め分うわ見校船車駅み家間せ生ず長チ条社ト書ど小七六曜朝町第場学セ合由先直前域新\
    円室月線ラ者イ開パ受住入又ク大度通行付本乗渡客潮百手実初げ子道出解列そ用対教じシ越文立ルジや発回\
    お値夜ぶ九億冬半天巣市店港県石磯聞舎話電力並ロ保最名民ち平認代基サ水タ目数育ス取リ続来残物野空割\
    方込所降意切持運ギ井今廃摘星木根棚浜田羽誰議鉄別む護動言ば和全等定型高職修宣引成満止変要同義プウ\
    ケ足ごへメ終種オ古ノ符送元改積令待超丘便倍勤千午台塔声屋崩工描早桐榎気沿湿漁航観走金雪青館各集業\
    ほ進己確式使女干求男法他明約中重管協員完際公コ当再後体エキ移両帰果頭増去特余真負伝児売役童老転食\
    字フ算予外ュ尊以ム内図作正告計表ワ可反試尾ぎ細始験例期ぐホ停減番題無ぞ丸久冊写勝商園土坂垣寄山峰\
    川師席帳庁建彗戸担撮昨板枚梨歳沢河津測瀬着箱耳若菜街覚調賃農途遅遠鏡閉霧音鳴鶏黒身下段世務念決必\
    何ブッテ報ポ制組問連判庭普信関治活為罪障ベ加指置ァィ結想ひ主歩禁設差選事享働労宗ド呼戻飾含件厳マ";

/// The commonest syllables of Korean, the commonest first.
pub(super) const KOREAN_COMMON: &str = "\
    다에이는을가은한사하리를의자기지서시도고수니로일과인적권관모여있제어람간유개할보정든곳진나동으조\
    민신국면변습분위마또그했문식형치대된연스며원예명들주호없부배합용요교상강되만선립와라성았점검막놓\
    루통누농말밤행받아계터무거육결오게공소언른구내근전회접함버업파직었해법설양열약집안등야경석우술운\
    값까및생더러올난남탈같두포바료린쪽노번중끝장솔길르종많김낡넘년늘렸밝북씬월좌층퇴혔훨않속비래당필\
    입존떠별반력매세록느드표추화름듈출프체단참실본환재차것평초목져확활발클트증격질완류죄준산태현타따\
    될엄혼션처항규택작였옵념독학능낸때빗범복므피건메토히견영됩향컴젝족멤페려녀롭박벌섭심천키방역최각\
    임디날효앞데불찾물럴익편금릴담떤률망애칙판폭핍헌협휴코액덱저암허턴절셜색레플미패왔충네괴돌령렉겠\
    특병못음브블빌런잘달론얻응머멸뿐억총침황굴급냐넓";
