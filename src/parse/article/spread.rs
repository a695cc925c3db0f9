//! Heads that stand together in one place though they belong to several bodies: at a page's end,
//! or side by side over two columns. The lines of such a run are dealt out, in order, to the
//! bodies near it that have no head.

use crate::parse::rules;
use std::ops::Range;

use super::blocks::LineBlock;
use super::draft::{Draft, DraftPart};
use super::seam::Seam;
use super::title::is_narrow;
use crate::parse::line::Line;
use crate::parse::weights::spread;
use crate::parse::words::Words;

/// How far from a run, in articles, a body may stand.
const NEAR: usize = 8;
/// The longest run that is dealt out, in lines.
const LONGEST: usize = 40;

/// The page that the drafts are of.
pub struct DraftPage<'a> {
    /// Its text.
    pub page: &'a str,
    /// Its lines.
    pub lines: &'a [Line],
    /// Its blocks.
    pub blocks: &'a [LineBlock],
}

impl DraftPage<'_> {
    /// Deals out the lines of heads that have bodies without a head near them.
    pub fn spread(&self, drafts: &mut [Draft]) {
        for donor in 0..drafts.len() {
            let Some(run) = drafts[donor].head.iter().max_by_key(|run| run.len()).cloned() else { continue };
            if !(2..=LONGEST).contains(&run.len()) || is_narrow(self.lines, run.clone()) {
                continue;
            }
            let near = donor.saturating_sub(NEAR)..drafts.len().min(donor + NEAR + 1);
            let bare = |d: &Draft| d.head.is_empty() && !d.starts_inside && !d.body.is_empty();
            let takers: Vec<usize> = near.filter(|&i| i == donor || bare(&drafts[i])).collect();
            if !rules::article::spread() || takers.len() < 2 {
                continue;
            }
            let words: Vec<Words> = takers.iter().map(|&i| self.words(&drafts[i].body)).collect();
            let led: Vec<bool> = takers.iter().map(|&i| drafts[i].led).collect();
            let away: Vec<usize> = takers.iter().map(|&i| i.abs_diff(donor)).collect();
            let shares = self.deal(&run, &words, &away, &led);
            drafts[donor].head.retain(|head| *head != run);
            for (taker, share) in takers.into_iter().zip(shares).filter(|(_, share)| !share.is_empty()) {
                drafts[taker].head.push(share);
            }
        }
    }

    /// The words of a body.
    pub fn words(&self, body: &[DraftPart]) -> Words {
        let lines = |part: &DraftPart| match part {
            DraftPart::Block(block) | DraftPart::Rest(block) => self.blocks[*block].lines.clone(),
            DraftPart::Section(lines) => lines.clone(),
        };
        let spans = body.iter().map(lines);
        Words::of(&spans.map(|lines| self.text(&lines)).collect::<String>())
    }

    fn text(&self, lines: &Range<usize>) -> &str {
        let ends = self.lines.get(lines.start).zip(lines.end.checked_sub(1).and_then(|last| self.lines.get(last)));
        ends.and_then(|(first, last)| self.page.get(first.start..last.end)).unwrap_or_default()
    }

    /// The share of the run's lines that each body gets: the cheapest division in order.
    fn deal(&self, run: &Range<usize>, words: &[Words], away: &[usize], led: &[bool]) -> Vec<Range<usize>> {
        let count = run.len();
        let seams = Seam::all(self.page, self.lines, run.clone());
        let torn = |share: &Range<usize>| {
            let seam = (share.start - run.start).checked_sub(1).and_then(|n| seams.get(n));
            seam.filter(|_| !share.is_empty()).map_or(0.0, |seam| seam.cost(words))
        };
        // best[body][line]: the least cost of giving the lines before `line` to the bodies before `body`.
        let mut best = vec![vec![(f32::INFINITY, 0); count + 1]; words.len() + 1];
        best[0][0].0 = 0.0;
        for body in 0..words.len() {
            for from in 0..=count {
                let before = best[body][from].0;
                if before.is_infinite() {
                    continue;
                }
                for (to, best) in best[body + 1].iter_mut().enumerate().skip(from) {
                    let share = run.start + from..run.start + to;
                    let wants = away[body] == 0 || led[body];
                    let cost = self.share_cost(&share, run, &words[body], away[body], wants);
                    let total = before + cost + torn(&share);
                    if total < best.0 {
                        *best = (total, from);
                    }
                }
            }
        }
        let mut shares = vec![0..0; words.len()];
        let mut to = count;
        for body in (0..words.len()).rev() {
            let from = best[body + 1][to].1;
            shares[body] = run.start + from..run.start + to;
            to = from;
        }
        shares
    }

    /// What it costs that a body gets these lines of the run.
    fn share_cost(&self, share: &Range<usize>, run: &Range<usize>, words: &Words, away: usize, wants: bool) -> f32 {
        if share.is_empty() {
            return if wants { spread::led() } else { spread::unled() };
        }
        let long = spread::long() * share.len().saturating_sub(spread::usual()) as f32;
        let inside = share.start > run.start && !self.lines[share.start].gap;
        let torn = if inside { spread::torn() } else { 0.0 };
        let away = spread::away() * away as f32;
        long + torn + away + spread::word() * words.matches(self.text(share)).0 as f32
    }
}
