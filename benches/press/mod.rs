//! A press that prints as many different pages as asked: words of our own making, common ones often
//! and rare ones seldom (Zipf), the same on every run.

use paper_reader::model::{Article, Block, BlockKind, Date, LineRange, Page};

/// Characters that words are made of: from the beginning of the CJK Unified Ideographs.
const CHARACTERS: u64 = 3000;
/// Different words.
const WORDS: usize = 40_000;
/// Articles on a page.
pub const ARTICLES: usize = 8;
/// Pages of an edition.
const PAGES: usize = 8;
/// Characters of a printed line.
const MEASURE: usize = 18;

/// The press.
pub struct Press {
    random: Random,
    words: Vec<String>,
    printed: usize,
}

impl Press {
    /// A press that has printed nothing yet.
    pub fn new() -> Self {
        let mut random = Random(7);
        let words = (0..WORDS).map(|i| word(&mut random, i)).collect();
        Self { random, words, printed: 0 }
    }

    /// The next page, and the text it came from.
    pub fn page(&mut self) -> (Page, String) {
        let (day, number) = (self.printed / PAGES, self.printed % PAGES + 1);
        self.printed += 1;
        let date = Date::new(1920 + (day / 336) as u32, (day / 28 % 12 + 1) as u32, (day % 28 + 1) as u32);
        let mut page = Page {
            source: format!("{:06}.txt", self.printed),
            publication: Some("江州日报".to_owned()),
            date,
            page_number: Some(number as u32),
            ..Page::default()
        };
        let mut text = String::new();
        for _ in 0..ARTICLES {
            page.articles.push(self.article(&mut text));
        }
        (page, text)
    }

    fn article(&mut self, text: &mut String) -> Article {
        let first = text.matches('\n').count() as u32 + 1;
        let headline = self.sentence(12);
        text.push_str(&headline);
        text.push('\n');
        let paragraphs = 2 + self.random.below(6) as usize;
        let body: Vec<_> = (0..paragraphs)
            .map(|_| {
                let sentences = 2 + self.random.below(5);
                Block { kind: BlockKind::Paragraph, text: (0..sentences).map(|_| self.sentence(30) + "。").collect() }
            })
            .collect();
        for block in &body {
            let characters: Vec<char> = block.text.chars().collect();
            for line in characters.chunks(MEASURE) {
                text.extend(line);
                text.push('\n');
            }
        }
        let last = text.matches('\n').count() as u32;
        let lines = vec![LineRange(first, last)];
        let mut article = Article { headline: Some(headline), body, lines, ..Article::default() };
        article.set_content_id();
        article
    }

    /// Words, of about so many characters.
    fn sentence(&mut self, characters: u64) -> String {
        let length = (characters / 2 + self.random.below(characters)) as usize * 3;
        let mut sentence = String::new();
        while sentence.len() < length {
            if self.random.below(50) == 0 {
                sentence += &format!("{}年", 1900 + self.random.below(200));
            }
            let rank = (WORDS as f64).powf(self.random.share()) as usize - 1;
            sentence += &self.words[rank.min(WORDS - 1)];
            if self.random.below(12) == 0 {
                sentence.push('，');
            }
        }
        sentence
    }
}

/// A word of one to four characters, most often two; some are Latin.
fn word(random: &mut Random, rank: usize) -> String {
    if rank % 97 == 96 {
        return (0..2 + random.below(6)).map(|_| char::from(b'a' + random.below(26) as u8)).collect();
    }
    let length = [1, 2, 2, 2, 2, 2, 3, 3, 4][random.below(9) as usize];
    let character = |random: &mut Random| {
        let rank = (CHARACTERS as f64).powf(random.share()) as u32 - 1;
        char::from_u32(0x4E00 + rank * 7 % CHARACTERS as u32).unwrap_or('一')
    };
    (0..length).map(|_| character(random)).collect()
}

/// Numbers that look random (xorshift64*).
pub struct Random(pub u64);

impl Random {
    /// A number below a bound.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) % bound
    }

    /// A number from 0 to 1.
    pub fn share(&mut self) -> f64 {
        self.below(1 << 30) as f64 / f64::from(1 << 30)
    }
}
