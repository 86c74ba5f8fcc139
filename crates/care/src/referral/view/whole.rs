//! What every page of one referral knows: the referral, where its pages begin, and who looks.

use base::{Date, Msg, Outcome, Problem};
use policy::{Act, Roles, may};
use web::ui::Ui;
use web::{Cx, View, Who};

use super::words::name;
use crate::referral::codes::{Side, Verb};
use crate::referral::show::{AgencyRef, Shown};

/// A referral with the ground its pages stand on.
#[derive(Clone, Debug)]
pub struct Around {
    /// The referral, as the viewer sees it.
    pub shown: Shown,
    /// Where its pages begin: `/referrals/…`, or `/link/…` behind a one-time link.
    pub root: String,
    /// Today.
    pub today: Date,
    /// What the viewer may do; `None` behind a link, which may do what its receiver may.
    pub roles: Option<Roles>,
}

impl Around {
    /// The referral of this page, for whoever asks.
    pub fn of(cx: &Cx<'_>, shown: Shown, secret: &str) -> Outcome<Self> {
        let (root, roles) = match cx.who {
            Who::Link(_) => (format!("/link/{secret}"), None),
            Who::Worker(viewer) => (format!("/referrals/{}", shown.id), Some(viewer.roles)),
            Who::Nobody | Who::System => return Err(Problem::SignInNeeded),
        };
        Ok(Self { shown, root, today: cx.today(), roles })
    }

    /// Whether a one-time link was followed.
    pub fn is_guest(&self) -> bool {
        self.roles.is_none()
    }

    /// Whether the viewer sends.
    pub fn is_sender(&self) -> bool {
        self.shown.side == Side::Sender
    }

    /// The agency on the other side.
    pub fn other(&self) -> &AgencyRef {
        if self.is_sender() { &self.shown.to } else { &self.shown.from }
    }

    /// What this viewer may do now.
    pub fn verbs(&self) -> Vec<Verb> {
        self.allowed(&self.shown.may)
    }

    /// What this viewer may write down for the other side.
    pub fn told_verbs(&self) -> Vec<Verb> {
        self.allowed(&self.shown.may_write_down)
    }

    fn allowed(&self, verbs: &[Verb]) -> Vec<Verb> {
        let fits = |verb: &Verb| match self.roles {
            Some(roles) => may(roles, act_of(*verb)),
            // Behind a link stands the receiver, whose table `shown.may` is already.
            None => true,
        };
        verbs.iter().copied().filter(fits).collect()
    }

    /// Whether the viewer may do this now, as their own act.
    pub fn may(&self, verb: Verb) -> bool {
        self.verbs().contains(&verb)
    }

    /// Whether the viewer may write this down for the other side.
    pub fn may_write_down(&self, verb: Verb) -> bool {
        self.told_verbs().contains(&verb)
    }

    /// What to say when something does not fit the state.
    pub fn not_now(&self) -> Msg {
        Msg::new("referral-not-now").arg("state", self.shown.stand.state.code())
    }

    /// The address of a page of this referral.
    pub fn path(&self, what: &str) -> String {
        format!("{}/{what}", self.root)
    }

    /// A page below the referral's own.
    pub fn below(&self, ui: &Ui<'_>, view: View) -> View {
        let person = name(ui, &self.shown.person);
        if self.is_guest() {
            return view.under(&self.root, ui.t("referral-guest-title")).for_person();
        }
        view.under("/referrals", ui.t("referral-list-title")).under(&self.root, person).within("/referrals")
    }
}

/// The act whose role a verb takes.
pub const fn act_of(verb: Verb) -> Act {
    match verb {
        Verb::Change
        | Verb::Send
        | Verb::Answer
        | Verb::SecondLook
        | Verb::Redirect
        | Verb::Withdraw
        | Verb::TakeUpAgain => Act::SendReferral,
        Verb::Accept | Verb::Wait | Verb::NewDay | Verb::Decline | Verb::Ask => Act::AnswerReferral,
        Verb::Leg | Verb::LegDone | Verb::LegMissed | Verb::LegCancel | Verb::Readiness => Act::RecordLeg,
        Verb::Arrive | Verb::NoShow | Verb::Confirm | Verb::Know | Verb::PersonSays => Act::ConfirmArrival,
        Verb::FollowUp | Verb::LostTouch | Verb::ReEngage | Verb::End => Act::FollowUp,
        Verb::Undo => Act::OpenPerson,
    }
}

/// The last part of the address of a verb's own page.
pub const fn page_of(verb: Verb) -> &'static str {
    match verb {
        Verb::Change => "edit",
        Verb::Send => "send",
        Verb::Accept => "accept",
        Verb::Wait => "wait",
        Verb::NewDay => "new-day",
        Verb::Decline => "decline",
        Verb::SecondLook => "second-look",
        Verb::Redirect => "redirect",
        Verb::Ask => "ask",
        Verb::Answer => "answer",
        Verb::Leg | Verb::LegDone | Verb::LegMissed | Verb::LegCancel => "legs",
        Verb::Readiness => "readiness",
        Verb::Arrive => "arrive",
        Verb::NoShow => "no-show",
        Verb::Confirm => "confirm",
        Verb::Know => "know",
        Verb::PersonSays => "person-says",
        Verb::FollowUp => "follow-up",
        Verb::LostTouch => "lost-touch",
        Verb::ReEngage => "re-engage",
        Verb::Withdraw => "withdraw",
        Verb::TakeUpAgain => "take-up-again",
        Verb::End => "end",
        Verb::Undo => "undo",
    }
}
