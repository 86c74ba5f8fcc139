//! Writing a referral: first whom to, with everything that is to be known before anybody writes; then what.

use std::collections::BTreeMap;

use base::{Arg, Lang, Time};
use maud::{Markup, html};
use people::agency::{Agency, AgencyKind, DutyNow};
use policy::{Categories, Category};
use web::View;
use web::ui::{Head, Table, Tone, Ui, badge, disclosure, facts, prose, section};

use super::Typed;
use super::steps::consent_href;
use super::words::{categories, category, day, name, said, tags, to, to_about, word};
use crate::referral::codes::Kind;
use crate::referral::show::PersonRef;

/// An agency that can be chosen.
pub struct Offered {
    /// The agency.
    pub agency: Agency,
    /// Whether the person has agreed to be handed over to it, as far as this agency knows.
    pub agreed: bool,
}

/// Choosing the agency.
pub struct ChoosePage {
    /// Who is handed over.
    pub person: PersonRef,
    /// The agencies that fit what was searched for.
    pub offered: Vec<Offered>,
    /// Every kind, for its name.
    pub kinds: Vec<AgencyKind>,
    /// What was searched for.
    pub search: String,
}

impl ChoosePage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let action = format!("/persons/{}/refer", self.person.id);
        let heads = ["referral-agency", "referral-kind", "referral-area", "referral-answer-days", "referral-consent"];
        let rows = self.offered.iter().map(|one| self.row(ui, one)).collect();
        let table = Table::new(ui.t("referral-choose-agency"), heads.map(|key| Head::text(ui.t(key))).to_vec(), rows);
        let body = html! {
            (ui.search_box(&action, &ui.t("referral-choose-search"), "q", &self.search, None))
            @if self.offered.is_empty() { (ui.empty(&ui.t("referral-choose-nobody"), &ui.t("referral-choose-nobody-text"), None)) }
            @else { (ui.table(&table.quiet_caption())) }
        };
        let title = said(ui, "referral-refer-title", &[("name", Arg::from(name(ui, &self.person)))]);
        under_person(ui, &self.person, View::new(title, body).lead(ui.t("referral-choose-lead")))
    }

    fn row(&self, ui: &Ui<'_>, one: &Offered) -> Vec<Markup> {
        let agency = &one.agency;
        let href = format!("/persons/{}/refer?to={}", self.person.id, agency.id);
        let consent = if one.agreed {
            badge(Tone::Success, &ui.t("referral-consent-there"))
        } else {
            html! { (ui.say("referral-consent-not")) }
        };
        vec![
            to(&href, &agency.name),
            html! { (kind(&self.kinds, &agency.kind, ui.lang)) },
            html! { (agency.area) },
            ui.say_with("referral-working-days", &[("n", Arg::from(agency.answer_days))]),
            consent,
        ]
    }
}

/// A page below the person's own.
fn under_person(ui: &Ui<'_>, person: &PersonRef, view: View) -> View {
    view.under("/persons", ui.t("referral-persons"))
        .under(format!("/persons/{}", person.id), name(ui, person))
        .within("/referrals")
}

fn kind<'a>(kinds: &'a [AgencyKind], code: &'a str, lang: Lang) -> &'a str {
    kinds.iter().find(|kind| kind.code == code).map_or(code, |kind| kind.name(lang))
}

/// Everything to be known of a receiver before somebody writes to it.
pub struct Whom {
    /// The agency.
    pub agency: Agency,
    /// Every kind, for its name.
    pub kinds: Vec<AgencyKind>,
    /// What its duty to report rests on.
    pub duty: DutyNow,
    /// What the person allows it, without what a duty to report or a refusal takes away.
    pub allowed: Categories,
    /// Whether the person has agreed to be handed over to it.
    pub agreed: bool,
    /// When that ends.
    pub until: Option<Time>,
}

impl Whom {
    fn view(&self, ui: &Ui<'_>, person: &PersonRef, back: &str) -> Markup {
        let agency = &self.agency;
        let label = |key: &str| ui.t(key).into_owned();
        let duty = if self.duty.reports { "referral-duty-yes" } else { "referral-duty-no" };
        let unchecked = if self.duty.reports { "referral-duty-unchecked" } else { "referral-duty-unchecked-no" };
        let tone = if self.duty.reports { Tone::Warning } else { Tone::Info };
        let mut items = vec![
            (label("referral-kind"), html! { (kind(&self.kinds, &agency.kind, ui.lang)) "　" (agency.area) }),
            (
                label("referral-tells"),
                if agency.tells.is_empty() { ui.say("referral-tells-none") } else { prose(&agency.tells) },
            ),
            (
                label("referral-duty"),
                html! { (badge(tone, &ui.t(duty))) " "
                @match &self.duty.fact { Some(fact) => (fact.basis), None => (ui.say(unchecked)) } },
            ),
            (
                label("referral-answer-days"),
                ui.say_with("referral-working-days", &[("n", Arg::from(agency.answer_days))]),
            ),
            (
                label("referral-places"),
                to_about(&format!("/capacity/new?to={}", agency.id), &ui.t("referral-places-ask"), &agency.name),
            ),
        ];
        if !agency.has_account {
            items.push((label("referral-account"), ui.say("referral-account-none")));
        }
        items.push((label("referral-consent"), self.consent(ui, person, back)));
        facts(&items)
    }

    fn consent(&self, ui: &Ui<'_>, person: &PersonRef, back: &str) -> Markup {
        let href = consent_href(person.id, self.agency.id, back);
        html! {
            @if self.agreed {
                (badge(Tone::Success, &ui.t("referral-consent-there"))) " "
                @if let Some(until) = self.until {
                    (ui.say_with("referral-consent-until", &[("date", Arg::from(day(ui, until.plus_minutes(-1).date_jst())))]))
                }
                p { (tags(ui, self.allowed.iter().filter(|c| *c != Category::Existence).map(Category::code))) }
                p { (to(&href, &ui.t("referral-consent-more"))) }
            } @else { (badge(Tone::Warning, &ui.t("referral-consent-missing"))) " " (to(&href, &ui.t("referral-consent-take"))) }
        }
    }
}

/// Writing it, or changing what is being prepared.
pub struct ReferPage {
    /// Who is handed over.
    pub person: PersonRef,
    /// To whom.
    pub whom: Whom,
    /// The form.
    pub typed: Typed,
    /// Where it is sent.
    pub action: String,
    /// For a change: the referral's own page.
    pub back: Option<String>,
    /// Parts that were written under several categories at once: their codes joined with `+`.
    pub joined: Vec<String>,
    /// For a change: the version that is there now, and what stands there.
    pub change: Option<(i64, BTreeMap<String, String>)>,
}

impl ReferPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let fresh = || format!("/persons/{}/refer?to={}", self.person.id, self.whom.agency.id);
        let back = self.back.clone().unwrap_or_else(fresh);
        let args = [("name", Arg::from(name(ui, &self.person))), ("agency", Arg::from(&self.whom.agency.name))];
        let body = html! {
            (section("whom", &ui.t("referral-whom"), self.whom.view(ui, &self.person, &encode(&back))))
            @if self.whom.agreed || self.change.is_some() { (self.form(ui)) }
            @else { (disclosure(&ui.t("referral-prepare-first"), self.form(ui))) }
        };
        let view = View::new(said(ui, "referral-refer-to", &args), body);
        let mut view = under_person(ui, &self.person, view);
        if !self.whom.agreed {
            view = view.action(
                consent_href(self.person.id, self.whom.agency.id, &encode(&back)),
                ui.t("referral-consent-take"),
            );
        }
        view
    }

    fn form(&self, ui: &Ui<'_>) -> Markup {
        let fields = html! {
            @if self.typed.is_stale { (self.meanwhile(ui)) }
            (ui.radios(&self.typed.question("act", ui.t("referral-act")).required(), &self.kinds(ui)))
            (ui.tick(&self.typed.field("urgent", ui.t("referral-ask-urgent")).support(ui.t("referral-urgent-means")), self.typed.values.ticked("urgent")))
            (ui.text_area(&self.typed.field("wish", ui.t("referral-wish")).support(ui.t("referral-wish-support")), 4))
            (ui.field_group(&ui.t("referral-sections"), Some(&self.why(ui)), self.sections(ui)))
            @if self.change.is_none() { (self.when(ui)) }
        };
        let mut form = self.typed.form(&self.action, ui.t("referral-save"), fields).guarded();
        form = match &self.change {
            Some((version, _)) => form
                .hidden("version", self.typed.version(*version))
                .cancel(self.back.clone().unwrap_or_default(), ui.t("referral-back")),
            None => form
                .hidden("to", self.whom.agency.id.to_string())
                .cancel(format!("/persons/{}/refer", self.person.id), ui.t("referral-other-agency")),
        };
        ui.form(&form)
    }

    fn kinds(&self, ui: &Ui<'_>) -> Vec<web::ui::Choice> {
        let answers = Kind::ALL.iter().map(|kind| (kind.code(), word(ui, "kind", kind.code())));
        let mut choices = self.typed.choices("act", answers);
        for (choice, kind) in choices.iter_mut().zip(Kind::ALL) {
            choice.note = Some(word(ui, "kind-means", kind.code()));
        }
        choices
    }

    /// One part per category that the person allows this agency; the others are not asked for.
    fn sections(&self, ui: &Ui<'_>) -> Markup {
        let single = categories().filter(|c| self.whom.allowed.has(*c)).map(|c| c.code().to_owned());
        let all: Vec<String> = single.chain(self.joined.iter().cloned()).collect();
        html! {
            @for codes in &all {
                (ui.text_area(&self.typed.field(&format!("sections.{codes}"), joined(ui, codes)), 3))
            }
        }
    }

    /// Why some categories are not asked for.
    fn why(&self, ui: &Ui<'_>) -> String {
        let missing = categories().any(|category| !self.whom.allowed.has(category));
        if !self.whom.agreed {
            return ui.t("referral-sections-no-consent").into_owned();
        }
        ui.t(if missing { "referral-sections-some" } else { "referral-sections-all" }).into_owned()
    }

    /// Whether to send at once.
    fn when(&self, ui: &Ui<'_>) -> Markup {
        let mut answers = vec![("", ui.t("referral-when-later"))];
        if self.whom.agreed {
            answers.push(("yes", ui.t("referral-when-now")));
        }
        let mut choices = self.typed.choices("send", answers);
        if !choices.iter().any(|choice| choice.chosen) {
            choices[0].chosen = true;
        }
        ui.radios(&self.typed.question("send", ui.t("referral-when")), &choices)
    }

    /// What somebody else saved in between.
    fn meanwhile(&self, ui: &Ui<'_>) -> Markup {
        let now = self
            .change
            .as_ref()
            .map(|(_, now)| now.iter().map(|(name, text)| (label(ui, name), prose(text))).collect::<Vec<_>>());
        ui.notice(Tone::Warning, &ui.t("referral-meanwhile"), now.map(|items| facts(&items)))
    }
}

/// The words for a field: the wish, or what a part is about.
fn label(ui: &Ui<'_>, name: &str) -> String {
    match name.strip_prefix("sections.") {
        Some(codes) => joined(ui, codes),
        None => ui.t("referral-wish").into_owned(),
    }
}

/// Categories joined with `+`, in words.
fn joined(ui: &Ui<'_>, codes: &str) -> String {
    codes.split('+').map(|code| category(ui, code)).collect::<Vec<_>>().join("・")
}

/// An address as it can stand in the query of another; the id's characters and slashes stand for themselves.
fn encode(address: &str) -> String {
    address.replace('?', "%3F").replace('=', "%3D").replace('&', "%26")
}
