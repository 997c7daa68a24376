// tests/support/ports.h — loopback ports for servers of other people's making.
#pragma once

#include <chrono>

namespace fundwatch::tests {

// A port that was free a moment ago.
int free_port();

// Whether somebody listens there.
bool accepts(int port);

// Between two looks at something that another process does.
void pause_for(std::chrono::milliseconds time);

}  // namespace fundwatch::tests
