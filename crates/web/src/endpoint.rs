//! What a room offers to the web: a list of endpoints, each a plain function.
//!
//! The list is data. The router, the API description, the role × endpoint table and the
//! non-interference test are all made from it, so an endpoint that is not covered cannot exist.

use base::{Outcome, WordsOf};
use db::Migration;
use policy::Act;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;
use utoipa::openapi::{RefOr, Schema};

use crate::problem::read_json;
use crate::{Answer, App, Cx, Req, View};

/// How an endpoint is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Looks; changes nothing but the audit trail.
    Get,
    /// Acts.
    Post,
}

/// Who may call an endpoint at all. What they then see is decided row by row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Anybody, also without signing in; holds nothing about a person.
    Public,
    /// Any signed-in worker.
    SignedIn,
    /// A signed-in worker whose roles allow this act.
    May(Act),
    /// The holder of a one-time link.
    Link,
}

/// Fields that make a POST do something, for the tests that try every endpoint.
/// A value in braces such as `{person}` stands for an id of the test's world.
pub type Sample = &'static [(&'static str, &'static str)];

type ViewFn = Box<dyn Fn(&mut Cx<'_>, &Req) -> Outcome<Answer> + Send + Sync>;
type AgainFn = fn(&mut Cx<'_>, &Req) -> Outcome<View>;
type JsonFn = Box<dyn Fn(&mut Cx<'_>, &Req) -> Outcome<Vec<u8>> + Send + Sync>;

/// Work outside any transaction, such as hashing a password.
pub type OutsideFn = fn(&App, &Req) -> Outcome<String>;

/// What an endpoint does.
pub enum Kind {
    /// Shows a page or a file.
    Show(ViewFn),
    /// Takes a form; on a problem the second function shows the form again, as it was typed.
    Submit(ViewFn, AgainFn),
    /// Answers a program with JSON.
    Json(JsonFn),
}

/// The part of the API description that belongs to one endpoint.
pub struct ApiDoc {
    /// What it does, in one sentence.
    pub summary: &'static str,
    /// Body that is sent, by name, if any.
    pub input: Option<(String, RefOr<Schema>)>,
    /// Whether it may be left out: every field of it has a meaning when it is missing.
    pub input_optional: bool,
    /// What may stand behind the question mark: name and what it does.
    pub query: &'static [(&'static str, &'static str)],
    /// Body that comes back, by name.
    pub output: (String, RefOr<Schema>),
    /// Every schema that these name.
    pub schemas: Vec<(String, RefOr<Schema>)>,
}

/// One address, one method, one function.
pub struct Endpoint {
    /// How it is called.
    pub method: Method,
    /// Address with parts in braces, such as `/persons/{person}`.
    pub path: &'static str,
    /// Who may call it.
    pub access: Access,
    /// What it does.
    pub kind: Kind,
    /// What to send in a trial call.
    pub sample: Sample,
    /// Its share of the API description; `None` for pages.
    pub doc: Option<ApiDoc>,
    /// Slow work that must not hold up the writer: done before the transaction, its result is [`Req::outside`].
    pub outside: Option<OutsideFn>,
    /// Whether the answer may be kept so that a repeated request gets it again; never where it holds a secret.
    pub remembered: bool,
    /// Whether a plain read is enough: true only where nothing about a person can come out.
    pub read_only: bool,
}

impl Endpoint {
    /// A page (GET).
    pub fn page<A: Into<Answer> + 'static>(
        path: &'static str,
        access: Access,
        show: fn(&mut Cx<'_>, &Req) -> Outcome<A>,
    ) -> Self {
        Self {
            method: Method::Get,
            path,
            access,
            kind: Kind::Show(Box::new(move |cx, req| show(cx, req).map(Into::into))),
            sample: &[],
            doc: None,
            outside: None,
            remembered: true,
            read_only: access == Access::Public,
        }
    }

    /// A form that acts (POST); `again` shows the page with the form as typed when the act is refused.
    pub fn submit(
        path: &'static str,
        access: Access,
        act: fn(&mut Cx<'_>, &Req) -> Outcome<Answer>,
        again: AgainFn,
        sample: Sample,
    ) -> Self {
        Self {
            method: Method::Post,
            path,
            access,
            kind: Kind::Submit(Box::new(act), again),
            sample,
            doc: None,
            outside: None,
            remembered: true,
            read_only: false,
        }
    }

    /// The same, never kept for a repeated request: its answer holds a secret that is shown once.
    #[must_use]
    pub fn shown_once(mut self) -> Self {
        self.remembered = false;
        self
    }

    /// The same page as one that keeps something, such as a question that waits for its answer.
    #[must_use]
    pub fn writes(mut self) -> Self {
        self.read_only = false;
        self
    }

    /// The same with the names that may stand behind the question mark, for the API description.
    #[must_use]
    pub fn query(mut self, names: &'static [(&'static str, &'static str)]) -> Self {
        if let Some(doc) = &mut self.doc {
            doc.query = names;
        }
        self
    }

    /// The same with slow work that is done before the transaction.
    #[must_use]
    pub fn after(mut self, outside: OutsideFn) -> Self {
        self.outside = Some(outside);
        self
    }

    /// A JSON answer to a GET under `/api/v1`.
    pub fn api_get<Out: Serialize + ToSchema + 'static>(
        path: &'static str,
        access: Access,
        summary: &'static str,
        show: fn(&mut Cx<'_>, &Req) -> Outcome<Out>,
    ) -> Self {
        Self {
            method: Method::Get,
            path,
            access,
            kind: Kind::Json(Box::new(move |cx, req| to_json(&show(cx, req)?))),
            sample: &[],
            doc: Some(doc_of::<Out>(summary)),
            outside: None,
            remembered: true,
            read_only: access == Access::Public,
        }
    }

    /// A JSON act: POST under `/api/v1`, body in, body out.
    pub fn api_post<In: DeserializeOwned + ToSchema + 'static, Out: Serialize + ToSchema + 'static>(
        path: &'static str,
        access: Access,
        summary: &'static str,
        act: fn(&mut Cx<'_>, &Req, In) -> Outcome<Out>,
        sample: Sample,
    ) -> Self {
        let mut doc = doc_of::<Out>(summary);
        doc.input = Some((In::name().into_owned(), In::schema()));
        doc.input_optional = read_json::<In>(b"").is_ok();
        In::schemas(&mut doc.schemas);
        Self {
            method: Method::Post,
            path,
            access,
            kind: Kind::Json(Box::new(move |cx, req| to_json(&act(cx, req, read_json(&req.body)?)?))),
            sample,
            doc: Some(doc),
            outside: None,
            remembered: true,
            read_only: false,
        }
    }
}

fn doc_of<Out: ToSchema>(summary: &'static str) -> ApiDoc {
    let mut schemas = Vec::new();
    Out::schemas(&mut schemas);
    let output = (Out::name().into_owned(), Out::schema());
    ApiDoc { summary, input: None, input_optional: false, query: &[], output, schemas }
}

fn to_json<T: Serialize>(value: &T) -> Outcome<Vec<u8>> {
    serde_json::to_vec(value).map_err(|e| base::Problem::Internal(e.to_string()))
}

/// A room: what it offers, its words, its tables.
pub struct Room {
    /// Name of the folder.
    pub name: &'static str,
    /// Everything that can be called.
    pub endpoints: Vec<Endpoint>,
    /// Its strings in three registers.
    pub words: WordsOf,
    /// Its tables, oldest change first.
    pub migrations: &'static [Migration],
}
