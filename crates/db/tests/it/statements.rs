//! Values in, rows out.

use base::{Date, PersonId, Problem, SeededRandom, Time};
use db::testing::both_engines;
use db::{Db, Value, v};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::{SCHEMA, add_agency};

both_engines!(every_kind_comes_back, SCHEMA, |db: Db| {
    add_agency(&db, 1, "A");
    let id = PersonId::new(&SeededRandom::new(7));
    let born = Date::new(1957, 7, 1).unwrap();
    let seen = Time::from_micros(1_763_600_000_123_456);
    let inserted = db
        .write(move |tx| {
            tx.run(
                "INSERT INTO person (id, agency_id, name, visits, born, active, score, sealed, seen_at) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                &v![id, 1, "𠮷田 👩‍👦 葛󠄀", 3, born, false, 0.1, vec![0_u8, 255], seen],
            )
        })
        .unwrap();
    assert_eq!(inserted, 1);
    let found = db
        .read(move |tx| {
            tx.one(
                "SELECT id, name, visits, born, active, score, sealed, seen_at FROM person WHERE id = $1",
                &v![id],
                |row| {
                    assert_eq!(row.get::<PersonId>(0)?, id);
                    assert_eq!(row.get::<String>(1)?, "𠮷田 👩‍👦 葛󠄀");
                    assert_eq!(row.get::<u16>(2)?, 3);
                    assert_eq!(row.get::<Date>(3)?, born);
                    assert!(!row.get::<bool>(4)?);
                    assert_eq!(row.get::<f64>(5)?.to_bits(), 0.1_f64.to_bits());
                    assert_eq!(row.get::<Vec<u8>>(6)?, [0, 255]);
                    assert_eq!(row.get::<Option<Time>>(7)?, Some(seen));
                    Ok(())
                },
            )
        })
        .unwrap();
    assert_eq!(found, Some(()));
});

both_engines!(a_null_has_any_type, SCHEMA, |db: Db| {
    add_agency(&db, 1, "A");
    db.write(|tx| {
        tx.run(
            "INSERT INTO person (id, agency_id, name, visits, born, score, sealed, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            &v![9, 1, "x", None::<i64>, None::<Date>, None::<f64>, None::<Vec<u8>>, None::<Time>],
        )
    })
    .unwrap();
    let row = db.read(|tx| {
        tx.one("SELECT visits, born, score, sealed, seen_at FROM person", &v![], |row| {
            Ok((
                row.get::<Option<i64>>(0)?,
                row.get::<Option<Date>>(1)?,
                row.get::<Option<f64>>(2)?,
                row.get::<Option<Vec<u8>>>(3)?,
                row.get::<Option<Time>>(4)?,
            ))
        })
    });
    assert_eq!(row, Ok(Some((None, None, None, None, None))));
    // A null first and a value next, through the same prepared statement
    for (filter, expected) in [(None, 1), (Some("A"), 1), (Some("B"), 0), (None, 1)] {
        let names = db.read(move |tx| {
            tx.all("SELECT name FROM agency WHERE ($1 IS NULL OR name = $1)", &v![filter], |row| row.get::<String>(0))
        });
        assert_eq!(names.unwrap().len(), expected, "{filter:?}");
    }
});

both_engines!(parameters_go_by_number, SCHEMA, |db: Db| {
    let sums = db.read(|tx| {
        tx.one("SELECT $2 - $1, $2 * 10 + $3", &v![1, 5, 7], |row| Ok((row.get::<i64>(0)?, row.get::<i64>(1)?)))
    });
    assert_eq!(sums, Ok(Some((4, 57))));
});

both_engines!(a_wrong_number_of_values_is_our_fault, SCHEMA, |db: Db| {
    for values in [v![1].to_vec(), v![1, "a", "b"].to_vec()] {
        let refused = db.write(move |tx| tx.run("INSERT INTO agency (id, name) VALUES ($1, $2)", &values));
        let Err(Problem::Internal(text)) = refused else { panic!("{refused:?}") };
        assert!(text.starts_with("2 parameters, but"), "{text}");
    }
});

both_engines!(one_row_means_one, SCHEMA, |db: Db| {
    add_agency(&db, 1, "A");
    add_agency(&db, 2, "B");
    let two = db.read(|tx| tx.one("SELECT id FROM agency", &v![], |row| row.get::<i64>(0)));
    assert!(matches!(two, Err(Problem::Internal(_))), "{two:?}");
    let none = db.read(|tx| tx.one("SELECT id FROM agency WHERE id = $1", &v![3], |row| row.get::<i64>(0)));
    assert_eq!(none, Ok(None));
    assert_eq!(db.read(|tx| tx.exists("SELECT 1 FROM agency", &v![])), Ok(true));
    assert_eq!(db.read(|tx| tx.exists("SELECT 1 FROM agency WHERE name = $1", &v!["C"])), Ok(false));
});

both_engines!(a_mismatch_names_the_kind_and_not_the_content, SCHEMA, |db: Db| {
    add_agency(&db, 1, "秘密");
    let wrong = db.read(|tx| tx.one("SELECT name FROM agency", &v![], |row| row.get::<i64>(0)));
    assert_eq!(wrong, Err(Problem::Internal("column 0: wanted i64, found text".to_owned())));
    let narrow = db.read(|tx| tx.one("SELECT 70000", &v![], |row| row.get::<u16>(0)));
    assert_eq!(narrow, Err(Problem::Internal("column 0: the integer does not fit u16".to_owned())));
    let outside = db.read(|tx| tx.one("SELECT id FROM agency", &v![], |row| row.get::<i64>(1)));
    assert_eq!(outside, Err(Problem::Internal("the row has no column 1".to_owned())));
    // The transaction is still good after a cell that could not be used.
    let later = db.read(|tx| {
        let _unused = tx.one("SELECT name FROM agency", &v![], |row| row.get::<i64>(0));
        tx.exists("SELECT 1 FROM agency", &v![])
    });
    assert_eq!(later, Ok(true));
});

both_engines!(what_only_one_engine_would_take_is_refused, SCHEMA, |db: Db| {
    for value in [Value::from("a\0b"), Value::from(f64::NAN)] {
        let refused = db.read(move |tx| tx.exists("SELECT 1 WHERE $1 IS NULL", std::slice::from_ref(&value)));
        assert!(matches!(refused, Err(Problem::Internal(_))), "{refused:?}");
    }
});

both_engines!(bit_or_joins_categories, SCHEMA, |db: Db| {
    let bits = |sql| db.read(move |tx| tx.one(sql, &v![], |row| row.get::<Option<i64>>(0))).unwrap().unwrap();
    assert_eq!(bits("SELECT bit_or(id) FROM agency"), None);
    add_agency(&db, 0b001, "A");
    add_agency(&db, 0b100, "B");
    assert_eq!(bits("SELECT bit_or(id) FROM agency"), Some(0b101));
    assert_eq!(bits("SELECT bit_or(CASE WHEN name = 'A' THEN id END) FROM agency"), Some(0b001));
    assert_eq!(bits("SELECT bit_or(CAST(NULL AS BIGINT)) FROM agency"), None);
});

both_engines!(text_sorts_by_bytes_and_nulls_where_told, SCHEMA, |db: Db| {
    add_agency(&db, 1, "b");
    add_agency(&db, 2, "B");
    add_agency(&db, 3, "あ");
    add_agency(&db, 4, "ア");
    add_agency(&db, 5, "𠮷");
    let by_bytes = db.read(|tx| tx.all("SELECT name FROM agency ORDER BY name", &v![], |row| row.get::<String>(0)));
    assert_eq!(by_bytes.unwrap(), ["B", "b", "あ", "ア", "𠮷"]);
    let nulls = db.read(|tx| {
        tx.all(
            "SELECT CASE WHEN id = 2 THEN NULL ELSE id END AS n FROM agency WHERE id < 4 ORDER BY n DESC NULLS LAST",
            &v![],
            |row| row.get::<Option<i64>>(0),
        )
    });
    assert_eq!(nulls.unwrap(), [Some(3), Some(1), None]);
});

both_engines!(upserts_and_returning_work, SCHEMA, |db: Db| {
    let add = |n: i64| {
        db.write(move |tx| {
            tx.one(
                "INSERT INTO tally (name, day, n) VALUES ($1, $2, $3) \
                 ON CONFLICT (name, day) DO UPDATE SET n = tally.n + excluded.n RETURNING n",
                &v!["visits", "2026-11-20", n],
                |row| row.get::<i64>(0),
            )
        })
    };
    assert_eq!(add(2), Ok(Some(2)));
    assert_eq!(add(3), Ok(Some(5)));
    let touched = db.write(|tx| tx.run("UPDATE tally SET n = 0 WHERE name = $1", &v!["nothing"]));
    assert_eq!(touched, Ok(0));
});

both_engines!(any_text_number_and_bytes_come_back, SCHEMA, |db: Db| {
    let mut runner = TestRunner::new(Config { cases: 64, failure_persistence: None, ..Config::default() });
    let any = (any::<String>(), any::<i64>(), any::<Vec<u8>>(), proptest::option::of(any::<bool>()));
    runner
        .run(&any, |(text, number, bytes, flag)| {
            prop_assume!(!text.contains('\0'));
            let given = (text.clone(), number, bytes.clone(), flag);
            let back = db.read(move |tx| {
                tx.one("SELECT $1, $2, $3, $4", &v![&text, number, &bytes, flag], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
                })
            });
            prop_assert_eq!(back, Ok(Some(given)));
            Ok(())
        })
        .unwrap();
});
