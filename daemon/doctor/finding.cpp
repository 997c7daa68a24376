#include "daemon/doctor/finding.h"

#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace fundwatch::daemon {
namespace {

constexpr std::size_t kSeverityWidth = 9;

std::string counted(long count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

Finding well(const std::string& part, const std::string& words) {
  return {part, Severity::ok, words, ""};
}

Finding doubtful(const std::string& part, const std::string& words, const std::string& advice) {
  return {part, Severity::warning, words, advice};
}

Finding faulty(const std::string& part, const std::string& words, const std::string& advice) {
  return {part, Severity::error, words, advice};
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::ok: return "ok";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return "";
}

std::string text_of(const Finding& finding) {
  std::string line(name_of(finding.severity));
  line.resize(kSeverityWidth, ' ');
  line += finding.part + ": " + finding.words + "\n";
  if (!finding.advice.empty())
    line += std::string(kSeverityWidth, ' ') + "-> " + finding.advice + "\n";
  return line;
}

std::string json_of(const Finding& finding) {
  return boost::json::serialize(boost::json::object{{"part", finding.part},
                                                    {"severity", name_of(finding.severity)},
                                                    {"words", finding.words},
                                                    {"advice", finding.advice}}) +
         "\n";
}

std::string summary_of(const Findings& findings) {
  const auto count = [&](Severity severity) {
    return std::ranges::count(findings, severity, &Finding::severity);
  };
  return counted(std::ssize(findings), "check") + ": " + std::to_string(count(Severity::ok)) +
         " ok, " + counted(count(Severity::warning), "warning") + ", " +
         counted(count(Severity::error), "error");
}

bool has_errors(const Findings& findings) {
  return std::ranges::count(findings, Severity::error, &Finding::severity) > 0;
}

}  // namespace fundwatch::daemon
