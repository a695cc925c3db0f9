//! Parts of a body that an extractor set behind another article's, as one does that orders frames
//! by their place on the page: cut off at a blank line and put back where their words belong.

use super::blocks::LineBlockKind;
use super::draft::{Draft, DraftPart, NEAR};
use super::spread::DraftPage;
use crate::parse::emission::habit::Habit;
use crate::parse::emission::kind::Step;
use crate::parse::rules;
use crate::parse::weights::strays as weight;

/// The most blank lines of a body at which it may be cut.
const CUTS: usize = 4;

impl DraftPage<'_> {
    /// Puts strays back, on a page whose blank lines part no paragraphs.
    pub fn settle(&self, drafts: &mut [Draft], habit: &Habit) {
        if !rules::article::strays()
            || [Step::AfterFirst, Step::Between].iter().any(|&step| habit.gaps[step as usize] > weight::gaps())
        {
            return;
        }
        for from in 1..drafts.len() {
            let cuts: Vec<usize> = self.cuts(&drafts[from]).take(CUTS).collect();
            if let Some((cut, home)) = cuts.iter().find_map(|&cut| Some((cut, self.home(drafts, from, cut)?))) {
                let stray = drafts[from].body.split_off(cut);
                drafts[home].body.extend(stray);
                drafts[home].ends_inside = drafts[from].ends_inside;
                drafts[from].ends_inside = false;
            }
        }
    }

    /// The parts of a body that begin at a blank line.
    fn cuts(&self, draft: &Draft) -> impl Iterator<Item = usize> {
        let at_gap = |part: &DraftPart| match part {
            DraftPart::Block(block) => {
                let block = &self.blocks[*block];
                block.kind == LineBlockKind::Paragraph && self.lines[block.lines.start].gap
            }
            _ => false,
        };
        (1..draft.body.len()).filter(move |&cut| at_gap(&draft.body[cut]))
    }

    /// The draft, of those shortly before, that has much more in common with a part of a body than
    /// what stands before that part.
    fn home(&self, drafts: &[Draft], from: usize, cut: usize) -> Option<usize> {
        let (own, stray) = drafts[from].body.split_at(cut);
        let (own, stray) = (self.words(own), self.words(stray));
        if own.count().min(stray.count()) < weight::fewest() {
            return None;
        }
        let least = own.common(&stray) + weight::closer();
        let near = from.saturating_sub(NEAR)..from;
        let fits = |home: &usize| (drafts[*home].measure - drafts[from].measure).abs() <= 2 && !drafts[*home].closed;
        let common = near.filter(fits).map(|home| (self.words(&drafts[home].body).common(&stray), home));
        common.filter(|(common, _)| *common > least).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, home)| home)
    }
}

#[cfg(test)]
mod tests {
    use crate::model::RawPage;
    use crate::parse::parse;

    #[test]
    fn a_part_goes_back_to_the_body_whose_words_it_has() {
        let salt = "盐场的水车重新转起来\n\
            本报讯 （记者 江一帆） 停了十二\n年的水车昨天又在盐场转了起来。老盐\n工说，水车一转，卤水就活了，盐也就\n有了味道。\n\
            盐场的水车是木头做的，叶片一共\n三十六张，坏了的七张由老盐工照着旧\n样子重新刨了出来，刷上三遍桐油。\n\
            水车一共修了两个月。\n老盐工说，木头认得卤水。\n";
        let bees = "\n城西菜园里的蜂箱多了\n\
            本报讯 （记者 周密） 城西的菜\n园里新添了四十只蜂箱，养蜂人是两个\n刚毕业的学生，他们说油菜花能采一个\n月的蜜。\n\
            蜂箱摆在菜园的篱笆边上，每只蜂\n箱都编了号，谁家想认养都可以，秋天\n能分到两瓶蜜。\n\
            菜园里的蜂箱不怕下雨。\n养蜂人每天来看一回。\n";
        let stray = "\n修水车的钱是盐场自己出的，老盐\n工没有要工钱，只要了一捆桐油布。盐\n场说，往后水车每个月转一回，让来看\n卤水的人知道盐是怎么晒出来的。";
        let paragraphs = |text: String| -> Vec<usize> {
            parse(&RawPage::from_text("test", text)).articles.iter().map(|article| article.body.len()).collect()
        };
        assert_eq!(paragraphs(format!("{salt}{bees}")), [4, 4]);
        assert_eq!(paragraphs(format!("{salt}{bees}{stray}")), [5, 4]);
        assert_eq!(paragraphs(format!("{bees}{salt}{stray}")), [4, 5]);
    }
}
