// digest/test_mail.h — the mail by which a sysadmin sees whether mails arrive. Pure.
#pragma once

#include "digest/render.h"

namespace fundwatch::digest {

// In the coordinator's language.
Rendering render_test_mail(const config::Config& config);

}  // namespace fundwatch::digest
