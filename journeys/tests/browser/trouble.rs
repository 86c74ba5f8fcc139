//! What goes wrong at a desk: the session ends while somebody writes, and a button is pressed twice.

use journeys::{Region, Script};
use people::testing::PASSWORD;

use crate::before::{look, worker};

#[test]
fn what_was_typed_outlives_the_session() {
    let script = Script::On;
    let region = Region::open();
    let person = region.world.person("hogo", "ひなた");
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit(&format!("/persons/{person}/entries"));
    let written = "一行目：<b>太字ではない</b>\n二行目：𠮷野家の前で会った🙂";
    hogo.choose("この記録に書かれていること", "健康");
    hogo.run(&format!("document.querySelector('textarea[name=text]').value = {written:?};"));
    look(&mut hogo, script, "trouble-1-written");
    region.world.clock.advance_minutes(16);
    hogo.click("記録を残す");
    hogo.sees("入力した内容は残っています");
    look(&mut hogo, script, "trouble-2-ended");
    hogo.fill("利用者ID", "hogo");
    hogo.fill("パスワード", PASSWORD);
    hogo.click("サインイン");
    hogo.sees("まだ送信されていません");
    look(&mut hogo, script, "trouble-3-kept");
    hogo.click("内容を送る");
    hogo.sees("記録を残しました");
    hogo.sees("<b>太字ではない</b>");
    hogo.sees("𠮷野家の前で会った🙂");
    look(&mut hogo, script, "trouble-4-saved");
}

fn registered_once(script: Script) {
    let region = Region::open();
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit("/persons/new");
    hogo.fill("名前か呼び名", "ひかる");
    hogo.double_click("登録する");
    hogo.sees("登録しました");
    hogo.visit("/persons");
    assert_eq!(hogo.text().matches("ひかる").count(), 1, "{}", hogo.text());
}

#[test]
fn a_button_pressed_twice_acts_once() {
    registered_once(Script::On);
}

#[test]
fn a_button_pressed_twice_acts_once_without_scripts() {
    registered_once(Script::Off);
}
