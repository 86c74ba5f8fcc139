//! Somebody looks for help without signing in, and says what is wrong.

use base::{AgencyId, Lang};
use journeys::{Region, Script};
use public::directory::{self, OfferInput, WhoInput};

use crate::before::{CENTER, DARC, look};

/// Kind, name, schedule.
type OfferRow = (&'static str, &'static str, &'static str);

const OF_CENTER: &[OfferRow] = &[
    ("consultation", "こころの相談", "weekly:mon-fri 09:00-17:00 not-holidays"),
    ("family", "家族教室", "monthly:2 sat 14:00-16:00"),
];

const OF_DARC: &[OfferRow] = &[("programme", "夕方の回復プログラム", "weekly:thu 18:30-20:00")];

/// Lists every agency, and what two of them offer.
fn fill_directory(region: &Region) {
    let world = &region.world;
    let all: Vec<AgencyId> = world.agencies.values().copied().collect();
    let offers = [(world.agency("center"), OF_CENTER), (world.agency("darc"), OF_DARC)];
    let act = move |cx: &mut web::Cx<'_>| {
        all.iter().try_for_each(|id| directory::refresh(cx, *id))?;
        for (agency, rows) in offers {
            for (kind, name, schedule) in rows {
                directory::add_offer(cx, agency, &offer(kind, name, schedule))?;
            }
        }
        Ok(())
    };
    world.app.app.act(web::Who::System, act).expect("the offers can be listed");
}

fn offer(kind: &str, name: &str, schedule: &str) -> OfferInput {
    let welcome = if kind == "family" { vec!["family".to_owned()] } else { Vec::new() };
    OfferInput {
        kind: kind.to_owned(),
        name: name.to_owned(),
        schedule: schedule.to_owned(),
        cost: "無料".to_owned(),
        accompany: Some("yes".to_owned()),
        urine_test: Some("no".to_owned()),
        capacity: "has".to_owned(),
        who: WhoInput { welcome, ..WhoInput::default() },
        ..OfferInput::default()
    }
}

#[test]
fn a_programme_is_found_and_a_mistake_is_told() {
    let script = Script::On;
    let region = Region::open();
    fill_directory(&region);
    let mut reader = region.browser(script);
    reader.visit("/");
    reader.fill("さがす", "家族");
    reader.click("検索");
    reader.sees(CENTER);
    reader.sees("家族教室");
    look(&mut reader, script, "find-1-family");
    reader.fill("ことばでさがす", "ﾀﾞﾙｸ");
    reader.click("検索");
    reader.sees(DARC);
    reader.does_not_see("家族教室");
    reader.fill("ことばでさがす", "空飛ぶ船");
    reader.click("検索");
    reader.sees("見つかりませんでした");
    look(&mut reader, script, "find-2-nothing");
    reader.click("はじめからさがす");
    look(&mut reader, script, "find-2-anew");
    reader.choose("行ける時間", "平日の夕方から");
    reader.click("検索");
    reader.sees("夕方の回復プログラム");
    reader.does_not_see("こころの相談 ");
    look(&mut reader, script, "find-3-evening");
    reader.click(DARC);
    reader.sees("毎週木曜日");
    look(&mut reader, script, "find-4-agency");
    reader.click("違うところを知らせる");
    reader.click("知らせる");
    look(&mut reader, script, "find-5-nothing-said");
    reader.choose("何についてですか", "日時");
    reader.fill("どう違いますか", "木曜日は19時からになりました 𠮷🙂");
    reader.click("知らせる");
    reader.sees("担当者が確かめます");
    look(&mut reader, script, "find-6-told");
    reader.reads(Lang::Simple);
    look(&mut reader, script, "find-7-agency-simple");
    reader.reads(Lang::En);
    look(&mut reader, script, "find-8-agency-en");
}
