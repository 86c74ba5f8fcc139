//! Every small world over HTTP: for each kind of grant, refusal, duty, naming and moment, what the recipient
//! reads is what the prose of the design says, entry by entry, and the list counts the same.

use base::{PersonId, SeededRandom};
use db::testing::TestDb;
use db::{Engine, v};
use people::testing::{World, region_with};
use policy::{Categories, Category, Purpose};

/// When the grant holds, as seen from now.
#[derive(Clone, Copy, Debug, PartialEq)]
enum When {
    Live,
    Ended,
    NotYet,
}

/// One small world: a person of the centre, one grant and perhaps one refusal, and the agency that looks.
#[derive(Clone, Copy, Debug)]
struct Small {
    shows: Categories,
    named: bool,
    purpose: Purpose,
    when: When,
    refused: Categories,
    viewer: &'static str,
}

fn worlds() -> Vec<Small> {
    let shows = [
        Categories::of(&[Category::Existence]),
        Categories::of(&[Category::Existence, Category::Health, Category::Contact]),
        Categories::of(&[Category::Existence, Category::Relapse]),
        Categories::of(&[Category::Health, Category::Justice]),
        Categories::ALL,
    ];
    let refused = [
        Categories::NONE,
        Categories::of(&[Category::Health]),
        Categories::of(&[Category::Existence]),
        Categories::of(&[Category::Relapse, Category::Contact]),
    ];
    let mut all = Vec::new();
    for viewer in ["hogo", "darc"] {
        for shows in shows {
            for named in [false, true] {
                for purpose in [Purpose::Support, Purpose::Handover] {
                    for when in [When::Live, When::Ended, When::NotYet] {
                        for refused in refused {
                            all.push(Small { shows, named, purpose, when, refused, viewer });
                        }
                    }
                }
            }
        }
    }
    all
}

/// The design in prose, written a second time: what the recipient may read for supporting the person.
fn may_read(w: &Small, label: Categories) -> bool {
    let bound_to_report = w.viewer == "hogo";
    let open = |c: Category| {
        w.when == When::Live
            && w.purpose == Purpose::Support
            && w.shows.has(c)
            && !w.refused.has(c)
            && !(c == Category::Relapse && bound_to_report && !w.named)
    };
    open(Category::Existence) && label.iter().all(open)
}

/// One entry per category, and two that touch more than one.
fn labels() -> Vec<Categories> {
    let mut all: Vec<_> = Category::ALL.into_iter().map(|c| Categories::of(&[c])).collect();
    all.push(Categories::of(&[Category::Health, Category::Relapse]));
    all.push(Categories::of(&[Category::Contact, Category::Justice]));
    all
}

fn text_of(label: Categories) -> String {
    format!("text:{label}.")
}

fn put(world: &World, w: &Small, name: &str) -> PersonId {
    let person = world.person("center", name);
    let (center, center_worker) = (world.agency("center"), world.workers["center"].0);
    let viewer = world.agency(w.viewer);
    let now = world.app.app.now();
    let (from, until) = match w.when {
        When::Live => (now.plus_days(-1), now.plus_days(1)),
        When::Ended => (now.plus_days(-2), now),
        When::NotYet => (now.plus_minutes(1), now.plus_days(1)),
    };
    let w = *w;
    let effective = policy::effective(w.shows, w.named, w.viewer == "hogo");
    world
        .app
        .app
        .db()
        .write(move |tx| {
            for (i, label) in labels().into_iter().enumerate() {
                let id = person.raw() / 64 + i64::try_from(i).unwrap_or_default();
                tx.run(
                    "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body) \
                     VALUES ($1, $2, 'note', $3, $4, $5, $6, $7)",
                    &v![person, id, label.bits(), center, center_worker, now, text_of(label)],
                )?;
            }
            tx.run(
                "INSERT INTO consent_grant (agency_id, person_id, id, purposes, cats, relapse_named, eff, from_at, until_at, \
                 how, text_version, taken_by_agency, taken_by_worker, taken_at, version) \
                 VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, 'signed', 'test', $9, $10, $7, 1)",
                &v![viewer, person, w.purpose.bit(), w.shows.bits(), w.named, effective.bits(), from, until, center, center_worker],
            )?;
            tx.run(
                "INSERT INTO listing (agency_id, sort_key, person_id, name_key) SELECT $1, sort_key, id, name_key FROM person WHERE id = $2",
                &v![viewer, person],
            )?;
            if !w.refused.is_empty() {
                tx.run(
                    "INSERT INTO consent_refusal (agency_id, person_id, id, cats, from_at, until_at, taken_by_agency, taken_by_worker, version) \
                     VALUES ($1, $2, 1, $3, $4, $5, $6, $7, 1)",
                    &v![viewer, person, w.refused.bits(), now, base::Time::MAX, center, center_worker],
                )?;
            }
            Ok(())
        })
        .expect("a small world can be made");
    person
}

fn every_world(engine: Engine) {
    let db = TestDb::new(engine, &house::migrations());
    let world = region_with((*db).clone(), house::rooms, house::hooks(), Box::new(SeededRandom::new(11)));
    let all: Vec<(Small, PersonId)> =
        worlds().into_iter().enumerate().map(|(i, w)| (w, put(&world, &w, &format!("ひと{i:04}")))).collect();
    for viewer in ["hogo", "darc"] {
        let client = world.as_worker(viewer).as_program();
        let mut counts = std::collections::BTreeMap::new();
        let mut after = String::new();
        loop {
            let page = client.get(&format!("/api/v1/persons?after={after}")).assert_status(200).json();
            for row in page["items"].as_array().expect("a list") {
                counts.insert(row["id"].as_str().unwrap_or_default().to_owned(), row["entries"].as_i64());
            }
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        for (w, person) in all.iter().filter(|(w, _)| w.viewer == viewer) {
            let reply = client.get(&format!("/api/v1/persons/{person}"));
            let readable: Vec<_> = labels().into_iter().filter(|label| may_read(w, *label)).collect();
            let known = may_read(w, Categories::of(&[Category::Existence]));
            assert_eq!(reply.status, if known { 200 } else { 404 }, "{w:?}");
            for label in labels() {
                let shown = reply.body.contains(&text_of(label));
                assert_eq!(shown, readable.contains(&label), "{label} in {w:?}");
            }
            let listed = counts.get(&person.to_string()).copied();
            let expected = known.then(|| i64::try_from(readable.len()).ok());
            assert_eq!(listed, expected, "the list and the page must agree: {w:?}");
        }
    }
}

mod every_small_world {
    #[test]
    fn sqlite() {
        super::every_world(db::Engine::Sqlite);
    }

    #[test]
    fn postgres() {
        super::every_world(db::Engine::Postgres);
    }
}
