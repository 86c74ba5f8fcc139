//! The form of an offer

use base::jp;
use maud::{Markup, html};
use web::ui::{Field, Kind, Ui, Width};
use web::{Form, View};

use crate::directory::import::clock;
use crate::directory::model::{Capacity, Circumstance, Dependence, Offer, OfferKind, Sex};
use crate::directory::schedule::{Repeat, Schedule, Slot, code, day_key, weekday};
use people::form::Typed;

/// Rules that can be filled in without knowing how schedules are written
const ROWS: usize = 3;

/// Repetitions to choose from: as written in a schedule, and the key of its words
const REPEATS: [(&str, &str); 9] = [
    ("weekly", "directory-repeat-weekly"),
    ("1", "directory-nth-1"),
    ("2", "directory-nth-2"),
    ("3", "directory-nth-3"),
    ("4", "directory-nth-4"),
    ("5", "directory-nth-5"),
    ("last", "directory-nth-last"),
    ("1,3", "directory-repeat-1-3"),
    ("2,4", "directory-repeat-2-4"),
];

/// The page
pub struct OfferPage {
    /// Name of the agency
    pub agency: String,
    /// Where the agency's page for editing is
    pub back: String,
    /// Where the form is sent
    pub action: String,
    /// Whether the offer is new
    pub is_new: bool,
    /// What stands in the form
    pub typed: Typed,
}

impl OfferPage {
    /// The page
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let fields = html! {
            (ui.field_group(&ui.t("directory-offer-what"), None, self.what(ui)))
            (ui.field_group(&ui.t("directory-when"), Some(&ui.t("directory-when-support")), self.when(ui)))
            (ui.field_group(&ui.t("directory-who"), Some(&ui.t("directory-who-support")), self.who(ui)))
            (ui.field_group(&ui.t("directory-offer-how"), None, self.how(ui)))
            (ui.hidden("version", self.typed.get("version")))
        };
        let form = self
            .typed
            .form(&self.action, ui.t("directory-save"), fields)
            .guarded()
            .cancel(&self.back, ui.t("directory-back"));
        let title = if self.is_new { "directory-offer-new" } else { "directory-edit-offer" };
        View::new(ui.t(title), ui.form(&form))
            .within("/directory")
            .under("/directory", ui.t("directory-title"))
            .under(&self.back, &self.agency)
    }

    fn what(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let kinds = typed.choices("kind", OfferKind::ALL.iter().map(|kind| (kind.code(), ui.t(kind.key()))));
        html! {
            (ui.text_field(&typed.field("name", ui.t("directory-offer-name")).required().max(base::Line::MAX)))
            (ui.select(&typed.question("kind", ui.t("directory-offer-kind")).required(), Some(&ui.t("directory-choose")), &kinds))
            (ui.text_area(&typed.field("text", ui.t("directory-offer-text")), 4))
        }
    }

    fn when(&self, ui: &Ui<'_>) -> Markup {
        let off = self.typed.field("off", ui.t("directory-off")).support(ui.t("directory-off-support"));
        let exact = self
            .typed
            .field("schedule", ui.t("directory-schedule-exact"))
            .support(ui.t("directory-schedule-exact-support"));
        let has_more = RULES.iter().skip(1).flatten().any(|name| !self.typed.get(name).is_empty());
        let has_exact = !self.typed.get("schedule").is_empty() || exact.error.is_some();
        html! {
            (self.rule(ui, 1))
            details class="more" open[has_more] {
                summary { (ui.say("directory-more-rules")) }
                div class="more-body" { @for row in 2..=ROWS { (self.rule(ui, row)) } }
            }
            (ui.text_field(&off))
            details class="more" open[has_exact] {
                summary { (ui.say("directory-schedule-exact-open")) }
                div class="more-body" { (ui.text_area(&exact, 3)) }
            }
        }
    }

    fn rule(&self, ui: &Ui<'_>, row: usize) -> Markup {
        let name = |part: &str| format!("{part}{row}");
        let (repeat, day) = (name("repeat"), name("day"));
        let repeats = self.typed.choices(&repeat, REPEATS.map(|(value, key)| (value, ui.t(key))));
        let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        let days = days.iter().filter_map(|value| Some((*value, ui.t(day_key(weekday(value)?)))));
        let days = self.typed.choices(&day, days);
        let hour = |part: &str, key: &str| {
            let field: Field = self.typed.field(&name(part), ui.t(key));
            ui.text_field(&field.kind(Kind::Time).width(Width::Short))
        };
        let none = ui.t("directory-none");
        let heading = super::pieces::count(ui, "directory-rule", row);
        ui.field_group(
            &heading,
            None,
            html! {
                (ui.select(&self.typed.question(&repeat, ui.t("directory-repeat")), Some(&none), &repeats))
                (ui.select(&self.typed.question(&day, ui.t("directory-day")), Some(&none), &days))
                (hour("from", "directory-from")) (hour("until", "directory-until"))
            },
        )
    }

    fn who(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let sexes = typed.choices("sex", Sex::ALL.iter().map(|sex| (sex.code(), ui.t(sex.key()))));
        let dependences = typed.choices("dependence", Dependence::ALL.iter().map(|one| (one.code(), ui.t(one.key()))));
        let lives = |name| typed.choices(name, Circumstance::ALL.iter().map(|one| (one.code(), ui.t(one.key()))));
        let age = |name, key: &str| ui.text_field(&typed.field(name, ui.t(key)).kind(Kind::Number).width(Width::Short));
        html! {
            (ui.select(&typed.question("sex", ui.t("directory-sex")), Some(&ui.t("directory-anybody")), &sexes))
            (age("age_from", "directory-age-from")) (age("age_to", "directory-age-to"))
            (ui.checkboxes(&typed.question("dependence", ui.t("directory-dependence-taken")), &dependences))
            (ui.checkboxes(&typed.question("welcome", ui.t("directory-welcome")), &lives("welcome")))
            (ui.checkboxes(&typed.question("not", ui.t("directory-who-not")), &lives("not")))
        }
    }

    fn how(&self, ui: &Ui<'_>) -> Markup {
        let typed = &self.typed;
        let answers = |name, yes: &str, no: &str| {
            let choices = typed.choices(name, [("yes", ui.t(yes)), ("no", ui.t(no)), ("", ui.t("directory-not-said"))]);
            choices
                .into_iter()
                .map(|c| {
                    let none = c.value.is_empty() && typed.get(name).is_empty();
                    let yes = c.chosen || none;
                    c.chosen(yes)
                })
                .collect::<Vec<_>>()
        };
        let rooms = typed.choices("capacity", Capacity::ALL.iter().map(|one| (one.code(), ui.t(one.key()))));
        let hidden = Field::new("hidden", ui.t("directory-hide")).value("yes");
        html! {
            (ui.radios(&typed.question("capacity", ui.t("directory-capacity")), &rooms))
            (ui.text_field(&typed.field("cost", ui.t("directory-cost")).max(base::Line::MAX)))
            (ui.text_field(&typed.field("language", ui.t("directory-language")).max(base::Line::MAX)))
            (ui.radios(&typed.question("accompany", ui.t("directory-accompany")), &answers("accompany", "directory-accompany-yes", "directory-accompany-no")))
            (ui.radios(&typed.question("urine_test", ui.t("directory-urine-test")), &answers("urine_test", "directory-urine-test-yes", "directory-urine-test-no")))
            (ui.tick(&hidden, typed.chose("hidden", "yes")))
        }
    }
}

/// The fields of an offer, as its form shows them
pub fn fields_of(offer: &Offer) -> Vec<(&'static str, String)> {
    let is = &offer.is;
    let truth = |answer: Option<bool>| answer.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned();
    let mut all = vec![
        ("version", offer.version.to_string()),
        ("kind", is.kind.code().to_owned()),
        ("name", is.name.clone()),
        ("text", is.text.clone()),
        ("cost", is.cost.clone()),
        ("language", is.language.clone()),
        ("accompany", truth(is.accompany)),
        ("urine_test", truth(is.urine_test)),
        ("capacity", is.capacity.code().to_owned()),
        ("sex", is.who.sex.map_or("", Sex::code).to_owned()),
        ("age_from", is.who.age_from.map(|age| age.to_string()).unwrap_or_default()),
        ("age_to", is.who.age_to.map(|age| age.to_string()).unwrap_or_default()),
    ];
    all.extend(is.who.dependence.codes().into_iter().map(|code| ("dependence", code)));
    all.extend(is.who.welcome.codes().into_iter().map(|code| ("welcome", code)));
    all.extend(is.who.excluded.codes().into_iter().map(|code| ("not", code)));
    if !is.active {
        all.push(("hidden", "yes".to_owned()));
    }
    all.extend(schedule_fields(&is.schedule));
    all
}

/// Names of the fields of one rule
const RULES: [[&str; 4]; ROWS] = [
    ["repeat1", "day1", "from1", "until1"],
    ["repeat2", "day2", "from2", "until2"],
    ["repeat3", "day3", "from3", "until3"],
];

/// A schedule over the fields of the form: simple rules in rows, the rest as it is written.
fn schedule_fields(schedule: &Schedule) -> Vec<(&'static str, String)> {
    let mut all = Vec::new();
    let mut rest = Schedule { on: schedule.on.clone(), ..Schedule::default() };
    let mut rows = RULES.iter();
    for slot in &schedule.slots {
        let Some((values, names)) = simple(slot).and_then(|values| Some((values, rows.next()?))) else {
            rest.slots.push(*slot);
            continue;
        };
        all.extend(names.iter().copied().zip(values));
    }
    let off: Vec<_> = schedule.off.iter().map(ToString::to_string).collect();
    all.push(("off", off.join(" ")));
    all.push(("schedule", rest.to_string()));
    all
}

/// Repetition, day, from and until of a rule that a row can hold.
fn simple(slot: &Slot) -> Option<[String; 4]> {
    if slot.from.is_some() || slot.until.is_some() || slot.not_on_holidays {
        return None;
    }
    let repeat = match slot.repeat {
        Repeat::Weekly(_) => "weekly".to_owned(),
        Repeat::Monthly(nths, _) => nths.to_string(),
    };
    let mut days = slot.days().iter();
    let (Some(day), None) = (days.next(), days.next()) else { return None };
    if !REPEATS.iter().any(|(value, _)| *value == repeat) {
        return None;
    }
    let hours = slot.hours.to_string();
    let (from, until) = hours.split_once('-')?;
    Some([repeat, code(day).to_owned(), from.to_owned(), until.to_owned()])
}

/// The schedule that a form says, as it is written; what cannot be read stays in it, to be pointed out
pub fn typed_schedule(form: &Form) -> String {
    let time = |raw: &str| clock(raw).map_or_else(|| raw.trim().to_owned(), |m| format!("{:02}:{:02}", m / 60, m % 60));
    let mut parts = Vec::new();
    for [repeat, day, from, until] in RULES {
        let (repeat, day, from, until) = (form.get(repeat), form.get(day), form.get(from), form.get(until));
        if [repeat, day, from, until].iter().all(|value| value.trim().is_empty()) {
            continue;
        }
        let hours = format!("{}-{}", time(from), time(until));
        parts.push(if repeat == "weekly" {
            format!("weekly:{day} {hours}")
        } else {
            format!("monthly:{repeat} {day} {hours}")
        });
    }
    for date in form.get("off").split([',', '、', '，', '\n', ' ', '　']).filter(|d| !d.trim().is_empty()) {
        parts.push(format!(
            "off {}",
            jp::parse_date(date).map_or_else(|_| date.trim().to_owned(), |date| date.to_string())
        ));
    }
    parts.push(form.get("schedule").replace('\n', ";"));
    parts.retain(|part| !part.trim().is_empty());
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_comes_back_through_the_form() {
        let all = [
            "weekly:thu 14:00-16:00",
            "monthly:2,4 thu 18:30-20:00; weekly:sat 10:00-11:00",
            "weekly:mon-fri 09:00-17:00 not-holidays",
            "weekly:mon 09:00-10:00; weekly:tue 09:00-10:00; weekly:wed 09:00-10:00; weekly:thu 09:00-10:00",
            "monthly:1,2 fri 09:00-10:00; off 2026-12-28; on 2026-12-29 10:00-12:00",
            "",
        ];
        for text in all {
            let schedule: Schedule = text.parse().expect(text);
            let form =
                Form(schedule_fields(&schedule).into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
            let back: Schedule = typed_schedule(&form).parse().expect(text);
            let sorted = |mut schedule: Schedule| {
                schedule.slots.sort();
                schedule
            };
            assert_eq!(sorted(back), sorted(schedule), "{text}");
        }
    }

    #[test]
    fn times_and_dates_may_be_typed_as_people_write_them() {
        let form = Form::of(&[
            ("repeat1", "2,4"),
            ("day1", "thu"),
            ("from1", "１８時３０分"),
            ("until1", "20"),
            ("off", "R8.12.24、2026/12/31"),
        ]);
        assert_eq!(typed_schedule(&form), "monthly:2,4 thu 18:30-20:00; off 2026-12-24; off 2026-12-31");
        let form = Form::of(&[("repeat1", "weekly"), ("day1", ""), ("from1", "夕方"), ("until1", "")]);
        assert!(typed_schedule(&form).parse::<Schedule>().is_err(), "half a rule is pointed out, not dropped");
    }
}
