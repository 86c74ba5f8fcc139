//! A form sent twice acts once.

use std::thread;

use base::{Msg, Problem, Time};
use db::testing::both_engines;
use db::{Db, Tx, v};

use crate::{SCHEMA, agencies};

const NOW: Time = Time::from_micros(1_763_600_000_000_000);

fn register(tx: &mut Tx, key: &str, who: i64, id: i64) -> base::Outcome<(String, bool)> {
    tx.once(key, who, "register", NOW, |tx| {
        tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, id.to_string()])?;
        Ok(format!("/agency/{id}"))
    })
}

both_engines!(the_second_time_gives_the_first_result, SCHEMA, |db: Db| {
    assert_eq!(db.write(|tx| register(tx, "k", 7, 1)), Ok(("/agency/1".to_owned(), true)));
    assert_eq!(db.write(|tx| register(tx, "k", 7, 2)), Ok(("/agency/1".to_owned(), false)));
    assert_eq!(agencies(&db), 1);
    // Somebody else's key of the same name is another key.
    assert_eq!(db.write(|tx| register(tx, "k", 8, 3)), Ok(("/agency/3".to_owned(), true)));
    let other_act = db.write(|tx| tx.once("k", 7, "send", NOW, |_| Ok(String::new())));
    assert_eq!(other_act, Err(Problem::Refused(Msg::new("db-key-used"))));
});

both_engines!(a_failed_act_frees_its_key, SCHEMA, |db: Db| {
    let failed = db.write(|tx| tx.once("k", 7, "register", NOW, |_| Err(Problem::NotFound)));
    assert_eq!(failed, Err(Problem::NotFound));
    assert_eq!(db.write(|tx| register(tx, "k", 7, 1)), Ok(("/agency/1".to_owned(), true)));
});

both_engines!(at_the_same_moment_one_acts, SCHEMA, |db: Db| {
    let threads: Vec<_> = (1..=8)
        .map(|id| {
            let db = db.clone();
            thread::spawn(move || db.write(move |tx| register(tx, "k", 7, id)).unwrap())
        })
        .collect();
    let results: Vec<_> = threads.into_iter().map(|it| it.join().unwrap()).collect();
    assert_eq!(results.iter().filter(|(_, fresh)| *fresh).count(), 1);
    assert!(results.iter().all(|(result, _)| *result == results[0].0), "{results:?}");
    assert_eq!(agencies(&db), 1);
});

both_engines!(old_keys_are_forgotten, SCHEMA, |db: Db| {
    db.write(|tx| register(tx, "k", 7, 1)).unwrap();
    assert_eq!(db.write(|tx| tx.forget_keys(NOW)), Ok(0));
    assert_eq!(db.write(|tx| tx.forget_keys(NOW.plus_days(1))), Ok(1));
});
