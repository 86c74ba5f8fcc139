//! A question to the directory as it stands in an address: `/directory?q=…&place=…&family=yes&free=evening`
//!
//! Addresses are passed on and typed by hand, so what cannot be read counts as not asked.

use base::fold::norm_key;
use web::Form;

use super::model::{Circumstance, Dependence, OfferKind, Sex};
use super::rules::{Need, Seeker};
use super::schedule::Free;
use super::search::Query;

/// Most characters of a word field that are looked at
const WORDS_MOST: usize = 200;

/// What may stand in a question, for the description of the interface; what cannot be read counts as not asked
pub const NAMES: &[(&str, &str)] = &[
    ("q", "words, in any width and script"),
    ("place", "prefecture, city or town"),
    ("kind", "code of a kind of agency"),
    ("offer", "code of a kind of offer"),
    ("dependence", "code of a kind of dependence"),
    ("family", "`yes` for a relative, `no` for the person"),
    ("sex", "code of the person's sex"),
    ("age", "whole years"),
    ("in", "code of a circumstance; may stand several times"),
    ("free", "code of a time of the week; may stand several times"),
    ("accompany", "`yes`: somebody comes along"),
    ("no_test", "`yes`: no urine test"),
    ("room", "`yes`: has a place now"),
    ("after", "where the last page ended: its `next`"),
];

/// Reads the question out of a query
pub fn read(form: &Form) -> Query {
    Query {
        text: short(form.get("q")),
        place: short(form.get("place")),
        kind: Some(form.get("kind").to_owned()).filter(|kind| !kind.is_empty()),
        need: need(form),
        after: Some(form.get("after").to_owned()).filter(|after| !after.is_empty()),
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(WORDS_MOST).collect()
}

fn need(form: &Form) -> Need {
    let age = norm_key(form.get("age"));
    Need {
        seeker: match form.get("family") {
            "yes" => Some(Seeker::Relative),
            "no" => Some(Seeker::Person),
            _ => None,
        },
        kind: OfferKind::from_code(form.get("offer")),
        dependence: Dependence::from_code(form.get("dependence")),
        sex: Sex::from_code(form.get("sex")),
        age: age.parse().ok().filter(|age| *age <= 120),
        circumstances: form.all("in").filter_map(Circumstance::from_code).collect(),
        free: form.all("free").filter_map(Free::from_code).collect(),
        accompany: form.ticked("accompany"),
        no_urine_test: form.ticked("no_test"),
        room_now: form.ticked("room"),
    }
}

/// The same question as an address, to share or to go on from
pub fn address(path: &str, query: &Query, after: Option<&str>) -> String {
    let need = &query.need;
    let mut fields: Vec<(&str, String)> = vec![("q", query.text.clone()), ("place", query.place.clone())];
    let family = need.seeker.map(|seeker| if seeker == Seeker::Relative { "yes" } else { "no" });
    let tick = |yes: bool| yes.then(|| "yes".to_owned());
    fields.extend(family.map(|code| ("family", code.to_owned())));
    fields.extend(need.kind.map(|kind| ("offer", kind.code().to_owned())));
    fields.extend(query.kind.clone().map(|kind| ("kind", kind)));
    fields.extend(need.dependence.map(|one| ("dependence", one.code().to_owned())));
    fields.extend(need.free.iter().map(|free| ("free", free.code().to_owned())));
    fields.extend(need.sex.map(|sex| ("sex", sex.code().to_owned())));
    fields.extend(need.age.map(|age| ("age", age.to_string())));
    fields.extend(need.circumstances.iter().map(|one| ("in", one.code().to_owned())));
    fields.extend(tick(need.accompany).map(|yes| ("accompany", yes)));
    fields.extend(tick(need.no_urine_test).map(|yes| ("no_test", yes)));
    fields.extend(tick(need.room_now).map(|yes| ("room", yes)));
    fields.extend(after.map(|after| ("after", after.to_owned())));
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    people::form::address(path, &Form(fields.map(|(name, value)| (name.to_owned(), value)).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_comes_back_as_the_same_question() {
        let fields = [
            ("q", "家族 会"),
            ("place", "みなと市"),
            ("family", "yes"),
            ("offer", "family"),
            ("kind", "mhwc"),
            ("dependence", "cannabis"),
            ("free", "evening"),
            ("free", "weekend"),
            ("sex", "women"),
            ("age", "４２"),
            ("in", "pregnant"),
            ("in", "uninsured"),
            ("accompany", "yes"),
            ("no_test", "yes"),
            ("room", "yes"),
        ];
        let query = read(&Form::of(&fields));
        assert_eq!(query.need.age, Some(42));
        let address = address("/directory", &query, None);
        let (_, sent) = address.split_once('?').expect("a query");
        let back: Vec<(String, String)> = sent
            .split('&')
            .map(|pair| {
                let (name, value) = pair.split_once('=').expect("a pair");
                (name.to_owned(), percent(value))
            })
            .collect();
        assert_eq!(read(&Form(back)), query);
    }

    #[test]
    fn every_name_that_may_stand_in_an_address_is_described() {
        let described: Vec<&str> = NAMES.iter().map(|(name, _)| *name).collect();
        let everything = read(&Form::of(
            &NAMES
                .iter()
                .map(|(name, _)| match *name {
                    "family" | "accompany" | "no_test" | "room" => (*name, "yes"),
                    "offer" => (*name, "family"),
                    "dependence" => (*name, "cannabis"),
                    "sex" => (*name, "women"),
                    "age" => (*name, "42"),
                    "in" => (*name, "pregnant"),
                    "free" => (*name, "evening"),
                    _ => (*name, "x"),
                })
                .collect::<Vec<_>>(),
        ));
        let address = address("/directory", &everything, Some("x"));
        let (_, sent) = address.split_once('?').expect("a query");
        let mut sent: Vec<&str> = sent.split('&').filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
        sent.sort_unstable();
        let mut described = described;
        described.sort_unstable();
        assert_eq!(sent, described);
    }

    #[test]
    fn what_cannot_be_read_is_not_asked() {
        let query = read(&Form::of(&[
            ("offer", "magic"),
            ("age", "-3"),
            ("free", "never"),
            ("sex", "x"),
            ("in", "rich"),
            ("q", "  "),
        ]));
        assert!(query.is_empty());
        assert_eq!(read(&Form::of(&[("q", &"あ".repeat(1_000))])).text.chars().count(), 200);
    }

    fn percent(text: &str) -> String {
        let mut bytes = Vec::new();
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let digits = [rest.next().expect("two digits"), rest.next().expect("two digits")];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).expect("ASCII"), 16).expect("hex"));
            } else {
                bytes.push(byte);
            }
        }
        String::from_utf8(bytes).expect("UTF-8")
    }
}
