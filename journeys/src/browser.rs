//! Somebody at a browser.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use base::Lang;
use serde_json::{Value, json};

use crate::axe;
use crate::driver::Driver;
use crate::look::{Width, keep};
use crate::region::Region;

/// Finds things by what they are called.
const PAGE: &str = include_str!("page.js");

/// The key under which WebDriver hands out elements (W3C WebDriver, section 12).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// The session cookie of a region without TLS.
const SESSION: &str = "tsunagi";

/// Flags that make the browser keep to itself and run as root.
const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--accept-lang=ja",
    "--hide-scrollbars",
];

/// Whether pages may run scripts. Everything has to work without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// As browsers are.
    On,
    /// As they are at many offices.
    Off,
}

/// Somebody at a browser with a window, cookies and a register of their own.
pub struct Browser {
    driver: Arc<Driver>,
    session: String,
    root: String,
    script: Script,
    width: Width,
}

impl Browser {
    pub(crate) fn open(driver: Arc<Driver>, address: SocketAddr, script: Script) -> Self {
        let mut flags: Vec<String> = FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
        flags.push(format!("--user-data-dir={}", driver.profile().display()));
        let blocked = u8::from(script == Script::Off) + 1;
        let options =
            json!({ "args": flags, "prefs": { "profile.managed_default_content_settings.javascript": blocked } });
        let wanted = json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } });
        let opened = driver.wire.post("/session", &json!({ "capabilities": { "alwaysMatch": wanted } }));
        let opened = opened.unwrap_or_else(|e| panic!("no browser opens (Debian: apt-get install chromium): {e}"));
        let session = opened["sessionId"].as_str().expect("a session has an id").to_owned();
        let mut browser = Self { driver, session, root: format!("http://{address}"), script, width: Width::Desk };
        browser.turns(Width::Desk);
        browser
    }

    /// Opens a page of the region by its path.
    #[track_caller]
    pub fn visit(&mut self, path: &str) {
        self.send("/url", json!({ "url": format!("{}{path}", self.root) }));
    }

    /// Goes back to the page before.
    #[track_caller]
    pub fn back(&mut self) {
        self.send("/back", json!({}));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&mut self) {
        self.send("/refresh", json!({}));
    }

    /// Reads in another register from now on; stays on the same page.
    #[track_caller]
    pub fn reads(&mut self, lang: Lang) {
        let path = self.path();
        self.visit(&format!("/language?lang={}&to={}", lang.code(), path.replace('&', "%26")));
    }

    /// Gives the machine a device that holds passkeys and verifies its holder without asking (WebAuthn, section 11). Passkeys
    /// belong to names, not to numbers, so the region is visited as `localhost` from now on.
    #[track_caller]
    pub fn plugs_in_device(&mut self) {
        self.root = self.root.replace("127.0.0.1", "localhost");
        let device = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
            "isUserVerified": true,
        });
        self.send("/webauthn/authenticator", device);
    }

    /// Works as this worker of the region from now on, without the way over the sign-in page.
    #[track_caller]
    pub fn signs_in(&mut self, login: &str, region: &Region) {
        let token = region.world.as_worker(login).token.expect("a worker of the test region has a session");
        // A cookie can only be given to a page that is open.
        self.visit("/about");
        let cookie = json!({ "name": SESSION, "value": token, "path": "/", "httpOnly": true, "sameSite": "Lax" });
        self.send("/cookie", json!({ "cookie": cookie }));
    }

    /// Gives the window another width.
    #[track_caller]
    pub fn turns(&mut self, width: Width) {
        self.width = width;
        let params = json!({ "width": width.px(), "height": width.height(), "deviceScaleFactor": 1, "mobile": width == Width::Phone });
        self.devtools("Emulation.setDeviceMetricsOverride", params);
    }

    /// Path and query of the page that is open.
    #[track_caller]
    pub fn path(&self) -> String {
        let url = self.ask("/url");
        let url = url.as_str().unwrap_or_default();
        url.strip_prefix(&self.root).unwrap_or(if url.starts_with("http") { url } else { "/" }).to_owned()
    }

    /// Title of the document, as it stands in the history of a shared computer.
    #[track_caller]
    pub fn title(&self) -> String {
        self.ask("/title").as_str().unwrap_or_default().to_owned()
    }

    /// Everything the page says, what is folded away included, without readings and blanks.
    #[track_caller]
    pub fn text(&self) -> String {
        self.evaluate("return text();", json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the page to say this; fails with what it says instead.
    #[track_caller]
    pub fn sees(&self, text: &str) {
        let mut said = String::new();
        for _ in 0..50 {
            said = self.text();
            if said.contains(text) {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
        panic!("{} does not say 「{text}」, but: {said}", self.place());
    }

    /// Fails when the page says this.
    #[track_caller]
    pub fn does_not_see(&self, text: &str) {
        let said = self.text();
        assert!(!said.contains(text), "{} says 「{text}」: {said}", self.place());
    }

    /// Clicks the link or button of this name and waits for the page behind it.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.press_on("control(arguments[0], null)", &json!([name]));
    }

    /// The same where several are called alike: the one nearest to this text, such as a name in a list.
    #[track_caller]
    pub fn click_near(&mut self, text: &str, name: &str) {
        self.press_on("control(arguments[0], arguments[1])", &json!([name, text]));
    }

    /// Clicks what the search finds, once more if the page behind an earlier click came in between.
    #[track_caller]
    fn press_on(&self, call: &str, arguments: &Value) {
        let element = self.find(call, arguments.clone());
        let path = format!("/session/{}/element/{element}/click", self.session);
        match self.driver.wire.post(&path, &json!({})) {
            Ok(_) => {}
            Err(problem) if problem.contains("stale element") => {
                let element = self.find(call, arguments.clone());
                self.on(&element, "click", json!({}));
            }
            Err(problem) => panic!("{}: cannot be clicked: {problem}", self.place()),
        }
    }

    /// Clicks twice at once, as impatient people do.
    #[track_caller]
    pub fn double_click(&mut self, name: &str) {
        let element = self.find("control(arguments[0], null)", json!([name]));
        // A pointer, unlike a click, does not bring the button into view.
        self.execute("sync", "arguments[0].scrollIntoView({ block: 'center' })", json!([{ ELEMENT: &element }]));
        let (down, up) = (json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 }));
        let onto = json!({ "type": "pointerMove", "x": 0, "y": 0, "duration": 0, "origin": { ELEMENT: &element } });
        let actions = json!([onto, &down, &up, &down, &up]);
        let mouse = json!({ "type": "pointer", "id": "mouse", "actions": actions });
        self.send("/actions", json!({ "actions": [mouse] }));
    }

    /// Types into the field with this label, in place of what was there.
    #[track_caller]
    pub fn fill(&mut self, label: &str, text: &str) {
        let element = self.find("field(arguments[0])", json!([label]));
        self.on(&element, "clear", json!({}));
        self.on(&element, "value", json!({ "text": text }));
    }

    /// Gives a file to the field with this label.
    #[track_caller]
    pub fn attach(&mut self, label: &str, file: &Path) {
        let element = self.find("field(arguments[0])", json!([label]));
        self.on(&element, "value", json!({ "text": file.to_string_lossy() }));
    }

    /// Chooses an item of a question: of a list, of radio buttons, or a box of several.
    #[track_caller]
    pub fn choose(&mut self, question: &str, item: &str) {
        let element = self.find("item(arguments[0], arguments[1])", json!([question, item]));
        self.on(&element, "click", json!({}));
    }

    /// Ticks a box that stands alone, or takes the tick away.
    #[track_caller]
    pub fn tick(&mut self, label: &str) {
        let element = self.find("item(null, arguments[0])", json!([label]));
        self.on(&element, "click", json!({}));
    }

    /// What the page says about a field: what it wants, and what is wrong with it.
    #[track_caller]
    pub fn about(&self, label: &str) -> String {
        let said = self.evaluate("return about(arguments[0]);", json!([label]));
        self.unless_problem(&said);
        said["text"].as_str().unwrap_or_default().to_owned()
    }

    /// What stands in the field with this label.
    #[track_caller]
    pub fn value(&self, label: &str) -> String {
        let element = self.find("field(arguments[0])", json!([label]));
        self.ask(&format!("/element/{element}/property/value")).as_str().unwrap_or_default().to_owned()
    }

    /// Presses a key (`"Tab"`, `"Enter"`, `"Escape"`, or a sign) where the focus is.
    #[track_caller]
    pub fn press(&mut self, key: &str) {
        // Private-use signs stand for keys (W3C WebDriver, section 17.4.2).
        let sign = match key {
            "Tab" => "\u{E004}",
            "Enter" => "\u{E007}",
            "Escape" => "\u{E00C}",
            "Space" => " ",
            sign => sign,
        };
        let actions = json!([{ "type": "keyDown", "value": sign }, { "type": "keyUp", "value": sign }]);
        self.send("/actions", json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }

    /// Name of what has the focus.
    #[track_caller]
    pub fn focused(&self) -> String {
        let script = "const here = document.activeElement; return labels(here)[0] || names(here)[0] || '';";
        self.evaluate(script, json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Takes pictures of the whole page at both widths: `target/journeys/NAME-390.png` and `NAME-1280.png`.
    #[track_caller]
    pub fn screenshot(&mut self, name: &str) {
        let before = self.width;
        for width in Width::ALL {
            self.turns(width);
            let taken =
                self.devtools("Page.captureScreenshot", json!({ "format": "png", "captureBeyondViewport": true }));
            keep(&format!("{name}-{}", width.px()), taken["data"].as_str().unwrap_or_default());
        }
        self.turns(before);
    }

    /// Fails when the page has a fault at either width: see [`faults`](Self::faults).
    #[track_caller]
    pub fn is_sound(&mut self) {
        let faults = self.faults();
        assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
    }

    /// What is wrong with the page, at both widths: barriers (axe), sideways scrolling, a quick exit over something, words that are missing, readings
    /// that show as they are written, and what the browser complains of (a script that fails, something the content
    /// policy stopped).
    #[track_caller]
    pub fn faults(&mut self) -> Vec<String> {
        let before = self.width;
        let mut faults = Vec::new();
        for width in Width::ALL {
            self.turns(width);
            let mut found = self.barriers();
            found.extend(self.overflow());
            found.extend(self.hidden_by_exit());
            faults.extend(found.into_iter().map(|fault| format!("{}: {fault}", self.place())));
        }
        self.turns(before);
        faults.extend(unsaid(&self.text()).map(|fault| format!("{}: {fault}", self.place())));
        faults.extend(self.complaints().into_iter().map(|fault| format!("{}: {fault}", self.place())));
        faults
    }

    fn barriers(&self) -> Vec<String> {
        // The checker is large; a page that holds it already is not sent it again.
        if self.run("return !window.axe;") == true {
            self.run(&axe::install());
        }
        let (script, arguments) = axe::run(self.script == Script::Off);
        axe::report(&self.execute("async", script, arguments))
    }

    /// WCAG 2.2, 1.4.10: nobody scrolls in two directions. Tables and pictures scroll within themselves.
    fn overflow(&self) -> Option<String> {
        let script = "const page = document.scrollingElement; return page.scrollWidth - page.clientWidth;";
        let beyond = self.execute("sync", script, json!([])).as_i64().unwrap_or_default();
        (beyond > 0).then(|| format!("the page is {beyond} px wider than the window"))
    }

    /// The way out is always in reach, so it must take room of its own: at the end of a page nothing lies below it.
    fn hidden_by_exit(&self) -> Option<String> {
        let script = "const exit = document.querySelector('[data-quick-exit]');
            if (!exit || getComputedStyle(exit).position !== 'fixed') return null;
            const place = exit.getBoundingClientRect();
            if (place.width < document.documentElement.clientWidth - 1) return 'beside it';
            window.scrollTo(0, document.documentElement.scrollHeight);
            const below = [...document.querySelectorAll('main, footer')]
                .find(part => part.getBoundingClientRect().bottom > exit.getBoundingClientRect().top + 1);
            window.scrollTo(0, 0);
            return below ? below.tagName : null;";
        let found = self.execute("sync", script, json!([]));
        found.as_str().map(|what| format!("the quick exit lies over the page: {what}"))
    }

    /// What the browser wrote to its console since it was last asked.
    fn complaints(&self) -> Vec<String> {
        let log = self.send("/se/log", json!({ "type": "browser" }));
        let lines = log.as_array().into_iter().flatten();
        // That a page itself is answered with 404 is no fault of the page that says so.
        let matters = |line: &&Value| line["source"] != "network" || line["message"].to_string().contains("/assets/");
        let counts = |line: &&Value| line["level"] == "SEVERE" && matters(line);
        lines.filter(counts).map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Runs a script in the page, as nobody at a browser could: for looking closer, and for spoiling a page on purpose.
    #[track_caller]
    pub fn run(&self, script: &str) -> Value {
        self.execute("sync", script, json!([]))
    }

    /// Where this is, for messages.
    fn place(&self) -> String {
        let register = self.execute("sync", "return document.documentElement.dataset.register || '';", json!([]));
        let script = if self.script == Script::On { "" } else { ", without script" };
        format!("{} ({}, {} px{script})", self.path(), register.as_str().unwrap_or_default(), self.width.px())
    }

    /// What the page's own search finds; waits for it as long as somebody would, for a page behind a click may still
    /// be on its way.
    #[track_caller]
    fn find(&self, call: &str, arguments: Value) -> String {
        let mut found = self.evaluate(&format!("return {call};"), arguments.clone());
        for _ in 0..50 {
            if found["problem"].is_null() {
                break;
            }
            thread::sleep(Duration::from_millis(100));
            found = self.evaluate(&format!("return {call};"), arguments.clone());
        }
        self.unless_problem(&found);
        found["element"][ELEMENT].as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn unless_problem(&self, found: &Value) {
        if let Some(problem) = found["problem"].as_str() {
            panic!("{}: {problem}", self.place());
        }
    }

    #[track_caller]
    fn evaluate(&self, script: &str, arguments: Value) -> Value {
        self.execute("sync", &format!("{PAGE}\n{script}"), arguments)
    }

    #[track_caller]
    fn execute(&self, how: &str, script: &str, arguments: Value) -> Value {
        self.send(&format!("/execute/{how}"), json!({ "script": script, "args": arguments }))
    }

    #[track_caller]
    fn on(&self, element: &str, act: &str, body: Value) {
        self.send(&format!("/element/{element}/{act}"), body);
    }

    #[track_caller]
    fn devtools(&self, command: &str, params: Value) -> Value {
        self.send("/goog/cdp/execute", json!({ "cmd": command, "params": params }))
    }

    #[track_caller]
    fn send(&self, path: &str, body: Value) -> Value {
        let done = self.driver.wire.post(&format!("/session/{}{path}", self.session), &body);
        done.unwrap_or_else(|problem| panic!("the browser cannot do {path}: {problem}"))
    }

    #[track_caller]
    fn ask(&self, path: &str) -> Value {
        let answer = self.driver.wire.get(&format!("/session/{}{path}", self.session));
        answer.unwrap_or_else(|problem| panic!("the browser cannot tell {path}: {problem}"))
    }
}

/// Words that the page could not say, or says as they are kept: `⟦key⟧`, `相談《そうだん》`.
fn unsaid(text: &str) -> Option<String> {
    let kana = |c: char| matches!(c, 'ぁ'..='ん' | 'ァ'..='ー');
    let reading =
        |rest: &str| rest.split_once('》').is_some_and(|(inside, _)| !inside.is_empty() && inside.chars().all(kana));
    let at = text
        .find('⟦')
        .or_else(|| text.match_indices('《').map(|(at, _)| at).find(|at| reading(&text[at + '《'.len_utf8()..])))?;
    let before: Vec<char> = text[..at].chars().rev().take(12).collect();
    let start: String = before.into_iter().rev().chain(text[at..].chars().take(30)).collect();
    Some(format!("a word is missing, or a reading shows as it is written: …{start}…"))
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that is gone already cannot be closed; the test has said why.
        let _ = self.driver.wire.delete(&format!("/session/{}", self.session));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_not_said_are_noticed() {
        assert!(unsaid("ここで⟦auth-go⟧").is_some_and(|fault| fault.contains("ここで⟦auth-go⟧")));
        assert!(unsaid("あなたの 情報《じょうほう》").is_some());
        assert_eq!(unsaid("本の名前《回復への道》と《》"), None);
    }
}
