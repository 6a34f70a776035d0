/*
 * tierspayant for C++11 and later: objects that free themselves, and nothing else.
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

/* Calls a function whose last argument is the place of an error. */
template <typename Call> Status called(Call call)
{
    tp_error *error = nullptr;
    const std::int32_t status = call(&error);
    return Status(status, error);
}

/* The same for a function that gives a text. */
template <typename Call> Status called_for_text(std::string &out, Call call)
{
    tp_text *text = nullptr;
    Status status = called([&](tp_error **error) { return call(&text, error); });
    Owned<tp_text, tp_text_free> owned(text);
    out = owned ? std::string(tp_text_data(owned.get()), tp_text_len(owned.get())) : std::string();
    return status;
}

} // namespace detail

/* Tables and texts: make one, share it between threads. */
class Engine {
  public:
    static Status make(Engine &out)
    {
        tp_engine *engine = nullptr;
        Status status = detail::called([&](tp_error **error) { return tp_engine_new(&engine, error); });
        out.engine_.reset(engine);
        return status;
    }

    /* JSON in and out. The verdict is undetermined whenever the call fails. */
    Status check_json(const std::string &dossier, std::int32_t &verdict, std::string &answer,
                      const tp_options *options = nullptr) const
    {
        return detail::called_for_text(answer, [&](tp_text **out, tp_error **error) {
            return tp_check_json(get(), dossier.data(), dossier.size(), options, &verdict, out, error);
        });
    }

    const tp_engine *get() const noexcept { return engine_.get(); }

  private:
    detail::Owned<tp_engine, tp_engine_free> engine_;
};

/* What a card reader or a service gave. */
class Reading {
  public:
    static Status read(Reading &out, std::int32_t format, const std::string &bytes, std::int64_t observed_at)
    {
        tp_reading *reading = nullptr;
        Status status = detail::called([&](tp_error **error) {
            return tp_read(format, bytes.data(), bytes.size(), observed_at, &reading, error);
        });
        out.reading_.reset(reading);
        return status;
    }

    const tp_reading *get() const noexcept { return reading_.get(); }

  private:
    detail::Owned<tp_reading, tp_reading_free> reading_;
};

/* A claim and what the sources said. The functions of the header that add entries take get(). */
class Dossier {
  public:
    static Status make(Dossier &out, const tp_claim &claim)
    {
        return out.made([&](tp_dossier **dossier, tp_error **error) { return tp_dossier_new(&claim, dossier, error); });
    }
    static Status from_json(Dossier &out, const std::string &json)
    {
        return out.made([&](tp_dossier **dossier, tp_error **error) {
            return tp_dossier_from_json(json.data(), json.size(), dossier, error);
        });
    }
    static Status from_claim_json(Dossier &out, const std::string &json)
    {
        return out.made([&](tp_dossier **dossier, tp_error **error) {
            return tp_dossier_from_claim_json(json.data(), json.size(), dossier, error);
        });
    }

    Status add(const Reading &reading)
    {
        return detail::called(
            [&](tp_error **error) { return tp_dossier_add_reading(get(), reading.get(), error); });
    }
    Status add(const tp_line &line)
    {
        return detail::called([&](tp_error **error) { return tp_dossier_add_line(get(), &line, error); });
    }

    tp_dossier *get() noexcept { return dossier_.get(); }
    const tp_dossier *get() const noexcept { return dossier_.get(); }

  private:
    template <typename Call> Status made(Call call)
    {
        tp_dossier *dossier = nullptr;
        Status status = detail::called([&](tp_error **error) { return call(&dossier, error); });
        dossier_.reset(dossier);
        return status;
    }

    detail::Owned<tp_dossier, tp_dossier_free> dossier_;
};

/* The answer to a dossier. It outlives the engine and the dossier. */
class Result {
  public:
    static Status check(Result &out, const Engine &engine, const Dossier &dossier, tp_summary &summary)
    {
        tp_result *result = nullptr;
        summary = sized<tp_summary>();
        Status status = detail::called([&](tp_error **error) {
            return tp_check(engine.get(), dossier.get(), &summary, &result, error);
        });
        out.result_.reset(result);
        return status;
    }

    std::size_t reason_count() const noexcept { return tp_result_reason_count(get()); }

    Status reason(std::size_t index, tp_reason &out) const
    {
        out = sized<tp_reason>();
        return detail::called([&](tp_error **error) { return tp_result_reason(get(), index, &out, error); });
    }
    Status reason_text(std::size_t index, std::int32_t lang, std::int32_t audience, std::string &out) const
    {
        return detail::called_for_text(out, [&](tp_text **text, tp_error **error) {
            return tp_result_reason_text(get(), index, lang, audience, text, error);
        });
    }
    Status remedy_text(std::size_t reason, std::size_t index, std::int32_t lang, std::int32_t audience,
                       std::string &out) const
    {
        return detail::called_for_text(out, [&](tp_text **text, tp_error **error) {
            return tp_result_remedy_text(get(), reason, index, lang, audience, text, error);
        });
    }
    Status json(std::string &out, const tp_options *options = nullptr) const
    {
        return detail::called_for_text(
            out, [&](tp_text **text, tp_error **error) { return tp_result_json(get(), options, text, error); });
    }

    const tp_result *get() const noexcept { return result_.get(); }

  private:
    detail::Owned<tp_result, tp_result_free> result_;
};

} // namespace tierspayant

#endif /* TIERSPAYANT_HPP */
