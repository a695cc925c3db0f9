//! The article: paints the runs of any sheet, with what is lit and what is selected in them.

use ratatui::style::Style;

use crate::app::{Area, Reader};
use crate::typeset::{Layout, Run};

use super::{Painter, Role};

impl Painter<'_> {
    /// Paints what is seen of an article.
    pub(super) fn reader(&mut self, area: Area, reader: &Reader) {
        for run in &reader.screen().runs {
            self.run(area, reader, run);
        }
        if self.app.setting().layout != Layout::Vertical {
            self.marks(area, reader);
        }
    }

    fn run(&mut self, area: Area, reader: &Reader, run: &Run) {
        let line = area.line(run.row);
        let plain = self.theme.face(run.face);
        let selected = reader.selected_in(run.part);
        let lit: Vec<_> = reader.matches().map(|all| all.within(run.part, &run.bytes).collect()).unwrap_or_default();
        if lit.is_empty() && selected.is_none() {
            self.canvas.text(line, run.column, &run.text, plain);
            return;
        }
        let style_at = |byte: usize| {
            if selected.as_ref().is_some_and(|range| range.contains(&byte)) {
                return self.theme.style(Role::Selection);
            }
            match lit.iter().find(|(range, _)| range.contains(&byte)) {
                Some((_, true)) => self.theme.style(Role::MatchCurrent),
                Some((_, false)) => plain.patch(self.theme.style(Role::Match)),
                None => plain,
            }
        };
        let metrics = self.canvas.metrics();
        let source = reader.shown().part(run.part).and_then(|text| text.get(run.bytes.clone())).unwrap_or_default();
        let styles = metrics.clusters(source).map(|cluster| style_at(run.bytes.start + cluster.start));
        let styles: Vec<Style> = styles.collect();
        let mut column = run.column;
        for (i, cluster) in metrics.clusters(&run.text).enumerate() {
            let style = styles.get(i).or(styles.last()).copied().unwrap_or(plain);
            column = self.canvas.text(line, column, cluster.source, style);
        }
    }

    /// Stars in the margin beside the rows that hold a bookmark.
    fn marks(&mut self, area: Area, reader: &Reader) {
        let (bookmarks, runs) = (self.app.bookmarks(), &reader.screen().runs);
        for run in runs.iter().filter(|run| reader.is_marked(run.part, &run.bytes, bookmarks)) {
            let row = runs.iter().filter(|other| other.row == run.row && other.column <= run.column);
            let text_begins = area.column + row.map(|run| run.column).min().unwrap_or(run.column);
            let margin = Area { column: 0, width: text_begins, ..area.line(run.row) };
            if let Some(column) = text_begins.checked_sub(2).or(text_begins.checked_sub(1)) {
                self.star(margin, column);
            }
        }
    }
}
