//! A world in which everything exists: persons known to some and not to others, with data of every category.

use base::{PersonId, SeededRandom};
use db::testing::TestDb;
use db::{Engine, v};
use people::testing::{PASSWORD, World, region_with};
use policy::Category;
use public::directory::{OfferInput, SuggestionInput};
use serde_json::json;

use super::endpoints::Ids;

/// A world with the database it lives in.
pub struct Fixture {
    pub world: World,
    pub ids: Ids,
    /// Known to hogo (own client) and, by grants, to center (existence, health) and darc (existence, contact). A wall
    /// stands between her and ぼう, so that darc does not see her contact. hostel looks at her in an emergency.
    pub anna: PersonId,
    /// Known to clinic alone.
    pub zen: PersonId,
    /// Where it is kept.
    pub db: TestDb,
}

/// Builds the world. The same seed gives the same ids, tokens and keys.
pub fn build(engine: Engine) -> Fixture {
    let db = TestDb::new(engine, &house::migrations());
    let world = region_with((*db).clone(), house::rooms, house::hooks(), Box::new(SeededRandom::new(7)));
    let anna = world.person("hogo", "あんな");
    let zen = world.person("clinic", "ぜん");
    // darc's client, of whom hogo was told; Anna's husband, from whom she is protected.
    let bo = world.person("darc", "ぼう");
    for (login, person) in [("hogo", anna), ("clinic", zen), ("darc", bo)] {
        let client = world.as_worker(login).as_program();
        for category in Category::ALL {
            let text = format!("{} of {person} by {login}", category.code());
            let body = json!({ "label": [category.code()], "text": text });
            client.post_json(&format!("/api/v1/persons/{person}/entries"), &body).assert_status(200);
        }
    }
    let to_center = world.consent("hogo", anna, "center", &["health"], false);
    let to_darc = world.consent("hogo", anna, "darc", &["contact"], false);
    world.consent("darc", bo, "hogo", &["family"], false);
    let hogo = world.as_worker("hogo").as_program();
    let married = json!({ "kind": "spouse", "principal_is": "known", "principal": bo });
    hogo.post_json(&format!("/api/v1/persons/{anna}/relations"), &married).assert_status(200);
    let wall = json!({ "other": bo, "basis": "violence" });
    let wall = hogo.post_json(&format!("/api/v1/persons/{anna}/separations"), &wall).assert_status(200).json();
    let story = care::testing::story(&world, anna);
    let mut ids = Ids::new();
    ids.insert("separation", vec![wall["id"].as_str().unwrap_or_default().to_owned()]);
    ids.insert("referral", vec![story.referral.to_string(), story.told.to_string()]);
    ids.insert("leg", vec![story.leg.to_string(), story.told_leg.to_string()]);
    ids.insert("link", vec![story.link.clone()]);
    ids.insert("request", vec![story.request.to_string()]);
    ids.insert("question", vec![story.question.to_string()]);
    ids.insert("person", vec![anna.to_string(), zen.to_string(), bo.to_string()]);
    ids.insert("grant", vec![to_center.to_string(), to_darc.to_string()]);
    ids.insert("agency", ["center", "hogo", "darc"].map(|a| world.agency(a).to_string()).to_vec());
    ids.insert("worker", ["center", "hogo"].map(|w| world.workers[w].0.to_string()).to_vec());
    ids.insert("step", vec!["weeks_2".to_owned()]);
    let signed_in = world.as_worker("hogo").as_program().get("/api/v1/me/sessions").json();
    let session = signed_in["items"].as_array().and_then(|all| all.last()).expect("hogo has a session");
    ids.insert("session", vec![session["id"].as_str().unwrap_or_default().to_owned()]);
    ids.insert("office", offices(&world));
    ids.insert("passkey", passkeys(&world));
    let (offer, suggestion) = listed(&world);
    ids.insert("offer", vec![offer]);
    ids.insert("suggestion", vec![suggestion]);
    ids.insert("line", vec!["kokoro".to_owned()]);
    let refusal = world.as_worker("hogo").as_program().post_json(
        &format!("/api/v1/persons/{anna}/refusals"),
        &json!({ "to": world.agency("clinic"), "hides": ["existence"] }),
    );
    ids.insert("glass", looks(&world, anna, bo));
    ids.insert("refusal", vec![refusal.assert_status(200).json()["id"].as_str().unwrap_or_default().to_owned()]);
    let grounds = shared_by_law(&world, anna);
    ids.insert("ground", grounds);
    Fixture { world, ids, anna, zen, db }
}

/// Two offices at the centre that wait for its second administrator: what is done to one leaves the other.
fn offices(world: &World) -> Vec<String> {
    let center = world.agency("center");
    let second = move |cx: &mut web::Cx<'_>| {
        let hash = people::auth::hash(PASSWORD, people::auth::Strength::Test, cx.rng)?;
        let (login, name) = ("second.admin".to_owned(), "二人目の管理者".to_owned());
        let (password, roles) = (PASSWORD.to_owned(), policy::Roles::of(&[policy::Role::Administrator]));
        let new = people::agency::NewWorker { login, name, kana: String::new(), password, roles };
        people::agency::add_worker(cx, center, &new, &hash)
    };
    world.app.app.act(web::Who::System, second).expect("a second administrator");
    let admin = world.as_worker("admin").as_program();
    for (login, roles) in [
        ("coord", vec!["coordinator", "privacy_officer"]),
        ("center", vec!["worker", "intake_desk", "privacy_officer"]),
    ] {
        let path = format!("/api/v1/agencies/{center}/workers/{}/roles", world.workers[login].0);
        admin.post_json(&path, &json!({ "roles": roles })).assert_status(200);
    }
    let waiting = admin.get(&format!("/api/v1/agencies/{center}/offices")).json();
    let items = waiting["items"].as_array().expect("a list").iter();
    items.map(|item| item["id"].as_str().unwrap_or_default().to_owned()).collect()
}

/// Two passkeys of hogo's worker, one for each way of removing it. Nothing is proved with them, so they need no key.
fn passkeys(world: &World) -> Vec<String> {
    let worker = world.workers["hogo"].0;
    let ids = [77, 78].map(base::PasskeyId::from_raw);
    let sql = "INSERT INTO passkey (id, worker_id, credential, key, name, made_at, used_at, counter) \
               VALUES ($1, $2, $3, '{}', 'desk', 0, NULL, 0)";
    for id in ids {
        let credential = format!("AA{}", id.raw());
        let kept = world.app.app.db().write(move |tx| tx.run(sql, &v![id, worker, &credential]).map(drop));
        kept.expect("a passkey");
    }
    ids.map(|id| id.to_string()).to_vec()
}

/// Emergency looks: hostel, which knows nobody, has Anna's page open; somebody at the centre has closed ぼう's again, and the
/// privacy officer has not reviewed it yet.
fn looks(world: &World, anna: PersonId, bo: PersonId) -> Vec<String> {
    let look = |login: &str, person: PersonId| {
        let body = json!({ "number": person, "reason": "life", "text": "倒れている" });
        let made = world.as_worker(login).as_program().post_json("/api/v1/emergencies", &body);
        made.assert_status(200).json()["id"].as_str().unwrap_or_default().to_owned()
    };
    let (open, over) = (look("hostel", anna), look("center", bo));
    let end = format!("/api/v1/emergencies/{over}/end");
    world.as_worker("center").as_program().post_json(&end, &json!({})).assert_status(200);
    vec![open, over]
}

/// A conference about Anna with the clinic, which she refuses, so that nobody sees more by it; and four about somebody of the
/// centre, whose privacy officer confirms some of them and declines others.
fn shared_by_law(world: &World, anna: PersonId) -> Vec<String> {
    let rio = world.person("center", "りお");
    let conference = json!({ "to": world.agency("clinic"), "kind": "need_conference", "shows": ["health"],
        "until": "2027-01-20", "held_on": "2026-11-20", "members": "みなと市生活支援課" });
    let enter = |(login, person): (&str, PersonId)| {
        let client = world.as_worker(login).as_program();
        let entered = client.post_json(&format!("/api/v1/persons/{person}/legal-bases"), &conference);
        entered.assert_status(200).json()["id"].as_str().unwrap_or_default().to_owned()
    };
    [("hogo", anna), ("center", rio), ("center", rio), ("center", rio), ("center", rio)].map(enter).to_vec()
}

/// Something that the centre offers, and what somebody of the public says about it.
fn listed(world: &World) -> (String, String) {
    let center = world.agency("center");
    let offer = OfferInput {
        kind: "family".to_owned(),
        name: "家族教室".to_owned(),
        schedule: "monthly:2,4 thu 18:30-20:00".to_owned(),
        ..OfferInput::default()
    };
    let said =
        SuggestionInput {
            what: "schedule".to_owned(), text: "第2木曜だけになったようです".to_owned(), contact: None
        };
    let offer = world.app.app.act(web::Who::System, move |cx| public::directory::add_offer(cx, center, &offer));
    let said = world.app.app.act(web::Who::Nobody, move |cx| public::directory::suggest(cx, center, &said));
    (offer.expect("an offer").to_string(), said.expect("a suggestion").to_string())
}

impl Fixture {
    /// Changes the world from outside, without drawing a random number.
    pub fn sql(&self, sql: &'static str, values: &[db::Value]) {
        let values = values.to_vec();
        self.world.app.app.db().write(move |tx| tx.run(sql, &values).map(drop)).expect("the change can be made");
    }

    /// Puts another text, sealed as it should be, into every row of a column that a statement finds; the statement gives the
    /// row's person and what makes its place.
    pub fn reseal(
        &self,
        (column, text): (&'static str, &'static str),
        find: &'static str,
        write: &'static str,
        values: &[db::Value],
    ) {
        let values = values.to_vec();
        let change = move |tx: &mut db::Tx| {
            let rows: Vec<(PersonId, i64, i64)> =
                tx.all(find, &values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            for (person, one, two) in rows {
                let place = seal::Place::column(column).at(one);
                let place = if two == 0 { place } else { place.at(two) };
                let text = people::vault::Writer::of(tx, person)?.seal(&place, text);
                tx.run(write, &v![text, one, two])?;
            }
            Ok(())
        };
        self.world.app.app.db().write(change).expect("the change can be made");
    }

    /// Puts another text into every entry of `person` whose label has one of these bits.
    pub fn reseal_entries(&self, person: PersonId, bits: i64, text: &'static str) {
        self.reseal(
            ("entry.body", text),
            "SELECT person_id, person_id, id FROM entry WHERE person_id = $1 AND (label & $2) <> 0 AND kind = 'note'",
            "UPDATE entry SET body = $1 WHERE person_id = $2 AND id = $3",
            &v![person, bits],
        );
    }

    /// Changes text, moment, kind of ending and author of every entry of `person` whose label has a category outside `seen`.
    pub fn change_hidden_entries(&self, person: PersonId, seen: policy::Categories) {
        let hidden = !i64::from(seen.bits());
        self.sql(
            "UPDATE entry SET at = at + 7000000, author_worker = 9 WHERE person_id = $1 AND (label & $2) <> 0",
            &v![person, hidden],
        );
        self.reseal_entries(person, hidden, "changed behind the wall");
    }

    /// Changes what the referrals of `person` tell under a label that has a category outside `seen`.
    pub fn change_hidden_parts(&self, person: PersonId, seen: policy::Categories) {
        let hidden = v![person, !i64::from(seen.bits())];
        self.change_sections(person, hidden[1].clone());
        self.reseal(
            ("referral_leg.note", "changed behind the wall"),
            "SELECT r.person_id, l.id, 0 FROM referral_leg l JOIN referral r ON r.id = l.referral_id \
             WHERE r.person_id = $1 AND (l.label & $2) <> 0",
            "UPDATE referral_leg SET note = $1 WHERE id = $2 AND 0 = $3",
            &hidden,
        );
        self.reseal(
            ("referral_event.note", "changed behind the wall"),
            "SELECT r.person_id, e.referral_id, e.seq FROM referral_event e JOIN referral r ON r.id = e.referral_id \
             WHERE r.person_id = $1 AND (e.label & $2) <> 0 AND e.note IS NOT NULL",
            "UPDATE referral_event SET note = $1 WHERE referral_id = $2 AND seq = $3",
            &hidden,
        );
        self.sql(
            "DELETE FROM referral_section WHERE label = 64 AND (label & $2) <> 0 AND referral_id IN \
             (SELECT id FROM referral WHERE person_id = $1)",
            &hidden,
        );
    }

    /// Sections have a place of three parts; the wish has a label that nobody hides.
    fn change_sections(&self, person: PersonId, hidden: db::Value) {
        let change = move |tx: &mut db::Tx| {
            let rows: Vec<(i64, i64)> = tx.all(
                "SELECT s.referral_id, s.label FROM referral_section s JOIN referral r ON r.id = s.referral_id \
                 WHERE r.person_id = $1 AND (s.label & $2) <> 0 AND NOT s.is_wish",
                &[db::Value::from(person), hidden.clone()],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )?;
            for (referral, label) in rows {
                let place = seal::Place::column("referral_section.body").at(referral).at(0).at(label);
                let text = people::vault::Writer::of(tx, person)?.seal(&place, "changed behind the wall");
                tx.run(
                    "UPDATE referral_section SET body = $1 WHERE referral_id = $2 AND label = $3 AND NOT is_wish",
                    &v![text, referral, label],
                )?;
            }
            Ok(())
        };
        self.world.app.app.db().write(change).expect("the change can be made");
    }

    /// Takes them away altogether.
    pub fn delete_hidden_entries(&self, person: PersonId, seen: policy::Categories) {
        let hidden = !i64::from(seen.bits());
        self.sql("DELETE FROM entry WHERE person_id = $1 AND (label & $2) <> 0", &v![person, hidden]);
    }
}
