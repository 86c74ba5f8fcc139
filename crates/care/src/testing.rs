//! A small story for tests of the whole product: referrals in several states on top of the test region of `people`.

use base::{AgencyId, LegId, Outcome, PersonId, QuestionId, ReferralId};
use people::testing::World;
use web::Cx;

use crate::referral::acts;
use crate::referral::input::{CapacityInput, LegInput, LinkInput, ReferralInput, RequestInput, SaidInput};
use crate::referral::model::RequestId;

/// What the story leaves behind.
#[derive(Clone, Debug)]
pub struct Story {
    /// From hogo to center, sent.
    pub referral: ReferralId,
    /// From hogo to the group without an account, sent.
    pub told: ReferralId,
    /// A step of the first.
    pub leg: LegId,
    /// A step of the second.
    pub told_leg: LegId,
    /// The secret of the link to the second.
    pub link: String,
    /// From darc to hogo, open.
    pub request: RequestId,
    /// From hogo to center, open.
    pub question: QuestionId,
}

/// Sends `person`, who is hogo's client, to center and to the group without an account.
///
/// # Panics
/// When the person has not agreed to be handed over to center and to darc, or is not hogo's client.
pub fn story(world: &World, person: PersonId) -> Story {
    let (center, group, hogo) = (world.agency("center"), world.agency("noaccount"), world.agency("hogo"));
    world.consent("hogo", person, "noaccount", &["contact"], false);
    let referral = world.act("hogo", move |cx| send(cx, person, center)).expect("it can be sent");
    let told = world.act("hogo", move |cx| send(cx, person, group)).expect("it can be sent");
    let leg = world.act("hogo", move |cx| acts::add_leg(cx, referral, &tour())).expect("a step can be planned");
    let told_leg = world.act("hogo", move |cx| acts::add_leg(cx, told, &tour())).expect("a step can be planned");
    let link = world.act("hogo", move |cx| acts::make_link(cx, told, &LinkInput::default())).expect("a link").secret;
    let wish = RequestInput { person: person.to_string(), to: hogo.to_string(), note: "会ってみたい".to_owned() };
    let request = world.act("darc", move |cx| acts::request(cx, &wish)).expect("a request");
    let about = CapacityInput { to: center.to_string(), about: "夜の回に一席あるか".to_owned() };
    let question = world.act("hogo", move |cx| acts::ask_capacity(cx, &about)).expect("a question");
    Story { referral, told, leg, told_leg, link, request, question }
}

fn send(cx: &mut Cx<'_>, person: PersonId, to: AgencyId) -> Outcome<ReferralId> {
    let input = ReferralInput {
        person: person.to_string(),
        to: to.to_string(),
        act: "refer".to_owned(),
        wish: "静かに話を聞いてほしい".to_owned(),
        sections: [("health", "夜眠れない日がある"), ("justice", "月に二度の面談がある")]
            .map(|(label, text)| (label.to_owned(), text.to_owned()))
            .into(),
        send: true,
        ..ReferralInput::default()
    };
    acts::prepare(cx, &input).map(|moved| moved.referral)
}

fn tour() -> LegInput {
    LegInput {
        kind: "tour".to_owned(),
        on: "2026-11-25".to_owned(),
        companion: "担当の職員".to_owned(),
        place: "正面の入口".to_owned(),
        said: SaidInput { note: "二人で見に行く".to_owned(), ..SaidInput::default() },
    }
}
