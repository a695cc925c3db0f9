//! How far an article is read, and the places one has been.

use std::time::Duration;

use crate::app::effect::Effect;
use crate::app::last_view::Unfinished;
use crate::app::outbox::Outbox;
use crate::app::panes::Panes;
use crate::model::{ArticleId, Place, Reading};

use super::pane::ReaderPane;

/// How long the place in an article that is being read may stay unkept while keys come.
const KEEP_EVERY: Duration = Duration::from_secs(20);

impl ReaderPane {
    /// Where one reads, if one does.
    pub fn place_now(&self, panes: &Panes) -> Option<Place> {
        self.reader.as_ref().filter(|_| panes.is_reading()).map(|reader| reader.here())
    }

    /// A place is about to be left by a jump.
    pub fn leave_place(&mut self, panes: &Panes) {
        self.place_now(panes).into_iter().for_each(|place| self.history.leave(place));
    }

    /// The place left last, to be gone to.
    pub fn place_before(&mut self, panes: &Panes) -> Option<Place> {
        self.history.back(self.place_now(panes))
    }

    /// The place come back from last, to be gone to.
    pub fn place_after(&mut self, panes: &Panes) -> Option<Place> {
        self.history.forward(self.place_now(panes))
    }

    /// Notes that time has passed; now and then what is being read is kept, so that a program that is
    /// killed does not lose it.
    pub fn spend(&mut self, time: Duration, panes: &Panes, out: &mut Outbox) {
        if !panes.is_reading() {
            return;
        }
        self.reader.iter_mut().for_each(|reader| reader.spend(time));
        self.unkept += time;
        if self.unkept >= KEEP_EVERY {
            self.keep_reading(panes, out);
        }
    }

    /// The article that was left unfinished last, if one was since the program began.
    pub fn unfinished(&self) -> Option<Unfinished> {
        self.unfinished.clone()
    }

    /// Articles have been set read: they are not unfinished.
    pub fn finish(&mut self, articles: &[ArticleId]) {
        self.unfinished.take_if(|unfinished| articles.contains(&unfinished.row.id));
        self.finished.extend(articles);
    }

    /// Whether an article has been read to its end since the program began.
    pub fn has_finished(&self, id: ArticleId) -> bool {
        self.finished.contains(&id)
    }

    /// Asks that it be kept how far the article has been read, if it is being read. An article that
    /// is left on its last screen begins again at its beginning.
    pub fn keep_reading(&mut self, panes: &Panes, out: &mut Outbox) {
        if !panes.is_reading() {
            return;
        }
        self.unkept = Duration::ZERO;
        let Some(reader) = &self.reader else { return };
        let id = reader.id();
        if reader.is_left_unfinished() {
            self.unfinished =
                Some(Unfinished { row: reader.row().clone(), percent: (reader.progress() * 100.0) as u8 });
        } else if reader.reading() == Reading::Read {
            self.unfinished.take_if(|unfinished| unfinished.row.id == id);
            self.finished.insert(id);
        }
        let place = if reader.screen().at_end { Place::start_of(reader.article()) } else { reader.screen().first };
        out.ask(Effect::SaveReading { id: reader.id(), reading: reader.reading(), place });
    }
}
