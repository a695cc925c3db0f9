//! What each line says for and against each label: its width against the measure, how it begins
//! and ends, the marks in it, what the grammars found, its type size where that is known.

use super::habit::Habit;
use super::kind::Label;
use super::setting::LineSetting;
use super::sign::Form;
use super::sign::Sign;
use crate::parse::line::{Border, Ending, Line, Look};
use crate::parse::rules;
use crate::parse::weights::look as weight;

/// The cost of each label, by its index.
pub type Costs = [f32; Label::COUNT];

/// A line so wide, in half characters, is a whole paragraph.
const PARAGRAPH: i32 = 130;
/// The most half characters that squeezed marks save.
const SQUEEZED: i32 = 4;

/// The costs of every label at every line.
pub fn costs(lines: &[Line], measures: &[i32], signs: &[Sign], habit: &Habit) -> Vec<Costs> {
    emissions(lines, measures, signs, habit).map(|line| line.costs(Label::ALL)).collect()
}

/// The costs under a habit that has another indent than the one whose costs are given, and nothing else.
pub fn costs_with_indent(
    costs: &[Costs],
    lines: &[Line],
    measures: &[i32],
    signs: &[Sign],
    habit: &Habit,
) -> Vec<Costs> {
    const INDENTED: [Label; 3] = [Label::First, Label::Only, Label::Heading];
    let of = |(line, costs): (Emission, &Costs)| {
        let mut costs = *costs;
        let indented = INDENTED.into_iter().zip(line.costs(INDENTED));
        indented.for_each(|(label, cost)| costs[label as usize] = cost);
        costs
    };
    emissions(lines, measures, signs, habit).zip(costs).map(of).collect()
}

/// What is known of each line.
fn emissions<'a>(
    lines: &'a [Line],
    measures: &'a [i32],
    signs: &'a [Sign],
    habit: &'a Habit,
) -> impl Iterator<Item = Emission<'a>> {
    let usual = median(measures.to_vec()).unwrap_or_default();
    let of = move |i: usize| {
        let next = lines.get(i + 1).map_or(2, |line| line.look.unit);
        let line = &lines[i];
        let setting = LineSetting::of(line);
        let wrap = Wrap::at(lines, measures[i], signs, i).filter(|_| rules::sign::wrapped_title());
        Emission { look: &line.look, measure: measures[i], usual, next, sign: &signs[i], habit, setting, wrap }
    };
    (0..lines.len()).map(of)
}

fn median(mut values: Vec<i32>) -> Option<i32> {
    values.sort_unstable();
    values.get(values.len() / 2).copied()
}

/// A line and what is known of it: what it costs under each label.
pub struct Emission<'a> {
    /// What the line looks like.
    pub look: &'a Look,
    /// Its column's measure, in half characters.
    pub measure: i32,
    /// The measure of most lines of the page.
    pub usual: i32,
    /// The width of what may not be parted at the beginning of the next line.
    pub next: i32,
    /// What the grammars and its neighbours say.
    pub sign: &'a Sign,
    /// What the page does everywhere.
    pub habit: &'a Habit,
    /// How it is set against the page's body.
    pub setting: LineSetting,
    /// Whether it is a title that was broken for want of room, or what was left of one.
    pub wrap: Option<Wrap>,
}

/// The lines of a title in text that was broken for want of room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wrap {
    /// The full one.
    Full,
    /// What was left of it.
    Remainder,
}

impl Wrap {
    /// Which of them a line is, if any: the full one stands behind the end of a paragraph and stops
    /// nowhere, the remainder does not end as a paragraph does, and a paragraph begins below it.
    fn at(lines: &[Line], measure: i32, signs: &[Sign], at: usize) -> Option<Self> {
        if is_remainder(&lines[at].look, measure) {
            return at.checked_sub(1).filter(|&above| wraps(lines, measure, signs, above)).map(|_| Self::Remainder);
        }
        wraps(lines, measure, signs, at).then_some(Self::Full)
    }
}

/// Whether a line may be what was left of a title. In a narrow column more than a character may be
/// a name.
fn is_remainder(look: &Look, measure: i32) -> bool {
    const WIDE: i32 = 44;
    let room = if measure >= WIDE { 6 } else { 2 };
    look.width <= room && matches!(look.ending, Ending::Open | Ending::Closer)
}

fn wraps(lines: &[Line], measure: i32, signs: &[Sign], at: usize) -> bool {
    let Some([line, below, body]) = lines.get(at..at + 3).and_then(|three| <&[Line; 3]>::try_from(three).ok()) else {
        return false;
    };
    let full = (-2..=2 + line.look.marks).contains(&(line.look.width - measure))
        && line.look.ending == Ending::Open
        && line.look.stops == 0;
    let apart = full && is_remainder(&below.look, measure) && !below.gap && !signs[at + 1].names;
    let ended = || at == 0 || lines[at - 1].look.ending == Ending::Sentence;
    apart && ended() && body.look.width + 6 >= measure
}

/// What several labels have in common.
struct SharedCosts {
    /// What speaks for and against the beginning of a paragraph.
    starts: f32,
    /// The same of its going on.
    inside: f32,
    /// The same of its end.
    ends: f32,
    /// What the setting says, as a head and as anything else.
    setting: [f32; 2],
}

impl Emission<'_> {
    /// What the line costs under each of some labels, in nats.
    pub fn costs<const N: usize>(&self, labels: [Label; N]) -> [f32; N] {
        let shared = SharedCosts {
            starts: self.starts(),
            inside: self.inside(),
            ends: self.ends(),
            setting: [self.set(true), self.set(false)],
        };
        labels.map(|label| self.cost(label, &shared))
    }

    fn cost(&self, label: Label, shared: &SharedCosts) -> f32 {
        let of_head = self.look.heads && label != Label::Head;
        let cut = if of_head { weight::cut() } else { 0.0 } + self.borders(label);
        let setting = shared.setting[usize::from(!matches!(label, Label::Head | Label::Heading))];
        cut + setting + self.own(label, shared)
    }

    /// What its setting says, as a head or as anything else.
    fn set(&self, head: bool) -> f32 {
        let LineSetting { large, bold, centred, right, plain, caption, row, .. } = self.setting;
        let side = usize::from(!head);
        let short = self.look.ending == Ending::Open && self.look.width < self.measure - 2;
        let bold = bold && short && !self.sign.speaks && self.sign.lead.is_none();
        let signs = [
            (large, weight::large()),
            (bold, weight::bold()),
            (centred, weight::centred()),
            (right, weight::right()),
            (plain, weight::plain()),
            (caption, weight::of_caption()),
            (row, weight::cells()),
        ];
        signs.iter().map(|(there, costs)| if *there { costs[side] } else { 0.0 }).sum()
    }

    /// What furniture above and below says against a label.
    fn borders(&self, label: Label) -> f32 {
        let above = match self.sign.above {
            Some(_) if label.continues() => weight::border(),
            Some(Border::Text | Border::Rest) if label == Label::Head => weight::border(),
            _ => 0.0,
        };
        let below = match self.sign.below {
            Some(Border::Text) if !matches!(label, Label::Head | Label::Byline) => weight::border(),
            Some(Border::End) if label.goes_on() => weight::border(),
            _ => 0.0,
        };
        above + below
    }

    fn own(&self, label: Label, shared: &SharedCosts) -> f32 {
        let SharedCosts { starts, inside, ends: end, .. } = *shared;
        let sentence = self.look.ending == Ending::Sentence;
        let whole = self.look.width > PARAGRAPH;
        let indent = if self.setting.spaced.is_some() { self.look.indent } else { self.habit.indent };
        let room = self.measure - indent;
        match label {
            Label::First if whole => weight::misfit() + starts,
            Label::First => {
                let ends = if sentence { weight::first_ends() } else { 0.0 };
                self.fit(room).min(weight::misfit()) + starts + ends
            }
            Label::Inner => self.fit(self.measure) + inside + if sentence { weight::inner_ends() } else { 0.0 },
            Label::Last => self.last() + inside + end,
            Label::Only if whole => starts,
            Label::Only => self.only(room) + self.over(room) + starts + end,
            Label::Head => self.head(),
            Label::Heading => self.heading(),
            Label::Verse | Label::Row => self.row(self.form(label)),
            Label::Byline => self.byline(),
            Label::Credit => self.sign.credit.as_ref().map_or(f32::INFINITY, |_| weight::people()),
        }
    }

    /// What it costs that a paragraph ends so.
    fn ends(&self) -> f32 {
        weight::endings()[match self.look.ending {
            _ if self.sign.closes || self.sign.speaks_below => 0,
            Ending::Open | Ending::Closer if self.sign.form == Form::Entry => 1,
            Ending::Sentence => 0,
            Ending::Colon => 1,
            Ending::Pause => 2,
            Ending::Closer => 3,
            Ending::Open => 4,
            Ending::Comma => 5,
        }]
    }

    /// What a line of verse or a row of a table costs by its form.
    fn form(&self, label: Label) -> f32 {
        let long = || self.look.width * 3 > self.usual * 2 || self.look.narrow > 0;
        match (label, self.sign.form) {
            (Label::Row, Form::Row) => weight::in_form(),
            (Label::Verse, _) if long() => weight::verse_long(),
            (Label::Verse, _) => weight::verse(),
            _ if self.is_tabular() => weight::row(),
            _ => weight::row_unlike(),
        }
    }

    /// What a line that fills a room of so many half characters costs.
    fn fit(&self, room: i32) -> f32 {
        let short = room - self.look.width;
        let tolerance = 2 + self.look.narrow / 8;
        if short <= 0 {
            self.over(room)
        } else if short <= tolerance {
            weight::short() * short as f32
        } else if short < self.next + tolerance.min(3) || self.setting.spaced.is_some() {
            weight::unit()
        } else {
            let [broken, each] = weight::broken_by();
            (broken + each * (short - tolerance) as f32).min(weight::broken())
        }
    }

    /// What it costs to be wider than a room.
    fn over(&self, room: i32) -> f32 {
        let wide = self.look.width - self.look.narrow / 8 - room;
        let squeezed = wide.clamp(0, self.look.marks.min(SQUEEZED));
        (weight::squeeze() * squeezed as f32 + weight::over() * (wide - squeezed).max(0) as f32).min(weight::misfit())
    }

    fn last(&self) -> f32 {
        let full = self.look.width >= self.measure - 1;
        self.over(self.measure) + if full { weight::last_full() } else { weight::last() }
    }

    fn only(&self, room: i32) -> f32 {
        let full = (self.look.width - room).abs() <= 1;
        let asks = matches!(self.look.last, '？' | '?') && !self.sign.speaks && self.look.stops == 0;
        weight::only() + if asks { weight::only_asks() } else { 0.0 } + if full { weight::only_full() } else { 0.0 }
    }

    fn kinsoku(&self) -> f32 {
        if self.look.breaks_kinsoku() { weight::kinsoku() } else { 0.0 }
    }

    /// What speaks for and against the beginning of a paragraph here.
    fn starts(&self) -> f32 {
        let indent = match (self.habit.keeps_indents, self.look.indent >= 2) {
            (false, _) => 0.0,
            (true, kept) => weight::indent()[usize::from(!kept)],
        };
        let lower = if self.look.first.is_lowercase() { weight::lower_case() } else { 0.0 };
        self.kinsoku() + lower + indent + self.signs(0) + self.spaced(0)
    }

    /// What speaks for and against a paragraph going on here.
    fn inside(&self) -> f32 {
        let indent = if self.habit.keeps_indents && self.look.indent >= 2 { weight::indent()[1] } else { 0.0 };
        indent + self.signs(1) + self.spaced(1)
    }

    /// What the space above says for a beginning (0) or a going on (1), where space parts paragraphs.
    fn spaced(&self, side: usize) -> f32 {
        match self.setting.spaced {
            None => 0.0,
            Some(true) => weight::spaced()[side],
            Some(false) => weight::unspaced()[side],
        }
    }

    /// The grammars' signs, for a beginning (0) or a going on (1).
    fn signs(&self, side: usize) -> f32 {
        let sign = self.sign;
        [
            (sign.leads(), weight::lead()),
            (sign.speaks, weight::speaker()),
            (sign.numbering.is_some(), weight::numbering()),
            (sign.bullet, weight::bullet()),
            (sign.opener, weight::opener()),
            (sign.caption, weight::caption()),
            (sign.below_caption, weight::below_caption()),
        ]
        .iter()
        .map(|(there, costs)| if *there { costs[side] } else { 0.0 })
        .sum()
    }

    fn head(&self) -> f32 {
        let look = self.look;
        let ending = match look.ending {
            Ending::Sentence if !matches!(look.last, '？' | '！' | '?' | '!') => weight::head_ends()[0],
            Ending::Pause if look.last != '—' => weight::head_ends()[0],
            Ending::Comma => weight::head_ends()[1],
            _ => 0.0,
        };
        let full = (look.width - self.measure).abs() <= 1 && !look.is_latin();
        let people = self.sign.lead.is_some()
            || self.sign.closes
            || self.sign.credit.is_some()
            || self.sign.speaks
            || self.sign.bullet;
        let comma = if look.kana > 0 { weight::head_comma_kana() } else { weight::head_comma() };
        weight::head()
            + ending
            + self.kinsoku()
            + weight::head_stop() * look.stops as f32
            + comma * (look.commas - i32::from(look.ending == Ending::Comma)).min(3) as f32
            + match self.wrap {
                Some(wrap) => weight::wrapped()[wrap as usize],
                None if full => weight::head_full(),
                None => 0.0,
            }
            + if self.is_tabular() && look.spaces > 1 { weight::head_tabular() } else { 0.0 }
            + if self.sign.form == Form::Plain { 0.0 } else { weight::head_in_form() }
            + if look.width <= 4 { weight::head_vertical() } else { 0.0 }
            + self.echo()
            + if people { weight::lead()[1] } else { 0.0 }
            + if look.width > PARAGRAPH { weight::head_whole() } else { 0.0 }
    }

    /// What it says for a head that its words are said again near it.
    fn echo(&self) -> f32 {
        let figures = self.look.narrow * 3 > self.look.width && !self.look.is_latin();
        self.sign
            .echo
            .filter(|_| !figures)
            .map_or(0.0, |echo| weight::head_echo() * (echo - weight::echo()).max(weight::least_echo()))
    }

    fn heading(&self) -> f32 {
        let short = self.look.width <= self.measure && self.look.stops == 0;
        let open = matches!(self.look.ending, Ending::Open | Ending::Closer) || matches!(self.look.last, '？' | '！');
        let numbered = self.sign.numbering.is_some() && self.sign.lead.is_none();
        let indent = if self.setting.is_known() { self.look.indent } else { self.habit.indent };
        let full = (self.look.width - self.measure + indent).abs() <= 1;
        let first = if full { weight::heading_full() } else { 0.0 };
        if numbered && short && open { weight::heading() + first + self.echo() } else { f32::INFINITY }
    }

    /// Whether a line looks like a row of a table: words and figures, spaces between them.
    fn is_tabular(&self) -> bool {
        self.look.spaces > 0 && self.look.narrow > 0 && self.look.commas == 0 && !self.look.is_latin()
    }

    fn row(&self, cost: f32) -> f32 {
        let look = self.look;
        if look.width > self.measure + 4 || look.stops > 0 || self.sign.lead.is_some() || self.sign.speaks {
            return f32::INFINITY;
        }
        let full = look.width >= self.measure - 1;
        self.kinsoku() + cost + if full && !self.is_tabular() { weight::row_full() } else { 0.0 }
    }

    fn byline(&self) -> f32 {
        match &self.sign.lead {
            Some(lead) if lead.alone && lead.lead.dateline.is_none() => {
                weight::people() + if self.sign.leads() { weight::lead()[0] } else { 0.0 }
            }
            _ if self.sign.byline_goes_on => weight::people() + weight::lead()[0],
            _ if self.sign.is_name() && self.sign.below == Some(Border::Text) => weight::people() + weight::lead()[0],
            _ if self.sign.names => weight::name(),
            _ if self.sign.pen_name => weight::pen_name(),
            _ => f32::INFINITY,
        }
    }
}
