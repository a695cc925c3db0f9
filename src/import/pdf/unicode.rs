//! What characters mean of which the font says nothing: by the character collection that its codes
//! belong to.

use std::collections::HashMap;

use hayro_interpret::font::OutlineFontData;
use hayro_interpret::hayro_cmap::{BfString, CMap, CMapName, CidFamily, WritingMode, load_embedded};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};

/// The code tables of a file's composite fonts, by the name of the font. They are read when the first
/// character is asked for.
#[derive(Default)]
pub struct Collections {
    fonts: Option<HashMap<String, Vec<CodeTable>>>,
    meanings: HashMap<CidFamily, Option<CMap>>,
}

/// How a font's codes become characters of a collection.
struct CodeTable {
    encoding: CMap,
    family: CidFamily,
}

impl Collections {
    /// What a code of a font means.
    pub fn meaning(&mut self, pdf: &Pdf, font: &OutlineFontData, vertical: bool, code: u32) -> Option<BfString> {
        let name = font.postscript_name.as_deref()?;
        let fonts = self.fonts.get_or_insert_with(|| code_tables(pdf));
        let tables = fonts.get(name)?;
        let same_way = tables.iter().filter(|table| is_vertical(&table.encoding) == vertical);
        let (family, cid) = same_way.chain(tables).find_map(|table| Some((&table.family, table.cid(code)?)))?;
        if !self.meanings.contains_key(family) {
            self.meanings.insert(family.clone(), family.ucs2_cmap().and_then(loaded));
        }
        self.meanings.get(family)?.as_ref()?.lookup_bf_string(cid)
    }
}

impl CodeTable {
    fn of(font: &Dict<'_>) -> Option<Self> {
        let encoding = encoding(&font.get::<Object<'_>>(b"Encoding")?)?;
        let own = encoding.metadata().character_collection.as_ref().map(|collection| collection.family.clone());
        let family = own.filter(|family| *family != CidFamily::AdobeIdentity).or_else(|| descendant_family(font))?;
        Some(Self { encoding, family })
    }

    fn cid(&self, code: u32) -> Option<u32> {
        (1..=4).find_map(|length| self.encoding.lookup_cid_code(code, length))
    }
}

fn is_vertical(encoding: &CMap) -> bool {
    encoding.metadata().writing_mode == Some(WritingMode::Vertical)
}

/// Every composite font of the file.
fn code_tables(pdf: &Pdf) -> HashMap<String, Vec<CodeTable>> {
    let mut tables: HashMap<String, Vec<CodeTable>> = HashMap::new();
    for font in pdf.objects().into_iter().filter_map(Object::into_dict) {
        if font.get::<Name<'_>>(b"Subtype").as_deref() == Some(b"Type0")
            && let Some(name) = font.get::<Name<'_>>(b"BaseFont")
            && let Some(table) = CodeTable::of(&font)
        {
            tables.entry(bare_name(name.as_str()).to_owned()).or_default().push(table);
        }
    }
    tables
}

/// A font's name without the mark of a subset: `ABCDEF+SimSun` is `SimSun`.
fn bare_name(name: &str) -> &str {
    name.split_once('+').filter(|(mark, _)| mark.len() == 6).map_or(name, |(_, bare)| bare)
}

fn encoding(object: &Object<'_>) -> Option<CMap> {
    match object {
        Object::Name(name) => match CMapName::from_bytes(name) {
            CMapName::IdentityH => Some(CMap::identity_h()),
            CMapName::IdentityV => Some(CMap::identity_v()),
            name => loaded(name),
        },
        Object::Stream(stream) => CMap::parse(&Stream::decoded_data(stream).ok()?, load_embedded),
        _ => None,
    }
}

fn descendant_family(font: &Dict<'_>) -> Option<CidFamily> {
    let descendant = font.get::<Array<'_>>(b"DescendantFonts")?.iter::<Dict<'_>>().next()?;
    let info = descendant.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let text = |key: &[u8]| info.get::<PdfString<'_>>(key);
    Some(CidFamily::from_registry_ordering(&text(b"Registry")?, &text(b"Ordering")?))
}

fn loaded(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}
