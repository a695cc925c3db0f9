//! What the names of a file and its folders say of a page: 江州日报/2031-03-04/第3版.pdf,
//! jzrb20310304003.pdf, 2031-03-04-03.txt.
//!
//! A name that may mean two things says nothing.

use std::path::{Component, Path};

use crate::model::{Date, Imprint};

/// The words that newspapers' names end with.
const NEWSPAPERS: &str = include_str!("../../assets/lexicon/newspapers.txt");
/// The folders above a file that are looked at.
const FOLDERS: usize = 5;
/// The most pages that an edition has.
const MOST_PAGES: u32 = 400;
/// The longest name of a page, in characters.
const PAGE_NAME: usize = 8;
/// What stands between the parts of a name.
const BETWEEN: [char; 9] = ['-', '_', ' ', '.', '·', '　', ':', '：', '—'];

/// What the names say.
pub fn imprint(path: &Path) -> Imprint {
    let names: Vec<&str> = path
        .components()
        .rev()
        .filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .take(FOLDERS + 1)
        .collect();
    let Some((file, folders)) = names.split_first() else { return Imprint::default() };
    let mut said = of_name(stem(file));
    for folder in folders {
        let of_folder = of_name(folder);
        said.publication = said.publication.or(of_folder.publication);
        said.date = said.date.or(of_folder.date);
    }
    said.date = said.date.or_else(|| nested(folders));
    // A bare number is a page's only where the names say of which edition.
    let is_edition = said.date.is_some() || said.publication.is_some();
    if said.page_number.is_none() && is_edition {
        let (number, label) = page_number(stem(file), true).unzip();
        (said.page_number, said.page_label) = (number, label.flatten());
    }
    said
}

/// A file's name without its ending.
fn stem(file: &str) -> &str {
    let packed = file.strip_suffix(".gz").unwrap_or(file);
    match packed.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && ending.chars().all(|c| c.is_ascii_alphanumeric()) => stem,
        _ => packed,
    }
}

/// What one name says.
fn of_name(name: &str) -> Imprint {
    let Some((date, before, behind)) = date(name) else {
        let (newspaper, rest) = newspaper(name);
        let page = page(rest.trim_matches(BETWEEN), false);
        return Imprint { publication: newspaper, ..page };
    };
    if self::date(behind).is_some() {
        return Imprint::default();
    }
    let (newspaper, _) = newspaper(before);
    let page = page(behind.trim_matches(BETWEEN), true);
    Imprint { publication: newspaper, date: Some(date), ..page }
}

/// A newspaper's name that a name begins with, and what stands behind it.
fn newspaper(name: &str) -> (Option<String>, &str) {
    let whole = name.trim_matches(BETWEEN);
    if is_newspaper(whole) {
        return (Some(whole.to_owned()), "");
    }
    let ends = whole.match_indices(BETWEEN).map(|(at, _)| at).filter(|at| is_newspaper(&whole[..*at]));
    let mut ends = ends.collect::<Vec<_>>().into_iter().rev();
    match ends.next() {
        Some(end) => (Some(whole[..end].to_owned()), &whole[end..]),
        None => (None, whole),
    }
}

/// Whether a name is one of a newspaper: it ends as one, and more stands before.
fn is_newspaper(name: &str) -> bool {
    let words = || NEWSPAPERS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    words().any(|word| match name.strip_suffix(word) {
        Some(before) if word.is_ascii() => before.ends_with(' ') && before.trim().chars().any(char::is_alphabetic),
        Some(before) => before.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !before.contains(BETWEEN),
        None => false,
    })
}

/// The date in a name, and what stands before and behind it.
fn date(name: &str) -> Option<(Date, &str, &str)> {
    let starts = name
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !name[..*at].ends_with(|c: char| c.is_ascii_digit()));
    starts.map(|(at, _)| at).find_map(|at| {
        let (date, length) = date_at(&name[at..])?;
        Some((date, &name[..at], &name[at + length..]))
    })
}

/// The date that a text begins with, and its bytes: 20310304, 2031-03-04, 2031年3月4日.
fn date_at(text: &str) -> Option<(Date, usize)> {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, count: usize| text.get(from..from + count)?.parse::<u32>().ok();
    let run = digits(0);
    if (8..=11).contains(&run) && run != 9 {
        return Some((day(number(0, 4)?, number(4, 2)?, number(6, 2)?)?, 8));
    }
    if run != 4 {
        return None;
    }
    let mark = |at: usize| text[at..].chars().next();
    let first = mark(4).filter(|c| "-_./年".contains(*c))?;
    let month = 4 + first.len_utf8();
    let months = digits(month);
    let second = mark(month + months)?;
    let is_fitting = if first == '年' { second == '月' } else { second == first };
    let at = month + months + second.len_utf8();
    let days = digits(at);
    if !is_fitting || !(1..=2).contains(&months) || !(1..=2).contains(&days) {
        return None;
    }
    let date = day(number(0, 4)?, number(month, months)?, number(at, days)?)?;
    let sun = if text[at + days..].starts_with('日') { '日'.len_utf8() } else { 0 };
    Some((date, at + days + sun))
}

/// A day on which newspapers appeared.
fn day(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(year, month, day).filter(|date| (1700..2200).contains(&date.year()))
}

/// The date of folders within folders: 2031/03/04, 2031-03/04.
fn nested(folders: &[&str]) -> Option<Date> {
    let short = |folder: &&&str| folder.chars().count() <= 8;
    let mut from_year: Vec<&str> = folders.iter().take(3).take_while(short).copied().collect();
    from_year.reverse();
    (0..from_year.len().saturating_sub(1)).find_map(|first| {
        let joined = from_year[first..].join("-");
        date_at(&joined).filter(|(_, length)| *length == joined.len()).map(|(date, _)| date)
    })
}

/// What a name, or what stands in it behind a date, says of a page. `is_dated`: a bare number is a page's.
fn page(text: &str, is_dated: bool) -> Imprint {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '第' && c != '版').unwrap_or(text.len());
    let Some((page_number, page_label)) = page_number(&text[..end], is_dated) else { return Imprint::default() };
    let name = text[end..].trim_matches(BETWEEN);
    let is_name = !name.is_empty() && name.chars().count() <= PAGE_NAME && name.chars().all(|c| c > '\u{2E80}');
    Imprint {
        page_number: Some(page_number),
        page_label,
        page_name: is_name.then(|| name.to_owned()),
        ..Imprint::default()
    }
}

/// A page's number and, where it has a section, its label: 第3版, 3版, A07; 03 where `is_bare` allows it.
fn page_number(text: &str, is_bare: bool) -> Option<(u32, Option<String>)> {
    let inner = text.strip_prefix('第').unwrap_or(text);
    let inside = inner.strip_suffix('版').or_else(|| inner.strip_suffix("版面")).unwrap_or(inner);
    let section = inside.chars().next().filter(char::is_ascii_alphabetic);
    let digits = section.map_or(inside, |letter| &inside[letter.len_utf8()..]);
    let is_marked = inside != text || section.is_some_and(|letter| letter.is_ascii_uppercase());
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|number| (1..=MOST_PAGES).contains(number) && is_number)?;
    let label = section.filter(|letter| !letter.eq_ignore_ascii_case(&'p'));
    (is_marked || is_bare).then(|| (number, label.map(|letter| format!("{}{digits}", letter.to_ascii_uppercase()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Publication, date, number, label, name; a dash for what is not said.
    fn said(path: &str) -> String {
        let said = imprint(Path::new(path));
        let words = [
            said.publication,
            said.date.map(|date| date.to_string()),
            said.page_number.map(|number| number.to_string()),
            said.page_label,
            said.page_name,
        ];
        words.map(|word| word.unwrap_or_else(|| "-".to_owned())).join(" ")
    }

    #[test]
    fn the_usual_shapes() {
        for (path, expected) in [
            ("江州日报/2031-03-04/第3版.pdf", "江州日报 2031-03-04 3 - -"),
            ("jzrb20310304003.pdf", "- 2031-03-04 3 - -"),
            ("jzrb2031030403.pdf", "- 2031-03-04 3 - -"),
            ("2031-03-04-03.txt", "- 2031-03-04 3 - -"),
            ("2031-03-04/A07.txt.gz", "- 2031-03-04 7 A07 -"),
            ("jzrb20310304A07.pdf", "- 2031-03-04 7 A07 -"),
            ("papers/江州晚報/2031/03/04/05.txt", "江州晚報 2031-03-04 5 - -"),
            ("江州日报/2031-03/04/5.txt", "江州日报 2031-03-04 5 - -"),
            ("江州日报 2031年3月4日/第02版：城事.txt", "江州日报 2031-03-04 2 - 城事"),
            ("江州日报-20310304-01.pdf", "江州日报 2031-03-04 1 - -"),
            ("Ferry Times/2031.03.04/p2.txt", "Ferry Times 2031-03-04 2 - -"),
            ("第3版.txt", "- - 3 - -"),
        ] {
            assert_eq!(said(path), expected, "{path}");
        }
    }

    #[test]
    fn in_doubt_nothing_is_said() {
        for path in [
            "page-03.txt",
            "03.txt",
            "晚报/page.txt",
            "报/page.txt",
            "Times/page.txt",
            "papers/2031-13-04.txt",
            "2031-03-04_2031-03-05.txt",
            "img203103049.txt",
            "v2.10.3/notes.txt",
            "",
        ] {
            assert_eq!(said(path), "- - - - -", "{path}");
        }
    }
}
