//! What the user has set: the file of settings, what of it keys and choices turn while the reader runs, and how
//! a choice is kept in the file.

pub(super) mod choice;
pub(super) mod display;
pub(super) mod keep;
pub(super) mod pace;
pub(super) mod script;
pub(super) mod settings;
