//! The pages of walls, each a function of what stands on it.

use base::{Arg, PersonId, SeparationId, jp};
use maud::{Markup, html};
use policy::Disclosed;
use web::View;
use web::ui::{self, Tone, Ui, facts};

use super::model::{Basis, Separation};
use crate::form::{Typed, said};
use crate::person::Name;

/// A wall, with the name of the other one where the agency may know of them.
pub(super) struct WallRow {
    pub wall: Separation,
    pub other: Option<Disclosed<Name>>,
    pub open_end: bool,
}

/// Somebody on the agency's own list who may be meant.
pub(super) struct Candidate {
    pub person: PersonId,
    pub name: Disclosed<Name>,
}

/// The walls that the agency has put up for a person, and the form for another.
pub(super) struct WallsPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub walls: Vec<WallRow>,
    pub candidates: Vec<Candidate>,
    pub may_end: bool,
    pub typed: Typed,
}

/// A page under the person's own.
fn under(ui: &Ui<'_>, person: PersonId, name: &Name, title: String, body: Markup) -> View {
    View::new(title, body)
        .under("/persons", ui.t("person-list-title"))
        .under(format!("/persons/{person}"), &name.name)
        .within("/persons")
}

/// Why, and until when.
fn reasons(ui: &Ui<'_>, typed: &Typed) -> Markup {
    let basis = Basis::ALL.iter().map(|basis| (basis.code(), ui.t(basis.key())));
    html! {
        (ui.radios(&typed.question("basis", ui.t("separation-basis")).required(), &typed.choices("basis", basis)))
        (ui.date_field(&typed.field("until", ui.t("separation-until")).support(ui.t("separation-until-support"))))
    }
}

impl WallsPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let named = [("name", Arg::from(&self.name.name))];
        let body = html! {
            (ui::section("standing", &ui.t("separation-standing"), html! {
                @if self.walls.is_empty() { p { (ui.say("separation-none")) } }
                @for row in &self.walls { (self.card(ui, row)) }
            }))
            (ui::section("new", &ui.t("separation-new"), html! {
                ul {
                    li { (ui.say_with("separation-does-hide", &named)) }
                    li { (ui.say("separation-does-own")) }
                    li { (ui.say_with("separation-does-silence", &named)) }
                }
                (self.form(ui))
            }))
            (ui::section("number", &ui.t("separation-by-others"), html! {
                p { (ui.say("separation-by-others-text")) }
                p { (ui.say("separation-person-number")) "：" strong { (self.person) } }
            }))
        };
        let lead = said(ui, "separation-lead", &named);
        under(ui, self.person, &self.name, ui.t("separation-title").into_owned(), body).lead(lead)
    }

    fn form(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let home = format!("/persons/{}", self.person);
        let other = typed.field("other", ui.t("separation-other")).support(ui.t("separation-other-support"));
        let known = self.candidates.iter().map(|known| (known.person.to_string(), label(&known.name)));
        let fields = html! {
            (ui.text_field(&other.required().max(100).autocomplete("off")))
            @if !self.candidates.is_empty() {
                (ui.radios(&typed.question("chosen", ui.t("separation-chosen")), &typed.choices("chosen", known)))
            }
            (reasons(ui, typed))
        };
        let form = typed.form(format!("{home}/separations"), ui.t("separation-do"), fields);
        ui.form(&form.cancel(&home, ui.t("separation-back")).guarded())
    }

    fn card(&self, ui: &Ui<'_>, row: &WallRow) -> Markup {
        let end = format!("/persons/{}/separations/{}/end", self.person, row.wall.id);
        let who = who(row);
        let acts = self.may_end.then(|| {
            html! {
                a class="button button-quiet" href=(end) { span { (ui.say("separation-end")) } span class="only-read" { "：" (who) } }
            }
        });
        ui::card(&who, about(ui, row), acts)
    }
}

/// A name with the reading, to tell two of the same name apart.
fn label(name: &Name) -> String {
    let year = name.birth_year.map(|year| format!("・{year}")).unwrap_or_default();
    if name.kana.is_empty() && year.is_empty() {
        name.name.clone()
    } else {
        format!("{}（{}{year}）", name.name, name.kana)
    }
}

/// The other one's name, or the number where the agency does not know them.
fn who(row: &WallRow) -> String {
    row.other.as_ref().map_or_else(|| row.wall.other.to_string(), |name| name.name.clone())
}

fn about(ui: &Ui<'_>, row: &WallRow) -> Markup {
    let until = if row.open_end {
        ui.say("separation-until-open")
    } else {
        // A wall ends with the last moment of a day, which is the first of the next.
        html! { (jp::show_date(ui.lang, row.wall.until.plus_minutes(-1).date_jst())) }
    };
    facts(&[
        (ui.t("separation-basis"), ui.say(row.wall.basis.key())),
        (ui.t("separation-from"), ui::date_of(ui.lang, row.wall.from.date_jst())),
        (ui.t("separation-until"), until),
        (ui.t("separation-number"), html! { (row.wall.id) }),
    ])
}

/// Asking before a wall is taken down.
pub(super) struct EndPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub row: WallRow,
    pub typed: Typed,
}

impl EndPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}/separations", self.person);
        let named = [("name", Arg::from(&self.name.name))];
        let question = html! {
            p { (ui.say_with("separation-end-text", &named)) }
            h2 { (who(&self.row)) }
            (about(ui, &self.row))
            p { (ui.say("separation-end-ask")) }
        };
        let form = self.typed.form(format!("{home}/{}/end", self.row.wall.id), ui.t("separation-end-do"), question);
        let body = ui.form(&form.grave().cancel(home, ui.t("separation-keep")));
        under(ui, self.person, &self.name, ui.t("separation-end").into_owned(), body)
    }
}

/// Putting a wall up by numbers; nothing about anybody stands here.
pub(super) struct NumberPage {
    /// The number of the wall that was just put up.
    pub made: Option<SeparationId>,
    pub typed: Typed,
}

impl NumberPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let number = |name: &str, key: &str, support: &str| {
            let field = self.typed.field(name, ui.t(key)).support(ui.t(support));
            ui.text_field(&field.required().max(20).autocomplete("off"))
        };
        let fields = html! {
            (number("person", "separation-number-person", "separation-number-person-support"))
            (number("other", "separation-number-other", "separation-number-other-support"))
            (reasons(ui, &self.typed))
        };
        let made = self.made.map(|id| html! { p { (ui.say("separation-number")) "：" strong { (id) } } });
        let body = html! {
            @if made.is_some() { (ui.notice(Tone::Success, &ui.t("separation-number-made"), made)) }
            (ui.form(&self.typed.form("/separations/by-number", ui.t("separation-do"), fields)))
            p { a href="/separations/by-number/end" { span { (ui.say("separation-number-end")) } } }
        };
        View::new(ui.t("separation-number-title"), body)
            .lead(ui.t("separation-number-lead"))
            .within("/separations/by-number")
    }
}

/// Taking a wall down by its number.
pub(super) struct EndNumberPage {
    pub typed: Typed,
}

impl EndNumberPage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let number = self.typed.field("number", ui.t("separation-number")).support(ui.t("separation-number-support"));
        let field = ui.text_field(&number.required().max(20).autocomplete("off"));
        let form = self.typed.form("/separations/by-number/end", ui.t("separation-end-do"), field).grave();
        View::new(
            ui.t("separation-number-end"),
            ui.form(&form.cancel("/separations/by-number", ui.t("separation-back"))),
        )
        .lead(ui.t("separation-end-ask"))
        .under("/separations/by-number", ui.t("separation-number-title"))
        .within("/separations/by-number")
    }
}

#[cfg(test)]
mod tests {
    use base::Time;

    use super::*;
    use crate::samples::{all_registers, disclosed};

    const PERSON: PersonId = PersonId::from_raw(7);

    fn name() -> Disclosed<Name> {
        let (name, kana) = ("<b>みお</b>".to_owned(), "みお".to_owned());
        disclosed(Name { name, is_alias: false, kana, birth_year: Some(1990), version: 1 })
    }

    fn row(open_end: bool) -> WallRow {
        let (id, other) = (SeparationId::from_raw(5), PersonId::from_raw(8));
        let (from, until) = (Time::from_micros(0), "2026-12-20T15:00:00Z".parse().expect("a moment"));
        let wall = Separation { id, person: PERSON, other, basis: Basis::Violence, from, until };
        WallRow { wall, other: open_end.then(name), open_end }
    }

    fn typed() -> Typed {
        let values = web::Form::of(&[("other", "<i>だれか"), ("basis", "order"), ("until", "<i>"), ("number", "<i>")]);
        let errors = vec![("other".into(), "x".into()), (String::new(), "y".into())];
        Typed { once: "k".into(), values, errors, ..Typed::default() }
    }

    #[test]
    fn every_page_has_its_words_and_escapes_what_was_typed() {
        let pages = all_registers(|ui| {
            let list = |walls, candidates, may_end| {
                WallsPage { person: PERSON, name: name(), walls, candidates, may_end, typed: typed() }.view(ui)
            };
            let candidate = Candidate { person: PersonId::from_raw(9), name: name() };
            vec![
                list(vec![row(true), row(false)], vec![candidate], true),
                list(Vec::new(), Vec::new(), false),
                EndPage { person: PERSON, name: name(), row: row(false), typed: typed() }.view(ui),
                NumberPage { made: Some(SeparationId::from_raw(5)), typed: typed() }.view(ui),
                NumberPage { made: None, typed: typed() }.view(ui),
                EndNumberPage { typed: typed() }.view(ui),
            ]
        });
        for (_, html) in pages {
            assert!(!html.contains("<b>") && !html.contains("<i>"), "{html}");
        }
    }
}
