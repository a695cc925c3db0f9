//! The process that reads a PDF: the file in, its pages out, within limits.

use std::io::{self, Read, Write};
use std::ops::ControlFlow;

use super::answer::Answer;
use super::confine::{allow_a_page, confine};
use super::read::read;
use crate::import::limits::LIMIT;

/// Reads the PDF that comes on standard input, its length first, and tells its pages on standard output,
/// each in a line of JSON as soon as it has been read. Limits what this process may take before it
/// looks at anything.
///
/// # Errors
/// Where the other side has gone.
pub fn serve() -> io::Result<()> {
    confine();
    let bytes = received(&mut io::stdin().lock())?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut told = Ok(());
    let ended = read(bytes, &mut |page| {
        told = tell(&mut out, &Answer::Page(page));
        allow_a_page();
        if told.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    told.and_then(|()| tell(&mut out, &Answer::End(ended.err())))
}

/// Hands a file over as [`serve`] takes it.
pub fn hand_over(bytes: &[u8], to: &mut impl Write) -> io::Result<()> {
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)
}

fn received(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length).min(LIMIT);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    from.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn tell(out: &mut impl Write, answer: &Answer) -> io::Result<()> {
    serde_json::to_writer(&mut *out, answer)?;
    out.write_all(b"\n")?;
    out.flush()
}
