//! Looking: what a worker gets is compared with what the story says.

use serde_json::Value;

use super::told::{Told, any_text};
use super::views::{self, NOBODY};
use super::{Halt, Play, Scene, act, miss, seat};
use crate::scenario::read::{Get, Step};
use crate::scenario::stage::{Call, Reply, Trouble};
use crate::scenario::verbs::{Check, Thing};

/// Makes a check.
pub fn check(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, step: &Step, what: Check) -> Result<(), Halt> {
    match what {
        Check::Sees => sees(play, scene, step),
        Check::KnowsNothing => knows_nothing(play, scene, step),
        Check::SeesReferral => {
            let path = format!("/api/v1/referrals/{}", referral(play, step));
            let shown = scene.look(seat(&step.by), &path)?;
            has_state(&shown, step)?;
            shows_sections(play, step, &shown)
        }
        Check::KnowsNoReferral => knows_no_referral(play, scene, step),
        Check::Home => home(play, scene, step, true),
        Check::NotHome => home(play, scene, step, false),
        Check::LinkShows => {
            let link = act::link_of(play, scene, step.values.word("referral"))?;
            let path = format!("/api/v1/link/{link}");
            let shown = scene.stage.send(Call { path: &path, token: None, body: None })?;
            shows_sections(play, step, &shown)
        }
    }
}

/// Looks at what a check is about, and compares nothing.
pub fn glance(play: &Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<(), Trouble> {
    let path = match step.verb.name {
        "sees" => format!("/api/v1/persons/{}", play.person(step.values.word("person"))),
        "sees_referral" => format!("/api/v1/referrals/{}", referral(play, step)),
        _ => return Ok(()),
    };
    scene.look(seat(&step.by), &path).map(drop)
}

fn referral(play: &Play<'_>, step: &Step) -> String {
    play.made(Thing::Referral, step.values.word("referral")).id
}

fn sees(play: &Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<(), Halt> {
    let person = step.values.word("person");
    let (record, all) = views::of_person(play, scene, seat(&step.by), person)?;
    if !record.is_done() {
        return miss(format!("the page of {person}"), record.said());
    }
    let told = play.told(person);
    let shows = step.values.words("shows");
    for category in shows {
        if category == "existence" {
            let name = &play.story.persons[person].name;
            if record.body["name"] != name.as_str() {
                return miss(format!("the name {name}"), record.body["name"].to_string());
            }
            continue;
        }
        let about: Vec<_> = told.iter().filter(|told| told.is_about(category)).collect();
        if about.is_empty() {
            return miss(
                format!("{category} is shown"),
                "nothing of this was written so far: the check proves nothing",
            );
        }
        if !about.iter().any(|told| all.iter().any(|answer| told.stands_in(answer))) {
            return miss(format!("{category} is shown: {}", about[0].short()), "it is not in what is shown");
        }
    }
    for told in told.iter().filter(|told| told.in_record && told.is_within(shows)) {
        if !told.stands_in(&record.body) {
            return miss(
                format!("{} of the record: {}", told.label.join("+"), told.short()),
                "it is not in the record shown",
            );
        }
    }
    let (_, agency) = seat(&step.by);
    let others: Vec<_> = told.iter().filter(|told| told.by != agency).collect();
    for category in step.values.words("hides") {
        hides(&others, scene.seats.ground().agency(agency), &record.body, &all, category)?;
    }
    Ok(())
}

/// Nothing of a category that others wrote may be there; an agency always sees what it wrote itself.
fn hides(told: &[&Told], own: &str, record: &Value, all: &[Value], category: &str) -> Result<(), Halt> {
    let is_about = |entry: &Value| entry["label"].as_array().is_some_and(|l| l.iter().any(|code| code == category));
    let labels = |entry: &Value| entry["author"] != own && is_about(entry);
    if let Some(entry) = record["entries"].as_array().into_iter().flatten().find(|entry| labels(entry)) {
        let what = if entry["text"].is_null() { &entry["fact"] } else { &entry["text"] };
        return miss(format!("{category} is hidden"), format!("an entry about it is shown: {what}"));
    }
    let about: Vec<_> = told.iter().filter(|told| told.is_about(category)).collect();
    if about.is_empty() {
        return miss(format!("{category} is hidden"), "nobody else wrote of this so far: the check proves nothing");
    }
    match about.iter().find(|told| all.iter().any(|answer| told.stands_in(answer))) {
        Some(told) => miss(format!("{category} is hidden"), format!("it is shown: {}", told.short())),
        None => Ok(()),
    }
}

fn has_state(shown: &Reply, step: &Step) -> Result<(), Halt> {
    if !shown.is_done() {
        return miss("the referral", shown.said());
    }
    let state = step.values.word("state");
    if shown.body["state"] == state {
        Ok(())
    } else {
        miss(format!("state {state}"), format!("state {}", shown.body["state"]))
    }
}

fn shows_sections(play: &Play<'_>, step: &Step, shown: &Reply) -> Result<(), Halt> {
    if !shown.is_done() {
        return miss("the referral", shown.said());
    }
    let sections =
        play.papers.get(step.values.word("referral")).map(|paper| paper.sections.clone()).unwrap_or_default();
    for (key, is_shown) in [("sections_shown", true), ("sections_hidden", false)] {
        for category in step.values.words(key) {
            let about: Vec<_> =
                sections.iter().filter(|(codes, _)| codes.split('+').any(|code| code == category)).collect();
            if about.is_empty() {
                return miss(
                    format!("{key}: {category}"),
                    "the referral has no such section: the check proves nothing",
                );
            }
            for (_, text) in about {
                if any_text(&shown.body, &mut |found| found.contains(text.as_str())) != is_shown {
                    let came = if is_shown { "it is not shown" } else { "it is shown" };
                    return miss(format!("{key}: {category}: 「{text}」"), came);
                }
            }
        }
    }
    Ok(())
}

/// What may not be known looks exactly like what does not exist.
fn looks_like_nothing(scene: &mut Scene<'_, '_>, by: (&str, &str), folder: &str, id: &str) -> Result<(), Halt> {
    let there = scene.look(by, &format!("/api/v1/{folder}/{id}"))?;
    let nowhere = scene.look(by, &format!("/api/v1/{folder}/{NOBODY}"))?;
    if there.is_done() || there != nowhere {
        return miss(
            format!("nothing at /api/v1/{folder}/…, as for an id that nobody has ({})", nowhere.said()),
            there.said(),
        );
    }
    Ok(())
}

fn stands_nowhere(scene: &mut Scene<'_, '_>, by: (&str, &str), ids: &[String]) -> Result<(), Halt> {
    for (name, answer) in views::lists(scene, by)? {
        if any_text(&answer, &mut |text| ids.iter().any(|id| text.contains(id.as_str()))) {
            return miss(format!("not in {name}"), "it is there");
        }
    }
    Ok(())
}

fn knows_nothing(play: &Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<(), Halt> {
    let key = step.values.word("person");
    let by = seat(&step.by);
    let id = play.person(key).to_owned();
    looks_like_nothing(scene, by, "persons", &id)?;
    let referrals = play.referrals_of(key);
    for referral in &referrals {
        looks_like_nothing(scene, by, "referrals", referral)?;
    }
    let mut ids = referrals;
    ids.push(id.clone());
    stands_nowhere(scene, by, &ids)?;
    let person = &play.story.persons[key];
    for name in [&person.name, &person.kana].into_iter().filter(|name| !name.is_empty()) {
        for page in scene.search(by, name)? {
            if any_text(&page, &mut |text| text == id) {
                return miss(format!("a search for {name} does not find {key}"), "it does");
            }
        }
    }
    Ok(())
}

fn knows_no_referral(play: &Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<(), Halt> {
    let by = seat(&step.by);
    let id = referral(play, step);
    looks_like_nothing(scene, by, "referrals", &id)?;
    stands_nowhere(scene, by, &[id])
}

fn home(play: &Play<'_>, scene: &mut Scene<'_, '_>, step: &Step, expected: bool) -> Result<(), Halt> {
    let home = scene.look(seat(&step.by), "/api/v1/home")?;
    if !home.is_done() {
        return miss("the home page", home.said());
    }
    let list = step.values.word("list");
    let id = match step.values.word("person") {
        "" => referral(play, step),
        person => play.person(person).to_owned(),
    };
    let stands = any_text(&home.body[list], &mut |text| text == id);
    if stands == expected {
        return Ok(());
    }
    let elsewhere: Vec<_> = home
        .body
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, items)| any_text(items, &mut |text| text == id))
        .map(|(name, _)| name.as_str())
        .collect();
    let came =
        if elsewhere.is_empty() { "it is in no list".to_owned() } else { format!("it is in {}", elsewhere.join(", ")) };
    miss(if expected { format!("in the list {list}") } else { format!("not in the list {list}") }, came)
}
