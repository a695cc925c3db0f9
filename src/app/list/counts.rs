//! How many articles are unread in the editions and pages that are seen.

use std::collections::BTreeMap;

use crate::app::effect::{Effect, Ticket};
use crate::app::outbox::Outbox;
use crate::model::{Filter, Group};

/// The most groups that are remembered.
const MOST: usize = 4000;

/// What has been counted. A count that is no longer right is shown until the new one comes.
#[derive(Clone, Debug, Default)]
pub struct UnreadCounts {
    /// Of the whole list, which is come back to, and of the list as it is narrowed now.
    whole: BTreeMap<Group, Count>,
    narrowed: BTreeMap<Group, Count>,
    /// Which articles are counted, and whether they are not those of the whole list.
    filter: Filter,
    is_narrowed: bool,
    asked: Option<Asked>,
    /// How often articles have been read, set unread or brought in.
    changes: u64,
}

/// The articles of a group that are unread, none where it has too many to be counted, and the change
/// after which they were.
#[derive(Clone, Copy, Debug)]
struct Count {
    unread: Option<u64>,
    change: u64,
}

/// What has been asked for: in which groups, and after which change.
#[derive(Clone, Debug)]
struct Asked {
    ticket: Ticket,
    groups: Vec<Group>,
    change: u64,
}

impl UnreadCounts {
    /// The articles of a group that are unread, once counted.
    pub fn of(&self, group: Group) -> Option<u64> {
        self.counted().get(&group).and_then(|count| count.unread)
    }

    fn counted(&self) -> &BTreeMap<Group, Count> {
        if self.is_narrowed { &self.narrowed } else { &self.whole }
    }

    fn counted_mut(&mut self) -> &mut BTreeMap<Group, Count> {
        if self.is_narrowed { &mut self.narrowed } else { &mut self.whole }
    }

    /// What has been counted may be wrong.
    pub fn change(&mut self) {
        self.changes += 1;
    }

    /// Asks for the counts of groups that are seen, if they are not known and none are asked for.
    pub fn ask(&mut self, groups: impl Iterator<Item = Group>, filter: &Filter, out: &mut Outbox) {
        if self.filter != *filter {
            self.narrowed.clear();
            self.asked = None;
            self.filter.clone_from(filter);
            self.is_narrowed = *filter != Filter::default();
        }
        if self.counted().len() > MOST {
            self.counted_mut().clear();
        }
        if self.asked.is_some() {
            return;
        }
        let counted = self.counted();
        let is_known = |group: &Group| counted.get(group).is_some_and(|count| count.change == self.changes);
        let mut groups: Vec<Group> = groups.filter(|group| !is_known(group)).collect();
        groups.sort_unstable();
        groups.dedup();
        if !groups.is_empty() {
            let ticket = out.ticket();
            self.asked = Some(Asked { ticket, groups: groups.clone(), change: self.changes });
            out.ask(Effect::CountUnread { ticket, filter: filter.clone(), groups });
        }
    }

    /// Takes counts, if they were asked for.
    pub fn take(&mut self, ticket: Ticket, counts: Vec<(Group, u64)>) {
        if let Some(Asked { groups, change, .. }) = self.asked.take_if(|asked| asked.ticket == ticket) {
            let uncounted = groups.into_iter().map(|group| (group, Count { unread: None, change }));
            let counted = counts.into_iter().map(|(group, unread)| (group, Count { unread: Some(unread), change }));
            self.counted_mut().extend(uncounted.chain(counted));
        }
    }
}
