//! Offers and when they take place

use std::collections::HashMap;

use base::{AgencyId, Date, OfferId, Outcome, Time, WorkerId};
use db::{Row, Tx, Value, v};

use super::{MANY, many};
use crate::directory::model::{Capacity, Eligibility, NewOffer, Offer, Sex};
use crate::directory::schedule::{Days, Hours, Nths, Repeat, Schedule, Slot};

macro_rules! select_offer {
    ($rest:literal) => {
        concat!(
            "SELECT id, agency_id, kind, name, text, cost, language, accompany, urine_test, capacity, capacity_on, sex, \
             age_from, age_to, dependence, excluded, welcome, active, checked_on, checked_by, version \
             FROM directory_offer ",
            $rest
        )
    };
}

macro_rules! of_many {
    ($before:literal, $after:literal) => {
        concat!($before, " IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ", $after)
    };
}

const OF_MANY: &str = select_offer!(
    "WHERE agency_id IN ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) \
     ORDER BY agency_id, sort, id"
);

const SLOTS_OF_MANY: &str = of_many!(
    "SELECT s.offer_id, s.freq, s.nths, s.days, s.opens_min, s.closes_min, s.valid_from, s.valid_to, s.not_on_holidays \
     FROM directory_offer o JOIN directory_slot s ON s.offer_id = o.id WHERE o.agency_id",
    "ORDER BY s.offer_id, s.n"
);

const EXCEPTIONS_OF_MANY: &str = of_many!(
    "SELECT e.offer_id, e.on_date, e.opens_min, e.closes_min \
     FROM directory_offer o JOIN directory_exception e ON e.offer_id = o.id WHERE o.agency_id",
    "ORDER BY e.offer_id, e.on_date, e.opens_min"
);

fn read_offer(row: &Row<'_>) -> Outcome<Offer> {
    Ok(Offer {
        id: row.get(0)?,
        agency: row.get(1)?,
        is: NewOffer {
            kind: row.get(2)?,
            name: row.get(3)?,
            text: row.get(4)?,
            cost: row.get(5)?,
            language: row.get(6)?,
            accompany: row.get(7)?,
            urine_test: row.get(8)?,
            capacity: row.get(9)?,
            who: Eligibility {
                sex: row.get(11)?,
                age_from: row.get(12)?,
                age_to: row.get(13)?,
                dependence: row.get(14)?,
                excluded: row.get(15)?,
                welcome: row.get(16)?,
            },
            schedule: Schedule::default(),
            active: row.get(17)?,
        },
        capacity_on: row.get(10)?,
        checked_on: row.get(18)?,
        checked_by: row.get(19)?,
        version: row.get(20)?,
    })
}

fn read_slot(row: &Row<'_>, at: usize) -> Outcome<Slot> {
    let freq: String = row.get(at)?;
    let days = Days::from_bits(row.get(at + 2)?);
    Ok(Slot {
        repeat: match freq.as_str() {
            "monthly" => Repeat::Monthly(Nths::from_bits(row.get(at + 1)?), days),
            _ => Repeat::Weekly(days),
        },
        hours: Hours { start: row.get(at + 3)?, end: row.get(at + 4)? },
        from: row.get(at + 5)?,
        until: row.get(at + 6)?,
        not_on_holidays: row.get(at + 7)?,
    })
}

/// An exception: no hours means that it does not take place
fn add_exception(schedule: &mut Schedule, date: Date, start: u16, end: u16) {
    match Hours::new(start, end) {
        Some(hours) => {
            schedule.on.insert((date, hours));
        }
        None => {
            schedule.off.insert(date);
        }
    }
}

/// One offer with its schedule
pub fn get(tx: &mut Tx, id: OfferId) -> Outcome<Option<Offer>> {
    let Some(mut offer) = tx.one(select_offer!("WHERE id = $1"), &v![id], read_offer)? else { return Ok(None) };
    let sql = "SELECT freq, nths, days, opens_min, closes_min, valid_from, valid_to, not_on_holidays \
               FROM directory_slot WHERE offer_id = $1 ORDER BY n";
    offer.is.schedule.slots = tx.all(sql, &v![id], |row| read_slot(row, 0))?;
    let sql = "SELECT on_date, opens_min, closes_min FROM directory_exception WHERE offer_id = $1";
    for (date, start, end) in tx.all(sql, &v![id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
        add_exception(&mut offer.is.schedule, date, start, end);
    }
    Ok(Some(offer))
}

/// Every offer of an agency in its order, those that are no longer shown too
pub fn of_agency(tx: &mut Tx, agency: AgencyId) -> Outcome<Vec<Offer>> {
    Ok(of_agencies(tx, &[agency])?.remove(&agency).unwrap_or_default())
}

/// The offers of many agencies, each in its order
pub fn of_agencies(tx: &mut Tx, agencies: &[AgencyId]) -> Outcome<HashMap<AgencyId, Vec<Offer>>> {
    let mut all: HashMap<AgencyId, Vec<Offer>> = HashMap::new();
    for part in agencies.chunks(MANY) {
        let ids = many(part);
        let offers = tx.all(OF_MANY, &ids, read_offer)?;
        if offers.is_empty() {
            continue;
        }
        let mut schedules: HashMap<OfferId, Schedule> = HashMap::new();
        for (id, slot) in tx.all(SLOTS_OF_MANY, &ids, |row| Ok((row.get(0)?, read_slot(row, 1)?)))? {
            schedules.entry(id).or_default().slots.push(slot);
        }
        let exceptions =
            tx.all(EXCEPTIONS_OF_MANY, &ids, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        for (id, date, start, end) in exceptions {
            add_exception(schedules.entry(id).or_default(), date, start, end);
        }
        for mut offer in offers {
            offer.is.schedule = schedules.remove(&offer.id).unwrap_or_default();
            all.entry(offer.agency).or_default().push(offer);
        }
    }
    Ok(all)
}

/// What an offer says, as the columns of both statements have it
fn columns(new: &NewOffer) -> Vec<Value> {
    let who = &new.who;
    v![
        new.kind.code(),
        &new.name,
        &new.text,
        &new.cost,
        &new.language,
        new.accompany,
        new.urine_test,
        new.capacity.code(),
        who.sex.map(Sex::code),
        who.age_from,
        who.age_to,
        who.dependence.bits(),
        who.excluded.bits(),
        who.welcome.bits(),
        new.active
    ]
    .to_vec()
}

/// Who says something, and when
#[derive(Clone, Copy)]
pub struct Said {
    /// The day
    pub on: Date,
    /// The worker; `None` for the product itself
    pub by: Option<WorkerId>,
    /// The moment
    pub at: Time,
}

/// Adds an offer behind the others of its agency
pub fn insert(tx: &mut Tx, id: OfferId, agency: AgencyId, new: &NewOffer, said: Said) -> Outcome<()> {
    let mut values = columns(new);
    values.extend(v![id, agency, said.on, said.by, said.at]);
    tx.run(
        "INSERT INTO directory_offer (kind, name, text, cost, language, accompany, urine_test, capacity, sex, age_from, \
         age_to, dependence, excluded, welcome, active, id, agency_id, capacity_on, checked_on, checked_by, changed_at, \
         sort, version) \
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $18, $19, $20, \
         coalesce(max(sort), 0) + 1, 1 FROM directory_offer WHERE agency_id = $17",
        &values,
    )?;
    set_schedule(tx, id, &new.schedule)
}

/// Saves over the version that was read; `false` when somebody saved in between
pub fn update(tx: &mut Tx, old: &Offer, new: &NewOffer, said: Said) -> Outcome<bool> {
    let mut values = columns(new);
    // What was said about the room keeps its day unless it is said anew.
    let capacity_on = if old.is.capacity == new.capacity { old.capacity_on } else { Some(said.on) };
    values.extend(v![old.id, old.version, capacity_on, said.on, said.by, said.at]);
    let touched = tx.run(
        "UPDATE directory_offer SET kind = $1, name = $2, text = $3, cost = $4, language = $5, accompany = $6, \
         urine_test = $7, capacity = $8, sex = $9, age_from = $10, age_to = $11, dependence = $12, excluded = $13, \
         welcome = $14, active = $15, capacity_on = $18, checked_on = $19, checked_by = $20, changed_at = $21, \
         version = version + 1 WHERE id = $16 AND version = $17",
        &values,
    )?;
    if touched == 0 {
        return Ok(false);
    }
    set_schedule(tx, old.id, &new.schedule)?;
    Ok(true)
}

fn set_schedule(tx: &mut Tx, id: OfferId, schedule: &Schedule) -> Outcome<()> {
    tx.run("DELETE FROM directory_slot WHERE offer_id = $1", &v![id])?;
    tx.run("DELETE FROM directory_exception WHERE offer_id = $1", &v![id])?;
    for (n, slot) in (0_i64..).zip(&schedule.slots) {
        let (freq, nths) = match slot.repeat {
            Repeat::Weekly(_) => ("weekly", 0),
            Repeat::Monthly(nths, _) => ("monthly", nths.bits()),
        };
        tx.run(
            "INSERT INTO directory_slot (offer_id, n, freq, nths, days, opens_min, closes_min, valid_from, valid_to, \
             not_on_holidays) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            &v![
                id,
                n,
                freq,
                nths,
                slot.days().bits(),
                slot.hours.start,
                slot.hours.end,
                slot.from,
                slot.until,
                slot.not_on_holidays
            ],
        )?;
    }
    let off = schedule.off.iter().map(|date| (*date, 0, 0));
    let on = schedule.on.iter().map(|(date, hours)| (*date, hours.start, hours.end));
    for (date, start, end) in off.chain(on) {
        tx.run(
            "INSERT INTO directory_exception (offer_id, on_date, opens_min, closes_min) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (offer_id, on_date, opens_min) DO UPDATE SET closes_min = excluded.closes_min",
            &v![id, date, start, end],
        )?;
    }
    Ok(())
}

/// Says whether there is room
pub fn set_capacity(tx: &mut Tx, id: OfferId, capacity: Capacity, said: Said) -> Outcome<()> {
    tx.run(
        "UPDATE directory_offer SET capacity = $2, capacity_on = $3, changed_at = $4, version = version + 1 WHERE id = $1",
        &v![id, capacity.code(), said.on, said.at],
    )?;
    Ok(())
}

/// Says that what the offers of an agency say is right
pub fn mark_checked(tx: &mut Tx, agency: AgencyId, said: Said) -> Outcome<()> {
    tx.run(
        "UPDATE directory_offer SET checked_on = $2, checked_by = $3, version = version + 1 \
         WHERE agency_id = $1 AND active",
        &v![agency, said.on, said.by],
    )?;
    Ok(())
}
