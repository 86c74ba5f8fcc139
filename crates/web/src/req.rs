//! A request as a room sees it: addresses already taken apart, text already decoded.

use std::str::FromStr;

use base::{Msg, Outcome, Problem};

use crate::Cx;

/// What the asker showed to prove who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Credential {
    /// Nothing.
    None,
    /// The session cookie of a browser.
    Cookie(String),
    /// A bearer token of a program.
    Bearer(String),
    /// The secret of a one-time link, from the address.
    Link(String),
}

/// The fields of a form or a query, in the order they were sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// The first value of a field, as typed; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v)
    }

    /// All values of a field that can be ticked more than once.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// Whether a box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Whether nothing was sent.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// A form with these fields, for tests and samples.
    pub fn of(fields: &[(&str, &str)]) -> Self {
        Self(fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }
}

/// One request.
#[derive(Clone, Debug)]
pub struct Req {
    /// The path that was asked for, without the query.
    pub path: String,
    /// The parts of the path that the endpoint names in braces.
    pub params: Vec<(String, String)>,
    /// The query after the question mark.
    pub query: Form,
    /// The form that was sent; empty for a GET.
    pub form: Form,
    /// The bytes of a JSON body; empty otherwise.
    pub body: Vec<u8>,
    /// The key that makes a second sending of the same thing act once; empty when none was sent.
    pub once: String,
    /// What was shown to prove who asks.
    pub credential: Credential,
    /// Where the request came from, for limits only; never stored.
    pub remote: String,
    /// What tells this browser from others before anybody has signed in; empty until it was given something.
    pub browser: String,
    /// The message left by the act before this page, as `key` or `key?name=value`.
    pub flash: Option<String>,
    /// What slow work before the transaction came to; empty without such work.
    pub outside: String,
    /// Why the form that is shown again was not taken; `None` when a page is opened.
    pub problem: Option<Problem>,
    /// Whether the browser reached us through TLS, so that cookies may be marked secure.
    pub secure: bool,
}

impl Req {
    /// A part of the path, typed; anything that does not parse simply is not there.
    pub fn id<T: FromStr>(&self, name: &str) -> Outcome<T> {
        self.param(name).parse().map_err(|_| Problem::NotFound)
    }

    /// A part of the path as text; empty when the endpoint has no such part.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v)
    }

    /// What is wrong with a field of the form that is shown again.
    pub fn wrong(&self, field: &str) -> Option<&Msg> {
        match &self.problem {
            Some(Problem::Invalid(fields)) => fields.iter().find(|f| f.field == field).map(|f| &f.message),
            _ => None,
        }
    }

    /// What is wrong with the form that is shown again: field name and sentence. A problem of the whole form has no
    /// field name.
    pub fn errors(&self, cx: &Cx<'_>) -> Vec<(String, String)> {
        match &self.problem {
            None => Vec::new(),
            Some(Problem::Invalid(fields)) => fields.iter().map(|f| (f.field.clone(), cx.say(&f.message))).collect(),
            Some(other) => vec![(String::new(), cx.say(&other.message()))],
        }
    }

    /// The JSON body as a typed value; the default where it cannot be read.
    pub fn json_or_default<T: serde::de::DeserializeOwned + Default>(&self) -> T {
        crate::problem::read_json(&self.body).unwrap_or_default()
    }

    /// A request for tests and samples.
    pub fn sample(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            params: Vec::new(),
            query: Form::default(),
            form: Form::default(),
            body: Vec::new(),
            once: String::new(),
            credential: Credential::None,
            remote: "test".to_owned(),
            browser: String::new(),
            flash: None,
            outside: String::new(),
            problem: None,
            secure: false,
        }
    }
}
