#include "claim/analyse.h"

#include <utility>

namespace crosscheck {

Pipeline::Pipeline(const Rulebook& rulebook)
    : reader_(rulebook), language_(rulebook), mentions_(language_), claims_(language_) {}

AnalysedStory Pipeline::analyse(Story story, Language::Analyser& analyser) const {
  AnalysedStory out;
  out.story = std::move(story);
  out.syntax = analyse_syntax(out.story, language_, analyser);
  out.mentions = mentions_.find(out.story, out.syntax);
  out.claims = claims_.extract(out.story, out.syntax, out.mentions);
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
  std::vector<AnalysedStory> out;
  const auto analyser = pipeline.language().analyser();
  for (Story& story : read_all(pipeline, raw, diagnostics))
    out.push_back(pipeline.analyse(std::move(story), *analyser));
  return out;
}

}  // namespace crosscheck
