//! What narrows the headline list, as it is typed: words of the headline, and fields such as
//! `报:江州`, `日:2025-04`, `人:李`, `未读`; every field has a Chinese and an English name.

use crate::hanzi::to_simplified;
use crate::model::{Date, Reading};
use crate::phrase::{Lang, Phrase};

/// What is typed for one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    /// What the newspaper's name holds.
    Paper,
    /// A day, a month, a year, or from one to another.
    Date,
    /// What a name in the byline holds.
    By,
}

/// The names of the fields.
const FIELDS: [(&str, Field); 10] = [
    ("报", Field::Paper),
    ("报纸", Field::Paper),
    ("paper", Field::Paper),
    ("日", Field::Date),
    ("日期", Field::Date),
    ("date", Field::Date),
    ("人", Field::By),
    ("作者", Field::By),
    ("by", Field::By),
    ("byline", Field::By),
];

/// What a word by itself asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StateWord {
    Read(Reading),
    Bookmarked,
}

/// The words that ask something by themselves.
const STATES: [(&str, StateWord); 8] = [
    ("未读", StateWord::Read(Reading::Unread)),
    ("unread", StateWord::Read(Reading::Unread)),
    ("在读", StateWord::Read(Reading::Started)),
    ("started", StateWord::Read(Reading::Started)),
    ("已读", StateWord::Read(Reading::Read)),
    ("read", StateWord::Read(Reading::Read)),
    ("书签", StateWord::Bookmarked),
    ("bookmarked", StateWord::Bookmarked),
];

/// What a typed line asks of the articles that are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedFilter {
    /// What the headline holds.
    pub headline: String,
    /// What the newspaper's name holds.
    pub newspaper: Option<String>,
    /// The first day.
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// What a name in the byline holds.
    pub byline: Option<String>,
    /// How far they have been read.
    pub reading: Option<Reading>,
    /// Only those with a bookmark.
    pub bookmarked: bool,
}

/// Why a word asks nothing that makes sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FilterError {
    /// There is no field of this name.
    Field(String),
    /// This is no day, month or year, nor a range of them.
    Date(String),
}

impl FilterError {
    /// What is said of it.
    pub fn said(&self, lang: Lang) -> String {
        let (of, phrase) = match self {
            Self::Field(name) => (name, Phrase::NoSuchField),
            Self::Date(text) => (text, Phrase::NoSuchDate),
        };
        format!("{of}: {}", lang.say(phrase))
    }
}

impl TypedFilter {
    /// Reads a line; what makes no sense in it asks nothing, and the first of that is told. What
    /// stands in double quotes is words, whatever it looks like; a field's value may stand in them.
    pub fn read(line: &str) -> (Self, Option<FilterError>) {
        let mut narrowing = Self::default();
        let mut misasked = None;
        for word in words(line) {
            if let Err(wrong) = narrowing.take(&word) {
                misasked.get_or_insert(wrong);
            }
        }
        (narrowing, misasked)
    }

    fn take(&mut self, word: &str) -> Result<(), FilterError> {
        let plain = word.replace('"', "");
        if word.starts_with('"') {
            self.add_words(&plain);
        } else if let Some((name, value)) = plain.split_once([':', '：']) {
            match (field(name), plain.contains(':') && is_name(name)) {
                (Some(field), _) => self.set(field, value)?,
                (None, true) => return Err(FilterError::Field(name.to_owned())),
                (None, false) => self.add_words(&plain),
            }
        } else {
            match state(&plain) {
                Some(StateWord::Read(reading)) => self.reading = Some(reading),
                Some(StateWord::Bookmarked) => self.bookmarked = true,
                None => self.add_words(&plain),
            }
        }
        Ok(())
    }

    fn add_words(&mut self, words: &str) {
        if !self.headline.is_empty() {
            self.headline.push(' ');
        }
        self.headline.push_str(words);
    }

    /// A field without a value, as while it is being typed, asks nothing.
    fn set(&mut self, field: Field, value: &str) -> Result<(), FilterError> {
        let text = Some(value.to_owned()).filter(|value| !value.is_empty());
        match field {
            Field::Paper => self.newspaper = text,
            Field::By => self.byline = text,
            Field::Date => (self.since, self.until) = days(value).ok_or_else(|| FilterError::Date(value.to_owned()))?,
        }
        Ok(())
    }
}

/// The words of a line: parted by white space outside double quotes.
pub(super) fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        quoted ^= c == '"';
        match words.last_mut() {
            Some(word) if quoted || !c.is_whitespace() => word.push(c),
            _ => words.push(String::new()),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn field(name: &str) -> Option<Field> {
    let name = to_simplified(&name.to_lowercase());
    FIELDS.iter().find(|(known, _)| *known == name).map(|(_, field)| *field)
}

fn state(word: &str) -> Option<StateWord> {
    let word = to_simplified(&word.to_lowercase());
    STATES.iter().find(|(known, _)| *known == word).map(|(_, state)| *state)
}

/// Whether something before a colon is meant for a field's name: letters, no figure (3:1) and no
/// mark.
fn is_name(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_alphabetic)
}

/// The days from the first to the last, both included: of one period, or from one to another
/// (`2025-04..2025-06`, `2025..`). Nothing limits nothing.
fn days(text: &str) -> Option<(Option<Date>, Option<Date>)> {
    let (since, until) = text.split_once("..").or_else(|| text.split_once('~')).unwrap_or((text, text));
    let of =
        |text: &str| if text.is_empty() { Some((None, None)) } else { period(text).map(|(a, z)| (Some(a), Some(z))) };
    Some((of(since)?.0, of(until)?.1))
}

/// The first and the last day of a year, a month or a day, its figures parted by `-` or `/`. A year
/// of which fewer than four figures are there is still being typed.
fn period(text: &str) -> Option<(Date, Date)> {
    text.split(['-', '/']).next().filter(|year| year.len() >= 4)?;
    let figures: Option<Vec<u32>> = text.split(['-', '/']).map(|figure| figure.parse().ok()).collect();
    match *figures?.as_slice() {
        [year] => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        [year, month] => {
            let last = (28..=31).rev().find_map(|day| Date::new(year, month, day))?;
            Some((Date::new(year, month, 1)?, last))
        }
        [year, month, day] => Date::new(year, month, day).map(|date| (date, date)),
        _ => None,
    }
}

/// What completes the last word before the cursor: the rest of a field's or a state's name.
pub fn completion(before_cursor: &str) -> Option<&'static str> {
    let begun = before_cursor.rsplit(char::is_whitespace).next().filter(|begun| !begun.is_empty())?;
    let states = STATES.iter().map(|(name, _)| *name);
    let mut names = FIELDS.iter().map(|(name, _)| *name).chain(states);
    names.find_map(|name| name.strip_prefix(begun).filter(|rest| !rest.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> TypedFilter {
        let (narrowing, misasked) = TypedFilter::read(line);
        assert_eq!(misasked, None, "{line}");
        narrowing
    }

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn words_are_the_headlines() {
        let words = |headline: &str| TypedFilter { headline: headline.into(), ..TypedFilter::default() };
        assert_eq!(read("古城 修缮"), words("古城 修缮"));
        assert_eq!(read("问答：供暖 3:1"), words("问答：供暖 3:1"));
        assert_eq!(read("\"未读 的信\" \"报:\""), words("未读 的信 报:"));
        assert_eq!(read(" \"\" 　"), TypedFilter::default());
    }

    #[test]
    fn fields_have_names_in_two_languages_and_scripts() {
        let expected = TypedFilter {
            headline: "渡口".into(),
            newspaper: Some("江州".into()),
            since: date("2025-04-01"),
            until: date("2025-04-30"),
            byline: Some("李".into()),
            reading: Some(Reading::Unread),
            bookmarked: true,
        };
        assert_eq!(read("渡口 报:江州 日:2025-04 人:李 未读 书签"), expected);
        assert_eq!(read("報：江州 日期:2025/4 渡口 作者:李 未讀 書籤"), expected);
        assert_eq!(read("Paper:江州 date:2025-04 by:李 Unread bookmarked 渡口"), expected);
        assert_eq!(read("人:\"张 三\"").byline.as_deref(), Some("张 三"));
        assert_eq!(read("报: 日: 人:"), TypedFilter::default());
    }

    #[test]
    fn dates_are_periods_and_ranges() {
        for (typed, since, until) in [
            ("2024-02", Some("2024-02-01"), Some("2024-02-29")),
            ("2025", Some("2025-01-01"), Some("2025-12-31")),
            ("2025-04-07", Some("2025-04-07"), Some("2025-04-07")),
            ("2025-04..2025-06-15", Some("2025-04-01"), Some("2025-06-15")),
            ("2025~", Some("2025-01-01"), None),
            ("..2025-04", None, Some("2025-04-30")),
        ] {
            let narrowing = read(&format!("日:{typed}"));
            assert_eq!((narrowing.since, narrowing.until), (since.and_then(date), until.and_then(date)), "{typed}");
        }
    }

    #[test]
    fn what_makes_no_sense_is_said() {
        for (line, expected) in [
            ("江州 书:甲", FilterError::Field("书".into())),
            ("dat:2025", FilterError::Field("dat".into())),
            ("日:昨天", FilterError::Date("昨天".into())),
            ("日:202", FilterError::Date("202".into())),
            ("日:2025-13", FilterError::Date("2025-13".into())),
            ("日:2025-02-30..", FilterError::Date("2025-02-30..".into())),
        ] {
            assert_eq!(TypedFilter::read(line).1, Some(expected), "{line}");
        }
        assert_eq!(TypedFilter::read("江州 书:甲 未读").0, read("江州 未读"));
    }

    #[test]
    fn names_are_completed() {
        assert_eq!(completion("江州 pa"), Some("per"));
        assert_eq!(completion("未"), Some("读"));
        assert_eq!(completion("江州 "), None);
        assert_eq!(completion("paper"), None);
    }
}
