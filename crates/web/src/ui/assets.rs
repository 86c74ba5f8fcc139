//! Style, script and icon, built into the program; nothing is ever fetched from elsewhere.

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A file that pages link to.
#[derive(Debug)]
pub struct Asset {
    /// Its name under `/assets/`.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// All of them. The design tokens come first in the style, so that everything after may use them.
pub const ASSETS: &[Asset] = &[
    Asset {
        name: "app.css",
        media_type: "text/css; charset=utf-8",
        text: concat!(
            include_str!("../../assets/dads/tokens.css"),
            include_str!("../../assets/css/base.css"),
            include_str!("../../assets/css/shell.css"),
            include_str!("../../assets/css/form.css"),
            include_str!("../../assets/css/parts.css"),
            include_str!("../../assets/css/modes.css"),
        ),
    },
    Asset {
        name: "app.js",
        media_type: "text/javascript; charset=utf-8",
        text: concat!(include_str!("../../assets/app.js"), include_str!("../../assets/passkey.js")),
    },
    Asset { name: "icon.svg", media_type: "image/svg+xml", text: include_str!("../../assets/icon.svg") },
];

/// A number that changes with the files (FNV-1a), so that a browser may keep them for a year.
const VERSION: u64 = {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut file = 0;
    while file < ASSETS.len() {
        let bytes = ASSETS[file].text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
        file += 1;
    }
    hash
};

/// The address of a file.
pub fn asset_href(name: &str) -> String {
    format!("/assets/{name}?v={VERSION:016x}")
}

/// Answers `GET /assets/{name}`.
pub async fn asset(Path(name): Path<String>) -> Response {
    match ASSETS.iter().find(|asset| asset.name == name) {
        Some(asset) => {
            let keep = "public, max-age=31536000, immutable";
            ([(header::CONTENT_TYPE, asset.media_type), (header::CACHE_CONTROL, keep)], asset.text).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
