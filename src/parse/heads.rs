//! Which head belongs to which piece of a body: one assignment for the whole page, the cheapest
//! under each habit (heads first, heads last), by dynamic programming over heads and pieces.

use std::ops::Range;

use super::blocks::{Block, Kind, Piece};
use super::habit::Habit;
use super::lexicon::NOTICES;
use super::lines::Line;
use super::title::is_vertical;
use super::weights::heads as weight;

/// How many pieces behind the place where one broke off its rest may stand.
const NEAR: usize = 8;

/// An article in the making.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The lines of its head, in the order of the page.
    pub head: Vec<Range<usize>>,
    /// Its body: blocks, and heads that turned out to be section titles.
    pub body: Vec<Part>,
    /// Whether it begins inside a paragraph.
    pub starts_inside: bool,
    /// Whether it ends inside a paragraph.
    pub ends_inside: bool,
    /// Whether it begins with a lead.
    pub led: bool,
    /// The measure of its last line.
    pub measure: i32,
}

/// A part of a draft's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A block, by its index.
    Block(usize),
    /// A block that goes on with the paragraph before it.
    Rest(usize),
    /// The lines of a section title.
    Section(Range<usize>),
}

/// What becomes of a head.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Role {
    /// The head of the piece before it.
    Last,
    /// The head of the piece behind it.
    First,
    /// Its lines before this one belong to the piece before it, the others to the one behind it.
    Both(usize),
    /// A section title: the pieces on both sides are one article.
    Section,
    /// The head of one article whose pieces stand on both sides.
    Amid,
}

/// Puts heads and pieces together.
pub fn assign(page: &str, lines: &[Line], blocks: &[Block], pieces: &[Piece], habit: &Habit) -> Vec<Draft> {
    let joints = joints(blocks, pieces);
    let apart = joints.iter().flatten().filter(|&&head| has_gap(lines, &blocks[head].lines)).count();
    let gaps = !habit.leaves_blank_between() && apart * 3 > joints.iter().flatten().count();
    let led = pieces.iter().filter(|piece| piece.led).count();
    let table = Table { page, lines, blocks, pieces, joints, led, gaps };
    let choices: Vec<Vec<Choice>> = (0..table.joints.len()).map(|joint| table.choices(joint)).collect();
    let habits = [[0.0, weight::AGAINST_HABIT], [weight::AGAINST_HABIT, 0.0]];
    let [first, last] = habits.map(|habit| table.cheapest(&choices, habit));
    table.drafts(if last.0 < first.0 { &last.1 } else { &first.1 })
}

/// Whether a blank line stands before or behind lines.
fn has_gap(lines: &[Line], of: &Range<usize>) -> bool {
    of.start > 0 && lines[of.start].gap || lines.get(of.end).is_some_and(|line| line.gap)
}

/// The head, if any, before each piece and behind the last one.
fn joints(blocks: &[Block], pieces: &[Piece]) -> Vec<Option<usize>> {
    let is_head = |&at: &usize| blocks.get(at).is_some_and(|block| block.kind == Kind::Head);
    let before = pieces.iter().map(|piece| piece.blocks.start.checked_sub(1).filter(is_head));
    let behind = pieces.last().map_or(0, |piece| piece.blocks.end);
    before.chain([Some(behind).filter(is_head)]).collect()
}

struct Table<'a> {
    page: &'a str,
    lines: &'a [Line],
    blocks: &'a [Block],
    pieces: &'a [Piece],
    joints: Vec<Option<usize>>,
    /// How many pieces on the page have a lead.
    led: usize,
    /// Whether the page sets heads apart by blank lines.
    gaps: bool,
}

/// What may become of a head, and its cost.
struct Choice {
    role: Option<Role>,
    cost: f32,
    /// Whether it is a head of the piece before it, and of the one behind it.
    gives: [bool; 2],
    /// Whether the piece behind it is the same article as the one before.
    joins: bool,
}

impl Choice {
    /// What it costs under a habit: what it costs there to be first and to be last.
    fn under(&self, [first, last]: [f32; 2]) -> f32 {
        let of = |given: bool, cost: f32| if given && !self.joins { cost } else { 0.0 };
        of(self.gives[1], first) + of(self.gives[0], last)
    }
}

/// What is known of the article before a joint.
#[derive(Clone, Copy, Debug, PartialEq)]
struct State {
    /// Whether it has a head.
    headed: bool,
    /// Whether it has section titles.
    sectioned: bool,
}

impl State {
    const COUNT: usize = 4;
    const ALL: [Self; Self::COUNT] = [
        Self { headed: false, sectioned: false },
        Self { headed: true, sectioned: false },
        Self { headed: false, sectioned: true },
        Self { headed: true, sectioned: true },
    ];
    /// Before the first piece nothing wants a head.
    const HEADED: Self = Self { headed: true, sectioned: false };

    fn index(self) -> usize {
        usize::from(self.headed) + 2 * usize::from(self.sectioned)
    }
}

impl Table<'_> {
    /// The least cost, and the role of the head at each joint, under a habit: what it costs to be
    /// first and to be last.
    fn cheapest(&self, choices: &[Vec<Choice>], habit: [f32; 2]) -> (f32, Vec<Option<Role>>) {
        let mut cost = [f32::INFINITY; State::COUNT];
        cost[State::HEADED.index()] = 0.0;
        let mut trail: Vec<[(Option<Role>, State); State::COUNT]> = Vec::with_capacity(self.joints.len());
        for joint in 0..self.joints.len() {
            let mut next = [f32::INFINITY; State::COUNT];
            let mut from = [(None, State::HEADED); State::COUNT];
            for choice in choices.get(joint).into_iter().flatten() {
                for state in State::ALL {
                    let (more, after) = self.follow(choice, joint, state);
                    let total = cost[state.index()] + more + choice.under(habit);
                    if total < next[after.index()] {
                        next[after.index()] = total;
                        from[after.index()] = (choice.role, state);
                    }
                }
            }
            cost = next;
            trail.push(from);
        }
        let least = |a: &State, b: &State| cost[a.index()].total_cmp(&cost[b.index()]);
        let mut state = State::ALL.into_iter().min_by(least).unwrap_or(State::HEADED);
        let total = cost[state.index()];
        let back = |from: &[(Option<Role>, State); State::COUNT]| {
            let (role, before) = from[state.index()];
            state = before;
            role
        };
        let mut roles: Vec<Option<Role>> = trail.iter().rev().map(back).collect();
        roles.reverse();
        (total, roles)
    }

    /// What a choice costs after a state, and the state that it leads to.
    fn follow(&self, choice: &Choice, joint: usize, state: State) -> (f32, State) {
        let second = if choice.gives[0] && state.headed { weight::SECOND_HEAD } else { 0.0 };
        let headed = state.headed || choice.gives[0];
        if choice.joins {
            let section = choice.role == Some(Role::Section);
            let cost = match (section, state.sectioned) {
                (true, false) => weight::SECTION,
                (true, true) => weight::FURTHER_SECTION,
                _ => 0.0,
            };
            return (choice.cost + second + cost, State { headed, sectioned: state.sectioned || section });
        }
        let headless = joint.checked_sub(1).filter(|_| !headed).map_or(0.0, |piece| self.headless(piece));
        let starts = Some(joint).filter(|&q| q < self.pieces.len()).map_or(0.0, |q| self.unled(q));
        let resumes = joint < self.pieces.len() && self.resumes(joint);
        (choice.cost + second + headless + starts, State { headed: choice.gives[1], sectioned: resumes })
    }

    /// What it takes to believe that an article begins here without a lead, where others have one.
    fn unled(&self, piece: usize) -> f32 {
        let among = if self.led > 1 { weight::UNLED_AMONG } else { weight::UNLED };
        if self.led > 0 && !self.pieces[piece].led && !self.pieces[piece].closed && !self.resumes(piece) {
            among
        } else {
            0.0
        }
    }

    /// Whether a piece may be the rest of one that broke off shortly before.
    fn resumes(&self, piece: usize) -> bool {
        let near = &self.pieces[piece.saturating_sub(NEAR)..piece];
        let rest = &self.pieces[piece];
        rest.starts_inside || (!rest.led && near.iter().any(|p| p.ends_inside && (p.measure - rest.measure).abs() <= 2))
    }

    fn headless(&self, piece: usize) -> f32 {
        if self.resumes(piece) { weight::HEADLESS_REST } else { weight::HEADLESS }
    }

    /// What may become of the head at a joint.
    fn choices(&self, joint: usize) -> Vec<Choice> {
        let Some(head) = self.joints[joint] else {
            return vec![Choice { role: None, cost: 0.0, gives: [false, false], joins: false }];
        };
        let lines = self.blocks[head].lines.clone();
        let close = if self.gaps && !has_gap(self.lines, &lines) { weight::CLOSE_HEAD } else { 0.0 };
        let before = joint.checked_sub(1);
        let behind = Some(joint).filter(|&q| q < self.pieces.len());
        let mut choices = Vec::new();
        let mut push = |role, cost, gives, joins| choices.push(Choice { role: Some(role), cost, gives, joins });
        if let Some(q) = behind {
            let rest = if self.pieces[q].starts_inside { weight::HEAD_OF_REST } else { 0.0 };
            push(Role::First, close + rest - self.shared(lines.clone(), q), [false, true], false);
        }
        if let Some(p) = before {
            let rest = if self.pieces[p].ends_inside { weight::HEAD_OF_REST } else { 0.0 };
            push(Role::Last, close + rest - self.shared(lines.clone(), p), [true, false], false);
        }
        if behind.is_none() {
            let alone = if before.is_none() { 0.0 } else { weight::BODILESS };
            push(Role::First, alone, [false, false], false);
        }
        if let (Some(p), Some(q)) = (before, behind) {
            for cut in (lines.start + 1..lines.end).filter(|_| !is_vertical(self.lines, lines.clone())) {
                let gap = if self.lines[cut].gap { weight::SPLIT_AT_GAP } else { weight::SPLIT };
                let shared = self.shared(lines.start..cut, p) + self.shared(cut..lines.end, q);
                push(Role::Both(cut), gap + 2.0 * close - shared, [true, true], false);
            }
            if !self.pieces[q].led && !self.is_notice(&lines) {
                let (section, amid) = self.one_article(&lines, p, q);
                push(Role::Section, section, [false, false], true);
                push(Role::Amid, amid, [true, false], true);
            }
        }
        choices
    }

    /// Whether lines are the head of a notice.
    fn is_notice(&self, lines: &Range<usize>) -> bool {
        lines.clone().last().is_some_and(|last| {
            let text: Vec<char> = self.lines[last].text(self.page).chars().collect();
            NOTICES.at_end(&text).is_some()
        })
    }

    /// What it costs that the pieces on both sides of a head are one article: the head a section
    /// title, or the article's own.
    fn one_article(&self, lines: &Range<usize>, p: usize, q: usize) -> (f32, f32) {
        let (before, behind) = (&self.pieces[p], &self.pieces[q]);
        let broken = before.ends_inside && behind.starts_inside;
        let mixed = before.ends_inside != behind.starts_inside;
        let alike = weight::ALIKE * (before.words.common(&behind.words) - weight::ALIKE_AT);
        let measure = if (before.measure - behind.measure).abs() > 2 { weight::OTHER_MEASURE } else { 0.0 };
        let shared = self.shared(lines.clone(), p).max(self.shared(lines.clone(), q));
        let wide = match self.lines[lines.start].look.width {
            width if width > behind.measure - 2 => weight::WIDE_SECTION,
            width if width * 2 <= behind.measure => weight::SHORT_SECTION,
            _ => 0.0,
        };
        let apart = if self.gaps && has_gap(self.lines, lines) { weight::APART_SECTION } else { 0.0 };
        let section = if broken || mixed {
            f32::INFINITY
        } else {
            let more_lines = weight::SECTION_LINE * (lines.len() - 1) as f32;
            more_lines + wide + apart + measure - alike - self.shared(lines.clone(), q)
        };
        let amid = match (broken, mixed) {
            (true, _) => weight::AMID,
            (_, true) => weight::AMID_WHOLE,
            _ => weight::AMID_BETWEEN,
        };
        (section, amid + measure - alike - shared)
    }

    /// What the words that a head shares with a piece are worth.
    fn shared(&self, lines: Range<usize>, piece: usize) -> f32 {
        let Some((first, last)) = self.lines.get(lines.start).zip(self.lines.get(lines.end - 1)) else { return 0.0 };
        let text = self.page.get(first.start..last.end).unwrap_or_default();
        weight::SHARED * self.pieces[piece].words.share_of(text)
    }

    /// The drafts that the roles make.
    fn drafts(&self, roles: &[Option<Role>]) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        for (joint, (head, role)) in self.joints.iter().zip(roles).enumerate() {
            let lines = head.map_or(0..0, |head| self.blocks[head].lines.clone());
            let piece = self.pieces.get(joint);
            let mut behind = Vec::new();
            match (role, drafts.last_mut()) {
                (None, _) => {}
                (Some(Role::Last | Role::Amid), Some(draft)) => draft.head.push(lines),
                (Some(Role::Section), Some(draft)) => draft.body.push(Part::Section(lines)),
                (Some(Role::Both(cut)), Some(draft)) => {
                    draft.head.push(lines.start..*cut);
                    behind.push(*cut..lines.end);
                }
                (Some(_), _) => behind.push(lines),
            }
            let joins = matches!(role, Some(Role::Section | Role::Amid)) && !drafts.is_empty();
            if !joins && (piece.is_some() || !behind.is_empty()) {
                drafts.push(Draft { head: behind, ..Draft::default() });
            }
            if let (Some(piece), Some(draft)) = (piece, drafts.last_mut()) {
                draft.take(piece);
            }
        }
        drafts
    }
}

impl Draft {
    /// Adds a piece to the end of the body.
    fn take(&mut self, piece: &Piece) {
        if self.body.is_empty() {
            self.starts_inside = piece.starts_inside;
            self.led = piece.led;
        }
        let goes_on = self.ends_inside && piece.starts_inside;
        let part = |(n, block)| if n == 0 && goes_on { Part::Rest(block) } else { Part::Block(block) };
        self.body.extend(piece.blocks.clone().enumerate().map(part));
        self.ends_inside = piece.ends_inside;
        self.measure = piece.measure;
    }
}

/// Joins what breaks off and what goes on later: an article that ends inside a paragraph and a
/// headless one, not far behind it, that begins inside one at the same measure.
pub fn rejoin(drafts: Vec<Draft>, blocks: &[Block]) -> Vec<Draft> {
    let mut out: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let homeless = draft.head.is_empty() && !draft.led;
        let near = out.len().saturating_sub(NEAR);
        let open = |d: &&mut Draft| d.ends_inside && (d.measure - draft.measure).abs() <= 2;
        match out[near..].iter_mut().rev().filter(|_| homeless).find(open) {
            Some(home) => {
                home.ends_inside = draft.ends_inside;
                if let Some(Part::Block(first)) = draft.body.first().cloned()
                    && (draft.starts_inside || is_remainder(&blocks[first]))
                {
                    draft.body[0] = Part::Rest(first);
                }
                home.body.extend(draft.body);
            }
            None => out.push(draft),
        }
    }
    out
}

/// Whether a block may be what was left of a broken paragraph: a single line.
fn is_remainder(block: &Block) -> bool {
    block.kind == Kind::Paragraph && block.lines.len() == 1
}
