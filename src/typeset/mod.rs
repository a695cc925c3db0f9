//! An article to placed lines of cells.
//!
//! A text goes through these, each knowing only what is before it: the class of each cluster
//! (`class`), the penalty of a break between two (`kinsoku`, `breaks`), the lines of a paragraph
//! (`breaker`); then the article in passages, the rows of a stretch of them (`galley`), the pages
//! of a layout, and what is seen of it all ([`Sheet`]).
//!
//! **Invariant:** no terminal, no clock, no global: an article and a setting in, a sheet out.

mod breaker;
mod breaks;
mod class;
mod frame;
mod galley;
mod galleys;
mod head;
mod item;
mod justify;
mod kinsoku;
mod pages;
mod paint;
mod passages;
mod ruby;
mod run;
mod setting;
mod sheet;
mod strings;
mod vertical;

pub use breaker::{Extent, Lines, Measure, ParagraphLine, lines as break_lines};
pub use justify::Justification;
pub use run::{Face, TextRun};
pub use setting::{Layout, Setting, Size};
pub use sheet::{Anchor, ScreenText, Sheet};
pub use strings::lines;

#[cfg(test)]
mod tests;
