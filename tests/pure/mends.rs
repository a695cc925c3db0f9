//! What a reader puts right: the page with its mends, and nothing lost or made up by them.

#![allow(clippy::unwrap_used, reason = "a test's helpers fail as tests do")]

use paper_reader::model::{Article, Mend, Page, Part, RawPage, Remedy};
use paper_reader::parse::parse;
use proptest::prelude::*;

use super::conservation::{WORDS, count, texts};

const TEXT: &str = "渡口的灯又亮了\n本报讯（记者 江一帆）河水退去，石阶露了出来。岸上的人都来看，老船工也来了。\n\
    三班渡船从今天起照常开行，票价不变，末班仍是晚上九点。\n\n书屋搬进老粮仓\n\
    本报讯（记者 周密）书屋昨天搬进老粮仓，藏书一万两千册。\n孩子们下午四点以后可以来读书，免费借阅，周末也开门。\n";

fn page(text: &str) -> Page {
    parse(&RawPage::from_text("test", text))
}

/// Each article as its parts, bars between them.
fn shown(page: &Page) -> Vec<String> {
    let shown = |article: &Article| article.parts().map(|(_, text)| text).collect::<Vec<_>>().join("|");
    page.articles.iter().map(shown).collect()
}

/// The page with one remedy, and the mend that it is.
#[track_caller]
fn mended(text: &str, article: usize, part: Part, remedy: Remedy) -> (Page, Mend) {
    let page = page(text);
    let mend = Mend::of(&page, text, article, part, remedy).unwrap();
    let (page, found) = page.mended(std::slice::from_ref(&mend));
    assert_eq!(found, [true]);
    (page, mend)
}

#[test]
fn two_articles_are_joined_and_one_parted() {
    let before = page(TEXT);
    assert_eq!(before.articles.len(), 2, "{:?}", shown(&before));
    let (joined, _) = mended(TEXT, 0, Part::Headline, Remedy::Join);
    let [article] = &joined.articles[..] else { panic!("{:?}", shown(&joined)) };
    assert!(article.sections().any(|section| section.text == "书屋搬进老粮仓"));
    assert_eq!(article.lines.iter().map(|range| range.1).max(), Some(7));
    let heading = article.body.iter().position(|block| block.text == "书屋搬进老粮仓").unwrap();
    let mend = Mend::of(&joined, TEXT, 0, Part::Body(heading), Remedy::Part).unwrap();
    assert_eq!(mend.lines[0].number, 5);
    let (parted, _) = joined.mended(&[mend]);
    assert_eq!(parted.articles.len(), 2);
    assert_eq!(parted.articles[1].headline.as_deref(), Some("书屋搬进老粮仓"));
    assert_eq!(parted.articles[0].headline, before.articles[0].headline);
    assert!(parted.articles[1].lines[0].0 == 5 && parted.articles[0].lines.iter().all(|range| range.1 < 5));
}

#[test]
fn a_line_becomes_a_part_of_the_head() {
    let (page, _) = mended(TEXT, 0, Part::Headline, Remedy::Kicker);
    assert_eq!(
        (page.articles[0].kicker.as_deref(), page.articles[0].headline.as_deref()),
        (Some("渡口的灯又亮了"), None)
    );
    let last = self::page(TEXT).articles[0].body.len() - 1;
    let (page, mend) = mended(TEXT, 0, Part::Body(last), Remedy::Headline);
    assert_eq!(page.articles[0].body[last].text, "渡口的灯又亮了");
    assert!(page.articles[0].headline.as_deref().unwrap().starts_with("三班渡船"));
    assert_eq!(mend.lines[0].number, 3);
    let (page, _) = mended(TEXT, 0, Part::Body(last), Remedy::Deck);
    assert!(page.articles[0].deck.is_some() && page.articles[0].headline.is_some());
}

#[test]
fn what_is_no_article_is_furniture() {
    let (page, _) = mended(TEXT, 1, Part::Headline, Remedy::NoArticle);
    assert_eq!(page.articles.len(), 1);
    assert!(page.furniture.contains(&"书屋搬进老粮仓".to_owned()));
}

#[test]
fn a_mend_finds_its_lines_on_another_text_and_changes_nothing_without_them() {
    let (_, mend) = mended(TEXT, 1, Part::Headline, Remedy::NoArticle);
    let moved = format!("沿岸各镇本周加固堤防\n本报讯（记者 林远）沿岸各镇本周加固堤防，沙袋已经运到。\n\n{TEXT}");
    let (page, found) = self::page(&moved).mended(std::slice::from_ref(&mend));
    assert!(found == [true] && shown(&page).iter().all(|article| !article.contains("书屋")), "{:?}", shown(&page));
    let other = self::page("沿岸各镇本周加固堤防\n本报讯（记者 林远）沿岸各镇本周加固堤防，沙袋已经运到。\n");
    assert_eq!(other.clone().mended(&[mend]), (other, vec![false]));
}

#[test]
fn there_is_nothing_to_do_where_it_is_so_already() {
    let page = page(TEXT);
    for (article, part, remedy) in
        [(1, Part::Headline, Remedy::Join), (0, Part::Headline, Remedy::Headline), (0, Part::Body(0), Remedy::Part)]
    {
        assert_eq!(Mend::of(&page, TEXT, article, part, remedy), None, "{remedy:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn mends_lose_nothing_and_make_up_nothing(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..120),
        other in prop::collection::vec(prop::sample::select(WORDS), 0..120),
        choices in prop::collection::vec((0_usize..40, 0_usize..40, prop::sample::select(&Remedy::ALL[..])), 1..8),
    ) {
        let text = words.concat();
        let parsed = page(&text);
        let mut mends = Vec::new();
        let mut now = parsed.clone();
        for (article, part, remedy) in choices {
            let Some(article) = article.checked_rem(now.articles.len()) else { break };
            let parts: Vec<Part> = now.articles[article].parts().map(|(part, _)| part).collect();
            let Some(part) = part.checked_rem(parts.len()).map(|part| parts[part]) else { continue };
            mends.extend(Mend::of(&now, &text, article, part, remedy));
            now = parsed.clone().mended(&mends).0;
            prop_assert_eq!(count(&texts(&now)), count(&texts(&parsed)));
        }
        // On another page they may find their lines or not.
        let another = page(&other.concat());
        prop_assert_eq!(count(&texts(&another.clone().mended(&mends).0)), count(&texts(&another)));
    }
}
