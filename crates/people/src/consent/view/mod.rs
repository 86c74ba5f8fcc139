//! The pages of consent. What a person reads is large and calm, in the register that they choose, and says one
//! thing at a time.

mod ask;
mod end;
mod grant;
mod list;
mod preview;
mod refuse;
#[cfg(test)]
mod tests;

use base::{AgencyId, Arg, PersonId, jp};
use maud::{Markup, html};
use policy::{Categories, Category};
use web::ui::{self, Choice, Tone, Ui, facts, prose};
use web::{Turned, View};

pub(super) use ask::{AskPage, ChoosePage};
pub(super) use end::NumberPage;
pub(super) use end::{BackPage, LiftPage, RevokePage};
pub(super) use grant::{GrantPage, PaperPage};
pub(super) use list::{ListPage, Listed, RefusedRow};
pub(super) use preview::PreviewPage;
pub(super) use refuse::RefusePage;

use crate::agency::{Agency, AgencyKind, DutyNow, kind_name};
use crate::consent::GrantRow;
use crate::form::said;
use crate::person::Name;

/// The agency that a person allows something, and everything to be said about it before.
pub(super) struct Whom {
    pub agency: Agency,
    pub kinds: Vec<AgencyKind>,
    pub duty: DutyNow,
}

impl Whom {
    /// Who they are, what they tell to whom, whether they must report.
    fn about(&self, ui: &Ui<'_>) -> Markup {
        let kind = kind_name(ui, &self.kinds, &self.agency.kind);
        let tells =
            if self.agency.tells.is_empty() { ui.say("consent-tells-nothing") } else { prose(&self.agency.tells) };
        html! {
            (facts(&[
                (ui.t("consent-whom-name"), html! { strong { (self.agency.name) } }),
                (ui.t("consent-whom-kind"), html! { (ui::ruby(kind)) @if !self.agency.area.is_empty() { "（" (self.agency.area) "）" } }),
                (ui.t("consent-whom-tells"), tells),
            ]))
            (self.duty(ui))
        }
    }

    /// Whether the agency must report what it learns, in words that name it.
    fn duty(&self, ui: &Ui<'_>) -> Markup {
        let (tone, key) = match (&self.duty.fact, self.duty.reports) {
            (Some(_), true) => (Tone::Warning, "consent-duty-yes"),
            (None, true) => (Tone::Warning, "consent-duty-unchecked"),
            (Some(_), false) => (Tone::Info, "consent-duty-no"),
            (None, false) => (Tone::Info, "consent-duty-none"),
        };
        let basis = self.duty.fact.as_ref().map(|fact| {
            html! {
                p { (ui.say("consent-duty-basis")) "：" (fact.basis) }
            }
        });
        ui.notice(tone, &self.named(ui, key), basis)
    }

    /// A sentence with the agency's name in it.
    fn named(&self, ui: &Ui<'_>, key: &str) -> String {
        said(ui, key, &[("agency", Arg::from(&self.agency.name))])
    }
}

/// A page that the worker turns towards the person, at the address `here`.
fn turned(ui: &Ui<'_>, person: PersonId, name: &Name, here: String, title: String, body: Markup) -> View {
    let back = format!("/persons/{person}/consents");
    View::new(title, body).turned(Turned { lang: ui.lang, here, name: name.name.clone(), back, keeps: None })
}

/// A category with its one plain sentence.
fn category(ui: &Ui<'_>, category: Category) -> Choice {
    let key = format!("consent-category-{}", category.code());
    Choice::new(category.code(), ui.t(&key)).note(ui.t(&format!("{key}-note")))
}

/// Categories, each with its sentence.
fn explained(ui: &Ui<'_>, set: Categories) -> Markup {
    html! { ul { @for c in set.iter() {
        @let key = format!("consent-category-{}", c.code());
        li { strong { (ui.say(&key)) } "　" (ui.say(&format!("{key}-note"))) }
    } } }
}

/// The last day on which a grant holds: it ends with the first moment of the next.
fn last_day(ui: &Ui<'_>, until: base::Time) -> String {
    jp::show_date(ui.lang, until.plus_minutes(-1).date_jst())
}

/// A moment for a sentence: its day and its hour.
fn moment(ui: &Ui<'_>, at: base::Time) -> [(&'static str, Arg<'static>); 2] {
    let (date, time) = (jp::show_date(ui.lang, at.date_jst()), jp::easy_time(ui.lang, at));
    [("date", Arg::from(date)), ("time", Arg::from(time))]
}

/// Where a person is asked again what they agreed to once.
pub(crate) fn renew(row: &GrantRow) -> String {
    format!("/persons/{}/consents/new?to={}&renew={}", row.person, row.agency, row.id)
}

/// Agencies to choose from, with their kinds.
fn agencies(ui: &Ui<'_>, agencies: &[(AgencyId, String, String)], kinds: &[AgencyKind]) -> Vec<Choice> {
    agencies
        .iter()
        .map(|(id, name, kind)| Choice::new(id.to_string(), format!("{name}（{}）", kind_name(ui, kinds, kind))))
        .collect()
}
