// Reads a card buffer and an ADRi answer, checks a claim, prints the verdict, the reasons, the remedies and the page.
//
// c++ -std=c++17 check.cpp -ltierspayant -o check && ./check card.in adri.json claim.json 20261120091200
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <tierspayant.hpp>

using namespace tierspayant;

static void need(const Status &failed)
{
    if (failed) {
        std::fprintf(stderr, "%s: %s\n", tp_status_text(failed.status()), failed.message());
        std::exit(65);
    }
}

static std::string file(const char *path)
{
    std::ifstream in(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
}

int main(int argc, char **argv)
{
    static const char *const verdicts[] = {"undetermined", "billable", "not_billable", "not_asked"};
    if (argc != 5) {
        std::fprintf(stderr, "check CARD ADRI CLAIM MOMENT\n");
        return 64;
    }
    const std::int64_t now = std::strtoll(argv[4], nullptr, 10);
    Engine engine;
    Reading card, adri;
    Dossier dossier;
    Result result;
    tp_summary summary;
    need(Engine::make(engine));
    need(read(TP_FORMAT_SSV, file(argv[1]), now, card));
    need(read(TP_FORMAT_ADRI_JSON, file(argv[2]), now, adri));
    need(Dossier::from_claim_json(file(argv[3]), dossier));
    need(dossier.add_reading(card));
    need(dossier.add_reading(adri));
    need(engine.check(dossier, summary, result));

    std::printf("%s\n", verdicts[summary.verdict]);
    for (std::size_t i = 0; i < result.reason_count(); i++) {
        tp_reason reason;
        std::string said;
        need(result.reason(i, reason));
        need(result.reason_text(i, TP_LANG_FR, TP_AUDIENCE_COUNTER, said));
        std::printf("%s: %s\n", text(reason.id).c_str(), said.c_str());
        for (std::size_t j = 0; j < reason.remedy_count; j++) {
            need(result.remedy_text(i, j, TP_LANG_FR, TP_AUDIENCE_COUNTER, said));
            std::printf("  -> %s\n", said.c_str());
        }
    }
    std::string page;
    need(result.text(TP_LANG_FR, TP_AUDIENCE_COUNTER, page));
    std::printf("\n%s", page.c_str());
    return 0;
}
