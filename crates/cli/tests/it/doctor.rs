//! `tsunagi doctor`: all is well, and one thing after another is not.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use base::{OsRandom, SystemClock, random_token};
use db::testing::TestDb;
use db::{Db, DbConfig, Engine, v};
use house::House;
use house::doctor::{Patient, State};
use house::ledger::{Keeper, KeyFile};
use house::settings::{Asked, Serving, Store};
use house::vault::SealKey;
use web::{Config, Who};

struct Place {
    folder: PathBuf,
    url: Option<String>,
}

impl Place {
    /// An installation as it stands after its first start.
    fn started(url: Option<String>) -> Self {
        let folder = std::env::temp_dir().join(format!("tsunagi-doctor-{}", random_token(&OsRandom)));
        fs::create_dir(&folder).expect("a folder");
        let place = Self { folder, url };
        let store = place.patient().store.db();
        let house = House::open(&store, Config::default(), Box::new(SystemClock), Box::new(OsRandom)).expect("opens");
        SealKey::default().open(&house.app, &place.data(), &mut |_| {}).expect("a key is made");
        let keeper = Keeper::open(&house.app, &KeyFile::default().path(&place.data()), Vec::new()).expect("opens");
        let event = |cx: &mut web::Cx<'_>| people::audit::record(cx, people::audit::Event::of("audit.read"));
        house.app.act(Who::System, event).expect("recorded");
        keeper.expect("has its key").round(&house.app, true).expect("signed");
        house.app.db().clone().close();
        place
    }

    fn data(&self) -> PathBuf {
        self.folder.join("a.db")
    }

    fn patient(&self) -> Patient {
        Patient {
            store: Store { data: self.data(), database_url: self.url.clone(), database_ca: None, readers: 1 },
            seal_key: SealKey::default(),
            ledger_key: KeyFile::default(),
            serving: Serving {
                listen: "127.0.0.1:8080".parse().expect("an address"),
                base_url: Some("https://tsunagi.example.jp".to_owned()),
                region: "みなと県".to_owned(),
                mail_from: None,
                smtp_url: None,
                idle_minutes: 15,
                source_url: None,
                second_factor: Asked::Offices,
                emergency_minutes: 60,
                persons_an_hour: 40,
                requests_a_minute: 300,
            },
        }
    }

    /// What the doctor finds that is not as it should be.
    fn found(&self) -> Vec<&'static str> {
        let lines = self.patient().examine(Box::new(SystemClock), Box::new(OsRandom)).expect("a doctor always answers");
        lines.into_iter().filter(|line| line.state != State::Well).map(|line| line.said.key).collect()
    }

    fn change(&self, sql: &'static str) {
        let db = Db::open(&self.patient().store.db(), &house::migrations()).expect("opens");
        db.write(move |tx| tx.run(sql, &v![])).expect("changed");
        db.close();
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn away(path: &Path) -> PathBuf {
    let to = path.with_extension("away");
    fs::rename(path, &to).expect("moved");
    to
}

fn one_thing_after_another(place: &Place) {
    assert_eq!(place.found(), Vec::<&str>::new(), "all is well");

    let key = place.folder.join("a.seal-key");
    let kept = away(&key);
    assert_eq!(place.found(), ["doctor-seal-missing"]);
    house::vault::write_new(&key, &seal::Master::new([1; 32])).expect("another key");
    assert_eq!(place.found(), ["doctor-seal-other"]);
    fs::rename(kept, &key).expect("put back");

    let key = place.folder.join("a.ledger-key");
    let kept = away(&key);
    assert_eq!(place.found(), ["doctor-trail-key-missing"]);
    fs::rename(kept, &key).expect("put back");

    place.change(
        "INSERT INTO entry (person_id, id, kind, label, author_agency, author_worker, at, body) \
         VALUES (1, 1, 'note', 1, 1, 1, 1, 'open')",
    );
    assert_eq!(place.found(), ["doctor-open"]);
    place.change("DELETE FROM entry");
    place.change("UPDATE audit_log SET size = size + 1");
    assert_eq!(place.found(), ["doctor-trail-bent"]);
    place.change("UPDATE audit_log SET size = size - 1");

    place.change("DELETE FROM schema_migration WHERE id = 'vault-1'");
    assert_eq!(place.found(), ["doctor-older"], "and it is left as it is");
    assert_eq!(place.found(), ["doctor-older"]);
}

#[test]
fn the_doctor_finds_one_thing_after_another() {
    let place = Place::started(None);
    one_thing_after_another(&place);
    fs::set_permissions(place.data(), fs::Permissions::from_mode(0o644)).expect("changed");
    assert_eq!(place.found(), ["doctor-readable", "doctor-older"]);
    fs::remove_file(place.data()).expect("removed");
    assert_eq!(place.found(), ["doctor-away"]);
    assert!(!place.data().exists(), "a doctor makes nothing");
}

#[test]
fn the_doctor_finds_the_same_on_postgres() {
    let db = TestDb::new(Engine::Postgres, &[]);
    let DbConfig::Postgres { url, .. } = db.config() else { panic!("this is PostgreSQL") };
    one_thing_after_another(&Place::started(Some(url.clone())));
}

#[test]
fn unsafe_settings_are_told() {
    let place = Place::started(None);
    let mut patient = place.patient();
    patient.serving.base_url = Some("http://tsunagi.example.jp".to_owned());
    patient.serving.listen = "0.0.0.0:8080".parse().expect("an address");
    patient.serving.smtp_url = Some("smtp://mail.example.jp".to_owned());
    patient.serving.second_factor = Asked::Nobody;
    patient.serving.idle_minutes = 600;
    let lines = patient.examine(Box::new(SystemClock), Box::new(OsRandom)).expect("an answer");
    let told: Vec<_> = lines.iter().filter(|line| line.state != State::Well).map(|line| line.said.key).collect();
    assert_eq!(told, ["doctor-plain-http", "doctor-listens", "doctor-idle", "doctor-one-factor", "doctor-plain-mail"]);
}

#[test]
fn the_command_says_a_line_each_and_ends_with_1_if_anything_is_bad() {
    let place = Place::started(None);
    let run = || {
        let out = Command::new(env!("CARGO_BIN_EXE_tsunagi"))
            .args(["doctor", "--base-url", "https://tsunagi.example.jp", "--data"])
            .arg(place.data())
            .output()
            .expect("it runs");
        (out.status.code(), String::from_utf8_lossy(&out.stdout).into_owned())
    };
    let (code, said) = run();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.lines().count() >= 7 && said.lines().all(|line| line.starts_with("よい")), "{said}");
    away(&place.folder.join("a.seal-key"));
    let (code, said) = run();
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("異常") && said.contains("記載を封じる鍵"), "{said}");
}
