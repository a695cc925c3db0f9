//! The house itself: its walls, what it is built of, what it says of itself.

mod dependencies;
mod layers;
mod readme;
