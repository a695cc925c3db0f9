//! What the user types: keys, what they are bound to, a line of text.

pub(super) mod action;
pub(super) mod key;
pub(super) mod keymap;
mod named;
pub(super) mod prompt;
