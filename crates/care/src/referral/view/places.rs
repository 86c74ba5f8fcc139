//! Questions about free places. About nobody: no consent is needed, and none is given.

use base::{AgencyId, Date};
use maud::{Markup, html};
use web::View;
use web::ui::{Action, Choices, Tone, Ui, badge, card, facts, prose, section, time_of};

use super::Typed;
use super::fields::Ask;
use super::words::{answers, deadline, to_about, word};
use crate::referral::codes::Capacity;
use crate::referral::show::QuestionShown;

/// What was asked and answered.
pub struct PlacesPage {
    /// The questions.
    pub questions: Vec<QuestionShown>,
    /// Today.
    pub today: Date,
}

impl PlacesPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            @for (code, to_us) in [("to-us", true), ("by-us", false)] { (self.part(ui, code, to_us)) }
        };
        View::new(ui.t("referral-places"), body)
            .lead(ui.t("referral-places-lead"))
            .action("/capacity/new", ui.t("referral-places-ask"))
            .within("/capacity")
    }

    fn part(&self, ui: &Ui<'_>, code: &str, to_us: bool) -> Markup {
        let mine: Vec<&QuestionShown> = self.questions.iter().filter(|q| q.to_us == to_us).collect();
        let none = || {
            let next = (!to_us).then(|| Action::new("/capacity/new", ui.t("referral-places-ask")));
            ui.empty(&ui.t("referral-places-none"), &ui.t(&format!("referral-places-none-{code}")), next.as_ref())
        };
        section(
            code,
            &ui.t(&format!("referral-places-{code}")),
            html! {
                @if mine.is_empty() { (none()) }
                @for question in mine { (self.one(ui, question)) }
            },
        )
    }

    fn one(&self, ui: &Ui<'_>, question: &QuestionShown) -> Markup {
        let body = facts(&about(ui, question, self.today));
        let open = question.answer.is_none();
        let label = ui.t(if question.to_us { "referral-places-answer" } else { "referral-places-heard" });
        let acts = open.then(|| to_about(&format!("/capacity/{}", question.id), &label, &question.about));
        card(&question.about, body, acts)
    }
}

/// What is known of a question.
fn about(ui: &Ui<'_>, question: &QuestionShown, today: Date) -> Vec<(String, Markup)> {
    let who = if question.to_us { "referral-places-from" } else { "referral-places-whom" };
    let mut items = vec![
        (ui.t(who).into_owned(), html! { (question.other.name) }),
        (ui.t("referral-asked-at").into_owned(), time_of(ui.lang, question.asked_at)),
    ];
    match question.answer {
        Some(answer) => items.push((
            ui.t("referral-ask-answer").into_owned(),
            html! {
                (badge(tone(answer), &word(ui, "capacity", answer.code())))
                @if let Some(note) = &question.note { (prose(note)) }
            },
        )),
        None => items.push((ui.t("referral-answer-by").into_owned(), deadline(ui, question.due_on, today))),
    }
    items
}

const fn tone(answer: Capacity) -> Tone {
    match answer {
        Capacity::HasPlace => Tone::Success,
        Capacity::None => Tone::Neutral,
        Capacity::WaitingList | Capacity::AssessmentNeeded => Tone::Info,
    }
}

/// Asking whether there is a place.
pub struct AskPlacePage {
    /// Agencies to ask.
    pub agencies: Vec<(AgencyId, String)>,
    /// The form.
    pub typed: Typed,
}

impl AskPlacePage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let agencies = self.agencies.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let whom = self.typed.field("to", ui.t("referral-places-whom")).required();
        let what =
            self.typed.field("about", ui.t("referral-places-about")).support(ui.t("referral-places-about-support"));
        let fields = html! {
            (ui.select(&whom, Some(&ui.t("referral-choose")), &Choices::of(agencies, &[]).0))
            (ui.text_field(&what.required().max(200)))
        };
        let form = self
            .typed
            .form("/capacity", ui.t("referral-places-send"), fields)
            .cancel("/capacity", ui.t("referral-back-list"));
        View::new(ui.t("referral-places-ask"), ui.form(&form))
            .lead(ui.t("referral-places-ask-lead"))
            .under("/capacity", ui.t("referral-places"))
            .within("/capacity")
    }
}

/// Answering one, or writing down what an agency without an account said.
pub struct AnswerPlacePage {
    /// The question.
    pub question: QuestionShown,
    /// Today.
    pub today: Date,
    /// The form; `None` when it is not for this agency to answer.
    pub typed: Option<Typed>,
}

impl AnswerPlacePage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let form = self.typed.as_ref().map(|typed| self.form(ui, typed));
        let body = html! { (facts(&about(ui, &self.question, self.today))) @if let Some(form) = form { (form) } };
        View::new(&self.question.about, body).under("/capacity", ui.t("referral-places")).within("/capacity")
    }

    fn form(&self, ui: &Ui<'_>, typed: &Typed) -> Markup {
        let choices = typed.choices("answer", answers(ui, "capacity", Capacity::ALL.iter().map(|c| c.code())));
        let ask = Ask { ui: *ui, typed, agencies: &[] };
        let fields = html! {
            @if !self.question.to_us { (ask.channel()) }
            (ui.radios(&typed.question("answer", ui.t("referral-ask-answer")).required(), &choices))
            (ui.text_area(&typed.field("note", ui.t("referral-ask-note")).support(ui.t("referral-places-note-support")), 3))
        };
        let action = format!("/capacity/{}", self.question.id);
        ui.form(
            &typed.form(action, ui.t("referral-places-answer"), fields).cancel("/capacity", ui.t("referral-back-list")),
        )
    }
}
