//! What people do on the pages, step by step, as a browser without JavaScript would.

use db::Db;
use db::testing::both_engines;
use web::testing::{Client, Reply};

use crate::testing::{PASSWORD, World, region};

pub(crate) fn world(db: Db) -> World {
    region(db, crate::rooms, crate::hooks())
}

/// Sends a form of a page that was opened, with the key that stood on it.
pub(crate) fn send(client: &Client, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
    let opened = client.get(page);
    opened.assert_status(200);
    let once = opened.once().unwrap_or_default().to_owned();
    let fields: Vec<_> = fields.iter().copied().chain([("once", once.as_str())]).collect();
    client.post(action, &fields)
}

/// Opens the page that a form leads to.
#[track_caller]
pub(crate) fn follow(client: &Client, reply: &Reply) -> Reply {
    reply.assert_status(303);
    let shown = client.get(reply.location());
    shown.assert_status(200);
    shown
}

/// The hidden fields of the form with this address, as a browser would send them.
fn hidden(body: &str, action: &str) -> Vec<(String, String)> {
    let at = body.find(&format!("action=\"{action}\"")).unwrap_or_else(|| panic!("no form to {action} in {body}"));
    let form = body[at..].split("</form>").next().unwrap_or_default();
    let attribute = |tag: &str, name: &str| {
        let from = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        Some(unescape(tag[from..].split('"').next()?))
    };
    let field = |tag: &str| attribute(tag, "name").zip(attribute(tag, "value"));
    form.split("<input type=\"hidden\"").skip(1).filter_map(|tag| field(tag.split('>').next()?)).collect()
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect()
}

both_engines!(signing_in_and_out, &crate::migrations(), |db: Db| {
    let world = world(db);
    let anybody = world.app.anonymous();
    let asked = anybody.get("/persons?after=");
    asked.assert_status(401);
    let to = hidden(&asked.body, "/sign-in");
    assert_eq!(to, [("to".to_owned(), "/persons?after=".to_owned())]);

    let wrong = anybody.post("/sign-in", &[("login", "Center "), ("password", "ちがう"), ("to", "/persons")]);
    assert!(wrong.body.contains("利用者IDかパスワードが違います"), "{}", wrong.body);
    assert!(wrong.body.contains("value=\"Center \""), "the login stays typed");
    assert!(!wrong.body.contains("ちがう"), "the password does not");
    assert!(wrong.body.contains("name=\"to\" value=\"/persons\""));

    let right = anybody.post("/sign-in", &[("login", "Center "), ("password", PASSWORD), ("to", "/persons")]);
    assert_eq!(right.assert_status(303).location(), "/persons");
    let worker = world.app.with_session(right.cookie("tsunagi").expect("a session"));
    let list = worker.get("/persons");
    assert!(list.assert_status(200).body.contains("center の職員"), "the frame names who is signed in");
    for away in ["//example.jp", "https://example.jp"] {
        let sent = anybody.post("/sign-in", &[("login", "center"), ("password", PASSWORD), ("to", away)]);
        assert_eq!(sent.location(), "/home", "{away}");
    }
    let out = worker.post("/sign-out", &[]);
    assert_eq!(out.assert_status(303).cookie("tsunagi"), Some(""));
    worker.get("/persons").assert_status(401);
});

both_engines!(too_many_tries_wait, &crate::migrations(), |db: Db| {
    let world = world(db);
    let anybody = world.app.anonymous();
    for _ in 0..10 {
        anybody.post("/sign-in", &[("login", "center"), ("password", "ちがう")]).assert_status(200);
    }
    let waits = anybody.post("/sign-in", &[("login", "center"), ("password", PASSWORD)]);
    assert!(waits.assert_status(429).body.contains("回数が多すぎます"));
    world.clock.advance_minutes(16);
    anybody.post("/sign-in", &[("login", "center"), ("password", PASSWORD)]).assert_status(303);
});

both_engines!(the_navigation_shows_what_the_roles_allow, &crate::migrations(), |db: Db| {
    let world = world(db);
    let shown = |login| {
        let page = world.as_worker(login).get("/agencies").body;
        ["/home", "/persons", "/audit", "/network", "/directory"].map(|href| page.contains(&format!("href=\"{href}\"")))
    };
    assert_eq!(shown("center"), [true, true, false, false, true]);
    assert_eq!(shown("privacy"), [false, false, true, false, true]);
    assert_eq!(shown("coord"), [false, false, false, true, true]);
    assert_eq!(shown("admin"), [false, false, false, false, true]);
});

both_engines!(registering_consenting_and_taking_back, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (hogo, darc) = (world.as_worker("hogo"), world.as_worker("darc"));
    let made = send(
        &hogo,
        "/persons/new",
        "/persons",
        &[
            ("name", "たいち<u>"),
            ("alias", "yes"),
            ("dependence", "stimulants"),
            ("legal_status", "parole"),
            ("legal_until", "R8.12.25"),
            ("stay_kind", "hostel"),
            ("phone", "000-0000-0001"),
        ],
    );
    let page = follow(&hogo, &made);
    for shown in
        ["たいち&lt;u&gt;", "覚醒剤", "仮釈放中", "2026年12月25日（令和8年12月25日）", "伝言は残さない", "/refer\""]
    {
        assert!(page.body.contains(shown), "{shown} in {}", page.body);
    }
    assert!(!page.body.contains("たいち<u>"));
    let person = made.location().to_owned();
    let noted = send(
        &hogo,
        &format!("{person}/entries"),
        &format!("{person}/entries"),
        &[("label", "health"), ("text", "夜よく眠れない")],
    );
    assert!(follow(&hogo, &noted).body.contains("夜よく眠れない"));
    darc.get(&person).assert_status(404);

    let to = world.agency("darc").to_string();
    let ask = hogo.get(&format!("{person}/consents/new?to={to}&register=ja-simple"));
    assert!(
        ask.assert_status(200).body.contains("<ruby>") && !ask.body.contains('《'),
        "readings are shown, not typed out"
    );
    let fields = [
        ("to", to.as_str()),
        ("shows", "health"),
        ("for", "support"),
        ("until", "2026-12-20"),
        ("relapse", "no"),
        ("how", "signed"),
    ];
    let agreed = send(&hogo, &format!("{person}/consents/new?to={to}"), &format!("{person}/consents"), &fields);
    assert!(follow(&hogo, &agreed).body.contains("みなとリカバリーハウス"));
    let grant = agreed.location().to_owned();
    let paper = hogo.get(&format!("{grant}/paper?register=en"));
    assert!(
        paper.assert_status(200).body.contains("Signature") && paper.body.contains("20 December 2026"),
        "{}",
        paper.body
    );
    let seen = darc.get(&person);
    assert!(seen.assert_status(200).body.contains("夜よく眠れない"));
    for hidden in ["仮釈放中", "覚醒剤", "000-0000-0001", "司法の手続き", "/entries"] {
        assert!(!seen.body.contains(hidden), "{hidden} leaves a trace: {}", seen.body);
    }

    let revoked = send(&hogo, &format!("{grant}/revoke"), &format!("{grant}/revoke"), &[]);
    assert!(follow(&hogo, &revoked).body.contains("取り消した"));
    darc.get(&person).assert_status(404);
    darc.get(&grant).assert_status(404);
    let again = hogo.post(&format!("{grant}/revoke"), &[("once", "another key")]);
    assert!(again.assert_status(409).body.contains("もう終わっています"));
});

both_engines!(the_person_who_told_us_may_take_everything_back, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "みお");
    let grant = world.consent("hogo", person, "darc", &["health"], false);
    let darc = world.as_worker("darc");
    let page = format!("/persons/{person}/consents/{grant}/revoke");
    let revoked = send(&darc, &page, &page, &[]);
    assert_eq!(revoked.assert_status(303).location(), "/persons", "the agency has lost sight of the person");
    darc.get(&format!("/persons/{person}")).assert_status(404);
});

both_engines!(a_spoken_consent_needs_a_witness_and_keeps_what_was_chosen, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "りく");
    let hogo = world.as_worker("hogo");
    let (to, page) = (world.agency("darc").to_string(), format!("/persons/{person}/consents"));
    let fields = [
        ("to", to.as_str()),
        ("shows", "health"),
        ("for", "advice"),
        ("until", "other"),
        ("until_day", "2026年2月31日"),
        ("relapse", "yes"),
        ("how", "spoken"),
        ("register", "en"),
    ];
    let refused = send(&hogo, &format!("{page}/new?to={to}"), &page, &fields);
    refused.assert_status(422);
    for kept in
        ["value=\"health\" checked", "value=\"advice\" checked", "value=\"yes\" checked", "2026年2月31日", "I agree"]
    {
        assert!(refused.body.contains(kept) || checked(&refused.body, kept), "{kept} in {}", refused.body);
    }
    assert!(refused.body.contains("href=\"#f-witness\"") && refused.body.contains("href=\"#f-until\""));
});

/// Whether the control with this value is checked, whatever stands between the two attributes.
fn checked(body: &str, what: &str) -> bool {
    let Some(value) = what.strip_suffix(" checked") else { return false };
    body.split('<').any(|tag| tag.contains(value) && tag.split('>').next().is_some_and(|t| t.contains(" checked")))
}

both_engines!(a_refusal_is_kept_and_lifted, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "そら");
    world.consent("hogo", person, "darc", &["contact"], false);
    let (hogo, darc) = (world.as_worker("hogo"), world.as_worker("darc"));
    let page = format!("/persons/{person}");
    let to = world.agency("darc").to_string();
    let kept = send(
        &hogo,
        &format!("{page}/refusals/new"),
        &format!("{page}/refusals"),
        &[("to", &to), ("hides", "existence")],
    );
    let list = follow(&hogo, &kept).body;
    darc.get(&page).assert_status(404);
    let at = list.find("/refusals/").expect("a refusal") + "/refusals/".len();
    let lift = format!("{page}/refusals/{}/lift", &list[at..at + 13]);
    send(&hogo, &lift, &lift, &[]).assert_status(303);
    darc.get(&page).assert_status(200);
});

both_engines!(what_was_typed_outlives_the_session, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("hogo", "ひなた");
    let page = format!("/persons/{person}/entries");
    let hogo = world.as_worker("hogo");
    let typed = [("label", "health"), ("label", "notes"), ("text", "一行目\n\"二行目\" <b>"), ("once", "k1")];
    world.clock.advance_minutes(16);
    let ended = hogo.post(&page, &typed);
    ended.assert_status(401);
    assert!(ended.body.contains("入力した内容は残っています"), "{}", ended.body);
    let mut fields = hidden(&ended.body, "/sign-in");
    assert!(!fields.iter().any(|(name, _)| name == "kept.once"));
    fields.extend([("login", "hogo"), ("password", "ちがう")].map(|(k, v)| (k.to_owned(), v.to_owned())));
    let wrong = hogo.post("/sign-in", &borrowed(&fields));
    let mut fields = hidden(&wrong.body, "/sign-in");
    fields.extend([("login", "hogo"), ("password", PASSWORD)].map(|(k, v)| (k.to_owned(), v.to_owned())));
    let back = hogo.post("/sign-in", &borrowed(&fields));
    assert!(back.assert_status(200).body.contains("入力した内容は残っています"));
    assert!(back.body.contains("みなと保護観察所"), "for which agency it will be sent");
    let again = world.app.with_session(back.cookie("tsunagi").expect("a session"));
    let kept = hidden(&back.body, &page);
    assert!(kept.contains(&("text".to_owned(), "一行目\n\"二行目\" <b>".to_owned())), "{kept:?}");
    let sent = again.post(&page, &borrowed(&kept));
    let shown = follow(&again, &sent).body;
    assert!(shown.contains("&quot;二行目&quot; &lt;b&gt;") || shown.contains("\"二行目\" &lt;b&gt;"), "{shown}");
});

both_engines!(a_form_sent_twice_acts_once, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center");
    let fields = [("name", "ひかる"), ("once", "key-1")];
    let first = center.post("/persons", &fields);
    let second = center.post("/persons", &fields);
    assert_eq!(first.assert_status(303).location(), second.assert_status(303).location());
    assert_eq!(center.get("/persons").body.matches("ひかる").count(), 1);
});

both_engines!(a_possible_double_is_shown_before_it_is_made, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "さくら");
    world.person("hogo", "さくら");
    let center = world.as_worker("center");
    let fields = [("name", "サクラ"), ("kana", "さくら"), ("birth_year", "昭和63")];
    let asked = send(&center, "/persons/new", "/persons", &fields);
    asked.assert_status(409);
    assert!(asked.body.contains(&person.to_string()) && asked.body.contains("value=\"昭和63\""), "{}", asked.body);
    let once = asked.once().expect("a new key").to_owned();
    let fields: Vec<_> = fields.into_iter().chain([("anyway", "yes"), ("once", once.as_str())]).collect();
    follow(&center, &center.post("/persons", &fields));
    let unknown = send(&world.as_worker("clinic"), "/persons/new", "/persons", &[("name", "さくら")]);
    unknown.assert_status(303);
});

both_engines!(the_second_to_save_sees_both, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "あおい");
    let center = world.as_worker("center");
    let page = format!("/persons/{person}");
    let save = |name: &str, version: &str, once: &str| {
        center.post(&page, &[("name", name), ("version", version), ("once", once)])
    };
    save("青井", "1", "a").assert_status(303);
    let stale = save("葵", "1", "b");
    assert!(stale.assert_status(409).body.contains("青井") && stale.body.contains("葵"), "{}", stale.body);
    let version = hidden(&stale.body, &page).into_iter().find(|(name, _)| name == "version").expect("a version").1;
    save("葵", &version, "c").assert_status(303);
    assert!(center.get(&page).body.contains("葵"));
});

both_engines!(an_agency_is_changed_by_its_own_administrator, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, center) = (world.as_worker("admin"), world.agency("center"));
    let page = format!("/agencies/{center}/edit");
    let fields = |name: &'static str, version: &'static str| {
        [("kind", "mhwc"), ("name", name), ("answer_days", "５"), ("has_account", "yes"), ("version", version)]
    };
    follow(&admin, &send(&admin, &page, &page, &fields("新しい名前", "1")));
    let stale = send(&admin, &page, &page, &fields("ほかの名前", "1"));
    assert!(stale.assert_status(409).body.contains("新しい名前") && stale.body.contains("ほかの名前"));
    assert!(admin.get(&format!("/agencies/{center}")).body.contains("開庁日で5日以内"));
    admin.get(&format!("/agencies/{}/edit", world.agency("darc"))).assert_status(403);
    world.as_worker("center").get(&page).assert_status(403);
    let number =
        send(&admin, &page, &page, &[("kind", "mhwc"), ("name", "x"), ("answer_days", "三日"), ("version", "2")]);
    assert!(number.assert_status(422).body.contains("1から30まで"), "{}", number.body);
});

both_engines!(a_duty_says_that_nobody_has_checked_until_somebody_has, &crate::migrations(), |db: Db| {
    let world = world(db);
    let privacy = world.as_worker("privacy");
    let page = format!("/agencies/{}", world.agency("center"));
    let hostel = privacy.get(&format!("/agencies/{}", world.agency("hostel"))).body;
    assert!(hostel.contains("まだだれも確かめていません"), "{hostel}");
    let duty = format!("{page}/duty");
    let empty = send(&privacy, &duty, &duty, &[("reports", "yes"), ("basis", " ")]);
    assert!(empty.assert_status(422).body.contains("href=\"#f-basis\""));
    world.clock.advance_minutes(1);
    let kept = send(&privacy, &duty, &duty, &[("reports", "yes"), ("basis", "設置要綱<第5条>")]);
    assert!(follow(&privacy, &kept).body.contains("設置要綱&lt;第5条&gt;"));
});

both_engines!(workers_come_change_and_go, &crate::migrations(), |db: Db| {
    let world = world(db);
    let (admin, center) = (world.as_worker("admin"), world.agency("center"));
    let page = format!("/agencies/{center}/workers");
    let added = [
        ("login", "new.worker"),
        ("name", "新井 まこと"),
        ("password", "correct horse battery"),
        ("roles", "worker"),
        ("roles", "intake_desk"),
    ];
    let list = follow(&admin, &send(&admin, &format!("{page}/new"), &page, &added)).body;
    assert!(list.contains("新井 まこと") && list.contains("受付窓口"), "{list}");
    let first =
        world.app.anonymous().post("/sign-in", &[("login", "new.worker"), ("password", "correct horse battery")]);
    let newcomer = world.app.with_session(first.cookie("tsunagi").expect("a session"));
    newcomer.get("/persons").assert_status(200);
    let row = &list[list.find("新井").expect("the row")..];
    let at = row.find("/workers/").expect("a link") + "/workers/".len();
    let roles = format!("{page}/{}/roles", &row[at..at + 13]);
    send(&admin, &roles, &roles, &[("roles", "coordinator")]).assert_status(303);
    newcomer.get("/persons").assert_status(403);
    let close = format!("{page}/{}/close", &row[at..at + 13]);
    send(&admin, &close, &close, &[]).assert_status(303);
    newcomer.get("/agencies").assert_status(401);
});

both_engines!(who_sits_in_two_agencies_goes_on_where_they_were, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.agency("center").to_string();
    let members = format!("/agencies/{center}/members");
    // Whoever sits in longest somewhere begins there, so the second seat must be the younger.
    world.clock.advance_minutes(1);
    let admin = world.as_worker("admin");
    send(&admin, &members, &members, &[("login", "darc"), ("roles", "worker")]).assert_status(303);
    let darc = world.as_worker("darc");
    let switched = send(&darc, "/switch", "/switch", &[("agency", &center)]);
    switched.assert_status(303);
    assert!(darc.get("/account").body.contains("みなとこころの相談センター"));
    world.clock.advance_minutes(16);
    let ended = darc.post("/persons", &[("name", "のぞみ")]);
    let mut fields = hidden(&ended.assert_status(401).body, "/sign-in");
    fields.extend([("login", "darc"), ("password", PASSWORD)].map(|(k, v)| (k.to_owned(), v.to_owned())));
    let back = darc.post("/sign-in", &borrowed(&fields));
    assert!(
        back.assert_status(200).body.contains("「みなとこころの相談センター」の職員として送ります"),
        "{}",
        back.body
    );
});

both_engines!(a_password_is_changed_with_the_old_one, &crate::migrations(), |db: Db| {
    let world = world(db);
    let center = world.as_worker("center");
    let change = |old: &str, again: &str| {
        center.post("/password", &[("old", old), ("new", "correct horse battery"), ("again", again)])
    };
    // The try is kept, so the page is an answer and not a refusal that would undo it.
    let wrong = change("ちがう", "correct horse");
    assert!(wrong.assert_status(200).body.contains("今のパスワードが違います"));
    assert!(wrong.body.contains("新しいパスワードと同じもの"), "everything that is wrong at once");
    change(PASSWORD, "correct horse battery").assert_status(303);
    center.get("/persons").assert_status(401);
    let sign_in =
        |password| world.app.anonymous().post("/sign-in", &[("login", "center"), ("password", password)]).status;
    assert_eq!((sign_in(PASSWORD), sign_in("correct horse battery")), (200, 303));
});

both_engines!(the_register_and_the_way_out, &crate::migrations(), |db: Db| {
    let world = world(db);
    let anybody = world.app.anonymous();
    for reply in
        [anybody.get("/language?lang=en&to=/about"), anybody.post("/language", &[("lang", "en"), ("to", "/about")])]
    {
        assert_eq!((reply.assert_status(303).location(), reply.cookie("lang")), ("/about", Some("en")));
    }
    assert_eq!(anybody.get("/language?lang=xx&to=//example.jp").location(), "/");
    let away = anybody.get("/away");
    assert!(away.assert_status(200).body.contains("勤労感謝の日"), "{}", away.body);
    for telling in ["相談", "回復", "依存", "支援"] {
        assert!(!away.body.contains(telling), "{telling} says where the reader was");
    }
});

both_engines!(notices_and_the_review_of_records, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "つばさ");
    let center_id = world.agency("center");
    world
        .act("hogo", move |cx| {
            crate::notice::tell(cx, center_id, "notice-something", person, "/referrals/0000000000001")
        })
        .expect("a notice can be left");
    let center = world.as_worker("center");
    let page = center.get("/notices");
    assert!(
        page.assert_status(200).body.contains("新しいことがあります") && page.body.contains("class=\"nav-count\""),
        "{}",
        page.body
    );
    assert!(!page.body.contains("つばさ"));
    let once = page.once().expect("a key").to_owned();
    let mut fields = hidden(&page.body, "/notices/read");
    fields.retain(|(name, _)| name != "once");
    fields.push(("once".to_owned(), once));
    let read = follow(&center, &center.post("/notices/read", &borrowed(&fields)));
    assert!(!read.body.contains("class=\"nav-count\"") && !read.body.contains("未読"));
    let audit = world.as_worker("privacy").get("/audit");
    assert!(
        audit.assert_status(200).body.contains("登録した") && audit.body.contains("center の職員"),
        "{}",
        audit.body
    );
    assert!(!audit.body.contains("つばさ"));
    world.as_worker("center").get("/audit").assert_status(403);
});

both_engines!(a_relative_is_registered_for_somebody_who_is_known, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "ゆうと");
    let center = world.as_worker("center");
    let named =
        [("name", "ゆうとの母"), ("relation_kind", "parent"), ("principal_is", "known"), ("principal_name", "ゆうと")];
    let asked = send(&center, "/persons/new", "/persons", &named);
    assert!(asked.assert_status(422).body.contains(&format!("value=\"{person}\"")), "{}", asked.body);
    let id = person.to_string();
    let chosen: Vec<_> = named.into_iter().chain([("principal", id.as_str()), ("once", "k")]).collect();
    let made = center.post("/persons", &chosen);
    assert!(follow(&center, &made).body.contains("ゆうと"));
    assert!(center.get(&format!("/persons/{person}")).body.contains("ゆうとの母"));
});

both_engines!(every_page_can_be_read_in_every_register, &crate::migrations(), |db: Db| {
    let world = world(db);
    let person = world.person("center", "はる");
    let grant = world.consent("center", person, "hogo", &["health"], true);
    let page = format!("/persons/{person}");
    let mut paths: Vec<String> =
        ["edit", "entries", "facts", "relations", "end", "consents", "consents/new", "refusals/new"]
            .iter()
            .map(|part| format!("{page}/{part}"))
            .collect();
    paths.extend([page.clone(), format!("{page}/consents/{grant}"), format!("{page}/consents/{grant}/paper")]);
    paths.extend(["/persons", "/persons/new", "/notices", "/agencies", "/account", "/password"].map(str::to_owned));
    for lang in base::Lang::ALL {
        let reader = world.as_worker("center").reading(lang);
        for path in &paths {
            reader.get(path).assert_status(200);
        }
        reader.post("/persons/search", &[("name", "は")]).assert_status(200);
    }
    assert_eq!(world.app.app.words().missing_keys(), Vec::<String>::new());
});
