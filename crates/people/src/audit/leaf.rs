//! What of an event is held by the tree: every column of its row, and the persons it was about.

use base::{AgencyId, EventId, LinkId, Outcome, PersonId, SessionId, Time, WorkerId};
use db::Row;
use ledger::Hash;
use ledger::record::Writer;

/// Which fields there are, and in which order. Another order or another field is another version, for new rows only.
const VERSION: u8 = 1;

/// An event as it stands in its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Kept {
    pub id: EventId,
    pub at: Time,
    pub worker: Option<WorkerId>,
    pub agency: Option<AgencyId>,
    pub roles: Option<i64>,
    pub session: Option<SessionId>,
    pub link: Option<LinkId>,
    pub act: String,
    pub purpose: Option<String>,
    pub subject: Option<i64>,
    pub basis: String,
    pub categories: i64,
    pub shown: i64,
}

impl Kept {
    /// The hash of the leaf; `persons` sorted and each once.
    pub fn leaf(&self, persons: &[PersonId]) -> Hash {
        Writer::new(VERSION)
            .int(Some(self.id.raw()))
            .int(Some(self.at.micros()))
            .int(self.worker.map(WorkerId::raw))
            .int(self.agency.map(AgencyId::raw))
            .int(self.roles)
            .int(self.session.map(SessionId::raw))
            .int(self.link.map(LinkId::raw))
            .text(Some(&self.act))
            .text(self.purpose.as_deref())
            .int(self.subject)
            .text(Some(&self.basis))
            .int(Some(self.categories))
            .int(Some(self.shown))
            .ints(persons.iter().map(|person| person.raw()))
            .leaf()
    }

    /// Reads the columns `id, at, worker_id, agency_id, roles, session_id, link_id, act, purpose, subject, basis,
    /// categories, shown`, beginning at `from`; `None` where a left join found no event.
    pub fn read(row: &Row<'_>, from: usize) -> Outcome<Option<Self>> {
        let Some(id) = row.get(from)? else { return Ok(None) };
        Ok(Some(Self {
            id,
            at: row.get(from + 1)?,
            worker: row.get(from + 2)?,
            agency: row.get(from + 3)?,
            roles: row.get(from + 4)?,
            session: row.get(from + 5)?,
            link: row.get(from + 6)?,
            act: row.get(from + 7)?,
            purpose: row.get(from + 8)?,
            subject: row.get(from + 9)?,
            basis: row.get(from + 10)?,
            categories: row.get(from + 11)?,
            shown: row.get(from + 12)?,
        }))
    }
}

/// The columns that [`Kept::read`] reads, of the event `e`.
macro_rules! kept_columns {
    () => {
        "e.id, e.at, e.worker_id, e.agency_id, e.roles, e.session_id, e.link_id, e.act, e.purpose, e.subject, \
         e.basis, e.categories, e.shown"
    };
}
pub(super) use kept_columns;

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> Kept {
        Kept {
            id: EventId::from_raw(1),
            at: Time::from_micros(2),
            worker: Some(WorkerId::from_raw(3)),
            agency: Some(AgencyId::from_raw(4)),
            roles: Some(1),
            session: Some(SessionId::from_raw(5)),
            link: None,
            act: "person.open".to_owned(),
            purpose: Some("support".to_owned()),
            subject: None,
            basis: "own".to_owned(),
            categories: 7,
            shown: 1,
        }
    }

    #[test]
    fn every_field_counts() {
        let persons = [PersonId::from_raw(9)];
        let change: &[fn(&mut Kept)] = &[
            |e| e.id = EventId::from_raw(2),
            |e| e.at = Time::from_micros(3),
            |e| e.worker = None,
            |e| e.agency = Some(AgencyId::from_raw(5)),
            |e| e.roles = Some(3),
            |e| e.session = None,
            |e| e.link = Some(LinkId::from_raw(5)),
            |e| e.act = "person.list".to_owned(),
            |e| e.purpose = None,
            |e| e.subject = Some(0),
            |e| e.basis = "role".to_owned(),
            |e| e.categories = 6,
            |e| e.shown = 2,
            // What stands in one column must not pass for what stands in the next.
            |e| (e.session, e.link) = (None, e.session.map(|s| LinkId::from_raw(s.raw()))),
        ];
        let mut leaves = vec![event().leaf(&persons), event().leaf(&[]), event().leaf(&[PersonId::from_raw(8)])];
        for change in change {
            let mut other = event();
            change(&mut other);
            leaves.push(other.leaf(&persons));
        }
        let all = leaves.len();
        leaves.sort_unstable();
        leaves.dedup();
        assert_eq!(leaves.len(), all);
    }

    #[test]
    fn the_leaf_of_an_event_stays_as_it_is() {
        // A changed value means that every log out there can no longer be checked: make another version instead.
        assert_eq!(
            event().leaf(&[PersonId::from_raw(9)]).to_string(),
            "3c3f2ad107971db4dac148d8c2f94263dbfaaad4e0952c0f63b0bb438a32c2ab"
        );
    }
}
