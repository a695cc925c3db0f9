//! What an importer knew of a page beside its text, the column `sources.lines`: compressed JSON.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib;
use rusqlite::types::Type;
use serde::{Deserialize, Serialize};

use crate::model::{Imprint, PageGeometry, PageMap, RawLine, RawPage};

/// zlib's level of compression.
const LEVEL: u8 = 3;

/// What is kept of it.
#[derive(Deserialize, Serialize)]
struct KnownLines<L, G, I, M> {
    lines: L,
    geometry: G,
    imprint: I,
    /// Earlier versions knew of none.
    #[serde(default)]
    map: M,
}

/// Packs what is known of a page beside its text; nothing where that is nothing.
pub fn pack(raw: &RawPage) -> rusqlite::Result<Vec<u8>> {
    let is_bare = raw.lines.iter().all(|line| line.geometry.is_none() && line.role.is_none());
    if is_bare && raw.geometry.is_none() && raw.map.is_none() && raw.imprint.is_silent() {
        return Ok(Vec::new());
    }
    let kept = KnownLines { lines: &raw.lines, geometry: &raw.geometry, imprint: &raw.imprint, map: &raw.map };
    let json = serde_json::to_vec(&kept).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    Ok(compress_to_vec_zlib(&json, LEVEL))
}

/// Gives a page of bare text back what was known of it.
pub fn unpack(packed: &[u8], bare: RawPage) -> rusqlite::Result<RawPage> {
    if packed.is_empty() {
        return Ok(bare);
    }
    let broken = |reason: String| rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, reason.into());
    let json = decompress_to_vec_zlib(packed).map_err(|error| broken(error.to_string()))?;
    let kept: KnownLines<Vec<RawLine>, Option<PageGeometry>, Box<Imprint>, Option<Box<PageMap>>> =
        serde_json::from_slice(&json).map_err(|error| broken(error.to_string()))?;
    Ok(RawPage { lines: kept.lines, geometry: kept.geometry, imprint: kept.imprint, map: kept.map, ..bare })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bounds, LineGeometry, LineRole, Writing};

    #[test]
    fn what_is_known_of_a_page_comes_back() {
        let bare = RawPage::from_text("p", "甲\n\n乙\n");
        assert!(pack(&bare).unwrap().is_empty());
        assert_eq!(unpack(&[], bare.clone()).unwrap(), bare);
        let mut known = bare.clone();
        known.lines[0].role = Some(LineRole::Headline);
        known.lines[1].geometry = Some(Box::new(LineGeometry {
            bounds: Bounds { left: 1.5, top: 2.0, right: 3.1, bottom: 4.0 },
            baseline: Some(3.25),
            type_size: Some(10.5),
            face: Some(2),
            weight: None,
            writing: Writing::Vertical,
            colour: Some([1, 2, 3]),
        }));
        known.geometry = Some(PageGeometry { width: 400.0, height: 600.0, ..PageGeometry::default() });
        known.imprint.publication = Some("江州日报".to_owned());
        known.map = Some(Box::new(PageMap { size: [350.0, 540.5], ..PageMap::default() }));
        assert_eq!(unpack(&pack(&known).unwrap(), bare.clone()).unwrap(), known);
        assert!(unpack(b"no zlib", bare).is_err());
    }
}
