//! Arriving: the receiver, the sender and the person say so, and somebody is reminded to ask afterwards.

use journeys::{Region, Script};

use crate::before::{done, look, referred, taichi, worker};

fn three_say_that_it_holds(script: Script) {
    let region = Region::open();
    let person = taichi(&region, "center");
    let referral = referred(&region, person, "center");
    done(&region, "center", &format!("{referral}/accept"), &[("first_on", "2026-11-20"), ("first_place", "相談室")]);

    let mut center = worker(&region, "center", script);
    center.visit("/home");
    center.click_near("たいちさん", "来たかどうかを記す");
    center.fill("来た日", "2026年11月20日");
    center.fill("いっしょに来た人", "担当の職員");
    look(&mut center, script, "arrive-1-form");
    center.click("着いたと記す");
    center.sees("着いたことを記しました");
    look(&mut center, script, "arrive-2-arrived");
    center.click("つながったと確かめる");
    look(&mut center, script, "arrive-3-confirm");
    center.click("つながったと確かめる");
    center.sees("つながったと確かめました");

    let mut hogo = worker(&region, "hogo", script);
    hogo.visit("/home");
    look(&mut hogo, script, "arrive-4-sender-home");
    hogo.click_near("たいちさん", "着いたことを確かめる");
    hogo.click("着いたことを知ったと記す");
    hogo.sees("着いたことを知ったと記しました");
    hogo.does_not_see("つながった日");
    hogo.click("本人に聞いたことを記す");
    hogo.choose("ご本人の答え", "求めていたことだった");
    look(&mut hogo, script, "arrive-5-person-says");
    hogo.click("本人に聞いたことを記す");
    hogo.sees("ご本人の答えを記しました");
    hogo.sees("つながった日");
    for step in ["2週間後", "1か月後", "3か月後"] {
        hogo.sees(step);
    }
    look(&mut hogo, script, "arrive-6-connected");
    center.reload();
    center.sees("つながった日");

    region.world.clock.advance_minutes(14 * 24 * 60);
    let mut later = worker(&region, "hogo", script);
    later.visit("/home");
    later.sees("その後を聞く");
    later.click_near("たいちさん", "その後を聞く");
    later.choose("今のようす", "続いている");
    later.choose("どうやって聞きましたか", "電話で");
    look(&mut later, script, "arrive-7-follow-up");
    later.click("その後を聞いたと記す");
    later.sees("その後のようすを記しました");
}

#[test]
fn an_arrival_holds_when_three_say_so() {
    three_say_that_it_holds(Script::On);
}

#[test]
fn an_arrival_holds_when_three_say_so_without_scripts() {
    three_say_that_it_holds(Script::Off);
}
