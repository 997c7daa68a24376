#include "store/alarms.h"

#include "tests/store/samples.h"

namespace fundwatch::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using AlarmsTest = StoreTest;

TEST_F(AlarmsTest, OneOfEachSourceComesBackAsItWasPut) {
  const SourceId first = store.sources.save(sample_source("a"));
  const SourceId second = store.sources.save(sample_source("b"));
  const store::Alarm open{first, SourceState::attention, hour(1), {}, true};
  const store::Alarm cleared{second, SourceState::silent, hour(1), hour(2), false};
  store.alarms.put({first, SourceState::failing, hour(0), {}, false});
  store.alarms.put(open);
  store.alarms.put(cleared);
  EXPECT_THAT(store.alarms.all(), ElementsAre(open, cleared));
  store.alarms.remove(second);
  EXPECT_THAT(store.alarms.all(), ElementsAre(open));
}

TEST_F(AlarmsTest, GoWithTheirSource) {
  const SourceId id = store.sources.save(sample_source("a"));
  store.alarms.put({id, SourceState::failing, hour(0), {}, false});
  store.sources.remove(id);
  EXPECT_THAT(store.alarms.all(), IsEmpty());
}

}  // namespace
}  // namespace fundwatch::tests
