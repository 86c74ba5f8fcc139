//! The list of persons an agency may know of: one statement that decides, counts and cuts a page.
//!
//! It walks the agency's candidates in reading order and asks the disclosure predicate of each, so a page costs
//! the same however many persons the region has, and a revoked grant is gone from the next page.

use base::{AgencyId, Cursor, Outcome, Page, PersonId, Time, fold};
use db::{Tx, v};
use policy::{Disclosed, Purpose, Sealed};

use super::model::Name;
use crate::{consent, decided_sql, knows_sql};

/// One row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: Name,
    /// Whether the agency works with them, or only was told.
    pub own_client: bool,
    /// How many entries this agency may see.
    pub entries: i64,
    /// The newest of these.
    pub last_at: Option<Time>,
    sort_key: Vec<u8>,
}

/// Rows on a page.
pub const PAGE: usize = 50;

const PAGE_SQL: &str = concat!(
    "WITH known AS MATERIALIZED (SELECT * FROM (SELECT l.person_id AS pid, l.sort_key AS sort_key, ",
    decided_sql!("l.agency_id", "l.person_id", "$2", "$3"),
    " FROM listing l WHERE l.agency_id = $1 AND (l.sort_key, l.person_id) > ($4, $5) \
     AND ($6 = '' OR l.name_key LIKE $7 ESCAPE '!') ORDER BY l.sort_key, l.person_id) AS c \
     WHERE ",
    knows_sql!(),
    " ORDER BY sort_key, pid LIMIT $8) \
     SELECT k.pid, p.name, p.is_alias, p.kana, p.birth_year, p.version, k.own, k.m, k.d, k.sort_key, \
     (SELECT count(*) FROM entry e WHERE e.person_id = k.pid AND (e.label & k.d) = 0 \
     AND (e.author_agency = $1 OR (e.label & ~k.m) = 0)) AS n, \
     (SELECT max(e.at) FROM entry e WHERE e.person_id = k.pid AND (e.label & k.d) = 0 \
     AND (e.author_agency = $1 OR (e.label & ~k.m) = 0)) AS last \
     FROM known k JOIN person p ON p.id = k.pid ORDER BY k.sort_key, k.pid"
);

/// One page of the agency's list, with a part of the name if one is searched for.
pub fn page(
    tx: &mut Tx,
    agency: AgencyId,
    now: Time,
    after: Option<&Cursor>,
    search: &str,
) -> Outcome<Page<Disclosed<Listed>>> {
    let key = after.and_then(|c| c.bytes(0)).unwrap_or_default();
    let id = after.and_then(|c| c.int(1)).unwrap_or_default();
    // Nobody is called longer than this, and SQLite takes patterns of limited length only.
    let search: String = fold::norm_key(search).chars().take(100).collect();
    let pattern = format!("%{}%", search.replace('!', "!!").replace('%', "!%").replace('_', "!_"));
    let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let rows = tx.all(
        PAGE_SQL,
        &v![agency, i64::from(Purpose::Support.bit()), now, key, id, search, pattern, limit],
        |row| {
            let mask = consent::decided(row, 6)?;
            let listed = Listed {
                person: row.get(0)?,
                name: Name {
                    name: row.get(1)?,
                    is_alias: row.get(2)?,
                    kana: row.get(3)?,
                    birth_year: row.get(4)?,
                    version: row.get(5)?,
                },
                own_client: row.get(6)?,
                entries: row.get(10)?,
                last_at: row.get(11)?,
                sort_key: row.get(9)?,
            };
            Ok(mask.open(Sealed::listing(listed)))
        },
    )?;
    let rows = rows.into_iter().flatten().collect();
    Ok(Page::cut(rows, PAGE, |last: &Disclosed<Listed>| {
        Cursor::new().with_bytes(&last.sort_key).with_int(last.person.raw())
    }))
}
