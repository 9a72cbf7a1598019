// The program: arguments in, report and exit code out.
#pragma once

#include "cli/streams.h"

namespace crosscheck {

// 0 nothing at or above --fail-on, 1 findings (rules test: examples that fail), 2 something could not be read or done.
int run(int argc, const char* const* argv, Streams streams);

}  // namespace crosscheck
