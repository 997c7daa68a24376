// Expands a dictionary's words by its affix rules, as hunspell's unmunch does, into a Lexicon.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "matchers/affixes.h"
#include "matchers/lexicon.h"
#include "matchers/words.h"

namespace fundwatch::matchers {
namespace {

// a to z and the small letters of Latin-1: most words, and folded as they stand.
bool is_plain_small(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte >= 'a' && byte <= 'z') continue;
    if (byte != 0xC3 || i + 1 == word.size()) return false;
    if (static_cast<unsigned char>(word[++i]) < 0xA0) return false;
  }
  return !word.empty();
}

// As a text's word would be folded; empty if no word of a text is like this.
std::string folded(std::string_view word) {
  if (is_plain_small(word)) return std::string(word);
  if (word.find_first_of("-:. 0123456789") != std::string_view::npos) return {};
  std::vector<Token> tokens;
  append_tokens(word, tokens);
  if (tokens.size() != 1 || tokens[0].begin != 0 || tokens[0].end != word.size()) return {};
  return is_spoken(word) ? word_of(word).folded : std::string();
}

bool begins_with_capital(std::string_view word) {
  return !is_plain_small(word.substr(0, word[0] == '\xC3' ? 2 : 1));
}

bool has(const Flags& flags, Flag flag) {
  return flag != 0 && std::ranges::find(flags, flag) != flags.end();
}

// A line of the .dic file: "word/flags", and perhaps notes behind a space or tab.
struct Line {
  std::string_view word;
  std::string_view flags;
};

Line line_of(std::string_view text) {
  const std::string_view written = text.substr(0, text.find_first_of("\t\r"));
  const auto slash = written.find('/', 1);
  if (slash == std::string_view::npos) return {trimmed(written), {}};
  const std::string_view flags = written.substr(slash + 1);
  return {written.substr(0, slash), flags.substr(0, flags.find(' '))};
}

Result<std::string> limited_content(const std::filesystem::path& path) {
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  if (failure) {
    return Error{Stage::config, path.string() + ": " + failure.message() +
                                    "; install the Debian package hunspell-sv"};
  }
  if (size > kDictionaryBytesMax) {
    return Error{Stage::config, path.string() + ": it is larger than " +
                                    std::to_string(kDictionaryBytesMax >> 20U) + " MB"};
  }
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

class LexiconReader {
 public:
  explicit LexiconReader(const Affixes& affixes) : affixes_(affixes) {}

  // The first line of the file is a count, and hunspell's advice is not to rely on it.
  Result<std::shared_ptr<const Lexicon>> read(std::string_view dic) {
    if (!is_valid_utf8(dic)) return Error{Stage::config, "it is not UTF-8"};
    dic.remove_prefix(std::min(dic.find('\n'), dic.size()));
    for (const std::string_view text : split(dic, '\n')) {
      const Line line = line_of(text);
      if (!line.word.empty()) add_headword(line);
      if (lexicon_.forms_.size() > kLexiconFormsMax) {
        return Error{Stage::config,
                     "its words have more than " + std::to_string(kLexiconFormsMax) + " forms"};
      }
    }
    if (lexicon_.headwords_.empty()) return Error{Stage::config, "it has no words"};
    index_owners();
    find_bases_beside();
    settle();
    return std::make_shared<const Lexicon>(std::move(lexicon_));
  }

 private:
  using Affixed = Affixes::Affixed;

  void add_headword(const Line& line) {
    const Flags flags = affixes_.flags(line.flags);
    const SpecialFlags& special = affixes_.special();
    const std::string base = folded(line.word);
    if (base.empty() || base.size() > kFormBytesMax || has(flags, special.forbidden)) return;
    Lexicon::Headword headword;
    headword.base = spelling_of(base);
    headword.first_form = static_cast<std::uint32_t>(lexicon_.forms_.size()) & 0x7FFFFFFFU;
    headword.is_name = begins_with_capital(line.word) ? 1 : 0;
    if (!has(flags, special.need_affix)) add_form(base, flags, flags);
    for (const Affixed& affixed : expanded(line.word, flags)) {
      add_form(folded(affixed.word), affixed.rule->continuation, flags);
    }
    if (lexicon_.forms_.size() > headword.first_form) lexicon_.headwords_.push_back(headword);
  }

  // The word with all its affixes, with prefixes and suffixes across, and with the suffixes that
  // affixes themselves ask for. The rules live as long as the Affixes.
  std::vector<Affixed> expanded(std::string_view word, const Flags& flags) const {
    std::vector<Affixed> found;
    for (const Flag flag : flags) affixes_.append_suffixed(word, flag, found);
    const std::size_t suffixed = found.size();
    for (const Flag flag : flags) affixes_.append_prefixed(word, flag, found);
    for (std::size_t i = suffixed, end = found.size(); i < end; ++i) {
      if (found[i].crosses) append_crossed(std::string(found[i].word), flags, found);
    }
    for (std::size_t i = 0, end = found.size(); i < end && found.size() < kHeadwordFormsMax; ++i) {
      append_continued(found[i], found);
    }
    if (found.size() > kHeadwordFormsMax) found.resize(kHeadwordFormsMax);
    return found;
  }

  void append_crossed(const std::string& prefixed, const Flags& flags,
                      std::vector<Affixed>& found) const {
    std::vector<Affixed> suffixed;
    for (const Flag flag : flags) affixes_.append_suffixed(prefixed, flag, suffixed);
    for (Affixed& both : suffixed) {
      if (both.crosses && found.size() < kHeadwordFormsMax) found.push_back(std::move(both));
    }
  }

  // A copy of the word: what is appended may move what is continued.
  void append_continued(const Affixed& affixed, std::vector<Affixed>& found) const {
    const std::string word = affixed.word;
    const Affix& rule = *affixed.rule;
    for (const Flag flag : rule.continuation) affixes_.append_suffixed(word, flag, found);
  }

  // `own` are the flags of the form, `headword` those of its word, whose place in compounds its
  // forms share at the end but not at the beginning.
  void add_form(const std::string& form, const Flags& own, const Flags& headword) {
    const SpecialFlags& special = affixes_.special();
    if (form.empty() || form.size() > kFormBytesMax || has(own, special.forbidden)) return;
    const bool is_combining = has(own, special.only_in_compound);
    std::uint8_t uses = is_combining ? 0 : kStandsAlone;
    if (has(own, special.compound_begin) || has(own, special.compound_middle) ||
        has(own, special.compound)) {
      uses |= kBeginsCompound;
    }
    if (!is_combining && (has(headword, special.compound_end) || has(headword, special.compound))) {
      uses |= kEndsCompound;
    }
    const auto number = static_cast<std::uint32_t>(spelling_of(form));
    lexicon_.uses_[number] |= uses;
    lexicon_.forms_.push_back({number & 0x7FFFFFFFU, is_combining ? 1U : 0U});
  }

  SpellingId spelling_of(const std::string& word) {
    const SpellingId spelling = lexicon_.spellings_.add(word);
    if (lexicon_.uses_.size() < lexicon_.spellings_.size()) lexicon_.uses_.push_back(0);
    return spelling;
  }

  // Turns headword -> forms around: counts, sums up, then fills from the back.
  void index_owners() {
    std::vector<std::uint32_t>& begin = lexicon_.owners_begin_;
    begin.assign(lexicon_.spellings_.size() + 1, 0);
    for (const Lexicon::Form form : lexicon_.forms_) begin[form.spelling] += 1U - form.is_combining;
    std::uint32_t sum = 0;
    for (std::uint32_t& count : begin) count = sum += count;
    lexicon_.owners_.resize(sum);
    for (std::size_t number = lexicon_.headwords_.size(); number-- > 0;) {
      const HeadwordId headword{static_cast<std::uint32_t>(number)};
      for (const Lexicon::Form form : lexicon_.all_forms(headword)) {
        if (form.is_combining == 0) lexicon_.owners_[--begin[form.spelling]] = headword;
      }
    }
  }

  void find_bases_beside() {
    for (std::uint32_t number = 0; number < lexicon_.headwords_.size(); ++number) {
      const HeadwordId headword{number};
      if (lexicon_.is_name(headword)) continue;
      const std::string_view base = lexicon_.base(headword);
      for (const Lexicon::Form form : lexicon_.all_forms(headword)) {
        const std::string_view text = lexicon_.spellings_.text(SpellingId{form.spelling});
        const bool is_beside = form.is_combining == 0 && text.find(base) == std::string_view::npos;
        if (is_beside) lexicon_.uses_[form.spelling] |= Lexicon::kBaseBeside;
      }
    }
  }

  void settle() {
    lexicon_.spellings_.settle();
    lexicon_.uses_.shrink_to_fit();
    lexicon_.headwords_.shrink_to_fit();
    lexicon_.forms_.shrink_to_fit();
  }

  const Affixes& affixes_;
  Lexicon lexicon_;
};

Result<std::shared_ptr<const Lexicon>> Lexicon::parse(std::string_view aff, std::string_view dic) {
  const Result<Affixes> affixes = Affixes::parse(aff);
  if (!affixes) return Error{Stage::config, ".aff: " + affixes.error().message};
  auto lexicon = LexiconReader(*affixes).read(dic);
  if (!lexicon) return Error{Stage::config, ".dic: " + lexicon.error().message};
  return lexicon;
}

Result<std::shared_ptr<const Lexicon>> Lexicon::read(const std::filesystem::path& dictionary) {
  const Result<std::string> aff = limited_content(dictionary.string() + ".aff");
  if (!aff) return aff.error();
  const Result<std::string> dic = limited_content(dictionary.string() + ".dic");
  if (!dic) return dic.error();
  auto lexicon = parse(*aff, *dic);
  if (!lexicon) return Error{Stage::config, dictionary.string() + lexicon.error().message};
  return lexicon;
}

}  // namespace fundwatch::matchers
