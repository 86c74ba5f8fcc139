//! From a request on the wire to one transaction, and back.

use std::sync::Arc;

use axum::RequestExt;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::RawPathParams;
use axum::http::{HeaderMap, HeaderValue, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, get, post};
use base::{Arg, Lang, Msg, Outcome, Problem};

use crate::endpoint::{Access, Endpoint, Kind, Method};
use crate::guard::{BODY_LIMIT, guarded};
use crate::problem::{problem_json, problem_view};
use crate::{Answer, App, Credential, Cx, Form, Req, Room, View, Who, frame, ui};

/// The whole product as one service.
pub fn router(app: &App, rooms: Vec<Room>) -> Router {
    let description = Arc::new(crate::openapi::description_json(&rooms));
    let mut router = Router::new().route("/assets/{name}", get(ui::asset)).route(
        "/api/v1/openapi.json",
        get(move || {
            let text = Arc::clone(&description);
            async move { ([(header::CONTENT_TYPE, "application/json")], text.as_bytes().to_vec()) }
        }),
    );
    for endpoint in rooms.into_iter().flat_map(|room| room.endpoints) {
        router = router.route(endpoint.path, method_router(app.clone(), endpoint));
    }
    let lost = Arc::new(Endpoint::page("/", Access::Public, |_, _| Err::<View, _>(Problem::NotFound)));
    let for_lost = app.clone();
    let router = router.fallback(move |request| handle(for_lost.clone(), Arc::clone(&lost), request));
    guarded(router, is_secure(app))
}

fn method_router(app: App, endpoint: Endpoint) -> MethodRouter {
    let method = endpoint.method;
    let endpoint = Arc::new(endpoint);
    let handler = move |request: Request<Body>| handle(app.clone(), Arc::clone(&endpoint), request);
    match method {
        Method::Get => get(handler),
        Method::Post => post(handler),
    }
}

async fn handle(app: App, endpoint: Arc<Endpoint>, request: Request<Body>) -> Response<Body> {
    let lang = language(is_secure(&app), request.headers());
    match read(&app, request).await {
        Ok(req) => match app.ask(&req.credential) {
            Some(seconds) => too_many(&app, &endpoint, &req, lang, seconds),
            None => match outside(&app, &endpoint, req).await {
                (req, None) => answer(app, endpoint, Arc::new(req), lang).await,
                (req, Some(problem)) => refuse(app, endpoint, Arc::new(req), lang, problem).await,
            },
        },
        Err(StatusCode::PAYLOAD_TOO_LARGE) => too_long(&app, &endpoint, lang),
        Err(status) => status.into_response(),
    }
}

/// A session asks more often than anybody works. Nothing is looked up for the answer, not even who it is.
fn too_many(app: &App, endpoint: &Endpoint, req: &Req, lang: Lang, seconds: u32) -> Response<Body> {
    let problem = Problem::TooMany { retry_after_s: seconds };
    let done = if let Kind::Json(_) = endpoint.kind {
        Done::problem(app, lang, &problem)
    } else {
        let html = bare(app, lang, problem_view(app.words(), lang, &problem));
        Done::Html { status: problem.status(), html, clear_flash: false, cookie: None }
    };
    let mut response = wire(req, done);
    response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    response
}

/// What was sent is longer than is taken; it was not read, so the browser has it still and we do not.
fn too_long(app: &App, endpoint: &Endpoint, lang: Lang) -> Response<Body> {
    let problem = Problem::refused("web-too-long");
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    if let Kind::Json(_) = endpoint.kind {
        let mut said = problem_json(app.words(), lang, &problem);
        said["status"] = status.as_u16().into();
        return (status, [(header::CONTENT_TYPE, "application/problem+json")], said.to_string()).into_response();
    }
    (status, axum::response::Html(bare(app, lang, problem_view(app.words(), lang, &problem)))).into_response()
}

async fn read(app: &App, mut request: Request<Body>) -> Result<Req, StatusCode> {
    let params = request.extract_parts::<RawPathParams>().await.map_err(|_| StatusCode::NOT_FOUND)?;
    let params: Vec<_> = params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect();
    let (parts, body) = request.into_parts();
    let bytes = to_bytes(body, BODY_LIMIT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    let headers = &parts.headers;
    let secure = is_secure(app);
    let is_form = header_text(headers, header::CONTENT_TYPE.as_str())
        .is_some_and(|t| t.starts_with("application/x-www-form-urlencoded"));
    let form = if is_form { decode(&bytes) } else { Form::default() };
    let once = header_text(headers, "idempotency-key").unwrap_or_else(|| form.get("once")).to_owned();
    Ok(Req {
        credential: credential(secure, headers, &params),
        path: parts.uri.path().to_owned(),
        query: decode(parts.uri.query().unwrap_or_default().as_bytes()),
        browser: cookie(headers, &cookie_name("browser", secure)).unwrap_or_default().to_owned(),
        flash: cookie(headers, &cookie_name("said", secure)).map(str::to_owned),
        remote: header_text(headers, "x-real-ip").unwrap_or_default().to_owned(),
        secure,
        outside: String::new(),
        problem: None,
        body: if is_form { Vec::new() } else { bytes.to_vec() },
        params,
        form,
        once,
    })
}

fn decode(bytes: &[u8]) -> Form {
    Form(form_urlencoded::parse(bytes).into_owned().collect())
}

fn header_text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).and_then(|v| v.to_str().ok())
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|line| line.split("; "))
        .filter_map(|pair| pair.split_once('='))
        .find_map(|(k, v)| (k == name).then_some(v))
}

/// Name of a cookie on the wire. With TLS the prefix binds it to this host and to TLS, so that no neighbouring name and
/// no plain connection can put one there; without it, as on the own machine, browsers would not take the prefix.
pub(crate) fn cookie_name(name: &str, secure: bool) -> String {
    let name = if name == "session" { "tsunagi" } else { name };
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// Whether people reach the product through TLS.
fn is_secure(app: &App) -> bool {
    app.config().base_url.starts_with("https://")
}

fn credential(secure: bool, headers: &HeaderMap, params: &[(String, String)]) -> Credential {
    if let Some(token) = header_text(headers, "authorization").and_then(|v| v.strip_prefix("Bearer ")) {
        return Credential::Bearer(token.to_owned());
    }
    if let Some((_, token)) = params.iter().find(|(name, _)| name == "link") {
        return Credential::Link(token.clone());
    }
    cookie(headers, &cookie_name("session", secure))
        .map_or(Credential::None, |token| Credential::Cookie(token.to_owned()))
}

fn language(secure: bool, headers: &HeaderMap) -> Lang {
    match cookie(headers, &cookie_name("lang", secure)) {
        Some(code) => Lang::from_code(code).unwrap_or_default(),
        None if header_text(headers, "accept-language").is_some_and(|l| l.starts_with("en")) => Lang::En,
        None => Lang::Ja,
    }
}

/// What goes back, before it is put on the wire.
enum Done {
    Html { status: u16, html: String, clear_flash: bool, cookie: Option<(&'static str, String, i64)> },
    Json { status: u16, body: Vec<u8>, media_type: &'static str },
    See { to: String, said: Option<String>, cookie: Option<(&'static str, String, i64)> },
    File(crate::Download),
}

impl Done {
    fn json(body: Vec<u8>) -> Self {
        Self::Json { status: 200, body, media_type: "application/json" }
    }

    fn problem(app: &App, lang: Lang, problem: &Problem) -> Self {
        let body = problem_json(app.words(), lang, problem).to_string().into_bytes();
        Self::Json { status: problem.status(), body, media_type: "application/problem+json" }
    }
}

/// Work that would hold up the writer is done on a thread of its own, as many at once as there are cores.
async fn outside(app: &App, endpoint: &Endpoint, req: Req) -> (Req, Option<Problem>) {
    static AT_ONCE: tokio::sync::Semaphore = tokio::sync::Semaphore::const_new(2);
    let Some(work) = endpoint.outside else { return (req, None) };
    let Ok(_turn) = AT_ONCE.acquire().await else { return (req, Some(Problem::Unavailable)) };
    let (app, copy) = (app.clone(), req.clone());
    match tokio::task::spawn_blocking(move || work(&app, &copy)).await {
        Ok(Ok(result)) => (Req { outside: result, ..req }, None),
        Ok(Err(problem)) => (req, Some(problem)),
        Err(_) => (req, Some(Problem::internal("work outside the transaction stopped"))),
    }
}

async fn answer(app: App, endpoint: Arc<Endpoint>, req: Arc<Req>, lang: Lang) -> Response<Body> {
    let endpoint_reads = endpoint.read_only;
    let req_is_anonymous = req.credential == Credential::None;
    let first = {
        let (app, endpoint, req) = (app.clone(), Arc::clone(&endpoint), Arc::clone(&req));
        let inner = app.clone();
        let run = move |tx: &mut db::Tx| perform(&inner, &endpoint, &req, lang, tx);
        // Only what is about no person is a plain read; everything else leaves an audit row behind.
        let plain_read = endpoint_reads && req_is_anonymous;
        if plain_read { app.db().read_async(run).await } else { app.db().write_async(run).await }
    };
    match first {
        Ok(done) => wire(&req, done),
        Err(problem) => refuse(app, endpoint, req, lang, problem).await,
    }
}

/// What is sent when something was not done.
async fn refuse(app: App, endpoint: Arc<Endpoint>, req: Arc<Req>, lang: Lang, problem: Problem) -> Response<Body> {
    log(&endpoint, &problem);
    let wait = if let Problem::TooMany { retry_after_s } = problem { Some(retry_after_s) } else { None };
    let mut response = refused(app, endpoint, req, lang, problem).await;
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    }
    response
}

async fn refused(app: App, endpoint: Arc<Endpoint>, req: Arc<Req>, lang: Lang, problem: Problem) -> Response<Body> {
    if let Kind::Json(_) = endpoint.kind {
        return wire(&req, Done::problem(&app, lang, &problem));
    }
    let shown = {
        let (app, endpoint, problem) = (app.clone(), Arc::clone(&endpoint), problem.clone());
        let req = Arc::clone(&req);
        let inner = app.clone();
        app.db().write_async(move |tx| show_problem(&inner, &endpoint, &req, lang, &problem, tx)).await
    };
    let plain = |p: &Problem| {
        let html = bare(&app, lang, problem_view(app.words(), lang, p));
        Done::Html { status: p.status(), html, clear_flash: false, cookie: None }
    };
    wire(&req, shown.unwrap_or_else(|second| plain(&second)))
}

fn log(endpoint: &Endpoint, problem: &Problem) {
    match problem {
        Problem::Internal(_) | Problem::Unavailable => {
            tracing::error!(path = endpoint.path, "{problem}");
        }
        _ => tracing::debug!(path = endpoint.path, code = problem.code()),
    }
}

/// One transaction: who asks, may they ask, what comes of it.
fn perform(app: &App, endpoint: &Endpoint, req: &Req, lang: Lang, tx: &mut db::Tx) -> Outcome<Done> {
    let who = identify(app, endpoint, req, lang, tx)?;
    match &endpoint.kind {
        Kind::Show(show) => {
            let mut cx = app.cx(tx, who, lang);
            let answer = show(&mut cx, req)?;
            finish(app, &mut cx, req, answer, 200)
        }
        Kind::Submit(act, _) => {
            let act = |tx: &mut db::Tx| act(&mut app.cx(tx, who.clone(), lang), req);
            submit(app, endpoint, req, lang, &who, tx, act)
        }
        Kind::Json(act) => {
            let Some(key) = once_key(endpoint, req) else {
                let mut cx = app.cx(tx, who, lang);
                let body = act(&mut cx, req)?;
                return Ok(match cx.refusal.take() {
                    None => Done::json(body),
                    Some(problem) => Done::problem(app, lang, &problem),
                });
            };
            let text = |tx: &mut db::Tx| {
                let body = act(&mut app.cx(tx, who.clone(), lang), req)?;
                Ok(String::from_utf8_lossy(&body).into_owned())
            };
            Ok(Done::json(tx.once(key, who_number(&who), endpoint.path, app.now(), text)?.0.into_bytes()))
        }
    }
}

fn submit(
    app: &App,
    endpoint: &Endpoint,
    req: &Req,
    lang: Lang,
    who: &Who,
    tx: &mut db::Tx,
    act: impl Fn(&mut db::Tx) -> Outcome<Answer>,
) -> Outcome<Done> {
    // Only acts of somebody known are remembered: a key must not let one sender read another's answer.
    let key = once_key(endpoint, req).filter(|_| *who != Who::Nobody);
    let Some(key) = key else {
        return match act(tx)? {
            Answer::See { to, said, cookie } => Ok(Done::See { to, said: said.as_ref().map(flash_text), cookie }),
            Answer::File(file) => Ok(Done::File(file)),
            Answer::Page(view) => finish(app, &mut app.cx(tx, who.clone(), lang), req, view.into(), 200),
        };
    };
    let remembered = |tx: &mut db::Tx| match act(tx)? {
        Answer::See { to, said, .. } => Ok(format!("{to}\n{}", said.map(|m| flash_text(&m)).unwrap_or_default())),
        Answer::Page(_) | Answer::File(_) => Err(Problem::Internal("a repeated form must lead somewhere".to_owned())),
    };
    let (text, _) = tx.once(key, who_number(who), endpoint.path, app.now(), remembered)?;
    let (to, said) = text.split_once('\n').unwrap_or((&text, ""));
    let said = (!said.is_empty()).then(|| said.to_owned());
    Ok(Done::See { to: to.to_owned(), said, cookie: None })
}

fn once_key<'a>(endpoint: &Endpoint, req: &'a Req) -> Option<&'a str> {
    (endpoint.method == Method::Post && endpoint.remembered && !req.once.is_empty()).then_some(req.once.as_str())
}

fn who_number(who: &Who) -> i64 {
    match who {
        Who::Worker(viewer) => viewer.worker.raw(),
        Who::Link(guest) => guest.link.raw(),
        Who::Nobody | Who::System => 0,
    }
}

fn identify(app: &App, endpoint: &Endpoint, req: &Req, lang: Lang, tx: &mut db::Tx) -> Outcome<Who> {
    let resolve = app.hooks().resolve;
    let who = resolve(&mut app.cx(tx, Who::Nobody, lang), &req.credential);
    match endpoint.access {
        Access::Public => Ok(who.unwrap_or(Who::Nobody)),
        Access::Link => who.and_then(|w| if matches!(w, Who::Link(_)) { Ok(w) } else { Err(Problem::NotFound) }),
        Access::SignedIn => {
            who.and_then(|w| if matches!(w, Who::Worker(_)) { Ok(w) } else { Err(Problem::SignInNeeded) })
        }
        Access::May(act) => {
            let who = who?;
            app.cx(tx, who.clone(), lang).allow(act)?;
            Ok(who)
        }
    }
}

fn finish(app: &App, cx: &mut Cx<'_>, req: &Req, answer: Answer, status: u16) -> Outcome<Done> {
    Ok(match answer {
        Answer::Page(mut view) => {
            let cookie = view.cookie.take();
            let flash = req.flash.as_deref().and_then(|text| flash_sentence(cx, text));
            let clear_flash = req.flash.is_some();
            Done::Html { status, html: frame::frame(app, cx, req, view, flash)?, clear_flash, cookie }
        }
        Answer::See { to, said, cookie } => Done::See { to, said: said.as_ref().map(flash_text), cookie },
        Answer::File(file) => Done::File(file),
    })
}

/// A second transaction after a refused act: the form as it was typed, or the page that says what happened.
fn show_problem(
    app: &App,
    endpoint: &Endpoint,
    req: &Req,
    lang: Lang,
    problem: &Problem,
    tx: &mut db::Tx,
) -> Outcome<Done> {
    let resolve = app.hooks().resolve;
    let who = resolve(&mut app.cx(tx, Who::Nobody, lang), &req.credential).unwrap_or(Who::Nobody);
    let mut cx = app.cx(tx, who, lang);
    let again = match &endpoint.kind {
        Kind::Submit(_, again) => Some(again),
        _ => None,
    };
    let view = match problem {
        Problem::SignInNeeded => (app.hooks().sign_in)(&mut cx, req)?,
        Problem::StepUpNeeded => (app.hooks().step_up)(&mut cx, req)?,
        Problem::Invalid(_) | Problem::Refused(_) | Problem::Stale | Problem::TooMany { .. } | Problem::Unavailable => {
            match again {
                Some(again) => {
                    let mut req = req.clone();
                    req.problem = Some(problem.clone());
                    again(&mut cx, &req)?
                }
                None => problem_view(app.words(), lang, problem),
            }
        }
        _ => problem_view(app.words(), lang, problem),
    };
    finish(app, &mut cx, req, view.into(), problem.status())
}

fn bare(app: &App, lang: Lang, view: View) -> String {
    frame::plain_page(app, lang, view)
}

fn wire(req: &Req, done: Done) -> Response<Body> {
    match done {
        Done::Html { status, html, clear_flash, cookie } => {
            let mut response = (status_of(status), axum::response::Html(html)).into_response();
            if clear_flash {
                set_cookie(&mut response, "said", "", 0, req.secure);
            }
            give(&mut response, cookie, req.secure);
            response
        }
        Done::Json { status, body, media_type } => {
            (status_of(status), [(header::CONTENT_TYPE, media_type)], body).into_response()
        }
        Done::See { to, said, cookie } => {
            let mut response = (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
            if let Some(text) = said {
                set_cookie(&mut response, "said", &text, 60, req.secure);
            }
            give(&mut response, cookie, req.secure);
            response
        }
        Done::File(file) => {
            let name = format!("attachment; filename=\"{}\"", file.file_name);
            ([(header::CONTENT_TYPE, file.media_type.to_owned()), (header::CONTENT_DISPOSITION, name)], file.bytes)
                .into_response()
        }
    }
}

fn status_of(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Sets the cookie that an answer brings. Where it ends the session, whatever the browser has kept goes too: pages that
/// going back would show, and what scripts have put aside.
fn give(response: &mut Response<Body>, cookie: Option<(&'static str, String, i64)>, secure: bool) {
    let Some((name, value, seconds)) = cookie else { return };
    set_cookie(response, name, &value, seconds, secure);
    if name == "session" && seconds == 0 {
        response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    }
}

fn set_cookie(response: &mut Response<Body>, name: &str, value: &str, seconds: i64, secure: bool) {
    let name = cookie_name(name, secure);
    let secure = if secure { "; Secure" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(value) = line.parse() {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// A message as it travels in a cookie: `key?name=value&…`, percent-encoded.
fn flash_text(message: &Msg) -> String {
    let args: String = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(message.args.iter().map(|(k, v)| (*k, v.as_str())))
        .finish();
    if args.is_empty() { message.key.to_owned() } else { format!("{}?{args}", message.key) }
}

/// Reads it back as a sentence. Only a key that the product knows is said.
fn flash_sentence(cx: &Cx<'_>, text: &str) -> Option<String> {
    let (key, args) = text.split_once('?').unwrap_or((text, ""));
    if !cx.words.has(Lang::Ja, key) {
        return None;
    }
    let args = decode(args.as_bytes());
    let args: Vec<_> = args.0.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
    Some(cx.words.f(cx.lang, key, &args))
}
