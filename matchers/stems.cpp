#include "matchers/stems.h"

#include <libstemmer.h>

#include <new>
#include <stdexcept>

#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

std::string stem(sb_stemmer* stemmer, const std::string& word) {
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stem = sb_stemmer_stem(stemmer, bytes, static_cast<int>(word.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

}  // namespace

Stemmer::Stemmer() : swedish_(open("swedish")), english_(open("english")) {}

Stems Stemmer::stems(const std::string& folded) {
  if (folded.size() > kWordBytesMax) return {folded, folded};
  return {stem(swedish_.get(), folded), stem(english_.get(), folded)};
}

Stemmer::Handle Stemmer::open(const char* algorithm) {
  Handle handle(sb_stemmer_new(algorithm, "UTF_8"), sb_stemmer_delete);
  if (!handle) throw std::runtime_error(std::string("libstemmer has no stemmer for ") + algorithm);
  return handle;
}

}  // namespace fundwatch::matchers
