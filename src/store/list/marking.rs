//! All articles of a page or an edition set read, or unread.

use std::ops::ControlFlow;

use super::scan::Scan;
use crate::model::{ArticleId, Direction, Filter, Group, Order, Reading, Row, Seat};
use crate::store::error::Error;
use crate::store::library::Library;
use crate::store::tables::reading;

impl Library {
    /// Sets the articles of a group that a filter lets through read, or, where all of them are,
    /// unread; which they are, and what they are now.
    ///
    /// # Errors
    /// Those of the library; all is then as it was.
    pub fn toggle_group(&self, group: Group, filter: &Filter) -> Result<(Vec<ArticleId>, Reading), Error> {
        self.sql(|c| {
            let transaction = c.unchecked_transaction()?;
            let rows = rows_of(&transaction, group, filter)?;
            let all_read = rows.iter().all(|row| row.reading == Reading::Read);
            let now = if all_read { Reading::Unread } else { Reading::Read };
            for row in &rows {
                reading::set(&transaction, row.id, now, None)?;
            }
            transaction.commit()?;
            Ok((rows.into_iter().map(|row| row.id).collect(), now))
        })
    }
}

/// The articles of a group that a filter lets through.
fn rows_of(c: &rusqlite::Connection, group: Group, filter: &Filter) -> rusqlite::Result<Vec<Row>> {
    let scan = Scan { stop: &|| false, filter, order: Order::Newest, direction: Direction::Forward };
    let start = Seat { key: group.end(Direction::Backward), reading: Reading::default() };
    let mut rows = Vec::new();
    scan.rows(c, Some((start, false)), |row| {
        if !group.holds(&row) {
            return ControlFlow::Break(());
        }
        rows.push(row);
        ControlFlow::Continue(())
    })?;
    Ok(rows)
}
