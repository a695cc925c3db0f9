//! The house itself: its walls, what it is built of, what it says of itself.

mod modules;
mod source;

mod dependencies;
mod layers;
mod manual;
mod names;
