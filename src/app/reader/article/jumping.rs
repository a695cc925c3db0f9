//! The jumps that are shown with the article.

use crate::app::reader::jump::JumpWay;
use crate::model::{PageRef, Part, Place};
use crate::typeset::TextRun;

use super::Reader;

impl Reader {
    /// The way a part of what is shown leads, if it is a jump.
    pub fn jump_of(&self, part: Part) -> Option<JumpWay> {
        match part {
            _ if self.article().part(part).is_some() => None,
            Part::Kicker => Some(JumpWay::Back),
            Part::Body(_) => Some(JumpWay::Onward),
            _ => None,
        }
    }

    /// The jump at hand: the one that the cursor is on, or one that is seen, the one at the end first.
    pub fn jump_here(&self) -> Option<JumpWay> {
        if let Some(part) = self.cursor() {
            return self.jump_of(part);
        }
        self.screen().runs.iter().rev().find_map(|run| self.jump_of(run.part))
    }

    /// The jump that is shown in a cell of the pane.
    pub fn jump_at(&self, row: u16, column: u16) -> Option<JumpWay> {
        let shown = |run: &&TextRun| run.row == row && (run.column..run.column + run.cells).contains(&column);
        self.screen().runs.iter().find(shown).and_then(|run| self.jump_of(run.part))
    }

    /// The page that a jump leads to.
    pub fn jump_page(&self, way: JumpWay) -> Option<&PageRef> {
        match way {
            JumpWay::Onward => self.article().continues.as_ref(),
            JumpWay::Back => self.article().continued.as_ref(),
        }
    }

    /// The place of the article that is nearest to one in a jump.
    pub(super) fn outside_jumps(&self, place: Place) -> Place {
        match self.jump_of(place.part) {
            None => place,
            Some(JumpWay::Back) => Place::start_of(self.article()),
            Some(JumpWay::Onward) => {
                let last = self.article().parts().last().map_or(Part::Body(0), |(part, _)| part);
                Place { part: last, byte: 0, ..place }
            }
        }
    }
}
