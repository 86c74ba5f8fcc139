//! Asking a person: first the worker chooses the agency, then the screen is turned towards the person.

use base::{AgencyId, Arg, Date, Lang, PersonId, Time, jp};
use maud::{Markup, html};
use policy::{Category, Disclosed, Purpose};
use web::View;
use web::ui::{Choice, Field, Tone, Ui};

use super::{Whom, agencies, category, last_day, turned};
use crate::agency::AgencyKind;
use crate::consent::{How, PAUSE_HOURS};
use crate::form::{Typed, address, said};
use crate::person::Name;

/// Which agency it is about.
pub(in crate::consent) struct ChoosePage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub agencies: Vec<(AgencyId, String, String)>,
    pub kinds: Vec<AgencyKind>,
}

impl ChoosePage {
    pub fn view(&self, ui: &Ui<'_>) -> View {
        let home = format!("/persons/{}/consents", self.person);
        let question = Field::new("to", ui.t("consent-choose-agency")).required();
        let body = html! {
            // By GET: the agency that is asked about may stand in the address, it is about no person.
            form class="form" method="get" action={ (home) "/new" } {
                (ui.select(&question, Some(&ui.t("consent-choose")), &agencies(ui, &self.agencies, &self.kinds)))
                div class="form-end" {
                    button type="submit" class="button button-primary" { span { (ui.say("consent-choose-next")) } }
                    a class="button button-quiet" href=(home) { span { (ui.say("consent-back")) } }
                }
            }
        };
        View::new(ui.t("consent-new"), body)
            .lead(ui.t("consent-choose-lead"))
            .under(format!("/persons/{}", self.person), &self.name.name)
            .under(home, ui.t("consent-title"))
            .within("/persons")
    }
}

/// The screen that is turned towards the person.
pub(in crate::consent) struct AskPage {
    pub person: PersonId,
    pub name: Disclosed<Name>,
    pub whom: Whom,
    pub today: Date,
    pub typed: Typed,
    /// Where to go on after the yes, if not to the consent itself.
    pub back: Option<String>,
    /// Until when the consent holds that is asked about again.
    pub last: Option<Time>,
    /// Agencies from outside justice, one of which has to be there when relapse is named; asked for where the agency reports.
    pub outsiders: Vec<(AgencyId, String, String)>,
}

impl AskPage {
    /// The page in the person's own register, whatever the worker reads.
    pub fn view(&self, ui: &Ui<'_>, register: Lang) -> View {
        let ui = &Ui::new(ui.words, register);
        let to = self.whom.agency.id;
        let home = format!("/persons/{}/consents", self.person);
        let part = |key: &str, fields: Markup| ui.field_group(&ui.t(key), None, fields);
        let fields = html! {
            @if let Some(last) = self.last {
                (ui.notice(Tone::Info, &said(ui, "consent-renew-text", &[("date", Arg::from(last_day(ui, last)))]), None))
            }
            (part("consent-part-whom", self.whom.about(ui)))
            (part("consent-part-what", self.what(ui)))
            (part("consent-part-relapse", self.relapse(ui)))
            (part("consent-part-why", self.why(ui)))
            (part("consent-part-until", self.until(ui)))
            (part("consent-part-how", self.how(ui)))
            (ui.notice(Tone::Info, &ui.t("consent-you-decide"), None))
        };
        let form = self.typed.form(&home, ui.t("consent-agree"), fields).hidden("to", to.to_string());
        let form = form.hidden("register", register.code()).cancel(&home, ui.t("consent-not-now")).guarded();
        let form = form.also(format!("{home}/preview"), ui.t("consent-preview-look"));
        let form = match &self.back {
            Some(back) => form.hidden("back", back),
            None => form,
        };
        let title = self.whom.named(ui, "consent-ask-title");
        let view = turned(ui, self.person, &self.name, self.here(), title, ui.form(&form.named("ask")));
        view.keeping("ask", format!("{home}/again")).lead(ui.t("consent-ask-lead"))
    }

    fn here(&self) -> String {
        let path = format!("/persons/{}/consents/new", self.person);
        let mut query = vec![("to".to_owned(), self.whom.agency.id.to_string())];
        query.extend(self.back.iter().map(|back| ("back".to_owned(), back.clone())));
        address(&path, &web::Form(query))
    }

    fn what(&self, ui: &Ui<'_>) -> Markup {
        let choosable = Category::ALL.into_iter().filter(|c| !matches!(c, Category::Existence | Category::Relapse));
        let choices: Vec<_> = choosable.map(|c| category(ui, c).chosen(self.typed.chose("shows", c.code()))).collect();
        html! {
            p { (ui.say("consent-existence-always")) }
            (ui.checkboxes(&self.typed.question("shows", ui.t("consent-what-question")), &choices))
        }
    }

    /// Apart from everything else, with the agency's name in every sentence.
    fn relapse(&self, ui: &Ui<'_>) -> Markup {
        let warning = match (self.whom.duty.reports, &self.whom.duty.fact) {
            (true, Some(_)) => Some("consent-relapse-reports"),
            (true, None) => Some("consent-relapse-unchecked"),
            (false, _) => None,
        };
        let question = self.typed.question("relapse", self.whom.named(ui, "consent-relapse-question")).required();
        let answers =
            [("no", self.whom.named(ui, "consent-relapse-no")), ("yes", self.whom.named(ui, "consent-relapse-yes"))];
        html! {
            p { (ui.say("consent-relapse-lead")) }
            @if let Some(key) = warning { (ui.notice(Tone::Warning, &self.whom.named(ui, key), Some(self.pause(ui)))) }
            (ui.radios(&question, &self.typed.choices("relapse", answers)))
            @if warning.is_some() { (self.outside(ui)) }
        }
    }

    /// That nothing is told for a day, and that somebody has to be there.
    fn pause(&self, ui: &Ui<'_>) -> Markup {
        let named = [("agency", Arg::from(&self.whom.agency.name)), ("hours", Arg::from(PAUSE_HOURS))];
        html! {
            p { (ui.say_with("consent-relapse-pause", &named)) }
            p { (ui.say("consent-relapse-outside")) }
        }
    }

    /// Who from outside justice is there.
    fn outside(&self, ui: &Ui<'_>) -> Markup {
        let name = self.typed.field("outside_witness", ui.t("consent-relapse-witness"));
        let name = name.support(ui.t("consent-relapse-witness-support")).autocomplete("off");
        let at = self.typed.field("outside_agency", ui.t("consent-relapse-witness-agency"));
        let choices = agencies(ui, &self.outsiders, &self.whom.kinds);
        html! {
            (ui.text_field(&name))
            (ui.select(&at, Some(&ui.t("consent-choose")), &choices))
        }
    }

    fn why(&self, ui: &Ui<'_>) -> Markup {
        let choice = |purpose: Purpose| {
            let key = format!("consent-purpose-{}", purpose.code());
            let choice = Choice::new(purpose.code(), ui.t(&key)).note(ui.t(&format!("{key}-note")));
            choice.chosen(self.typed.chose("for", purpose.code()))
        };
        ui.checkboxes(&self.typed.question("for", ui.t("consent-why-question")).required(), &Purpose::ALL.map(choice))
    }

    fn until(&self, ui: &Ui<'_>) -> Markup {
        let after = |(months, key): (i32, &str)| {
            let day = self.today.plus_months(months);
            let label = format!("{}（{}）", ui.t(key), jp::show_date(ui.lang, day));
            Choice::new(day.to_string(), label)
        };
        let usual = [(1, "consent-until-1"), (3, "consent-until-3"), (6, "consent-until-6"), (12, "consent-until-12")];
        let mut choices: Vec<_> = usual.map(after).into();
        choices.push(Choice::new("other", ui.t("consent-until-other")));
        for choice in &mut choices {
            choice.chosen = self.typed.chose("until", &choice.value);
        }
        let days = said(ui, "consent-until-support", &[("days", Arg::from(super::super::LONGEST_DAYS))]);
        html! {
            (ui.radios(&self.typed.question("until", ui.t("consent-until-question")).support(days).required(), &choices))
            (ui.date_field(&self.typed.field("until_day", ui.t("consent-until-day"))))
        }
    }

    fn how(&self, ui: &Ui<'_>) -> Markup {
        let answers = How::ALL.iter().map(|how| (how.code(), ui.t(how.key())));
        let witness = self.typed.field("witness", ui.t("consent-witness")).support(ui.t("consent-witness-support"));
        html! {
            (ui.radios(&self.typed.question("how", ui.t("consent-how-question")).required(), &self.typed.choices("how", answers)))
            (ui.text_field(&witness.autocomplete("off")))
        }
    }
}
