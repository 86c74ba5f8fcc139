//! Agencies, their kinds and duty facts; workers and where they sit.

use base::{AgencyId, Date, Msg, Outcome, Time, WorkerId};
use policy::{DutyFact, Roles};
use serde::Deserialize;
use utoipa::ToSchema;
use web::Fields;

use crate::auth::{WEIGHT_MIN, weigh};

/// A kind of agency, as data that an installation can extend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgencyKind {
    /// Stable code, such as `probation_office`.
    pub code: String,
    /// Name in everyday Japanese.
    pub ja: String,
    /// Name in easy Japanese.
    pub simple: String,
    /// Name in English.
    pub en: String,
    /// Whether such an agency counts as bound to report until somebody has checked.
    pub reports_by_default: bool,
}

impl AgencyKind {
    /// The name in the reader's register.
    pub fn name(&self, lang: base::Lang) -> &str {
        match lang {
            base::Lang::Ja => &self.ja,
            base::Lang::Simple => &self.simple,
            base::Lang::En => &self.en,
        }
    }
}

/// An organisation of the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// Its id.
    pub id: AgencyId,
    /// A name other systems know it by, unique; set by imports and scenarios.
    pub code: Option<String>,
    /// Code of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Reading of the name; may be empty.
    pub kana: String,
    /// Town or prefecture it works for.
    pub area: String,
    /// Telephone for other agencies and the public.
    pub phone: Option<String>,
    /// Mail address for content-free notices; none are sent without.
    pub email: Option<String>,
    /// What it tells to whom, in its own words; shown before anybody writes to it.
    pub tells: String,
    /// Whether its workers sign in here; otherwise it takes part by link, letter and telephone.
    pub has_account: bool,
    /// Working days in which it answers, 1–30.
    pub answer_days: i64,
    /// Whether it still takes part.
    pub active: bool,
    /// For optimistic saving.
    pub version: i64,
}

/// What an agency's duty to report rests on at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyNow {
    /// Whether it counts as bound to report.
    pub reports: bool,
    /// The checked fact behind it; `None` when only the default of the kind speaks.
    pub fact: Option<CheckedDuty>,
}

/// A duty fact that somebody checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedDuty {
    /// Whether the agency must report.
    pub reports: bool,
    /// The legal basis, in words.
    pub basis: String,
    /// From when.
    pub from: Time,
    /// When it was checked.
    pub checked_at: Time,
}

impl CheckedDuty {
    /// The fact as the policy reads it.
    pub fn fact(&self) -> DutyFact {
        DutyFact { from: self.from.micros(), reports: self.reports }
    }
}

/// A worker at one agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The worker.
    pub worker: WorkerId,
    /// Their name.
    pub name: String,
    /// What they sign in with.
    pub login: String,
    /// What they may do at this agency.
    pub roles: Roles,
    /// Whether the account is open.
    pub active: bool,
}

/// An agency as typed into a form or sent by a program.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct AgencyInput {
    /// A name other systems know it by, unique.
    pub code: Option<String>,
    /// Code of its kind; see `GET /api/v1/agency-kinds`.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Reading of the name.
    pub kana: String,
    /// Town or prefecture it works for.
    pub area: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Mail address for notices without content.
    pub email: Option<String>,
    /// What it tells to whom.
    pub tells: String,
    /// Whether its workers sign in here.
    pub has_account: bool,
    /// Working days in which it answers (1–30; 3 when left out).
    pub answer_days: Option<i64>,
    /// The version that was read before a change; left out for a new agency.
    pub version: Option<i64>,
}

/// An agency that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAgency {
    /// A name other systems know it by, unique.
    pub code: Option<String>,
    /// Code of its kind.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Reading of the name; may be empty.
    pub kana: String,
    /// Town or prefecture.
    pub area: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Mail address for notices.
    pub email: Option<String>,
    /// What it tells to whom.
    pub tells: String,
    /// Whether its workers sign in here.
    pub has_account: bool,
    /// Working days in which it answers.
    pub answer_days: i64,
}

impl AgencyInput {
    /// Reads the input; the kind is checked against the known kinds by the act.
    pub fn parse(&self) -> Outcome<NewAgency> {
        let mut f = Fields::new();
        let kind = f.line("kind", &self.kind);
        let name = f.line("name", &self.name);
        let kana = f.line_opt("kana", &self.kana);
        let area = f.line_opt("area", &self.area);
        let phone = f.line_opt("phone", self.phone.as_deref().unwrap_or_default());
        let email = f.line_opt("email", self.email.as_deref().unwrap_or_default());
        if email.as_ref().is_some_and(|e| !is_mail_address(e.as_str())) {
            f.wrong("email", Msg::new("base-field-not-an-email"));
        }
        let tells = f.text_opt("tells", &self.tells);
        let code = f.line_opt("code", self.code.as_deref().unwrap_or_default());
        let answer_days = self.answer_days.unwrap_or(3);
        if !(1..=30).contains(&answer_days) {
            f.wrong("answer_days", Msg::new("base-field-number-range").arg("min", 1).arg("max", 30));
        }
        f.finish(|| {
            Some(NewAgency {
                code: code.map(String::from),
                kind: kind?.into(),
                name: name?.into(),
                kana: kana.map(String::from).unwrap_or_default(),
                area: area.map(String::from).unwrap_or_default(),
                phone: phone.map(String::from),
                email: email.map(String::from),
                tells: tells.map(String::from).unwrap_or_default(),
                has_account: self.has_account,
                answer_days,
            })
        })
    }
}

fn is_mail_address(text: &str) -> bool {
    let parts: Vec<_> = text.split('@').collect();
    matches!(parts.as_slice(), [name, host] if !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace))
}

/// A duty fact as typed in.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct DutyInput {
    /// `yes` or `no`.
    pub reports: String,
    /// The legal basis, in words.
    pub basis: String,
    /// From which day; today when left out.
    pub from: Option<String>,
}

/// A duty fact that can be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDuty {
    /// Whether the agency must report.
    pub reports: bool,
    /// The legal basis.
    pub basis: String,
    /// From which day.
    pub from: Option<Date>,
}

impl DutyInput {
    /// Reads the input.
    pub fn parse(&self) -> Outcome<NewDuty> {
        let mut f = Fields::new();
        let reports = f.code("reports", &self.reports, |code| match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
        let basis = f.text("basis", &self.basis);
        let from = f.date_opt("from", self.from.as_deref().unwrap_or_default());
        f.finish(|| Some(NewDuty { reports: reports?, basis: basis?.into(), from }))
    }
}

/// A worker's account as typed in.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct WorkerInput {
    /// What they sign in with: 3–64 letters, digits, dot, hyphen or underline.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Reading of the name.
    pub kana: String,
    /// First password, at least 13 characters.
    pub password: String,
    /// Codes of roles: worker, intake-desk, coordinator, privacy-officer, administrator.
    pub roles: Vec<String>,
}

/// A worker's account that can be stored.
#[derive(Clone, Debug)]
pub struct NewWorker {
    /// What they sign in with, lower case.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Reading of the name.
    pub kana: String,
    /// First password.
    pub password: String,
    /// What they may do.
    pub roles: Roles,
}

/// Shortest password that is taken (医療情報システムの安全管理に関するガイドライン 第6.0版 シQ-54 a).
pub const PASSWORD_MIN: usize = 13;

/// Longest password that is taken, in characters.
pub const PASSWORD_MAX: usize = 256;

impl WorkerInput {
    /// Reads the input.
    pub fn parse(&self) -> Outcome<NewWorker> {
        let mut f = Fields::new();
        let login = read_login(&mut f, &self.login);
        let name = f.line("name", &self.name);
        let kana = f.line_opt("kana", &self.kana);
        // The names of the agency come with the act, which knows them.
        let about = [self.login.as_str(), &self.name, &self.kana];
        check_password(&mut f, "password", &self.password, &self.login, &about);
        let roles = read_roles(&mut f, &self.roles);
        f.finish(|| {
            Some(NewWorker {
                login: login?,
                name: name?.into(),
                kana: kana.map(String::from).unwrap_or_default(),
                password: self.password.clone(),
                roles,
            })
        })
    }
}

/// Reads role codes; at least one is needed.
pub fn read_roles(f: &mut Fields, codes: &[String]) -> Roles {
    let roles = f.codes("roles", codes.iter().map(String::as_str), |code| {
        policy::Role::ALL.into_iter().find(|role| role.code() == code.replace('-', "_"))
    });
    if roles.is_empty() && f.is_fine() {
        f.wrong("roles", Msg::new("base-field-required"));
    }
    roles.into_iter().fold(Roles::NONE, Roles::with)
}

fn read_login(f: &mut Fields, raw: &str) -> Option<String> {
    let login = raw.trim().to_lowercase();
    let fine = (3..=64).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'@'));
    if !fine {
        f.wrong("login", Msg::new("agency-login-form"));
    }
    fine.then_some(login)
}

/// Says what is wrong with a new password: too short, too long, with the login in it, or too easily put together from
/// what everybody tries and from what is known `about` its owner.
pub fn check_password(f: &mut Fields, field: &str, password: &str, login: &str, about: &[&str]) {
    let length = password.chars().count();
    let login = login.trim().to_lowercase();
    if length < PASSWORD_MIN {
        f.wrong(field, Msg::new("agency-password-short").arg("n", PASSWORD_MIN));
    } else if length > PASSWORD_MAX {
        f.wrong(field, Msg::new("agency-password-long"));
    } else if !login.is_empty() && password.to_lowercase().contains(&login) {
        f.wrong(field, Msg::new("agency-password-login"));
    } else if weigh(password, about) < WEIGHT_MIN {
        f.wrong(field, Msg::new("agency-password-easy"));
    }
}
