#include "tests/bench/postgres.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/bench/usage.h"

namespace fundwatch::bench {
namespace {

constexpr const char* kPrograms = "/usr/lib/postgresql";
constexpr std::size_t kDocuments = 200;

// The newest version's folder of programs; empty if there is none.
std::string programs() {
  std::string found;
  std::error_code error;
  for (const auto& version : std::filesystem::directory_iterator(kPrograms, error)) {
    const auto folder = version.path() / "bin";
    if (std::filesystem::exists(folder / "initdb")) found = std::max(found, folder.string());
  }
  return found;
}

// PostgreSQL refuses to run as root.
std::vector<std::string> as_postgres(std::vector<std::string> command) {
  if (geteuid() == 0) {
    const char* const user[] = {"runuser", "-u", "postgres", "--"};
    command.insert(command.begin(), std::begin(user), std::end(user));
  }
  return command;
}

// One line of a file that COPY reads.
std::string line_of(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '\n' || c == '\t' || c == '\r' || c == '\\'; }, ' ');
  return text + "\n";
}

std::string query_of(const std::string& literal) {
  const std::string words = literal.substr(1);
  if (!words.ends_with(' ')) return "'" + words + "':*";
  const std::size_t space = words.find(' ');
  const std::string first = "'" + words.substr(0, space) + "'";
  if (space + 1 == words.size()) return first;
  return "(" + first + " <-> '" + words.substr(space + 1, words.size() - space - 2) + "')";
}

std::string query_of(const RandomRule& rule) {
  std::string query;
  for (std::size_t i = 0; i < rule.literals.size(); ++i) {
    const bool is_last = i + 1 == rule.literals.size();
    if (i > 0 && rule.kind == RandomRule::Kind::all)
      query += " & ";
    else if (i > 0 && rule.kind == RandomRule::Kind::any_without_last && is_last)
      query += ") & !";
    else if (i > 0)
      query += " | ";
    query += query_of(rule.literals[i]);
  }
  return rule.kind == RandomRule::Kind::any_without_last ? "(" + query : query;
}

}  // namespace

std::optional<Postgres> Postgres::start(const std::vector<Item>& items) {
  Postgres postgres;
  postgres.programs_ = programs();
  if (postgres.programs_.empty()) return std::nullopt;
  std::string folder = std::filesystem::temp_directory_path() / "fundwatch-bench-XXXXXX";
  if (mkdtemp(folder.data()) == nullptr) return std::nullopt;
  postgres.folder_ = folder;
  std::filesystem::permissions(folder, std::filesystem::perms::all);
  const Usage made =
      measure_command(as_postgres({postgres.programs_ + "/initdb", "-D", folder + "/db", "-E",
                                   "UTF8", "--locale", "C.UTF-8", "--no-sync", "-A", "trust"}),
                      "/dev/null");
  if (!made.succeeded) return std::nullopt;
  std::ofstream documents(folder + "/documents");
  for (const Item& item : items) {
    if (++postgres.documents_ > kDocuments) break;
    documents << line_of(item.title + " " + item.text);
  }
  postgres.documents_ = std::min(postgres.documents_, kDocuments);
  documents.close();
  postgres.seconds("CREATE TABLE document (text text);\nCOPY document FROM '" + folder +
                   "/documents';\n");
  postgres.idle_seconds_ = postgres.seconds("SELECT 1;\n");
  return postgres;
}

double Postgres::match(const std::vector<RandomRule>& rules) const {
  std::ofstream queries(folder_ + "/queries");
  for (const RandomRule& rule : rules) queries << query_of(rule) << '\n';
  queries.close();
  seconds(
      "DROP TABLE IF EXISTS written, rule;\nCREATE TABLE written (query text);\nCOPY written FROM "
      "'" +
      folder_ +
      "/queries';\nCREATE TABLE rule AS SELECT to_tsquery('swedish', query) AS query FROM "
      "written;\n");
  const double matching = seconds(
      "WITH vectors AS MATERIALIZED (SELECT to_tsvector('swedish', text) AS words FROM document) "
      "SELECT count(*) FROM vectors, rule WHERE words @@ query;\n");
  return (matching - idle_seconds_) * 1e6 / static_cast<double>(documents_);
}

double Postgres::seconds(const std::string& sql) const {
  const std::string file = folder_ + "/sql";
  std::ofstream(file) << sql;
  return measure_command(as_postgres({programs_ + "/postgres", "--single", "-c",
                                      "log_checkpoints=off", "-D", folder_ + "/db", "postgres"}),
                         file)
      .cpu_seconds;
}

}  // namespace fundwatch::bench
