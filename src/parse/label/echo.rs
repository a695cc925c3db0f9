//! How much of what a line says is said again near it: a head names what its body tells.

use crate::parse::line::Line;
use crate::parse::words::{self, BITS};

/// How many lines before and behind a line are near it.
const NEAR: usize = 16;
/// A line with fewer words says too little to tell.
const FEWEST: usize = 3;

/// The share of each line's words that stand in the lines near it, from 0 to 1; none where a line
/// has too few words to tell.
pub fn echoes(page: &str, lines: &[Line]) -> Vec<Option<f32>> {
    let words: Vec<Vec<usize>> = lines.iter().map(|line| words::indices(line.text(page))).collect();
    let mut near = vec![0_u16; BITS];
    let mut ahead = 0;
    let echo = |i: usize| {
        while ahead < words.len().min(i + NEAR + 1) {
            words[ahead].iter().for_each(|&word| near[word] = near[word].saturating_add(1));
            ahead += 1;
        }
        if let Some(gone) = i.checked_sub(NEAR + 1) {
            words[gone].iter().for_each(|&word| near[word] = near[word].saturating_sub(1));
        }
        let own = &words[i];
        own.iter().for_each(|&word| near[word] = near[word].saturating_sub(1));
        let again = own.iter().filter(|&&word| near[word] > 0).count();
        own.iter().for_each(|&word| near[word] = near[word].saturating_add(1));
        (own.len() >= FEWEST).then(|| again as f32 / own.len() as f32)
    };
    (0..lines.len()).map(echo).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::RawPage;
    use crate::parse::line;

    #[test]
    fn a_head_names_what_its_body_tells() {
        let page = RawPage::from_text("test", "老渡口石阶\n河水退了\n人们看见渡口的\n石阶露了出来");
        let echoes = echoes(&page.text, &line::read(&page, &page.lines));
        assert_eq!(echoes, [Some(0.5), Some(0.0), Some(1.0 / 6.0), Some(0.2)]);
    }

    #[test]
    fn two_words_tell_nothing() {
        let page = RawPage::from_text("test", "老渡口\n老渡口");
        assert_eq!(echoes(&page.text, &line::read(&page, &page.lines)), [None, None]);
    }
}
