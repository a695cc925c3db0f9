//! The grammar of closing credits: 某某 摄, 新华社发（某某 摄）, （某某 某某） after a last paragraph.

mod placed;

pub use placed::{closing_credit, whole_credit};

use super::lexicon::SOURCES;
use super::people::{is_common_name, is_house_end, people, role_at};
use super::stream::Stream;
use crate::model::Person;
use crate::text::chars;

/// The longest credit, in characters.
pub const LONGEST: usize = 40;
/// The longest credit that names nobody, outside brackets.
const PHRASE: usize = 20;
/// How a credit begins that says where a picture is from and names nobody.
const FROM: [&str; 9] = ["图片来源", "圖片來源", "图据", "圖據", "图源", "圖源", "图自", "资料图", "資料圖"];
/// How such a credit ends.
const ENDS: [&str; 23] = [
    "资料图片",
    "資料圖片",
    "资料照片",
    "資料照片",
    "资料图",
    "資料圖",
    "视觉中国",
    "人民视觉",
    "供图",
    "供圖",
    "翻拍",
    "网络图片",
    "網絡圖片",
    "網路圖片",
    "网上图片",
    "網上圖片",
    "截图",
    "截圖",
    "提供图片",
    "提供圖片",
    "图片社",
    "東方IC",
    "东方IC",
];
/// How a credit ends of those who took the picture and wrote its caption.
const PICTURED: [&str; 3] = ["摄影报道", "攝影報道", "攝影報導"];
/// How a credit begins that ends with `提供`.
const GIVEN: [&str; 14] = [
    "图",
    "圖",
    "照片",
    "本版图片",
    "本版圖片",
    "本文图片",
    "本文圖片",
    "本组图片",
    "本版照片",
    "文中图片",
    "受访者",
    "受訪者",
    "读者",
    "讀者",
];
/// English agencies and the like, as a picture's credit names them.
const ENGLISH: [&str; 10] =
    ["Reuters", "AP", "AFP", "Xinhua", "IC photo", "ICphoto", "CFP", "Getty Images", "Getty", "Handout"];
/// How a remark on the writer or the source begins, behind the last paragraph.
const ORIGINS: [&str; 20] = [
    "作者为",
    "作者為",
    "作者系",
    "作者係",
    "作者是",
    "作者单位",
    "作者單位",
    "作者地址",
    "本文作者",
    "作者：",
    "来源：",
    "來源：",
    "摘自",
    "——摘自",
    "选自",
    "選自",
    "原载",
    "原載",
    "据《",
    "據《",
];

/// A credit and its people.
#[derive(Clone, Debug, PartialEq)]
pub struct Credit {
    /// Who it names.
    pub people: Vec<Person>,
    /// Whether it is a picture's.
    pub photo: bool,
}

/// Reads characters from a place to the end of a stream as a credit.
pub fn credit(stream: &Stream, from: usize) -> Option<Credit> {
    let to = stream.chars.len();
    let text = stream.chars.get(from..to).filter(|text| !text.is_empty() && text.len() <= LONGEST)?;
    if let Some(found) = agency(stream, from) {
        return Some(found);
    }
    let closer = chars::closer_of(text[0]).filter(|_| matches!(text[0], '（' | '(' | '【' | '〔' | '['));
    match closer.filter(|&closer| text.last() == Some(&closer)) {
        Some(_) => bracketed(stream, from + 1, to - 1),
        None => bare(stream, from, to),
    }
}

/// 新华社发, 新华社发（某某 摄）.
fn agency(stream: &Stream, from: usize) -> Option<Credit> {
    const HOUSE: usize = 6;
    let text = stream.rest(from);
    let at = text.iter().take(HOUSE).position(|&c| matches!(c, '发' | '發'))?;
    if at == 0 || !is_house_end(text[at - 1]) {
        return None;
    }
    let rest = &text[at + 1..];
    if rest.is_empty() {
        return Some(Credit { people: Vec::new(), photo: true });
    }
    let enclosed = chars::is_opener(rest[0]) && rest.last().is_some_and(|&c| chars::is_closer(c));
    let people = people(stream, from + at + 2..stream.chars.len() - 1).filter(|_| enclosed)?;
    Some(Credit { people, photo: true })
}

fn bracketed(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    if let Some(found) = sent_by_agency(text) {
        return Some(found);
    }
    if is_phrase(text) {
        return Some(Credit { people: Vec::new(), photo: true });
    }
    if begins(text, &ORIGINS) || is_agency(text) || is_compiled(text) {
        return Some(Credit { people: Vec::new(), photo: false });
    }
    if let Some(person) = with_place(stream, from, to).or_else(|| japanese(stream, from, to)) {
        return Some(Credit { people: vec![person], photo: false });
    }
    if let Some(found) = people(stream, from..to).filter(|found| !found.is_empty()) {
        let photo = found.iter().any(is_photographer);
        let common = |person: &Person| is_common_name(&person.name.chars().collect::<Vec<_>>());
        let listed = found.len() > 1 && found.iter().all(|p| (2..=3).contains(&p.name.chars().count()));
        let sure =
            found.iter().all(|person| person.role.is_some() || common(person)) || (listed && found.iter().any(common));
        return sure.then_some(Credit { people: found, photo });
    }
    None
}

/// The writer that a Japanese text names in brackets behind its last sentence, family and given
/// name together in kanji: 。（河口美和子）.
fn japanese(stream: &Stream, from: usize, to: usize) -> Option<Person> {
    const NAME: std::ops::RangeInclusive<usize> = 3..=6;
    let name = stream.chars.get(from..to).filter(|name| NAME.contains(&name.len()))?;
    let before = stream.chars.get(..from - 1)?;
    let stands = before.last().is_some_and(|&c| chars::is_sentence_end(c));
    let written =
        stands && name.iter().all(|&c| chars::is_han(c) || c == '々') && before.iter().any(|&c| chars::is_kana(c));
    let remark = matches!(name.last(), Some('略' | '載' | '止' | '時' | '社' | '部' | '班'));
    (written && !remark).then(|| Person { role: None, name: name.iter().collect() })
}

/// 新华社, 法新社, 新华社/路透: agencies and nothing else.
fn is_agency(text: &[char]) -> bool {
    let mut names = text.split(|c| matches!(c, '/' | '／' | '、')).peekable();
    let first = names.peek().is_some_and(|name| name.ends_with(&['社']) && SOURCES.has(name));
    const SHORT: [&str; 5] = ["路透", "美联", "美聯", "法新", "欧新"];
    first && names.all(|name| SOURCES.has(name) || SHORT.iter().any(|word| word.chars().eq(name.iter().copied())))
}

/// 综合, 本报综合.
fn is_compiled(text: &[char]) -> bool {
    text.len() <= 6 && (text.ends_with(&['综', '合']) || text.ends_with(&['綜', '合']))
}

/// The person of 江州大学 某某: a place without a role, a space, a common name.
fn with_place(stream: &Stream, from: usize, to: usize) -> Option<Person> {
    let name = (from + 2..to).find(|&i| stream.spaced[i])?;
    let place = &stream.chars[from..name];
    let stands = place.len() >= 4 && role_at(place).is_none() && place.iter().all(|&c| chars::is_han(c));
    let name = stream.chars.get(name..to).filter(|name| stands && is_common_name(name))?;
    Some(Person { role: None, name: name.iter().collect() })
}

/// 新华社电, 据新华社.
fn sent_by_agency(text: &[char]) -> Option<Credit> {
    let sent = text.len() >= 3
        && matches!(text[text.len() - 1], '发' | '發' | '电' | '電')
        && is_house_end(text[text.len() - 2]);
    let dated = SOURCES.at_start(text).is_some() && matches!(text[text.len() - 1], '电' | '電');
    let from_agency =
        text.first().is_some_and(|c| matches!(c, '据' | '據')) && text.iter().take(8).any(|&c| is_house_end(c));
    (sent || dated || from_agency).then_some(Credit { people: Vec::new(), photo: sent && text.ends_with(&['发']) })
}

/// 某某 摄; 本报记者 某某 摄影报道; 资料图片.
fn bare(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    let reports = PICTURED.iter().any(|word| text.ends_with(&word.chars().collect::<Vec<_>>()));
    if let Some(found) = people(stream, from..to).filter(|found| reports || found.iter().any(is_photographer)) {
        return Some(Credit { people: found, photo: true });
    }
    let short = text.len() <= PHRASE
        && !text.iter().any(|&c| chars::is_sentence_end(c) || chars::is_clause_mark(c) && c != '：');
    if short && begins(text, &ORIGINS) {
        return Some(Credit { people: Vec::new(), photo: false });
    }
    let photo = short && (is_phrase(text) || is_agency(text));
    photo.then_some(Credit { people: Vec::new(), photo: true })
}

/// 资料图片, 某某供图, 图片由某某提供.
fn is_phrase(text: &[char]) -> bool {
    let given = begins(text, &GIVEN) && text.ends_with(&['提', '供']);
    let english = || ENGLISH.iter().any(|word| word.chars().filter(|c| *c != ' ').eq(text.iter().copied()));
    given
        || begins(text, &FROM)
        || ENDS.iter().any(|word| word.chars().rev().eq(text.iter().rev().copied().take(word.chars().count())))
        || english()
}

fn begins(text: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| word.chars().eq(text.iter().copied().take(word.chars().count())))
}

/// Whether the role is one of taking or giving a picture.
pub fn is_photographer(person: &Person) -> bool {
    const PICTURES: [char; 10] = ['摄', '攝', '图', '圖', '绘', '繪', '漫', '画', '畫', '拍'];
    person.role.as_ref().is_some_and(|role| role.contains(PICTURES) && !role.contains('文'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_japanese_text_is_signed_in_brackets() {
        let of = |text: &str| {
            let stream = Stream::of_text(text);
            let from = stream.chars.iter().rposition(|&c| c == '（')?;
            credit(&stream, from)?.people.first().map(|person| person.name.clone())
        };
        assert_eq!(of("渡し船は来月から走る。（河口美和子）").as_deref(), Some("河口美和子"));
        assert_eq!(of("渡し船は来月から走る。（佐々木渡）").as_deref(), Some("佐々木渡"));
        assert_eq!(of("渡し船は来月から走る。（無断転載禁止）"), None);
        assert_eq!(of("渡し船が走る（河口美和子）"), None);
        assert_eq!(of("渡船下月开航。（河口美和子）"), None);
    }

    #[test]
    fn credits() {
        let of = |text: &str| {
            let found = credit(&Stream::of_text(text), 0)?;
            Some((found.people.iter().map(|p| p.name.clone()).collect::<Vec<_>>().join(" "), found.photo))
        };
        for (text, people, photo) in [
            ("江一帆 摄", "江一帆", true),
            ("江一帆摄", "江一帆", true),
            ("本报记者 江一帆 摄", "江一帆", true),
            ("新华社发（江一帆 摄）", "江一帆", true),
            ("新华社发", "", true),
            ("（江一帆 周密）", "江一帆 周密", false),
            ("（通讯员 江一帆）", "江一帆", false),
            ("（江墨 尔雅）", "江墨 尔雅", false),
            ("（资料图片）", "", true),
            ("本报资料图", "", true),
            ("图片由河湾古镇管理处提供", "", true),
            ("（图片由受访者提供）", "", true),
            ("受访者供图", "受访者", true),
            ("河湾古镇管理处供图", "", true),
            ("江一帆 摄影报道", "江一帆", true),
            ("本报记者 江一帆 摄影报道", "江一帆", true),
            ("图/江一帆", "江一帆", true),
            ("制图：江一帆", "江一帆", true),
            ("江一帆 制图", "江一帆", true),
            ("（新华社发）", "", true),
            ("新华社记者江一帆摄", "江一帆", true),
            ("（作者为江州大学水利学院教授）", "", false),
            ("（作者系本报评论员）", "", false),
            ("（作者单位：江州大学）", "", false),
            ("（江一帆摄）", "江一帆", true),
            ("（記者江一帆攝）", "江一帆", true),
            ("（来源：江州晚报）", "", false),
            ("来源：江州晚报", "", false),
            ("（据《江州晚报》）", "", false),
            ("作者系江州大学教授", "", false),
            ("（新华社）", "", false),
            ("（新华社北岸10月8日电）", "", false),
            ("（法新社）", "", false),
            ("新华社/路透", "", true),
            ("（综合新华社电）", "", false),
            ("（本报综合）", "", false),
            ("（江州大学 江一帆）", "江一帆", false),
            ("（網上圖片）", "", true),
            ("（讀者提供）", "", true),
            ("本版图片由受访者提供", "", true),
            ("圖／江一帆提供", "", true),
            ("江一帆 绘", "江一帆", true),
            ("漫画/江一帆", "江一帆", true),
            ("Reuters", "", true),
        ] {
            assert_eq!(of(text), Some((people.into(), photo)), "{text}");
        }
        for text in [
            "（烯）",
            "（其中六成）",
            "江一帆",
            "岸上的人都来看。",
            "老照片翻拍馆开张",
            "图片由谁定",
            "法新社消息",
            "渡口综合整治",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
