//! Closing credits in brackets that were broken over printed lines, put together again: a line that
//! opens a bracket behind a sentence's end, and those that close it.

use crate::parse::grammar::credit::credit;
use crate::parse::grammar::stream::Stream;
use crate::parse::line::{Ending, Line};

/// The most printed lines of a closing credit.
const TALLEST: usize = 3;

/// Puts closing credits together.
pub fn join(page: &str, lines: Vec<Line>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let ended = out.last().is_some_and(|above| matches!(above.look.ending, Ending::Sentence | Ending::Closer));
        let count = if ended { height(page, &lines[at..]) } else { 1 };
        out.push(line.with_fragments(page, &lines[at + 1..at + count]));
        at += count;
    }
    out
}

/// How many of the lines are a closing credit; 1 where the first is a line by itself.
fn height(page: &str, lines: &[Line]) -> usize {
    let opens = |line: &Line| matches!(line.look.first, '（' | '(') && !line.text(page).contains(['）', ')']);
    if !lines.first().is_some_and(opens) {
        return 1;
    }
    let closes = lines.iter().take(TALLEST).position(|line| line.text(page).contains(['）', ')']));
    let whole = |&last: &usize| credit(&Stream::of(page, &lines[..=last]), 0).is_some();
    closes.filter(whole).map_or(1, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    #[test]
    fn a_closing_credit_is_one_line() {
        for (text, count) in [
            ("渡船明日开航。\n（新华社江口10月21日电 执笔记者：江一\n帆、周密）\n新桥通车", 3),
            ("渡船明日开航。\n（新华社江口10月21日电 记者江一\n\n帆、周密）\n新桥通车", 3),
            ("渡船明日开航。\n（新华社江口10月21日电 记者江一\n帆、周密）清晨的河岸", 3),
            ("渡船明日开航\n（新华社江口10月21日电 记者江一\n帆、周密）", 3),
        ] {
            let page = RawPage::from_text("test", text);
            let joined = join(&page.text, line::read(&page, &page.lines));
            assert_eq!(joined.len(), count, "{text}");
        }
    }
}
