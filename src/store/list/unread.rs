//! How much of an edition or a page is unread.

use super::query::RowQuery;
use super::rows;
use crate::model::{Filter, Group, Reading};
use crate::store::error::Error;
use crate::store::library::Library;

impl Library {
    /// How many articles of each group are unread, among those that a filter lets through.
    ///
    /// # Errors
    /// Those of the library.
    pub fn unread(&self, filter: &Filter, groups: &[Group]) -> Result<Vec<(Group, u64)>, Error> {
        if filter.reading.is_some_and(|reading| reading != Reading::Unread) {
            return Ok(groups.iter().map(|group| (*group, 0)).collect());
        }
        let filter = Filter { reading: Some(Reading::Unread), ..filter.clone() };
        self.sql(|c| {
            let count = |group: &Group| {
                let mut query = RowQuery::of(&filter, None);
                query.within(*group);
                Ok((*group, rows::count(c, &filter, &query, &|| false)?))
            };
            groups.iter().map(count).collect()
        })
    }
}
