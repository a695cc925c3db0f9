//! The places one has been, as a browser keeps them.

use crate::model::Place;

/// The most places kept.
const MOST: usize = 200;

/// Places left by a jump, and those come back from.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Place>,
    future: Vec<Place>,
}

impl History {
    /// A place is left by a jump.
    pub fn leave(&mut self, place: Place) {
        self.future.clear();
        if self.past.last() != Some(&place) {
            self.past.push(place);
        }
        if self.past.len() > MOST {
            self.past.remove(0);
        }
    }

    /// The place left last; `here` can be gone forward to again.
    pub fn back(&mut self, here: Option<Place>) -> Option<Place> {
        turn(&mut self.past, &mut self.future, here)
    }

    /// The place come back from last.
    pub fn forward(&mut self, here: Option<Place>) -> Option<Place> {
        turn(&mut self.future, &mut self.past, here)
    }
}

/// Takes a place from one side and leaves another on the other side; passes over `here` itself.
fn turn(from: &mut Vec<Place>, to: &mut Vec<Place>, here: Option<Place>) -> Option<Place> {
    while from.last().is_some_and(|place| Some(*place) == here) {
        from.pop();
    }
    let place = from.pop()?;
    to.extend(here);
    Some(place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, Part};

    fn at(byte: usize) -> Place {
        Place { article: ArticleId::default(), part: Part::Body(0), byte }
    }

    #[test]
    fn back_and_forward() {
        let mut history = History::default();
        history.leave(at(1));
        history.leave(at(2));
        assert_eq!(history.back(Some(at(3))), Some(at(2)));
        assert_eq!(history.back(Some(at(2))), Some(at(1)));
        assert_eq!(history.back(Some(at(1))), None);
        assert_eq!(history.forward(Some(at(1))), Some(at(2)));
        assert_eq!(history.forward(Some(at(2))), Some(at(3)));
        assert_eq!(history.forward(Some(at(3))), None);
    }

    #[test]
    fn a_new_jump_forgets_what_was_ahead() {
        let mut history = History::default();
        history.leave(at(1));
        history.back(Some(at(2)));
        history.leave(at(5));
        assert_eq!(history.forward(Some(at(6))), None);
        assert_eq!(history.back(Some(at(6))), Some(at(5)));
    }
}
