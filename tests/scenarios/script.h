// tests/scenarios/script.h — reads and plays a .scenario file.
// One command a line; # begins a comment. Whatever fails is a gtest failure that names the line.
//
//   NOW 2027-02-08 06:00                   local time at which the world begins; comes first
//   SOURCE name url [minutes] [linked]     a source of the installation (default every 60), its
//                                          links followed when-short, always or never (default)
//   PAGE name url minutes selector         a page whose list is there; said again: its selector
//                                          is mended
//   WATCH name url minutes                 a page that is watched
//   COORDINATOR address                    who is told of sources in trouble
//   PROFILE name = term, term, …           a profile; each term weighs 1, the threshold is 1
//   SUBSCRIBER address weekday hh:mm profile …
//   QUIET_SUBSCRIBER …               the same, who wants no mail when nothing is new
//   SET lead|per_second|public_url|county value     of the settings (lead in hours; all counties:
//                                          all), and a restart
//   ANSWER address kind title…             a reader answers to the item of that title
//   CORRECT title… = yyyy-mm-dd            the coordinator puts an item's last day right
//   MEETING yyyy-mm-dd hh:mm title…        one of the network's own; CANCEL title… calls it off
//   HOLD · RESUME · EARLIER n · NOTE words…     what the coordinator wants of this week's mail
//   ITEMS url                              an RSS feed is served there, its items up to END:
//     key | title | summary [| link]
//   END
//   SERVE url status content-type          these bytes are served there, up to END
//   REDIRECT url 301|302 target            that address leads there from now on, until
//   REDIRECT url none
//   EXPECT source state [words…]           its state, and words of why
//   EXPECT_URL source url                  its address now
//   FAIL fetch url words…                  that address fails so from now on
//   FAIL network · OK network              no host name leads anywhere; they do again
//   FAIL trust · OK trust                  no TLS certificate is accepted; they are again
//   FAIL smtp outcome words…               every mail ends so (digest/mailer.h) until OK smtp
//   FAIL smtp taken words…                 each mail is taken, and the connection lost before we
//                                          hear of it
//   FAIL disk · OK disk · OK smtp          the disk is full, has room; mail is taken again
//   KILL AT point [n]                      dies the n-th (1) time it comes to this point of
//                                          daemon/parts.h, and starts again at once
//   RESTART                                stops and starts again
//   OFF 14d                                the machine is off for so long
//   TIME_PASSES 7d · UNTIL 2027-02-15 07:00     what is due meanwhile happens (min, h, d)
//   EXPECT_ITEMS n · EXPECT_HITS n · EXPECT_QUEUED n     in the database
//   EXPECT_MAIL address n                  different mails that the server took for it so far
//   EXPECT_DELIVERIES n                    acceptances in all, repeated ones too
//   EXPECT_TOLD address n words…           in n different mails to it stand these words
//   EXPECT_LAST address words…             they stand in the last one
//   EXPECT_KILLED                          the last KILL has happened
//   EXPECT_FAILURES source n               failures in a row
//   EXPECT_ERROR source words…             they stand in what is wrong with it
//   EXPECT_LOG n words…                    they stand n times in the log
//   EXPECT_STATUS words…                  they stand in the unit's STATUS; none: it says nothing
//   EXPECT_REQUESTS n [url]                requests to the web so far, or to that address
#pragma once

#include <filesystem>
#include <string>

namespace fundwatch::tests {

// `point` is what $POINT stands for in the file.
void play_script(const std::filesystem::path& file, const std::string& point);

}  // namespace fundwatch::tests
