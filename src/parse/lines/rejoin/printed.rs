//! What pieces cost as one printed line: how they fill the measure, what explains the breaks
//! between them, and what the line would be.

use super::breaks::Break;
use crate::parse::emission::evidence::Emission;
use crate::parse::emission::habit::Habit;
use crate::parse::emission::kind::Label;
use crate::parse::emission::setting::LineSetting;
use crate::parse::emission::sign::Sign;
use crate::parse::line::{Ending, Line, Look};
use crate::parse::weights::{pieces as weight, step};

/// What stands in a column before a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnState {
    /// Nothing, or the end of a paragraph.
    #[default]
    Ended,
    /// A paragraph that goes on.
    Running,
    /// A line of a head, of verse or of a table.
    Headed,
}

impl ColumnState {
    /// The number of states.
    pub const COUNT: usize = 3;
    /// All states, each at its own index.
    pub const ALL: [Self; Self::COUNT] = [Self::Ended, Self::Running, Self::Headed];

    /// What it costs that a page ends in it.
    pub fn at_end(self) -> f32 {
        if self == Self::Running { weight::end_inside() } else { 0.0 }
    }
}

/// StateCosts from each state to each.
pub type StateCosts = [[f32; ColumnState::COUNT]; ColumnState::COUNT];

/// What is seen of a fragment before anything is joined.
#[derive(Clone, Copy, Debug, Default)]
pub struct Fragment {
    /// How many pairs of neighbouring marks it has.
    pub pairs: i32,
    /// How it ends: a credit as a sentence, a speaker who has yet to speak as a clause.
    pub ending: Ending,
    /// Whether the grammars say that a paragraph begins with it.
    pub begins: bool,
}

/// Fragments taken for one printed line, gathered from the last one backwards.
#[derive(Default)]
pub struct Printed {
    /// How many there are.
    count: usize,
    /// What they look like as one line, without what neighbouring marks save.
    look: Look,
    /// How the last fragment ends that is more than closers.
    ending: Option<Ending>,
    /// The marks inside fragments, where an extractor saw none squeezed.
    whole: i32,
    /// The breaks that only a squeezed mark explains.
    squeezed: i32,
    /// The breaks behind the end of a sentence.
    ends: i32,
    /// Whether a break is at a character that is lost: there is no telling where a head has one.
    lost: bool,
    /// How many fragments but the first begin as paragraphs do.
    begun: i32,
    /// What was seen of the first one.
    first: Fragment,
}

impl Printed {
    /// Adds the fragment before those that are there; `after` is the break between.
    pub fn add(&mut self, line: &Line, fragment: Fragment, after: Break) {
        let look = &line.look;
        let joined = self.count > 0;
        let outer = i32::from(look.ending != Ending::Open) + i32::from(look.breaks_kinsoku());
        self.whole += (look.marks - fragment.pairs - outer).max(0);
        self.squeezed += i32::from(after == Break::Mark);
        self.ends += i32::from(joined && look.ending == Ending::Sentence);
        self.begun += i32::from(joined && self.first.begins);
        self.lost |= after == Break::Lost;
        self.look = if joined { look.joined_to(&self.look) } else { *look };
        self.look.width -= fragment.pairs + i32::from(after == Break::Pair);
        self.look.marks = (self.look.marks - fragment.pairs).max(0);
        let closers = look.width <= 2 && look.ending == Ending::Closer;
        self.ending = self.ending.or((!closers).then_some(fragment.ending));
        self.look.ending = self.ending.unwrap_or(Ending::Closer);
        self.first = fragment;
        self.count += 1;
    }

    /// What they cost as one printed line, from every state to every other: what such a line costs
    /// under each label, and what the breaks inside it take to believe. `next` is the width of what
    /// may not be parted at the beginning of the next line, `join` what each break taken back costs.
    pub fn costs(&self, measure: i32, next: i32, habit: &Habit, join: f32) -> StateCosts {
        let sign = Sign { speaks: self.first.begins, ..Sign::default() };
        let (look, usual) = (&self.look, measure);
        let emission =
            Emission { look, measure, usual, next, sign: &sign, habit, setting: LineSetting::default(), wrap: None };
        let [only, first, last, inner, mut head] =
            emission.costs([Label::Only, Label::First, Label::Last, Label::Inner, Label::Head]);
        head += if self.lost { f32::INFINITY } else { 0.0 };
        let own = join * (self.count - 1) as f32
            + weight::over_end() * self.ends as f32
            + weight::begins_inside() * self.begun as f32
            + self.breaks(measure);
        let mut costs = [
            [only, first, head + step::head()],
            [last, inner, head + step::interrupt()],
            [only, first, head + step::head_on()],
        ];
        costs.iter_mut().flatten().for_each(|cost| *cost += own);
        costs
    }

    /// What the breaks inside it take to believe: that marks were squeezed, and for want of room.
    fn breaks(&self, measure: i32) -> f32 {
        let over = self.look.width - measure;
        if self.count == 1 {
            return 0.0;
        }
        if over > self.look.marks {
            return f32::INFINITY;
        }
        if over <= 0 {
            return weight::unexplained() * self.squeezed.min(2) as f32;
        }
        // Digits and Latin letters may be narrower than they count.
        let narrower = (self.look.narrow + self.look.spaces + 1) / 3;
        let uneven = if self.squeezed > 0 { self.whole.min(3) } else { 0 };
        weight::uneven() * uneven as f32 + weight::too_tight() * (over - 2 - narrower).max(0) as f32
    }
}
