//! What was agreed: on the screen, and on paper for the person to take home.

use base::{Lang, PersonId, Time};
use maud::{Markup, html};
use policy::{Category, Disclosed};
use web::View;
use web::ui::{self, Tone, Ui, badge, facts};

use super::{Whom, explained, last_day, moment, renew};
use crate::agency::Agency;
use crate::consent::GrantRow;
use crate::consent::wording::sentences;
use crate::form::said;
use crate::person::Name;

/// A line of what was agreed.
type Item<'a> = (std::borrow::Cow<'a, str>, Markup);

/// Who was there when relapse was named, from when it is told, and whether it was taken back.
fn named<'a>(ui: &Ui<'a>, whom: &Whom, row: &GrantRow, outside: Option<&str>) -> Vec<Item<'a>> {
    let naming = &row.naming;
    let mut items = Vec::new();
    if let Some((name, agency)) = naming.outside.as_ref().map(|o| &o.name).zip(outside) {
        items.push((ui.t("consent-outside"), html! { (name) "（" (agency) "）" }));
    }
    if let Some(back) = naming.back_at {
        items.push((ui.t("consent-back-on"), ui::time_of(ui.lang, back)));
    } else if let Some(from) = naming.from.filter(|_| whom.duty.reports) {
        items.push((ui.t("consent-told-from"), ui::time_of(ui.lang, from)));
    }
    items
}

/// What one grant says, without whom it is from. `outside` is the name of the agency whose worker was there when relapse
/// was named.
fn agreed(ui: &Ui<'_>, whom: &Whom, row: &GrantRow, outside: Option<&str>) -> Markup {
    let purposes = html! { ul { @for purpose in row.purposes.iter() { li { (ui.say(&format!("consent-purpose-{}", purpose.code()))) } } } };
    let relapse = whom.named(ui, if row.relapse_named { "consent-relapse-yes" } else { "consent-relapse-no" });
    let mut items = vec![
        (ui.t("consent-part-whom"), html! { strong { (whom.agency.name) } }),
        (ui.t("consent-part-what"), explained(ui, row.categories)),
        (ui.t("consent-part-relapse"), ui::ruby(&relapse)),
        (ui.t("consent-part-why"), purposes),
        (ui.t("consent-part-until"), html! { (last_day(ui, row.until)) }),
        (ui.t("consent-taken-at"), ui::date_of(ui.lang, row.taken_at.date_jst())),
        (ui.t("consent-part-how"), ui.say(row.how.key())),
    ];
    items.extend(named(ui, whom, row, outside));
    if let Some(witness) = &row.witness {
        items.push((ui.t("consent-witness"), html! { (witness) }));
    }
    items.push((ui.t("consent-wording"), html! { (row.text_version) }));
    facts(&items)
}

/// The sentences that stood on the screen, for whoever asks later what was said.
fn wording(ui: &Ui<'_>, whom: &Whom, row: &GrantRow) -> Markup {
    let said = sentences(&row.text_version, ui.lang, &whom.agency.name);
    html! { @if !said.is_empty() {
        (ui::disclosure(&ui.t("consent-wording-show"), html! { ul { @for sentence in &said { li { (ui::ruby(sentence)) } } } }))
    } }
}

/// Whether a grant holds, is over or was revoked.
pub(super) fn state(ui: &Ui<'_>, row: &GrantRow, live: bool) -> Markup {
    if row.revoked_at.is_some() {
        badge(Tone::Neutral, &ui.t("consent-state-revoked"))
    } else if live {
        badge(Tone::Success, &ui.t("consent-state-live"))
    } else {
        badge(Tone::Neutral, &ui.t("consent-state-over"))
    }
}

/// That relapse is not told yet, and until when it can be taken back.
pub(super) fn waits(ui: &Ui<'_>, until: Time) -> Markup {
    ui.notice(Tone::Info, &said(ui, "consent-told-waits", &moment(ui, until)), None)
}

/// What was agreed.
pub(in crate::consent) struct GrantPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub whom: Whom,
    pub row: GrantRow,
    pub live: bool,
    pub may_revoke: bool,
    /// Whether it ends soon and the reader may ask again.
    pub may_renew: bool,
    /// Name of the agency whose worker was there when relapse was named.
    pub outside: Option<String>,
    /// Until when relapse is not told yet.
    pub waits: Option<Time>,
}

impl GrantPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}/consents", self.person);
        let here = format!("{home}/{}", self.row.id);
        let body = html! {
            p { (state(ui, &self.row, self.live)) }
            @if let Some(until) = self.waits { (waits(ui, until)) }
            (agreed(ui, &self.whom, &self.row, self.outside.as_deref()))
            (ui::section("duty", &ui.t("consent-duty-title"), self.whom.duty(ui)))
            (wording(ui, &self.whom, &self.row))
            (ui::section("paper", &ui.t("consent-paper-title"), html! {
                p { (ui.say("consent-paper-text")) }
                ul { @for lang in Lang::ALL {
                    li { a href={ (here) "/paper?register=" (lang.code()) } { span { (ui.say(&format!("base-lang-{}", lang.code()))) } } }
                } }
            }))
            @if self.may_renew { p { a class="button button-second" href=(renew(&self.row)) { span { (ui.say("consent-renew")) } } } }
            @if self.may_revoke && self.row.categories.has(Category::Relapse) {
                p { a class="button button-second" href={ (here) "/relapse" } { span { (ui.say("consent-back-ask")) } } }
            }
            @if self.may_revoke {
                p { a class="button button-second" href={ (here) "/revoke" } { span { (ui.say("consent-revoke")) } } }
            }
        };
        View::new(self.whom.named(ui, "consent-grant-title"), body)
            .under(format!("/persons/{}", self.person), &self.name.name)
            .under(home, ui.t("consent-title"))
            .within("/persons")
            .for_person()
    }
}

/// The same on paper, with a line to sign on and how to take it back.
pub(in crate::consent) struct PaperPage {
    pub name: Disclosed<Name>,
    pub whom: Whom,
    /// The agency that took the consent and can be told that it is taken back.
    pub taken_by: Agency,
    pub row: GrantRow,
    /// Name of the agency whose worker was there when relapse was named.
    pub outside: Option<String>,
    /// Until when relapse is not told yet.
    pub waits: Option<Time>,
}

impl PaperPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let line = || html! { "＿＿＿＿＿＿＿＿＿＿＿＿＿＿" };
        let body = html! {
            (facts(&[(ui.t("consent-paper-name"), html! { (self.name.name) })]))
            (agreed(ui, &self.whom, &self.row, self.outside.as_deref()))
            @if let Some(until) = self.waits { (waits(ui, until)) }
            (self.whom.duty(ui))
            h2 { (ui.say("consent-paper-end")) }
            p { (ui.say("consent-paper-end-text")) }
            p { strong { (self.taken_by.name) } @if let Some(phone) = &self.taken_by.phone { "　" (phone) } }
            p { (ui.say("consent-paper-number")) "：" strong { (self.row.id) } }
            (facts(&[(ui.t("consent-paper-date"), line()), (ui.t("consent-paper-sign"), line())]))
        };
        View::new(ui.t("consent-paper-heading"), body).bare()
    }
}
