//! Values to the server and cells from it, by the types the server names.

use std::error::Error;

use postgres::types::private::BytesMut;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};

use crate::row::Cell;
use crate::value::Value;

type AnyError = Box<dyn Error + Sync + Send>;

/// A parameter, written as the type the server wants it to be
///
/// A null goes to any type: that is why an optional filter (`$1 IS NULL OR …`) needs no cast.
#[derive(Debug)]
pub(super) struct Parameter<'a>(pub &'a Value);

impl ToSql for Parameter<'_> {
    fn to_sql(&self, wanted: &Type, out: &mut BytesMut) -> Result<IsNull, AnyError> {
        match self.0 {
            Value::Int(None) | Value::Text(None) | Value::Bool(None) | Value::Real(None) | Value::Bytes(None) => {
                Ok(IsNull::Yes)
            }
            Value::Int(Some(n)) => match *wanted {
                Type::INT8 => n.to_sql(wanted, out),
                Type::INT4 => i32::try_from(*n)?.to_sql(wanted, out),
                Type::INT2 => i16::try_from(*n)?.to_sql(wanted, out),
                _ => Err(unfit("an integer", wanted)),
            },
            Value::Text(Some(text)) if <&str as ToSql>::accepts(wanted) => text.to_sql(wanted, out),
            Value::Text(Some(_)) => Err(unfit("text", wanted)),
            Value::Bool(Some(yes)) if *wanted == Type::BOOL => yes.to_sql(wanted, out),
            Value::Bool(Some(_)) => Err(unfit("a boolean", wanted)),
            Value::Real(Some(x)) if *wanted == Type::FLOAT8 => x.to_sql(wanted, out),
            Value::Real(Some(_)) => Err(unfit("a double", wanted)),
            Value::Bytes(Some(bytes)) if *wanted == Type::BYTEA => bytes.to_sql(wanted, out),
            Value::Bytes(Some(_)) => Err(unfit("bytes", wanted)),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn unfit(given: &str, wanted: &Type) -> AnyError {
    format!("{given} was given where the server wants {wanted}: write the CAST into the statement").into()
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
