//! The pages as people use them: a browser that follows the forms, on both engines.

use base::{Lang, PersonId};
use db::testing::both_engines;
use db::{Db, Migration};
use people::testing::{World, region};
use web::Room;
use web::testing::{Client, Reply};

fn rooms() -> Vec<Room> {
    people::rooms().into_iter().chain(crate::rooms()).collect()
}

fn migrations() -> Vec<Migration> {
    rooms().iter().flat_map(|room| room.migrations.iter().copied()).collect()
}

fn world(db: Db) -> World {
    region(db, rooms, crate::hooks())
}

/// hogo's client たいち, who allows `to` to be told of health.
fn taichi(world: &World, to: &str) -> PersonId {
    let person = world.person("hogo", "たいち");
    world.consent("hogo", person, to, &["health"], false);
    person
}

/// The hidden version of a form.
fn version(page: &Reply) -> String {
    page.body
        .split("name=\"version\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// Opens the form at `path` and sends it with these fields; gives where it leads.
#[track_caller]
fn fill(client: &Client, path: &str, fields: &[(&str, &str)]) -> String {
    let page = client.get(path);
    page.assert_status(200);
    let (once, version) = (page.once().unwrap_or_default().to_owned(), version(&page));
    let mut all = vec![("once", once.as_str()), ("version", version.as_str())];
    all.extend(fields);
    client.post(path, &all).assert_status(303).location().to_owned()
}

/// Writes a referral of a person and sends it; gives its address.
#[track_caller]
fn refer(world: &World, person: PersonId, to: &str) -> String {
    let hogo = world.as_worker("hogo");
    let form = format!("/persons/{person}/refer");
    let to = world.agency(to).to_string();
    let page = hogo.get(&format!("{form}?to={to}"));
    page.assert_status(200);
    assert!(page.body.contains("sections.health") && !page.body.contains("sections.justice"), "{}", page.body);
    let fields = [
        ("to", to.as_str()),
        ("act", "refer"),
        ("wish", "静かに話したい"),
        ("sections.health", "夜眠れない"),
        ("send", "yes"),
    ];
    hogo.post(&form, &fields).assert_status(303).location().to_owned()
}

both_engines!(a_hand_over_goes_all_the_way_round_on_pages, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "center");
    let (hogo, center) = (world.as_worker("hogo"), world.as_worker("center"));
    let choose = hogo.get(&format!("/persons/{person}/refer"));
    assert!(choose.assert_status(200).body.contains("みなとこころの相談センター"));
    let referral = refer(&world, person, "center");

    assert!(center.get("/home").assert_status(200).body.contains(&referral));
    let seen = center.get(&referral);
    assert!(seen.assert_status(200).body.contains("夜眠れない"));
    assert_eq!(fill(&center, &format!("{referral}/ask"), &[("text", "何時がよいですか")]), referral);
    assert!(hogo.get("/home").body.contains(&format!("{referral}/answer")));
    fill(&hogo, &format!("{referral}/answer"), &[("text", "夕方です")]);
    fill(&hogo, &format!("{referral}/legs"), &[("kind", "tour"), ("on", "R8.11.25")]);
    fill(&center, &format!("{referral}/accept"), &[("first_on", "2026年11月20日"), ("first_place", "相談室")]);
    assert!(center.get("/home").body.contains(&format!("{referral}/arrive")));
    fill(&center, &format!("{referral}/arrive"), &[("on", "2026-11-20")]);
    fill(&center, &format!("{referral}/confirm"), &[]);
    fill(&hogo, &format!("{referral}/know"), &[("note", "知りました")]);
    fill(&hogo, &format!("{referral}/person-says"), &[("says", "yes")]);
    assert!(hogo.get(&referral).body.contains("つながった"));
    let next = hogo.get(&format!("{referral}/follow-up"));
    assert_eq!(next.assert_status(303).location(), format!("{referral}/follow-up/weeks_2"));
    fill(&hogo, &format!("{referral}/follow-up/weeks_2"), &[("outcome", "continuing"), ("how", "telephone")]);
    for path in ["/referrals", "/referrals?side=received&state=connected", "/referrals?after=x"] {
        hogo.get(path).assert_status(200);
    }
    assert!(center.get("/referrals?side=received").body.contains(&referral));
});

both_engines!(a_no_leads_to_another_agency, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "center");
    let (hogo, center) = (world.as_worker("hogo"), world.as_worker("center"));
    let referral = refer(&world, person, "center");
    let darc = world.agency("darc").to_string();
    fill(&center, &format!("{referral}/decline"), &[("reason", "no_capacity"), ("suggest", &darc)]);
    let page = hogo.get(&referral);
    assert!(page.body.contains(&format!("{referral}/redirect?to={darc}")), "{}", page.body);
    let next = fill(&hogo, &format!("{referral}/redirect"), &[("to", &darc)]);
    assert_ne!(next, referral);
    let fresh = hogo.get(&next);
    assert!(fresh.body.contains("夜眠れない") && fresh.body.contains("/consents/new?to="), "{}", fresh.body);
    let refused = hogo.post(&format!("{next}/send"), &[]);
    assert_eq!(refused.status, 409, "not without consent");
    assert_eq!(fill(&hogo, &format!("{next}/edit"), &[("act", "transfer"), ("wish", "夜に話したい")]), next);
    assert!(!hogo.get(&next).body.contains("夜眠れない"));
    world.consent("hogo", person, "darc", &[], false);
    fill(&hogo, &format!("{next}/send"), &[]);
    world.as_worker("darc").get(&next).assert_status(200);
    fill(&hogo, &format!("{next}/withdraw"), &[]);
    let undone = hogo.post(&format!("{next}/undo"), &[]);
    assert_eq!(undone.assert_status(303).location(), next);
});

both_engines!(a_link_opens_one_referral_and_nothing_after_it_is_over, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "noaccount");
    let hogo = world.as_worker("hogo");
    let referral = refer(&world, person, "noaccount");
    for lang in Lang::ALL {
        let letter = hogo.clone().reading(lang).get(&format!("{referral}/letter"));
        assert!(letter.assert_status(200).body.contains("夜眠れない") && !letter.body.contains('⟦'), "{}", letter.body);
    }
    let made = hogo.post(&format!("{referral}/link"), &[("days", "７")]);
    let path = made.assert_status(200).body.split("/link/").find_map(|rest| {
        let secret: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        (secret.len() > 40).then(|| format!("/link/{secret}"))
    });
    let path = path.expect("the address stands on the page");
    let guest = world.app.anonymous();
    let seen = guest.get(&path);
    assert!(
        seen.assert_status(200).body.contains("夜眠れない") && seen.body.contains("data-quick-exit"),
        "{}",
        seen.body
    );
    assert!(!seen.body.contains("<title>たいち"), "the title is neutral");
    assert_eq!(fill(&guest, &format!("{path}/accept"), &[("first_on", "2026-11-20")]), path);
    let wrong = guest.post(&format!("{path}/arrive"), &[("on", "2026-02-31"), ("with", "友人")]);
    assert!(wrong.assert_status(422).body.contains("友人"));
    fill(&guest, &format!("{path}/arrive"), &[("on", "2026-11-20")]);
    fill(&guest, &format!("{path}/confirm"), &[]);
    assert!(hogo.get(&referral).body.contains("専用リンクから"));
    hogo.post(&format!("{referral}/link/revoke"), &[]).assert_status(303);
    let (over, never) = (guest.get(&path), guest.get("/link/nothing"));
    let secret = path.trim_start_matches("/link/");
    assert_eq!((over.status, over.body.replace(secret, "nothing")), (404, never.body));
});

both_engines!(the_word_of_an_agency_without_an_account_is_written_down, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "noaccount");
    let hogo = world.as_worker("hogo");
    let referral = refer(&world, person, "noaccount");
    let word = hogo.get(&format!("{referral}/word"));
    assert!(word.assert_status(200).body.contains(&format!("{referral}/accept?word=yes")), "{}", word.body);
    let form = hogo.get(&format!("{referral}/accept?word=yes"));
    assert!(form.assert_status(200).body.contains("name=\"channel\""));
    let no_channel = hogo.post(&format!("{referral}/accept"), &[("channel", ""), ("note", "月曜に")]);
    assert!(no_channel.status == 403 || no_channel.body.contains("月曜に"), "{}", no_channel.body);
    fill(&hogo, &format!("{referral}/accept"), &[("channel", "telephone"), ("note", "月曜に来てください")]);
    fill(&hogo, &format!("{referral}/arrive"), &[("channel", "paper"), ("on", "2026-11-20")]);
    assert!(hogo.get(&referral).body.contains("紙・ファックスで"));
});

both_engines!(what_was_typed_stays_and_what_others_saved_is_shown, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "center");
    let (hogo, center) = (world.as_worker("hogo"), world.as_worker("center"));
    let referral = refer(&world, person, "center");
    let form = center.get(&format!("{referral}/accept"));
    let read = version(&form);
    fill(&center, &format!("{referral}/readiness"), &[("is", "thinking")]);
    let stale = center.post(&format!("{referral}/accept"), &[("version", &read), ("first_place", "二階の部屋")]);
    assert!(stale.assert_status(409).body.contains("二階の部屋") && version(&stale) != read, "{}", stale.body);
    let wrong = hogo.post(&format!("/persons/{person}/refer"), &[("to", "zz"), ("act", "refer"), ("wish", "静かに")]);
    assert_eq!(wrong.status, 422);
    let long = "あ".repeat(30_000);
    let to = world.agency("clinic").to_string();
    let wrong = hogo.post(&format!("/persons/{person}/refer"), &[("to", &to), ("act", "refer"), ("wish", &long)]);
    assert!(wrong.assert_status(422).body.contains(&long));
    center.get(&format!("{referral}/second-look")).assert_status(403);
    center.get(&format!("{referral}/confirm")).assert_status(409);
    world.as_worker("clinic").get(&format!("{referral}/accept")).assert_status(404);
    hogo.get(&format!("{referral}/follow-up/never")).assert_status(404);
});

both_engines!(places_requests_and_the_network, &migrations(), |db: Db| {
    let world = world(db);
    let person = taichi(&world, "center");
    let (hogo, center) = (world.as_worker("hogo"), world.as_worker("center"));
    let to = world.agency("center").to_string();
    hogo.get(&format!("/capacity/new?to={to}")).assert_status(200);
    hogo.post("/capacity", &[("to", &to), ("about", "夜の席")]).assert_status(303);
    let list = center.get("/capacity");
    let path = list
        .body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/capacity/0") || (href.starts_with("/capacity/") && !href.ends_with("new")));
    let path = path.expect("a question to answer").to_owned();
    assert!(center.get("/home").body.contains(&path));
    assert_eq!(fill(&center, &path, &[("answer", "has_place"), ("note", "来月から")]), "/capacity");
    assert!(hogo.get("/capacity").body.contains("来月から"));
    assert!(!hogo.get(&path).assert_status(200).body.contains("name=\"answer\""));

    let holder = world.agency("hogo").to_string();
    let ask = format!("/persons/{person}/request");
    assert_eq!(fill(&center, &ask, &[("to", &holder), ("note", "続きを支えたい")]), "/requests");
    let list = hogo.get("/requests");
    let path = list
        .body
        .split("href=\"")
        .filter_map(|rest| rest.split('"').next())
        .find(|href| href.starts_with("/requests/"));
    let path = path.expect("a request to answer").to_owned();
    let empty = hogo.post(&path, &[("note", "考えます")]);
    assert!(empty.assert_status(422).body.contains("考えます"));
    let made = fill(&hogo, &path, &[("answer", "agree")]);
    assert!(made.starts_with("/referrals/"));
    let me = world.workers["hogo"].0.to_string();
    assert_eq!(fill(&hogo, &format!("{made}/assign"), &[("worker", &me)]), made);
    let network = world.as_worker("coord").get("/network");
    assert!(!network.assert_status(200).body.contains("たいち"));
});
