// The library for Java, through JNA: what this example needs of it.

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Made once and shared by threads. */
public final class TiersPayant implements AutoCloseable {
    public static final int SSV = 1, ADRI_JSON = 2, CNAM_DROITS = 3, C2S = 4, SNAPSHOTS = 5;

    /** What a file says of the rights, and when it was read: yyyymmddhhmmss. */
    public record Rights(int format, byte[] bytes, long observedAt) {}

    public record Reason(String id, String text, List<String> remedies) {}

    public record Answer(String verdict, List<Reason> reasons) {}

    private static final String[] VERDICTS = {"undetermined", "billable", "not_billable", "not_asked"};

    /** A number as wide as a pointer. */
    public static final class Size extends com.sun.jna.IntegerType {
        private static final long serialVersionUID = 1;

        public Size() {
            this(0);
        }

        public Size(long value) {
            super(Native.SIZE_T_SIZE, value, true);
        }
    }

    @Structure.FieldOrder({"data", "len"})
    public static class Str extends Structure {
        public Pointer data;
        public Size len = new Size();

        @Override
        public String toString() {
            return data == null ? "" : new String(data.getByteArray(0, len.intValue()), StandardCharsets.UTF_8);
        }
    }

    @Structure.FieldOrder({"size", "verdict", "basis", "guarantee", "amoVerdict", "amoBasis", "amcVerdict", "amcBasis",
        "lineCount", "reasonCount", "blockingCount", "doubtCount"})
    public static final class Summary extends Structure {
        public int size, verdict, basis, guarantee, amoVerdict, amoBasis, amcVerdict, amcBasis;
        public int lineCount, reasonCount, blockingCount, doubtCount;
    }

    @Structure.FieldOrder({"size", "severity", "share", "line", "factCount", "remedyCount", "referenceChecked", "reserved",
        "id", "rule", "reject", "indu", "reference", "confidence"})
    public static final class ReasonOut extends Structure {
        public int size, severity, share, line, factCount, remedyCount, referenceChecked, reserved;
        public Str id, rule, reject, indu, reference, confidence;
    }

    private interface C extends Library {
        int tp_abi_check(int major, int minor);
        Size tp_struct_size(byte[] name, Size len);
        Pointer tp_status_text(int status);
        Pointer tp_error_message(Pointer error);
        void tp_error_free(Pointer error);
        Pointer tp_text_data(Pointer text);
        void tp_text_free(Pointer text);
        int tp_engine_new(PointerByReference engine, PointerByReference error);
        void tp_engine_free(Pointer engine);
        int tp_read(int format, byte[] data, Size len, long observedAt, PointerByReference reading, PointerByReference error);
        void tp_reading_free(Pointer reading);
        int tp_dossier_from_claim_json(byte[] json, Size len, PointerByReference dossier, PointerByReference error);
        int tp_dossier_add_reading(Pointer dossier, Pointer reading, PointerByReference error);
        void tp_dossier_free(Pointer dossier);
        int tp_check(Pointer engine, Pointer dossier, Summary summary, PointerByReference result, PointerByReference error);
        int tp_result_reason(Pointer result, Size index, ReasonOut reason, PointerByReference error);
        int tp_result_reason_text(Pointer result, Size index, int lang, int audience, PointerByReference text, PointerByReference error);
        int tp_result_remedy_text(Pointer result, Size reason, Size index, int lang, int audience, PointerByReference text, PointerByReference error);
        void tp_result_free(Pointer result);
    }

    private static final C LIB = Native.load("tierspayant", C.class);

    private final Pointer engine;

    public TiersPayant() {
        if (LIB.tp_abi_check(0, 1) != 0) {
            throw new IllegalStateException("another version of the library");
        }
        sameSize("tp_summary", new Summary());
        sameSize("tp_reason", new ReasonOut());
        engine = make((out, error) -> LIB.tp_engine_new(out, error));
    }

    @Override
    public void close() {
        LIB.tp_engine_free(engine);
    }

    public Answer check(byte[] claim, Rights... rights) {
        Pointer dossier = make((out, error) -> LIB.tp_dossier_from_claim_json(claim, new Size(claim.length), out, error));
        try {
            for (Rights one : rights) {
                Size len = new Size(one.bytes().length);
                Pointer reading = make((out, error) ->
                    LIB.tp_read(one.format(), one.bytes(), len, one.observedAt(), out, error));
                try {
                    need(error -> LIB.tp_dossier_add_reading(dossier, reading, error));
                } finally {
                    LIB.tp_reading_free(reading);
                }
            }
            Summary summary = new Summary();
            summary.size = summary.size();
            Pointer result = make((out, error) -> LIB.tp_check(engine, dossier, summary, out, error));
            try {
                List<Reason> reasons = new ArrayList<>();
                for (int i = 0; i < summary.reasonCount; i++) {
                    reasons.add(reason(result, new Size(i)));
                }
                return new Answer(VERDICTS[summary.verdict], reasons);
            } finally {
                LIB.tp_result_free(result);
            }
        } finally {
            LIB.tp_dossier_free(dossier);
        }
    }

    private static Reason reason(Pointer result, Size place) {
        ReasonOut one = new ReasonOut();
        one.size = one.size();
        need(error -> LIB.tp_result_reason(result, place, one, error));
        String text = text((out, error) -> LIB.tp_result_reason_text(result, place, 0, 0, out, error));
        List<String> remedies = new ArrayList<>();
        for (int j = 0; j < one.remedyCount; j++) {
            Size remedy = new Size(j);
            remedies.add(text((out, error) -> LIB.tp_result_remedy_text(result, place, remedy, 0, 0, out, error)));
        }
        return new Reason(one.id.toString(), text, remedies);
    }

    private interface Call {
        int with(PointerByReference error);
    }

    private interface Maker {
        int with(PointerByReference out, PointerByReference error);
    }

    private static void need(Call call) {
        PointerByReference error = new PointerByReference();
        int status = call.with(error);
        if (status != 0) {
            Pointer said = error.getValue() == null ? LIB.tp_status_text(status) : LIB.tp_error_message(error.getValue());
            String message = said.getString(0, "UTF-8");
            LIB.tp_error_free(error.getValue());
            throw new IllegalArgumentException(message);
        }
    }

    private static Pointer make(Maker maker) {
        PointerByReference out = new PointerByReference();
        need(error -> maker.with(out, error));
        return out.getValue();
    }

    private static String text(Maker maker) {
        Pointer text = make(maker);
        String copy = LIB.tp_text_data(text).getString(0, "UTF-8");
        LIB.tp_text_free(text);
        return copy;
    }

    private static void sameSize(String name, Structure mine) {
        byte[] ascii = name.getBytes(StandardCharsets.US_ASCII);
        if (LIB.tp_struct_size(ascii, new Size(ascii.length)).intValue() < mine.size()) {
            throw new IllegalStateException(name + " is laid out otherwise");
        }
    }
}
