//! The line breaker beside `textwrap`, and what the reader pane asks of a sheet.
//!
//! `cargo bench --bench typeset`; the breaker's rows show bytes a second.

use std::sync::Arc;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use paper_reader::model::{Article, Block, BlockKind, Place};
use paper_reader::text::Metrics;
use paper_reader::typeset::{Anchor, Layout, Measure, Setting, Sheet, Size, break_lines};

const MEASURE: usize = 76;
const PANE: Size = Size { width: 120, height: 40 };
const NARROWER: Size = Size { width: 70, height: 40 };

fn main() {
    divan::main();
}

/// Chinese of a newspaper's kind, about as many bytes as asked.
fn chinese(bytes: usize) -> String {
    const SENTENCES: [&str; 4] = [
        "记者从市港务局获悉，今年以来，港区先后开通三条内河航线，串起沿江十一个乡镇。",
        "到2026年10月底，货物吞吐量达到102.6万吨，比去年同期增长18.3%，其中“散改集”货物占了将近一半。",
        "“以前等一条船要三天，现在早上报单，下午装船。”货主周敏说——她的货从前要绕行两百公里……",
        "六家货运公司把船期并到一处（含GDP与PM2.5统计口径），空船率从三成降到不足一成；运费每吨降了2.4元。",
    ];
    let mut text = String::with_capacity(bytes);
    for sentence in SENTENCES.iter().cycle() {
        if text.len() + sentence.len() > bytes {
            break;
        }
        text.push_str(sentence);
    }
    text
}

fn article(paragraphs: impl IntoIterator<Item = String>) -> Arc<Article> {
    let body = paragraphs.into_iter().map(|text| Block { kind: BlockKind::Paragraph, text }).collect();
    let mut article = Article { headline: Some("港区新增三条内河航线".into()), body, ..Article::default() };
    article.set_content_id();
    Arc::new(article)
}

fn setting(layout: Layout) -> Setting {
    Setting { layout, ..Setting::default() }
}

#[divan::bench_group(name = "10 MB of Chinese", sample_count = 10)]
mod breaking {
    use super::*;

    const BYTES: usize = 10 << 20;

    #[divan::bench]
    fn breaker(bencher: Bencher) {
        let text = chinese(BYTES);
        let lines = || break_lines(black_box(&text), Metrics::FILTER, Measure::of(MEASURE)).count();
        bencher.counter(BytesCount::of_str(&text)).bench(lines);
    }

    #[divan::bench(sample_count = 3)]
    fn textwrap_first_fit(bencher: Bencher) {
        let text = chinese(BYTES);
        let options = textwrap::Options::new(MEASURE)
            .word_separator(textwrap::WordSeparator::UnicodeBreakProperties)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit)
            .word_splitter(textwrap::WordSplitter::NoHyphenation);
        let lines = || textwrap::wrap(black_box(&text), &options).len();
        bencher.counter(BytesCount::of_str(&text)).bench(lines);
    }

    /// The limit: validating and decoding alone.
    #[divan::bench]
    fn decoding(bencher: Bencher) {
        let text = chinese(BYTES);
        bencher.counter(BytesCount::of_str(&text)).bench(|| {
            let text = std::str::from_utf8(black_box(text.as_bytes())).unwrap_or_default();
            text.chars().fold(0u32, |sum, c| sum.wrapping_add(c.into()))
        });
    }
}

#[divan::bench_group(name = "25 KB article", sample_count = 200)]
mod short {
    use super::*;

    #[divan::bench(args = [Layout::Column, Layout::Columns, Layout::Vertical])]
    fn set_anew(bencher: Bencher, layout: Layout) {
        let article = article(vec![chinese(1000); 25]);
        let mut sheet = Sheet::new(Arc::clone(&article), setting(layout), PANE);
        let top = Anchor::from(Place::start_of(&article));
        let mut sizes = [PANE, NARROWER].into_iter().cycle();
        bencher.bench_local(|| {
            sheet.set(setting(layout), sizes.next().unwrap_or_default());
            sheet.screen(top)
        });
    }

    #[divan::bench]
    fn with_pinyin(bencher: Bencher) {
        let article = article(vec![chinese(1000); 25]);
        let setting = Setting { pinyin: true, ..setting(Layout::Column) };
        let top = Anchor::from(Place::start_of(&article));
        bencher.bench_local(|| Sheet::new(Arc::clone(&article), setting, PANE).screen(top));
    }
}

#[divan::bench_group(name = "10 MB article", sample_count = 20)]
mod long {
    use super::*;

    const BYTES: usize = 10 << 20;

    fn paragraphs(each: usize) -> Arc<Article> {
        article(vec![chinese(each); BYTES / each])
    }

    #[divan::bench(args = [600, BYTES])]
    fn open(bencher: Bencher, paragraph: usize) {
        let article = paragraphs(paragraph);
        let top = Anchor::from(Place::start_of(&article));
        bencher.bench_local(|| Sheet::new(Arc::clone(&article), setting(Layout::Column), PANE).screen(top));
    }

    #[divan::bench(args = [600, BYTES])]
    fn resize_at_end(bencher: Bencher, paragraph: usize) {
        let mut sheet = Sheet::new(paragraphs(paragraph), setting(Layout::Column), PANE);
        let end = sheet.end();
        let mut sizes = [PANE, NARROWER].into_iter().cycle();
        bencher.bench_local(|| {
            sheet.set(setting(Layout::Column), sizes.next().unwrap_or_default());
            sheet.screen(end)
        });
    }

    #[divan::bench(args = [Layout::Column, Layout::Columns, Layout::Vertical])]
    fn jump_to_end(bencher: Bencher, layout: Layout) {
        let article = paragraphs(BYTES);
        let opened = || Sheet::new(Arc::clone(&article), setting(layout), PANE);
        bencher.with_inputs(opened).bench_local_values(|mut sheet| {
            let end = sheet.end();
            sheet.screen(end)
        });
    }
}
