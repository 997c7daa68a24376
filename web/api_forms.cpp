#include "web/api_forms.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <variant>

#include "base/text.h"
#include "matchers/forms.h"
#include "matchers/query.h"
#include "matchers/rule_words.h"
#include "web/json_values.h"

namespace fundwatch::web {
namespace {

namespace json = boost::json;

json::object described(const std::string& word, const matchers::Forms& forms) {
  return {{"word", word},
          {"inflected", array_of(forms.inflected)},
          {"derived", array_of(forms.derived)},
          {"compounds", array_of(forms.compounds)}};
}

}  // namespace

Reply api_forms(const ApiCall& call) {
  const std::string term = collapsed(call.request.query.text("term"));
  const auto parsed = matchers::parse_query(term);
  if (const auto* fault = std::get_if<matchers::QueryFault>(&parsed)) {
    const std::string_view before = std::string_view(term).substr(0, fault->begin);
    return refusal(422, {matchers::words_of(*fault, term).english, "term", utf8_length(before)});
  }
  const auto keywords = matchers::keywords_of(std::get<matchers::Query>(parsed));
  json::array words;
  for (std::size_t i = 0; i < std::min(keywords.size(), matchers::kKeywordsShownMax); ++i) {
    words.push_back(described(keywords[i].word,
                              matchers::forms_of(call.desk.site.services.lexicon, keywords[i])));
  }
  return json_reply(
      json::object{{"term", term}, {"words", std::move(words)}, {"words_count", keywords.size()}});
}

}  // namespace fundwatch::web
