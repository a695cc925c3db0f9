//! The words of the trade as plain values: a page and its lines, an article and its parts, a place
//! in its text, what can be asked of a library.
//!
//! **Invariant:** no input, no output, no terminal, no database. The JSON of [`page::Page`] and
//! [`article::Article`] is the published shape that `parse`, `export` and the library share.

pub mod article;
pub mod article_id;
pub mod bookmark;
pub mod bounds;
pub mod date;
pub mod dateline;
pub mod folder_file;
pub mod last_import;
pub mod listing;
pub mod mend;
pub mod page;
pub mod page_map;
pub mod picture;
pub mod place;
pub mod printed;
pub mod query;
mod sound;
pub mod source;

pub use article::{Article, Block, BlockKind, Kind, LineRange, PageRef, Section};
pub use article_id::ArticleId;
pub use bookmark::{Bookmark, Edit, Span, Tag, file_name};
pub use bounds::Bounds;
pub use date::{Date, NoDate};
pub use dateline::{Dateline, Person};
pub use folder_file::FolderFile;
pub use last_import::LastImport;
pub use listing::{Folded, Folds, Group, Level, Listed, Listing, Order, Seat, Stretch};
pub use mend::{Mend, MendReport, Mended, MendedPage, NamedLine, Remedy};
pub use page::{Page, PrintedArticle, PrintedPage, SourcePage};
pub use page_map::{MappedArticle, PageMap};
pub use picture::{NoPicture, Picture, PictureRequest, PixelSize};
pub use place::{Part, Place};
pub use printed::{PageBox, PageSize};
pub use query::{Direction, Filter, Hit, HitOrder, PageId, Reading, Row, RowKey, Search};
pub use source::{Imprint, LineGeometry, LineRole, PageGeometry, RawLine, RawPage, Rule, Writing};
