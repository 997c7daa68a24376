#include "feeds/pdf_text.h"

#include <unistd.h>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

// Readers accept some bytes before the mark (PDF 1.7, appendix H, note 13).
constexpr std::size_t kMarkWithin = 1024;

Error error(const std::string& words) { return {Stage::read, words}; }

// Form feeds part pages; other control characters mean nothing.
std::string plain(std::string_view output) {
  std::string text;
  for (const char c : output) {
    if (c == '\f') text += "\n\n";
    if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) text += c;
  }
  std::string kept;
  for (const std::string_view line : split(text, '\n')) {
    const std::string words = collapsed(line);
    if (words.empty() && (kept.empty() || kept.ends_with("\n\n"))) continue;
    kept.append(words).append("\n");
  }
  return std::string(trimmed(kept));
}

Result<std::string> text_of(const std::string& output) {
  const std::string_view whole = utf8_prefix(output, kPdfTextBytesMax);
  if (!is_valid_utf8(whole)) return error("pdftotext's answer is not UTF-8");
  std::string text = plain(whole);
  if (text.empty()) {
    return error("the PDF holds no text; it may be scanned, so read it in a browser");
  }
  return text;
}

}  // namespace

bool is_installed(const PdfReader& reader) { return access(reader.program.c_str(), X_OK) == 0; }

bool is_pdf(std::string_view bytes) {
  return bytes.substr(0, kMarkWithin).find("%PDF-") != std::string_view::npos;
}

Result<std::string> pdf_text(std::string_view pdf, const PdfReader& reader,
                             const std::function<bool()>& stopping) {
  const ChildProgram program{.path = reader.program,
                             .arguments = {"-q", "-enc", "UTF-8", "-eol", "unix", "-", "-"}};
  const ChildResult result = run_child(program, pdf, reader.limits, stopping);
  switch (result.end) {
    case ChildEnd::missing:
      return error(reader.program +
                   " is not there, so that no PDF can be read; apt install poppler-utils");
    case ChildEnd::stopped: return error("fundwatch was stopped while the PDF was read");
    case ChildEnd::out_of_time:
      return error(
          "the PDF was not read within " +
          std::to_string(
              std::chrono::duration_cast<std::chrono::seconds>(reader.limits.patience).count()) +
          " s and is left; read it in a browser");
    case ChildEnd::crashed:
      return error("the PDF broke pdftotext, or took more time or memory than allowed");
    case ChildEnd::too_much_output: return text_of(result.output);
    case ChildEnd::exited: break;
  }
  if (result.exit_code == 0) return text_of(result.output);
  return error("the PDF is broken or needs a password (pdftotext gave " +
               std::to_string(result.exit_code) + "); read it in a browser");
}

}  // namespace fundwatch::feeds
