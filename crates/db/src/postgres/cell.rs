//! Values to the server and cells from it.

use std::error::Error;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::row::Cell;
use crate::value::Value;

type AnyError = Box<dyn Error + Sync + Send>;

/// The server's type for a value; a null has one too
pub(super) fn kind_of(value: &Value) -> Type {
    match value {
        Value::Int(_) => Type::INT8,
        Value::Text(_) => Type::TEXT,
        Value::Bool(_) => Type::BOOL,
        Value::Real(_) => Type::FLOAT8,
        Value::Bytes(_) => Type::BYTEA,
    }
}

/// A parameter on its way to the server
#[derive(Debug)]
pub(super) struct Parameter<'a>(pub &'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self, wanted: &Type, out: &mut BytesMut) -> Result<IsNull, AnyError> {
        let kind = kind_of(self.0);
        if kind != *wanted {
            // The same text was prepared for values of another kind.
            return Err(format!("a value of type {kind} where an earlier call gave {wanted}").into());
        }
        match self.0 {
            Value::Int(it) => it.to_sql(wanted, out),
            Value::Text(it) => it.to_sql(wanted, out),
            Value::Bool(it) => it.to_sql(wanted, out),
            Value::Real(it) => it.to_sql(wanted, out),
            Value::Bytes(it) => it.to_sql(wanted, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// A cell as it came over the wire, not copied
pub(crate) struct PostgresCell<'a>(pub Cell<'a>);

impl<'a> FromSql<'a> for PostgresCell<'a> {
    fn from_sql(found: &Type, raw: &'a [u8]) -> Result<Self, AnyError> {
        Ok(Self(match *found {
            Type::INT8 => Cell::Int(i64::from_sql(found, raw)?),
            Type::INT4 => Cell::Int(i32::from_sql(found, raw)?.into()),
            Type::INT2 => Cell::Int(i16::from_sql(found, raw)?.into()),
            Type::BOOL => Cell::Bool(bool::from_sql(found, raw)?),
            Type::FLOAT8 => Cell::Real(f64::from_sql(found, raw)?),
            Type::BYTEA => Cell::Bytes(raw),
            _ if <&str as FromSql>::accepts(found) => Cell::Text(<&str>::from_sql(found, raw)?),
            _ => return Err(format!("{found} is not one of our types: write a CAST to BIGINT, TEXT, …").into()),
        }))
    }

    fn from_sql_null(_: &Type) -> Result<Self, AnyError> {
        Ok(Self(Cell::Null))
    }

    fn accepts(_: &Type) -> bool {
        true
    }
}
