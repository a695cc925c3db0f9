//! How much of an edition or a page is unread.

use super::query::RowQuery;
use super::rows;
use crate::model::{Filter, Group, Reading};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// How many articles of each group are unread, among those that a filter lets through. Where `stop`
    /// breaks the count off, the groups that were not counted are left out.
    ///
    /// # Errors
    /// Those of the library.
    pub fn unread(
        &self,
        filter: &Filter,
        groups: &[Group],
        stop: &dyn Fn() -> bool,
    ) -> Result<Vec<(Group, u64)>, Error> {
        if filter.reading.is_some_and(|reading| reading != Reading::Unread) {
            return Ok(groups.iter().map(|group| (*group, 0)).collect());
        }
        let filter = Filter { reading: Some(Reading::Unread), ..filter.clone() };
        self.sql(|c| {
            let mut counts = Vec::new();
            for group in groups {
                let mut query = RowQuery::of(&filter, None);
                query.within(*group);
                let unread = rows::count(c, &filter, &query, stop)?;
                if stop() {
                    break;
                }
                counts.push((*group, unread));
            }
            Ok(counts)
        })
    }
}
