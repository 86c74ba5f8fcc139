//! Every scenario of the casebook, played in memory on both engines.

use base::{Date, OsRandom};
use db::Engine;
use db::testing::TestDb;
use house::scenario::stage::HouseStage;
use house::scenario::{book, run};

/// Friday, 20 November 2026: the stories begin on the Saturday, and some of them live through New Year.
fn founded() -> Date {
    Date::new(2026, 11, 20).expect("a day")
}

fn play_all(engine: Engine) {
    let region = book::region().unwrap_or_else(|wrongs| panic!("{}", said(&wrongs)));
    let stories = book::stories(&region).unwrap_or_else(|wrongs| panic!("{}", said(&wrongs)));
    let db = TestDb::new(engine, &house::migrations());
    let mut stage =
        HouseStage::build((*db).clone(), founded(), Box::new(OsRandom), "灯りを消さずに待っている").expect("a stage");
    let mut failures = Vec::new();
    let tally = run::run(&mut stage, &region, &stories, true, &mut |ran| failures.extend(ran.failure.clone()));
    let tally = tally.unwrap_or_else(|trouble| panic!("{trouble}"));
    let failures: Vec<_> = failures.iter().map(ToString::to_string).collect();
    assert_eq!((tally.passed, tally.failed), (stories.len(), 0), "\n{}\n", failures.join("\n"));
}

fn said<T: ToString>(wrongs: &[T]) -> String {
    wrongs.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_casebook_on_sqlite() {
    play_all(Engine::Sqlite);
}

#[test]
fn the_casebook_on_postgres() {
    play_all(Engine::Postgres);
}
