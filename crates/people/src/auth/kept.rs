//! What was being sent when a session ended, kept in the sign-in form itself and nowhere else.

use web::{Form, Req};

use crate::form::{address, local_path};

/// Where the kept form goes.
const PATH: &str = "kept-path";
/// Where a kept page is.
const TO: &str = "to";
/// Before the name of each kept field, so that none is taken for a field of the sign-in form.
const FIELD: &str = "kept.";
/// Never kept: the key of a sending that did not happen, and everything secret.
const LEFT_OUT: &[&str] = &["once", "password", "old", "new", "again", "code", "answer", "ticket"];

/// What to go on with after signing in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Kept {
    /// Nothing.
    #[default]
    Nothing,
    /// A page that was asked for.
    Address(String),
    /// A form that was sent.
    Form {
        /// Where it was sent.
        path: String,
        /// Its fields.
        fields: Vec<(String, String)>,
    },
}

impl Kept {
    /// What this request wanted.
    pub fn of(req: &Req) -> Self {
        match local_path(&req.path) {
            Some("/" | "/sign-in" | "/sign-out" | "/password" | "/start" | "/step-up" | "/sign-in/code") | None => {
                Self::Nothing
            }
            Some(path) if req.form.is_empty() => Self::Address(address(path, &req.query)),
            Some(path) => {
                let fields =
                    req.form.0.iter().filter(|(name, _)| !LEFT_OUT.contains(&name.as_str())).cloned().collect();
                Self::Form { path: path.to_owned(), fields }
            }
        }
    }

    /// A page of this product, or nothing.
    pub fn address(to: &str) -> Self {
        local_path(to).map_or(Self::Nothing, |to| Self::Address(to.to_owned()))
    }

    /// What a sign-in form carried along.
    pub fn carried(form: &Form) -> Self {
        let Some(path) = local_path(form.get(PATH)) else { return Self::address(form.get(TO)) };
        let named = |(name, value): &(String, String)| Some((name.strip_prefix(FIELD)?.to_owned(), value.clone()));
        Self::Form { path: path.to_owned(), fields: form.0.iter().filter_map(named).collect() }
    }

    /// The hidden fields that carry it along.
    pub fn fields(&self) -> Vec<(String, String)> {
        match self {
            Self::Nothing => Vec::new(),
            Self::Address(to) => vec![(TO.to_owned(), to.clone())],
            Self::Form { path, fields } => {
                let field = |(name, value): &(String, String)| (format!("{FIELD}{name}"), value.clone());
                std::iter::once((PATH.to_owned(), path.clone())).chain(fields.iter().map(field)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent() -> Req {
        let form = Form::of(&[
            ("once", "k"),
            ("text", "一行目\n二行目"),
            ("label", "health"),
            ("label", "notes"),
            ("password", "x"),
        ]);
        Req { form, ..Req::sample("/persons/0a/entries") }
    }

    #[test]
    fn a_form_travels_through_the_sign_in_form_and_comes_out_as_it_was() {
        let kept = Kept::of(&sent());
        let Kept::Form { path, fields } = &kept else { panic!("{kept:?}") };
        assert_eq!(path, "/persons/0a/entries");
        assert_eq!(fields.len(), 3, "neither the key nor a secret: {fields:?}");
        assert_eq!(Kept::carried(&Form(kept.fields())), kept);
    }

    #[test]
    fn a_page_is_remembered_with_its_query() {
        let req = Req { query: Form::of(&[("after", "0a b")]), ..Req::sample("/persons") };
        assert_eq!(Kept::of(&req), Kept::Address("/persons?after=0a%20b".to_owned()));
        assert_eq!(Kept::carried(&Form(Kept::of(&req).fields())), Kept::of(&req));
    }

    #[test]
    fn nothing_leads_to_another_site() {
        for path in ["//example.jp", "https://example.jp", "/\\example.jp", ""] {
            assert_eq!(Kept::address(path), Kept::Nothing, "{path}");
            assert_eq!(Kept::carried(&Form::of(&[("kept-path", path), ("kept.x", "1")])), Kept::Nothing, "{path}");
        }
    }
}
