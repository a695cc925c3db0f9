//! Pictures' captions: paragraphs of a few lines that begin as captions do and end with the credit
//! of the picture. One may stand amid a paragraph of an article beside it.

use crate::parse::emission::sign::Sign;
use crate::parse::grammar::calendar::month_and_day;
use crate::parse::grammar::credit::closing_credit;
use crate::parse::grammar::numerals::is_numeral;
use crate::parse::lexicon::CAPTIONS;
use crate::parse::line::Line;

/// The most lines of a caption, its credit included.
const LONGEST: usize = 6;

/// How many lines of a caption begin at a line, its credit included; 0 where none begins.
pub fn lines(page: &str, lines: &[Line], signs: &[Sign], at: usize) -> usize {
    if signs[at].lead.is_some() || !opens(lines[at].text(page)) {
        return 0;
    }
    let near = at..lines.len().min(at + LONGEST);
    let ends = |&i: &usize| {
        let closing = || closing_credit(page, std::slice::from_ref(&lines[i])).is_some_and(|(_, credit)| credit.photo);
        signs[i].credit.as_ref().is_some_and(|credit| credit.photo) || signs[i].closes && closing()
    };
    let others = |i: &usize| {
        let sign = &signs[*i];
        sign.lead.is_some() && sign.credit.is_none() || sign.numbering.is_some()
    };
    near.take_while(|i| !others(i)).find(ends).map_or(0, |end| end + 1 - at)
}

/// Whether a text begins as captions do: 10月5日，…… or 图为…….
fn opens(text: &str) -> bool {
    const DAY: usize = 12;
    if !text.starts_with(is_numeral) {
        return CAPTIONS.at_start(text).is_some();
    }
    let start: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).take(DAY).collect();
    month_and_day(&start).is_some_and(|(_, _, length)| start.get(length) == Some(&'，'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::label::signs;
    use crate::parse::line;

    #[test]
    fn a_caption_ends_with_its_credit() {
        for (text, expected) in [
            ("10月5日，三班渡船在老渡\n口夜航。\n江一帆 摄", 3),
            ("图为老渡口的石阶。（资料图片）", 1),
            ("10月5日，三班渡船在老渡\n口夜航。", 0),
            ("渡船在老渡口夜航。\n江一帆 摄", 0),
        ] {
            let page = RawPage::from_text("test", text);
            let all = line::read(&page, &page.lines);
            let signs = signs::read(&page.text, &all);
            assert_eq!(lines(&page.text, &all, &signs, 0), expected, "{text}");
        }
    }
}
