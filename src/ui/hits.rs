//! What a search of the library found.

use crate::app::{Area, Finder, HIT_ROWS, Hits};
use crate::model::Hit;
use crate::phrase::Phrase;

use super::masthead::edition_name;
use super::painter::Painter;
use super::theme::Role;

/// The least width of a list that shows how often an article has the words.
const COUNTS: u16 = 24;

impl Painter<'_> {
    /// Paints the hits, or that there are none.
    pub(super) fn hits(&mut self, area: Area, hits: &Hits) {
        if hits.count() == 0 {
            let phrase = if hits.is_finished() { Phrase::NoMatches } else { Phrase::Searching };
            let say = self.app.lang().say(phrase);
            return self.canvas.centred(area.line(area.height / 3), &say, self.theme.style(Role::Quiet));
        }
        let finder = hits.query().finder();
        for (row, (hit, current)) in (0..area.height).step_by(HIT_ROWS.into()).zip(hits.shown()) {
            let shown = self.app.script().row(&hit.row);
            self.headline(area.line(row), &shown, 0..shown.headline.len(), current);
            self.excerpt(area.line(row + 1), hit, &finder);
        }
    }

    /// The words around the match, the match lit; where the article is from, how often it has the words.
    fn excerpt(&mut self, area: Area, hit: &Hit, finder: &Finder) {
        let quiet = self.theme.style(Role::Quiet);
        let mut line = Area { width: area.width.saturating_sub(1), ..area };
        if line.width >= COUNTS {
            let count = self.app.lang().say(Phrase::MatchesIn(hit.matches));
            line.width = self.canvas.right(line, &count, quiet).saturating_sub(1);
        }
        let origins = hit.row.date.map(|date| {
            let name = self.app.script().row(&hit.row);
            [format!("{} {date}  ", edition_name(&name)), format!("{date}  ")]
        });
        let fits = |origin: &String| self.canvas.cells(origin) <= line.width / 2;
        let origin = origins.into_iter().flatten().find(fits).unwrap_or_default();
        let column = self.canvas.text(line, 2, &origin, quiet);
        self.lit(line, column, &hit.excerpt, finder);
    }

    /// Text in which the words of a search are lit; … where it is wider than the line.
    pub(super) fn lit(&mut self, line: Area, column: u16, text: &str, finder: &Finder) {
        let shown = self.app.script().text(text);
        let (plain, lit) = (self.theme.style(Role::Quiet), self.theme.style(Role::Match));
        let (metrics, room) = (self.canvas.metrics(), usize::from(line.width.saturating_sub(column)));
        let whole = metrics.cells(&shown) <= room;
        let ellipsis = if whole { "" } else { "…" };
        let shown = metrics.fitting(&shown, room.saturating_sub(metrics.cells(ellipsis)));
        let (mut at, mut column) = (0, column);
        for range in finder.ranges(text) {
            if let (Some(before), Some(found)) = (shown.get(at..range.start), shown.get(range.clone())) {
                column = self.canvas.text(line, column, before, plain);
                column = self.canvas.text(line, column, found, lit);
                at = range.end;
            }
        }
        column = self.canvas.text(line, column, shown.get(at..).unwrap_or_default(), plain);
        self.canvas.text(line, column, ellipsis, plain);
    }
}
