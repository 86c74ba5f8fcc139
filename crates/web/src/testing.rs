//! The whole product in memory, asked by people: [`TestApp`] and its [`Client`]s.
//!
//! A test reads like "this worker asks for that". The router is the real one; only the wire is missing.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use base::Lang;
use tower::ServiceExt;

use crate::App;

/// The product with a database of its own.
#[derive(Clone)]
pub struct TestApp {
    /// The product.
    pub app: App,
    router: Router,
}

/// Somebody in front of a browser, or a program.
#[derive(Clone)]
pub struct Client {
    router: Router,
    /// The session token, when signed in.
    pub token: Option<String>,
    /// The register this reader has chosen.
    pub lang: Lang,
    /// Further cookies of this browser, as they are sent.
    cookies: Vec<String>,
    bearer: bool,
    silent: bool,
    /// What the browser says about where a request comes from.
    site: &'static str,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// Header lines that a test may look at, lower-case names.
    pub headers: Vec<(String, String)>,
    /// Body as text.
    pub body: String,
}

impl TestApp {
    /// Wraps a router.
    pub fn new(app: App, router: Router) -> Self {
        Self { app, router }
    }

    /// The public: somebody who has not signed in.
    pub fn anonymous(&self) -> Client {
        Client {
            router: self.router.clone(),
            token: None,
            lang: Lang::Ja,
            cookies: Vec::new(),
            bearer: false,
            silent: false,
            site: "same-origin",
        }
    }

    /// Somebody with a session, in a browser.
    pub fn with_session(&self, token: &str) -> Client {
        Client { token: Some(token.to_owned()), ..self.anonymous() }
    }
}

impl Client {
    /// The same person in another register.
    #[must_use]
    pub fn reading(mut self, lang: Lang) -> Self {
        self.lang = lang;
        self
    }

    /// The same browser with a further cookie.
    #[must_use]
    pub fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.push(format!("{name}={value}"));
        self
    }

    /// The same person as a program with a bearer token.
    #[must_use]
    pub fn as_program(mut self) -> Self {
        self.bearer = true;
        self
    }

    /// A request that does not say where it comes from, as a page of another site could cause one.
    #[must_use]
    pub fn from_elsewhere(mut self) -> Self {
        self.silent = true;
        self
    }

    /// A request that a page of another site causes, in a browser that says so.
    #[must_use]
    pub fn from_another_site(mut self) -> Self {
        self.site = "cross-site";
        self
    }

    /// Looks at a page.
    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, None, Vec::new())
    }

    /// Sends a form.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send("POST", path, Some("application/x-www-form-urlencoded"), body.into_bytes())
    }

    /// Sends JSON.
    pub fn post_json(&self, path: &str, body: &serde_json::Value) -> Reply {
        self.send("POST", path, Some("application/json"), body.to_string().into_bytes())
    }

    /// Sends JSON with an idempotency key.
    pub fn post_once(&self, path: &str, key: &str, body: &serde_json::Value) -> Reply {
        self.request("POST", path, Some("application/json"), body.to_string().into_bytes(), Some(key))
    }

    /// Asks in a way of one's own: `PUT`, `DELETE` and whatever else nobody has declared.
    pub fn ask(&self, method: &str, path: &str) -> Reply {
        self.send(method, path, None, Vec::new())
    }

    fn send(&self, method: &str, path: &str, media_type: Option<&str>, body: Vec<u8>) -> Reply {
        self.request(method, path, media_type, body, None)
    }

    fn request(&self, method: &str, path: &str, media: Option<&str>, body: Vec<u8>, key: Option<&str>) -> Reply {
        let mut builder = Request::builder().method(method).uri(path);
        if !self.silent {
            builder = builder.header("sec-fetch-site", self.site);
        }
        if let Some(media) = media {
            builder = builder.header(header::CONTENT_TYPE, media);
        }
        if let Some(key) = key {
            builder = builder.header("idempotency-key", key);
        }
        let mut cookies = vec![format!("lang={}", self.lang.code())];
        match &self.token {
            Some(token) if self.bearer => builder = builder.header(header::AUTHORIZATION, format!("Bearer {token}")),
            Some(token) => cookies.push(format!("{}={token}", crate::handle::cookie_name("session", false))),
            None => {}
        }
        cookies.extend(self.cookies.iter().cloned());
        builder = builder.header(header::COOKIE, cookies.join("; "));
        let request = builder.body(Body::from(body)).expect("a test request is well formed");
        let router = self.router.clone();
        let runtime =
            tokio::runtime::Builder::new_current_thread().build().expect("a runtime for one request can be made");
        runtime.block_on(async move {
            let response = router.oneshot(request).await.expect("the router answers everything");
            let status = response.status().as_u16();
            let headers = response
                .headers()
                .iter()
                .map(|(k, v)| (k.as_str().to_owned(), String::from_utf8_lossy(v.as_bytes()).into_owned()))
                .collect();
            let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body in memory can be read");
            Reply { status, headers, body: String::from_utf8_lossy(&bytes).into_owned() }
        })
    }
}

impl Reply {
    /// The first header of this name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> &str {
        self.header("location").unwrap_or_default()
    }

    /// The body as JSON; panics with the body when it is none.
    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("not JSON ({e}): {}", self.body))
    }

    /// Fails the test with the body when the status is another.
    #[track_caller]
    pub fn assert_status(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}", self.body);
        self
    }

    /// The value of a cookie that was set.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .filter(|(k, _)| k == "set-cookie")
            .filter_map(|(_, v)| v.split(';').next()?.split_once('='))
            .find_map(|(k, v)| (k == name).then_some(v))
    }

    /// The key against double sending that a form on this page holds.
    pub fn once(&self) -> Option<&str> {
        let at = self.body.find("name=\"once\" value=\"")? + "name=\"once\" value=\"".len();
        self.body[at..].split('"').next()
    }
}
