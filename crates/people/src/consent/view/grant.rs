//! What was agreed: on the screen, and on paper for the person to take home.

use base::{Lang, PersonId};
use maud::{Markup, html};
use policy::Disclosed;
use web::View;
use web::ui::{self, Tone, Ui, badge, facts};

use super::{Whom, explained, last_day, renew};
use crate::agency::Agency;
use crate::consent::GrantRow;
use crate::consent::wording::sentences;
use crate::person::Name;

/// What one grant says, without whom it is from.
fn agreed(ui: &Ui<'_>, whom: &Whom, row: &GrantRow) -> Markup {
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
}

impl GrantPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}/consents", self.person);
        let here = format!("{home}/{}", self.row.id);
        let body = html! {
            p { (state(ui, &self.row, self.live)) }
            (agreed(ui, &self.whom, &self.row))
            (ui::section("duty", &ui.t("consent-duty-title"), self.whom.duty(ui)))
            (wording(ui, &self.whom, &self.row))
            (ui::section("paper", &ui.t("consent-paper-title"), html! {
                p { (ui.say("consent-paper-text")) }
                ul { @for lang in Lang::ALL {
                    li { a href={ (here) "/paper?register=" (lang.code()) } { span { (ui.say(&format!("base-lang-{}", lang.code()))) } } }
                } }
            }))
            @if self.may_renew { p { a class="button button-second" href=(renew(&self.row)) { span { (ui.say("consent-renew")) } } } }
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
}

impl PaperPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let line = || html! { "＿＿＿＿＿＿＿＿＿＿＿＿＿＿" };
        let body = html! {
            (facts(&[(ui.t("consent-paper-name"), html! { (self.name.name) })]))
            (agreed(ui, &self.whom, &self.row))
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
