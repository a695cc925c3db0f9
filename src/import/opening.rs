//! The beginning of a document in markup: what it is, and what it is written in.

use crate::text::{Decoded, Undecodable, decode, decode_declared};

/// The bytes that are looked through for what a document is and what it is written in.
const HEAD: usize = 16 * 1024;

/// The beginning of a document as ASCII, of UTF-16 too; nothing where it is no markup.
pub fn head(bytes: &[u8]) -> String {
    let is_text = |byte: &&u8| **byte != 0 && byte.is_ascii() && !char::from(**byte).is_whitespace();
    if bytes.iter().take(HEAD).find(is_text) != Some(&b'<') {
        return String::new();
    }
    let head = bytes.iter().take(HEAD).filter(|byte| **byte != 0);
    head.map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{FEFF}' }).collect()
}

/// The text of a document, in the encoding that it declares or, where it cannot be in that, in the one
/// it looks to be in.
pub fn text(bytes: &[u8]) -> Result<Decoded, Undecodable> {
    let head = head(bytes);
    let declared = declared_encoding(&head).and_then(|name| decode_declared(bytes, name));
    declared.map_or_else(|| decode(bytes), Ok)
}

/// The encoding of an XML declaration, or of a `meta` element.
fn declared_encoding(head: &str) -> Option<&str> {
    let (_, behind) = head.split_once("encoding=").or_else(|| head.split_once("charset="))?;
    behind.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', ';', '?', '>', '/']).next()
}

/// The name of the first element, prefix left out; none where a text does not begin as markup does.
pub fn root(head: &str) -> Option<&str> {
    let mut rest = head.trim_start_matches('\u{FEFF}').trim_start();
    loop {
        let inside = rest.strip_prefix('<')?;
        let end = match inside {
            _ if inside.starts_with("!--") => "-->",
            _ if inside.starts_with('?') => "?>",
            _ if inside.starts_with('!') && inside.find('[') < inside.find('>') && inside.contains('[') => "]>",
            _ if inside.starts_with('!') => ">",
            _ => {
                let name = inside.split(|c: char| c.is_whitespace() || c == '>' || c == '/').next()?;
                return name.rsplit(':').next().filter(|name| !name.is_empty());
            }
        };
        rest = inside.split_once(end)?.1.trim_start();
    }
}

/// Whether a text begins as HTML does: with its document type, or with one of its elements.
pub fn is_html(head: &str) -> bool {
    const ELEMENTS: [&str; 27] = [
        "html", "head", "body", "meta", "title", "link", "script", "style", "base", "div", "p", "table", "span",
        "center", "font", "article", "section", "main", "header", "h1", "h2", "h3", "a", "br", "img", "ul", "b",
    ];
    let start = head.trim_start_matches('\u{FEFF}').trim_start();
    let is_typed = start.get(..14).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype html"));
    is_typed || root(head).is_some_and(|root| ELEMENTS.iter().any(|name| root.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_declared_encoding_is_found() {
        assert_eq!(declared_encoding("<?xml version='1.0' encoding='ISO-8859-1'?><alto>"), Some("ISO-8859-1"));
        assert_eq!(declared_encoding("<meta content=\"text/html; charset=windows-1252\">"), Some("windows-1252"));
        assert_eq!(declared_encoding("<alto>"), None);
    }

    #[test]
    fn a_document_is_read_in_its_encoding() {
        let read = |bytes: &[u8]| text(bytes).map(|decoded| decoded.text);
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?><a b='Br\xFCcke f\xFCr S\xE4nger'/>";
        assert!(read(latin).unwrap().contains("Brücke für Sänger"));
        let wrongly_declared = "<?xml version='1.0' encoding='ISO-8859-1'?><a b='Brücke über die Förde'/>";
        assert!(read(wrongly_declared.as_bytes()).unwrap().contains("Brücke über"));
        let wide: Vec<u8> =
            wrongly_declared.replace("ISO-8859-1", "UTF-16").encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(read(&[b"\xFF\xFE", wide.as_slice()].concat()).unwrap().contains("Brücke über"));
    }

    #[test]
    fn the_root_is_the_first_element() {
        assert_eq!(root("\u{FEFF}<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE y>\n<v4:alto a='1'>"), Some("alto"));
        assert_eq!(root("<!DOCTYPE alto [<!ENTITY b 'c'>\n]><alto>"), Some("alto"));
        assert_eq!(["alto", "", "<", "<!-- alto"].map(root), [None; 4]);
    }
}
