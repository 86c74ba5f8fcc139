//! An act on its way through a worker: run, kept, answered.

use std::panic::{AssertUnwindSafe, catch_unwind};

use base::{Outcome, Problem};

use crate::tx::Tx;

/// What stands in the line
pub(crate) struct Job {
    pub write: bool,
    pub work: Box<dyn Work>,
}

/// An act with its types forgotten
pub(crate) trait Work: Send {
    /// Runs it once more, forgetting an earlier run; says whether its changes are to be kept
    fn attempt(&mut self, tx: &mut Tx) -> bool;
    /// What it changed cannot be kept, and this is why
    fn refuse(&mut self, problem: Problem);
    /// Tells the one who waits
    fn answer(self: Box<Self>, end: End);
}

/// How the transaction around an act ended
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// As the act wished: its changes are durable, or undone because it failed
    AsActed,
    /// Not known to be saved, whatever the act answered
    Lost,
}

/// An act and the one who waits for it
struct Act<F, R> {
    run: F,
    outcome: Outcome<R>,
    reply: oneshot::Sender<Outcome<R>>,
}

/// Makes the act a job; its outcome goes to `reply`
pub(crate) fn job<R, F>(write: bool, act: F, reply: oneshot::Sender<Outcome<R>>) -> Job
where
    F: Fn(&mut Tx) -> Outcome<R> + Send + 'static,
    R: Send + 'static,
{
    Job { write, work: Box::new(Act { run: act, outcome: Err(Problem::Unavailable), reply }) }
}

impl<R, F> Work for Act<F, R>
where
    F: Fn(&mut Tx) -> Outcome<R> + Send,
    R: Send,
{
    fn attempt(&mut self, tx: &mut Tx) -> bool {
        tx.failed = None;
        // The transaction is undone after a panic, so nothing half-done is seen by the next act.
        let ran = catch_unwind(AssertUnwindSafe(|| (self.run)(tx)));
        self.outcome = match ran {
            Ok(Ok(_)) if tx.failed.is_some() => {
                Err(Problem::Internal("the act answered Ok after a failed statement".to_owned()))
            }
            Ok(outcome) => outcome,
            Err(_) => Err(Problem::Internal("an act panicked; its changes are undone".to_owned())),
        };
        self.outcome.is_ok()
    }

    fn refuse(&mut self, problem: Problem) {
        self.outcome = Err(problem);
    }

    fn answer(self: Box<Self>, end: End) {
        let Self { outcome, reply, .. } = *self;
        // Nobody may wait any more (a browser that went away); the act has been done all the same.
        let _gone = reply.send(match end {
            End::AsActed => outcome,
            End::Lost => Err(Problem::Unavailable),
        });
    }
}
