//! Whether a page that comes from outside makes sense: its lines are those of its text, its boxes have sides.

use super::bounds::Bounds;
use super::page_map::PageMap;
use super::source::{LineGeometry, PageGeometry, RawPage};

/// No page is so large, in points, that a number of its geometry is larger.
const FAR: f32 = 4e6;

impl RawPage {
    /// Whether its lines are those of its text, all of them and in its order, and the numbers of its geometry and of
    /// its map those of a page.
    pub fn is_sound(&self) -> bool {
        self.unread <= self.text.len()
            && self.geometry.as_ref().is_none_or(is_sound_page)
            && self.map.as_deref().is_none_or(is_sound_map)
            && has_sound_lines(self)
    }
}

impl Bounds {
    /// Whether its numbers are those of a box on a page.
    pub fn is_sound(&self) -> bool {
        [self.left, self.top, self.right, self.bottom].into_iter().all(is_sound)
            && self.left <= self.right
            && self.top <= self.bottom
    }
}

fn has_sound_lines(page: &RawPage) -> bool {
    let is_blank = |from: usize, to: usize| page.text.get(from..to).is_some_and(|text| text.trim().is_empty());
    let (mut from, mut number) = (0, page.first_line);
    let are_next = page.lines.iter().all(|line| {
        let text = page.text.get(line.start..line.end);
        let is_next = is_blank(from, line.start) && line.number >= number;
        (from, number) = (line.end, line.number);
        is_next
            && text.is_some_and(|text| !text.contains('\n') && !text.trim().is_empty())
            && line.geometry.as_deref().is_none_or(is_sound_line)
    });
    let marked = page.lines.iter().filter(|line| line.role.is_some()).count();
    are_next && is_blank(from, page.text.len()) && (marked == 0 || marked == page.lines.len())
}

fn is_sound_line(geometry: &LineGeometry) -> bool {
    let numbers = [geometry.baseline, geometry.type_size, geometry.weight];
    geometry.bounds.is_sound() && numbers.into_iter().flatten().all(is_sound)
}

fn is_sound_page(geometry: &PageGeometry) -> bool {
    let rules = geometry.rules.iter().map(|rule| &rule.bounds);
    is_sound(geometry.width)
        && is_sound(geometry.height)
        && geometry.rules.iter().all(|rule| is_sound(rule.thickness))
        && rules.chain(&geometry.frames).chain(&geometry.pictures).all(Bounds::is_sound)
}

fn is_sound_map(map: &PageMap) -> bool {
    map.size.into_iter().all(is_sound) && map.articles.iter().flat_map(|article| &article.boxes).all(Bounds::is_sound)
}

fn is_sound(number: f32) -> bool {
    number.is_finite() && number.abs() <= FAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LineRole, Writing};

    fn page() -> RawPage {
        let mut page = RawPage::from_text("", "渡口\n灯塔\n");
        page.geometry = Some(PageGeometry { width: 400.0, height: 600.0, ..PageGeometry::default() });
        let bounds = Bounds { left: 10.0, top: 20.0, right: 30.0, bottom: 30.0 };
        page.lines[0].geometry = Some(Box::new(LineGeometry {
            bounds,
            baseline: Some(28.0),
            type_size: Some(10.0),
            face: None,
            weight: None,
            writing: Writing::Horizontal,
            colour: None,
        }));
        page
    }

    #[track_caller]
    fn unsound(change: impl FnOnce(&mut RawPage)) {
        let mut changed = page();
        assert!(changed.is_sound());
        change(&mut changed);
        assert!(!changed.is_sound());
    }

    #[test]
    fn what_makes_no_sense_is_not_sound() {
        unsound(|page| page.unread = 1000);
        unsound(|page| page.lines[0].end = 1000);
        unsound(|page| page.lines[0].end = 1);
        unsound(|page| page.lines[0].end = 9);
        unsound(|page| page.lines[1].start = 0);
        unsound(|page| page.lines[1].role = Some(LineRole::Paragraph));
        unsound(|page| page.lines.truncate(1));
        unsound(|page| page.lines[1].number = 0);
        unsound(|page| page.lines[0].number = 3);
        unsound(|page| page.geometry.as_mut().unwrap().width = f32::NAN);
        unsound(|page| page.lines[0].geometry.as_mut().unwrap().bounds.right = f32::INFINITY);
        unsound(|page| page.lines[0].geometry.as_mut().unwrap().bounds.right = 0.0);
        unsound(|page| page.lines[0].geometry.as_mut().unwrap().type_size = Some(1e30));
    }
}
