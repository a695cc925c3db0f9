//! What is typed to say of a page or an edition what it does not say itself: `报:江州日报 日:2031-03-04 版:3 名:要闻`.

use crate::hanzi::to_simplified;
use crate::model::Imprint;
use crate::phrase::{Lang, Phrase};

use super::filter::words;

/// What is typed for one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ImprintField {
    Paper,
    Date,
    Number,
    Name,
}

/// The names of the fields; the first of each in a language is the one that is offered.
const FIELDS: [(&str, Lang, ImprintField); 12] = [
    ("报", Lang::Chinese, ImprintField::Paper),
    ("报纸", Lang::Chinese, ImprintField::Paper),
    ("paper", Lang::English, ImprintField::Paper),
    ("日", Lang::Chinese, ImprintField::Date),
    ("日期", Lang::Chinese, ImprintField::Date),
    ("date", Lang::English, ImprintField::Date),
    ("版", Lang::Chinese, ImprintField::Number),
    ("版次", Lang::Chinese, ImprintField::Number),
    ("page", Lang::English, ImprintField::Number),
    ("名", Lang::Chinese, ImprintField::Name),
    ("版名", Lang::Chinese, ImprintField::Name),
    ("name", Lang::English, ImprintField::Name),
];

/// A line as it is offered: what is known of a page, or, of an edition, its newspaper and day.
pub fn line(imprint: &Imprint, is_of_page: bool, lang: Lang) -> String {
    let number = imprint.page_label.clone().or(imprint.page_number.map(|number| number.to_string()));
    let of_edition = [
        (ImprintField::Paper, imprint.publication.clone()),
        (ImprintField::Date, imprint.date.map(|date| date.to_string())),
    ];
    let of_page = [(ImprintField::Number, number), (ImprintField::Name, imprint.page_name.clone())];
    let fields = of_edition.into_iter().chain(of_page.into_iter().filter(|_| is_of_page));
    let written = fields.map(|(field, value)| {
        let name = FIELDS.iter().find(|(_, own, known)| (*own, *known) == (lang, field)).map_or("", |(name, ..)| name);
        let value = value.unwrap_or_default();
        let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
        format!("{name}:{quote}{value}{quote}")
    });
    written.collect::<Vec<_>>().join(" ")
}

/// What a line says; or what in it makes no sense, and why.
pub fn read(line: &str) -> Result<Imprint, (String, Phrase)> {
    let mut imprint = Imprint::default();
    for word in words(line) {
        let plain = word.replace('"', "");
        let Some((name, value)) = plain.split_once([':', '：']) else { return Err((plain, Phrase::NoSuchField)) };
        let known = to_simplified(&name.to_lowercase());
        let Some((_, _, field)) = FIELDS.iter().find(|(name, ..)| *name == known) else {
            return Err((name.to_owned(), Phrase::NoSuchField));
        };
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        let wrong = |phrase| (value.to_owned(), phrase);
        match field {
            ImprintField::Paper => imprint.publication = Some(value.to_owned()),
            ImprintField::Name => imprint.page_name = Some(value.to_owned()),
            ImprintField::Date => imprint.date = Some(value.parse().map_err(|_| wrong(Phrase::NoSuchDay))?),
            ImprintField::Number => {
                let (number, label) = number(value).ok_or_else(|| wrong(Phrase::NoSuchPage))?;
                (imprint.page_number, imprint.page_label) = (Some(number), label);
            }
        }
    }
    Ok(imprint)
}

/// A page's number and, where a letter stands before it, its label: 3, A07.
fn number(text: &str) -> Option<(u32, Option<String>)> {
    const MOST: u32 = 9_999;
    let letter = text.chars().next().filter(char::is_ascii_alphabetic);
    let digits = &text[letter.map_or(0, char::len_utf8)..];
    let number = digits.parse().ok().filter(|number| (1..=MOST).contains(number))?;
    Some((number, letter.map(|letter| format!("{}{digits}", letter.to_ascii_uppercase()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Imprint {
        Imprint {
            publication: Some("江州 日报".into()),
            date: "2031-03-04".parse().ok(),
            page_number: Some(7),
            page_label: Some("A07".into()),
            page_name: Some("要闻".into()),
        }
    }

    #[test]
    fn what_is_offered_says_what_is_known() {
        assert_eq!(line(&known(), true, Lang::Chinese), "报:\"江州 日报\" 日:2031-03-04 版:A07 名:要闻");
        for lang in [Lang::Chinese, Lang::English] {
            assert_eq!(read(&line(&known(), true, lang)), Ok(known()));
            assert_eq!(read(&line(&known(), false, lang)), Ok(known().of_edition()));
            assert_eq!(read(&line(&Imprint::default(), true, lang)), Ok(Imprint::default()));
        }
        assert_eq!(line(&Imprint::default(), false, Lang::English), "paper: date:");
    }

    #[test]
    fn what_makes_no_sense_is_named() {
        for (line, wrong) in [
            ("报:江州 书:甲", ("书", Phrase::NoSuchField)),
            ("江州日报", ("江州日报", Phrase::NoSuchField)),
            ("日:2031-03", ("2031-03", Phrase::NoSuchDay)),
            ("日:2031-02-30", ("2031-02-30", Phrase::NoSuchDay)),
            ("版:甲", ("甲", Phrase::NoSuchPage)),
            ("版:0", ("0", Phrase::NoSuchPage)),
        ] {
            assert_eq!(read(line), Err((wrong.0.to_owned(), wrong.1)), "{line}");
        }
        assert_eq!(read("版：a7").map(|imprint| imprint.page_label), Ok(Some("A7".into())));
    }
}
