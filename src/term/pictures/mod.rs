//! Pictures on the screen: whether the terminal shows them, which it shows, and how they get there and away again.
//!
//! **Invariant:** the application says what picture stands in what cells; nothing is left of one that it does not
//! name any more, on the screen or in the terminal's memory.

mod drawer;
mod inquiry;
mod iterm;
mod kitty;
mod palette;
mod png;
mod replies;
mod sixel;
mod tmux;

pub use drawer::Drawer;
pub use inquiry::Inquiry;
pub use replies::{Heard, Listening, Replies};

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::buffer::Buffer;

use crate::app::PlacedPicture;
use crate::model::{Picture, PixelSize};
use inquiry::Protocol;
use kitty::{Path, SLOTS};

/// A cell in pixels, where the terminal does not tell it.
const CELL: PixelSize = PixelSize { width: 10, height: 20 };

/// How large a cell of the terminal is: by the system, or as the terminal itself has told.
pub fn cell(told: Option<PixelSize>) -> PixelSize {
    let known = crossterm::terminal::window_size().ok().and_then(|window| {
        let width = window.width.checked_div(window.columns)?;
        let height = window.height.checked_div(window.rows)?;
        (width > 0 && height > 0).then_some(PixelSize { width: width.into(), height: height.into() })
    });
    known.or(told).unwrap_or(CELL)
}

/// Whether the terminal shows a picture that it keeps as it keeps text.
static IS_SHOWN_AS_TEXT: AtomicBool = AtomicBool::new(false);

/// What takes all pictures from the terminal; at any time, from anywhere.
pub fn forget_all() -> Vec<u8> {
    let mut bytes = kitty::forget_all();
    if IS_SHOWN_AS_TEXT.swap(false, Ordering::SeqCst) {
        // Not every terminal takes it away with the screen that it is on.
        bytes.extend_from_slice(b"\x1b[2J");
    }
    bytes
}

/// The pictures that the terminal shows and holds.
#[derive(Debug, Default)]
pub struct Pictures {
    protocol: Option<Protocol>,
    shown: Option<PlacedPicture>,
    /// Pictures that the terminal holds, by their slots.
    held: [Option<Arc<Picture>>; SLOTS],
}

impl Pictures {
    /// From now on pictures are shown by a protocol.
    pub fn show_by(&mut self, protocol: Protocol) {
        self.protocol = Some(protocol);
    }

    /// Whether pictures are shown.
    pub fn are_shown(&self) -> bool {
        self.protocol.is_some()
    }

    /// The screen is painted whole: what it showed is gone from it.
    pub fn leave_screen(&mut self) {
        self.shown = None;
    }

    /// The terminal was given back: it holds nothing any more.
    pub fn lose_all(&mut self) {
        (self.shown, self.held) = (None, Default::default());
    }

    /// Whether the screen is to be painted whole for the picture that is shown to go.
    pub fn must_repaint(&self, next: Option<&PlacedPicture>) -> bool {
        self.is_like_text() && self.shown.is_some() && self.shown.as_ref() != next
    }

    /// Writes into a frame what stands in it for a picture.
    pub fn stand_in(&mut self, frame: &mut Buffer, next: Option<&PlacedPicture>) {
        if let (Some(Protocol::Kitty(Path::Tmux)), Some(next)) = (self.protocol, next) {
            let slot = self.slot(&next.picture);
            kitty::stand_in(frame, slot, next);
        }
    }

    /// The bytes after which the terminal shows this picture and no other. What it holds it keeps only while
    /// pictures are looked at.
    pub fn change_to(&mut self, next: Option<&PlacedPicture>, are_looked_at: bool) -> Vec<u8> {
        let holds_none = self.held.iter().all(Option::is_none);
        if self.shown.as_ref() == next && (next.is_some() || are_looked_at || holds_none) {
            return Vec::new();
        }
        let bytes = match (self.protocol, next) {
            (Some(Protocol::Kitty(path)), Some(next)) => self.change_in_kitty(path, next),
            (Some(Protocol::Kitty(path)), None) if are_looked_at => {
                let shown = self.shown.as_ref().map(|shown| self.slot(&shown.picture));
                shown.map(|slot| kitty::hide(path, slot)).unwrap_or_default()
            }
            (Some(Protocol::Kitty(_)), None) => {
                self.held = Default::default();
                kitty::forget_all()
            }
            (Some(Protocol::Iterm), Some(next)) => iterm::show(next),
            (Some(Protocol::Sixel), Some(next)) => sixel::show(next),
            (_, _) => Vec::new(),
        };
        IS_SHOWN_AS_TEXT.store(self.is_like_text() && next.is_some(), Ordering::SeqCst);
        self.shown = next.cloned();
        bytes
    }

    /// Whether the terminal keeps pictures as it keeps text.
    fn is_like_text(&self) -> bool {
        matches!(self.protocol, Some(Protocol::Iterm | Protocol::Sixel))
    }

    fn change_in_kitty(&mut self, path: Path, next: &PlacedPicture) -> Vec<u8> {
        let slot = self.slot(&next.picture);
        let mut bytes = Vec::new();
        if let Some(shown) = self.shown.take().map(|shown| self.slot(&shown.picture)).filter(|shown| *shown != slot) {
            bytes.extend(kitty::hide(path, shown));
        }
        let is_held = self.held[slot].as_ref().is_some_and(|held| Arc::ptr_eq(held, &next.picture));
        if !is_held {
            if self.held[slot].is_some() {
                bytes.extend(kitty::forget(path, slot));
            }
            bytes.extend(kitty::transmit(path, slot, &next.picture));
            self.held[slot] = Some(Arc::clone(&next.picture));
        }
        bytes.extend(kitty::place(path, slot, next));
        bytes
    }

    /// The slot of a picture: where it is held, or else a free one, or else one that is not shown.
    fn slot(&self, picture: &Arc<Picture>) -> usize {
        let is_in = |slot: &&Option<Arc<Picture>>, picture: &Arc<Picture>| {
            slot.as_ref().is_some_and(|held| Arc::ptr_eq(held, picture))
        };
        let is_shown =
            |slot: &Option<Arc<Picture>>| self.shown.as_ref().is_some_and(|shown| is_in(&slot, &shown.picture));
        let slots = || self.held.iter();
        slots()
            .position(|slot| is_in(&slot, picture))
            .or_else(|| slots().position(Option::is_none))
            .or_else(|| slots().position(|slot| !is_shown(slot)))
            .unwrap_or_default()
    }
}
