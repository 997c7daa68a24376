#include "feeds/fetch/address_guard.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <string>
#include <vector>

namespace fundwatch::tests {
namespace {

using feeds::AddressGuard;
using testing::HasSubstr;

sockaddr_storage socket_address(const std::string& text) {
  sockaddr_storage storage{};
  auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
  auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
  if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1) {
    storage.ss_family = AF_INET;
  } else {
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1) << text;
    storage.ss_family = AF_INET6;
  }
  return storage;
}

bool allows(const AddressGuard& guard, const std::string& text) {
  const sockaddr_storage storage = socket_address(text);
  return guard.allows(reinterpret_cast<const sockaddr&>(storage));
}

AddressGuard guard_with(const std::vector<std::string>& addresses) {
  return *AddressGuard::make(addresses, {});
}

// The first and last address of each refused block.
constexpr const char* kRefused[] = {
    "0.0.0.0",
    "0.255.255.255",  // this network
    "10.0.0.0",
    "10.255.255.255",  // private
    "100.64.0.0",
    "100.127.255.255",  // carrier-grade NAT
    "127.0.0.0",
    "127.255.255.255",  // loopback
    "169.254.0.0",
    "169.254.169.254",  // link-local, and the clouds' metadata
    "169.254.255.255",  //
    "172.16.0.0",
    "172.31.255.255",  // private
    "192.0.0.0",
    "192.0.0.255",  // protocol assignments
    "192.0.2.0",
    "192.0.2.255",  // documentation
    "192.88.99.0",
    "192.88.99.255",  // 6to4 relays
    "192.168.0.0",
    "192.168.255.255",  // private
    "198.18.0.0",
    "198.19.255.255",  // benchmarking
    "198.51.100.0",
    "198.51.100.255",  // documentation
    "203.0.113.0",
    "203.0.113.255",  // documentation
    "224.0.0.0",
    "239.255.255.255",  // multicast
    "240.0.0.0",
    "255.255.255.255",  // reserved, broadcast
    "::",
    "::1",  // unspecified, loopback
    "::10.0.0.5",
    "::127.0.0.1",  // v4-compatible
    "::ffff:0.0.0.0",
    "::ffff:127.0.0.1",  // v4-mapped
    "::ffff:10.0.0.5",
    "::ffff:192.168.1.1",  //
    "::ffff:0:10.0.0.5",
    "::ffff:0:8.8.8.8",  // v4-translated, never on the wire
    "64:ff9b::10.0.0.5",
    "64:ff9b::127.0.0.1",  // NAT64
    "64:ff9b:1::",
    "64:ff9b:1::8.8.8.8",                  // NAT64 of local use
    "64:ff9b:1:ffff:ffff:ffff:ffff:ffff",  //
    "100::",
    "100::ffff:ffff:ffff:ffff",   // discard
    "100:0:0:1::1",               // dummy prefix
    "2001:0:a00:5::f7f7:f7f7",    // Teredo of a private server, public client
    "2001:0:808:808::f5ff:fffa",  // Teredo of a public server, client 10.0.0.5
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",                              // benchmarking, ORCHID
    "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",  // protocol assignments
    "2001:db8::",
    "2001:db8:ffff::1",  // documentation
    "2002:a00:5::1",
    "2002:7f00:1::1",    // 6to4 of 10.0.0.5, 127.0.0.1
    "2002:c0a8:101::1",  // 6to4 of 192.168.1.1
    "3fff::",
    "3fff:fff:ffff::1",  // documentation
    "4000::1",
    "5f00::1",
    "abcd::1",  // not allocated, segment routing
    "fc00::",
    "fdff:ffff::1",  // unique local
    "fe80::1",
    "febf::1",  // link-local
    "fec0::1",
    "feff::1",  // site-local
    "ff00::",
    "ff02::1",
    "ffff::1",  // multicast
};

// The neighbours of those blocks, and IPv4 that is public inside.
constexpr const char* kPublic[] = {
    "1.0.0.0",
    "9.255.255.255",
    "11.0.0.0",  //
    "100.63.255.255",
    "100.128.0.0",  //
    "126.255.255.255",
    "128.0.0.0",  //
    "169.253.255.255",
    "169.255.0.0",  //
    "172.15.255.255",
    "172.32.0.0",  //
    "191.255.255.255",
    "192.0.1.0",
    "192.0.3.0",  //
    "192.88.98.255",
    "192.88.100.0",  //
    "192.167.255.255",
    "192.169.0.0",  //
    "198.17.255.255",
    "198.20.0.0",
    "198.51.99.255",  //
    "198.51.101.0",
    "203.0.112.255",
    "203.0.114.0",  //
    "223.255.255.255",
    "8.8.8.8",  //
    "::8.8.8.8",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",           //
    "2001:0:808:808::f7f7:f7f7",  // Teredo, public at both ends
    "2002:808:808::1",            // 6to4 of 8.8.8.8
    "2000::1",
    "2001:200::1",
    "2001:db7:ffff::1",  //
    "2001:db9::1",
    "2003::1",
    "2a00:1450:400f:80d::200e",  //
    "3ffe:ffff::1",
    "3fff:1000::1",  //
};

TEST(AddressGuard, RefusesEveryBlockThatIsNotPublic) {
  const AddressGuard guard = guard_with({});
  for (const char* const address : kRefused) EXPECT_FALSE(allows(guard, address)) << address;
}

TEST(AddressGuard, AllowsPublicAddresses) {
  const AddressGuard guard = guard_with({});
  for (const char* const address : kPublic) EXPECT_TRUE(allows(guard, address)) << address;
}

TEST(AddressGuard, RefusesWhatIsNoInternetAddress) {
  sockaddr_storage storage{};
  storage.ss_family = AF_UNIX;
  EXPECT_FALSE(guard_with({}).allows(reinterpret_cast<const sockaddr&>(storage)));
}

struct ListCase {
  std::string entry;
  std::string inside;
  std::string outside;
};

TEST(AddressGuard, AllowsWhatIsListedAndNoMore) {
  const ListCase cases[] = {
      {"10.1.2.3", "10.1.2.3", "10.1.2.4"},
      {"10.1.0.0/16", "10.1.255.255", "10.2.0.0"},
      {"10.1.2.3/16", "10.1.0.1", "10.2.2.3"},
      {"10.1.2.4/31", "10.1.2.5", "10.1.2.6"},
      {"10.1.2.0/29", "10.1.2.7", "10.1.2.8"},
      {"10.1.2.3/32", "10.1.2.3", "10.1.2.2"},
      {"0.0.0.0/0", "127.0.0.1", "fd00::1"},
      {"127.0.0.1", "127.0.0.1", "::1"},
      {"127.0.0.1", "::ffff:127.0.0.1", "127.0.0.2"},
      {"10.0.0.5", "64:ff9b::10.0.0.5", "64:ff9b::10.0.0.6"},
      {"::1", "::1", "127.0.0.1"},
      {"fd00:1::/32", "fd00:1:ffff::1", "fd00:2::1"},
      {"fd12:3456:789a::/47", "fd12:3456:789b::1", "fd12:3456:789c::1"},
  };
  for (const ListCase& each : cases) {
    const AddressGuard guard = guard_with({each.entry});
    EXPECT_TRUE(allows(guard, each.inside)) << each.entry << " and " << each.inside;
    EXPECT_FALSE(allows(guard, each.outside)) << each.entry << " and " << each.outside;
  }
}

TEST(AddressGuard, NamesTheEntryThatIsNoAddress) {
  for (const char* const entry :
       {"", "10.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8x", "10.0.0.0/8/8",
        "fd00::/129", "example.se", "fe80::1%eth0", "010.0.0.1", " 10.0.0.1"}) {
    const auto guard = AddressGuard::make({"10.0.0.1", entry}, {});
    ASSERT_FALSE(guard.ok()) << entry;
    EXPECT_EQ(guard.error().stage, Stage::config);
    EXPECT_THAT(guard.error().message, HasSubstr("\"" + std::string(entry) + "\""));
  }
}

TEST(AddressGuard, AllowsTheWebsPortsAndTheListed) {
  const AddressGuard guard = *AddressGuard::make({}, {8080});
  EXPECT_TRUE(guard.allows_port(80));
  EXPECT_TRUE(guard.allows_port(443));
  EXPECT_TRUE(guard.allows_port(8080));
  EXPECT_FALSE(guard.allows_port(22));
  EXPECT_FALSE(guard.allows_port(8081));
}

TEST(AddressGuard, NamesThePortThatIsNone) {
  for (const int port : {0, -1, 65536}) {
    const auto guard = AddressGuard::make({}, {port});
    ASSERT_FALSE(guard.ok());
    EXPECT_THAT(guard.error().message, HasSubstr(std::to_string(port)));
  }
}

TEST(AddressGuard, WritesAddressesAsPeopleDo) {
  for (const char* const address : {"10.0.0.5", "fd00::1"}) {
    const sockaddr_storage storage = socket_address(address);
    EXPECT_EQ(feeds::text_of(reinterpret_cast<const sockaddr&>(storage)), address);
  }
}

}  // namespace
}  // namespace fundwatch::tests
