//! The page of one act: what it means, where the referral stands, a few questions, one button.

use base::{AgencyId, Arg};
use maud::{Markup, html};
use web::View;
use web::ui::{Tone, Ui, date_of, facts, prose, section};

use super::Typed;
use super::fields::Ask;
use super::told;
use super::whole::{Around, page_of};
use super::words::{day, name, said, state, tags, to, word};
use crate::referral::codes::{Step, Verb};
use crate::referral::show::{LegShown, MessageShown};

/// The page of one act.
pub struct ActPage {
    /// The referral.
    pub around: Around,
    /// What is done.
    pub verb: Verb,
    /// Whether the sender writes down what the receiver said.
    pub is_word: bool,
    /// The form.
    pub typed: Typed,
    /// Agencies to choose from, where one is asked for.
    pub agencies: Vec<(AgencyId, String)>,
    /// The step that is settled.
    pub leg: Option<LegShown>,
    /// The follow-up that is recorded.
    pub step: Option<Step>,
    /// For sending: whether the person has agreed to be handed over to the receiver.
    pub agreed: bool,
}

impl ActPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let code = self.code();
        let mut title = self.label(ui);
        if let Some(step) = self.step {
            title = format!("{}：{title}", word(ui, "step", step.code()));
        }
        if self.is_word {
            title = said(
                ui,
                "referral-word-of",
                &[("what", Arg::from(&title)), ("agency", Arg::from(&self.around.shown.to.name))],
            );
        }
        let body = html! {
            @if self.typed.is_stale { (self.meanwhile(ui)) }
            (self.stands(ui))
            @if self.verb == Verb::Send { (self.to_be_told(ui)) }
            @if self.verb == Verb::Answer { (self.open_questions(ui)) }
            (self.form(ui))
        };
        let lead = said(
            ui,
            &format!("referral-lead-{code}"),
            &[("agency", Arg::from(&self.around.other().name)), ("name", Arg::from(&self.around.shown.person.name))],
        );
        self.around.below(ui, View::new(title, body).lead(lead))
    }

    fn code(&self) -> &'static str {
        match self.verb {
            // What came of a step is one page, whichever way it went.
            Verb::LegDone | Verb::LegMissed | Verb::LegCancel => "settle",
            verb => verb.code(),
        }
    }

    /// What is done, in a word or two: heading and button.
    fn label(&self, ui: &Ui<'_>) -> String {
        if self.leg.is_some() { ui.t("referral-settle").into_owned() } else { word(ui, "verb", self.verb.code()) }
    }

    fn action(&self) -> String {
        match (self.leg.as_ref(), self.step) {
            (Some(leg), _) => self.around.path(&format!("legs/{}", leg.id)),
            (_, Some(step)) => self.around.path(&format!("follow-up/{}", step.code())),
            _ => self.around.path(page_of(self.verb)),
        }
    }

    fn form(&self, ui: &Ui<'_>) -> Markup {
        let ask = Ask { ui: *ui, typed: &self.typed, agencies: &self.agencies };
        let fields = html! { @if self.is_word { (ask.channel()) } (ask.of(self.verb)) };
        let mut form = self
            .typed
            .form(self.action(), self.label(ui), fields)
            .hidden("version", self.typed.version(self.around.shown.version))
            .cancel(&self.around.root, ui.t("referral-back"));
        form.grave = matches!(self.verb, Verb::Decline | Verb::Withdraw | Verb::End);
        form.guarded = !matches!(self.verb, Verb::Send | Verb::Confirm | Verb::Know);
        ui.form(&form)
    }

    /// What somebody else saved in between, beside what was typed.
    fn meanwhile(&self, ui: &Ui<'_>) -> Markup {
        let more = self.around.shown.events.last().map(|event| {
            html! { p { (date_of(ui.lang, event.at.date_jst())) "　" (ui.say(&format!("referral-was-{}", event.verb.code())))
                @if let Some(note) = &event.note { (prose(note)) } } }
        });
        ui.notice(Tone::Warning, &ui.t("referral-meanwhile"), more)
    }

    /// Whom it is about and where it stands now.
    fn stands(&self, ui: &Ui<'_>) -> Markup {
        let shown = &self.around.shown;
        let label = |key: &str| ui.t(key).into_owned();
        let mut items = vec![
            (label("referral-person"), html! { (name(ui, &shown.person)) }),
            (label("referral-between"), html! { (shown.from.name) " → " (shown.to.name) }),
            (label("referral-stands"), state(ui, shown.stand.state)),
        ];
        if let Some(leg) = &self.leg {
            let what = said(
                ui,
                "referral-leg-on",
                &[("what", Arg::from(word(ui, "leg", leg.kind.code()))), ("date", Arg::from(day(ui, leg.on)))],
            );
            items.push((label("referral-legs-one"), html! { (what) }));
        }
        if let (Verb::SecondLook | Verb::Redirect, Some(reason)) = (self.verb, shown.stand.reason) {
            items.push((label("referral-ask-reason"), html! { (word(ui, "reason", reason.code())) }));
        }
        facts(&items)
    }

    /// What the receiver will read, before it is sent.
    fn to_be_told(&self, ui: &Ui<'_>) -> Markup {
        let shown = &self.around.shown;
        html! {
            @if !self.agreed {
                @let href = format!("/persons/{}/consents/new?to={}&back={}/send", shown.person.id, shown.to.id, self.around.root);
                (ui.notice(Tone::Warning, &said(ui, "referral-consent-none", &[("agency", Arg::from(&shown.to.name))]),
                    Some(html! { p { (to(&href, &ui.t("referral-consent-take"))) } })))
            }
            (section("told", &ui.t("referral-content"), told::told(ui, shown)))
        }
    }

    /// The receiver's questions that wait for an answer: all since the last one of ours.
    fn open_questions(&self, ui: &Ui<'_>) -> Markup {
        let all = &self.around.shown.messages;
        let since = all.iter().rposition(|message| message.is_answer).map_or(0, |at| at + 1);
        let open: Vec<&MessageShown> = all[since..].iter().collect();
        html! { @if !open.is_empty() { (section("asked", &ui.t("referral-asked"), html! { @for one in open { (prose(&one.text)) } })) } }
    }
}

/// A label of categories in words.
pub fn about(ui: &Ui<'_>, label: &[&'static str]) -> Markup {
    tags(ui, label.iter().copied())
}
