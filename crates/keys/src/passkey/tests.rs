//! A device's answers, right and wrong.

use super::*;
use crate::device::Device;

const ORIGIN: &str = "https://tsunagi.example.jp";
const CHALLENGE: [u8; CHALLENGE_BYTES] = [7; CHALLENGE_BYTES];

fn site() -> Site {
    Site::of(ORIGIN, "つなぎ").expect("a site")
}

fn device() -> Device {
    Device::new(3, ORIGIN, "tsunagi.example.jp")
}

fn made() -> Made {
    let asked = site().ask_new(12, "hogo", "保護 花子", &[], &CHALLENGE).expect("asked");
    site().make(12, &CHALLENGE, &device().make(&asked)).expect("made")
}

fn ask() -> String {
    site().ask_known(&[], &CHALLENGE).expect("asked")
}

#[test]
fn a_passkey_is_made_and_used() {
    let made = made();
    assert_eq!(made.credential, base64url(&device().credential), "the id is that of the device");
    let answer = device().show(&ask());
    assert_eq!(named(&answer), Some(made.credential.clone()));
    assert_eq!(site().check(&CHALLENGE, &made.key, &answer), Ok(Used { counter: 0 }));
}

#[test]
fn what_a_browser_is_asked() {
    let known = vec!["AAAA".to_owned()];
    let new: Value =
        serde_json::from_str(&site().ask_new(12, "hogo", "N", &known, &CHALLENGE).expect("asked")).expect("JSON");
    assert_eq!(new["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(new["authenticatorSelection"]["residentKey"], "preferred");
    assert_eq!(new["attestation"], "none");
    assert_eq!(new["rp"]["id"], "tsunagi.example.jp");
    assert_eq!(new["excludeCredentials"][0]["id"], "AAAA");
    let use_it: Value = serde_json::from_str(&site().ask_known(&known, &CHALLENGE).expect("asked")).expect("JSON");
    assert_eq!(use_it["userVerification"], "required");
    assert_eq!(use_it["allowCredentials"][0]["id"], "AAAA");
    assert_eq!(use_it["challenge"], base64url(&CHALLENGE));
    let any: Value = serde_json::from_str(&ask()).expect("JSON");
    assert_eq!(any["allowCredentials"], json!([]));
}

#[test]
fn what_lies_does_not_pass() {
    let made = made();
    let refused = |bad: &dyn Fn(&mut Device)| {
        let mut device = device();
        bad(&mut device);
        site().check(&CHALLENGE, &made.key, &device.show(&ask())).expect_err("refused")
    };
    refused(&|d| d.origin = "https://tsunagi.example.jp.evil.example".to_owned());
    refused(&|d| d.origin = "http://tsunagi.example.jp".to_owned());
    refused(&|d| d.site = "evil.example".to_owned());
    refused(&|d| d.verified = false);
    // Another key under the same name.
    refused(&|d| {
        d.key = Device::new(9, ORIGIN, "tsunagi.example.jp").key;
    });
    // Another credential than the one that was kept.
    refused(&|d| d.credential = vec![1; 16]);
    let other = [8; CHALLENGE_BYTES];
    let answer = device().show(&ask());
    site().check(&other, &made.key, &answer).expect_err("an answer to another challenge");
    let asked = site().ask_new(12, "hogo", "N", &[], &CHALLENGE).expect("asked");
    site().make(12, &other, &device().make(&asked)).expect_err("made for another challenge");
    let unverified = Device { verified: false, ..device() };
    site().make(12, &CHALLENGE, &unverified.make(&asked)).expect_err("made without verifying the holder");
    for nonsense in ["", "{}", "null", "[]", "\u{0}", "{\"rawId\":\"\"}"] {
        site().check(&CHALLENGE, &made.key, nonsense).expect_err("nonsense");
        site().make(12, &CHALLENGE, nonsense).expect_err("nonsense");
        assert_eq!(named(nonsense), None);
    }
}

#[test]
fn a_counter_that_goes_back_is_told_and_not_refused() {
    let counting = Device { counter: 40, ..device() };
    let asked = site().ask_new(12, "hogo", "N", &[], &CHALLENGE).expect("asked");
    let made = site().make(12, &CHALLENGE, &counting.make(&asked)).expect("made");
    for counter in [41, 5, 0] {
        let answer = Device { counter, ..device() }.show(&ask());
        assert_eq!(site().check(&CHALLENGE, &made.key, &answer), Ok(Used { counter }));
    }
}

#[test]
fn a_site_has_a_name_and_tls_or_is_the_own_machine() {
    for good in ["https://tsunagi.example.jp", "http://localhost:8080", "http://127.0.0.1:8080", "https://a.b:8443"] {
        assert!(Site::of(good, "x").is_some(), "{good}");
    }
    for bad in ["http://tsunagi.example.jp", "https://192.0.2.7", "", "tsunagi", "http://10.0.0.2:8080"] {
        assert!(Site::of(bad, "x").is_none(), "{bad}");
    }
    let local = Site::of("http://127.0.0.1:8080", "x").expect("a site");
    let device = Device::new(3, "http://localhost:40123", "localhost");
    let asked = local.ask_new(1, "a", "b", &[], &CHALLENGE).expect("asked");
    local.make(1, &CHALLENGE, &device.make(&asked)).expect("any port of the own machine");
}

#[test]
fn base64url_is_that_of_the_rfc() {
    let pairs = [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")];
    for (plain, text) in pairs {
        assert_eq!(base64url(plain.as_bytes()), text);
    }
    assert_eq!(base64url(&[0xfb, 0xff]), "-_8");
}
