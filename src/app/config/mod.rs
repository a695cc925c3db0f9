//! What the user has set: the file of settings, and what of it keys turn while the reader runs.

pub(super) mod display;
pub(super) mod pace;
pub(super) mod script;
pub(super) mod settings;
