//! The schema says no, in the same words on both engines.

use base::Problem;
use db::testing::both_engines;
use db::{Db, Violation, v};

use crate::{SCHEMA, add_agency, agencies};

/// What a statement runs into
fn violation(db: &Db, sql: &'static str) -> Problem {
    db.write(move |tx| tx.run(sql, &v![])).expect_err(sql)
}

both_engines!(each_violation_has_its_kind, SCHEMA, |db: Db| {
    add_agency(&db, 1, "秘密");
    db.write(|tx| tx.run("INSERT INTO person (id, agency_id, name) VALUES (1, 1, '花')", &v![])).unwrap();
    let cases = [
        ("INSERT INTO agency (id, name) VALUES (1, 'b')", Violation::Unique, 409),
        ("INSERT INTO agency (id, name) VALUES (2, '秘密')", Violation::Unique, 409),
        ("INSERT INTO tally (name, day, n) VALUES ('a', 'b', 1), ('a', 'b', 2)", Violation::Unique, 409),
        ("INSERT INTO person (id, agency_id, name) VALUES (2, 5, '秘密')", Violation::ForeignKey, 409),
        ("DELETE FROM agency WHERE id = 1", Violation::ForeignKey, 409),
        ("INSERT INTO agency (id) VALUES (3)", Violation::NotNull, 500),
        ("UPDATE agency SET id = NULL", Violation::NotNull, 500),
        ("UPDATE person SET visits = -1", Violation::Check, 500),
    ];
    for (sql, expected, status) in cases {
        let problem = violation(&db, sql);
        assert_eq!(Violation::of(&problem), Some(expected), "{sql}: {problem}");
        assert_eq!(problem.status(), status, "{sql}");
        // What goes to the log is the statement and names, and never the row that was in the way.
        assert!(!problem.to_string().replace(sql, "").contains("秘密"), "{problem}");
    }
    let wrong = violation(&db, "INSERT INTO nowhere VALUES (1)");
    assert_eq!((Violation::of(&wrong), wrong.status()), (None, 500));
});

both_engines!(nothing_works_after_a_failed_statement, SCHEMA, |db: Db| {
    add_agency(&db, 1, "A");
    let swallowed = db.write(|tx| {
        tx.run("INSERT INTO agency (id, name) VALUES (2, 'B')", &v![])?;
        let double = tx.run("INSERT INTO agency (id, name) VALUES (1, 'C')", &v![]);
        assert_eq!(Violation::of(&double.unwrap_err()), Some(Violation::Unique));
        assert!(matches!(tx.exists("SELECT 1 FROM agency", &v![]), Err(Problem::Internal(_))));
        Ok(())
    });
    assert!(matches!(swallowed, Err(Problem::Internal(_))), "{swallowed:?}");
    assert_eq!(agencies(&db), 1);
});

both_engines!(an_expected_double_spoils_nothing, SCHEMA, |db: Db| {
    let ran = db.write(|tx| {
        let mut ran = Vec::new();
        for (id, name) in [(1, "A"), (2, "A"), (3, "B")] {
            let sql = "INSERT INTO agency (id, name) VALUES ($1, $2)";
            ran.push(tx.run_unless_exists(sql, &v![id, name])?);
        }
        Ok(ran)
    });
    assert_eq!(ran, Ok(vec![true, false, true]));
    assert_eq!(agencies(&db), 2);
    let other =
        db.write(|tx| tx.run_unless_exists("INSERT INTO person (id, agency_id, name) VALUES (1, 99, 'x')", &v![]));
    assert_eq!(Violation::of(&other.unwrap_err()), Some(Violation::ForeignKey));
});
