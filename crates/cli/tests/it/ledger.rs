//! The ledger of the audit trail from outside: a witness over HTTP, the key's file, `tsunagi verify` on a file that
//! somebody has worked on.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, mpsc};

use base::{OsRandom, SystemClock, random_token};
use db::{Db, DbConfig, v};
use house::House;
use house::ledger::{Desk, Keeper, Witnesses, make_key, read_key, witness_router};
use house::setup::{First, add};
use ledger::Verifier;
use ledger::key::Kind;
use ledger::witness::Heads;
use people::audit::ledger::{Asked, verify};
use web::{Config, Who};

/// A fresh installation in a folder of its own, removed in the end.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("tsunagi-ledger-{}", random_token(&OsRandom)));
        std::fs::create_dir(&folder).expect("a folder");
        Self(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn house(&self) -> House {
        let store = DbConfig::Sqlite { path: self.file("a.db"), readers: 1 };
        House::open(&store, Config::default(), Box::new(SystemClock), Box::new(OsRandom)).expect("opens")
    }

    fn keeper(&self, house: &House, witnesses: &Witnesses) -> Keeper {
        let witnesses = witnesses.read().expect("each with its key");
        Keeper::open(&house.app, &self.file("a.ledger-key"), witnesses).expect("opens").expect("has its key")
    }

    fn verify(&self, more: &[&str]) -> (bool, String) {
        let out = Command::new(env!("CARGO_BIN_EXE_tsunagi"))
            .args(["verify", "--data"])
            .arg(self.file("a.db"))
            .args(more)
            .output()
            .expect("it runs");
        (out.status.success(), String::from_utf8_lossy(&out.stdout).into_owned())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn set_up(house: &House) {
    let first = First {
        kind: "mhwc".to_owned(),
        agency: "みなとこころの相談センター".to_owned(),
        login: "haru".to_owned(),
        name: "酒井 はる".to_owned(),
        password: "an invented first password".to_owned(),
    };
    add(&house.app, &first).expect("set up");
}

fn happen(house: &House) {
    let something = |cx: &mut web::Cx<'_>| people::audit::record(cx, people::audit::Event::of("audit.read"));
    for _ in 0..7 {
        house.app.act(Who::System, something).expect("recorded");
    }
}

/// A witness that serves until the test ends: its address.
fn witness(place: &Place, log: &Verifier) -> (String, Verifier) {
    let path = place.file("w.key");
    let known = read_key(&path, Kind::Witness).expect("readable");
    let signer =
        known.unwrap_or_else(|| make_key(&path, Kind::Witness, "witness.example/w1", &OsRandom).expect("made"));
    let key = signer.verifier().clone();
    let desk = Desk::open(vec![log.clone()], signer, Box::new(SystemClock), &place.file("w.state")).expect("opens");
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
            tell.send(listener.local_addr().expect("bound")).expect("the test waits");
            axum::serve(listener, witness_router(Arc::new(desk))).await.expect("serves");
        });
    });
    (format!("http://{}", told.recv().expect("it listens")), key)
}

fn witnesses(url: &str, key: &Verifier) -> Witnesses {
    #[derive(clap::Parser)]
    struct Line {
        #[command(flatten)]
        witnesses: Witnesses,
    }
    let key = key.to_string();
    <Line as clap::Parser>::parse_from(["test", "--witness", url, "--witness-key", &key]).witnesses
}

#[test]
fn a_witness_signs_over_http_and_remembers_over_a_restart() {
    let place = Place::new();
    let house = place.house();
    set_up(&house);
    let log = place.keeper(&house, &Witnesses::default()).key().clone();
    let asked = |key: &Verifier| Asked { witnesses: vec![key.clone()], minutes: 10, hours: 24, ..Asked::default() };
    let mut signed = 0;
    // Each round is another process of the witness: what it signed last stands in its file.
    for _ in 0..3 {
        let (url, key) = witness(&place, &log);
        let keeper = place.keeper(&house, &witnesses(&url, &key));
        happen(&house);
        keeper.round(&house.app, true).expect("numbered and signed");
        keeper.ask(&house.app);
        let found = verify(&house.app, &asked(&key), &mut |_, _| {}).expect("read");
        assert!(found.is_straight(), "{:?}", found.wrong());
        let (size, _) = found.report.witnessed[0].1.expect("it has signed");
        assert_eq!(size, found.report.size);
        assert!(size > signed);
        signed = size;
    }
    // A witness whose memory was damaged does not start as if it had none.
    std::fs::write(place.file("w.state"), "half a lin").expect("written");
    let signer = read_key(&place.file("w.key"), Kind::Witness).expect("readable").expect("there");
    assert!(Desk::open(vec![log], signer, Box::new(SystemClock), &place.file("w.state")).is_err());
}

#[test]
fn a_database_that_was_put_back_is_not_witnessed() {
    let place = Place::new();
    let house = place.house();
    set_up(&house);
    let log = place.keeper(&house, &Witnesses::default()).key().clone();
    let (url, key) = witness(&place, &log);
    let keeper = place.keeper(&house, &witnesses(&url, &key));
    keeper.round(&house.app, true).expect("signed");
    keeper.ask(&house.app);
    house.app.db().clone().close();
    drop(house);
    // With what stands in its log: the file alone is not the database.
    let backup = ["a.db", "a.db-wal"].map(|name| (name, std::fs::read(place.file(name)).ok()));
    let house = place.house();
    happen(&house);
    keeper.round(&house.app, true).expect("signed");
    keeper.ask(&house.app);
    let newest = std::fs::read_to_string(place.file("w.state")).expect("read");
    house.app.db().clone().close();
    drop(house);
    // Everything after the backup is gone, signatures too. The trail alone is straight; the witness knows better.
    for name in ["a.db", "a.db-wal", "a.db-shm"] {
        let _ = std::fs::remove_file(place.file(name));
    }
    for (name, bytes) in backup {
        if let Some(bytes) = bytes {
            std::fs::write(place.file(name), bytes).expect("put back");
        }
    }
    let house = place.house();
    for _ in 0..2 {
        happen(&house);
    }
    keeper.round(&house.app, true).expect("signed");
    keeper.ask(&house.app);
    assert_eq!(std::fs::read_to_string(place.file("w.state")).expect("read"), newest, "nothing else was signed");
    let mut asked = Asked { key: Some(log.clone()), minutes: 10, ..Asked::default() };
    let alone = verify(&house.app, &asked, &mut |_, _| {}).expect("read");
    assert!(alone.is_straight() && alone.report.size > 0, "{:?}", alone.wrong());
    let witnessed = Heads::parse(&newest).expect("what a witness keeps").of(log.name());
    assert_ne!(witnessed.0, 0);
    asked.heads.push(witnessed);
    let found = verify(&house.app, &asked, &mut |_, _| {}).expect("read");
    assert!(!found.is_straight(), "the witness's head shows it");
}

/// Works on the file as somebody does who holds it: what refuses changes is taken away first.
fn behind(path: &Path, sql: &'static str) {
    let db = Db::open(&DbConfig::Sqlite { path: path.to_owned(), readers: 1 }, &house::migrations()).expect("opens");
    db.write(move |tx| {
        for refusal in ["DROP TRIGGER audit_event_no_UPDATE", "DROP TRIGGER audit_event_no_DELETE"] {
            tx.run(refusal, &v![])?;
        }
        tx.run(sql, &v![])
    })
    .expect("changed");
    db.close();
}

#[test]
fn verify_says_what_was_changed_and_ends_with_1() {
    let place = Place::new();
    let house = place.house();
    set_up(&house);
    let keeper = place.keeper(&house, &Witnesses::default());
    happen(&house);
    keeper.round(&house.app, true).expect("signed");
    let key = keeper.key().to_string();
    house.app.db().clone().close();
    drop(house);
    let (straight, said) = place.verify(&["--key", &key]);
    assert!(straight && said.contains(&key), "{said}");
    assert!(place.verify(&[]).0, "the key in the database is believed");
    let other = read_key(&place.file("a.ledger-key"), Kind::Log).expect("readable").expect("there");
    let stranger = ledger::Signer::new(Kind::Log, other.verifier().name(), &[9; 32]).expect("a name");
    assert!(!place.verify(&["--key", &stranger.verifier().to_string()]).0, "another key of the same name");
    behind(
        &place.file("a.db"),
        "UPDATE audit_event SET basis = 'own' WHERE id = (SELECT event_id FROM audit_leaf WHERE seq = 3)",
    );
    let (straight, said) = place.verify(&["--key", &key]);
    assert!(!straight, "{said}");
    assert!(said.contains("3番の記録が書き換えられています"), "{said}");
}

#[test]
fn a_copy_without_the_key_is_looked_at_and_not_signed() {
    let place = Place::new();
    let house = place.house();
    set_up(&house);
    place.keeper(&house, &Witnesses::default()).round(&house.app, true).expect("signed");
    let none = Keeper::open(&house.app, &place.file("elsewhere.key"), Vec::new()).expect("opens");
    assert!(none.is_none());
    assert!(!place.file("elsewhere.key").exists(), "a second key would be a second log");
    make_key(&place.file("another.key"), Kind::Log, "another", &OsRandom).expect("made");
    assert!(Keeper::open(&house.app, &place.file("another.key"), Vec::new()).is_err(), "the key of another log");
}
