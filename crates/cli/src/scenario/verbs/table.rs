//! The table itself.

use super::What::{Agency, Code, Codes, Count, Day, Flag, Made, Names, Parts, Person, Table, Text, Worker};
use super::{Check, Does, Key, Thing, Verb, may, need};
use crate::scenario::codes as c;

const LEGAL: &[Key] = &[need("status", Code(c::LEGAL)), may("from", Day), may("until", Day)];
const STAY: &[Key] = &[need("kind", Code(c::STAY)), may("place", Text), may("until", Day)];
const CONTACT: &[Key] = &[may("phone", Text), may("may_leave_message", Flag), may("note", Text)];
const REFERRAL: Key = need("referral", Made(Thing::Referral));
const NOTE: Key = may("note", Text);
const LABEL: Key = may("label", Codes(c::CATEGORY));
const PLAIN: &[Key] = &[REFERRAL, NOTE, LABEL];
const DRAFT: &[Key] = &[
    need("person", Person),
    need("to", Agency),
    need("act", Code(c::ACT)),
    may("urgent", Flag),
    may("wish", Text),
    may("sections", Parts),
    may("as", Names(Thing::Referral)),
];
const HOME: &[Key] = &[need("list", Code(c::LIST)), may("referral", Made(Thing::Referral)), may("person", Person)];
const SHOWN: Key = need("sections_shown", Codes(c::CATEGORY));
const HIDDEN: Key = need("sections_hidden", Codes(c::CATEGORY));

const fn post(name: &'static str, path: &'static str, keys: &'static [Key]) -> Verb {
    Verb { name, does: Does::Post(path), keys }
}

const fn make(name: &'static str, path: &'static str, thing: Thing, keys: &'static [Key]) -> Verb {
    Verb { name, does: Does::Make(path, thing), keys }
}

const fn check(name: &'static str, check: Check, keys: &'static [Key]) -> Verb {
    Verb { name, does: Does::Check(check), keys }
}

/// Every verb, in the order of the documentation.
pub const VERBS: &[Verb] = &[
    // Persons and what is written about them.
    Verb {
        name: "register",
        does: Does::Register,
        keys: &[
            need("person", Person),
            may("dependence", Codes(c::DEPENDENCE)),
            may("legal", Table(LEGAL)),
            may("stay", Table(STAY)),
            may("contact", Table(CONTACT)),
            may("relation", Code(c::RELATION)),
            may("principal", Code(c::PRINCIPAL)),
            may("relative_of", Person),
        ],
    },
    make(
        "entry",
        "/api/v1/persons/{person}/entries",
        Thing::Entry,
        &[
            need("person", Person),
            need("label", Codes(c::CATEGORY)),
            need("text", Text),
            may("as", Names(Thing::Entry)),
        ],
    ),
    post("assign", "/api/v1/persons/{person}/assign", &[need("person", Person), need("worker", Worker)]),
    // What a person allows and forbids.
    make(
        "consent",
        "/api/v1/persons/{person}/consents",
        Thing::Grant,
        &[
            need("person", Person),
            need("to", Agency),
            need("shows", Codes(c::CATEGORY)),
            need("for", Codes(c::PURPOSE)),
            need("until", Day),
            may("relapse", Flag),
            need("how", Code(c::CONSENT_HOW)),
            may("witness", Text),
            may("outside_witness", Text),
            may("outside_agency", Agency),
            may("as", Names(Thing::Grant)),
        ],
    ),
    post("revoke", "/api/v1/persons/{person}/consents/{grant}/revoke", &[need("grant", Made(Thing::Grant))]),
    make(
        "refuse",
        "/api/v1/persons/{person}/refusals",
        Thing::Refusal,
        &[
            need("person", Person),
            need("to", Agency),
            need("hides", Codes(c::CATEGORY)),
            may("as", Names(Thing::Refusal)),
        ],
    ),
    post("lift_refusal", "/api/v1/persons/{person}/refusals/{refusal}/lift", &[need("refusal", Made(Thing::Refusal))]),
    // Before anybody is named.
    make(
        "capacity",
        "/api/v1/capacity-questions",
        Thing::Question,
        &[need("to", Agency), need("about", Text), may("as", Names(Thing::Question))],
    ),
    post(
        "answer_capacity",
        "/api/v1/capacity-questions/{question}/answer",
        &[need("question", Made(Thing::Question)), need("answer", Code(c::CAPACITY)), NOTE],
    ),
    // Handing over.
    make("prepare", "/api/v1/referrals", Thing::Referral, DRAFT),
    make("refer", "/api/v1/referrals", Thing::Referral, DRAFT),
    post("send", "/api/v1/referrals/{referral}/send", PLAIN),
    make(
        "request",
        "/api/v1/requests",
        Thing::Request,
        &[need("person", Person), need("to", Agency), NOTE, may("as", Names(Thing::Request))],
    ),
    make(
        "agree_request",
        "/api/v1/requests/{request}/agree",
        Thing::Referral,
        &[need("request", Made(Thing::Request)), NOTE, may("as", Names(Thing::Referral))],
    ),
    post("decline_request", "/api/v1/requests/{request}/decline", &[need("request", Made(Thing::Request)), NOTE]),
    // What the receiver answers.
    post(
        "accept",
        "/api/v1/referrals/{referral}/accept",
        &[REFERRAL, may("first_on", Day), may("first_place", Text), NOTE, LABEL],
    ),
    post("wait", "/api/v1/referrals/{referral}/wait", &[REFERRAL, may("until", Day), may("place", Count), NOTE, LABEL]),
    post(
        "decline",
        "/api/v1/referrals/{referral}/decline",
        &[REFERRAL, need("reason", Code(c::REASON)), may("suggest", Agency), NOTE, LABEL],
    ),
    post("second_look", "/api/v1/referrals/{referral}/second-look", PLAIN),
    make(
        "redirect",
        "/api/v1/referrals/{referral}/redirect",
        Thing::Referral,
        &[REFERRAL, need("to", Agency), NOTE, may("as", Names(Thing::Referral))],
    ),
    post("ask", "/api/v1/referrals/{referral}/ask", &[REFERRAL, need("text", Text), LABEL]),
    post("answer", "/api/v1/referrals/{referral}/answer", &[REFERRAL, need("text", Text), LABEL]),
    // The warm hand-over.
    make(
        "leg",
        "/api/v1/referrals/{referral}/legs",
        Thing::Leg,
        &[
            REFERRAL,
            need("kind", Code(c::LEG)),
            need("on", Day),
            may("companion", Text),
            may("place", Text),
            NOTE,
            LABEL,
            may("as", Names(Thing::Leg)),
        ],
    ),
    post("leg_done", "/api/v1/legs/{leg}/done", &[need("leg", Made(Thing::Leg)), NOTE, LABEL]),
    post("leg_missed", "/api/v1/legs/{leg}/missed", &[need("leg", Made(Thing::Leg)), NOTE, LABEL]),
    post("leg_cancel", "/api/v1/legs/{leg}/cancel", &[need("leg", Made(Thing::Leg)), NOTE, LABEL]),
    post(
        "readiness",
        "/api/v1/referrals/{referral}/readiness",
        &[REFERRAL, need("is", Code(c::READINESS)), NOTE, LABEL],
    ),
    // Arriving, and being connected.
    post(
        "new_day",
        "/api/v1/referrals/{referral}/new-day",
        &[REFERRAL, need("first_on", Day), may("first_place", Text), NOTE, LABEL],
    ),
    post("arrive", "/api/v1/referrals/{referral}/arrive", &[REFERRAL, need("on", Day), may("with", Text), NOTE, LABEL]),
    post(
        "no_show",
        "/api/v1/referrals/{referral}/no-show",
        &[REFERRAL, need("on", Day), may("next", Day), NOTE, LABEL],
    ),
    post("confirm", "/api/v1/referrals/{referral}/confirm", PLAIN),
    post("know", "/api/v1/referrals/{referral}/know", PLAIN),
    post(
        "person_says",
        "/api/v1/referrals/{referral}/person-says",
        &[REFERRAL, need("says", Code(c::SAYS)), NOTE, LABEL],
    ),
    post(
        "follow_up",
        "/api/v1/referrals/{referral}/follow-up",
        &[
            REFERRAL,
            need("step", Code(c::FOLLOW_UP)),
            need("outcome", Code(c::OUTCOME)),
            need("how", Code(c::ASKED_HOW)),
            NOTE,
            LABEL,
        ],
    ),
    post("lost_touch", "/api/v1/referrals/{referral}/lost-touch", PLAIN),
    post("re_engage", "/api/v1/referrals/{referral}/re-engage", PLAIN),
    post("withdraw", "/api/v1/referrals/{referral}/withdraw", PLAIN),
    post("take_up_again", "/api/v1/referrals/{referral}/take-up-again", PLAIN),
    post("end", "/api/v1/referrals/{referral}/end", PLAIN),
    post("undo", "/api/v1/referrals/{referral}/undo", &[REFERRAL]),
    // An agency without an account.
    Verb {
        name: "outside",
        does: Does::Outside,
        keys: &[
            REFERRAL,
            need("channel", Code(c::CHANNEL)),
            need("does", Code(c::DOES)),
            may("first_on", Day),
            may("first_place", Text),
            may("until", Day),
            may("place", Count),
            may("reason", Code(c::REASON)),
            may("suggest", Agency),
            may("on", Day),
            may("with", Text),
            may("next", Day),
            may("text", Text),
            NOTE,
            LABEL,
        ],
    },
    // Checks.
    check(
        "sees",
        Check::Sees,
        &[need("person", Person), need("shows", Codes(c::CATEGORY)), need("hides", Codes(c::CATEGORY))],
    ),
    check("knows_nothing", Check::KnowsNothing, &[need("person", Person)]),
    check("sees_referral", Check::SeesReferral, &[REFERRAL, need("state", Code(c::STATE)), SHOWN, HIDDEN]),
    check("knows_no_referral", Check::KnowsNoReferral, &[REFERRAL]),
    check("home", Check::Home, HOME),
    check("not_home", Check::NotHome, HOME),
    check("link_shows", Check::LinkShows, &[REFERRAL, SHOWN, HIDDEN]),
];
