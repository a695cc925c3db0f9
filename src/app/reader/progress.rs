//! Keeping: the places one has been, how far an article is read.

use crate::model::Place;

use crate::app::{App, Effect};

impl App {
    /// Where one reads.
    pub(in crate::app) fn place_now(&self) -> Option<Place> {
        self.reader.as_ref().filter(|_| self.is_reading()).map(|reader| reader.here())
    }

    /// A place is about to be left by a jump.
    pub(in crate::app) fn leave_place(&mut self) {
        self.place_now().into_iter().for_each(|place| self.history.leave(place));
    }

    pub(in crate::app) fn place_back(&mut self) {
        let place = self.history.back(self.place_now());
        place.into_iter().for_each(|place| self.visit_in_history(place));
    }

    pub(in crate::app) fn place_forward(&mut self) {
        let place = self.history.forward(self.place_now());
        place.into_iter().for_each(|place| self.visit_in_history(place));
    }

    fn visit_in_history(&mut self, place: Place) {
        self.panel = None;
        self.page_text = None;
        self.visit(place);
    }

    /// Asks that it be kept how far the article has been read, if it is being read. An article
    /// read to its end begins again at its beginning.
    pub(in crate::app) fn keep_reading(&mut self) {
        if !self.is_reading() {
            return;
        }
        let Some(reader) = &self.reader else { return };
        let place = if reader.screen().at_end { Place::start_of(reader.article()) } else { reader.screen().first };
        let effect = Effect::SaveReading { id: reader.id(), reading: reader.reading(), place };
        self.ask(effect);
    }
}
