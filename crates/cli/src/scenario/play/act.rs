//! Doing: a step becomes one call of the API.

use serde_json::{Map, Value, json};

use super::told::{self, Told};
use super::{Halt, Made, Paper, Play, Scene, miss, name_of, seat};
use crate::scenario::read::{By, Get, Given, Step, Values};
use crate::scenario::stage::{Call, Reply, Trouble};
use crate::scenario::verbs::{Does, Thing, Verb, What};

/// Does a step, and remembers what it made.
pub fn act(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<(), Halt> {
    let reply = send(play, scene, step)?;
    match &step.fails {
        Some(code) if reply.code() == *code => return Ok(()),
        Some(code) => return miss(format!("refused as {code}"), reply.said()),
        None if !reply.is_done() => return miss("done", reply.said()),
        None => {}
    }
    remember(play, step, &reply);
    Ok(())
}

fn send(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<Reply, Trouble> {
    let (path, body) = match step.verb.does {
        Does::Register => ("/api/v1/persons".to_owned(), registration(play, step)),
        Does::Outside => return outside(play, scene, step),
        Does::Post(path) | Does::Make(path, _) => {
            let mut body = body(play, scene, step.verb, &step.values, path)?;
            if step.verb.name == "refer" {
                body.insert("send".to_owned(), true.into());
            }
            (address(play, path, &step.values), body)
        }
        Does::Check(_) => return Err(Trouble(format!("{} is a check", step.verb.name))),
    };
    scene.seats.ask(scene.stage, seat(&step.by), &path, Some(&body.into()))
}

/// The address of a verb: braces hold the id of what a key names, or the person that the named thing is about.
fn address(play: &Play<'_>, path: &str, values: &Values) -> String {
    let made =
        THINGS.iter().find_map(|thing| values.get(thing.name()).map(|_| play.made(*thing, values.word(thing.name()))));
    let mut address = path.to_owned();
    for thing in THINGS {
        let id = play.made(thing, values.word(thing.name())).id;
        address = address.replace(&format!("{{{}}}", thing.name()), &id);
    }
    let person = match values.word("person") {
        "" => made.map(|made| made.person).unwrap_or_default(),
        person => person.to_owned(),
    };
    address.replace("{person}", play.person(&person))
}

const THINGS: [Thing; 6] = [Thing::Grant, Thing::Refusal, Thing::Referral, Thing::Leg, Thing::Question, Thing::Request];

/// What is sent: the keys of the verb that do not stand in the address.
fn body(
    play: &Play<'_>,
    scene: &mut Scene<'_, '_>,
    verb: &Verb,
    values: &Values,
    path: &str,
) -> Result<Map<String, Value>, Trouble> {
    let mut body = Map::new();
    for key in verb.keys {
        let Some(given) = values.get(key.name) else { continue };
        if path.contains(&format!("{{{}}}", key.name)) || matches!(key.what, What::Names(_) | What::Made(_)) {
            continue;
        }
        let value = match (key.what, given) {
            (What::Person, Given::Word(key)) => play.person(key).into(),
            (What::Agency, Given::Word(key)) => scene.seats.ground().agency(key).into(),
            (What::Worker, Given::Word(key)) => scene.seats.worker_id(scene.stage, key)?.into(),
            (What::Day, Given::Number(day)) => play.date(*day).to_string().into(),
            (_, other) => other.to_json(),
        };
        body.insert(key.name.to_owned(), value);
    }
    Ok(body)
}

/// A table within a registration as it is sent: numbers in it are days.
pub fn plain(table: &Values, date: &mut impl FnMut(i64) -> String) -> Vec<(String, Value)> {
    let read = |given: &Given, date: &mut dyn FnMut(i64) -> String| match given {
        Given::Number(day) => date(*day).into(),
        other => other.to_json(),
    };
    table.iter().map(|(name, given)| ((*name).to_owned(), read(given, date))).collect()
}

fn registration(play: &Play<'_>, step: &Step) -> Map<String, Value> {
    let values = &step.values;
    let person = &play.story.persons[values.word("person")];
    let mut body = Map::new();
    body.insert("name".to_owned(), person.name.as_str().into());
    body.insert("alias".to_owned(), person.alias.into());
    body.insert("kana".to_owned(), person.kana.as_str().into());
    if let Some(year) = person.birth_year {
        body.insert("birth_year".to_owned(), year.to_string().into());
    }
    if values.contains_key("dependence") {
        body.insert("dependence".to_owned(), values.words("dependence").to_vec().into());
    }
    for key in ["legal", "stay", "contact"] {
        if let Some(table) = values.table(key) {
            let table: Map<_, _> = plain(table, &mut |day| play.date(day).to_string()).into_iter().collect();
            body.insert(key.to_owned(), table.into());
        }
    }
    if values.contains_key("relation") || values.contains_key("principal") {
        let relative = values.word("relative_of");
        let principal = (!relative.is_empty()).then(|| play.person(relative));
        let relation = json!({
            "kind": values.word("relation"),
            "principal_is": values.word("principal"),
            "principal": principal,
        });
        body.insert("relation".to_owned(), relation);
    }
    body
}

/// What an agency without an account says: by its link, or as the sender writes it down.
fn outside(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, step: &Step) -> Result<Reply, Trouble> {
    let does = step.values.word("does");
    let Some(verb) = Verb::named(does) else { return Err(Trouble(format!("there is no verb {does}"))) };
    let Does::Post(path) = verb.does else { return Err(Trouble(format!("{does} is not for the other side"))) };
    let mut body = body(play, scene, verb, &step.values, path)?;
    if step.by == By::Link {
        let link = link_of(play, scene, step.values.word("referral"))?;
        let path = format!("/api/v1/link/{link}/{}", does.replace('_', "-"));
        return scene.stage.send(Call { path: &path, token: None, body: Some(&body.into()) });
    }
    body.insert("channel".to_owned(), step.values.word("channel").into());
    scene.seats.ask(scene.stage, seat(&step.by), &address(play, path, &step.values), Some(&body.into()))
}

/// The secret of the link of a referral; the sender makes one when there is none yet.
pub fn link_of(play: &mut Play<'_>, scene: &mut Scene<'_, '_>, referral: &str) -> Result<String, Trouble> {
    let paper = play.papers.get(referral).cloned().unwrap_or_default();
    if let Some(link) = paper.link {
        return Ok(link);
    }
    let path = format!("/api/v1/referrals/{}/link", play.made(Thing::Referral, referral).id);
    let by = (paper.by.0.as_str(), paper.by.1.as_str());
    let reply = scene.seats.ask(scene.stage, by, &path, Some(&json!({})))?;
    let Some(link) = reply.body["link"].as_str() else {
        return Err(Trouble(format!("no link could be made for {referral}: {}", reply.said())));
    };
    play.papers.entry(referral.to_owned()).or_default().link = Some(link.to_owned());
    Ok(link.to_owned())
}

/// Keeps what a step made and what it wrote.
fn remember(play: &mut Play<'_>, step: &Step, reply: &Reply) {
    let values = &step.values;
    let person = person_of(play, values);
    let by = seat(&step.by).1;
    if let Does::Make(_, thing) = step.verb.does {
        let id = reply.body["id"].as_str().or_else(|| reply.body["referral"].as_str()).unwrap_or_default().to_owned();
        play.made.insert((thing, name_of(step)), Made { id, person: person.clone() });
        if thing == Thing::Referral {
            let paper = paper(play, step);
            play.papers.insert(name_of(step), paper);
        }
    }
    match step.verb.does {
        Does::Register => {
            let id = reply.body["id"].as_str().unwrap_or_default().to_owned();
            let facts = told::facts(by, values, |day| play.first_day.plus_days(day).to_string());
            if let Some((key, _)) = play.story.persons.get_key_value(&person) {
                play.persons.insert(key, id);
            }
            add(play, &person, facts);
        }
        _ if step.verb.name == "entry" => {
            add(play, &person, vec![Told::note(by, values.words("label"), values.word("text"))]);
        }
        Does::Make(_, Thing::Referral) => {
            let parts = values.parts("sections");
            let told = parts.iter().map(|(codes, text)| Told::paper(by, split(codes), text)).collect();
            add(play, &person, told);
        }
        _ => {
            // A note without a label is a message between the two sides, not something told about the person.
            let label = values.words("label");
            for key in ["note", "text"] {
                if !label.is_empty() && values.contains_key(key) {
                    add(play, &person, vec![Told::paper(by, label.to_vec(), values.word(key))]);
                }
            }
        }
    }
}

fn split(codes: &str) -> Vec<String> {
    codes.split('+').map(str::to_owned).collect()
}

fn add(play: &mut Play<'_>, person: &str, told: Vec<Told>) {
    if let Some((key, _)) = play.story.persons.get_key_value(person) {
        play.told.entry(key).or_default().extend(told);
    }
}

/// The person a step is about: named, or the one that the named thing is about.
fn person_of(play: &Play<'_>, values: &Values) -> String {
    match values.word("person") {
        "" => {
            let named = THINGS.iter().find(|thing| values.contains_key(thing.name()));
            named.map(|thing| play.made(*thing, values.word(thing.name())).person).unwrap_or_default()
        }
        person => person.to_owned(),
    }
}

/// What a new referral tells; one that was turned to another agency tells the same as before.
fn paper(play: &Play<'_>, step: &Step) -> Paper {
    let (worker, agency) = seat(&step.by);
    let before = play.papers.get(step.values.word("referral"));
    let sections = match before {
        Some(paper) => paper.sections.clone(),
        None => step.values.parts("sections"),
    };
    Paper { by: (worker.to_owned(), agency.to_owned()), sections, link: None }
}
