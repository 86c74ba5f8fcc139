//! The question to the directory as a form, and in words once it was asked

use maud::{Markup, html};
use web::ui::{Choice, Field, Kind, Ui, Width, disclosure, tag};

use crate::directory::model::{Circumstance, Dependence, OfferKind, Sex};
use crate::directory::rules::{Need, Seeker};
use crate::directory::schedule::Free;
use crate::directory::search::Query;
use people::form::said;

/// A question and what can be chosen in it
pub struct Question<'a> {
    /// What was asked
    pub query: &'a Query,
    /// Kinds of agency: code and name
    pub kinds: &'a [(String, String)],
}

impl Question<'_> {
    /// The fields below the words. Once something was asked they fold away, so that the answer is near.
    pub fn form(&self, ui: &Ui<'_>, is_asked: bool) -> Markup {
        let fields = html! {
            (self.usual(ui))
            details class="more" open[is_asked && self.is_narrowed()] {
                summary { (ui.say("directory-more")) }
                div class="more-body" { (self.conditions(ui)) }
            }
        };
        if is_asked { disclosure(&ui.t("directory-change-conditions"), fields) } else { fields }
    }

    /// What most people need.
    fn usual(&self, ui: &Ui<'_>) -> Markup {
        let need = &self.query.need;
        let seekers = [Seeker::Person, Seeker::Relative]
            .map(|seeker| Choice::new(seeker_value(seeker), ui.t(seeker.key())).chosen(need.seeker == Some(seeker)));
        let free =
            Free::ALL.iter().map(|free| Choice::new(free.code(), ui.t(free.key())).chosen(need.free.contains(free)));
        let free: Vec<_> = free.collect();
        let place = Field::new("place", ui.t("directory-place")).support(ui.t("directory-place-support"));
        html! {
            (ui.text_field(&place.value(&self.query.place).width(Width::Medium)))
            (ui.radios(&Field::new("family", ui.t("directory-seeker")), &seekers))
            (ui.checkboxes(&Field::new("free", ui.t("directory-free")), &free))
        }
    }

    fn is_narrowed(&self) -> bool {
        let need = &self.query.need;
        let usual = Need { seeker: need.seeker, free: need.free.clone(), ..Need::default() };
        *need != usual || self.query.kind.is_some()
    }

    fn conditions(&self, ui: &Ui<'_>) -> Markup {
        let need = &self.query.need;
        let choose = |name: &str, key: &str, choices: Vec<Choice>| {
            ui.select(&Field::new(name, ui.t(key)), Some(&ui.t("directory-any")), &choices)
        };
        let offers = OfferKind::ALL.iter().map(|kind| choice(ui, kind.code(), kind.key(), need.kind == Some(*kind)));
        let dependences = Dependence::ALL.iter().filter(|one| **one != Dependence::Unknown);
        let dependences = dependences.map(|one| choice(ui, one.code(), one.key(), need.dependence == Some(*one)));
        let sexes = Sex::ALL.iter().map(|sex| choice(ui, sex.code(), sex.key(), need.sex == Some(*sex)));
        let lives = Circumstance::ALL.iter().filter(|one| **one != Circumstance::Family);
        let lives = lives.map(|one| choice(ui, one.code(), one.key(), need.circumstances.has(*one)));
        let chosen_kind = |code: &String| self.query.kind.as_ref() == Some(code);
        let kinds = self.kinds.iter().map(|(code, name)| Choice::new(code, name).chosen(chosen_kind(code)));
        let age = need.age.map(|age| age.to_string()).unwrap_or_default();
        let age = Field::new("age", ui.t("directory-age")).value(age).kind(Kind::Number).width(Width::Short);
        let wish = |name: &str, key: &str, yes: bool| ui.tick(&Field::new(name, ui.t(key)).value("yes"), yes);
        html! {
            (choose("offer", "directory-offer-kind", offers.collect()))
            (choose("dependence", "directory-dependence", dependences.collect()))
            (choose("sex", "directory-sex", sexes.collect()))
            (ui.text_field(&age))
            (ui.checkboxes(&Field::new("in", ui.t("directory-circumstances")), &lives.collect::<Vec<_>>()))
            (wish("accompany", "directory-wish-accompany", need.accompany))
            (wish("no_test", "directory-wish-no-test", need.no_urine_test))
            (wish("room", "directory-wish-room", need.room_now))
            (choose("kind", "directory-kind", kinds.collect()))
        }
    }

    /// Everything that was chosen, as words in a row.
    pub fn chosen(&self, ui: &Ui<'_>) -> Markup {
        let need = &self.query.need;
        let word = |key: &str| ui.t(key).into_owned();
        let mut all = Vec::new();
        all.extend(Some(self.query.place.clone()).filter(|place| !place.trim().is_empty()));
        all.extend(need.seeker.map(|seeker| word(seeker.key())));
        all.extend(need.free.iter().map(|free| word(free.key())));
        all.extend(need.kind.map(|kind| word(kind.key())));
        all.extend(need.dependence.map(|one| word(one.key())));
        all.extend(need.sex.map(|sex| word(sex.key())));
        all.extend(need.age.map(|age| said(ui, "directory-age-is", &[("age", age.into())])));
        all.extend(need.circumstances.iter().map(|one| word(one.key())));
        all.extend(need.accompany.then(|| word("directory-wish-accompany")));
        all.extend(need.no_urine_test.then(|| word("directory-wish-no-test")));
        all.extend(need.room_now.then(|| word("directory-wish-room")));
        all.extend(
            self.kinds.iter().filter(|(code, _)| self.query.kind.as_ref() == Some(code)).map(|(_, name)| name.clone()),
        );
        html! { @if !all.is_empty() { p { @for one in &all { (tag(one)) " " } } } }
    }
}

fn choice(ui: &Ui<'_>, code: &str, key: &str, chosen: bool) -> Choice {
    Choice::new(code, ui.t(key)).chosen(chosen)
}

/// How a seeker stands in an address
fn seeker_value(seeker: Seeker) -> &'static str {
    match seeker {
        Seeker::Person => "no",
        Seeker::Relative => "yes",
    }
}
