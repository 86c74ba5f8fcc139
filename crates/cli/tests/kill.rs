//! The server is killed at random moments under load: what it said was done is done, and nothing is half done.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base::{OsRandom, Random, SystemClock};
use db::DbConfig;
use house::House;
use house::setup::{First, add};
use web::Config;

/// How often; the long form does more.
const ROUNDS: usize = 50;
const LOGIN: &str = "kill.test";
const PASSWORD: &str = "stays after the fall";

struct Server {
    child: Child,
    url: String,
}

fn start(data: &Path) -> Server {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tsunagi"))
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    let out = child.stdout.take().expect("piped");
    let line = BufReader::new(out).lines().map_while(Result::ok).find(|l| l.contains("http://")).expect("says where");
    let at = line.find("http://").expect("an address");
    Server { child, url: line[at..].trim_end_matches('/').to_owned() }
}

fn sign_in(url: &str) -> Option<String> {
    let body = serde_json::json!({ "login": LOGIN, "password": PASSWORD });
    let mut reply = ureq::post(format!("{url}/api/v1/sessions")).send_json(&body).ok()?;
    let json: serde_json::Value = reply.body_mut().read_json().ok()?;
    json["token"].as_str().map(str::to_owned)
}

fn pause(random: &dyn Random) -> Duration {
    let mut byte = [0_u8; 1];
    random.fill(&mut byte);
    Duration::from_millis(20 + u64::from(byte[0]))
}

#[test]
fn no_acknowledged_act_is_lost() {
    let folder = std::env::temp_dir().join(format!("tsunagi-kill-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let data = folder.join("kill.db");
    let store = DbConfig::Sqlite { path: data.clone(), readers: 1 };
    let house = House::open(&store, Config::default(), Box::new(SystemClock), Box::new(OsRandom)).expect("opens");
    let first = First {
        kind: "mhwc".to_owned(),
        agency: "みなとこころの相談センター".to_owned(),
        login: LOGIN.to_owned(),
        name: "検査 まこと".to_owned(),
        password: PASSWORD.to_owned(),
    };
    add(&house.app, &first).expect("set up");
    house.app.db().clone().close();
    drop(house);

    let acknowledged: Arc<Mutex<Vec<String>>> = Arc::default();
    for round in 0..ROUNDS {
        let mut server = start(&data);
        let token = sign_in(&server.url).expect("can sign in after every fall");
        let stop = Arc::new(AtomicBool::new(false));
        let writers: Vec<_> = (0..4)
            .map(|writer| {
                let (url, token) = (server.url.clone(), token.clone());
                let (stop, acknowledged) = (Arc::clone(&stop), Arc::clone(&acknowledged));
                std::thread::spawn(move || {
                    for n in 0.. {
                        if stop.load(Ordering::Relaxed) {
                            break;
                        }
                        let name = format!("r{round}w{writer}n{n}");
                        if register(&url, &token, &name) {
                            acknowledged.lock().expect("no writer panics").push(name);
                        }
                    }
                })
            })
            .collect();
        std::thread::sleep(pause(&OsRandom));
        server.child.kill().expect("SIGKILL");
        let _ = server.child.wait();
        stop.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.join().expect("a writer ends");
        }
    }
    let done = acknowledged.lock().expect("no writer panics").clone();
    assert!(done.len() > ROUNDS, "too few acts for a test: {}", done.len());
    check(&store, &done);
    check_trail(&store, &data.with_extension("ledger-key"));
    let _ = std::fs::remove_dir_all(&folder);
}

/// Registers a person with a fact and so in several tables; true when the server said that it is done.
fn register(url: &str, token: &str, name: &str) -> bool {
    let body = serde_json::json!({
        "name": name, "dependence": ["stimulants"], "contact": { "phone": "000-0000-0001" },
    });
    ureq::post(format!("{url}/api/v1/persons"))
        .header("authorization", &format!("Bearer {token}"))
        .send_json(&body)
        .is_ok_and(|reply| reply.status() == 200)
}

/// The audit trail is whole: numbering fell with the server each time, and went on where it stood.
fn check_trail(store: &DbConfig, key: &Path) {
    let house = House::open(store, Config::default(), Box::new(SystemClock), Box::new(OsRandom)).expect("opens");
    let keeper = house::ledger::Keeper::open(&house.app, key, Vec::new()).expect("opens").expect("has its key");
    keeper.round(&house.app, true).expect("what was left is numbered and signed");
    let asked = people::audit::ledger::Asked { key: Some(keeper.key().clone()), minutes: 10, ..Default::default() };
    let found = people::audit::ledger::verify(&house.app, &asked, &mut |_, _| {}).expect("read");
    assert!(found.is_straight(), "{:?}", found.wrong());
    assert_eq!(found.report.signed, found.report.size);
    house.app.db().clone().close();
}

/// Everybody who was acknowledged is there, whole: person, involvement, both facts, audit row; and nobody by half.
fn check(store: &DbConfig, done: &[String]) {
    let db = db::Db::open(store, &house::migrations()).expect("the database opens after fifty falls");
    let names: std::collections::BTreeSet<String> = db
        .read(|tx| tx.all("SELECT name FROM person", &db::v![], |row| row.get::<String>(0)))
        .expect("readable")
        .into_iter()
        .collect();
    for name in done {
        assert!(names.contains(name), "{name} was acknowledged and is gone");
    }
    let halves = "SELECT count(*) FROM person p WHERE \
        (SELECT count(*) FROM involvement i WHERE i.person_id = p.id) <> 1 \
        OR (SELECT count(*) FROM entry e WHERE e.person_id = p.id) <> 2 \
        OR (SELECT count(*) FROM listing l WHERE l.person_id = p.id) <> 1 \
        OR (SELECT count(*) FROM audit_person a WHERE a.person_id = p.id) <> 1";
    let halves = db.read(move |tx| tx.one(halves, &db::v![], |row| row.get::<i64>(0))).expect("readable");
    assert_eq!(halves, Some(0), "some acts are half done");
    db.close();
}
