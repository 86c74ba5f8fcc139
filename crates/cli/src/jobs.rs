//! What is done once a day without anybody asking: forgetting what nobody needs any more.
//!
//! Nothing here is about a person who is supported. What a job did is logged as numbers. Several servers on one database
//! may each do it: what is forgotten is not there a second time.

use base::{Date, Outcome};
use people::{agency, auth};
use web::{App, Cx, Who};

/// Days after which the key of a form that was sent is forgotten: nobody sends the same form again later.
pub const KEY_DAYS: i64 = 7;
/// Days after which a mail that was sent is forgotten. It holds an address; one that failed stays for the operator.
pub const MAIL_DAYS: i64 = 30;

/// How much was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Keys of forms.
    pub keys: u64,
    /// Mails that were sent.
    pub mails: u64,
    /// Sessions, start codes and offices that ended unconfirmed, and counted tries.
    pub ended: u64,
}

/// Remembers which day's work is done.
#[derive(Debug, Default)]
pub struct Jobs {
    done_on: Option<Date>,
}

impl Jobs {
    /// Does the day's work if it is not done yet, at the start and then once each day in Japan; `None` when it is.
    ///
    /// Asked often, so that a machine that slept catches up. After a failure the same day is tried again.
    pub fn run_due(&mut self, app: &App) -> Outcome<Option<Forgotten>> {
        let today = app.now().date_jst();
        if self.done_on == Some(today) {
            return Ok(None);
        }
        let forgotten = Forgotten {
            keys: app.act(Who::System, forget_keys)?,
            mails: app.act(Who::System, forget_mails)?,
            ended: app.act(Who::System, auth::forget_ended)? + app.act(Who::System, agency::forget_lapsed)?,
        };
        self.done_on = Some(today);
        Ok(Some(forgotten))
    }
}

fn forget_keys(cx: &mut Cx<'_>) -> Outcome<u64> {
    cx.tx.forget_keys(cx.now.plus_days(-KEY_DAYS))
}

fn forget_mails(cx: &mut Cx<'_>) -> Outcome<u64> {
    cx.tx.forget_sent_mail(cx.now.plus_days(-MAIL_DAYS))
}
