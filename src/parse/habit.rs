//! What a page does everywhere: where it leaves lines blank, how deep it indents.

use super::label::{Label, Step};
use super::lines::Line;
use super::weights::gap as weight;

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
    /// The habits that a page may have, the usual one first.
    pub fn candidates(lines: &[Line]) -> Vec<Self> {
        let gaps = lines.iter().filter(|line| line.gap).count();
        let keeps_indents = keeps_indents(lines);
        let at_head = if gaps * 30 < lines.len() { weight::RARE } else { weight::OPEN };
        let mut habits = Vec::new();
        let states: &[f32] = if gaps * 30 < lines.len() { &[weight::RARE] } else { &[weight::RARE, weight::USUAL] };
        for &after_first in states {
            for &between in states {
                for indent in [4, 0, 2] {
                    let mut gaps = [weight::RARE; Step::COUNT];
                    gaps[Step::AfterFirst as usize] = after_first;
                    gaps[Step::Between as usize] = between;
                    gaps[Step::AtHead as usize] = at_head;
                    gaps[Step::InHead as usize] = weight::SELDOM;
                    habits.push(Self { gaps, indent, keeps_indents });
                }
            }
        }
        habits
    }

    /// The cost of a blank line, or of none, at a step.
    pub fn gap_cost(&self, step: Step, gap: bool) -> f32 {
        let likely = self.gaps[step as usize];
        -(if gap { likely } else { 1.0 - likely }).ln()
    }

    /// Whether most paragraphs are parted by blank lines.
    pub fn leaves_blank_between(&self) -> bool {
        self.gaps[Step::Between as usize] > 0.5
    }

    /// The same habits with blank lines as often as the labels say they are.
    pub fn refined(&self, lines: &[Line], labels: &[Label]) -> Self {
        let mut seen = [[0.0_f32; 2]; Step::COUNT];
        for (line, pair) in lines.iter().skip(1).zip(labels.windows(2)) {
            let step = Step::of(pair[0], pair[1]);
            seen[step as usize][usize::from(line.gap)] += 1.0;
        }
        let mut habit = *self;
        for (gaps, [without, with]) in habit.gaps.iter_mut().zip(seen) {
            *gaps = (with + *gaps * weight::PRIOR) / (with + without + weight::PRIOR);
            *gaps = gaps.clamp(0.01, 0.99);
        }
        habit
    }
}

/// Whether some but not most lines begin with white space: the indents of first lines.
fn keeps_indents(lines: &[Line]) -> bool {
    let indented = lines.iter().filter(|line| line.look.indent >= 2).count();
    indented >= 2 && indented * 25 >= lines.len() && indented * 10 <= lines.len() * 7
}
