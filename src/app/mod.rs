//! The state of the reader and its changes. **Invariant:** pure; no input, no output, no clock, no terminal.

mod effect;
mod event;
mod key;

pub use effect::{Effect, Window};
pub use event::{Event, Mouse, MouseKind, Ticket};
pub use key::{Key, KeyCode, NoKey};

/// The size of a screen or a pane.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The columns, in cells.
    pub width: u16,
    /// The rows.
    pub height: u16,
}
