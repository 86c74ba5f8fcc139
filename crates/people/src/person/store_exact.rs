//! SQL of finding one person by what somebody knows of them, for whoever may not look into a list.

use base::{AgencyId, Outcome, PersonId, Time, fold};
use db::{Tx, v};

/// What somebody knows of a person: the name that they go by, and with it the reading or the year of birth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    /// Name or alias, whole.
    pub name: String,
    /// Its reading, whole; empty if it is not known.
    pub kana: String,
    /// The year of birth.
    pub birth_year: Option<i64>,
}

/// The only person of whom all of this is true; nothing if there is nobody, and nothing if there are several.
pub(crate) fn only(tx: &mut Tx, known: &Known) -> Outcome<Option<PersonId>> {
    let (name, kana) = (fold::norm_key(&known.name), fold::norm_key(&known.kana));
    if name.is_empty() || (kana.is_empty() && known.birth_year.is_none()) {
        return Ok(None);
    }
    // A key is the folded name, a blank and the folded reading, and none of the two has a blank in it.
    let begins = format!("{name} ");
    let found = if kana.is_empty() {
        tx.all(
            "SELECT id FROM person WHERE birth_year = $1 AND name_key >= $2 AND name_key < $3 LIMIT 2",
            &v![known.birth_year, &begins, format!("{name}!")],
            |row| row.get(0),
        )?
    } else {
        tx.all(
            "SELECT id FROM person WHERE name_key = $1 AND ($2 IS NULL OR birth_year = $2) LIMIT 2",
            &v![format!("{begins}{kana}"), known.birth_year],
            |row| row.get(0),
        )?
    };
    Ok(if let [one] = found[..] { Some(one) } else { None })
}

/// Whether somebody has this number.
pub(crate) fn exists(tx: &mut Tx, person: PersonId) -> Outcome<bool> {
    tx.exists("SELECT 1 FROM person WHERE id = $1", &v![person])
}

/// The agencies that work with a person now.
pub(super) fn agencies_of(tx: &mut Tx, person: PersonId, now: Time) -> Outcome<Vec<AgencyId>> {
    tx.all(
        "SELECT DISTINCT agency_id FROM involvement WHERE person_id = $1 AND from_at <= $2 AND until_at > $2 ORDER BY agency_id",
        &v![person, now],
        |row| row.get(0),
    )
}
