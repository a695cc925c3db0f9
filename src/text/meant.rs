//! Characters that stand for others: what fonts and their tables make of plain ideographs and marks.

use std::sync::LazyLock;

/// Radicals, compatibility ideographs and marks set vertically, each block by its first character
/// and what each of its characters stands for; one without an ideograph of its own stands for itself.
static BLOCKS: LazyLock<[(char, Vec<char>); 5]> = LazyLock::new(|| {
    [
        ('\u{2E80}', RADICALS.chars().collect()),
        ('\u{2F00}', KANGXI_RADICALS.chars().collect()),
        ('\u{F900}', COMPATIBILITY.chars().collect()),
        ('\u{FE10}', VERTICAL_MARKS.chars().collect()),
        ('\u{FE30}', VERTICAL_BRACKETS.chars().collect()),
    ]
});

/// CJK Radicals Supplement, which has no decompositions in Unicode, from U+2E80.
const RADICALS: &str = "⺀厂⺂⺃乙⺅冂几刀⺉卜㔾小小⺎⺏⺐尣巳幺⺔彐忄心扌攵⺚旡⺜月⺞母民氵水灬爪⺥丬牛\
    犭王疋目⺬礻竹糹纟⺱罒网⺴⺵羊羊羊耂肀聿肉臼艹艹艹虎衤⻃西见角⻇讠贝⻊车辶辶辶邑\
    钅長⻒长门⻕⻖雨青韦页风飞食⻞飠饣⻡马骨鬼鱼鸟卤麦黄⻪⻫齐齒齿竜龙龜龟龟";

/// Kangxi Radicals from U+2F00, by their compatibility decompositions; but [`DOOR`] as on simplified pages.
const KANGXI_RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// CJK Compatibility Ideographs from U+F900, by their canonical decompositions.
const COMPATIBILITY: &str = "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟\
    廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累\
    縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
    兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈\
    裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
    杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益\
    礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎\
    懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
    敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆\
    視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

/// Vertical Forms from U+FE10.
const VERTICAL_MARKS: &str = "，、。：；！？〖〗…";

/// The first of CJK Compatibility Forms, from U+FE30.
const VERTICAL_BRACKETS: &str = "‥—–︳︴（）｛｝〔〕【】《》〈〉「」『』";

/// The radical that is 户 on a simplified page and 戶 on a traditional one.
const DOOR: char = '\u{2F3E}';

/// What a byte order mark is amid a text: left over where files were put together.
const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// A text with every character read as what it stands for, and without byte order marks.
pub fn read_as_meant(text: String) -> String {
    if !text.chars().any(is_borrowed) {
        return text;
    }
    let door = if text.contains(DOOR) && is_traditional(&text) { '戶' } else { '户' };
    let meant = |c| match c {
        BYTE_ORDER_MARK => None,
        DOOR => Some(door),
        c if is_borrowed(c) => Some(meant(c)),
        c => Some(c),
    };
    text.chars().filter_map(meant).collect()
}

#[inline]
fn is_borrowed(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE44}' | BYTE_ORDER_MARK)
}

/// What a character stands for.
fn meant(c: char) -> char {
    let in_block = |(first, block): &(char, Vec<char>)| {
        let place = u32::from(c).checked_sub(u32::from(*first))?;
        block.get(place as usize).copied()
    };
    BLOCKS.iter().find_map(in_block).unwrap_or(c)
}

/// Whether a text is written in traditional characters, by the commonest that differ.
fn is_traditional(text: &str) -> bool {
    const SIMPLIFIED: &str = "这们国说为时来对个会门发学经过还";
    const TRADITIONAL: &str = "這們國說為時來對個會門發學經過還";
    let count = |of: &str| text.chars().filter(|&c| of.contains(c)).count();
    count(TRADITIONAL) > count(SIMPLIFIED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, meant: &str) {
        assert_eq!(read_as_meant(text.to_owned()), meant);
    }

    #[test]
    fn radicals_are_read_as_ideographs() {
        check("⼀件⼤事，⽼⼈⻓⻋⻔⺠⻛", "一件大事，老人长车门民风");
        check("豈料\u{FA10}", "豈料塚");
    }

    #[test]
    fn a_door_is_what_the_page_makes_of_it() {
        check("这些⼾主说", "这些户主说");
        check("這些⼾主說", "這些戶主說");
    }

    #[test]
    fn marks_set_vertically_are_read_upright() {
        check("﹁天亮了︒﹂︵記者︶", "「天亮了。」（記者）");
    }

    #[test]
    fn byte_order_marks_go_and_the_rest_stays() {
        check("江州日报\n\u{FEFF}2025年", "江州日报\n2025年");
        check("the li\u{AD}brary ①②　ｘ", "the li\u{AD}brary ①②　ｘ");
    }

    #[test]
    fn blocks_are_whole() {
        let last = |at: usize| (u32::from(BLOCKS[at].0) as usize + BLOCKS[at].1.len() - 1) as u32;
        assert_eq!([0, 1, 2, 3, 4].map(last), [0x2EF3, 0x2FD5, 0xFAD9, 0xFE19, 0xFE44]);
    }
}
