//! Forms of fields that are not one value under one name.

use super::{
    Field, FieldSpec, Fields, Input, Kind, Misplaced, Output, PathStep, Plain, Privacy, Record, RecordSpec,
    Slot, Value, record,
};
use crate::model::{Date, Fault, Period};

/// A value whose absence is its default: nothing is known of it. It is left out where it is the default.
#[derive(Debug)]
pub struct OrNothing;

impl<T: Value + Default + PartialEq> Field<OrNothing> for T {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;
    const PRIVACY: Privacy = T::PRIVACY;
    type Slot = Slot<T>;

    fn take<S: Input>(slot: &mut Slot<T>, _: &str, source: S) -> Result<(), S::Error> {
        slot.fill(source, T::read)
    }

    fn finish(slot: Slot<T>, _: &'static [&'static str]) -> Result<Self, Misplaced> {
        Ok(slot.said().unwrap_or_default())
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        if *self == T::default() {
            return Ok(());
        }
        Field::<Plain>::write(self, names, fields)
    }
}

/// The fields of another record, in the record itself.
#[derive(Debug)]
pub struct Spread;

impl<R: Record> Field<Spread> for R {
    const KIND: Kind = Kind::Record(R::SPEC);
    const REQUIRED: bool = true;
    const PRIVACY: Privacy = R::SPEC.privacy();
    const SPREAD: Option<&'static [FieldSpec]> = Some(R::SPEC.fields);
    type Slot = R::Draft;

    fn knows(_: &[&str], key: &str) -> bool {
        R::SPEC.has(key)
    }

    fn take<S: Input>(slot: &mut R::Draft, key: &str, source: S) -> Result<(), S::Error> {
        R::take(slot, key, source)
    }

    fn finish(slot: R::Draft, _: &'static [&'static str]) -> Result<Self, Misplaced> {
        R::finish(slot)
    }

    fn write<F: Fields>(&self, _: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        Record::write(self, fields)
    }
}

/// The two bounds of a period while they are read.
#[derive(Debug, Default)]
pub struct BoundsDraft {
    start: Slot<Date>,
    end: Slot<Date>,
}

/// A period whose two bounds stand in the record itself, as `start` and `end`.
#[derive(Debug)]
pub struct Bounds;

const fn bound(names: &'static [&'static str], doc: &'static [&'static str]) -> FieldSpec {
    FieldSpec {
        names,
        member: "period",
        doc,
        kind: Kind::Date,
        required: false,
        absent: Some("no bound"),
        privacy: Privacy::Public,
        spread: None,
    }
}

const START: &[&str] = &["start"];
const END: &[&str] = &["end"];

const BOUNDS: &[FieldSpec] = &[
    bound(START, &[" The first day."]),
    bound(END, &[" The last day, which belongs to the period."]),
];

impl BoundsDraft {
    fn take<S: Input>(&mut self, is_start: bool, source: S) -> Result<(), S::Error> {
        if is_start {
            self.start.fill(source, Date::read)
        } else {
            self.end.fill(source, Date::read)
        }
    }

    fn finish(self) -> Result<Period, Misplaced> {
        Period::new(self.start.said(), self.end.said()).map_err(|fault| Misplaced::field(END, fault))
    }
}

fn write<F: Fields>(period: Period, fields: &mut F) -> Result<(), F::Error> {
    Field::<Plain>::write(&period.start(), START, fields)?;
    Field::<Plain>::write(&period.end(), END, fields)
}

/// A period, or one that is none where it has no bound.
pub trait Bounded: Copy {
    /// Between the bounds that were read.
    fn between(period: Period) -> Self;
    /// The bounds to write.
    fn bounds(self) -> Period;
}

impl Bounded for Period {
    fn between(period: Period) -> Self {
        period
    }

    fn bounds(self) -> Period {
        self
    }
}

impl Bounded for Option<Period> {
    fn between(period: Period) -> Self {
        Some(period).filter(|period| *period != Period::ALWAYS)
    }

    fn bounds(self) -> Period {
        self.unwrap_or(Period::ALWAYS)
    }
}

impl<P: Bounded> Field<Bounds> for P {
    const KIND: Kind = Kind::Date;
    const REQUIRED: bool = false;
    const PRIVACY: Privacy = Privacy::Public;
    const SPREAD: Option<&'static [FieldSpec]> = Some(BOUNDS);
    type Slot = BoundsDraft;

    fn knows(_: &[&str], key: &str) -> bool {
        matches!(key, "start" | "end")
    }

    fn take<S: Input>(slot: &mut BoundsDraft, key: &str, source: S) -> Result<(), S::Error> {
        slot.take(key == "start", source)
    }

    fn finish(slot: BoundsDraft, _: &'static [&'static str]) -> Result<Self, Misplaced> {
        slot.finish().map(P::between)
    }

    fn write<F: Fields>(&self, _: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        write(self.bounds(), fields)
    }
}

record! {
    /// The days that a service could see.
    Horizon {
        /// The first day.
        from: Option<Date> => "no bound",
        /// The last day, which belongs to it.
        to: Option<Date> => "no bound",
    }
}

/// A period as an object with `from` and `to`.
#[derive(Debug)]
pub struct FromTo;

impl Field<FromTo> for Option<Period> {
    const KIND: Kind = <Horizon as Value>::KIND;
    const REQUIRED: bool = false;
    const PRIVACY: Privacy = Privacy::Public;
    type Slot = Slot<Horizon>;

    fn take<S: Input>(slot: &mut Slot<Horizon>, _: &str, source: S) -> Result<(), S::Error> {
        slot.fill(source, Horizon::read)
    }

    fn finish(slot: Slot<Horizon>, names: &'static [&'static str]) -> Result<Self, Misplaced> {
        let Some(Horizon { from, to }) = slot.said() else {
            return Ok(None);
        };
        Period::new(from, to).map(Some).map_err(|fault| {
            let to = Misplaced::field(&["to"], fault);
            names
                .first()
                .copied()
                .map(PathStep::Field)
                .into_iter()
                .fold(to, Misplaced::below)
        })
    }

    fn write<F: Fields>(&self, names: &'static [&'static str], fields: &mut F) -> Result<(), F::Error> {
        let horizon = self.map(|period| Horizon {
            from: period.start(),
            to: period.end(),
        });
        Field::<Plain>::write(&horizon, names, fields)
    }
}

/// A period as an object of its own, `start` and `end`.
impl Record for Period {
    const SPEC: &'static RecordSpec = &RecordSpec {
        name: "Period",
        doc: &[" A period of days. Both bounds belong to it; a missing bound is open."],
        fields: BOUNDS,
    };
    type Draft = BoundsDraft;

    fn take<S: Input>(draft: &mut BoundsDraft, key: &str, source: S) -> Result<(), S::Error> {
        match key {
            "start" | "end" => draft.take(key == "start", source),
            _ => Err(source.refuse(Fault::unknown_field(Self::SPEC))),
        }
    }

    fn finish(draft: BoundsDraft) -> Result<Self, Misplaced> {
        draft.finish()
    }

    fn write<F: Fields>(&self, fields: &mut F) -> Result<(), F::Error> {
        write(*self, fields)
    }
}

impl Value for Period {
    const KIND: Kind = Kind::Record(<Period as Record>::SPEC);

    fn read<S: Input>(source: S) -> Result<Option<Self>, S::Error> {
        source.record()
    }

    fn write<W: Output>(&self, sink: W) -> Result<W::Done, W::Error> {
        sink.record(self)
    }
}
