//! Declares what the objects of the format hold: struct, reader, writer and schema from one list.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeSeq};
use serde_json::value::RawValue;

use super::schema::Book;
use super::{Problem, Read, Reader};

/// Something that stands in a file.
pub(crate) trait Form: Sized {
    /// Whether it is written as a text that may say anything: a blank one is as good as none.
    const IS_TEXT: bool = false;

    /// Reads it, noting what is wrong.
    ///
    /// # Errors
    ///
    /// Says whether the value alone or the rest of the text is of no use.
    fn read(reader: &mut Reader<'_>) -> Read<Self>;

    /// Its JSON Schema.
    fn schema(book: &mut Book) -> serde_json::Value;
}

/// Rows that stand for themselves: one that cannot be read is left out, counted and listed, and the
/// others are read.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T> {
    /// Each row with its place in the file's list.
    pub rows: Vec<(usize, T)>,
    /// How many could not be read.
    pub unread: usize,
}

impl<T> Rows<T> {
    /// The rows in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.rows.iter().map(|(_, row)| row)
    }

    /// Whether the file has none, not even one that could not be read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.unread == 0
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), unread: 0 }
    }
}

impl<T: Serialize> Serialize for Rows<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.rows.len()))?;
        for row in self.iter() {
            list.serialize_element(row)?;
        }
        list.end()
    }
}

/// Keys that the format does not have, with their values as written: nothing that was imported is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(pub Vec<(String, String)>);

impl Unknown {
    pub(super) fn write<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        for (key, value) in &self.0 {
            let value = RawValue::from_string(value.clone()).map_err(serde::ser::Error::custom)?;
            map.serialize_entry(key, &value)?;
        }
        Ok(())
    }
}

/// How each kind of field is typed, kept and written.
///
/// - `need`: must be there.
/// - `may`: can be left out, and a blank text is; one that cannot be read makes the object unreadable.
/// - `many`: a list, or one item on its own; one bad item makes the object unreadable.
/// - `some`: the same, and an empty one is doubtful: it would go unnoticed that it changes nothing.
/// - `rows`: a list in which a bad row is left out and counted, and the rest is read.
/// - `part`: can be left out; one that cannot be read is left out and the rest is read.
macro_rules! field {
    (type need $ty:ty) => { $ty };
    (type may $ty:ty) => { Option<$ty> };
    (type many $ty:ty) => { Vec<$ty> };
    (type some $ty:ty) => { Vec<$ty> };
    (type rows $ty:ty) => { $crate::document::Rows<$ty> };
    (type part $ty:ty) => { Option<$ty> };

    (slot need $ty:ty) => { None::<$ty> };
    (slot may $ty:ty) => { None::<$ty> };
    (slot many $ty:ty) => { Vec::<$ty>::new() };
    (slot some $ty:ty) => { Vec::<$ty>::new() };
    (slot rows $ty:ty) => { $crate::document::Rows::<$ty>::default() };
    (slot part $ty:ty) => { None::<$ty> };

    (read need $reader:ident $object:ident $slot:ident $ty:ty) => {{
        let field = <$ty as $crate::document::Form>::read($reader);
        $slot = $object.keep(field)?;
    }};
    (read may $reader:ident $object:ident $slot:ident $ty:ty) => {{
        if !(<$ty as $crate::document::Form>::IS_TEXT && $reader.passes_blank()?) {
            $crate::document::record::field!(read need $reader $object $slot $ty);
        }
    }};
    (read many $reader:ident $object:ident $slot:ident $ty:ty) => {{
        let field = $crate::document::record::one_or_many::<$ty>($reader);
        $slot = $object.keep(field)?.unwrap_or_default();
    }};
    (read some $reader:ident $object:ident $slot:ident $ty:ty) => {{
        let field = $crate::document::record::some::<$ty>($reader);
        $slot = $object.keep(field)?.unwrap_or_default();
    }};
    (read rows $reader:ident $object:ident $slot:ident $ty:ty) => {{
        let field = $reader.rows::<$ty>();
        $slot = $object.keep(field)?.unwrap_or_default();
    }};
    (read part $reader:ident $object:ident $slot:ident $ty:ty) => {{
        match <$ty as $crate::document::Form>::read($reader) {
            Ok(part) => $slot = Some(part),
            Err($crate::document::Stop::Value) => {}
            Err(stop) => return Err(stop),
        }
    }};

    (take need $slot:ident) => { $slot.ok_or($crate::document::Stop::Value)? };
    (take $kind:ident $slot:ident) => { $slot };

    (write need $map:ident $key:literal $value:expr) => { $map.serialize_entry($key, $value)? };
    (write may $map:ident $key:literal $value:expr) => {
        if let Some(value) = $value { $map.serialize_entry($key, value)? }
    };
    (write part $map:ident $key:literal $value:expr) => { $crate::document::record::field!(write may $map $key $value) };
    (write $list:ident $map:ident $key:literal $value:expr) => {
        if !$value.is_empty() { $map.serialize_entry($key, $value)? }
    };

    (schema many $book:ident $ty:ty) => {{
        let item = <$ty as $crate::document::Form>::schema($book);
        serde_json::json!({ "anyOf": [item, { "type": "array", "items": item }] })
    }};
    (schema some $book:ident $ty:ty) => { $crate::document::record::field!(schema many $book $ty) };
    (schema rows $book:ident $ty:ty) => {
        serde_json::json!({ "type": "array", "items": <$ty as $crate::document::Form>::schema($book) })
    };
    (schema $kind:ident $book:ident $ty:ty) => { <$ty as $crate::document::Form>::schema($book) };

    (needed need $key:literal) => { Some($key) };
    (needed $kind:ident $key:literal) => { None::<&'static str> };
}

/// Declares an object of the format.
///
/// `Name: "a name" { "key" need field: Type, … }`, the kinds of field being those of `field!`. With
/// `or Short`, the object can be written in that shorter form, from which it is made by `From`.
macro_rules! record {
    (
        $(#[doc = $doc:literal])+
        $(#[derive($derive:ident)])?
        $name:ident: $called:literal $(or $short:ty)? {
            $( $(#[doc = $field_doc:literal])+ $key:literal $kind:ident $field:ident: $ty:ty, )+
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Clone, Debug, PartialEq $(, $derive)?)]
        pub struct $name {
            $( $(#[doc = $field_doc])+ pub $field: $crate::document::record::field!(type $kind $ty), )+
            /// What the file says here that the format does not have.
            pub unknown: $crate::document::Unknown,
        }

        impl $crate::document::Form for $name {
            $( const IS_TEXT: bool = <$short as $crate::document::Form>::IS_TEXT; )?

            fn read(reader: &mut $crate::document::Reader<'_>) -> $crate::document::Read<Self> {
                #[derive(Clone, Copy)]
                #[expect(non_camel_case_types, reason = "named after the fields")]
                enum Field { $( $field ),+ }
                const KEYS: &[&str] = &[ $( $key ),+ ];
                const NEEDED: &[Option<&str>] = &[ $( $crate::document::record::field!(needed $kind $key) ),+ ];

                $(
                    if !matches!(
                        reader.kind()?,
                        $crate::document::Kind::Object | $crate::document::Kind::Null
                    ) {
                        return <$short as $crate::document::Form>::read(reader).map(Self::from);
                    }
                )?
                let mut object = reader.object($called, KEYS)?;
                let mut unknown = $crate::document::Unknown::default();
                $( let mut $field = $crate::document::record::field!(slot $kind $ty); )+
                while let Some(key) = reader.key(&mut object)? {
                    match key {
                        $(
                            $crate::document::Key::Known(index) if index == Field::$field as usize => {
                                $crate::document::record::field!(read $kind reader object $field $ty);
                            }
                        )+
                        $crate::document::Key::Known(_) => {}
                        $crate::document::Key::Unknown(key, value) => unknown.0.push((key, value)),
                    }
                }
                reader.whole(&object, NEEDED)?;
                $( let $field = $crate::document::record::field!(take $kind $field); )+
                Ok(Self { $( $field, )+ unknown })
            }

            fn schema(book: &mut $crate::document::Book) -> serde_json::Value {
                book.record(
                    stringify!($name),
                    &[ $( $doc ),+ ],
                    |book| {
                        let _ = &book;
                        vec![ $( <$short as $crate::document::Form>::schema(book) )? ]
                    },
                    |book| vec![
                        $( ($key, concat!($($field_doc),+), $crate::document::record::field!(schema $kind book $ty)), )+
                    ],
                    &[ $( $crate::document::record::field!(needed $kind $key) ),+ ],
                )
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $( $crate::document::record::field!(write $kind map $key &self.$field); )+
                self.unknown.write(&mut map)?;
                map.end()
            }
        }
    };
}

pub(crate) use {field, record};

/// A list, or one item on its own.
pub(super) fn one_or_many<T: Form>(reader: &mut Reader<'_>) -> Read<Vec<T>> {
    if reader.kind()? != super::Kind::List {
        if T::IS_TEXT && reader.passes_blank()? {
            return Ok(Vec::new());
        }
        return T::read(reader).map(|item| vec![item]);
    }
    if T::IS_TEXT {
        return texts(reader);
    }
    let Rows { rows, unread } = reader.list("a list", T::read)?;
    if unread > 0 {
        return Err(super::Stop::Value);
    }
    Ok(rows.into_iter().map(|(_, item)| item).collect())
}

/// The same of texts, of which a blank one is left out.
fn texts<T: Form>(reader: &mut Reader<'_>) -> Read<Vec<T>> {
    let read = |reader: &mut Reader<'_>| {
        if reader.passes_blank()? { Ok(None) } else { T::read(reader).map(Some) }
    };
    let Rows { rows, unread } = reader.list("a list", read)?;
    if unread > 0 {
        return Err(super::Stop::Value);
    }
    Ok(rows.into_iter().filter_map(|(_, item)| item).collect())
}

/// The same, of which an empty list is noted.
pub(super) fn some<T: Form>(reader: &mut Reader<'_>) -> Read<Vec<T>> {
    let offset = reader.offset();
    let items = one_or_many(reader)?;
    if items.is_empty() {
        let what = "The list is empty, which is read as if it were not there.".to_owned();
        let mend = "Fill it, or remove it.".to_owned();
        reader.note_at(offset, Problem::Doubtful { what, mend });
    }
    Ok(items)
}
