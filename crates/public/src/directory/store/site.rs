//! Where agencies are, and where that was learnt

use base::{AgencyId, Date, Outcome, WorkerId};
use db::{Row, Tx, Value, v};

use super::many;
use crate::directory::model::{KeptSite, Origin, Site};

macro_rules! select_site {
    ($rest:literal) => {
        concat!(
            "SELECT agency_id, municipality, postcode, prefecture, city, town, lot, building, is_secret, lat, lon, name_en, \
             also, operator, corporate_no, extension, fax, mail, url, form_url, contact_note, opening, opening_note, text, access, \
             parking, barrier_free, fee, source, external_id, source_on, digest, agency_version, checked_on, checked_by, \
             touched_on, version FROM directory_site ",
            $rest
        )
    };
}

fn read_site(row: &Row<'_>) -> Outcome<(AgencyId, KeptSite)> {
    let opening: String = row.get(21)?;
    let site = Site {
        municipality: row.get(1)?,
        postcode: row.get(2)?,
        prefecture: row.get(3)?,
        city: row.get(4)?,
        town: row.get(5)?,
        lot: row.get(6)?,
        building: row.get(7)?,
        is_secret: row.get(8)?,
        lat: row.get(9)?,
        lon: row.get(10)?,
        name_en: row.get(11)?,
        also: row.get(12)?,
        operator: row.get(13)?,
        corporate_no: row.get(14)?,
        extension: row.get(15)?,
        fax: row.get(16)?,
        mail: row.get(17)?,
        url: row.get(18)?,
        form_url: row.get(19)?,
        contact_note: row.get(20)?,
        // It was printed by the program; what it can no longer read it does not show.
        opening: opening.parse().unwrap_or_default(),
        opening_note: row.get(22)?,
        text: row.get(23)?,
        access: row.get(24)?,
        parking: row.get(25)?,
        barrier_free: row.get(26)?,
        fee: row.get(27)?,
    };
    let origin = Origin {
        source: row.get(28)?,
        external_id: row.get(29)?,
        updated_on: row.get(30)?,
        digest: row.get(31)?,
        agency_version: row.get(32)?,
    };
    let kept = KeptSite {
        is: site,
        origin,
        checked_on: row.get(33)?,
        checked_by: row.get(34)?,
        touched_on: row.get(35)?,
        version: row.get(36)?,
    };
    Ok((row.get(0)?, kept))
}

/// The site of an agency
pub fn get(tx: &mut Tx, agency: AgencyId) -> Outcome<Option<KeptSite>> {
    Ok(tx.one(select_site!("WHERE agency_id = $1"), &v![agency], read_site)?.map(|(_, site)| site))
}

/// The sites of at most sixteen agencies
pub fn of_agencies(tx: &mut Tx, agencies: &[AgencyId]) -> Outcome<Vec<(AgencyId, KeptSite)>> {
    tx.all(
        select_site!("WHERE agency_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"),
        &many(agencies),
        read_site,
    )
}

/// The agency that a list calls by this number, with its site
pub fn by_external_id(tx: &mut Tx, source: &str, id: &str) -> Outcome<Option<(AgencyId, KeptSite)>> {
    tx.one(select_site!("WHERE source = $1 AND external_id = $2"), &v![source, id], read_site)
}

/// What is shown of a site, as the columns have it
fn columns(site: &Site) -> Vec<Value> {
    v![
        &site.municipality,
        &site.postcode,
        &site.prefecture,
        &site.city,
        &site.town,
        &site.lot,
        &site.building,
        site.is_secret,
        site.lat,
        site.lon,
        &site.name_en,
        &site.also,
        &site.operator,
        &site.corporate_no,
        &site.extension,
        &site.fax,
        &site.mail,
        &site.url,
        &site.form_url,
        &site.contact_note,
        site.opening.to_string(),
        &site.opening_note,
        &site.text,
        &site.access,
        &site.parking,
        &site.barrier_free,
        &site.fee
    ]
    .to_vec()
}

/// Saves a site over the version that was read, 0 when there was none; `false` when somebody saved in between
pub fn save(tx: &mut Tx, agency: AgencyId, kept: &KeptSite) -> Outcome<bool> {
    let origin = &kept.origin;
    let mut values = columns(&kept.is);
    values.extend(v![
        agency,
        kept.version,
        &origin.source,
        &origin.external_id,
        origin.updated_on,
        &origin.digest,
        origin.agency_version,
        kept.checked_on,
        kept.checked_by,
        kept.touched_on
    ]);
    let touched = tx.run(
        "INSERT INTO directory_site (municipality, postcode, prefecture, city, town, lot, building, is_secret, lat, lon, \
         name_en, also, operator, corporate_no, extension, fax, mail, url, form_url, contact_note, opening, opening_note, text, \
         access, parking, barrier_free, fee, agency_id, version, source, external_id, source_on, digest, agency_version, \
         checked_on, checked_by, touched_on) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, \
         $24, $25, $26, $27, $28, $29 + 1, $30, $31, $32, $33, $34, $35, $36, $37) \
         ON CONFLICT (agency_id) DO UPDATE SET municipality = excluded.municipality, postcode = excluded.postcode, \
         prefecture = excluded.prefecture, city = excluded.city, town = excluded.town, lot = excluded.lot, \
         building = excluded.building, is_secret = excluded.is_secret, lat = excluded.lat, lon = excluded.lon, \
         name_en = excluded.name_en, also = excluded.also, operator = excluded.operator, \
         corporate_no = excluded.corporate_no, extension = excluded.extension, fax = excluded.fax, mail = excluded.mail, \
         url = excluded.url, form_url = excluded.form_url, contact_note = excluded.contact_note, opening = excluded.opening, \
         opening_note = excluded.opening_note, text = excluded.text, access = excluded.access, parking = excluded.parking, \
         barrier_free = excluded.barrier_free, fee = excluded.fee, version = excluded.version, source = excluded.source, \
         external_id = excluded.external_id, source_on = excluded.source_on, digest = excluded.digest, \
         agency_version = excluded.agency_version, checked_on = excluded.checked_on, checked_by = excluded.checked_by, \
         touched_on = excluded.touched_on WHERE directory_site.version = $29",
        &values,
    )?;
    Ok(touched == 1)
}

/// Says that the listing is right
pub fn mark_checked(tx: &mut Tx, agency: AgencyId, on: Date, by: Option<WorkerId>) -> Outcome<()> {
    tx.run(
        "UPDATE directory_site SET checked_on = $2, checked_by = $3, version = version + 1 WHERE agency_id = $1",
        &v![agency, on, by],
    )?;
    Ok(())
}

/// Takes down that the agency was changed by hand, so that an older list does not write over it
pub fn touch(tx: &mut Tx, agency: AgencyId, on: Date) -> Outcome<()> {
    tx.run("UPDATE directory_site SET touched_on = $2 WHERE agency_id = $1", &v![agency, on])?;
    Ok(())
}

/// How many agencies came from a list
pub fn count_of_source(tx: &mut Tx, source: &str) -> Outcome<u64> {
    let sql = "SELECT count(*) FROM directory_site WHERE source = $1";
    Ok(tx.one(sql, &v![source], |row| row.get(0))?.unwrap_or_default())
}

/// Agencies whose listing was last checked before a day, or never, the oldest first, after a place in that order
pub fn stale(tx: &mut Tx, before: Date, after: (&str, i64), most: i64) -> Outcome<Vec<(AgencyId, Option<Date>)>> {
    tx.all(
        "SELECT agency_id, checked_on FROM directory_site \
         WHERE coalesce(checked_on, '') < $1 AND (coalesce(checked_on, ''), agency_id) > ($2, $3) \
         ORDER BY coalesce(checked_on, ''), agency_id LIMIT $4",
        &v![before, after.0, after.1, most],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Prefectures in which a town of this name is listed
pub fn prefectures_of(tx: &mut Tx, city: &str) -> Outcome<Vec<String>> {
    let sql = "SELECT DISTINCT prefecture FROM directory_site WHERE city = $1 AND prefecture <> '' LIMIT 5";
    tx.all(sql, &v![city], |row| row.get(0))
}
