//! One run: all pages of some paths into the library.

use std::mem;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::slice;
use std::sync::mpsc::{self, SyncSender};
use std::thread;

use super::batch::{Batch, BatchSize};
use super::gate::Gate;
use super::pages::{ParsedPage, each_item};
use super::{IngestError, IngestEvent, PageOutcome, Prepared};
use crate::import::{self, Found, ImportFailure, Source, Takes};
use crate::model::{Imprint, RawPage};
use crate::store::{Added, Attribution, Dirs, Error, Library, PreparedPage};

/// Pages on their way into the library.
pub struct Ingest {
    paths: Vec<PathBuf>,
    /// What is said of the pages by hand.
    given: Imprint,
    takes: Takes,
    size: BatchSize,
    dirs: Option<Dirs>,
    library: Option<Library>,
    /// Indexes of newspaper pages: they wait for the articles.
    indexes: Vec<Prepared>,
}

/// What comes to the thread that stores.
enum Delivery<'a> {
    FirstPage { source: String, text: String },
    Batch(Batch<'a>),
}

impl Ingest {
    /// Into a library that is open.
    ///
    /// # Errors
    /// Those of the library.
    pub fn into(mut library: Library, paths: &[PathBuf], size: BatchSize) -> Result<Self, Error> {
        library.begin_import(paths)?;
        Ok(Self {
            paths: paths.to_vec(),
            given: Imprint::default(),
            takes: Takes::Pages,
            size,
            dirs: None,
            library: Some(library),
            indexes: Vec::new(),
        })
    }

    /// Into the user's library, which is opened when the first pages are ready.
    pub fn into_library_of(dirs: Option<Dirs>, paths: Vec<PathBuf>, size: BatchSize) -> Self {
        Self { paths, given: Imprint::default(), takes: Takes::Pages, size, dirs, library: None, indexes: Vec::new() }
    }

    /// With this said of the pages by hand: what of it is of one page counts where a file has no other.
    #[must_use]
    pub fn given(self, given: Imprint) -> Self {
        Self { given, ..self }
    }

    /// With these files of folders taken.
    #[must_use]
    pub fn taking(self, takes: Takes) -> Self {
        Self { takes, ..self }
    }

    /// Brings everything in that the gate lets through, and tells what becomes of it; on this thread,
    /// while others read and parse. Ends early where `tell` breaks it off.
    pub fn run(&mut self, gate: &Gate, tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>) -> ControlFlow<()> {
        let found = import::find(&self.paths, self.takes);
        self.bring_in(found, gate, tell)
    }

    /// Brings files of its folders in, as [`Ingest::run`] does.
    pub fn run_files(
        &mut self,
        files: Vec<PathBuf>,
        gate: &Gate,
        tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.bring_in(import::find_of_folders(files), gate, tell)
    }

    fn bring_in(
        &mut self,
        Found { sources, left_out }: Found,
        gate: &Gate,
        tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if !left_out.is_empty() {
            tell(IngestEvent::LeftOut(left_out))?;
        }
        let (size, given) = (self.size, self.given.clone());
        thread::scope(|scope| {
            // Never more than one batch waits for another to be stored.
            let (deliver, deliveries) = mpsc::sync_channel(1);
            let making = scope.spawn(move || make_batches(sources, gate, size, &given, &deliver));
            let mut ended = ControlFlow::Continue(());
            for delivery in deliveries {
                ended = match delivery {
                    Delivery::FirstPage { source, text } => tell(IngestEvent::FirstPage { source, text }),
                    Delivery::Batch(batch) => self.take(batch, tell),
                };
                if ended.is_break() {
                    break;
                }
            }
            making.join().unwrap_or_else(|panic| resume_unwind(panic));
            ended?;
            if gate.is_closed() { ControlFlow::Continue(()) } else { self.store_indexes(tell) }
        })
    }

    fn take(&mut self, batch: Batch<'_>, tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>) -> ControlFlow<()> {
        let Batch { pages, others, progress, .. } = batch;
        for outcome in others {
            match outcome {
                PageOutcome::Failed(error) => tell(IngestEvent::Failed(error))?,
                PageOutcome::Undecodable { source, unread } => tell(IngestEvent::Undecodable { source, unread })?,
                PageOutcome::Page(_) => {}
            }
        }
        let (indexes, pages) = pages.into_iter().partition(|page| page.is_index);
        self.indexes.extend::<Vec<_>>(indexes);
        self.store(pages, tell)?;
        tell(IngestEvent::Progress(progress))
    }

    /// Stores the indexes of the newspaper pages of which the library has articles.
    fn store_indexes(&mut self, tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>) -> ControlFlow<()> {
        for index in mem::take(&mut self.indexes) {
            let is_of_use = self.open_library().and_then(|library| library.has_articles_of(&index.parcel));
            match is_of_use {
                Ok(false) => tell(IngestEvent::Failed(IngestError::index(&index.source)))?,
                Ok(true) => self.store(vec![index], tell)?,
                Err(error) => tell(IngestEvent::Unstored(Box::new(index), error))?,
            }
        }
        ControlFlow::Continue(())
    }

    /// Stores pages together; where that fails, each by itself, so that no page fails for another.
    fn store(&mut self, pages: Vec<Prepared>, tell: &mut dyn FnMut(IngestEvent) -> ControlFlow<()>) -> ControlFlow<()> {
        let (origins, parcels): (Vec<_>, Vec<_>) =
            pages.into_iter().map(|page| ((page.source, page.is_index), page.parcel)).unzip();
        if parcels.is_empty() {
            return ControlFlow::Continue(());
        }
        if let Ok(added) = self.add(&parcels) {
            return tell(IngestEvent::Stored(added));
        }
        for ((source, is_index), parcel) in origins.into_iter().zip(parcels) {
            tell(match self.add(slice::from_ref(&parcel)) {
                Ok(added) => IngestEvent::Stored(added),
                Err(error) => IngestEvent::Unstored(Box::new(Prepared { source, parcel, is_index }), error),
            })?;
        }
        ControlFlow::Continue(())
    }

    fn add(&mut self, parcels: &[PreparedPage]) -> Result<Vec<Added>, Error> {
        self.open_library()?.add_all(parcels)
    }

    fn open_library(&mut self) -> Result<&mut Library, Error> {
        match &mut self.library {
            Some(library) => Ok(library),
            none => {
                let mut library = Library::open(self.dirs.as_ref().ok_or(Error::NoHome)?)?.library;
                library.begin_import(&self.paths)?;
                Ok(none.insert(library))
            }
        }
    }

    /// Ends the import: the same paths begin a new one. What is not ended goes on when the same
    /// paths are asked for again.
    ///
    /// # Errors
    /// Those of the library.
    pub fn finish(&mut self) -> Result<(), Error> {
        self.library.as_mut().map_or(Ok(()), Library::finish_import)
    }

    /// Tidies the library's index by a small step; whether there is more to tidy.
    ///
    /// # Errors
    /// Those of the library.
    pub fn tidy(&self) -> Result<bool, Error> {
        self.library.as_ref().map_or(Ok(false), Library::tidy)
    }

    /// The library, once it is open.
    pub fn library(&self) -> Option<&Library> {
        self.library.as_ref()
    }

    /// The library, to keep something in it beside the pages.
    pub fn library_mut(&mut self) -> Option<&mut Library> {
        self.library.as_mut()
    }

    /// The library, once it is open, handed on.
    pub fn into_library(self) -> Option<Library> {
        self.library
    }
}

/// Reads and parses the sources, and sends the pages in batches: full ones, or what there is when
/// nothing more comes for a while. Ends when nobody stores any more.
fn make_batches<'a>(
    sources: Vec<Result<Source, ImportFailure>>,
    gate: &'a Gate,
    size: BatchSize,
    given: &Imprint,
    deliver: &SyncSender<Delivery<'a>>,
) {
    let first = |raw: &RawPage| {
        let (source, text) = (raw.source.clone(), raw.text.clone());
        // Whoever stored has ended, and said why.
        let _ = deliver.send(Delivery::FirstPage { source, text });
    };
    let mut batch = Batch::default();
    let mut has_pages = false;
    let ended = each_item(
        sources,
        gate,
        first,
        |page| prepared(page, given),
        |item| {
            let is_complete = match item {
                Some(item) => {
                    batch.add(item);
                    // The first page is waited for.
                    let is_first = !batch.pages.is_empty() && !mem::replace(&mut has_pages, true);
                    is_first || batch.is_full(size)
                }
                None => !batch.is_empty(),
            };
            if is_complete { deliver.send(Delivery::Batch(mem::take(&mut batch))) } else { Ok(()) }
        },
    );
    if ended.is_ok() && !batch.is_empty() {
        let _ = deliver.send(Delivery::Batch(batch));
    }
}

/// A page ready for the library, with what is said of it by hand and by the names of its file.
fn prepared(parsed: ParsedPage, given: &Imprint) -> Result<Prepared, IngestError> {
    let is_index = parsed.raw.is_index();
    let ParsedPage { page, raw, is_all } = parsed;
    let source = page.source.clone();
    let of_page = |imprint: Imprint| if is_all { imprint } else { imprint.of_edition() };
    let named = match source.as_str() {
        "-" => Imprint::default(),
        path => import::imprint_of_name(&std::path::absolute(path).unwrap_or_else(|_| path.into())),
    };
    let attribution = Attribution { given: of_page(given.clone()), named: of_page(named) };
    match PreparedPage::of_raw(page, &raw) {
        Ok(parcel) => Ok(Prepared { source, parcel: parcel.attributed(attribution), is_index }),
        Err(error) => Err(IngestError::Store(source, error)),
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::ingest::Advance;
    use crate::phrase::{Lang, Said};

    fn page(number: usize) -> String {
        format!("江州日报 2026年11月23日 第{number}版\n\n渡口第{number}次改建\n\n本报讯 渡口今天开工。\n")
    }

    const SIZE: BatchSize = BatchSize { pages: 2, bytes: 1 << 20 };

    /// What is told, in short, while these files are brought in.
    fn told(files: &[(&str, String)], gate: &Gate, mut ingest: impl FnMut(&[PathBuf]) -> Ingest) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let mut told = Vec::new();
        let _ = ingest(&[folder.path().to_owned()]).run(gate, &mut |event| {
            told.push(match event {
                IngestEvent::LeftOut(files) => format!("left out {}", files.len()),
                IngestEvent::FirstPage { text, .. } => format!("first: {}", text.lines().nth(2).unwrap_or_default()),
                IngestEvent::Failed(error) => {
                    error.said(Lang::English).rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
                }
                IngestEvent::Stored(added) => format!("stored {}", added.len()),
                IngestEvent::Unstored(page, error) => {
                    format!("unstored {}: {error}", page.source.rsplit(['/', '\\']).next().unwrap_or_default())
                }
                IngestEvent::Undecodable { unread, .. } => format!("{unread:?}"),
                IngestEvent::Progress(Advance { done, all }) => format!("{done}/{all}"),
            });
            ControlFlow::Continue(())
        });
        told
    }

    #[test]
    fn a_page_that_fails_does_not_stop_the_rest() {
        let files = [("a.txt", " ".to_owned()), ("b.txt", page(1)), ("c.txt", page(2)), ("d.txt", page(3))];
        let told =
            told(&files, &Gate::opened(), |paths| Ingest::into(Library::in_memory().unwrap(), paths, SIZE).unwrap());
        let expected = ["first: 渡口第1次改建", "a.txt: there is no text in it", "stored 1", "2/4", "stored 2", "4/4"];
        assert_eq!(told, expected);
    }

    #[test]
    fn what_cannot_be_stored_is_handed_back() {
        let files = [("a.txt", page(1)), ("b.txt", page(2))];
        let told = told(&files, &Gate::opened(), |paths| Ingest::into_library_of(None, paths.to_vec(), SIZE));
        assert_eq!(
            told[1..],
            [
                format!("unstored a.txt: {}", Error::NoHome),
                "1/2".to_owned(),
                format!("unstored b.txt: {}", Error::NoHome),
                "2/2".to_owned()
            ]
        );
    }

    #[test]
    fn nothing_comes_in_through_a_closed_gate() {
        let gate = Gate::opened();
        gate.close();
        let told = told(&[("a.txt", page(1))], &gate, |paths| {
            Ingest::into(Library::in_memory().unwrap(), paths, SIZE).unwrap()
        });
        assert!(told.is_empty(), "{told:?}");
    }
}
