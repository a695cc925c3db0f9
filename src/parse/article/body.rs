//! A draft as an article: its lead and credit taken off, its paragraphs, titles, questions and
//! answers made.

use crate::parse::grammar::credit::closing_credit;
use crate::parse::rules;
use std::ops::Range;

use super::blocks::{LineBlock, LineBlockKind};
use super::draft::{Draft, DraftPart};
use super::{poems, sections, title};
use crate::model::{self, Article, BlockKind, Bounds, Dateline, LineRange, Person};
use crate::parse::emission::sign::Sign;
use crate::parse::grammar::lead::is_bullet;
use crate::parse::grammar::speaker::{Speakers, TurnMark, is_question, turn};
use crate::parse::grammar::stream::Stream;
use crate::parse::line::Line;
use crate::parse::lines::text::{Spacing, append, joined};

/// The most characters of a picture's caption.
const CAPTION: usize = 260;

/// Makes articles of drafts.
pub struct Maker<'a> {
    /// The page's text.
    pub page: &'a str,
    /// Its lines.
    pub lines: &'a [Line],
    /// What the grammars found at each.
    pub signs: &'a [Sign],
    /// The blocks that the drafts name.
    pub blocks: &'a [LineBlock],
    /// The room that the lines of heads have, where that is known.
    pub room: Option<title::HeadRoom>,
}

/// An article's body in the making.
#[derive(Default)]
struct Body {
    lead: Vec<Range<usize>>,
    /// What of the page the lead takes; it may reach into the next block.
    reach: Range<usize>,
    dateline: Option<Dateline>,
    people: Vec<Person>,
    blocks: Vec<model::Block>,
    credit: Vec<Range<usize>>,
    photo: bool,
}

impl Maker<'_> {
    /// The article of a draft.
    pub fn article(&self, draft: &Draft) -> Article {
        let (head, rows) = if rules::article::rows() && draft.body.is_empty() {
            self.first_line(&draft.head)
        } else {
            (draft.head.clone(), 0..0)
        };
        let mut body = Body::default();
        rows.for_each(|i| body.push(BlockKind::Paragraph, self.text(i..i + 1, Spacing::Row)));
        let titles = sections::titles(self.lines, self.signs, self.blocks, &draft.body);
        for (n, part) in draft.body.iter().enumerate() {
            match part {
                DraftPart::Block(block) if titles[n] => {
                    body.push(BlockKind::Heading { level: 1 }, self.head(self.blocks[*block].lines.clone()));
                }
                DraftPart::Section(lines) => body.push(BlockKind::Heading { level: 1 }, self.head(lines.clone())),
                DraftPart::Rest(block) => self.rest(&mut body, &self.blocks[*block]),
                DraftPart::Block(block) => self.block(&mut body, &self.blocks[*block], n + 1 == draft.body.len()),
            }
        }
        body.speakers();
        let head = self.without_byline(&head, &mut body);
        let below: String = body.blocks.iter().map(|block| block.text.as_str()).collect();
        let title = title::marked(self.lines, &head)
            .unwrap_or_else(|| title::divide(self.page, self.lines, &head, &below, self.room));
        let text = |lines: &[usize]| title::text(self.page, self.lines, lines, self.room);
        let headline = text(&title.headline);
        poems::titles(headline.as_deref().unwrap_or_default(), &mut body.blocks);
        let names = |spans: Vec<Range<usize>>| (!spans.is_empty()).then(|| joined(self.page, spans, Spacing::Names));
        let kind = body.kind();
        let mut article = Article {
            kind,
            kicker: text(&title.kicker),
            headline,
            deck: names(title.deck.iter().map(|&i| self.lines[i].start..self.lines[i].end).collect()),
            lead: self.lead(body.lead),
            dateline: body.dateline,
            byline: each_once(body.people),
            body: body.blocks,
            credit: names(body.credit),
            lines: self.ranges(draft),
            ..Article::default()
        };
        article.set_content_id();
        article
    }

    /// The lead of some spans. What a source marks as a byline stands on a line of its own.
    fn lead(&self, spans: Vec<Range<usize>>) -> Option<String> {
        let is_marked = self.lines.first().is_some_and(|line| line.role.is_some());
        let parts: Vec<_> = if is_marked { spans.chunks(1).collect() } else { vec![&spans[..]] };
        let joined = |spans: &[Range<usize>]| joined(self.page, spans.iter().cloned(), Spacing::Names);
        (!spans.is_empty()).then(|| parts.into_iter().map(joined).collect::<Vec<_>>().join(" "))
    }

    /// A head without a body and of more lines than a head: its first line, and rows below it.
    fn first_line(&self, head: &[Range<usize>]) -> (Vec<Range<usize>>, Range<usize>) {
        const TALL: usize = 3;
        match head {
            [run] if run.len() > TALL && !title::is_vertical(self.lines, run.clone()) => {
                let first = run.start..run.start + 1;
                (vec![first.clone()], first.end..run.end)
            }
            head => (head.to_vec(), 0..0),
        }
    }

    /// A head without the name below it, which goes to the body's lead if it has none.
    fn without_byline(&self, head: &[Range<usize>], body: &mut Body) -> Vec<Range<usize>> {
        let mut head = head.to_vec();
        let text: String = body.blocks.iter().map(|block| block.text.as_str()).collect();
        let found = title::byline(self.page, self.lines, self.signs, &head, &text).filter(|_| body.lead.is_empty());
        if let Some((line, run)) = found.and_then(|line| Some((line, head.iter_mut().find(|run| run.end == line + 1)?)))
        {
            run.end = line;
            body.lead.push(self.lines[line].start..self.lines[line].end);
            body.people.splice(0..0, self.names(line..line + 1));
        }
        head
    }

    fn head(&self, lines: Range<usize>) -> String {
        title::text(self.page, self.lines, &lines.collect::<Vec<_>>(), self.room).unwrap_or_default()
    }

    fn text(&self, lines: Range<usize>, spacing: Spacing) -> String {
        joined(self.page, lines.map(|i| self.lines[i].start..self.lines[i].end), spacing)
    }

    fn block(&self, body: &mut Body, block: &LineBlock, last: bool) {
        let sign = &self.signs[block.lines.start];
        let level = sign.numbering.unwrap_or(1);
        match block.kind {
            LineBlockKind::Byline if body.blocks.is_empty() => {
                let people = sign.lead.as_ref().map(|placed| placed.lead.people.clone());
                body.people.extend(people.unwrap_or_else(|| self.names(block.lines.clone())));
                body.lead.extend(block.lines.clone().map(|i| self.lines[i].start..self.lines[i].end));
            }
            LineBlockKind::Credit => {
                body.people.extend(sign.credit.iter().flat_map(|credit| credit.people.clone()));
                body.photo |= sign.credit.as_ref().is_some_and(|credit| credit.photo);
                body.credit.extend(block.lines.clone().map(|i| self.lines[i].start..self.lines[i].end));
            }
            LineBlockKind::Heading => body.push(BlockKind::Heading { level }, self.head(block.lines.clone())),
            LineBlockKind::Head => body.push(BlockKind::Heading { level: 1 }, self.head(block.lines.clone())),
            LineBlockKind::Row => body.push(BlockKind::Paragraph, self.text(block.lines.clone(), Spacing::Row)),
            LineBlockKind::Byline | LineBlockKind::Paragraph => self.paragraph(body, block, last),
        }
    }

    /// Goes on with the last paragraph.
    fn rest(&self, body: &mut Body, block: &LineBlock) {
        match body.blocks.last_mut().filter(|before| before.kind == BlockKind::Paragraph) {
            Some(before) => append(&mut before.text, &self.text(block.lines.clone(), Spacing::Running)),
            None => self.block(body, block, false),
        }
    }

    /// The people of a line of bare names.
    fn names(&self, lines: Range<usize>) -> Vec<Person> {
        if let [line] = &self.lines[lines.clone()]
            && line.role.is_some()
            && line.look.is_latin()
        {
            return latin_names(line.text(self.page));
        }
        let stream = Stream::of(self.page, &self.lines[lines]);
        let bullets = stream.chars.iter().take_while(|&&c| is_bullet(c)).count();
        crate::parse::grammar::people::people(&stream, bullets..stream.chars.len()).unwrap_or_default()
    }

    fn paragraph(&self, body: &mut Body, block: &LineBlock, last: bool) {
        let lines = &self.lines[block.lines.clone()];
        let Some((first, end)) = lines.first().map(|line| line.start).zip(lines.last().map(|line| line.end)) else {
            return;
        };
        if let Some(placed) = self.signs[block.lines.start].lead.as_ref().filter(|_| body.blocks.is_empty()) {
            body.reach = first..placed.end;
            body.dateline = body.dateline.take().or_else(|| placed.lead.dateline.clone());
            body.people.extend(placed.lead.people.clone());
        }
        let start = if body.reach.contains(&first) { body.reach.end.min(end) } else { first };
        body.lead.extend(within(lines, first..start));
        let mut stop = end;
        if let Some((at, found)) =
            closing_credit(self.page, lines).filter(|(at, _)| rules::article::credit() && last && *at >= start)
        {
            stop = at;
            body.credit.extend(within(lines, at..end));
            body.people.extend(found.people);
            body.photo |= found.photo;
        }
        let mut text = joined(self.page, within(lines, start..stop), Spacing::Running);
        if self.signs[block.lines.start].speaks && start == first {
            text = with_space(lines[0].text(self.page), text);
        }
        if !text.is_empty() {
            body.push(BlockKind::Paragraph, text);
        }
    }

    /// Where the lines of a draft stand, in reading order.
    pub fn places(&self, draft: &Draft) -> Vec<Bounds> {
        let prints = draft.lines(self.blocks).filter_map(|i| self.lines[i].print);
        prints.map(|print| print.bounds).collect()
    }

    /// The source lines of a draft in reading order, each once. Where lines follow one another on the page, so do those
    /// between them that are empty; the source of printed lines has none.
    fn ranges(&self, draft: &Draft) -> Vec<LineRange> {
        let mut ranges: Vec<LineRange> = Vec::new();
        let mut before: Option<usize> = None;
        for i in draft.lines(self.blocks) {
            let (line, is_next) = (&self.lines[i], before.is_some_and(|before| before + 1 == i));
            let LineRange(first, last) = line.numbers;
            before = Some(i);
            if ranges.iter().any(|range| range.0 <= first && last <= range.1) {
                continue;
            }
            match ranges.last_mut().filter(|range| is_next && range.0 <= first) {
                Some(range) if line.print.is_none() || first <= range.1 + 1 => *range = range.joined_to(line.numbers),
                _ => ranges.push(line.numbers),
            }
        }
        ranges
    }
}

/// People as they are named first, each once for what they did: a name that comes again alone says nothing new.
fn each_once(people: Vec<Person>) -> Vec<Person> {
    let mut once: Vec<Person> = Vec::with_capacity(people.len());
    for person in people {
        let is_known =
            |known: &Person| known.name == person.name && (person.role.is_none() || known.role == person.role);
        if !once.iter().any(is_known) {
            once.push(person);
        }
    }
    once
}

impl Body {
    fn push(&mut self, kind: BlockKind, text: String) {
        self.blocks.push(model::Block { kind, text });
    }

    /// Finds who asks and who answers.
    fn speakers(&mut self) {
        let spoken = |block: &model::Block| block.kind == BlockKind::Paragraph;
        let paragraphs = self.blocks.iter().filter(|block| spoken(block));
        let speakers =
            Speakers::of(paragraphs.filter_map(|block| Some((turn(&block.text)?, is_question(&block.text)))));
        if !speakers.has_asker() {
            return;
        }
        let mut asked = false;
        for block in self.blocks.iter_mut().filter(|block| spoken(block)) {
            let Some(turn) = turn(&block.text) else { continue };
            let speaker = turn.name.to_owned();
            if speakers.asks(turn, &block.text) {
                asked = true;
                block.kind = BlockKind::Question { speaker };
            } else if speakers.speaks(turn) || asked && turn.mark == TurnMark::Colon {
                asked = false;
                block.kind = BlockKind::Answer { speaker };
            }
        }
        self.join_said();
    }

    /// Puts what is said behind who says it, where that had a line of its own.
    fn join_said(&mut self) {
        let silent = |block: &model::Block| {
            block.kind.speaker().is_some() && turn(&block.text).is_some_and(|turn| turn.said.is_empty())
        };
        let mut joined: Vec<model::Block> = Vec::with_capacity(self.blocks.len());
        for block in std::mem::take(&mut self.blocks) {
            match joined.last_mut().filter(|last| block.kind == BlockKind::Paragraph && silent(last)) {
                Some(last) => {
                    last.text.push_str(if last.text.ends_with('：') { "" } else { " " });
                    last.text.push_str(&block.text);
                }
                None => joined.push(block),
            }
        }
        self.blocks = joined;
    }

    /// A picture's caption is short, says who took the picture, and has no dateline.
    fn kind(&self) -> model::Kind {
        let length: usize = self.blocks.iter().map(|block| block.text.chars().count()).sum();
        let caption = self.photo && self.dateline.is_none() && self.blocks.len() <= 2 && length <= CAPTION;
        if caption { model::Kind::Photo } else { model::Kind::Story }
    }
}

/// The names of a line of Latin ones: Ada Reed, Tom Marsh and Eve Lake.
fn latin_names(text: &str) -> Vec<Person> {
    let person = |name: &str| Person { role: None, name: name.trim().to_owned() };
    let names = text.split([',', ';', '&']).flat_map(|names| names.split(" and "));
    names.map(person).filter(|person| !person.name.is_empty()).collect()
}

/// A turn's text with the space that parts who speaks from what is said, if nothing else does: 问 何时？
fn with_space(line: &str, text: String) -> String {
    let spaced = turn(line).filter(|turn| turn.mark == TurnMark::Space);
    let opening = spaced.and_then(|_| line.split_once(char::is_whitespace)).map(|(opening, _)| opening);
    match opening.and_then(|opening| Some((opening, text.strip_prefix(opening)?))) {
        Some((opening, said)) => format!("{opening} {}", said.trim_start()),
        None => text,
    }
}

/// The parts of lines that lie in a stretch of the page.
fn within(lines: &[Line], stretch: Range<usize>) -> Vec<Range<usize>> {
    lines
        .iter()
        .map(|line| line.start.max(stretch.start)..line.end.min(stretch.end))
        .filter(|span| span.start < span.end)
        .collect()
}
