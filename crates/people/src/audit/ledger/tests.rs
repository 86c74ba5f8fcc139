//! The trail of a small region, bent behind the program's back: `verify` says what and where.

use base::{Problem, SeededRandom};
use db::testing::both_engines;
use db::{Db, Engine, v};
use ledger::key::Kind;
use ledger::witness::{Answer, Heads, answer};
use ledger::{Bent, Signer};
use web::Who;

use super::*;
use crate::testing::{World, region_with};

const TABLES: &[&str] = &["audit_event", "audit_person", "audit_leaf", "audit_checkpoint", "audit_cosignature"];

struct Region {
    world: World,
    db: Db,
    signer: Signer,
}

fn log_key() -> Signer {
    Signer::new(Kind::Log, "tsunagi.example/minato", &[1; 32]).expect("a name")
}

impl Region {
    /// A region in which a little has happened, numbered and signed.
    fn of(db: Db) -> Self {
        let world = region_with(db.clone(), crate::rooms, crate::hooks(), Box::new(SeededRandom::new(7)));
        let region = Self { world, db, signer: log_key() };
        region.world.person("hogo", "あんな");
        let key = region.signer.verifier().clone();
        region.world.app.app.act(Who::System, move |cx| open(cx, &key)).expect("a log");
        region.happen(6);
        region.number();
        region
    }

    /// Views of a list of several persons, which leave events with several persons.
    fn happen(&self, times: usize) {
        for _ in 0..times {
            self.world.clock.advance_minutes(1);
            let person = self.world.person("hogo", "たいち");
            self.world.as_worker("hogo").get(&format!("/persons/{person}")).assert_status(200);
            self.world.as_worker("hogo").get("/persons").assert_status(200);
        }
    }

    fn number(&self) {
        let app = &self.world.app.app;
        while app.act(Who::System, |cx| enter(cx, 5)).expect("numbered") > 0 {}
        let signer = self.signer.clone();
        app.act(Who::System, move |cx| sign(cx, &signer, true)).expect("signed");
    }

    fn asked(&self) -> Asked {
        let key = Some(self.signer.verifier().clone());
        Asked { key, minutes: 10, hours: 24, ..Asked::default() }
    }

    fn check(&self) -> Found {
        verify(&self.world.app.app, &self.asked(), &mut |_, _| {}).expect("it can be read")
    }

    /// A statement of somebody who holds the database: what refuses changes is taken away first.
    fn behind(&self, sql: &'static str) {
        let changed = self.db.write(move |tx| {
            if tx.engine() == Engine::Sqlite {
                for sql in [
                    "DROP TRIGGER IF EXISTS audit_event_no_UPDATE",
                    "DROP TRIGGER IF EXISTS audit_event_no_DELETE",
                    "DROP TRIGGER IF EXISTS audit_person_no_UPDATE",
                    "DROP TRIGGER IF EXISTS audit_person_no_DELETE",
                    "DROP TRIGGER IF EXISTS audit_leaf_no_UPDATE",
                    "DROP TRIGGER IF EXISTS audit_leaf_no_DELETE",
                    "DROP TRIGGER IF EXISTS audit_checkpoint_no_UPDATE",
                    "DROP TRIGGER IF EXISTS audit_checkpoint_no_DELETE",
                ] {
                    tx.run(sql, &v![])?;
                }
            } else {
                for sql in [
                    "DROP TRIGGER IF EXISTS audit_event_only_added ON audit_event",
                    "DROP TRIGGER IF EXISTS audit_person_only_added ON audit_person",
                    "DROP TRIGGER IF EXISTS audit_leaf_only_added ON audit_leaf",
                    "DROP TRIGGER IF EXISTS audit_checkpoint_only_added ON audit_checkpoint",
                ] {
                    tx.run(sql, &v![])?;
                }
            }
            tx.run(sql, &v![])
        });
        assert!(changed.expect("the statement runs") > 0, "nothing was changed: {sql}");
    }

    fn event_of(&self, seq: i64) -> base::EventId {
        let found = self
            .db
            .read(move |tx| tx.one("SELECT event_id FROM audit_leaf WHERE seq = $1", &v![seq], |row| row.get(0)));
        found.expect("it can be read").expect("there is such a leaf")
    }
}

both_engines!(a_trail_that_nobody_touched_is_straight, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    let found = region.check();
    assert!(found.is_straight(), "{:?}", found.wrong());
    assert!(found.report.size > 12, "{}", found.report.size);
    assert_eq!((found.report.signed, found.waiting), (found.report.size, 0));
    region.happen(2);
    let found = region.check();
    assert!(found.is_straight() && found.waiting > 0, "{:?}", found.wrong());
    region.number();
    let found = region.check();
    assert!(found.is_straight() && found.waiting == 0, "{:?}", found.wrong());
    assert_eq!(key_of(&region.world.app.app).expect("read"), Some(found.key));
});

both_engines!(a_changed_row_is_named, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.behind(
        "UPDATE audit_event SET basis = 'own' || basis WHERE id = (SELECT event_id FROM audit_leaf WHERE seq = 7)",
    );
    let found = region.check();
    assert_eq!(found.report.bent, [Bent::Changed { seq: 7 }]);
    let said = base::Msg::new("audit-bent-changed").arg("row", 7).arg("event", region.event_of(7));
    assert_eq!(found.wrong(), [said]);
});

both_engines!(a_deleted_row_is_named, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.behind("DELETE FROM audit_event WHERE id = (SELECT event_id FROM audit_leaf WHERE seq = 4)");
    let found = region.check();
    assert_eq!(found.report.bent, [Bent::Gone { seq: 4 }]);
});

both_engines!(two_rows_that_changed_places_are_named, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    // Their leaves too: then only the signature tells.
    region.behind(
        "UPDATE audit_leaf SET event_id = (SELECT o.event_id FROM audit_leaf o WHERE o.seq = 9 - audit_leaf.seq), \
         leaf = (SELECT o.leaf FROM audit_leaf o WHERE o.seq = 9 - audit_leaf.seq) WHERE seq IN (4, 5)",
    );
    let found = region.check();
    let size = found.report.size;
    assert_eq!(found.report.bent, [Bent::NotSigned { from: 0, to: size }, Bent::Edge]);
});

both_engines!(a_cut_end_is_told, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    let size = region.check().report.size;
    region.behind("DELETE FROM audit_leaf WHERE seq >= 10");
    let found = region.check();
    assert!(found.report.bent.contains(&Bent::Short { signed: size, found: 10 }), "{:?}", found.wrong());
    assert_eq!(found.strays.len() as u64, size - 10, "events without a number are named");
});

both_engines!(a_row_put_in_from_behind_is_named, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.behind(
        "INSERT INTO audit_event (id, at, act, basis, categories, shown) VALUES (5, 1792000000000000, 'person.open', 'own', 1, 1)",
    );
    let found = region.check();
    assert_eq!(found.strays, [base::EventId::from_raw(5)]);
    assert!(found.report.is_straight());
});

both_engines!(whoever_was_shown_cannot_be_added_exchanged_or_hidden, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.behind(
        "INSERT INTO audit_person (person_id, at, event_id) SELECT 77, e.at, e.id FROM audit_event e \
         JOIN audit_leaf l ON l.event_id = e.id WHERE l.seq = 3",
    );
    assert_eq!(region.check().report.bent, [Bent::Changed { seq: 3 }]);
    region.behind("DELETE FROM audit_person WHERE person_id = 77");
    assert!(region.check().is_straight());
    region.behind(
        "UPDATE audit_person SET at = at + 1 WHERE event_id = (SELECT l.event_id FROM audit_leaf l \
                   JOIN audit_person p ON p.event_id = l.event_id ORDER BY l.seq LIMIT 1)",
    );
    assert_eq!(region.check().report.bent.len(), 1);
    region.behind("INSERT INTO audit_person (person_id, at, event_id) VALUES (78, 1, 6)");
    assert_eq!(region.check().loose, 1);
});

both_engines!(an_event_that_waits_is_watched_too, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.happen(1);
    region.behind("UPDATE audit_event SET act = 'person.list' WHERE act = 'person.open' AND id IN (SELECT event_id FROM audit_pending)");
    assert_eq!(region.check().spoiled.len(), 1);
    // Once it has its number, it is the row that does not fit.
    region.number();
    let found = region.check();
    assert!(matches!(found.report.bent[..], [Bent::Changed { .. }]), "{:?}", found.wrong());
});

both_engines!(an_event_that_waits_too_long_is_told, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.happen(1);
    region.world.clock.advance_minutes(9);
    assert!(region.check().is_straight());
    region.world.clock.advance_minutes(9);
    let found = region.check();
    assert!(found.late.is_some() && !found.is_straight());
    // Numbered and not signed is late as well.
    let app = &region.world.app.app;
    while app.act(Who::System, |cx| enter(cx, 50)).expect("numbered") > 0 {}
    assert!(region.check().late.is_some());
    region.number();
    assert!(region.check().is_straight());
});

both_engines!(what_does_not_grow_out_of_the_last_signature_is_not_signed, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    region.happen(2);
    let app = &region.world.app.app;
    while app.act(Who::System, |cx| enter(cx, 50)).expect("numbered") > 0 {}
    region.behind("UPDATE audit_leaf SET leaf = (SELECT o.leaf FROM audit_leaf o WHERE o.seq = 0) WHERE seq = (SELECT max(seq) FROM audit_leaf)");
    let signer = region.signer.clone();
    let refused = app.act(Who::System, move |cx| sign(cx, &signer, true));
    assert!(
        matches!(&refused, Err(Problem::Internal(why)) if why.contains("behind the program's back")),
        "{refused:?}"
    );
});

both_engines!(the_triggers_refuse_every_change, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    for sql in [
        "UPDATE audit_event SET act = 'x'",
        "DELETE FROM audit_event",
        "UPDATE audit_person SET at = 1",
        "DELETE FROM audit_person",
        "UPDATE audit_leaf SET seq = seq + 1",
        "DELETE FROM audit_leaf",
        "UPDATE audit_checkpoint SET note = 'x'",
        "DELETE FROM audit_checkpoint",
    ] {
        let refused = region.db.write(move |tx| tx.run(sql, &v![]));
        assert!(matches!(&refused, Err(Problem::Internal(why)) if why.contains("only added")), "{sql}: {refused:?}");
    }
    assert!(TABLES.iter().all(|table| crate::audit::MIGRATIONS[1].sql.contains(&format!("/* only added: {table} */"))));
    assert!(region.check().is_straight());
});

both_engines!(what_was_written_before_there_was_a_tree_gets_its_place, &crate::migrations(), |db: Db| {
    let world = region_with(db.clone(), crate::rooms, crate::hooks(), Box::new(SeededRandom::new(7)));
    let region = Region { world, db, signer: log_key() };
    region.happen(3);
    // As an older version of the program left it.
    let older = region.db.write(|tx| tx.run("DELETE FROM audit_pending", &v![])).expect("deleted");
    let key = region.signer.verifier().clone();
    region.world.app.app.act(Who::System, move |cx| open(cx, &key)).expect("a log");
    region.number();
    let found = region.check();
    assert!(found.is_straight(), "{:?}", found.wrong());
    assert_eq!(found.report.size, older);
});

both_engines!(several_servers_number_at_once_and_leave_one_row_of_numbers, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    let threads: Vec<_> = (0..3)
        .map(|_| {
            let app = region.world.app.app.clone();
            std::thread::spawn(move || {
                for _ in 0..15 {
                    app.act(Who::System, |cx| crate::audit::record(cx, crate::audit::Event::of("audit.read")))
                        .expect("recorded");
                    app.act(Who::System, |cx| enter(cx, 4)).expect("numbered, by whomever");
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("no server fails");
    }
    region.number();
    let found = region.check();
    assert!(found.is_straight(), "{:?}", found.wrong());
    assert_eq!(found.waiting, 0);
});

both_engines!(a_log_is_not_opened_with_another_key, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    let other = Signer::new(Kind::Log, "tsunagi.example/minato", &[2; 32]).expect("a name").verifier().clone();
    let refused = region.world.app.app.act(Who::System, move |cx| open(cx, &other));
    assert!(matches!(&refused, Err(Problem::Internal(why)) if why.contains("another key")), "{refused:?}");
});

both_engines!(a_witness_signs_what_grows_and_finds_what_was_cut, &crate::migrations(), |db: Db| {
    let region = Region::of(db);
    let app = &region.world.app.app;
    let witness = Signer::new(Kind::Witness, "witness.example/w1", &[3; 32]).expect("a name");
    let (logs, mut heads) = ([region.signer.verifier().clone()], Heads::default());
    let mut ask = |request: ledger::witness::Request| {
        let said = answer(&logs, &witness, &heads, &request.to_string(), 1_795_000_000);
        if let Answer::Cosigned(_, head) = &said {
            heads.keep(head.clone());
        }
        (said.status(), said.body(), request.note)
    };
    let next = |key: &ledger::Verifier| {
        let key = key.clone();
        app.act(Who::System, move |cx| to_witness(cx, &key)).expect("asked")
    };
    let key = witness.verifier().clone();
    for _ in 0..3 {
        let (status, body, note) = ask(next(&key).expect("there is something to sign"));
        assert_eq!(status, 200);
        let by = key.clone();
        assert!(app.act(Who::System, move |cx| answered(cx, &by, &note, &body)).expect("kept"));
        assert!(next(&key).is_none(), "nothing new");
        region.happen(2);
        region.number();
    }
    let newest = ask(next(&key).expect("something to sign"));
    assert_eq!(newest.0, 200);
    // The answer was lost on the way: the log asks as before, and is told what was signed.
    let (status, body, _) = ask(next(&key).expect("not kept"));
    assert_eq!(status, 409);
    let size = ledger::witness::read_conflict(&body).expect("a size");
    assert!(app.act(Who::System, move |cx| asked_again(cx, size)).expect("known").is_none());
    let beyond = app.act(Who::System, move |cx| asked_again(cx, size + 1));
    assert!(matches!(&beyond, Err(Problem::Internal(why)) if why.contains("backup was restored")), "{beyond:?}");
    // With the witness's key the check says how far it signed, and a cut end is found by its head.
    let mut asked = Asked { witnesses: vec![key.clone()], hours: 1_000_000, ..region.asked() };
    let found = verify(app, &asked, &mut |_, _| {}).expect("read");
    assert!(found.is_straight(), "{:?}", found.wrong());
    assert!(found.report.witnessed[0].1.is_some());
    asked.heads = vec![(size + 1, ledger::Hash::empty())];
    let found = verify(app, &asked, &mut |_, _| {}).expect("read");
    assert_eq!(found.report.bent, [Bent::Short { signed: size + 1, found: size }]);
    // Somebody else's signature is not kept.
    let stranger = Signer::new(Kind::Witness, "witness.example/w2", &[4; 32]).expect("a name").verifier().clone();
    let (_, body, note) = newest;
    assert!(!app.act(Who::System, move |cx| answered(cx, &stranger, &note, &body)).expect("looked at"));
});
