#include "feeds/fetch/host_name.h"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/stringpiece.h>

#include <cstdint>
#include <memory>

namespace fundwatch::feeds {

std::optional<std::string> ascii_host(std::string_view host) {
  UErrorCode code = U_ZERO_ERROR;
  constexpr std::uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                                    UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_USE_STD3_RULES;
  const std::unique_ptr<icu::IDNA> rules(icu::IDNA::createUTS46Instance(options, code));
  if (U_FAILURE(code)) return std::nullopt;
  std::string ascii;
  icu::StringByteSink<std::string> sink(&ascii);
  icu::IDNAInfo info;
  rules->nameToASCII_UTF8(icu::StringPiece(host.data(), static_cast<int32_t>(host.size())), sink,
                          info, code);
  if (U_FAILURE(code) || info.hasErrors() || ascii.empty()) return std::nullopt;
  return ascii;
}

}  // namespace fundwatch::feeds
