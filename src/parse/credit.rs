//! The grammar of closing credits: 某某 摄, 新华社发（某某 摄）, （某某 某某） after a last paragraph.

use super::people::{is_common_name, is_house_end, people};
use super::stream::Stream;
use crate::model::Person;
use crate::text::chars;

/// The longest credit, in characters.
pub const LONGEST: usize = 40;
/// The longest credit that names nobody, outside brackets.
const PHRASE: usize = 20;
/// How a credit begins that says where a picture is from and names nobody.
const FROM: [&str; 8] = ["图片来源", "圖片來源", "图据", "圖據", "图源", "圖源", "图自", "资料图"];
/// How such a credit ends.
const ENDS: [&str; 15] = [
    "资料图片",
    "資料圖片",
    "资料照片",
    "資料照片",
    "资料图",
    "資料圖",
    "视觉中国",
    "供图",
    "供圖",
    "翻拍",
    "网络图片",
    "網絡圖片",
    "提供图片",
    "提供圖片",
    "图片社",
];
/// How a remark on the writer or the source begins, in brackets behind the last paragraph.
const ORIGINS: [&str; 14] = [
    "作者为",
    "作者為",
    "作者系",
    "作者係",
    "作者是",
    "作者单位",
    "作者單位",
    "本文作者",
    "来源：",
    "來源：",
    "摘自",
    "选自",
    "選自",
    "原载",
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
    if begins(text, &ORIGINS) {
        return Some(Credit { people: Vec::new(), photo: false });
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

/// 新华社电, 据新华社.
fn sent_by_agency(text: &[char]) -> Option<Credit> {
    let sent = text.len() >= 3
        && matches!(text[text.len() - 1], '发' | '發' | '电' | '電')
        && is_house_end(text[text.len() - 2]);
    let from_agency =
        text.first().is_some_and(|c| matches!(c, '据' | '據')) && text.iter().take(8).any(|&c| is_house_end(c));
    (sent || from_agency).then_some(Credit { people: Vec::new(), photo: sent && text.ends_with(&['发']) })
}

/// 某某 摄; 本报记者 某某 摄影报道; 资料图片.
fn bare(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    if let Some(found) = people(stream, from..to).filter(|found| found.iter().any(is_photographer)) {
        return Some(Credit { people: found, photo: true });
    }
    let short = text.len() <= PHRASE
        && !text.iter().any(|&c| chars::is_sentence_end(c) || chars::is_clause_mark(c) && c != '：');
    (short && is_phrase(text)).then_some(Credit { people: Vec::new(), photo: true })
}

/// 资料图片, 某某供图, 图片由某某提供.
fn is_phrase(text: &[char]) -> bool {
    let given = (begins(text, &["图片由", "圖片由", "照片由"])) && text.ends_with(&['提', '供']);
    given
        || begins(text, &FROM)
        || ENDS.iter().any(|word| word.chars().rev().eq(text.iter().rev().copied().take(word.chars().count())))
}

fn begins(text: &[char], words: &[&str]) -> bool {
    words.iter().any(|word| word.chars().eq(text.iter().copied().take(word.chars().count())))
}

/// Whether the role is one of taking or giving a picture.
pub fn is_photographer(person: &Person) -> bool {
    person.role.as_ref().is_some_and(|role| role.contains(['摄', '攝', '图', '圖']) && !role.contains('文'))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ] {
            assert_eq!(of(text), Some((people.into(), photo)), "{text}");
        }
        for text in
            ["（烯）", "（其中六成）", "江一帆", "岸上的人都来看。", "老照片翻拍馆开张", "作者为谁", "图片由谁定", ""]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
