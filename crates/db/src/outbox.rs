//! The outbox: mail is part of the transaction that causes it, and leaves afterwards.

use base::{Lang, Outcome, Problem, Random, Time};

use crate::database::Db;
use crate::migrate::Migration;
use crate::tx::Tx;
use crate::v;

pub(crate) const MIGRATION: Migration = Migration {
    id: "db-outbox-1",
    sql: "CREATE TABLE outbox (
            id BIGINT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            to_address TEXT NOT NULL,
            subject_key TEXT NOT NULL,
            body_key TEXT NOT NULL,
            args_json TEXT NOT NULL,
            lang TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            tries BIGINT NOT NULL,
            sent_at BIGINT,
            last_error TEXT
          );
          CREATE INDEX outbox_due ON outbox (due_at) WHERE sent_at IS NULL;
          CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;",
};

/// After so many tries nobody is helped by another; the row stays, for `doctor` to show.
const TRIES: i64 = 12;

/// Minutes for which a claimed mail is not claimed again: longer than any sending takes
const LEASE_MINUTES: i64 = 10;

/// Mails claimed in one transaction
const CLAIM: i64 = 20;

/// A mail: the keys of its words and their arguments
///
/// Mail travels unprotected, so the arguments hold links and counts, never anything about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// What it is for, a code for statistics and tests: `referral-overdue`
    pub kind: String,
    /// One mail address
    pub to: String,
    /// Key of the subject line
    pub subject_key: String,
    /// Key of the text
    pub body_key: String,
    /// Values for the words, by name
    pub args: Vec<(String, String)>,
    /// The language the receiver reads
    pub lang: Lang,
    /// Not sent before this
    pub due_at: Time,
}

/// What one `drain` did
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drained {
    /// Handed to the mail server
    pub sent: u32,
    /// Failed, and to be tried again later
    pub put_off: u32,
    /// Failed for the last time
    pub given_up: u32,
}

impl Tx {
    /// Puts a mail into the outbox; it leaves only if this transaction is kept
    pub fn enqueue(&mut self, mail: &Mail, now: Time, random: &dyn Random) -> Outcome<()> {
        let mut id = [0; 8];
        random.fill(&mut id);
        let args = serde_json::to_string(&mail.args).map_err(Problem::internal)?;
        self.run_later(
            "INSERT INTO outbox (id, kind, to_address, subject_key, body_key, args_json, lang, created_at, due_at, tries) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)",
            &v![
                i64::from_le_bytes(id) & i64::MAX,
                &mail.kind,
                &mail.to,
                &mail.subject_key,
                &mail.body_key,
                args,
                lang_code(mail.lang),
                now,
                mail.due_at
            ],
        )
    }

    /// Forgets mails sent before `before` (they hold addresses); says how many
    pub fn forget_sent_mail(&mut self, before: Time) -> Outcome<u64> {
        self.run("DELETE FROM outbox WHERE sent_at IS NOT NULL AND sent_at < $1", &v![before])
    }
}

/// Sends every mail that is due at `now`
///
/// A mail is claimed before it is sent and marked after, so several servers may drain at once, and a crash in between
/// sends it a second time rather than never. What fails waits 1, 2, 4, … minutes, six hours at most.
pub fn drain(db: &Db, now: Time, send: &mut dyn FnMut(&Mail) -> Result<(), String>) -> Outcome<Drained> {
    let mut drained = Drained::default();
    loop {
        let claimed = db.write(move |tx| claim(tx, now))?;
        if claimed.is_empty() {
            return Ok(drained);
        }
        for (id, tries, mail) in claimed {
            match send(&mail) {
                Ok(()) => {
                    db.write(move |tx| mark_sent(tx, id, now))?;
                    drained.sent += 1;
                }
                Err(why) => {
                    tracing::warn!(kind = mail.kind, tries, "a mail could not be sent");
                    db.write(move |tx| mark_failed(tx, id, now, tries, &why))?;
                    *(if tries < TRIES { &mut drained.put_off } else { &mut drained.given_up }) += 1;
                }
            }
        }
    }
}

/// Takes some due mails for itself, counting the try: two servers change the same rows, so one of them runs again.
fn claim(tx: &mut Tx, now: Time) -> Outcome<Vec<(i64, i64, Mail)>> {
    let due = tx.all(
        "SELECT id, tries, kind, to_address, subject_key, body_key, args_json, lang, due_at FROM outbox \
         WHERE sent_at IS NULL AND due_at <= $1 AND tries < $2 ORDER BY due_at, id LIMIT $3",
        &v![now, TRIES, CLAIM],
        |row| {
            let mail = Mail {
                kind: row.get(2)?,
                to: row.get(3)?,
                subject_key: row.get(4)?,
                body_key: row.get(5)?,
                args: serde_json::from_str(&row.get::<String>(6)?).map_err(Problem::internal)?,
                lang: lang_of(&row.get::<String>(7)?),
                due_at: row.get(8)?,
            };
            Ok((row.get::<i64>(0)?, row.get::<i64>(1)? + 1, mail))
        },
    )?;
    for (id, tries, _) in &due {
        tx.run(
            "UPDATE outbox SET tries = $2, due_at = $3 WHERE id = $1",
            &v![*id, *tries, now.plus_minutes(LEASE_MINUTES)],
        )?;
    }
    Ok(due)
}

fn mark_sent(tx: &mut Tx, id: i64, now: Time) -> Outcome<u64> {
    tx.run("UPDATE outbox SET sent_at = $2, last_error = NULL WHERE id = $1", &v![id, now])
}

fn mark_failed(tx: &mut Tx, id: i64, now: Time, tries: i64, why: &str) -> Outcome<u64> {
    let minutes = (1_i64 << (tries - 1).clamp(0, 9)).min(360);
    let why: String = why.chars().filter(|c| !c.is_control()).take(200).collect();
    tx.run(
        "UPDATE outbox SET due_at = $2, last_error = $3 WHERE id = $1 AND sent_at IS NULL",
        &v![id, now.plus_minutes(minutes), why],
    )
}

fn lang_code(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "ja",
        Lang::Simple => "ja-simple",
        Lang::En => "en",
    }
}

fn lang_of(code: &str) -> Lang {
    match code {
        "ja-simple" => Lang::Simple,
        "en" => Lang::En,
        _ => Lang::Ja,
    }
}
