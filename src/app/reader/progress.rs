//! How far an article is read, and the places one has been.

use crate::app::effect::Effect;
use crate::app::outbox::Outbox;
use crate::app::panes::Panes;
use crate::model::Place;

use super::pane::ReaderPane;

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

    /// Asks that it be kept how far the article has been read, if it is being read. An article
    /// read to its end begins again at its beginning.
    pub fn keep_reading(&self, panes: &Panes, out: &mut Outbox) {
        if !panes.is_reading() {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let place = if reader.screen().at_end { Place::start_of(reader.article()) } else { reader.screen().first };
        out.ask(Effect::SaveReading { id: reader.id(), reading: reader.reading(), place });
    }
}
