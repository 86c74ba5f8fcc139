//! Acts: all or nothing, alone among others, contained when they panic.

use std::sync::{Arc, Barrier};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

use base::{Msg, Problem};
use db::testing::{TestDb, both_engines};
use db::{Db, Engine, Violation, v};

use crate::{SCHEMA, add_agency, agencies};

both_engines!(a_failed_act_leaves_nothing, SCHEMA, |db: Db| {
    let refused: Result<(), _> = db.write(|tx| {
        tx.run("INSERT INTO agency (id, name) VALUES (1, 'A')", &v![])?;
        Err(Problem::Refused(Msg::new("no")))
    });
    assert_eq!(refused, Err(Problem::Refused(Msg::new("no"))));
    assert_eq!(agencies(&db), 0);
});

both_engines!(a_panic_is_the_fault_of_one, SCHEMA, |db: Db| {
    let panicked: Result<(), _> = db.write(|tx| {
        tx.run("INSERT INTO agency (id, name) VALUES (1, 'A')", &v![])?;
        panic!("on purpose");
    });
    assert!(matches!(panicked, Err(Problem::Internal(_))), "{panicked:?}");
    let in_reading = db.read(|tx| tx.all("SELECT 1", &v![], |_| -> Result<(), _> { panic!("on purpose") }));
    assert!(matches!(in_reading, Err(Problem::Internal(_))), "{in_reading:?}");
    add_agency(&db, 2, "B");
    assert_eq!(agencies(&db), 1);
});

both_engines!(among_many_each_fails_alone, SCHEMA, |db: Db| {
    let threads: Vec<_> = (0..16_i64)
        .map(|lane| {
            let db = db.clone();
            thread::spawn(move || {
                for n in 0..20_i64 {
                    let id = lane * 100 + n + 1;
                    let outcome = db.write(move |tx| {
                        tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, id.to_string()])?;
                        match n % 5 {
                            1 => Err(Problem::NotFound),
                            2 => panic!("on purpose"),
                            // A double: the statement fails, and the act with it
                            3 => tx.run("INSERT INTO agency (id, name) VALUES ($1, 'x')", &v![id]),
                            _ => Ok(0),
                        }
                    });
                    assert_eq!(outcome.is_ok(), matches!(n % 5, 0 | 4), "{outcome:?}");
                    assert_ne!(outcome, Err(Problem::Unavailable));
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    assert_eq!(agencies(&db), 16 * 8);
});

both_engines!(no_update_is_lost, SCHEMA, |db: Db| {
    db.write(|tx| tx.run("INSERT INTO tally (name, day, n) VALUES ('a', 'b', 0)", &v![])).unwrap();
    let threads: Vec<_> = (0..4)
        .map(|_| {
            let db = db.clone();
            thread::spawn(move || {
                for _ in 0..10 {
                    db.write(|tx| {
                        let n = tx.one("SELECT n FROM tally", &v![], |row| row.get::<i64>(0))?.unwrap();
                        tx.run("UPDATE tally SET n = $1", &v![n + 1])
                    })
                    .unwrap();
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().unwrap();
    }
    let n = db.read(|tx| tx.one("SELECT n FROM tally", &v![], |row| row.get::<i64>(0)));
    assert_eq!(n, Ok(Some(40)));
});

both_engines!(a_reader_sees_one_moment, SCHEMA, |db: Db| {
    add_agency(&db, 1, "A");
    let (begun, written) = (Arc::new(Barrier::new(2)), Arc::new(Barrier::new(2)));
    let reader = {
        let (db, begun, written) = (db.clone(), Arc::clone(&begun), Arc::clone(&written));
        thread::spawn(move || {
            db.read(move |tx| {
                let count = "SELECT count(*) FROM agency";
                let before = tx.one(count, &v![], |row| row.get::<i64>(0))?;
                begun.wait();
                written.wait();
                let after = tx.one(count, &v![], |row| row.get::<i64>(0))?;
                Ok((before, after))
            })
        })
    };
    begun.wait();
    add_agency(&db, 2, "B");
    assert_eq!(agencies(&db), 2);
    written.wait();
    assert_eq!(reader.join().unwrap(), Ok((Some(1), Some(1))));
});

both_engines!(a_reader_cannot_write, SCHEMA, |db: Db| {
    let refused = db.read(|tx| tx.run("INSERT INTO agency (id, name) VALUES (1, 'A')", &v![]));
    assert!(matches!(refused, Err(Problem::Internal(_))), "{refused:?}");
    assert_eq!(agencies(&db), 0);
});

both_engines!(an_act_does_not_wait_for_itself, SCHEMA, |db: Db| {
    let inner = db.clone();
    let refused = db.write(move |_| inner.read(|tx| tx.exists("SELECT 1", &v![])));
    assert!(matches!(refused, Err(Problem::Internal(_))), "{refused:?}");
});

both_engines!(the_async_door_is_the_same, SCHEMA, |db: Db| {
    let added = db.write_async(|tx| tx.run("INSERT INTO agency (id, name) VALUES (1, 'A')", &v![]));
    assert_eq!(block_on(added), Ok(1));
    assert_eq!(block_on(db.read_async(|tx| tx.exists("SELECT 1 FROM agency", &v![]))), Ok(true));
    // It is done though nobody waits: a browser may go away.
    drop(db.write_async(|tx| tx.run("INSERT INTO agency (id, name) VALUES (2, 'B')", &v![])));
    db.clone().close();
    assert_eq!(db.read(|tx| tx.exists("SELECT 1", &v![])), Err(Problem::Unavailable));
});

fn closing_finishes_what_waits(engine: Engine) {
    let test = TestDb::new(engine, SCHEMA);
    let waiting: Vec<_> = (1..=50)
        .map(|id: i64| {
            test.write_async(move |tx| tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![id, id.to_string()]))
        })
        .collect();
    Db::clone(&test).close();
    for act in waiting {
        assert_eq!(block_on(act), Ok(1));
    }
    let again = Db::open(test.config(), SCHEMA).unwrap();
    assert_eq!(agencies(&again), 50);
    again.close();
}

#[test]
fn closing_finishes_what_waits_sqlite() {
    closing_finishes_what_waits(Engine::Sqlite);
}

#[test]
fn closing_finishes_what_waits_postgres() {
    closing_finishes_what_waits(Engine::Postgres);
}

/// Waits for a future on this thread
fn block_on<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(thread::Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut future = std::pin::pin!(future);
    loop {
        if let Poll::Ready(done) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return done;
        }
        thread::park();
    }
}

both_engines!(what_was_sent_late_fails_the_act_as_if_it_had_been_waited_for, SCHEMA, |db: Db| {
    let done = db.write(|tx| {
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![1, "A"])?;
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![2, "A"])
    });
    assert_eq!(done.as_ref().err().and_then(Violation::of), Some(Violation::Unique));
    let read_behind = db.write(|tx| {
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![1, "A"])?;
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![2, "A"])?;
        tx.exists("SELECT 1 FROM agency", &v![])
    });
    assert_eq!(read_behind.as_ref().err().and_then(Violation::of), Some(Violation::Unique));
    let not_its_own_double = db.write(|tx| {
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![1, "A"])?;
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![2, "A"])?;
        tx.run_unless_exists("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![3, "C"])
    });
    assert_eq!(not_its_own_double.as_ref().err().and_then(Violation::of), Some(Violation::Unique));
    assert_eq!(agencies(&db), 0, "nothing of any of them is kept");
});

both_engines!(what_was_sent_late_is_seen_by_what_follows_and_kept, SCHEMA, |db: Db| {
    let seen = db.write(|tx| {
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![1, "A"])?;
        let new = tx.run_unless_exists("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![2, "B"])?;
        let double = tx.run_unless_exists("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![3, "A"])?;
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![4, "D"])?;
        let count = tx.one("SELECT count(*) FROM agency", &v![], |row| row.get::<i64>(0))?;
        tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![5, "E"])?;
        Ok((new, double, count))
    });
    assert_eq!(seen, Ok((true, false, Some(3))));
    assert_eq!(agencies(&db), 4);
    let only_late = db.write(|tx| tx.run_later("INSERT INTO agency (id, name) VALUES ($1, $2)", &v![6, "F"]));
    assert_eq!(only_late, Ok(()));
    assert_eq!(agencies(&db), 5);
    assert!(
        db.write(|tx| {
            tx.run_later("DELETE FROM agency", &v![])?;
            Err::<(), _>(base::Problem::NotFound)
        })
        .is_err()
    );
    assert_eq!(agencies(&db), 5, "an act that fails sends nothing that waited");
});
