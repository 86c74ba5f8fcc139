//! The demonstration region with a word of its own in every kind of text about every person; everybody then opens
//! everything they are led to, and each word they come across must be one that `policy` lets their agency see.

mod crawl;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use base::{SeededRandom, SettableClock, Time};
use db::{Db, DbConfig};
use house::vault::SealKey;
use house::{House, demo};
use policy::{Purpose, Role};
use web::Config;
use web::testing::TestApp;

use crawl::Crawler;
use words::{Canaries, Seat};

/// Pages that one worker opens at most in the daily form. `CANARY_PAGES` asks for more.
const PAGES: usize = 400;

fn now() -> Time {
    "2026-11-20T06:00:00Z".parse().expect("a moment")
}

/// The demo, as a product that also sends mail.
fn demo_region() -> (TestApp, Db, std::path::PathBuf) {
    let folder = std::env::temp_dir().join(format!("tsunagi-canary-{}", base::random_token(&base::OsRandom)));
    std::fs::create_dir(&folder).expect("a folder");
    let path = folder.join("demo.db");
    demo::build(&path, now(), Box::new(SeededRandom::new(21)), &mut |_, _| ()).expect("the demo can be built");
    let key = SealKey::default().find(&path).expect("readable").expect("its key lies beside it");
    let db = Db::open(&DbConfig::Sqlite { path, readers: 2 }, &house::migrations()).expect("it can be opened");
    db.give_key(key);
    db.write(|tx| tx.run("UPDATE agency SET email = 'desk@example.jp'", &db::v![])).expect("every agency has mail");
    let config = Config { mail_from: "tsunagi@example.jp".to_owned(), ..Config::default() };
    let clock = std::sync::Arc::new(SettableClock::new(now()));
    let house = House::with_clock(db.clone(), config, clock, Box::new(SeededRandom::new(22))).expect("a house");
    (TestApp::new(house.app, house.router), db, folder)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "how far to look is said from outside")]
fn whatever_anybody_comes_across_is_theirs_to_see() {
    let most = std::env::var("CANARY_PAGES").ok().map_or(PAGES, |n| n.parse().expect("a number of pages"));
    let (app, db, folder) = demo_region();
    let seats = words::seats(&app);
    let canaries = Canaries::release(&app, &seats);
    assert!(canaries.len() > 1_000, "only {} words were hidden", canaries.len());
    let mut came_across: BTreeMap<base::AgencyId, BTreeSet<usize>> = BTreeMap::new();
    let mut opened = 0;
    for seat in &seats {
        let mut crawler = Crawler::new(seat.client(&app), most);
        let found = canaries.in_texts(crawler.everything());
        opened += crawler.opened();
        for &word in &found {
            let told = canaries.is_for(&app, seat, word);
            assert!(told, "{} came across {}", seat.login, canaries.describe(word));
        }
        came_across.entry(seat.agency).or_default().extend(found);
    }
    let public = canaries.in_texts(Crawler::new(app.anonymous(), most).everything());
    assert!(public.is_empty(), "the public came across {public:?}");
    for mail in words::mails(&app) {
        assert!(canaries.in_texts([mail.clone()]).is_empty(), "a mail tells something: {mail}");
    }
    looked_hard_enough(&app, &seats, &canaries, &came_across);
    eprintln!("{} words, {} workers, {opened} pages", canaries.len(), seats.len());
    db.close();
    let _ = std::fs::remove_dir_all(folder);
}

/// A crawl that opens nothing finds nothing wrong. Of what the law lets an agency read of its own clients and of those it
/// was told of, its workers came across nearly all.
fn looked_hard_enough(
    app: &TestApp,
    seats: &[Seat],
    canaries: &Canaries,
    came_across: &BTreeMap<base::AgencyId, BTreeSet<usize>>,
) {
    let (mut expected, mut found, mut told_by_others) = (0, 0, 0);
    let mut agencies = BTreeSet::new();
    for seat in seats.iter().filter(|seat| seat.roles.has(Role::Worker)) {
        if !agencies.insert(seat.agency) {
            continue;
        }
        for word in canaries.notes() {
            if canaries.is_readable(app, seat.agency, word, &[Purpose::Support]) {
                let came = came_across[&seat.agency].contains(&word);
                expected += 1;
                found += usize::from(came);
                told_by_others += usize::from(came && canaries.author(word) != seat.agency);
            }
        }
    }
    eprintln!("{found} of {expected} readable notes were come across, {told_by_others} written elsewhere");
    assert!(found * 100 >= expected * 90, "the crawl found only {found} of {expected}");
    assert!(told_by_others > 20, "only {told_by_others} words of other agencies were come across");
}
