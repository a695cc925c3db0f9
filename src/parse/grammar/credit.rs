//! The grammar of closing credits: 某某 摄, 新华社发（某某 摄）, （某某 某某） after a last paragraph.

mod latin;
mod placed;

pub use placed::{closing_credit, whole_credit};

use super::people::{is_common_name, is_house_end, people, role_at};
use super::stream::Stream;
use crate::hanzi::simplified;
use crate::model::Person;
use crate::parse::lexicon::{
    COMPILED, CREDIT_ENDS, ENGLISH_AGENCIES, ENGLISH_PICTURES, GIVEN, NO_WRITERS, ORIGINS, PICTURED, PICTURES, SENT,
    SHORT_SOURCES, SOURCES, WORKS,
};
use crate::parse::rules;
use crate::text::chars;

/// The longest credit, in characters.
pub const LONGEST: usize = 40;
/// The longest that names the places and writers of a dispatch.
pub const LONGEST_DISPATCH: usize = 100;
/// The longest credit that names nobody, outside brackets.
const PHRASE: usize = 20;

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
    if let Some(found) = dispatch(stream, from) {
        return Some(found);
    }
    let to = stream.chars.len();
    let text = stream.chars.get(from..to).filter(|text| !text.is_empty() && text.len() <= LONGEST)?;
    if let Some(person) = latin::pictured_by(stream, from) {
        return Some(Credit { people: vec![person], photo: true });
    }
    if let Some(found) = agency(stream, from).filter(|_| rules::credit::agency()) {
        return Some(found);
    }
    if let Some(photo) = passed_on(stream, from).filter(|_| rules::credit::passed_on()) {
        return Some(photo);
    }
    let closer = chars::closer_of(text[0]).filter(|_| matches!(text[0], '（' | '(' | '【' | '〔' | '['));
    match closer.filter(|&closer| text.last() == Some(&closer)) {
        Some(_) => bracketed(stream, from + 1, to - 1),
        None => bare(stream, from, to),
    }
}

/// （新华社江口10月21日电 执笔记者：某某、某某）: the dateline of the text above, and who wrote it.
fn dispatch(stream: &Stream, from: usize) -> Option<Credit> {
    let [open, inside @ .., close] = stream.rest(from) else { return None };
    let enclosed = matches!(open, '（' | '(') && chars::closer_of(*open) == Some(*close);
    let dated = enclosed && inside.len() <= LONGEST_DISPATCH && SOURCES.at_start(inside).is_some();
    let sent = inside.iter().position(|&c| simplified(c) == '电').filter(|_| dated)?;
    let day = matches!(inside.get(sent.checked_sub(1)?)?, '日');
    let names = from + 2 + sent..from + 1 + inside.len();
    let people = people(stream, names).filter(|people| day && !people.is_empty())?;
    Some(Credit { people, photo: false })
}

/// 新华社发, 新华社发（某某 摄）.
fn agency(stream: &Stream, from: usize) -> Option<Credit> {
    const HOUSE: usize = 6;
    let text = stream.rest(from);
    let at = text.iter().take(HOUSE).position(|&c| simplified(c) == '发')?;
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

/// 江一帆摄（新华社发）: who took a picture, and the agency that sent it.
fn passed_on(stream: &Stream, from: usize) -> Option<Credit> {
    let text = stream.rest(from);
    let open = text.iter().position(|&c| matches!(c, '（' | '(')).filter(|&open| open > 0)?;
    let sender = text.get(open + 1..text.len() - 1).filter(|_| text.last().is_some_and(|&c| chars::is_closer(c)))?;
    sent_by_agency(sender)?;
    bare(stream, from, from + open).filter(|credit| credit.photo)
}

fn bracketed(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    if let Some(found) = sent_by_agency(text).filter(|_| rules::credit::sent()) {
        return Some(found);
    }
    if rules::credit::phrase() && is_phrase(text) {
        return Some(Credit { people: Vec::new(), photo: true });
    }
    if rules::credit::origin() && ORIGINS.at_start(text).is_some()
        || rules::credit::agency_name() && is_agency(text)
        || rules::credit::compiled() && is_compiled(text)
    {
        return Some(Credit { people: Vec::new(), photo: false });
    }
    if let Some(person) = with_place(stream, from, to)
        .filter(|_| rules::credit::with_place())
        .or_else(|| japanese(stream, from, to).filter(|_| rules::credit::japanese()))
    {
        return Some(Credit { people: vec![person], photo: false });
    }
    if let Some(found) = people(stream, from..to).filter(|found| rules::credit::names() && !found.is_empty()) {
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
    let remark = name.last().is_some_and(|&c| NO_WRITERS.has(c));
    (written && !remark).then(|| Person { role: None, name: name.iter().collect() })
}

/// 新华社电, 据新华社.
fn sent_by_agency(text: &[char]) -> Option<Credit> {
    let (first, last) = (simplified(*text.first()?), simplified(*text.last()?));
    let sent = text.len() >= 3 && SENT.at_end(text).is_some() && is_house_end(text[text.len() - 2]);
    let dated = SOURCES.at_start(text).is_some() && last == '电';
    let from_agency = first == '据' && text.iter().take(8).any(|&c| is_house_end(c));
    (sent || dated || from_agency).then_some(Credit { people: Vec::new(), photo: sent && last == '发' })
}

/// The person of 江州大学 某某: a place without a role, a space, a common name.
fn with_place(stream: &Stream, from: usize, to: usize) -> Option<Person> {
    let name = (from + 2..to).find(|&i| stream.spaced[i])?;
    let place = &stream.chars[from..name];
    let stands = place.len() >= 4 && role_at(place).is_none() && place.iter().all(|&c| chars::is_han(c));
    let name = stream.chars.get(name..to).filter(|name| stands && is_common_name(name))?;
    Some(Person { role: None, name: name.iter().collect() })
}

/// 新华社, 法新社, 新华社/路透: agencies and nothing else.
fn is_agency(text: &[char]) -> bool {
    let mut names = text.split(|c| matches!(c, '/' | '／' | '、')).peekable();
    let first = names.peek().is_some_and(|name| name.ends_with(&['社']) && SOURCES.has(*name));
    first && names.all(|name| SOURCES.has(name) || SHORT_SOURCES.has(name))
}

/// 综合, 本报综合.
fn is_compiled(text: &[char]) -> bool {
    text.len() <= 6 && COMPILED.at_end(text).is_some()
}

/// 某某 摄; 本报记者 某某 摄影报道; 资料图片.
fn bare(stream: &Stream, from: usize, to: usize) -> Option<Credit> {
    let text = &stream.chars[from..to];
    let reports = PICTURED.at_end(text).is_some();
    if let Some(found) = people(stream, from..to)
        .filter(|found| rules::credit::taken() && (reports || found.iter().any(is_photographer)))
    {
        return Some(Credit { people: found, photo: true });
    }
    let short = text.len() <= PHRASE
        && !text.iter().any(|&c| chars::is_sentence_end(c) || chars::is_clause_mark(c) && c != '：');
    let photo = rules::credit::bare_phrase() && short && (is_phrase(text) || is_agency(text));
    photo.then_some(Credit { people: Vec::new(), photo: true })
}

/// 资料图片, 某某供图, 图片由某某提供.
fn is_phrase(text: &[char]) -> bool {
    let given = GIVEN.at_start(text).is_some() && text.ends_with(&['提', '供']);
    given || CREDIT_ENDS.at_end(text).is_some() || is_english(text)
}

/// （图片）, （油画）: what a work is, at the end of its headline and no name.
pub fn is_work(text: &str) -> bool {
    let inside = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
    inside.is_some_and(|text| WORKS.has(text))
}

/// Reuters, Getty Images: who gave a picture, in English.
fn is_english(text: &[char]) -> bool {
    if !text.first().is_some_and(char::is_ascii) {
        return false;
    }
    let small: String = text.iter().map(char::to_ascii_lowercase).collect();
    ENGLISH_AGENCIES.has(small.as_str()) || ENGLISH_PICTURES.has(small.as_str())
}

/// Whether the role is one of taking or giving a picture.
pub fn is_photographer(person: &Person) -> bool {
    person.role.as_ref().is_some_and(|role| role.contains(|c| PICTURES.has(c)) && !role.contains('文'))
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
            ("（据《江州晚报》）", "", false),
            ("（新华社北岸10月8日电）", "", false),
            ("（新华社北岸10月8日电 执笔记者：江一帆、周密）", "江一帆 周密", false),
            ("（本报北岸、临湖、江口10月8日电 记者江一帆、周密）", "江一帆 周密", false),
            ("（综合新华社电）", "", false),
            ("（新华社）", "", false),
            ("新华社/路透", "", true),
            ("（本报综合）", "", false),
            ("（江州大学 江一帆）", "江一帆", false),
            ("Getty Images", "", true),
            ("（網上圖片）", "", true),
            ("（讀者提供）", "", true),
            ("本版图片由受访者提供", "", true),
            ("圖／江一帆提供", "", true),
            ("江一帆 绘", "江一帆", true),
            ("漫画/江一帆", "江一帆", true),
            ("Reuters", "", true),
            ("Photo by Eleanor Finch", "Eleanor Finch", true),
            ("Photos: Eleanor Finch", "Eleanor Finch", true),
            ("Foto: Greta Eichhorst", "Greta Eichhorst", true),
            ("Foto Gemma Ferravecchia", "Gemma Ferravecchia", true),
            ("Photo de Jean Rive", "Jean Rive", true),
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
            "Photo albums of the flood",
            "Photo by the river",
            "Foto Finish",
            "",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn what_a_work_is_names_nobody() {
        assert!(is_work("（图片）") && is_work("(油画)"));
        assert!(!is_work("（江一帆）") && !is_work("图片"));
    }
}
