#include "mention/people.h"

#include "mention/people_work.h"
#include "story/characters.h"

namespace crosscheck {

namespace people {

Work::Work(const Tables& the_tables, const Story& the_story, const Syntax& the_syntax, Mentions& mentions)
    : tables(the_tables), story(the_story), syntax(the_syntax), out(mentions) {
  const std::size_t n = syntax.tokens.size();
  flags.assign(n, 0);
  starts.assign(n, 0);
  hit_at.assign(n, kNone);
  capital.assign(n, 0);
  sentence_of.assign(n, 0);
  name_of.assign(n, kNone);
  for (std::uint32_t i = 0; i < syntax.hits.size(); ++i) {
    const WordHit& h = syntax.hits[i];
    if (hit_at[h.first] == kNone) hit_at[h.first] = i;
    const bool bent = h.form != WordEntry::Form::word;
    const std::uint64_t lists = tables.flags(h.list);
    flags[bent ? h.head : h.first] |= lists;
    starts[h.first] |= lists;
  }
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s)
    for (std::uint32_t t = story.sentences[s].first; t < story.sentences[s].last; ++t) sentence_of[t] = s;
  for (std::uint32_t t = 0; t < n; ++t) {
    const std::string_view w = text(t);
    const unsigned char c = static_cast<unsigned char>(w[0]);
    if (c < 0x80 ? !(c >= 'A' && c <= 'Z') : !char_at(w, 0).upper) continue;
    bool all = w.size() > 1;
    for (const char x : w.substr(1)) all = all && !(x >= 'a' && x <= 'z');
    capital[t] = all ? 2 : 1;
  }
}

std::uint32_t Work::find_hit(std::uint32_t token, std::uint64_t wanted) const {
  for (std::uint32_t i = hit_at[token]; i < syntax.hits.size() && syntax.hits[i].first == token; ++i)
    if (tables.flags(syntax.hits[i].list) & wanted) return i;
  return kNone;
}

// A headline where (nearly) every word of some length has a capital tells nothing by its capitals.
bool Work::title_case(const Sentence& s) const {
  std::uint32_t large = 0, small = 0;
  for (std::uint32_t t = s.first; t < s.last; ++t) {
    const std::string_view w = text(t);
    const bool letter = (w[0] >= 'a' && w[0] <= 'z') || capital[t];
    if (!letter || w.size() < 4) continue;
    ++(capital[t] ? large : small);
  }
  return large >= 4 && small * 4 <= large;
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
