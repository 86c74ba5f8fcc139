//! What the rooms' forms have in common: sentences with values, the register of a page, addresses to go back to.

use base::{Arg, Lang};
use web::ui::Ui;
use web::{Cx, Req};

pub use web::Typed;

/// A sentence with values, as text; its readings are shown by whatever shows it.
pub fn said(ui: &Ui<'_>, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    ui.words.f(ui.lang, key, args)
}

/// The register that a page shown to a person is read in: chosen on the page itself, else the worker's own.
pub fn register(cx: &Cx<'_>, req: &Req) -> Lang {
    let chosen = if req.form.is_empty() {
        [req.query.get("register"), ""]
    } else {
        // The register just asked for goes before the one that the form was filled in.
        [req.form.get("language"), req.form.get("register")]
    };
    chosen.into_iter().find_map(Lang::from_code).unwrap_or(cx.lang)
}

/// A path of this product to go to, if `path` is one: never another site.
pub fn local_path(path: &str) -> Option<&str> {
    let mut chars = path.chars();
    let begins = chars.next() == Some('/') && !matches!(chars.next(), Some('/' | '\\'));
    let clean = path.len() <= 2_000 && path.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    (begins && clean).then_some(path)
}

/// A path with its query, percent-encoded, as it can stand in a link.
pub fn address(path: &str, query: &web::Form) -> String {
    let mut whole = path.to_owned();
    for (at, (name, value)) in query.0.iter().enumerate() {
        whole.push(if at == 0 { '?' } else { '&' });
        encode(&mut whole, name);
        whole.push('=');
        encode(&mut whole, value);
    }
    whole
}

fn encode(into: &mut String, text: &str) {
    use std::fmt::Write;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            into.push(char::from(byte));
        } else {
            let _ = write!(into, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_path_of_this_product_is_gone_to() {
        for path in ["/", "/persons", "/persons/0abc?register=en", "/referrals?after=1#x"] {
            assert_eq!(local_path(path), Some(path));
        }
        for path in ["", "persons", "//example.jp", "/\\example.jp", "https://example.jp", "/a b", "/a\r\nx", "/あ"] {
            assert_eq!(local_path(path), None, "{path}");
        }
    }

    #[test]
    fn a_query_goes_into_an_address_and_stays_local() {
        let query = web::Form::of(&[("to", "//x y"), ("q", "あ&=")]);
        let address = address("/persons", &query);
        assert_eq!(address, "/persons?to=%2F%2Fx%20y&q=%E3%81%82%26%3D");
        assert_eq!(local_path(&address), Some(address.as_str()));
    }
}
