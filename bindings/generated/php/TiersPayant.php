<?php
// The library for PHP 7.4 and later, through FFI, whole. Written by the build from the header of the library: do not edit.
//
// FFI must be enabled (ffi.enable). Structs are arrays by the names of the header; what is left out is 0 or empty. Dates
// are yyyymmdd and moments yyyymmddhhmmss, 0 when absent. The library is found in the environment variable
// TIERSPAYANT_LIBRARY, or by its usual name.
namespace TiersPayant;

/** A call that failed: its status, a stable code, and the place of the fault. No value of the input. */
final class TiersPayantException extends \RuntimeException
{
    public $status;
    public $errorCode;
    public $place;

    public function __construct(int $status, string $errorCode, string $place, string $message)
    {
        parent::__construct($message, $status);
        $this->status = $status;
        $this->errorCode = $errorCode;
        $this->place = $place;
    }
}

/** The functions as they are in C. */
final class Native
{
    private static $ffi = null;

    public static function ffi(): \FFI
    {
        if (self::$ffi === null) {
            $name = PHP_OS_FAMILY === 'Windows' ? 'tierspayant.dll' : (PHP_OS_FAMILY === 'Darwin' ? 'libtierspayant.dylib' : 'libtierspayant.so.0');
            self::$ffi = \FFI::cdef(self::CDEF, getenv('TIERSPAYANT_LIBRARY') ?: $name);
        }
        return self::$ffi;
    }

    public static function need(int $status, $error): void
    {
        if ($status === 0) {
            return;
        }
        $ffi = self::ffi();
        if (\FFI::isNull($error)) {
            throw new TiersPayantException($status, '', '', self::text($ffi->tp_status_text($status)));
        }
        $problem = new TiersPayantException(
            $status,
            self::text($ffi->tp_error_code($error)),
            self::text($ffi->tp_error_place($error)),
            self::text($ffi->tp_error_message($error))
        );
        $ffi->tp_error_free($error);
        throw $problem;
    }

    /** FFI gives a `const char *` as a string. */
    private static function text($given): string
    {
        return is_string($given) ? $given : \FFI::string($given);
    }

    public static function view($view): string
    {
        return $view->len === 0 ? '' : \FFI::string($view->data, $view->len);
    }

    public static function taken($text): string
    {
        $given = self::ffi()->tp_text_data($text);
        $copy = is_string($given) ? $given : \FFI::string($given, self::ffi()->tp_text_len($text));
        self::ffi()->tp_text_free($text);
        return $copy;
    }

    /** A struct of the library, from an array; what its texts are in is kept in `$kept`. */
    public static function struct(string $name, array $given, array &$kept)
    {
        $struct = self::ffi()->new($name);
        $struct->size = \FFI::sizeof($struct);
        foreach ($given as $field => $value) {
            if (is_string($value)) {
                if ($value !== '') {
                    $bytes = self::ffi()->new('char[' . strlen($value) . ']');
                    \FFI::memcpy($bytes, $value, strlen($value));
                    $kept[] = $bytes;
                    $struct->$field->data = self::ffi()->cast('char *', \FFI::addr($bytes[0]));
                    $struct->$field->len = strlen($value);
                }
            } else {
                $struct->$field = $value;
            }
        }
        return $struct;
    }

    /** An array, from a struct of the library. */
    public static function fields($struct, array $names): array
    {
        $given = [];
        foreach ($names as $name) {
            $value = $struct->$name;
            $given[$name] = is_object($value) ? self::view($value) : $value;
        }
        return $given;
    }

    const CDEF = <<<'C'
typedef struct tp_dossier tp_dossier;
typedef struct tp_engine tp_engine;
typedef struct tp_engine_builder tp_engine_builder;
typedef struct tp_error tp_error;
typedef struct tp_reading tp_reading;
typedef struct tp_result tp_result;
typedef struct tp_text tp_text;
typedef struct tp_timeline tp_timeline;
typedef struct tp_what_if tp_what_if;
size_t tp_struct_size(const char *name, size_t len);
int32_t tp_version(void);
const char *tp_version_text(void);
int32_t tp_abi_check(int32_t major, int32_t minor);
int32_t tp_error_status(const tp_error *error);
const char *tp_error_code(const tp_error *error);
const char *tp_error_place(const tp_error *error);
const char *tp_error_message(const tp_error *error);
void tp_error_free(tp_error *error);
const char *tp_status_text(int32_t status);
typedef struct tp_str { const char *data; size_t len; } tp_str;
int32_t tp_str_copy_cp1252( const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);
int32_t tp_text_from_cp1252(const char *data, size_t len, tp_text **out, tp_error **error);
int32_t tp_str_copy_utf16( const tp_str *view, uint16_t *buffer, size_t size, size_t *needed, tp_error **error);
int32_t tp_text_from_utf16(const uint16_t *data, size_t len, tp_text **out, tp_error **error);
const char *tp_text_data(const tp_text *text);
size_t tp_text_len(const tp_text *text);
void tp_text_free(tp_text *text);
int32_t tp_str_copy( const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);
int32_t tp_str_copy_latin1( const tp_str *view, char *buffer, size_t size, size_t *needed, tp_error **error);
int32_t tp_text_from_latin1(const char *data, size_t len, tp_text **out, tp_error **error);
int32_t tp_word(int32_t list, int32_t number, tp_str *out, tp_error **error);
int32_t tp_word_number( int32_t list, const char *word, size_t len, int32_t *out, tp_error **error);
int32_t tp_engine_new(tp_engine **out, tp_error **error);
int32_t tp_engine_builder_new(tp_engine_builder **out, tp_error **error);
int32_t tp_engine_builder_set_table( tp_engine_builder *builder, const char *name, size_t name_len, const char *text, size_t text_len, tp_error **error);
int32_t tp_engine_builder_build( const tp_engine_builder *builder, tp_engine **out, tp_error **error);
void tp_engine_builder_free(tp_engine_builder *builder);
void tp_engine_free(tp_engine *engine);
int32_t tp_engine_edition(const tp_engine *engine, tp_str *out, tp_error **error);
int32_t tp_engine_digest(const tp_engine *engine, tp_str *out, tp_error **error);
int32_t tp_engine_covers( const tp_engine *engine, int32_t *from, int32_t *to, tp_error **error);
size_t tp_table_count(void);
int32_t tp_table(size_t index, tp_str *name, tp_str *text, tp_error **error);
typedef struct tp_unused { uint32_t size; tp_str place; tp_str why; } tp_unused;
int32_t tp_read( int32_t format, const char *data, size_t len, int64_t observed_at, tp_reading **out, tp_error **error);
size_t tp_reading_snapshot_count(const tp_reading *reading);
int32_t tp_reading_json(const tp_reading *reading, tp_text **out, tp_error **error);
int32_t tp_reading_refusal(const tp_reading *reading, tp_str *out, tp_error **error);
size_t tp_reading_unused_count(const tp_reading *reading);
int32_t tp_reading_unused( const tp_reading *reading, size_t index, tp_unused *out, tp_error **error);
void tp_reading_free(tp_reading *reading);
typedef struct tp_claim { uint32_t size; int32_t as_of; int32_t care_date; int32_t prescription_date; int32_t transmission_date; int32_t card; int32_t third_party; int32_t birth_rank; tp_str id; tp_str setting; tp_str nature; tp_str person_id; tp_str birth_date; tp_str nir; tp_str regime; tp_str fund; tp_str centre; int32_t prescriber_standing; int32_t mode; int32_t paid_instead; int32_t reserved; tp_str other_regime; tp_str other_fund; tp_str other_centre; } tp_claim;
typedef struct tp_claim_contract { uint32_t size; int32_t start; int32_t end; int32_t reserved; tp_str number; tp_str contract_type; tp_str service; tp_str indicator; } tp_claim_contract;
typedef struct tp_claim_accident { uint32_t size; int32_t date; tp_str number; } tp_claim_accident;
typedef struct tp_line { uint32_t size; int32_t category; int32_t relation; int32_t origin; int32_t has_amount; int32_t reserved; int64_t amount_cents; tp_str id; tp_str exemption; int32_t document; int32_t voucher; int32_t prior_agreement; int32_t prior_agreement_requested_on; int32_t prescription; int32_t line_prescription_date; int32_t transport_urgent; int32_t transport_ground; int32_t proof; int32_t prior_agreement_received_on; } tp_line;
int32_t tp_dossier_from_json(const char *json, size_t len, tp_dossier **out, tp_error **error);
int32_t tp_dossier_from_claim_json( const char *json, size_t len, tp_dossier **out, tp_error **error);
void tp_dossier_free(tp_dossier *dossier);
int32_t tp_dossier_new(const tp_claim *claim, tp_dossier **out, tp_error **error);
int32_t tp_dossier_set_claim_contract( tp_dossier *dossier, const tp_claim_contract *contract, tp_error **error);
int32_t tp_dossier_set_claim_accident( tp_dossier *dossier, const tp_claim_accident *accident, tp_error **error);
int32_t tp_dossier_add_line(tp_dossier *dossier, const tp_line *line, tp_error **error);
int32_t tp_dossier_add_trait( tp_dossier *dossier, size_t line, const char *word, size_t len, tp_error **error);
typedef struct tp_coverage { uint32_t size; int32_t start; int32_t end; int32_t reserved; } tp_coverage;
typedef struct tp_coverage_code { uint32_t size; int32_t start; int32_t end; int32_t reserved; tp_str ald; tp_str situation; } tp_coverage_code;
typedef struct tp_exemption { uint32_t size; int32_t vocabulary; int32_t start; int32_t end; int32_t status; int32_t reserved; tp_str code; } tp_exemption;
typedef struct tp_maternity { uint32_t size; int32_t start; int32_t end; int32_t presumed_start; int32_t presumed_delivery; int32_t delivery; int32_t status; int32_t reserved; } tp_maternity;
typedef struct tp_accident { uint32_t size; int32_t date; int32_t start; int32_t end; int32_t status; int32_t reserved; tp_str number; } tp_accident;
typedef struct tp_contract { uint32_t size; int32_t start; int32_t end; int32_t status; int32_t participation; int32_t reserved; tp_str number; tp_str contract_type; tp_str service; tp_str indicator; int32_t end_reason; int32_t reserved_end; } tp_contract;
typedef struct tp_contract_right { uint32_t size; int32_t start; int32_t end; int32_t status; tp_str domain; } tp_contract_right;
typedef struct tp_service { uint32_t size; int32_t start; int32_t end; int32_t reserved; tp_str code; } tp_service;
typedef struct tp_snapshot { uint32_t size; int32_t source; int64_t observed_at; int32_t updated_on; int32_t has_horizon; int32_t horizon_from; int32_t horizon_to; int32_t lists; int32_t birth_rank; tp_str person_id; tp_str birth_date; tp_str nir; tp_str regime; tp_str fund; tp_str centre; } tp_snapshot;
int32_t tp_dossier_add_reading( tp_dossier *dossier, const tp_reading *reading, tp_error **error);
int32_t tp_dossier_clear_rights(tp_dossier *dossier, tp_error **error);
int32_t tp_dossier_rights_json(const tp_dossier *dossier, tp_text **out, tp_error **error);
int32_t tp_dossier_json( const tp_dossier *dossier, int32_t people, tp_text **out, tp_error **error);
int32_t tp_dossier_add_coverage( tp_dossier *dossier, size_t snapshot, const tp_coverage *coverage, tp_error **error);
int32_t tp_dossier_add_code( tp_dossier *dossier, size_t snapshot, const tp_coverage_code *code, tp_error **error);
int32_t tp_dossier_add_exemption( tp_dossier *dossier, size_t snapshot, const tp_exemption *exemption, tp_error **error);
int32_t tp_dossier_set_maternity( tp_dossier *dossier, size_t snapshot, const tp_maternity *maternity, tp_error **error);
int32_t tp_dossier_add_accident( tp_dossier *dossier, size_t snapshot, const tp_accident *accident, tp_error **error);
int32_t tp_dossier_add_contract( tp_dossier *dossier, size_t snapshot, const tp_contract *contract, tp_error **error);
int32_t tp_dossier_add_contract_right( tp_dossier *dossier, size_t snapshot, size_t contract, const tp_contract_right *right, tp_error **error);
int32_t tp_dossier_add_service( tp_dossier *dossier, size_t snapshot, const tp_service *service, tp_error **error);
int32_t tp_dossier_add_snapshot( tp_dossier *dossier, const tp_snapshot *snapshot, size_t *index, tp_error **error);
typedef struct tp_options { uint32_t size; int32_t lang; int32_t without_what_if; } tp_options;
typedef struct tp_summary { uint32_t size; int32_t verdict; int32_t basis; int32_t guarantee; int32_t amo_verdict; int32_t amo_basis; int32_t amc_verdict; int32_t amc_basis; uint32_t line_count; uint32_t reason_count; uint32_t blocking_count; uint32_t doubt_count; } tp_summary;
typedef struct tp_style { uint32_t size; uint32_t width; int32_t color; int32_t ascii; int32_t details; } tp_style;
typedef struct tp_line_answer { uint32_t size; int32_t amo_verdict; int32_t amo_basis; int32_t amc_verdict; int32_t amc_basis; int32_t exemption; int32_t date; int32_t reserved; tp_str date_role; tp_str id; } tp_line_answer;
typedef struct tp_reason { uint32_t size; int32_t severity; int32_t share; int32_t line; uint32_t fact_count; uint32_t remedy_count; int32_t reference_checked; int32_t reserved; tp_str id; tp_str rule; tp_str reject; tp_str indu; tp_str reference; tp_str confidence; } tp_reason;
typedef struct tp_fact { uint32_t size; int32_t kind; int32_t number; int32_t reserved; tp_str key; tp_str word; } tp_fact;
int32_t tp_check_json( const tp_engine *engine, const char *json, size_t len, const tp_options *options, int32_t *verdict, tp_text **out, tp_error **error);
int32_t tp_check( const tp_engine *engine, const tp_dossier *dossier, tp_summary *summary, tp_result **result, tp_error **error);
int32_t tp_result_summary(const tp_result *result, tp_summary *out, tp_error **error);
int32_t tp_result_json( const tp_result *result, const tp_options *options, tp_text **out, tp_error **error);
int32_t tp_result_text( const tp_result *result, int32_t lang, int32_t audience, const tp_style *style, tp_text **out, tp_error **error);
int32_t tp_result_html( const tp_result *result, int32_t lang, int32_t audience, int32_t details, tp_text **out, tp_error **error);
void tp_result_free(tp_result *result);
size_t tp_result_line_count(const tp_result *result);
int32_t tp_result_line( const tp_result *result, size_t index, tp_line_answer *out, tp_error **error);
size_t tp_result_reason_count(const tp_result *result);
int32_t tp_result_reason( const tp_result *result, size_t index, tp_reason *out, tp_error **error);
int32_t tp_result_fact( const tp_result *result, size_t reason, size_t index, tp_fact *out, tp_error **error);
int32_t tp_result_remedy( const tp_result *result, size_t reason, size_t index, tp_str *out, tp_error **error);
int32_t tp_result_reason_text( const tp_result *result, size_t index, int32_t lang, int32_t audience, tp_text **out, tp_error **error);
int32_t tp_result_remedy_text( const tp_result *result, size_t reason, size_t index, int32_t lang, int32_t audience, tp_text **out, tp_error **error);
typedef struct tp_correction { uint32_t size; int32_t change; int32_t line; int32_t reserved; tp_str exemption; tp_str number; tp_str contract_type; tp_str nature; tp_str regime; tp_str fund; tp_str centre; } tp_correction;
int32_t tp_result_what_if(const tp_result *result, tp_what_if **out, tp_error **error);
int32_t tp_what_if_days( const tp_what_if *what_if, int32_t *earliest, int32_t *latest, tp_error **error);
size_t tp_what_if_correction_count(const tp_what_if *what_if);
int32_t tp_what_if_correction( const tp_what_if *what_if, size_t index, tp_correction *out, tp_error **error);
void tp_what_if_free(tp_what_if *what_if);
int32_t tp_triage_json( const tp_engine *engine, const char *json, size_t len, const tp_options *options, tp_text **out, tp_error **error);
int32_t tp_triage_text( const tp_engine *engine, const char *json, size_t len, int32_t lang, int32_t audience, const tp_style *style, tp_text **out, tp_error **error);
typedef struct tp_right_interval { uint32_t size; int32_t start; int32_t end; int32_t reserved; tp_str certainty; tp_str source; } tp_right_interval;
typedef struct tp_claim_interval { uint32_t size; int32_t start; int32_t end; int32_t verdict; int32_t basis; } tp_claim_interval;
int32_t tp_timeline_new( const tp_engine *engine, const tp_dossier *dossier, int32_t first, int32_t last, tp_timeline **out, tp_error **error);
int32_t tp_timeline_json(const tp_timeline *timeline, tp_text **out, tp_error **error);
int32_t tp_timeline_text( const tp_timeline *timeline, int32_t lang, const tp_style *style, tp_text **out, tp_error **error);
int32_t tp_timeline_svg( const tp_timeline *timeline, int32_t lang, tp_text **out, tp_error **error);
size_t tp_timeline_right_count(const tp_timeline *timeline);
int32_t tp_timeline_right( const tp_timeline *timeline, size_t right, tp_str *kind, tp_str *which, size_t *interval_count, tp_error **error);
int32_t tp_timeline_right_interval( const tp_timeline *timeline, size_t right, size_t index, tp_right_interval *out, tp_error **error);
size_t tp_timeline_claim_count(const tp_timeline *timeline);
int32_t tp_timeline_claim( const tp_timeline *timeline, size_t index, tp_claim_interval *out, tp_error **error);
int32_t tp_timeline_exemption( const tp_timeline *timeline, size_t index, size_t line, int32_t *out, tp_error **error);
void tp_timeline_free(tp_timeline *timeline);
C;
}

/** An object of the library, freed once, however often it is closed. */
abstract class Handle
{
    private $pointer;

    public function __construct($pointer)
    {
        $this->pointer = $pointer;
    }

    public function pointer()
    {
        if ($this->pointer === null) {
            throw new \LogicException('closed');
        }
        return $this->pointer;
    }

    public function close(): void
    {
        if ($this->pointer !== null) {
            $free = static::FREE;
            Native::ffi()->$free($this->pointer);
            $this->pointer = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }
}

/** The numbers of the header. */
final class Tp
{
    const VERSION_MAJOR = 0;
    const VERSION_MINOR = 1;
    const VERSION_PATCH = 0;
    const ABI_MAJOR = 0;
    const ABI_MINOR = 2;
    const OK = 0;
    const ERROR_NULL = -1;
    const ERROR_SIZE = -2;
    const ERROR_NEWER = -3;
    const ERROR_VALUE = -4;
    const ERROR_UTF8 = -5;
    const ERROR_MISSING = -6;
    const ERROR_RANGE = -7;
    const ERROR_BUFFER = -8;
    const ERROR_INPUT = -9;
    const ERROR_DOCUMENT = -10;
    const ERROR_TABLE = -11;
    const ERROR_BUSY = -12;
    const ERROR_PANIC = -13;
    const ERROR_HANDLE = -14;
    const ERROR_MEMORY = -15;
    const LANG_FR = 0;
    const LANG_EN = 1;
    const AUDIENCE_COUNTER = 0;
    const AUDIENCE_PATIENT = 1;
    const WORDS_VERDICT = 1;
    const WORDS_BASIS = 2;
    const WORDS_GUARANTEE = 3;
    const WORDS_SEVERITY = 4;
    const WORDS_EXEMPTION = 5;
    const WORDS_SHARE = 6;
    const WORDS_CARD = 7;
    const WORDS_CATEGORY = 8;
    const WORDS_RELATION = 9;
    const WORDS_ORIGIN = 10;
    const WORDS_SOURCE = 11;
    const WORDS_VOCABULARY = 12;
    const WORDS_ENTRY = 13;
    const WORDS_FORMAT = 14;
    const WORDS_STANDING = 15;
    const WORDS_MODE = 16;
    const WORDS_PAID_INSTEAD = 17;
    const WORDS_DOCUMENT = 18;
    const WORDS_VOUCHER = 19;
    const WORDS_AGREEMENT = 20;
    const WORDS_PRESCRIPTION = 21;
    const WORDS_GROUND = 22;
    const WORDS_PROOF = 23;
    const WORDS_END = 24;
    const WORDS_SETTING = 25;
    const WORDS_TRAIT = 26;
    const WORDS_DATE_ROLE = 27;
    const WORDS_REMEDY = 28;
    const WORDS_REJECT_CLASS = 29;
    const WORDS_INDU = 30;
    const WORDS_CONFIDENCE = 31;
    const WORDS_CERTAINTY = 32;
    const WORDS_REPORTED = 33;
    const WORDS_RECOGNISED = 34;
    const WORDS_FOUND = 35;
    const WORDS_MATCHED = 36;
    const WORDS_CAUSE = 37;
    const WORDS_KNOWN_AT = 38;
    const WORDS_CAUGHT = 39;
    const WORDS_PAYER = 40;
    const FORMAT_SSV = 1;
    const FORMAT_ADRI_JSON = 2;
    const FORMAT_CNAM_DROITS = 3;
    const FORMAT_C2S = 4;
    const FORMAT_JFSE = 6;
    const FORMAT_LECTURE_VITALE = 7;
    const FORMAT_SNAPSHOTS = 5;
    const SHARE_AMO = 1;
    const SHARE_AMC = 2;
    const CARD_READ = 1;
    const CARD_ABSENT = 2;
    const CARD_UNREADABLE = 3;
    const CARD_OPPOSED = 4;
    const CATEGORY_DRUG = 1;
    const CATEGORY_DEVICE = 2;
    const CATEGORY_BIOLOGY = 3;
    const CATEGORY_ACT = 4;
    const CATEGORY_ACT_SERIES = 5;
    const CATEGORY_TRANSPORT = 6;
    const CATEGORY_STAY = 7;
    const RELATION_RELATED = 1;
    const RELATION_UNRELATED = 2;
    const RELATION_UNKNOWN = 3;
    const ORIGIN_CARD = 1;
    const ORIGIN_ADRI = 2;
    const ORIGIN_PRESCRIPTION = 3;
    const ORIGIN_MANUAL = 4;
    const ORIGIN_SETTING = 5;
    const STANDING_CONVENTION = 1;
    const STANDING_OUTSIDE_CONVENTION = 2;
    const STANDING_HOSPITAL = 3;
    const MODE_CARD = 1;
    const MODE_DEGRADED = 2;
    const MODE_REMOTE = 3;
    const MODE_SECRECY = 4;
    const PAID_INSTEAD_NURSING_SERVICE = 1;
    const PAID_INSTEAD_HOSPITAL_STAY = 2;
    const PAID_INSTEAD_HOSPITAL_AT_HOME = 3;
    const PAID_INSTEAD_NURSING_HOME = 4;
    const DOCUMENT_PRESENT = 1;
    const DOCUMENT_ABSENT = 2;
    const DOCUMENT_OUTSIDE_TERMS = 3;
    const VOUCHER_PRESENT = 1;
    const VOUCHER_ABSENT = 2;
    const AGREEMENT_GRANTED = 1;
    const AGREEMENT_REQUESTED = 2;
    const AGREEMENT_REFUSED = 3;
    const AGREEMENT_NOT_NEEDED = 4;
    const PRESCRIPTION_PRESENT = 1;
    const PRESCRIPTION_NONE = 2;
    const PRESCRIPTION_CONDITIONAL = 3;
    const GROUND_HOSPITALISATION = 1;
    const GROUND_ALD = 2;
    const GROUND_ACCIDENT = 3;
    const GROUND_LYING_OR_WATCHED = 4;
    const GROUND_LONG_DISTANCE = 5;
    const GROUND_SERIES = 6;
    const GROUND_SUMMONS = 7;
    const GROUND_OTHER = 8;
    const PROOF_SENT = 1;
    const PROOF_TO_SEND = 2;
    const PROOF_MISSING = 3;
    const SETTING_PHARMACY = 1;
    const SETTING_NURSE = 2;
    const SETTING_PHYSIOTHERAPIST = 3;
    const SETTING_DOCTOR = 4;
    const SETTING_MIDWIFE = 5;
    const SETTING_DENTIST = 6;
    const SETTING_SPEECH_THERAPIST = 7;
    const SETTING_LABORATORY = 8;
    const SETTING_DEVICE_SUPPLIER = 9;
    const SETTING_TRANSPORT = 10;
    const SETTING_HOSPITAL = 11;
    const SETTING_PSYCHOLOGIST = 12;
    const SETTING_OTHER = 13;
    const TRAIT_GENERIC_REFUSED = 1;
    const TRAIT_NARCOTIC = 2;
    const TRAIT_OVER_300_EUR = 3;
    const TRAIT_GLP1 = 4;
    const TRAIT_INSULIN_ASPART = 5;
    const TRAIT_SITAGLIPTIN_METFORMIN = 6;
    const TRAIT_INSULIN_GLARGINE = 7;
    const TRAIT_NURSING_HOME = 8;
    const TRAIT_INFANT_UNDER_3_MONTHS = 9;
    const TRAIT_CONTRACEPTION = 10;
    const TRAIT_EMERGENCY_CONTRACEPTION = 11;
    const TRAIT_CONDOM = 12;
    const TRAIT_IVG = 13;
    const TRAIT_MATERNITY_LISTED = 14;
    const TRAIT_INFERTILITY = 15;
    const TRAIT_DONATION = 16;
    const TRAIT_SEXUAL_VIOLENCE = 17;
    const TRAIT_TERRORISM = 18;
    const TRAIT_MILITARY_INFIRMITY = 19;
    const TRAIT_RATE_15 = 20;
    const TRAIT_RATE_30 = 21;
    const TRAIT_OUTSIDE_CARE_PATH = 22;
    const TRAIT_SHARED_TRANSPORT_REFUSED = 23;
    const TRAIT_AGREED_AFTER_CONSOLIDATION = 24;
    const TRAIT_PREVENTION = 25;
    const TRAIT_FIRST_SUPPLY = 26;
    const TRAIT_BIOSIMILAR_REFUSED = 27;
    const TRAIT_HYBRID_REFUSED = 28;
    const TRAIT_TFR_GROUP = 29;
    const TRAIT_GENERIC_NOT_CHEAPER = 30;
    const TRAIT_NOT_SUBSTITUTABLE = 31;
    const TRAIT_FLU_VACCINE = 32;
    const TRAIT_SPA_CURE = 33;
    const TRAIT_IST_TEST = 34;
    const TRAIT_HIV_TEST = 35;
    const TRAIT_COLORECTAL_KIT = 36;
    const TRAIT_ORAL_HEALTH_EXAM = 37;
    const TRAIT_PROGRAMMED_CARE = 38;
    const TRAIT_DOCUMENT_REQUIRED = 39;
    const TRAIT_WHEELCHAIR = 40;
    const URGENT_NO = 1;
    const URGENT_YES = 2;
    const SHARE_BOTH = 3;
    const SOURCE_BDO = 1;
    const SOURCE_ADRI = 2;
    const SOURCE_CDRI = 3;
    const SOURCE_PORTAL = 4;
    const SOURCE_ATTESTATION = 5;
    const SOURCE_VITALE = 6;
    const SOURCE_APCV = 7;
    const SOURCE_MANUAL = 8;
    const SOURCE_AMC = 9;
    const VOCABULARY_BDO = 1;
    const VOCABULARY_CDRI = 2;
    const VOCABULARY_SNDS = 3;
    const VOCABULARY_CLAIM = 4;
    const VOCABULARY_CDRI_ETM = 5;
    const VOCABULARY_CDRI_MTM = 6;
    const VOCABULARY_SNDS_ETM = 7;
    const VOCABULARY_SNDS_EXO = 8;
    const VOCABULARY_SNDS_MTM = 9;
    const ENTRY_ACTIVE = 1;
    const ENTRY_PENDING = 2;
    const ENTRY_SUSPENDED = 3;
    const ENTRY_REFUSED = 4;
    const ENTRY_CLOSED = 5;
    const END_TERM = 1;
    const END_RENOUNCED = 2;
    const END_UNPAID = 3;
    const END_HOUSEHOLD = 4;
    const PARTICIPATION_WITHOUT = 1;
    const PARTICIPATION_WITH = 2;
    const LIST_COVERAGE = 1;
    const LIST_CODES = 2;
    const LIST_EXEMPTIONS = 4;
    const LIST_ACCIDENTS = 8;
    const LIST_CONTRACTS = 16;
    const LIST_SERVICES = 32;
    const VERDICT_UNDETERMINED = 0;
    const VERDICT_BILLABLE = 1;
    const VERDICT_NOT_BILLABLE = 2;
    const BASIS_FORBIDDEN = 1;
    const BASIS_NOT_GRANTED = 2;
    const BASIS_MISSING = 3;
    const BASIS_PENDING = 4;
    const BASIS_CONFLICT = 5;
    const BASIS_STALE = 6;
    const BASIS_BEYOND_RULES = 7;
    const GUARANTEE_UNKNOWN = 0;
    const GUARANTEE_GUARANTEED = 1;
    const GUARANTEE_LIKELY = 2;
    const GUARANTEE_NONE = 3;
    const SEVERITY_BLOCKING = 1;
    const SEVERITY_DOUBT = 2;
    const SEVERITY_NOTICE = 3;
    const EXEMPTION_UNKNOWN = 0;
    const EXEMPTION_CONFIRMED = 1;
    const EXEMPTION_NOT_CLAIMED = 2;
    const EXEMPTION_NOT_RECORDED = 3;
    const EXEMPTION_NOT_STARTED = 4;
    const EXEMPTION_ENDED = 5;
    const EXEMPTION_PENDING = 6;
    const EXEMPTION_UNRELATED = 7;
    const EXEMPTION_CONTRADICTED = 8;
    const DATE_ROLE_CARE = 1;
    const DATE_ROLE_PRESCRIPTION = 2;
    const DATE_ROLE_QUERY = 3;
    const DATE_ROLE_TRANSMISSION = 4;
    const REMEDY_SOURCE_QUERY_ADRI = 1;
    const REMEDY_CARD_UPDATE = 2;
    const REMEDY_PATIENT_ASK_ATTESTATION = 3;
    const REMEDY_PATIENT_RENEW_CSS = 4;
    const REMEDY_EXEMPTION_CORRECT = 5;
    const REMEDY_EXEMPTION_REMOVE = 6;
    const REMEDY_EXEMPTION_UNFORCE = 7;
    const REMEDY_LINE_STATE_RELATION = 8;
    const REMEDY_CONTRACT_CORRECT = 9;
    const REMEDY_CLAIM_CORRECT_NATURE = 10;
    const REMEDY_CLAIM_COMPLETE = 11;
    const REMEDY_CLAIM_CHECK_IDENTITY = 12;
    const REMEDY_INVOICE_RECYCLE = 13;
    const REMEDY_INVOICE_NEW_FSE = 14;
    const REMEDY_INVOICE_PAPER = 15;
    const REMEDY_AMC_BILL_AMO_ALONE = 16;
    const REMEDY_PATIENT_PAYS = 17;
    const REMEDY_CLAIM_HOLD_UNTIL = 18;
    const REMEDY_PROOF_SEND = 19;
    const REMEDY_FUND_CONTACT = 20;
    const REMEDY_AMC_CONTACT = 21;
    const REMEDY_SOFTWARE_FIX_SETTING = 22;
    const REMEDY_CLAIM_CORRECT_SCHEME = 23;
    const REMEDY_CLAIM_CHECK_PRESCRIBER = 24;
    const REMEDY_AGREEMENT_ASK = 25;
    const REMEDY_INVOICE_WAIT = 26;
    const REMEDY_INVOICE_FIND_PAYMENT = 27;
    const REMEDY_CLAIM_CHECK_DIRECT_ACCESS = 28;
    const REMEDY_INVOICE_SPLIT = 29;
    const REMEDY_SERVICE_AGREE = 30;
    const INDU_MISSING_PROOF = 1;
    const INDU_OVERRIDDEN = 2;
    const CONFIDENCE_OFFICIAL = 1;
    const CONFIDENCE_OFFICIAL_COPY = 2;
    const CONFIDENCE_ADMINISTRATION = 3;
    const CONFIDENCE_VENDOR = 4;
    const CONFIDENCE_SECONDARY = 5;
    const CONFIDENCE_INFERRED = 6;
    const CONFIDENCE_PRODUCT = 7;
    const FACT_DATE = 1;
    const FACT_DAYS = 2;
    const FACT_WORD = 3;
    const FACT_CODE = 4;
    const VERDICT_NOT_ASKED = 3;
    const BASIS_NONE = 0;
    const CHANGE_ASK_AGAIN = 1;
    const CHANGE_EXEMPTION = 2;
    const CHANGE_NATURE = 3;
    const CHANGE_CONTRACT = 4;
    const CHANGE_AMO_ALONE = 5;
    const CHANGE_SCHEME = 6;
    const REJECT_CLASS_ETM_NOT_IN_BDO = 1;
    const REJECT_CLASS_ETM_ABSENT_FROM_REFERENTIAL = 2;
    const REJECT_CLASS_CONTRACT_TYPE_INCOMPATIBLE = 3;
    const REJECT_CLASS_RIGHTS_CLOSED = 4;
    const REJECT_CLASS_INSURED_UNKNOWN = 5;
    const REJECT_CLASS_NATURE_INCOMPATIBLE = 6;
    const REJECT_CLASS_ACCIDENT_UNKNOWN = 7;
    const REJECT_CLASS_COMPLEMENTARY_UNKNOWN = 8;
    const REJECT_CLASS_CARD_REFUSED = 9;
    const REJECT_CLASS_PRESCRIBER_UNKNOWN = 10;
    const REJECT_CLASS_PRESCRIPTION_NOT_ALLOWED = 11;
    const REJECT_CLASS_ALREADY_PAID = 12;
    const REJECT_CLASS_TOO_LATE = 13;
    const REJECT_CLASS_BILLING_RULE = 14;
    const REJECT_CLASS_WRONG_FUND = 15;
    const REJECT_CLASS_PRIOR_AGREEMENT = 16;
    const REJECT_CLASS_MISSING_PROOF = 17;
    const REJECT_CLASS_PAYMENT_DEFERRED = 18;
    const REPORTED_REJECTED = 1;
    const REPORTED_DEFERRED = 2;
    const RECOGNISED_KEY = 1;
    const RECOGNISED_LABEL = 2;
    const RECOGNISED_BOTH = 3;
    const RECOGNISED_STATE = 4;
    const RECOGNISED_NONE = 5;
    const FOUND_ABSENT = 1;
    const FOUND_UNKNOWN = 2;
    const FOUND_OTHER_DATES = 3;
    const FOUND_KNOWN = 4;
    const MATCHED_SAME = 1;
    const MATCHED_INFLECTED = 2;
    const MATCHED_PREFIX = 3;
    const MATCHED_WORDS = 4;
    const CAUSE_IDENTITY = 1;
    const CAUSE_LAG = 2;
    const CAUSE_PENDING = 3;
    const CAUSE_WRONG_CODE = 4;
    const CAUSE_CONTRACT_MISTYPED = 5;
    const CAUSE_CONTRACT_CHANGED = 6;
    const CAUSE_ACCIDENT_MISTYPED = 7;
    const CAUSE_FORCED = 8;
    const CAUSE_STALE_DATA = 9;
    const CAUSE_NOT_STARTED = 10;
    const CAUSE_ENDED = 11;
    const CAUSE_NOT_ACTIVE = 12;
    const CAUSE_NEVER_RECORDED = 13;
    const CAUSE_RULE = 14;
    const CAUSE_DUPLICATE = 15;
    const CAUSE_MISSING_DOCUMENT = 16;
    const CAUSE_PRESCRIBER = 17;
    const CAUSE_LATE = 18;
    const CAUSE_CARD = 19;
    const CAUSE_BILLING = 20;
    const CAUSE_DEFERRED = 21;
    const CAUSE_UNKNOWN = 22;
    const CAUSE_PAID_INSTEAD = 23;
    const KNOWN_AT_NOW = 1;
    const KNOWN_AT_BEFORE_SENDING = 2;
    const CAUGHT_BLOCKED = 1;
    const CAUGHT_DOUBTED = 2;
    const CAUGHT_MISSED = 3;
    const PAYER_NEW_CLAIM = 1;
    const PAYER_PATIENT = 2;
    const PAYER_INSURER_OR_PATIENT = 3;
    const PAYER_NOT_SETTLED = 4;
    const CERTAINTY_PROVED = 1;
    const CERTAINTY_HORIZON = 2;
    const CERTAINTY_ASSUMED = 3;
    const CERTAINTY_CONTRADICTED = 4;
    const CERTAINTY_PENDING = 5;
    const CERTAINTY_ABSENT = 6;
    const CERTAINTY_STALE = 7;
    const CERTAINTY_UNKNOWN = 8;
}

final class Dossier extends Handle
{
    const FREE = 'tp_dossier_free';

    /** Gives the dossier of a JSON document, to be freed with tp_dossier_free. */
    public static function fromJson(string $json)
    {
        $x_out = Native::ffi()->new('tp_dossier *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_from_json($json, strlen($json), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Dossier($x_out);
    }

    /** Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone, or {"format", "as_of", "claim"}. */
    public static function fromClaimJson(string $json)
    {
        $x_out = Native::ffi()->new('tp_dossier *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_from_claim_json($json, strlen($json), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Dossier($x_out);
    }

    /** Gives a dossier with this claim, to be freed with tp_dossier_free. */
    public static function create(array $claim)
    {
        $kept_claim = [];
        $struct_claim = $claim === null ? null : Native::struct('tp_claim', $claim, $kept_claim);
        $x_out = Native::ffi()->new('tp_dossier *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_new($struct_claim === null ? null : \FFI::addr($struct_claim), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Dossier($x_out);
    }

    /** Sets the complementary contract of the claim, in the place of the one it had. */
    public function setClaimContract(array $contract)
    {
        $kept_contract = [];
        $struct_contract = $contract === null ? null : Native::struct('tp_claim_contract', $contract, $kept_contract);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_set_claim_contract($this->pointer(), $struct_contract === null ? null : \FFI::addr($struct_contract), \FFI::addr($error)), $error);
    }

    /** Sets the accident of the claim, in the place of the one it had. */
    public function setClaimAccident(array $accident)
    {
        $kept_accident = [];
        $struct_accident = $accident === null ? null : Native::struct('tp_claim_accident', $accident, $kept_accident);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_set_claim_accident($this->pointer(), $struct_accident === null ? null : \FFI::addr($struct_accident), \FFI::addr($error)), $error);
    }

    /** Adds a line at the end of the claim. */
    public function addLine(array $line)
    {
        $kept_line = [];
        $struct_line = $line === null ? null : Native::struct('tp_line', $line, $kept_line);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_line($this->pointer(), $struct_line === null ? null : \FFI::addr($struct_line), \FFI::addr($error)), $error);
    }

    /** Adds a fact that a rule may need to a line, such as narcotic or generic_refused. */
    public function addTrait(int $line, string $word)
    {
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_trait($this->pointer(), $line, $word, strlen($word), \FFI::addr($error)), $error);
    }

    /** Adds the snapshots of a reading. */
    public function addReading(Reading $reading)
    {
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_reading($this->pointer(), $reading->pointer(), \FFI::addr($error)), $error);
    }

    /** Takes every snapshot out of a dossier, so that the claim can be asked again with other rights. */
    public function clearRights()
    {
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_clear_rights($this->pointer(), \FFI::addr($error)), $error);
    }

    /** Gives the snapshots of a dossier as JSON, to be freed with tp_text_free. */
    public function rightsJson()
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_rights_json($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was decided as it was. */
    public function json(int $people)
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_json($this->pointer(), $people, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Adds a period of base rights to a snapshot. */
    public function addCoverage(int $snapshot, array $coverage)
    {
        $kept_coverage = [];
        $struct_coverage = $coverage === null ? null : Native::struct('tp_coverage', $coverage, $kept_coverage);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_coverage($this->pointer(), $snapshot, $struct_coverage === null ? null : \FFI::addr($struct_coverage), \FFI::addr($error)), $error);
    }

    /** Adds a coverage code to a snapshot. */
    public function addCode(int $snapshot, array $code)
    {
        $kept_code = [];
        $struct_code = $code === null ? null : Native::struct('tp_coverage_code', $code, $kept_code);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_code($this->pointer(), $snapshot, $struct_code === null ? null : \FFI::addr($struct_code), \FFI::addr($error)), $error);
    }

    /** Adds an exemption to a snapshot. */
    public function addExemption(int $snapshot, array $exemption)
    {
        $kept_exemption = [];
        $struct_exemption = $exemption === null ? null : Native::struct('tp_exemption', $exemption, $kept_exemption);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_exemption($this->pointer(), $snapshot, $struct_exemption === null ? null : \FFI::addr($struct_exemption), \FFI::addr($error)), $error);
    }

    /** Sets the maternity record of a snapshot, in the place of the one it had. */
    public function setMaternity(int $snapshot, array $maternity)
    {
        $kept_maternity = [];
        $struct_maternity = $maternity === null ? null : Native::struct('tp_maternity', $maternity, $kept_maternity);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_set_maternity($this->pointer(), $snapshot, $struct_maternity === null ? null : \FFI::addr($struct_maternity), \FFI::addr($error)), $error);
    }

    /** Adds an accident on record to a snapshot. */
    public function addAccident(int $snapshot, array $accident)
    {
        $kept_accident = [];
        $struct_accident = $accident === null ? null : Native::struct('tp_accident', $accident, $kept_accident);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_accident($this->pointer(), $snapshot, $struct_accident === null ? null : \FFI::addr($struct_accident), \FFI::addr($error)), $error);
    }

    /** Adds a contract on record to a snapshot. */
    public function addContract(int $snapshot, array $contract)
    {
        $kept_contract = [];
        $struct_contract = $contract === null ? null : Native::struct('tp_contract', $contract, $kept_contract);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_contract($this->pointer(), $snapshot, $struct_contract === null ? null : \FFI::addr($struct_contract), \FFI::addr($error)), $error);
    }

    /** Adds rights for one kind of expense to a contract of a snapshot. */
    public function addContractRight(int $snapshot, int $contract, array $right)
    {
        $kept_right = [];
        $struct_right = $right === null ? null : Native::struct('tp_contract_right', $right, $kept_right);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_contract_right($this->pointer(), $snapshot, $contract, $struct_right === null ? null : \FFI::addr($struct_right), \FFI::addr($error)), $error);
    }

    /** Adds a service code to a snapshot. */
    public function addService(int $snapshot, array $service)
    {
        $kept_service = [];
        $struct_service = $service === null ? null : Native::struct('tp_service', $service, $kept_service);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_service($this->pointer(), $snapshot, $struct_service === null ? null : \FFI::addr($struct_service), \FFI::addr($error)), $error);
    }

    /** Adds a snapshot. */
    public function addSnapshot(array $snapshot)
    {
        $kept_snapshot = [];
        $struct_snapshot = $snapshot === null ? null : Native::struct('tp_snapshot', $snapshot, $kept_snapshot);
        $x_index = Native::ffi()->new('size_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_dossier_add_snapshot($this->pointer(), $struct_snapshot === null ? null : \FFI::addr($struct_snapshot), \FFI::addr($x_index), \FFI::addr($error)), $error);
        return $x_index->cdata;
    }
}

final class Engine extends Handle
{
    const FREE = 'tp_engine_free';

    /** Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free. */
    public static function create()
    {
        $x_out = Native::ffi()->new('tp_engine *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_new(\FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Engine($x_out);
    }

    /** Shows the edition of the rules, such as 2026.11. */
    public function edition()
    {
        $x_out = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_edition($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::view($x_out);
    }

    /** Shows the digest of the tables, in hexadecimal. */
    public function digest()
    {
        $x_out = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_digest($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::view($x_out);
    }

    /** Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. */
    public function covers()
    {
        $x_from = Native::ffi()->new('int32_t');
        $x_to = Native::ffi()->new('int32_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_covers($this->pointer(), \FFI::addr($x_from), \FFI::addr($x_to), \FFI::addr($error)), $error);
        return ['from' => $x_from->cdata, 'to' => $x_to->cdata];
    }

    /** Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free. */
    public function checkJson(string $json, ?array $options = null)
    {
        $kept_options = [];
        $struct_options = $options === null ? null : Native::struct('tp_options', $options, $kept_options);
        $x_verdict = Native::ffi()->new('int32_t');
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_check_json($this->pointer(), $json, strlen($json), $struct_options === null ? null : \FFI::addr($struct_options), \FFI::addr($x_verdict), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return ['verdict' => $x_verdict->cdata, 'out' => Native::taken($x_out)];
    }

    /** Answers a dossier built from structs. */
    public function check(Dossier $dossier)
    {
        $x_summary = Native::ffi()->new('tp_summary');
        $x_summary->size = \FFI::sizeof($x_summary);
        $x_result = Native::ffi()->new('tp_result *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_check($this->pointer(), $dossier->pointer(), \FFI::addr($x_summary), \FFI::addr($x_result), \FFI::addr($error)), $error);
        return ['summary' => Native::fields($x_summary, ['verdict', 'basis', 'guarantee', 'amo_verdict', 'amo_basis', 'amc_verdict', 'amc_basis', 'line_count', 'reason_count', 'blocking_count', 'doubt_count']), 'result' => new Result($x_result)];
    }

    /** Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause, what puts it right, and who pays otherwise. */
    public function triageJson(string $json, ?array $options = null)
    {
        $kept_options = [];
        $struct_options = $options === null ? null : Native::struct('tp_options', $options, $kept_options);
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_triage_json($this->pointer(), $json, strlen($json), $struct_options === null ? null : \FFI::addr($struct_options), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Explains the triage of a reject as a page, to be freed with tp_text_free. */
    public function triageText(string $json, int $lang, int $audience, ?array $style = null)
    {
        $kept_style = [];
        $struct_style = $style === null ? null : Native::struct('tp_style', $style, $kept_style);
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_triage_text($this->pointer(), $json, strlen($json), $lang, $audience, $struct_style === null ? null : \FFI::addr($struct_style), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }
}

final class EngineBuilder extends Handle
{
    const FREE = 'tp_engine_builder_free';

    /** Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free. */
    public static function create()
    {
        $x_out = Native::ffi()->new('tp_engine_builder *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_builder_new(\FFI::addr($x_out), \FFI::addr($error)), $error);
        return new EngineBuilder($x_out);
    }

    /** Puts a table of yours, such as rejects.toml, in the place of the one compiled in. */
    public function setTable(string $name, string $text)
    {
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_builder_set_table($this->pointer(), $name, strlen($name), $text, strlen($text), \FFI::addr($error)), $error);
    }

    /** Gives an engine with the tables of the builder, to be freed with tp_engine_free. */
    public function build()
    {
        $x_out = Native::ffi()->new('tp_engine *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_engine_builder_build($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Engine($x_out);
    }
}

final class Reading extends Handle
{
    const FREE = 'tp_reading_free';

    /** The number of snapshots, one per beneficiary; 0 for NULL. */
    public function snapshotCount()
    {
        return Native::ffi()->tp_reading_snapshot_count($this->pointer());
    }

    /** Gives the snapshots as JSON, to be freed with tp_text_free. */
    public function json()
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_reading_json($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Shows what kind of error answer the document is, such as not_found, or an empty view when it is none. */
    public function refusal()
    {
        $x_out = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_reading_refusal($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::view($x_out);
    }

    /** The number of fields that were present and not used; 0 for NULL. */
    public function unusedCount()
    {
        return Native::ffi()->tp_reading_unused_count($this->pointer());
    }

    /** Fills in one field that was not used. */
    public function unused(int $index)
    {
        $x_out = Native::ffi()->new('tp_unused');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_reading_unused($this->pointer(), $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['place', 'why']);
    }
}

final class Result extends Handle
{
    const FREE = 'tp_result_free';

    /** Fills in the summary of a result. */
    public function summary()
    {
        $x_out = Native::ffi()->new('tp_summary');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_summary($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['verdict', 'basis', 'guarantee', 'amo_verdict', 'amo_basis', 'amc_verdict', 'amc_basis', 'line_count', 'reason_count', 'blocking_count', 'doubt_count']);
    }

    /** Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json for the same dossier. */
    public function json(?array $options = null)
    {
        $kept_options = [];
        $struct_options = $options === null ? null : Native::struct('tp_options', $options, $kept_options);
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_json($this->pointer(), $struct_options === null ? null : \FFI::addr($struct_options), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do, when; for the patient a short paragraph instead. */
    public function text(int $lang, int $audience, ?array $style = null)
    {
        $kept_style = [];
        $struct_style = $style === null ? null : Native::struct('tp_style', $style, $kept_style);
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_text($this->pointer(), $lang, $audience, $struct_style === null ? null : \FFI::addr($struct_style), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of tp_result_text, without script, light and dark, ready to print; everything that came from the claim is escaped. */
    public function html(int $lang, int $audience, int $details)
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_html($this->pointer(), $lang, $audience, $details, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** The number of lines; 0 for NULL. */
    public function lineCount()
    {
        return Native::ffi()->tp_result_line_count($this->pointer());
    }

    /** Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry. */
    public function line(int $index)
    {
        $x_out = Native::ffi()->new('tp_line_answer');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_line($this->pointer(), $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['amo_verdict', 'amo_basis', 'amc_verdict', 'amc_basis', 'exemption', 'date', 'reserved', 'date_role', 'id']);
    }

    /** The number of reasons, all of them and not only the first; 0 for NULL. */
    public function reasonCount()
    {
        return Native::ffi()->tp_result_reason_count($this->pointer());
    }

    /** Fills in one reason; the heaviest come first. */
    public function reason(int $index)
    {
        $x_out = Native::ffi()->new('tp_reason');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_reason($this->pointer(), $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['severity', 'share', 'line', 'fact_count', 'remedy_count', 'reference_checked', 'reserved', 'id', 'rule', 'reject', 'indu', 'reference', 'confidence']);
    }

    /** Fills in one fact of a reason. */
    public function fact(int $reason, int $index)
    {
        $x_out = Native::ffi()->new('tp_fact');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_fact($this->pointer(), $reason, $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['kind', 'number', 'reserved', 'key', 'word']);
    }

    /** Shows the stable id of one remedy of a reason, such as source.query_adri. */
    public function remedy(int $reason, int $index)
    {
        $x_out = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_remedy($this->pointer(), $reason, $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::view($x_out);
    }

    /** Gives what a reason says in words, to be freed with tp_text_free. */
    public function reasonText(int $index, int $lang, int $audience)
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_reason_text($this->pointer(), $index, $lang, $audience, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason. */
    public function remedyText(int $reason, int $index, int $lang, int $audience)
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_remedy_text($this->pointer(), $reason, $index, $lang, $audience, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives the what-if of a result, to be freed with tp_what_if_free. */
    public function whatIf()
    {
        $x_out = Native::ffi()->new('tp_what_if *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_result_what_if($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new WhatIf($x_out);
    }
}

final class Timeline extends Handle
{
    const FREE = 'tp_timeline_free';

    /** Gives the timeline of a dossier from one day to another, bounds included, to be freed with tp_timeline_free. */
    public static function create(Engine $engine, Dossier $dossier, int $first, int $last)
    {
        $x_out = Native::ffi()->new('tp_timeline *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_new($engine->pointer(), $dossier->pointer(), $first, $last, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Timeline($x_out);
    }

    /** Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language. */
    public function json()
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_json($this->pointer(), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free. */
    public function text(int $lang, ?array $style = null)
    {
        $kept_style = [];
        $struct_style = $style === null ? null : Native::struct('tp_style', $style, $kept_style);
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_text($this->pointer(), $lang, $struct_style === null ? null : \FFI::addr($struct_style), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** Gives the timeline as a picture, an SVG document, to be freed with tp_text_free. */
    public function svg(int $lang)
    {
        $x_out = Native::ffi()->new('tp_text *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_svg($this->pointer(), $lang, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::taken($x_out);
    }

    /** The number of rights that the timeline follows; 0 for NULL. */
    public function rightCount()
    {
        return Native::ffi()->tp_timeline_right_count($this->pointer());
    }

    /** Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as ald or css. */
    public function right(int $right)
    {
        $x_kind = Native::ffi()->new('tp_str');
        $x_which = Native::ffi()->new('tp_str');
        $x_interval_count = Native::ffi()->new('size_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_right($this->pointer(), $right, \FFI::addr($x_kind), \FFI::addr($x_which), \FFI::addr($x_interval_count), \FFI::addr($error)), $error);
        return ['kind' => Native::view($x_kind), 'which' => Native::view($x_which), 'interval_count' => $x_interval_count->cdata];
    }

    /** Fills in one interval of a right; together they tile the window. */
    public function rightInterval(int $right, int $index)
    {
        $x_out = Native::ffi()->new('tp_right_interval');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_right_interval($this->pointer(), $right, $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['start', 'end', 'reserved', 'certainty', 'source']);
    }

    /** The number of intervals of the claim; 0 for NULL. */
    public function claimCount()
    {
        return Native::ffi()->tp_timeline_claim_count($this->pointer());
    }

    /** Fills in one interval of the claim; together they tile the window. */
    public function claim(int $index)
    {
        $x_out = Native::ffi()->new('tp_claim_interval');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_claim($this->pointer(), $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['start', 'end', 'verdict', 'basis']);
    }

    /** Gives what becomes of the exemption of one line on the days of an interval of the claim: one of TP_EXEMPTION_. */
    public function exemption(int $index, int $line)
    {
        $x_out = Native::ffi()->new('int32_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_timeline_exemption($this->pointer(), $index, $line, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return $x_out->cdata;
    }
}

final class WhatIf extends Handle
{
    const FREE = 'tp_what_if_free';

    /** Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken run, 0 when no end is known. */
    public function days()
    {
        $x_earliest = Native::ffi()->new('int32_t');
        $x_latest = Native::ffi()->new('int32_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_what_if_days($this->pointer(), \FFI::addr($x_earliest), \FFI::addr($x_latest), \FFI::addr($error)), $error);
        return ['earliest' => $x_earliest->cdata, 'latest' => $x_latest->cdata];
    }

    /** The number of corrections; 0 for NULL, and when the claim is billable as it is. */
    public function correctionCount()
    {
        return Native::ffi()->tp_what_if_correction_count($this->pointer());
    }

    /** Fills in one correction. */
    public function correction(int $index)
    {
        $x_out = Native::ffi()->new('tp_correction');
        $x_out->size = \FFI::sizeof($x_out);
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_what_if_correction($this->pointer(), $index, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::fields($x_out, ['change', 'line', 'reserved', 'exemption', 'number', 'contract_type', 'nature', 'regime', 'fund', 'centre']);
    }
}

final class Library
{
    /** The version of the library that is running, as major * 1000000 + minor * 1000 + patch. */
    public static function version()
    {
        return Native::ffi()->tp_version();
    }

    /** Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when it wants more than this library has, or TP_ERROR_VALUE when the major versions differ. */
    public static function abiCheck(int $major, int $minor)
    {
        return Native::ffi()->tp_abi_check($major, $minor);
    }

    /** Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ. */
    public static function word(int $list, int $number)
    {
        $x_out = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_word($list, $number, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return Native::view($x_out);
    }

    /** Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read. */
    public static function wordNumber(int $list, string $word)
    {
        $x_out = Native::ffi()->new('int32_t');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_word_number($list, $word, strlen($word), \FFI::addr($x_out), \FFI::addr($error)), $error);
        return $x_out->cdata;
    }

    /** The number of tables compiled in. */
    public static function tableCount()
    {
        return Native::ffi()->tp_table_count();
    }

    /** Shows the name and the text of a table compiled in, to start from when one is to be changed. */
    public static function table(int $index)
    {
        $x_name = Native::ffi()->new('tp_str');
        $x_text = Native::ffi()->new('tp_str');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_table($index, \FFI::addr($x_name), \FFI::addr($x_text), \FFI::addr($error)), $error);
        return ['name' => Native::view($x_name), 'text' => Native::view($x_text)];
    }

    /** Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with tp_reading_free. */
    public static function read(int $format, string $data, int $observedAt)
    {
        $x_out = Native::ffi()->new('tp_reading *');
        $error = Native::ffi()->new('tp_error *');
        Native::need(Native::ffi()->tp_read($format, $data, strlen($data), $observedAt, \FFI::addr($x_out), \FFI::addr($error)), $error);
        return new Reading($x_out);
    }
}
