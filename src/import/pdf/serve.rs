//! The process that reads a PDF: the file in, the pages asked for out, within limits.

use std::io::{self, BufRead, Read, Write};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use serde::Serialize;

use super::answer::Answer;
use super::confine::{allow_a_page, confine, share_memory};
use super::limits::SEVERAL_PAGES;
use super::read::read;
use super::request::Request;
use crate::import::limits::LIMIT;

/// The most bytes in which something is asked for.
const REQUEST: u64 = 1 << 10;

/// Reads the PDF that comes on standard input, then what is asked of it in lines of JSON, and tells each page on
/// standard output in a line of JSON as soon as it has been read; the pixels of a picture come behind its line. Limits what this process may take
/// before it looks at anything.
///
/// # Errors
/// Where the other side has gone.
pub fn serve() -> io::Result<()> {
    confine();
    let mut input = io::stdin().lock();
    let (bytes, shares) = received(&mut input)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut told = Ok(());
    read(Arc::new(bytes), &mut || request(&mut input), &mut |answer| {
        if matches!(answer, Answer::Opened(SEVERAL_PAGES..)) {
            share_memory(shares);
        }
        told = tell(&mut out, &answer);
        allow_a_page();
        if told.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    told
}

/// Hands over a file, how many processes share the memory allowed, and what is asked of the file, as [`serve`]
/// takes them.
pub fn hand_over(bytes: &[u8], shares: u32, mut to: impl Write, asked: &Receiver<Request>) -> io::Result<()> {
    to.write_all(&shares.to_le_bytes())?;
    to.write_all(&(bytes.len() as u64).to_le_bytes())?;
    to.write_all(bytes)?;
    to.flush()?;
    asked.iter().try_for_each(|request| write_line(&mut to, &request))
}

/// The next thing asked for; none where nobody asks any more.
fn request(from: &mut impl BufRead) -> Option<Request> {
    let mut line = Vec::new();
    from.take(REQUEST).read_until(b'\n', &mut line).ok()?;
    serde_json::from_slice(&line).ok()
}

fn received(from: &mut impl Read) -> io::Result<(Vec<u8>, u32)> {
    let shares = number(from)?;
    let mut length = [0; 8];
    from.read_exact(&mut length)?;
    let length = u64::from_le_bytes(length).min(LIMIT);
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    from.take(length).read_to_end(&mut bytes)?;
    Ok((bytes, shares))
}

fn number(from: &mut impl Read) -> io::Result<u32> {
    let mut number = [0; 4];
    from.read_exact(&mut number)?;
    Ok(u32::from_le_bytes(number))
}

fn tell(out: &mut impl Write, answer: &Answer) -> io::Result<()> {
    write_line(out, answer)?;
    if let Answer::Picture(Ok(picture)) = answer {
        out.write_all(&picture.rgb)?;
    }
    out.flush()
}

fn write_line(to: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *to, value)?;
    to.write_all(b"\n")
}
