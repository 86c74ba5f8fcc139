//! What was before a journey begins, and how its pages are looked at.

use base::PersonId;
use journeys::{Browser, Region, Script};

/// The agency that most journeys lead to.
pub const CENTER: &str = "みなとこころの相談センター";

/// Another one, with a house to live in.
pub const DARC: &str = "みなとリカバリーハウス";

/// hogo's client たいち, who allows `to` to be told of health.
pub fn taichi(region: &Region, to: &str) -> PersonId {
    let person = region.world.person("hogo", "たいち");
    region.world.consent("hogo", person, to, &["health"], false);
    person
}

/// Writes a referral of hogo's client and sends it; gives its address.
#[track_caller]
pub fn referred(region: &Region, person: PersonId, to: &str) -> String {
    let to = region.world.agency(to).to_string();
    let fields = [
        ("to", to.as_str()),
        ("act", "refer"),
        ("wish", "静かに話を聞いてほしい"),
        ("sections.health", "夜眠れない日がある"),
        ("send", "yes"),
    ];
    done(region, "hogo", &format!("/persons/{person}/refer"), &fields)
}

/// Sends a form as a worker; gives where it leads.
#[track_caller]
pub fn done(region: &Region, login: &str, path: &str, fields: &[(&str, &str)]) -> String {
    region.world.as_worker(login).post(path, fields).assert_status(303).location().to_owned()
}

/// Somebody at a browser who works as `login` and looks at every page that they come to.
pub fn worker(region: &Region, login: &str, script: Script) -> Browser {
    let mut worker = region.browser(script);
    worker.signs_in(login, region);
    worker
}

/// Looks closer at a page: barriers at both widths, and a picture. Without scripts it looks alike; one is enough.
#[track_caller]
pub fn look(reader: &mut Browser, script: Script, name: &str) {
    if script == Script::On {
        reader.screenshot(name);
    }
    reader.is_sound();
}
