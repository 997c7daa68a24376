// digest/server_certificate.h — what a mail server's certificate says, for the message about it
// being refused. Asked on a connection of its own, on which nothing else is said.
#pragma once

#include <string>

#include "config/config.h"
#include "mailbox/curl_session.h"

namespace fundwatch::digest {

// "it is for relay.example, valid from … to …, issued by …"; empty if the server shows none.
std::string presented_certificate(mailbox::CurlSession& session, const config::Smtp& settings);

// "smtps://relay.example:465": where the server is, in libcurl's terms.
std::string url_of(const config::Smtp& settings);

}  // namespace fundwatch::digest
