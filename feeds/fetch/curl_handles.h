// feeds/fetch/curl_handles.h — libcurl's handles, owned, and its option calls, checked.
#pragma once

#include <curl/curl.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace fundwatch::feeds {

struct FreeEasy {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
using EasyHandle = std::unique_ptr<CURL, FreeEasy>;

struct FreeMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
using MultiHandle = std::unique_ptr<CURLM, FreeMulti>;

struct FreeHeaderList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeHeaderList>;

// An option that libcurl refuses, or memory that it does not get, is a broken installation.
inline void must(CURLcode code) {
  if (code != CURLE_OK)
    throw std::runtime_error(std::string("libcurl: ") + curl_easy_strerror(code));
}

inline void must(CURLMcode code) {
  if (code != CURLM_OK) {
    throw std::runtime_error(std::string("libcurl: ") + curl_multi_strerror(code));
  }
}

}  // namespace fundwatch::feeds
