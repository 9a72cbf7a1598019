#include "cli/analyse_stories.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>

namespace crosscheck {
namespace {

// By time of publication, then by text: neither the order of arguments nor the names of files change what is found.
void put_in_order(std::vector<Story>& stories) {
  const auto key = [](const Story& s) {
    return std::tuple(!s.published, s.published ? s.published->from : 0, std::string_view(s.text),
                      std::string_view(s.path));
  };
  std::stable_sort(stories.begin(), stories.end(), [&](const Story& a, const Story& b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < stories.size(); ++i) renumber(stories[i], StoryId(i));
}

}  // namespace

Analysis analyse_stories(const std::vector<std::string>& paths, const Pipeline& pipeline, unsigned jobs,
                         Streams streams) {
  RawStories raw = read_files(paths);
  Analysis out;
  out.diagnostics = std::move(raw.diagnostics);
  std::vector<Story> stories = read_all(pipeline, raw.stories, out.diagnostics);
  raw.stories.clear();
  put_in_order(stories);

  const std::size_t threads = jobs == 0 ? std::max(1u, std::thread::hardware_concurrency()) : jobs;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::enumerable_thread_specific<std::unique_ptr<Language::Analyser>> analysers(
      [&] { return pipeline.language().analyser(); });
  Progress progress(streams.err, stories.size());
  out.stories.resize(stories.size());
  tbb::parallel_for(std::size_t{0}, stories.size(), [&](std::size_t i) {
    out.stories[i] = pipeline.analyse(std::move(stories[i]), *analysers.local());
    out.stories[i].syntax.tokens = std::vector<TaggedToken>();  // nothing behind the claims asks for words: their memory serves the next story
    out.stories[i].syntax.hits = std::vector<WordHit>();
    progress.step();
  });
  return out;
}

}  // namespace crosscheck
