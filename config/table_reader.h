// config/table_reader.h — one table of a document, asked for each key once.
// Every question says where the value goes; a value of the wrong type, form or range is a fault,
// and what was never asked for is an unknown key. Values that stand nowhere keep their defaults.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/document.h"
#include "config/faults.h"

namespace fundwatch::config {

class TableReader {
 public:
  // `path` stands before the keys in messages: "fetch" gives "fetch.connect_timeout".
  TableReader(const Table& table, std::string path, Faults& faults)
      : table_(table), path_(std::move(path)), faults_(faults) {}

  // The value of a key, whatever it is, with its line for further questions.
  const Value* value(const std::string& key);

  void text(const std::string& key, std::string& to);  // one line
  void path(const std::string& key, std::filesystem::path& to);
  void mail_address(const std::string& key, std::string& to);
  void texts(const std::string& key, std::vector<std::string>& to);
  void whole_numbers(const std::string& key, std::vector<int>& to, int least, int most);
  void duration(const std::string& key, std::chrono::seconds& to);  // above 0, at most a year
  void pause(const std::string& key, std::chrono::seconds& to);     // 0 s to a minute
  void lead(const std::string& key, std::chrono::minutes& to);      // 0 to six days
  void size(const std::string& key, std::size_t& to);               // above 0, at most 1 GiB
  void flag(const std::string& key, bool& to);
  void hour(const std::string& key, std::chrono::minutes& to);

  struct Range {
    std::int64_t least;
    std::int64_t most;
  };
  std::optional<std::int64_t> whole_number(const std::string& key, const Range& range);
  std::optional<double> number(const std::string& key);

  // Which of `words` stands there.
  std::optional<std::size_t> choice(const std::string& key, const std::vector<std::string>& words);

  // A table below this one; an empty one if it is not there.
  TableReader below(const std::string& key);

  // A fault at the line of `key`, or of this table if it is not there.
  void fault(const std::string& key, const std::string& words);

  // Every key that was not asked for is a fault, with the nearest one that was as a suggestion.
  void finish() const;

 private:
  void expected(const std::string& key, const Value& value, const std::string& what);
  std::string full(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

  const Table& table_;
  std::string path_;
  Faults& faults_;
  std::vector<std::string> asked_;
};

}  // namespace fundwatch::config
