//! The titles of the poems in a group.

use crate::model::{Block, BlockKind};
use crate::parse::grammar::numerals::{is_numeral, number};
use crate::parse::lexicon::POEMS;
use crate::parse::rules;

/// The longest line of a poem, in half characters.
const WIDEST: usize = 26;

/// Makes headings of the poems' titles where the headline says how many poems there are: the
/// first line and the shortest ones, if they are clearly the shortest.
pub fn titles(headline: &str, blocks: &mut [Block]) {
    let Some(count) = poems(headline)
        .filter(|&count| rules::article::poems() && (2..=12).contains(&count) && blocks.len() >= 3 * count)
    else {
        return;
    };
    let length = |block: &Block| block.text.chars().count();
    let longest = |block: &Block| block.kind != BlockKind::Paragraph || length(block) * 2 > WIDEST;
    if blocks.iter().any(longest) {
        return;
    }
    let mut by_length: Vec<usize> = (1..blocks.len()).collect();
    by_length.sort_by_key(|&i| length(&blocks[i]));
    let (last, next) = (by_length[count - 2], by_length[count - 1]);
    if length(&blocks[last]) < length(&blocks[next]) {
        by_length.truncate(count - 1);
        by_length.push(0);
        by_length.into_iter().for_each(|i| blocks[i].kind = BlockKind::Heading { level: 1 });
    }
}

/// How many poems a headline speaks of: 短歌三首, 渡口四题, letterspaced or not.
fn poems(headline: &str) -> Option<usize> {
    let text: Vec<char> = headline.chars().filter(|c| !c.is_whitespace()).collect();
    let at = text.iter().rposition(|&c| POEMS.has(c))?;
    let from = at - text[..at].iter().rev().take_while(|&&c| is_numeral(c)).count();
    number(text.get(from..at)?).map(|(count, _)| count as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(headline: &str, body: &str) -> String {
        let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
        let mut blocks: Vec<Block> = body.split('/').map(block).collect();
        titles(headline, &mut blocks);
        let heads = blocks.iter().filter(|block| block.kind != BlockKind::Paragraph);
        heads.map(|block| block.text.as_str()).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn a_group_of_poems_has_as_many_titles() {
        let body = "灯/夜里有一点光/从窗口走出来/船/一生都在/岸和岸之间/老桥/弯着腰的石头/等水落下去";
        assert_eq!(titled("渡口三题", body), "灯/船/老桥");
        assert_eq!(titled("渡 口 三 章", body), "灯/船/老桥");
        assert_eq!(titled("渡口四首", body), "");
        assert_eq!(titled("渡口", body), "");
        assert_eq!(titled("渡口两首", "灯/船/桥/水/岸上的人/看灯"), "");
    }
}
