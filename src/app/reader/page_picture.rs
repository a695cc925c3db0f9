//! A page as a picture, in a pane: the whole page with the article lit in it, or the article close at hand.

use std::sync::Arc;

use crate::app::areas::Area;
use crate::app::pane::Pane;
use crate::model::{Bounds, PageBox, PageSize, Picture, PictureRequest, PixelSize};
use crate::typeset::Size;

/// What is seen round an article that is close at hand, in points.
const MARGIN: f32 = 8.0;
/// The type of a newspaper's body, in points: close at hand it is as large as the terminal's own, where the pane
/// is as wide as the article then.
const BODY: f32 = 9.5;
/// The most pixels of a picture, and of one of its sides.
const MOST: (f32, f32) = (8e6, 15_000.0);
/// The most rows of cells: so many a terminal can be told of.
const MOST_ROWS: f32 = 290.0;

/// A picture on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPicture {
    /// The picture.
    pub picture: Arc<Picture>,
    /// The cells that it fills.
    pub area: Area,
    /// The cells that the whole picture would fill.
    pub cells: Size,
    /// How many of its rows of cells are above the first one seen.
    pub above: u16,
}

impl PlacedPicture {
    /// The first of the rows of pixels that are seen, and how many they are.
    pub fn rows(&self) -> (u32, u32) {
        let each = self.picture.size.height / u32::from(self.cells.height).max(1);
        (u32::from(self.above) * each, u32::from(self.area.height) * each)
    }
}

/// A page as a picture: of those that the article stands on, one behind the other.
#[derive(Clone, Debug)]
pub struct PagePicture {
    source: String,
    /// The pages, and where the article stands on each.
    pages: Vec<(PageSize, Vec<Bounds>)>,
    /// The number of the one that is looked at.
    shown: usize,
    /// How large a cell of the terminal is.
    cell: PixelSize,
    room: Size,
    is_close: bool,
    above: u16,
    asked: Option<PictureRequest>,
    drawn: Option<(PictureRequest, Arc<Picture>)>,
}

impl PagePicture {
    /// The pages of an article, from the one on which it begins; those of which it is known how large they are.
    pub fn new(source: String, sizes: &[PageSize], boxes: &[PageBox]) -> Option<Self> {
        let size = |number: u32| {
            sizes.iter().copied().find(|size| size.page == number && size.width >= 1.0 && size.height >= 1.0)
        };
        let mut pages: Vec<(PageSize, Vec<Bounds>)> = vec![(size(boxes.first()?.page)?, Vec::new())];
        for PageBox { page: number, bounds } in boxes {
            match pages.iter().position(|(page, _)| page.page == *number) {
                Some(known) => pages[known].1.push(*bounds),
                None => pages.extend(size(*number).map(|page| (page, vec![*bounds]))),
            }
        }
        let (cell, room) = (PixelSize { width: 1, height: 1 }, Size::default());
        Some(Self { source, pages, shown: 0, cell, room, is_close: false, above: 0, asked: None, drawn: None })
    }

    /// The page that is looked at.
    fn page(&self) -> PageSize {
        self.pages.get(self.shown).map_or(PageSize::default(), |(page, _)| *page)
    }

    /// Where the article stands on it.
    fn lit(&self) -> &[Bounds] {
        self.pages.get(self.shown).map_or(&[], |(_, lit)| lit)
    }

    /// Takes how large a cell of the terminal is.
    pub fn set_cell(&mut self, cell: PixelSize) {
        self.cell = PixelSize { width: cell.width.max(1), height: cell.height.max(1) };
    }

    /// Shows the article close at hand, or the whole page.
    pub fn zoom(&mut self, is_close: bool) {
        if self.is_close != is_close {
            (self.is_close, self.above) = (is_close, 0);
        }
    }

    /// Where the page is from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How much of it has been seen, from 0 to 1.
    pub fn progress(&self) -> f32 {
        let (_, cells) = self.frame();
        let of_page = f32::from((self.above + self.room.height).min(cells.height)) / f32::from(cells.height.max(1));
        (self.shown as f32 + of_page) / self.pages.len() as f32
    }

    /// What is to be drawn, where that has not been asked for.
    pub fn ask(&mut self) -> Option<PictureRequest> {
        let wanted = self.wanted()?;
        if self.asked.as_ref() == Some(&wanted) {
            return None;
        }
        self.asked = Some(wanted.clone());
        Some(wanted)
    }

    /// Whether this was asked for last.
    pub fn awaits(&self, request: &PictureRequest) -> bool {
        self.asked.as_ref() == Some(request)
    }

    /// Takes what was asked for.
    pub fn take(&mut self, request: PictureRequest, picture: Arc<Picture>) {
        self.drawn = Some((request, picture));
    }

    /// What is seen of it, once it has been drawn, in the area of the pane.
    pub fn placed(&self, pane: Area) -> Option<PlacedPicture> {
        let (request, picture) = self.drawn.as_ref()?;
        if self.wanted().as_ref() != Some(request) {
            return None;
        }
        let (_, cells) = self.frame();
        let height = cells.height.min(self.room.height);
        let area = Area {
            row: pane.row + (self.room.height - height) / 2,
            column: pane.column + self.room.width.saturating_sub(cells.width) / 2,
            width: cells.width,
            height,
        };
        Some(PlacedPicture { picture: Arc::clone(picture), area, cells, above: self.above })
    }

    fn wanted(&self) -> Option<PictureRequest> {
        if self.room.width == 0 || self.room.height == 0 {
            return None;
        }
        let (region, cells) = self.frame();
        let size = PixelSize {
            width: u32::from(cells.width) * self.cell.width,
            height: u32::from(cells.height) * self.cell.height,
        };
        Some(PictureRequest { source: self.source.clone(), page: self.page(), region, size, lit: self.lit().to_vec() })
    }

    /// The part of the page that is shown, and the cells that all of it fills: as large as fits; an article close at
    /// hand so large that it can be read, in as many rows as it takes.
    fn frame(&self) -> (Bounds, Size) {
        let region = if self.is_close { self.article() } else { self.whole() };
        let (width, height) = (region.width(), region.height());
        let cell = (self.cell.width as f32, self.cell.height as f32);
        let across = f32::from(self.room.width) * cell.0 / width;
        let down = f32::from(self.room.height) * cell.1 / height;
        let readable = if self.is_close { across.min(cell.1 / BODY) } else { 0.0 };
        let most = (MOST.0 / (width * height)).sqrt().min(MOST.1 / width.max(height)).min(MOST_ROWS * cell.1 / height);
        let scale = across.min(down).max(readable).min(most);
        let cells = Size {
            width: ((width * scale / cell.0).round() as u16).clamp(1, self.room.width.max(1)),
            height: ((height * scale / cell.1).round() as u16).max(1),
        };
        (region, cells)
    }

    fn whole(&self) -> Bounds {
        Bounds { left: 0.0, top: 0.0, right: self.page().width, bottom: self.page().height }
    }

    /// The article with a margin, as far as it is on the page.
    fn article(&self) -> Bounds {
        let around = self.lit().iter().copied().reduce(Bounds::around).unwrap_or(self.whole());
        let with_margin = Bounds {
            left: around.left - MARGIN,
            top: around.top - MARGIN,
            right: around.right + MARGIN,
            bottom: around.bottom + MARGIN,
        };
        let part = with_margin.common(self.whole());
        if part.width() >= 1.0 && part.height() >= 1.0 { part } else { self.whole() }
    }

    fn show_from(&mut self, above: isize) {
        self.above = u16::try_from(above.max(0)).unwrap_or(u16::MAX).min(self.most_above());
    }

    /// How many rows of cells are above what is seen at the foot of the page.
    fn most_above(&self) -> u16 {
        let (_, cells) = self.frame();
        cells.height.saturating_sub(self.room.height)
    }
}

impl Pane for PagePicture {
    /// The last row stays free: there something may be typed or told.
    fn fit(&mut self, size: Size) {
        self.room = Size { height: size.height.saturating_sub(1), ..size };
        self.show_from(self.above as isize);
    }

    /// From the foot of a page on to the next one, from its top back to the one before.
    fn step(&mut self, lines: isize) {
        let (is_at_top, is_at_foot) = (self.above == 0, self.above == self.most_above());
        if lines > 0 && is_at_foot && self.shown + 1 < self.pages.len() {
            (self.shown, self.above) = (self.shown + 1, 0);
        } else if lines < 0 && is_at_top && self.shown > 0 {
            self.shown -= 1;
            self.above = self.most_above();
        } else {
            self.show_from((self.above as isize).saturating_add(lines));
        }
    }

    fn turn(&mut self, screens: isize) {
        self.step(screens.saturating_mul((self.room.height as isize - 1).max(1)));
    }

    fn half(&mut self, halves: isize) {
        self.step(halves.saturating_mul((self.room.height as isize / 2).max(1)));
    }

    fn top(&mut self) {
        (self.shown, self.above) = (0, 0);
    }

    fn bottom(&mut self) {
        self.shown = self.pages.len() - 1;
        self.show_from(isize::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: PixelSize = PixelSize { width: 10, height: 20 };

    fn bounds(left: f32, top: f32, right: f32, bottom: f32) -> Bounds {
        Bounds { left, top, right, bottom }
    }

    /// A broadsheet of 1000 by 1500 points with an article of two columns.
    fn page() -> PagePicture {
        let boxes = [bounds(100.0, 200.0, 200.0, 900.0), bounds(210.0, 200.0, 310.0, 900.0)];
        let boxes = boxes.map(|bounds| PageBox { page: 2, bounds });
        let sizes = [PageSize { page: 2, width: 1000.0, height: 1500.0 }];
        let mut page = PagePicture::new("page.pdf".into(), &sizes, &boxes).unwrap();
        page.set_cell(CELL);
        page.fit(Size { width: 60, height: 31 });
        page
    }

    fn draw(page: &mut PagePicture) -> PlacedPicture {
        let request = page.ask().unwrap();
        let size = request.size;
        let picture = Picture { size, rgb: Vec::new(), png: Vec::new() };
        page.take(request, Arc::new(picture));
        page.placed(Area { row: 2, column: 40, width: 60, height: 31 }).unwrap()
    }

    #[test]
    fn the_whole_page_fits_the_pane() {
        let placed = draw(&mut page());
        assert_eq!(placed.area, Area { row: 2, column: 50, width: 40, height: 30 });
        assert_eq!((placed.picture.size, placed.above), (PixelSize { width: 400, height: 600 }, 0));
    }

    #[test]
    fn an_article_close_at_hand_can_be_read_and_moved_in() {
        let mut page = page();
        page.zoom(true);
        let placed = draw(&mut page);
        let readable = CELL.height as f32 / BODY;
        let height = placed.picture.size.height as f32 / 716.0;
        assert!((height / readable - 1.0).abs() < 0.02, "{height}");
        assert_eq!((placed.area.height, placed.above), (30, 0));
        page.bottom();
        let foot = page.placed(placed.area).unwrap();
        assert_eq!(foot.above + 30, foot.cells.height);
        assert!(page.ask().is_none(), "nothing is drawn anew");
        page.zoom(false);
        assert_eq!(page.ask().unwrap().region, bounds(0.0, 0.0, 1000.0, 1500.0));
    }

    #[test]
    fn an_article_is_lit_on_each_page_that_it_stands_on() {
        let placed = |page, left| PageBox { page, bounds: bounds(left, 200.0, left + 100.0, 900.0) };
        let sizes = [2, 3].map(|page| PageSize { page, width: 1000.0, height: 1500.0 });
        let mut page =
            PagePicture::new("page.pdf".into(), &sizes, &[placed(2, 100.0), placed(3, 400.0), placed(4, 0.0)]).unwrap();
        page.set_cell(CELL);
        page.fit(Size { width: 60, height: 31 });
        let mut seen = Vec::new();
        for steps in [0, 1, 1, -1, -1] {
            if steps != 0 {
                page.turn(steps);
            }
            let PictureRequest { page, lit, .. } = page.wanted().unwrap();
            seen.push((page.page, lit.iter().map(|bounds| bounds.left as u32).collect::<Vec<_>>()));
        }
        let [first, second] = [(2, vec![100]), (3, vec![400])];
        assert_eq!(seen, [first.clone(), second.clone(), second, first.clone(), first]);
        assert_eq!(page.progress(), 0.5);
        page.zoom(true);
        page.bottom();
        assert_eq!(page.wanted().unwrap().region, bounds(392.0, 192.0, 508.0, 908.0));
        assert_eq!(page.progress(), 1.0);
    }

    #[test]
    fn another_size_wants_another_picture() {
        let mut page = page();
        draw(&mut page);
        page.fit(Size { width: 30, height: 31 });
        assert!(page.placed(Area::default()).is_none());
        let wanted = page.ask().unwrap();
        assert_eq!(wanted.size, PixelSize { width: 300, height: 460 });
        page.fit(Size::default());
        assert!(page.ask().is_none());
    }

    #[test]
    fn no_picture_is_larger_than_is_drawn() {
        for (width, height) in [(60_000.0, 60_000.0), (1.0, 1e6), (1e6, 1.0)] {
            let whole = PageBox { page: 1, bounds: bounds(0.0, 0.0, width, height) };
            let mut page =
                PagePicture::new("page.pdf".into(), &[PageSize { page: 1, width, height }], &[whole]).unwrap();
            page.set_cell(PixelSize { width: 20, height: 40 });
            for is_close in [false, true] {
                page.zoom(is_close);
                page.fit(Size { width: 500, height: 200 });
                let size = page.wanted().unwrap().size;
                assert!(size.area() <= 8 << 20 && size.width.max(size.height) <= 16_000, "{size:?}");
            }
        }
    }

    #[test]
    fn no_page_without_its_size() {
        let placed = PageBox { page: 2, bounds: bounds(0.0, 0.0, 9.0, 9.0) };
        let size = |page, width| PageSize { page, width, height: 100.0 };
        assert!(PagePicture::new("p".into(), &[size(1, 100.0)], &[placed]).is_none());
        assert!(PagePicture::new("p".into(), &[size(2, f32::NAN)], &[placed]).is_none());
        assert!(PagePicture::new("p".into(), &[size(2, 100.0)], &[]).is_none());
    }
}
