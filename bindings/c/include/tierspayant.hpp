/*
 * tierspayant for C++11 and later: objects that free themselves, and nothing else.
 *
 * Written by the build from tierspayant.h: do not edit. Every function of an object is a method of its class: what it
 * takes comes first, then what it gives, by reference, then what may be left out.
 *
 * Header only. It throws nothing and needs no exceptions and no RTTI: every call that can fail gives a Status, which
 * the compiler asks you to look at. Objects can be moved, not copied. What threads may do is said in tierspayant.h.
 *
 *     tierspayant::Engine engine;
 *     if (auto failed = tierspayant::Engine::make(engine)) { std::puts(failed.message()); }
 */
#ifndef TIERSPAYANT_HPP
#define TIERSPAYANT_HPP

#include "tierspayant.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#if defined(__cplusplus) && __cplusplus >= 201703L
#define TP_NODISCARD [[nodiscard]]
#else
#define TP_NODISCARD
#endif

namespace tierspayant {

namespace detail {

/* Frees an object with the function of its type. */
template <typename T, void(TP_CALL *Free)(T *)> struct Freed {
    void operator()(T *object) const noexcept { Free(object); }
};

template <typename T, void(TP_CALL *Free)(T *)> using Owned = std::unique_ptr<T, Freed<T, Free>>;

} // namespace detail

/* A text of the library as a text of C++. */
inline std::string text(const tp_str &view) { return view.len == 0 ? std::string() : std::string(view.data, view.len); }

/* A text of C++ as the library takes it. The text must live as long as the view is used. */
inline tp_str view(const std::string &text) noexcept { return tp_str{text.data(), text.size()}; }

/* A struct of the header, all zero but for its size. */
template <typename T> T sized() noexcept
{
    T value = T();
    value.size = static_cast<std::uint32_t>(sizeof(T));
    return value;
}

/* What became of a call: true when it failed. */
class TP_NODISCARD Status {
  public:
    Status() noexcept : status_(TP_OK) {}
    Status(std::int32_t status, tp_error *error) noexcept : status_(status), error_(error) {}

    explicit operator bool() const noexcept { return status_ != TP_OK; }
    std::int32_t status() const noexcept { return status_; }
    /* What is wrong, and where: never a value of the input. */
    const char *message() const noexcept { return error_ ? tp_error_message(error_.get()) : tp_status_text(status_); }
    const char *place() const noexcept { return tp_error_place(error_.get()); }
    const char *code() const noexcept { return tp_error_code(error_.get()); }

  private:
    std::int32_t status_;
    detail::Owned<tp_error, tp_error_free> error_;
};

namespace detail {

/* The text of the library as a text of C++; frees it. */
inline std::string taken(tp_text *given)
{
    Owned<tp_text, tp_text_free> owned(given);
    return owned ? std::string(tp_text_data(owned.get()), tp_text_len(owned.get())) : std::string();
}

} // namespace detail

/* An object of the library: moved, not copied, freed once. Empty until a call fills it. */
template <typename T, void(TP_CALL *Free)(T *)> class Object {
  public:
    T *get() const noexcept { return object_.get(); }
    /* Takes an object over. */
    void reset(T *object = nullptr) noexcept { object_.reset(object); }

  private:
    detail::Owned<T, Free> object_;
};

class Dossier;
class Engine;
class EngineBuilder;
class Reading;
class Result;
class Timeline;
class WhatIf;

class Dossier : public Object<tp_dossier, tp_dossier_free> {
  public:
    /* Gives the dossier of a JSON document, to be freed with tp_dossier_free. */
    static Status from_json(const std::string &json, Dossier &out);
    /* Gives a dossier without rights for a claim in JSON, to be freed with tp_dossier_free: a claim object alone, or {"format", "as_of", "claim"}. */
    static Status from_claim_json(const std::string &json, Dossier &out);
    /* Gives a dossier with this claim, to be freed with tp_dossier_free. */
    static Status make(const tp_claim &claim, Dossier &out);
    /* Sets the complementary contract of the claim, in the place of the one it had. */
    Status set_claim_contract(const tp_claim_contract &contract) const;
    /* Sets the accident of the claim, in the place of the one it had. */
    Status set_claim_accident(const tp_claim_accident &accident) const;
    /* Adds a line at the end of the claim. */
    Status add_line(const tp_line &line) const;
    /* Adds a fact that a rule may need to a line, such as narcotic or generic_refused. */
    Status add_trait(std::size_t line, const std::string &word) const;
    /* Adds the snapshots of a reading. */
    Status add_reading(const Reading &reading) const;
    /* Takes every snapshot out of a dossier, so that the claim can be asked again with other rights. */
    Status clear_rights() const;
    /* Gives the snapshots of a dossier as JSON, to be freed with tp_text_free. */
    Status rights_json(std::string &out) const;
    /* Gives the dossier as JSON, to be freed with tp_text_free: what a support desk needs to see why a claim was decided as it was. */
    Status json(std::int32_t people, std::string &out) const;
    /* Adds a period of base rights to a snapshot. */
    Status add_coverage(std::size_t snapshot, const tp_coverage &coverage) const;
    /* Adds a coverage code to a snapshot. */
    Status add_code(std::size_t snapshot, const tp_coverage_code &code) const;
    /* Adds an exemption to a snapshot. */
    Status add_exemption(std::size_t snapshot, const tp_exemption &exemption) const;
    /* Sets the maternity record of a snapshot, in the place of the one it had. */
    Status set_maternity(std::size_t snapshot, const tp_maternity &maternity) const;
    /* Adds an accident on record to a snapshot. */
    Status add_accident(std::size_t snapshot, const tp_accident &accident) const;
    /* Adds a contract on record to a snapshot. */
    Status add_contract(std::size_t snapshot, const tp_contract &contract) const;
    /* Adds rights for one kind of expense to a contract of a snapshot. */
    Status add_contract_right(std::size_t snapshot, std::size_t contract, const tp_contract_right &right) const;
    /* Adds a service code to a snapshot. */
    Status add_service(std::size_t snapshot, const tp_service &service) const;
    /* Adds a snapshot. */
    Status add_snapshot(const tp_snapshot &snapshot, std::size_t &index) const;
};

class Engine : public Object<tp_engine, tp_engine_free> {
  public:
    /* Gives the engine with the tables and texts compiled in, to be freed with tp_engine_free. */
    static Status make(Engine &out);
    /* Shows the edition of the rules, such as 2026.11. */
    Status edition(std::string &out) const;
    /* Shows the digest of the tables, in hexadecimal. */
    Status digest(std::string &out) const;
    /* Gives the first and the last care date that the tables cover, as yyyymmdd, 0 where open. */
    Status covers(std::int32_t &from, std::int32_t &to) const;
    /* Answers a dossier in JSON with one line of JSON, to be freed with tp_text_free. */
    Status check_json(const std::string &json, std::int32_t &verdict, std::string &out, const tp_options *options = nullptr) const;
    /* Answers a dossier built from structs. */
    Status check(const Dossier &dossier, tp_summary &summary, Result &result) const;
    /* Triages a reject with one line of JSON, to be freed with tp_text_free: its class, its most probable cause, what puts it right, and who pays otherwise. */
    Status triage_json(const std::string &json, std::string &out, const tp_options *options = nullptr) const;
    /* Explains the triage of a reject as a page, to be freed with tp_text_free. */
    Status triage_text(const std::string &json, std::int32_t lang, std::int32_t audience, std::string &out, const tp_style *style = nullptr) const;
};

class EngineBuilder : public Object<tp_engine_builder, tp_engine_builder_free> {
  public:
    /* Gives a builder that starts from the tables compiled in, to be freed with tp_engine_builder_free. */
    static Status make(EngineBuilder &out);
    /* Puts a table of yours, such as rejects.toml, in the place of the one compiled in. */
    Status set_table(const std::string &name, const std::string &text) const;
    /* Gives an engine with the tables of the builder, to be freed with tp_engine_free. */
    Status build(Engine &out) const;
};

class Reading : public Object<tp_reading, tp_reading_free> {
  public:
    /* The number of snapshots, one per beneficiary; 0 for NULL. */
    std::size_t snapshot_count() const;
    /* Gives the snapshots as JSON, to be freed with tp_text_free. */
    Status json(std::string &out) const;
    /* Shows what kind of error answer the document is, such as not_found, or an empty view when it is none. */
    Status refusal(std::string &out) const;
    /* The number of fields that were present and not used; 0 for NULL. */
    std::size_t unused_count() const;
    /* Fills in one field that was not used. */
    Status unused(std::size_t index, tp_unused &out) const;
};

class Result : public Object<tp_result, tp_result_free> {
  public:
    /* Fills in the summary of a result. */
    Status summary(tp_summary &out) const;
    /* Gives the whole answer as one line of JSON, to be freed with tp_text_free: the same bytes as tp_check_json for the same dossier. */
    Status json(std::string &out, const tp_options *options = nullptr) const;
    /* Gives the explanation as a page, to be freed with tp_text_free: the answer, the lines, why, what to do, when; for the patient a short paragraph instead. */
    Status text(std::int32_t lang, std::int32_t audience, std::string &out, const tp_style *style = nullptr) const;
    /* Explains a result as HTML, to be freed with tp_text_free: a document of its own with the words of tp_result_text, without script, light and dark, ready to print; everything that came from the claim is escaped. */
    Status html(std::int32_t lang, std::int32_t audience, std::int32_t details, std::string &out) const;
    /* The number of lines; 0 for NULL. */
    std::size_t line_count() const;
    /* Fills in the answer to one line, counted from 0 in the order of the claim; it is set to undetermined on entry. */
    Status line(std::size_t index, tp_line_answer &out) const;
    /* The number of reasons, all of them and not only the first; 0 for NULL. */
    std::size_t reason_count() const;
    /* Fills in one reason; the heaviest come first. */
    Status reason(std::size_t index, tp_reason &out) const;
    /* Fills in one fact of a reason. */
    Status fact(std::size_t reason, std::size_t index, tp_fact &out) const;
    /* Shows the stable id of one remedy of a reason, such as source.query_adri. */
    Status remedy(std::size_t reason, std::size_t index, std::string &out) const;
    /* Gives what a reason says in words, to be freed with tp_text_free. */
    Status reason_text(std::size_t index, std::int32_t lang, std::int32_t audience, std::string &out) const;
    /* Gives what a remedy says in words, to be freed with tp_text_free, with the facts of its reason. */
    Status remedy_text(std::size_t reason, std::size_t index, std::int32_t lang, std::int32_t audience, std::string &out) const;
    /* Gives the what-if of a result, to be freed with tp_what_if_free. */
    Status what_if(WhatIf &out) const;
};

class Timeline : public Object<tp_timeline, tp_timeline_free> {
  public:
    /* Gives the timeline of a dossier from one day to another, bounds included, to be freed with tp_timeline_free. */
    static Status make(const Engine &engine, const Dossier &dossier, std::int32_t first, std::int32_t last, Timeline &out);
    /* Gives the timeline as indented JSON, to be freed with tp_text_free: the same bytes in every language. */
    Status json(std::string &out) const;
    /* Gives the timeline drawn with characters, for a fixed-width font, to be freed with tp_text_free. */
    Status text(std::int32_t lang, std::string &out, const tp_style *style = nullptr) const;
    /* Gives the timeline as a picture, an SVG document, to be freed with tp_text_free. */
    Status svg(std::int32_t lang, std::string &out) const;
    /* The number of rights that the timeline follows; 0 for NULL. */
    std::size_t right_count() const;
    /* Shows what a right is: its kind (coverage, exemption or contract) and, but for coverage, which one, such as ald or css. */
    Status right(std::size_t right, std::string &kind, std::string &which, std::size_t &interval_count) const;
    /* Fills in one interval of a right; together they tile the window. */
    Status right_interval(std::size_t right, std::size_t index, tp_right_interval &out) const;
    /* The number of intervals of the claim; 0 for NULL. */
    std::size_t claim_count() const;
    /* Fills in one interval of the claim; together they tile the window. */
    Status claim(std::size_t index, tp_claim_interval &out) const;
    /* Gives what becomes of the exemption of one line on the days of an interval of the claim: one of TP_EXEMPTION_. */
    Status exemption(std::size_t index, std::size_t line, std::int32_t &out) const;
};

class WhatIf : public Object<tp_what_if, tp_what_if_free> {
  public:
    /* Gives the first billable day from the day of the care on, 0 when there is none, and the last day of that unbroken run, 0 when no end is known. */
    Status days(std::int32_t &earliest, std::int32_t &latest) const;
    /* The number of corrections; 0 for NULL, and when the claim is billable as it is. */
    std::size_t correction_count() const;
    /* Fills in one correction. */
    Status correction(std::size_t index, tp_correction &out) const;
};

inline Status Dossier::from_json(const std::string &json, Dossier &out)
{
    tp_dossier *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_from_json(json.data(), json.size(), &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Dossier::from_claim_json(const std::string &json, Dossier &out)
{
    tp_dossier *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_from_claim_json(json.data(), json.size(), &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Dossier::make(const tp_claim &claim, Dossier &out)
{
    tp_dossier *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_new(&claim, &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Dossier::set_claim_contract(const tp_claim_contract &contract) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_set_claim_contract(get(), &contract, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::set_claim_accident(const tp_claim_accident &accident) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_set_claim_accident(get(), &accident, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_line(const tp_line &line) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_line(get(), &line, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_trait(std::size_t line, const std::string &word) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_trait(get(), line, word.data(), word.size(), &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_reading(const Reading &reading) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_reading(get(), reading.get(), &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::clear_rights() const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_clear_rights(get(), &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::rights_json(std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_rights_json(get(), &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Dossier::json(std::int32_t people, std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_json(get(), people, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_coverage(std::size_t snapshot, const tp_coverage &coverage) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_coverage(get(), snapshot, &coverage, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_code(std::size_t snapshot, const tp_coverage_code &code) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_code(get(), snapshot, &code, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_exemption(std::size_t snapshot, const tp_exemption &exemption) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_exemption(get(), snapshot, &exemption, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::set_maternity(std::size_t snapshot, const tp_maternity &maternity) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_set_maternity(get(), snapshot, &maternity, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_accident(std::size_t snapshot, const tp_accident &accident) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_accident(get(), snapshot, &accident, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_contract(std::size_t snapshot, const tp_contract &contract) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_contract(get(), snapshot, &contract, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_contract_right(std::size_t snapshot, std::size_t contract, const tp_contract_right &right) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_contract_right(get(), snapshot, contract, &right, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_service(std::size_t snapshot, const tp_service &service) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_service(get(), snapshot, &service, &error_given);
    return Status(status_given, error_given);
}

inline Status Dossier::add_snapshot(const tp_snapshot &snapshot, std::size_t &index) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_dossier_add_snapshot(get(), &snapshot, &index, &error_given);
    return Status(status_given, error_given);
}

inline Status Engine::make(Engine &out)
{
    tp_engine *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_new(&out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Engine::edition(std::string &out) const
{
    tp_str out_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_edition(get(), &out_given, &error_given);
    out = tierspayant::text(out_given);
    return Status(status_given, error_given);
}

inline Status Engine::digest(std::string &out) const
{
    tp_str out_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_digest(get(), &out_given, &error_given);
    out = tierspayant::text(out_given);
    return Status(status_given, error_given);
}

inline Status Engine::covers(std::int32_t &from, std::int32_t &to) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_covers(get(), &from, &to, &error_given);
    return Status(status_given, error_given);
}

inline Status Engine::check_json(const std::string &json, std::int32_t &verdict, std::string &out, const tp_options *options) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_check_json(get(), json.data(), json.size(), options, &verdict, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Engine::check(const Dossier &dossier, tp_summary &summary, Result &result) const
{
    summary = sized<tp_summary>();
    tp_result *result_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_check(get(), dossier.get(), &summary, &result_given, &error_given);
    result.reset(result_given);
    return Status(status_given, error_given);
}

inline Status Engine::triage_json(const std::string &json, std::string &out, const tp_options *options) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_triage_json(get(), json.data(), json.size(), options, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Engine::triage_text(const std::string &json, std::int32_t lang, std::int32_t audience, std::string &out, const tp_style *style) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_triage_text(get(), json.data(), json.size(), lang, audience, style, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status EngineBuilder::make(EngineBuilder &out)
{
    tp_engine_builder *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_builder_new(&out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status EngineBuilder::set_table(const std::string &name, const std::string &text) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_builder_set_table(get(), name.data(), name.size(), text.data(), text.size(), &error_given);
    return Status(status_given, error_given);
}

inline Status EngineBuilder::build(Engine &out) const
{
    tp_engine *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_engine_builder_build(get(), &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline std::size_t Reading::snapshot_count() const
{
    return tp_reading_snapshot_count(get());
}

inline Status Reading::json(std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_reading_json(get(), &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Reading::refusal(std::string &out) const
{
    tp_str out_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_reading_refusal(get(), &out_given, &error_given);
    out = tierspayant::text(out_given);
    return Status(status_given, error_given);
}

inline std::size_t Reading::unused_count() const
{
    return tp_reading_unused_count(get());
}

inline Status Reading::unused(std::size_t index, tp_unused &out) const
{
    out = sized<tp_unused>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_reading_unused(get(), index, &out, &error_given);
    return Status(status_given, error_given);
}

inline Status Result::summary(tp_summary &out) const
{
    out = sized<tp_summary>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_summary(get(), &out, &error_given);
    return Status(status_given, error_given);
}

inline Status Result::json(std::string &out, const tp_options *options) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_json(get(), options, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Result::text(std::int32_t lang, std::int32_t audience, std::string &out, const tp_style *style) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_text(get(), lang, audience, style, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Result::html(std::int32_t lang, std::int32_t audience, std::int32_t details, std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_html(get(), lang, audience, details, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline std::size_t Result::line_count() const
{
    return tp_result_line_count(get());
}

inline Status Result::line(std::size_t index, tp_line_answer &out) const
{
    out = sized<tp_line_answer>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_line(get(), index, &out, &error_given);
    return Status(status_given, error_given);
}

inline std::size_t Result::reason_count() const
{
    return tp_result_reason_count(get());
}

inline Status Result::reason(std::size_t index, tp_reason &out) const
{
    out = sized<tp_reason>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_reason(get(), index, &out, &error_given);
    return Status(status_given, error_given);
}

inline Status Result::fact(std::size_t reason, std::size_t index, tp_fact &out) const
{
    out = sized<tp_fact>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_fact(get(), reason, index, &out, &error_given);
    return Status(status_given, error_given);
}

inline Status Result::remedy(std::size_t reason, std::size_t index, std::string &out) const
{
    tp_str out_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_remedy(get(), reason, index, &out_given, &error_given);
    out = tierspayant::text(out_given);
    return Status(status_given, error_given);
}

inline Status Result::reason_text(std::size_t index, std::int32_t lang, std::int32_t audience, std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_reason_text(get(), index, lang, audience, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Result::remedy_text(std::size_t reason, std::size_t index, std::int32_t lang, std::int32_t audience, std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_remedy_text(get(), reason, index, lang, audience, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Result::what_if(WhatIf &out) const
{
    tp_what_if *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_result_what_if(get(), &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Timeline::make(const Engine &engine, const Dossier &dossier, std::int32_t first, std::int32_t last, Timeline &out)
{
    tp_timeline *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_new(engine.get(), dossier.get(), first, last, &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

inline Status Timeline::json(std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_json(get(), &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Timeline::text(std::int32_t lang, std::string &out, const tp_style *style) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_text(get(), lang, style, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline Status Timeline::svg(std::int32_t lang, std::string &out) const
{
    tp_text *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_svg(get(), lang, &out_given, &error_given);
    out = detail::taken(out_given);
    return Status(status_given, error_given);
}

inline std::size_t Timeline::right_count() const
{
    return tp_timeline_right_count(get());
}

inline Status Timeline::right(std::size_t right, std::string &kind, std::string &which, std::size_t &interval_count) const
{
    tp_str kind_given = tp_str();
    tp_str which_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_right(get(), right, &kind_given, &which_given, &interval_count, &error_given);
    kind = tierspayant::text(kind_given);
    which = tierspayant::text(which_given);
    return Status(status_given, error_given);
}

inline Status Timeline::right_interval(std::size_t right, std::size_t index, tp_right_interval &out) const
{
    out = sized<tp_right_interval>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_right_interval(get(), right, index, &out, &error_given);
    return Status(status_given, error_given);
}

inline std::size_t Timeline::claim_count() const
{
    return tp_timeline_claim_count(get());
}

inline Status Timeline::claim(std::size_t index, tp_claim_interval &out) const
{
    out = sized<tp_claim_interval>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_claim(get(), index, &out, &error_given);
    return Status(status_given, error_given);
}

inline Status Timeline::exemption(std::size_t index, std::size_t line, std::int32_t &out) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_timeline_exemption(get(), index, line, &out, &error_given);
    return Status(status_given, error_given);
}

inline Status WhatIf::days(std::int32_t &earliest, std::int32_t &latest) const
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_what_if_days(get(), &earliest, &latest, &error_given);
    return Status(status_given, error_given);
}

inline std::size_t WhatIf::correction_count() const
{
    return tp_what_if_correction_count(get());
}

inline Status WhatIf::correction(std::size_t index, tp_correction &out) const
{
    out = sized<tp_correction>();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_what_if_correction(get(), index, &out, &error_given);
    return Status(status_given, error_given);
}

/* The version of the library that is running, as major * 1000000 + minor * 1000 + patch. */
inline std::int32_t version()
{
    return tp_version();
}

/* Whether a program compiled with a header of this ABI runs with this library: TP_OK, or TP_ERROR_NEWER when it wants more than this library has, or TP_ERROR_VALUE when the major versions differ. */
inline std::int32_t abi_check(std::int32_t major, std::int32_t minor)
{
    return tp_abi_check(major, minor);
}

/* Shows the word of a number: read for TP_WORDS_CARD and TP_CARD_READ. */
inline Status word(std::int32_t list, std::int32_t number, std::string &out)
{
    tp_str out_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_word(list, number, &out_given, &error_given);
    out = tierspayant::text(out_given);
    return Status(status_given, error_given);
}

/* Gives the number of a word: TP_CARD_READ for TP_WORDS_CARD and read. */
inline Status word_number(std::int32_t list, const std::string &word, std::int32_t &out)
{
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_word_number(list, word.data(), word.size(), &out, &error_given);
    return Status(status_given, error_given);
}

/* The number of tables compiled in. */
inline std::size_t table_count()
{
    return tp_table_count();
}

/* Shows the name and the text of a table compiled in, to start from when one is to be changed. */
inline Status table(std::size_t index, std::string &name, std::string &text)
{
    tp_str name_given = tp_str();
    tp_str text_given = tp_str();
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_table(index, &name_given, &text_given, &error_given);
    name = tierspayant::text(name_given);
    text = tierspayant::text(text_given);
    return Status(status_given, error_given);
}

/* Reads a card buffer, an answer of a service, or snapshots in JSON, and gives the reading, to be freed with tp_reading_free. */
inline Status read(std::int32_t format, const std::string &data, std::int64_t observed_at, Reading &out)
{
    tp_reading *out_given = nullptr;
    tp_error *error_given = nullptr;
    const std::int32_t status_given = tp_read(format, data.data(), data.size(), observed_at, &out_given, &error_given);
    out.reset(out_given);
    return Status(status_given, error_given);
}

} // namespace tierspayant

#endif /* TIERSPAYANT_HPP */
