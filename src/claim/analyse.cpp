#include "claim/analyse.h"

#include <utility>

namespace crosscheck {

Pipeline::Pipeline(const Rulebook& rulebook)
    : reader_(rulebook), language_(rulebook), mentions_(language_), claims_(language_) {}

std::vector<AnalysedStory> Pipeline::analyse(std::span<Story> stories, Language::Analyser& analyser, ClaimsFor use) const {
  std::vector<AnalysedStory> out(stories.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].story = std::move(stories[i]);
    out[i].syntax = analyse_syntax(out[i].story, language_, analyser);
  }
  for (AnalysedStory& s : out) s.mentions = mentions_.find(s.story, s.syntax);
  for (AnalysedStory& s : out) s.claims = claims_.extract(s.story, s.syntax, s.mentions, use);
  return out;
}

std::vector<Story> read_all(const Pipeline& pipeline, std::vector<RawStory> raw,
                            std::vector<Diagnostic>& diagnostics) {
  std::vector<Story> stories;
  stories.reserve(raw.size());
  for (RawStory& r : raw) {
    Result<Story> read = pipeline.reader().read(r, StoryId(stories.size()));
    diagnostics.insert(diagnostics.end(), read.diagnostics.begin(), read.diagnostics.end());
    if (read.value) stories.push_back(std::move(*read.value));
    r = RawStory();  // its bytes are not needed twice
  }
  return stories;
}

std::vector<AnalysedStory> analyse_all(const Pipeline& pipeline, const std::vector<RawStory>& raw,
                                       std::vector<Diagnostic>& diagnostics) {
  std::vector<Story> stories = read_all(pipeline, raw, diagnostics);
  return pipeline.analyse(stories, *pipeline.language().analyser());
}

}  // namespace crosscheck
