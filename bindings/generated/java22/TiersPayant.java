// The library for Java 22 and later, whole, without another library. Written by the build from the header: do not edit.
//
// The same classes as those for JNA. Threads may share an Engine. Close what is made; closing twice is harmless. Dates are
// yyyymmdd and moments yyyymmddhhmmss, 0 when absent. The library is found where the system looks for libraries, or at
// the path in the property tierspayant.library. Run with --enable-native-access=ALL-UNNAMED.

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

public final class TiersPayant {
    private TiersPayant() {}

    // What the rest asks of the system, through java.lang.foreign --------------------------------------------------

    static final class Native {
        static final int SIZE_T_SIZE = (int) ValueLayout.ADDRESS.byteSize();

        private Native() {}

        /** The functions of a library: each method of the interface is one. */
        static <T> T load(String name, Class<T> calls) {
            String path = System.getProperty(name + ".library", System.mapLibraryName(name));
            SymbolLookup library = SymbolLookup.libraryLookup(path, Arena.global());
            Map<Method, MethodHandle> handles = new HashMap<>();
            for (Method method : calls.getMethods()) {
                MemorySegment place = library.find(method.getName()).orElseThrow(() -> new UnsatisfiedLinkError(method.getName()));
                handles.put(method, Linker.nativeLinker().downcallHandle(place, descriptor(method)));
            }
            InvocationHandler handler = (proxy, method, given) -> call(method, handles.get(method), given);
            return calls.cast(Proxy.newProxyInstance(calls.getClassLoader(), new Class<?>[] {calls}, handler));
        }

        private static FunctionDescriptor descriptor(Method method) {
            MemoryLayout[] given = Arrays.stream(method.getParameterTypes()).map(Native::layout).toArray(MemoryLayout[]::new);
            Class<?> result = method.getReturnType();
            return result == void.class ? FunctionDescriptor.ofVoid(given) : FunctionDescriptor.of(layout(result), given);
        }

        private static MemoryLayout layout(Class<?> type) {
            if (type == int.class) return ValueLayout.JAVA_INT;
            return type == long.class || IntegerType.class.isAssignableFrom(type) ? ValueLayout.JAVA_LONG : ValueLayout.ADDRESS;
        }

        private static Object call(Method method, MethodHandle handle, Object[] given) throws Throwable {
            Object[] values = given == null ? new Object[0] : given;
            try (Arena arena = Arena.ofConfined()) {
                Object[] passed = new Object[values.length];
                for (int i = 0; i < values.length; i++) passed[i] = passed(values[i], arena);
                Object result = handle.invokeWithArguments(passed);
                for (int i = 0; i < values.length; i++) taken(values[i], passed[i]);
                Class<?> type = method.getReturnType();
                if (type == Size.class) return new Size((long) result);
                return type == Pointer.class ? Pointer.of((MemorySegment) result) : result;
            }
        }

        private static Object passed(Object value, Arena arena) {
            if (value == null) return MemorySegment.NULL;
            if (value instanceof IntegerType) return ((IntegerType) value).longValue();
            if (value instanceof Pointer) return ((Pointer) value).segment;
            if (value instanceof ByReference) return ((ByReference) value).place.segment;
            if (value instanceof byte[]) return arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte[]) value);
            if (value instanceof char[]) return arena.allocateFrom(ValueLayout.JAVA_CHAR, (char[]) value);
            if (!(value instanceof Structure)) return value;
            Structure struct = (Structure) value;
            MemorySegment place = arena.allocate(struct.size(), 8);
            struct.write(place, 0);
            return place;
        }

        /** What the library wrote comes back. */
        private static void taken(Object value, Object passed) {
            if (value instanceof Structure) ((Structure) value).read((MemorySegment) passed, 0);
            if (value instanceof byte[]) MemorySegment.ofArray((byte[]) value).copyFrom((MemorySegment) passed);
            if (value instanceof char[]) MemorySegment.ofArray((char[]) value).copyFrom((MemorySegment) passed);
        }
    }

    public static class Pointer {
        final MemorySegment segment;

        Pointer(MemorySegment segment) {
            this.segment = segment;
        }

        static Pointer of(MemorySegment segment) {
            return segment.address() == 0 ? null : new Pointer(segment);
        }

        byte[] getByteArray(long offset, int size) {
            return segment.reinterpret(offset + size).asSlice(offset, size).toArray(ValueLayout.JAVA_BYTE);
        }

        String getString(long offset, String encoding) {
            return segment.reinterpret(Long.MAX_VALUE).getString(offset, Charset.forName(encoding));
        }

        int getInt(long offset) {
            return segment.reinterpret(offset + 4).get(ValueLayout.JAVA_INT, offset);
        }

        long getLong(long offset) {
            return segment.reinterpret(offset + 8).get(ValueLayout.JAVA_LONG, offset);
        }
    }

    static final class Memory extends Pointer {
        Memory(long size) {
            super(Arena.ofAuto().allocate(size, 8));
        }

        void write(long offset, byte[] bytes, int from, int count) {
            MemorySegment.copy(bytes, from, segment, ValueLayout.JAVA_BYTE, offset, count);
        }
    }

    public abstract static class IntegerType {
        private final long value;

        IntegerType(int size, long value, boolean unsigned) {
            this.value = value;
        }

        public int intValue() {
            return (int) value;
        }

        public long longValue() {
            return value;
        }
    }

    public abstract static class ByReference {
        final Memory place;

        ByReference(int size) {
            place = new Memory(size);
        }

        Pointer getPointer() {
            return place;
        }
    }

    static final class IntByReference extends ByReference {
        IntByReference() {
            super(4);
        }

        int getValue() {
            return place.getInt(0);
        }
    }

    static final class PointerByReference extends ByReference {
        PointerByReference() {
            super(Native.SIZE_T_SIZE);
        }

        Pointer getValue() {
            return Pointer.of(place.segment.get(ValueLayout.ADDRESS, 0));
        }
    }

    /** A struct of C: the public fields that are named, in their order. */
    public abstract static class Structure {
        @Retention(RetentionPolicy.RUNTIME)
        @interface FieldOrder {
            String[] value();
        }

        private interface Visitor {
            void visit(Field field, long offset) throws IllegalAccessException;
        }

        /** Visits every field with its offset, and gives the bytes of the whole. */
        private long each(Visitor visitor) {
            long offset = 0;
            long widest = 1;
            try {
                for (String name : getClass().getAnnotation(FieldOrder.class).value()) {
                    Field field = getClass().getField(name);
                    boolean inside = Structure.class.isAssignableFrom(field.getType());
                    long bytes = inside ? ((Structure) field.get(this)).size() : field.getType() == int.class ? 4 : 8;
                    long align = Math.min(bytes, 8);
                    offset = (offset + align - 1) / align * align;
                    visitor.visit(field, offset);
                    offset += bytes;
                    widest = Math.max(widest, align);
                }
            } catch (ReflectiveOperationException impossible) {
                throw new AssertionError(impossible);
            }
            return (offset + widest - 1) / widest * widest;
        }

        int size() {
            return (int) each((field, offset) -> {});
        }

        void write(MemorySegment to, long at) {
            each((field, offset) -> {
                Object value = field.get(this);
                if (value instanceof Structure) ((Structure) value).write(to, at + offset);
                else if (field.getType() == int.class) to.set(ValueLayout.JAVA_INT, at + offset, (int) value);
                else if (field.getType() == long.class) to.set(ValueLayout.JAVA_LONG, at + offset, (long) value);
                else if (value instanceof IntegerType) to.set(ValueLayout.JAVA_LONG, at + offset, ((IntegerType) value).longValue());
                else to.set(ValueLayout.ADDRESS, at + offset, value == null ? MemorySegment.NULL : ((Pointer) value).segment);
            });
        }

        void read(MemorySegment from, long at) {
            each((field, offset) -> {
                if (field.get(this) instanceof Structure) ((Structure) field.get(this)).read(from, at + offset);
                else if (field.getType() == int.class) field.setInt(this, from.get(ValueLayout.JAVA_INT, at + offset));
                else if (field.getType() == long.class) field.setLong(this, from.get(ValueLayout.JAVA_LONG, at + offset));
                else if (field.getType() == Size.class) field.set(this, new Size(from.get(ValueLayout.JAVA_LONG, at + offset)));
                else field.set(this, Pointer.of(from.get(ValueLayout.ADDRESS, at + offset)));
            });
        }
    }

    private static final Calls CALLS = Native.load("tierspayant", Calls.class);

    /** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
    public static final class TiersPayantException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        public final int status;
        public final String code;
        public final String place;

        TiersPayantException(int status, String code, String place, String message) {
            super(message);
            this.status = status;
            this.code = code;
            this.place = place;
        }
    }

    /** An object of the library, freed once, however often it is closed. */
    public abstract static class Handle implements AutoCloseable {
        private Pointer pointer;

        Handle(Pointer pointer) {
            this.pointer = pointer;
        }

        final synchronized Pointer get() {
            if (pointer == null) throw new IllegalStateException("closed");
            return pointer;
        }

        abstract void free(Pointer pointer);

        @Override
        public final synchronized void close() {
            if (pointer != null) free(pointer);
            pointer = null;
        }
    }

    /** As wide as size_t. */
    public static final class Size extends IntegerType {
        private static final long serialVersionUID = 1L;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    /** A place for a size_t. */
    public static final class SizeByReference extends ByReference {
        public SizeByReference() {
            super(Native.SIZE_T_SIZE);
        }

        int get() {
            return Native.SIZE_T_SIZE == 8 ? (int) getPointer().getLong(0) : getPointer().getInt(0);
        }
    }

    /** A text inside a struct. */
    @Structure.FieldOrder({"data", "len"})
    public static class Str extends Structure {
        public Pointer data;
        public Size len = new Size();
        private Memory kept;

        public void set(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            kept = bytes.length == 0 ? null : new Memory(bytes.length);
            if (kept != null) kept.write(0, bytes, 0, bytes.length);
            data = kept;
            len = new Size(bytes.length);
        }

        @Override
        public String toString() {
            int size = len.intValue();
            return size == 0 ? "" : new String(data.getByteArray(0, size), StandardCharsets.UTF_8);
        }
    }

    private static String taken(PointerByReference out) {
        Pointer text = out.getValue();
        try {
            byte[] bytes = CALLS.tp_text_data(text).getByteArray(0, CALLS.tp_text_len(text).intValue());
            return new String(bytes, StandardCharsets.UTF_8);
        } finally {
            CALLS.tp_text_free(text);
        }
    }

    private static void need(int status, PointerByReference place) {
        if (status == 0) return;
        Pointer error = place.getValue();
        if (error == null) throw new TiersPayantException(status, "", "", CALLS.tp_status_text(status).getString(0, "UTF-8"));
        try {
            throw new TiersPayantException(
                status,
                CALLS.tp_error_code(error).getString(0, "UTF-8"),
                CALLS.tp_error_place(error).getString(0, "UTF-8"),
                CALLS.tp_error_message(error).getString(0, "UTF-8"));
        } finally {
            CALLS.tp_error_free(error);
        }
    }

    public static final int VERSION_MAJOR = 0;
    public static final int VERSION_MINOR = 1;
    public static final int VERSION_PATCH = 0;
    public static final int ABI_MAJOR = 0;
    public static final int ABI_MINOR = 2;
    public static final int OK = 0;
    public static final int ERROR_NULL = -1;
    public static final int ERROR_SIZE = -2;
    public static final int ERROR_NEWER = -3;
    public static final int ERROR_VALUE = -4;
    public static final int ERROR_UTF8 = -5;
    public static final int ERROR_MISSING = -6;
    public static final int ERROR_RANGE = -7;
    public static final int ERROR_BUFFER = -8;
    public static final int ERROR_INPUT = -9;
    public static final int ERROR_DOCUMENT = -10;
    public static final int ERROR_TABLE = -11;
    public static final int ERROR_BUSY = -12;
    public static final int ERROR_PANIC = -13;
    public static final int ERROR_HANDLE = -14;
    public static final int ERROR_MEMORY = -15;
    public static final int LANG_FR = 0;
    public static final int LANG_EN = 1;
    public static final int AUDIENCE_COUNTER = 0;
    public static final int AUDIENCE_PATIENT = 1;
    public static final int WORDS_VERDICT = 1;
    public static final int WORDS_BASIS = 2;
    public static final int WORDS_GUARANTEE = 3;
    public static final int WORDS_SEVERITY = 4;
    public static final int WORDS_EXEMPTION = 5;
    public static final int WORDS_SHARE = 6;
    public static final int WORDS_CARD = 7;
    public static final int WORDS_CATEGORY = 8;
    public static final int WORDS_RELATION = 9;
    public static final int WORDS_ORIGIN = 10;
    public static final int WORDS_SOURCE = 11;
    public static final int WORDS_VOCABULARY = 12;
    public static final int WORDS_ENTRY = 13;
    public static final int WORDS_FORMAT = 14;
    public static final int WORDS_STANDING = 15;
    public static final int WORDS_MODE = 16;
    public static final int WORDS_PAID_INSTEAD = 17;
    public static final int WORDS_DOCUMENT = 18;
    public static final int WORDS_VOUCHER = 19;
    public static final int WORDS_AGREEMENT = 20;
    public static final int WORDS_PRESCRIPTION = 21;
    public static final int WORDS_GROUND = 22;
    public static final int WORDS_PROOF = 23;
    public static final int WORDS_END = 24;
    public static final int WORDS_SETTING = 25;
    public static final int WORDS_TRAIT = 26;
    public static final int WORDS_DATE_ROLE = 27;
    public static final int WORDS_REMEDY = 28;
    public static final int WORDS_REJECT_CLASS = 29;
    public static final int WORDS_INDU = 30;
    public static final int WORDS_CONFIDENCE = 31;
    public static final int WORDS_CERTAINTY = 32;
    public static final int WORDS_REPORTED = 33;
    public static final int WORDS_RECOGNISED = 34;
    public static final int WORDS_FOUND = 35;
    public static final int WORDS_MATCHED = 36;
    public static final int WORDS_CAUSE = 37;
    public static final int WORDS_KNOWN_AT = 38;
    public static final int WORDS_CAUGHT = 39;
    public static final int WORDS_PAYER = 40;
    public static final int FORMAT_SSV = 1;
    public static final int FORMAT_ADRI_JSON = 2;
    public static final int FORMAT_CNAM_DROITS = 3;
    public static final int FORMAT_C2S = 4;
    public static final int FORMAT_JFSE = 6;
    public static final int FORMAT_LECTURE_VITALE = 7;
    public static final int FORMAT_SNAPSHOTS = 5;
    public static final int SHARE_AMO = 1;
    public static final int SHARE_AMC = 2;
    public static final int CARD_READ = 1;
    public static final int CARD_ABSENT = 2;
    public static final int CARD_UNREADABLE = 3;
    public static final int CARD_OPPOSED = 4;
    public static final int CATEGORY_DRUG = 1;
    public static final int CATEGORY_DEVICE = 2;
    public static final int CATEGORY_BIOLOGY = 3;
    public static final int CATEGORY_ACT = 4;
    public static final int CATEGORY_ACT_SERIES = 5;
    public static final int CATEGORY_TRANSPORT = 6;
    public static final int CATEGORY_STAY = 7;
    public static final int RELATION_RELATED = 1;
    public static final int RELATION_UNRELATED = 2;
    public static final int RELATION_UNKNOWN = 3;
    public static final int ORIGIN_CARD = 1;
    public static final int ORIGIN_ADRI = 2;
    public static final int ORIGIN_PRESCRIPTION = 3;
    public static final int ORIGIN_MANUAL = 4;
    public static final int ORIGIN_SETTING = 5;
    public static final int STANDING_CONVENTION = 1;
    public static final int STANDING_OUTSIDE_CONVENTION = 2;
    public static final int STANDING_HOSPITAL = 3;
    public static final int MODE_CARD = 1;
    public static final int MODE_DEGRADED = 2;
    public static final int MODE_REMOTE = 3;
    public static final int MODE_SECRECY = 4;
    public static final int PAID_INSTEAD_NURSING_SERVICE = 1;
    public static final int PAID_INSTEAD_HOSPITAL_STAY = 2;
    public static final int PAID_INSTEAD_HOSPITAL_AT_HOME = 3;
    public static final int PAID_INSTEAD_NURSING_HOME = 4;
    public static final int DOCUMENT_PRESENT = 1;
    public static final int DOCUMENT_ABSENT = 2;
    public static final int DOCUMENT_OUTSIDE_TERMS = 3;
    public static final int VOUCHER_PRESENT = 1;
    public static final int VOUCHER_ABSENT = 2;
    public static final int AGREEMENT_GRANTED = 1;
    public static final int AGREEMENT_REQUESTED = 2;
    public static final int AGREEMENT_REFUSED = 3;
    public static final int AGREEMENT_NOT_NEEDED = 4;
    public static final int PRESCRIPTION_PRESENT = 1;
    public static final int PRESCRIPTION_NONE = 2;
    public static final int PRESCRIPTION_CONDITIONAL = 3;
    public static final int GROUND_HOSPITALISATION = 1;
    public static final int GROUND_ALD = 2;
    public static final int GROUND_ACCIDENT = 3;
    public static final int GROUND_LYING_OR_WATCHED = 4;
    public static final int GROUND_LONG_DISTANCE = 5;
    public static final int GROUND_SERIES = 6;
    public static final int GROUND_SUMMONS = 7;
    public static final int GROUND_OTHER = 8;
    public static final int PROOF_SENT = 1;
    public static final int PROOF_TO_SEND = 2;
    public static final int PROOF_MISSING = 3;
    public static final int SETTING_PHARMACY = 1;
    public static final int SETTING_NURSE = 2;
    public static final int SETTING_PHYSIOTHERAPIST = 3;
    public static final int SETTING_DOCTOR = 4;
    public static final int SETTING_MIDWIFE = 5;
    public static final int SETTING_DENTIST = 6;
    public static final int SETTING_SPEECH_THERAPIST = 7;
    public static final int SETTING_LABORATORY = 8;
    public static final int SETTING_DEVICE_SUPPLIER = 9;
    public static final int SETTING_TRANSPORT = 10;
    public static final int SETTING_HOSPITAL = 11;
    public static final int SETTING_PSYCHOLOGIST = 12;
    public static final int SETTING_OTHER = 13;
    public static final int TRAIT_GENERIC_REFUSED = 1;
    public static final int TRAIT_NARCOTIC = 2;
    public static final int TRAIT_OVER_300_EUR = 3;
    public static final int TRAIT_GLP1 = 4;
    public static final int TRAIT_INSULIN_ASPART = 5;
    public static final int TRAIT_SITAGLIPTIN_METFORMIN = 6;
    public static final int TRAIT_INSULIN_GLARGINE = 7;
    public static final int TRAIT_NURSING_HOME = 8;
    public static final int TRAIT_INFANT_UNDER_3_MONTHS = 9;
    public static final int TRAIT_CONTRACEPTION = 10;
    public static final int TRAIT_EMERGENCY_CONTRACEPTION = 11;
    public static final int TRAIT_CONDOM = 12;
    public static final int TRAIT_IVG = 13;
    public static final int TRAIT_MATERNITY_LISTED = 14;
    public static final int TRAIT_INFERTILITY = 15;
    public static final int TRAIT_DONATION = 16;
    public static final int TRAIT_SEXUAL_VIOLENCE = 17;
    public static final int TRAIT_TERRORISM = 18;
    public static final int TRAIT_MILITARY_INFIRMITY = 19;
    public static final int TRAIT_RATE_15 = 20;
    public static final int TRAIT_RATE_30 = 21;
    public static final int TRAIT_OUTSIDE_CARE_PATH = 22;
    public static final int TRAIT_SHARED_TRANSPORT_REFUSED = 23;
    public static final int TRAIT_AGREED_AFTER_CONSOLIDATION = 24;
    public static final int TRAIT_PREVENTION = 25;
    public static final int TRAIT_FIRST_SUPPLY = 26;
    public static final int TRAIT_BIOSIMILAR_REFUSED = 27;
    public static final int TRAIT_HYBRID_REFUSED = 28;
    public static final int TRAIT_TFR_GROUP = 29;
    public static final int TRAIT_GENERIC_NOT_CHEAPER = 30;
    public static final int TRAIT_NOT_SUBSTITUTABLE = 31;
    public static final int TRAIT_FLU_VACCINE = 32;
    public static final int TRAIT_SPA_CURE = 33;
    public static final int TRAIT_IST_TEST = 34;
    public static final int TRAIT_HIV_TEST = 35;
    public static final int TRAIT_COLORECTAL_KIT = 36;
    public static final int TRAIT_ORAL_HEALTH_EXAM = 37;
    public static final int TRAIT_PROGRAMMED_CARE = 38;
    public static final int TRAIT_DOCUMENT_REQUIRED = 39;
    public static final int TRAIT_WHEELCHAIR = 40;
    public static final int URGENT_NO = 1;
    public static final int URGENT_YES = 2;
    public static final int SHARE_BOTH = 3;
    public static final int SOURCE_BDO = 1;
    public static final int SOURCE_ADRI = 2;
    public static final int SOURCE_CDRI = 3;
    public static final int SOURCE_PORTAL = 4;
    public static final int SOURCE_ATTESTATION = 5;
    public static final int SOURCE_VITALE = 6;
    public static final int SOURCE_APCV = 7;
    public static final int SOURCE_MANUAL = 8;
    public static final int SOURCE_AMC = 9;
    public static final int VOCABULARY_BDO = 1;
    public static final int VOCABULARY_CDRI = 2;
    public static final int VOCABULARY_SNDS = 3;
    public static final int VOCABULARY_CLAIM = 4;
    public static final int VOCABULARY_CDRI_ETM = 5;
    public static final int VOCABULARY_CDRI_MTM = 6;
    public static final int VOCABULARY_SNDS_ETM = 7;
    public static final int VOCABULARY_SNDS_EXO = 8;
    public static final int VOCABULARY_SNDS_MTM = 9;
    public static final int ENTRY_ACTIVE = 1;
    public static final int ENTRY_PENDING = 2;
    public static final int ENTRY_SUSPENDED = 3;
    public static final int ENTRY_REFUSED = 4;
    public static final int ENTRY_CLOSED = 5;
    public static final int END_TERM = 1;
    public static final int END_RENOUNCED = 2;
    public static final int END_UNPAID = 3;
    public static final int END_HOUSEHOLD = 4;
    public static final int PARTICIPATION_WITHOUT = 1;
    public static final int PARTICIPATION_WITH = 2;
    public static final int LIST_COVERAGE = 1;
    public static final int LIST_CODES = 2;
    public static final int LIST_EXEMPTIONS = 4;
    public static final int LIST_ACCIDENTS = 8;
    public static final int LIST_CONTRACTS = 16;
    public static final int LIST_SERVICES = 32;
    public static final int VERDICT_UNDETERMINED = 0;
    public static final int VERDICT_BILLABLE = 1;
    public static final int VERDICT_NOT_BILLABLE = 2;
    public static final int BASIS_FORBIDDEN = 1;
    public static final int BASIS_NOT_GRANTED = 2;
    public static final int BASIS_MISSING = 3;
    public static final int BASIS_PENDING = 4;
    public static final int BASIS_CONFLICT = 5;
    public static final int BASIS_STALE = 6;
    public static final int BASIS_BEYOND_RULES = 7;
    public static final int GUARANTEE_UNKNOWN = 0;
    public static final int GUARANTEE_GUARANTEED = 1;
    public static final int GUARANTEE_LIKELY = 2;
    public static final int GUARANTEE_NONE = 3;
    public static final int SEVERITY_BLOCKING = 1;
    public static final int SEVERITY_DOUBT = 2;
    public static final int SEVERITY_NOTICE = 3;
    public static final int EXEMPTION_UNKNOWN = 0;
    public static final int EXEMPTION_CONFIRMED = 1;
    public static final int EXEMPTION_NOT_CLAIMED = 2;
    public static final int EXEMPTION_NOT_RECORDED = 3;
    public static final int EXEMPTION_NOT_STARTED = 4;
    public static final int EXEMPTION_ENDED = 5;
    public static final int EXEMPTION_PENDING = 6;
    public static final int EXEMPTION_UNRELATED = 7;
    public static final int EXEMPTION_CONTRADICTED = 8;
    public static final int DATE_ROLE_CARE = 1;
    public static final int DATE_ROLE_PRESCRIPTION = 2;
    public static final int DATE_ROLE_QUERY = 3;
    public static final int DATE_ROLE_TRANSMISSION = 4;
    public static final int REMEDY_SOURCE_QUERY_ADRI = 1;
    public static final int REMEDY_CARD_UPDATE = 2;
    public static final int REMEDY_PATIENT_ASK_ATTESTATION = 3;
    public static final int REMEDY_PATIENT_RENEW_CSS = 4;
    public static final int REMEDY_EXEMPTION_CORRECT = 5;
    public static final int REMEDY_EXEMPTION_REMOVE = 6;
    public static final int REMEDY_EXEMPTION_UNFORCE = 7;
    public static final int REMEDY_LINE_STATE_RELATION = 8;
    public static final int REMEDY_CONTRACT_CORRECT = 9;
    public static final int REMEDY_CLAIM_CORRECT_NATURE = 10;
    public static final int REMEDY_CLAIM_COMPLETE = 11;
    public static final int REMEDY_CLAIM_CHECK_IDENTITY = 12;
    public static final int REMEDY_INVOICE_RECYCLE = 13;
    public static final int REMEDY_INVOICE_NEW_FSE = 14;
    public static final int REMEDY_INVOICE_PAPER = 15;
    public static final int REMEDY_AMC_BILL_AMO_ALONE = 16;
    public static final int REMEDY_PATIENT_PAYS = 17;
    public static final int REMEDY_CLAIM_HOLD_UNTIL = 18;
    public static final int REMEDY_PROOF_SEND = 19;
    public static final int REMEDY_FUND_CONTACT = 20;
    public static final int REMEDY_AMC_CONTACT = 21;
    public static final int REMEDY_SOFTWARE_FIX_SETTING = 22;
    public static final int REMEDY_CLAIM_CORRECT_SCHEME = 23;
    public static final int REMEDY_CLAIM_CHECK_PRESCRIBER = 24;
    public static final int REMEDY_AGREEMENT_ASK = 25;
    public static final int REMEDY_INVOICE_WAIT = 26;
    public static final int REMEDY_INVOICE_FIND_PAYMENT = 27;
    public static final int REMEDY_CLAIM_CHECK_DIRECT_ACCESS = 28;
    public static final int REMEDY_INVOICE_SPLIT = 29;
    public static final int REMEDY_SERVICE_AGREE = 30;
    public static final int INDU_MISSING_PROOF = 1;
    public static final int INDU_OVERRIDDEN = 2;
    public static final int CONFIDENCE_OFFICIAL = 1;
    public static final int CONFIDENCE_OFFICIAL_COPY = 2;
    public static final int CONFIDENCE_ADMINISTRATION = 3;
    public static final int CONFIDENCE_VENDOR = 4;
    public static final int CONFIDENCE_SECONDARY = 5;
    public static final int CONFIDENCE_INFERRED = 6;
    public static final int CONFIDENCE_PRODUCT = 7;
    public static final int FACT_DATE = 1;
    public static final int FACT_DAYS = 2;
    public static final int FACT_WORD = 3;
    public static final int FACT_CODE = 4;
    public static final int VERDICT_NOT_ASKED = 3;
    public static final int BASIS_NONE = 0;
    public static final int CHANGE_ASK_AGAIN = 1;
    public static final int CHANGE_EXEMPTION = 2;
    public static final int CHANGE_NATURE = 3;
    public static final int CHANGE_CONTRACT = 4;
    public static final int CHANGE_AMO_ALONE = 5;
    public static final int CHANGE_SCHEME = 6;
    public static final int REJECT_CLASS_ETM_NOT_IN_BDO = 1;
    public static final int REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL = 2;
    public static final int REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE = 3;
    public static final int REJECT_CLASS_RIGHTS_CLOSED = 4;
    public static final int REJECT_CLASS_INSURED_UNKNOWN = 5;
    public static final int REJECT_CLASS_NATURE_INCOMPATIBLE = 6;
    public static final int REJECT_CLASS_ACCIDENT_UNKNOWN = 7;
    public static final int REJECT_CLASS_COMPLEMENTARY_UNKNOWN = 8;
    public static final int REJECT_CLASS_CARD_REFUSED = 9;
    public static final int REJECT_CLASS_PRESCRIBER_UNKNOWN = 10;
    public static final int REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED = 11;
    public static final int REJECT_CLASS_ALREADY_PAID = 12;
    public static final int REJECT_CLASS_TOO_LATE = 13;
    public static final int REJECT_CLASS_BILLING_RULE = 14;
    public static final int REJECT_CLASS_WRONG_FUND = 15;
    public static final int REJECT_CLASS_PRIOR_AGREEMENT = 16;
    public static final int REJECT_CLASS_MISSING_PROOF = 17;
    public static final int REJECT_CLASS_PAYMENT_DEFERRED = 18;
    public static final int REPORTED_REJECTED = 1;
    public static final int REPORTED_DEFERRED = 2;
    public static final int RECOGNISED_KEY = 1;
    public static final int RECOGNISED_LABEL = 2;
    public static final int RECOGNISED_BOTH = 3;
    public static final int RECOGNISED_STATE = 4;
    public static final int RECOGNISED_NONE = 5;
    public static final int FOUND_ABSENT = 1;
    public static final int FOUND_UNKNOWN = 2;
    public static final int FOUND_OTHER_DATES = 3;
    public static final int FOUND_KNOWN = 4;
    public static final int MATCHED_SAME = 1;
    public static final int MATCHED_INFLECTED = 2;
    public static final int MATCHED_PREFIX = 3;
    public static final int MATCHED_WORDS = 4;
    public static final int CAUSE_IDENTITY = 1;
    public static final int CAUSE_LAG = 2;
    public static final int CAUSE_PENDING = 3;
    public static final int CAUSE_WRONG_CODE = 4;
    public static final int CAUSE_CONTRACT_MISTYPED = 5;
    public static final int CAUSE_CONTRACT_CHANGED = 6;
    public static final int CAUSE_ACCIDENT_MISTYPED = 7;
    public static final int CAUSE_FORCED = 8;
    public static final int CAUSE_STALE_DATA = 9;
    public static final int CAUSE_NOT_STARTED = 10;
    public static final int CAUSE_ENDED = 11;
    public static final int CAUSE_NOT_ACTIVE = 12;
    public static final int CAUSE_NEVER_RECORDED = 13;
    public static final int CAUSE_RULE = 14;
    public static final int CAUSE_DUPLICATE = 15;
    public static final int CAUSE_MISSING_DOCUMENT = 16;
    public static final int CAUSE_PRESCRIBER = 17;
    public static final int CAUSE_LATE = 18;
    public static final int CAUSE_CARD = 19;
    public static final int CAUSE_BILLING = 20;
    public static final int CAUSE_DEFERRED = 21;
    public static final int CAUSE_UNKNOWN = 22;
    public static final int CAUSE_PAID_INSTEAD = 23;
    public static final int KNOWN_AT_NOW = 1;
    public static final int KNOWN_AT_BEFORE_SENDING = 2;
    public static final int CAUGHT_BLOCKED = 1;
    public static final int CAUGHT_DOUBTED = 2;
    public static final int CAUGHT_MISSED = 3;
    public static final int PAYER_NEW_CLAIM = 1;
    public static final int PAYER_PATIENT = 2;
    public static final int PAYER_INSURER_OR_PATIENT = 3;
    public static final int PAYER_NOT_SETTLED = 4;
    public static final int CERTAINTY_PROVED = 1;
    public static final int CERTAINTY_HORIZON = 2;
    public static final int CERTAINTY_ASSUMED = 3;
    public static final int CERTAINTY_CONTRADICTED = 4;
    public static final int CERTAINTY_PENDING = 5;
    public static final int CERTAINTY_ABSENT = 6;
    public static final int CERTAINTY_STALE = 7;
    public static final int CERTAINTY_UNKNOWN = 8;

    @Structure.FieldOrder({"size", "place", "why"})
    public static class Unused extends Structure {
        public int size;
        public Str place = new Str();
        public Str why = new Str();

        public Unused() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "asOf", "careDate", "prescriptionDate", "transmissionDate", "card", "thirdParty", "birthRank", "id", "setting", "nature", "personId", "birthDate", "nir", "regime", "fund", "centre", "prescriberStanding", "mode", "paidInstead", "reserved", "otherRegime", "otherFund", "otherCentre"})
    public static class Claim extends Structure {
        public int size;
        public int asOf;
        public int careDate;
        public int prescriptionDate;
        public int transmissionDate;
        public int card;
        public int thirdParty;
        public int birthRank;
        public Str id = new Str();
        public Str setting = new Str();
        public Str nature = new Str();
        public Str personId = new Str();
        public Str birthDate = new Str();
        public Str nir = new Str();
        public Str regime = new Str();
        public Str fund = new Str();
        public Str centre = new Str();
        public int prescriberStanding;
        public int mode;
        public int paidInstead;
        public int reserved;
        public Str otherRegime = new Str();
        public Str otherFund = new Str();
        public Str otherCentre = new Str();

        public Claim() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "reserved", "number", "contractType", "service", "indicator"})
    public static class ClaimContract extends Structure {
        public int size;
        public int start;
        public int end;
        public int reserved;
        public Str number = new Str();
        public Str contractType = new Str();
        public Str service = new Str();
        public Str indicator = new Str();

        public ClaimContract() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "date", "number"})
    public static class ClaimAccident extends Structure {
        public int size;
        public int date;
        public Str number = new Str();

        public ClaimAccident() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "category", "relation", "origin", "hasAmount", "reserved", "amountCents", "id", "exemption", "document", "voucher", "priorAgreement", "priorAgreementRequestedOn", "prescription", "linePrescriptionDate", "transportUrgent", "transportGround", "proof", "priorAgreementReceivedOn"})
    public static class Line extends Structure {
        public int size;
        public int category;
        public int relation;
        public int origin;
        public int hasAmount;
        public int reserved;
        public long amountCents;
        public Str id = new Str();
        public Str exemption = new Str();
        public int document;
        public int voucher;
        public int priorAgreement;
        public int priorAgreementRequestedOn;
        public int prescription;
        public int linePrescriptionDate;
        public int transportUrgent;
        public int transportGround;
        public int proof;
        public int priorAgreementReceivedOn;

        public Line() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "reserved"})
    public static class Coverage extends Structure {
        public int size;
        public int start;
        public int end;
        public int reserved;

        public Coverage() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "reserved", "ald", "situation"})
    public static class CoverageCode extends Structure {
        public int size;
        public int start;
        public int end;
        public int reserved;
        public Str ald = new Str();
        public Str situation = new Str();

        public CoverageCode() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "vocabulary", "start", "end", "status", "reserved", "code"})
    public static class Exemption extends Structure {
        public int size;
        public int vocabulary;
        public int start;
        public int end;
        public int status;
        public int reserved;
        public Str code = new Str();

        public Exemption() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "presumedStart", "presumedDelivery", "delivery", "status", "reserved"})
    public static class Maternity extends Structure {
        public int size;
        public int start;
        public int end;
        public int presumedStart;
        public int presumedDelivery;
        public int delivery;
        public int status;
        public int reserved;

        public Maternity() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "date", "start", "end", "status", "reserved", "number"})
    public static class Accident extends Structure {
        public int size;
        public int date;
        public int start;
        public int end;
        public int status;
        public int reserved;
        public Str number = new Str();

        public Accident() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "status", "participation", "reserved", "number", "contractType", "service", "indicator", "endReason", "reservedEnd"})
    public static class Contract extends Structure {
        public int size;
        public int start;
        public int end;
        public int status;
        public int participation;
        public int reserved;
        public Str number = new Str();
        public Str contractType = new Str();
        public Str service = new Str();
        public Str indicator = new Str();
        public int endReason;
        public int reservedEnd;

        public Contract() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "status", "domain"})
    public static class ContractRight extends Structure {
        public int size;
        public int start;
        public int end;
        public int status;
        public Str domain = new Str();

        public ContractRight() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "reserved", "code"})
    public static class Service extends Structure {
        public int size;
        public int start;
        public int end;
        public int reserved;
        public Str code = new Str();

        public Service() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "source", "observedAt", "updatedOn", "hasHorizon", "horizonFrom", "horizonTo", "lists", "birthRank", "personId", "birthDate", "nir", "regime", "fund", "centre"})
    public static class Snapshot extends Structure {
        public int size;
        public int source;
        public long observedAt;
        public int updatedOn;
        public int hasHorizon;
        public int horizonFrom;
        public int horizonTo;
        public int lists;
        public int birthRank;
        public Str personId = new Str();
        public Str birthDate = new Str();
        public Str nir = new Str();
        public Str regime = new Str();
        public Str fund = new Str();
        public Str centre = new Str();

        public Snapshot() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "lang", "withoutWhatIf"})
    public static class Options extends Structure {
        public int size;
        public int lang;
        public int withoutWhatIf;

        public Options() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "verdict", "basis", "guarantee", "amoVerdict", "amoBasis", "amcVerdict", "amcBasis", "lineCount", "reasonCount", "blockingCount", "doubtCount"})
    public static class Summary extends Structure {
        public int size;
        public int verdict;
        public int basis;
        public int guarantee;
        public int amoVerdict;
        public int amoBasis;
        public int amcVerdict;
        public int amcBasis;
        public int lineCount;
        public int reasonCount;
        public int blockingCount;
        public int doubtCount;

        public Summary() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "width", "color", "ascii", "details"})
    public static class Style extends Structure {
        public int size;
        public int width;
        public int color;
        public int ascii;
        public int details;

        public Style() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "amoVerdict", "amoBasis", "amcVerdict", "amcBasis", "exemption", "date", "reserved", "dateRole", "id"})
    public static class LineAnswer extends Structure {
        public int size;
        public int amoVerdict;
        public int amoBasis;
        public int amcVerdict;
        public int amcBasis;
        public int exemption;
        public int date;
        public int reserved;
        public Str dateRole = new Str();
        public Str id = new Str();

        public LineAnswer() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "severity", "share", "line", "factCount", "remedyCount", "referenceChecked", "reserved", "id", "rule", "reject", "indu", "reference", "confidence"})
    public static class Reason extends Structure {
        public int size;
        public int severity;
        public int share;
        public int line;
        public int factCount;
        public int remedyCount;
        public int referenceChecked;
        public int reserved;
        public Str id = new Str();
        public Str rule = new Str();
        public Str reject = new Str();
        public Str indu = new Str();
        public Str reference = new Str();
        public Str confidence = new Str();

        public Reason() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "kind", "number", "reserved", "key", "word"})
    public static class Fact extends Structure {
        public int size;
        public int kind;
        public int number;
        public int reserved;
        public Str key = new Str();
        public Str word = new Str();

        public Fact() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "change", "line", "reserved", "exemption", "number", "contractType", "nature", "regime", "fund", "centre"})
    public static class Correction extends Structure {
        public int size;
        public int change;
        public int line;
        public int reserved;
        public Str exemption = new Str();
        public Str number = new Str();
        public Str contractType = new Str();
        public Str nature = new Str();
        public Str regime = new Str();
        public Str fund = new Str();
        public Str centre = new Str();

        public Correction() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "reserved", "certainty", "source"})
    public static class RightInterval extends Structure {
        public int size;
        public int start;
        public int end;
        public int reserved;
        public Str certainty = new Str();
        public Str source = new Str();

        public RightInterval() {
            size = size();
        }
    }

    @Structure.FieldOrder({"size", "start", "end", "verdict", "basis"})
    public static class ClaimInterval extends Structure {
        public int size;
        public int start;
        public int end;
        public int verdict;
        public int basis;

        public ClaimInterval() {
            size = size();
        }
    }

    public static final class Dossier extends Handle {
        Dossier(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_dossier_free(pointer);
        }

        /** Gives the dossier of a JSON document, to be freed with tp_dossier_free. */
        public static Dossier fromJson(byte[] json) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_from_json(json, new Size(json.length), xOut, error), error);
            return new Dossier(xOut.getValue());
        }

        /** Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone, or {"format", "as_of", "claim"}. */
        public static Dossier fromClaimJson(byte[] json) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_from_claim_json(json, new Size(json.length), xOut, error), error);
            return new Dossier(xOut.getValue());
        }

        /** Gives a dossier with this claim, to be freed with tp_dossier_free. */
        public static Dossier create(Claim claim) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_new(claim, xOut, error), error);
            return new Dossier(xOut.getValue());
        }

        /** Sets the complementary contract of the claim, in the place of the one it had. */
        public void setClaimContract(ClaimContract contract) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_set_claim_contract(get(), contract, error), error);
        }

        /** Sets the accident of the claim, in the place of the one it had. */
        public void setClaimAccident(ClaimAccident accident) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_set_claim_accident(get(), accident, error), error);
        }

        /** Adds a line at the end of the claim. */
        public void addLine(Line line) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_line(get(), line, error), error);
        }

        /** Adds a fact that a rule may need to a line, such as narcotic or generic_refused. */
        public void addTrait(int line, byte[] word) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_trait(get(), new Size(line), word, new Size(word.length), error), error);
        }

        /** Adds the snapshots of a reading. */
        public void addReading(Reading reading) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_reading(get(), reading.get(), error), error);
        }

        /** Takes every snapshot out of a dossier, so that the claim can be asked again with other rights. */
        public void clearRights() {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_clear_rights(get(), error), error);
        }

        /** Gives the snapshots of a dossier as JSON, to be freed with tp_text_free. */
        public String rightsJson() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_rights_json(get(), xOut, error), error);
            return taken(xOut);
        }

        /** Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was decided as it was. */
        public String json(int people) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_json(get(), people, xOut, error), error);
            return taken(xOut);
        }

        /** Adds a period of base rights to a snapshot. */
        public void addCoverage(int snapshot, Coverage coverage) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_coverage(get(), new Size(snapshot), coverage, error), error);
        }

        /** Adds a coverage code to a snapshot. */
        public void addCode(int snapshot, CoverageCode code) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_code(get(), new Size(snapshot), code, error), error);
        }

        /** Adds an exemption to a snapshot. */
        public void addExemption(int snapshot, Exemption exemption) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_exemption(get(), new Size(snapshot), exemption, error), error);
        }

        /** Sets the maternity record of a snapshot, in the place of the one it had. */
        public void setMaternity(int snapshot, Maternity maternity) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_set_maternity(get(), new Size(snapshot), maternity, error), error);
        }

        /** Adds an accident on record to a snapshot. */
        public void addAccident(int snapshot, Accident accident) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_accident(get(), new Size(snapshot), accident, error), error);
        }

        /** Adds a contract on record to a snapshot. */
        public void addContract(int snapshot, Contract contract) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_contract(get(), new Size(snapshot), contract, error), error);
        }

        /** Adds rights for one kind of expense to a contract of a snapshot. */
        public void addContractRight(int snapshot, int contract, ContractRight right) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_contract_right(get(), new Size(snapshot), new Size(contract), right, error), error);
        }

        /** Adds a service code to a snapshot. */
        public void addService(int snapshot, Service service) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_service(get(), new Size(snapshot), service, error), error);
        }

        /** Adds a snapshot. */
        public int addSnapshot(Snapshot snapshot) {
            SizeByReference xIndex = new SizeByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_dossier_add_snapshot(get(), snapshot, xIndex, error), error);
            return xIndex.get();
        }
    }

    public static final class Engine extends Handle {
        Engine(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_engine_free(pointer);
        }

        /** Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free. */
        public static Engine create() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_new(xOut, error), error);
            return new Engine(xOut.getValue());
        }

        /** Shows the edition of the rules, such as 2026.11. */
        public String edition() {
            Str xOut = new Str();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_edition(get(), xOut, error), error);
            return xOut.toString();
        }

        /** Shows the digest of the tables, in hexadecimal. */
        public String digest() {
            Str xOut = new Str();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_digest(get(), xOut, error), error);
            return xOut.toString();
        }

        public static final class CoversOutcome {
            public int from;
            public int to;
        }

        /** Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. */
        public CoversOutcome covers() {
            IntByReference xFrom = new IntByReference();
            IntByReference xTo = new IntByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_covers(get(), xFrom, xTo, error), error);
            CoversOutcome outcome = new CoversOutcome();
            outcome.from = xFrom.getValue();
            outcome.to = xTo.getValue();
            return outcome;
        }

        public static final class CheckJsonOutcome {
            public int verdict;
            public String out;
        }

        /** Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free. */
        public CheckJsonOutcome checkJson(byte[] json, Options options) {
            IntByReference xVerdict = new IntByReference();
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_check_json(get(), json, new Size(json.length), options, xVerdict, xOut, error), error);
            CheckJsonOutcome outcome = new CheckJsonOutcome();
            outcome.verdict = xVerdict.getValue();
            outcome.out = taken(xOut);
            return outcome;
        }

        public static final class CheckOutcome {
            public Summary summary;
            public Result result;
        }

        /** Answers a dossier built from structs. */
        public CheckOutcome check(Dossier dossier) {
            Summary xSummary = new Summary();
            PointerByReference xResult = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_check(get(), dossier.get(), xSummary, xResult, error), error);
            CheckOutcome outcome = new CheckOutcome();
            outcome.summary = xSummary;
            outcome.result = new Result(xResult.getValue());
            return outcome;
        }

        /** Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause, what puts it right, and who pays otherwise. */
        public String triageJson(byte[] json, Options options) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_triage_json(get(), json, new Size(json.length), options, xOut, error), error);
            return taken(xOut);
        }

        /** Explains the triage of a reject as a page, to be freed with tp_text_free. */
        public String triageText(byte[] json, int lang, int audience, Style style) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_triage_text(get(), json, new Size(json.length), lang, audience, style, xOut, error), error);
            return taken(xOut);
        }
    }

    public static final class EngineBuilder extends Handle {
        EngineBuilder(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_engine_builder_free(pointer);
        }

        /** Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free. */
        public static EngineBuilder create() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_builder_new(xOut, error), error);
            return new EngineBuilder(xOut.getValue());
        }

        /** Puts a table of yours, such as rejects.toml, in the place of the one compiled in. */
        public void setTable(byte[] name, byte[] text) {
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_builder_set_table(get(), name, new Size(name.length), text, new Size(text.length), error), error);
        }

        /** Gives an engine with the tables of the builder, to be freed with tp_engine_free. */
        public Engine build() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_engine_builder_build(get(), xOut, error), error);
            return new Engine(xOut.getValue());
        }
    }

    public static final class Reading extends Handle {
        Reading(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_reading_free(pointer);
        }

        /** The number of snapshots, one per beneficiary; 0 for NULL. */
        public int snapshotCount() {
            return CALLS.tp_reading_snapshot_count(get()).intValue();
        }

        /** Gives the snapshots as JSON, to be freed with tp_text_free. */
        public String json() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_reading_json(get(), xOut, error), error);
            return taken(xOut);
        }

        /** Shows what kind of error answer the document is, such as not_found, or an empty view when it is none. */
        public String refusal() {
            Str xOut = new Str();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_reading_refusal(get(), xOut, error), error);
            return xOut.toString();
        }

        /** The number of fields that were present and not used; 0 for NULL. */
        public int unusedCount() {
            return CALLS.tp_reading_unused_count(get()).intValue();
        }

        /** Fills in one field that was not used. */
        public Unused unused(int index) {
            Unused xOut = new Unused();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_reading_unused(get(), new Size(index), xOut, error), error);
            return xOut;
        }
    }

    public static final class Result extends Handle {
        Result(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_result_free(pointer);
        }

        /** Fills in the summary of a result. */
        public Summary summary() {
            Summary xOut = new Summary();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_summary(get(), xOut, error), error);
            return xOut;
        }

        /** Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json for the same dossier. */
        public String json(Options options) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_json(get(), options, xOut, error), error);
            return taken(xOut);
        }

        /** Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do, when; for the patient a short paragraph instead. */
        public String text(int lang, int audience, Style style) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_text(get(), lang, audience, style, xOut, error), error);
            return taken(xOut);
        }

        /** Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of tp_result_text, without script, light and dark, ready to print; everything that came from the claim is escaped. */
        public String html(int lang, int audience, int details) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_html(get(), lang, audience, details, xOut, error), error);
            return taken(xOut);
        }

        /** The number of lines; 0 for NULL. */
        public int lineCount() {
            return CALLS.tp_result_line_count(get()).intValue();
        }

        /** Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry. */
        public LineAnswer line(int index) {
            LineAnswer xOut = new LineAnswer();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_line(get(), new Size(index), xOut, error), error);
            return xOut;
        }

        /** The number of reasons, all of them and not only the first; 0 for NULL. */
        public int reasonCount() {
            return CALLS.tp_result_reason_count(get()).intValue();
        }

        /** Fills in one reason; the heaviest come first. */
        public Reason reason(int index) {
            Reason xOut = new Reason();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_reason(get(), new Size(index), xOut, error), error);
            return xOut;
        }

        /** Fills in one fact of a reason. */
        public Fact fact(int reason, int index) {
            Fact xOut = new Fact();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_fact(get(), new Size(reason), new Size(index), xOut, error), error);
            return xOut;
        }

        /** Shows the stable id of one remedy of a reason, such as source.query_adri. */
        public String remedy(int reason, int index) {
            Str xOut = new Str();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_remedy(get(), new Size(reason), new Size(index), xOut, error), error);
            return xOut.toString();
        }

        /** Gives what a reason says in words, to be freed with tp_text_free. */
        public String reasonText(int index, int lang, int audience) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_reason_text(get(), new Size(index), lang, audience, xOut, error), error);
            return taken(xOut);
        }

        /** Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason. */
        public String remedyText(int reason, int index, int lang, int audience) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_remedy_text(get(), new Size(reason), new Size(index), lang, audience, xOut, error), error);
            return taken(xOut);
        }

        /** Gives the what-if of a result, to be freed with tp_what_if_free. */
        public WhatIf whatIf() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_result_what_if(get(), xOut, error), error);
            return new WhatIf(xOut.getValue());
        }
    }

    public static final class Timeline extends Handle {
        Timeline(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_timeline_free(pointer);
        }

        /** Gives the timeline of a dossier from one day to another, bounds included, to be freed with tp_timeline_free. */
        public static Timeline create(Engine engine, Dossier dossier, int first, int last) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_new(engine.get(), dossier.get(), first, last, xOut, error), error);
            return new Timeline(xOut.getValue());
        }

        /** Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language. */
        public String json() {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_json(get(), xOut, error), error);
            return taken(xOut);
        }

        /** Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free. */
        public String text(int lang, Style style) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_text(get(), lang, style, xOut, error), error);
            return taken(xOut);
        }

        /** Gives the timeline as a picture, an SVG document, to be freed with tp_text_free. */
        public String svg(int lang) {
            PointerByReference xOut = new PointerByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_svg(get(), lang, xOut, error), error);
            return taken(xOut);
        }

        /** The number of rights that the timeline follows; 0 for NULL. */
        public int rightCount() {
            return CALLS.tp_timeline_right_count(get()).intValue();
        }

        public static final class RightOutcome {
            public String kind;
            public String which;
            public int intervalCount;
        }

        /** Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as ald or css. */
        public RightOutcome right(int right) {
            Str xKind = new Str();
            Str xWhich = new Str();
            SizeByReference xIntervalCount = new SizeByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_right(get(), new Size(right), xKind, xWhich, xIntervalCount, error), error);
            RightOutcome outcome = new RightOutcome();
            outcome.kind = xKind.toString();
            outcome.which = xWhich.toString();
            outcome.intervalCount = xIntervalCount.get();
            return outcome;
        }

        /** Fills in one interval of a right; together they tile the window. */
        public RightInterval rightInterval(int right, int index) {
            RightInterval xOut = new RightInterval();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_right_interval(get(), new Size(right), new Size(index), xOut, error), error);
            return xOut;
        }

        /** The number of intervals of the claim; 0 for NULL. */
        public int claimCount() {
            return CALLS.tp_timeline_claim_count(get()).intValue();
        }

        /** Fills in one interval of the claim; together they tile the window. */
        public ClaimInterval claim(int index) {
            ClaimInterval xOut = new ClaimInterval();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_claim(get(), new Size(index), xOut, error), error);
            return xOut;
        }

        /** Gives what becomes of the exemption of one line on the days of an interval of the claim: one of TP_EXEMPTION_. */
        public int exemption(int index, int line) {
            IntByReference xOut = new IntByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_timeline_exemption(get(), new Size(index), new Size(line), xOut, error), error);
            return xOut.getValue();
        }
    }

    public static final class WhatIf extends Handle {
        WhatIf(Pointer pointer) {
            super(pointer);
        }

        @Override
        void free(Pointer pointer) {
            CALLS.tp_what_if_free(pointer);
        }

        public static final class DaysOutcome {
            public int earliest;
            public int latest;
        }

        /** Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken run, 0 when no end is known. */
        public DaysOutcome days() {
            IntByReference xEarliest = new IntByReference();
            IntByReference xLatest = new IntByReference();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_what_if_days(get(), xEarliest, xLatest, error), error);
            DaysOutcome outcome = new DaysOutcome();
            outcome.earliest = xEarliest.getValue();
            outcome.latest = xLatest.getValue();
            return outcome;
        }

        /** The number of corrections; 0 for NULL, and when the claim is billable as it is. */
        public int correctionCount() {
            return CALLS.tp_what_if_correction_count(get()).intValue();
        }

        /** Fills in one correction. */
        public Correction correction(int index) {
            Correction xOut = new Correction();
            PointerByReference error = new PointerByReference();
            need(CALLS.tp_what_if_correction(get(), new Size(index), xOut, error), error);
            return xOut;
        }
    }

    /** The version of the library that is running, as major * 1000000 + minor * 1000 + patch. */
    public static int version() {
        return CALLS.tp_version();
    }

    /** Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when it wants more than this library has, or TP_ERROR_VALUE when the major versions differ. */
    public static int abiCheck(int major, int minor) {
        return CALLS.tp_abi_check(major, minor);
    }

    /** Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ. */
    public static String word(int list, int number) {
        Str xOut = new Str();
        PointerByReference error = new PointerByReference();
        need(CALLS.tp_word(list, number, xOut, error), error);
        return xOut.toString();
    }

    /** Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read. */
    public static int wordNumber(int list, byte[] word) {
        IntByReference xOut = new IntByReference();
        PointerByReference error = new PointerByReference();
        need(CALLS.tp_word_number(list, word, new Size(word.length), xOut, error), error);
        return xOut.getValue();
    }

    /** The number of tables compiled in. */
    public static int tableCount() {
        return CALLS.tp_table_count().intValue();
    }

    public static final class TableOutcome {
        public String name;
        public String text;
    }

    /** Shows the name and the text of a table compiled in, to start from when one is to be changed. */
    public static TableOutcome table(int index) {
        Str xName = new Str();
        Str xText = new Str();
        PointerByReference error = new PointerByReference();
        need(CALLS.tp_table(new Size(index), xName, xText, error), error);
        TableOutcome outcome = new TableOutcome();
        outcome.name = xName.toString();
        outcome.text = xText.toString();
        return outcome;
    }

    /** Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with tp_reading_free. */
    public static Reading read(int format, byte[] data, long observedAt) {
        PointerByReference xOut = new PointerByReference();
        PointerByReference error = new PointerByReference();
        need(CALLS.tp_read(format, data, new Size(data.length), observedAt, xOut, error), error);
        return new Reading(xOut.getValue());
    }

    /** The functions as they are in C. */
    private interface Calls {
        Size tp_struct_size(byte[] name, Size len);

        int tp_version();

        Pointer tp_version_text();

        int tp_abi_check(int major, int minor);

        int tp_error_status(Pointer error);

        Pointer tp_error_code(Pointer error);

        Pointer tp_error_place(Pointer error);

        Pointer tp_error_message(Pointer error);

        void tp_error_free(Pointer error);

        Pointer tp_status_text(int status);

        int tp_str_copy_cp1252(Str view, byte[] buffer, Size size, SizeByReference needed, PointerByReference error);

        int tp_text_from_cp1252(byte[] data, Size len, PointerByReference out, PointerByReference error);

        int tp_str_copy_utf16(Str view, char[] buffer, Size size, SizeByReference needed, PointerByReference error);

        int tp_text_from_utf16(char[] data, Size len, PointerByReference out, PointerByReference error);

        Pointer tp_text_data(Pointer text);

        Size tp_text_len(Pointer text);

        void tp_text_free(Pointer text);

        int tp_str_copy(Str view, byte[] buffer, Size size, SizeByReference needed, PointerByReference error);

        int tp_str_copy_latin1(Str view, byte[] buffer, Size size, SizeByReference needed, PointerByReference error);

        int tp_text_from_latin1(byte[] data, Size len, PointerByReference out, PointerByReference error);

        int tp_word(int list, int number, Str out, PointerByReference error);

        int tp_word_number(int list, byte[] word, Size len, IntByReference out, PointerByReference error);

        int tp_engine_new(PointerByReference out, PointerByReference error);

        int tp_engine_builder_new(PointerByReference out, PointerByReference error);

        int tp_engine_builder_set_table(Pointer builder, byte[] name, Size nameLen, byte[] text, Size textLen, PointerByReference error);

        int tp_engine_builder_build(Pointer builder, PointerByReference out, PointerByReference error);

        void tp_engine_builder_free(Pointer builder);

        void tp_engine_free(Pointer engine);

        int tp_engine_edition(Pointer engine, Str out, PointerByReference error);

        int tp_engine_digest(Pointer engine, Str out, PointerByReference error);

        int tp_engine_covers(Pointer engine, IntByReference from, IntByReference to, PointerByReference error);

        Size tp_table_count();

        int tp_table(Size index, Str name, Str text, PointerByReference error);

        int tp_read(int format, byte[] data, Size len, long observedAt, PointerByReference out, PointerByReference error);

        Size tp_reading_snapshot_count(Pointer reading);

        int tp_reading_json(Pointer reading, PointerByReference out, PointerByReference error);

        int tp_reading_refusal(Pointer reading, Str out, PointerByReference error);

        Size tp_reading_unused_count(Pointer reading);

        int tp_reading_unused(Pointer reading, Size index, Unused out, PointerByReference error);

        void tp_reading_free(Pointer reading);

        int tp_dossier_from_json(byte[] json, Size len, PointerByReference out, PointerByReference error);

        int tp_dossier_from_claim_json(byte[] json, Size len, PointerByReference out, PointerByReference error);

        void tp_dossier_free(Pointer dossier);

        int tp_dossier_new(Claim claim, PointerByReference out, PointerByReference error);

        int tp_dossier_set_claim_contract(Pointer dossier, ClaimContract contract, PointerByReference error);

        int tp_dossier_set_claim_accident(Pointer dossier, ClaimAccident accident, PointerByReference error);

        int tp_dossier_add_line(Pointer dossier, Line line, PointerByReference error);

        int tp_dossier_add_trait(Pointer dossier, Size line, byte[] word, Size len, PointerByReference error);

        int tp_dossier_add_reading(Pointer dossier, Pointer reading, PointerByReference error);

        int tp_dossier_clear_rights(Pointer dossier, PointerByReference error);

        int tp_dossier_rights_json(Pointer dossier, PointerByReference out, PointerByReference error);

        int tp_dossier_json(Pointer dossier, int people, PointerByReference out, PointerByReference error);

        int tp_dossier_add_coverage(Pointer dossier, Size snapshot, Coverage coverage, PointerByReference error);

        int tp_dossier_add_code(Pointer dossier, Size snapshot, CoverageCode code, PointerByReference error);

        int tp_dossier_add_exemption(Pointer dossier, Size snapshot, Exemption exemption, PointerByReference error);

        int tp_dossier_set_maternity(Pointer dossier, Size snapshot, Maternity maternity, PointerByReference error);

        int tp_dossier_add_accident(Pointer dossier, Size snapshot, Accident accident, PointerByReference error);

        int tp_dossier_add_contract(Pointer dossier, Size snapshot, Contract contract, PointerByReference error);

        int tp_dossier_add_contract_right(Pointer dossier, Size snapshot, Size contract, ContractRight right, PointerByReference error);

        int tp_dossier_add_service(Pointer dossier, Size snapshot, Service service, PointerByReference error);

        int tp_dossier_add_snapshot(Pointer dossier, Snapshot snapshot, SizeByReference index, PointerByReference error);

        int tp_check_json(Pointer engine, byte[] json, Size len, Options options, IntByReference verdict, PointerByReference out, PointerByReference error);

        int tp_check(Pointer engine, Pointer dossier, Summary summary, PointerByReference result, PointerByReference error);

        int tp_result_summary(Pointer result, Summary out, PointerByReference error);

        int tp_result_json(Pointer result, Options options, PointerByReference out, PointerByReference error);

        int tp_result_text(Pointer result, int lang, int audience, Style style, PointerByReference out, PointerByReference error);

        int tp_result_html(Pointer result, int lang, int audience, int details, PointerByReference out, PointerByReference error);

        void tp_result_free(Pointer result);

        Size tp_result_line_count(Pointer result);

        int tp_result_line(Pointer result, Size index, LineAnswer out, PointerByReference error);

        Size tp_result_reason_count(Pointer result);

        int tp_result_reason(Pointer result, Size index, Reason out, PointerByReference error);

        int tp_result_fact(Pointer result, Size reason, Size index, Fact out, PointerByReference error);

        int tp_result_remedy(Pointer result, Size reason, Size index, Str out, PointerByReference error);

        int tp_result_reason_text(Pointer result, Size index, int lang, int audience, PointerByReference out, PointerByReference error);

        int tp_result_remedy_text(Pointer result, Size reason, Size index, int lang, int audience, PointerByReference out, PointerByReference error);

        int tp_result_what_if(Pointer result, PointerByReference out, PointerByReference error);

        int tp_what_if_days(Pointer whatIf, IntByReference earliest, IntByReference latest, PointerByReference error);

        Size tp_what_if_correction_count(Pointer whatIf);

        int tp_what_if_correction(Pointer whatIf, Size index, Correction out, PointerByReference error);

        void tp_what_if_free(Pointer whatIf);

        int tp_triage_json(Pointer engine, byte[] json, Size len, Options options, PointerByReference out, PointerByReference error);

        int tp_triage_text(Pointer engine, byte[] json, Size len, int lang, int audience, Style style, PointerByReference out, PointerByReference error);

        int tp_timeline_new(Pointer engine, Pointer dossier, int first, int last, PointerByReference out, PointerByReference error);

        int tp_timeline_json(Pointer timeline, PointerByReference out, PointerByReference error);

        int tp_timeline_text(Pointer timeline, int lang, Style style, PointerByReference out, PointerByReference error);

        int tp_timeline_svg(Pointer timeline, int lang, PointerByReference out, PointerByReference error);

        Size tp_timeline_right_count(Pointer timeline);

        int tp_timeline_right(Pointer timeline, Size right, Str kind, Str which, SizeByReference intervalCount, PointerByReference error);

        int tp_timeline_right_interval(Pointer timeline, Size right, Size index, RightInterval out, PointerByReference error);

        Size tp_timeline_claim_count(Pointer timeline);

        int tp_timeline_claim(Pointer timeline, Size index, ClaimInterval out, PointerByReference error);

        int tp_timeline_exemption(Pointer timeline, Size index, Size line, IntByReference out, PointerByReference error);

        void tp_timeline_free(Pointer timeline);
    }
}
