//! Lines that the source marks, as articles: nothing is left to weigh but what the words say of people,
//! days and credits.

use super::blocks::{LineBlock, LineBlockKind};
use super::draft::{Draft, DraftPart};
use crate::model::LineRole;
use crate::parse::emission::sign::Sign;
use crate::parse::line::Line;

/// The blocks and the articles that marked lines make. A headline behind a text begins another article,
/// and every picture's caption is one of its own, behind those that it stands in.
pub fn drafts(lines: &[Line], signs: &[Sign]) -> (Vec<LineBlock>, Vec<Draft>) {
    let (mut blocks, mut stories, mut captions) = (Vec::new(), vec![Draft::default()], Vec::new());
    for (i, line) in lines.iter().enumerate() {
        if is_head(line) {
            if stories.last().is_none_or(|story| !story.body.is_empty()) {
                stories.push(Draft::default());
            }
            if let Some(story) = stories.last_mut() {
                take_head(story, i);
            }
            continue;
        }
        let part = DraftPart::Block(blocks.len());
        blocks.push(LineBlock { kind: kind_of(line, &signs[i]), lines: i..i + 1 });
        match stories.last_mut().filter(|_| line.role != Some(LineRole::Caption)) {
            Some(story) => story.body.push(part),
            None => captions.push(Draft { body: vec![part], ..Draft::default() }),
        }
    }
    stories.retain(|story| !story.head.is_empty() || !story.body.is_empty());
    stories.extend(captions);
    (blocks, stories)
}

/// Whether an article is a picture's caption.
pub fn is_caption(lines: &[Line], blocks: &[LineBlock], draft: &Draft) -> bool {
    let is_one = |part: &DraftPart| matches!(part, DraftPart::Block(block) if lines[blocks[*block].lines.start].role == Some(LineRole::Caption));
    !draft.body.is_empty() && draft.body.iter().all(is_one)
}

fn is_head(line: &Line) -> bool {
    matches!(line.role, Some(LineRole::Kicker | LineRole::Headline | LineRole::Deck))
}

fn take_head(story: &mut Draft, line: usize) {
    match story.head.last_mut().filter(|run| run.end == line) {
        Some(run) => run.end += 1,
        None => story.head.push(line..line + 1),
    }
}

fn kind_of(line: &Line, sign: &Sign) -> LineBlockKind {
    match line.role {
        Some(LineRole::Byline) => LineBlockKind::Byline,
        Some(LineRole::Heading(_)) => LineBlockKind::Heading,
        _ if sign.credit.is_some() => LineBlockKind::Credit,
        _ => LineBlockKind::Paragraph,
    }
}
