//! The picture of a page, from the file that it was read from.

use std::path::PathBuf;

use super::error::ImportError;
use super::sources::{Source, read};
use crate::model::{NoPicture, Picture, PictureRequest};

/// Draws a page, or a part of it.
///
/// # Errors
/// Where there is no picture of it, and why.
pub fn picture(request: &PictureRequest) -> Result<Picture, NoPicture> {
    if request.source == Source::Stdin.name() {
        return Err(NoPicture::Stdin);
    }
    let bytes = read(&Source::File(PathBuf::from(&request.source))).map_err(|failure| match failure.error {
        ImportError::NotFound => NoPicture::Moved,
        _ => NoPicture::Failed,
    })?;
    of_bytes(bytes, request)
}

#[cfg(feature = "pdf")]
fn of_bytes(bytes: Vec<u8>, request: &PictureRequest) -> Result<Picture, NoPicture> {
    use super::importer::Importer;
    if super::pdf::Pdf.knows_content(&bytes) { super::pdf::picture(bytes, request) } else { Err(NoPicture::NoPdf) }
}

#[cfg(not(feature = "pdf"))]
fn of_bytes(_bytes: Vec<u8>, _request: &PictureRequest) -> Result<Picture, NoPicture> {
    Err(NoPicture::NoPdf)
}
