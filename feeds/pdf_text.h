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
inline constexpr std::size_t kPdfTextBytesMax = std::size_t{2} * 1024 * 1024;

struct PdfReader {
  std::string program = kPdfToText;
  ChildLimits limits{.output_bytes_max = kPdfTextBytesMax};
};

enum class PdfFault {
  document,  // the PDF cannot be read, today or later: broken, encrypted, endless, without text
  reader,    // pdftotext is not installed
  stopped    // we were asked to stop
};

// The text, or what was at fault and an Error{read} that says it in words.
struct PdfText {
  Result<std::string> text;
  PdfFault fault = PdfFault::document;  // means something without a text
};

// Whether these bytes say that they are a PDF, whatever a server calls them.
bool is_pdf(std::string_view bytes);

// Plain UTF-8 in reading order, paragraphs apart; words that were divided at a line's end are whole
// as far as pdftotext sees it.
PdfText pdf_text(std::string_view pdf, const PdfReader& reader,
                 const std::function<bool()>& stopping);

}  // namespace fundwatch::feeds
