//! What stands over the panes: the outline, the help, the palette, a choice, the frame of them all. Rules above and below,
//! no box.

use crate::app::{
    Area, Choice, ChoicePanel, Cursor, Help, HelpLine, MendChoice, MendPanel, Palette, Panel, panel, remedy_phrase,
};
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
            Panel::Help(help) => self.help(inner, help),
            Panel::Palette(palette) => self.palette(inner, palette),
            Panel::Choice(panel) => self.choices(inner, panel),
        }
    }

    fn panel_frame(&mut self, outer: Area, open: &Panel) {
        let lang = self.app.lang();
        let title = match open {
            Panel::Outline { .. } => lang.say(Phrase::Outline).into_owned(),
            Panel::Bookmarks(list) => self.bookmarks_title(list),
            Panel::Mend(panel) => format!("{}{}", lang.say(Phrase::Mend), panel.words),
            Panel::Help(help) if help.words().is_empty() => lang.say(Phrase::Help).into_owned(),
            Panel::Help(help) => format!("{} “{}”", lang.say(Phrase::Help), help.words()),
            Panel::Palette(_) => lang.say(Phrase::Palette).into_owned(),
            Panel::Choice(panel) => lang.say(panel.setting.phrase()).into_owned(),
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

    fn help(&mut self, area: Area, help: &Help) {
        let keys_width = u16::try_from(help.keys_width()).unwrap_or(area.width);
        for (row, line) in (0..area.height).zip(help.seen()) {
            let at = area.line(row);
            match line {
                HelpLine::Blank => {}
                HelpLine::Group(group) => {
                    let name = self.app.lang().say(group.phrase());
                    self.canvas.cut(at, 0, &name, at.width, self.theme.style(Role::PanelTitle));
                }
                HelpLine::Action(keys, sentence) => {
                    self.canvas.cut(at, 2, keys, keys_width, self.theme.style(Role::Key));
                    let column = keys_width + 4;
                    let room = at.width.saturating_sub(column);
                    self.canvas.cut(at, column, sentence, room, self.theme.style(Role::Panel));
                }
            }
        }
    }

    fn palette(&mut self, area: Area, palette: &Palette) {
        let cursor = palette.cursor();
        if palette.shown().is_empty() {
            let nothing = self.app.lang().say(Phrase::NoSuchAction);
            return self.canvas.centred(area.line(0), &nothing, self.theme.style(Role::Quiet));
        }
        for (row, (i, action)) in (0..area.height).zip(palette.shown().iter().enumerate().skip(cursor.top)) {
            let (line, current) = (area.line(row), i == cursor.at);
            self.bar(line, current, Role::Accent);
            let keys = self.app.keymap().keys_of(*action).join(" ");
            let keys = if self.canvas.cells(&keys) > line.width / 3 { String::new() } else { keys };
            let room = self.canvas.right(line, &keys, self.theme.style(Role::Key)).saturating_sub(4);
            let style = self.theme.style(if current { Role::PanelCurrent } else { Role::Panel });
            self.canvas.cut(line, 2, &self.app.lang().say(action.entry().phrase), room, style);
        }
    }

    /// What a setting may be; at the right what the file of settings says of it.
    fn choices(&mut self, area: Area, panel: &ChoicePanel) {
        let lang = self.app.lang();
        let set = panel.setting.of(self.app.settings_read());
        let named = |choice: &Choice| match (choice, choice.phrase()) {
            (_, Some(phrase)) => lang.say(phrase).into_owned(),
            (choice, None) => choice.value().as_str().unwrap_or_default().to_owned(),
        };
        for (row, (i, choice)) in (0..area.height).zip(panel.choices().iter().enumerate().skip(panel.cursor.top)) {
            let (line, current) = (area.line(row), i == panel.cursor.at);
            self.bar(line, current, Role::Accent);
            let as_set = if *choice == set { lang.say(Phrase::AsSet) } else { "".into() };
            let written = format!("{as_set}{}", choice.value());
            let written = if self.canvas.cells(&written) > line.width / 3 { String::new() } else { written };
            let room = self.canvas.right(line, &written, self.theme.style(Role::Quiet)).saturating_sub(4);
            let style = self.theme.style(if current { Role::PanelCurrent } else { Role::Panel });
            self.canvas.cut(line, 2, &named(choice), room, style);
        }
    }
}
