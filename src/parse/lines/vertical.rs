//! Text set vertically by an extractor that gives each character a line of its own: the characters
//! of each line joined again. A head of a few such lines stays as it is.

use super::plain_setter::PlainSetter;
use crate::parse::line::Line;
use crate::parse::rules;
use crate::text::chars;

/// The fewest characters of a text set so, one below another.
const FEWEST: usize = 20;

/// The page with such texts set in lines; none where it has none.
pub fn set(page: &str, lines: &[Line]) -> Option<PlainSetter> {
    let runs = || lines.chunk_by(|a, b| is_character(page, a) == is_character(page, b));
    if !rules::set::vertical() || !runs().any(|run| is_text(page, run)) {
        return None;
    }
    let mut setting = PlainSetter::default();
    for run in runs() {
        if is_text(page, run) {
            run.chunk_by(|_, below| !below.gap).for_each(|line| join(page, line, &mut setting));
        } else {
            run.iter().for_each(|line| setting.keep(page, line));
        }
    }
    Some(setting)
}

/// Whether a run of lines is a text set vertically.
fn is_text(page: &str, run: &[Line]) -> bool {
    let marks = || run.iter().filter(|line| line.text(page).chars().any(is_mark)).count();
    run.len() >= FEWEST && is_character(page, &run[0]) && marks() > 0
}

/// Whether a line is one character, with the marks beside it, or a number set upright.
fn is_character(page: &str, line: &Line) -> bool {
    const WIDEST: i32 = 6;
    let text = || line.text(page).chars();
    line.look.width <= WIDEST
        && (text().filter(|&c| !is_mark(c) && !chars::is_opener(c) && !chars::is_closer(c)).count() <= 1
            || text().all(chars::is_digit) && text().count() == 2)
}

fn is_mark(c: char) -> bool {
    chars::is_clause_mark(c) || chars::is_sentence_end(c)
}

fn join(page: &str, characters: &[Line], setting: &mut PlainSetter) {
    let [first, .., last] = characters else {
        return characters.iter().for_each(|line| setting.keep(page, line));
    };
    let text: String = characters.iter().map(|line| line.text(page)).collect();
    setting.line(&text, 0, first.numbers.joined_to(last.numbers), first.gap);
}

#[cfg(test)]
mod tests {
    use super::super::plain_page::PlainPage;
    use crate::model::RawPage;
    use crate::parse::line;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32, u32)]) {
        let page = RawPage::from_text("test", text);
        let sheet = PlainPage::of(&page.text, line::read(&page, &page.lines), None);
        let of = |line: &line::Line| (line.text(&sheet.text).to_owned(), line.numbers.0, line.numbers.1);
        let lines: Vec<_> = sheet.lines.iter().map(of).collect();
        let expected: Vec<_> = expected.iter().map(|(text, from, to)| ((*text).to_owned(), *from, *to)).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn characters_one_below_another_are_lines() {
        let text = "渡口夜泊\n\n船到渡口，天色已晚，岸上人家的\n\n燈一盞一盞亮了。";
        let vertical: String =
            text.chars().map(|c| if c == '\n' { "\n".to_owned() } else { format!("{c}\n") }).collect();
        let vertical = vertical.replace("\n\n\n", "\n\n");
        check(
            &vertical,
            &[("渡口夜泊", 1, 4), ("船到渡口，天色已晚，岸上人家的", 6, 20), ("燈一盞一盞亮了。", 22, 29)],
        );
    }

    #[test]
    fn a_head_set_vertically_stays() {
        check("晒\n秋\n辣椒和玉米晒在屋顶上。", &[("晒", 1, 1), ("秋", 2, 2), ("辣椒和玉米晒在屋顶上。", 3, 3)]);
    }
}
