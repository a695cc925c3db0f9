use crate::model::{Block, BlockKind};

use super::*;

fn article() -> Article {
    let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
    Article {
        headline: Some("河港通航".into()),
        body: vec![
            block("货运102.6万吨，增长（同比）两成。“快吗？”周敏问。"),
            block(""),
            block("e\u{301}👨‍👩‍👧河。Two ends. Three."),
        ],
        ..Article::default()
    }
}

fn at(part: Part, byte: usize) -> Place {
    Place { article: article().id, part, byte }
}

/// The words selected after each of some strides from a place.
#[track_caller]
fn selects(start: (Part, usize), steps: &[(Stride, bool)], expected: &[&str]) {
    let article = article();
    let tail = at(start.0, start.1);
    let head = Text::of(&article).next(tail, Stride::Cluster, Metrics::TERMINAL).unwrap();
    let mut selection = Selection::new(&article, tail, head).unwrap();
    let mut words = Vec::new();
    for (stride, forward) in steps {
        selection.step(&article, Metrics::TERMINAL, *stride, *forward);
        let (from, until) = selection.range(&article);
        words.push(article.text_between(from, until));
    }
    assert_eq!(words, expected);
}

use Stride::{Article as Whole, Clause, Cluster, Paragraph, Sentence};

#[test]
fn by_clusters_over_the_ends_of_parts() {
    selects((Part::Headline, 6), &[(Cluster, true); 3], &["通航", "通航\n货", "通航\n货运"]);
    selects((Part::Body(0), 0), &[(Cluster, false); 2], &["航", "通航"]);
    let both = [(Cluster, true), (Cluster, true), (Cluster, false), (Cluster, false)];
    selects((Part::Body(2), 0), &both, &["e\u{301}👨‍👩‍👧", "e\u{301}👨‍👩‍👧河", "e\u{301}👨‍👩‍👧", "e\u{301}"]);
}

#[test]
fn by_clauses() {
    let forward = ["货运102.6万吨，", "货运102.6万吨，增长", "货运102.6万吨，增长（同比）"];
    selects((Part::Body(0), 0), &[(Clause, true); 3], &forward);
    let start = "货运102.6万吨，增长（同比".len();
    selects((Part::Body(0), start), &[(Clause, false); 2], &["（同比", "增长（同比"]);
}

#[test]
fn by_sentences() {
    let all = "货运102.6万吨，增长（同比）两成。“快吗？”周敏问。";
    selects(
        (Part::Body(0), 0),
        &[(Sentence, true); 3],
        &["货运102.6万吨，增长（同比）两成。", "货运102.6万吨，增长（同比）两成。“快吗？”", all],
    );
    selects((Part::Body(2), 0), &[(Sentence, true), (Sentence, true)], &["e\u{301}👨‍👩‍👧河。", "e\u{301}👨‍👩‍👧河。Two ends. "]);
    selects((Part::Body(0), all.len() - 3), &[(Sentence, false); 2], &["周敏问", "“快吗？”周敏问"]);
}

#[test]
fn by_paragraphs_and_to_the_ends() {
    let (first, last) = ("货运102.6万吨，增长（同比）两成。“快吗？”周敏问。", "e\u{301}👨‍👩‍👧河。Two ends. Three.");
    selects(
        (Part::Headline, 9),
        &[(Paragraph, true); 3],
        &[&format!("航\n{first}"), &format!("航\n{first}\n\n{last}"), &format!("航\n{first}\n\n{last}")],
    );
    selects((Part::Body(0), 0), &[(Whole, true), (Whole, false)], &[&format!("{first}\n\n{last}"), "河港通航"]);
}

#[test]
fn the_other_end_moves_after_swapping() {
    let article = article();
    let mut selection = Selection::new(&article, at(Part::Headline, 0), at(Part::Headline, 12)).unwrap();
    selection.swap();
    for expected in ["港通航", "通航", "航", "货", "货运"] {
        selection.step(&article, Metrics::TERMINAL, Stride::Cluster, true);
        let (from, until) = selection.range(&article);
        assert_eq!(article.text_between(from, until), expected);
    }
}

#[test]
fn nothing_is_no_selection() {
    assert_eq!(Selection::new(&article(), at(Part::Headline, 12), at(Part::Body(0), 0)), None);
    assert_eq!(Selection::new(&Article::default(), at(Part::Headline, 0), at(Part::Headline, 0)), None);
}

#[test]
fn a_place_is_reached_with_its_cluster() {
    let article = article();
    let mut selection = Selection::new(&article, at(Part::Headline, 3), at(Part::Headline, 6)).unwrap();
    for (byte, expected) in [(9, "港通航"), (3, "港"), (0, "河")] {
        selection.reach(&article, Metrics::TERMINAL, at(Part::Headline, byte));
        let (from, until) = selection.range(&article);
        assert_eq!(article.text_between(from, until), expected);
    }
}
