//! What a line can be, and the steps from one line to the next.

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// The first line of a paragraph that goes on.
    First,
    /// A line inside a paragraph.
    Inner,
    /// The last line of a paragraph.
    Last,
    /// The only line of a paragraph.
    Only,
    /// A line of a head, or a section title without a number.
    Head,
    /// A numbered section title on a line of its own.
    Heading,
    /// A line of verse.
    Verse,
    /// A row of a table.
    Row,
    /// A byline on a line of its own.
    Byline,
    /// A credit on a line of its own.
    Credit,
}

impl Label {
    /// The number of labels.
    pub const COUNT: usize = 10;
    /// All labels, each at its own index.
    pub const ALL: [Self; Self::COUNT] = [
        Self::First,
        Self::Inner,
        Self::Last,
        Self::Only,
        Self::Head,
        Self::Heading,
        Self::Verse,
        Self::Row,
        Self::Byline,
        Self::Credit,
    ];

    /// Whether a paragraph goes on behind it.
    pub fn goes_on(self) -> bool {
        matches!(self, Self::First | Self::Inner)
    }

    /// Whether a paragraph goes on in it.
    pub fn continues(self) -> bool {
        matches!(self, Self::Inner | Self::Last)
    }
}

/// Kinds of steps from line to line, by what a blank line there means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// From a paragraph's first line to its next.
    AfterFirst,
    /// Further inside a paragraph.
    Inside,
    /// From paragraph to paragraph, title or byline.
    Between,
    /// Into a head, a byline or a credit, or out of it; where a paragraph breaks off.
    AtHead,
    /// Inside a head.
    InHead,
    /// From row to row.
    Rows,
    /// From line of verse to line of verse.
    Stanzas,
}

impl Step {
    /// The number of kinds.
    pub const COUNT: usize = 7;

    /// The kind of step between two labels.
    pub fn of(from: Label, to: Label) -> Self {
        match (from, to) {
            (Label::Head, Label::Head | Label::Byline) => Self::InHead,
            (Label::Head | Label::Byline | Label::Credit, _) | (_, Label::Head | Label::Byline | Label::Credit) => {
                Self::AtHead
            }
            (Label::Row, Label::Row) => Self::Rows,
            (Label::Verse, Label::Verse) => Self::Stanzas,
            (Label::Row | Label::Verse, _) | (_, Label::Row | Label::Verse) => Self::AtHead,
            (from, to) if from.goes_on() && !to.continues() => Self::AtHead,

            (from, to) if !from.goes_on() && to.continues() => Self::AtHead,
            (Label::First, to) if to.continues() => Self::AfterFirst,
            (_, to) if to.continues() => Self::Inside,
            _ => Self::Between,
        }
    }
}
