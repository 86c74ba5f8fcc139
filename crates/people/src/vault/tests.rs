//! What stands in the tables, on both engines.

use base::{Outcome, PersonId, Problem};
use db::{Db, Tx, v};
use seal::{Master, is_sealed};
use web::Who;

use crate::person::EntryInput;
use crate::testing::{World, region};
use crate::vault::{fits, make_keys, needed, rewrap, seal_column, standing_open};

const CANARY: &str = "みどりのとりは夜に鳴く";

fn world(db: Db) -> (World, PersonId) {
    let world = region(db, crate::rooms, crate::hooks());
    let person = world.person("darc", "たいち");
    write(&world, person);
    (world, person)
}

fn write(world: &World, person: PersonId) {
    let note = EntryInput { label: vec!["health".to_owned()], text: CANARY.to_owned() };
    world.act("darc", move |cx| crate::person::write_note(cx, person, &note)).expect("a note can be written");
}

fn bodies(world: &World) -> Vec<String> {
    run(world, |tx| tx.all("SELECT body FROM entry ORDER BY id", &v![], |row| row.get(0))).expect("readable")
}

fn run<R: Send + 'static>(world: &World, act: impl Fn(&mut Tx) -> Outcome<R> + Send + 'static) -> Outcome<R> {
    world.app.app.db().write(act)
}

fn page(world: &World, person: PersonId) -> web::testing::Reply {
    world.as_worker("darc").get(&format!("/persons/{person}"))
}

db::testing::both_engines!(a_note_is_kept_sealed_and_shown_open, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    assert!(bodies(&world).iter().all(|body| is_sealed(body) && !body.contains("とり")));
    assert!(page(&world, person).assert_status(200).body.contains(CANARY));
});

db::testing::both_engines!(a_sealed_text_opens_in_no_other_row, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    let other = world.person("darc", "はなこ");
    write(&world, other);
    let copy = "UPDATE entry SET body = (SELECT e.body FROM entry e WHERE e.person_id = $1) WHERE person_id = $2";
    run(&world, move |tx| tx.run(copy, &v![person, other])).expect("copied");
    assert!(page(&world, person).assert_status(200).body.contains(CANARY));
    assert!(!page(&world, other).assert_status(500).body.contains(CANARY));
});

db::testing::both_engines!(the_key_of_another_person_opens_nothing, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    let other = world.person("darc", "はなこ");
    let swap =
        "UPDATE person_key SET wrapped = (SELECT k.wrapped FROM person_key k WHERE k.whose = $1) WHERE whose = $2";
    run(&world, move |tx| tx.run(swap, &v![other, person])).expect("exchanged");
    page(&world, person).assert_status(500);
});

db::testing::both_engines!(a_text_that_stands_open_is_a_fault_and_is_not_shown, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    run(&world, |tx| tx.run("UPDATE entry SET body = $1", &v![CANARY])).expect("opened");
    assert!(!page(&world, person).assert_status(500).body.contains(CANARY));
});

db::testing::both_engines!(what_an_older_version_left_open_is_sealed_once, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    run(&world, |tx| {
        tx.run("DELETE FROM person_key", &v![])?;
        tx.run("UPDATE entry SET body = $1", &v![CANARY])
    })
    .expect("as before");
    let app = &world.app.app;
    assert_eq!(app.act(Who::System, make_keys), Ok(1));
    assert_eq!(app.act(Who::System, make_keys), Ok(0));
    let column = crate::person::SEALED[0];
    assert_eq!(run(&world, move |tx| standing_open(tx, column, 9)), Ok(1));
    assert_eq!(app.act(Who::System, move |cx| seal_column(cx, column)), Ok(1));
    assert_eq!(app.act(Who::System, move |cx| seal_column(cx, column)), Ok(0));
    assert_eq!(run(&world, move |tx| standing_open(tx, column, 9)), Ok(0));
    assert!(page(&world, person).assert_status(200).body.contains(CANARY));
    // It is known that all is sealed, and nobody looks through the table again.
    run(&world, |tx| tx.run("UPDATE entry SET body = $1", &v![CANARY])).expect("opened");
    assert_eq!(app.act(Who::System, move |cx| seal_column(cx, column)), Ok(0));
});

db::testing::both_engines!(
    another_key_takes_over_at_once_and_the_old_one_opens_nothing,
    &crate::migrations(),
    |db: Db| {
        let (world, person) = world(db.clone());
        let (old, new) = (db::testing::seal_key(), Master::new([8; 32]));
        let (from, to) = (old.clone(), new.clone());
        run(&world, move |tx| rewrap(tx, &from, &to, base::Time::from_micros(0), &|_| {})).expect("wrapped anew");
        assert_eq!(run(&world, needed), Ok(Some(new.id())));
        page(&world, person).assert_status(503);
        let id = old.id();
        assert_eq!(run(&world, move |tx| fits(tx, id, base::Time::from_micros(0))), Ok(Err(new.id())));
        db.give_key(new);
        assert!(page(&world, person).assert_status(200).body.contains(CANARY));
    }
);

db::testing::both_engines!(without_the_key_nothing_is_written_or_shown, &crate::migrations(), |db: Db| {
    let (world, person) = world(db);
    run(&world, |tx| tx.run("DELETE FROM person_key", &v![])).expect("gone");
    assert!(!page(&world, person).assert_status(500).body.contains(CANARY));
    let note = EntryInput { label: vec!["health".to_owned()], text: CANARY.to_owned() };
    let written = world.act("darc", move |cx| crate::person::write_note(cx, person, &note));
    assert!(matches!(written, Err(Problem::Internal(_))), "{written:?}");
});
