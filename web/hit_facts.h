// web/hit_facts.h — the tables of a hit's page: its facts, the terms that gave points, and the
// sources that announced it.
#pragma once

#include "web/case_card.h"

namespace fundwatch::web {

void put_essentials(Markup& html, const Cards& cards, const CaseView& view);
void put_points(Markup& html, const Cards& cards, const CaseView& view);
void put_announcements(Markup& html, const Cards& cards, const CaseView& view);

}  // namespace fundwatch::web
