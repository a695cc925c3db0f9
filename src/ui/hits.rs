//! What a search of the library found.

use crate::app::{Area, HIT_ROWS, Hits};
use crate::model::{Hit, Search};
use crate::phrase::Phrase;
use crate::text::{Needle, Squeezed};

use super::masthead::edition_name;
use super::{Painter, Role};

impl Painter<'_> {
    /// Paints the hits, or that there are none.
    pub(super) fn hits(&mut self, area: Area, hits: &Hits) {
        if hits.count() == 0 {
            let phrase = if hits.is_finished() { Phrase::NoMatches } else { Phrase::Searching };
            let say = self.app.lang().say(phrase);
            return self.canvas.centred(area.line(area.height / 3), &say, self.theme.style(Role::Quiet));
        }
        let needles: Vec<_> = Search::parse(hits.query(), None).terms.iter().filter_map(|t| Needle::new(t)).collect();
        for (row, (hit, current)) in (0..area.height).step_by(HIT_ROWS.into()).zip(hits.shown()) {
            self.headline(area.line(row), &hit.row, &hit.row.headline, current);
            self.excerpt(area.line(row + 1), hit, &needles);
        }
    }

    /// The words around the match, the match lit; where the article is from.
    fn excerpt(&mut self, area: Area, hit: &Hit, needles: &[Needle]) {
        let quiet = self.theme.style(Role::Quiet);
        let from = match hit.row.date {
            Some(date) => format!("{} {date}  ", edition_name(&hit.row)),
            None => String::new(),
        };
        let line = Area { width: area.width.saturating_sub(1), ..area };
        let column = self.canvas.cut(line, 2, &from, line.width / 2, quiet);
        self.lit(line, column, &hit.excerpt, needles);
    }

    /// Text in which the words of a search are lit.
    pub(super) fn lit(&mut self, line: Area, column: u16, text: &str, needles: &[Needle]) {
        let squeezed = Squeezed::new(text);
        let mut ranges: Vec<_> = needles.iter().flat_map(|needle| needle.ranges(&squeezed)).collect();
        ranges.sort_by_key(|range| range.start);
        let (plain, lit) = (self.theme.style(Role::Quiet), self.theme.style(Role::Match));
        let (mut at, mut column) = (0, column);
        for range in ranges {
            if let (Some(before), Some(found)) = (text.get(at..range.start), text.get(range.clone())) {
                column = self.canvas.text(line, column, before, plain);
                column = self.canvas.text(line, column, found, lit);
                at = range.end;
            }
        }
        self.canvas.text(line, column, text.get(at..).unwrap_or_default(), plain);
    }
}
