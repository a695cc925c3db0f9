//! Files in packed form: text in gzip, pages in a ZIP archive.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use miniz_oxide::inflate::decompress_to_vec_with_limit;
use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use super::error::ImportError;
use super::limits::LIMIT;
use crate::text::decode;

/// The most files of an archive.
const MOST_FILES: usize = 10_000;
/// The largest directory of an archive, in bytes.
const MOST_DIRECTORY: u64 = 16 << 20;
/// The end of an archive's directory, and how far from the end of the file it may begin.
const END: ([u8; 4], u64) = (*b"PK\x05\x06", 22 + 65_535);

/// A file of an archive.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ZipEntry {
    /// Its name, with its folders.
    pub name: String,
    /// Where its header is.
    offset: u64,
    /// How large it is packed, and unpacked.
    sizes: (u64, u64),
    method: u16,
    is_encrypted: bool,
}

/// Whether bytes are packed by gzip.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x1F\x8B\x08")
}

/// Unpacks what gzip packed: one member, or several one behind the other, with nothing but zeros behind the last.
pub fn gunzip(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let mut unpacked = Vec::new();
    let mut rest = bytes;
    loop {
        let body = gzip_body(rest).ok_or(ImportError::BrokenOffEarly)?;
        let (before, length) = (unpacked.len(), inflate_onto(&mut unpacked, body)?);
        let tail = body.get(length..length + 8).ok_or(ImportError::BrokenOffEarly)?;
        if number(tail, 4, 4) != u64::from((unpacked.len() - before) as u32) {
            return Err(ImportError::Packed);
        }
        rest = &body[length + 8..];
        match rest {
            _ if is_gzip(rest) => {}
            _ if rest.iter().all(|byte| *byte == 0) => return Ok(unpacked),
            _ => return Err(ImportError::Packed),
        }
    }
}

/// Unpacks one member behind what was unpacked before, within the limit of all; how many bytes it was packed into.
fn inflate_onto(unpacked: &mut Vec<u8>, packed: &[u8]) -> Result<usize, ImportError> {
    const STEP: usize = 1 << 16;
    let mut state = InflateState::new_boxed(DataFormat::Raw);
    let mut taken = 0;
    loop {
        let start = unpacked.len();
        unpacked.resize(start + STEP, 0);
        let step = inflate(&mut state, &packed[taken..], &mut unpacked[start..], MZFlush::None);
        unpacked.truncate(start + step.bytes_written);
        taken += step.bytes_consumed;
        if unpacked.len() as u64 > LIMIT {
            return Err(ImportError::TooLarge);
        }
        match step.status {
            Ok(MZStatus::StreamEnd) => return Ok(taken),
            Ok(_) if step.bytes_written + step.bytes_consumed > 0 => {}
            _ => return Err(ImportError::Packed),
        }
    }
}

/// What follows the header.
fn gzip_body(bytes: &[u8]) -> Option<&[u8]> {
    const CHECK: u8 = 2;
    const EXTRA: u8 = 4;
    const NAME: u8 = 8;
    const COMMENT: u8 = 16;
    let flags = *bytes.get(3)?;
    let mut rest = bytes.get(10..)?;
    if flags & EXTRA != 0 {
        rest = rest.get(2 + number(rest.get(..2)?, 0, 2) as usize..)?;
    }
    for text in [NAME, COMMENT] {
        if flags & text != 0 {
            rest = rest.get(memchr::memchr(0, rest)? + 1..)?;
        }
    }
    if flags & CHECK != 0 { rest.get(2..) } else { Some(rest) }
}

fn inflated(bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    use miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
    decompress_to_vec_with_limit(bytes, LIMIT as usize)
        .map_err(|error| if error.status == HasMoreOutput { ImportError::TooLarge } else { ImportError::Packed })
}

/// The files of an archive, in its order; folders are left out.
pub fn zip_entries(path: &Path) -> Result<Vec<ZipEntry>, ImportError> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    let tail = bytes_at(&mut file, length.saturating_sub(END.1), length.min(END.1))?;
    let end = memchr::memmem::rfind(&tail, &END.0).and_then(|at| tail.get(at..at + 22)).ok_or(ImportError::Packed)?;
    let (count, size, offset) = (number(end, 10, 2) as usize, number(end, 12, 4), number(end, 16, 4));
    if count > MOST_FILES || size > MOST_DIRECTORY || offset == u64::from(u32::MAX) {
        return Err(ImportError::TooManyFiles);
    }
    let directory = bytes_at(&mut file, offset, size)?;
    let mut rest = directory.as_slice();
    let mut entries = Vec::new();
    for _ in 0..count {
        let (entry, behind) = zip_entry(rest).ok_or(ImportError::Packed)?;
        rest = behind;
        if !entry.name.ends_with('/') {
            entries.push(entry);
        }
    }
    Ok(entries)
}

/// The first entry of a directory, and what stands behind it.
fn zip_entry(directory: &[u8]) -> Option<(ZipEntry, &[u8])> {
    const HEADER: usize = 46;
    let header = directory.get(..HEADER).filter(|header| header.starts_with(b"PK\x01\x02"))?;
    let [name, extra, comment] = [28, 30, 32].map(|at| number(header, at, 2) as usize);
    let bytes = directory.get(HEADER..HEADER + name)?;
    let name_end = HEADER + name;
    let name = str::from_utf8(bytes).map(str::to_owned);
    let name = name.or_else(|_| decode(bytes).map(|decoded| decoded.text));
    let entry = ZipEntry {
        name: name.unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned()),
        offset: number(header, 42, 4),
        sizes: (number(header, 20, 4), number(header, 24, 4)),
        method: number(header, 10, 2) as u16,
        is_encrypted: header[8] & 1 != 0,
    };
    Some((entry, directory.get(name_end + extra + comment..)?))
}

/// The bytes of a file of an archive.
pub fn read_entry(path: &Path, entry: &ZipEntry) -> Result<Vec<u8>, ImportError> {
    const HEADER: u64 = 30;
    if entry.sizes.0.max(entry.sizes.1) > LIMIT {
        return Err(ImportError::TooLarge);
    }
    if entry.is_encrypted {
        return Err(ImportError::Encrypted);
    }
    let mut file = File::open(path)?;
    let header = bytes_at(&mut file, entry.offset, HEADER)?;
    if !header.starts_with(b"PK\x03\x04") {
        return Err(ImportError::Packed);
    }
    let start = entry.offset + HEADER + number(&header, 26, 2) + number(&header, 28, 2);
    let packed = bytes_at(&mut file, start, entry.sizes.0)?;
    let bytes = match entry.method {
        0 => packed,
        8 => inflated(&packed)?,
        _ => return Err(ImportError::Packed),
    };
    if bytes.len() as u64 == entry.sizes.1 { Ok(bytes) } else { Err(ImportError::Packed) }
}

fn bytes_at(file: &mut File, start: u64, length: u64) -> Result<Vec<u8>, ImportError> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(start))?;
    file.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(ImportError::Packed) }
}

/// A number of so many bytes, the lowest first; 0 where they are not there.
fn number(bytes: &[u8], at: usize, length: usize) -> u64 {
    let bytes = bytes.get(at..at + length).unwrap_or_default();
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use miniz_oxide::deflate::compress_to_vec;

    use super::*;

    fn gzipped(text: &[u8]) -> Vec<u8> {
        let head = b"\x1F\x8B\x08\x08\0\0\0\0\0\x03page.txt\0";
        let tail = [[0; 4], (text.len() as u32).to_le_bytes()].concat();
        [head, compress_to_vec(text, 6).as_slice(), &tail].concat()
    }

    #[test]
    fn what_gzip_packed_comes_back() {
        let packed = gzipped("渡口改建".as_bytes());
        assert!(is_gzip(&packed));
        assert_eq!(gunzip(&packed).unwrap(), "渡口改建".as_bytes());
        for length in 0..packed.len() {
            assert!(gunzip(&packed[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn several_members_are_read_as_one_text() {
        let large = "渡口。".repeat(40_000);
        let members = ["渡口改建", "", large.as_str(), "完工"];
        let packed: Vec<u8> = members.iter().flat_map(|member| gzipped(member.as_bytes())).collect();
        assert_eq!(gunzip(&packed).unwrap(), members.concat().into_bytes());
        assert_eq!(gunzip(&[&packed, &[0; 512][..]].concat()).unwrap(), members.concat().into_bytes());
        assert!(gunzip(&[&packed, &b"rest"[..]].concat()).is_err());
        assert!(gunzip(&packed[..packed.len() - 3]).is_err());
        let half = gzipped(&vec![b'a'; LIMIT as usize / 2 + 1]);
        assert!(matches!(gunzip(&[half.as_slice(); 2].concat()), Err(ImportError::TooLarge)));
    }

    #[test]
    fn what_unpacks_to_more_than_is_read_is_refused() {
        let packed = gzipped(&vec![b'a'; LIMIT as usize + 1]);
        assert!(packed.len() < 1 << 20);
        assert!(matches!(gunzip(&packed), Err(ImportError::TooLarge)));
    }

    #[test]
    fn what_is_no_archive_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.zip");
        for bytes in [&b""[..], b"PK\x05\x06", &[b"PK\x05\x06".as_slice(), &[9; 18]].concat()] {
            fs::write(&path, bytes).unwrap();
            assert!(zip_entries(&path).is_err());
        }
    }
}
