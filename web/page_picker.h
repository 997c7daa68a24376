// web/page_picker.h — a page shown as text, in which a tap on anything chooses the list that it
// stands in. Each line of a list is a label of that list's choice, which the form has above: who
// does not tap, and who has no script, chooses there.
#pragma once

#include <string>
#include <vector>

#include "web/frame.h"
#include "web/services.h"
#include "web/source_phrases.h"

namespace fundwatch::web {

// The id of the choice of a source, by its place in FoundSources::all.
std::string choice_id(std::size_t number);

void put_page_picker(Markup& html, const SourcePhrases& words, const std::vector<PageLine>& page);

}  // namespace fundwatch::web
