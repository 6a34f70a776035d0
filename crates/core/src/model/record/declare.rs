//! The macro that declares a record.

/// Declares a record: a struct, what describes it, and how it is read and written.
///
/// A field is `name: Type`, with three things that may follow:
/// - `name("json", "alias")`: its name in the document where that is another one, and names that are read as well;
/// - `Type as Form`: how the value is written, where that is not the usual way of its type (see [`Field`](crate::model::record::Field));
/// - `=> "words"`: what its absence means, where that is more than "not said".
#[macro_export]
macro_rules! record {
    ($(#[doc = $about:literal])+ $(#[derive($($derive:ident),+)])? $name:ident {
        $($(#[doc = $doc:literal])+
            $field:ident $(($($json:literal),+))?: $type:ty $(as $form:ty)? $(=> $absent:literal)?),+ $(,)?
    }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, PartialEq, Eq $(, $($derive),+)?)]
        pub struct $name { $($(#[doc = $doc])+ pub $field: $type),+ }

        const _: () = {
            use $crate::model::Fault;
            use $crate::model::record::{
                Field, FieldSpec, Fields, Input, Kind, Misplaced, Output, Plain, Privacy, Record, RecordSpec, Value, told,
            };

            /// The fields that were read so far.
            #[doc(hidden)]
            #[derive(Default)]
            pub struct Draft {
                $($field: <$type as Field<$crate::record!(@form $($form)?)>>::Slot),+
            }

            impl Record for $name {
                const SPEC: &'static RecordSpec = &RecordSpec {
                    name: stringify!($name),
                    doc: told(&[$($about),+]),
                    fields: &[$({
                        type Form = $crate::record!(@form $($form)?);
                        FieldSpec {
                            names: $crate::record!(@names $field $(($($json),+))?),
                            member: stringify!($field),
                            doc: told(&[$($doc),+]),
                            kind: <$type as Field<Form>>::KIND,
                            required: <$type as Field<Form>>::REQUIRED,
                            absent: $crate::record!(@absent $($absent)?),
                            privacy: <$type as Field<Form>>::PRIVACY,
                            spread: <$type as Field<Form>>::SPREAD,
                        }
                    }),+],
                };
                type Draft = Draft;

                fn take<S: Input>(draft: &mut Draft, key: &str, source: S) -> Result<(), S::Error> {
                    $({
                        type Form = $crate::record!(@form $($form)?);
                        let names = $crate::record!(@names $field $(($($json),+))?);
                        if <$type as Field<Form>>::knows(names, key) {
                            return <$type as Field<Form>>::take(&mut draft.$field, key, source);
                        }
                    })+
                    Err(source.refuse(Fault::unknown_field(Self::SPEC)))
                }

                fn finish(draft: Draft) -> Result<Self, Misplaced> {
                    Ok($name { $($field: {
                        let names = $crate::record!(@names $field $(($($json),+))?);
                        Field::<$crate::record!(@form $($form)?)>::finish(draft.$field, names)?
                    }),+ })
                }

                fn write<F: Fields>(&self, fields: &mut F) -> Result<(), F::Error> {
                    $({
                        let names = $crate::record!(@names $field $(($($json),+))?);
                        Field::<$crate::record!(@form $($form)?)>::write(&self.$field, names, fields)?;
                    })+
                    Ok(())
                }
            }

            impl Value for $name {
                const KIND: Kind = Kind::Record(<$name as Record>::SPEC);
                const PRIVACY: Privacy = <$name as Record>::SPEC.privacy();

                fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
                    source.record()
                }

                fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
                    sink.record(self)
                }
            }
        };
    };
    (@form) => { Plain };
    (@form $form:ty) => { $form };
    (@names $field:ident) => { &[stringify!($field)] };
    (@names $field:ident ($($json:literal),+)) => { &[$($json),+] };
    (@absent) => { None };
    (@absent $absent:literal) => { Some($absent) };
}
