//! A small region for tests: six agencies, a worker each, and clients that are somebody.

use std::collections::BTreeMap;
use std::sync::Arc;

use base::{AgencyId, OsRandom, Outcome, PersonId, Random, SettableClock, Time, Words, WorkerId};
use db::Db;
use policy::{Role, Roles};
use web::testing::{Client, TestApp};
use web::{App, Config, Cx, Hooks, Room, Settings, Viewer, Who};

use crate::agency::{self, DutyInput, NewAgency, NewWorker};
use crate::{auth, person};

/// Friday, 20 November 2026, ten in the morning in Japan.
pub const NOW: &str = "2026-11-20T01:00:00Z";

/// Password of every worker of the test region.
pub const PASSWORD: &str = "みなとの海は今日も静か";

/// The test region.
#[derive(Clone)]
pub struct World {
    /// The product.
    pub app: TestApp,
    /// The clock that tests move.
    pub clock: Arc<SettableClock>,
    /// Agencies by their short name.
    pub agencies: BTreeMap<&'static str, AgencyId>,
    /// Workers by their login.
    pub workers: BTreeMap<&'static str, (WorkerId, AgencyId, Roles)>,
}

/// Short name, kind, name, whether it has an account, checked duty to report.
type AgencyRow = (&'static str, &'static str, &'static str, bool, Option<&'static str>);

const AGENCIES: &[AgencyRow] = &[
    ("hogo", "probation_office", "みなと保護観察所", true, Some("yes")),
    ("center", "mhwc", "みなとこころの相談センター", true, Some("no")),
    ("darc", "recovery_facility", "みなとリカバリーハウス", true, Some("no")),
    ("clinic", "medical", "汐見クリニック", true, Some("no")),
    ("hostel", "rehab_hostel", "更生保護施設ひかり寮", true, None),
    ("noaccount", "self_help_group", "月曜の会", false, Some("no")),
];

/// Login, agency, roles.
type WorkerRow = (&'static str, &'static str, &'static [Role]);

const WORKERS: &[WorkerRow] = &[
    ("hogo", "hogo", &[Role::Worker, Role::IntakeDesk]),
    ("center", "center", &[Role::Worker, Role::IntakeDesk]),
    ("darc", "darc", &[Role::Worker, Role::IntakeDesk]),
    ("clinic", "clinic", &[Role::Worker, Role::IntakeDesk]),
    ("hostel", "hostel", &[Role::Worker, Role::IntakeDesk]),
    ("coord", "center", &[Role::Coordinator]),
    ("privacy", "center", &[Role::PrivacyOfficer]),
    ("admin", "center", &[Role::Administrator]),
];

/// Builds the region on an open database, out of these rooms.
pub fn region(db: Db, rooms: fn() -> Vec<Room>, hooks: Hooks) -> World {
    region_with(db, rooms, hooks, Box::new(OsRandom))
}

/// The same with a chosen source of randomness: two regions from one seed are alike byte for byte.
pub fn region_with(db: Db, rooms: fn() -> Vec<Room>, hooks: Hooks, random: Box<dyn Random>) -> World {
    let start: Time = NOW.parse().expect("a fixed moment is well formed");
    let clock = Arc::new(SettableClock::new(start));
    let settings =
        Settings { config: Config { mail_from: "tsunagi@example.jp".to_owned(), ..Config::default() }, hooks };
    let words = words_of(rooms());
    let app = App::new(db, Box::new(Arc::clone(&clock)), random, words, settings);
    let router = web::router(&app, rooms());
    let agencies = app.act(Who::System, add_agencies).expect("the test agencies can be added");
    let known = agencies.clone();
    let workers = app.act(Who::System, move |cx| add_workers(cx, &known)).expect("the test workers can be added");
    World { app: TestApp::new(app, router), clock, agencies, workers }
}

/// All words of these rooms, with those below them.
pub fn words_of(rooms: Vec<Room>) -> Words {
    let mut all = vec![base::WORDS, web::ui::words()];
    all.extend(rooms.into_iter().map(|room| room.words));
    Words::build(&all).expect("the words of all rooms fit together")
}

fn add_agencies(cx: &mut Cx<'_>) -> Outcome<BTreeMap<&'static str, AgencyId>> {
    agency::ensure_kinds(cx)?;
    let mut ids = BTreeMap::new();
    for (key, kind, name, has_account, duty) in AGENCIES {
        let new = NewAgency {
            code: Some(format!("test:{key}")),
            kind: (*kind).to_owned(),
            name: (*name).to_owned(),
            kana: String::new(),
            area: "みなと市".to_owned(),
            phone: Some("000-0000-0100".to_owned()),
            email: Some(format!("{key}@example.jp")),
            tells: "本人の同意なしに、ほかの機関へ伝えることはありません。".to_owned(),
            has_account: *has_account,
            answer_days: 3,
        };
        let id = agency::insert(cx, &new)?;
        if let Some(reports) = duty {
            let basis = "検査のための記録".to_owned();
            agency::record_duty(cx, id, &DutyInput { reports: (*reports).to_owned(), basis, from: None })?;
        }
        ids.insert(*key, id);
    }
    Ok(ids)
}

fn add_workers(
    cx: &mut Cx<'_>,
    agencies: &BTreeMap<&'static str, AgencyId>,
) -> Outcome<BTreeMap<&'static str, (WorkerId, AgencyId, Roles)>> {
    let hashed = auth::hash(PASSWORD, auth::Strength::Test, cx.rng)?;
    let mut ids = BTreeMap::new();
    for (login, at, roles) in WORKERS {
        let new = NewWorker {
            login: (*login).to_owned(),
            name: format!("{login} の職員"),
            kana: String::new(),
            password: PASSWORD.to_owned(),
            roles: Roles::of(roles),
        };
        let id = agency::add_worker(cx, agencies[at], &new, &hashed)?;
        ids.insert(*login, (id, agencies[at], new.roles));
    }
    Ok(ids)
}

impl World {
    /// An agency by its short name.
    pub fn agency(&self, key: &str) -> AgencyId {
        self.agencies[key]
    }

    /// Who a worker is, for acts outside the web.
    pub fn who(&self, login: &str) -> Who {
        let (worker, agency, roles) = self.workers[login];
        let session = base::SessionId::from_raw(1);
        Who::Worker(Viewer { worker, agency, roles, session, stepped_up_at: self.app.app.now() })
    }

    /// Runs an act as a worker.
    #[track_caller]
    pub fn act<R: Send + 'static>(
        &self,
        login: &str,
        act: impl Fn(&mut Cx<'_>) -> Outcome<R> + Send + 'static,
    ) -> Outcome<R> {
        self.app.app.act(self.who(login), act)
    }

    /// A signed-in worker in front of a browser.
    pub fn as_worker(&self, login: &str) -> Client {
        let (worker, agency, _) = self.workers[login];
        let token = self
            .app
            .app
            .act(Who::System, move |cx| auth::open_session(cx, worker, agency))
            .expect("a session can be opened");
        self.app.with_session(&token)
    }

    /// A person called `name`, registered by a worker.
    pub fn person(&self, login: &str, name: &str) -> PersonId {
        let input = person::PersonInput { name: name.to_owned(), kana: name.to_owned(), ..Default::default() };
        self.act(login, move |cx| person::register(cx, &input)).expect("a person can be registered")
    }

    /// A consent of a person to an agency until 20 December 2026, taken by a worker. Relapse is named with a witness of the
    /// recovery house; an agency with a duty to report is told of it a day later.
    pub fn consent(&self, login: &str, person: PersonId, to: &str, shows: &[&str], relapse: bool) -> base::GrantId {
        let input = crate::consent::ConsentInput {
            to: self.agency(to).to_string(),
            shows: shows.iter().map(|s| (*s).to_owned()).collect(),
            purposes: vec!["handover".to_owned(), "support".to_owned(), "follow_up".to_owned()],
            until: "2026-12-20".to_owned(),
            relapse,
            how: "signed".to_owned(),
            witness: None,
            outside_witness: relapse.then(|| "立ち会いの人".to_owned()),
            outside_agency: relapse.then(|| self.agency(if to == "darc" { "clinic" } else { "darc" }).to_string()),
        };
        self.act(login, move |cx| crate::consent::grant(cx, person, &input)).expect("a consent can be taken")
    }
}
