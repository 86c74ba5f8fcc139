//! One person's page. What may not be seen leaves no trace on it: no count, no empty heading, no hint.

use std::collections::BTreeMap;

use base::{AgencyId, Arg, GrantId, PersonId, Time};
use maud::{Markup, html};
use policy::{Act, Categories, Disclosed, Roles, may};
use web::View;
use web::ui::{self, Tone, Ui, prose};

use super::facts::{ORDER, fact, kind_key};
use super::{Known, beside_name, categories, standing};
use crate::emergency::{Live, open_now};
use crate::form::said;
use crate::person::model::{Entry, Name, Relation};
use crate::person::{EntryKind, Seen};

/// A relative, or the one a relative worries about.
pub(in crate::person) struct Kin {
    pub relation: Disclosed<Relation>,
    /// The person of this page is the relative.
    pub is_relative: bool,
    /// The other one, where they are known here themselves.
    pub other: Option<Known>,
}

/// What the person has allowed an agency.
pub(in crate::person) struct Agreed {
    pub to: String,
    pub categories: Categories,
    pub until: Time,
    pub grant: GrantId,
    /// Where to ask again, if it ends soon.
    pub renew: Option<String>,
}

/// Everything of a person that the agency may see.
pub(in crate::person) struct PersonPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub own_client: bool,
    pub entries: Vec<Disclosed<Entry>>,
    pub relations: Vec<Kin>,
    pub agreed: Vec<Agreed>,
    /// Names of the agencies that wrote or may see.
    pub agencies: BTreeMap<AgencyId, String>,
    /// Who looks after them at the agency.
    pub worker: Option<String>,
    pub roles: Roles,
    /// An emergency look that stands open for the reader.
    pub emergency: Option<Live>,
    /// The reader knows of the person by that alone.
    pub in_emergency: bool,
}

impl PersonPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @if let Some(live) = &self.emergency { (open_now(ui, live, html! {})) }
            p { (standing(ui, self.own_client)) (beside_name(ui, &self.name))
                @if let Some(year) = self.name.birth_year { " " (ui.say_with("person-born", &[("year", Arg::from(year.to_string()))])) } }
            (self.looked_after(ui))
            (self.what_is_known(ui))
            (self.notes(ui))
            (self.family(ui))
            @if !self.in_emergency { (self.consents(ui)) }
            (self.more(ui))
        };
        let view = View::new(&self.name.name, body).under("/persons", ui.t("person-list-title")).within("/persons");
        if self.may(Act::SendReferral) {
            view.action(self.at("refer"), ui.t("person-refer"))
        } else if may(self.roles, Act::SendReferral) && !self.in_emergency {
            // Whoever only knows of them asks the agency that works with them.
            view.action(self.at("request"), ui.t("person-request"))
        } else {
            view
        }
    }

    fn at(&self, what: &str) -> String {
        format!("/persons/{}/{what}", self.person)
    }

    /// Whether the reader may do this to somebody the agency works with.
    fn may(&self, act: Act) -> bool {
        self.own_client && may(self.roles, act)
    }

    fn agency(&self, id: AgencyId) -> &str {
        self.agencies.get(&id).map_or("", String::as_str)
    }

    /// Who looks after the person here, and giving them to somebody else.
    fn looked_after(&self, ui: &Ui<'_>) -> Markup {
        if !self.own_client {
            return html! {};
        }
        html! {
            p {
                (ui.say("person-worker")) "："
                @match &self.worker { Some(name) => (name), None => (ui.say("person-worker-none")) }
                @if self.may(Act::EditPerson) { "　" a href=(self.at("assign")) { span { (ui.say("person-assign")) } } }
            }
        }
    }

    fn what_is_known(&self, ui: &Ui<'_>) -> Markup {
        let of = |kind| self.entries.iter().filter(move |e| e.kind == kind);
        let known: Vec<_> =
            ORDER.into_iter().filter(|kind| self.may(Act::WriteEntry) || of(*kind).next().is_some()).collect();
        if known.is_empty() {
            return html! {};
        }
        let item = |kind: EntryKind| {
            let shown = html! {
                @for entry in of(kind) {
                    @if let Some(known) = entry.fact() { (fact(ui, &known)) (self.source(ui, entry)) }
                }
                @if self.may(Act::WriteEntry) {
                    a href={ (self.at("facts")) "?kind=" (kind.code()) } {
                        span { (ui.say(if of(kind).next().is_some() { "person-fact-change" } else { "person-fact-add" })) }
                        span class="only-read" { "：" (ui.plain(kind_key(kind))) }
                    }
                }
            };
            (ui.t(kind_key(kind)), shown)
        };
        let items: Vec<_> = known.into_iter().map(item).collect();
        ui::section("facts", &ui.t("person-facts"), ui::facts(&items))
    }

    fn source(&self, ui: &Ui<'_>, entry: &Entry) -> Markup {
        html! { p class="source" { (self.agency(entry.author)) "・" (ui::date_of(ui.lang, entry.at.date_jst())) } }
    }

    fn notes(&self, ui: &Ui<'_>) -> Markup {
        let notes: Vec<_> = self.entries.iter().filter(|e| e.kind == EntryKind::Note).collect();
        if notes.is_empty() && !self.may(Act::WriteEntry) {
            return html! {};
        }
        let moment = |entry: &&Disclosed<Entry>| ui::Moment {
            when: ui::time_of(ui.lang, entry.at),
            title: self.agency(entry.author).to_owned(),
            by: None,
            tone: Tone::Neutral,
            body: Some(html! { p { (categories(ui, entry.label.categories())) } (prose(&entry.body)) }),
        };
        let moments: Vec<_> = notes.iter().map(moment).collect();
        ui::section(
            "notes",
            &ui.t("person-notes"),
            html! {
                @if self.may(Act::WriteEntry) {
                    p { a class="button button-second" href=(self.at("entries")) { span { (ui.say("person-note-write")) } } }
                }
                @if moments.is_empty() { p { (ui.say("person-notes-none")) } } @else { (ui.timeline(&moments)) }
            },
        )
    }

    fn family(&self, ui: &Ui<'_>) -> Markup {
        if self.relations.is_empty() && !self.may(Act::WriteEntry) {
            return html! {};
        }
        ui::section(
            "family",
            &ui.t("person-family"),
            html! {
                @if self.relations.is_empty() { p { (ui.say("person-family-none")) } }
                @else { ul { @for kin in &self.relations { li { (one_of_family(ui, kin)) } } } }
                @if self.may(Act::WriteEntry) {
                    p { a href={ "/persons/new?relative_of=" (self.person) } { span { (ui.say("person-family-register")) } } }
                    p { a href=(self.at("relations")) { span { (ui.say("person-relation-add")) } } }
                }
            },
        )
    }

    fn consents(&self, ui: &Ui<'_>) -> Markup {
        let items: Vec<_> = self.agreed.iter().map(|agreed| {
            let until = said(ui, "person-agreed-until", &[("date", Arg::from(base::jp::show_date(ui.lang, last_day(agreed.until))))]);
            let what = html! {
                p { (categories(ui, agreed.categories)) }
                p { (ui::ruby(&until)) " " @if agreed.renew.is_some() { (ui::badge(Tone::Warning, &ui.t("consent-ends-soon"))) " " } a href=(self.at(&format!("consents/{}", agreed.grant))) { span { (ui.say("person-agreed-show")) } }
                    @if let Some(renew) = &agreed.renew { "　" a href=(renew) { span { (ui.say("consent-renew")) } } } }
            };
            (agreed.to.clone(), what)
        }).collect();
        ui::section(
            "consents",
            &ui.t("person-agreed"),
            html! {
                @if items.is_empty() { p { (ui.say("person-agreed-none")) } } @else { (ui::facts(&items)) }
                p { a href=(self.at("consents")) { span { (ui.say("person-agreed-all")) } } }
                p { a href=(self.at("looked")) { span { (ui.say("person-looked")) } } }
            },
        )
    }

    fn more(&self, ui: &Ui<'_>) -> Markup {
        let links = [
            ("edit", Act::EditPerson, "person-edit"),
            ("request", Act::SendReferral, "person-request"),
            ("separations", Act::Separate, "separation-link"),
            ("legal-bases/new", Act::EnterLegalBasis, "lawful-new"),
            ("end", Act::EndInvolvement, "person-end"),
        ];
        let links: Vec<_> = links.into_iter().filter(|(_, act, _)| self.may(*act)).collect();
        html! {
            @if !links.is_empty() {
                (ui::disclosure(&ui.t("person-more"), html! {
                    ul { @for (what, _, key) in links { li { a href=(self.at(what)) { span { (ui.say(key)) } } } } }
                }))
            }
        }
    }
}

/// What an agency that was told of the person reads of them: the same page, with nothing to press.
pub(crate) fn as_told(ui: &Ui<'_>, seen: &Seen) -> Markup {
    let kin = |relation: &Disclosed<Relation>| Kin { relation: relation.clone(), is_relative: true, other: None };
    let page = PersonPage {
        person: seen.person,
        name: seen.name.clone(),
        own_client: false,
        entries: seen.open.clone(),
        relations: seen.relations.iter().map(kin).collect(),
        agreed: Vec::new(),
        agencies: seen.agencies.clone(),
        worker: None,
        roles: Roles::NONE,
        emergency: None,
        in_emergency: false,
    };
    html! { (page.what_is_known(ui)) (page.notes(ui)) (page.family(ui)) }
}

/// A grant ends with the last moment of a day, which is the first of the next.
fn last_day(until: Time) -> base::Date {
    until.plus_minutes(-1).date_jst()
}

fn one_of_family(ui: &Ui<'_>, kin: &Kin) -> Markup {
    let role = format!("person-relation-{}", kin.relation.kind.code());
    html! {
        @if kin.is_relative { (ui.say(&role)) " → " (ui.say("person-principal")) "：" }
        @else { (ui.say("person-relative")) "（" (ui.say(&role)) "）：" }
        @match &kin.other {
            Some(other) => { a href={ "/persons/" (other.person) } { span { (other.name.name) } } }
            None => (ui.say(&format!("person-principal-{}", kin.relation.principal_is.code()))),
        }
    }
}
