//! The state of the reader and its changes. **Invariant:** pure; no input, no output, no clock, no terminal.
//!
//! [`App`] is everything the reader knows; [`update`] changes it by an [`Event`] and says in
//! [`Effect`]s what is to be done about it. A key goes `dispatch` → `focus` → a part → `settle`.
//!
//! Rooms, from the ground up; none uses one that stands below it in this list:
//!
//! - `diagnostic` what is wrong in a file of the user's.
//! - `input` keys, actions, the line being typed; `config` settings, languages, scripts.
//! - `pane`, `areas`, `panes` what scrolls, where it stands; `effect`, `event`, `outbox` what comes and goes.
//! - `search` words in the library and in an article; `list` the headline list.
//! - `reader` the article and its page; `arrival` pages being read in; `front` the front page.
//! - `bookmarks` what is kept; `panels` what stands over the panes.
//! - `state` the parts together; `focus` which has the keys; `navigation`, `typing`, `mouse`, `settle`, `dispatch`
//!   what goes from one part to another.

mod areas;
mod arrival;
mod bookmarks;
mod config;
mod diagnostic;
mod dispatch;
mod effect;
mod event;
mod focus;
mod front;
mod input;
mod list;
mod mouse;
mod navigation;
mod outbox;
mod pane;
mod panels;
mod panes;
mod reader;
mod search;
mod settle;
mod state;
mod typing;

pub use areas::{Area, Areas, Size, View, areas, panel};
pub use arrival::Arrival;
pub use bookmarks::list::BookmarkList;
pub use config::pace::Pace;
pub use config::script::Script;
pub use config::settings::{EXAMPLE, Settings};
pub use diagnostic::{Diagnostic, read as read_toml, unknown};
pub use dispatch::{StartWith, update};
pub use effect::{Effect, Ticket, Window};
pub use event::{Event, LoadedArticle, Mouse, MouseKind};
pub use focus::Focus;
pub use front::layout::{Front, FrontBox, Weight};
pub use input::action::{Action, ActionEntry, ActionGroup};
pub use input::key::{Key, KeyCode, NoKey};
pub use input::keymap::Keymap;
pub use input::prompt::{Prompt, Purpose};
pub use list::filter::{FilterError, TypedFilter};
pub use list::headlines::Headlines;
pub use list::headlines::listing::order_phrase;
pub use list::line::{LENGTHS, ListLine, MARKS, TAG, TIME, TIMES, headline_room, is_whole_edition};
pub use outbox::StatusMessage;
pub use pane::Cursor;
pub use panels::{BOOKMARK_ROWS, HelpLine, Panel, help_lines};
pub use reader::article::Reader;
pub use reader::page_text::{PageRow, PageText};
pub use search::hits::{Hits, ROWS as HIT_ROWS};
pub use search::matches::ArticleMatches;
pub use search::query::{Finder, Query};
pub use state::App;
