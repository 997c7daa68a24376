#include "feeds/read/date_names.h"

#include <algorithm>
#include <array>
#include <span>

namespace fundwatch::feeds {
namespace {

struct Word {
  std::string_view name;
  int number;
};

// English and Swedish first, then German, French, Spanish, Italian, Portuguese, Dutch, Danish and
// Norwegian, Finnish, Polish, Hungarian, Greek, Russian, Icelandic, Czech.
constexpr std::array<Word, 277> kMonths{{
    {"january", 1},     {"february", 2},      {"march", 3},        {"april", 4},
    {"may", 5},         {"june", 6},          {"july", 7},         {"august", 8},
    {"september", 9},   {"october", 10},      {"november", 11},    {"december", 12},
    {"jan", 1},         {"feb", 2},           {"mar", 3},          {"apr", 4},
    {"jun", 6},         {"jul", 7},           {"aug", 8},          {"sep", 9},
    {"oct", 10},        {"nov", 11},          {"dec", 12},         {"sept", 9},
    {"januari", 1},     {"februari", 2},      {"mars", 3},         {"maj", 5},
    {"juni", 6},        {"juli", 7},          {"augusti", 8},      {"oktober", 10},
    {"okt", 10},        {"januar", 1},        {"februar", 2},      {"märz", 3},
    {"mai", 5},         {"dezember", 12},     {"mär", 3},          {"dez", 12},
    {"jän", 1},         {"mrz", 3},           {"jänner", 1},       {"maerz", 3},
    {"janvier", 1},     {"février", 2},       {"avril", 4},        {"juin", 6},
    {"juillet", 7},     {"août", 8},          {"septembre", 9},    {"octobre", 10},
    {"novembre", 11},   {"décembre", 12},     {"janv", 1},         {"févr", 2},
    {"avr", 4},         {"juil", 7},          {"aoû", 8},          {"déc", 12},
    {"fevrier", 2},     {"aout", 8},          {"decembre", 12},    {"fév", 2},
    {"juill", 7},       {"enero", 1},         {"febrero", 2},      {"marzo", 3},
    {"abril", 4},       {"mayo", 5},          {"junio", 6},        {"julio", 7},
    {"agosto", 8},      {"septiembre", 9},    {"octubre", 10},     {"noviembre", 11},
    {"diciembre", 12},  {"ene", 1},           {"abr", 4},          {"ago", 8},
    {"dic", 12},        {"setiembre", 9},     {"gennaio", 1},      {"febbraio", 2},
    {"aprile", 4},      {"maggio", 5},        {"giugno", 6},       {"luglio", 7},
    {"settembre", 9},   {"ottobre", 10},      {"dicembre", 12},    {"gen", 1},
    {"mag", 5},         {"giu", 6},           {"lug", 7},          {"set", 9},
    {"ott", 10},        {"janeiro", 1},       {"fevereiro", 2},    {"março", 3},
    {"maio", 5},        {"junho", 6},         {"julho", 7},        {"setembro", 9},
    {"outubro", 10},    {"novembro", 11},     {"dezembro", 12},    {"fev", 2},
    {"out", 10},        {"maart", 3},         {"mei", 5},          {"augustus", 8},
    {"mrt", 3},         {"marts", 3},         {"des", 12},         {"desember", 12},
    {"tammikuu", 1},    {"helmikuu", 2},      {"maaliskuu", 3},    {"huhtikuu", 4},
    {"toukokuu", 5},    {"kesäkuu", 6},       {"heinäkuu", 7},     {"elokuu", 8},
    {"syyskuu", 9},     {"lokakuu", 10},      {"marraskuu", 11},   {"joulukuu", 12},
    {"tammikuuta", 1},  {"helmikuuta", 2},    {"maaliskuuta", 3},  {"huhtikuuta", 4},
    {"toukokuuta", 5},  {"kesäkuuta", 6},     {"heinäkuuta", 7},   {"elokuuta", 8},
    {"syyskuuta", 9},   {"lokakuuta", 10},    {"marraskuuta", 11}, {"joulukuuta", 12},
    {"tammi", 1},       {"helmi", 2},         {"maalis", 3},       {"huhti", 4},
    {"touko", 5},       {"kesä", 6},          {"heinä", 7},        {"elo", 8},
    {"syys", 9},        {"loka", 10},         {"marras", 11},      {"joulu", 12},
    {"stycznia", 1},    {"lutego", 2},        {"marca", 3},        {"kwietnia", 4},
    {"maja", 5},        {"czerwca", 6},       {"lipca", 7},        {"sierpnia", 8},
    {"września", 9},    {"października", 10}, {"listopada", 11},   {"grudnia", 12},
    {"sty", 1},         {"lut", 2},           {"kwi", 4},          {"cze", 6},
    {"lip", 7},         {"sie", 8},           {"wrz", 9},          {"paź", 10},
    {"lis", 11},        {"gru", 12},          {"január", 1},       {"február", 2},
    {"március", 3},     {"április", 4},       {"május", 5},        {"június", 6},
    {"július", 7},      {"augusztus", 8},     {"szeptember", 9},   {"október", 10},
    {"márc", 3},        {"ápr", 4},           {"máj", 5},          {"jún", 6},
    {"júl", 7},         {"szept", 9},         {"már", 3},          {"szep", 9},
    {"ιανουαρίου", 1},  {"φεβρουαρίου", 2},   {"μαρτίου", 3},      {"απριλίου", 4},
    {"μαΐου", 5},       {"ιουνίου", 6},       {"ιουλίου", 7},      {"αυγούστου", 8},
    {"σεπτεμβρίου", 9}, {"οκτωβρίου", 10},    {"νοεμβρίου", 11},   {"δεκεμβρίου", 12},
    {"ιαν", 1},         {"φεβ", 2},           {"μαρ", 3},          {"απρ", 4},
    {"μαι", 5},         {"ιουν", 6},          {"ιουλ", 7},         {"αυγ", 8},
    {"σεπ", 9},         {"οκτ", 10},          {"νοε", 11},         {"δεκ", 12},
    {"μάρ", 3},         {"μάι", 5},           {"ιούν", 6},         {"ιούλ", 7},
    {"αύγ", 8},         {"νοέ", 11},          {"απρίλ", 4},        {"μαϊ", 5},
    {"ιον", 6},         {"ιολ", 7},           {"σεπτ", 9},         {"νοεμ", 11},
    {"μαιου", 5},       {"αύγουστος", 8},     {"ιάν", 1},          {"άπρ", 4},
    {"σέπ", 9},         {"января", 1},        {"февраля", 2},      {"марта", 3},
    {"апреля", 4},      {"мая", 5},           {"июня", 6},         {"июля", 7},
    {"августа", 8},     {"сентября", 9},      {"октября", 10},     {"ноября", 11},
    {"декабря", 12},    {"янв", 1},           {"фев", 2},          {"мар", 3},
    {"апр", 4},         {"май", 5},           {"июн", 6},          {"июл", 7},
    {"авг", 8},         {"сен", 9},           {"окт", 10},         {"ноя", 11},
    {"дек", 12},        {"janúar", 1},        {"febrúar", 2},      {"apríl", 4},
    {"maí", 5},         {"júní", 6},          {"júlí", 7},         {"ágúst", 8},
    {"nóvember", 11},   {"ledna", 1},         {"února", 2},        {"března", 3},
    {"dubna", 4},       {"května", 5},        {"června", 6},       {"července", 7},
    {"srpna", 8},       {"září", 9},          {"října", 10},       {"listopadu", 11},
    {"prosince", 12},
}};

constexpr std::array<std::string_view, 192> kWeekdays{
    "mon",      "tue",        "wed",       "thu",       "fri",          "sat",
    "sun",      "monday",     "tuesday",   "wednesday", "thursday",     "friday",
    "saturday", "sunday",     "tues",      "weds",      "thur",         "thurs",
    "mån",      "tis",        "ons",       "tor",       "tors",         "fre",
    "lör",      "sön",        "måndag",    "tisdag",    "onsdag",       "torsdag",
    "fredag",   "lördag",     "söndag",    "mo",        "di",           "mi",
    "do",       "fr",         "sa",        "so",        "montag",       "dienstag",
    "mittwoch", "donnerstag", "freitag",   "samstag",   "sonnabend",    "sonntag",
    "lun",      "mar",        "mer",       "jeu",       "ven",          "sam",
    "dim",      "lundi",      "mardi",     "mercredi",  "jeudi",        "vendredi",
    "samedi",   "dimanche",   "lunes",     "martes",    "miércoles",    "miercoles",
    "jueves",   "viernes",    "sábado",    "sabado",    "domingo",      "mié",
    "mie",      "jue",        "vie",       "sáb",       "dom",          "lunedì",
    "martedì",  "mercoledì",  "giovedì",   "venerdì",   "sabato",       "domenica",
    "gio",      "sab",        "segunda",   "terça",     "terca",        "quarta",
    "quinta",   "sexta",      "feira",     "seg",       "ter",          "qua",
    "qui",      "sex",        "ma",        "wo",        "vr",           "za",
    "zo",       "maandag",    "woensdag",  "donderdag", "vrijdag",      "zaterdag",
    "zondag",   "mandag",     "tirsdag",   "lørdag",    "søndag",       "man",
    "tir",      "lør",        "søn",       "ti",        "ke",           "to",
    "pe",       "la",         "su",        "maanantai", "tiistai",      "keskiviikko",
    "torstai",  "perjantai",  "lauantai",  "sunnuntai", "poniedziałek", "wtorek",
    "środa",    "czwartek",   "piątek",    "sobota",    "niedziela",    "pon",
    "wto",      "śro",        "czw",       "pią",       "sob",          "nie",
    "hétfő",    "kedd",       "szerda",    "csütörtök", "péntek",       "szombat",
    "vasárnap", "κυρ",        "κυρι",      "δευ",       "τρι",          "τετ",
    "πεμ",      "παρ",        "σαβ",       "κυριακή",   "δευτέρα",      "τρίτη",
    "τετάρτη",  "πέμπτη",     "παρασκευή", "σάββατο",   "пн",           "вт",
    "ср",       "чт",         "пт",        "сб",        "вс",           "понедельник",
    "вторник",  "среда",      "четверг",   "пятница",   "суббота",      "воскресенье",
    "pn",       "wt",         "śr",        "cz",        "nd",           "pondělí",
    "úterý",    "středa",     "čtvrtek",   "pátek",     "neděle",       "ndz",
};

// Minutes east of UTC. Where one abbreviation has several meanings, the one of RFC 822 or of
// Europe.
constexpr std::array<Word, 51> kZones{{
    {"gmt", 0},    {"utc", 0},     {"ut", 0},      {"z", 0},      {"wet", 0},    {"cet", 60},
    {"met", 60},   {"mez", 60},    {"bst", 60},    {"ist", 330},  {"west", 60},  {"cest", 120},
    {"mest", 120}, {"mesz", 120},  {"eet", 120},   {"eest", 180}, {"msk", 180},  {"fet", 180},
    {"trt", 180},  {"est", -300},  {"edt", -240},  {"et", -300},  {"cst", -360}, {"cdt", -300},
    {"ct", -360},  {"mst", -420},  {"mdt", -360},  {"mt", -420},  {"pst", -480}, {"pdt", -420},
    {"pt", -480},  {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"ast", -240}, {"adt", -180},
    {"at", -240},  {"nst", -210},  {"ndt", -150},  {"brt", -180}, {"art", -180}, {"jst", 540},
    {"kst", 540},  {"hkt", 480},   {"sgt", 480},   {"awst", 480}, {"acst", 570}, {"aest", 600},
    {"aedt", 660}, {"nzst", 720},  {"nzdt", 780},
}};

constexpr std::array<std::string_view, 15> kFillers{
    "kl", "klo", "klockan", "den", "the", "of", "on", "de", "del", "à", "le", "a", "um", "uhr", "o",
};

std::optional<int> number_of(std::span<const Word> words, std::string_view name) {
  const auto found = std::find_if(words.begin(), words.end(),
                                  [name](const Word& word) { return word.name == name; });
  if (found == words.end()) return std::nullopt;
  return found->number;
}

}  // namespace

std::optional<int> month_number(std::string_view word) { return number_of(kMonths, word); }

bool is_weekday(std::string_view word) {
  return std::find(kWeekdays.begin(), kWeekdays.end(), word) != kWeekdays.end();
}

std::optional<std::chrono::minutes> zone_offset(std::string_view word) {
  const auto offset = number_of(kZones, word);
  if (!offset) return std::nullopt;
  return std::chrono::minutes(*offset);
}

bool is_filler(std::string_view word) {
  return std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

}  // namespace fundwatch::feeds
