// Any bytes as what a browser sends with a form, as one of two kinds by their first byte: fields
// are valid UTF-8 and not too many, and nothing outside the bytes is read.
#include "base/text.h"
#include "tests/fuzz/checks.h"
#include "web/multipart.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace fundwatch;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  if (bytes.starts_with("--")) {
    const auto form = web::parse_multipart(bytes, "multipart/form-data; boundary=X");
    if (form) CHECK(form->fields.size() <= web::kFormFieldsMax && form->file.size() < size);
    return 0;
  }
  const auto fields = web::parse_form(bytes);
  if (!fields) return 0;
  CHECK(fields->size() <= web::kFormFieldsMax);
  for (const char* name : {"a", "csrf", ""}) CHECK(is_valid_utf8(fields->text(name)));
  return 0;
}
