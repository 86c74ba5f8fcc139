//! Any sequence of what changes who sees what, against a second, naive reading that keeps everything in lists and works
//! each answer out from the beginning: consents, refusals, bases in law, walls, emergency looks, duties to report, work that
//! begins and ends, and time.

use base::{AgencyId, GlassId, GrantId, GroundId, PersonId, RefusalId, SeparationId, Time};
use db::Engine;
use db::testing::TestDb;
use policy::{Categories, Category};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::consent::{ConsentInput, RefusalInput};
use crate::emergency::{EmergencyInput, Opened};
use crate::lawful::LegalBasisInput;
use crate::person::EntryInput;
use crate::separation::SeparationInput;
use crate::testing::{World, region};
use crate::{agency, consent, emergency, lawful, person, separation};

/// The agencies that look, by the login of a worker.
const AGENCIES: [&str; 3] = ["center", "darc", "clinic"];

/// Who registered each person and works with them for good.
const HOMES: [usize; 3] = [0, 0, 1];

/// Something that is done, with numbers that are read as far as they are needed.
#[derive(Clone, Copy, Debug)]
struct Step {
    what: u8,
    person: usize,
    agency: usize,
    bits: u16,
    n: usize,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..18_u8, 0..3_usize, 0..3_usize, 0..1024_u16, 0..16_usize);
    let step = step.prop_map(|(what, person, agency, bits, n)| Step { what, person, agency, bits, n });
    proptest::collection::vec(step, 1..24)
}

struct Grant {
    id: GrantId,
    person: usize,
    agency: usize,
    shows: Categories,
    /// From when relapse is told although there is a duty to report.
    counts: Option<Time>,
    support: bool,
    until: Time,
}

struct Refusal {
    id: RefusalId,
    person: usize,
    agency: usize,
    hides: Categories,
    lifted: bool,
}

struct Wall {
    id: SeparationId,
    one: usize,
    other: usize,
    until: Time,
}

struct Glass {
    id: GlassId,
    person: usize,
    agency: usize,
    until: Time,
}

/// Something shared by law, which only the policy's rules stop.
struct Lawful {
    id: GroundId,
    person: usize,
    agency: usize,
    shows: Categories,
    vital: bool,
    until: Time,
    ends: Time,
    waits: bool,
}

struct Note {
    person: usize,
    author: usize,
    label: Categories,
    text: String,
}

/// The naive reading.
#[derive(Default)]
struct Model {
    grants: Vec<Grant>,
    refusals: Vec<Refusal>,
    walls: Vec<Wall>,
    glasses: Vec<Glass>,
    lawful: Vec<Lawful>,
    notes: Vec<Note>,
    works: Vec<(usize, usize)>,
    reports: [bool; 3],
}

impl Model {
    fn works(&self, agency: usize, person: usize) -> bool {
        self.works.contains(&(agency, person))
    }

    fn allowed(&self, agency: usize, person: usize, category: Category, now: Time) -> bool {
        let granted = self.grants.iter().any(|g| {
            let named = g.counts.is_some_and(|from| from <= now);
            let told = category != Category::Relapse || named || !self.reports[agency];
            (g.agency, g.person) == (agency, person) && g.support && now < g.until && g.shows.has(category) && told
        });
        let refused = self.is_refused(agency, person, category);
        let by_law = |l: &Lawful| {
            let told = category != Category::Relapse || !self.reports[agency];
            let holds = (l.agency, l.person) == (agency, person) && now < l.until;
            holds && l.shows.has(category) && told && (l.vital || !refused)
        };
        (granted && !refused) || self.lawful.iter().any(by_law)
    }

    fn is_refused(&self, agency: usize, person: usize, category: Category) -> bool {
        let refused = |r: &Refusal| (r.agency, r.person) == (agency, person) && !r.lifted && r.hides.has(category);
        self.refusals.iter().any(refused)
    }

    /// Whether an emergency look that stands open opens a category. Behind a wall it does not tell that somebody is here.
    fn in_emergency(&self, agency: usize, person: usize, category: Category, now: Time) -> bool {
        use Category::{Contact, DrugHistory, Existence, Health, Location, Relapse};
        let is_open = |g: &Glass| (g.agency, g.person) == (agency, person) && now < g.until;
        let opens = match category {
            Existence => !self.is_walled(agency, person, now),
            Contact | Location | Health | DrugHistory => true,
            Relapse => !self.reports[agency],
            _ => false,
        };
        opens && self.glasses.iter().any(is_open) && !self.is_refused(agency, person, category)
    }

    fn is_walled(&self, agency: usize, person: usize, now: Time) -> bool {
        self.walls.iter().filter(|w| now < w.until).any(|w| {
            (w.one == person && self.works(agency, w.other)) || (w.other == person && self.works(agency, w.one))
        })
    }

    fn knows(&self, agency: usize, person: usize, now: Time) -> bool {
        self.works(agency, person) || self.allowed(agency, person, Category::Existence, now)
    }

    /// What an agency reads of a person on their page, or counts in a list; `None` if it may not know of them there.
    fn reads(&self, agency: usize, person: usize, now: Time, on_page: bool) -> Option<Vec<&str>> {
        let knows = self.knows(agency, person, now);
        let told = knows || on_page && self.in_emergency(agency, person, Category::Existence, now);
        if !told {
            return None;
        }
        let walled = self.is_walled(agency, person, now);
        let never = Categories::of(&[Category::Justice, Category::Family, Category::Livelihood, Category::Notes]);
        let open = |note: &&Note| {
            let behind = note.label.has(Category::Location) || note.label.has(Category::Contact);
            let given = |c| self.allowed(agency, person, c, now);
            let told = knows && (note.author == agency || note.label.iter().all(given));
            let in_emergency = on_page
                && !note.label.meets(never)
                && note.label.iter().all(|c| given(c) || self.in_emergency(agency, person, c, now));
            note.person == person && (told || in_emergency) && !(walled && behind)
        };
        let mut texts: Vec<_> = self.notes.iter().filter(open).map(|note| note.text.as_str()).collect();
        texts.sort_unstable();
        Some(texts)
    }
}

/// The product and the naive reading, side by side.
struct Pair {
    world: World,
    model: Model,
    persons: [PersonId; 3],
    _db: TestDb,
}

/// A worker who works with the person for good.
fn home(person: usize) -> &'static str {
    AGENCIES[HOMES[person]]
}

fn codes(set: Categories) -> Vec<String> {
    set.iter().map(|c| c.code().to_owned()).collect()
}

impl Pair {
    fn new(engine: Engine) -> Self {
        let db = TestDb::new(engine, &crate::migrations());
        let world = region((*db).clone(), crate::rooms, crate::hooks());
        let persons = [("みお", 0), ("れん", 1), ("そら", 2)].map(|(name, at)| world.person(home(at), name));
        let works = HOMES.iter().enumerate().map(|(person, home)| (*home, person)).collect();
        Self { world, model: Model { works, ..Model::default() }, persons, _db: db }
    }

    fn id(&self, agency: usize) -> AgencyId {
        self.world.agency(AGENCIES[agency])
    }

    fn now(&self) -> Time {
        self.world.app.app.now()
    }

    /// The day in so many days, and the moment after it.
    fn in_days(&self, days: usize) -> (String, Time) {
        let day = self.now().date_jst().plus_days(i64::try_from(days).expect("few days"));
        (day.to_string(), Time::at_jst(day.plus_days(1), 0, 0))
    }

    fn take(&mut self, step: Step) {
        let bits = Categories::known(step.bits);
        match step.what {
            0 | 1 => self.grant(step, bits),
            2 => self.revoke(step.n),
            3 => self.refuse(step, bits),
            4 => self.lift(step.n),
            5 | 6 => self.separate(step),
            7 => self.join(step.n),
            8 => self.duty(step),
            9 => self.begin_or_end(step),
            10 => self.write(step, bits),
            11 => self.take_back_relapse(step.n),
            12 => self.break_glass(step),
            13 => self.end_look(step.n),
            14 | 15 => self.share_by_law(step, bits),
            16 => self.settle(step.n),
            _ if step.n < 10 => self.world.clock.advance_days(i64::from(step.bits % 5)),
            _ => self.world.clock.advance_minutes(i64::from(step.bits)),
        }
        // Two things never happen in the same microsecond.
        self.world.clock.advance_minutes(1);
    }

    fn grant(&mut self, Step { person, agency, n, .. }: Step, bits: Categories) {
        let (named, support) = (bits.has(Category::Relapse), n % 4 != 0);
        let (until, end) = self.in_days(n);
        let shows = bits.without(Category::Relapse.into());
        // The self-help group neither reports nor belongs to justice, and is none of those that look.
        let witness = n % 3 != 0 || (named && self.model.reports[agency] && n % 2 == 0);
        let input = ConsentInput {
            to: self.id(agency).to_string(),
            shows: codes(shows),
            purposes: vec![if support { "support" } else { "advice" }.to_owned()],
            until,
            relapse: named,
            how: "signed".to_owned(),
            witness: None,
            outside_witness: witness.then(|| "立ち会いの人".to_owned()),
            outside_agency: witness.then(|| self.world.agency("noaccount").to_string()),
        };
        let who = self.persons[person];
        let taken = self.world.act(home(person), move |cx| consent::grant(cx, who, &input));
        if named && self.model.reports[agency] && !witness {
            taken.expect_err("relapse to an agency that reports needs a witness");
            return;
        }
        let id = taken.expect("a consent");
        let shows = if named { shows.with(Category::Relapse) } else { shows }.with(Category::Existence);
        let counts = (named && witness).then(|| self.now().plus_days(1));
        self.model.grants.push(Grant { id, person, agency, shows, counts, support, until: end });
    }

    fn revoke(&mut self, n: usize) {
        let now = self.now();
        let mut live: Vec<_> = self.model.grants.iter_mut().filter(|g| now < g.until).collect();
        let among = live.len().max(1);
        let Some(grant) = live.get_mut(n % among) else { return };
        let (who, id, by) = (self.persons[grant.person], grant.id, home(grant.person));
        grant.until = now;
        self.world.act(by, move |cx| consent::revoke(cx, who, id)).expect("a live consent can be revoked");
    }

    fn take_back_relapse(&mut self, n: usize) {
        let now = self.now();
        let may = |g: &&mut Grant| now < g.until && g.shows.has(Category::Relapse);
        let mut live: Vec<_> = self.model.grants.iter_mut().filter(may).collect();
        let among = live.len().max(1);
        let Some(grant) = live.get_mut(n % among) else { return };
        let (who, id, by) = (self.persons[grant.person], grant.id, home(grant.person));
        grant.shows = grant.shows.without(Category::Relapse.into());
        self.world.act(by, move |cx| consent::take_back_relapse(cx, who, id)).expect("relapse can be taken back");
    }

    fn refuse(&mut self, Step { person, agency, .. }: Step, hides: Categories) {
        if hides.is_empty() {
            return;
        }
        let input = RefusalInput { to: self.id(agency).to_string(), hides: codes(hides) };
        let who = self.persons[person];
        let id = self.world.act(home(person), move |cx| consent::refuse(cx, who, &input)).expect("a refusal");
        self.model.refusals.push(Refusal { id, person, agency, hides, lifted: false });
    }

    fn lift(&mut self, n: usize) {
        // Whoever is refused is not shown the refusal, so the home agency cannot lift one against itself.
        let may = |r: &&mut Refusal| !r.lifted && HOMES[r.person] != r.agency;
        let mut open: Vec<_> = self.model.refusals.iter_mut().filter(may).collect();
        let among = open.len().max(1);
        let Some(refusal) = open.get_mut(n % among) else { return };
        let (who, id, by) = (self.persons[refusal.person], refusal.id, home(refusal.person));
        refusal.lifted = true;
        self.world.act(by, move |cx| consent::lift_refusal(cx, who, id)).expect("a refusal can be lifted");
    }

    fn share_by_law(&mut self, Step { person, agency, n, .. }: Step, bits: Categories) {
        let (until, ends) = self.in_days(n % 8);
        let vital = n % 2 == 0;
        let kind = if vital { "vital" } else { "child_council" };
        let fields = Some("検査".to_owned());
        let input = LegalBasisInput {
            to: self.id(agency).to_string(),
            kind: kind.to_owned(),
            shows: codes(bits),
            until,
            members: fields.clone(),
            case_number: fields.clone(),
            why: fields,
            ..LegalBasisInput::default()
        };
        let who = self.persons[person];
        let entered = self.world.act(home(person), move |cx| lawful::enter(cx, who, &input));
        if HOMES[person] == agency || (bits.has(Category::Relapse) && self.model.reports[agency]) {
            entered.expect_err("neither to oneself, nor relapse to whoever reports");
            return;
        }
        let id = entered.expect("a basis in law");
        let confirm_by = base::add_working_days(self.now().date_jst(), 2).plus_days(1);
        let until = ends.min(Time::at_jst(confirm_by, 0, 0));
        let shows = bits.with(Category::Existence);
        self.model.lawful.push(Lawful { id, person, agency, shows, vital, until, ends, waits: true });
    }

    /// Confirms, ends or declines one of those that hold.
    fn settle(&mut self, n: usize) {
        let now = self.now();
        let mut live: Vec<_> = self.model.lawful.iter_mut().filter(|l| now < l.until).collect();
        let among = live.len().max(1);
        let Some(basis) = live.get_mut(n % among) else { return };
        let (who, id, by) = (self.persons[basis.person], basis.id, home(basis.person));
        // The region has a privacy officer at the centre only, which is the home of the first two.
        if by == "center" && basis.waits && !n.is_multiple_of(3) {
            basis.until = basis.ends;
            basis.waits = false;
            self.world.act("privacy", move |cx| lawful::confirm(cx, id)).expect("what waits can be confirmed");
        } else if by == "center" && basis.waits && n.is_multiple_of(2) {
            basis.until = now;
            self.world.act("privacy", move |cx| lawful::decline(cx, id)).expect("what waits can be declined");
        } else {
            basis.until = now;
            self.world.act(by, move |cx| lawful::end(cx, who, id)).expect("what holds can be ended");
        }
    }

    fn separate(&mut self, Step { person, bits, n, .. }: Step) {
        let other = (person + 1 + usize::from(bits % 2)) % 3;
        let (day, end) = self.in_days(n);
        let (until, end) = if n > 7 { (None, Time::MAX) } else { (Some(day), end) };
        let input = SeparationInput { other: self.persons[other].to_string(), basis: "violence".to_owned(), until };
        let who = self.persons[person];
        let id = self.world.act(home(person), move |cx| separation::separate(cx, who, &input)).expect("a wall");
        self.model.walls.push(Wall { id, one: person, other, until: end });
    }

    fn join(&mut self, n: usize) {
        let now = self.now();
        let mut standing: Vec<_> = self.model.walls.iter_mut().filter(|w| now < w.until).collect();
        let among = standing.len().max(1);
        let Some(wall) = standing.get_mut(n % among) else { return };
        let (who, id, by) = (self.persons[wall.one], wall.id, home(wall.one));
        wall.until = now;
        self.world.act(by, move |cx| separation::end(cx, who, id)).expect("a standing wall can be taken down");
    }

    fn duty(&mut self, Step { agency, bits, .. }: Step) {
        let reports = bits % 2 == 0;
        let id = self.id(agency);
        let told = if reports { "yes" } else { "no" };
        let input =
            agency::DutyInput { reports: told.to_owned(), basis: "検査のための記録".to_owned(), from: None };
        self.world.app.app.act(web::Who::System, move |cx| agency::record_duty(cx, id, &input)).expect("a duty");
        self.model.reports[agency] = reports;
    }

    /// Somebody at an agency looks in an emergency. Whoever is behind a wall or refuses to be known looks like nobody.
    fn break_glass(&mut self, Step { person, agency, .. }: Step) {
        let now = self.now();
        let input = EmergencyInput {
            number: self.persons[person].to_string(),
            reason: "life".to_owned(),
            text: "検査のための記録".to_owned(),
            ..EmergencyInput::default()
        };
        let opened = self.world.act(AGENCIES[agency], move |cx| emergency::open(cx, &input)).expect("an answer");
        let told =
            !self.model.is_walled(agency, person, now) && !self.model.is_refused(agency, person, Category::Existence);
        if let Opened::Yes(live) = opened {
            assert!(told || self.model.knows(agency, person, now), "an emergency tells what it must not");
            if self.model.glasses.iter().all(|glass| glass.id != live.id) {
                self.model.glasses.push(Glass { id: live.id, person, agency, until: now.plus_minutes(60) });
            }
        } else {
            let waits = matches!(opened, Opened::Wait { .. });
            assert!(waits || !(told || self.model.knows(agency, person, now)), "{opened:?}");
        }
    }

    fn end_look(&mut self, n: usize) {
        let now = self.now();
        let mut open: Vec<_> = self.model.glasses.iter_mut().filter(|g| now < g.until).collect();
        let among = open.len().max(1);
        let Some(glass) = open.get_mut(n % among) else { return };
        let (id, by) = (glass.id, AGENCIES[glass.agency]);
        glass.until = now;
        self.world.act(by, move |cx| emergency::end(cx, id)).expect("an open look can be ended");
    }

    fn begin_or_end(&mut self, Step { person, agency, .. }: Step) {
        let (who, id) = (self.persons[person], self.id(agency));
        if HOMES[person] == agency {
            return;
        }
        if self.model.works(agency, person) {
            self.world.act(AGENCIES[agency], move |cx| person::end(cx, who)).expect("work can end");
            self.model.works.retain(|pair| *pair != (agency, person));
        } else {
            let begin = move |cx: &mut web::Cx<'_>| person::begin_involvement(cx, id, who, "registered");
            self.world.app.app.act(web::Who::System, begin).expect("work can begin");
            self.model.works.push((agency, person));
        }
    }

    fn write(&mut self, Step { person, agency, .. }: Step, bits: Categories) {
        let author = if self.model.works(agency, person) { agency } else { HOMES[person] };
        let label = if bits.is_empty() { Category::Location.into() } else { bits };
        let text = format!("記録{}", self.model.notes.len());
        let (who, input) = (self.persons[person], EntryInput { label: codes(label), text: text.clone() });
        self.world.act(AGENCIES[author], move |cx| person::write_note(cx, who, &input)).expect("a note");
        self.model.notes.push(Note { person, author, label, text });
    }

    /// Every page and every list says what the naive reading says.
    fn compare(&self, after: Step) {
        let now = self.now();
        for (agency, login) in AGENCIES.into_iter().enumerate() {
            let list = self.world.act(login, |cx| person::caseload(cx, None, "")).expect("a list");
            for (person, who) in self.persons.into_iter().enumerate() {
                let opened = self.world.act(login, move |cx| person::open(cx, who)).ok();
                let mut texts = opened.map(|o| o.entries.iter().map(|e| e.body.clone()).collect::<Vec<_>>());
                if let Some(texts) = &mut texts {
                    texts.sort_unstable();
                }
                let wanted = self.model.reads(agency, person, now, true);
                let shown = texts.as_ref().map(|texts| texts.iter().map(String::as_str).collect::<Vec<_>>());
                assert_eq!(shown, wanted, "{login} reads of {person} after {after:?}");
                let listed = list.items.iter().find(|row| row.person == who).map(|row| row.entries);
                let counted = self.model.reads(agency, person, now, false);
                let count = counted.map(|texts| i64::try_from(texts.len()).expect("few notes"));
                assert_eq!(listed, count, "the list of {login} counts of {person} after {after:?}");
            }
        }
    }
}

fn any_sequence(engine: Engine, cases: u32) {
    let config =
        ProptestConfig { cases, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() };
    let tried = TestRunner::new(config).run(&steps(), |steps| {
        let mut pair = Pair::new(engine);
        // Something of each kind is there from the beginning, so that no step is about nothing.
        for (n, category) in Category::ALL.into_iter().enumerate() {
            let step = Step { what: 10, person: n % 3, agency: n % 3, bits: category.bit(), n };
            pair.write(step, category.into());
            pair.write(Step { person: (n + 1) % 3, ..step }, category.into());
        }
        for step in steps {
            pair.take(step);
            pair.compare(step);
        }
        Ok(())
    });
    if let Err(broken) = tried {
        panic!("{broken}");
    }
}

mod whatever_happens_everybody_sees_what_the_law_says {
    #[test]
    fn sqlite() {
        super::any_sequence(db::Engine::Sqlite, 24);
    }

    #[test]
    fn postgres() {
        super::any_sequence(db::Engine::Postgres, 6);
    }
}
