//! What the directory knows of an agency: where it is, what it offers, to whom, when, and when somebody last checked

use base::{AgencyId, Date, OfferId, SuggestionId, Time, WorkerId};

use super::codes::code_set;
use super::schedule::Schedule;
pub use people::person::Dependence;
use web::codes;

codes! {
    /// What kind of help an offer is
    OfferKind, "directory-offer-kind-" {
        /// A course or programme, such as SMARPP
        Programme = "programme",
        /// Talking with somebody about what to do
        Consultation = "consultation",
        /// For those who worry about somebody
        Family = "family",
        /// People in the same situation meet
        Group = "group",
        /// A place to sleep or live
        Lodging = "lodging",
        /// A doctor
        Medical = "medical",
        /// Somebody comes: to the ward, the prison, home; or writes
        Visit = "visit",
        /// Law and debts
        Legal = "legal",
        /// Work and practice for it
        Work = "work",
        /// Anything else
        Other = "other",
    }
}

codes! {
    /// Whether there is room now
    Capacity, "directory-capacity-" {
        /// There is room
        Has = "has",
        /// Full
        None = "none",
        /// There is a list to wait on
        Waiting = "waiting",
        /// Ask; nobody has said
        Ask = "ask",
    }
}

code_set! {
    /// Dependences; none means any
    Dependences of Dependence
}

codes! {
    /// What in somebody's life decides whether an offer can take them
    Circumstance, "directory-circumstance-" {
        /// Expecting a child
        Pregnant = "pregnant",
        /// Comes with children
        WithChildren = "with_children",
        /// Takes prescribed medicine
        OnMedication = "on_medication",
        /// Has another mental illness besides
        DualDiagnosis = "dual_diagnosis",
        /// Works
        InEmployment = "in_employment",
        /// Under probation or parole
        OnProbation = "on_probation",
        /// Without health insurance
        Uninsured = "uninsured",
        /// Is a relative, not the one who depends on something
        Family = "family",
    }
}

code_set! {
    /// Circumstances
    Circumstances of Circumstance
}

codes! {
    /// For whom an offer is, where it is for some only
    Sex, "directory-sex-" {
        /// Women
        Women = "women",
        /// Men
        Men = "men",
    }
}

codes! {
    /// What a suggestion is about
    Topic, "directory-topic-" {
        /// Name, telephone, address
        Contact = "contact",
        /// Days and hours
        Schedule = "schedule",
        /// Who may come, what it costs
        Conditions = "conditions",
        /// It no longer exists
        Closed = "closed",
        /// Something is missing
        Missing = "missing",
        /// Anything else
        Other = "other",
    }
}

codes! {
    /// What became of a suggestion
    Standing, "directory-standing-" {
        /// Nobody has looked yet
        Open = "open",
        /// The listing was changed accordingly
        Taken = "taken",
        /// Not changed
        Declined = "declined",
    }
}

/// Whom an offer can take
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// Only women or only men
    pub sex: Option<Sex>,
    /// Youngest age in years
    pub age_from: Option<u8>,
    /// Oldest age in years
    pub age_to: Option<u8>,
    /// For these dependences; none means any
    pub dependence: Dependences,
    /// Cannot take people in these circumstances
    pub excluded: Circumstances,
    /// Especially welcome
    pub welcome: Circumstances,
}

/// An offer as it can be stored
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOffer {
    /// What kind of help it is
    pub kind: OfferKind,
    /// Its name
    pub name: String,
    /// What happens there
    pub text: String,
    /// What it costs, in words
    pub cost: String,
    /// Languages, in words
    pub language: String,
    /// Whether somebody can come along; `None` when nobody has said
    pub accompany: Option<bool>,
    /// Whether urine is tested; `None` when nobody has said
    pub urine_test: Option<bool>,
    /// Whether there is room now
    pub capacity: Capacity,
    /// Whom it can take
    pub who: Eligibility,
    /// When it takes place
    pub schedule: Schedule,
    /// Whether it is shown
    pub active: bool,
}

/// An offer in the directory
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id
    pub id: OfferId,
    /// Who offers it
    pub agency: AgencyId,
    /// What it says
    pub is: NewOffer,
    /// When somebody last said whether there is room
    pub capacity_on: Option<Date>,
    /// When somebody last checked it
    pub checked_on: Option<Date>,
    /// Who did
    pub checked_by: Option<WorkerId>,
    /// For optimistic saving
    pub version: i64,
}

/// Where an agency is and what else the public may know of it, besides name, kind, area and telephone
///
/// The parts follow 自治体標準オープンデータセット (公共施設一覧, 医療機関一覧). Empty text means not known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Site {
    /// 全国地方公共団体コード of the place, six digits with check digit
    pub municipality: Option<String>,
    /// 郵便番号, seven digits
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
    /// The place is told only to those who come: a shelter
    pub is_secret: bool,
    /// 緯度, in degrees
    pub lat: Option<f64>,
    /// 経度, in degrees
    pub lon: Option<f64>,
    /// Name in English
    pub name_en: String,
    /// 通称
    pub also: String,
    /// Who runs it
    pub operator: String,
    /// 法人番号, thirteen digits
    pub corporate_no: Option<String>,
    /// 内線番号
    pub extension: String,
    /// FAX
    pub fax: String,
    /// 連絡先メールアドレス, for the public; notices of the network go to the agency's own
    pub mail: String,
    /// Web page
    pub url: String,
    /// 連絡先FormURL
    pub form_url: String,
    /// 連絡先備考
    pub contact_note: String,
    /// When it is open
    pub opening: Schedule,
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
}

impl Site {
    /// The address in one line, without the postal code; empty for a secret place
    pub fn address(&self) -> String {
        if self.is_secret {
            return String::new();
        }
        let parts = [&self.prefecture, &self.city, &self.town, &self.lot].map(String::as_str).concat();
        if self.building.is_empty() { parts } else { format!("{parts} {}", self.building) }
    }

    /// The same, with what `other` says wherever this says nothing
    ///
    /// An address is one thing: of a place that is known here, no part is taken from elsewhere.
    #[must_use]
    pub fn or(mut self, other: &Self) -> Self {
        let has_place = self.is_secret || !(self.city.is_empty() && self.town.is_empty() && self.lot.is_empty());
        let fill = |own: &mut String, other: &str| {
            if own.is_empty() {
                other.clone_into(own);
            }
        };
        if !has_place {
            self.municipality = self.municipality.or_else(|| other.municipality.clone());
            fill(&mut self.postcode, &other.postcode);
            fill(&mut self.prefecture, &other.prefecture);
            fill(&mut self.city, &other.city);
            fill(&mut self.town, &other.town);
            fill(&mut self.lot, &other.lot);
            fill(&mut self.building, &other.building);
            if self.lat.is_none() {
                (self.lat, self.lon) = (other.lat, other.lon);
            }
        }
        if self.opening.is_empty() && self.opening_note.is_empty() {
            self.opening = other.opening.clone();
            fill(&mut self.opening_note, &other.opening_note);
        }
        self.corporate_no = self.corporate_no.or_else(|| other.corporate_no.clone());
        for (own, other) in [
            (&mut self.name_en, &other.name_en),
            (&mut self.also, &other.also),
            (&mut self.operator, &other.operator),
            (&mut self.extension, &other.extension),
            (&mut self.fax, &other.fax),
            (&mut self.mail, &other.mail),
            (&mut self.url, &other.url),
            (&mut self.form_url, &other.form_url),
            (&mut self.contact_note, &other.contact_note),
            (&mut self.text, &other.text),
            (&mut self.access, &other.access),
            (&mut self.parking, &other.parking),
            (&mut self.barrier_free, &other.barrier_free),
            (&mut self.fee, &other.fee),
        ] {
            fill(own, other);
        }
        self
    }

    /// The same without what must not be told
    #[must_use]
    pub fn public(mut self) -> Self {
        if self.is_secret {
            self.postcode.clear();
            self.town.clear();
            self.lot.clear();
            self.building.clear();
            self.access.clear();
            self.parking.clear();
            (self.lat, self.lon) = (None, None);
        }
        self
    }
}

/// Where the details came from, and what was done to them since
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Name of the file or dataset; empty when typed in by hand
    pub source: String,
    /// Its id there
    pub external_id: Option<String>,
    /// 情報更新日 of the row that was taken
    pub updated_on: Option<Date>,
    /// Digest of the row that was taken
    pub digest: String,
    /// Version of the agency that the import left behind
    pub agency_version: i64,
}

/// A site in the directory
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptSite {
    /// What it says
    pub is: Site,
    /// Where it came from
    pub origin: Origin,
    /// When somebody of the network last checked it
    pub checked_on: Option<Date>,
    /// Who did
    pub checked_by: Option<WorkerId>,
    /// When somebody last changed it by hand
    pub touched_on: Option<Date>,
    /// For optimistic saving; 0 when there is no row yet
    pub version: i64,
}

impl KeptSite {
    /// The last day on which somebody changed or checked it by hand
    pub fn by_hand_on(&self) -> Option<Date> {
        self.checked_on.max(self.touched_on)
    }
}

/// What somebody says should be corrected
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id
    pub id: SuggestionId,
    /// About which agency
    pub agency: AgencyId,
    /// About what
    pub topic: Topic,
    /// In their words
    pub text: String,
    /// How to ask them back; forgotten once it is decided
    pub contact: Option<String>,
    /// What became of it
    pub standing: Standing,
    /// When it came
    pub at: Time,
    /// For optimistic saving
    pub version: i64,
}
