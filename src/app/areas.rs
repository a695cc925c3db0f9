//! Where on the screen each part stands: a pure function of the size, from one cell up.

pub use crate::typeset::Size;

/// A rectangle of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    /// The first row.
    pub row: u16,
    /// The first column.
    pub column: u16,
    /// The columns.
    pub width: u16,
    /// The rows.
    pub height: u16,
}

impl Area {
    /// The whole screen.
    pub fn of(size: Size) -> Self {
        Self { row: 0, column: 0, width: size.width, height: size.height }
    }

    /// Its size.
    pub fn size(self) -> Size {
        Size { width: self.width, height: self.height }
    }

    /// Whether it holds a cell.
    pub fn holds(self, row: u16, column: u16) -> bool {
        (self.row..self.row.saturating_add(self.height)).contains(&row)
            && (self.column..self.column.saturating_add(self.width)).contains(&column)
    }

    /// One of its rows, counted from its first; without height where it has no such row.
    pub fn line(self, row: u16) -> Self {
        let height = u16::from(row < self.height);
        Self { row: self.row.saturating_add(row), height, ..self }
    }

    /// What is left of it between margins on the left and the right.
    pub fn within(self, margin: u16) -> Self {
        let margin = if self.width > 2 * margin { margin } else { 0 };
        Self { column: self.column + margin, width: self.width - 2 * margin, ..self }
    }

    /// What is left of it after a margin on the left.
    fn after(self, margin: u16) -> Self {
        let margin = if self.width > 2 * margin { margin } else { 0 };
        Self { column: self.column + margin, width: self.width - margin, ..self }
    }

    /// Takes rows away from its top.
    pub(super) fn split_top(&mut self, height: u16) -> Self {
        let height = height.min(self.height);
        let top = Self { height, ..*self };
        self.row += height;
        self.height -= height;
        top
    }

    /// Takes rows away from its foot.
    pub(super) fn split_foot(&mut self, height: u16) -> Self {
        let height = height.min(self.height);
        self.height -= height;
        Self { row: self.row + self.height, height, ..*self }
    }

    /// Takes columns away from its left.
    fn split_left(&mut self, width: u16) -> Self {
        let width = width.min(self.width);
        let left = Self { width, ..*self };
        self.column += width;
        self.width -= width;
        left
    }
}

/// What the body of the screen shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The front page, or the headline list where there is no room for it.
    Front,
    /// The headline list, and the article where there is room for both.
    Headlines,
    /// The article, and the headline list where there is room for both.
    Reader,
    /// The article alone on the whole screen.
    Zen,
}

/// Where each part stands; a part that has no room has no area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The newspaper's name, the day and the page.
    pub masthead: Option<Area>,
    /// The double rule under it.
    pub masthead_rule: Option<Area>,
    /// The front page.
    pub front: Option<Area>,
    /// The headline list.
    pub headlines: Option<Area>,
    /// The rule between list and article.
    pub divider: Option<Area>,
    /// The article.
    pub reader: Option<Area>,
    /// Everything between the masthead and the foot.
    pub body: Area,
    /// The rule above the status line.
    pub foot_rule: Option<Area>,
    /// A page's text while its articles are being made.
    pub arrival: Area,
    /// The status line; prompts and notices stand here too, or else in the body's last line.
    pub status: Option<Area>,
}

/// The least width that holds both panes.
const BOTH_PANES: u16 = 90;
/// The narrowest and the widest that the headline list gets beside an article.
const HEADLINES: (u16, u16) = (32, 56);
/// From this height on the masthead and the foot have rules.
const RULES: u16 = 18;
/// From this height on there is a masthead.
const MASTHEAD: u16 = 10;
/// Below this width or height there is only the text and the position.
const LEAST: Size = Size { width: 20, height: 5 };

/// The least that holds a front page.
const FRONT: Size = Size { width: 60, height: 16 };

/// The least that dragging the divider leaves an article, in columns.
const ARTICLE: u16 = 40;

/// Where each part stands on a screen of this size. The headline list beside an article has the
/// width given, as far as there is room, or one that goes with the screen's.
pub fn areas(size: Size, view: View, list_width: Option<u16>) -> Areas {
    let view = match view {
        View::Front if size.width < FRONT.width || size.height < FRONT.height => View::Headlines,
        view => view,
    };
    let mut body = Area::of(size);
    let mut areas = Areas::default();
    let front = view == View::Front;
    let bare = size.width < LEAST.width || size.height < LEAST.height;
    if view != View::Zen {
        if size.height >= 2 {
            areas.status = Some(body.split_foot(1));
        }
        if !bare && (size.height >= RULES || front) {
            areas.foot_rule = Some(body.split_foot(1));
        }
        if !bare && !front && size.height >= MASTHEAD {
            areas.masthead = Some(body.split_top(1));
        }
        if !bare && !front && size.height >= RULES {
            areas.masthead_rule = Some(body.split_top(1));
        }
    }
    areas.body = body;
    areas.arrival = body.within(if bare { 0 } else { 1 });
    match view {
        View::Front => areas.front = Some(body.within(1)),
        View::Headlines | View::Reader if size.width >= BOTH_PANES && !bare => {
            let width = match list_width {
                Some(width) => width.clamp(HEADLINES.0 / 2, size.width - ARTICLE),
                None => (size.width / 20 * 7).clamp(HEADLINES.0, HEADLINES.1),
            };
            areas.headlines = Some(body.split_left(width));
            areas.divider = Some(body.split_left(1));
            areas.reader = Some(body.after(margin(body.width)));
        }
        View::Headlines => areas.headlines = Some(body),
        View::Reader | View::Zen => areas.reader = Some(body.after(if bare { 0 } else { margin(body.width) })),
    }
    areas
}

/// The margin before an article in a pane; marks stand in it. The one after it is the typesetter's.
fn margin(width: u16) -> u16 {
    if width < 44 { 1 } else { 2 }
}

/// The widest that a panel gets.
const PANEL: u16 = 72;

/// The least that is left of the panes on each side of a panel, or nothing is.
const BESIDE: u16 = 8;

/// Where a panel stands over the body, and within it its lines: between a rule above and one
/// below where there is room for them.
pub fn panel(body: Area, rows: usize) -> (Area, Area) {
    let framed = body.height >= 4 && body.width >= LEAST.width;
    let (rules, margin) = if framed { (2, 2) } else { (0, 0) };
    let height = u16::try_from(rows.max(1)).unwrap_or(u16::MAX).saturating_add(rules).min(body.height);
    let width = if body.width < PANEL + 2 * BESIDE { body.width } else { PANEL };
    let outer = Area {
        row: body.row + (body.height - height) / 3,
        column: body.column + (body.width - width) / 2,
        width,
        height,
    };
    let mut inner = outer;
    inner.split_top(rules / 2);
    inner.split_foot(rules / 2);
    (outer, inner.within(margin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(areas: Areas) -> impl Iterator<Item = Area> {
        [
            areas.masthead,
            areas.masthead_rule,
            areas.front,
            areas.headlines,
            areas.divider,
            areas.reader,
            areas.foot_rule,
            areas.status,
        ]
        .into_iter()
        .flatten()
    }

    #[test]
    fn no_part_leaves_the_screen_or_meets_another() {
        for (width, height) in (0..=130).step_by(10).flat_map(|w| (0..=40).map(move |h| (w, h))) {
            for view in [View::Front, View::Headlines, View::Reader, View::Zen] {
                let list_width = (height % 3 == 0).then_some(height * 7);
                let areas = areas(Size { width, height }, view, list_width);
                let mut cells = std::collections::HashSet::new();
                for area in all(areas) {
                    for row in area.row..area.row + area.height {
                        for column in area.column..area.column + area.width {
                            assert!(row < height && column < width, "{width}x{height} {view:?} {area:?}");
                            assert!(cells.insert((row, column)), "{width}x{height} {view:?} {area:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn there_is_always_room_for_the_text() {
        for (width, height) in (1..=130).flat_map(|w| (1..=40).map(move |h| (w, h))) {
            let area = areas(Size { width, height }, View::Reader, None).reader.unwrap();
            assert!(area.width > 0 && area.height > 0, "{width}x{height}");
        }
    }

    #[test]
    fn both_panes_where_there_is_room() {
        let areas = |width, height| areas(Size { width, height }, View::Reader, None);
        assert!(areas(90, 24).headlines.is_some());
        assert!(areas(89, 24).headlines.is_none());
        assert!(areas(40, 12).masthead.is_some());
        assert_eq!(areas(40, 12).reader.unwrap().height, 10);
        assert!(areas(19, 30).masthead.is_none());
        assert_eq!(areas(200, 50).reader.unwrap().width, 141);
    }
}
