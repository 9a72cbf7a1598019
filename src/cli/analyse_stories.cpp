#include "cli/analyse_stories.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <thread>
#include <utility>

namespace crosscheck {

Analysis analyse_stories(const std::vector<std::string>& paths, const Pipeline& pipeline, unsigned jobs,
                         Streams streams) {
  RawStories raw = read_files(paths);
  Analysis out;
  out.diagnostics = std::move(raw.diagnostics);
  std::vector<Story> stories = read_all(pipeline, raw.stories, out.diagnostics);
  raw.stories.clear();

  const std::size_t threads = jobs == 0 ? std::max(1u, std::thread::hardware_concurrency()) : jobs;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  tbb::enumerable_thread_specific<std::unique_ptr<Language::Analyser>> analysers(
      [&] { return pipeline.language().analyser(); });
  Progress progress(streams.err, stories.size());
  out.stories.resize(stories.size());
  tbb::parallel_for(std::size_t{0}, stories.size(), [&](std::size_t i) {
    out.stories[i] = pipeline.analyse(std::move(stories[i]), *analysers.local());
    progress.step();
  });
  return out;
}

}  // namespace crosscheck
