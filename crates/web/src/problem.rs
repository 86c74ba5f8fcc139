//! A problem, shown once at the edge: as a page for people, as problem+json for programs.

use base::{Lang, Problem, Words};
use maud::html;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::View;
use crate::ui::{plain, ruby};

/// What to say about a problem, in the reader's register: what happened, what is kept, what to do next.
pub fn describe(words: &Words, lang: Lang, problem: &Problem) -> String {
    words.msg(lang, &problem.message())
}

/// `application/problem+json` (RFC 9457). Never holds a cause, an id or typed text.
pub fn problem_json(words: &Words, lang: Lang, problem: &Problem) -> serde_json::Value {
    let fields = match problem {
        Problem::Invalid(fields) => fields
            .iter()
            .map(|f| json!({ "field": f.field, "code": f.message.key, "message": plain(&words.msg(lang, &f.message)) }))
            .collect(),
        _ => Vec::new(),
    };
    json!({
        "type": format!("urn:tsunagi:problem:{}", problem.code()),
        "title": plain(&describe(words, lang, problem)),
        "status": problem.status(),
        "code": problem.code(),
        "fields": fields,
    })
}

/// The page that says what happened. What does not exist and what may not be seen look the same.
pub fn problem_view(words: &Words, lang: Lang, problem: &Problem) -> View {
    let title = words.t(lang, title_key(problem)).into_owned();
    let body = html! {
        p { (ruby(&describe(words, lang, problem))) }
        p { a href="/" { (ruby(&words.t(lang, "web-problem-home"))) } }
    };
    View::new(title, body)
}

fn title_key(problem: &Problem) -> &'static str {
    match problem {
        Problem::NotFound => "web-problem-title-not-found",
        Problem::SignInNeeded | Problem::StepUpNeeded => "web-problem-title-sign-in",
        Problem::Forbidden(_) => "web-problem-title-forbidden",
        Problem::Invalid(_) | Problem::Refused(_) | Problem::Stale => "web-problem-title-not-done",
        Problem::TooMany { .. } => "web-problem-title-too-many",
        Problem::Unavailable | Problem::Internal(_) => "web-problem-title-fault",
    }
}

/// Reads a JSON body; says which field could not be read, never what was in it.
pub(crate) fn read_json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let empty = b"{}".as_slice();
    let body = if body.is_empty() { empty } else { body };
    let mut reader = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let field = if path == "." { missing_field(&error.to_string()) } else { path };
        Problem::field(field, "web-json-unreadable")
    })?;
    // Something behind the end means that the sender meant something else.
    reader.end().map_err(|_| Problem::field("body", "web-json-unreadable"))?;
    Ok(read)
}

/// serde names a missing field only in its sentence; the name is the part between the back-ticks.
fn missing_field(sentence: &str) -> String {
    sentence.split('`').nth(1).filter(|_| sentence.contains("missing field")).unwrap_or("body").to_owned()
}
