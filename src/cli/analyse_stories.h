// The stages up to claims for many stories, on several threads.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "claim/analyse.h"
#include "cli/streams.h"

namespace crosscheck {

struct Analysis {
  std::vector<AnalysedStory> stories;
  std::vector<Diagnostic> diagnostics;
};

// In order of time of publication, then of text; the same result whatever the number of threads and the order of
// `paths`.
Analysis analyse_stories(const std::vector<std::string>& paths, const Pipeline& pipeline, unsigned jobs,
                         Streams streams);

}  // namespace crosscheck
