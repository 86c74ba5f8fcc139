//! Requests: an agency asks for a person whom another one works with.

use base::{AgencyId, Arg, Date};
use maud::{Markup, html};
use web::View;
use web::ui::{Action, Choices, Tone, Ui, badge, card, facts, prose, section, time_of};

use super::Typed;
use super::words::{deadline, name, said, to, to_about, word};
use crate::referral::codes::RequestState;
use crate::referral::show::{PersonRef, RequestShown};

/// Requests that wait, and those that were made.
pub struct RequestsPage {
    /// The requests.
    pub requests: Vec<RequestShown>,
    /// Today.
    pub today: Date,
}

impl RequestsPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! { @for (code, to_us) in [("to-us", true), ("by-us", false)] { (self.part(ui, code, to_us)) } };
        View::new(ui.t("referral-requests"), body).lead(ui.t("referral-requests-lead")).within("/requests")
    }

    fn part(&self, ui: &Ui<'_>, code: &str, to_us: bool) -> Markup {
        let mine: Vec<&RequestShown> = self.requests.iter().filter(|r| r.to_us == to_us).collect();
        let none = || {
            let next = (!to_us).then(|| Action::new("/persons", ui.t("referral-requests-persons")));
            ui.empty(&ui.t("referral-requests-none"), &ui.t(&format!("referral-requests-none-{code}")), next.as_ref())
        };
        section(
            code,
            &ui.t(&format!("referral-requests-{code}")),
            html! {
                @if mine.is_empty() { (none()) }
                @for request in mine { (self.one(ui, request)) }
            },
        )
    }

    fn one(&self, ui: &Ui<'_>, request: &RequestShown) -> Markup {
        let person = name(ui, &request.person);
        let answer = request.to_us && request.state == RequestState::Open;
        let acts =
            answer.then(|| to_about(&format!("/requests/{}", request.id), &ui.t("referral-requests-answer"), &person));
        card(&person, facts(&about(ui, request, self.today)), acts)
    }
}

fn about(ui: &Ui<'_>, request: &RequestShown, today: Date) -> Vec<(String, Markup)> {
    let who = if request.to_us { "referral-places-from" } else { "referral-places-whom" };
    let tone = match request.state {
        RequestState::Open => Tone::Info,
        RequestState::Agreed => Tone::Success,
        RequestState::Declined => Tone::Neutral,
    };
    let mut items = vec![
        (ui.t(who).into_owned(), html! { (request.other.name) }),
        (ui.t("referral-asked-at").into_owned(), time_of(ui.lang, request.asked_at)),
        (ui.t("referral-stands").into_owned(), badge(tone, &word(ui, "request", request.state.code()))),
    ];
    if request.state == RequestState::Open {
        items.push((ui.t("referral-answer-by").into_owned(), deadline(ui, request.due_on, today)));
    }
    let texts = [("referral-requests-why", &request.note), ("referral-ask-answer", &request.answer)];
    items.extend(texts.into_iter().filter_map(|(key, text)| Some((ui.t(key).into_owned(), prose(text.as_deref()?)))));
    if let Some(referral) = request.referral {
        items.push((
            ui.t("referral-list-title").into_owned(),
            to(&format!("/referrals/{referral}"), &ui.t("referral-open")),
        ));
    }
    items
}

/// One request, with its two answers.
pub struct RequestPage {
    /// The request.
    pub request: RequestShown,
    /// Today.
    pub today: Date,
    /// The form of the answer; `None` when it is not for this agency to answer, or answered.
    pub typed: Option<Typed>,
}

impl RequestPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let body = html! {
            (facts(&about(ui, &self.request, self.today)))
            @if let Some(typed) = &self.typed { (self.forms(ui, typed)) }
        };
        let args =
            [("name", Arg::from(name(ui, &self.request.person))), ("agency", Arg::from(&self.request.other.name))];
        let key = if self.request.to_us { "referral-request-title" } else { "referral-request-title-ours" };
        let view = View::new(said(ui, key, &args), body);
        let view = if self.typed.is_some() { view.lead(ui.t("referral-request-lead")) } else { view };
        view.under("/requests", ui.t("referral-requests")).within("/requests")
    }

    /// One question, two ways to answer: a choice instead of two forms, so that nothing is typed twice.
    fn forms(&self, ui: &Ui<'_>, typed: &Typed) -> Markup {
        let choices =
            typed.choices("answer", ["agree", "decline"].map(|code| (code, word(ui, "request-answer", code))));
        let fields = html! {
            (ui.radios(&typed.question("answer", ui.t("referral-ask-answer")).required(), &choices))
            (ui.text_area(&typed.field("note", ui.t("referral-ask-note")).support(ui.t("referral-request-note-support")), 3))
        };
        let action = format!("/requests/{}", self.request.id);
        ui.form(
            &typed
                .form(action, ui.t("referral-requests-answer"), fields)
                .cancel("/requests", ui.t("referral-back-list")),
        )
    }
}

/// Asking for a person.
pub struct AskPage {
    /// Whom for.
    pub person: PersonRef,
    /// Agencies to ask.
    pub agencies: Vec<(AgencyId, String)>,
    /// The form.
    pub typed: Typed,
}

impl AskPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let agencies = self.agencies.iter().map(|(id, name)| (id.to_string(), name.clone()));
        let whom = self.typed.field("to", ui.t("referral-places-whom")).required();
        let why =
            self.typed.field("note", ui.t("referral-requests-why")).support(ui.t("referral-requests-why-support"));
        let fields = html! {
            (ui.select(&whom, Some(&ui.t("referral-choose")), &Choices::of(agencies, &[]).0))
            (ui.text_area(&why, 3))
        };
        let person = name(ui, &self.person);
        let home = format!("/persons/{}", self.person.id);
        let form = self
            .typed
            .form(format!("{home}/request"), ui.t("referral-request-send"), fields)
            .cancel(&home, ui.t("referral-back"));
        View::new(said(ui, "referral-request-ask", &[("name", Arg::from(&person))]), ui.form(&form))
            .lead(ui.t("referral-request-ask-lead"))
            .under("/persons", ui.t("referral-persons"))
            .under(home, person)
            .within("/persons")
    }
}
