//! A form sent twice acts once: keys, and what came of the first time.

use base::{Msg, Outcome, Problem, Time};

use crate::migrate::Migration;
use crate::tx::Tx;
use crate::v;

pub(crate) const MIGRATION: Migration = Migration {
    id: "db-idempotency-1",
    sql: "CREATE TABLE idempotency (
            who BIGINT NOT NULL,
            key TEXT NOT NULL,
            act TEXT NOT NULL,
            result TEXT NOT NULL,
            at BIGINT NOT NULL,
            PRIMARY KEY (who, key)
          ) /* clustered */;
          CREATE INDEX idempotency_at ON idempotency (at);",
};

impl Tx {
    /// Runs `act` the first time `key` is seen from `who`, and gives its result again every other time
    ///
    /// The result is a reference, usually an id or the address of a page, never content. The `bool` says whether it
    /// ran now. A key belongs to the one who sent it (a worker's id; 0 for nobody), so guessing another's is of no
    /// use. `Refused` when the key was used for something else.
    ///
    /// If `act` fails, the key is free again. Of two at the same moment the second waits for the first.
    pub fn once(
        &mut self,
        key: &str,
        who: i64,
        act_name: &'static str,
        now: Time,
        act: impl FnOnce(&mut Self) -> Outcome<String>,
    ) -> Outcome<(String, bool)> {
        if let Some(result) = self.claim_key(key, who, act_name, now)? {
            return Ok((result, false));
        }
        let result = act(self)?;
        self.settle_key(key, who, &result)?;
        Ok((result, true))
    }

    /// The first half of `once`, for callers that cannot lend the transaction: the earlier result, or the key is ours
    pub fn claim_key(&mut self, key: &str, who: i64, act_name: &'static str, now: Time) -> Outcome<Option<String>> {
        // On conflict with one that is not visible yet, PostgreSQL asks for a new run, which then sees it.
        let fresh = self.run(
            "INSERT INTO idempotency (who, key, act, result, at) VALUES ($1, $2, $3, '', $4) \
             ON CONFLICT (who, key) DO NOTHING",
            &v![who, key, act_name, now],
        )?;
        if fresh == 1 {
            return Ok(None);
        }
        let earlier =
            self.one("SELECT act, result FROM idempotency WHERE who = $1 AND key = $2", &v![who, key], |row| {
                Ok((row.get::<String>(0)?, row.get::<String>(1)?))
            })?;
        match earlier {
            Some((same, result)) if same == act_name => Ok(Some(result)),
            Some(_) => Err(Problem::Refused(Msg::new("db-key-used"))),
            None => Err(Problem::Internal("an idempotency key was there and is not".to_owned())),
        }
    }

    /// The second half: keeps the result of a claimed key
    pub fn settle_key(&mut self, key: &str, who: i64, result: &str) -> Outcome<()> {
        self.run_later("UPDATE idempotency SET result = $3 WHERE who = $1 AND key = $2", &v![who, key, result])
    }

    /// Forgets keys first used before `before`; says how many. Some days is enough: nobody sends a form again later.
    pub fn forget_keys(&mut self, before: Time) -> Outcome<u64> {
        self.run("DELETE FROM idempotency WHERE at < $1", &v![before])
    }
}
