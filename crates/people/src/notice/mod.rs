//! The word that something changed, in the product and by mail.
//!
//! A notice says that there is something new and where to look, never what or about whom: mail travels
//! unprotected, and a notice about somebody whose consent is over must vanish like everything else.

pub mod api;
mod pages;
mod store;
mod view;

use base::{AgencyId, Lang, Outcome, PersonId, Time};
use db::{Mail, Migration};
use policy::Act;
use web::{Cx, Room};

use crate::agency::{self, Agency};

/// The tables.
pub const MIGRATIONS: &[Migration] = &[Migration { id: "notice-1", sql: include_str!("migration.sql") }];

/// What this room offers.
pub fn room() -> Room {
    let mut endpoints = api::endpoints();
    endpoints.extend(pages::endpoints());
    Room {
        name: "notice",
        endpoints,
        words: base::words!("notice", "words/ja.ftl", "words/en.ftl", "words/ja-simple.ftl"),
        migrations: MIGRATIONS,
    }
}

/// A notice as its agency sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// When.
    pub at: Time,
    /// Key of the sentence, such as `referral-told-accepted`.
    pub kind: String,
    /// Where to look.
    pub href: String,
    /// Whether somebody at the agency has seen it.
    pub is_read: bool,
}

/// Tells an agency that something about a person changed; by mail too when it has an address.
///
/// `kind` is the key of a sentence without content; `href` the page to look at.
pub fn tell(cx: &mut Cx<'_>, to: AgencyId, kind: &'static str, person: PersonId, href: &str) -> Outcome<()> {
    let to = agency::get(cx, to)?;
    tell_agency(cx, &to, kind, person, href)
}

/// As [`tell`], for an act that has read the agency already.
pub fn tell_agency(cx: &mut Cx<'_>, to: &Agency, kind: &'static str, person: PersonId, href: &str) -> Outcome<()> {
    let id = base::NoticeId::near(cx.now, cx.rng);
    store::insert(cx.tx, to.id, cx.now, id, person, kind, href)?;
    mail(cx, to)
}

/// Tells an agency by mail alone that there is something to look at, if it has an address.
pub(crate) fn mail(cx: &mut Cx<'_>, to: &Agency) -> Outcome<()> {
    let Some(address) = to.email.clone() else { return Ok(()) };
    if cx.config.mail_from.is_empty() {
        return Ok(());
    }
    let mail = Mail {
        kind: "notice".to_owned(),
        to: address,
        subject_key: "notice-mail-subject".to_owned(),
        body_key: "notice-mail-body".to_owned(),
        args: vec![("address".to_owned(), cx.config.base_url.clone())],
        lang: Lang::Ja,
        due_at: cx.now,
    };
    cx.tx.enqueue(&mail, cx.now, cx.rng)
}

/// The agency's notices, newest first, that it may still know of; at most fifty.
pub fn list(cx: &mut Cx<'_>) -> Outcome<Vec<Notice>> {
    let by = cx.allow(Act::SeeCaseload)?;
    store::latest(cx.tx, by.agency, cx.now, 50)
}

/// How many notices nobody at the agency has read yet; beyond 100 it is not counted on.
pub fn unread(cx: &mut Cx<'_>) -> Outcome<u32> {
    let by = cx.allow(Act::SeeCaseload)?;
    let count = store::unread(cx.tx, by.agency, cx.now, 100)?;
    Ok(u32::try_from(count).unwrap_or_default())
}

/// Marks everything up to `until` as read.
pub fn mark_read(cx: &mut Cx<'_>, until: Time) -> Outcome<()> {
    let by = cx.allow(Act::SeeCaseload)?;
    store::mark_read(cx.tx, by.agency, until, cx.now)
}
