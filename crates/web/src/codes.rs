//! Closed sets with stable names: one definition serves the database, forms, JSON, the API description and the words.

/// Writes enums whose members have a code: the text that stands in tables, forms, addresses and JSON.
///
/// Each gets `ALL` (in the order of forms), `code`, `from_code`, `Display`, serde and the API description with the codes, and
/// goes into and out of a row. With a prefix behind the name, `key` is the word that names a member.
///
/// ```
/// web::codes! {
///     /// Whether there is room now.
///     Room, "example-room-" {
///         /// There is room.
///         Has = "has",
///         /// Full.
///         None = "none",
///     }
/// }
/// assert_eq!(Room::from_code("none"), Some(Room::None));
/// assert_eq!(Room::None.key(), "example-room-none");
/// ```
#[macro_export]
macro_rules! codes {
    (@set [$(#[$doc:meta])*] $name:ident { $($(#[$of:meta])* $member:ident = $code:tt,)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
        )]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $code)] $member,)+
        }

        impl $name {
            /// Every one, in the order of forms.
            pub const ALL: &'static [Self] = &[$(Self::$member),+];

            /// The stable name in the database, in forms, in JSON and in word keys.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$member => $code,)+
                }
            }

            /// The one whose [`code`](Self::code) this is; `None` for any other text.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }

        impl std::fmt::Display for $name {
            /// The code.
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }

        impl From<$name> for db::Value {
            fn from(one: $name) -> Self {
                Self::from(one.code())
            }
        }

        impl db::FromCell for $name {
            fn from_cell(cell: db::Cell<'_>) -> Result<Self, db::CellMismatch> {
                let code = <String as db::FromCell>::from_cell(cell)?;
                Self::from_code(&code).ok_or_else(|| db::CellMismatch(concat!("no code of ", stringify!($name)).to_owned()))
            }
        }
    };
    (@key $name:ident $prefix:literal { $($(#[$of:meta])* $member:ident = $code:tt,)+ }) => {
        impl $name {
            /// The word that names it.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$member => concat!($prefix, $code),)+
                }
            }
        }
    };
    () => {};
    ($(#[$doc:meta])* $name:ident { $($members:tt)* } $($rest:tt)*) => {
        $crate::codes!(@set [$(#[$doc])*] $name { $($members)* });
        $crate::codes!($($rest)*);
    };
    ($(#[$doc:meta])* $name:ident, $prefix:literal { $($members:tt)* } $($rest:tt)*) => {
        $crate::codes!(@set [$(#[$doc])*] $name { $($members)* });
        $crate::codes!(@key $name $prefix { $($members)* });
        $crate::codes!($($rest)*);
    };
}
