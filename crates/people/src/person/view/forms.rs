//! The forms about a person.

use base::{Arg, PersonId};
use maud::{Markup, html};
use policy::{Category, Disclosed};
use web::View;
use web::ui::{self, Choice, Head, Kind, Tab, Table, Tone, Ui, Width};

use super::facts::{ORDER, kind_key};
use super::{Known, beside_name};
use crate::form::{Typed, said};
use crate::person::model::Name;
use crate::person::{Dependence, EntryKind, LegalStatus, PrincipalIs, RelationKind, StayKind};

/// A form under the person's own page.
pub(super) fn under(ui: &Ui<'_>, person: PersonId, name: &Name, title: String, body: Markup) -> View {
    View::new(title, body)
        .under("/persons", ui.t("person-list-title"))
        .under(format!("/persons/{person}"), &name.name)
        .within("/persons")
}

fn name_fields(ui: &Ui<'_>, typed: &Typed) -> Markup {
    let field = |name: &str, key: &str| typed.field(name, ui.t(key));
    html! {
        (ui.text_field(&field("name", "person-name").support(ui.t("person-name-support")).required().max(200).autocomplete("off")))
        (ui.tick(&field("alias", "person-alias"), typed.values.ticked("alias")))
        (ui.text_field(&field("kana", "person-kana").support(ui.t("person-kana-support")).max(200).autocomplete("off")))
        (ui.text_field(&field("birth_year", "person-birth-year").support(ui.t("person-birth-year-support")).width(Width::Medium)))
    }
}

fn coded(ui: &Ui<'_>, what: &str, codes: impl IntoIterator<Item = &'static str>) -> Vec<Choice> {
    codes.into_iter().map(|code| Choice::new(code, ui.t(&format!("person-{what}-{code}")))).collect()
}

/// The questions about one kind of fact.
fn fact_fields(ui: &Ui<'_>, typed: &Typed, kind: EntryKind) -> Markup {
    let field = |name: &str, key: &str| typed.field(name, ui.t(key));
    let choose = ui.t("person-choose");
    match kind {
        EntryKind::Note => html! {},
        EntryKind::Dependence => {
            let answers = Dependence::ALL.iter().map(|d| (d.code(), ui.t(d.key())));
            let question = typed
                .question("dependence", ui.t("person-dependence-which"))
                .support(ui.t("person-dependence-support"));
            ui.checkboxes(&question, &typed.choices("dependence", answers))
        }
        EntryKind::Legal => html! {
            (ui.select(&field("legal_status", "person-legal-which"), Some(&choose), &coded(ui, "legal", LegalStatus::ALL.iter().map(|l| l.code()))))
            (ui.date_field(&field("legal_from", "person-legal-from")))
            (ui.date_field(&field("legal_until", "person-legal-until").support(ui.t("person-until-support"))))
        },
        EntryKind::Stay => html! {
            (ui.select(&field("stay_kind", "person-stay-which"), Some(&choose), &coded(ui, "stay", StayKind::ALL.iter().map(|s| s.code()))))
            (ui.text_field(&field("stay_place", "person-stay-place").support(ui.t("person-stay-place-support"))))
            (ui.date_field(&field("stay_until", "person-stay-until").support(ui.t("person-until-support"))))
        },
        EntryKind::Contact => html! {
            (ui.text_field(&field("phone", "person-phone").kind(Kind::Tel).width(Width::Medium).autocomplete("off")))
            (ui.tick(&field("may_leave_message", "person-may-leave-message").support(ui.t("person-may-leave-message-support")),
                typed.values.ticked("may_leave_message")))
            (ui.text_area(&field("contact_note", "person-contact-note").support(ui.t("person-contact-note-support")), 2))
        },
    }
}

/// What a relative is to whom; the other one is found by name among those whom the agency may know of.
fn relation_fields(ui: &Ui<'_>, typed: &Typed, principals: &[Known]) -> Markup {
    let relation =
        typed.field("relation_kind", ui.t("person-relation-question")).support(ui.t("person-relation-support"));
    let is = typed.question("principal_is", ui.t("person-principal-question"));
    let answers = PrincipalIs::ALL.iter().map(|p| (p.code(), ui.t(&format!("person-principal-{}", p.code()))));
    let name =
        typed.field("principal_name", ui.t("person-principal-name")).support(ui.t("person-principal-name-support"));
    html! {
        (ui.select(&relation, Some(&ui.t("person-relation-not")), &coded(ui, "relation", RelationKind::ALL.iter().map(|r| r.code()))))
        (ui.radios(&is, &typed.choices("principal_is", answers)))
        @if principals.is_empty() {
            (ui.text_field(&name.autocomplete("off")))
        } @else {
            (ui.hidden("principal_name", typed.get("principal_name")))
            @let choices: Vec<_> = principals.iter().map(|p| {
                let id = p.person.to_string();
                let chosen = typed.chose("principal", &id);
                Choice::new(id, &p.name.name).chosen(chosen)
            }).collect();
            (ui.radios(&typed.question("principal", ui.t("person-principal-which")), &choices))
        }
    }
}

/// Registering a person.
pub(in crate::person) struct NewPage {
    pub typed: Typed,
    /// Those on the agency's own list who may be the same.
    pub doubles: Vec<Known>,
    pub principals: Vec<Known>,
}

impl NewPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let typed = &self.typed;
        let relative = !self.principals.is_empty() || !typed.get("relation_kind").is_empty();
        let part = |kind| ui.field_group(&ui.t(kind_key(kind)), None, fact_fields(ui, typed, kind));
        let family = relation_fields(ui, typed, &self.principals);
        let fields = html! {
            @if !self.doubles.is_empty() { (self.anyway(ui)) }
            (name_fields(ui, typed))
            p { (ui.say("person-new-rest")) }
            @for kind in ORDER { (part(kind)) }
            @if relative { (ui.field_group(&ui.t("person-new-relative"), None, family)) }
            @else { (ui::disclosure(&ui.t("person-new-relative"), family)) }
        };
        let form =
            typed.form("/persons", ui.t("person-new-do"), fields).cancel("/persons", ui.t("person-back")).guarded();
        View::new(ui.t("person-new"), ui.form(&form))
            .lead(ui.t("person-new-lead"))
            .under("/persons", ui.t("person-list-title"))
            .within("/persons")
    }

    fn anyway(&self, ui: &Ui<'_>) -> Markup {
        let found = html! {
            ul { @for known in &self.doubles {
                li { a href={ "/persons/" (known.person) } { span { (known.name.name) } } (beside_name(ui, &known.name)) }
            } }
            (ui.tick(&self.typed.field("anyway", ui.t("person-doubles-anyway")), self.typed.values.ticked("anyway")))
        };
        ui.notice(Tone::Warning, &ui.t("person-doubles"), Some(found))
    }
}

/// Correcting what a person is called.
pub(in crate::person) struct EditPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub typed: Typed,
    /// Somebody else has saved in between; `name` is what they saved.
    pub stale: bool,
}

impl EditPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let version = if self.stale { self.name.version.to_string() } else { self.typed.get("version").to_owned() };
        let form = self.typed.form(&home, ui.t("person-save"), name_fields(ui, &self.typed)).hidden("version", version);
        let body = html! {
            @if self.stale { (self.difference(ui)) }
            (ui.form(&form.cancel(&home, ui.t("person-back")).guarded()))
        };
        under(ui, self.person, &self.name, ui.t("person-edit").into_owned(), body)
    }

    fn difference(&self, ui: &Ui<'_>) -> Markup {
        let yes = |is: bool| ui.say(if is { "person-yes" } else { "person-no" });
        let year = self.name.birth_year.map(|y| y.to_string()).unwrap_or_default();
        let row = |key: &str, now: Markup, typed: Markup| vec![ui.say(key), now, typed];
        let text = |name: &str| html! { (self.typed.get(name)) };
        let rows = vec![
            row("person-name", html! { (self.name.name) }, text("name")),
            row("person-alias", yes(self.name.is_alias), yes(self.typed.values.ticked("alias"))),
            row("person-kana", html! { (self.name.kana) }, text("kana")),
            row("person-birth-year", html! { (year) }, text("birth_year")),
        ];
        let heads = ["person-stale-field", "person-stale-now", "person-stale-typed"].map(|key| Head::text(ui.t(key)));
        let table = Table::new(ui.t("person-stale"), heads.into(), rows);
        ui.notice(Tone::Warning, &ui.t("person-stale-text"), Some(ui.table(&table)))
    }
}

/// Writing a note.
pub(in crate::person) struct NotePage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub typed: Typed,
}

impl NotePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let answers = Category::ALL.into_iter().filter(|c| *c != Category::Existence);
        let answers = answers.map(|c| (c.code(), ui.t(&format!("consent-category-{}", c.code()))));
        let choices = self.typed.choices("label", answers);
        let label = self.typed.question("label", ui.t("person-label")).support(ui.t("person-label-support")).required();
        let text = self.typed.field("text", ui.t("person-note-text")).required().max(20_000);
        let fields = html! { (ui.text_area(&text, 8)) (ui.checkboxes(&label, &choices)) };
        let form = self.typed.form(format!("{home}/entries"), ui.t("person-note-save"), fields);
        let body = ui.form(&form.cancel(&home, ui.t("person-back")).guarded());
        under(ui, self.person, &self.name, ui.t("person-note-write").into_owned(), body)
    }
}

/// Keeping one kind of fact.
pub(in crate::person) struct FactsPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub kind: EntryKind,
    pub typed: Typed,
}

impl FactsPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let tab = |kind: EntryKind| Tab {
            href: format!("{home}/facts?kind={}", kind.code()),
            label: ui.t(kind_key(kind)).into_owned(),
            current: kind == self.kind,
        };
        let fields = fact_fields(ui, &self.typed, self.kind);
        let form =
            self.typed.form(format!("{home}/facts"), ui.t("person-save"), fields).hidden("kind", self.kind.code());
        let body = html! {
            (ui.tabs(&ui.t("person-facts"), &ORDER.map(tab)))
            (ui.form(&form.cancel(&home, ui.t("person-back")).guarded()))
        };
        under(ui, self.person, &self.name, ui.t(kind_key(self.kind)).into_owned(), body).lead(ui.t("person-facts-lead"))
    }
}

/// Saying what a relative is to somebody.
pub(in crate::person) struct RelationPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub typed: Typed,
    pub principals: Vec<Known>,
}

impl RelationPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let fields = relation_fields(ui, &self.typed, &self.principals);
        let form = self.typed.form(format!("{home}/relations"), ui.t("person-save"), fields);
        let body = ui.form(&form.cancel(&home, ui.t("person-back")));
        let lead = said(ui, "person-relation-lead", &[("name", Arg::from(&self.name.name))]);
        under(ui, self.person, &self.name, ui.t("person-relation-add").into_owned(), body).lead(lead)
    }
}

/// Asking before the agency's work with a person ends.
pub(in crate::person) struct EndPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub typed: Typed,
}

impl EndPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}", self.person);
        let name = [("name", Arg::from(&self.name.name))];
        let question = html! { p { (ui.say_with("person-end-text", &name)) } p { (ui.say("person-end-next")) } };
        let form = self.typed.form(format!("{home}/end"), ui.t("person-end-do"), question).grave();
        let body = ui.form(&form.cancel(&home, ui.t("person-back")));
        under(ui, self.person, &self.name, ui.t("person-end").into_owned(), body)
    }
}
