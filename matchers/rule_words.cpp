#include "matchers/rule_words.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace fundwatch::matchers {
namespace {

constexpr std::size_t kShownCharacters = 40;

// Replaces {what} by the piece of the rule that is meant, and {hint} by what to write.
std::string filled(std::string_view words, std::string_view what, std::string_view hint) {
  std::string text(words);
  const auto put = [&text](std::string_view slot, std::string_view value) {
    for (auto at = text.find(slot); at != std::string::npos;
         at = text.find(slot, at + value.size())) {
      text.replace(at, slot.size(), value);
    }
  };
  put("{what}", shortened(what, kShownCharacters));
  put("{hint}", hint);
  return text;
}

struct Words {
  std::string_view swedish;
  std::string_view english;
};

struct FaultWords {
  FaultKind kind;
  Words words;
};

constexpr std::array kFaultWords = {
    FaultWords{FaultKind::not_utf8,
               {"texten är inte UTF-8; skriv den på nytt", "it is not UTF-8; write it anew"}},
    FaultWords{FaultKind::too_long,
               {"den är längre än 2500 tecken; dela den i flera termer",
                "it is longer than 2500 characters; divide it into several terms"}},
    FaultWords{FaultKind::too_many_words,
               {"den har fler än 200 ord; dela den i flera termer",
                "it has more than 200 words; divide it into several terms"}},
    FaultWords{FaultKind::too_deep,
               {"den har fler än 20 nivåer av parenteser; dela den i flera termer",
                "it has more than 20 levels of parentheses; divide it into several terms"}},
    FaultWords{FaultKind::empty,
               {"den är tom; skriv ett ord eller ta bort termen",
                "it is empty; write a word, or remove the term"}},
    FaultWords{FaultKind::no_word,
               {"”{what}” har inget ord; skriv ett, eller ta bort det",
                "\"{what}\" has no word; write one, or remove it"}},
    FaultWords{FaultKind::unclosed_quote,
               {"citattecknet saknar sitt par; skriv ett till efter orden",
                "the quotation mark has no partner; write one after the words"}},
    FaultWords{FaultKind::empty_quote,
               {"inget ord står mellan citattecknen; skriv ett, eller ta bort dem",
                "no word stands between the quotation marks; write one, or remove them"}},
    FaultWords{FaultKind::unclosed_parenthesis,
               {"parentesen saknar sitt slut; skriv ) där den ska sluta",
                "the parenthesis is not closed; write ) where it ends"}},
    FaultWords{FaultKind::stray_parenthesis,
               {"parentesen har ingen början; ta bort den, eller skriv ( där den ska börja",
                "the parenthesis was not opened; remove it, or write ( where it begins"}},
    FaultWords{FaultKind::empty_parenthesis,
               {"parentesen är tom; skriv ett ord i den, eller ta bort den",
                "the parenthesis is empty; write a word in it, or remove it"}},
    FaultWords{FaultKind::missing_operand,
               {"här saknas ett ord; AND, OR, NOT och NEAR/n (OCH, ELLER, INTE) står mellan eller "
                "före ord; med små bokstäver är de ord som andra",
                "a word is missing here; AND, OR, NOT and NEAR/n (OCH, ELLER, INTE) stand between "
                "or before words; in small letters they are words like others"}},
    FaultWords{FaultKind::missing_operator,
               {"det är oklart hur ”{what}” hör till det som står före; skriv {hint}, till exempel "
                "AND eller OR mellan delarna",
                "it is unclear how \"{what}\" belongs to what stands before; write {hint}, for "
                "instance AND or OR between the parts"}},
    FaultWords{
        FaultKind::unknown_field,
        {"”{what}” är inget fält; fälten är title: source: lang: cpv: nuts: reserved: social: "
         "place: kind: status: limited: deadline: {hint}(ord med kolon skrivs inom citattecken)",
         "\"{what}\" is no field; the fields are title: source: lang: cpv: nuts: reserved: "
         "social: place: kind: status: limited: deadline: {hint}(write words with a colon in "
         "quotation marks)"}},
    FaultWords{FaultKind::field_in_title,
               {"”{what}” kan inte stå i title:( ); skriv det utanför, med AND mellan",
                "\"{what}\" cannot stand in title:( ); write it outside, with AND between"}},
    FaultWords{
        FaultKind::stray_equals,
        {"= står direkt före ett ord eller ett citat: =bidrag, =\"EaSI\"; ta bort det annars",
         "= stands directly before a word or a quotation: =bidrag, =\"EaSI\"; else remove it"}},
    FaultWords{
        FaultKind::stray_star,
        {"* står direkt före eller efter ett ord: upphandling*, *stöd, *stöd*; ta bort den "
         "annars",
         "* stands directly before or after a word: upphandling*, *stöd, *stöd*; else remove "
         "it"}},
    FaultWords{FaultKind::near_distance,
               {"”{what}” har inget avstånd från 1 till 100; skriv till exempel NEAR/5",
                "\"{what}\" has no distance from 1 to 100; write NEAR/5, for instance"}},
    FaultWords{FaultKind::near_operand,
               {"NEAR/n kan bara stå mellan ord, inte vid ”{what}”; skriv AND i stället",
                "NEAR/n can only stand between words, not beside \"{what}\"; write AND instead"}},
    FaultWords{FaultKind::bad_deadline,
               {"”{what}” är ingen tidsgräns; skriv till exempel deadline:<30d eller deadline:>2w",
                "\"{what}\" is no time limit; write deadline:<30d or deadline:>2w, for instance"}},
    FaultWords{
        FaultKind::stray_exclusion,
        {"”{what}” undantar former av ordet närmast före, men där står inget ord med former; "
         "skriv ord -undantag, eller {hint} för texter utan ordet",
         "\"{what}\" excludes forms of the word directly before it, but no word with forms "
         "stands there; write word -exception, or {hint} for texts without the word"}}};

struct WarningWords {
  WarningKind kind;
  Words words;
};

constexpr std::array kWarningWords = {
    WarningWords{
        WarningKind::empty_value,
        {"”{what}” säger inget värde och träffar aldrig; skriv värdet direkt efter kolonet",
         "\"{what}\" names no value and never matches; write it directly after the colon"}},
    WarningWords{WarningKind::unknown_language,
                 {"”{what}” är inget språk och träffar aldrig; skriv lang:sv eller lang:en",
                  "\"{what}\" is no language and never matches; write lang:sv or lang:en"}},
    WarningWords{
        WarningKind::bad_cpv,
        {"”{what}” är ingen CPV-kod och träffar aldrig; skriv åtta siffror, eller början: "
         "cpv:9831*",
         "\"{what}\" is no CPV code and never matches; write eight digits, or how it begins: "
         "cpv:9831*"}},
    WarningWords{WarningKind::bad_nuts,
                 {"”{what}” är ingen NUTS-kod och träffar aldrig; skriv till exempel nuts:SE313",
                  "\"{what}\" is no NUTS code and never matches; write nuts:SE313, for instance"}},
    WarningWords{WarningKind::unknown_reservation,
                 {"”{what}” träffar aldrig; skriv reserved:res-ws, reserved:res-pub-ser eller "
                  "reserved:ideburen",
                  "\"{what}\" never matches; write reserved:res-ws, reserved:res-pub-ser or "
                  "reserved:ideburen"}},
    WarningWords{WarningKind::unknown_kind,
                 {"”{what}” träffar aldrig; skriv kind:call, kind:procurement, kind:event, "
                  "kind:decision, kind:report eller kind:vacancy",
                  "\"{what}\" never matches; write kind:call, kind:procurement, kind:event, "
                  "kind:decision, kind:report or kind:vacancy"}},
    WarningWords{
        WarningKind::unknown_status,
        {"”{what}” träffar aldrig; skriv status:open, status:forthcoming, status:extended, "
         "status:results, status:cancelled eller status:closed",
         "\"{what}\" never matches; write status:open, status:forthcoming, status:extended, "
         "status:results, status:cancelled or status:closed"}},
    WarningWords{
        WarningKind::unknown_limit,
        {"”{what}” träffar aldrig; skriv limited:elsewhere, eller en kod som limited:SE313",
         "\"{what}\" never matches; write limited:elsewhere, or a code as in "
         "limited:SE313"}},
    WarningWords{WarningKind::contradiction,
                 {"”{what}” kräver och utesluter detsamma och träffar aldrig; ta bort det ena",
                  "\"{what}\" wants and excludes the same and never matches; remove one of them"}},
    WarningWords{
        WarningKind::excludes_itself,
        {"”{what}” undantar sitt eget ord; ta bort undantaget, eller skriv formerna som menas",
         "\"{what}\" excludes its own word; remove the exception, or write the forms meant"}},
    WarningWords{
        WarningKind::few_letters,
        {"”{what}” träffar nästan allt; skriv minst tre bokstäver vid stjärnan",
         "\"{what}\" matches nearly everything; write at least three letters at the star"}},
    WarningWords{
        WarningKind::function_word,
        {"”{what}” står i nästan alla texter; skriv ett ord som säger vad de handlar om",
         "\"{what}\" stands in nearly every text; write a word that says what it is about"}},
    WarningWords{
        WarningKind::only_absence,
        {"”{what}” träffar allt där orden inte står; skriv även vad som söks, eller gör "
         "ordet till ett veto",
         "\"{what}\" matches all that lacks the words; write what is wanted too, or make the "
         "word a veto"}}};

Words words_of(FaultKind kind) {
  return std::ranges::find(kFaultWords, kind, &FaultWords::kind)->words;
}

Words words_of(WarningKind kind) {
  return std::ranges::find(kWarningWords, kind, &WarningWords::kind)->words;
}

std::string_view piece(std::string_view rule, std::size_t begin, std::size_t end) {
  return rule.substr(begin, end - begin);
}

// "did you mean …" where the kind of fault has a candidate rather than a way of writing.
Bilingual hint_of(const QueryFault& fault) {
  if (fault.kind != FaultKind::unknown_field) return {fault.hint, fault.hint};
  if (fault.hint.empty()) return {};
  return {"– menade du " + fault.hint + ":? ", "– did you mean " + fault.hint + ":? "};
}

}  // namespace

Bilingual words_of(const QueryFault& fault, std::string_view rule) {
  const Words words = words_of(fault.kind);
  const std::string_view what = piece(rule, fault.begin, fault.end);
  const Bilingual hint = hint_of(fault);
  return {filled(words.swedish, what, hint.swedish), filled(words.english, what, hint.english)};
}

Bilingual words_of(const QueryWarning& warning, std::string_view rule) {
  const Words words = words_of(warning.kind);
  const std::string_view what = piece(rule, warning.begin, warning.end);
  return {filled(words.swedish, what, ""), filled(words.english, what, "")};
}

}  // namespace fundwatch::matchers
