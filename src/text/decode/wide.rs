//! How likely characters are in Chinese, Japanese and Korean text.

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
    的是一在不人有了我国这为中个大会们他来和年上以要到时对么能你就发可地生家出也说于学后成与过行用日\
    多自现都没作下得开经还法动好方而公子事分之民主里政看吗本月所天新业同全定部最其进如前机美那当工关\
    实小被但因长样理等什道去些面很心间区内电然力起体只着从并者高加想文问种员重及点将意合产三外由市无\
    女已制网第情场名应西代正表真此位题相明资计建利系化期特性度果次给让两通教任比该东活手世提或使她物\
    数立认怎知结入更总务话斯统目社展战做设安别信影己受解军司回把保平常见向海变报治台爱品北何接界论组\
    件权选府议少它共运车至记又原金身式老路决科联视口处各持站量交万直反南打据基始再快水门十感程导传院\
    才放今术强元完号图规改管划亚领际单头二尔需布达队片求非历每书指马广党几太先带游城办球色觉义级师专\
    类约集告技团取儿参克史服格候调包请德必拉乐许造确气难吧收证称语山死线示条像流命根则近济京听英士价\
    推标举争友干支委四续况准形男望官且走失言备容观华港质案钱查整未费空转较众神商风校字香啊首州料育创\
    织却照亲识消研离具算欢哪型注源护连节周即投获音清增供五孩光项张息白构省律声演农究器边步喜局医象写\
    除境思赛装谁跟便杀击响职助易版希属住洲巴星企引找试考列罗存须越态群县功纪复超害戏显族维深责值买足\
    环模极协花断客警吃王百段验切往早终另远够独精习营括革岁曾评随例黑错继米林预玩故份速闻效致火妈阿呢\
    拿兰采热房病户限艺严仅录江势控察满优兴绝土施宣武";

/// The commonest ideographs of traditional Chinese, the commonest first.
pub(super) const TRADITIONAL_COMMON: &str = "\
    的是一在不有了人我這國為個中們他會和大來年以要上到時對麼你就能可也出說於地生家發與後成過學行用現\
    日都自多沒作還得下經開好動而方法嗎公月看分事政之民所主本定最其子同業新全天如那部當進前但被實因關\
    樣什裡等美著機些工很去理長然間道資面體小從內想問只並起者及種力電將心已由員加重產合網點外區高意女\
    情應題此使場文表真計位正第名讓無建影市次相果給三代期她或度該任怎結西認明提更立活兩教比物知世利總\
    化做別東入路己制統話特社手把展務性受解戰司式設向常它見何又變治論選少片府報議組保回軍界至數安愛平\
    品記決共目各專北權始臺原站再程直快身際件處海接今反才運案完導老感規傳劃元需改交車科量基放術聯領強\
    口號通院南金萬系告求歷每管覺非單指圖打門信據廣達辦先候隊約視帶料必斯技許吧請黨確取幾書集亞參師造\
    球義示包太團服史則稱色遊兒類訊證近調根聽頭水收濟級像城京友且況格線續推二舉條難命爭支樂標十英啊望\
    價較持語男死馬卻容透士整形流走連未質眾港錢觀委哪官群失織研氣歡即校孩言裝字增識香型照費準親首具究\
    育算轉查護供構離誰律投創獲源跟商除演引華喜省找便須響空企四屬助境農邊步寫希洲節備克態神思顯害音列\
    醫德風殺職山注拉易爾越考買責張州版戲試存象擊紀援功另夠模括住超值賽清協驗族終器曾吃往幹足呢效宣段\
    繼釋早星習革例警斷評極光深佈媽隨玩切聲白拿歲五預置獨錯消份僅係維遠故採營速環簡域雖局精限否朋客巴\
    控嚴聞負止致勢叫察幫謝施藝錄羅絕房執積歐興畫王晚";

/// The commonest kana and ideographs of Japanese, the commonest first.
pub(super) const JAPANESE_COMMON: &str = "\
    のいてなにたしでるとはがかっをすーもらうんれまだこンりくあよさけきそスイトやおどえル人わちッ日ラ\
    リめつクアねじせみゃ大ろタ本ド出レ見一ロシばカ分時マジフプ事中言思年行コメ間気生バ自ム方上テチ会\
    子今キ前者グ的入サ月ずょ手ご国ブャオニデパ作合来何女全最無ィ場動用目後発ナウ学話ビエほ定当ュダ理\
    高感性部べミ地回新画使下実私物体知げへ通力セ家同名対ツ度業良多ズ持開代金ョ意内長関ハ変モ所数ネ戦\
    要外社ベ以取ガ化ポぎボ明現食法結心ェ世ケワ不好成俺楽味ノソ考能小び立機書初面期ピ少様田む付ぶ違先\
    ホ員車ぞ山市解問連報近安ゲ番記加公売仕神ぐ教界特主表信東品電聞選終題悪必正二強男続真死道料決語他\
    可野確文相美情水向切愛身受円集ァひ別始ヤペ達彼元在活ぁ買着重三引位過有次海ゴ保経送ぜ点原ざ利調制\
    万白式第屋限設ギ民直起待勝組得果店込ザ運色放県指約流予置認読状参京政川応音誰口校島系残件産配天平\
    想進常計ゆ素優欲由空議説ぱ際像風落士止然足単伝映線消早務演ヒ声ふ格友係反殺質夫頭葉木和飲北乗供治\
    転僕撃登交半広台親夜都個ォ帰共張形録完存価基支願覚増投判王示害ぼ念術顔呼態失笑型絶難返育構容命朝";

/// The commonest syllables of Korean, the commonest first.
pub(super) const KOREAN_COMMON: &str = "\
    이다는에하고가을지의로서은아한어도기사니있를나해리시그요인들자일게대라으스수만보제면정주전부여거\
    과장했상안마구었데오야내원우신적것성국되세위와무할동생소트드모미진문중말화공까러비습간없분조저입\
    개터유계치월같경회선년때연실바음관용더명학네영교당작좋방려않합래발건된단재며각운금람행남물알차등\
    통번르던두타후프겠체크랑식히너산역버임호포예결반잘님함심속업본레파직디감처런카못노았군받배매출양\
    표피살든현많른법달난집민설였최형또불력키천걸강날울테싶청루종언약애코점워토추준께질외근태올참격렇\
    름친초늘권온린따록목복새료편능열판별맞변메머티항필왜술누절확느특먹줄평씨럼브길급란돌박증송손뭐죽\
    독죠좀즈론활막찾존곳될순환페품투얼향냐석봐및잡병광왔혼담져엔족볼짜글령책플녀완승축베육립총갈망쪽\
    색백악북접앞긴커험끝쓰빠블류범침됐검힘응림김황희";
