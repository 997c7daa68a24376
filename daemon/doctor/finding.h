// daemon/doctor/finding.h — what one check of `fundwatch doctor` found, and how it is shown.
// A check is a function from facts or injected parts to findings; it neither prints nor decides
// what becomes of others. Whatever is not well says what to do. Pure.
#pragma once

#include <string>
#include <vector>

namespace fundwatch::daemon {

// warning: it works, but will not for long, or not for all. error: something does not work.
enum class Severity { ok, warning, error };

struct Finding {
  std::string part;  // "database", "source Vinnova, utlysningar"
  Severity severity = Severity::ok;
  std::string words;   // what is so
  std::string advice;  // what to do; may be there for what is well, too
};

using Findings = std::vector<Finding>;

Finding well(const std::string& part, const std::string& words);
Finding doubtful(const std::string& part, const std::string& words, const std::string& advice);
Finding faulty(const std::string& part, const std::string& words, const std::string& advice);

std::string_view name_of(Severity severity);  // "ok", "warning", "error"

// For a person: one finding a line, its advice beneath it.
std::string text_of(const Finding& finding);

// For a program: one object a line.
std::string json_of(const Finding& finding);

// "12 checks: 10 ok, 1 warning, 1 error"
std::string summary_of(const Findings& findings);

bool has_errors(const Findings& findings);

}  // namespace fundwatch::daemon
