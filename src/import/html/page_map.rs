//! The map of a newspaper's page, as e-paper systems write it: an area for each article, and lists of the articles
//! and of the pages beside it.

use std::collections::BTreeMap;

use super::document::{Content, HtmlDocument, HtmlElement};
use super::epaper::is_of_an_epaper;
use super::polygon;
use crate::model::{Bounds, MappedArticle, PageMap};

/// The most areas of a map that are read.
const MOST_AREAS: usize = 1000;

/// The map in a document; none where it has none of a newspaper's page.
pub fn page_map(document: &HtmlDocument) -> Option<PageMap> {
    let areas = || document.elements().map(|(_, element)| element).filter(|element| element.name == "area");
    if !is_of_an_epaper(document) {
        return None;
    }
    let mut map = PageMap::default();
    let is_in_percent = areas().any(|area| area.attribute("coords").contains('%'));
    let size = if is_in_percent { Some([100.0, 100.0]) } else { picture_size(document) };
    for area in areas().take(MOST_AREAS) {
        let boxes = polygon::boxes(area.attribute("shape"), area.attribute("coords"));
        let seen: Vec<Bounds> = boxes.iter().filter_map(|bounds| within(*bounds, size)).collect();
        let file = file_of(area.attribute("href"));
        if seen.is_empty() {
            map.outside += usize::from(!boxes.is_empty());
        } else if !file.is_empty() {
            add(&mut map.articles, file, &seen);
        }
    }
    map.size = size.unwrap_or_else(|| extent(&map.articles));
    add_titles(document, &mut map.articles);
    (!map.articles.is_empty() || map.outside > 0).then_some(map)
}

/// The name of the file that an address leads to.
pub fn file_of(href: &str) -> &str {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    path.rsplit(['/', '\\']).next().unwrap_or_default().trim()
}

/// The text of an element, line by line; what its scripts write is in it.
pub fn written_lines(document: &HtmlDocument, at: usize) -> Vec<String> {
    let mut text = String::new();
    for node in &document.nodes()[document.span(at)] {
        let is_script = || document.element(node.parent).is_some_and(|parent| parent.name == "script");
        match &node.content {
            Content::Element(element) if element.name == "br" => text.push('\n'),
            Content::Text(script) if is_script() => text.push_str(written_by(script)),
            Content::Text(shown) => text.push_str(&shown.replace(['\n', '\r'], " ")),
            Content::Element(_) | Content::Comment(_) => {}
        }
    }
    let lines = text.replace("<br>", "\n").replace("<BR>", "\n").replace("<br/>", "\n").replace("&nbsp;", " ");
    let lines = lines.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

/// What a script writes into the page: `document.write(view("…"))`.
fn written_by(script: &str) -> &str {
    let Some((_, call)) = script.split_once("document.write") else { return "" };
    let Some(start) = call.find(['"', '\'']) else { return "" };
    let quote = call.as_bytes()[start];
    let written = &call[start + 1..];
    written.find(char::from(quote)).map_or("", |end| &written[..end])
}

/// Gives articles the lines of their titles, from the list of the page's articles.
fn add_titles(document: &HtmlDocument, articles: &mut [MappedArticle]) {
    /// What a link to the next article says.
    const TURNS: [&str; 2] = ["上一篇", "下一篇"];
    /// No title holds so much.
    const MOST_NODES: usize = 60;
    let files: BTreeMap<String, usize> = articles.iter().map(|article| article.file.clone()).zip(0..).collect();
    let numbers: BTreeMap<&str, usize> = files.iter().map(|(file, article)| (number(file), *article)).collect();
    let titled = |element: &HtmlElement| match element.attribute("id").strip_prefix("mp") {
        Some(number) => numbers.get(number).copied(),
        None if element.name == "a" => files.get(file_of(element.attribute("href"))).copied(),
        None => None,
    };
    for (at, element) in document.elements().filter(|(at, _)| document.span(*at).len() <= MOST_NODES) {
        let Some(article) = titled(element).filter(|article| articles[*article].title.is_empty()) else { continue };
        let title = written_lines(document, at);
        if title.first().is_some_and(|first| !TURNS.iter().any(|turn| first.contains(turn))) {
            articles[article].title = title;
        }
    }
}

/// The number of an article in its file's name: 4101 in content_4101.htm.
fn number(file: &str) -> &str {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    stem.trim_start_matches(|c: char| !c.is_ascii_digit())
}

fn add(articles: &mut Vec<MappedArticle>, file: &str, boxes: &[Bounds]) {
    let known = articles.iter().position(|article| article.file == file).unwrap_or_else(|| {
        articles.push(MappedArticle { file: file.to_owned(), ..MappedArticle::default() });
        articles.len() - 1
    });
    let known = &mut articles[known].boxes;
    for bounds in boxes {
        if !known.contains(bounds) {
            known.push(*bounds);
        }
    }
}

/// The part of a box that is on a picture of a size; none where nothing is.
fn within(bounds: Bounds, size: Option<[f32; 2]>) -> Option<Bounds> {
    let [right, bottom] = size.unwrap_or([f32::MAX; 2]);
    let common = bounds.common(Bounds { left: 0.0, top: 0.0, right, bottom });
    (common.width() > 0.0 && common.height() > 0.0).then_some(common)
}

/// The size of the picture that a map lies on, where that is written.
fn picture_size(document: &HtmlDocument) -> Option<[f32; 2]> {
    let mut pictures = document.elements().filter(|(_, element)| element.has("usemap"));
    pictures.find_map(|(_, element)| {
        let sides = ["width", "height"].map(|side| element.attribute(side).trim_end_matches("px").parse::<f32>().ok());
        let [width, height] = [sides[0]?, sides[1]?];
        (width >= 1.0 && height >= 1.0 && width.is_finite() && height.is_finite()).then_some([width, height])
    })
}

/// How large a picture is on which these stand, its margins as wide on the right and at the foot.
fn extent(articles: &[MappedArticle]) -> [f32; 2] {
    let around = articles.iter().flat_map(|article| &article.boxes).copied().reduce(Bounds::around).unwrap_or_default();
    [around.left + around.right, around.top + around.bottom]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(html: &str) -> PageMap {
        page_map(&HtmlDocument::read(html)).unwrap()
    }

    fn boxes(article: &MappedArticle) -> Vec<[f32; 4]> {
        article.boxes.iter().map(|b| [b.left, b.top, b.right, b.bottom]).collect()
    }

    #[test]
    fn each_article_has_its_areas_and_its_title() {
        let map = map("<map name=PagePicMap><area coords='0,0,50,0,50,40,0,40' href='a/content_1.htm?div=-1'>\
            <area coords='0,0,50,0,50,40,0,40' href='a/content_1.htm?div=0'><area coords='60,0,90,40' shape=rect \
            href=content_2.htm><area coords='60,40,90,80' shape=rect href=content_2.htm><area coords='1,2' href=x></map>\
            <a href=content_2.htm>上一篇</a><a href=content_2.htm><script>document.write(view(\"老船工<br>的一天  \"))\
            </script></a><div id=mp1>三座渡口<br>同日复航</div>");
        let [first, second] = &map.articles[..] else { panic!("{map:?}") };
        assert_eq!(
            (first.title.as_slice(), boxes(first)),
            (&["三座渡口".into(), "同日复航".into()][..], vec![[0.0, 0.0, 50.0, 40.0]])
        );
        assert_eq!(second.title, ["老船工", "的一天"]);
        assert_eq!(boxes(second), [[60.0, 0.0, 90.0, 40.0], [60.0, 40.0, 90.0, 80.0]]);
        assert_eq!((map.size, map.outside), ([90.0, 80.0], 0));
    }

    #[test]
    fn what_is_not_on_the_picture_is_left_out_and_counted() {
        let map = map(
            "<img usemap=#pagepicmap width=300 height=400px><map name=pagepicmap><area shape=rect coords='-5,10,90,500' \
            href=1.htm><area shape=rect coords='310,10,390,50' href=2.htm></map>",
        );
        assert_eq!((map.size, map.outside, map.articles.len()), ([300.0, 400.0], 1, 1));
        assert_eq!(boxes(&map.articles[0]), [[0.0, 10.0, 90.0, 400.0]]);
    }

    #[test]
    fn only_a_newspaper_has_a_page() {
        let html = "<map name=menu><area shape=rect coords='0,0,9,9' href=home.html></map>";
        assert_eq!(page_map(&HtmlDocument::read(html)), None);
        assert_eq!(written_by("document.write('a\"b')"), "a\"b");
        assert_eq!((written_by("view(\"a\")"), written_by("document.write(\"a")), ("", ""));
    }
}
