//! A form as it stands on a page: what is typed in it, what is wrong with it, and the key against double sending.

use base::{Arg, Lang, random_token};
use web::ui::{Choice, Field, Form, Ui};
use web::{Cx, Req};

/// What a page needs to show a form, fresh or again.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The key that makes a second sending act once.
    pub once: String,
    /// What stands in the fields.
    pub values: web::Form,
    /// What is wrong: field and sentence; an empty field name is about the whole form.
    pub errors: Vec<(String, String)>,
}

impl Typed {
    /// The form of this request: empty when the page is opened, as it was typed when an act was refused.
    pub fn of(cx: &Cx<'_>, req: &Req) -> Self {
        Self { once: random_token(cx.rng), values: req.form.clone(), errors: req.errors(cx) }
    }

    /// What stands in the fields when the page is opened; what was typed is left alone.
    #[must_use]
    pub fn filled<'a>(mut self, fields: impl IntoIterator<Item = (&'a str, String)>) -> Self {
        if self.values.is_empty() {
            self.values.0 = fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        }
        self
    }

    /// The value of a field.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name)
    }

    /// Whether this value of a field was chosen.
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.values.all(name).any(|v| v == value)
    }

    /// A question with what was answered and what is wrong with that.
    pub fn field(&self, name: &str, label: impl Into<String>) -> Field {
        let error = self.errors.iter().find(|(field, _)| field == name).map(|(_, sentence)| sentence.clone());
        Field::new(name, label).value(self.get(name)).error(error)
    }

    /// A question with given answers, whose value is carried by the answers.
    pub fn question(&self, name: &str, label: impl Into<String>) -> Field {
        self.field(name, label).value("")
    }

    /// Given answers, those that were chosen being chosen.
    pub fn choices<V: Into<String>, L: Into<String>>(
        &self,
        name: &str,
        answers: impl IntoIterator<Item = (V, L)>,
    ) -> Vec<Choice> {
        let choice = |(value, label): (V, L)| {
            let choice = Choice::new(value, label);
            let chosen = self.chose(name, &choice.value);
            choice.chosen(chosen)
        };
        answers.into_iter().map(choice).collect()
    }

    /// The form around the questions, with its key and what is wrong.
    pub fn form(&self, action: impl Into<String>, submit: impl Into<String>, fields: maud::Markup) -> Form {
        Form::new(action, submit, fields).once(&self.once).errors(self.errors.clone())
    }
}

/// A sentence with values, as text; its readings are shown by whatever shows it.
pub fn said(ui: &Ui<'_>, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    ui.words.f(ui.lang, key, args)
}

/// The register that a page shown to a person is read in: chosen on the page itself, else the worker's own.
pub fn register(cx: &Cx<'_>, req: &Req) -> Lang {
    let chosen = if req.form.is_empty() { req.query.get("register") } else { req.form.get("register") };
    Lang::from_code(chosen).unwrap_or(cx.lang)
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
