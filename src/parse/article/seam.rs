//! Where two lines of a head meet, and what speaks against tearing them apart.

use std::ops::Range;

use crate::parse::grammar::people::is_names;
use crate::parse::line::Line;
use crate::parse::weights::heads as weight;
use crate::parse::words::{Words, indices};

/// Where two lines of a head meet.
#[derive(Debug)]
pub struct Seam {
    /// The word that the last character above and the first one below make.
    word: Option<usize>,
    /// Whether what is below is the little that was left when the line above was full.
    remainder: bool,
}

impl Seam {
    /// The seams between lines of a head.
    pub fn all(page: &str, lines: &[Line], head: Range<usize>) -> Vec<Self> {
        let widest = head.clone().map(|i| lines[i].look.width).max().unwrap_or(0);
        head.skip(1).map(|below| Self::between(page, [&lines[below - 1], &lines[below]], widest)).collect()
    }

    fn between(page: &str, [above, below]: [&Line; 2], widest: i32) -> Self {
        const LITTLE: i32 = 4;
        let word = indices(&String::from_iter([above.look.last, below.look.first])).first().copied();
        let full = above.look.width > LITTLE && above.look.width + 2 >= widest;
        Self { word, remainder: full && below.look.width <= LITTLE && !is_names(below.text(page)) }
    }

    /// What it costs to tear it, where texts have these words.
    pub fn cost<'a>(&self, texts: impl IntoIterator<Item = &'a Words>) -> f32 {
        let word = self.word.is_some_and(|word| texts.into_iter().any(|words| words.has(word)));
        let cost = |is: bool, cost: f32| if is { cost } else { 0.0 };
        cost(word, weight::torn_word()) + cost(self.remainder, weight::torn_remainder())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    #[track_caller]
    fn check(head: &str, body: &str, expected: f32) {
        let page = RawPage::from_text("test", head);
        let lines = line::read(&page, &page.lines);
        let seams = Seam::all(&page.text, &lines, 0..lines.len());
        let cost: f32 = seams.iter().map(|seam| seam.cost([&Words::of(body)])).sum();
        assert!((cost - expected).abs() < 1e-6, "{head}: {cost}");
    }

    #[test]
    fn words_and_remainders_are_not_torn() {
        check("渡口的石\n阶露了出来", "石阶上刻着字", weight::torn_word());
        check("渡口的石\n阶露了出来", "水退了三尺", 0.0);
        check("渡口的石阶露了出\n来", "水退了三尺", weight::torn_remainder());
        check("渡口的石阶露了出来\n周密", "水退了三尺", 0.0);
    }
}
