//! The article: paints the runs of any sheet, with what is lit, highlighted and selected in them.

use ratatui::style::Style;

use crate::app::{Area, Reader};
use crate::model::{Bookmark, Part, Span};
use crate::typeset::{Face, Layout, TextRun};

use super::painter::Painter;
use super::theme::{Role, Theme};

/// What is kept of an article, and what is selected in it.
struct Kept<'a> {
    bookmarks: Vec<&'a Bookmark>,
    selected: Option<Span>,
}

impl Kept<'_> {
    /// Whether some of a run is selected or highlighted.
    fn touches(&self, run: &TextRun) -> bool {
        let spans = self.bookmarks.iter().map(|bookmark| bookmark.span()).chain(self.selected);
        spans.filter_map(|span| span.highlights(run.part, usize::MAX)).any(|lit| run.overlaps(&lit))
    }

    /// What a byte of a text is lit as: as selected, else as it was highlighted last.
    fn role(&self, part: Part, byte: usize) -> Option<Role> {
        let lit = |span: Span| span.highlights(part, usize::MAX).is_some_and(|lit| lit.contains(&byte));
        if self.selected.is_some_and(lit) {
            return Some(Role::Selection);
        }
        let highlight = self.bookmarks.iter().rfind(|bookmark| lit(bookmark.span()))?;
        Some(Theme::tag(highlight.tag, Role::Highlight))
    }
}

impl Painter<'_> {
    /// Paints what is seen of an article.
    pub(super) fn reader(&mut self, area: Area, reader: &Reader) {
        let bookmarks = reader.own(self.app.bookmarks()).filter(|bookmark| reader.sees(bookmark.span())).collect();
        let kept = Kept { bookmarks, selected: reader.selected() };
        let runs = &reader.screen().runs;
        for run in runs {
            self.run(area, reader, run, &kept);
        }
        runs.windows(2).for_each(|pair| self.lit_gap(area, &pair[0], &pair[1], &kept));
        if let Some(part) = reader.cursor() {
            self.paragraph_bar(area, runs, part);
        }
        for bookmark in &kept.bookmarks {
            if bookmark.until.is_none() || bookmark.tag.is_some() || bookmark.note.is_some() {
                self.mark_beside(area, runs, bookmark);
            }
        }
    }

    fn run(&mut self, area: Area, reader: &Reader, run: &TextRun, kept: &Kept<'_>) {
        let line = area.line(run.row);
        let plain = match reader.jump_of(run.part) {
            Some(_) => self.theme.style(Role::Key),
            None => self.theme.face(run.face),
        };
        let found: Vec<_> = reader.matches().map(|all| all.within(run.part, &run.bytes).collect()).unwrap_or_default();
        if found.is_empty() && !kept.touches(run) {
            self.canvas.text(line, run.column, &run.text, plain);
            return;
        }
        let style_at = |byte: usize| {
            let plain = match kept.role(run.part, byte) {
                Some(Role::Selection) => return self.theme.style(Role::Selection),
                Some(highlight) => plain.patch(self.theme.style(highlight)),
                None => plain,
            };
            match found.iter().find(|(range, _)| range.contains(&byte)) {
                Some((_, true)) => self.theme.style(Role::MatchCurrent),
                Some((_, false)) => plain.patch(self.theme.style(Role::Match)),
                None => plain,
            }
        };
        let metrics = self.canvas.metrics();
        let source = reader.shown().part(run.part).unwrap_or_default();
        let drawn = metrics.clusters_within(source, run.bytes.clone()).filter(|cluster| cluster.cells > 0);
        let styles: Vec<Style> = drawn.map(|cluster| style_at(cluster.start)).collect();
        let mut column = run.column;
        for (i, cluster) in metrics.clusters(&run.text).enumerate() {
            let style = styles.get(i).or(styles.last()).copied().unwrap_or(plain);
            column = self.canvas.text(line, column, cluster.source, style);
        }
    }

    /// Lights the cells that part two runs of a line where both are lit alike.
    fn lit_gap(&mut self, area: Area, before: &TextRun, after: &TextRun, kept: &Kept<'_>) {
        let goes_on = (before.part, before.row, before.bytes.end) == (after.part, after.row, after.bytes.start);
        let role = kept.role(after.part, after.bytes.start).filter(|_| goes_on);
        if let Some(role) =
            role.filter(|role| kept.role(before.part, before.bytes.end.saturating_sub(1)) == Some(*role))
        {
            for column in before.column + before.cells..after.column {
                self.canvas.text(area.line(after.row), column, " ", self.theme.style(role));
            }
        }
    }

    /// The cursor's bar in the margin beside the lines of its paragraph; beside its first line where
    /// lines are vertical.
    fn paragraph_bar(&mut self, area: Area, runs: &[TextRun], part: Part) {
        let own: Vec<&TextRun> = runs.iter().filter(|run| run.part == part && run.face != Face::Pinyin).collect();
        let Some(first) = own.first() else { return };
        if self.app.setting().layout == Layout::Vertical {
            let column = first.column + first.cells;
            for run in own.iter().filter(|run| run.column == first.column) {
                self.bar_at(area.line(run.row), column);
            }
            return;
        }
        // A paragraph that goes on in the next column stands higher there.
        for lines in own.chunk_by(|one, next| one.row <= next.row) {
            let beside = if self.app.setting().layout == Layout::Column { runs } else { &[] };
            let left = beside.iter().chain(lines.iter().copied()).map(|run| run.column).min().unwrap_or(0);
            for run in lines {
                let line = Area { column: 0, width: area.column + area.width, ..area.line(run.row) };
                if let Some(column) = (area.column + left).checked_sub(1) {
                    self.bar_at(line, column);
                }
            }
        }
    }

    fn bar_at(&mut self, line: Area, column: u16) {
        self.canvas.text(line, column, self.canvas.sign("▌", ">"), self.theme.style(Role::Accent));
    }

    /// The sign of a bookmark in the margin beside its line; beside its character where lines are
    /// vertical.
    fn mark_beside(&mut self, area: Area, runs: &[TextRun], bookmark: &Bookmark) {
        let place = bookmark.place;
        let shows = |run: &TextRun| run.face != Face::Pinyin && run.shows(place.part, place.byte);
        let Some(at) = runs.iter().position(shows) else { return };
        if self.app.setting().layout == Layout::Vertical {
            let run = &runs[at];
            return self.mark(area.line(run.row), run.column + run.cells, bookmark.tag);
        }
        let line = Area { column: 0, width: area.column + area.width, ..area.line(runs[at].row) };
        let begins = area.column + line_start(&runs[..=at]);
        if let Some(column) = begins.checked_sub(2).or(begins.checked_sub(1)) {
            self.mark(line, column, bookmark.tag);
        }
    }
}

/// The column at which the line begins whose last run is the last of these: its runs and the readings
/// above them stand side by side, three cells apart at the most, and columns further.
fn line_start(runs: &[TextRun]) -> u16 {
    let mut runs = runs.iter().rev();
    let Some(last) = runs.next() else { return 0 };
    let mut column = last.column;
    for run in runs.take_while(|run| run.row == last.row || run.face == Face::Pinyin) {
        if run.column > last.column || run.column + run.cells + 3 < column {
            break;
        }
        column = column.min(run.column);
    }
    column
}
