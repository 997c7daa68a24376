#include "feeds/fetch/transfer.h"

#include <sys/socket.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace fundwatch::feeds {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

constexpr milliseconds kTimerSlack{50};  // that libcurl may be early by

constexpr const char* kAccept =
    "Accept: application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.8, */*;q=0.5";

void append(HeaderList& list, const std::string& line) {
  curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) must(CURLE_OUT_OF_MEMORY);
  static_cast<void>(list.release());  // it is part of `longer`
  list.reset(longer);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; }

bool is_web_page(const std::string& content_type) {
  const std::string type = ascii_lower(content_type);
  return type.starts_with("text/html") || type.starts_with("application/xhtml");
}

// A validator as it may be sent back, or nothing: what is too long or could end a header line is
// not kept.
std::string validator(std::string value) {
  if (value.size() > kValidatorBytesMax) return {};
  if (std::any_of(value.begin(), value.end(), is_control)) return {};
  return value;
}

}  // namespace

Transfer::Transfer(const Policy& policy) : policy_(policy), easy_(curl_easy_init()) {
  if (!easy_) must(CURLE_FAILED_INIT);
}

void Transfer::begin(Errand errand) {
  errand_ = std::move(errand);
  forget();
  curl_easy_reset(easy_.get());
  set_options();
  set_trust();
  set_route();
  set_limits();
  set_payload();
  set_headers();
  set_callbacks();
}

void Transfer::forget() {
  body_.clear();
  head_bytes_ = 0;
  unwanted_bytes_ = 0;
  unpacker_.reset();
  has_unpacker_ = false;
  is_broken_ = false;
  has_head_ = false;
  has_socket_ = false;
  refused_address_.clear();
  look_up_ = {};
  certificate_ = {};
  excess_ = Excess::none;
  detail_.fill('\0');
}

void Transfer::set_options() {
  CURL* const easy = easy_.get();
  must(curl_easy_setopt(easy, CURLOPT_URL, errand_.hop.url.c_str()));
  must(curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https"));
  must(curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L));  // we do, hop by hop
  must(curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L));
  // A name server that does not answer must not hold the loop: its thread is left to end by itself.
  must(curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L));
}

// libcurl uses a connection again only for requests with the same CURLOPT_CAINFO. So that what one
// source trusts is trusted for no other, its own file stands there, and on_tls adds the others'.
void Transfer::set_trust() {
  CURL* const easy = easy_.get();
  must(curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L));
  must(curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L));
  const std::string& own = errand_.request.ca_file;
  const std::string ca_file = own.empty() ? policy_.limits.ca_file.string() : own;
  if (!ca_file.empty()) must(curl_easy_setopt(easy, CURLOPT_CAINFO, ca_file.c_str()));
}

// An empty CURLOPT_PROXY or CURLOPT_NOPROXY stands before the environment's, which are not read.
void Transfer::set_route() {
  CURL* const easy = easy_.get();
  must(curl_easy_setopt(easy, CURLOPT_NOPROXY, ""));
  if (errand_.route != Route::by_proxy) {
    must(curl_easy_setopt(easy, CURLOPT_PROXY, ""));
    if (is_look_up()) must(curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, 1L));
    return;
  }
  const Proxy& proxy = policy_.proxy.value();
  must(curl_easy_setopt(easy, CURLOPT_PROXY, proxy.url().c_str()));
  must(curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L));
  if (proxy.credentials().empty()) return;
  must(curl_easy_setopt(easy, CURLOPT_PROXYAUTH, CURLAUTH_BASIC));
  must(curl_easy_setopt(easy, CURLOPT_PROXYUSERPWD, proxy.credentials().c_str()));
}

void Transfer::set_limits() {
  CURL* const easy = easy_.get();
  const config::Fetch& limits = policy_.limits;
  milliseconds connect_timeout = limits.connect_timeout;
  if (is_look_up()) connect_timeout = std::min(connect_timeout, kLookUpTimeMax);
  must(curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                        static_cast<long>(connect_timeout.count())));
  must(curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(errand_.time_left.count())));
  must(curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.low_speed_bytes)));
  must(curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME,
                        static_cast<long>(limits.low_speed_time.count())));
  // What announces itself as too large is not begun; on_body and on_progress stop the rest.
  must(curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE,
                        static_cast<curl_off_t>(limits.packed_bytes_max)));
}

// libcurl would wait to be told to go on with a large one (Expect: 100-continue).
void Transfer::set_payload() {
  headers_.reset();
  const auto& payload = errand_.request.payload;
  if (!payload) return;
  must(curl_easy_setopt(easy_.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                        static_cast<curl_off_t>(payload->bytes.size())));
  must(curl_easy_setopt(easy_.get(), CURLOPT_POSTFIELDS, payload->bytes.data()));
  append(headers_, "Content-Type: " + payload->content_type);
  append(headers_, "Expect:");
}

void Transfer::set_headers() {
  const auto& own = errand_.request.headers;
  const bool has_accept = std::ranges::any_of(own, [](const HeaderField& field) {
    return equals_ignoring_ascii_case(field.name, "Accept");
  });
  if (!has_accept) append(headers_, kAccept);
  append(headers_, std::string("Accept-Encoding: ") + kAcceptEncoding);
  for (const HeaderField& field : own) append(headers_, field.name + ": " + field.value);
  const Validators& validators = errand_.request.validators;
  if (!validators.etag.empty()) append(headers_, "If-None-Match: " + validators.etag);
  if (!validators.last_modified.empty()) {
    append(headers_, "If-Modified-Since: " + validators.last_modified);
  }
  must(curl_easy_setopt(easy_.get(), CURLOPT_HTTPHEADER, headers_.get()));
  must(curl_easy_setopt(easy_.get(), CURLOPT_USERAGENT, policy_.user_agent.c_str()));
}

void Transfer::set_callbacks() {
  CURL* const easy = easy_.get();
  must(curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, detail_.data()));
  must(curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Transfer::on_header));
  must(curl_easy_setopt(easy, CURLOPT_HEADERDATA, this));
  must(curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::on_body));
  must(curl_easy_setopt(easy, CURLOPT_WRITEDATA, this));
  must(curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L));
  must(curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress));
  must(curl_easy_setopt(easy, CURLOPT_XFERINFODATA, this));
  must(curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &Transfer::on_tls));
  must(curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, this));
  must(curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_socket));
  must(curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this));
}

std::size_t Transfer::body_bytes_max() const {
  return errand_.request.body_bytes_max.value_or(policy_.limits.body_bytes_max);
}

Outcome Transfer::take_outcome(CURLcode code) {
  if (code == CURLE_OK && !has_head_) code = CURLE_PARTIAL_FILE;  // closed within the head
  if (code == CURLE_OK && unpacker_ && !unpacker_->is_at_an_end()) is_broken_ = status() == 200;
  if (is_broken_) code = CURLE_BAD_CONTENT_ENCODING;
  Outcome outcome{{}, ending(code), head(), {}, obstacle(), look_up_};
  outcome.body = std::move(body_);
  outcome.errand = std::move(errand_);
  outcome.errand.time_left -= std::chrono::ceil<milliseconds>(time_of(CURLINFO_TOTAL_TIME_T));
  return outcome;
}

Ending Transfer::ending(CURLcode code) const {
  Ending ending;
  ending.code = code;
  ending.detail = detail_[0] != '\0' ? detail_.data() : curl_easy_strerror(code);
  long os_error = 0;
  must(curl_easy_getinfo(easy_.get(), CURLINFO_OS_ERRNO, &os_error));
  ending.os_error = static_cast<int>(os_error);
  ending.certificate = certificate_;
  ending.is_by_proxy = errand_.route == Route::by_proxy;
  ending.own_ca_file = errand_.request.ca_file;
  must(curl_easy_getinfo(easy_.get(), CURLINFO_HTTP_CONNECTCODE, &ending.connect_status));
  if (!has_socket_) ending.refused_address = refused_address_;
  if (time_of(CURLINFO_NAMELOOKUP_TIME_T).count() > 0) ending.phase = Phase::connecting;
  if (time_of(CURLINFO_PRETRANSFER_TIME_T).count() > 0) ending.phase = Phase::answering;
  ending.is_out_of_time = time_of(CURLINFO_TOTAL_TIME_T) + kTimerSlack >= errand_.time_left;
  ending.excess = excess_;
  // libcurl's own limit of one line, 100 kB, which it tells as a lack of memory.
  if (code == CURLE_OUT_OF_MEMORY && !has_head_) ending.excess = Excess::head;
  return ending;
}

Head Transfer::head() const {
  if (!has_head_) return {};
  Head head;
  head.status = status();
  head.location = header("Location");
  head.content_type = header("Content-Type");
  head.retry_after = header("Retry-After");
  head.freshness = {header("Cache-Control"), header("Expires"), header("Age")};
  head.validators = {validator(header("ETag")), validator(header("Last-Modified"))};
  return head;
}

// A guard answers with 200 too, but always with a web page; what tells itself to be anything else
// is not looked through.
std::optional<Obstacle> Transfer::obstacle() const {
  const int status = has_head_ ? this->status() : 0;
  const bool is_document = status == 200 && !is_web_page(header("Content-Type"));
  if (status == 0 || status == 304 || is_document) return std::nullopt;
  return guard_in([this](const char* name) { return header(name); }, body_);
}

int Transfer::status() const {
  long status = 0;
  must(curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status));
  return static_cast<int>(status);
}

microseconds Transfer::time_of(CURLINFO what) const {
  curl_off_t time = 0;
  must(curl_easy_getinfo(easy_.get(), what, &time));
  return microseconds(time);
}

std::string Transfer::header(const char* name) const {
  curl_header* found = nullptr;
  constexpr int last_request = -1;
  const auto code = curl_easy_header(easy_.get(), name, 0, CURLH_HEADER, last_request, &found);
  return code == CURLHE_OK ? found->value : "";
}

// The lines of the header are one list (RFC 9110 § 5.3).
std::string Transfer::codings() const {
  std::string list;
  constexpr int last_request = -1;
  curl_header* found = nullptr;
  for (std::size_t i = 0; i <= kCodingsMax; ++i) {
    const auto code =
        curl_easy_header(easy_.get(), "Content-Encoding", i, CURLH_HEADER, last_request, &found);
    if (code != CURLHE_OK) break;
    list.append(found->value).append(",");
  }
  return list;
}

std::size_t Transfer::on_header(char* data, std::size_t, std::size_t bytes, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.head_bytes_ += bytes;  // of interim answers and trailers, too
  if (transfer.head_bytes_ > transfer.policy_.limits.header_bytes_max) {
    transfer.excess_ = Excess::head;
    transfer.has_head_ = false;
    return 0;
  }
  const std::string_view line(data, bytes);
  if (line.starts_with("HTTP/")) transfer.has_head_ = false;
  if (line == "\r\n" || line == "\n") transfer.has_head_ = transfer.status() >= 200;
  return bytes;
}

std::size_t Transfer::on_body(char* data, std::size_t, std::size_t bytes, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  return transfer.unpack({data, bytes}) ? bytes : 0;
}

// What cannot be unpacked is a fault of documents only; of what else comes, a little is looked at.
bool Transfer::unpack(std::string_view packed) {
  if (!has_unpacker_) {
    unpacker_ = Unpacker::make(codings());
    has_unpacker_ = true;
  }
  const bool is_document = status() == 200;
  if (!is_document) unwanted_bytes_ += packed.size();
  const bool is_taken =
      unpacker_ && unpacker_->take(packed, [this](std::string_view bytes) { return keep(bytes); });
  if (!is_document) return unwanted_bytes_ <= kUnwantedBytesMax;
  is_broken_ = !is_taken && excess_ == Excess::none;
  return is_taken;
}

bool Transfer::keep(std::string_view bytes) {
  if (status() != 200) {
    unwanted_bytes_ += bytes.size();
    body_.append(bytes.substr(0, kUnwantedBytesKept - std::min(body_.size(), kUnwantedBytesKept)));
    return unwanted_bytes_ <= kUnwantedBytesMax;
  }
  if (body_.size() + bytes.size() > body_bytes_max()) {
    excess_ = Excess::body;
    return false;
  }
  body_.append(bytes);
  return true;
}

// `got` is counted before it is unpacked.
int Transfer::on_progress(void* self, curl_off_t, curl_off_t got, curl_off_t, curl_off_t) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (got <= static_cast<curl_off_t>(transfer.policy_.limits.packed_bytes_max)) return 0;
  transfer.excess_ = Excess::packed_body;
  return 1;
}

CURLcode Transfer::on_tls(CURL*, void* context, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  auto* const tls = static_cast<ssl_ctx_st*>(context);
  if (!transfer.errand_.request.ca_file.empty()) trust_too(tls, transfer.policy_.limits.ca_file);
  look_at_certificates(tls, transfer.certificate_);
  return CURLE_OK;
}

curl_socket_t Transfer::look_at(const curl_sockaddr& address) {
  look_up_.has_addresses = true;
  if (policy_.proxy->excepts(address.addr)) return CURL_SOCKET_BAD;
  look_up_.are_all_excepted = false;
  if (!policy_.guard.allows(address.addr)) look_up_.forbidden = text_of(address.addr);
  return CURL_SOCKET_BAD;
}

curl_socket_t Transfer::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.is_look_up()) return transfer.look_at(*address);
  // The proxy's own address is the sysadmin's choice.
  const bool is_proxys = transfer.errand_.route == Route::by_proxy;
  if (!is_proxys && !transfer.policy_.guard.allows(address->addr)) {
    transfer.refused_address_ = text_of(address->addr);
    return CURL_SOCKET_BAD;
  }
  transfer.has_socket_ = true;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace fundwatch::feeds
