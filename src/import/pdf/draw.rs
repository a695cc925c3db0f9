//! A page as a picture, in this process.

use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};
use hayro_interpret::{InterpreterSettings, TransformExt};
use hayro_syntax::page::Page;

use super::answer::DrawnPage;
use super::limits::{PIXELS, SIDE};
use super::request::PagePart;
use crate::import::pdf_fault::PdfFault;

/// Draws a part of a page, on white.
pub fn draw<'a>(page: &'a Page<'a>, part: &PagePart) -> Result<DrawnPage, PdfFault> {
    let (width, height) = allowed(part)?;
    let region = part.region;
    let scale = Affine::scale_non_uniform(
        f64::from(width) / f64::from(region.width()),
        f64::from(height) / f64::from(region.height()),
    );
    let moved = Affine::translate((-f64::from(region.left), -f64::from(region.top)));
    let transform = scale * moved * page.initial_transform(true).to_kurbo();
    let mut context = RenderContext::new(width, height);
    let (cache, settings) = (RenderCache::new(), InterpreterSettings::default());
    render_into(page, &cache, &settings, &RenderSettings::default(), &mut context, transform);
    context.flush();
    let mut pixels = Pixmap::new(width, height);
    let on_white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..RasterizerSettings::default() };
    context.render_with(&mut pixels, &mut Resources::default(), on_white);
    // On white all is opaque.
    let rgb = pixels.data().iter().flat_map(|pixel| [pixel.r, pixel.g, pixel.b]).collect();
    Ok(DrawnPage { page: page.render_dimensions(), size: (width.into(), height.into()), rgb })
}

/// The size of a picture, where it is one that is drawn.
fn allowed(part: &PagePart) -> Result<(u16, u16), PdfFault> {
    let (width, height) = part.size;
    let region = part.region;
    let is_sound = region.is_sound() && region.left < region.right && region.top < region.bottom;
    let fits = u64::from(width) * u64::from(height) <= PIXELS && width.min(height) > 0 && width.max(height) <= SIDE;
    match (u16::try_from(width), u16::try_from(height)) {
        (Ok(width), Ok(height)) if is_sound && fits => Ok((width, height)),
        _ => Err(PdfFault::TooMuch),
    }
}
