//! Migrations: the schema as a list of texts, each applied once, never changed afterwards.

use std::collections::{HashMap, HashSet};

use base::{Outcome, Problem};

use crate::tx::{Engine, Link, Tx};
use crate::v;

/// One step of the schema
///
/// Rooms list theirs as `pub const MIGRATIONS: &[Migration]`. Steps are applied in the order of the list; a room may
/// add a step later although rooms behind it in the list have run theirs.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Unique and lasting, beginning with the room's name: `referral-1`
    pub id: &'static str,
    /// Statements for both engines (see `docs/sql.md`), each ended by `;`
    ///
    /// `/* clustered */` right before the `;` of a `CREATE TABLE` keeps its rows in the order of the primary key on
    /// SQLite (`WITHOUT ROWID`). Good for small rows found by a composite key.
    ///
    /// `/* only added: a_table */` as a line of its own makes both engines refuse to change or delete its rows.
    pub sql: &'static str,
}

/// The tables of this crate itself
const OWN: &[Migration] = &[crate::idempotency::MIGRATION, crate::outbox::MIGRATION];

/// Words that would make the engines differ, and what to write instead
const FORBIDDEN: &[(&str, &str)] = &[
    ("DEFERRABLE", "a deferred check fails at the commit that other acts share on SQLite; check at once"),
    ("INTEGER PRIMARY KEY", "it numbers rows on SQLite only; write BIGINT NOT NULL PRIMARY KEY"),
    ("AUTOINCREMENT", "ids are drawn by the program"),
    ("SERIAL", "ids are drawn by the program"),
    ("TIMESTAMP", "instants are BIGINT microseconds, dates ISO TEXT"),
    ("VARCHAR", "write TEXT; lengths are checked where text is parsed"),
    ("BLOB", "write BYTEA"),
    ("WITHOUT ROWID", "write /* clustered */"),
];

/// Applies what is missing, all in one transaction: a failed migration leaves nothing behind.
pub(crate) fn apply(tx: &mut Tx, migrations: &[Migration]) -> Outcome<()> {
    let all: Vec<&Migration> = OWN.iter().chain(migrations).collect();
    let mut ids = HashSet::new();
    for migration in &all {
        if !ids.insert(migration.id) {
            return Err(Problem::Internal(format!("two migrations are called {}", migration.id)));
        }
        check_text(migration)?;
    }
    batch(tx, if tx.engine() == Engine::Sqlite { "BEGIN IMMEDIATE" } else { "BEGIN" })?;
    let done = apply_missing(tx, &all, &ids);
    batch(tx, if done.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    done
}

/// The migrations that the database does not have yet; nothing is applied.
pub(crate) fn missing(tx: &mut Tx, migrations: &[Migration]) -> Outcome<Vec<&'static str>> {
    let applied: HashSet<String> =
        tx.all("SELECT id FROM schema_migration", &v![], |row| row.get(0))?.into_iter().collect();
    Ok(OWN.iter().chain(migrations).map(|migration| migration.id).filter(|id| !applied.contains(*id)).collect())
}

fn apply_missing(tx: &mut Tx, all: &[&Migration], ids: &HashSet<&str>) -> Outcome<()> {
    if tx.engine() == Engine::Postgres {
        // Two servers that start together take turns. The number is arbitrary ("tsunagi" in letters).
        batch(tx, "SELECT pg_advisory_xact_lock(32773050612213609)")?;
    }
    batch(
        tx,
        "CREATE TABLE IF NOT EXISTS schema_migration \
         (id TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)",
    )?;
    let applied: HashMap<String, String> = tx
        .all("SELECT id, checksum FROM schema_migration", &v![], |row| Ok((row.get(0)?, row.get(1)?)))?
        .into_iter()
        .collect();
    if let Some(unknown) = applied.keys().find(|id| !ids.contains(id.as_str())) {
        return Err(Problem::Internal(format!(
            "the database has the migration {unknown}, which this program does not know: it is older than the data"
        )));
    }
    for migration in all {
        let checksum = checksum(migration.sql);
        match applied.get(migration.id) {
            Some(then) if *then == checksum => {}
            Some(_) => {
                return Err(Problem::Internal(format!(
                    "the migration {} was changed after it had been applied; write a further migration instead",
                    migration.id
                )));
            }
            None => apply_one(tx, migration, checksum)?,
        }
    }
    Ok(())
}

fn apply_one(tx: &mut Tx, migration: &Migration, checksum: String) -> Outcome<()> {
    let (text, noted) = match tx.engine() {
        Engine::Sqlite => (
            only_added(&without_rowid(migration.sql), Engine::Sqlite),
            "INSERT INTO schema_migration (id, checksum, applied_at) \
             VALUES ($1, $2, CAST(strftime('%s', 'now') AS BIGINT) * 1000000)",
        ),
        Engine::Postgres => (
            only_added(migration.sql, Engine::Postgres),
            "INSERT INTO schema_migration (id, checksum, applied_at) \
             VALUES ($1, $2, CAST(extract(epoch FROM now()) AS BIGINT) * 1000000)",
        ),
    };
    batch(tx, &text)
        .map_err(|problem| Problem::Internal(format!("the migration {} fails: {problem}", migration.id)))?;
    tx.run(noted, &v![migration.id, checksum])?;
    tracing::info!(id = migration.id, "migration applied");
    Ok(())
}

fn batch(tx: &mut Tx, sql: &str) -> Outcome<()> {
    let done = match &mut tx.link {
        Link::Sqlite(link) => link.batch(sql),
        Link::Postgres(link) => link.batch(sql),
    };
    done.map_err(|fault| fault.problem(sql))
}

fn check_text(migration: &Migration) -> Outcome<()> {
    let text = migration.sql.to_uppercase();
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let has = |word: &str| {
        text.match_indices(word)
            .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part))
    };
    match FORBIDDEN.iter().find(|(word, _)| has(word)) {
        None => Ok(()),
        Some((word, instead)) => {
            Err(Problem::Internal(format!("the migration {} says {word}: {instead}", migration.id)))
        }
    }
}

/// Turns the marker `/* clustered */ ;` into SQLite's words for it; PostgreSQL reads it as the comment it is.
fn without_rowid(sql: &str) -> String {
    let mut parts = sql.split("/* clustered */");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let marked = part.trim_start().starts_with(';');
        out.push_str(if marked { "WITHOUT ROWID" } else { "/* clustered */" });
        out.push_str(part);
    }
    out
}

/// Turns the marker `/* only added: a_table */` into triggers, the one thing that each engine writes its own way.
///
/// They stop the program and whoever types a statement, not somebody who may drop triggers or write the file; those
/// are found afterwards, by what the rows were signed as.
fn only_added(sql: &str, engine: Engine) -> String {
    let mut parts = sql.split("/* only added: ");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (table, rest) = part.split_once(" */").unwrap_or((part, ""));
        let triggers = match engine {
            Engine::Sqlite => ["UPDATE", "DELETE"]
                .map(|verb| {
                    format!(
                        "CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} \
                         BEGIN SELECT RAISE(ABORT, 'rows of {table} are only added'); END;"
                    )
                })
                .concat(),
            // The function is made anew for each table: what is there already is the same.
            Engine::Postgres => format!(
                "CREATE OR REPLACE FUNCTION only_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME; END $$; \
                 CREATE TRIGGER {table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} \
                 FOR EACH STATEMENT EXECUTE FUNCTION only_added();"
            ),
        };
        out.push_str(&triggers);
        out.push_str(rest);
    }
    out
}

/// FNV-1a, 64 bits: notices a changed text; it need not withstand a forger, who could change the table as well
fn checksum(text: &str) -> String {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marker_counts_only_before_the_semicolon() {
        let sql = "CREATE TABLE a (b BIGINT NOT NULL PRIMARY KEY) /* clustered */ ; SELECT /* clustered */ 1;";
        assert_eq!(
            without_rowid(sql),
            "CREATE TABLE a (b BIGINT NOT NULL PRIMARY KEY) WITHOUT ROWID ; SELECT /* clustered */ 1;"
        );
    }

    #[test]
    fn forbidden_words_are_whole_words() {
        let migration = |sql| Migration { id: "x", sql };
        assert!(check_text(&migration("CREATE TABLE a (serialised TEXT, blobs BYTEA);")).is_ok());
        let refused = check_text(&migration("CREATE TABLE a (b serial);")).expect_err("SERIAL is forbidden");
        assert!(refused.to_string().contains("the migration x says SERIAL"), "{refused}");
    }

    #[test]
    fn the_checksum_is_fnv_1a() {
        // Published test vectors of the function
        assert_eq!(checksum(""), "cbf29ce484222325");
        assert_eq!(checksum("foobar"), "85944171f73967e8");
    }
}
