//! Free verse: the short lines below a poet's name, and the titles of the poems in a group.

use super::form::Form;
use super::lead::number;
use super::lines::{Ending, Line};
use super::signs::Sign;
use crate::model::{Block, BlockKind};
use crate::text::chars;

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
    let alone = sign.lead.as_ref().is_some_and(|sighted| sighted.alone && sighted.lead.dateline.is_none());
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

/// Makes headings of the poems' titles where the headline says how many poems there are: the
/// first line and the shortest ones, if they are clearly the shortest.
pub fn titles(headline: &str, blocks: &mut [Block]) {
    let Some(count) = poems(headline).filter(|&count| (2..=12).contains(&count) && blocks.len() >= 3 * count) else {
        return;
    };
    let length = |block: &Block| block.text.chars().count();
    let longest = |block: &Block| block.kind != BlockKind::Paragraph || length(block) * 2 > WIDEST as usize;
    if blocks.iter().any(longest) {
        return;
    }
    let mut by_length: Vec<usize> = (1..blocks.len()).collect();
    by_length.sort_by_key(|&i| length(&blocks[i]));
    let (last, next) = (by_length[count - 2], by_length[count - 1]);
    if length(&blocks[last]) < length(&blocks[next]) {
        by_length.truncate(count - 1);
        by_length.push(0);
        by_length.into_iter().for_each(|i| blocks[i].kind = BlockKind::Heading { level: 1 });
    }
}

/// How many poems a headline speaks of: 短歌三首, 渡口四题, letterspaced or not.
fn poems(headline: &str) -> Option<usize> {
    let text: Vec<char> = headline.chars().filter(|c| !c.is_whitespace()).collect();
    let at = text.iter().rposition(|c| matches!(c, '首' | '题' | '題' | '章' | '则' | '則' | '帖' | '阕' | '闋'))?;
    let numeral =
        |c: &char| chars::is_digit(*c) || matches!(c, '十' | '两' | '兩') || chars::han_digit_value(*c).is_some();
    let from = at - text[..at].iter().rev().take_while(|c| numeral(c)).count();
    match text.get(from..at)? {
        ['两' | '兩'] => Some(2),
        digits => number(digits).map(|(count, _)| count as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::{lines, signs};

    fn forms(text: &str) -> String {
        let page = RawPage::from_text("test", text);
        let lines = lines::read(&page, &page.lines);
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

    fn titled(headline: &str, body: &str) -> String {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        let mut blocks: Vec<Block> = body.split('/').map(block).collect();
        titles(headline, &mut blocks);
        let heads = blocks.iter().filter(|block| block.kind != BlockKind::Paragraph);
        heads.map(|block| block.text.as_str()).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn a_group_of_poems_has_as_many_titles() {
        let body = "灯/夜里有一点光/从窗口走出来/船/一生都在/岸和岸之间/老桥/弯着腰的石头/等水落下去";
        assert_eq!(titled("渡口三题", body), "灯/船/老桥");
        assert_eq!(titled("渡 口 三 章", body), "灯/船/老桥");
        assert_eq!(titled("渡口四首", body), "");
        assert_eq!(titled("渡口", body), "");
        assert_eq!(titled("渡口两首", "灯/船/桥/水/岸上的人/看灯"), "");
    }
}
