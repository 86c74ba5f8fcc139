//! A passkey, from the first password to a sign-in without one.

use journeys::{Region, Script};

use crate::before::{look, worker};

#[test]
fn a_passkey_opens_the_door_and_proves_who_is_there() {
    let script = Script::On;
    let region = Region::open();
    let mut hogo = region.browser(script);
    hogo.plugs_in_device();
    hogo.signs_in("hogo", &region);
    hogo.visit("/account");
    hogo.click("パスキーを登録する");
    hogo.fill("このパスキーの名前", "仕事の電話");
    look(&mut hogo, script, "passkey-1-new");
    hogo.click("登録する");
    hogo.sees("パスキーを登録しました");
    hogo.sees("仕事の電話");
    look(&mut hogo, script, "passkey-2-account");
    hogo.visit("/step-up");
    hogo.click("パスキーを使う");
    look(&mut hogo, script, "passkey-3-ask");
    hogo.click("パスキーを使う");
    hogo.sees("今日すること");
    hogo.visit("/account");
    hogo.click("サインアウト");
    hogo.sees("サインアウトしました");
    hogo.click("パスキーを使う");
    hogo.click("パスキーを使う");
    hogo.sees("今日すること");
    hogo.visit("/account");
    hogo.sees("仕事の電話");
}

#[test]
fn without_scripts_the_page_says_how_to_go_on() {
    let region = Region::open();
    let mut hogo = worker(&region, "hogo", Script::Off);
    hogo.visit("/account/passkeys");
    hogo.sees("パスワードを使ってください");
    look(&mut hogo, Script::Off, "passkey-4-without");
}
