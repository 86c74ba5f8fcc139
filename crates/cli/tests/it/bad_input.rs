//! Every field of every form and body, filled with what goes wrong in life: nothing falls over, nothing is
//! revealed, what was typed comes back and stays text.

use db::Engine;
use web::Method;

use super::endpoints::{Call, all, calls, send};
use super::world::build;

/// Texts that have broken other products.
fn nasty() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("spaces", " \u{3000}\t ".to_owned()),
        ("html", "<script>alert(1)</script><b>太字</b>".to_owned()),
        ("attribute", "\" onmouseover=\"alert(1)".to_owned()),
        ("sql", "'; DROP TABLE person; --".to_owned()),
        ("emoji and rare kanji", "𠮷野家🙂髙﨑葛󠄀".to_owned()),
        ("31 February", "令和8年2月31日".to_owned()),
        ("no era year", "令和99年1月1日".to_owned()),
        ("full width", "２０２６年１１月２０日".to_owned()),
        ("nul", "a\u{0}b".to_owned()),
        ("right to left", "\u{202e}gnp.exe".to_owned()),
        ("huge number", "99999999999999999999999".to_owned()),
        ("negative", "-1".to_owned()),
        ("an id of nobody", "0000000000001".to_owned()),
        ("a long text", "あ".repeat(350_000)),
    ]
}

fn try_all(login: &str, only_json: bool) {
    let fixture = build(Engine::Sqlite);
    let client = fixture.world.as_worker(login);
    let mut tried = 0;
    for endpoint in all().iter().filter(|e| e.method == Method::Post && e.doc.is_some() == only_json) {
        let Some(call) = calls(endpoint, &fixture.ids).into_iter().next() else { continue };
        if call.path.ends_with("/sign-out") || call.path.ends_with("/close") {
            continue;
        }
        for at in 0..call.fields.len() {
            for (what, value) in nasty() {
                let mut bad = call.clone();
                bad.fields[at].1.clone_from(&value);
                check(&client, &bad, at, what, &value);
                tried += 1;
            }
        }
    }
    assert!(tried > 0, "nothing was tried");
}

fn check(client: &web::testing::Client, call: &Call, at: usize, what: &str, value: &str) {
    let (status, _, body) = send(client, call);
    let name = &call.fields[at].0;
    assert!(status < 500, "{what} in {name} of {}: {status}", call.path);
    // JSON is no markup: there a text may come back as it is.
    assert!(call.json || !body.contains("<script>alert(1)"), "{what} in {name} of {} came back as markup", call.path);
    assert!(
        call.json || !body.contains("onmouseover=\"alert"),
        "{what} in {name} of {} broke out of an attribute",
        call.path
    );
    assert!(!body.contains("panicked") && !body.contains(".rs:"), "{what} in {name} of {} shows the inside", call.path);
    // A form that is shown again still holds what was typed.
    let kept = what == "sql" && status == 422 && !call.json && is_typed(&body, name);
    assert!(
        !kept || body.contains("DROP TABLE") || !value.contains("DROP"),
        "{what} in {name} of {} was lost",
        call.path
    );
}

/// Whether the page has a field to type in with this name; an answer that was never given as a choice, and a
/// password, do not come back.
fn is_typed(body: &str, name: &str) -> bool {
    let named = format!(" name=\"{name}\"");
    body.split('<').filter(|tag| tag.contains(&named)).any(|tag| {
        tag.starts_with("textarea") || (tag.starts_with("input class=\"input") && !tag.contains("type=\"password\""))
    })
}

#[test]
fn bodies_of_the_api() {
    try_all("hogo", true);
}

#[test]
fn forms_of_the_pages() {
    try_all("hogo", false);
}

#[test]
fn bodies_that_are_no_json() {
    let fixture = build(Engine::Sqlite);
    let client = fixture.world.as_worker("hogo").as_program();
    for endpoint in all().iter().filter(|e| e.method == Method::Post && e.doc.is_some()) {
        let Some(call) = calls(endpoint, &fixture.ids).into_iter().next() else { continue };
        for body in [serde_json::json!([]), serde_json::json!("text"), serde_json::json!({ "name": { "deep": [1] } })] {
            let reply = client.post_json(&call.path, &body);
            assert!(reply.status < 500, "{} {body}: {}", call.path, reply.body);
        }
    }
}

#[test]
fn a_cookie_without_an_origin_acts_on_nothing() {
    let fixture = build(Engine::Sqlite);
    let reply = fixture.world.as_worker("hogo").from_elsewhere().post("/api/v1/notices/read", &[]);
    assert_eq!(reply.status, 403);
}

#[test]
fn what_is_too_long_is_not_taken_and_told_in_words() {
    let fixture = build(Engine::Sqlite);
    let client = fixture.world.as_worker("center");
    let long = "a".repeat(4 * 1024 * 1024);
    let page = client.post("/persons", &[("name", &long)]);
    page.assert_status(413);
    assert!(page.body.contains("長すぎます") && page.body.contains("何も変わっていません"), "{}", page.body);
    let told = client.as_program().post_json("/api/v1/persons", &serde_json::json!({ "name": long }));
    told.assert_status(413);
    assert_eq!(told.json()["status"], 413);
    assert_eq!(told.header("content-type"), Some("application/problem+json"));
}
