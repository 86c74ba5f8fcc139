//! Writing a referral: whom to, what, and changing what is being prepared.

use std::collections::BTreeMap;

use base::{AgencyId, Outcome, PersonId, Problem, fold};
use people::agency::{self, Agency};
use people::audit::{self, Event};
use people::{consent, person};
use policy::{Act, Category, Purpose};
use web::ui::Ui;
use web::{Access, Answer, Cx, Endpoint, Req, View};

use super::referral::done;
use crate::referral::acts;
use crate::referral::codes::Verb;
use crate::referral::input::ReferralInput;
use crate::referral::show::{self, PersonRef, Shown};
use crate::referral::view::{Around, ChoosePage, Offered, ReferPage, Typed, Whom};

/// The most agencies that are offered at once; whoever looks for more searches.
const OFFERED: i64 = 500;

pub fn endpoints() -> Vec<Endpoint> {
    let send = Access::May(Act::SendReferral);
    vec![
        Endpoint::page("/persons/{person}/refer", send, refer),
        Endpoint::submit(
            "/persons/{person}/refer",
            send,
            prepare,
            refer,
            &[("to", "{agency}"), ("act", "refer"), ("wish", "話を聞いてほしい")],
        ),
        Endpoint::page("/referrals/{referral}/edit", send, edit),
        Endpoint::submit(
            "/referrals/{referral}/edit",
            send,
            change,
            edit,
            &[("act", "refer"), ("wish", "夜に話を聞いてほしい")],
        ),
    ]
}

/// A person with their name, for an agency that may know of them.
pub(super) fn named(cx: &mut Cx<'_>, id: PersonId) -> Outcome<PersonRef> {
    let mask = consent::see(cx, id, Purpose::Handover)?;
    let name = person::name(cx, id, &mask)?.ok_or(Problem::NotFound)?;
    audit::record(cx, Event::of("person.name").about(id).purpose(Purpose::Handover).known_by(&mask))?;
    Ok(PersonRef { id, name: name.name.clone() })
}

fn refer(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let person = named(cx, req.id("person")?)?;
    let typed = Typed::of(cx, req);
    let to = if typed.get("to").is_empty() { req.query.get("to") } else { typed.get("to") };
    let own = cx.viewer()?.agency;
    let to = to.parse::<AgencyId>().ok().filter(|to| *to != own);
    let found = match to {
        Some(to) => found(agency::get(cx, to))?,
        None => None,
    };
    match found {
        Some(agency) => write(cx, person, agency, typed),
        None => choose(cx, req, person),
    }
}

fn found(agency: Outcome<Agency>) -> Outcome<Option<Agency>> {
    match agency {
        Ok(agency) => Ok(Some(agency).filter(|agency| agency.active)),
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

fn write(cx: &mut Cx<'_>, person: PersonRef, agency: Agency, typed: Typed) -> Outcome<View> {
    let action = format!("/persons/{}/refer", person.id);
    let typed = typed.filled([("act", "refer".to_owned())]);
    let whom = whom(cx, person.id, agency)?;
    let page = ReferPage { person, whom, typed, action, back: None, joined: Vec::new(), change: None };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Everything to be known of an agency before somebody writes to it about a person.
fn whom(cx: &mut Cx<'_>, person: PersonId, agency: Agency) -> Outcome<Whom> {
    let mask = consent::mask(cx, agency.id, person, Purpose::Handover)?;
    let allowed = mask.allowed();
    Ok(Whom {
        kinds: agency::kinds(cx)?,
        duty: agency::duty_now(cx, agency.id)?,
        agreed: allowed.has(Category::Existence),
        until: consent::ends(cx, person, agency.id)?,
        allowed,
        agency,
    })
}

fn choose(cx: &mut Cx<'_>, req: &Req, person: PersonRef) -> Outcome<View> {
    let search = req.query.get("q").trim().to_owned();
    let key = fold::norm_key(&search);
    let own = cx.viewer()?.agency;
    let now = cx.now;
    let grants = consent::grants_shown(cx, person.id)?;
    let live = |to: AgencyId| {
        let holds = |g: &&consent::GrantRow| g.agency == to && g.is_live(now) && g.purposes.has(Purpose::Handover);
        grants.iter().any(|g| holds(&g))
    };
    let all = agency::page(cx, (&[], i64::MIN), OFFERED)?;
    let fits = |agency: &Agency| {
        let words = [&agency.name, &agency.kana, &agency.area];
        agency.id != own && words.iter().any(|text| fold::norm_key(text).contains(&key))
    };
    let mut offered: Vec<Offered> =
        all.into_iter().filter(fits).map(|agency| Offered { agreed: live(agency.id), agency }).collect();
    // Where the person has agreed already comes first; the rest stays in the order of reading.
    offered.sort_by_key(|one| !one.agreed);
    let page = ChoosePage { person, offered, kinds: agency::kinds(cx)?, search };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

fn prepare(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let input = ReferralInput { person: req.param("person").to_owned(), ..ReferralInput::from(&req.form) };
    // An id of the address that is none is not there, rather than a wrong field.
    req.id::<PersonId>("person")?;
    let moved = acts::prepare(cx, &input)?;
    Ok(done(&format!("/referrals/{}", moved.referral), if input.send { Verb::Send } else { Verb::Change }))
}

fn edit(cx: &mut Cx<'_>, req: &Req) -> Outcome<View> {
    let shown = show::show(cx, req.id("referral")?)?;
    let around = Around::of(cx, shown, "")?;
    let typed = Typed::of(cx, req);
    if !typed.is_again && !around.may(Verb::Change) {
        return Err(Problem::refused(around.not_now()));
    }
    let agency = agency::get(cx, around.shown.to.id)?;
    let whom = whom(cx, around.shown.person.id, agency)?;
    let stands = stands(&around.shown);
    let joined =
        around.shown.sections.iter().map(|part| part.label.join("+")).filter(|codes| !single(codes, &whom)).collect();
    let mut begins: Vec<(&str, String)> = vec![("act", around.shown.act.code().to_owned())];
    if around.shown.urgent {
        begins.push(("urgent", "yes".to_owned()));
    }
    begins.extend(stands.iter().map(|(name, text)| (name.as_str(), text.clone())));
    let page = ReferPage {
        person: around.shown.person.clone(),
        typed: typed.filled(begins),
        action: around.path("edit"),
        back: Some(around.root.clone()),
        joined,
        change: Some((around.shown.version, stands.clone())),
        whom,
    };
    Ok(page.view(&Ui::new(cx.words, cx.lang)))
}

/// Whether a part is asked for anyway: one category, which the person allows.
fn single(codes: &str, whom: &Whom) -> bool {
    Category::from_code(codes).is_some_and(|category| whom.allowed.has(category))
}

/// What stands in a referral that is being prepared, by the names of the form.
fn stands(shown: &Shown) -> BTreeMap<String, String> {
    let wish = shown.wish.iter().map(|wish| ("wish".to_owned(), wish.clone()));
    let parts = shown.sections.iter().map(|part| (format!("sections.{}", part.label.join("+")), part.text.clone()));
    wish.chain(parts).collect()
}

fn change(cx: &mut Cx<'_>, req: &Req) -> Outcome<Answer> {
    let moved = acts::change(cx, req.id("referral")?, &(&req.form).into())?;
    Ok(done(&format!("/referrals/{}", moved.referral), Verb::Change))
}
