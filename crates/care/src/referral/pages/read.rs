//! From the fields of a form to the inputs that programs send as JSON: one reading for both.

use std::collections::BTreeMap;

use web::Form;

use crate::referral::input::{
    AcceptInput, ArriveInput, CapacityAnswerInput, CapacityInput, ChangeInput, DeclineInput, FollowUpInput, LegInput,
    LinkInput, MessageInput, NewDayInput, NoShowInput, PersonSaysInput, PlainInput, ReadinessInput, RedirectInput,
    ReferralInput, RequestAnswerInput, RequestInput, SaidInput, WaitInput,
};

fn text(form: &Form, name: &str) -> String {
    form.get(name).to_owned()
}

impl From<&Form> for SaidInput {
    fn from(form: &Form) -> Self {
        Self {
            note: text(form, "note"),
            label: form.all("label").map(str::to_owned).collect(),
            channel: text(form, "channel"),
            version: form.get("version").parse().ok(),
        }
    }
}

/// Inputs whose fields stand in the form under their own names.
macro_rules! from_form {
    ($($input:ident { $($field:ident),* } $($said:ident)?;)+) => { $(
        impl From<&Form> for $input {
            fn from(form: &Form) -> Self {
                Self { $($field: text(form, stringify!($field)),)* $($said: form.into(),)? }
            }
        }
    )+ };
}

from_form! {
    PlainInput {} said;
    AcceptInput { first_on, first_place } said;
    NewDayInput { first_on, first_place } said;
    WaitInput { until, place } said;
    DeclineInput { reason, suggest } said;
    RedirectInput { to } said;
    MessageInput { text } said;
    LegInput { kind, on, companion, place } said;
    ReadinessInput { is } said;
    ArriveInput { on, with } said;
    NoShowInput { on, next } said;
    PersonSaysInput { says } said;
    FollowUpInput { step, outcome, how } said;
    LinkInput { days };
    RequestInput { person, to, note };
    RequestAnswerInput { note };
    CapacityInput { to, about };
    CapacityAnswerInput { answer, note, channel };
}

/// The parts of what is told, by their codes.
fn sections(form: &Form) -> BTreeMap<String, String> {
    let part = |(name, value): &(String, String)| Some((name.strip_prefix("sections.")?.to_owned(), value.clone()));
    form.0.iter().filter_map(part).collect()
}

impl From<&Form> for ReferralInput {
    fn from(form: &Form) -> Self {
        Self {
            person: text(form, "person"),
            to: text(form, "to"),
            act: text(form, "act"),
            urgent: form.ticked("urgent"),
            wish: text(form, "wish"),
            sections: sections(form),
            send: form.ticked("send"),
        }
    }
}

impl From<&Form> for ChangeInput {
    fn from(form: &Form) -> Self {
        Self {
            act: text(form, "act"),
            urgent: form.ticked("urgent"),
            wish: text(form, "wish"),
            sections: sections(form),
            version: form.get("version").parse().ok(),
        }
    }
}
