//! Every small world over HTTP: for each kind of grant, refusal, duty, naming and moment, what the recipient
//! reads is what the prose of the design says, entry by entry, and the list counts the same.

use std::collections::BTreeMap;

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
    /// It holds, and the day in which relapse can be taken back is not over.
    Waits,
}

/// A wall between the person and somebody whom the agency that looks may work with.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Wall {
    None,
    /// Put up to protect the person.
    Protects,
    /// Put up to protect the other one.
    ProtectsOther,
    Over,
    /// The agency works with the other one no more.
    OtherGone,
}

/// An emergency look of the worker who looks.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Glass {
    None,
    Open,
    Over,
    /// Somebody else's at the same agency.
    Other,
}

/// What is shared with the agency that looks on a basis in law: [`SHARED`].
#[derive(Clone, Copy, Debug, PartialEq)]
enum Law {
    None,
    Conference,
    Danger,
    /// Danger, and nobody confirmed it in time.
    Lapsed,
}

/// What each basis in law shares.
const SHARED: Categories = Categories::of(&[Category::Existence, Category::Health, Category::Relapse]);

/// One small world: a person of the centre, one grant, perhaps one refusal and a wall, and the agency that looks.
#[derive(Clone, Copy, Debug)]
struct Small {
    shows: Categories,
    named: bool,
    purpose: Purpose,
    when: When,
    refused: Categories,
    wall: Wall,
    law: Law,
    /// Whether the agency that looks works with the person too, and has written about them itself.
    own: bool,
    glass: Glass,
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
                    for when in [When::Live, When::Ended, When::NotYet, When::Waits] {
                        for refused in refused {
                            all.push(Small {
                                shows,
                                named,
                                purpose,
                                when,
                                refused,
                                wall: Wall::None,
                                law: Law::None,
                                own: false,
                                glass: Glass::None,
                                viewer,
                            });
                        }
                    }
                }
            }
        }
    }
    all.extend(walled(&shows, &refused));
    all.extend(by_law(&shows, &refused));
    all.extend(in_emergency(&shows, &refused));
    all
}

/// The same with an emergency look.
fn in_emergency(shows: &[Categories], refused: &[Categories]) -> Vec<Small> {
    let mut all = Vec::new();
    for viewer in ["hogo", "darc"] {
        for &shows in &shows[1..] {
            for &refused in refused {
                for (wall, glass) in [
                    (Wall::None, Glass::Open),
                    (Wall::None, Glass::Over),
                    (Wall::None, Glass::Other),
                    (Wall::Protects, Glass::Open),
                    (Wall::ProtectsOther, Glass::Open),
                    (Wall::OtherGone, Glass::Open),
                ] {
                    for (own, when) in [(false, When::Live), (false, When::Ended), (true, When::Live)] {
                        let (named, purpose) = (false, Purpose::Support);
                        all.push(Small {
                            shows,
                            named,
                            purpose,
                            when,
                            refused,
                            wall,
                            law: Law::None,
                            own,
                            glass,
                            viewer,
                        });
                    }
                }
            }
        }
    }
    all
}

/// The same with a wall, and with an agency that works with both.
fn walled(shows: &[Categories], refused: &[Categories]) -> Vec<Small> {
    let mut all = Vec::new();
    for viewer in ["hogo", "darc"] {
        for &shows in shows {
            for &refused in refused {
                for wall in [Wall::None, Wall::Protects, Wall::ProtectsOther, Wall::Over, Wall::OtherGone] {
                    for own in [false, true] {
                        let (named, purpose, when) = (true, Purpose::Support, When::Live);
                        all.push(Small {
                            shows,
                            named,
                            purpose,
                            when,
                            refused,
                            wall,
                            law: Law::None,
                            own,
                            glass: Glass::None,
                            viewer,
                        });
                    }
                }
            }
        }
    }
    all
}

/// The same with a basis in law beside a grant that holds or is over.
fn by_law(shows: &[Categories], refused: &[Categories]) -> Vec<Small> {
    let mut all = Vec::new();
    for viewer in ["hogo", "darc"] {
        for &shows in shows {
            for &refused in refused {
                for law in [Law::Conference, Law::Danger, Law::Lapsed] {
                    for when in [When::Live, When::Ended] {
                        let (named, purpose, wall, own) = (false, Purpose::Support, Wall::None, false);
                        all.push(Small {
                            shows,
                            named,
                            purpose,
                            when,
                            refused,
                            wall,
                            law,
                            own,
                            glass: Glass::None,
                            viewer,
                        });
                    }
                }
            }
        }
    }
    all
}

/// The design in prose, written a second time: what the recipient may read for supporting the person, written by the
/// centre or by itself: on the person's page, or as it counts in a list.
fn may_read(w: &Small, label: Categories, by_itself: bool, on_page: bool) -> bool {
    let behind_the_wall = [Category::Location, Category::Contact];
    let walled = matches!(w.wall, Wall::Protects | Wall::ProtectsOther);
    if walled && behind_the_wall.iter().any(|c| label.has(*c)) {
        return false;
    }
    let bound_to_report = w.viewer == "hogo";
    let by_law = |c: Category| {
        let holds = w.law == Law::Danger || (w.law == Law::Conference && !w.refused.has(c));
        holds && SHARED.has(c) && !(c == Category::Relapse && bound_to_report)
    };
    let granted = |c: Category| {
        matches!(w.when, When::Live | When::Waits)
            && w.purpose == Purpose::Support
            && w.shows.has(c)
            && !w.refused.has(c)
            && !(c == Category::Relapse && bound_to_report && !(w.named && w.when == When::Live))
    };
    let open = |c: Category| granted(c) || by_law(c);
    if by_itself {
        return w.own;
    }
    let known = w.own || open(Category::Existence);
    if known && label.iter().all(open) {
        return true;
    }
    let in_emergency = |c: Category| {
        let opens = match c {
            Category::Existence => !walled,
            Category::Relapse => !bound_to_report,
            Category::Contact | Category::Location | Category::Health | Category::DrugHistory => true,
            _ => false,
        };
        opens && w.glass == Glass::Open && !w.refused.has(c)
    };
    let never = [Category::Justice, Category::Family, Category::Livelihood, Category::Notes];
    on_page
        && (known || in_emergency(Category::Existence))
        && !never.iter().any(|c| label.has(*c))
        && label.iter().all(|c| open(c) || in_emergency(c))
}

/// Whether the recipient may know of the person, on their page or in a list.
fn may_know(w: &Small, on_page: bool) -> bool {
    w.own || may_read(w, Categories::of(&[Category::Existence]), false, on_page)
}

/// One entry per category, and two that touch more than one.
fn labels() -> Vec<Categories> {
    let mut all: Vec<_> = Category::ALL.into_iter().map(|c| Categories::of(&[c])).collect();
    all.push(Categories::of(&[Category::Health, Category::Relapse]));
    all.push(Categories::of(&[Category::Contact, Category::Justice]));
    all
}

fn text_of(label: Categories, by_itself: bool) -> String {
    format!("text:{label}{}.", if by_itself { "*" } else { "" })
}

/// What there is to read: by the centre, and by the agency that looks where it works with the person.
fn written(w: &Small) -> impl Iterator<Item = (Categories, bool)> {
    let own = w.own;
    labels()
        .into_iter()
        .flat_map(move |label| [(label, false), (label, true)])
        .filter(move |(_, by_itself)| own || !by_itself)
}

/// By viewer, somebody whom it works with and somebody whom it worked with once.
struct Others {
    there: BTreeMap<&'static str, PersonId>,
    gone: BTreeMap<&'static str, PersonId>,
}

fn others(world: &World) -> Others {
    let of = |name: &'static str| move |viewer: &'static str| (viewer, world.person(viewer, name));
    let there = ["hogo", "darc"].map(of("そこ")).into();
    let gone: BTreeMap<_, _> = ["hogo", "darc"].map(of("もと")).into();
    for (viewer, person) in gone.clone() {
        world.act(viewer, move |cx| people::person::end(cx, person)).expect("the work ends");
    }
    Others { there, gone }
}

fn put(world: &World, w: &Small, name: &str, others: &Others) -> PersonId {
    let person = world.person("center", name);
    let (center, center_worker) = (world.agency("center"), world.workers["center"].0);
    let (viewer, worker) = (world.agency(w.viewer), world.workers[w.viewer].0);
    let now = world.app.app.now();
    let (from, until) = match w.when {
        When::Live | When::Waits => (now.plus_days(-1), now.plus_days(1)),
        When::Ended => (now.plus_days(-2), now),
        When::NotYet => (now.plus_minutes(1), now.plus_days(1)),
    };
    let w = *w;
    let other = if w.wall == Wall::OtherGone { others.gone[w.viewer] } else { others.there[w.viewer] };
    let counts = w.named.then(|| if w.when == When::Waits { now.plus_minutes(1) } else { now }.micros());
    let (eff, relapse_at) = policy::compiled(w.shows, counts, w.viewer == "hogo");
    world
        .app
        .app
        .db()
        .write(move |tx| {
            let key = people::vault::Writer::of(tx, person)?;
            for (i, (label, by_itself)) in written(&w).enumerate() {
                let author = if by_itself { viewer } else { center };
                let id = person.raw() / 64 + i64::try_from(i).unwrap_or_default();
                let place = seal::Place::column("entry.body").at(person.raw()).at(id);
                let text = key.seal(&place, &text_of(label, by_itself));
                tx.run(
                    "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body) \
                     VALUES ($1, $2, 'note', $3, $4, $5, $6, $7)",
                    &v![person, id, label.bits(), author, center_worker, now, text],
                )?;
            }
            tx.run(
                "INSERT INTO consent_grant (agency_id, person_id, id, purposes, cats, relapse_named, eff, from_at, until_at, \
                 how, text_version, taken_by_agency, taken_by_worker, taken_at, version, relapse_from, relapse_at) \
                 VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, 'signed', 'test', $9, $10, $7, 1, $11, $12)",
                &v![viewer, person, w.purpose.bit(), w.shows.bits(), w.named, eff.bits(), from, until, center, center_worker, counts, relapse_at],
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
            if w.law != Law::None {
                let until = if w.law == Law::Lapsed { now } else { base::Time::MAX };
                let eff = policy::effective(SHARED, false, w.viewer == "hogo");
                tx.run(
                    "INSERT INTO lawful_share (agency_id, person_id, id, kind, vital, purposes, cats, eff, from_at, until_at, \
                     ends_at, entered_by_agency, entered_by_worker) VALUES ($1, $2, 1, 'test', $3, $4, $5, $6, $7, $8, $8, $9, $10)",
                    &v![viewer, person, w.law != Law::Conference, Purpose::Support.bit(), SHARED.bits(), eff.bits(), now.plus_days(-1), until, center, center_worker],
                )?;
            }
            if w.own {
                tx.run(
                    "INSERT INTO involvement (agency_id, person_id, from_at, until_at, how) VALUES ($1, $2, $3, $4, 'test')",
                    &v![viewer, person, now, base::Time::MAX],
                )?;
            }
            if w.glass != Glass::None {
                let until = if w.glass == Glass::Over { now } else { now.plus_minutes(30) };
                let by = if w.glass == Glass::Other { base::WorkerId::from_raw(9) } else { worker };
                tx.run(
                    "INSERT INTO break_glass (id, worker_id, agency_id, person_id, from_at, until_at, reason, note, tell_at) \
                     VALUES ($1, $2, $3, $1, $4, $5, 'life', 'test', $4)",
                    &v![person, by, viewer, now.plus_minutes(-30), until],
                )?;
            }
            if w.wall != Wall::None {
                let (a, b) = if w.wall == Wall::ProtectsOther { (other, person) } else { (person, other) };
                let until = if w.wall == Wall::Over { now } else { base::Time::MAX };
                tx.run(
                    "INSERT INTO separation (id, person_a, person_b, cats, basis, from_at, until_at, set_by_agency, set_by_worker) \
                     VALUES ($1, $2, $3, $4, 'violence', $5, $6, $7, $8)",
                    &v![person.raw(), a, b, Categories::SEPARATION.bits(), now.plus_days(-1), until, center, center_worker],
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
    let others = others(&world);
    let all: Vec<(Small, PersonId)> =
        worlds().into_iter().enumerate().map(|(i, w)| (w, put(&world, &w, &format!("ひと{i:04}"), &others))).collect();
    for viewer in ["hogo", "darc"] {
        let client = world.as_worker(viewer).as_program();
        let mut counts = BTreeMap::new();
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
            let reads =
                |on_page| move |(label, by_itself): &(Categories, bool)| may_read(w, *label, *by_itself, on_page);
            let readable: Vec<_> = written(w).filter(reads(true)).collect();
            let known = may_know(w, true);
            assert_eq!(reply.status, if known { 200 } else { 404 }, "{w:?}");
            for one in written(w) {
                let shown = reply.body.contains(&text_of(one.0, one.1));
                assert_eq!(shown, readable.contains(&one), "{one:?} in {w:?}");
            }
            let listed = counts.get(&person.to_string()).copied();
            let expected = may_know(w, false).then(|| i64::try_from(written(w).filter(reads(false)).count()).ok());
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
