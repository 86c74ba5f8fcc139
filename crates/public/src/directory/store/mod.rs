//! Rows of the directory; private to the room

pub mod index;
pub mod offer;
pub mod site;
pub mod suggestion;

use base::AgencyId;
use db::Value;

/// How many agencies are asked for in one statement
pub const MANY: usize = 16;

/// Ids for a statement that takes [`MANY`]; the places left over hold an id that nothing has
pub fn many(agencies: &[AgencyId]) -> Vec<Value> {
    (0..MANY).map(|i| Value::from(agencies.get(i).map_or(0, |id| id.raw()))).collect()
}
