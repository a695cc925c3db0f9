//! The lines of a head divided into kicker, headline and deck.

use crate::parse::rules;
use std::ops::Range;

use crate::hanzi::simplified;
use crate::parse::emission::sign::Sign;
use crate::parse::lexicon::{CLAUSES, COLUMNS, DECKS, KICKER_FRAMES, KICKERS, MEETINGS, ONE, REPLIES};
use crate::parse::line::{Border, Line, Look};
use crate::parse::lines::text::{Spacing, joined, joined_head};
use crate::parse::weights::print as weight;
use crate::text::chars;

/// A head's parts, as lines of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Title {
    /// 引题.
    pub kicker: Vec<usize>,
    /// 主题.
    pub headline: Vec<usize>,
    /// 副题.
    pub deck: Vec<usize>,
}

/// A line of a head so narrow, in half characters, is set vertically.
const VERTICAL: i32 = 4;

/// The last line of a head that is the name of who wrote the article: it stands below the headline,
/// or alone before a body whose headline is behind it, and no word of it is in the body.
pub fn byline(page: &str, lines: &[Line], signs: &[Sign], runs: &[Range<usize>], body: &str) -> Option<usize> {
    let below = runs.last().filter(|run| run.len() > 1 && lines[run.end - 2].look.width > PEN_NAME);
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
            (signs[last].is_name() || bulleted) && (above_text || !heard)
        })
}

/// The widest pen name with its bullet, in half characters.
const PEN_NAME: i32 = 8;

/// Divides a head: `runs` are its runs of lines in the order of the page. Text alone does not
/// always tell: dashes and words of the trade do, then the number of lines and their widths.
pub fn divide(page: &str, lines: &[Line], runs: &[Range<usize>]) -> Title {
    let all: Vec<usize> = runs.iter().cloned().flatten().collect();
    if let Some(kicker) = above_vertical(page, lines, &all).filter(|_| rules::title::vertical()) {
        let (kicker, headline) = all.split_at(kicker);
        return Title { kicker: kicker.to_vec(), headline: headline.to_vec(), deck: Vec::new() };
    }
    if let Some(title) = by_size(lines, &all).filter(|_| rules::title::by_size()) {
        return title;
    }
    let (first_deck, sure) = deck(page, lines, &all);
    let (above, deck) = all.split_at(first_deck);
    let kicker = usize::from(has_kicker(page, lines, above, sure));
    let (kicker, headline) = above.split_at(kicker);
    Title { kicker: kicker.to_vec(), headline: headline.to_vec(), deck: deck.to_vec() }
}

/// A head divided by its type sizes, where they are known and differ: the largest lines are the
/// headline, what is smaller above them the kicker, what is smaller below them the deck.
fn by_size(lines: &[Line], all: &[usize]) -> Option<Title> {
    let sizes: Vec<f32> = all.iter().map(|&i| lines[i].print?.size).collect::<Option<_>>()?;
    let largest = sizes.iter().copied().max_by(f32::total_cmp)?;
    let is_large = |size: &f32| *size >= largest * weight::equal();
    let (first, last) = (sizes.iter().position(is_large)?, sizes.iter().rposition(is_large)?);
    let [kicker, headline, deck] = [&all[..first], &all[first..=last], &all[last + 1..]].map(<[usize]>::to_vec);
    (headline.len() < all.len()).then_some(Title { kicker, headline, deck })
}

/// How many lines of a head are the kicker above, or beside, a headline set vertically: a line of
/// the usual width, or a wider column.
fn above_vertical(page: &str, lines: &[Line], all: &[usize]) -> Option<usize> {
    let width = |n: usize| all.get(n).map_or(0, |&i| lines[i].look.width);
    let vertical = |n: usize| all.get(n..).is_some_and(|below| is_vertical(lines, below.iter().copied()));
    if width(0) > NARROW {
        return vertical(1).then_some(1);
    }
    let column = (1..all.len()).find(|&n| width(n) != width(0)).filter(|&n| width(n) < width(0))?;
    // The line that is less wide is the wide column's last one, or the first of the next.
    let text: String = all[..=column].iter().map(|&i| lines[i].text(page)).collect();
    let last = width(column) != width(column + 1) || says_it_is_kicker(&text, "", &lines[all[0]].look);
    Some(column + usize::from(last)).filter(|&kicker| vertical(kicker) && width(kicker) < width(0))
}

/// Where the deck begins among a head's lines, and whether a dash or a word says so.
fn deck(page: &str, lines: &[Line], all: &[usize]) -> (usize, bool) {
    let text = |i: usize| lines[i].text(page);
    let says_so = |&i: &usize| {
        rules::title::dash() && begins_with_dash(text(i)) || DECKS.at_start(text(i)).is_some() || REPLIES.is_in(text(i))
    };
    if let Some(at) = all.iter().skip(1).position(says_so) {
        return (at + 1, at > 0);
    }
    let look = |i: usize| &lines[i].look;
    let plain = |i: usize| look(i).commas == 0 && look(i).stops == 0;
    let halves = |i: usize| {
        let text = joined(page, std::iter::once(lines[i].start..lines[i].end), Spacing::Head);
        text.split(' ').filter(|half| half.chars().count() > 3).count() > 1
    };
    let at = (1..all.len()).find(|&n| {
        let (above, here) = (all[n - 1], all[n]);
        let comma =
            plain(above) && look(here).commas > 0 && (SLOGAN + 1..=look(here).width).contains(&look(above).width);
        let parallel = halves(here) && !halves(above) && look(here).width > look(above).width;
        rules::title::comma() && comma
            || rules::title::parallel() && parallel
            || rules::title::smaller() && are_smaller(lines, &all[n..], look(above))
            || rules::title::elliptic() && is_elliptic(look(above), look(here))
    });
    (at.unwrap_or(all.len()), false)
}

/// Whether the first of some lines, and the next if there is one, hold so much more than the one
/// above them that they are set in smaller type: all are as wide as the article.
fn are_smaller(lines: &[Line], here: &[usize], above: &Look) -> bool {
    const HEADLINE: i32 = 14;
    let squeezed = |look: &Look| look.width - look.marks;
    let Some((first, rest)) = here.split_first() else { return false };
    let than = squeezed(above);
    let times = squeezed(&lines[*first].look) * 4 / than.max(1);
    let next = rest.first().is_some_and(|&i| squeezed(&lines[i].look) > than);
    than >= HEADLINE && (times >= 10 || times >= 7 && next)
}

/// Whether a Japanese line above ends as headlines do, its verb left out: …図書室に, …全国へ.
fn is_elliptic(above: &Look, here: &Look) -> bool {
    const HEADLINE: i32 = 16;
    above.width >= HEADLINE && here.width >= HEADLINE && matches!(above.last, 'に' | 'へ' | 'も' | 'か')
}

/// Whether the first of the lines above the deck is a kicker.
fn has_kicker(page: &str, lines: &[Line], above: &[usize], sure_deck: bool) -> bool {
    let [first, second, ..] = above else { return false };
    let (text, below) = (lines[*first].text(page), lines[*second].text(page));
    let width = |i: &usize| lines[*i].look.width;
    if says_it_is_kicker(text, below, &lines[*first].look) {
        return true;
    }
    let slogan = rules::title::slogan() && width(first) <= SLOGAN && 2 * width(second) >= 3 * width(first);
    let column = width(first) <= COLUMN && width(second) > width(first) && is_column(text);
    let remainder = above.last().is_some_and(|last| width(last) <= REMAINDER);
    let tall = rules::title::tall()
        && above.len() - usize::from(remainder) > 2
        && width(first) > width(second)
        && !is_vertical(lines, above.iter().copied());
    let question = rules::title::question() && asks(text) && !asks(below);
    !(rules::title::goes_on() && goes_on(below))
        && (question || !is_open(text) && (slogan || column || rules::title::sure_deck() && sure_deck || tall))
}

/// Whether the words of a line say that the headline is the one below it.
fn says_it_is_kicker(text: &str, below: &str, look: &Look) -> bool {
    let announces = text.ends_with(['：', '—', ':']);
    let framed = KICKER_FRAMES.at_start(text).is_some() && KICKER_FRAMES.at_end(text).is_some();
    let frames = framed || KICKERS.at_start(text).is_some();
    let reports = look.spaces == 0 && MEETINGS.at_end(text).is_some();
    let about_one = ONE.at_start(text).is_some() && text.contains('的') && look.spaces == 0;
    let capitals = |text: &str| text.contains(char::is_uppercase) && !text.contains(char::is_lowercase);
    let capital = look.is_latin() && capitals(text) && !capitals(below);
    rules::title::announces() && announces || frames || reports || about_one || rules::title::capital() && capital
}

/// Whether a text is the name of a column: 市民热线, 编辑部札记.
fn is_column(text: &str) -> bool {
    COLUMNS.at_end(text).is_some() && !text.contains('的')
}

/// Whether a text asks without a mark: 能不能, 有没有.
fn asks(text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    !text.ends_with(&['？'])
        && text.windows(3).any(|three| matches!(simplified(three[1]), '不' | '没') && three[0] == three[2])
}

/// Whether a line ends as the beginning of a clause does, that says whose, when or where: no kicker.
fn is_open(text: &str) -> bool {
    let year = text.strip_suffix('年').is_some_and(|text| text.trim_end().ends_with(chars::is_digit));
    rules::title::year() && year || CLAUSES.at_end(text).is_some()
}

/// Whether a line begins with the end of a word or a clause that the line above broke off.
fn goes_on(text: &str) -> bool {
    let mut chars = text.chars();
    let first = chars.next().is_some_and(|c| matches!(c, '的' | '了' | '着' | '著' | '们' | '們'));
    first || chars.next().is_none_or(char::is_whitespace)
}

/// The widest kicker that is a mere name of a column or a catchword, in half characters.
const SLOGAN: i32 = 8;
/// The widest name of a column that ends as such names do.
const COLUMN: i32 = 18;
/// The widest line of a head in a frame so narrow that it is set one to four characters a line.
const NARROW: i32 = 8;
/// The widest remainder of a headline that did not fit its line.
const REMAINDER: i32 = 6;

/// Whether lines are so narrow that they are a head set vertically.
pub fn is_vertical(lines: &[Line], of: impl ExactSizeIterator<Item = usize>) -> bool {
    of.len() > 2 && of.into_iter().all(|i| lines[i].look.width <= VERTICAL)
}

/// Whether lines are a head in a frame so narrow that few characters stand on each.
pub fn is_narrow(lines: &[Line], of: impl ExactSizeIterator<Item = usize>) -> bool {
    of.len() > 2 && of.into_iter().all(|i| lines[i].look.width <= NARROW)
}

fn begins_with_dash(text: &str) -> bool {
    text.starts_with("——") || text.starts_with('—') || text.starts_with("--") || text.starts_with('―')
}

/// The text of lines of a head; `measure` is the page's usual one.
pub fn text(page: &str, lines: &[Line], of: &[usize], measure: i32) -> Option<String> {
    let spans = of.iter().map(|&i| lines[i].start..lines[i].end);
    if is_vertical(lines, of.iter().copied()) {
        return Some(joined(page, spans, Spacing::Running));
    }
    let full = |n: usize| n > 0 && of[n - 1] + 1 == of[n] && is_full([&lines[of[n - 1]], &lines[of[n]]], measure);
    (!of.is_empty()).then(|| joined_head(page, spans.enumerate().map(|(n, span)| (span, full(n)))))
}

/// The least measure, in half characters, of a text set anew in one wide column, its heads in the
/// same type.
const WIDE: i32 = 44;

/// Whether the first of two lines of a head in a wide column was broken for want of room: it fills
/// the measure, or the four fifths of it that a head may be given, and little was left over.
fn is_full([line, next]: [&Line; 2], measure: i32) -> bool {
    let (width, left) = (line.look.width, next.look.width);
    rules::title::full_line()
        && measure >= WIDE
        && (width + 2 >= measure || width * 5 >= measure * 4 && left * 2 <= width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bounds, RawPage};
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
        named("千条留言换来三班\n渡船", body, None);
        named("江一帆", body, None);
        named("渡\n口\n的\n灯", body, None);
    }

    /// Kicker, headline and deck of a head, bars between them and between their lines.
    fn divided(head: &str) -> String {
        let page = RawPage::from_text("test", head.replace('/', "\n"));
        let lines = line::read(&page, &page.lines);
        let whole = 0..lines.len();
        let title = divide(&page.text, &lines, std::slice::from_ref(&whole));
        let part = |of: &[usize]| of.iter().map(|&i| lines[i].text(&page.text)).collect::<Vec<_>>().join("/");
        [part(&title.kicker), part(&title.headline), part(&title.deck)].join("|")
    }

    #[test]
    fn type_sizes_divide_a_head() {
        let of = |sizes: &[f32]| {
            let page = RawPage::from_text("test", "全县渡口\n把灯点到天亮\n渡口的灯\n三位摆渡人");
            let mut lines = line::read(&page, &page.lines);
            for (line, size) in lines.iter_mut().zip(sizes) {
                line.print = Some(Print { bounds: Bounds::default(), size: Some(*size), weight: None, above: None });
            }
            let whole = 0..lines.len();
            let title = divide(&page.text, &lines, std::slice::from_ref(&whole));
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
            text(&page.text, &lines, &(0..lines.len()).collect::<Vec<_>>(), measure).unwrap_or_default()
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
            "写在渡口百年之际|把灯点到天亮|",
            // Columns and catchwords.
            "渡口夜话|人和船都要歇一歇|",
            "江边读者信箱|渡船夜里为什么不开了|",
            "RIVER NOTES|The ferry that waits for the moon|",
            // Questions and those who answer them.
            "|渡船夜里还开不开？|县交通局回应乘客关切",
            "江边一周问答|渡船夜里为什么不开了|县交通局回应三个问题",
            "末班渡船能不能晚半小时|两个码头试行夜航|",
            // Type so small that much more stands on the line.
            "|渡口来了新“船长”|自动驾驶渡轮覆盖全县12处渡口/两岸往返不到十分钟便有一班",
            "|三座渡口同日复航/每一班船都有一位老船工压舱|",
            // Japanese headlines leave out their verb.
            "|川の渡し船、ふたたび岸に|住民が毎朝交代で船をこぐ",
            // One headline on several lines.
            "|两岸隔水相望四十年/今天架起第一座桥|",
            "|渡船今晚听了谁/的 一千条留言/换来三班船|",
            "|汛期之前/渡口教你看水色|",
            "|江州2025年/渡口夜航时刻表公布|——共三个码头九班船",
            "|摆渡人打捞起一箱百年旧书信/失主：物归原主，分文不取|",
            "摆渡说|慢慢摇，不着急|",
            // Headlines set vertically, their kickers above or beside them.
            "写在渡口百年展览之中|渡/口/的/灯|",
            "老摆渡/人的最/后一班|把灯/点到/天亮|",
            "|渡口/的灯/一/又亮/了|",
            "|渡口的灯又亮了|",
        ] {
            let head = expected.split('|').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/");
            assert_eq!(divided(&head), expected);
        }
        assert_eq!(divided(""), "||");
    }
}
