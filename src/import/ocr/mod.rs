//! Pages recognised from a picture: every word stands in a box, and the lines are those that the
//! recogniser saw, in its order.
//!
//! Rooms, from the ground up; a room uses those that its line names and no others:
//!
//! - `markup`: the elements and the text of XML and HTML, read leniently. Uses nothing.
//! - `scale`: the source's lengths as points. Uses nothing.
//! - `type_size`: how large the type is, by the boxes. Uses nothing.
//! - `recognised_line`: words to a line. Uses type_size.
//! - `page_draft`: lines to a page. Uses scale, type_size, recognised_line.
//! - `document`: a file page by page, whole or broken off. Uses markup, page_draft.
//! - `alto`: ALTO. Uses all above.
//! - `hocr`: hOCR. Uses markup, scale, recognised_line, page_draft, document.

mod alto;
mod document;
mod hocr;
mod markup;
mod page_draft;
mod recognised_line;
mod scale;
mod type_size;

pub use alto::Alto;
pub use hocr::Hocr;
