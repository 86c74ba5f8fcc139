//! Barriers that a program can find: axe-core, told in Japanese.
//!
//! WCAG 2.0 to 2.2, levels A and AA (JIS X 8341-3:2016 is WCAG 2.0). What only people notice is not here.

use std::fmt::Write;

use serde_json::{Value, json};

/// The checker itself, put into the page through WebDriver: the page's own policy lets nothing in.
const AXE: &str = include_str!("../assets/axe-core/axe.min.js");

const JAPANESE: &str = include_str!("../assets/axe-core/ja.json");

const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// Where scripts are off, timers stand still too; the checker waits for them.
const RUN: &str = "
    const [locale, tags, stalled, done] = arguments;
    if (stalled) window.setTimeout = act => { Promise.resolve().then(act); return 0; };
    axe.configure({ locale });
    axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
       .then(found => done(found.violations), fault => done(String(fault)));";

/// What puts the checker into the page.
pub fn install() -> String {
    format!("{AXE}; window.axe = axe;")
}

/// What runs it, with its arguments.
pub fn run(script_is_off: bool) -> (&'static str, Value) {
    let locale: Value = serde_json::from_str(JAPANESE).expect("the vendored locale is JSON");
    (RUN, json!([locale, TAGS, script_is_off]))
}

/// What it found, each rule with its places; an error of the checker itself is told as one.
pub fn report(found: &Value) -> Vec<String> {
    let Some(rules) = found.as_array() else { return vec![format!("axe could not run: {found}")] };
    rules.iter().map(rule).collect()
}

fn rule(rule: &Value) -> String {
    let said = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    let mut text = format!("{} [{}] {}", said(&rule["id"]), said(&rule["impact"]), said(&rule["help"]));
    for node in rule["nodes"].as_array().into_iter().flatten() {
        let html: String = said(&node["html"]).chars().take(160).collect();
        let _ = write!(text, "\n      {}   {html}", node["target"]);
        for line in said(&node["failureSummary"]).lines().skip(1) {
            let _ = write!(text, "\n          {}", line.trim());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_told_with_its_places() {
        let found = json!([{ "id": "label", "impact": "critical", "help": "ラベルがない",
            "nodes": [{ "target": ["input"], "html": "<input>", "failureSummary": "Fix:\n  ラベルを付ける" }] }]);
        assert_eq!(
            report(&found),
            ["label [critical] ラベルがない\n      [\"input\"]   <input>\n          ラベルを付ける"]
        );
        assert!(report(&json!("no")).concat().starts_with("axe could not run"));
    }
}
