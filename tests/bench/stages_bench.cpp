// Each stage by itself, on the stories of fixtures/. Rates are bytes of story text a second on one core.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "claim/analyse.h"
#include "finding/find.h"
#include "graph/build_graph.h"
#include "rulebook/load_rulebook.h"

namespace {

using namespace crosscheck;

// The stories as they stand after every stage, made once.
struct Corpus {
  Rulebook rulebook = *load_rulebook(built_in_rules()).value;
  Pipeline pipeline{rulebook};
  std::vector<RawStory> raw = read_files({CROSSCHECK_SOURCE_DIR "/fixtures"}).stories;
  std::vector<AnalysedStory> stories;
  std::int64_t bytes = 0;
  std::size_t tokens = 0;

  Corpus() {
    std::vector<Diagnostic> diagnostics;
    stories = analyse_all(pipeline, raw, diagnostics);
    for (const AnalysedStory& s : stories) bytes += static_cast<std::int64_t>(s.story.text.size()), tokens += s.story.tokens.size();
  }
};

Corpus& corpus() {
  static Corpus made;
  return made;
}

void finish(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * corpus().bytes);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(corpus().tokens));
}

void load_rules(benchmark::State& state) {
  const auto files = built_in_rules();
  for (auto _ : state) benchmark::DoNotOptimize(load_rulebook(files));
}
BENCHMARK(load_rules)->Unit(benchmark::kMillisecond);

void make_pipeline(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(std::make_unique<Pipeline>(corpus().rulebook));
}
BENCHMARK(make_pipeline)->Unit(benchmark::kMillisecond);

void story(benchmark::State& state) {
  std::vector<Diagnostic> diagnostics;
  for (auto _ : state) benchmark::DoNotOptimize(read_all(corpus().pipeline, corpus().raw, diagnostics));
  finish(state);
}
BENCHMARK(story)->Unit(benchmark::kMillisecond);

void syntax_tags(benchmark::State& state) {
  const auto analyser = corpus().pipeline.language().analyser();
  for (auto _ : state)
    for (const AnalysedStory& s : corpus().stories) {
      Syntax syntax;
      analyser->tag(s.story, syntax);
      benchmark::DoNotOptimize(syntax);
    }
  finish(state);
}
BENCHMARK(syntax_tags)->Unit(benchmark::kMillisecond);

void syntax_words(benchmark::State& state) {
  const auto analyser = corpus().pipeline.language().analyser();
  for (auto _ : state)
    for (AnalysedStory& s : corpus().stories) {
      s.syntax.hits.clear();
      analyser->find_words(s.story, s.syntax);
    }
  finish(state);
}
BENCHMARK(syntax_words)->Unit(benchmark::kMillisecond);

void syntax_clauses(benchmark::State& state) {
  for (auto _ : state)
    for (AnalysedStory& s : corpus().stories) {
      s.syntax.noun_groups.clear();
      s.syntax.clauses.clear();
      s.syntax.clause_begin.clear();
      find_clauses(s.story, corpus().pipeline.language(), s.syntax);
    }
  finish(state);
}
BENCHMARK(syntax_clauses)->Unit(benchmark::kMillisecond);

void mention(benchmark::State& state) {
  for (auto _ : state)
    for (const AnalysedStory& s : corpus().stories)
      benchmark::DoNotOptimize(corpus().pipeline.mentions().find(s.story, s.syntax));
  finish(state);
}
BENCHMARK(mention)->Unit(benchmark::kMillisecond);

void claim(benchmark::State& state) {
  for (auto _ : state)
    for (const AnalysedStory& s : corpus().stories)
      benchmark::DoNotOptimize(corpus().pipeline.claims().extract(s.story, s.syntax, s.mentions));
  finish(state);
}
BENCHMARK(claim)->Unit(benchmark::kMillisecond);

void graph(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(build_graph(corpus().stories, corpus().pipeline.language()));
  finish(state);
}
BENCHMARK(graph)->Unit(benchmark::kMillisecond);

void finding(benchmark::State& state) {
  const ClaimGraph made = build_graph(corpus().stories, corpus().pipeline.language());
  for (auto _ : state) benchmark::DoNotOptimize(find(corpus().stories, made, corpus().rulebook));
  finish(state);
}
BENCHMARK(finding)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
