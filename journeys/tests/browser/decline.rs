//! A no with its reason leads to another agency, with a consent of its own.

use journeys::{Region, Script};

use crate::before::{CENTER, DARC, look, referred, taichi, worker};

#[test]
fn a_no_leads_to_another_agency() {
    let script = Script::On;
    let region = Region::open();
    let person = taichi(&region, "center");
    let referral = referred(&region, person, "center");

    let mut center = worker(&region, "center", script);
    center.visit(&referral);
    center.click("受けられないと伝える");
    center.choose("わけ", "空きがない");
    center.choose("受けられそうな機関", DARC);
    center.fill("一言", "夜の部屋は年内いっぱいです");
    look(&mut center, script, "decline-1-form");
    center.click("受けられないと伝える");
    center.sees("受けられないと伝えました");

    let mut hogo = worker(&region, "hogo", script);
    hogo.visit("/home");
    hogo.click_near("たいちさん", "次の手を考える");
    hogo.sees("空きがない");
    hogo.sees("夜の部屋は年内いっぱいです");
    look(&mut hogo, script, "decline-2-told");
    hogo.click("別の機関に頼む");
    look(&mut hogo, script, "decline-3-redirect");
    hogo.click("別の機関に頼む");
    hogo.sees("別の機関への準備ができました");
    let next = hogo.path().split('?').next().unwrap_or_default().to_owned();
    assert_ne!(next, referral);
    look(&mut hogo, script, "decline-4-prepared");
    hogo.does_not_see("着いたと記す");
    hogo.click("同意を聞く");
    hogo.sees(&format!("「{DARC}」に知らせてもよいですか"));
    hogo.choose("ほかに知らせてもよいもの", "健康");
    hogo.click("同意する");
    hogo.sees("同意を記録しました");
    look(&mut hogo, script, "decline-5-agreed");
    hogo.visit(&next);
    hogo.click("送る");
    look(&mut hogo, script, "decline-6-send");
    hogo.click("送る");
    hogo.sees("送りました");

    let mut darc = worker(&region, "darc", script);
    darc.visit(&next);
    darc.sees("夜眠れない日がある");
    darc.does_not_see(CENTER);
    look(&mut darc, script, "decline-7-other");
}
