//! Who looked, in words that the person can check; objections, for the privacy officer.

use std::collections::BTreeMap;

use base::{AgencyId, Arg, Date, Lang};
use maud::{Markup, html};
use web::ui::{self, Confirm, Moment, Tone, Ui, badge, facts};
use web::{Turned, View};

use super::acts::{Looked, Objection};
use super::rules::{Day, Found, Objected};
use crate::agency::Agency;
use crate::audit::view::{act_name, basis_name};
use crate::form::{Typed, said};
use crate::person::categories;

/// Who looked, turned to the person.
pub(super) struct LookedPage {
    pub looked: Looked,
    pub agencies: BTreeMap<AgencyId, String>,
    pub typed: Typed,
}

impl LookedPage {
    /// The page in the person's own register.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let person = format!("/persons/{}", self.looked.person);
        let here = format!("{person}/looked");
        let moments: Vec<_> = self.looked.days.iter().map(|day| self.moment(ui, day, &here)).collect();
        let body = html! {
            @if self.typed.is_again { (ui.error_summary(&self.typed.wrong())) }
            @if moments.is_empty() { p { (ui.say("audit-looked-none")) } } @else { (ui.timeline(&moments)) }
            p { (ui.say("audit-looked-others")) }
            p { a href={ (here) "/paper?register=" (register.code()) } { span { (ui.say("audit-looked-paper")) } } }
        };
        let name = self.looked.name.name.clone();
        View::new(ui.t("audit-looked-title"), body).lead(ui.t("audit-looked-lead")).turned(Turned {
            lang: register,
            here,
            name,
            back: person,
            keeps: None,
        })
    }

    fn moment(&self, ui: &Ui<'_>, day: &Day, here: &str) -> Moment {
        let object = Confirm {
            action: here.to_owned(),
            once: format!("{}-{}", self.typed.once, day.look.event),
            hidden: vec![
                ("event".to_owned(), day.look.event.to_string()),
                ("register".to_owned(), ui.lang.code().to_owned()),
            ],
            label: ui.t("audit-object").into_owned(),
            about: Some(base::jp::show_date(ui.lang, day.on())),
            ..Confirm::default()
        };
        let body = html! {
            (what(ui, day))
            @match day.look.objected {
                // What the product does by itself has no privacy officer.
                Objected::No => @if day.look.agency.is_some() { (ui.confirm_form(&object)) },
                objected => p { (answered(ui, objected)) },
            }
        };
        let tone = if day.look.basis.starts_with("break-glass") { Tone::Warning } else { Tone::Neutral };
        let title = who(ui, &self.agencies, day);
        Moment { when: ui::date_of(ui.lang, day.on()), title, by: None, tone, body: Some(body) }
    }
}

/// The same on paper, to take home.
pub(super) struct PaperPage {
    pub looked: Looked,
    pub agencies: BTreeMap<AgencyId, String>,
    pub given_by: Agency,
    pub today: Date,
}

impl PaperPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            (facts(&[
                (ui.t("consent-paper-name"), html! { (self.looked.name.name) }),
                (ui.t("consent-paper-date"), ui::date_of(ui.lang, self.today)),
            ]))
            @if self.looked.days.is_empty() { p { (ui.say("audit-looked-none")) } }
            @for day in &self.looked.days {
                h2 { (ui::date_of(ui.lang, day.on())) "　" (who(ui, &self.agencies, day)) }
                (what(ui, day))
                @if day.look.objected != Objected::No { p { (answered(ui, day.look.objected)) } }
            }
            p { (ui.say("audit-looked-others")) }
            p { (ui.say("audit-looked-object")) }
            p { strong { (self.given_by.name) } @if let Some(phone) = &self.given_by.phone { "　" (phone) } }
        };
        View::new(ui.t("audit-looked-title"), body).bare()
    }
}

fn who(ui: &Ui<'_>, agencies: &BTreeMap<AgencyId, String>, day: &Day) -> String {
    match day.look.agency.and_then(|id| agencies.get(&id)) {
        Some(name) => name.clone(),
        None => ui.t("audit-by-product").into_owned(),
    }
}

/// What was done, by whom as what, what for, on which basis, and what was seen.
fn what(ui: &Ui<'_>, day: &Day) -> Markup {
    let look = &day.look;
    let mut items = vec![(
        ui.t("audit-head-act"),
        html! {
            (act_name(ui, &look.act)) @if day.times > 1 { " " (ui.say_with("audit-looked-times", &[("n", Arg::from(day.times))])) }
        },
    )];
    if let Some(roles) = look.roles.filter(|roles| !roles.is_empty()) {
        let names = html! { @for (at, role) in roles.iter().enumerate() { @if at > 0 { "・" } (ui.say(&format!("auth-role-{}", role.code()))) } };
        items.push((ui.t("audit-head-role"), names));
    }
    if let Some(purpose) = &look.purpose {
        items.push((ui.t("audit-head-purpose"), ui.say(&format!("consent-purpose-{purpose}"))));
    }
    items.push((
        ui.t("audit-head-basis"),
        basis_name(ui, look.basis.split_once(':').map_or(&*look.basis, |(kind, _)| kind)),
    ));
    if let Some(reason) = look.reason {
        items.push((ui.t("audit-head-reason"), ui.say(reason.key())));
    }
    if !look.categories.is_empty() {
        items.push((ui.t("audit-head-categories"), categories(ui, look.categories)));
    }
    facts(&items)
}

fn answered(ui: &Ui<'_>, objected: Objected) -> Markup {
    match objected {
        Objected::No => html! {},
        Objected::Waiting => badge(Tone::Info, &ui.t("audit-found-waiting")),
        Objected::Answered(Found::InOrder) => badge(Tone::Neutral, &ui.t(Found::InOrder.key())),
        Objected::Answered(found) => badge(Tone::Warning, &ui.t(found.key())),
    }
}

/// An objection and whose look it was.
pub(super) struct Waiting {
    pub objection: Objection,
    pub worker: Option<String>,
}

/// Objections that wait for the privacy officer. Whose they are does not stand there.
pub(super) struct ObjectionsPage {
    pub waiting: Vec<Waiting>,
    pub typed: Typed,
}

impl ObjectionsPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @if self.typed.is_again { (ui.error_summary(&self.typed.wrong())) }
            @if self.waiting.is_empty() {
                (ui.empty(&ui.t("audit-objections-none"), &ui.t("audit-objections-none-text"), None))
            }
            @for waiting in &self.waiting { (self.one(ui, waiting)) }
        };
        View::new(ui.t("audit-objections-title"), body)
            .lead(ui.t("audit-objections-lead"))
            .under("/audit", ui.t("audit-title"))
            .within("/audit")
    }

    fn one(&self, ui: &Ui<'_>, waiting: &Waiting) -> Markup {
        let objection = &waiting.objection;
        let mut items = vec![(ui.t("audit-head-act"), act_name(ui, &objection.act))];
        if let Some(worker) = &waiting.worker {
            items.push((ui.t("audit-head-worker"), html! { (worker) }));
        }
        if let Some(purpose) = &objection.purpose {
            items.push((ui.t("audit-head-purpose"), ui.say(&format!("consent-purpose-{purpose}"))));
        }
        items.push((ui.t("audit-head-basis"), basis_name(ui, &objection.basis)));
        if !objection.categories.is_empty() {
            items.push((ui.t("audit-head-categories"), categories(ui, objection.categories)));
        }
        items.push((ui.t("audit-objections-since"), ui::date_of(ui.lang, objection.since.date_jst())));
        let answer = |found: Found| {
            ui.confirm_form(&Confirm {
                action: "/audit/objections".to_owned(),
                once: format!("{}-{}-{found}", self.typed.once, objection.event),
                hidden: vec![
                    ("event".to_owned(), objection.event.to_string()),
                    ("found".to_owned(), found.code().to_owned()),
                ],
                label: ui.t(found.key()).into_owned(),
                ..Confirm::default()
            })
        };
        let acts = html! { @for found in Found::ALL { (answer(*found)) } };
        let heading = said(
            ui,
            "audit-objections-look",
            &[("at", Arg::from(base::jp::show_date(ui.lang, objection.at.date_jst())))],
        );
        ui::card(&heading, facts(&items), Some(acts))
    }
}

#[cfg(test)]
mod tests {
    use base::{EventId, PersonId, Time, WorkerId};
    use policy::Categories;

    use super::super::store::Look;
    use super::*;
    use crate::agency;
    use crate::person::Name;
    use crate::samples::{all_registers, disclosed};

    const AGENCY: AgencyId = AgencyId::from_raw(3);

    fn looked(days: Vec<Day>) -> Looked {
        let name =
            Name { name: "<b>たいち".into(), is_alias: true, kana: String::new(), birth_year: None, version: 1 };
        Looked { person: PersonId::from_raw(7), name: disclosed(name), days }
    }

    fn days() -> Vec<Day> {
        let day = |basis: &str, agency, objected| Day {
            look: Look {
                event: EventId::from_raw(5),
                at: Time::at_jst(Date::new(2026, 11, 20).expect("a day"), 9, 0),
                agency,
                roles: Some(agency::roles(3)),
                act: "person.open".to_owned(),
                purpose: Some("support".to_owned()),
                basis: basis.to_owned(),
                categories: Categories::ALL,
                objected,
                reason: basis.starts_with("break-glass").then_some(crate::emergency::Reason::Life),
            },
            times: 2,
        };
        let mut all = vec![
            day("own", Some(AGENCY), Objected::No),
            day("break-glass:7", None, Objected::No),
            day("role", Some(AGENCY), Objected::Waiting),
        ];
        all.extend(
            Found::ALL.iter().map(|found| day("grant:0000000000005:1", Some(AGENCY), Objected::Answered(*found))),
        );
        all
    }

    fn agency() -> agency::Agency {
        agency::Agency {
            id: AGENCY,
            code: None,
            kind: "other".into(),
            name: "みなと<i>".into(),
            kana: String::new(),
            area: String::new(),
            phone: Some("000-0000-0100".into()),
            email: None,
            tells: String::new(),
            has_account: true,
            answer_days: 3,
            active: true,
            version: 1,
        }
    }

    fn waiting() -> Waiting {
        let at = Time::from_micros(0);
        let objection = Objection {
            event: EventId::from_raw(5),
            at,
            worker: Some(WorkerId::from_raw(4)),
            act: "person.open".to_owned(),
            purpose: Some("support".to_owned()),
            basis: "own".to_owned(),
            categories: Categories::ALL,
            since: at,
        };
        Waiting { objection, worker: Some("<b>酒井".to_owned()) }
    }

    #[test]
    fn every_page_has_its_words_and_names_no_person_to_the_officer() {
        let typed = || Typed { once: "k".to_owned(), ..Typed::default() };
        let agencies = || BTreeMap::from([(AGENCY, "みなと<i>".to_owned())]);
        let today = Date::new(2026, 11, 20).expect("a day");
        let pages = all_registers(|ui| {
            let page =
                |days| LookedPage { looked: looked(days), agencies: agencies(), typed: typed() }.view(ui, ui.lang);
            let paper =
                |days| PaperPage { looked: looked(days), agencies: agencies(), given_by: agency(), today }.view(ui);
            let objections = |waiting| ObjectionsPage { waiting, typed: typed() }.view(ui);
            vec![
                objections(vec![waiting()]),
                objections(Vec::new()),
                page(days()),
                page(Vec::new()),
                paper(days()),
                paper(Vec::new()),
            ]
        });
        for (at, (_, html)) in pages.iter().enumerate() {
            assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
            assert!(at % 6 > 1 || !html.contains("たいち"), "{html}");
        }
    }
}
