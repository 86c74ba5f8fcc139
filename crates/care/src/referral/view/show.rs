//! The heart: one referral as one of its sides sees it.

use base::Arg;
use maud::{Markup, html};
use web::View;
use web::ui::{Confirm, Tone, Ui, badge, date_of, disclosure, facts, prose, section, time_of};

use super::Typed;
use super::steps::{consent_href, href, main_act, steps};
use super::told;
use super::whole::Around;
use super::words::{name, said, state, to, word};
use crate::referral::codes::{State, Verb};

/// How many other acts stand open; more are folded away.
const SHOWN_AT_ONCE: usize = 6;

/// One referral.
pub struct ShowPage {
    /// The referral.
    pub around: Around,
    /// The key of the button that takes the last change back, and why that was refused.
    pub typed: Typed,
    /// For the sender: whether the person has agreed to be handed over to the receiver, now.
    pub agreed: bool,
    /// Whether the receiver signs in here.
    pub receiver_has_account: bool,
    /// Whether the viewer may give the person to a worker of their agency.
    pub may_assign: bool,
}

impl ShowPage {
    /// The page.
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let shown = &self.around.shown;
        let body = html! {
            (ui.error_summary(&self.typed.wrong()))
            (ui.steps(&ui.t("referral-way"), &steps(ui, &shown.stand)))
            (self.undo(ui))
            (section("next", &ui.t("referral-next"), html! { (told::tasks(ui, &self.around)) (self.acts(ui)) }))
            (section("stand", &ui.t("referral-stand"), self.stand(ui)))
            (section("told", &ui.t("referral-content"), told::told(ui, shown)))
            (section("legs", &ui.t("referral-legs"), told::legs(ui, &self.around)))
            @if !shown.messages.is_empty() { (section("messages", &ui.t("referral-messages"), told::messages(ui, &self.around))) }
            @if !shown.follow_ups.is_empty() { (section("follow-ups", &ui.t("referral-follow-ups"), told::follow_ups(ui, &self.around))) }
            (section("history", &ui.t("referral-history"), disclosure(&ui.t("referral-history-open"), told::history(ui, &self.around))))
        };
        let person = name(ui, &shown.person);
        let view = View::new(self.title(ui, &person), body);
        let mut view = if self.around.is_guest() {
            view.lead(said(ui, "referral-guest-lead", &[("agency", Arg::from(&shown.from.name))])).for_person()
        } else {
            view.under("/referrals", ui.t("referral-list-title")).within("/referrals")
        };
        view.action = main_act(ui, &self.around, self.agreed);
        view
    }

    fn title(&self, ui: &Ui<'_>, person: &str) -> String {
        let key = if self.around.is_sender() { "referral-title-sent" } else { "referral-title-received" };
        said(ui, key, &[("name", Arg::from(person)), ("agency", Arg::from(&self.around.other().name))])
    }

    /// The last change can be taken back for a while.
    fn undo(&self, ui: &Ui<'_>) -> Markup {
        let shown = &self.around.shown;
        let Some(until) = shown.undo_until else { return html! {} };
        let at = base::jp::easy_time(ui.lang, until);
        html! { (ui.notice(Tone::Info, &said(ui, "referral-undo-until", &[("time", Arg::from(&at))]), Some(ui.confirm_form(&Confirm {
            action: self.around.path("undo"),
            once: self.typed.once.clone(),
            hidden: vec![("version".to_owned(), shown.version.to_string())],
            label: ui.t("referral-undo").into_owned(),
            ..Confirm::default()
        })))) }
    }

    /// Everything else that can be done, each on a page of its own.
    fn acts(&self, ui: &Ui<'_>) -> Markup {
        let main = main_act(ui, &self.around, self.agreed).map(|action| action.href);
        let mut list: Vec<(String, String)> = Vec::new();
        for verb in self.around.verbs() {
            list.push((href(&self.around, verb), word(ui, "verb", verb.code())));
        }
        if !self.around.is_guest() {
            let shown = &self.around.shown;
            if !self.around.told_verbs().is_empty() {
                list.push((self.around.path("word"), ui.t("referral-word").into_owned()));
            }
            let sent = !matches!(shown.stand.state, State::Preparing | State::Withdrawn);
            if self.around.is_sender() && !self.receiver_has_account {
                list.push((self.around.path("letter"), ui.t("referral-letter").into_owned()));
                if sent {
                    list.push((self.around.path("link"), ui.t("referral-link").into_owned()));
                }
            }
            if self.may_assign {
                list.push((self.around.path("assign"), ui.t("referral-assign").into_owned()));
            }
        }
        list.retain(|(href, _)| Some(href) != main.as_ref());
        let items = html! { ul { @for (href, label) in &list { li { (to(href, label)) } } } };
        html! {
            @match list.len() {
                0 => {},
                // A few are shown at once: an answer is not only a yes.
                1..=SHOWN_AT_ONCE => { h3 { (ui.say("referral-more")) } (items) }
                _ => (disclosure(&ui.t("referral-more"), items)),
            }
        }
    }

    fn stand(&self, ui: &Ui<'_>) -> Markup {
        let shown = &self.around.shown;
        let stand = &shown.stand;
        let mut items: Vec<(String, Markup)> = Vec::new();
        let mut add = |key: &str, value: Markup| items.push((ui.t(key).into_owned(), value));
        let date = |day| date_of(ui.lang, day);
        add(
            "referral-stands",
            html! { (state(ui, stand.state))
            @if shown.urgent { " " (badge(Tone::Warning, &ui.t("referral-urgent"))) } },
        );
        if self.around.is_guest() {
            add("referral-person", html! { (name(ui, &shown.person)) });
        } else {
            add("referral-person", to(&format!("/persons/{}", shown.person.id), &name(ui, &shown.person)));
        }
        add("referral-between", html! { (shown.from.name) " → " (shown.to.name) });
        add("referral-act", html! { (word(ui, "kind", shown.act.code())) });
        let days = [
            ("referral-sent-on", stand.sent_on),
            ("referral-wait-until", stand.wait_until),
            ("referral-ask-first-on", stand.first_on),
            ("referral-next-try", stand.next_try_on),
            ("referral-arrived-on", stand.arrived_on),
            ("referral-confirmed-on", stand.confirmed_on),
            ("referral-known-on", stand.known_on),
            ("referral-connected-on", stand.connected_on),
        ];
        for (key, day) in days.into_iter().filter_map(|(key, day)| Some((key, day?))) {
            add(key, date(day));
        }
        if let Some(place) = stand.wait_place {
            add("referral-ask-queue", ui.say_with("referral-queue", &[("n", Arg::from(place))]));
        }
        for (key, text) in
            [("referral-ask-first-place", &stand.first_place), ("referral-ask-with", &stand.arrived_with)]
        {
            if let Some(text) = text {
                add(key, html! { (text) });
            }
        }
        if stand.no_shows > 0 {
            add("referral-no-shows", ui.say_with("referral-times", &[("n", Arg::from(stand.no_shows))]));
        }
        if let Some(reason) = stand.reason {
            add("referral-ask-reason", html! { (word(ui, "reason", reason.code())) });
            let no = shown.events.iter().rev().find(|event| event.verb == Verb::Decline);
            if let Some(note) = no.and_then(|event| event.note.as_deref()) {
                add("referral-ask-note", prose(note));
            }
        }
        if let Some(other) = &stand.suggests {
            add("referral-ask-suggest", html! { (other.name) });
        }
        if let Some(says) = stand.says {
            add("referral-ask-says", html! { (word(ui, "says", says.code())) });
        }
        if let Some(ready) = stand.readiness {
            add("referral-ask-is", html! { (word(ui, "readiness", ready.code())) });
        }
        if self.around.is_sender() {
            add("referral-consent", self.consent(ui));
        }
        if let Some(until) = shown.link_until {
            add("referral-link-open", time_of(ui.lang, until));
        }
        if let Some(before) = shown.follows {
            add("referral-follows", to(&format!("/referrals/{before}"), &ui.t("referral-follows-open")));
        }
        facts(&items)
    }

    /// How long the person's word to this receiver holds.
    fn consent(&self, ui: &Ui<'_>) -> Markup {
        let shown = &self.around.shown;
        let href = consent_href(shown.person.id, shown.to.id, &self.around.root);
        html! {
            @if self.agreed {
                @if let Some(until) = shown.consent_until {
                    (ui.say_with("referral-consent-until", &[("date", Arg::from(super::words::day(ui, until.plus_minutes(-1).date_jst())))]))
                }
            } @else { (badge(Tone::Warning, &ui.t("referral-consent-missing"))) " " (to(&href, &ui.t("referral-consent-take"))) }
        }
    }
}
