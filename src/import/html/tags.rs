//! What the elements of HTML are.

/// Whether nothing stands in it.
pub fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

/// Whether it stands in a line of text.
pub fn is_inline(name: &str) -> bool {
    matches!(
        name,
        "a" | "abbr"
            | "acronym"
            | "b"
            | "bdi"
            | "bdo"
            | "big"
            | "cite"
            | "code"
            | "data"
            | "del"
            | "dfn"
            | "em"
            | "font"
            | "i"
            | "img"
            | "ins"
            | "kbd"
            | "label"
            | "mark"
            | "nobr"
            | "q"
            | "rb"
            | "rt"
            | "rp"
            | "ruby"
            | "s"
            | "samp"
            | "small"
            | "span"
            | "strike"
            | "strong"
            | "sub"
            | "sup"
            | "time"
            | "tt"
            | "u"
            | "var"
            | "wbr"
    )
}

/// Whether it is never a text that one reads: scripts, controls, what is drawn.
pub fn is_unread(name: &str) -> bool {
    matches!(
        name,
        "head"
            | "script"
            | "style"
            | "noscript"
            | "template"
            | "iframe"
            | "noframes"
            | "object"
            | "svg"
            | "math"
            | "canvas"
            | "audio"
            | "video"
            | "select"
            | "option"
            | "button"
            | "textarea"
            | "input"
            | "map"
            | "dialog"
            | "menu"
            | "rp"
            | "rt"
    )
}

/// The level of a heading.
pub fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Whether an open element ends where one of another name begins.
pub fn ends_where_begins(open: &str, name: &str) -> bool {
    match open {
        "p" => !is_inline(name) && !matches!(name, "br" | "script" | "style" | "input" | "map" | "area" | "noscript"),
        "a" => name == "a",
        "li" => name == "li",
        "dt" | "dd" => matches!(name, "dt" | "dd"),
        "option" => matches!(name, "option" | "optgroup"),
        "td" | "th" => matches!(name, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(name, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(name, "tbody" | "tfoot"),
        "head" => matches!(name, "body" | "div" | "p" | "table" | "center" | "span"),
        _ => false,
    }
}

/// Whether nothing outside an open element ends because one of another name begins in it.
pub fn bounds_implied_end(open: &str, name: &str) -> bool {
    match name {
        "td" | "th" | "tr" | "tbody" | "tfoot" | "thead" => matches!(open, "table" | "html" | "body"),
        "li" => matches!(open, "ul" | "ol" | "table" | "td"),
        _ => !is_inline(open),
    }
}

/// Whether nothing outside an open element ends by an end of this name in it.
pub fn bounds_end(open: &str, name: &str) -> bool {
    match name {
        "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" => open == "table",
        "a" => matches!(open, "td" | "th" | "table" | "li" | "article" | "section"),
        "p" => !is_inline(open),
        _ if is_inline(name) => !is_inline(open) && open != "p" && heading(open).is_none(),
        _ => matches!(open, "td" | "th" | "table"),
    }
}
