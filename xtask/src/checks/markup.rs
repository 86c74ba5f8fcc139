//! Pages as the design wants them: nothing inline, nothing from elsewhere, no placeholder in the place of a label.

use crate::report::Finding;
use crate::rust::{Rust, is_word};
use crate::tree::{File, Tree};

const NAME: &str = "markup";

/// Everything in page code and assets that a reader would suffer from or the content security policy would stop.
pub fn check(tree: &Tree) -> Vec<Finding> {
    let mut found = Vec::new();
    for (file, rust) in tree.sources().filter(|(file, _)| !file.is_test()) {
        found.extend(attributes(file, rust));
        found.extend(scripts(file, rust));
        found.extend(raw(file, rust));
    }
    for file in tree.files.iter().filter(|f| f.path.starts_with("crates/") && !tree.is_foreign(f)) {
        if file.ends("css") || file.ends("js") || file.ends("svg") {
            found.extend(outside(file));
        }
    }
    found
}

fn error(file: &File, at: usize, message: &str) -> Finding {
    Finding::error(NAME, &file.path, file.line(at), message)
}

/// Attributes in maud: a name directly before `=` and a value directly behind it.
fn attributes(file: &File, rust: &Rust) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, _) in rust.code.match_indices('=') {
        let after = &rust.code[at + 1..];
        if !after.starts_with(['"', '(', '[', '{']) || rust.in_tests(at) {
            continue;
        }
        let name = rust.code[..at].rsplit(|c: char| !is_word(c) && c != '-').next().unwrap_or_default();
        let value =
            rust.literals.iter().find(|literal| literal.at == at + 1).map_or("", |literal| literal.value.as_str());
        let foreign = ["http:", "https:", "//"].iter().any(|start| value.starts_with(start));
        match name {
            "placeholder" => found.push(error(
                file,
                at,
                "`placeholder=` vanishes while somebody types: use a label and a support text",
            )),
            "style" => found.push(error(file, at, "`style=` is inline style, which the policy stops: use a class")),
            "src" | "srcset" | "poster" | "action" if foreign => {
                found.push(error(file, at, "an asset from elsewhere: everything is served by the house"));
            }
            "href" if foreign && tag_of(&rust.code[..at]) == "link" => {
                found.push(error(file, at, "a style sheet from elsewhere: everything is served by the house"));
            }
            _ if name.len() > 4
                && name.starts_with("on")
                && name.bytes().all(|b| b.is_ascii_lowercase())
                && name != "once" =>
            {
                found.push(error(file, at, "a handler in an attribute is inline script, which the policy stops"));
            }
            _ => {}
        }
    }
    found
}

/// The element whose attributes end here: the last name that is not followed by `=`.
fn tag_of(before: &str) -> &str {
    let start = before.rfind([';', '{', '}']).map_or(0, |at| at + 1);
    before[start..].split_whitespace().next().unwrap_or_default()
}

/// `script { … }` with something in it.
fn scripts(file: &File, rust: &Rust) -> Vec<Finding> {
    let inline = |at: &usize| {
        let rest = &rust.code[at + "script".len()..];
        let Some(open) = rest.find(['{', ';']) else { return false };
        let tag = rest.starts_with([' ', '{']) && rest[open..].starts_with('{');
        tag && rest[..open].split('=').all(|part| !part.contains(['.', ',']))
            && !rest[open + 1..].trim_start().starts_with('}')
    };
    rust.words("script")
        .filter(|at| !rust.in_tests(*at) && rust.code[..*at].trim_end().ends_with(['{', '}', ';']) && inline(at))
        .map(|at| error(file, at, "inline script, which the policy stops: put it into app.js"))
        .collect()
}

/// HTML written as text.
fn raw(file: &File, rust: &Rust) -> Vec<Finding> {
    let mut found = Vec::new();
    for literal in rust.literals.iter().filter(|literal| !rust.in_tests(literal.at)) {
        for (part, message) in [
            ("<script", "script written as text: use maud, and app.js"),
            ("<style", "style written as text: use a class"),
            (" style=\"", "inline style, which the policy stops: use a class"),
            (" placeholder=\"", "a placeholder vanishes while somebody types: use a label and a support text"),
            ("src=\"http", "an asset from elsewhere: everything is served by the house"),
        ] {
            if literal.value.contains(part) {
                found.push(error(file, literal.at, message));
            }
        }
    }
    found
}

/// Addresses in style sheets, scripts and pictures. A name space is a name, not an address.
fn outside(file: &File) -> Vec<Finding> {
    let mut found = Vec::new();
    for start in ["https://", "http://", "url(//", "url(\"//"] {
        for (at, _) in file.text.match_indices(start) {
            if !file.text[at..].starts_with("http://www.w3.org/") {
                found.push(error(file, at, "an address outside the house"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::told;

    fn page(body: &str) -> Vec<String> {
        told(check, &[("crates/web/src/page.rs", &format!("fn f() -> Markup {{ html! {{ {body} }} }}"))])
    }

    #[test]
    fn an_ordinary_page_is_quiet() {
        let body = r#"link rel="stylesheet" href=(asset("a.css")); script src=(asset("a.js")) defer {} input name="once" value=(x);
            a href="https://www.mhlw.go.jp/" rel="noreferrer" { "厚生労働省" } p class={ "a " (b) } { (say("script")) }"#;
        assert_eq!(page(body), Vec::<String>::new());
    }

    #[test]
    fn what_the_policy_or_a_reader_would_not_take() {
        for (wrong, part) in [
            (r#"input placeholder="名前";"#, "placeholder="),
            (r#"p style="color: red" {}"#, "inline style"),
            (r#"img src="https://example.jp/a.png";"#, "from elsewhere"),
            (r#"link rel="stylesheet" href="https://example.jp/a.css";"#, "style sheet from elsewhere"),
            (r#"button onclick="go()" {}"#, "handler in an attribute"),
            (r#"script { "go()" }"#, "inline script"),
            (r#"(PreEscaped("<script>go()</script>"))"#, "script written as text"),
        ] {
            let found = page(wrong);
            assert!(found.len() == 1 && found[0].contains(part), "{wrong}: {found:?}");
        }
    }

    #[test]
    fn assets_name_no_address() {
        let css = "@import url(\"https://fonts.example/a.css\");";
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        let files = [("crates/web/assets/a.css", css), ("crates/web/assets/a.svg", svg)];
        assert_eq!(told(check, &files).len(), 1);
        let foreign = [("crates/web/assets/x/PROVENANCE", ""), ("crates/web/assets/x/a.css", css)];
        assert_eq!(told(check, &foreign), Vec::<String>::new());
    }
}
