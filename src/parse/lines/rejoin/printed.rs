//! What pieces cost as one printed line: how they fill the measure, what explains the breaks
//! between them, and what the line would be.

use crate::parse::line::{Ending, Line};
use crate::parse::lines::rejoin::breaks::{Break, breaks_kinsoku};
use crate::parse::weights::pieces as weight;

/// What stands in a column before a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum State {
    /// Nothing, or the end of a paragraph.
    #[default]
    Ended,
    /// A paragraph that goes on.
    Running,
    /// A line of a head, of verse or of a table.
    Headed,
}

impl State {
    /// The number of states.
    pub const COUNT: usize = 3;
    /// All states, each at its own index.
    pub const ALL: [Self; Self::COUNT] = [Self::Ended, Self::Running, Self::Headed];

    /// What it costs that a page begins in it.
    pub fn at_start(self) -> f32 {
        if self == Self::Running { weight::BEGIN_INSIDE } else { 0.0 }
    }

    /// What it costs that a page ends in it.
    pub fn at_end(self) -> f32 {
        if self == Self::Running { weight::END_INSIDE } else { 0.0 }
    }
}

/// A Latin line may leave so small a part of the measure free.
const LATIN: i32 = 5;

/// Costs from each state to each.
pub type Costs = [[f32; State::COUNT]; State::COUNT];

/// What is seen of a piece before anything is joined.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// How many pairs of neighbouring marks it has.
    pub pairs: i32,
    /// How it ends: a credit as a sentence, a speaker who has yet to speak as a clause.
    pub ending: Ending,
    /// Whether the grammars say that a paragraph begins with it.
    pub begins: bool,
    /// Whether a lead that began before it goes on in it.
    pub in_lead: bool,
}

/// Pieces taken for one printed line, gathered from the last one backwards.
#[derive(Default)]
pub struct Printed {
    /// How many there are.
    count: usize,
    /// Their width without what neighbouring marks save.
    width: i32,
    /// The marks that may be squeezed.
    marks: i32,
    /// Those inside pieces, where an extractor saw none squeezed.
    whole: i32,
    /// The room that digits, Latin letters and the spaces round them may take beside their width.
    slack: i32,
    /// The breaks that only a squeezed mark explains.
    squeezed: i32,
    /// The breaks behind the end of a sentence.
    ends: i32,
    /// Ends of sentences before the last piece's end.
    stops: i32,
    /// Commas, the last piece's end included.
    commas: i32,
    /// Whether all are Latin.
    latin: bool,
    /// How the last piece ends that is more than closers.
    ending: Option<Ending>,
    /// Whether the first one begins as no line may.
    kinsoku: bool,
    /// How many pieces but the first begin as paragraphs do.
    begun: i32,
    /// What was seen of the first one.
    first: Seen,
}

impl Printed {
    /// Adds the piece before those that are there; `after` is the break between.
    pub fn add(&mut self, piece: &Line, seen: Seen, after: Break) {
        let look = &piece.look;
        let joined = self.count > 0;
        self.latin = look.is_latin() && (self.latin || !joined);
        self.width += look.width - seen.pairs + i32::from(joined && look.is_latin()) - i32::from(after == Break::Pair);
        self.marks += look.marks - seen.pairs;
        let outer = i32::from(look.ending != Ending::Open) + i32::from(breaks_kinsoku(piece));
        self.whole += (look.marks - seen.pairs - outer).max(0);
        self.slack += look.narrow + look.spaces;
        self.squeezed += i32::from(after == Break::Mark);
        self.ends += i32::from(joined && look.ending == Ending::Sentence);
        self.stops += look.stops;
        self.commas += look.commas;
        let closers = look.width <= 2 && look.ending == Ending::Closer;
        self.ending = self.ending.or((!closers).then_some(seen.ending));
        self.kinsoku = breaks_kinsoku(piece);
        self.begun += i32::from(joined && self.first.begins);
        self.first = seen;
        self.count += 1;
    }

    /// What they cost as one printed line, from every state to every other; `join` is what each
    /// break taken back costs.
    pub fn costs(&self, measure: i32, indent: i32, join: f32) -> Costs {
        let ending = self.ending.unwrap_or(Ending::Closer);
        let [ends, open] = match ending {
            Ending::Sentence => [0.0, weight::ENDS],
            Ending::Colon => [0.0, weight::ENDS / 2.0],
            Ending::Pause => [weight::UNSURE_END, 0.0],
            Ending::Closer => [weight::CLOSER_END, 0.0],
            Ending::Open => [weight::UNENDED, 0.0],
            Ending::Comma => [weight::UNENDED + 1.0, 0.0],
        };
        let starts = if self.first.begins { weight::BEGINS[0] } else { 0.0 };
        let goes_on = if self.first.begins { weight::BEGINS[1] } else { 0.0 };
        let unexplained = if self.latin { 0.0 } else { weight::UNEXPLAINED * self.squeezed.min(2) as f32 };
        let full = self.fill(measure);
        let first = self.fill(measure - indent);
        let short = if self.width <= measure { unexplained } else { full + weight::FULL_END };
        let paragraph = starts + (first + weight::FIRST).min(full + weight::UNINDENTED) + open;
        let only =
            starts + weight::ONLY + ends + if self.width <= measure - indent { unexplained } else { first.min(short) };
        let head = weight::HEAD_STOP * (self.stops + self.ends).min(4) as f32
            + weight::HEAD_COMMA * self.commas.min(4) as f32
            + match self.width - self.marks > measure {
                true if self.count > 1 => f32::INFINITY,
                true => weight::OVER,
                false => 0.0,
            }
            + unexplained
            + if ending == Ending::Sentence { weight::HEAD_ENDS } else { 0.0 };
        let own = join * (self.count - 1) as f32
            + weight::OVER_END * self.ends as f32
            + weight::BEGINS[1] * self.begun as f32
            + if self.kinsoku { weight::KINSOKU } else { 0.0 };
        let mut costs = [
            [only, paragraph, head + weight::HEAD],
            [goes_on + weight::LAST + ends + short, goes_on + full + open, head + weight::INTERRUPT],
            [only, paragraph, head + weight::HEAD_ON],
        ];
        for (costs, from) in costs.iter_mut().zip(State::ALL) {
            let torn = if self.first.in_lead && from != State::Running { weight::INSIDE_LEAD } else { 0.0 };
            costs.iter_mut().for_each(|cost| *cost += own + torn);
        }
        costs
    }

    /// What it costs that they fill a room of so many half characters.
    fn fill(&self, room: i32) -> f32 {
        let over = self.width - room;
        let [less, more] = if self.latin { [room / LATIN, 0] } else { [(self.slack + 1) / 3; 2] };
        if room <= 0 || over > self.marks + 1 + more || over < -2 - less {
            return f32::INFINITY;
        }
        if over > 0 {
            let uneven = if self.squeezed > 0 { self.whole.min(3) } else { 0 };
            return weight::SQUEEZE * over as f32
                + weight::UNEVEN * uneven as f32
                + weight::TOO_TIGHT * (over - 2 - more).max(0) as f32
                + if over > self.marks + more { weight::TIGHT_MEASURE } else { 0.0 };
        }
        let loose = weight::LOOSE * (-1 - over).max(0) as f32;
        match (over, self.squeezed.min(2) as f32) {
            _ if less > 0 => loose,
            (-1.., squeezed) => weight::UNEXPLAINED * squeezed,
            (_, squeezed) => weight::ONE_SHORT + 2.0 * weight::UNEXPLAINED * squeezed,
        }
    }
}
