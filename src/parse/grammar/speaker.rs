//! Who speaks: what a turn of a conversation begins with, and who of those on a page or in an
//! article are believed to speak. A name with a colon behind it is no speaker's until it comes again.

use std::collections::HashMap;

use super::lead::is_bullet;
use super::people::is_house_end;
use crate::parse::lexicon::{self, ADDRESSES, ANSWERERS, ASKERS, CONTACTS, ENTRIES};
use crate::parse::line::{Ending, Line};
use crate::parse::rules;
use crate::text::chars;

/// The beginning of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn<'a> {
    /// Who speaks, as printed before the mark; empty where a dash stands for them.
    pub name: &'a str,
    /// What tells the name from what is said.
    pub mark: TurnMark,
    /// What is said.
    pub said: &'a str,
}

/// What tells a speaker's name from what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnMark {
    /// 记者：
    Colon,
    /// 【记者】
    Bracket,
    /// Q. or 问 with a space.
    Space,
    /// A dash and no name.
    Dash,
    /// Nothing: the name has a line of its own.
    Line,
}

/// What stands before a colon at the beginning of a line: a word or a name.
pub fn before_colon(text: &str) -> Option<&str> {
    const LONGEST: usize = 8;
    let (at, _) = text.char_indices().take(LONGEST + 1).find(|(_, c)| is_colon(*c))?;
    let name = text[..at].trim_end();
    let is_name = |c: char| chars::is_han(c) || chars::is_latin(c) || matches!(c, '·' | ' ');
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// The turn that a text may begin with.
pub fn turn(text: &str) -> Option<Turn<'_>> {
    turn_where(text, true)
}

/// The turn that a text may begin with, and whether it may hold a colon.
fn turn_where(text: &str, colon: bool) -> Option<Turn<'_>> {
    let text = text.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace());
    let first = text.chars().next()?;
    match first {
        '—' | '―' | '–' | '─' => dashed(text),
        '【' | '[' | '［' | '〔' | '〖' => bracketed(text, first),
        _ if chars::is_digit(first) => numbered(text),
        _ => Some(text).filter(|_| colon).and_then(with_colon).or_else(|| spaced(text)).or_else(|| alone(text)),
    }
}

/// The turn that each line of a page may begin with.
pub fn turns<'a>(page: &'a str, lines: &[Line]) -> Vec<Option<Turn<'a>>> {
    lines.iter().map(|line| turn_where(line.text(page), line.look.colon)).collect()
}

/// 1. 问：
fn numbered(text: &str) -> Option<Turn<'_>> {
    let marked = text.trim_start_matches(chars::is_digit);
    let text = marked.strip_prefix(['.', '．', '、'])?.trim_start();
    with_colon(text).filter(|turn| is_known(&key(turn.name)))
}

fn dashed(text: &str) -> Option<Turn<'_>> {
    let said = text.trim_start_matches(['—', '―', '–', '─']).trim_start();
    (!said.is_empty()).then_some(Turn { name: "", mark: TurnMark::Dash, said })
}

fn bracketed(text: &str, opener: char) -> Option<Turn<'_>> {
    const LONGEST: usize = 8;
    let inner = &text[opener.len_utf8()..];
    let closer = chars::closer_of(opener)?;
    let (at, _) = inner.char_indices().take(LONGEST + 1).find(|(_, c)| *c == closer)?;
    let (name, said) = (inner[..at].trim(), &inner[at + closer.len_utf8()..]);
    let said = said.trim_start_matches(is_colon).trim_start();
    is_name(name).then_some(Turn { name, mark: TurnMark::Bracket, said })
}

fn with_colon(text: &str) -> Option<Turn<'_>> {
    const LONGEST: usize = 28;
    let (at, colon) = text.char_indices().take(LONGEST + 1).find(|(_, c)| is_colon(*c))?;
    let (name, said) = (text[..at].trim_end(), text[at + colon.len_utf8()..].trim_start());
    is_name(without_post(name)).then_some(Turn { name, mark: TurnMark::Colon, said })
}

/// A word or a letter that asks or answers, and a space: 问 , Q. , A3. .
fn spaced(text: &str) -> Option<Turn<'_>> {
    const LONGEST: usize = 4;
    let (at, _) = text.char_indices().take(LONGEST + 1).find(|(_, c)| c.is_whitespace())?;
    let name = text[..at].trim_end_matches(['.', '．']);
    let (key, said) = (key(name), text[at..].trim_start());
    let marked = !is_letter(&key) || name.len() < at || key.len() < name.len();
    (marked && is_one(&key) && (is_letter(&key) || is_known(&key))).then_some(Turn {
        name,
        mark: TurnMark::Space,
        said,
    })
}

/// A name that is all there is.
fn alone(text: &str) -> Option<Turn<'_>> {
    const LONGEST: usize = 8;
    let length = text.chars().take(LONGEST + 1).count();
    let name = (2..=LONGEST).contains(&length) && text.chars().all(|c| chars::is_han(c) || c.is_whitespace());
    name.then_some(Turn { name: text, mark: TurnMark::Line, said: "" })
}

fn is_colon(c: char) -> bool {
    matches!(c, '：' | ':')
}

/// Whether a word is one character.
fn is_one(word: &str) -> bool {
    word.chars().count() == 1
}

/// A letter that stands for who asks or answers: Q, A, D, R.
fn is_letter(key: &str) -> bool {
    is_one(key) && !key.chars().all(chars::is_cjk) && key.chars().all(char::is_uppercase)
}

/// Whether a text could be who speaks: a few characters, or a few words that do not begin small.
fn is_name(text: &str) -> bool {
    const WORDS: usize = 4;
    if text.starts_with(chars::is_digit) {
        return false;
    }
    if text.chars().any(|c| chars::is_han(c) || chars::is_kana(c)) {
        return is_east_asian_name(text);
    }
    let small = |word: &str| word.starts_with(char::is_lowercase) && !NAME_WORDS.contains(&word);
    let letter = |c: char| chars::parts_words(c) || chars::is_digit(c) || matches!(c, '.' | '-' | '\'' | '’');
    let mut words = text.split_whitespace();
    (1..=WORDS).contains(&words.clone().count()) && words.all(|word| !small(word) && word.chars().all(letter))
}

/// Small words of names and of papers.
const NAME_WORDS: [&str; 12] = ["de", "du", "des", "del", "della", "di", "da", "la", "le", "von", "van", "der"];

/// A name, or a paper's in its quotation marks: 《江州日报》记者.
fn is_east_asian_name(text: &str) -> bool {
    const LONGEST: usize = 8;
    const OF_PAPER: usize = 14;
    let letter = |c: char| chars::is_cjk(c) && !chars::is_cjk_mark(c) || chars::is_latin(c) || chars::is_digit(c);
    let longest = if text.starts_with('《') || is_asker(text) { OF_PAPER } else { LONGEST };
    let fits = |c: char| letter(c) || c.is_whitespace() || matches!(c, '·' | '・' | '《' | '》');
    text.chars().filter(|c| !c.is_whitespace()).count() <= longest && text.chars().all(fits)
}

/// A name without the post in brackets behind it: 江一帆（局长）.
fn without_post(name: &str) -> &str {
    let open = name.ends_with(['）', ')']).then(|| name.rfind(['（', '('])).flatten();
    open.filter(|&at| at > 0).map_or(name, |at| name[..at].trim_end())
}

/// The name by which turns are counted: without spaces, posts and the number of the question.
fn key(name: &str) -> String {
    let bare = without_post(name);
    let is_number = |c| chars::is_digit(c) || chars::han_digit_value(c).is_some() || c == '十';
    let plain = Some(bare.trim_end_matches(is_number).trim_end()).filter(|plain| is_known(plain)).unwrap_or(bare);
    if plain.chars().any(chars::is_cjk) { plain.split_whitespace().collect() } else { plain.to_owned() }
}

/// What may stand for a whole name once that is known: the family name.
fn family(key: &str) -> Option<&str> {
    if let Some((_, last)) = key.rsplit_once(' ') {
        return Some(last);
    }
    let all: Vec<char> = key.chars().collect();
    let length = lexicon::surname(&all).filter(|_| all.iter().all(|&c| chars::is_han(c)))?;
    key.char_indices().nth(length).map(|(at, _)| &key[..at])
}

/// Whether it is who asks by what they are called: 记者, 江州社记者, but not 有人问, nor 某某告诉记者.
fn is_asker(key: &str) -> bool {
    let of_a_house = |length: usize| {
        let before = key.chars().rev().nth(length);
        length > 1 && before.is_none_or(|c| !chars::is_han(c) || is_house_end(c) || c == '本')
    };
    ASKERS.has(key) || ASKERS.at_end(key).is_some_and(of_a_house)
}

/// Whether it is who asks or answers by what they are called.
fn is_known(key: &str) -> bool {
    is_asker(key) || ANSWERERS.has(key)
}

/// How often somebody speaks.
#[derive(Clone, Copy, Default)]
struct Turns {
    all: u32,
    /// How often it is a question.
    questions: u32,
}

impl Turns {
    /// Whether most of several turns are questions.
    fn ask(&self) -> bool {
        rules::article::asks() && self.all > 1 && self.questions * 3 > self.all * 2
    }
}

/// Who speaks on a page or in an article.
#[derive(Default)]
pub struct Speakers {
    /// The turns of each name.
    named: HashMap<String, Turns>,
    /// How often names are printed that have this family name.
    families: HashMap<String, u32>,
    /// How often a name has a line of its own.
    lines: HashMap<String, u32>,
    /// Turns that begin with a dash.
    dashes: Turns,
    known: Conversation,
}

/// What is known of a conversation as a whole.
#[derive(Default)]
struct Conversation {
    /// Whether somebody is called one who asks.
    asker: bool,
    /// Whether a word or a letter asks, and another answers.
    pair: bool,
    /// Whether lines of their own name who asks and who answers, each again and again.
    lines: bool,
    /// Whether somebody comes again who does not only ask.
    answers: bool,
    /// Whether one who comes again asks most of the time.
    habit: bool,
}

impl Speakers {
    /// Counts turns, each with whether it is a question.
    pub fn of<'a>(turns: impl Iterator<Item = (Turn<'a>, bool)>) -> Self {
        let mut speakers = Self::default();
        for (turn, asks) in turns {
            speakers.count(turn, asks);
        }
        speakers.known = speakers.known();
        speakers
    }

    /// Those who speak in the lines of a page, of which each may begin a turn.
    pub fn in_lines(page: &str, lines: &[Line], turns: &[Option<Turn>]) -> Self {
        const LONGEST: usize = 6;
        let asks = |at: usize| {
            let mut sentence = lines[at..].iter().take(LONGEST);
            sentence.find(|line| line.look.ending == Ending::Sentence).is_some_and(|line| is_question(line.text(page)))
        };
        let heard = |at: usize| turns.get(at + 1).is_none_or(Option::is_none);
        let turns_at = turns.iter().enumerate().filter_map(|(at, turn)| Some((at, (*turn)?)));
        let turns_at = turns_at.filter(|(at, turn)| turn.mark != TurnMark::Line || heard(*at));
        Self::of(turns_at.map(|(at, turn)| (turn, turn.mark != TurnMark::Line && asks(at))))
    }

    fn count(&mut self, turn: Turn, asks: bool) {
        let key = key(turn.name);
        let turns = match turn.mark {
            TurnMark::Line => return *self.lines.entry(key).or_default() += 1,
            TurnMark::Dash => &mut self.dashes,
            _ => {
                if let Some(family) = family(&key) {
                    *self.families.entry(family.to_owned()).or_default() += 1;
                }
                self.named.entry(key).or_default()
            }
        };
        turns.all += 1;
        turns.questions += u32::from(asks);
    }

    fn known(&self) -> Conversation {
        let names = || self.named.keys().map(String::as_str);
        let own_lines = || self.lines.iter().filter(|(_, times)| **times > 1).map(|(key, _)| key.as_str());
        let again = || self.named.iter().filter(|(key, turns)| turns.all > 1 && !is_entry_word(key));
        Conversation {
            asker: names().any(|key| is_asker(key) && !is_letter(key)),
            pair: names().any(|key| ASKERS.has(key))
                && names().any(|key| ANSWERERS.has(key))
                && !self.named.contains_key(IN_LISTS),
            lines: own_lines().any(|key| ASKERS.has(key)) && own_lines().any(|key| !ASKERS.has(key)),
            answers: again().any(|(_, turns)| !turns.ask()),
            habit: again().any(|(_, turns)| turns.ask()),
        }
    }

    /// Whether it is believed that somebody speaks.
    pub fn speaks(&self, turn: Turn) -> bool {
        let key = key(turn.name);
        self.begins(turn) && (is_known(&key) || !is_entry_word(&key))
    }

    /// Whether a paragraph begins with it: somebody speaks, or an entry's word (时间：) comes again.
    pub fn begins(&self, turn: Turn) -> bool {
        let key = key(turn.name);
        match turn.mark {
            TurnMark::Dash => self.dashes.questions > 1,
            TurnMark::Line => self.known.lines && self.lines.get(&key).is_some_and(|&times| times > 1),
            TurnMark::Space => self.known.pair && is_known(&key),
            _ if is_letter(&key) => self.known.pair && is_known(&key),
            TurnMark::Colon => is_known(&key) || self.comes_again(&key),
            TurnMark::Bracket => is_known(&key) || self.known.asker && family(&key).is_some() && self.comes_again(&key),
        }
    }

    /// Whether what somebody says is a question: all of it is `said`.
    pub fn asks(&self, turn: Turn, said: &str) -> bool {
        let key = key(turn.name);
        let by_habit = || self.known.answers && !is_entry_word(&key) && self.shortest(&key).is_some_and(Turns::ask);
        match turn.mark {
            TurnMark::Dash => is_question(said),
            _ => self.speaks(turn) && (is_asker(&key) || by_habit()),
        }
    }

    /// Whether somebody asks at all.
    pub fn has_asker(&self) -> bool {
        let known = &self.known;
        known.asker || known.pair || known.lines || known.habit && known.answers || self.dashes.questions > 1
    }

    /// Whether a name comes before a colon again, or the family name alone.
    fn comes_again(&self, key: &str) -> bool {
        let times = |key: &str| self.named.get(key).map_or(0, |turns| turns.all);
        let family = || family(key).is_some_and(|family| times(family) > 0);
        times(key) > 1 || self.families.contains_key(key) || family()
    }

    /// The turns of the family name, where it comes without the rest, or those of the whole name.
    fn shortest(&self, key: &str) -> Option<&Turns> {
        family(key).and_then(|family| self.named.get(family)).or_else(|| self.named.get(key))
    }
}

/// The letter that tells the letters of a list from those of who asks and answers.
const IN_LISTS: &str = "B";

/// Whether a word before a colon is an entry's.
fn is_entry_word(key: &str) -> bool {
    ENTRIES.has(key) || ADDRESSES.at_end(key).is_some() || CONTACTS.at_end(key).is_some()
}

/// Whether a text ends as a question does.
pub fn is_question(text: &str) -> bool {
    const ENDS: [&str; 5] = ["？", "?", "؟", "か。", "까."];
    let said = text.trim_end_matches(|c: char| chars::is_closer(c) || c.is_whitespace());
    ENDS.iter().any(|end| said.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which lines of a page are turns that are believed.
    fn spoken(text: &str) -> String {
        let page = crate::model::RawPage::from_text("test", text);
        let lines = crate::parse::line::read(&page, &page.lines);
        let turns = turns(&page.text, &lines);
        let speakers = Speakers::in_lines(&page.text, &lines, &turns);
        let one = |(line, turn): (&Line, Option<Turn>)| match turn.filter(|turn| speakers.speaks(*turn)) {
            Some(turn) if speakers.asks(turn, line.text(&page.text)) => 'q',
            Some(_) => 'a',
            None => '.',
        };
        lines.iter().zip(turns.iter().copied()).map(one).collect()
    }

    #[test]
    fn a_name_and_a_colon() {
        let name = |text| turn(text).map(|turn| turn.name);
        assert_eq!(name("记者：为什么？"), Some("记者"));
        assert_eq!(name("《江州日报》记者：为什么？"), Some("《江州日报》记者"));
        assert_eq!(name("江一帆（渡口管理所所长）：因为水浅。"), Some("江一帆（渡口管理所所长）"));
        assert_eq!(name("■ 江　帆 ： 因为水浅。"), Some("江　帆"));
        assert_eq!(name("Mara Linden: Because."), Some("Mara Linden"));
        assert_eq!(name("他说，答案是：没有"), None);
        assert_eq!(name("The answer: none"), None);
        assert_eq!(name("：没有"), None);
    }

    #[test]
    fn turns_in_every_print() {
        for (page, turns) in [
            ("问：为何？\n答：因为。", "qa"),
            ("Q1：为何？\nA1：因为。", "qa"),
            ("Q. Why?\nA. Because.\nA. Linden wrote.", "qaa"),
            ("D: Warum?\nR: Darum.", "qa"),
            ("F: Warum?\nA: Darum.", "qa"),
            ("문: 왜?\n답: 그래서.", "qa"),
            ("1. 问：为何？\n答：因为。\n2. 问：何时？\n答：明天。", "qaqa"),
            ("【问】为何？\n【答】因为。", "qa"),
            ("【记者】为何？\n【江一帆】因为。\n【记者】何时？\n【江一帆】明天。", "qaqa"),
            ("■问 为何？\n□答 因为。", "qa"),
            ("江州社记者问：为何？\n江一帆：因为。\n江：所以。", "qaa"),
            ("江一帆：为何？\n周密：因为。\n江：何时？\n周：明天。\n江：何地？\n周：渡口。", "qaqaqa"),
            ("— Pourquoi ?\n— Parce que.\n— Quand ?\n— Demain.", "qaqa"),
            ("――なぜですか。\n「水が浅い」\n――いつ？\n「明日」", "q.q."),
            ("主持人\n渡口为何停航？\n江一帆\n因为水浅。\n主持人\n何时复航？\n江一帆\n要到明天。", "q.a.q.a."),
        ] {
            assert_eq!(spoken(page), turns, "{page}");
        }
    }

    #[test]
    fn what_merely_has_a_colon_or_a_dash_is_no_turn() {
        for page in [
            "时间：4月5日\n地点：渡口\n时间：4月6日\n地点：河湾",
            "A. 渡口\nB. 河湾\nC. 堤岸\nD. 码头",
            "A. Linden wrote this.\nA. Linden wrote that.",
            "——渡口见闻\n河水退了吗？\n——河湾见闻",
            "问 题出在哪里？",
            "记者\n江一帆\n河水退了。\n记者\n江一帆\n船开了。",
        ] {
            assert!(spoken(page).chars().all(|c| c == '.'), "{page}: {}", spoken(page));
        }
    }
}
