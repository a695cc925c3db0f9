//! Small PDF files, written by hand.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use std::fmt::Write;

/// A PDF on its way: its pages, and what they are drawn with.
pub struct PdfFile {
    pages: Vec<(String, String)>,
    trailer: String,
}

/// The fonts of every page. None is embedded.
const FONTS: &str = "/Font << /Song 4 0 R /Down 5 0 R /Sans 6 0 R /Blank 7 0 R /Bomb 8 0 R /Told 9 0 R >>";

/// Each font's dictionary, from object 4 on.
const FONT_OBJECTS: [&str; 6] = [
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UTF16-H /DescendantFonts [ << /Type /Font \
     /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> \
     /DW 1000 >> ] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong /Encoding /UniGB-UTF16-V /DescendantFonts [ << /Type /Font \
     /Subtype /CIDFontType0 /BaseFont /STSong /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> \
     /DW 1000 >> ] >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [ << /Type /Font \
     /Subtype /CIDFontType0 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
     /Supplement 0 >> /DW 1000 >> ] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /Bomb /Encoding /Identity-H /DescendantFonts [ << /Type /Font \
     /Subtype /CIDFontType0 /BaseFont /Bomb /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 0 >> \
     /DW 1000 /W [0 4294967294 500] >> ] >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /Told /Encoding /Identity-H /ToUnicode 10 0 R /DescendantFonts [ << \
     /Type /Font /Subtype /CIDFontType0 /BaseFont /Told /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) \
     /Supplement 0 >> /DW 1000 >> ] >>",
];

/// What the codes of `/Told` mean: a soft hyphen, a line feed, a private character, a radical.
const MEANINGS: &str = "1 begincodespacerange <0000> <ffff> endcodespacerange 5 beginbfchar <0001> <00ad> \
     <0002> <000a> <0003> <e001> <0004> <2f08> <0005> <5c71> endbfchar";

/// Text at a place, by a font: `x` and `y` in points from the lower left corner.
pub fn text(font: &str, size: f32, x: f32, y: f32, text: &str) -> String {
    format!("BT /{font} {size} Tf {x} {y} Td {} Tj ET\n", hex(text))
}

/// A text in the codes of the Chinese fonts.
pub fn hex(text: &str) -> String {
    let codes: String = text.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    format!("<{codes}>")
}

impl PdfFile {
    /// One without pages.
    pub fn new() -> Self {
        Self { pages: Vec::new(), trailer: String::new() }
    }

    /// With one more page, of 400 by 600 points.
    pub fn page(self, contents: impl Into<String>) -> Self {
        self.page_with("", contents)
    }

    /// With one more page of which more is said.
    pub fn page_with(mut self, more: &str, contents: impl Into<String>) -> Self {
        self.pages.push((more.to_owned(), contents.into()));
        self
    }

    /// With more in the trailer.
    pub fn trailer(mut self, more: &str) -> Self {
        more.clone_into(&mut self.trailer);
        self
    }

    /// Its bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let first = 4 + FONT_OBJECTS.len() + 1;
        let kids: String = (0..self.pages.len()).map(|page| format!("{} 0 R ", first + 2 * page)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [ {kids}] /Count {} >>", self.pages.len()),
            format!("<< {FONTS} >>"),
        ];
        objects.extend(FONT_OBJECTS.map(str::to_owned));
        objects.push(stream(MEANINGS));
        for (page, (more, contents)) in self.pages.iter().enumerate() {
            let contents_object = first + 2 * page + 1;
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources 3 0 R \
                 /Contents {contents_object} 0 R {more} >>"
            ));
            objects.push(stream(contents));
        }
        self.joined(&objects).into_bytes()
    }

    fn joined(&self, objects: &[String]) -> String {
        let mut file = "%PDF-1.4\n".to_owned();
        let mut places = Vec::new();
        for (number, object) in (1..).zip(objects) {
            places.push(file.len());
            writeln!(file, "{number} 0 obj\n{object}\nendobj").unwrap();
        }
        let table = file.len();
        write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).unwrap();
        places.iter().for_each(|place| writeln!(file, "{place:010} 00000 n ").unwrap());
        let size = objects.len() + 1;
        file + &format!("trailer\n<< /Size {size} /Root 1 0 R {} >>\nstartxref\n{table}\n%%EOF\n", self.trailer)
    }
}

fn stream(contents: &str) -> String {
    format!("<< /Length {} >>\nstream\n{contents}\nendstream", contents.len())
}
