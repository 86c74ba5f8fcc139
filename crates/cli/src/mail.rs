//! Mail: notices without content, sent from the outbox through the operator's mail server.

use base::{Arg, Outcome, Problem};
use db::{Drained, Mail};
use lettre::message::Mailbox;
use lettre::{Message, SmtpTransport, Transport};
use web::App;

/// Sends what the outbox holds.
pub struct Sender {
    from: Mailbox,
    transport: SmtpTransport,
}

impl Sender {
    /// A sender with its address and the mail server's.
    pub fn new(from: &str, smtp_url: &str) -> Outcome<Self> {
        let from = from.parse().map_err(|e| Problem::Internal(format!("the sender's address: {e}")))?;
        let transport = SmtpTransport::from_url(smtp_url)
            .map_err(|e| Problem::Internal(format!("the mail server's address: {e}")))?
            .timeout(Some(std::time::Duration::from_secs(20)))
            .build();
        Ok(Self { from, transport })
    }

    /// Sends everything that is due.
    pub fn drain(&self, app: &App) -> Outcome<Drained> {
        db::drain(app.db(), app.now(), &mut |mail| self.send(app, mail))
    }

    fn send(&self, app: &App, mail: &Mail) -> Result<(), String> {
        let args: Vec<_> = mail.args.iter().map(|(k, v)| (k.as_str(), Arg::from(v.as_str()))).collect();
        let say = |key: &str| web::ui::plain(&app.words().f(mail.lang, key, &args));
        let message = Message::builder()
            .from(self.from.clone())
            .to(mail.to.parse().map_err(|_| "the receiver's address cannot be read".to_owned())?)
            .subject(say(&mail.subject_key))
            .body(say(&mail.body_key))
            .map_err(|e| e.to_string())?;
        self.transport.send(&message).map(drop).map_err(|e| e.to_string())
    }
}
