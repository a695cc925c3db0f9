//! Searching: every hit is one of a linear scan, and every one of a linear scan is a hit.

#![allow(clippy::unwrap_used)]

use std::cell::Cell;
use std::ops::ControlFlow;

use crate::{add, dated, home, library, page, story};
use paper_reader::hanzi::Folding;
use paper_reader::model::{Article, ArticleId, Block, BlockKind, Filter, Hit, HitOrder, Part, Search};
use paper_reader::store::Library;
use proptest::prelude::*;

fn found(library: &Library, query: &str) -> Vec<Hit> {
    library.search(&Search::parse(query, None), None).unwrap()
}

fn one_story(paragraphs: &[&str]) -> Library {
    let mut library = Library::in_memory().unwrap();
    add(&mut library, &page("a.txt", vec![story("渡口年内改建", paragraphs)]));
    library
}

/// What the index must agree with: each term in one of the texts, white space left out of both, and
/// the forms of a character being one if so asked.
fn scan(articles: &[Article], terms: &[String], alike: Folding) -> Vec<ArticleId> {
    let squeezed =
        |text: &str| text.chars().filter(|c| !c.is_whitespace()).map(|c| alike.fold_char(c)).collect::<String>();
    let holds =
        |article: &Article, term: &str| article.parts().any(|(_, text)| squeezed(text).contains(&squeezed(term)));
    let mut ids: Vec<_> = articles
        .iter()
        .filter(|article| terms.iter().all(|term| holds(article, term)))
        .map(|article| article.id)
        .collect();
    ids.sort_unstable();
    ids
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let text = || "[渡口岸发發髮臺abB1ＡＢ１年 \u{3000}\n\"\\\\\u{0}\u{301}，。𠮷*^():-]{0,12}";
    let article = (prop::option::of(text()), prop::collection::vec(text(), 0..4)).prop_map(|(headline, paragraphs)| {
        let block = |text| Block { kind: BlockKind::Paragraph, text };
        let mut article = Article { headline, body: paragraphs.into_iter().map(block).collect(), ..Article::default() };
        article.set_content_id();
        article
    });
    prop::collection::vec(article, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn the_index_finds_what_a_scan_finds(
        articles in articles(),
        terms in prop::collection::vec("[渡口岸发台abBａＢ１1年，𠮷\u{301}\u{0}\\\\\"*^():-]{1,5}", 1..3),
        scripts: bool,
        widths: bool
    ) {
        let mut library = Library::in_memory().unwrap();
        add(&mut library, &page("a.txt", articles.clone()));
        let search = Search { terms: terms.clone(), any_script: scripts, any_width: widths, ..Search::default() };
        let hits = library.search(&search, None).unwrap();
        for hit in &hits {
            let article = library.article(hit.row.id).unwrap().unwrap();
            prop_assert!(article.part(hit.place.part).unwrap().is_char_boundary(hit.place.byte));
        }
        let mut ids: Vec<_> = hits.iter().map(|hit| hit.row.id).collect();
        ids.sort_unstable();
        prop_assert_eq!(ids, scan(&articles, &terms, Folding { scripts, widths }));
    }
}

#[test]
fn a_hit_leads_to_the_words() {
    let library = one_story(&["轮渡明春复航。", "候船室年底 封顶，渡口改建后，渡\u{3000}口更宽。"]);
    let [hit] = &found(&library, "渡口 封顶，渡")[..] else { panic!() };
    assert_eq!((hit.place.part, hit.place.byte), (Part::Headline, 0));
    assert_eq!(hit.matches, 4);
    let [hit] = &found(&library, "底封顶")[..] else { panic!() };
    assert_eq!((hit.place.part, hit.place.byte), (Part::Body(1), 12));
    assert_eq!(hit.excerpt, "候船室年底 封顶，渡口改建后，渡 口更宽。");
}

#[test]
fn the_scripts_find_each_other_if_asked() {
    let library = one_story(&["臺北的頭髮與乾糧。"]);
    for (query, byte) in [("台北", 0), ("头发", 9), ("干粮", 18), ("發", 12)] {
        let search = Search { any_script: true, ..Search::parse(query, None) };
        let [hit] = &library.search(&search, None).unwrap()[..] else { panic!("{query}") };
        assert_eq!((hit.place.part, hit.place.byte, hit.matches), (Part::Body(0), byte, 1));
        assert_eq!(hit.excerpt, "臺北的頭髮與乾糧。");
        assert!(found(&library, query).is_empty(), "{query}");
    }
}

#[test]
fn widths_and_cases_find_each_other_if_asked() {
    let library = one_story(&["投入３８０００元，ＡＢＣ公司与Xyz。"]);
    for (query, byte) in [("38000", 6), ("３８０００元", 6), ("abc", 27), ("ｘＹＺ", 45)] {
        let search = Search { any_width: true, ..Search::parse(query, None) };
        let [hit] = &library.search(&search, None).unwrap()[..] else { panic!("{query}") };
        assert_eq!((hit.place.part, hit.place.byte, hit.matches), (Part::Body(0), byte, 1), "{query}");
    }
    assert!(found(&library, "38000").is_empty());
}

#[test]
fn the_best_come_first_if_asked() {
    let mut library = Library::in_memory().unwrap();
    let long = "字".repeat(900);
    let articles = [
        ("无题甲", format!("渡口一次。{long}")),
        ("无题乙", "渡口一次。".to_owned()),
        ("无题丙", format!("渡口两次，渡口。{long}")),
        ("渡口", format!("渡口。{long}")),
        ("渡口轮渡", format!("渡口。{long}{long}")),
        ("无题丁", "渡口一次。".to_owned()),
    ];
    add(&mut library, &page("a.txt", articles.map(|(headline, body)| story(headline, &[&body])).into()));
    let best = |query, limit| Search { order: HitOrder::Best, ..Search::parse(query, limit) };
    let headlines = |search| {
        let hits: Vec<Hit> = library.search(&search, None).unwrap();
        hits.into_iter().map(|hit| hit.row.headline).collect::<Vec<_>>()
    };
    assert_eq!(headlines(best("渡口", None)), ["渡口", "渡口轮渡", "无题乙", "无题丁", "无题丙", "无题甲"]);
    assert_eq!(headlines(best("渡口", Some(2))), ["渡口", "渡口轮渡"]);
    assert_eq!(headlines(best("渡口 渡口轮渡", None)), ["渡口轮渡"]);
}

/// The best of a common word are those of its newest hits; but all are all.
#[test]
fn the_best_of_many_are_looked_for_among_the_newest() {
    let mut library = Library::in_memory().unwrap();
    let mut articles: Vec<_> = (0..5200).map(|i| story(&format!("第{i}篇"), &["轮渡。"])).collect();
    articles.push(story("轮渡", &[]));
    add(&mut library, &page("a.txt", articles));
    let best = |limit| library.search(&Search { order: HitOrder::Best, ..Search::parse("轮渡", limit) }, None).unwrap();
    assert_eq!(best(Some(1))[0].row.headline, "第0篇");
    assert_eq!(best(Some(5201))[0].row.headline, "轮渡");
    let all = best(None);
    assert_eq!((all.len(), all[0].row.headline.as_str()), (5201, "轮渡"));
}

#[test]
fn an_excerpt_is_cut_to_what_is_around_the_words() {
    let long = format!("{}渡轮{}", "甲".repeat(100), "乙".repeat(100));
    let library = one_story(&[&long]);
    let expected = format!("…{}渡轮{}…", "甲".repeat(12), "乙".repeat(38));
    assert_eq!(found(&library, "渡轮")[0].excerpt, expected);
    let all = format!("渡轮{}", "乙".repeat(100));
    assert!(found(&library, &all)[0].excerpt.ends_with(&all));
}

#[test]
fn headlines_alone_can_be_searched() {
    let library = one_story(&["年内改建的还有码头。"]);
    let search = |query| Search { headlines_only: true, ..Search::parse(query, None) };
    assert_eq!(library.search(&search("改建"), None).unwrap()[0].matches, 1);
    assert!(library.search(&search("码头"), None).unwrap().is_empty());
}

#[test]
fn a_search_stops_when_told() {
    let (_folder, dirs) = home();
    let mut library = library(&dirs);
    for i in 0..20 {
        add(
            &mut library,
            &dated(
                &i.to_string(),
                "江州日报",
                &format!("2024-05-{:02}", i + 1),
                1,
                vec![story(&format!("渡口{i}"), &[])],
            ),
        );
    }
    let search = Search::parse("渡口", None);
    let asked = Cell::new(0);
    let stop = || {
        asked.set(asked.get() + 1);
        asked.get() > 5
    };
    let mut hits = 0;
    let count = |_| {
        hits += 1;
        ControlFlow::Continue(())
    };
    library.search_each(&search, None, &stop, count).unwrap();
    assert_eq!(hits, 5);
    let mut hits = 0;
    let first_three = |_| {
        hits += 1;
        if hits < 3 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    };
    library.search_each(&search, None, &|| false, first_three).unwrap();
    assert_eq!(hits, 3);
}

#[test]
fn a_single_character_is_found_beyond_the_newest() {
    let mut library = Library::in_memory().unwrap();
    let articles =
        (0..700).map(|i| story(&format!("第{i}篇{}", if i % 350 == 0 { "罕" } else { "" }), &["常有的字。"]));
    add(&mut library, &page("a.txt", articles.collect()));
    assert_eq!(found(&library, "罕").len(), 2);
    assert_eq!(found(&library, "字").len(), 700);
    assert_eq!(found(&library, "罕 字").len(), 2);
    assert_eq!(library.search(&Search::parse("字", Some(600)), None).unwrap().len(), 600);
}

#[test]
fn a_page_added_is_found_by_the_next_search() {
    let (_folder, dirs) = home();
    let (mut writer, reader) = (library(&dirs), library(&dirs));
    for i in 0..40 {
        add(&mut writer, &page(&i.to_string(), vec![story(&format!("第{i}号渡轮"), &["试航。"])]));
        assert_eq!(found(&reader, &format!("第{i}号")).len(), 1);
    }
    while writer.tidy().unwrap() {}
    assert_eq!(found(&reader, "渡轮 试航").len(), 40);
    assert_eq!(reader.count(&Filter::default()).unwrap(), 40);
}
