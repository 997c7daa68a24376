#include "config/subscriber_csv.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/names.h"
#include "base/text.h"
#include "config/catalogue.h"

namespace fundwatch::config {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class Column {
  email,
  name,
  organisation,
  municipality,
  reach,
  language,
  profiles,
  weekday,
  hour
};

struct ColumnName {
  Column column;
  std::string_view english;
  std::string_view swedish;
};

constexpr std::array<ColumnName, 9> kColumns{{{Column::email, "email", "e-post"},
                                              {Column::name, "name", "namn"},
                                              {Column::organisation, "organisation", "företag"},
                                              {Column::municipality, "municipality", "kommun"},
                                              {Column::reach, "reach", "område"},
                                              {Column::language, "language", "språk"},
                                              {Column::profiles, "profiles", "profiler"},
                                              {Column::weekday, "weekday", "veckodag"},
                                              {Column::hour, "hour", "klockslag"}}};

// The letters of Windows-1252 that Swedish needs stand where Latin-1 has them.
std::string as_utf8(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | (byte >> 6));
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

struct Row {
  int line = 0;
  std::vector<std::string> fields;
};

// Rows without anything in them are left out. Nothing if a quoted field has no end.
std::optional<std::vector<Row>> rows_of(const std::string& text, char separator) {
  std::vector<Row> rows;
  Row row{1, {""}};
  bool is_quoted = false;
  int line = 1;
  const auto end_row = [&] {
    const bool is_empty = std::ranges::all_of(
        row.fields, [](const std::string& field) { return trimmed(field).empty(); });
    if (!is_empty) rows.push_back(row);
    row = {line, {""}};
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    std::string& field = row.fields.back();
    if (c == '\n') ++line;
    if (is_quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        is_quoted = false;
      }
    } else if (c == '"' && field.empty()) {
      is_quoted = true;
    } else if (c == separator) {
      row.fields.emplace_back();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      field += c;
    }
  }
  end_row();
  if (is_quoted) return std::nullopt;
  return rows;
}

char separator_of(std::string_view text) {
  const std::string_view head = text.substr(0, text.find('\n'));
  return std::ranges::count(head, ';') > std::ranges::count(head, ',') ? ';' : ',';
}

Error fault(const std::string& name, int line, const std::string& words) {
  return Error{Stage::config, name + ":" + std::to_string(line) + ": " + words};
}

Result<std::vector<Column>> columns_of(const Row& head, const std::string& name) {
  std::vector<Column> columns;
  for (const std::string& field : head.fields) {
    const std::string word = ascii_lower(trimmed(field));
    const auto known = std::ranges::find_if(kColumns, [&word](const ColumnName& column) {
      return word == column.english || word == column.swedish;
    });
    if (known == kColumns.end()) {
      return fault(name, head.line,
                   "there is no column \"" + word +
                       "\"; there are: email, name, organisation, municipality, "
                       "reach, language, profiles, weekday, hour");
    }
    columns.push_back(known->column);
  }
  if (std::ranges::find(columns, Column::email) == columns.end()) {
    return fault(name, head.line, "the first row names no column \"email\"");
  }
  return columns;
}

// What is expected instead of the value; empty if it is taken.
std::string set(Subscriber& subscriber, Column column, const std::string& value) {
  switch (column) {
    case Column::email: subscriber.email = value; return {};
    case Column::name: subscriber.name = value; return {};
    case Column::organisation: subscriber.organisation = value; return {};
    case Column::municipality: subscriber.municipality = value; return {};
    case Column::reach: {
      const auto reach = parse_reach(value);
      if (!reach) return "municipality, neighbours, county or everywhere";
      subscriber.reach = *reach;
      return {};
    }
    case Column::language: {
      const auto language = parse_language(value);
      if (!language) return "sv or en";
      subscriber.language = *language;
      return {};
    }
    case Column::profiles: {
      subscriber.profiles.clear();
      for (const std::string_view word : split(value, ' ')) {
        if (!word.empty()) subscriber.profiles.emplace_back(word);
      }
      return {};
    }
    case Column::weekday: {
      const auto weekday = parse_weekday(value);
      if (!weekday) return "monday to sunday";
      subscriber.moment.weekday = *weekday;
      return {};
    }
    case Column::hour: {
      const auto hour = parse_hour(value);
      if (!hour) return "00:00 to 23:59";
      subscriber.moment.time_of_day = *hour;
      return {};
    }
  }
  return {};
}

Result<Subscriber> subscriber_of(const Row& row, const std::vector<Column>& columns,
                                 const std::string& name, const Subscriber& defaults) {
  Subscriber subscriber = defaults;
  if (row.fields.size() > columns.size()) {
    return fault(name, row.line, "has more fields than the first row has columns");
  }
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const std::string value(trimmed(row.fields[i]));
    if (value.size() > kCsvFieldBytesMax) {
      return fault(name, row.line, "a field is longer than a thousand bytes");
    }
    if (value.empty()) continue;
    const std::string expected = set(subscriber, columns[i], value);
    if (!expected.empty()) {
      return fault(name, row.line, "\"" + value + "\": expected " + expected);
    }
  }
  // The same rules hold as for a file of subscribers.
  const auto checked = read_subscribers(write_subscribers({subscriber}), subscriber.email);
  if (!checked) return fault(name, row.line, checked.error().message);
  return subscriber;
}

// Quoted where it must be; a spreadsheet would run what begins as a formula.
std::string field_of(const std::string& value) {
  const bool is_formula =
      !value.empty() && std::string_view("=+-@\t").find(value[0]) != std::string_view::npos;
  const std::string shown = is_formula ? "'" + value : value;
  if (shown.find_first_of(",;\"\r\n") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char c : shown) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace

Result<std::vector<Subscriber>> read_subscribers_csv(std::string_view bytes,
                                                     const std::string& name,
                                                     const Subscriber& defaults) {
  const std::string text = as_utf8(bytes);
  const auto rows = rows_of(text, separator_of(text));
  if (!rows) return fault(name, 1, "a quotation mark that begins a field has no other at its end");
  if (rows->empty()) return fault(name, 1, "is empty; the first row names the columns");
  if (rows->size() > kCsvRowsMax) return fault(name, 1, "has more than 100,000 rows; split it");
  const auto columns = columns_of(rows->front(), name);
  if (!columns) return columns.error();
  std::vector<Subscriber> subscribers;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    auto subscriber = subscriber_of((*rows)[i], *columns, name, defaults);
    if (!subscriber) return subscriber.error();
    subscribers.push_back(*std::move(subscriber));
  }
  return subscribers;
}

std::string write_subscribers_csv(const std::vector<Subscriber>& subscribers) {
  std::string csv(kByteOrderMark);
  for (const ColumnName& column : kColumns) {
    csv += (&column == kColumns.data() ? "" : ",") + std::string(column.english);
  }
  csv += "\r\n";
  for (const Subscriber& subscriber : subscribers) {
    std::string profiles;
    for (const std::string& profile : subscriber.profiles) {
      profiles += (profiles.empty() ? "" : " ") + profile;
    }
    csv += field_of(subscriber.email) + "," + field_of(subscriber.name) + "," +
           field_of(subscriber.organisation) + "," + field_of(subscriber.municipality) + "," +
           std::string(name_of(subscriber.reach)) + "," +
           std::string(name_of(subscriber.language)) + "," + field_of(profiles) + "," +
           std::string(name_of(subscriber.moment.weekday)) + "," +
           name_of_hour(subscriber.moment.time_of_day) + "\r\n";
  }
  return csv;
}

}  // namespace fundwatch::config
