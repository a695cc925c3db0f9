//! What stands over the panes: the outline, the help, the frame of them all. Rules above and below,
//! no box.

use crate::app::{Area, Cursor, HelpLine, MendChoice, MendPanel, Panel, help_lines, panel, remedy_phrase};
use crate::phrase::Phrase;

use super::painter::Painter;
use super::theme::Role;

impl Painter<'_> {
    /// Paints the panel that is open.
    pub(super) fn panel(&mut self) {
        let Some(open) = self.app.panel() else { return };
        let (outer, inner) = panel(self.areas.body, open.rows());
        let ground = self.ground().patch(self.theme.style(Role::Panel));
        self.canvas.clear(outer, ground);
        if inner.row > outer.row {
            self.panel_frame(outer, open);
        }
        match open {
            Panel::Outline { sections, cursor } => self.outline(inner, sections, *cursor),
            Panel::Bookmarks(list) => self.bookmarks(inner, list),
            Panel::Mend(panel) => self.mends(inner, panel),
            Panel::Help { cursor } => self.help(inner, *cursor),
        }
    }

    fn panel_frame(&mut self, outer: Area, open: &Panel) {
        let lang = self.app.lang();
        let title = match open {
            Panel::Outline { .. } => lang.say(Phrase::Outline).into_owned(),
            Panel::Bookmarks(list) => self.bookmarks_title(list),
            Panel::Mend(panel) => format!("{}{}", lang.say(Phrase::Mend), panel.words),
            Panel::Help { .. } => lang.say(Phrase::Help).into_owned(),
        };
        let rule = self.theme.style(Role::Rule);
        self.canvas.rule(outer.line(0), '─', rule);
        self.canvas.rule(outer.line(outer.height - 1), '─', rule);
        if let Some((seen, all)) = open.seen_of_all() {
            let foot = Area { width: outer.width.saturating_sub(2), ..outer.line(outer.height - 1) };
            self.canvas.right(foot, &format!(" {seen}/{all} "), self.theme.style(Role::Quiet));
        }
        let room = outer.width.saturating_sub(4);
        self.canvas.cut(outer.line(0), 2, &format!(" {title} "), room, self.theme.style(Role::PanelTitle));
    }

    fn outline(&mut self, area: Area, sections: &[(u8, String)], cursor: Cursor) {
        for (row, (i, (level, text))) in (0..area.height).zip(sections.iter().enumerate().skip(cursor.top)) {
            let line = area.line(row);
            let current = i == cursor.at;
            self.bar(line, current, Role::Accent);
            let style = self.theme.style(if current { Role::PanelCurrent } else { Role::Panel });
            let number = if i < 9 { format!("{} ", i + 1) } else { "  ".to_owned() };
            let column = self.canvas.text(line, 2, &number, self.theme.style(Role::Quiet));
            let indent = 2 * u16::from(level.saturating_sub(1).min(4));
            self.canvas.cut(line, column + indent, text, line.width.saturating_sub(column + indent), style);
        }
    }

    fn mends(&mut self, area: Area, panel: &MendPanel) {
        let lang = self.app.lang();
        for (row, (i, choice)) in (0..area.height).zip(panel.choices().enumerate().skip(panel.cursor.top)) {
            let line = area.line(row);
            let current = i == panel.cursor.at;
            self.bar(line, current, Role::Accent);
            let style = self.theme.style(if current { Role::PanelCurrent } else { Role::Panel });
            let column = self.canvas.text(line, 2, &format!("{} ", i + 1), self.theme.style(Role::Key));
            let text = match choice {
                MendChoice::Mend(remedy) => lang.say(remedy_phrase(remedy)).into_owned(),
                MendChoice::Undo { remedy, found } => {
                    let gone = if found { "".into() } else { lang.say(Phrase::MendGone) };
                    format!("{}{}{gone}", lang.say(Phrase::UndoMend), lang.say(remedy_phrase(remedy)))
                }
            };
            self.canvas.cut(line, column, &text, line.width.saturating_sub(column), style);
        }
    }

    fn help(&mut self, area: Area, cursor: Cursor) {
        let lang = self.app.lang();
        let lines = help_lines();
        let keys = |line: &HelpLine| match line {
            HelpLine::Action(entry) => self.app.keymap().keys_of(entry.action).join(" "),
            HelpLine::Blank | HelpLine::Group(_) => String::new(),
        };
        let shown: Vec<_> = lines.iter().skip(cursor.top).take(area.height.into()).map(|l| (*l, keys(l))).collect();
        let widest = lines.iter().map(|line| self.canvas.cells(&keys(line))).max().unwrap_or(0);
        let keys_width = widest.min(area.width / 3);
        for (row, (line, keys)) in (0..).zip(shown) {
            let at = area.line(row);
            match line {
                HelpLine::Blank => {}
                HelpLine::Group(group) => {
                    self.canvas.cut(at, 0, &lang.say(group.phrase()), at.width, self.theme.style(Role::PanelTitle));
                }
                HelpLine::Action(entry) => {
                    self.canvas.cut(at, 2, &keys, keys_width, self.theme.style(Role::Key));
                    let column = keys_width + 4;
                    let room = at.width.saturating_sub(column);
                    self.canvas.cut(at, column, &lang.say(entry.phrase), room, self.theme.style(Role::Panel));
                }
            }
        }
    }
}
