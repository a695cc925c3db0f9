//! What a page does everywhere: where it leaves lines blank, how deep it indents.

use super::kind::{Label, Step};
use crate::parse::line::{Line, Look};
use crate::parse::weights::{gap as weight, step};

/// A page's habits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Habit {
    /// How likely a blank line is at each kind of step from line to line.
    pub gaps: [f32; Step::COUNT],
    /// The indent of a first line, in half characters, that the text has lost.
    pub indent: i32,
    /// Whether the text kept the indents of first lines.
    pub keeps_indents: bool,
}

impl Habit {
    /// The habits that a page may have, as to blank lines.
    pub fn candidates(lines: &[Line]) -> Vec<Self> {
        let gaps = lines.iter().filter(|line| line.gap).count();
        let few = gaps * 30 < lines.len();
        let often: &[f32] =
            if few { &[weight::rare()] } else { &[weight::rare(), weight::sometimes(), weight::usual()] };
        let base = Self { gaps: [weight::rare(); Step::COUNT], indent: 4, keeps_indents: keeps_indents(lines) };
        let habit = |after_first: f32, between: f32| {
            let mut habit = base;
            habit.gaps[Step::AfterFirst as usize] = after_first;
            habit.gaps[Step::Between as usize] = between;
            habit.gaps[Step::AtHead as usize] = if few { weight::rare() } else { weight::open() };
            habit.gaps[Step::InHead as usize] = if few { weight::rare() } else { weight::seldom() };
            if !few {
                habit.gaps[Step::Rows as usize] = weight::rows();
                habit.gaps[Step::Stanzas as usize] = weight::stanzas();
            }
            habit
        };
        often.iter().flat_map(|&after_first| often.iter().map(move |&between| habit(after_first, between))).collect()
    }

    /// The same habits with every other indent that a page may have.
    pub fn with_other_indents(&self) -> [Self; 2] {
        [0, 2].map(|indent| Self { indent, ..*self })
    }

    /// What it takes to believe in the indent: Chinese pages indent by two characters, Japanese
    /// and English ones by one.
    pub fn oddness(&self, lines: &[Line]) -> f32 {
        let sum = |of: fn(&Look) -> i32| lines.iter().map(|line| of(&line.look)).sum::<i32>();
        let foreign = sum(|look| look.kana * 3 + look.latin);
        let usual = if foreign * 3 > sum(|look| look.width) { 2 } else { 4 };
        if self.indent == usual { 0.0 } else { step::unusual_indent() }
    }

    /// The cost of a blank line, or of none, at each kind of step.
    pub fn gap_costs(&self, gap: bool) -> [f32; Step::COUNT] {
        self.gaps.map(|likely| -(if gap { likely } else { 1.0 - likely }).ln())
    }

    /// Whether most paragraphs are parted by blank lines.
    pub fn leaves_blank_between(&self) -> bool {
        self.gaps[Step::Between as usize] > weight::often()
    }

    /// The same habits with blank lines as often as the labels say they are.
    pub fn refined(&self, lines: &[Line], labels: &[Label]) -> Self {
        let mut seen = [[0.0_f32; 2]; Step::COUNT];
        for (line, pair) in lines.iter().skip(1).zip(labels.windows(2)) {
            let step = Step::of(pair[0], pair[1]);
            seen[step as usize][usize::from(line.gap)] += 1.0;
        }
        let mut habit = *self;
        let [least, most] = weight::bounds();
        for (gaps, [without, with]) in habit.gaps.iter_mut().zip(seen) {
            *gaps = (with + *gaps * weight::prior()) / (with + without + weight::prior());
            *gaps = gaps.max(least).min(most);
        }
        habit
    }
}

/// Whether some but not most lines begin with white space: the indents of first lines.
fn keeps_indents(lines: &[Line]) -> bool {
    let indented = lines.iter().filter(|line| line.look.indent >= 2).count();
    indented >= 2 && indented * 25 >= lines.len() && indented * 10 <= lines.len() * 7
}
