// The library for C#, whole. Written by the build from the header of the library: do not edit.
//
// Compiles as netstandard2.0, .NET Framework 4.5 and Mono. Threads may share an Engine. Dispose what is made; what is
// forgotten is freed by the collector. Dates are yyyymmdd and moments yyyymmddhhmmss, 0 when absent.
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace TiersPayant
{
    /// <summary>A call that failed: its status, a stable code, and the place of the fault. No value of the input.</summary>
    public sealed class TiersPayantException : Exception
    {
        public int Status { get; private set; }
        public string Code { get; private set; }
        public string Place { get; private set; }

        public TiersPayantException(int status, string code, string place, string message) : base(message)
        {
            Status = status;
            Code = code;
            Place = place;
        }
    }

    /// <summary>An object of the library, freed once, however often it is disposed of.</summary>
    public abstract class Handle : SafeHandle
    {
        protected Handle(IntPtr given) : base(IntPtr.Zero, true) { SetHandle(given); }
        public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Str
    {
        public IntPtr Data;
        public UIntPtr Len;

        public override string ToString() { return Utf8.Of(Data, (int)Len); }
    }

    internal static class Utf8
    {
        public static string Of(IntPtr data, int len)
        {
            if (len == 0) return "";
            var bytes = new byte[len];
            Marshal.Copy(data, bytes, 0, len);
            return Encoding.UTF8.GetString(bytes);
        }

        /// <summary>Up to the NUL.</summary>
        public static string Of(IntPtr data)
        {
            int len = 0;
            while (Marshal.ReadByte(data, len) != 0) len++;
            return Of(data, len);
        }

        public static string Taken(IntPtr text)
        {
            try { return Of(Native.tp_text_data(text), (int)Native.tp_text_len(text)); }
            finally { Native.tp_text_free(text); }
        }
    }

    /// <summary>Memory that a call needs, given back when it is over.</summary>
    internal sealed class Room : IDisposable
    {
        private readonly List<IntPtr> all = new List<IntPtr>();

        private IntPtr Of(int size)
        {
            var place = Marshal.AllocHGlobal(Math.Max(size, 1));
            all.Add(place);
            return place;
        }

        public Str Str(string text)
        {
            if (string.IsNullOrEmpty(text)) return new Str();
            var bytes = Encoding.UTF8.GetBytes(text);
            var place = Of(bytes.Length);
            Marshal.Copy(bytes, 0, place, bytes.Length);
            return new Str { Data = place, Len = (UIntPtr)bytes.Length };
        }

        public IntPtr Given<T>(T native) where T : struct
        {
            var place = Of(Marshal.SizeOf(typeof(T)));
            Marshal.StructureToPtr(native, place, false);
            return place;
        }

        public IntPtr Empty<T>() where T : struct
        {
            int size = Marshal.SizeOf(typeof(T));
            var place = Of(size);
            for (int i = 0; i < size; i++) Marshal.WriteByte(place, i, 0);
            Marshal.WriteInt32(place, size);
            return place;
        }

        public static T Filled<T>(IntPtr place) where T : struct { return (T)Marshal.PtrToStructure(place, typeof(T)); }

        public void Dispose()
        {
            foreach (var place in all) Marshal.FreeHGlobal(place);
            all.Clear();
        }
    }

    /// <summary>The numbers of the header.</summary>
    public static class Tp
    {
        public const int VERSION_MAJOR = 0;
        public const int VERSION_MINOR = 1;
        public const int VERSION_PATCH = 0;
        public const int ABI_MAJOR = 0;
        public const int ABI_MINOR = 2;
        public const int OK = 0;
        public const int ERROR_NULL = -1;
        public const int ERROR_SIZE = -2;
        public const int ERROR_NEWER = -3;
        public const int ERROR_VALUE = -4;
        public const int ERROR_UTF8 = -5;
        public const int ERROR_MISSING = -6;
        public const int ERROR_RANGE = -7;
        public const int ERROR_BUFFER = -8;
        public const int ERROR_INPUT = -9;
        public const int ERROR_DOCUMENT = -10;
        public const int ERROR_TABLE = -11;
        public const int ERROR_BUSY = -12;
        public const int ERROR_PANIC = -13;
        public const int ERROR_HANDLE = -14;
        public const int ERROR_MEMORY = -15;
        public const int LANG_FR = 0;
        public const int LANG_EN = 1;
        public const int AUDIENCE_COUNTER = 0;
        public const int AUDIENCE_PATIENT = 1;
        public const int WORDS_VERDICT = 1;
        public const int WORDS_BASIS = 2;
        public const int WORDS_GUARANTEE = 3;
        public const int WORDS_SEVERITY = 4;
        public const int WORDS_EXEMPTION = 5;
        public const int WORDS_SHARE = 6;
        public const int WORDS_CARD = 7;
        public const int WORDS_CATEGORY = 8;
        public const int WORDS_RELATION = 9;
        public const int WORDS_ORIGIN = 10;
        public const int WORDS_SOURCE = 11;
        public const int WORDS_VOCABULARY = 12;
        public const int WORDS_ENTRY = 13;
        public const int WORDS_FORMAT = 14;
        public const int WORDS_STANDING = 15;
        public const int WORDS_MODE = 16;
        public const int WORDS_PAID_INSTEAD = 17;
        public const int WORDS_DOCUMENT = 18;
        public const int WORDS_VOUCHER = 19;
        public const int WORDS_AGREEMENT = 20;
        public const int WORDS_PRESCRIPTION = 21;
        public const int WORDS_GROUND = 22;
        public const int WORDS_PROOF = 23;
        public const int WORDS_END = 24;
        public const int WORDS_SETTING = 25;
        public const int WORDS_TRAIT = 26;
        public const int WORDS_DATE_ROLE = 27;
        public const int WORDS_REMEDY = 28;
        public const int WORDS_REJECT_CLASS = 29;
        public const int WORDS_INDU = 30;
        public const int WORDS_CONFIDENCE = 31;
        public const int WORDS_CERTAINTY = 32;
        public const int WORDS_REPORTED = 33;
        public const int WORDS_RECOGNISED = 34;
        public const int WORDS_FOUND = 35;
        public const int WORDS_MATCHED = 36;
        public const int WORDS_CAUSE = 37;
        public const int WORDS_KNOWN_AT = 38;
        public const int WORDS_CAUGHT = 39;
        public const int WORDS_PAYER = 40;
        public const int FORMAT_SSV = 1;
        public const int FORMAT_ADRI_JSON = 2;
        public const int FORMAT_CNAM_DROITS = 3;
        public const int FORMAT_C2S = 4;
        public const int FORMAT_JFSE = 6;
        public const int FORMAT_LECTURE_VITALE = 7;
        public const int FORMAT_SNAPSHOTS = 5;
        public const int SHARE_AMO = 1;
        public const int SHARE_AMC = 2;
        public const int CARD_READ = 1;
        public const int CARD_ABSENT = 2;
        public const int CARD_UNREADABLE = 3;
        public const int CARD_OPPOSED = 4;
        public const int CATEGORY_DRUG = 1;
        public const int CATEGORY_DEVICE = 2;
        public const int CATEGORY_BIOLOGY = 3;
        public const int CATEGORY_ACT = 4;
        public const int CATEGORY_ACT_SERIES = 5;
        public const int CATEGORY_TRANSPORT = 6;
        public const int CATEGORY_STAY = 7;
        public const int RELATION_RELATED = 1;
        public const int RELATION_UNRELATED = 2;
        public const int RELATION_UNKNOWN = 3;
        public const int ORIGIN_CARD = 1;
        public const int ORIGIN_ADRI = 2;
        public const int ORIGIN_PRESCRIPTION = 3;
        public const int ORIGIN_MANUAL = 4;
        public const int ORIGIN_SETTING = 5;
        public const int STANDING_CONVENTION = 1;
        public const int STANDING_OUTSIDE_CONVENTION = 2;
        public const int STANDING_HOSPITAL = 3;
        public const int MODE_CARD = 1;
        public const int MODE_DEGRADED = 2;
        public const int MODE_REMOTE = 3;
        public const int MODE_SECRECY = 4;
        public const int PAID_INSTEAD_NURSING_SERVICE = 1;
        public const int PAID_INSTEAD_HOSPITAL_STAY = 2;
        public const int PAID_INSTEAD_HOSPITAL_AT_HOME = 3;
        public const int PAID_INSTEAD_NURSING_HOME = 4;
        public const int DOCUMENT_PRESENT = 1;
        public const int DOCUMENT_ABSENT = 2;
        public const int DOCUMENT_OUTSIDE_TERMS = 3;
        public const int VOUCHER_PRESENT = 1;
        public const int VOUCHER_ABSENT = 2;
        public const int AGREEMENT_GRANTED = 1;
        public const int AGREEMENT_REQUESTED = 2;
        public const int AGREEMENT_REFUSED = 3;
        public const int AGREEMENT_NOT_NEEDED = 4;
        public const int PRESCRIPTION_PRESENT = 1;
        public const int PRESCRIPTION_NONE = 2;
        public const int PRESCRIPTION_CONDITIONAL = 3;
        public const int GROUND_HOSPITALISATION = 1;
        public const int GROUND_ALD = 2;
        public const int GROUND_ACCIDENT = 3;
        public const int GROUND_LYING_OR_WATCHED = 4;
        public const int GROUND_LONG_DISTANCE = 5;
        public const int GROUND_SERIES = 6;
        public const int GROUND_SUMMONS = 7;
        public const int GROUND_OTHER = 8;
        public const int PROOF_SENT = 1;
        public const int PROOF_TO_SEND = 2;
        public const int PROOF_MISSING = 3;
        public const int SETTING_PHARMACY = 1;
        public const int SETTING_NURSE = 2;
        public const int SETTING_PHYSIOTHERAPIST = 3;
        public const int SETTING_DOCTOR = 4;
        public const int SETTING_MIDWIFE = 5;
        public const int SETTING_DENTIST = 6;
        public const int SETTING_SPEECH_THERAPIST = 7;
        public const int SETTING_LABORATORY = 8;
        public const int SETTING_DEVICE_SUPPLIER = 9;
        public const int SETTING_TRANSPORT = 10;
        public const int SETTING_HOSPITAL = 11;
        public const int SETTING_PSYCHOLOGIST = 12;
        public const int SETTING_OTHER = 13;
        public const int TRAIT_GENERIC_REFUSED = 1;
        public const int TRAIT_NARCOTIC = 2;
        public const int TRAIT_OVER_300_EUR = 3;
        public const int TRAIT_GLP1 = 4;
        public const int TRAIT_INSULIN_ASPART = 5;
        public const int TRAIT_SITAGLIPTIN_METFORMIN = 6;
        public const int TRAIT_INSULIN_GLARGINE = 7;
        public const int TRAIT_NURSING_HOME = 8;
        public const int TRAIT_INFANT_UNDER_3_MONTHS = 9;
        public const int TRAIT_CONTRACEPTION = 10;
        public const int TRAIT_EMERGENCY_CONTRACEPTION = 11;
        public const int TRAIT_CONDOM = 12;
        public const int TRAIT_IVG = 13;
        public const int TRAIT_MATERNITY_LISTED = 14;
        public const int TRAIT_INFERTILITY = 15;
        public const int TRAIT_DONATION = 16;
        public const int TRAIT_SEXUAL_VIOLENCE = 17;
        public const int TRAIT_TERRORISM = 18;
        public const int TRAIT_MILITARY_INFIRMITY = 19;
        public const int TRAIT_RATE_15 = 20;
        public const int TRAIT_RATE_30 = 21;
        public const int TRAIT_OUTSIDE_CARE_PATH = 22;
        public const int TRAIT_SHARED_TRANSPORT_REFUSED = 23;
        public const int TRAIT_AGREED_AFTER_CONSOLIDATION = 24;
        public const int TRAIT_PREVENTION = 25;
        public const int TRAIT_FIRST_SUPPLY = 26;
        public const int TRAIT_BIOSIMILAR_REFUSED = 27;
        public const int TRAIT_HYBRID_REFUSED = 28;
        public const int TRAIT_TFR_GROUP = 29;
        public const int TRAIT_GENERIC_NOT_CHEAPER = 30;
        public const int TRAIT_NOT_SUBSTITUTABLE = 31;
        public const int TRAIT_FLU_VACCINE = 32;
        public const int TRAIT_SPA_CURE = 33;
        public const int TRAIT_IST_TEST = 34;
        public const int TRAIT_HIV_TEST = 35;
        public const int TRAIT_COLORECTAL_KIT = 36;
        public const int TRAIT_ORAL_HEALTH_EXAM = 37;
        public const int TRAIT_PROGRAMMED_CARE = 38;
        public const int TRAIT_DOCUMENT_REQUIRED = 39;
        public const int TRAIT_WHEELCHAIR = 40;
        public const int URGENT_NO = 1;
        public const int URGENT_YES = 2;
        public const int SHARE_BOTH = 3;
        public const int SOURCE_BDO = 1;
        public const int SOURCE_ADRI = 2;
        public const int SOURCE_CDRI = 3;
        public const int SOURCE_PORTAL = 4;
        public const int SOURCE_ATTESTATION = 5;
        public const int SOURCE_VITALE = 6;
        public const int SOURCE_APCV = 7;
        public const int SOURCE_MANUAL = 8;
        public const int SOURCE_AMC = 9;
        public const int VOCABULARY_BDO = 1;
        public const int VOCABULARY_CDRI = 2;
        public const int VOCABULARY_SNDS = 3;
        public const int VOCABULARY_CLAIM = 4;
        public const int VOCABULARY_CDRI_ETM = 5;
        public const int VOCABULARY_CDRI_MTM = 6;
        public const int VOCABULARY_SNDS_ETM = 7;
        public const int VOCABULARY_SNDS_EXO = 8;
        public const int VOCABULARY_SNDS_MTM = 9;
        public const int ENTRY_ACTIVE = 1;
        public const int ENTRY_PENDING = 2;
        public const int ENTRY_SUSPENDED = 3;
        public const int ENTRY_REFUSED = 4;
        public const int ENTRY_CLOSED = 5;
        public const int END_TERM = 1;
        public const int END_RENOUNCED = 2;
        public const int END_UNPAID = 3;
        public const int END_HOUSEHOLD = 4;
        public const int PARTICIPATION_WITHOUT = 1;
        public const int PARTICIPATION_WITH = 2;
        public const int LIST_COVERAGE = 1;
        public const int LIST_CODES = 2;
        public const int LIST_EXEMPTIONS = 4;
        public const int LIST_ACCIDENTS = 8;
        public const int LIST_CONTRACTS = 16;
        public const int LIST_SERVICES = 32;
        public const int VERDICT_UNDETERMINED = 0;
        public const int VERDICT_BILLABLE = 1;
        public const int VERDICT_NOT_BILLABLE = 2;
        public const int BASIS_FORBIDDEN = 1;
        public const int BASIS_NOT_GRANTED = 2;
        public const int BASIS_MISSING = 3;
        public const int BASIS_PENDING = 4;
        public const int BASIS_CONFLICT = 5;
        public const int BASIS_STALE = 6;
        public const int BASIS_BEYOND_RULES = 7;
        public const int GUARANTEE_UNKNOWN = 0;
        public const int GUARANTEE_GUARANTEED = 1;
        public const int GUARANTEE_LIKELY = 2;
        public const int GUARANTEE_NONE = 3;
        public const int SEVERITY_BLOCKING = 1;
        public const int SEVERITY_DOUBT = 2;
        public const int SEVERITY_NOTICE = 3;
        public const int EXEMPTION_UNKNOWN = 0;
        public const int EXEMPTION_CONFIRMED = 1;
        public const int EXEMPTION_NOT_CLAIMED = 2;
        public const int EXEMPTION_NOT_RECORDED = 3;
        public const int EXEMPTION_NOT_STARTED = 4;
        public const int EXEMPTION_ENDED = 5;
        public const int EXEMPTION_PENDING = 6;
        public const int EXEMPTION_UNRELATED = 7;
        public const int EXEMPTION_CONTRADICTED = 8;
        public const int DATE_ROLE_CARE = 1;
        public const int DATE_ROLE_PRESCRIPTION = 2;
        public const int DATE_ROLE_QUERY = 3;
        public const int DATE_ROLE_TRANSMISSION = 4;
        public const int REMEDY_SOURCE_QUERY_ADRI = 1;
        public const int REMEDY_CARD_UPDATE = 2;
        public const int REMEDY_PATIENT_ASK_ATTESTATION = 3;
        public const int REMEDY_PATIENT_RENEW_CSS = 4;
        public const int REMEDY_EXEMPTION_CORRECT = 5;
        public const int REMEDY_EXEMPTION_REMOVE = 6;
        public const int REMEDY_EXEMPTION_UNFORCE = 7;
        public const int REMEDY_LINE_STATE_RELATION = 8;
        public const int REMEDY_CONTRACT_CORRECT = 9;
        public const int REMEDY_CLAIM_CORRECT_NATURE = 10;
        public const int REMEDY_CLAIM_COMPLETE = 11;
        public const int REMEDY_CLAIM_CHECK_IDENTITY = 12;
        public const int REMEDY_INVOICE_RECYCLE = 13;
        public const int REMEDY_INVOICE_NEW_FSE = 14;
        public const int REMEDY_INVOICE_PAPER = 15;
        public const int REMEDY_AMC_BILL_AMO_ALONE = 16;
        public const int REMEDY_PATIENT_PAYS = 17;
        public const int REMEDY_CLAIM_HOLD_UNTIL = 18;
        public const int REMEDY_PROOF_SEND = 19;
        public const int REMEDY_FUND_CONTACT = 20;
        public const int REMEDY_AMC_CONTACT = 21;
        public const int REMEDY_SOFTWARE_FIX_SETTING = 22;
        public const int REMEDY_CLAIM_CORRECT_SCHEME = 23;
        public const int REMEDY_CLAIM_CHECK_PRESCRIBER = 24;
        public const int REMEDY_AGREEMENT_ASK = 25;
        public const int REMEDY_INVOICE_WAIT = 26;
        public const int REMEDY_INVOICE_FIND_PAYMENT = 27;
        public const int REMEDY_CLAIM_CHECK_DIRECT_ACCESS = 28;
        public const int REMEDY_INVOICE_SPLIT = 29;
        public const int REMEDY_SERVICE_AGREE = 30;
        public const int INDU_MISSING_PROOF = 1;
        public const int INDU_OVERRIDDEN = 2;
        public const int CONFIDENCE_OFFICIAL = 1;
        public const int CONFIDENCE_OFFICIAL_COPY = 2;
        public const int CONFIDENCE_ADMINISTRATION = 3;
        public const int CONFIDENCE_VENDOR = 4;
        public const int CONFIDENCE_SECONDARY = 5;
        public const int CONFIDENCE_INFERRED = 6;
        public const int CONFIDENCE_PRODUCT = 7;
        public const int FACT_DATE = 1;
        public const int FACT_DAYS = 2;
        public const int FACT_WORD = 3;
        public const int FACT_CODE = 4;
        public const int VERDICT_NOT_ASKED = 3;
        public const int BASIS_NONE = 0;
        public const int CHANGE_ASK_AGAIN = 1;
        public const int CHANGE_EXEMPTION = 2;
        public const int CHANGE_NATURE = 3;
        public const int CHANGE_CONTRACT = 4;
        public const int CHANGE_AMO_ALONE = 5;
        public const int CHANGE_SCHEME = 6;
        public const int REJECT_CLASS_ETM_NOT_IN_BDO = 1;
        public const int REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL = 2;
        public const int REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE = 3;
        public const int REJECT_CLASS_RIGHTS_CLOSED = 4;
        public const int REJECT_CLASS_INSURED_UNKNOWN = 5;
        public const int REJECT_CLASS_NATURE_INCOMPATIBLE = 6;
        public const int REJECT_CLASS_ACCIDENT_UNKNOWN = 7;
        public const int REJECT_CLASS_COMPLEMENTARY_UNKNOWN = 8;
        public const int REJECT_CLASS_CARD_REFUSED = 9;
        public const int REJECT_CLASS_PRESCRIBER_UNKNOWN = 10;
        public const int REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED = 11;
        public const int REJECT_CLASS_ALREADY_PAID = 12;
        public const int REJECT_CLASS_TOO_LATE = 13;
        public const int REJECT_CLASS_BILLING_RULE = 14;
        public const int REJECT_CLASS_WRONG_FUND = 15;
        public const int REJECT_CLASS_PRIOR_AGREEMENT = 16;
        public const int REJECT_CLASS_MISSING_PROOF = 17;
        public const int REJECT_CLASS_PAYMENT_DEFERRED = 18;
        public const int REPORTED_REJECTED = 1;
        public const int REPORTED_DEFERRED = 2;
        public const int RECOGNISED_KEY = 1;
        public const int RECOGNISED_LABEL = 2;
        public const int RECOGNISED_BOTH = 3;
        public const int RECOGNISED_STATE = 4;
        public const int RECOGNISED_NONE = 5;
        public const int FOUND_ABSENT = 1;
        public const int FOUND_UNKNOWN = 2;
        public const int FOUND_OTHER_DATES = 3;
        public const int FOUND_KNOWN = 4;
        public const int MATCHED_SAME = 1;
        public const int MATCHED_INFLECTED = 2;
        public const int MATCHED_PREFIX = 3;
        public const int MATCHED_WORDS = 4;
        public const int CAUSE_IDENTITY = 1;
        public const int CAUSE_LAG = 2;
        public const int CAUSE_PENDING = 3;
        public const int CAUSE_WRONG_CODE = 4;
        public const int CAUSE_CONTRACT_MISTYPED = 5;
        public const int CAUSE_CONTRACT_CHANGED = 6;
        public const int CAUSE_ACCIDENT_MISTYPED = 7;
        public const int CAUSE_FORCED = 8;
        public const int CAUSE_STALE_DATA = 9;
        public const int CAUSE_NOT_STARTED = 10;
        public const int CAUSE_ENDED = 11;
        public const int CAUSE_NOT_ACTIVE = 12;
        public const int CAUSE_NEVER_RECORDED = 13;
        public const int CAUSE_RULE = 14;
        public const int CAUSE_DUPLICATE = 15;
        public const int CAUSE_MISSING_DOCUMENT = 16;
        public const int CAUSE_PRESCRIBER = 17;
        public const int CAUSE_LATE = 18;
        public const int CAUSE_CARD = 19;
        public const int CAUSE_BILLING = 20;
        public const int CAUSE_DEFERRED = 21;
        public const int CAUSE_UNKNOWN = 22;
        public const int CAUSE_PAID_INSTEAD = 23;
        public const int KNOWN_AT_NOW = 1;
        public const int KNOWN_AT_BEFORE_SENDING = 2;
        public const int CAUGHT_BLOCKED = 1;
        public const int CAUGHT_DOUBTED = 2;
        public const int CAUGHT_MISSED = 3;
        public const int PAYER_NEW_CLAIM = 1;
        public const int PAYER_PATIENT = 2;
        public const int PAYER_INSURER_OR_PATIENT = 3;
        public const int PAYER_NOT_SETTLED = 4;
        public const int CERTAINTY_PROVED = 1;
        public const int CERTAINTY_HORIZON = 2;
        public const int CERTAINTY_ASSUMED = 3;
        public const int CERTAINTY_CONTRADICTED = 4;
        public const int CERTAINTY_PENDING = 5;
        public const int CERTAINTY_ABSENT = 6;
        public const int CERTAINTY_STALE = 7;
        public const int CERTAINTY_UNKNOWN = 8;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeUnused
    {
        public uint Size;
        public Str Place;
        public Str Why;
    }

    public sealed class Unused
    {
        public string Place { get; set; }
        public string Why { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeUnused { Size = (uint)Marshal.SizeOf(typeof(NativeUnused)), Place = room.Str(Place), Why = room.Str(Why), });
        }

        internal static Unused Of(IntPtr place)
        {
            var native = Room.Filled<NativeUnused>(place);
            return new Unused { Place = native.Place.ToString(), Why = native.Why.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeClaim
    {
        public uint Size;
        public int AsOf;
        public int CareDate;
        public int PrescriptionDate;
        public int TransmissionDate;
        public int Card;
        public int ThirdParty;
        public int BirthRank;
        public Str Id;
        public Str Setting;
        public Str Nature;
        public Str PersonId;
        public Str BirthDate;
        public Str Nir;
        public Str Regime;
        public Str Fund;
        public Str Centre;
        public int PrescriberStanding;
        public int Mode;
        public int PaidInstead;
        public int Reserved;
        public Str OtherRegime;
        public Str OtherFund;
        public Str OtherCentre;
    }

    public sealed class Claim
    {
        public int AsOf { get; set; }
        public int CareDate { get; set; }
        public int PrescriptionDate { get; set; }
        public int TransmissionDate { get; set; }
        public int Card { get; set; }
        public int ThirdParty { get; set; }
        public int BirthRank { get; set; }
        public string Id { get; set; }
        public string Setting { get; set; }
        public string Nature { get; set; }
        public string PersonId { get; set; }
        public string BirthDate { get; set; }
        public string Nir { get; set; }
        public string Regime { get; set; }
        public string Fund { get; set; }
        public string Centre { get; set; }
        public int PrescriberStanding { get; set; }
        public int Mode { get; set; }
        public int PaidInstead { get; set; }
        public int Reserved { get; set; }
        public string OtherRegime { get; set; }
        public string OtherFund { get; set; }
        public string OtherCentre { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeClaim { Size = (uint)Marshal.SizeOf(typeof(NativeClaim)), AsOf = AsOf, CareDate = CareDate, PrescriptionDate = PrescriptionDate, TransmissionDate = TransmissionDate, Card = Card, ThirdParty = ThirdParty, BirthRank = BirthRank, Id = room.Str(Id), Setting = room.Str(Setting), Nature = room.Str(Nature), PersonId = room.Str(PersonId), BirthDate = room.Str(BirthDate), Nir = room.Str(Nir), Regime = room.Str(Regime), Fund = room.Str(Fund), Centre = room.Str(Centre), PrescriberStanding = PrescriberStanding, Mode = Mode, PaidInstead = PaidInstead, Reserved = Reserved, OtherRegime = room.Str(OtherRegime), OtherFund = room.Str(OtherFund), OtherCentre = room.Str(OtherCentre), });
        }

        internal static Claim Of(IntPtr place)
        {
            var native = Room.Filled<NativeClaim>(place);
            return new Claim { AsOf = native.AsOf, CareDate = native.CareDate, PrescriptionDate = native.PrescriptionDate, TransmissionDate = native.TransmissionDate, Card = native.Card, ThirdParty = native.ThirdParty, BirthRank = native.BirthRank, Id = native.Id.ToString(), Setting = native.Setting.ToString(), Nature = native.Nature.ToString(), PersonId = native.PersonId.ToString(), BirthDate = native.BirthDate.ToString(), Nir = native.Nir.ToString(), Regime = native.Regime.ToString(), Fund = native.Fund.ToString(), Centre = native.Centre.ToString(), PrescriberStanding = native.PrescriberStanding, Mode = native.Mode, PaidInstead = native.PaidInstead, Reserved = native.Reserved, OtherRegime = native.OtherRegime.ToString(), OtherFund = native.OtherFund.ToString(), OtherCentre = native.OtherCentre.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeClaimContract
    {
        public uint Size;
        public int Start;
        public int End;
        public int Reserved;
        public Str Number;
        public Str ContractType;
        public Str Service;
        public Str Indicator;
    }

    public sealed class ClaimContract
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Reserved { get; set; }
        public string Number { get; set; }
        public string ContractType { get; set; }
        public string Service { get; set; }
        public string Indicator { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeClaimContract { Size = (uint)Marshal.SizeOf(typeof(NativeClaimContract)), Start = Start, End = End, Reserved = Reserved, Number = room.Str(Number), ContractType = room.Str(ContractType), Service = room.Str(Service), Indicator = room.Str(Indicator), });
        }

        internal static ClaimContract Of(IntPtr place)
        {
            var native = Room.Filled<NativeClaimContract>(place);
            return new ClaimContract { Start = native.Start, End = native.End, Reserved = native.Reserved, Number = native.Number.ToString(), ContractType = native.ContractType.ToString(), Service = native.Service.ToString(), Indicator = native.Indicator.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeClaimAccident
    {
        public uint Size;
        public int Date;
        public Str Number;
    }

    public sealed class ClaimAccident
    {
        public int Date { get; set; }
        public string Number { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeClaimAccident { Size = (uint)Marshal.SizeOf(typeof(NativeClaimAccident)), Date = Date, Number = room.Str(Number), });
        }

        internal static ClaimAccident Of(IntPtr place)
        {
            var native = Room.Filled<NativeClaimAccident>(place);
            return new ClaimAccident { Date = native.Date, Number = native.Number.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeLine
    {
        public uint Size;
        public int Category;
        public int Relation;
        public int Origin;
        public int HasAmount;
        public int Reserved;
        public long AmountCents;
        public Str Id;
        public Str Exemption;
        public int Document;
        public int Voucher;
        public int PriorAgreement;
        public int PriorAgreementRequestedOn;
        public int Prescription;
        public int LinePrescriptionDate;
        public int TransportUrgent;
        public int TransportGround;
        public int Proof;
        public int PriorAgreementReceivedOn;
    }

    public sealed class Line
    {
        public int Category { get; set; }
        public int Relation { get; set; }
        public int Origin { get; set; }
        public int HasAmount { get; set; }
        public int Reserved { get; set; }
        public long AmountCents { get; set; }
        public string Id { get; set; }
        public string Exemption { get; set; }
        public int Document { get; set; }
        public int Voucher { get; set; }
        public int PriorAgreement { get; set; }
        public int PriorAgreementRequestedOn { get; set; }
        public int Prescription { get; set; }
        public int LinePrescriptionDate { get; set; }
        public int TransportUrgent { get; set; }
        public int TransportGround { get; set; }
        public int Proof { get; set; }
        public int PriorAgreementReceivedOn { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeLine { Size = (uint)Marshal.SizeOf(typeof(NativeLine)), Category = Category, Relation = Relation, Origin = Origin, HasAmount = HasAmount, Reserved = Reserved, AmountCents = AmountCents, Id = room.Str(Id), Exemption = room.Str(Exemption), Document = Document, Voucher = Voucher, PriorAgreement = PriorAgreement, PriorAgreementRequestedOn = PriorAgreementRequestedOn, Prescription = Prescription, LinePrescriptionDate = LinePrescriptionDate, TransportUrgent = TransportUrgent, TransportGround = TransportGround, Proof = Proof, PriorAgreementReceivedOn = PriorAgreementReceivedOn, });
        }

        internal static Line Of(IntPtr place)
        {
            var native = Room.Filled<NativeLine>(place);
            return new Line { Category = native.Category, Relation = native.Relation, Origin = native.Origin, HasAmount = native.HasAmount, Reserved = native.Reserved, AmountCents = native.AmountCents, Id = native.Id.ToString(), Exemption = native.Exemption.ToString(), Document = native.Document, Voucher = native.Voucher, PriorAgreement = native.PriorAgreement, PriorAgreementRequestedOn = native.PriorAgreementRequestedOn, Prescription = native.Prescription, LinePrescriptionDate = native.LinePrescriptionDate, TransportUrgent = native.TransportUrgent, TransportGround = native.TransportGround, Proof = native.Proof, PriorAgreementReceivedOn = native.PriorAgreementReceivedOn, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeCoverage
    {
        public uint Size;
        public int Start;
        public int End;
        public int Reserved;
    }

    public sealed class Coverage
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Reserved { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeCoverage { Size = (uint)Marshal.SizeOf(typeof(NativeCoverage)), Start = Start, End = End, Reserved = Reserved, });
        }

        internal static Coverage Of(IntPtr place)
        {
            var native = Room.Filled<NativeCoverage>(place);
            return new Coverage { Start = native.Start, End = native.End, Reserved = native.Reserved, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeCoverageCode
    {
        public uint Size;
        public int Start;
        public int End;
        public int Reserved;
        public Str Ald;
        public Str Situation;
    }

    public sealed class CoverageCode
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Reserved { get; set; }
        public string Ald { get; set; }
        public string Situation { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeCoverageCode { Size = (uint)Marshal.SizeOf(typeof(NativeCoverageCode)), Start = Start, End = End, Reserved = Reserved, Ald = room.Str(Ald), Situation = room.Str(Situation), });
        }

        internal static CoverageCode Of(IntPtr place)
        {
            var native = Room.Filled<NativeCoverageCode>(place);
            return new CoverageCode { Start = native.Start, End = native.End, Reserved = native.Reserved, Ald = native.Ald.ToString(), Situation = native.Situation.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeExemption
    {
        public uint Size;
        public int Vocabulary;
        public int Start;
        public int End;
        public int Status;
        public int Reserved;
        public Str Code;
    }

    public sealed class Exemption
    {
        public int Vocabulary { get; set; }
        public int Start { get; set; }
        public int End { get; set; }
        public int Status { get; set; }
        public int Reserved { get; set; }
        public string Code { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeExemption { Size = (uint)Marshal.SizeOf(typeof(NativeExemption)), Vocabulary = Vocabulary, Start = Start, End = End, Status = Status, Reserved = Reserved, Code = room.Str(Code), });
        }

        internal static Exemption Of(IntPtr place)
        {
            var native = Room.Filled<NativeExemption>(place);
            return new Exemption { Vocabulary = native.Vocabulary, Start = native.Start, End = native.End, Status = native.Status, Reserved = native.Reserved, Code = native.Code.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeMaternity
    {
        public uint Size;
        public int Start;
        public int End;
        public int PresumedStart;
        public int PresumedDelivery;
        public int Delivery;
        public int Status;
        public int Reserved;
    }

    public sealed class Maternity
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int PresumedStart { get; set; }
        public int PresumedDelivery { get; set; }
        public int Delivery { get; set; }
        public int Status { get; set; }
        public int Reserved { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeMaternity { Size = (uint)Marshal.SizeOf(typeof(NativeMaternity)), Start = Start, End = End, PresumedStart = PresumedStart, PresumedDelivery = PresumedDelivery, Delivery = Delivery, Status = Status, Reserved = Reserved, });
        }

        internal static Maternity Of(IntPtr place)
        {
            var native = Room.Filled<NativeMaternity>(place);
            return new Maternity { Start = native.Start, End = native.End, PresumedStart = native.PresumedStart, PresumedDelivery = native.PresumedDelivery, Delivery = native.Delivery, Status = native.Status, Reserved = native.Reserved, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeAccident
    {
        public uint Size;
        public int Date;
        public int Start;
        public int End;
        public int Status;
        public int Reserved;
        public Str Number;
    }

    public sealed class Accident
    {
        public int Date { get; set; }
        public int Start { get; set; }
        public int End { get; set; }
        public int Status { get; set; }
        public int Reserved { get; set; }
        public string Number { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeAccident { Size = (uint)Marshal.SizeOf(typeof(NativeAccident)), Date = Date, Start = Start, End = End, Status = Status, Reserved = Reserved, Number = room.Str(Number), });
        }

        internal static Accident Of(IntPtr place)
        {
            var native = Room.Filled<NativeAccident>(place);
            return new Accident { Date = native.Date, Start = native.Start, End = native.End, Status = native.Status, Reserved = native.Reserved, Number = native.Number.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeContract
    {
        public uint Size;
        public int Start;
        public int End;
        public int Status;
        public int Participation;
        public int Reserved;
        public Str Number;
        public Str ContractType;
        public Str Service;
        public Str Indicator;
        public int EndReason;
        public int ReservedEnd;
    }

    public sealed class Contract
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Status { get; set; }
        public int Participation { get; set; }
        public int Reserved { get; set; }
        public string Number { get; set; }
        public string ContractType { get; set; }
        public string Service { get; set; }
        public string Indicator { get; set; }
        public int EndReason { get; set; }
        public int ReservedEnd { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeContract { Size = (uint)Marshal.SizeOf(typeof(NativeContract)), Start = Start, End = End, Status = Status, Participation = Participation, Reserved = Reserved, Number = room.Str(Number), ContractType = room.Str(ContractType), Service = room.Str(Service), Indicator = room.Str(Indicator), EndReason = EndReason, ReservedEnd = ReservedEnd, });
        }

        internal static Contract Of(IntPtr place)
        {
            var native = Room.Filled<NativeContract>(place);
            return new Contract { Start = native.Start, End = native.End, Status = native.Status, Participation = native.Participation, Reserved = native.Reserved, Number = native.Number.ToString(), ContractType = native.ContractType.ToString(), Service = native.Service.ToString(), Indicator = native.Indicator.ToString(), EndReason = native.EndReason, ReservedEnd = native.ReservedEnd, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeContractRight
    {
        public uint Size;
        public int Start;
        public int End;
        public int Status;
        public Str Domain;
    }

    public sealed class ContractRight
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Status { get; set; }
        public string Domain { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeContractRight { Size = (uint)Marshal.SizeOf(typeof(NativeContractRight)), Start = Start, End = End, Status = Status, Domain = room.Str(Domain), });
        }

        internal static ContractRight Of(IntPtr place)
        {
            var native = Room.Filled<NativeContractRight>(place);
            return new ContractRight { Start = native.Start, End = native.End, Status = native.Status, Domain = native.Domain.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeService
    {
        public uint Size;
        public int Start;
        public int End;
        public int Reserved;
        public Str Code;
    }

    public sealed class Service
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Reserved { get; set; }
        public string Code { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeService { Size = (uint)Marshal.SizeOf(typeof(NativeService)), Start = Start, End = End, Reserved = Reserved, Code = room.Str(Code), });
        }

        internal static Service Of(IntPtr place)
        {
            var native = Room.Filled<NativeService>(place);
            return new Service { Start = native.Start, End = native.End, Reserved = native.Reserved, Code = native.Code.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeSnapshot
    {
        public uint Size;
        public int Source;
        public long ObservedAt;
        public int UpdatedOn;
        public int HasHorizon;
        public int HorizonFrom;
        public int HorizonTo;
        public int Lists;
        public int BirthRank;
        public Str PersonId;
        public Str BirthDate;
        public Str Nir;
        public Str Regime;
        public Str Fund;
        public Str Centre;
    }

    public sealed class Snapshot
    {
        public int Source { get; set; }
        public long ObservedAt { get; set; }
        public int UpdatedOn { get; set; }
        public int HasHorizon { get; set; }
        public int HorizonFrom { get; set; }
        public int HorizonTo { get; set; }
        public int Lists { get; set; }
        public int BirthRank { get; set; }
        public string PersonId { get; set; }
        public string BirthDate { get; set; }
        public string Nir { get; set; }
        public string Regime { get; set; }
        public string Fund { get; set; }
        public string Centre { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeSnapshot { Size = (uint)Marshal.SizeOf(typeof(NativeSnapshot)), Source = Source, ObservedAt = ObservedAt, UpdatedOn = UpdatedOn, HasHorizon = HasHorizon, HorizonFrom = HorizonFrom, HorizonTo = HorizonTo, Lists = Lists, BirthRank = BirthRank, PersonId = room.Str(PersonId), BirthDate = room.Str(BirthDate), Nir = room.Str(Nir), Regime = room.Str(Regime), Fund = room.Str(Fund), Centre = room.Str(Centre), });
        }

        internal static Snapshot Of(IntPtr place)
        {
            var native = Room.Filled<NativeSnapshot>(place);
            return new Snapshot { Source = native.Source, ObservedAt = native.ObservedAt, UpdatedOn = native.UpdatedOn, HasHorizon = native.HasHorizon, HorizonFrom = native.HorizonFrom, HorizonTo = native.HorizonTo, Lists = native.Lists, BirthRank = native.BirthRank, PersonId = native.PersonId.ToString(), BirthDate = native.BirthDate.ToString(), Nir = native.Nir.ToString(), Regime = native.Regime.ToString(), Fund = native.Fund.ToString(), Centre = native.Centre.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeOptions
    {
        public uint Size;
        public int Lang;
        public int WithoutWhatIf;
    }

    public sealed class Options
    {
        public int Lang { get; set; }
        public int WithoutWhatIf { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeOptions { Size = (uint)Marshal.SizeOf(typeof(NativeOptions)), Lang = Lang, WithoutWhatIf = WithoutWhatIf, });
        }

        internal static Options Of(IntPtr place)
        {
            var native = Room.Filled<NativeOptions>(place);
            return new Options { Lang = native.Lang, WithoutWhatIf = native.WithoutWhatIf, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeSummary
    {
        public uint Size;
        public int Verdict;
        public int Basis;
        public int Guarantee;
        public int AmoVerdict;
        public int AmoBasis;
        public int AmcVerdict;
        public int AmcBasis;
        public uint LineCount;
        public uint ReasonCount;
        public uint BlockingCount;
        public uint DoubtCount;
    }

    public sealed class Summary
    {
        public int Verdict { get; set; }
        public int Basis { get; set; }
        public int Guarantee { get; set; }
        public int AmoVerdict { get; set; }
        public int AmoBasis { get; set; }
        public int AmcVerdict { get; set; }
        public int AmcBasis { get; set; }
        public uint LineCount { get; set; }
        public uint ReasonCount { get; set; }
        public uint BlockingCount { get; set; }
        public uint DoubtCount { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeSummary { Size = (uint)Marshal.SizeOf(typeof(NativeSummary)), Verdict = Verdict, Basis = Basis, Guarantee = Guarantee, AmoVerdict = AmoVerdict, AmoBasis = AmoBasis, AmcVerdict = AmcVerdict, AmcBasis = AmcBasis, LineCount = LineCount, ReasonCount = ReasonCount, BlockingCount = BlockingCount, DoubtCount = DoubtCount, });
        }

        internal static Summary Of(IntPtr place)
        {
            var native = Room.Filled<NativeSummary>(place);
            return new Summary { Verdict = native.Verdict, Basis = native.Basis, Guarantee = native.Guarantee, AmoVerdict = native.AmoVerdict, AmoBasis = native.AmoBasis, AmcVerdict = native.AmcVerdict, AmcBasis = native.AmcBasis, LineCount = native.LineCount, ReasonCount = native.ReasonCount, BlockingCount = native.BlockingCount, DoubtCount = native.DoubtCount, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeStyle
    {
        public uint Size;
        public uint Width;
        public int Color;
        public int Ascii;
        public int Details;
    }

    public sealed class Style
    {
        public uint Width { get; set; }
        public int Color { get; set; }
        public int Ascii { get; set; }
        public int Details { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeStyle { Size = (uint)Marshal.SizeOf(typeof(NativeStyle)), Width = Width, Color = Color, Ascii = Ascii, Details = Details, });
        }

        internal static Style Of(IntPtr place)
        {
            var native = Room.Filled<NativeStyle>(place);
            return new Style { Width = native.Width, Color = native.Color, Ascii = native.Ascii, Details = native.Details, };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeLineAnswer
    {
        public uint Size;
        public int AmoVerdict;
        public int AmoBasis;
        public int AmcVerdict;
        public int AmcBasis;
        public int Exemption;
        public int Date;
        public int Reserved;
        public Str DateRole;
        public Str Id;
    }

    public sealed class LineAnswer
    {
        public int AmoVerdict { get; set; }
        public int AmoBasis { get; set; }
        public int AmcVerdict { get; set; }
        public int AmcBasis { get; set; }
        public int Exemption { get; set; }
        public int Date { get; set; }
        public int Reserved { get; set; }
        public string DateRole { get; set; }
        public string Id { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeLineAnswer { Size = (uint)Marshal.SizeOf(typeof(NativeLineAnswer)), AmoVerdict = AmoVerdict, AmoBasis = AmoBasis, AmcVerdict = AmcVerdict, AmcBasis = AmcBasis, Exemption = Exemption, Date = Date, Reserved = Reserved, DateRole = room.Str(DateRole), Id = room.Str(Id), });
        }

        internal static LineAnswer Of(IntPtr place)
        {
            var native = Room.Filled<NativeLineAnswer>(place);
            return new LineAnswer { AmoVerdict = native.AmoVerdict, AmoBasis = native.AmoBasis, AmcVerdict = native.AmcVerdict, AmcBasis = native.AmcBasis, Exemption = native.Exemption, Date = native.Date, Reserved = native.Reserved, DateRole = native.DateRole.ToString(), Id = native.Id.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeReason
    {
        public uint Size;
        public int Severity;
        public int Share;
        public int Line;
        public uint FactCount;
        public uint RemedyCount;
        public int ReferenceChecked;
        public int Reserved;
        public Str Id;
        public Str Rule;
        public Str Reject;
        public Str Indu;
        public Str Reference;
        public Str Confidence;
    }

    public sealed class Reason
    {
        public int Severity { get; set; }
        public int Share { get; set; }
        public int Line { get; set; }
        public uint FactCount { get; set; }
        public uint RemedyCount { get; set; }
        public int ReferenceChecked { get; set; }
        public int Reserved { get; set; }
        public string Id { get; set; }
        public string Rule { get; set; }
        public string Reject { get; set; }
        public string Indu { get; set; }
        public string Reference { get; set; }
        public string Confidence { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeReason { Size = (uint)Marshal.SizeOf(typeof(NativeReason)), Severity = Severity, Share = Share, Line = Line, FactCount = FactCount, RemedyCount = RemedyCount, ReferenceChecked = ReferenceChecked, Reserved = Reserved, Id = room.Str(Id), Rule = room.Str(Rule), Reject = room.Str(Reject), Indu = room.Str(Indu), Reference = room.Str(Reference), Confidence = room.Str(Confidence), });
        }

        internal static Reason Of(IntPtr place)
        {
            var native = Room.Filled<NativeReason>(place);
            return new Reason { Severity = native.Severity, Share = native.Share, Line = native.Line, FactCount = native.FactCount, RemedyCount = native.RemedyCount, ReferenceChecked = native.ReferenceChecked, Reserved = native.Reserved, Id = native.Id.ToString(), Rule = native.Rule.ToString(), Reject = native.Reject.ToString(), Indu = native.Indu.ToString(), Reference = native.Reference.ToString(), Confidence = native.Confidence.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeFact
    {
        public uint Size;
        public int Kind;
        public int Number;
        public int Reserved;
        public Str Key;
        public Str Word;
    }

    public sealed class Fact
    {
        public int Kind { get; set; }
        public int Number { get; set; }
        public int Reserved { get; set; }
        public string Key { get; set; }
        public string Word { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeFact { Size = (uint)Marshal.SizeOf(typeof(NativeFact)), Kind = Kind, Number = Number, Reserved = Reserved, Key = room.Str(Key), Word = room.Str(Word), });
        }

        internal static Fact Of(IntPtr place)
        {
            var native = Room.Filled<NativeFact>(place);
            return new Fact { Kind = native.Kind, Number = native.Number, Reserved = native.Reserved, Key = native.Key.ToString(), Word = native.Word.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeCorrection
    {
        public uint Size;
        public int Change;
        public int Line;
        public int Reserved;
        public Str Exemption;
        public Str Number;
        public Str ContractType;
        public Str Nature;
        public Str Regime;
        public Str Fund;
        public Str Centre;
    }

    public sealed class Correction
    {
        public int Change { get; set; }
        public int Line { get; set; }
        public int Reserved { get; set; }
        public string Exemption { get; set; }
        public string Number { get; set; }
        public string ContractType { get; set; }
        public string Nature { get; set; }
        public string Regime { get; set; }
        public string Fund { get; set; }
        public string Centre { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeCorrection { Size = (uint)Marshal.SizeOf(typeof(NativeCorrection)), Change = Change, Line = Line, Reserved = Reserved, Exemption = room.Str(Exemption), Number = room.Str(Number), ContractType = room.Str(ContractType), Nature = room.Str(Nature), Regime = room.Str(Regime), Fund = room.Str(Fund), Centre = room.Str(Centre), });
        }

        internal static Correction Of(IntPtr place)
        {
            var native = Room.Filled<NativeCorrection>(place);
            return new Correction { Change = native.Change, Line = native.Line, Reserved = native.Reserved, Exemption = native.Exemption.ToString(), Number = native.Number.ToString(), ContractType = native.ContractType.ToString(), Nature = native.Nature.ToString(), Regime = native.Regime.ToString(), Fund = native.Fund.ToString(), Centre = native.Centre.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeRightInterval
    {
        public uint Size;
        public int Start;
        public int End;
        public int Reserved;
        public Str Certainty;
        public Str Source;
    }

    public sealed class RightInterval
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Reserved { get; set; }
        public string Certainty { get; set; }
        public string Source { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeRightInterval { Size = (uint)Marshal.SizeOf(typeof(NativeRightInterval)), Start = Start, End = End, Reserved = Reserved, Certainty = room.Str(Certainty), Source = room.Str(Source), });
        }

        internal static RightInterval Of(IntPtr place)
        {
            var native = Room.Filled<NativeRightInterval>(place);
            return new RightInterval { Start = native.Start, End = native.End, Reserved = native.Reserved, Certainty = native.Certainty.ToString(), Source = native.Source.ToString(), };
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeClaimInterval
    {
        public uint Size;
        public int Start;
        public int End;
        public int Verdict;
        public int Basis;
    }

    public sealed class ClaimInterval
    {
        public int Start { get; set; }
        public int End { get; set; }
        public int Verdict { get; set; }
        public int Basis { get; set; }

        internal IntPtr Given(Room room)
        {
            return room.Given(new NativeClaimInterval { Size = (uint)Marshal.SizeOf(typeof(NativeClaimInterval)), Start = Start, End = End, Verdict = Verdict, Basis = Basis, });
        }

        internal static ClaimInterval Of(IntPtr place)
        {
            var native = Room.Filled<NativeClaimInterval>(place);
            return new ClaimInterval { Start = native.Start, End = native.End, Verdict = native.Verdict, Basis = native.Basis, };
        }
    }

    public sealed class Dossier : Handle
    {
        internal Dossier(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_dossier_free(handle);
            return true;
        }

        /// <summary>Gives the dossier of a JSON document, to be freed with tp_dossier_free.</summary>
        public static Dossier FromJson(byte[] json)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_dossier_from_json(json, (UIntPtr)json.Length, out x_out, out error);
                Native.Need(status, error);
                return new Dossier(x_out);
            }
        }

        /// <summary>Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone, or {"format", "as_of", "claim"}.</summary>
        public static Dossier FromClaimJson(byte[] json)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_dossier_from_claim_json(json, (UIntPtr)json.Length, out x_out, out error);
                Native.Need(status, error);
                return new Dossier(x_out);
            }
        }

        /// <summary>Gives a dossier with this claim, to be freed with tp_dossier_free.</summary>
        public static Dossier New(Claim claim)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_dossier_new(claim == null ? IntPtr.Zero : claim.Given(room), out x_out, out error);
                Native.Need(status, error);
                return new Dossier(x_out);
            }
        }

        /// <summary>Sets the complementary contract of the claim, in the place of the one it had.</summary>
        public void SetClaimContract(ClaimContract contract)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_set_claim_contract(this, contract == null ? IntPtr.Zero : contract.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Sets the accident of the claim, in the place of the one it had.</summary>
        public void SetClaimAccident(ClaimAccident accident)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_set_claim_accident(this, accident == null ? IntPtr.Zero : accident.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a line at the end of the claim.</summary>
        public void AddLine(Line line)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_line(this, line == null ? IntPtr.Zero : line.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a fact that a rule may need to a line, such as narcotic or generic_refused.</summary>
        public void AddTrait(int line, byte[] word)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_trait(this, (UIntPtr)line, word, (UIntPtr)word.Length, out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds the snapshots of a reading.</summary>
        public void AddReading(Reading reading)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_reading(this, reading, out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Takes every snapshot out of a dossier, so that the claim can be asked again with other rights.</summary>
        public void ClearRights()
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_clear_rights(this, out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Gives the snapshots of a dossier as JSON, to be freed with tp_text_free.</summary>
        public string RightsJson()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_dossier_rights_json(this, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was decided as it was.</summary>
        public string Json(int people)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_dossier_json(this, people, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Adds a period of base rights to a snapshot.</summary>
        public void AddCoverage(int snapshot, Coverage coverage)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_coverage(this, (UIntPtr)snapshot, coverage == null ? IntPtr.Zero : coverage.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a coverage code to a snapshot.</summary>
        public void AddCode(int snapshot, CoverageCode code)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_code(this, (UIntPtr)snapshot, code == null ? IntPtr.Zero : code.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds an exemption to a snapshot.</summary>
        public void AddExemption(int snapshot, Exemption exemption)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_exemption(this, (UIntPtr)snapshot, exemption == null ? IntPtr.Zero : exemption.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Sets the maternity record of a snapshot, in the place of the one it had.</summary>
        public void SetMaternity(int snapshot, Maternity maternity)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_set_maternity(this, (UIntPtr)snapshot, maternity == null ? IntPtr.Zero : maternity.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds an accident on record to a snapshot.</summary>
        public void AddAccident(int snapshot, Accident accident)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_accident(this, (UIntPtr)snapshot, accident == null ? IntPtr.Zero : accident.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a contract on record to a snapshot.</summary>
        public void AddContract(int snapshot, Contract contract)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_contract(this, (UIntPtr)snapshot, contract == null ? IntPtr.Zero : contract.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds rights for one kind of expense to a contract of a snapshot.</summary>
        public void AddContractRight(int snapshot, int contract, ContractRight right)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_contract_right(this, (UIntPtr)snapshot, (UIntPtr)contract, right == null ? IntPtr.Zero : right.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a service code to a snapshot.</summary>
        public void AddService(int snapshot, Service service)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_dossier_add_service(this, (UIntPtr)snapshot, service == null ? IntPtr.Zero : service.Given(room), out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Adds a snapshot.</summary>
        public int AddSnapshot(Snapshot snapshot)
        {
            using (var room = new Room())
            {
                UIntPtr x_index;
                IntPtr error;
                int status = Native.tp_dossier_add_snapshot(this, snapshot == null ? IntPtr.Zero : snapshot.Given(room), out x_index, out error);
                Native.Need(status, error);
                return (int)x_index;
            }
        }
    }

    public sealed class Engine : Handle
    {
        internal Engine(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_engine_free(handle);
            return true;
        }

        /// <summary>Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free.</summary>
        public static Engine New()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_engine_new(out x_out, out error);
                Native.Need(status, error);
                return new Engine(x_out);
            }
        }

        /// <summary>Shows the edition of the rules, such as 2026.11.</summary>
        public string Edition()
        {
            using (var room = new Room())
            {
                Str x_out;
                IntPtr error;
                int status = Native.tp_engine_edition(this, out x_out, out error);
                Native.Need(status, error);
                return x_out.ToString();
            }
        }

        /// <summary>Shows the digest of the tables, in hexadecimal.</summary>
        public string Digest()
        {
            using (var room = new Room())
            {
                Str x_out;
                IntPtr error;
                int status = Native.tp_engine_digest(this, out x_out, out error);
                Native.Need(status, error);
                return x_out.ToString();
            }
        }

        /// <summary>Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open.</summary>
        public void Covers(out int from, out int to)
        {
            using (var room = new Room())
            {
                int x_from;
                int x_to;
                IntPtr error;
                int status = Native.tp_engine_covers(this, out x_from, out x_to, out error);
                Native.Need(status, error);
                from = x_from;
                to = x_to;
            }
        }

        /// <summary>Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free.</summary>
        public void CheckJson(byte[] json, out int verdict, out string @out, Options options = null)
        {
            using (var room = new Room())
            {
                int x_verdict;
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_check_json(this, json, (UIntPtr)json.Length, options == null ? IntPtr.Zero : options.Given(room), out x_verdict, out x_out, out error);
                Native.Need(status, error);
                verdict = x_verdict;
                @out = Utf8.Taken(x_out);
            }
        }

        /// <summary>Answers a dossier built from structs.</summary>
        public void Check(Dossier dossier, out Summary summary, out Result result)
        {
            using (var room = new Room())
            {
                var x_summary = room.Empty<NativeSummary>();
                IntPtr x_result;
                IntPtr error;
                int status = Native.tp_check(this, dossier, x_summary, out x_result, out error);
                Native.Need(status, error);
                summary = global::TiersPayant.Summary.Of(x_summary);
                result = new Result(x_result);
            }
        }

        /// <summary>Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause, what puts it right, and who pays otherwise.</summary>
        public string TriageJson(byte[] json, Options options = null)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_triage_json(this, json, (UIntPtr)json.Length, options == null ? IntPtr.Zero : options.Given(room), out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Explains the triage of a reject as a page, to be freed with tp_text_free.</summary>
        public string TriageText(byte[] json, int lang, int audience, Style style = null)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_triage_text(this, json, (UIntPtr)json.Length, lang, audience, style == null ? IntPtr.Zero : style.Given(room), out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }
    }

    public sealed class EngineBuilder : Handle
    {
        internal EngineBuilder(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_engine_builder_free(handle);
            return true;
        }

        /// <summary>Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free.</summary>
        public static EngineBuilder New()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_engine_builder_new(out x_out, out error);
                Native.Need(status, error);
                return new EngineBuilder(x_out);
            }
        }

        /// <summary>Puts a table of yours, such as rejects.toml, in the place of the one compiled in.</summary>
        public void SetTable(byte[] name, byte[] text)
        {
            using (var room = new Room())
            {
                IntPtr error;
                int status = Native.tp_engine_builder_set_table(this, name, (UIntPtr)name.Length, text, (UIntPtr)text.Length, out error);
                Native.Need(status, error);
            }
        }

        /// <summary>Gives an engine with the tables of the builder, to be freed with tp_engine_free.</summary>
        public Engine Build()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_engine_builder_build(this, out x_out, out error);
                Native.Need(status, error);
                return new Engine(x_out);
            }
        }
    }

    public sealed class Reading : Handle
    {
        internal Reading(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_reading_free(handle);
            return true;
        }

        /// <summary>The number of snapshots, one per beneficiary; 0 for NULL.</summary>
        public int SnapshotCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_reading_snapshot_count(this);
            }
        }

        /// <summary>Gives the snapshots as JSON, to be freed with tp_text_free.</summary>
        public string Json()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_reading_json(this, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Shows what kind of error answer the document is, such as not_found, or an empty view when it is none.</summary>
        public string Refusal()
        {
            using (var room = new Room())
            {
                Str x_out;
                IntPtr error;
                int status = Native.tp_reading_refusal(this, out x_out, out error);
                Native.Need(status, error);
                return x_out.ToString();
            }
        }

        /// <summary>The number of fields that were present and not used; 0 for NULL.</summary>
        public int UnusedCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_reading_unused_count(this);
            }
        }

        /// <summary>Fills in one field that was not used.</summary>
        public Unused Unused(int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeUnused>();
                IntPtr error;
                int status = Native.tp_reading_unused(this, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.Unused.Of(x_out);
            }
        }
    }

    public sealed class Result : Handle
    {
        internal Result(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_result_free(handle);
            return true;
        }

        /// <summary>Fills in the summary of a result.</summary>
        public Summary Summary()
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeSummary>();
                IntPtr error;
                int status = Native.tp_result_summary(this, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.Summary.Of(x_out);
            }
        }

        /// <summary>Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json for the same dossier.</summary>
        public string Json(Options options = null)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_json(this, options == null ? IntPtr.Zero : options.Given(room), out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do, when; for the patient a short paragraph instead.</summary>
        public string Text(int lang, int audience, Style style = null)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_text(this, lang, audience, style == null ? IntPtr.Zero : style.Given(room), out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of tp_result_text, without script, light and dark, ready to print; everything that came from the claim is escaped.</summary>
        public string Html(int lang, int audience, int details)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_html(this, lang, audience, details, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>The number of lines; 0 for NULL.</summary>
        public int LineCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_result_line_count(this);
            }
        }

        /// <summary>Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry.</summary>
        public LineAnswer Line(int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeLineAnswer>();
                IntPtr error;
                int status = Native.tp_result_line(this, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.LineAnswer.Of(x_out);
            }
        }

        /// <summary>The number of reasons, all of them and not only the first; 0 for NULL.</summary>
        public int ReasonCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_result_reason_count(this);
            }
        }

        /// <summary>Fills in one reason; the heaviest come first.</summary>
        public Reason Reason(int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeReason>();
                IntPtr error;
                int status = Native.tp_result_reason(this, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.Reason.Of(x_out);
            }
        }

        /// <summary>Fills in one fact of a reason.</summary>
        public Fact Fact(int reason, int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeFact>();
                IntPtr error;
                int status = Native.tp_result_fact(this, (UIntPtr)reason, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.Fact.Of(x_out);
            }
        }

        /// <summary>Shows the stable id of one remedy of a reason, such as source.query_adri.</summary>
        public string Remedy(int reason, int index)
        {
            using (var room = new Room())
            {
                Str x_out;
                IntPtr error;
                int status = Native.tp_result_remedy(this, (UIntPtr)reason, (UIntPtr)index, out x_out, out error);
                Native.Need(status, error);
                return x_out.ToString();
            }
        }

        /// <summary>Gives what a reason says in words, to be freed with tp_text_free.</summary>
        public string ReasonText(int index, int lang, int audience)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_reason_text(this, (UIntPtr)index, lang, audience, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason.</summary>
        public string RemedyText(int reason, int index, int lang, int audience)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_remedy_text(this, (UIntPtr)reason, (UIntPtr)index, lang, audience, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives the what-if of a result, to be freed with tp_what_if_free.</summary>
        public WhatIf WhatIf()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_result_what_if(this, out x_out, out error);
                Native.Need(status, error);
                return new WhatIf(x_out);
            }
        }
    }

    public sealed class Timeline : Handle
    {
        internal Timeline(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_timeline_free(handle);
            return true;
        }

        /// <summary>Gives the timeline of a dossier from one day to another, bounds included, to be freed with tp_timeline_free.</summary>
        public static Timeline New(Engine engine, Dossier dossier, int first, int last)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_timeline_new(engine, dossier, first, last, out x_out, out error);
                Native.Need(status, error);
                return new Timeline(x_out);
            }
        }

        /// <summary>Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language.</summary>
        public string Json()
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_timeline_json(this, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free.</summary>
        public string Text(int lang, Style style = null)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_timeline_text(this, lang, style == null ? IntPtr.Zero : style.Given(room), out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>Gives the timeline as a picture, an SVG document, to be freed with tp_text_free.</summary>
        public string Svg(int lang)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_timeline_svg(this, lang, out x_out, out error);
                Native.Need(status, error);
                return Utf8.Taken(x_out);
            }
        }

        /// <summary>The number of rights that the timeline follows; 0 for NULL.</summary>
        public int RightCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_timeline_right_count(this);
            }
        }

        /// <summary>Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as ald or css.</summary>
        public void Right(int right, out string kind, out string which, out int intervalCount)
        {
            using (var room = new Room())
            {
                Str x_kind;
                Str x_which;
                UIntPtr x_interval_count;
                IntPtr error;
                int status = Native.tp_timeline_right(this, (UIntPtr)right, out x_kind, out x_which, out x_interval_count, out error);
                Native.Need(status, error);
                kind = x_kind.ToString();
                which = x_which.ToString();
                intervalCount = (int)x_interval_count;
            }
        }

        /// <summary>Fills in one interval of a right; together they tile the window.</summary>
        public RightInterval RightInterval(int right, int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeRightInterval>();
                IntPtr error;
                int status = Native.tp_timeline_right_interval(this, (UIntPtr)right, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.RightInterval.Of(x_out);
            }
        }

        /// <summary>The number of intervals of the claim; 0 for NULL.</summary>
        public int ClaimCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_timeline_claim_count(this);
            }
        }

        /// <summary>Fills in one interval of the claim; together they tile the window.</summary>
        public ClaimInterval Claim(int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeClaimInterval>();
                IntPtr error;
                int status = Native.tp_timeline_claim(this, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.ClaimInterval.Of(x_out);
            }
        }

        /// <summary>Gives what becomes of the exemption of one line on the days of an interval of the claim: one of TP_EXEMPTION_.</summary>
        public int Exemption(int index, int line)
        {
            using (var room = new Room())
            {
                int x_out;
                IntPtr error;
                int status = Native.tp_timeline_exemption(this, (UIntPtr)index, (UIntPtr)line, out x_out, out error);
                Native.Need(status, error);
                return x_out;
            }
        }
    }

    public sealed class WhatIf : Handle
    {
        internal WhatIf(IntPtr given) : base(given) { }

        protected override bool ReleaseHandle()
        {
            Native.tp_what_if_free(handle);
            return true;
        }

        /// <summary>Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken run, 0 when no end is known.</summary>
        public void Days(out int earliest, out int latest)
        {
            using (var room = new Room())
            {
                int x_earliest;
                int x_latest;
                IntPtr error;
                int status = Native.tp_what_if_days(this, out x_earliest, out x_latest, out error);
                Native.Need(status, error);
                earliest = x_earliest;
                latest = x_latest;
            }
        }

        /// <summary>The number of corrections; 0 for NULL, and when the claim is billable as it is.</summary>
        public int CorrectionCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_what_if_correction_count(this);
            }
        }

        /// <summary>Fills in one correction.</summary>
        public Correction Correction(int index)
        {
            using (var room = new Room())
            {
                var x_out = room.Empty<NativeCorrection>();
                IntPtr error;
                int status = Native.tp_what_if_correction(this, (UIntPtr)index, x_out, out error);
                Native.Need(status, error);
                return global::TiersPayant.Correction.Of(x_out);
            }
        }
    }

    public static class Library
    {

        /// <summary>The version of the library that is running, as major * 1000000 + minor * 1000 + patch.</summary>
        public static int Version()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_version();
            }
        }

        /// <summary>Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when it wants more than this library has, or TP_ERROR_VALUE when the major versions differ.</summary>
        public static int AbiCheck(int major, int minor)
        {
            using (var room = new Room())
            {
                return (int)Native.tp_abi_check(major, minor);
            }
        }

        /// <summary>Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ.</summary>
        public static string Word(int list, int number)
        {
            using (var room = new Room())
            {
                Str x_out;
                IntPtr error;
                int status = Native.tp_word(list, number, out x_out, out error);
                Native.Need(status, error);
                return x_out.ToString();
            }
        }

        /// <summary>Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read.</summary>
        public static int WordNumber(int list, byte[] word)
        {
            using (var room = new Room())
            {
                int x_out;
                IntPtr error;
                int status = Native.tp_word_number(list, word, (UIntPtr)word.Length, out x_out, out error);
                Native.Need(status, error);
                return x_out;
            }
        }

        /// <summary>The number of tables compiled in.</summary>
        public static int TableCount()
        {
            using (var room = new Room())
            {
                return (int)Native.tp_table_count();
            }
        }

        /// <summary>Shows the name and the text of a table compiled in, to start from when one is to be changed.</summary>
        public static void Table(int index, out string name, out string text)
        {
            using (var room = new Room())
            {
                Str x_name;
                Str x_text;
                IntPtr error;
                int status = Native.tp_table((UIntPtr)index, out x_name, out x_text, out error);
                Native.Need(status, error);
                name = x_name.ToString();
                text = x_text.ToString();
            }
        }

        /// <summary>Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with tp_reading_free.</summary>
        public static Reading Read(int format, byte[] data, long observedAt)
        {
            using (var room = new Room())
            {
                IntPtr x_out;
                IntPtr error;
                int status = Native.tp_read(format, data, (UIntPtr)data.Length, observedAt, out x_out, out error);
                Native.Need(status, error);
                return new Reading(x_out);
            }
        }
    }

    internal static class Native
    {
        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_struct_size(byte[] name, UIntPtr len);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_version();

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_version_text();

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_abi_check(int major, int minor);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_error_status(IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_error_code(IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_error_place(IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_error_message(IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_error_free(IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_status_text(int status);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_str_copy_cp1252(ref Str view, byte[] buffer, UIntPtr size, out UIntPtr needed, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_text_from_cp1252(byte[] data, UIntPtr len, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_str_copy_utf16(ref Str view, char[] buffer, UIntPtr size, out UIntPtr needed, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_text_from_utf16(char[] data, UIntPtr len, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern IntPtr tp_text_data(IntPtr text);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_text_len(IntPtr text);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_text_free(IntPtr text);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_str_copy(ref Str view, byte[] buffer, UIntPtr size, out UIntPtr needed, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_str_copy_latin1(ref Str view, byte[] buffer, UIntPtr size, out UIntPtr needed, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_text_from_latin1(byte[] data, UIntPtr len, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_word(int list, int number, out Str @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_word_number(int list, byte[] word, UIntPtr len, out int @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_new(out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_builder_new(out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_builder_set_table(EngineBuilder builder, byte[] name, UIntPtr nameLen, byte[] text, UIntPtr textLen, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_builder_build(EngineBuilder builder, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_engine_builder_free(IntPtr builder);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_engine_free(IntPtr engine);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_edition(Engine engine, out Str @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_digest(Engine engine, out Str @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_engine_covers(Engine engine, out int from, out int to, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_table_count();

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_table(UIntPtr index, out Str name, out Str text, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_read(int format, byte[] data, UIntPtr len, long observedAt, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_reading_snapshot_count(Reading reading);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_reading_json(Reading reading, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_reading_refusal(Reading reading, out Str @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_reading_unused_count(Reading reading);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_reading_unused(Reading reading, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_reading_free(IntPtr reading);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_from_json(byte[] json, UIntPtr len, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_from_claim_json(byte[] json, UIntPtr len, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_dossier_free(IntPtr dossier);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_new(IntPtr claim, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_set_claim_contract(Dossier dossier, IntPtr contract, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_set_claim_accident(Dossier dossier, IntPtr accident, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_line(Dossier dossier, IntPtr line, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_trait(Dossier dossier, UIntPtr line, byte[] word, UIntPtr len, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_reading(Dossier dossier, Reading reading, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_clear_rights(Dossier dossier, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_rights_json(Dossier dossier, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_json(Dossier dossier, int people, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_coverage(Dossier dossier, UIntPtr snapshot, IntPtr coverage, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_code(Dossier dossier, UIntPtr snapshot, IntPtr code, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_exemption(Dossier dossier, UIntPtr snapshot, IntPtr exemption, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_set_maternity(Dossier dossier, UIntPtr snapshot, IntPtr maternity, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_accident(Dossier dossier, UIntPtr snapshot, IntPtr accident, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_contract(Dossier dossier, UIntPtr snapshot, IntPtr contract, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_contract_right(Dossier dossier, UIntPtr snapshot, UIntPtr contract, IntPtr right, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_service(Dossier dossier, UIntPtr snapshot, IntPtr service, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_dossier_add_snapshot(Dossier dossier, IntPtr snapshot, out UIntPtr index, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_check_json(Engine engine, byte[] json, UIntPtr len, IntPtr options, out int verdict, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_check(Engine engine, Dossier dossier, IntPtr summary, out IntPtr result, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_summary(Result result, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_json(Result result, IntPtr options, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_text(Result result, int lang, int audience, IntPtr style, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_html(Result result, int lang, int audience, int details, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_result_free(IntPtr result);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_result_line_count(Result result);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_line(Result result, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_result_reason_count(Result result);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_reason(Result result, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_fact(Result result, UIntPtr reason, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_remedy(Result result, UIntPtr reason, UIntPtr index, out Str @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_reason_text(Result result, UIntPtr index, int lang, int audience, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_remedy_text(Result result, UIntPtr reason, UIntPtr index, int lang, int audience, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_result_what_if(Result result, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_what_if_days(WhatIf whatIf, out int earliest, out int latest, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_what_if_correction_count(WhatIf whatIf);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_what_if_correction(WhatIf whatIf, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_what_if_free(IntPtr whatIf);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_triage_json(Engine engine, byte[] json, UIntPtr len, IntPtr options, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_triage_text(Engine engine, byte[] json, UIntPtr len, int lang, int audience, IntPtr style, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_new(Engine engine, Dossier dossier, int first, int last, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_json(Timeline timeline, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_text(Timeline timeline, int lang, IntPtr style, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_svg(Timeline timeline, int lang, out IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_timeline_right_count(Timeline timeline);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_right(Timeline timeline, UIntPtr right, out Str kind, out Str which, out UIntPtr intervalCount, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_right_interval(Timeline timeline, UIntPtr right, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern UIntPtr tp_timeline_claim_count(Timeline timeline);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_claim(Timeline timeline, UIntPtr index, IntPtr @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern int tp_timeline_exemption(Timeline timeline, UIntPtr index, UIntPtr line, out int @out, out IntPtr error);

        [DllImport("tierspayant", CallingConvention = CallingConvention.Cdecl)]
        internal static extern void tp_timeline_free(IntPtr timeline);

        public static void Need(int status, IntPtr error)
        {
            if (status == 0) return;
            if (error == IntPtr.Zero)
                throw new TiersPayantException(status, "", "", Utf8.Of(tp_status_text(status)));
            try
            {
                throw new TiersPayantException(status, Utf8.Of(tp_error_code(error)), Utf8.Of(tp_error_place(error)), Utf8.Of(tp_error_message(error)));
            }
            finally
            {
                tp_error_free(error);
            }
        }
    }
}
