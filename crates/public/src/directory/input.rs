//! What is typed into forms or sent by programs, and its one reading

use base::{Line, Msg, Outcome, Text};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use web::Fields;

use super::import::{is_mail_address, is_web_address};
use super::model::{Capacity, Circumstance, Dependence, Eligibility, NewOffer, OfferKind, Sex, Site, Topic};
use super::numbers;
use super::schedule::Schedule;

/// An offer as typed or sent; the same keys as `[[agencies.….offers]]` of a region file
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct OfferInput {
    /// programme, consultation, family, group, lodging, medical, visit, legal, work or other
    pub kind: String,
    /// Its name
    pub name: String,
    /// What happens there
    pub text: String,
    /// When, such as `weekly:thu 14:00-16:00; off 2026-12-31` or `monthly:2,4 thu 18:30-20:00`
    pub schedule: String,
    /// What it costs, in words
    pub cost: String,
    /// Languages, in words
    pub language: String,
    /// Whether somebody can come along; left out when not known
    #[serde(deserialize_with = "yes_or_no")]
    #[schema(value_type = Option<bool>)]
    pub accompany: Option<String>,
    /// Whether urine is tested; left out when not known
    #[serde(deserialize_with = "yes_or_no")]
    #[schema(value_type = Option<bool>)]
    pub urine_test: Option<String>,
    /// has, none, waiting or ask (when left out)
    pub capacity: String,
    /// Whom it can take
    pub who: WhoInput,
    /// Whether it is hidden
    #[serde(deserialize_with = "tick")]
    pub hidden: bool,
    /// The version that was read before a change; left out for a new offer
    #[serde(deserialize_with = "number")]
    #[schema(value_type = Option<i64>)]
    pub version: Option<String>,
}

/// Whom an offer can take, as typed or sent
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(default)]
pub struct WhoInput {
    /// women, men or any (when left out)
    pub sex: String,
    /// Youngest age in years
    #[serde(deserialize_with = "number")]
    #[schema(value_type = Option<i64>)]
    pub age_from: Option<String>,
    /// Oldest age in years
    #[serde(deserialize_with = "number")]
    #[schema(value_type = Option<i64>)]
    pub age_to: Option<String>,
    /// Codes of dependences; none means any
    pub dependence: Vec<String>,
    /// Codes of circumstances that it cannot take
    pub not: Vec<String>,
    /// Codes of circumstances that are especially welcome
    pub welcome: Vec<String>,
}

/// A yes, a no or nothing, sent as a truth value or typed as a word
#[derive(Deserialize)]
#[serde(untagged)]
enum Loose {
    Truth(bool),
    Number(i64),
    Text(String),
}

fn yes_or_no<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Loose>::deserialize(from)?.map(|loose| match loose {
        Loose::Truth(yes) => if yes { "yes" } else { "no" }.to_owned(),
        Loose::Number(n) => n.to_string(),
        Loose::Text(text) => text,
    }))
}

pub(super) fn number<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    yes_or_no(from)
}

fn tick<'de, D: Deserializer<'de>>(from: D) -> Result<bool, D::Error> {
    Ok(yes_or_no(from)?.is_some_and(|text| matches!(text.as_str(), "yes" | "true" | "1" | "on")))
}

/// Whether this is what a form or a program says for yes or no
fn truth(f: &mut Fields, field: &str, raw: Option<&String>) -> Option<bool> {
    f.code_opt(field, raw.map_or("", String::as_str), |code| match code {
        "yes" | "true" => Some(true),
        "no" | "false" => Some(false),
        _ => None,
    })
}

fn line(f: &mut Fields, field: &str, raw: &str) -> String {
    f.line_opt(field, raw).map(Line::into).unwrap_or_default()
}

fn text(f: &mut Fields, field: &str, raw: &str) -> String {
    f.text_opt(field, raw).map(Text::into).unwrap_or_default()
}

fn schedule(f: &mut Fields, field: &str, raw: &str) -> Schedule {
    raw.parse().unwrap_or_else(|problem: super::schedule::ScheduleProblem| {
        f.wrong(field, problem.msg());
        Schedule::default()
    })
}

/// The version that was read before a change; 0 when none was sent
pub fn version(raw: Option<&String>) -> i64 {
    raw.and_then(|text| text.trim().parse().ok()).unwrap_or_default()
}

impl OfferInput {
    /// Reads the input; everything that is wrong is said at once
    pub fn parse(&self) -> Outcome<NewOffer> {
        let mut f = Fields::new();
        let kind = f.code("kind", &self.kind, OfferKind::from_code);
        let name = f.line("name", &self.name);
        let text = text(&mut f, "text", &self.text);
        let schedule = schedule(&mut f, "schedule", &self.schedule);
        let cost = line(&mut f, "cost", &self.cost);
        let language = line(&mut f, "language", &self.language);
        let accompany = truth(&mut f, "accompany", self.accompany.as_ref());
        let urine_test = truth(&mut f, "urine_test", self.urine_test.as_ref());
        let capacity = f.code_opt("capacity", &self.capacity, Capacity::from_code).unwrap_or(Capacity::Ask);
        let who = self.who.parse(&mut f);
        let active = !self.hidden;
        f.finish(|| {
            let (kind, name) = (kind?, name?.into());
            Some(NewOffer { kind, name, text, cost, language, accompany, urine_test, capacity, who, schedule, active })
        })
    }
}

impl WhoInput {
    fn parse(&self, f: &mut Fields) -> Eligibility {
        let sex = match self.sex.as_str() {
            "any" => None,
            code => f.code_opt("sex", code, Sex::from_code),
        };
        let mut age = |field: &str, raw: Option<&String>| {
            let years = f.number_opt(field, raw.map_or("", String::as_str), 0..=120);
            years.and_then(|years| u8::try_from(years).ok())
        };
        let (age_from, age_to) = (age("age_from", self.age_from.as_ref()), age("age_to", self.age_to.as_ref()));
        if age_from.zip(age_to).is_some_and(|(from, to)| to < from) {
            f.wrong("age_to", "directory-age-order");
        }
        let who = Eligibility {
            sex,
            age_from,
            age_to,
            dependence: f.codes("dependence", given(&self.dependence), Dependence::from_code).into_iter().collect(),
            excluded: f.codes("not", given(&self.not), Circumstance::from_code).into_iter().collect(),
            welcome: f.codes("welcome", given(&self.welcome), Circumstance::from_code).into_iter().collect(),
        };
        if !who.excluded.both(who.welcome).is_empty() {
            f.wrong("welcome", "directory-welcome-and-not");
        }
        who
    }
}

/// Codes that were really given: a form sends an empty one for a box that was left alone.
fn given(all: &[String]) -> impl Iterator<Item = &str> {
    all.iter().map(String::as_str).filter(|code| !code.is_empty())
}

/// The site of an agency as typed or sent
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct SiteInput {
    /// 全国地方公共団体コード
    pub municipality: String,
    /// 郵便番号
    pub postcode: String,
    /// 都道府県
    pub prefecture: String,
    /// 市区町村
    pub city: String,
    /// 町字
    pub town: String,
    /// 番地以下
    pub lot: String,
    /// 建物名等(方書)
    pub building: String,
    /// The place is told only to those who come
    #[serde(deserialize_with = "tick")]
    pub is_secret: bool,
    /// 緯度
    #[serde(deserialize_with = "degrees")]
    #[schema(value_type = Option<f64>)]
    pub lat: String,
    /// 経度
    #[serde(deserialize_with = "degrees")]
    #[schema(value_type = Option<f64>)]
    pub lon: String,
    /// Name in English
    pub name_en: String,
    /// 通称
    pub also: String,
    /// Who runs it
    pub operator: String,
    /// 法人番号
    pub corporate_no: String,
    /// 内線番号
    pub extension: String,
    /// FAX番号
    pub fax: String,
    /// 連絡先メールアドレス
    pub mail: String,
    /// Web page
    pub url: String,
    /// 連絡先FormURL
    pub form_url: String,
    /// 連絡先備考
    pub contact_note: String,
    /// When it is open, written as the schedule of an offer
    pub opening: String,
    /// What the rule does not say
    pub opening_note: String,
    /// 説明
    pub text: String,
    /// アクセス方法
    pub access: String,
    /// 駐車場情報
    pub parking: String,
    /// バリアフリー情報
    pub barrier_free: String,
    /// 料金
    pub fee: String,
    /// The version that was read
    #[serde(deserialize_with = "number")]
    #[schema(value_type = Option<i64>)]
    pub version: Option<String>,
}

fn degrees<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Degrees {
        Number(f64),
        Text(String),
    }
    Ok(Option::<Degrees>::deserialize(from)?.map_or_else(String::new, |degrees| match degrees {
        Degrees::Number(x) => x.to_string(),
        Degrees::Text(text) => text,
    }))
}

impl SiteInput {
    /// Reads the input; everything that is wrong is said at once
    pub fn parse(&self) -> Outcome<Site> {
        let mut f = Fields::new();
        let prefecture = line(&mut f, "prefecture", &self.prefecture);
        let municipality = self.municipality(&mut f, &prefecture);
        let (lat, lon) = self.point(&mut f);
        let site = Site {
            municipality,
            postcode: checked(&mut f, "postcode", &self.postcode, numbers::postcode).unwrap_or_default(),
            prefecture,
            city: line(&mut f, "city", &self.city),
            town: line(&mut f, "town", &self.town),
            lot: line(&mut f, "lot", &self.lot),
            building: line(&mut f, "building", &self.building),
            is_secret: self.is_secret,
            lat,
            lon,
            name_en: line(&mut f, "name_en", &self.name_en),
            also: line(&mut f, "also", &self.also),
            operator: line(&mut f, "operator", &self.operator),
            corporate_no: checked(&mut f, "corporate_no", &self.corporate_no, numbers::corporate_no),
            extension: line(&mut f, "extension", &self.extension),
            fax: line(&mut f, "fax", &self.fax),
            mail: mail(&mut f, &self.mail),
            url: web_address(&mut f, "url", &self.url),
            form_url: web_address(&mut f, "form_url", &self.form_url),
            contact_note: line(&mut f, "contact_note", &self.contact_note),
            opening: schedule(&mut f, "opening", &self.opening),
            opening_note: line(&mut f, "opening_note", &self.opening_note),
            text: text(&mut f, "text", &self.text),
            access: line(&mut f, "access", &self.access),
            parking: line(&mut f, "parking", &self.parking),
            barrier_free: line(&mut f, "barrier_free", &self.barrier_free),
            fee: line(&mut f, "fee", &self.fee),
        };
        f.finish(|| Some(site))
    }

    fn municipality(&self, f: &mut Fields, prefecture: &str) -> Option<String> {
        let known = Some(prefecture).filter(|name| !name.is_empty());
        checked(f, "municipality", &self.municipality, |raw| numbers::municipality(raw, known).map(|read| read.code))
    }

    fn point(&self, f: &mut Fields) -> (Option<f64>, Option<f64>) {
        use super::import::{Point, point};
        match point(&self.lat, &self.lon) {
            Point::Missing => (None, None),
            Point::Good(lat, lon) | Point::Swapped(lat, lon) => (Some(lat), Some(lon)),
            Point::Bad => {
                f.wrong("lat", "directory-bad-point");
                (None, None)
            }
        }
    }
}

fn checked(f: &mut Fields, field: &str, raw: &str, read: impl Fn(&str) -> Option<String>) -> Option<String> {
    if raw.trim().is_empty() {
        return None;
    }
    let value = read(raw);
    if value.is_none() {
        f.wrong(field, Msg::new("directory-bad-number"));
    }
    value
}

fn mail(f: &mut Fields, raw: &str) -> String {
    let address = line(f, "mail", raw);
    if !address.is_empty() && !is_mail_address(&address) {
        f.wrong("mail", "base-field-not-an-email");
    }
    address
}

fn web_address(f: &mut Fields, field: &str, raw: &str) -> String {
    let address = line(f, field, raw);
    if !address.is_empty() && !is_web_address(&address) {
        f.wrong(field, "directory-bad-url");
    }
    address
}

/// A correction that somebody suggests, as typed or sent
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub struct SuggestionInput {
    /// contact, schedule, conditions, closed, missing or other
    pub what: String,
    /// In their words
    pub text: String,
    /// How to ask back, if they wish; forgotten once the suggestion is decided
    pub contact: Option<String>,
}

impl SuggestionInput {
    /// Reads the input
    pub fn parse(&self) -> Outcome<(Topic, String, Option<String>)> {
        let mut f = Fields::new();
        let topic = f.code("what", &self.what, Topic::from_code);
        let text = f.text("text", &self.text);
        if text.as_ref().is_some_and(|text| text.as_str().chars().count() > SUGGESTION_MOST) {
            f.wrong("text", Msg::new("directory-suggestion-long").arg("max", SUGGESTION_MOST));
        }
        let contact = f.line_opt("contact", self.contact.as_deref().unwrap_or_default());
        f.finish(|| Some((topic?, text?.into(), contact.map(String::from))))
    }
}

/// Most characters of a suggestion: anybody may send one
pub const SUGGESTION_MOST: usize = 1_000;
