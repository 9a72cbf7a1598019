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

// Where each batch of stories begins, and the end of the last. Stages run over a batch one after the other, so that their
// code and tables stay in the caches: some 40 kB of text, less where the threads would wait for one another.
std::vector<std::size_t> batches(const std::vector<Story>& stories, std::size_t threads) {
  constexpr std::size_t kBatch = 40'000, kBatchesOfThread = 4;
  std::size_t all = 0, size = 0;
  for (const Story& story : stories) all += story.text.size();
  const std::size_t enough = threads == 1 ? kBatch : std::min(kBatch, all / (threads * kBatchesOfThread));
  std::vector<std::size_t> begins{0};
  for (std::size_t i = 0; i < stories.size(); ++i) {
    size += stories[i].text.size();
    if (size < enough && i + 1 < stories.size()) continue;
    begins.push_back(i + 1);
    size = 0;
  }
  return begins;
}

}  // namespace

Sources read_in_order(const std::vector<std::string>& paths, const Pipeline& pipeline) {
  RawStories raw = read_files(paths);
  Sources out;
  out.diagnostics = std::move(raw.diagnostics);
  out.stories = read_all(pipeline, std::move(raw.stories), out.diagnostics);
  put_in_order(out.stories);
  return out;
}

void analyse_each(std::vector<Story> stories, const Pipeline& pipeline, ClaimsFor use, unsigned jobs, Streams streams,
                  const std::function<void(std::size_t, AnalysedStory)>& take) {
  const std::size_t threads = jobs == 0 ? std::max(1u, std::thread::hardware_concurrency()) : jobs;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::enumerable_thread_specific<std::unique_ptr<Language::Analyser>> analysers(
      [&] { return pipeline.language().analyser(); });
  Progress progress(streams.err, stories.size());
  const std::vector<std::size_t> begins = batches(stories, threads);
  tbb::parallel_for(std::size_t{1}, begins.size(), [&](std::size_t b) {
    const std::size_t first = begins[b - 1];
    std::vector<AnalysedStory> done = pipeline.analyse({stories.data() + first, begins[b] - first}, *analysers.local(), use);
    for (AnalysedStory& story : done) take(first + (&story - done.data()), std::move(story));
    progress.step(done.size());
  });
}

Analysis analyse_stories(const std::vector<std::string>& paths, const Pipeline& pipeline, unsigned jobs,
                         Streams streams) {
  Sources sources = read_in_order(paths, pipeline);
  Analysis out;
  out.diagnostics = std::move(sources.diagnostics);
  out.stories.resize(sources.stories.size());
  analyse_each(std::move(sources.stories), pipeline, ClaimsFor::comparing, jobs, streams, [&](std::size_t i, AnalysedStory story) {
    out.stories[i] = std::move(story);
    out.stories[i].syntax.tokens = std::vector<TaggedToken>();  // nothing behind the claims asks for words: their memory serves the next story
    out.stories[i].syntax.hits = std::vector<WordHit>();
  });
  return out;
}

}  // namespace crosscheck
