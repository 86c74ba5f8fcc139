//! A worker registers somebody, asks them on the screen turned towards them, and refers them.

use journeys::{Region, Script};

use crate::before::{CENTER, look, worker};

fn registered_asked_and_referred(script: Script) {
    let region = Region::open();
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit("/persons");
    look(&mut hogo, script, "refer-1-nobody-yet");
    hogo.click("登録する");
    hogo.fill("名前か呼び名", "あんな");
    hogo.tick("仮の呼び名（アノニマスネーム）です");
    hogo.fill("生まれた年", "昭和６３");
    hogo.fill("電話番号など", "000-0000-0188");
    hogo.tick("覚醒剤");
    hogo.choose("どんなところか", "更生保護施設");
    look(&mut hogo, script, "refer-2-new");
    hogo.click("登録する");
    hogo.sees("登録しました");
    hogo.sees("1988年生まれ");
    look(&mut hogo, script, "refer-3-person");
    let person = hogo.path().split('?').next().unwrap_or_default().to_owned();

    hogo.click("同意の一覧と、新しい同意");
    hogo.click("新しく同意を聞く");
    hogo.choose("どの機関に知らせることについて聞きますか", CENTER);
    look(&mut hogo, script, "refer-4-whom");
    hogo.click("画面を本人に向ける");
    hogo.click("やさしい日本語");
    look(&mut hogo, script, "refer-5-asked-simply");
    // The screen is turned towards the person: nothing of the worker stands on it.
    for other in ["hogo の職員", "サインアウト", "お知らせ一覧", "相談先をさがす"] {
        hogo.does_not_see(other);
    }
    hogo.click("標準");
    hogo.sees(&format!("「{CENTER}」に知らせてもよいですか"));
    assert!(!hogo.title().contains("あんな"), "{}", hogo.title());
    hogo.choose("ほかに知らせてもよいもの", "健康");
    hogo.choose("また使ったことを知らせてもよいですか", "に知らせてもよい");
    hogo.choose("どんなときに見てよいですか", "いっしょに支えるため");
    hogo.choose("いつまで知らせてもよいですか", "6か月");
    // What has been ticked stays when the register changes.
    hogo.click("English");
    hogo.sees("Health");
    hogo.click("標準");
    look(&mut hogo, script, "refer-6-asked");
    hogo.click("同意する");
    hogo.sees("同意を記録しました");
    look(&mut hogo, script, "refer-7-agreed");

    hogo.visit(&person);
    hogo.click("つなぐ");
    look(&mut hogo, script, "refer-8-choose");
    hogo.click(CENTER);
    hogo.fill("ご本人の願い", "静かに話を聞いてほしい");
    hogo.fill("健康", "夜眠れない日がある");
    hogo.fill("また使ったこと", "先月、一度あった");
    hogo.does_not_see("司法の手続き");
    hogo.choose("いつ送りますか", "保存して、すぐに送る");
    look(&mut hogo, script, "refer-9-write");
    hogo.click("保存する");
    hogo.sees("送りました");
    look(&mut hogo, script, "refer-10-sent");

    let mut center = worker(&region, "center", script);
    center.visit(&hogo.path());
    center.sees("夜眠れない日がある");
    center.sees("先月、一度あった");
}

#[test]
fn somebody_is_referred_with_their_consent() {
    registered_asked_and_referred(Script::On);
}

#[test]
fn somebody_is_referred_with_their_consent_without_scripts() {
    registered_asked_and_referred(Script::Off);
}
