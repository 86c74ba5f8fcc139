//! What a person allows and refuses, as far as the agency may know.

use base::{Arg, PersonId, Time};
use maud::{Markup, html};
use policy::Disclosed;
use web::View;
use web::ui::{self, Tone, Ui, badge};

use super::{grant, last_day, moment, renew};
use crate::consent::{GrantRow, RefusalRow};
use crate::form::said;
use crate::lawful::{self, Shared};
use crate::person::{Name, categories};

/// A grant and the name of the agency it is given to.
pub(in crate::consent) struct Listed {
    pub to: String,
    pub live: bool,
    /// Whether it ends soon.
    pub soon: bool,
    /// Until when relapse is not told yet.
    pub waits: Option<Time>,
    pub row: GrantRow,
}

/// A refusal and the name of the agency that is refused.
pub(in crate::consent) struct RefusedRow {
    pub to: String,
    pub row: RefusalRow,
}

/// Everything a person allows and refuses that the agency may know of.
pub(in crate::consent) struct ListPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub grants: Vec<Listed>,
    pub refusals: Vec<RefusedRow>,
    /// What is shared without consent, by law.
    pub shared: Vec<Shared>,
    pub may_take: bool,
    pub may_revoke: bool,
}

impl ListPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let (live, over): (Vec<_>, Vec<_>) = self.grants.iter().partition(|grant| grant.live);
        let home = format!("/persons/{}", self.person);
        let body = html! {
            (ui::section("live", &ui.t("consent-live"), html! {
                @if live.is_empty() { p { (ui.say("consent-live-none")) } }
                @for grant in live { (self.card(ui, grant)) }
            }))
            @if !self.refusals.is_empty() {
                (ui::section("refused", &ui.t("consent-refusals"), html! { @for refused in &self.refusals { (self.refused(ui, refused)) } }))
            }
            @if !self.shared.is_empty() {
                (ui::section("lawful", &ui.t("lawful-title"), lawful::cards(ui, &self.shared)))
            }
            @if !over.is_empty() {
                (ui::section("over", &ui.t("consent-over"), html! { @for grant in over { (self.card(ui, grant)) } }))
            }
            p { a href={ (home) "/refusals/new" } { span { (ui.say("consent-refuse")) } } }
        };
        let view = View::new(ui.t("consent-title"), body)
            .lead(said(ui, "consent-lead", &[("name", Arg::from(&self.name.name))]))
            .under("/persons", ui.t("person-list-title"))
            .under(&home, &self.name.name)
            .within("/persons");
        if self.may_take { view.action(format!("{home}/consents/new"), ui.t("consent-new")) } else { view }
    }

    fn card(&self, ui: &Ui<'_>, grant: &Listed) -> Markup {
        let row = &grant.row;
        let here = format!("/persons/{}/consents/{}", self.person, row.id);
        let until = said(ui, "consent-holds-until", &[("date", Arg::from(last_day(ui, row.until)))]);
        let body = html! {
            p { (grant::state(ui, row, grant.live)) " " @if grant.soon { (badge(Tone::Warning, &ui.t("consent-ends-soon"))) " " } @if row.revoked_at.is_none() { (ui::ruby(&until)) } }
            @if let Some(until) = grant.waits { p { (ui.say_with("consent-told-waits", &moment(ui, until))) } }
            p { (categories(ui, row.categories)) }
        };
        let about = html! { span class="only-read" { "：" (grant.to) } };
        let acts = html! {
            a class="button button-quiet" href=(here) { span { (ui.say("consent-show")) } (about) }
            @if grant.soon && self.may_take {
                a class="button button-second" href=(renew(row)) { span { (ui.say("consent-renew")) } (about) }
            }
            @if grant.live && self.may_revoke {
                a class="button button-second" href={ (here) "/revoke" } { span { (ui.say("consent-revoke")) } (about) }
            }
        };
        ui::card(&grant.to, body, Some(acts))
    }

    fn refused(&self, ui: &Ui<'_>, refused: &RefusedRow) -> Markup {
        let lift = format!("/persons/{}/refusals/{}/lift", self.person, refused.row.id);
        let acts = html! {
            a class="button button-quiet" href=(lift) { span { (ui.say("consent-lift")) } span class="only-read" { "：" (refused.to) } }
        };
        ui::card(&refused.to, html! { p { (categories(ui, refused.row.categories)) } }, Some(acts))
    }
}
