//! The pages that explain, as the public sees them.

use base::{Clock, OsRandom, SystemClock};
use db::Db;
use db::testing::both_engines;
use serde_json::Value;
use web::testing::TestApp;
use web::{App, Config, Settings};

use crate::testing::words_of;

/// The product of an operator who says this about the source.
fn told(db: &Db, source_url: &str) -> TestApp {
    let config = Config { source_url: source_url.to_owned(), ..Config::default() };
    let settings = Settings { config, hooks: crate::hooks() };
    let clock: Box<dyn Clock> = Box::new(SystemClock);
    let app = App::new(db.clone(), clock, Box::new(OsRandom), words_of(crate::rooms()), settings);
    let router = web::router(&app, crate::rooms());
    TestApp::new(app, router)
}

both_engines!(everybody_is_offered_the_source, &crate::migrations(), |db: Db| {
    let page = |app: &TestApp| app.anonymous().get("/about").assert_status(200).body.clone();
    let named = told(&db, "https://example.jp/src?a=1&b=2");
    assert!(page(&named).contains("href=\"https://example.jp/src?a=1&amp;b=2\""), "{}", page(&named));
    let json = named.anonymous().as_program().get("/api/v1/about").assert_status(200).json();
    assert_eq!(json["source"], "https://example.jp/src?a=1&b=2");
    assert_eq!((&json["licence"], &json["version"]), (&crate::site::LICENCE.into(), &crate::site::VERSION.into()));

    let unnamed = told(&db, "");
    let shown = page(&unnamed);
    assert!(
        shown.contains(crate::site::LICENCE) && shown.contains(crate::site::VERSION) && shown.contains("求めれば"),
        "{shown}"
    );
    assert_eq!(unnamed.anonymous().as_program().get("/api/v1/about").json()["source"], Value::Null);
});
