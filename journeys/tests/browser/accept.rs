//! The receiver finds a referral on the first page of the day and says yes; the sender goes along.

use journeys::{Region, Script};

use crate::before::{CENTER, look, referred, taichi, worker};

fn a_yes_and_somebody_who_comes_along(script: Script) {
    let region = Region::open();
    let person = taichi(&region, "center");
    let referral = referred(&region, person, "center");

    let mut center = worker(&region, "center", script);
    center.visit("/home");
    center.sees("たいちさん");
    look(&mut center, script, "accept-1-home");
    center.click_near("たいちさん", "返事をする");
    center.sees("夜眠れない日がある");
    look(&mut center, script, "accept-2-received");
    center.click("受ける");
    center.fill("初めに会う日", "2026-11-25");
    center.fill("来てもらう場所", "二階の相談室");
    look(&mut center, script, "accept-3-form");
    center.click("受ける");
    center.sees("受けると伝えました");
    assert_eq!(center.path().split('?').next(), Some(referral.as_str()));

    let mut hogo = worker(&region, "hogo", script);
    hogo.visit(&referral);
    hogo.sees("受け入れ予定");
    hogo.sees("二階の相談室");
    hogo.click("つなぎの一歩を決める");
    hogo.choose("何をしますか", "付き添い");
    hogo.fill("日にち", "令和8年11月20日");
    hogo.fill("いっしょに行く人", "担当の職員");
    hogo.fill("場所", "駅の改札");
    look(&mut hogo, script, "accept-4-leg");
    hogo.click("つなぎの一歩を決める");
    hogo.sees("つなぎの一歩を決めました");
    hogo.click_near("駅の改札", "どうなったかを記す");
    hogo.choose("どうなりましたか", "行った");
    hogo.fill("一言", "二人で電車に乗った");
    look(&mut hogo, script, "accept-5-settle");
    hogo.click("どうなったかを記す");
    hogo.sees("どうなったかを記しました");
    look(&mut hogo, script, "accept-6-sender");
    center.reload();
    center.sees("付き添い");
    center.sees("二人で電車に乗った");
    center.does_not_see(&format!("{CENTER}の番"));
}

#[test]
fn a_referral_is_accepted_and_accompanied() {
    a_yes_and_somebody_who_comes_along(Script::On);
}

#[test]
fn a_referral_is_accepted_and_accompanied_without_scripts() {
    a_yes_and_somebody_who_comes_along(Script::Off);
}
