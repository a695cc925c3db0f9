//! Free verse: the short lines below a poet's name, and the titles of the poems in a group.

use crate::parse::emission::sign::Form;
use crate::parse::emission::sign::Sign;
use crate::parse::line::{Ending, Line};

/// The fewest lines below a name that are taken for verse.
const FEWEST: usize = 4;
/// The widest line of verse, in half characters.
const WIDEST: i32 = 26;
/// The lines before the next article that may be its head.
const HEAD: usize = 2;

/// Marks the lines of verse that stand below a byline.
pub fn mark(lines: &[Line], signs: &mut [Sign]) {
    let mut at = 1;
    while at < lines.len() {
        let run = lines[at..].iter().zip(&signs[at..]).take_while(|(line, sign)| may_be_verse(line, sign)).count();
        if is_byline(&signs[at - 1]) && run >= FEWEST + HEAD && is_uneven(&lines[at..at + run]) {
            signs[at..at + run - HEAD].iter_mut().for_each(|sign| sign.form = Form::Verse);
        }
        at += run + 1;
    }
}

fn is_byline(sign: &Sign) -> bool {
    let alone = sign.lead.as_ref().is_some_and(|placed| placed.alone && placed.lead.dateline.is_none());
    alone || sign.names || sign.pen_name
}

fn may_be_verse(line: &Line, sign: &Sign) -> bool {
    let look = &line.look;
    let short = look.width <= WIDEST && look.stops + look.commas + look.narrow == 0;
    let alone = sign.lead.is_none() && sign.credit.is_none() && sign.numbering.is_none() && !sign.speaks;
    short && alone && matches!(look.ending, Ending::Open | Ending::Closer)
}

/// Whether lines are not all of one length, as those of a column are, nor all as short as those of
/// a head set vertically.
fn is_uneven(lines: &[Line]) -> bool {
    const VERTICAL: i32 = 8;
    let widths = || lines.iter().map(|line| line.look.width);
    let full = widths().max().unwrap_or_default();
    full > VERTICAL && widths().filter(|&width| width + 2 < full).count() * 3 >= lines.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::label::signs;
    use crate::parse::line;

    fn forms(text: &str) -> String {
        let page = RawPage::from_text("test", text);
        let lines = line::read(&page, &page.lines);
        let verse = |sign: &Sign| if sign.form == Form::Verse { 'v' } else { '.' };
        signs::read(&page.text, &lines).iter().map(verse).collect()
    }

    #[test]
    fn short_lines_below_a_name_are_verse() {
        assert_eq!(
            forms("渡口\n□江一帆\n水退了\n石阶一级一级\n走上来\n老人坐在\n第三级\n等船\n桥下的灯\n又亮了"),
            "..vvvvvv.."
        );
        assert_eq!(
            forms(
                "江一帆\n河水退去以后第三天\n老渡口的石阶露了出\n来岸上的人都跑来看\n有人找到一枚铜钱看\n样子埋了很多年谁也\n没有见过"
            ),
            "......."
        );
        assert_eq!(forms("河水退了。\n石桥修好\n渡船改道\n桥灯又亮\n堤岸加宽\n鱼市搬家\n灯塔换灯"), ".......");
    }
}
