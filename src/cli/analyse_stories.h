// The stages up to claims for many stories, on several threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "claim/analyse.h"
#include "cli/streams.h"

namespace crosscheck {

struct Sources {
  std::vector<Story> stories;  // in order of time of publication, then of text, whatever the order of `paths`
  std::vector<Diagnostic> diagnostics;
};
Sources read_in_order(const std::vector<std::string>& paths, const Pipeline& pipeline);

// Gives each story with its number, from several threads at once and in any order.
void analyse_each(std::vector<Story> stories, const Pipeline& pipeline, ClaimsFor use, unsigned jobs, Streams streams,
                  const std::function<void(std::size_t, AnalysedStory)>& take);

// Both, where all stories are needed together. The same result whatever the number of threads.
struct Analysis {
  std::vector<AnalysedStory> stories;
  std::vector<Diagnostic> diagnostics;
};
Analysis analyse_stories(const std::vector<std::string>& paths, const Pipeline& pipeline, unsigned jobs,
                         Streams streams);

}  // namespace crosscheck
