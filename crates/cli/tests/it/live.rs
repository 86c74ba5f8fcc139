//! Stories over HTTP against a server that is running, whose clock an administrator may move.

use std::sync::Arc;
use std::sync::mpsc;

use base::{Clock, OsRandom, Outcome};
use db::testing::TestDb;
use db::{Engine, Migration};
use house::House;
use house::scenario::clock::{MovedClock, with_door};
use house::scenario::stage::{CLOCK, HouseStage, LiveStage, long_sessions};
use house::scenario::{Stage, Story, book, run};
use house::setup::{First, add};
use serde_json::json;
use web::Config;

const PASSWORD: &str = "とても長い合言葉です2026";

struct Server {
    url: String,
    clock: Arc<MovedClock>,
    _db: TestDb,
}

/// A server on a port of its own, with its first administrator.
fn server(can_move: bool) -> Server {
    let migrations: Vec<Migration> = house::migrations();
    let db = TestDb::new(Engine::Sqlite, &migrations);
    let clock = Arc::new(MovedClock::new());
    let config = long_sessions(Config::default());
    let house = House::with_clock((*db).clone(), config, Arc::clone(&clock), Box::new(OsRandom)).expect("a house");
    let first = First {
        kind: "mhwc".to_owned(),
        agency: "運営".to_owned(),
        login: "root.admin".to_owned(),
        name: "管理".to_owned(),
        password: PASSWORD.to_owned(),
    };
    add(&house.app, &first).expect("the first administrator");
    let house = if can_move { with_door(house, Arc::clone(&clock)) } else { house };
    let (tell, hear) = mpsc::channel();
    std::thread::spawn(move || serve(house, tell));
    let address: std::net::SocketAddr = hear.recv().expect("the server listens");
    Server { url: format!("http://{address}"), clock, _db: db }
}

fn serve(house: House, tell: mpsc::Sender<std::net::SocketAddr>) -> Outcome<()> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let listen = ([127, 0, 0, 1], 0).into();
    runtime.block_on(house::serve::run(house, listen, None, move |address| {
        let _ = tell.send(address);
    }))
}

fn stories(names: &[&str]) -> (house::scenario::Region, Vec<Story>) {
    let region = book::region().expect("the region");
    let mut stories = book::stories(&region).expect("the stories");
    stories.retain(|story| names.contains(&story.file.as_str()));
    assert_eq!(stories.len(), names.len());
    (region, stories)
}

#[test]
fn stories_are_played_on_a_running_server_and_can_be_played_again() {
    let server = server(true);
    let (region, stories) = stories(&["021.toml", "040.toml"]);
    for _ in 0..2 {
        let mut stage = LiveStage::new(&server.url, "root.admin", PASSWORD).expect("the server lets us");
        let mut failures = Vec::new();
        let tally = run::run(&mut stage, &region, &stories, true, &mut |ran| failures.extend(ran.failure.clone()));
        assert_eq!(tally.expect("no trouble").failed, 0, "{failures:#?}");
    }
    assert!(
        server.clock.now().date_jst().days_until(base::SystemClock.now().date_jst()).abs() <= 1,
        "the clock goes right"
    );
}

#[test]
fn without_the_flag_the_runner_says_what_to_do() {
    let server = server(false);
    let trouble = LiveStage::new(&server.url, "root.admin", PASSWORD).err().expect("the clock cannot be moved");
    assert!(trouble.0.contains("tsunagi serve --scenario-clock"), "{trouble}");
    let trouble = LiveStage::new(&server.url, "root.admin", "wrong").err().expect("nobody may in");
    assert!(trouble.0.contains("cannot sign in"), "{trouble}");
    let trouble = LiveStage::new("http://127.0.0.1:1", "root.admin", PASSWORD).err().expect("nobody is there");
    assert!(trouble.0.contains("cannot be reached"), "{trouble}");
}

#[test]
fn only_an_administrator_moves_the_clock_and_never_to_before_the_start() {
    let server = server(true);
    let (region, _) = stories(&[]);
    let mut stage = LiveStage::new(&server.url, "root.admin", PASSWORD).expect("the server lets us");
    let ground = stage.ground(&region).expect("the region is there");
    let ask = |token: Option<&str>, now: serde_json::Value| {
        let mut request = ureq::post(format!("{}{CLOCK}", server.url)).config().http_status_as_error(false).build();
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        request.send_json(json!({ "now": now })).expect("an answer").status().as_u16()
    };
    let before = server.clock.now();
    let later = json!(before.plus_days(3));
    assert_eq!(ask(None, later.clone()), 401);
    let token = |login: &str, password: &str| {
        let body = json!({ "login": login, "password": password });
        let mut answer = ureq::post(format!("{}/api/v1/sessions", server.url)).send_json(body).expect("an answer");
        let answer: serde_json::Value = answer.body_mut().read_json().expect("JSON");
        answer["token"].as_str().expect("a session").to_owned()
    };
    assert_eq!(ask(Some(&token("sakai", &ground.password)), later.clone()), 403);
    let admin = token("root.admin", PASSWORD);
    assert_eq!(ask(Some(&admin), json!(before.plus_days(-2))), 422);
    assert_eq!(ask(Some(&admin), json!("tomorrow")), 422);
    assert_eq!(ask(Some(&admin), later), 200);
    assert!(server.clock.now() >= before.plus_days(3));
    assert_eq!(ask(Some(&admin), json!(null)), 200);
    assert!(server.clock.now() < before.plus_days(1));
}

/// The two stages say the same: a story that fails in memory fails on a server, at the same step.
#[test]
fn a_story_fails_alike_on_both_stages() {
    let region = book::region().expect("the region");
    let text = r#"
case = 1
sections = []
title = "t"
title_en = "t"
story = "s"
story_en = "s"
starts = -3
persons.a = { name = "たいち" }
step = [
  { day = 0, by = "sakai", do = "register", person = "a" },
  { day = 1, by = "sakai", do = "knows_nothing", person = "a" },
]
"#;
    let stories = [Story::read("one.toml", text, &region).expect("it can be read")];
    let play = |stage: &mut dyn Stage| {
        let mut failures = Vec::new();
        let tally = run::run(stage, &region, &stories, false, &mut |ran| failures.extend(ran.failure.clone()));
        assert_eq!(tally.expect("no trouble").failed, 1);
        failures.remove(0)
    };
    let server = server(true);
    let over_http = play(&mut LiveStage::new(&server.url, "root.admin", PASSWORD).expect("the server lets us"));
    let db = TestDb::new(Engine::Sqlite, &house::migrations());
    let day = base::Date::new(2026, 11, 20).expect("a day");
    let in_memory = play(&mut HouseStage::build((*db).clone(), day, Box::new(OsRandom), PASSWORD).expect("a stage"));
    assert_eq!(over_http, in_memory);
    assert!(in_memory.step.contains("step 2 (day 1, sakai, knows_nothing)"), "{in_memory}");
    assert!(in_memory.came.contains("200 done"), "{in_memory}");
}
