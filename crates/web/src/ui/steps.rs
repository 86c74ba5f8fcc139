//! What comes one after the other: the steps of something under way, and what has happened.

use maud::{Markup, html};

use super::badge::Tone;
use super::ruby::ruby;
use super::say::Ui;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepState {
    /// Behind us.
    Done,
    /// Where we are.
    Now,
    /// Still to come.
    Next,
    /// Will not take place.
    Skipped,
}

impl StepState {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Now => "now",
            Self::Next => "next",
            Self::Skipped => "skipped",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Done => "web-step-done",
            Self::Now => "web-step-now",
            Self::Next => "web-step-next",
            Self::Skipped => "web-step-skipped",
        }
    }
}

/// One step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is called.
    pub label: String,
    /// How far it is.
    pub state: StepState,
    /// Who, when: a short remark.
    pub note: Option<String>,
}

impl Step {
    /// A step without a remark.
    pub fn new(label: impl Into<String>, state: StepState) -> Self {
        Self { label: label.into(), state, note: None }
    }

    /// With a remark.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.note = Some(text.into());
        self
    }
}

/// Something that happened.
#[derive(Clone)]
pub struct Moment {
    /// When, already written for the reader.
    pub when: Markup,
    /// What, in a few words.
    pub title: String,
    /// Who it came from and other small remarks.
    pub by: Option<String>,
    /// How it went.
    pub tone: Tone,
    /// More about it.
    pub body: Option<Markup>,
}

impl Ui<'_> {
    /// Steps side by side on a wide screen, below each other on a narrow one; `label` says what they are steps of.
    pub fn steps(&self, label: &str, steps: &[Step]) -> Markup {
        html! {
            ol class="steps" aria-label=(super::plain(label)) {
                @for step in steps {
                    li class={ "step step-" (step.state.class()) } aria-current=[(step.state == StepState::Now).then_some("step")] {
                        span class="step-label" { (ruby(&step.label)) }
                        span class="step-state" { (self.say(step.state.key())) }
                        @if let Some(note) = &step.note { span class="step-note" { (ruby(note)) } }
                    }
                }
            }
        }
    }

    /// What has happened, in the order given.
    pub fn timeline(&self, moments: &[Moment]) -> Markup {
        html! {
            ol class="timeline" {
                @for moment in moments {
                    li class={ "moment moment-" (moment.tone.class()) } {
                        p class="moment-when" { (moment.when) }
                        p class="moment-title" { (ruby(&moment.title)) }
                        @if let Some(by) = &moment.by { p class="moment-by" { (ruby(by)) } }
                        @if let Some(body) = &moment.body { div class="moment-body" { (body) } }
                    }
                }
            }
        }
    }
}
