//! A relative comes alone: nobody knows the one they worry about, and they are handed over in their own right.

use journeys::{Region, Script};

use crate::before::{DARC, look, worker};

#[test]
fn a_relative_is_referred_in_their_own_right() {
    let script = Script::On;
    let region = Region::open();
    let mut center = worker(&region, "center", script);
    center.visit("/persons/new");
    center.fill("名前か呼び名", "よしえ");
    center.click("家族など、心配している方として登録する");
    center.choose("心配している相手から見た関係", "父・母");
    center.choose("心配している相手と、支援との関わり", "まだだれも知らない");
    look(&mut center, script, "relative-1-new");
    center.click("登録する");
    center.sees("登録しました");
    center.sees("父・母");
    look(&mut center, script, "relative-2-person");
    let person = center.path().split('?').next().unwrap_or_default().to_owned();

    center.click("つなぐ");
    center.click(DARC);
    center.sees("同意がまだない");
    look(&mut center, script, "relative-3-no-consent");
    center.click("同意を聞く");
    center.choose("ほかに知らせてもよいもの", "家族");
    center.click("同意する");
    center.sees("同意を記録しました");
    center.visit(&person);
    center.click("つなぐ");
    center.click(DARC);
    center.fill("ご本人の願い", "息子のことを、まず自分が話したい");
    center.choose("いつ送りますか", "保存して、すぐに送る");
    look(&mut center, script, "relative-4-refer");
    center.click("保存する");
    center.sees("送りました");

    let mut darc = worker(&region, "darc", script);
    darc.visit("/home");
    darc.click_near("よしえさん", "返事をする");
    darc.sees("息子のことを、まず自分が話したい");
    look(&mut darc, script, "relative-5-received");
    darc.click("受ける");
    darc.fill("初めに会う日", "2026-11-26");
    darc.click("受ける");
    darc.sees("受けると伝えました");
    darc.visit(&person);
    darc.sees("よしえ");
    look(&mut darc, script, "relative-6-person");
}
