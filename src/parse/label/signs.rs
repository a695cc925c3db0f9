//! What the grammars find at the beginning of each line: leads, bylines, credits, speakers.

use super::echo::echoes;
use super::{caption, form};
use crate::parse::emission::sign::{Form, Sign};
use crate::parse::grammar::credit::{closing_credit, is_work, whole_credit};
use crate::parse::grammar::lead::{PlacedLead, is_bullet, lead_at};
use crate::parse::grammar::numbering::numbering;
use crate::parse::grammar::people::is_names;
use crate::parse::grammar::speaker::{Speakers, Turn, TurnMark, turns};
use crate::parse::lexicon::{NOTICES, OPENERS};
use crate::parse::line::{Border, Ending, Line};
use crate::parse::rules;
use crate::text::chars;

/// Reads the signs of all lines.
pub fn read(page: &str, lines: &[Line]) -> Vec<Sign> {
    let turns = turns(page, lines);
    let speakers = Speakers::in_lines(page, lines, &turns);
    let spoken = |i: usize| turns[i].filter(|turn| rules::sign::speaker() && speakers.begins(*turn));
    let (echoes, forms) = (echoes(page, lines), form::read(page, lines));
    let (mut covered, mut byline) = (0, false);
    let read = |i: usize| {
        let mut sign =
            Sign { echo: echoes[i].filter(|_| rules::sign::echo()), form: forms[i], ..sign(page, lines, i, spoken(i)) };
        if i < covered {
            (sign.lead, sign.credit) = (None, None);
            sign.byline_goes_on = byline && rules::sign::byline_goes_on();
        }
        if let Some(credit) = &sign.credit {
            let dated = |placed: &PlacedLead| placed.lead.dateline.is_some() && !credit.photo;
            let stays = |placed: &PlacedLead| dated(placed) || placed.alone && placed.lines == 1;
            sign.lead = sign.lead.filter(|placed| stays(placed));
        }
        if let Some(placed) = &sign.lead {
            covered = i + placed.lines;
            byline = placed.alone && placed.lines > 1 && placed.lead.dateline.is_none();
        }
        sign
    };
    let mut signs: Vec<Sign> = (0..lines.len()).map(read).collect();
    for i in 0..signs.len() {
        let length = if rules::sign::caption() { caption::lines(page, lines, &signs, i) } else { 0 };
        signs[i].caption = length > 0;
        if let Some(below) = signs.get_mut(i + length).filter(|_| length > 0) {
            below.below_caption = true;
        }
    }
    signs
}

fn sign(page: &str, lines: &[Line], at: usize, speaks: Option<Turn>) -> Sign {
    let line = &lines[at];
    let text = line.text(page);
    let mut start = ['\0'; 5];
    let length = start.iter_mut().zip(text.chars()).map(|(slot, c)| *slot = c).count();
    let start = &start[..length];
    let talks = speaks.is_some_and(|turn| turn.mark == TurnMark::Colon && turn.name.ends_with('问'));
    let amid_clause = rules::sign::amid_clause()
        && at > 0
        && line.border.is_none()
        && !line.gap
        && lines[at - 1].look.ending == Ending::Comma;
    let below = lines.get(at + 1).and_then(|line| line.border);
    let work = rules::sign::work() && is_work(text);
    Sign {
        above: line.border,
        below,
        lead: lead_at(page, &lines[at..])
            .filter(|_| rules::sign::lead() && !amid_clause && !talks && !work)
            .map(Box::new),
        byline_goes_on: false,
        credit: whole_credit(page, line).filter(|_| rules::sign::credit()).map(Box::new),
        closes: below == Some(Border::End)
            || rules::sign::closes() && closing_credit(page, std::slice::from_ref(line)).is_some(),
        numbering: line
            .section
            .or_else(|| numbering(text).map(|(level, _)| level).filter(|_| rules::sign::numbering()))
            .filter(|_| speaks.is_none()),
        speaks: speaks.is_some(),
        speaks_below: speaks.is_some_and(|turn| turn.said.is_empty()),
        bullet: rules::sign::bullet() && speaks.is_none() && start.first().is_some_and(|&c| is_bullet(c)),
        opener: OPENERS.at_start(start).is_some(),
        caption: false,
        below_caption: false,
        names: rules::sign::names() && speaks.is_none() && is_names(text),
        pen_name: rules::sign::pen_name()
            && speaks.is_none()
            && matches!(line.look.width, 4 | 6)
            && start.iter().all(|&c| chars::is_han(c))
            && NOTICES.at_end(start).is_none(),
        form: Form::Plain,
        echo: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    fn signs(text: &str) -> Vec<Sign> {
        let page = RawPage::from_text("test", text);
        read(&page.text, &line::read(&page, &page.lines))
    }

    #[test]
    fn a_lead_knows_its_lines() {
        let found = signs("本报讯 （记者 江\n一帆） 清晨\n的河岸");
        let lead = found[0].lead.as_ref().unwrap();
        assert_eq!((lead.lines, lead.alone), (2, false));
        assert!(signs("本报记者 江一帆\n清晨")[0].lead.as_ref().unwrap().alone);
    }

    #[test]
    fn a_picture_s_credit_is_no_part_of_the_lead_below_it() {
        let found = signs("江州社记者 江一帆 摄\n本报临湖6月10日电 （记者 周密） 清晨的河岸");
        assert!(found[0].credit.is_some() && found[0].lead.as_ref().is_none_or(|lead| lead.lines == 1));
        assert!(found[1].lead.as_ref().is_some_and(|lead| lead.lines == 1 && lead.lead.dateline.is_some()));
    }

    #[test]
    fn speakers_speak_twice() {
        let found = signs("记者：为何？\n江一帆：因为。\n江一帆：所以。\n消息说：好。");
        assert_eq!(found.iter().map(|s| s.speaks).collect::<Vec<_>>(), [true, true, true, false]);
    }

    #[test]
    fn names_alone() {
        for (text, names) in
            [("江一帆", true), ("江 帆", true), ("江一帆 周密", true), ("老码头", false), ("周末的河岸", false)]
        {
            assert_eq!(signs(text)[0].names, names, "{text}");
        }
    }
}
