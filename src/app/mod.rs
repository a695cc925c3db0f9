//! The state of the reader and its changes. **Invariant:** pure; no input, no output, no clock, no terminal.
//!
//! [`App`] is everything the reader knows; [`update`] changes it by an [`Event`] and says in
//! [`Effect`]s what is to be done about it. A key goes `dispatch` → `focus` → a part → `settle`.
//!
//! Rooms, from the ground up; a room uses those that its line names and no others:
//!
//! - `diagnostic`: what is wrong in a file of the user's. Uses nothing.
//! - `strides`: where clauses and sentences end. Uses nothing.
//! - `input`: keys, actions, the line being typed. Uses diagnostic, strides.
//! - `config`: settings, languages, scripts. Uses diagnostic, input.
//! - `last_view`: how the program was left. Uses config.
//! - `tutorial`: articles about the program, with its keys. Uses input.
//! - `pane`: what every scrolling part answers to. Uses input.
//! - `areas`: where on the screen each part stands. Uses nothing.
//! - `panes`: which panes are shown, and how much room each has. Uses areas.
//! - `effect`: what is to be done outside. Uses config, last_view.
//! - `event`: what came in from outside. Uses input, config, effect.
//! - `outbox`: what the parts ask of the runtime and tell the user. Uses effect.
//! - `search`: words in the library and in an article. Uses pane, effect, outbox.
//! - `list`: the headline list. Uses input, last_view, pane, effect, outbox.
//! - `reader`: the article and its page. Uses input, config, last_view, pane, areas, panes, effect, event,
//!   outbox, search, strides.
//! - `arrival`: pages being read in. Uses pane, reader.
//! - `front`: the front page. Uses input, config, pane, areas, list.
//! - `bookmarks`: what is kept. Uses input, pane, effect, outbox, reader.
//! - `mend_panel`: what can be put right about a paragraph. Uses pane.
//! - `choice_panel`: what a setting may be. Uses config, pane.
//! - `help`: the keys as they are bound. Uses input, pane.
//! - `palette`: actions found by their names. Uses input, pane.
//! - `panels`: what stands over the panes: outline, bookmarks, help, palette, a choice. Uses input, config,
//!   pane, reader, bookmarks, mend_panel, choice_panel, help, palette.
//! - `state`: the parts together. Uses input, config, last_view, areas, effect, panes, outbox, search, list, reader,
//!   arrival, front, bookmarks, panels.
//! - `focus`: which part has the keys. Uses areas, reader, state.
//! - `unavailable`: why an action can do nothing where one is. Uses input, areas, reader, panels, state, focus.
//! - `navigation`: what goes from one part to another. Uses input, pane, areas, effect, event, search,
//!   reader, bookmarks, help, panels, state, focus.
//! - `mending`: what was read wrongly, put right. Uses effect, mend_panel, reader, panels, state.
//! - `imports`: the last import undone, what pages do not say themselves. Uses effect, input, list, state, dispatch.
//! - `showing`: settings taken, choices seen and made. Uses input, config, effect, choice_panel, panels, state.
//! - `unread`: articles set read and unread, the next one that is unread. Uses pane, effect, list,
//!   reader, state.
//! - `comeback`: opened as it was left, and left. Uses areas, last_view, effect, list, state.
//! - `typing`: a prompt's line, and what it does when it is entered. Uses input, effect, pane, list,
//!   reader, palette, panels, state.
//! - `mouse`: clicks, drags and the wheel. Uses input, pane, areas, event, panels, state, focus.
//! - `settle`: what is put right after every event. Uses pane, areas, effect, state.
//! - `dispatch`: an event to the part that it is for. Uses input, config, last_view, pane, areas,
//!   effect, event, outbox, reader, arrival, front, panels, state, focus.

mod areas;
mod arrival;
mod bookmarks;
mod choice_panel;
mod comeback;
mod config;
mod diagnostic;
mod dispatch;
mod effect;
mod event;
mod focus;
mod front;
mod help;
mod imports;
mod input;
mod last_view;
mod list;
mod mend_panel;
mod mending;
mod mouse;
mod navigation;
mod outbox;
mod palette;
mod pane;
mod panels;
mod panes;
mod reader;
mod search;
mod settle;
mod showing;
mod state;
mod strides;
mod tutorial;
mod typing;
mod unavailable;
mod unread;

pub use areas::{Area, Areas, Size, View, areas, panel};
pub use arrival::Arrival;
pub use bookmarks::list::{BookmarkLine, BookmarkList};
pub use choice_panel::ChoicePanel;
pub use config::choice::{Choice, ChosenSetting};
pub use config::keep::keep as keep_choice;
pub use config::pace::Pace;
pub use config::script::Script;
pub use config::settings::{EXAMPLE, Settings};
pub use diagnostic::{Diagnostic, read as read_toml, unknown};
pub use dispatch::{StartWith, update};
pub use effect::{Effect, Marking, Ticket, Window, WrittenAs};
pub use event::{CopiedTo, Event, LoadedArticle, Mouse, MouseKind, PictureSupport};
pub use focus::Focus;
pub use front::border::{Arms, BorderCell};
pub use front::layout::{Front, FrontBox};
pub use front::matter::{STAR, Weight};
pub use help::{Help, HelpLine};
pub use input::action::{Action, ActionEntry, ActionGroup};
pub use input::key::{Key, KeyCode, NoKey};
pub use input::keymap::Keymap;
pub use input::prompt::{Prompt, Purpose};
pub use last_view::{LastView, Unfinished};
pub use list::filter::{FilterError, TypedFilter};
pub use list::headlines::Headlines;
pub use list::headlines::listing::order_phrase;
pub use list::imprint::read as read_imprint;
pub use list::line::{HANG, LENGTHS, ListLine, MARKS, TAG, TIME, TIMES, headline_room, is_whole_edition};
pub use mend_panel::{MendChoice, MendPanel};
pub use mending::remedy_phrase;
pub use outbox::StatusMessage;
pub use palette::Palette;
pub use pane::Cursor;
pub use panels::Panel;
pub use reader::article::Reader;
pub use reader::page_picture::{PagePicture, PlacedPicture};
pub use reader::page_text::{PageRow, PageText};
pub use search::hits::{Hits, ROWS as HIT_ROWS};
pub use search::matches::ArticleMatches;
pub use search::query::{Finder, Query};
pub use state::App;
pub use tutorial::Tutorial;
