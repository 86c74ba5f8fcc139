//! Pages and JSON: what the public reads, what the desk changes, what becomes of a suggestion.

use base::Lang;
use db::Db;
use db::testing::both_engines;
use serde_json::json;

use super::*;
use crate::directory::SiteInput;
use crate::directory::import::{Options, Source, import};

/// The centre with a programme, a group for women and a secret house besides
fn furnished(db: Db) -> World {
    let world = world(db);
    let center = world.agency("center");
    let mut programme = offer("programme", "なぎの会", "monthly:2,4 thu 18:30-20:00; off 2026-11-26");
    programme.cost = "無料".to_owned();
    programme.urine_test = Some("no".to_owned());
    programme.capacity = "has".to_owned();
    programme.who = who("", &["uninsured"], &["in_employment"]);
    add(&world, center, &programme);
    let darc = world.agency("darc");
    add(&world, darc, &offer("lodging", "=1+1の家", ""));
    let secret = SiteInput {
        is_secret: true,
        prefecture: "みなと県".into(),
        city: "みなと市".into(),
        lot: "秘密町5-5".into(),
        ..SiteInput::default()
    };
    let act = move |cx: &mut web::Cx<'_>| directory::change_site(cx, darc, &secret);
    world.app.app.act(web::Who::System, act).expect("a site");
    world
}

both_engines!(every_page_in_every_register, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let (center, offer) = (world.agency("center"), offer_of(&world, "center"));
    let public = [
        "/directory",
        "/directory?q=なぎ",
        "/directory?family=yes&free=evening&in=pregnant",
        "/directory?q=どこにもない",
    ];
    let mut pages: Vec<(bool, String)> = public.iter().map(|path| (false, encoded(path))).collect();
    pages.push((false, format!("/directory/agencies/{center}")));
    pages.push((false, format!("/directory/agencies/{}", world.agency("hogo"))));
    for path in ["edit", "offers/new"] {
        pages.push((true, format!("/directory/agencies/{center}/{path}")));
    }
    pages.push((true, format!("/directory/offers/{offer}/edit")));
    pages.push((true, "/directory/suggestions".to_owned()));
    suggest(&world, "contact", "電話が変わりました");
    for lang in Lang::ALL {
        let (anybody, coord) = (world.app.anonymous().reading(lang), world.as_worker("coord").reading(lang));
        for (editing, path) in &pages {
            let reply = coord.get(path);
            reply.assert_status(200);
            for never in ["⟦", "style=\"", "placeholder", "《"] {
                assert!(!reply.body.contains(never), "{never} on {path} in {lang:?}: {}", reply.body);
            }
            anybody.get(path).assert_status(if *editing { 401 } else { 200 });
        }
    }
    assert_eq!(world.app.app.words().missing_keys(), [""; 0]);
});

/// A path whose query is percent-encoded
fn encoded(path: &str) -> String {
    path.bytes().map(|b| if b.is_ascii() { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

fn offer_of(world: &World, key: &str) -> String {
    let path = format!("/api/v1/directory/agencies/{}", world.agency(key));
    world.app.anonymous().get(&path).json()["offers"][0]["id"].as_str().expect("an offer").to_owned()
}

fn suggest(world: &World, what: &str, text: &str) {
    let page = format!("/directory/agencies/{}/suggestions", world.agency("center"));
    let sent = world.app.anonymous().post(&page, &[("what", what), ("text", text), ("contact", "090-0000-0000")]);
    sent.assert_status(303);
}

both_engines!(the_public_reads_all_that_matters_before_going, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let page = world.app.anonymous().get(&format!("/directory/agencies/{}", world.agency("center")));
    page.assert_status(200);
    for shown in [
        "href=\"tel:00000000100\"",
        "本人の同意なしに、ほかの機関へ伝えることはありません。",
        "報告する義務はありません",
        "検査のための記録",
        "第2・第4木曜日 18:30〜20:00",
        "12月10日（木）",
        "は休みです。",
        "働いている人",
        "保険証のない人",
        "無料",
        "空きがあります",
        "内容が違うとき",
    ] {
        assert!(page.body.contains(shown), "{shown} in {}", page.body);
    }
    assert!(!page.body.contains("職員"), "who checked is a worker's name, not for the public");
    assert!(!page.body.contains("1年以上"));
    assert!(page.body.contains("data-quick-exit") && page.body.contains("<title>ご案内</title>"));
    let hogo = world.app.anonymous().get(&format!("/directory/agencies/{}", world.agency("hogo")));
    assert!(hogo.body.contains("報告する義務がある機関です"));
    assert!(hogo.body.contains("まだ確かめられていません"));
    world.app.anonymous().get("/directory/agencies/0000000000001").assert_status(404);

    world.clock.advance_days(31);
    let later = world.app.anonymous().get(&format!("/directory/agencies/{}", world.agency("center"))).body;
    assert!(
        later.contains("空きはおたずねください") && !later.contains("空きがあります"),
        "room is not believed for long"
    );
    world.clock.advance_days(335);
    let stale = world.app.anonymous().get(&format!("/directory/agencies/{}", world.agency("center"))).body;
    assert!(stale.contains("1年以上確かめていません"), "{stale}");
    assert!(world.app.anonymous().get(&encoded("/directory?q=なぎの会")).body.contains("1年以上確かめていません"));
});

both_engines!(a_secret_place_is_told_to_nobody, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let darc = world.agency("darc");
    let anybody = world.app.anonymous();
    let paths = [
        format!("/directory/agencies/{darc}"),
        format!("/api/v1/directory/agencies/{darc}"),
        "/directory/agencies.csv".to_owned(),
        encoded("/api/v1/directory/search?q=リカバリーハウス"),
        encoded("/directory?q=秘密町"),
    ];
    for path in &paths {
        let body = anybody.get(path).assert_status(200).body.clone();
        assert!(!body.contains("5-5") && !body.contains("リカバリーハウスみなと市秘密町"), "{path}: {body}");
    }
    assert!(
        anybody.get(&encoded("/directory?q=秘密町")).body.contains("見つかりませんでした"),
        "nor can it be found by its place"
    );
    assert!(anybody.get(&paths[0]).body.contains("安全のため、場所は公開していません"));
    assert!(world.as_worker("center").get(&paths[1]).body.contains("リカバリーハウス"));
    assert!(!world.as_worker("center").get(&paths[1]).body.contains("秘密町"), "another agency is the public");
    assert!(world.as_worker("darc").get(&paths[1]).body.contains("秘密町"));
});

both_engines!(each_desk_edits_its_own_and_the_coordinator_any, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let (center, offer) = (world.agency("center"), offer_of(&world, "center"));
    let add = format!("/api/v1/directory/agencies/{center}/offers");
    let body = json!({ "kind": "family", "name": "家族教室", "schedule": "monthly:2,4 tue 13:30-15:30", "accompany": true,
        "who": { "age_from": 20, "welcome": ["in_employment"], "dependence": ["alcohol"] } });
    for (who, status) in [("center", 200), ("coord", 200), ("hogo", 403), ("privacy", 403)] {
        world.as_worker(who).as_program().post_json(&add, &body).assert_status(status);
    }
    world.app.anonymous().post_json(&add, &body).assert_status(401);
    world
        .as_worker("hogo")
        .as_program()
        .post_json(&format!("/api/v1/directory/offers/{offer}/capacity"), &json!({ "capacity": "none" }))
        .assert_status(403);
    world.as_worker("hogo").get(&format!("/directory/agencies/{center}/edit")).assert_status(403);
    let read = world.app.anonymous().get(&format!("/api/v1/directory/agencies/{center}")).json();
    assert_eq!(read["offers"].as_array().expect("offers").len(), 3);
    let family = &read["offers"][1];
    assert_eq!(family["times"], json!(["第2・第4火曜日 13:30〜15:30"]));
    assert_eq!(family["next"][0], "2026-11-24 13:30-15:30");
    assert_eq!(
        (&family["accompany"], &family["urine_test"], &family["who"]["age_from"]),
        (&json!(true), &json!(null), &json!(20))
    );
    assert_eq!((family["trust"].as_str(), family["version"].as_i64()), (Some("fresh"), Some(1)));
});

both_engines!(two_who_save_the_same_offer_do_not_overwrite_each_other, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let id = offer_of(&world, "center");
    let (desk, path) = (world.as_worker("center"), format!("/api/v1/directory/offers/{id}"));
    let program = desk.clone().as_program();
    let body = json!({ "kind": "programme", "name": "なぎの会（新）", "version": 1 });
    program.post_json(&path, &body).assert_status(200);
    program.post_json(&path, &body).assert_status(409);
    let page = format!("/directory/offers/{id}/edit");
    let fields = [
        ("kind", "programme"),
        ("name", "なぎの会（別）"),
        ("version", "1"),
        ("repeat1", "weekly"),
        ("day1", "mon"),
        ("from1", "9時"),
        ("until1", "１０：３０"),
    ];
    let stale = desk.post(&page, &fields);
    assert!(stale.assert_status(409).body.contains("なぎの会（別）"), "what was typed is still there");
    let mut fields = fields.to_vec();
    fields[2].1 = "2";
    desk.post(&page, &fields).assert_status(303);
    let read = desk.get(&format!("/api/v1/directory/agencies/{}", world.agency("center"))).json();
    assert_eq!(read["offers"][0]["schedule"], "weekly:mon 09:00-10:30");
    assert_eq!(read["offers"][0]["name"], "なぎの会（別）");
});

both_engines!(a_form_that_cannot_be_read_comes_back_as_it_was_typed, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let center = world.agency("center");
    let desk = world.as_worker("center");
    let fields = [
        ("kind", ""),
        ("name", "夜の会"),
        ("repeat1", "2,4"),
        ("day1", "thu"),
        ("from1", "夕方"),
        ("until1", "20:00"),
        ("age_from", "若い"),
        ("welcome", "pregnant"),
        ("not", "pregnant"),
    ];
    let again = desk.post(&format!("/directory/agencies/{center}/offers/new"), &fields);
    again.assert_status(422);
    for shown in ["夜の会", "夕方", "若い", "選んでください", "時間として読めません", "両方に同じものがあります"]
    {
        assert!(again.body.contains(shown), "{shown} in {}", again.body);
    }
    let site = [
        ("postcode", "12"),
        ("url", "minato"),
        ("lat", "0"),
        ("lon", "0"),
        ("municipality", "271005"),
        ("opening", "いつでも"),
        ("city", "みなと市"),
    ];
    let again = desk.post(&format!("/directory/agencies/{center}/edit"), &site);
    again.assert_status(422);
    for shown in
        ["みなと市", "minato", "桁数か検査用の数字", "ウェブの住所", "緯度・経度ではありません", "予定として読めません"]
    {
        assert!(again.body.contains(shown), "{shown} in {}", again.body);
    }
});

both_engines!(the_edit_page_saves_the_site_and_marks_it_checked, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let center = world.agency("center");
    let desk = world.as_worker("center");
    let page = format!("/directory/agencies/{center}/edit");
    let site = [
        ("postcode", "〒５３４－００２７"),
        ("prefecture", "大阪府"),
        ("city", "大阪市"),
        ("lot", "港町1"),
        ("municipality", "27100"),
        ("lat", "135.5"),
        ("lon", "34.6"),
        ("opening", "weekly:mon-fri 9:00-17:00 not-holidays"),
        ("version", "0"),
    ];
    desk.post(&page, &site).assert_status(303);
    desk.post(&page, &site).assert_status(409);
    let read = desk.get(&format!("/api/v1/directory/agencies/{center}")).json();
    assert_eq!(read["site"]["municipality"], "271004");
    assert_eq!(read["site"]["postcode"], "5340027");
    assert_eq!((read["site"]["lat"].as_f64(), read["site"]["lon"].as_f64()), (Some(34.6), Some(135.5)));
    assert_eq!(read["site"]["checked_on"], "2026-11-20");
    let public = world.app.anonymous().get(&format!("/directory/agencies/{center}")).body;
    assert!(
        public.contains("〒534-0027 大阪府大阪市港町1")
            && public.contains("毎週月〜金曜日 9:00〜17:00（祝日・年末年始は休み）")
    );
    world.clock.advance_days(400);
    let desk = world.as_worker("center");
    desk.post(&format!("/directory/agencies/{center}/checked"), &[]).assert_status(303);
    let read = desk.get(&format!("/api/v1/directory/agencies/{center}")).json();
    assert_eq!((read["trust"].as_str(), read["offers"][0]["checked_on"].as_str()), (Some("fresh"), Some("2027-12-25")));
    assert!(world.app.anonymous().get(&format!("/directory/agencies/{center}")).body.contains("2027年12月25日"));
    let signed = world.as_worker("hogo").get(&format!("/directory/agencies/{center}")).body;
    assert!(signed.contains("center の職員"), "other agencies see who checked");
});

both_engines!(a_suggestion_is_reviewed_and_its_contact_forgotten, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    suggest(&world, "schedule", "木曜は18時からになりました");
    let refused = world
        .app
        .anonymous()
        .post(&format!("/directory/agencies/{}/suggestions", world.agency("center")), &[("what", ""), ("text", "あ")]);
    assert!(refused.assert_status(422).body.contains("あ</textarea>"));
    let coord = world.as_worker("coord");
    let list = coord.get("/directory/suggestions").body;
    assert!(list.contains("木曜は18時からになりました") && list.contains("090-0000-0000"));
    assert!(list.contains("1年以上確かめていない機関") || !list.contains("stale"));
    world.as_worker("center").get("/directory/suggestions").assert_status(403);
    assert!(
        world
            .as_worker("center")
            .get(&format!("/directory/agencies/{}/edit", world.agency("center")))
            .body
            .contains("木曜は18時から")
    );
    let waiting = coord.clone().as_program().get("/api/v1/directory/suggestions").json();
    let id = waiting["items"][0]["id"].as_str().expect("one").to_owned();
    let decide = json!({ "standing": "taken", "version": 1 });
    world
        .as_worker("hogo")
        .as_program()
        .post_json(&format!("/api/v1/directory/suggestions/{id}"), &decide)
        .assert_status(403);
    world
        .as_worker("center")
        .post(&format!("/directory/suggestions/{id}"), &[("standing", "taken"), ("version", "1")])
        .assert_status(303);
    coord.clone().as_program().post_json(&format!("/api/v1/directory/suggestions/{id}"), &decide).assert_status(409);
    assert!(coord.get("/api/v1/directory/suggestions").json()["items"].as_array().expect("a list").is_empty());
    let suggestion: base::SuggestionId = id.parse().expect("an id");
    let kept = world
        .app
        .app
        .look(move |cx| crate::directory::store::suggestion::get(cx.tx, suggestion))
        .expect("read")
        .expect("kept");
    assert_eq!((kept.contact, kept.text.as_str()), (None, "木曜は18時からになりました"));
    for n in 0..30 {
        suggest(&world, "other", &format!("{n}回目"));
    }
    let enough = world.app.anonymous().post_json(
        &format!("/api/v1/directory/agencies/{}/suggestions", world.agency("center")),
        &json!({ "what": "other", "text": "もう一度" }),
    );
    enough.assert_status(409);
});

both_engines!(the_files_open_in_a_spreadsheet_and_can_be_read_again, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let agencies = world.app.anonymous().get("/directory/agencies.csv");
    assert_eq!(agencies.header("content-type"), Some("text/csv; charset=utf-8"));
    assert!(agencies.body.starts_with("\u{feff}全国地方公共団体コード,ID,名称,名称_カナ,"));
    assert_eq!(agencies.body.matches("\r\n").count(), 7, "a header and six agencies");
    assert!(agencies.body.contains("なぎの会"));
    let offers = world.app.anonymous().get("/directory/offers.csv").body;
    assert!(
        offers.contains("\"monthly:2,4 thu 18:30-20:00; off 2026-11-26\"") && offers.contains("'=1+1の家"),
        "{offers}"
    );
    let options = Options { list: Some("own".to_owned()), ..Options::default() };
    let tell: crate::directory::import::Tell = std::sync::Arc::new(|_| {});
    let report = import(&world.app.app, &Source::bytes(agencies.body.clone()), &options, &tell).expect("our own file");
    assert_eq!((report.rows, report.refused, report.added), (6, 0, 0), "{:?}", report.notes);
    assert_eq!(world.app.anonymous().get("/directory/agencies.csv").body.lines().nth(1), agencies.body.lines().nth(1));
});

both_engines!(a_search_by_address_answers_programs_too, &crate::migrations(), |db: Db| {
    let world = furnished(db);
    let found = world
        .app
        .anonymous()
        .get(&encoded("/api/v1/directory/search?q=なぎ&free=evening&in=in_employment&no_test=yes"))
        .json();
    assert_eq!(found["items"].as_array().expect("items").len(), 1);
    let offer = &found["items"][0]["offers"][0];
    assert_eq!((offer["fit"].as_str(), &offer["because"]), (Some("fits"), &json!(["働いている人を歓迎"])));
    assert_eq!(found["next"], json!(null));
    let none = world.app.anonymous().get(&encoded("/api/v1/directory/search?q=なぎ&free=weekend")).json();
    assert_eq!(none["items"], json!([]));
});
