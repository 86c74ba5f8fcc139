//! What an act is given: the open transaction, the moment, the randomness and who asks.

use base::{AgencyId, Lang, LinkId, Msg, Outcome, Problem, Random, SessionId, Time, Words, WorkerId};
use db::Tx;
use policy::{Act, Roles};

use crate::Config;

/// The context of one act or one view, alive for exactly one transaction.
pub struct Cx<'a> {
    /// The open transaction: what is not written here did not happen.
    pub tx: &'a mut Tx,
    /// The moment at which the act takes place; the same for everything the act writes.
    pub now: Time,
    /// The source of ids and tokens.
    pub rng: &'a dyn Random,
    /// Who asks.
    pub who: Who,
    /// The register that the asking person reads.
    pub lang: Lang,
    /// Every word of the product.
    pub words: &'a Words,
    /// The settings of this installation.
    pub config: &'a Config,
    /// What the asker is told although what was written stays; see [`Cx::keep_and_refuse`].
    pub(crate) refusal: Option<Problem>,
}

/// Who asks for something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// Somebody who has not signed in: the public.
    Nobody,
    /// A worker, acting for one of their agencies.
    Worker(Viewer),
    /// Somebody at an agency without an account, let in by a one-time link.
    Link(LinkGuest),
    /// The product itself: a scheduled job, an import, the command line.
    System,
}

/// A signed-in worker and the agency they act for in this session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// The worker.
    pub worker: WorkerId,
    /// The agency whose eyes they look through now.
    pub agency: AgencyId,
    /// What they may do there.
    pub roles: Roles,
    /// The session they signed in with.
    pub session: SessionId,
    /// When they last showed that it is them: when they signed in, or stepped up since.
    pub stepped_up_at: Time,
}

/// The holder of a one-time link, acting for an agency without an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkGuest {
    /// The link that was followed.
    pub link: LinkId,
    /// The agency it was given to.
    pub agency: AgencyId,
}

impl Cx<'_> {
    /// Lets an answer to a program be a problem although what the act wrote stays: a refused sign-in is counted.
    ///
    /// An `Err` undoes everything that was written; this does not. Never for an act that is remembered by a key.
    pub fn keep_and_refuse(&mut self, problem: Problem) {
        self.refusal = Some(problem);
    }

    /// Today, in Japan.
    pub fn today(&self) -> base::Date {
        self.now.date_jst()
    }

    /// The signed-in worker, or [`Problem::SignInNeeded`].
    pub fn viewer(&self) -> Outcome<Viewer> {
        match &self.who {
            Who::Worker(viewer) => Ok(*viewer),
            _ => Err(Problem::SignInNeeded),
        }
    }

    /// The signed-in worker if their roles allow `act`; otherwise [`Problem::Forbidden`].
    pub fn allow(&self, act: Act) -> Outcome<Viewer> {
        let viewer = self.viewer()?;
        if policy::may(viewer.roles, act) {
            Ok(viewer)
        } else {
            Err(Problem::Forbidden(Msg::new("web-forbidden-role")))
        }
    }

    /// The agency on whose behalf the asker acts: a worker's, or that of a one-time link.
    pub fn acting_agency(&self) -> Outcome<AgencyId> {
        match &self.who {
            Who::Worker(viewer) => Ok(viewer.agency),
            Who::Link(guest) => Ok(guest.agency),
            Who::Nobody | Who::System => Err(Problem::SignInNeeded),
        }
    }

    /// A word in the reader's register.
    pub fn t(&self, key: &str) -> String {
        self.words.t(self.lang, key).into_owned()
    }

    /// A message in the reader's register.
    pub fn say(&self, message: &Msg) -> String {
        self.words.msg(self.lang, message)
    }
}
