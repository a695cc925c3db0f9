//! The lines of a head divided into kicker, headline and deck.

mod divide;
mod evidence;
mod setting;

use std::ops::Range;

pub use divide::{divide, marked};
pub use setting::{HeadRoom, is_narrow, is_vertical};

use crate::parse::emission::sign::Sign;
use crate::parse::line::{Border, Line};
use crate::parse::lines::text::{Spacing, joined, joined_head};
use crate::parse::rules;

/// The last line of a head that is the name of who wrote the article: it stands below the headline,
/// or alone before a body whose headline is behind it, and no word of it is in the body. A bracket ends a
/// headline.
pub fn byline(page: &str, lines: &[Line], signs: &[Sign], runs: &[Range<usize>], body: &str) -> Option<usize> {
    let below = runs.last().filter(|run| {
        let least = if run.len() == 2 { PEN_NAME } else { PEN_NAME + 1 };
        run.len() > 1 && lines[run.end - 2].look.width >= least
    });
    let alone = runs.first().filter(|run| run.len() == 1 && runs.len() > 1);
    below
        .filter(|_| rules::title::name_below())
        .into_iter()
        .chain(alone.filter(|_| rules::title::name_before()))
        .map(|run| run.end - 1)
        .find(|&last| {
            let bulleted = signs[last].bullet && lines[last].look.width <= PEN_NAME;
            let text: Vec<char> = lines[last].text(page).chars().collect();
            let heard = text.windows(2).any(|pair| body.contains(&pair.iter().collect::<String>()));
            let above_text = signs[last].below == Some(Border::Text);
            let bracket = last.checked_sub(1).is_some_and(|above| matches!(lines[above].look.last, '）' | ')'));
            (signs[last].is_name() || bulleted) && (above_text || bracket || !heard)
        })
}

/// The widest pen name with its bullet, in half characters.
const PEN_NAME: i32 = 8;

/// The text of lines of a head that have so much room.
pub fn text(page: &str, lines: &[Line], of: &[usize], room: Option<HeadRoom>) -> Option<String> {
    let spans = of.iter().map(|&i| lines[i].start..lines[i].end);
    if is_vertical(lines, of.iter().copied()) {
        return Some(joined(page, spans, Spacing::Running));
    }
    let broken = |n: usize| room.is_some_and(|room| room.breaks([of[n - 1], of[n]].map(|i| lines[i].look.width)));
    let full = |n: usize| n > 0 && of[n - 1] + 1 == of[n] && rules::title::full_line() && broken(n);
    (!of.is_empty()).then(|| joined_head(page, spans.enumerate().map(|(n, span)| (span, full(n)))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;
    use crate::parse::line::Print;

    #[track_caller]
    fn named(head: &str, body: &str, expected: Option<usize>) {
        let page = RawPage::from_text("test", head);
        let lines = line::read(&page, &page.lines);
        let signs = crate::parse::label::signs::read(&page.text, &lines);
        let whole = 0..lines.len();
        assert_eq!(byline(&page.text, &lines, &signs, std::slice::from_ref(&whole), body), expected, "{head}");
    }

    #[test]
    fn a_name_below_the_headline_is_no_part_of_it() {
        let body = "河水退去，渡口的石阶露了出来，三班渡船照开。";
        named("渡口的灯又亮了\n江一帆", body, Some(1));
        named("渡口的灯又亮了\n江一帆 周密", body, Some(1));
        named("渡口的灯又亮了\n□ 江一帆", body, Some(1));
        named("渡口的灯又亮了\n苇舟", body, Some(1));
        named("渡口夜灯\n苇舟", body, Some(1));
        named("渡口的灯又亮了（书评）\n河水", body, Some(1));
        named("千条留言换来三班\n渡船", body, None);
        named("江一帆", body, None);
        named("渡\n口\n的\n灯", body, None);
    }

    /// Kicker, headline and deck of a head, bars between them and between their lines.
    fn divided(head: &str) -> String {
        let page = RawPage::from_text("test", head.replace('/', "\n"));
        let lines = line::read(&page, &page.lines);
        let whole = 0..lines.len();
        let title = divide(&page.text, &lines, std::slice::from_ref(&whole), "", None);
        let part = |of: &[usize]| of.iter().map(|&i| lines[i].text(&page.text)).collect::<Vec<_>>().join("/");
        [part(&title.kicker), part(&title.headline), part(&title.deck)].join("|")
    }

    #[test]
    fn type_sizes_divide_a_head() {
        let of = |sizes: &[f32]| {
            let page = RawPage::from_text("test", "全县渡口\n把灯点到天亮\n渡口的灯\n三位摆渡人");
            let mut lines = line::read(&page, &page.lines);
            for (line, size) in lines.iter_mut().zip(sizes) {
                line.print = Some(Print { size: Some(*size), ..Print::default() });
            }
            let whole = 0..lines.len();
            let title = divide(&page.text, &lines, std::slice::from_ref(&whole), "", None);
            [title.kicker.len(), title.headline.len(), title.deck.len()]
        };
        assert_eq!(of(&[14.0, 30.0, 30.0, 16.0]), [1, 2, 1]);
        assert_eq!(of(&[30.0, 18.0, 18.0, 18.0]), [0, 1, 3]);
        assert_eq!(of(&[18.0, 18.0, 18.0, 32.0]), [3, 1, 0]);
    }

    #[test]
    fn lines_broken_for_want_of_room_are_one() {
        let joined = |head: &str, measure: i32| {
            let page = RawPage::from_text("test", head);
            let lines = line::read(&page, &page.lines);
            let room = HeadRoom::of(measure, None);
            text(&page.text, &lines, &(0..lines.len()).collect::<Vec<_>>(), room).unwrap_or_default()
        };
        let full = "两岸隔水相望四十年之后终于在今天架起第一座（渡口的故\n事）";
        assert_eq!(joined(full, 56), full.replace('\n', ""));
        assert_eq!(joined(full, 30), full.replace('\n', " "));
        assert_eq!(joined("两岸隔水相望四十年\n今天架起第一座桥", 56), "两岸隔水相望四十年 今天架起第一座桥");
        let halves = "两岸隔水相望四十年之后终于在今天等来了好消息\n三家工厂的工人一夜之间架起了第一座桥";
        assert_eq!(joined(halves, 56), halves.replace('\n', " "));
    }

    #[test]
    fn heads_are_divided() {
        for expected in [
            // Dashes and colons.
            "|渡口的灯又亮了|——记北岸村的三位摆渡人",
            "三年三次改道之后：|渡口的灯又亮了|",
            "两岸隔水相望四十年|渡口的灯又亮了|——记北岸村的三位摆渡人",
            // What meets, who speaks, whom it is about.
            "全县渡口安全工作会议召开|让每条渡船都有灯|",
            "一位摆渡人的夜班|把灯点到天亮|",
            // Columns and catchwords.
            "渡口夜话|人和船都要歇一歇|",
            "江边读者信箱|渡船夜里为什么不开了|",
            "RIVER NOTES|The ferry that waits for the moon|",
            // Questions.
            "末班渡船能不能晚半小时|两个码头试行夜航|",
            // Type so small that much more stands on the line.
            "|渡口来了新“船长”|自动驾驶渡轮覆盖全县12处渡口/两岸往返不到十分钟便有一班",
            "|三座渡口同日复航/每一班船都有一位老船工压舱|",
            // Japanese headlines leave out their verb.
            "|川の渡し船、ふたたび岸に|住民が毎朝交代で船をこぐ",
            // What is counted, who was there, what kind of article it is.
            "丙级联赛第二十轮|江北队客场扳平|",
            "|渔港灯火|一个渔村的转型调查",
            // One headline on several lines: halves alike, a quotation and a clause that go on.
            "|少收一把草/多留一片绿|",
            "|让红色资源/“活”起来|",
            "|我区三个项目入选/全国渡口安全示范名单|",
            "|两岸隔水相望四十年/今天架起第一座桥|",
            "|渡船今晚听了谁/的 一千条留言/换来三班船|",
            "|汛期之前/渡口教你看水色|",
            "|江州2025年/渡口夜航时刻表公布|——共三个码头九班船",
            "|摆渡人打捞起一箱百年旧书信/失主：物归原主，分文不取|",
            "摆渡说|慢慢摇，不着急|",
            // Headlines set vertically.
            "|渡口/的灯/一/又亮/了|",
            "|渡口的灯又亮了|",
        ] {
            let head = expected.split('|').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
            assert_eq!(divided(&head), expected);
        }
        assert_eq!(divided(""), "||");
    }
}
