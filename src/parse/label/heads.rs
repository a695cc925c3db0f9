//! The measure of a page's heads, where all are set in one type in one wide column: what fills it was
//! broken for want of room, not by sense.

use crate::parse::emission::kind::Label;
use crate::parse::emission::sign::Sign;
use crate::parse::line::Line;

/// The least measure, in half characters, of a text set anew in one wide column.
const WIDE: i32 = 44;
/// The fewest heads that were broken at their measure, to know it.
const FEWEST: usize = 3;

/// The measure of the heads, in half characters, in a column of a measure; none where it is not known.
pub fn measure(lines: &[Line], labels: &[Label], signs: &[Sign], column: i32) -> Option<i32> {
    if column < WIDE {
        return None;
    }
    let broken = |i: &usize| is_head(labels, *i) && goes_on(lines, labels, signs, i + 1);
    let widths: Vec<i32> = (0..lines.len()).filter(broken).map(|i| lines[i].look.width).collect();
    let full = |measure: i32| widths.iter().filter(|&&width| is_full(width, measure)).count();
    let (count, measure) = widths.iter().map(|&width| (full(width), width)).max()?;
    let wider = (0..lines.len()).filter(|&i| is_head(labels, i) && lines[i].look.width > measure).count();
    (count >= FEWEST && wider < count).then_some(measure)
}

/// Labels what was left of a head's full line as the head that it is, though it is as short as a name.
pub fn join_remainders(lines: &[Line], labels: &mut [Label], signs: &[Sign], measure: i32) {
    for i in 1..lines.len() {
        if is_head(labels, i - 1) && is_full(lines[i - 1].look.width, measure) && goes_on(lines, labels, signs, i) {
            labels[i] = Label::Head;
        }
    }
}

/// Whether a line of a head is as wide as their measure allows.
fn is_full(width: i32, measure: i32) -> bool {
    (measure - 1..=measure).contains(&width)
}

fn is_head(labels: &[Label], at: usize) -> bool {
    labels[at] == Label::Head
}

/// Whether a line may be the rest of a head above it: a line of a head, or what may be no name.
fn goes_on(lines: &[Line], labels: &[Label], signs: &[Sign], at: usize) -> bool {
    let name = |label: &Label| *label == Label::Byline && signs[at].lead.is_none();
    let head = labels.get(at).is_some_and(|label| *label == Label::Head || name(label));
    head && !lines[at].gap && lines[at].border.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::label::signs;
    use crate::parse::line;

    #[test]
    fn what_is_left_of_a_full_head_is_no_name() {
        use Label::{Byline, Head, Only};
        let text = "北岸村的三座渡口今夜同时\n亮灯\n河水退了。\n县里的老船工回到新的码头\n讲课\n人很多。\n\
            南岸的石阶修了整整三个月\n完工\n石阶很长。\n渡口\n江帆\n灯亮了。";
        let page = RawPage::from_text("test", text);
        let lines = line::read(&page, &page.lines);
        let signs = signs::read(&page.text, &lines);
        let mut labels = vec![Head, Byline, Only, Head, Head, Only, Head, Head, Only, Head, Byline, Only];
        assert_eq!(measure(&lines, &labels, &signs, 40), None);
        assert_eq!(measure(&lines, &labels, &signs, 60), Some(24));
        join_remainders(&lines, &mut labels, &signs, 24);
        assert_eq!((labels[1], labels[10]), (Head, Byline));
    }
}
