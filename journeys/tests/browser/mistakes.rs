//! What people mistype, type twice, or type as nobody expected: each is told in words, and nothing typed is lost.

use journeys::{Region, Script};

use crate::before::{DARC, look, worker};

const LEAVES: &str = "そこを出る予定の日";
const NAME: &str = "名前か呼び名";

fn days_as_people_write_them(script: Script) {
    let region = Region::open();
    let person = region.world.person("hogo", "みのり");
    let mut hogo = worker(&region, "hogo", script);
    let facts = format!("/persons/{person}/facts?kind=stay");
    hogo.visit(&facts);
    hogo.choose("どんなところか", "更生保護施設");
    hogo.fill(LEAVES, "2027年2月31日");
    hogo.click("保存する");
    hogo.sees("入力内容を確認してください");
    hogo.sees(&format!("{LEAVES}：2027年2月31日はありません"));
    assert!(hogo.about(LEAVES).contains("2月31日はありません"), "{}", hogo.about(LEAVES));
    assert_eq!(hogo.value(LEAVES), "2027年2月31日", "what was typed stays");
    look(&mut hogo, script, "mistakes-1-no-such-day");
    for (typed, shown) in [
        ("令和9年2月28日", "2027年2月28日（令和9年2月28日）"),
        ("２０２７／３／１", "2027年3月1日（令和9年3月1日）"),
        ("R9.3.15", "2027年3月15日（令和9年3月15日）"),
    ] {
        hogo.fill(LEAVES, typed);
        hogo.click("保存する");
        hogo.sees("保存しました");
        hogo.sees(shown);
        hogo.visit(&facts);
    }
}

#[test]
fn a_day_that_is_none_is_told_and_every_way_to_write_one_is_read() {
    days_as_people_write_them(Script::On);
}

#[test]
fn a_day_that_is_none_is_told_and_every_way_to_write_one_is_read_without_scripts() {
    days_as_people_write_them(Script::Off);
}

fn saved_by_somebody_else(script: Script) {
    let region = Region::open();
    let person = region.world.person("hogo", "しずく");
    let edit = format!("/persons/{person}/edit");
    let mut first = worker(&region, "hogo", script);
    let mut second = worker(&region, "hogo", script);
    first.visit(&edit);
    second.visit(&edit);
    first.fill(NAME, "しずくさん");
    first.click("保存する");
    first.sees("保存しました");
    second.fill(NAME, "雫");
    second.click("保存する");
    second.sees("ほかの人が先に保存しました");
    second.sees("しずくさん");
    assert_eq!(second.value(NAME), "雫", "what was typed stays");
    look(&mut second, script, "mistakes-2-stale");
    second.click("保存する");
    second.sees("保存しました");
    first.visit(&format!("/persons/{person}"));
    first.sees("雫");
}

#[test]
fn the_second_of_two_is_shown_what_the_first_has_saved() {
    saved_by_somebody_else(Script::On);
}

#[test]
fn the_second_of_two_is_shown_what_the_first_has_saved_without_scripts() {
    saved_by_somebody_else(Script::Off);
}

#[test]
fn a_name_is_shown_as_it_was_typed() {
    let script = Script::On;
    let region = Region::open();
    let name = "<b>𠮷田</b> 🙂 & \"花\"";
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit("/persons/new");
    // WebDriver cannot press keys for every character; the field is given them as by pasting.
    hogo.run(&format!("document.querySelector('[name=name]').value = {name:?};"));
    hogo.click("登録する");
    hogo.sees("登録しました");
    hogo.sees(name);
    look(&mut hogo, script, "mistakes-3-name");
    let person = hogo.path().split('?').next().unwrap_or_default().to_owned();
    hogo.visit("/persons");
    hogo.sees(name);
    let to = region.world.agency("darc");
    hogo.visit(&format!("{person}/consents/new?to={to}&register=ja-simple"));
    hogo.sees(name);
    hogo.sees(DARC);
}

fn far_too_long(script: Script) {
    let region = Region::open();
    let person = region.world.person("hogo", "つむぎ");
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit(&format!("/persons/{person}/entries"));
    hogo.choose("この記録に書かれていること", "健康");
    hogo.run("document.querySelector('textarea[name=text]').value = '長い話。'.repeat(87382);");
    hogo.click("記録を残す");
    hogo.sees("入力内容を確認してください");
    let told = hogo.about("記録");
    assert!(told.contains("文字"), "{told}");
    let kept = hogo.run("return document.querySelector('textarea[name=text]').value.length;");
    assert_eq!(kept, 349_528, "a megabyte comes back as it was typed");
    assert_eq!(hogo.run("return document.querySelectorAll('[name=label]:checked').length;"), 1);
    hogo.run("document.querySelector('textarea[name=text]').value = '短い話。';");
    look(&mut hogo, script, "mistakes-4-too-long");
    hogo.click("記録を残す");
    hogo.sees("記録を残しました");
}

#[test]
fn a_megabyte_is_refused_in_words_and_kept() {
    far_too_long(Script::On);
}

#[test]
fn a_megabyte_is_refused_in_words_and_kept_without_scripts() {
    far_too_long(Script::Off);
}
