//! A consent is taken back in two clicks, and the other side's next request shows nothing.

use journeys::{Region, Script};

use crate::before::{CENTER, look, referred, taichi, worker};

fn nothing_is_left_on_the_other_side(script: Script) {
    let region = Region::open();
    let person = taichi(&region, "center");
    let referral = referred(&region, person, "center");

    let mut center = worker(&region, "center", script);
    center.visit(&referral);
    center.sees("たいち");
    let mut hogo = worker(&region, "hogo", script);
    hogo.visit(&format!("/persons/{person}/consents"));
    look(&mut hogo, script, "revoke-1-consents");
    hogo.click_near(CENTER, "同意を取り消す");
    look(&mut hogo, script, "revoke-2-ask");
    hogo.click("取り消す");
    hogo.sees("同意を取り消しました");
    look(&mut hogo, script, "revoke-3-revoked");

    center.reload();
    center.sees("見つかりません");
    look(&mut center, script, "revoke-4-gone");
    for gone in [format!("/persons/{person}"), format!("/persons/{person}/consents"), format!("{referral}/accept")] {
        center.visit(&gone);
        center.sees("見つかりません");
    }
    center.visit("/referrals?side=received");
    center.sees("ここには何もありません");
    look(&mut center, script, "revoke-5-list");
    center.visit("/home");
    center.sees("今、待っているものはありません");
    look(&mut center, script, "revoke-6-home");
    for page in ["/home", "/referrals?side=received", "/referrals?side=sent", "/persons", "/notices"] {
        center.visit(page);
        center.does_not_see("たいち");
    }
}

#[test]
fn a_revoked_consent_is_gone_on_the_other_side() {
    nothing_is_left_on_the_other_side(Script::On);
}

#[test]
fn a_revoked_consent_is_gone_on_the_other_side_without_scripts() {
    nothing_is_left_on_the_other_side(Script::Off);
}
