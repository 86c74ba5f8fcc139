//! The words: where each was put, and who may see it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use base::{AgencyId, PersonId};
use db::v;
use house::demo::PASSWORD;
use people::consent;
use policy::{Category, Label, Mask, Purpose, Role, Roles};
use serde_json::json;
use web::Who;
use web::testing::{Client, TestApp};

/// Somebody at their desk.
pub struct Seat {
    pub agency: AgencyId,
    pub login: String,
    pub roles: Roles,
    token: String,
}

impl Seat {
    pub fn client(&self, app: &TestApp) -> Client {
        app.with_session(&self.token)
    }
}

/// Every worker of the region at every agency where they have a seat, signed in like anybody.
pub fn seats(app: &TestApp) -> Vec<Seat> {
    let rows: Vec<(String, AgencyId, i64)> = read(
        app,
        "SELECT w.login, m.agency_id, m.roles FROM membership m JOIN worker w ON w.id = m.worker_id \
         WHERE w.active ORDER BY w.login, m.agency_id",
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    );
    rows.into_iter()
        .map(|(login, agency, roles)| {
            let signed_in =
                app.anonymous().post_json("/api/v1/sessions", &json!({ "login": login, "password": PASSWORD }));
            let token = signed_in.assert_status(200).json()["token"].as_str().expect("a token").to_owned();
            let client = app.with_session(&token).as_program();
            if client.get("/api/v1/me").json()["agency"] != agency.to_string() {
                client.post_json("/api/v1/me/agency", &json!({ "agency": agency })).assert_status(200);
            }
            let roles = u8::try_from(roles).ok().and_then(Roles::from_bits).expect("known roles");
            Seat { agency, login, roles, token }
        })
        .collect()
}

/// Every mail that waits to be sent, with all that stands in it.
pub fn mails(app: &TestApp) -> Vec<String> {
    let mails: Vec<String> = read(app, "SELECT args_json FROM outbox", |row| row.get(0));
    assert!(!mails.is_empty(), "somebody was told by mail");
    mails
}

fn read<T: Send + 'static>(app: &TestApp, sql: &'static str, of: fn(&db::Row<'_>) -> base::Outcome<T>) -> Vec<T> {
    app.app.db().write(move |tx| tx.all(sql, &v![], of)).expect("it can be read")
}

/// A word and what it stands in.
struct Canary {
    person: PersonId,
    label: Label,
    author: AgencyId,
    what: &'static str,
}

/// What an agency may see of a person, purpose by purpose.
type Masks = Vec<(Purpose, Mask)>;

/// All words of the region.
pub struct Canaries {
    all: Vec<Canary>,
    masks: RefCell<BTreeMap<(AgencyId, PersonId), Masks>>,
}

/// How a word begins; its number and a full stop in letters follow.
const BEGINS: &str = "kanaria";

impl Canaries {
    /// Hides a word in each kind of text about each person, through the doors that workers use.
    pub fn release(app: &TestApp, seats: &[Seat]) -> Self {
        let mut canaries = Self { all: Vec::new(), masks: RefCell::default() };
        let works: Vec<(AgencyId, PersonId)> = read(
            app,
            "SELECT DISTINCT agency_id, person_id FROM involvement WHERE until_at > 4102444800000000 ORDER BY agency_id, person_id",
            |row| Ok((row.get(0)?, row.get(1)?)),
        );
        for (agency, person) in works {
            let writes = |seat: &&Seat| seat.agency == agency && seat.roles.has(Role::Worker);
            let Some(seat) = seats.iter().find(writes) else { continue };
            let client = seat.client(app).as_program();
            canaries.write(&client, agency, person);
            canaries.hand_over(&client, agency, person);
        }
        canaries
    }

    /// One note for each category, one about two, and the place of a stay.
    fn write(&mut self, client: &Client, author: AgencyId, person: PersonId) {
        let mut labels: Vec<Vec<&str>> = Category::ALL.iter().map(|category| vec![category.code()]).collect();
        labels.push(vec!["health", "justice"]);
        for label in labels {
            let categories = label.iter().filter_map(|code| Category::from_code(code)).collect();
            let label_set = Label::new(categories).expect("never empty");
            let text = self.word(person, label_set, author, "note");
            let sent = client
                .post_json(&format!("/api/v1/persons/{person}/entries"), &json!({ "label": label, "text": text }));
            if sent.status != 200 {
                // Not this worker's to write: the word is nowhere.
                self.all.pop();
            }
        }
    }

    /// A hand-over to somebody the person has agreed to, where none is on its way.
    fn hand_over(&mut self, client: &Client, author: AgencyId, person: PersonId) {
        let consents = client.get(&format!("/api/v1/persons/{person}/consents"));
        if consents.status != 200 {
            return;
        }
        let to: BTreeSet<String> = consents.json()["grants"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|grant| grant["to"].as_str().map(str::to_owned))
            .collect();
        for to in to {
            let before = self.all.len();
            let wish = self.word(person, Label::EXISTENCE, author, "wish");
            let sections: BTreeMap<_, _> = [Category::Health, Category::Justice, Category::Relapse, Category::Notes]
                .iter()
                .map(|&about| (about.code(), self.word(person, Label::of(about), author, "section")))
                .collect();
            let body =
                json!({ "person": person, "to": to, "act": "refer", "wish": wish, "sections": sections, "send": true });
            let sent = client.post_json("/api/v1/referrals", &body);
            if sent.status != 200 {
                self.all.truncate(before);
                continue;
            }
            let note = self.word(person, Label::of(Category::DrugHistory), author, "note of a step");
            let leg = json!({ "kind": "tour", "on": "2026-11-25", "note": note, "label": ["drug_history"] });
            let referral = sent.json()["referral"].as_str().unwrap_or_default().to_owned();
            if client.post_json(&format!("/api/v1/referrals/{referral}/legs"), &leg).status != 200 {
                self.all.pop();
            }
        }
    }

    fn word(&mut self, person: PersonId, label: Label, author: AgencyId, what: &'static str) -> String {
        self.all.push(Canary { person, label, author, what });
        format!("{BEGINS}{:06}", self.all.len() - 1)
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The words that stand in these texts.
    pub fn in_texts(&self, texts: impl IntoIterator<Item = String>) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for text in texts {
            for rest in text.split(BEGINS).skip(1) {
                let number = rest.get(..6).and_then(|digits| digits.parse().ok());
                let number = number.filter(|&at| at < self.all.len()).expect("a word is whole");
                found.insert(number);
            }
        }
        found
    }

    /// Words that stand in a person's record.
    pub fn notes(&self) -> impl Iterator<Item = usize> {
        (0..self.all.len()).filter(|&at| self.all[at].what == "note")
    }

    pub fn author(&self, word: usize) -> AgencyId {
        self.all[word].author
    }

    /// Whether a worker's agency may see a word, for whatever it looks.
    pub fn is_for(&self, app: &TestApp, seat: &Seat, word: usize) -> bool {
        let opens = seat.roles.has(Role::Worker) || seat.roles.has(Role::IntakeDesk);
        opens && self.is_readable(app, seat.agency, word, &Purpose::ALL)
    }

    /// Whether an agency may see a word for one of these purposes: `policy` is asked.
    pub fn is_readable(&self, app: &TestApp, agency: AgencyId, word: usize, purposes: &[Purpose]) -> bool {
        let canary = &self.all[word];
        let mut masks = self.masks.borrow_mut();
        let masks = masks.entry((agency, canary.person)).or_insert_with(|| {
            let person = canary.person;
            app.app
                .act(Who::System, move |cx| {
                    Purpose::ALL.into_iter().map(|p| Ok((p, consent::mask(cx, agency, person, p)?))).collect()
                })
                .expect("the decision can be asked for")
        });
        let own = canary.author == agency;
        masks.iter().any(|(purpose, mask)| purposes.contains(purpose) && mask.sees(canary.label, own).is_some())
    }

    pub fn describe(&self, word: usize) -> String {
        let Canary { person, label, author, what } = &self.all[word];
        format!("a {what} about {person} labelled {label} by {author}")
    }
}
