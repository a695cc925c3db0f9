//! What an article costs: the heads that it claims before and behind its pieces, the section titles
//! and the head amid them, its beginning without a lead.

use crate::parse::rules;
use std::ops::Range;

use super::blocks::Piece;
use super::draft::NEAR;
use super::joint::Joint;
use crate::parse::emission::habit::Habit;
use crate::parse::grammar::notice::is_notice;
use crate::parse::line::Line;
use crate::parse::weights::heads as weight;
use crate::parse::words::Words;

/// The fewest articles that furniture begins on a page where it begins each.
const BORDERS: usize = 3;

/// A cost for a head before its body, and for one behind it.
#[derive(Clone, Copy, Debug)]
pub struct Sides {
    /// Before.
    pub first: f32,
    /// Behind.
    pub last: f32,
}

/// What it costs to claim lines of a head.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The cost.
    pub cost: f32,
    /// Whether they are a head, not the name of a writer.
    pub heads: bool,
}

/// A page's pieces and the joints between them.
pub struct Claims<'a> {
    page: &'a str,
    lines: &'a [Line],
    /// The pieces.
    pub pieces: &'a [Piece],
    /// The joint before each piece, and one behind the last.
    pub joints: Vec<Joint>,
    /// How many pieces on the page have a lead.
    led: usize,
    /// Whether the page sets heads apart by blank lines.
    gaps: bool,
    /// Whether furniture says where each article begins.
    bordered: bool,
}

/// What is known of an article that grows piece by piece.
pub struct Inside {
    start: usize,
    end: usize,
    words: Words,
    /// What its joints cost if all are section titles.
    sections: f32,
    /// What they cost if one is its head, and which.
    amid: Option<(f32, usize)>,
    /// Whether it has section titles.
    sectioned: bool,
    /// The joint of its last one.
    last: Option<usize>,
}

impl Inside {
    /// An article of one piece.
    pub fn of(claims: &Claims, start: usize) -> Self {
        let words = claims.pieces[start].words.clone();
        let sectioned = claims.resumes(start);
        Self { start, end: start + 1, words, sections: 0.0, amid: None, sectioned, last: None }
    }

    /// Takes the joint and the piece behind it; whether they may belong to it.
    pub fn grow(&mut self, claims: &Claims, joint: usize) -> bool {
        if joint >= claims.pieces.len() {
            return false;
        }
        if claims.joints[joint].is_empty() {
            return (claims.runs_on(joint) || claims.stays_inside(joint)) && self.take(claims, joint);
        }
        let Some((section, amid)) = claims.one_article(joint, self.sectioned) else { return false };
        let section = section + self.last.map_or(0.0, |last| claims.parallel([last, joint]));
        let with = self.amid.map(|(cost, at)| (cost + section, at));
        let now = (self.sections + amid, joint);
        self.amid = Some(with.filter(|with| with.0 <= now.0).unwrap_or(now));
        self.sections += section;
        self.sectioned = true;
        self.last = Some(joint);
        self.take(claims, joint)
    }

    /// Takes the piece behind a joint.
    fn take(&mut self, claims: &Claims, joint: usize) -> bool {
        self.words.add(&claims.pieces[joint].words);
        self.end = joint + 1;
        true
    }

    /// What the article costs with the heads that it claims before and behind it.
    pub fn cost(&self, claims: &Claims, first: Option<Claim>, last: Option<Claim>) -> f32 {
        let heads: f32 = first.iter().chain(&last).map(|claim| claim.cost).sum();
        let count = first.iter().chain(&last).filter(|claim| claim.heads).count();
        let second = if count > 1 { weight::second_head() } else { 0.0 };
        let headless = if count == 0 { claims.headless(self.start) } else { 0.0 };
        let amid = self.amid.map_or(f32::INFINITY, |amid| amid.0 + weight::second_head() * count as f32);
        claims.unled(self.start) + claims.unbordered(self.start) + heads + second + (self.sections + headless).min(amid)
    }

    /// The joint, if any, whose head is the article's own, if it has another head or none.
    pub fn amid(&self, headed: bool, claims: &Claims) -> Option<usize> {
        let other = if headed { -weight::second_head() } else { claims.headless(self.start) };
        self.amid.filter(|amid| amid.0 < self.sections + other).map(|amid| amid.1)
    }
}

impl<'a> Claims<'a> {
    /// The claims of a page; `sourced` says whether it has lines that name the source of an article.
    pub fn new(
        page: &'a str,
        lines: &'a [Line],
        pieces: &'a [Piece],
        joints: Vec<Joint>,
        habit: &Habit,
        sourced: bool,
    ) -> Self {
        let heads = joints.iter().filter(|joint| !joint.is_empty());
        let apart = heads.clone().filter(|joint| has_gap(lines, &joint.lines)).count();
        let gaps = rules::article::heads_apart() && !habit.leaves_blank_between() && apart * 3 > heads.count();
        let led = pieces.iter().filter(|piece| piece.led).count();
        let mut claims = Self { page, lines, pieces, joints, led, gaps, bordered: false };
        let [borders, others] = [true, false].map(|border| {
            let begins = |&piece: &usize| claims.at_border(piece) == border && (border || claims.seems_to_begin(piece));
            (0..pieces.len()).filter(begins).count()
        });
        claims.bordered = sourced && borders >= BORDERS && others * 3 <= borders;
        claims
    }

    /// What it costs to claim the lines behind each cut of the joint before an article; `None`
    /// where there are none.
    pub fn heads_behind(&self, joint: usize, inside: &Inside, habit: f32) -> Vec<Option<Claim>> {
        let rest = if self.pieces[inside.start].starts_inside { weight::head_of_rest() } else { 0.0 };
        let head = &self.joints[joint];
        let claim = |cut: usize| match self.name_behind(joint, cut, inside) {
            true => Some(Claim { cost: -self.unled(inside.start), heads: false }),
            false => self.claim(head, cut..head.lines.end, inside, habit + rest),
        };
        head.cuts().map(claim).collect()
    }

    /// The same of the lines before each cut of the joint behind it.
    pub fn heads_before(&self, joint: usize, inside: &Inside, habit: f32) -> Vec<Option<Claim>> {
        let rest = if self.pieces[inside.end - 1].ends_inside { weight::head_of_rest() } else { 0.0 };
        let head = &self.joints[joint];
        let alone = self.bordered && inside.end - inside.start == 1 && self.pieces[inside.start].photo;
        let split = |cut: usize| match cut {
            _ if cut == head.lines.start || cut == head.lines.end => 0.0,
            _ if joint == self.pieces.len() && head.border == Some(cut) => 0.0,
            _ if joint == self.pieces.len() || alone => f32::INFINITY,
            _ if head.signed && cut + 1 == head.lines.end => weight::split_at_gap(),
            _ => {
                let split = if self.lines[cut].gap { weight::split_at_gap() } else { weight::split() };
                split + head.torn(cut, [&inside.words, &self.pieces[joint].words])
            }
        };
        let cost = |cut: usize| habit + rest + split(cut);
        head.cuts().map(|cut| self.claim(head, head.lines.start..cut, inside, cost(cut))).collect()
    }

    /// Whether what a cut leaves of a head is the name of who wrote the article behind it, which does
    /// not speak of itself.
    pub fn name_behind(&self, joint: usize, cut: usize, inside: &Inside) -> bool {
        !self.pieces[inside.start].led && self.joints[joint].ends_with_name(cut, &inside.words)
    }

    /// What it costs to claim lines of a head.
    fn claim(&self, head: &Joint, lines: Range<usize>, inside: &Inside, cost: f32) -> Option<Claim> {
        let close = if self.gaps && !has_gap(self.lines, &head.lines) { weight::close_head() } else { 0.0 };
        (!lines.is_empty()).then(|| Claim { cost: cost + close - head.shared(lines, &inside.words), heads: true })
    }

    /// What it takes to believe that an article begins here without a lead, where others have one.
    fn unled(&self, piece: usize) -> f32 {
        let Piece { led, closed, briefs, .. } = self.pieces[piece];
        match self.led {
            0 => 0.0,
            _ if led || closed || briefs || self.resumes(piece) => 0.0,
            1 => weight::unled(),
            _ => weight::unled_among(),
        }
    }

    /// Whether one reads on from the piece before a joint to the one behind it, where places say so.
    fn runs_on(&self, joint: usize) -> bool {
        let (before, behind) = (&self.pieces[joint - 1], &self.pieces[joint]);
        let broken = before.ends_inside || behind.starts_inside;
        broken && before.chain.is_some() && before.chain == behind.chain && !behind.led && !before.closed
    }

    /// Whether furniture says that an article begins with a piece, or its text.
    fn at_border(&self, piece: usize) -> bool {
        self.pieces[piece].bordered || self.joints[piece].border.is_some()
    }

    /// Whether an article seems to begin with a piece: it has a lead, and a head above it.
    fn seems_to_begin(&self, piece: usize) -> bool {
        self.pieces[piece].led && !self.joints[piece].is_empty()
    }

    /// What it takes to believe that an article begins here, where furniture says so of the others.
    fn unbordered(&self, piece: usize) -> f32 {
        let begins = !self.bordered || piece == 0 || self.at_border(piece) || self.pieces[piece].photo;
        if begins { 0.0 } else { weight::unbordered() }
    }

    /// Whether the article of the piece before a joint goes on behind it, though a lead stands there: no
    /// furniture says that another begins.
    fn stays_inside(&self, joint: usize) -> bool {
        let photo = self.pieces[joint - 1..=joint].iter().any(|piece| piece.photo);
        self.bordered && !self.at_border(joint) && !photo
    }

    /// Whether a piece may be the rest of one that broke off shortly before.
    fn resumes(&self, piece: usize) -> bool {
        let near = &self.pieces[piece.saturating_sub(NEAR)..piece];
        let rest = &self.pieces[piece];
        let alike = |p: &&Piece| (p.measure - rest.measure).abs() <= 2 && (p.ends_inside || !p.led && !p.caption);
        rest.starts_inside
            || rules::article::resumes() && !rest.led && near.iter().rev().find(alike).is_some_and(|p| p.ends_inside)
    }

    fn headless(&self, piece: usize) -> f32 {
        match &self.pieces[piece] {
            _ if self.resumes(piece) => weight::headless_rest(),
            caption if caption.photo => weight::headless_photo(),
            _ => weight::headless(),
        }
    }

    /// Whether lines say that they are the head of a notice, no section title: 遗失启事.
    fn stands_alone(&self, lines: &Range<usize>) -> bool {
        let text = |line: usize| self.lines[line].text(self.page);
        rules::article::notice_alone() && lines.clone().last().is_some_and(|last| is_notice(text(last)))
    }

    /// Whether two lines are a section title that filled the column, and the little that was left of
    /// it, or more where the column is wide and the title has clauses. Two phrases with a space between them are a headline.
    fn wraps(&self, lines: &Range<usize>, measure: i32) -> bool {
        const LITTLE: i32 = 6;
        const ROOMY: i32 = 40;
        let [first, left] = [lines.start, lines.end - 1].map(|line| &self.lines[line].look);
        rules::article::wrapped_section()
            && lines.len() == 2
            && first.spaces == 0
            && (-2..=4).contains(&(first.width - measure))
            && (left.width <= LITTLE || measure >= ROOMY && first.commas > 0 && left.width < first.width)
    }

    /// What it is worth that two section titles of an article are alike: as wide, alike at an end
    /// or in their marks.
    fn parallel(&self, [one, other]: [usize; 2]) -> f32 {
        let lines = [one, other].map(|joint| &self.joints[joint].lines);
        if lines.iter().any(|lines| lines.len() != 1) {
            return 0.0;
        }
        let [a, b] = lines.map(|lines| &self.lines[lines.start]);
        let mark = |line: &Line| line.text(self.page).find(['：', ':', '，', ',']);
        let wide = (a.look.width - b.look.width).abs() <= 2;
        let ends = a.look.first == b.look.first || a.look.last == b.look.last;
        let marks = mark(a).is_some() && mark(a) == mark(b);
        weight::parallel() * [wide, ends, marks].into_iter().filter(|&is| is).count() as f32
    }

    /// What it costs that the pieces on both sides of a head are one article: the head a section
    /// title, or the article's own. `None` if they cannot be.
    fn one_article(&self, joint: usize, sectioned: bool) -> Option<(f32, f32)> {
        let head = &self.joints[joint];
        let lines = &head.lines;
        let (before, behind) = (&self.pieces[joint - 1], &self.pieces[joint]);
        if behind.led && !self.stays_inside(joint) || head.border.is_some() || self.stands_alone(lines) {
            return None;
        }
        let broken = before.ends_inside && behind.starts_inside;
        let mixed = before.ends_inside != behind.starts_inside;
        let alike = weight::alike() * (before.words.common(&behind.words) - weight::alike_at());
        let measure = if (before.measure - behind.measure).abs() > 2 { weight::other_measure() } else { 0.0 };
        let shares = [before, behind].map(|piece| head.shared(lines.clone(), &piece.words));
        let wrapped = self.wraps(lines, behind.measure);
        let wide = match self.lines[lines.start].look.width {
            _ if wrapped => weight::wrapped_section(),
            width if width > behind.measure - 2 => weight::wide_section(),
            width if width * 2 <= behind.measure => weight::short_section(),
            _ => 0.0,
        };
        let apart = if self.gaps && has_gap(self.lines, lines) { weight::apart_section() } else { 0.0 };
        let another = if sectioned { weight::further_section() } else { weight::section() };
        let section = if broken || mixed {
            f32::INFINITY
        } else {
            let more_lines = if wrapped { 0.0 } else { weight::section_line() * (lines.len() - 1) as f32 };
            more_lines + wide + apart + measure + another - alike - shares[1]
        };
        let amid = match (broken, mixed) {
            (true, _) => 0.0,
            (_, true) => weight::amid_whole(),
            _ => weight::amid_between(),
        };
        Some((section, amid + measure - alike - shares[0].max(shares[1])))
    }
}

/// Whether a blank line stands before or behind lines.
fn has_gap(lines: &[Line], of: &Range<usize>) -> bool {
    of.start > 0 && lines[of.start].gap || lines.get(of.end).is_some_and(|line| line.gap)
}
