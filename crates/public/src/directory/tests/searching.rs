//! Words, places, needs and free time; order, pages, and what happens when listings change.

use std::collections::BTreeSet;

use base::OfferId;
use db::Db;
use db::testing::both_engines;

use super::*;
use crate::directory::model::{Circumstance, Circumstances, Dependence, OfferKind, Sex};
use crate::directory::rules::{Need, Seeker};
use crate::directory::schedule::Free;
use crate::directory::{Query, Results};

fn find(world: &World, query: &Query) -> Results {
    let query = query.clone();
    world.app.app.look(move |cx| directory::search(cx, &query)).expect("a search")
}

fn names(world: &World, results: &Results) -> Vec<String> {
    let ids: Vec<_> = results.items.iter().map(|found| found.agency).collect();
    let look = move |cx: &mut web::Cx<'_>| ids.iter().map(|id| Ok(agency::get(cx, *id)?.name)).collect();
    world.app.app.look(look).expect("the agencies are there")
}

fn words(world: &World, text: &str) -> Vec<String> {
    names(world, &find(world, &Query { text: text.to_owned(), ..Query::default() }))
}

fn at(world: &World, text: &str, place: &str) -> Vec<String> {
    names(world, &find(world, &Query { text: text.to_owned(), place: place.to_owned(), ..Query::default() }))
}

/// A region whose names need everything that folding and synonyms can do
fn little_region(db: Db) -> World {
    let world = world(db);
    let darc = list_agency(&world, "汐見ダルク", "しおみだるく", "recovery_facility", "汐見市");
    list_agency(&world, "ＮＡ みなとグループ", "", "self_help_group", "全国");
    let family = list_agency(&world, "みなと家族の会", "みなとかぞくのかい", "family_group", "みなと県");
    list_agency(&world, "青峰保健所", "あおみねほけんじょ", "public_health_centre", "青峰市");
    list_agency(&world, "髙﨑クリニック", "たかさきくりにっく", "medical", "青峰市");
    let mut smarpp = offer("programme", "SMARPP（スマープ）", "weekly:thu 18:30-20:00");
    smarpp.text = "覚せい剤や市販薬をやめたい人のプログラム".to_owned();
    add(&world, darc, &smarpp);
    add(&world, family, &offer("family", "家族教室", "monthly:2 sat 14:00-16:00"));
    world
}

both_engines!(words_are_found_however_they_are_typed, &crate::migrations(), |db: Db| {
    let world = little_region(db);
    let darc = ["汐見ダルク"];
    for text in [
        "ダルク",
        "ﾀﾞﾙｸ",
        "だるく",
        "DARC",
        "ｄａｒｃ",
        "しおみ",
        "シオミダルク",
        "汐見　ダルク",
        "スマープ",
        "smarpp",
        "覚醒剤",
        "シャブ",
        "OTC",
        "オーバードーズ",
    ] {
        assert_eq!(words(&world, text)[..1], darc, "{text}");
    }
    assert_eq!(words(&world, "ダルク")[1..], ["みなとリカバリーハウス"], "of the kind that the word stands for, too");
    assert_eq!(words(&world, "NA"), ["ＮＡ みなとグループ"]);
    assert_eq!(words(&world, "家族"), ["みなと家族の会"]);
    assert_eq!(words(&world, "高崎"), [""; 0], "another character is another name");
    assert_eq!(words(&world, "髙﨑"), ["髙﨑クリニック"]);
    assert_eq!(words(&world, "たかさき"), ["髙﨑クリニック"]);
    assert_eq!(words(&world, "ダルク 汐見 覚せい剤"), darc, "every word counts");
    assert_eq!(words(&world, "ダルク 青峰"), [""; 0]);
    assert_eq!(words(&world, "%"), [""; 0]);
    assert_eq!(words(&world, "保健所"), ["青峰保健所"]);
    assert_eq!(words(&world, "Public health centre"), ["青峰保健所"], "by the kind's name in English");
    assert_eq!(words(&world, "薬"), ["汐見ダルク"], "one character is found inside a text");
    assert_eq!(words(&world, "所"), ["青峰保健所", "みなと保護観察所"], "and at the end of a name");
});

both_engines!(names_come_before_texts_and_each_in_reading_order, &crate::migrations(), |db: Db| {
    let world = world(db);
    for (name, kana) in [
        ("わかば相談室", "わかばそうだんしつ"),
        ("あおい相談室", "あおいそうだんしつ"),
        ("カモメ相談室", "かもめそうだんしつ"),
    ] {
        list_agency(&world, name, kana, "private_counselling", "汐見市");
    }
    let other = list_agency(&world, "あけぼの", "あけぼの", "other", "汐見市");
    add(&world, other, &offer("other", "相談室の案内", ""));
    assert_eq!(words(&world, "相談室"), ["あおい相談室", "カモメ相談室", "わかば相談室", "あけぼの"]);
});

both_engines!(a_place_finds_what_works_there, &crate::migrations(), |db: Db| {
    let world = little_region(db);
    assert_eq!(
        at(&world, "", "青峰市"),
        ["ＮＡ みなとグループ", "青峰保健所", "髙﨑クリニック", "みなと家族の会"],
        "the town's, the prefecture's and the country's"
    );
    assert_eq!(at(&world, "ダルク", "青峰"), [""; 0]);
    assert_eq!(at(&world, "ダルク", "汐見"), ["汐見ダルク"]);
    assert_eq!(at(&world, "会", "みなと県"), ["みなと家族の会"]);
    assert_eq!(at(&world, "家族", "ほかの県"), [""; 0], "another prefecture");
});

both_engines!(needs_are_matched_offer_by_offer, &crate::migrations(), |db: Db| {
    let world = little_region(db);
    let house = list_agency(&world, "女性の家", "じょせいのいえ", "recovery_facility", "汐見市");
    let mut home = offer("lodging", "ホーム", "");
    home.who = who("women", &["in_employment"], &["with_children", "pregnant"]);
    add(&world, house, &home);
    let found = |need: Need| names(&world, &find(&world, &Query { need, ..Query::default() }));
    let need = Need::default;
    assert_eq!(found(Need { kind: Some(OfferKind::Lodging), ..need() }), ["女性の家"]);
    assert_eq!(found(Need { kind: Some(OfferKind::Lodging), sex: Some(Sex::Men), ..need() }), [""; 0]);
    let working = Circumstances::of(&[Circumstance::InEmployment]);
    assert_eq!(found(Need { kind: Some(OfferKind::Lodging), circumstances: working, ..need() }), [""; 0]);
    assert_eq!(found(Need { seeker: Some(Seeker::Relative), ..need() }), ["みなと家族の会"]);
    let free = |times: &[Free]| times.iter().copied().collect::<BTreeSet<_>>();
    assert_eq!(
        found(Need { free: free(&[Free::Evening]), ..need() }),
        ["汐見ダルク", "女性の家"],
        "times that are not said may fit"
    );
    assert_eq!(
        found(Need { free: free(&[Free::Weekend]), kind: Some(OfferKind::Family), ..need() }),
        ["みなと家族の会"]
    );
    assert_eq!(found(Need { free: free(&[Free::Day]), kind: Some(OfferKind::Family), ..need() }), [""; 0]);
    assert_eq!(
        found(Need { free: free(&[Free::Day, Free::Weekend]), kind: Some(OfferKind::Family), ..need() }),
        ["みなと家族の会"]
    );
    let two = found(Need { dependence: Some(Dependence::Cannabis), ..need() });
    assert_eq!(two, ["汐見ダルク", "女性の家", "みなと家族の会"], "offers that name none take all");
    let both = Query {
        text: "汐見".to_owned(),
        need: Need { kind: Some(OfferKind::Programme), ..need() },
        ..Query::default()
    };
    assert_eq!(names(&world, &find(&world, &both)), ["汐見ダルク"]);
    let kind = Query { kind: Some("medical".to_owned()), ..Query::default() };
    assert_eq!(names(&world, &find(&world, &kind)).len(), 2, "the clinic of the test region and this one");
});

both_engines!(pages_follow_each_other_without_gaps, &crate::migrations(), |db: Db| {
    let world = world(db);
    let mut wanted = BTreeSet::new();
    for n in 0..47 {
        let (name, text) = if n % 3 == 0 {
            (format!("見学会{n:02}"), "")
        } else {
            (format!("機関{n:02}"), "見学会のお知らせ")
        };
        let id = list_agency(&world, &name, "", "other", "汐見市");
        add(&world, id, &offer("other", text, "").named(text));
        wanted.insert(name);
    }
    let mut query = Query { text: "見学".to_owned(), ..Query::default() };
    let (mut seen, mut sizes) = (Vec::new(), Vec::new());
    loop {
        let results = find(&world, &query);
        seen.extend(names(&world, &results));
        sizes.push(results.items.len());
        query.after = results.next;
        if query.after.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [20, 20, 7]);
    assert!(seen[..16].iter().all(|name| name.starts_with("見学会")), "those named so come first: {seen:?}");
    assert_eq!(seen.iter().cloned().collect::<BTreeSet<_>>(), wanted, "each once, none left out");
    assert_eq!(seen.len(), 47);
    query.after = Some("not a place".to_owned());
    assert_eq!(find(&world, &query).items.len(), 20, "what is no place begins at the beginning");
});

trait Named {
    fn named(self, text: &str) -> Self;
}

impl Named for OfferInput {
    fn named(mut self, text: &str) -> Self {
        self.name = "その他".to_owned();
        text.clone_into(&mut self.text);
        self
    }
}

both_engines!(a_listing_is_found_by_what_it_says_now, &crate::migrations(), |db: Db| {
    let world = little_region(db);
    let darc = find(&world, &Query { text: "ダルク".to_owned(), ..Query::default() }).items[0].clone();
    let id: OfferId = darc.offers[0].0.id;
    let version = darc.offers[0].0.version.to_string();
    let changed = OfferInput { version: Some(version), ..offer("programme", "朝の会", "weekly:mon 9:00-10:00") };
    world.app.app.act(web::Who::System, move |cx| directory::change_offer(cx, id, &changed)).expect("a change");
    assert_eq!(words(&world, "市販薬"), [""; 0]);
    assert_eq!(words(&world, "朝の会"), ["汐見ダルク"]);
    let agency = darc.agency;
    let renamed = move |cx: &mut web::Cx<'_>| {
        let old = agency::get(cx, agency)?;
        let new = NewAgency {
            code: None,
            kind: old.kind,
            name: "灯台".to_owned(),
            kana: "とうだい".to_owned(),
            area: old.area,
            phone: None,
            email: None,
            tells: String::new(),
            has_account: false,
            answer_days: 3,
        };
        agency::update(cx, agency, &new, old.version)?;
        directory::refresh(cx, agency)
    };
    world.app.app.act(web::Who::System, renamed).expect("a new name");
    assert_eq!(words(&world, "汐見ダルク"), [""; 0]);
    assert_eq!(words(&world, "とうだい"), ["灯台"]);
    assert_eq!(words(&world, "朝の会"), ["灯台"], "its offers moved with it");
});
