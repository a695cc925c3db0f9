//! Pages in Markdown, as OCR tools write them: the marks taken off the text, what they say kept.

use super::plain_setter::PlainSetter;
use crate::parse::line::Line;
use crate::parse::rules;

/// The fewest heads and pictures of a page in Markdown.
const FEWEST: usize = 2;

/// The page without marks; none where it is not in Markdown.
pub fn set(page: &str, lines: &[Line]) -> Option<PlainSetter> {
    let says = |line: &&Line| matches!(line.look.first, '#' | '!' | '<') && is_told(line.text(page));
    if !rules::set::markdown() || lines.iter().filter(says).take(FEWEST).count() < FEWEST {
        return None;
    }
    let top = lines.iter().filter_map(|line| depth(line.text(page))).min().unwrap_or(1);
    let mut setting = PlainSetter::default();
    for line in lines {
        let text = line.text(page);
        match depth(text) {
            Some(depth) => head(text, depth, depth - top, line, &mut setting),
            None => plain(text, line, &mut setting),
        }
    }
    Some(setting)
}

/// Whether a line is a head or a picture.
fn is_told(text: &str) -> bool {
    depth(text).is_some()
        || text.starts_with("![") && text.ends_with(')')
        || text.starts_with("<img ")
        || text.starts_with("<div")
}

/// How many # stand before a head.
fn depth(text: &str) -> Option<usize> {
    const DEEPEST: usize = 6;
    let rest = text.trim_start_matches('#');
    let depth = text.len() - rest.len();
    ((1..=DEEPEST).contains(&depth) && rest.starts_with(' ')).then_some(depth)
}

/// Sets a head; one below the top of the page's heads is a section's.
fn head(text: &str, depth: usize, below: usize, line: &Line, setting: &mut PlainSetter) {
    setting.mark(line.numbers.0, &text[..depth]);
    let text = without(&text[depth..], "**", line, setting);
    if let Some(set) = setting.line(&text, 0, line.numbers, true) {
        set.look.heads = true;
        set.section = u8::try_from(below).ok().filter(|&below| below > 0);
    }
}

/// Sets any other line without its pictures, tags and stars; a row of a table is a line.
fn plain(text: &str, line: &Line, setting: &mut PlainSetter) {
    let text = without(text, "**", line, setting);
    let mut out = String::new();
    let mut gap = line.gap;
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['<', '!', '|']) {
        let (before, mark) = rest.split_at(at);
        let end = mark_end(mark, &text);
        let (mark, behind) = mark.split_at(end.unwrap_or(1));
        out.push_str(before);
        rest = behind;
        if end.is_none() {
            out.push_str(mark);
            continue;
        }
        setting.mark(line.numbers.0, mark);
        out.push(' ');
        if mark == "</tr>" {
            setting.line(&out, 0, line.numbers, gap);
            gap = false;
            out.clear();
        }
    }
    out.push_str(rest);
    let indent = usize::try_from(line.look.indent).unwrap_or_default();
    setting.line(&out, indent, line.numbers, gap);
}

/// Where the picture, the tag or the rule of a table that a text begins with ends.
fn mark_end(text: &str, line: &str) -> Option<usize> {
    if text.starts_with("![") {
        let link = text.find("](")?;
        return text[link..].find(')').map(|end| link + end + 1);
    }
    if text.starts_with('|') {
        let is_rule = |c: char| matches!(c, '|' | '-' | ':' | ' ');
        let whole = line.starts_with('|') && line.ends_with('|');
        return whole.then(|| if line.chars().all(is_rule) { text.len() } else { 1 });
    }
    let name = text.strip_prefix('<')?;
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    name.find('>').filter(|_| is_tag).map(|end| end + 2)
}

/// A text without a mark that comes in pairs.
fn without(text: &str, mark: &str, line: &Line, setting: &mut PlainSetter) -> String {
    let count = text.matches(mark).count();
    if count == 0 || count % 2 == 1 {
        return text.to_owned();
    }
    (0..count).for_each(|_| setting.mark(line.numbers.0, mark));
    text.replace(mark, "")
}

#[cfg(test)]
mod tests {
    use super::super::plain_page::PlainPage;
    use crate::model::RawPage;
    use crate::parse::line;

    fn set(text: &str) -> (Vec<String>, Vec<String>) {
        let page = RawPage::from_text("test", text);
        let sheet = PlainPage::of(&page.text, line::read(&page, &page.lines), None);
        let lines = sheet.lines.iter().map(|line| line.text(&sheet.text).to_owned()).collect();
        (lines, sheet.marks.into_iter().map(|(_, mark)| mark).collect())
    }

    #[test]
    fn marks_are_taken_off() {
        let text = "# 茶山又一春\n\n![](imgs/1.jpg)\n\n采茶人**坐上**了小火车。\n<div><img src=\"2.jpg\"></div>\n## 一斤多卖四块";
        let (lines, marks) = set(text);
        assert_eq!(lines, ["茶山又一春", "采茶人坐上了小火车。", "一斤多卖四块"]);
        assert_eq!(marks, ["#", "![](imgs/1.jpg)", "**", "**", "<div>", "<img src=\"2.jpg\">", "</div>", "##"]);
    }

    #[test]
    fn rows_of_tables_are_lines() {
        let (lines, _) = set(
            "# 鱼价\n# 今日\n| 河虾 | 32.5 |\n|---|---|\n<table><tr><td>草鱼</td><td>11</td></tr><tr><td>鲤鱼</td></tr></table>",
        );
        assert_eq!(lines, ["鱼价", "今日", "河虾   32.5", "草鱼  11", "鲤鱼"]);
    }

    #[test]
    fn a_page_with_a_stray_mark_stays() {
        let text = "# 1 号楼\n水位 < 3 米 | 天晴";
        assert_eq!(set(text).0, text.split('\n').collect::<Vec<_>>());
    }
}
