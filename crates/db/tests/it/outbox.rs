//! Mail leaves if and only if what it tells has happened.

use std::sync::Mutex;
use std::thread;

use base::{Lang, Problem, SeededRandom, Time};
use db::testing::both_engines;
use db::{Db, Drained, Mail, drain, v};

const NOW: Time = Time::from_micros(1_763_600_000_000_000);

fn mail(to: &str, due_at: Time) -> Mail {
    Mail {
        kind: "referral-overdue".to_owned(),
        to: to.to_owned(),
        subject_key: "subject".to_owned(),
        body_key: "body".to_owned(),
        args: vec![("link".to_owned(), "https://例え.jp/\"a\"".to_owned())],
        lang: Lang::Simple,
        due_at,
    }
}

fn enqueue(db: &Db, seed: u64, due_at: Time) {
    let mail = mail(&format!("{seed}@example.jp"), due_at);
    db.write(move |tx| tx.enqueue(&mail, NOW, &SeededRandom::new(seed))).unwrap();
}

both_engines!(a_mail_leaves_once_and_when_due, |db: Db| {
    enqueue(&db, 1, NOW);
    enqueue(&db, 2, NOW.plus_minutes(5));
    let mut sent = Vec::new();
    let mut send = |mail: &Mail| {
        sent.push(mail.clone());
        Ok(())
    };
    let one = Drained { sent: 1, ..Drained::default() };
    assert_eq!(drain(&db, NOW, &mut send), Ok(one));
    assert_eq!(drain(&db, NOW, &mut send), Ok(Drained::default()));
    assert_eq!(drain(&db, NOW.plus_minutes(5), &mut send), Ok(one));
    assert_eq!(sent, [mail("1@example.jp", NOW), mail("2@example.jp", NOW.plus_minutes(5))]);
    assert_eq!(db.write(|tx| tx.forget_sent_mail(NOW.plus_minutes(1))), Ok(1));
});

both_engines!(a_failed_act_sends_nothing, |db: Db| {
    let failed: Result<(), _> = db.write(|tx| {
        tx.enqueue(&mail("a@example.jp", NOW), NOW, &SeededRandom::new(1))?;
        Err(Problem::Stale)
    });
    assert_eq!(failed, Err(Problem::Stale));
    assert_eq!(drain(&db, NOW, &mut |_| panic!("nothing to send")), Ok(Drained::default()));
});

both_engines!(what_fails_waits_longer_and_ends, |db: Db| {
    enqueue(&db, 1, NOW);
    let mut fail = |_: &Mail| Err("the server says no\r\nwith a line break".to_owned());
    let mut waits = Vec::new();
    let mut now = NOW;
    for _ in 0..11 {
        assert_eq!(drain(&db, now, &mut fail), Ok(Drained { put_off: 1, ..Drained::default() }));
        let due = db.read(|tx| tx.one("SELECT due_at FROM outbox", &v![], |row| row.get::<Time>(0)));
        let due = due.unwrap().unwrap();
        waits.push(now.seconds_until(due) / 60);
        assert_eq!(drain(&db, due.plus_minutes(-1), &mut fail), Ok(Drained::default()));
        now = due;
    }
    assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360]);
    assert_eq!(drain(&db, now, &mut fail), Ok(Drained { given_up: 1, ..Drained::default() }));
    assert_eq!(drain(&db, now.plus_days(9), &mut fail), Ok(Drained::default()));
    let error = db.read(|tx| tx.one("SELECT last_error FROM outbox", &v![], |row| row.get::<String>(0)));
    assert_eq!(error, Ok(Some("the server says nowith a line break".to_owned())));
});

both_engines!(two_servers_share_the_work, |db: Db| {
    for seed in 1..=60 {
        enqueue(&db, seed, NOW);
    }
    let sent = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                drain(&db, NOW, &mut |mail| {
                    sent.lock().unwrap().push(mail.to.clone());
                    Ok(())
                })
            });
        }
    });
    let mut sent = sent.into_inner().unwrap();
    sent.sort();
    sent.dedup();
    assert_eq!(sent.len(), 60);
    let twice = db.read(|tx| tx.exists("SELECT 1 FROM outbox WHERE tries <> 1 OR sent_at IS NULL", &v![]));
    assert_eq!(twice, Ok(false));
});
