//! The questions of each act.

use base::AgencyId;
use maud::{Markup, html};
use web::ui::{Choices, Kind, Ui, Width, disclosure};

use super::Typed;
use super::words::{answers, categories, category};
use crate::referral::codes::{DeclineReason, How, LegKind, Outcome, Readiness, Says, Verb};

/// The longest line.
const LINE_MAX: usize = 200;

/// What the questions are made of.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Words.
    pub ui: Ui<'a>,
    /// What is typed.
    pub typed: &'a Typed,
    /// Agencies to choose from, where one is asked for.
    pub agencies: &'a [(AgencyId, String)],
}

impl Ask<'_> {
    /// The questions of `verb`.
    pub fn of(&self, verb: Verb) -> Markup {
        match verb {
            Verb::Accept => html! {
                (self.date("first_on", false)) (self.line("first_place", false)) (self.note(false))
            },
            Verb::Wait => html! { (self.date("until", false)) (self.queue()) (self.note(false)) },
            Verb::NewDay => html! {
                (self.date("first_on", true)) (self.line("first_place", false)) (self.note(false))
            },
            Verb::Decline => html! { (self.reason()) (self.agency("suggest", false)) (self.note(false)) },
            Verb::Redirect => html! { (self.agency("to", true)) (self.note(false)) },
            Verb::Ask | Verb::Answer => html! { (self.text()) (self.labels()) },
            Verb::Leg => html! {
                (self.radios("kind", "leg", LegKind::ALL.iter().map(|k| k.code()))) (self.date("on", true))
                (self.line("companion", false)) (self.line("place", false)) (self.note(true))
            },
            Verb::LegDone | Verb::LegMissed | Verb::LegCancel => html! {
                (self.radios("came", "came", ["done", "missed", "cancel"])) (self.note(true))
            },
            Verb::Readiness => html! {
                (self.radios("is", "readiness", Readiness::ALL.iter().map(|r| r.code()))) (self.note(true))
            },
            Verb::Arrive => html! { (self.came_on("on-arrive")) (self.line("with", false)) (self.note(true)) },
            Verb::NoShow => html! { (self.came_on("on-missed")) (self.date("next", false)) (self.note(true)) },
            Verb::PersonSays => html! {
                (self.radios("says", "says", Says::ALL.iter().map(|s| s.code()))) (self.note(true))
            },
            Verb::FollowUp => html! {
                (self.radios("outcome", "outcome", Outcome::ALL.iter().map(|o| o.code())))
                (self.radios("how", "how", How::ALL.iter().map(|h| h.code()))) (self.note(true))
            },
            Verb::Send => html! {},
            _ => self.note(true),
        }
    }

    /// Whether it was said by telephone or on paper.
    pub fn channel(&self) -> Markup {
        self.radios("channel", "channel", ["telephone", "paper"])
    }

    fn label(&self, name: &str) -> String {
        self.ui.t(&format!("referral-ask-{}", name.replace('_', "-"))).into_owned()
    }

    fn support(&self, name: &str) -> Option<String> {
        let key = format!("referral-ask-{}-support", name.replace('_', "-"));
        self.ui.words.has(base::Lang::Ja, &key).then(|| self.ui.t(&key).into_owned())
    }

    fn question(&self, name: &str, needed: bool) -> web::ui::Field {
        let mut field = self.typed.field(name, self.label(name));
        field.support = self.support(name);
        field.required = needed;
        field
    }

    fn date(&self, name: &str, needed: bool) -> Markup {
        self.ui.date_field(&self.question(name, needed))
    }

    fn line(&self, name: &str, needed: bool) -> Markup {
        self.ui.text_field(&self.question(name, needed).max(LINE_MAX))
    }

    /// The day of a visit, in the words of what came of it.
    fn came_on(&self, what: &str) -> Markup {
        self.ui.date_field(&self.typed.field("on", self.label(what)).required())
    }

    /// The place in the queue; the field of the same name elsewhere is where somebody comes.
    fn queue(&self) -> Markup {
        let field = self.typed.field("place", self.label("queue")).support(self.ui.t("referral-ask-queue-support"));
        self.ui.text_field(&field.kind(Kind::Number).width(Width::Short))
    }

    fn radios<'c>(&self, name: &str, set: &str, codes: impl IntoIterator<Item = &'c str>) -> Markup {
        let choices = self.typed.choices(name, answers(&self.ui, set, codes));
        self.ui.radios(&self.question(name, true).value(""), &choices)
    }

    fn reason(&self) -> Markup {
        self.radios("reason", "reason", DeclineReason::ALL.iter().map(|r| r.code()))
    }

    fn agency(&self, name: &str, needed: bool) -> Markup {
        let choices = Choices::of(self.agencies.iter().map(|(id, name)| (id.to_string(), name.clone())), &[]);
        let first = self.ui.t(if needed { "referral-choose" } else { "referral-choose-none" });
        self.ui.select(&self.question(name, needed), Some(&first), &choices.0)
    }

    fn text(&self) -> Markup {
        self.ui.text_area(&self.question("text", true), 5)
    }

    /// A note. `private`: it may well be about something the person decides over.
    fn note(&self, private: bool) -> Markup {
        html! {
            (self.ui.text_area(&self.question("note", false), 3))
            @if private { (self.labels()) }
        }
    }

    /// What a text is about. Folded away, since most are plain messages; open when something stands in it.
    fn labels(&self) -> Markup {
        let list = categories().map(|c| (c.code(), category(&self.ui, c.code())));
        let boxes = self.ui.checkboxes(
            &self
                .typed
                .question("label", self.ui.t("referral-ask-label"))
                .support(self.ui.t("referral-ask-label-support")),
            &self.typed.choices("label", list),
        );
        if self.typed.values.ticked("label") { boxes } else { disclosure(&self.ui.t("referral-ask-label-more"), boxes) }
    }
}
