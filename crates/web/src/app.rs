//! The running product: one database, one clock, one source of randomness, all words.

use std::sync::Arc;

use base::{Clock, Lang, Outcome, Random, Words};
use db::{Db, Tx};
use maud::Markup;

use crate::limits::Limits;
use crate::ui::Signed;
use crate::{Credential, Cx, Req, View, Who};

/// Of whom a second factor is asked, besides the agencies that ask it of everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SecondFactor {
    /// Of nobody: for tests and invented regions.
    #[default]
    Nobody,
    /// Of whoever acts as coordinator, privacy officer or administrator; without it these roles rest.
    Offices,
    /// Of everybody.
    Everybody,
}

/// Settings of an installation that acts and pages may read.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address under which people reach the product, without a slash at the end.
    pub base_url: String,
    /// Name of the region, shown in the header and in letters.
    pub region: String,
    /// Sender of mails; none are sent when it is empty.
    pub mail_from: String,
    /// Minutes without a request after which a session locks (ASVS 7.3.1; 医療情報ガイドライン 第6.0版 clear screen).
    pub idle_minutes: i64,
    /// Hours after which a session ends in any case.
    pub session_hours: i64,
    /// Of whom a second factor is asked.
    pub second_factor: SecondFactor,
    /// Minutes for which an emergency look holds; never more than 60.
    pub emergency_minutes: i64,
    /// Different persons that one worker opens within an hour before the privacy officer is told; at twice as many the
    /// worker shows once more who they are. 0: nobody counts.
    pub persons_an_hour: i64,
    /// Requests that one session, or one link, may send within a minute; 0: any number.
    pub requests_a_minute: i64,
    /// A region of invented people: said on every page.
    pub demo: bool,
    /// Where the source code of this installation is found; empty when the operator gives it out on request.
    pub source_url: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            base_url: "http://127.0.0.1:8080".to_owned(),
            region: "みなと県".to_owned(),
            mail_from: String::new(),
            idle_minutes: 15,
            session_hours: 10,
            second_factor: SecondFactor::Nobody,
            emergency_minutes: 60,
            persons_an_hour: 0,
            requests_a_minute: 0,
            demo: false,
            source_url: String::new(),
        }
    }
}

/// What the rooms above tell the kit: who somebody is, and what stands in the frame around a page.
#[derive(Clone, Copy)]
pub struct Hooks {
    /// Finds out who asks, within the transaction of the act.
    pub resolve: fn(&mut Cx<'_>, &Credential) -> Outcome<Who>,
    /// Name, agency and navigation of the one who is signed in.
    pub signed: fn(&mut Cx<'_>) -> Outcome<Option<Signed>>,
    /// The sign-in page, holding what was being sent when the session ended.
    pub sign_in: fn(&mut Cx<'_>, &Req) -> Outcome<View>,
    /// The page that asks somebody signed in to show once more that it is them, holding what was being sent.
    pub step_up: fn(&mut Cx<'_>, &Req) -> Outcome<View>,
    /// The block of help lines at the foot of every page.
    pub help: fn(&mut Cx<'_>) -> Outcome<Markup>,
}

/// Everything that an installation needs to answer a request.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    db: Db,
    clock: Box<dyn Clock>,
    random: Box<dyn Random>,
    words: Words,
    settings: Settings,
    limits: Limits,
}

/// What is set when the product starts.
#[derive(Clone)]
pub struct Settings {
    /// What acts may read.
    pub config: Config,
    /// What the rooms tell the kit.
    pub hooks: Hooks,
}

impl App {
    /// Puts the parts together.
    pub fn new(db: Db, clock: Box<dyn Clock>, random: Box<dyn Random>, words: Words, settings: Settings) -> Self {
        Self { inner: Arc::new(Inner { db, clock, random, words, settings, limits: Limits::default() }) }
    }

    /// Counts a request; the seconds to wait when this session has sent too many.
    pub(crate) fn ask(&self, credential: &Credential) -> Option<u32> {
        self.inner.limits.ask(credential, self.config().requests_a_minute, self.now())
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.inner.db
    }

    /// Every word.
    pub fn words(&self) -> &Words {
        &self.inner.words
    }

    /// The settings that acts read.
    pub fn config(&self) -> &Config {
        &self.inner.settings.config
    }

    /// What the rooms told the kit.
    pub fn hooks(&self) -> &Hooks {
        &self.inner.settings.hooks
    }

    /// The moment now.
    pub fn now(&self) -> base::Time {
        self.inner.clock.now()
    }

    /// The source of randomness.
    pub fn random(&self) -> &dyn Random {
        self.inner.random.as_ref()
    }

    /// A context on an open transaction.
    pub fn cx<'a>(&'a self, tx: &'a mut Tx, who: Who, lang: Lang) -> Cx<'a> {
        Cx {
            tx,
            now: self.now(),
            rng: self.random(),
            who,
            lang,
            words: self.words(),
            config: self.config(),
            refusal: None,
        }
    }

    /// Runs an act to its end, outside the web: the command line, jobs, scenarios and tests.
    pub fn act<R: Send + 'static>(
        &self,
        who: Who,
        act: impl Fn(&mut Cx<'_>) -> Outcome<R> + Send + 'static,
    ) -> Outcome<R> {
        let app = self.clone();
        self.db().write(move |tx| act(&mut app.cx(tx, who.clone(), Lang::Ja)))
    }

    /// As `act`, for async callers.
    pub fn act_async<R, F>(&self, who: Who, act: F) -> impl Future<Output = Outcome<R>> + Send + use<R, F>
    where
        R: Send + 'static,
        F: Fn(&mut Cx<'_>) -> Outcome<R> + Send + 'static,
    {
        let app = self.clone();
        self.db().write_async(move |tx| act(&mut app.cx(tx, who.clone(), Lang::Ja)))
    }

    /// Looks at something that is about no person.
    pub fn look<R: Send + 'static>(&self, look: impl Fn(&mut Cx<'_>) -> Outcome<R> + Send + 'static) -> Outcome<R> {
        let app = self.clone();
        self.db().read(move |tx| look(&mut app.cx(tx, Who::Nobody, Lang::Ja)))
    }
}
