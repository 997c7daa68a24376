// feeds/pdf_text.h — the text of a PDF, by poppler's pdftotext in a child process.
// PDF is too rich to be trusted within the daemon: see feeds/child_process.h for what the child
// may.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "feeds/child_process.h"

namespace fundwatch::feeds {

inline constexpr const char* kPdfToText = "/usr/bin/pdftotext";
// A longer text is cut: what concerns anybody stands before.
inline constexpr std::size_t kPdfTextBytesMax = 500'000;

struct PdfReader {
  std::string program = kPdfToText;
  ChildLimits limits{.patience = std::chrono::seconds(10), .output_bytes_max = kPdfTextBytesMax};
};

// Whether the program is there. Without it every pdf_text is an Error that says what to install.
bool is_installed(const PdfReader& reader);

// Whether these bytes say that they are a PDF, whatever a server calls them.
bool is_pdf(std::string_view bytes);

// Plain UTF-8 in reading order, paragraphs apart; words that were divided at a line's end are whole
// as far as pdftotext sees it. Error{read} if it is broken, encrypted, endless or without text, and
// when `stopping` says that we were asked to stop (asked several times a second).
Result<std::string> pdf_text(std::string_view pdf, const PdfReader& reader,
                             const std::function<bool()>& stopping);

}  // namespace fundwatch::feeds
