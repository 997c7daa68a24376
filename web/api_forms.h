// web/api_forms.h — which words of a text the words of a rule stand for, by the JSON API.
#pragma once

#include "web/api_call.h"

namespace fundwatch::web {

// GET forms?term=…
Reply api_forms(const ApiCall& call);

}  // namespace fundwatch::web
