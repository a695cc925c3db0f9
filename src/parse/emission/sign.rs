//! What the grammars and a line's neighbours say of it.

use crate::parse::grammar::credit::Credit;
use crate::parse::grammar::lead::PlacedLead;
use crate::parse::line::Border;

/// What the grammars find at a line.
#[derive(Clone, Debug, Default)]
pub struct Sign {
    /// The lead that begins here.
    pub lead: Option<Box<PlacedLead>>,
    /// What the furniture above it says.
    pub above: Option<Border>,
    /// What the furniture below it says.
    pub below: Option<Border>,
    /// Whether the byline of the line before goes on here.
    pub byline_goes_on: bool,
    /// The credit that the whole line is.
    pub credit: Option<Box<Credit>>,
    /// Whether it ends with a credit behind its last sentence.
    pub closes: bool,
    /// The level of the numbering it begins with.
    pub numbering: Option<u8>,
    /// Whether a known speaker begins to speak, or an entry that comes again.
    pub speaks: bool,
    /// Whether the line is nothing but who speaks, and what they say stands below.
    pub speaks_below: bool,
    /// Whether it begins with a bullet.
    pub bullet: bool,
    /// Whether it begins with a word that newspapers like to begin with.
    pub opener: bool,
    /// Whether a picture's caption begins here.
    pub caption: bool,
    /// Whether the line before is the last of a picture's caption.
    pub below_caption: bool,
    /// Whether it is nothing but common names.
    pub names: bool,
    /// Whether it is short enough to be a pen name.
    pub pen_name: bool,
    /// What it has in common with its neighbours.
    pub form: Form,
    /// The share of its words that are said again near it, where it has enough of them.
    pub echo: Option<f32>,
}

impl Sign {
    /// Whether it may be nothing but the name of who wrote the text.
    pub fn is_name(&self) -> bool {
        self.names || self.pen_name
    }

    /// Whether an article begins here, as far as grammar tells: a byline may be a credit as well.
    pub fn leads(&self) -> bool {
        self.lead.as_ref().is_some_and(|placed| self.credit.is_none() || !placed.alone)
    }
}

/// What a line is by its form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// Nothing in particular.
    #[default]
    Plain,
    /// A row: words and figures stand in it as in the line before or behind it.
    Row,
    /// An entry of a notice (时间：…, 咨询电话：…) or its signature (某某公司 2025年4月4日).
    Entry,
}
