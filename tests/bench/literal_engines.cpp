#include "tests/bench/literal_engines.h"

#include <hs/hs.h>
#include <re2/re2.h>
#include <re2/set.h>

#include "base/check.h"

namespace fundwatch::bench {
namespace {

int on_literal(unsigned id, unsigned long long, unsigned long long, unsigned, void* rules) {
  static_cast<LiteralRules*>(rules)->found(id);
  return 0;
}

constexpr std::int64_t kRe2BytesMax = std::int64_t{2} << 30;

}  // namespace

struct Vectorscan::Engine {
  ~Engine() {
    hs_free_scratch(scratch);
    hs_free_database(database);
  }
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;
};

Vectorscan::Vectorscan(const std::vector<RandomRule>& rules)
    : rules_(rules), engine_(std::make_unique<Engine>()) {
  std::vector<const char*> literals;
  std::vector<std::size_t> lengths;
  std::vector<unsigned> ids;
  for (const std::string& literal : rules_.literals()) {
    ids.push_back(static_cast<unsigned>(ids.size()));
    literals.push_back(literal.data());
    lengths.push_back(literal.size());
  }
  const std::vector<unsigned> flags(ids.size(), HS_FLAG_SINGLEMATCH);
  hs_compile_error_t* error = nullptr;
  CHECK(hs_compile_lit_multi(literals.data(), flags.data(), ids.data(), lengths.data(),
                             static_cast<unsigned>(ids.size()), HS_MODE_BLOCK, nullptr,
                             &engine_->database, &error) == HS_SUCCESS);
  CHECK(hs_alloc_scratch(engine_->database, &engine_->scratch) == HS_SUCCESS);
}

Vectorscan::~Vectorscan() = default;

std::size_t Vectorscan::match(const std::string& folded) {
  rules_.begin();
  hs_scan(engine_->database, folded.data(), static_cast<unsigned>(folded.size()), 0,
          engine_->scratch, on_literal, &rules_);
  return rules_.count_rules();
}

struct Re2Set::Engine {
  explicit Engine(const RE2::Options& options) : set(options, RE2::UNANCHORED) {}
  RE2::Set set;
  std::vector<int> ids;
};

Re2Set::Re2Set(const std::vector<RandomRule>& rules) : rules_(rules) {
  RE2::Options options;
  options.set_literal(true);
  options.set_max_mem(kRe2BytesMax);
  engine_ = std::make_unique<Engine>(options);
  for (const std::string& literal : rules_.literals()) engine_->set.Add(literal, nullptr);
  CHECK(engine_->set.Compile());
}

Re2Set::~Re2Set() = default;

std::size_t Re2Set::match(const std::string& folded) {
  rules_.begin();
  engine_->ids.clear();
  engine_->set.Match(folded, &engine_->ids);
  for (const int id : engine_->ids) rules_.found(static_cast<unsigned>(id));
  return rules_.count_rules();
}

}  // namespace fundwatch::bench
