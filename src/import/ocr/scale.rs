//! The lengths of a source as points.

use std::ops::RangeInclusive;

use crate::model::Bounds;

/// How many points a unit of the source is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale(f32);

/// What a source says its lengths are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Pixels of a picture, so many to an inch if that is told.
    Pixel(Option<f32>),
    /// Tenths of a millimetre.
    TenthOfMillimetre,
    /// 1/1200 of an inch.
    Inch1200,
}

/// The points of an inch.
const INCH: f32 = 72.0;

/// The resolutions at which pages are scanned, the usual one first.
const RESOLUTIONS: [f32; 8] = [300.0, 400.0, 600.0, 200.0, 150.0, 100.0, 72.0, 1200.0];

/// How high a page can be whose unit is told, in points: from a card's to the largest sheet's.
const PAGES: RangeInclusive<f32> = 150.0..=3000.0;

/// How high a page is likely to be, in points: from a small book's to a broadsheet's.
const LIKELY_PAGES: RangeInclusive<f32> = 500.0..=2000.0;

/// The height of a page for which no usual resolution is likely, in points.
const SHEET: f32 = 1500.0;

/// The greatest length that is believed, in units of the source.
const LONGEST: f32 = 1e7;

impl Scale {
    /// That of a page whose longer side is so many units, as far as it is known. A resolution that is
    /// not told is the first usual one at which the page would be of a printed page's size.
    pub fn of(unit: Unit, longer_side: Option<f32>) -> Self {
        let told = match unit {
            Unit::Pixel(resolution) => resolution.map(|resolution| INCH / resolution),
            Unit::TenthOfMillimetre => Some(INCH / 254.0),
            Unit::Inch1200 => Some(INCH / 1200.0),
        };
        let Some(side) = longer_side else { return Self(told.unwrap_or(INCH / RESOLUTIONS[0])) };
        let usual = RESOLUTIONS.map(|resolution| INCH / resolution);
        let told = told.filter(|points| PAGES.contains(&(points * side)));
        let likely = || usual.into_iter().find(|points| LIKELY_PAGES.contains(&(points * side)));
        Self(told.or_else(likely).unwrap_or(SHEET / side))
    }

    /// A length in points.
    pub fn points(self, length: f32) -> f32 {
        self.0 * length
    }

    /// A box in points.
    pub fn bounds(self, Bounds { left, top, right, bottom }: Bounds) -> Bounds {
        let [left, top, right, bottom] = [left, top, right, bottom].map(|edge| self.points(edge));
        Bounds { left, top, right, bottom }
    }
}

/// A number as a source writes it; none where it is no length.
pub fn length(text: &str) -> Option<f32> {
    text.trim().parse().ok().filter(|length: &f32| length.abs() <= LONGEST)
}

/// A box by its edges; none where it holds nothing.
pub fn bounds([left, top, right, bottom]: [f32; 4]) -> Option<Bounds> {
    (left < right && top < bottom).then_some(Bounds { left, top, right, bottom })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn page(unit: Unit, side: f32, points: f32) {
        let found = Scale::of(unit, Some(side)).points(side);
        assert!((found - points).abs() < 0.5, "{found}");
    }

    #[test]
    fn a_unit_that_is_told_is_believed_where_a_page_can_be_of_that_size() {
        page(Unit::TenthOfMillimetre, 4200.0, 1190.5);
        page(Unit::Inch1200, 33_600.0, 2016.0);
        page(Unit::Pixel(Some(400.0)), 8000.0, 1440.0);
        page(Unit::TenthOfMillimetre, 29_200.0, 1752.0);
    }

    #[test]
    fn pixels_are_of_the_first_usual_resolution_that_gives_a_page() {
        page(Unit::Pixel(None), 5597.0, 1343.3);
        page(Unit::Pixel(None), 9000.0, 1620.0);
        page(Unit::Pixel(None), 1200.0, 576.0);
        page(Unit::Pixel(None), 29_200.0, 1752.0);
        page(Unit::Pixel(None), 100.0, SHEET);
        assert_eq!(Scale::of(Unit::Pixel(None), None).points(100.0), 24.0);
    }

    #[test]
    fn what_is_no_length_is_none() {
        assert_eq!(["12.5", " -3 "].map(length), [Some(12.5), Some(-3.0)]);
        assert_eq!(["NaN", "inf", "1e30", "", "abc"].map(length), [None; 5]);
        assert_eq!(bounds([0.0, 0.0, -1.0, 5.0]), None);
    }
}
