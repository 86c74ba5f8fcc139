//! Headers and limits that hold for every answer.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::set_header::SetResponseHeaderLayer;

/// Largest body that is read. Above the longest text a field takes, so that a text that is too
/// long still comes back to its writer instead of being cut off by the connection.
pub const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// Everything from this origin, nothing inline, no frames, and no text that a script could turn into markup or script
/// (ASVS 5.0 3.4).
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// A year, with every name below (ASVS 5.0 3.4.1). Only where people come by TLS: elsewhere browsers ignore it, and on the
/// own machine it would lock out whatever else runs there.
const HSTS: &str = "max-age=31536000; includeSubDomains";

/// Wraps the router with the headers, the cross-site guard and the last resort against panics. `secure` says that people
/// reach it through TLS.
pub fn guarded(router: Router, secure: bool) -> Router {
    let fixed = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    let router = router
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn(same_site_only))
        .layer(CatchPanicLayer::new())
        .layer(fixed(header::CACHE_CONTROL, "no-store"))
        .layer(fixed(header::CONTENT_SECURITY_POLICY, CSP))
        .layer(fixed(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(fixed(header::REFERRER_POLICY, "no-referrer"))
        .layer(fixed(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(fixed(HeaderName::from_static("cross-origin-resource-policy"), "same-origin"))
        .layer(fixed(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()"));
    if secure { router.layer(fixed(header::STRICT_TRANSPORT_SECURITY, HSTS)) } else { router }
}

/// The cross-site layer lets a request through that says nothing of where it comes from. A browser
/// that carries a session cookie always says so on a POST; whatever does not is refused.
async fn same_site_only(request: Request<Body>, next: Next) -> Response<Body> {
    let headers = request.headers();
    let acts = !matches!(*request.method(), Method::GET | Method::HEAD);
    let silent = !headers.contains_key("sec-fetch-site") && !headers.contains_key(header::ORIGIN);
    if acts && silent && headers.contains_key(header::COOKIE) {
        return (StatusCode::FORBIDDEN, "cross-site request refused").into_response();
    }
    next.run(request).await
}
