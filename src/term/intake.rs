//! Reads in the pages that the reader was started with.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};

use super::library_worker::Job;
use super::message::Message;
use crate::app::Event;
use crate::ingest::{Advance, BatchSize, Gate, Ingest, IngestEvent, Prepared, left_out, undecodable};
use crate::model::PageId;
use crate::store::Dirs;

/// Pages whose articles are shown together.
const BATCH: BatchSize = BatchSize { pages: 16, bytes: 1 << 20 };

/// Brings the pages of these paths into the user's library; the text of the first is shown at once.
/// What cannot be stored goes to the library's thread, which holds it for as long as the program
/// runs. The index is tidied in small steps until the program ends.
pub fn read_in(
    dirs: Option<Dirs>,
    paths: Vec<PathBuf>,
    gate: &Gate,
    library: &Sender<Job>,
    messages: &Sender<Message>,
) {
    // The loop is gone only when the program ends.
    let send = |message| drop(messages.send(message));
    let mut ingest = Ingest::into_library_of(dirs, paths, BATCH);
    let _ = ingest.run(gate, &mut |event| {
        message(event, library, &send).into_iter().for_each(send);
        ControlFlow::Continue(())
    });
    send(Message::Event(Event::Imported { pages: Vec::new(), finished: true }));
    // Where the program ended first, the same paths go on with the import.
    let finished = gate.enter().is_some_and(|_pass| ingest.finish().is_ok());
    while finished && !gate.is_closed() && ingest.tidy().unwrap_or(false) {}
}

/// What the loop is told of an event.
fn message(event: IngestEvent, library: &Sender<Job>, send: &impl Fn(Message)) -> Option<Message> {
    let imported = |pages: Vec<PageId>| Message::Event(Event::Imported { pages, finished: false });
    match event {
        IngestEvent::LeftOut(files) => Some(Message::Note(Box::new(left_out(&files)))),
        IngestEvent::FirstPage { source, text } => Some(Message::Event(Event::PageRead { source, text: text.into() })),
        IngestEvent::Failed(error) => Some(Message::Fault(Box::new(error))),
        IngestEvent::Undecodable { source, unread } => Some(Message::Note(Box::new(undecodable(source, unread)))),
        IngestEvent::Stored(added) => Some(imported(added.iter().map(|added| added.page).collect())),
        IngestEvent::Unstored(page, error) => {
            let Prepared { source, parcel, .. } = *page;
            send(Message::Fault(Box::new((source, error))));
            let (answer, held) = mpsc::channel();
            let _ = library.send(Job::Hold { parcel: Box::new(parcel), answer });
            held.recv().ok().map(|page| imported(vec![page]))
        }
        IngestEvent::Progress(Advance { done, all }) => Some(Message::Event(Event::Progress { done, all })),
    }
}
