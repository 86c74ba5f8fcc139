//! The pages of bases in law, each a function of what stands on it.

use base::{AgencyId, Arg, PersonId, jp};
use maud::{Markup, html};
use policy::{Categories, Category, Disclosed};
use web::View;
use web::ui::{self, Choice, Confirm, Tone, Ui, badge, facts, prose};

use super::model::{Ground, Kind, LegalBasis, State};
use crate::agency::{AgencyKind, kind_name};
use crate::form::{Typed, said};
use crate::person::{Name, categories};

/// A basis with the names of the agencies.
pub(crate) struct Shared {
    pub to: String,
    pub entered_by: String,
    pub state: State,
    /// Whether the agency that looks entered it; only then is it shown what the law asked for.
    pub is_ours: bool,
    pub may_end: bool,
    pub basis: LegalBasis,
}

/// What is shared by law, for the list of a person's consents.
pub(crate) fn cards(ui: &Ui<'_>, shared: &[Shared]) -> Markup {
    html! { @for one in shared { (card(ui, one)) } }
}

fn card(ui: &Ui<'_>, shared: &Shared) -> Markup {
    let end = format!("/persons/{}/legal-bases/{}/end", shared.basis.person, shared.basis.id);
    let acts = shared.may_end.then(|| {
        html! {
            a class="button button-quiet" href=(end) { span { (ui.say("lawful-end")) } span class="only-read" { "：" (shared.to) } }
        }
    });
    ui::card(&shared.to, about(ui, shared), acts)
}

/// Where it stands, on which law, what and until when; what the law asked for only where the agency entered it itself.
fn about(ui: &Ui<'_>, shared: &Shared) -> Markup {
    let basis = &shared.basis;
    let tone = match shared.state {
        State::Waiting => Tone::Warning,
        State::Confirmed => Tone::Success,
        State::Lapsed | State::Over => Tone::Neutral,
    };
    let mut items = vec![
        (ui.t("lawful-kind"), ui.say(basis.ground.kind().key())),
        (ui.t("lawful-entered-by"), html! { (shared.entered_by) }),
        (ui.t("lawful-shows"), categories(ui, basis.categories)),
        (ui.t("lawful-until"), html! { (last_day(ui, basis.until)) }),
    ];
    if shared.state == State::Waiting {
        items.push((ui.t("lawful-ends"), html! { (last_day(ui, basis.ends)) }));
    }
    if shared.is_ours {
        items.extend(asked(ui, &basis.ground));
    }
    html! { p { (badge(tone, &ui.t(shared.state.key()))) } (facts(&items)) }
}

/// What the law asks for.
fn asked<'a>(ui: &Ui<'a>, ground: &Ground) -> Vec<(std::borrow::Cow<'a, str>, Markup)> {
    let line = |text: &str| html! { (text) };
    match ground {
        Ground::Conference { held_on, members, .. } => {
            vec![(ui.t("lawful-held-on"), ui::date_of(ui.lang, *held_on)), (ui.t("lawful-members"), prose(members))]
        }
        Ground::ChildCouncil { case_number, members } => {
            vec![(ui.t("lawful-case-number"), line(case_number)), (ui.t("lawful-members"), prose(members))]
        }
        Ground::Vital { why } => vec![(ui.t("lawful-why"), prose(why))],
        Ground::Statute { article, asked_by, reference } => vec![
            (ui.t("lawful-article"), line(article)),
            (ui.t("lawful-asked-by"), line(asked_by)),
            (ui.t("lawful-reference"), line(reference)),
        ],
    }
}

/// The last day on which it holds: it ends with the first moment of the next, or in the middle of a day when it was ended.
fn last_day(ui: &Ui<'_>, until: base::Time) -> String {
    jp::show_date(ui.lang, until.plus_minutes(-1).date_jst())
}

/// A page under the person's consents.
fn under(ui: &Ui<'_>, person: PersonId, name: &Name, title: String, body: Markup) -> View {
    View::new(title, body)
        .under(format!("/persons/{person}"), &name.name)
        .under(format!("/persons/{person}/consents"), ui.t("consent-title"))
        .within("/persons")
}

/// Entering a basis: the law first, then what it asks for.
pub(super) struct EnterPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub agencies: Vec<(AgencyId, String, String)>,
    pub kinds: Vec<AgencyKind>,
    pub typed: Typed,
}

impl EnterPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let part = |key: &str, fields: Markup| ui.field_group(&ui.t(key), None, fields);
        let fields = html! {
            (part("lawful-part-kind", self.kind(ui)))
            (part("lawful-part-what", self.what(ui)))
            (part("lawful-part-conference", self.conference(ui)))
            (part("lawful-part-council", self.text(ui, "case_number", "lawful-case-number", "lawful-case-number-support")))
            (part("lawful-part-vital", self.why(ui)))
            (part("lawful-part-statute", html! {
                (self.text(ui, "article", "lawful-article", "lawful-article-support"))
                (self.text(ui, "asked_by", "lawful-asked-by", "lawful-asked-by-support"))
                (self.text(ui, "reference", "lawful-reference", "lawful-reference-support"))
            }))
            (ui.notice(Tone::Info, &ui.t("lawful-confirm-note"), Some(html! { p { (ui.say("lawful-no-names")) } })))
        };
        let form = self.typed.form(format!("{home}/legal-bases"), ui.t("lawful-do"), fields);
        let form = form.cancel(format!("{home}/consents"), ui.t("consent-back")).guarded();
        let lead = said(ui, "lawful-lead", &[("name", Arg::from(&self.name.name))]);
        under(ui, self.person, &self.name, ui.t("lawful-new").into_owned(), ui.form(&form)).lead(lead)
    }

    fn kind(&self, ui: &Ui<'_>) -> Markup {
        let choice = |kind: &Kind| {
            let days = [("days", Arg::from(kind.longest_days()))];
            let choice =
                Choice::new(kind.code(), ui.t(kind.key())).note(said(ui, &format!("{}-note", kind.key()), &days));
            choice.chosen(self.typed.chose("kind", kind.code()))
        };
        let choices: Vec<_> = Kind::ALL.iter().map(choice).collect();
        ui.radios(&self.typed.question("kind", ui.t("lawful-kind")).required(), &choices)
    }

    fn what(&self, ui: &Ui<'_>) -> Markup {
        let agencies: Vec<_> = self
            .agencies
            .iter()
            .map(|(id, name, kind)| {
                Choice::new(id.to_string(), format!("{name}（{}）", kind_name(ui, &self.kinds, kind)))
            })
            .collect();
        let choosable = Categories::ALL.without(Category::Existence.into());
        let shows: Vec<_> = choosable
            .iter()
            .map(|c| {
                Choice::new(c.code(), ui.t(&format!("consent-category-{}", c.code())))
                    .chosen(self.typed.chose("shows", c.code()))
            })
            .collect();
        html! {
            (ui.select(&self.typed.field("to", ui.t("lawful-to")).required(), Some(&ui.t("consent-choose")), &agencies))
            (ui.checkboxes(&self.typed.question("shows", ui.t("lawful-shows")).support(ui.t("lawful-shows-support")), &shows))
            (ui.date_field(&self.typed.field("until", ui.t("lawful-until")).required()))
        }
    }

    fn conference(&self, ui: &Ui<'_>) -> Markup {
        let members = self.typed.field("members", ui.t("lawful-members")).support(ui.t("lawful-members-support"));
        html! {
            (ui.date_field(&self.typed.field("held_on", ui.t("lawful-held-on")).support(ui.t("lawful-held-on-support"))))
            (ui.text_area(&members, 3))
        }
    }

    fn why(&self, ui: &Ui<'_>) -> Markup {
        ui.text_area(&self.typed.field("why", ui.t("lawful-why")).support(ui.t("lawful-why-support")), 3)
    }

    fn text(&self, ui: &Ui<'_>, name: &'static str, label: &str, support: &str) -> Markup {
        ui.text_field(&self.typed.field(name, ui.t(label)).support(ui.t(support)).autocomplete("off"))
    }
}

/// Asking before it is ended.
pub(super) struct EndPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub shared: Shared,
    pub typed: Typed,
}

impl EndPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let named = [("agency", Arg::from(&self.shared.to))];
        let question = html! { p { (ui.say_with("lawful-end-text", &named)) } (about(ui, &self.shared)) };
        let here = format!("{home}/legal-bases/{}/end", self.shared.basis.id);
        let form = self.typed.form(here, ui.t("lawful-end-do"), question).grave();
        let body = html! {
            @if self.shared.may_end { (ui.form(&form.cancel(format!("{home}/consents"), ui.t("lawful-keep")))) }
            @else { (ui.notice(Tone::Info, &ui.t("lawful-already-over"), None)) (about(ui, &self.shared)) }
        };
        under(ui, self.person, &self.name, ui.t("lawful-end").into_owned(), body)
    }
}

/// What waits for the privacy officer; nothing about whom.
pub(super) struct WaitingPage {
    pub rows: Vec<Shared>,
    pub typed: Typed,
}

impl WaitingPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @for (_, wrong) in &self.typed.errors { (ui.notice(Tone::Error, wrong, None)) }
            @if self.rows.is_empty() { (ui.empty(&ui.t("lawful-waiting-none"), &ui.t("lawful-waiting-none-text"), None)) }
            @for shared in &self.rows { (self.one(ui, shared)) }
        };
        View::new(ui.t("lawful-waiting"), body).lead(ui.t("lawful-waiting-lead")).within("/legal-bases")
    }

    fn one(&self, ui: &Ui<'_>, shared: &Shared) -> Markup {
        let answer = |what: &str, key: &str, grave: bool| {
            ui.confirm_form(&Confirm {
                action: format!("/legal-bases/{}/{what}", shared.basis.id),
                once: format!("{}-{}-{what}", self.typed.once, shared.basis.id),
                label: ui.t(key).into_owned(),
                about: Some(shared.to.clone()),
                grave,
                ..Confirm::default()
            })
        };
        let acts = html! { (answer("confirm", "lawful-confirm", false)) (answer("decline", "lawful-decline", true)) };
        ui::card(&shared.to, about(ui, shared), Some(acts))
    }
}

#[cfg(test)]
mod tests {
    use base::{Date, GroundId, Time, WorkerId};

    use super::*;
    use crate::samples::{all_registers, disclosed};

    fn name() -> Disclosed<Name> {
        disclosed(Name {
            name: "<b>みお</b>".to_owned(),
            is_alias: false,
            kana: String::new(),
            birth_year: None,
            version: 1,
        })
    }

    fn grounds() -> Vec<Ground> {
        let text = || "<i>生活支援課".to_owned();
        let held_on = Date::new(2026, 11, 20).expect("a day");
        let conference = |kind| Ground::Conference { kind, held_on, members: text() };
        vec![
            conference(Kind::NeedConference),
            conference(Kind::WelfareConference),
            Ground::ChildCouncil { case_number: text(), members: text() },
            Ground::Vital { why: text() },
            Ground::Statute { article: text(), asked_by: text(), reference: text() },
        ]
    }

    fn shared(ground: Ground, state: State, is_ours: bool) -> Shared {
        let at = Time::from_micros(90_000_000);
        let basis = LegalBasis {
            id: GroundId::from_raw(5),
            person: PersonId::from_raw(7),
            agency: AgencyId::from_raw(1),
            purposes: policy::Purposes::ALL,
            categories: Categories::ALL,
            ground,
            from: at,
            until: at,
            ends: at,
            entered_by_agency: AgencyId::from_raw(2),
            entered_by_worker: WorkerId::from_raw(3),
            confirmed_at: None,
            ended_at: None,
        };
        Shared { to: "みなと<i>".into(), entered_by: "汐見<i>".into(), state, is_ours, may_end: is_ours, basis }
    }

    #[test]
    fn every_page_has_its_words_and_escapes_what_was_typed() {
        let typed = || {
            let values = web::Form::of(&[("kind", "vital"), ("why", "<i>"), ("until", "<i>"), ("shows", "health")]);
            let errors = vec![("until".into(), "x".into()), (String::new(), "y".into())];
            Typed { once: "k".into(), values, errors, ..Typed::default() }
        };
        let pages = all_registers(|ui| {
            let states = [State::Waiting, State::Confirmed, State::Lapsed, State::Over, State::Waiting];
            let rows =
                |ours| grounds().into_iter().zip(states).map(move |(g, s)| shared(g, s, ours)).collect::<Vec<_>>();
            let agencies = vec![(AgencyId::from_raw(1), "みなと<i>".to_owned(), "medical".to_owned())];
            let person = PersonId::from_raw(7);
            let end = |ours| {
                let shared = shared(Ground::Vital { why: "<i>".into() }, State::Waiting, ours);
                EndPage { person, name: name(), shared, typed: typed() }.view(ui)
            };
            vec![
                EnterPage { person, name: name(), agencies, kinds: Vec::new(), typed: typed() }.view(ui),
                end(true),
                end(false),
                WaitingPage { rows: rows(true), typed: typed() }.view(ui),
                WaitingPage { rows: Vec::new(), typed: typed() }.view(ui),
                View::new("x", html! { (cards(ui, &rows(true))) (cards(ui, &rows(false))) }),
            ]
        });
        for (_, html) in pages {
            assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
        }
    }
}
