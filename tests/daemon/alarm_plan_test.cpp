#include "daemon/alarm_plan.h"

#include <gtest/gtest.h>

#include "daemon/health.h"

namespace fundwatch::tests {
namespace {

using daemon::AlarmPlan;
using std::chrono::days;
using std::chrono::hours;

const Instant kStart{std::chrono::sys_days{std::chrono::year{2027} / 2 / 1}};

// Two sources and the alarms that were written for them.
struct Watch {
  Watch() {
    for (int i = 0; i < 2; ++i) {
      Source source;
      source.id = SourceId{i + 1};
      source.health.newest_item = kStart;
      sources.push_back(source);
    }
  }
  void attempt(int which, hours at, const std::string& error = "") {
    Source& source = sources[static_cast<std::size_t>(which)];
    source.health = daemon::after(source, {.error = error, .is_known = true}, kStart + at);
  }
  AlarmPlan look(hours at) {
    AlarmPlan plan = daemon::plan_alarms(sources, alarms, kStart + at);
    const auto drop = [&](SourceId id) {
      std::erase_if(alarms, [&](const store::Alarm& alarm) { return alarm.source == id; });
    };
    for (const SourceId id : plan.forgotten) drop(id);
    if (plan.occasion == AlarmPlan::Occasion::none) return plan;
    ++mails;
    for (const store::Alarm& alarm : plan.alarms) {
      drop(alarm.source);
      alarms.push_back(alarm);
    }
    return plan;
  }

  std::vector<Source> sources;
  std::vector<store::Alarm> alarms;
  int mails = 0;
};

TEST(AlarmPlan, TellsAtTheThirdFailureOnce) {
  Watch watch;
  for (int hour = 0; hour < 2; ++hour) {
    watch.attempt(0, hours(hour), "down");
    EXPECT_EQ(watch.look(hours(hour)).occasion, AlarmPlan::Occasion::none);
  }
  watch.attempt(0, hours(2), "down");
  const AlarmPlan plan = watch.look(hours(2));
  EXPECT_EQ(plan.occasion, AlarmPlan::Occasion::news);
  EXPECT_EQ(plan.faults.size(), 1U);
  watch.attempt(0, hours(3), "down");
  EXPECT_EQ(watch.look(hours(30)).occasion, AlarmPlan::Occasion::none);
}

TEST(AlarmPlan, TellsAfterADayOfFailing) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  EXPECT_EQ(watch.look(hours(23)).occasion, AlarmPlan::Occasion::none);
  EXPECT_EQ(watch.look(hours(24)).occasion, AlarmPlan::Occasion::news);
}

TEST(AlarmPlan, RemindsEachWeekWhileItLasts) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  const AlarmPlan first = watch.look(days(1));
  EXPECT_EQ(first.occasion, AlarmPlan::Occasion::news);
  EXPECT_EQ(watch.look(days(8) - hours(1)).occasion, AlarmPlan::Occasion::none);
  EXPECT_EQ(watch.look(days(8) - hours(1)).look_again, kStart + days(8));
  EXPECT_EQ(watch.look(days(8)).occasion, AlarmPlan::Occasion::reminder);
  EXPECT_EQ(watch.look(days(15)).occasion, AlarmPlan::Occasion::reminder);
}

TEST(AlarmPlan, SaysOnceThatAllIsWell) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  watch.look(days(1));
  watch.attempt(0, days(2));
  const AlarmPlan plan = watch.look(days(2));
  EXPECT_EQ(plan.occasion, AlarmPlan::Occasion::news);
  EXPECT_EQ(plan.solved.size(), 1U);
  EXPECT_TRUE(plan.faults.empty());
  EXPECT_EQ(watch.look(days(3)).occasion, AlarmPlan::Occasion::none);
  EXPECT_EQ(watch.look(days(9)).occasion, AlarmPlan::Occasion::none);
  EXPECT_TRUE(watch.alarms.empty());
}

TEST(AlarmPlan, WhatBreaksInTheSameHoursWaitsForOneMail) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  watch.attempt(1, hours(1), "down");
  EXPECT_EQ(watch.look(hours(24)).occasion, AlarmPlan::Occasion::news);
  const AlarmPlan held = watch.look(hours(25));
  EXPECT_EQ(held.occasion, AlarmPlan::Occasion::none);
  EXPECT_EQ(held.look_again, kStart + hours(30));
  const AlarmPlan second = watch.look(hours(30));
  EXPECT_EQ(second.occasion, AlarmPlan::Occasion::news);
  EXPECT_EQ(second.faults.size(), 2U);
}

TEST(AlarmPlan, AMailTakesAlongWhatWouldBeNext) {
  Watch watch;
  for (int hour = 0; hour < 3; ++hour) watch.attempt(0, hours(hour), "down");
  watch.attempt(1, hours(1), "down");
  watch.attempt(1, hours(2), "down");
  EXPECT_EQ(watch.look(hours(2)).faults.size(), 2U);
  watch.attempt(1, hours(4), "down");
  EXPECT_EQ(watch.look(hours(9)).occasion, AlarmPlan::Occasion::none);
}

TEST(AlarmPlan, OneThatGetsWorseIsNews) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  watch.look(days(1));
  watch.attempt(0, days(31), "down");
  EXPECT_EQ(watch.look(days(31)).occasion, AlarmPlan::Occasion::news);
}

TEST(AlarmPlan, WhoComesAndGoesIsNoMailADay) {
  Watch watch;
  for (int day = 0; day < 60; ++day) {
    watch.attempt(0, days(day) + hours(6), day % 2 == 0 ? "down" : "");
    for (const int hour : {7, 12, 18}) watch.look(days(day) + hours(hour));
    if (day % 2 == 0) {
      watch.attempt(0, days(day) + hours(19), "down");
      watch.attempt(0, days(day) + hours(20), "down");
    }
    watch.look(days(day) + hours(23));
  }
  EXPECT_GE(watch.mails, 3);   // down, well, down again
  EXPECT_LE(watch.mails, 11);  // and a reminder a week
  watch.attempt(0, days(60));
  watch.look(days(60));
  const int before = watch.mails;
  watch.look(days(68));
  EXPECT_EQ(watch.mails, before + 1);  // well at last
}

// Redirects for good, until that is taken for its address.
void move(Source& source, Instant now) { source.health = daemon::moved(source.health, now); }

TEST(AlarmPlan, AMoveIsToldOnceAndIsNoTrouble) {
  Watch watch;
  move(watch.sources[0], kStart);
  const AlarmPlan plan = watch.look(hours(1));
  EXPECT_EQ(plan.occasion, AlarmPlan::Occasion::news);
  EXPECT_EQ(plan.moved.size(), 1U);
  EXPECT_TRUE(plan.faults.empty());
  for (int day = 1; day < 20; ++day) {
    EXPECT_EQ(watch.look(days(day)).occasion, AlarmPlan::Occasion::none) << day;
  }
  EXPECT_TRUE(watch.alarms.empty());
}

TEST(AlarmPlan, WhoFailsAfterAMoveDoesNotComeAndGo) {
  Watch watch;
  move(watch.sources[0], kStart);
  watch.look(hours(1));
  watch.attempt(0, days(1), "down");
  EXPECT_EQ(watch.look(days(2)).occasion, AlarmPlan::Occasion::news);
  watch.attempt(0, days(3));
  EXPECT_EQ(watch.look(days(3)).solved.size(), 1U);
}

TEST(AlarmPlan, ASecondMoveIsToldToo) {
  Watch watch;
  move(watch.sources[0], kStart);
  watch.look(hours(1));
  move(watch.sources[0], kStart + days(3));
  EXPECT_EQ(watch.look(days(3)).moved.size(), 1U);
}

TEST(AlarmPlan, WhoMovedWhileInTroubleIsBothWellAndMoved) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  watch.look(days(1));
  watch.attempt(0, days(2));
  move(watch.sources[0], kStart + days(2));
  const AlarmPlan plan = watch.look(days(2));
  EXPECT_EQ(plan.solved.size(), 1U);
  EXPECT_EQ(plan.moved.size(), 1U);
  EXPECT_EQ(watch.look(days(3)).occasion, AlarmPlan::Occasion::none);
}

TEST(AlarmPlan, APausedSourceIsForgotten) {
  Watch watch;
  watch.attempt(0, hours(0), "down");
  watch.look(days(1));
  watch.sources[0].paused = true;
  EXPECT_EQ(watch.look(days(9)).occasion, AlarmPlan::Occasion::none);
  EXPECT_TRUE(watch.alarms.empty());
}

}  // namespace
}  // namespace fundwatch::tests
