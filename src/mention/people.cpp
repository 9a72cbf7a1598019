#include "mention/people.h"

#include <algorithm>

#include "mention/people_work.h"
#include "story/characters.h"

namespace crosscheck {

namespace people {

Work::Work(const Tables& the_tables, const Story& the_story, const Syntax& the_syntax, Mentions& mentions)
    : tables(the_tables), story(the_story), syntax(the_syntax), out(mentions) {
  const std::size_t n = syntax.tokens.size(), sentences = story.sentences.size();
  flags.assign(n, 0);
  starts.assign(n, 0);
  capital.assign(n, 0);
  sentence_of.assign(n, 0);
  name_of.assign(n, kNone);
  flags_in.assign(sentences, 0);
  title_case.assign(sentences, false);
  read_hits();
  for (std::uint32_t s = 0; s < sentences; ++s) {
    read_capitals(s);
    for (std::uint32_t t = story.sentences[s].first; t < story.sentences[s].last; ++t) {
      sentence_of[t] = s;
      flags_in[s] |= flags[t];
    }
  }
}

void Work::read_hits() {
  for (std::uint32_t i = 0; i < syntax.hits.size(); ++i) {
    const WordHit& h = syntax.hits[i];
    const ListMeaning& list = tables.meaning(h.list);
    if (list.flags != 0) {
      flags[h.form != WordEntry::Form::word ? h.head : h.first] |= list.flags;
      starts[h.first] |= list.flags;
    }
    if (list.cues != 0) cue_hits.push_back(i);
    if (list.chain != 0 || list.stage != 0) thing_hits.push_back(i);
  }
}

void Work::read_capitals(std::uint32_t sentence) {
  constexpr std::size_t kSomeLength = 4;  // bytes
  std::uint32_t large = 0, small = 0;
  for (std::uint32_t t = story.sentences[sentence].first; t < story.sentences[sentence].last; ++t) {
    const std::string_view w = text(t);
    const CharInfo first = char_at(w, 0);
    if (first.upper) {
      const bool all = w.size() > 1 && std::none_of(w.begin() + 1, w.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      capital[t] = all ? 2 : 1;
    }
    if (w.size() < kSomeLength) continue;
    if (first.upper) ++large;
    else if (w[0] >= 'a' && w[0] <= 'z') ++small;
  }
  title_case[sentence] = large >= 4 && small * 4 <= large;
}

std::span<const WordHit> Work::hits_at(std::uint32_t token) const {
  const auto begin = std::ranges::lower_bound(syntax.hits, token, {}, &WordHit::first);
  const auto end = std::ranges::upper_bound(begin, syntax.hits.end(), token, {}, &WordHit::first);
  return {begin, end};
}

std::uint32_t Work::find_hit(std::uint32_t token, std::uint64_t wanted) const {
  for (const WordHit& h : hits_at(token))
    if (tables.flags(h.list) & wanted) return static_cast<std::uint32_t>(&h - syntax.hits.data());
  return kNone;
}

}  // namespace people

struct PeopleFinder::Impl {
  explicit Impl(const Language& language) : tables(language) {}
  people::Tables tables;
};

PeopleFinder::PeopleFinder(const Language& language) : impl_(std::make_unique<Impl>(language)) {}
PeopleFinder::~PeopleFinder() = default;

void PeopleFinder::find(const Story& story, const Syntax& syntax, Mentions& mentions) const {
  people::Work work(impl_->tables, story, syntax, mentions);
  people::find_names(work);
  people::find_titles(work);
  people::find_quotes(work);
  people::join_entities(work);
  people::find_attributions(work);
  people::find_speakers(work);
  people::find_nominals(work);
}

}  // namespace crosscheck
