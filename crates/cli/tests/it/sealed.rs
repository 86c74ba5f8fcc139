//! What is written about persons stands in no file: not in the database, its log or a dump. And the key that opens it.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use base::{OsRandom, Problem, SystemClock, random_token};
use db::{DbConfig, Engine, v};
use house::House;
use house::vault::{self, SealKey, rotate};
use people::vault::standing_open;
use seal::Master;
use web::{App, Config};

use super::world::build;

/// Pieces of what the test world writes down: entries of every category, and each text of its hand-overs.
const WRITTEN: [&str; 7] =
    [" by hogo", " by clinic", "静かに話", "夜眠れない", "正面の入口", "二人で見に行く", "会ってみたい"];

/// Everything that the database keeps, as whoever copies it gets it.
fn everything(config: &DbConfig, app: &App) -> Vec<u8> {
    match config {
        DbConfig::Sqlite { path, .. } => {
            let wal = PathBuf::from(format!("{}-wal", path.display()));
            [fs::read(path).expect("the file"), fs::read(wal).expect("its log")].concat()
        }
        DbConfig::Postgres { .. } => {
            let dump = "SELECT CAST(schema_to_xml(current_schema(), TRUE, FALSE, '') AS TEXT)";
            let dump = app.db().read(move |tx| tx.one(dump, &v![], |row| row.get::<String>(0)));
            dump.expect("a dump").expect("one row").into_bytes()
        }
    }
}

fn holds(all: &[u8], text: &str) -> bool {
    all.windows(text.len()).any(|part| part == text.as_bytes())
}

fn nothing_is_readable(engine: Engine) {
    let world = build(engine);
    let app = &world.world.app.app;
    for column in house::sealed() {
        let open = app.db().read(move |tx| standing_open(tx, column, 9)).expect("readable");
        assert_eq!(open, 0, "{} stands open", column.name);
    }
    let all = everything(world.db.config(), app);
    assert!(holds(&all, "あんな"), "names stay readable; without one this test would look at nothing");
    for text in WRITTEN {
        assert!(!holds(&all, text), "`{text}` stands in the database");
    }
}

#[test]
fn nothing_that_was_written_is_readable_in_the_file_or_its_log() {
    nothing_is_readable(Engine::Sqlite);
}

#[test]
fn nothing_that_was_written_is_readable_in_a_dump() {
    nothing_is_readable(Engine::Postgres);
}

/// A folder with a database, removed in the end.
struct Place(PathBuf);

impl Place {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("tsunagi-seal-{}", random_token(&OsRandom)));
        fs::create_dir(&folder).expect("a folder");
        Self(folder)
    }

    fn data(&self) -> PathBuf {
        self.0.join("a.db")
    }

    fn key(&self) -> PathBuf {
        self.0.join("a.seal-key")
    }

    fn house(&self) -> House {
        let store = DbConfig::Sqlite { path: self.data(), readers: 1 };
        House::open(&store, Config::default(), Box::new(SystemClock), Box::new(OsRandom)).expect("opens")
    }

    fn open(&self) -> base::Outcome<vault::Opened> {
        SealKey::default().open(&self.house().app, &self.data(), &mut |_| {})
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn id(path: &Path) -> seal::KeyId {
    vault::read(path).expect("readable").expect("there").id()
}

#[test]
fn the_first_start_makes_a_key_that_only_its_owner_may_read_and_a_start_without_it_is_refused() {
    let place = Place::new();
    assert_eq!(place.open().expect("opens").made, Some(place.key()));
    assert_eq!(fs::metadata(place.key()).expect("there").permissions().mode() & 0o777, 0o600);
    assert_eq!(place.open().expect("opens").made, None, "it is made once");

    let away = place.0.join("away");
    fs::rename(place.key(), &away).expect("moved");
    let refused = place.open().expect_err("the key is not there");
    assert!(matches!(&refused, Problem::Refused(msg) if msg.key == "vault-key-missing"), "{refused:?}");
    assert!(!place.key().exists(), "no other key is made for data that is sealed already");

    vault::write_new(&place.key(), &Master::new([9; 32])).expect("another key");
    let refused = place.open().expect_err("it is another key");
    assert!(matches!(&refused, Problem::Refused(msg) if msg.key == "vault-key-other"), "{refused:?}");
}

#[test]
fn a_changed_key_is_in_its_place_and_the_old_one_opens_nothing() {
    let place = Place::new();
    place.open().expect("opens");
    let before = id(&place.key());
    let out = Command::new(env!("CARGO_BIN_EXE_tsunagi"))
        .args(["key", "rotate", "--data"])
        .arg(place.data())
        .output()
        .expect("it runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let (after, kept) = (id(&place.key()), place.0.join(format!("a.seal-key.{before}")));
    assert_ne!(after, before);
    assert_eq!(id(&kept), before, "for backups from before");
    place.open().expect("the new one fits");

    fs::remove_file(place.key()).expect("removed");
    fs::rename(kept, place.key()).expect("put back");
    assert!(place.open().is_err(), "the old one opens nothing any more");
}

#[test]
fn a_change_that_was_broken_off_before_the_files_changed_places_is_finished_by_the_next_start() {
    let place = Place::new();
    place.open().expect("opens");
    let house = place.house();
    let (before, data) = (fs::read(place.key()).expect("there"), place.data());
    let rotated = rotate(&house.app, &SealKey::default(), &data, &(Arc::new(|_| {}) as Arc<_>)).expect("changed");
    // As it lay on the disk between the commit and the new names.
    fs::rename(place.key(), place.0.join("a.seal-key.next")).expect("moved");
    fs::rename(rotated.old.expect("kept"), place.key()).expect("moved");
    assert_eq!(fs::read(place.key()).expect("there"), before);

    place.open().expect("finds the key that fits");
    assert_eq!(id(&place.key()), rotated.key);
    assert!(!place.0.join("a.seal-key.next").exists());
}
