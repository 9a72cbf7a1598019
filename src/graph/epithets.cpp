#include "graph/epithets.h"

#include <algorithm>

#include "base/utf8.h"
#include "graph/name_match.h"

namespace crosscheck {
namespace {

constexpr std::string_view kDefinite = "definite";

// The title ends with the phrase's head and holds its other words, or its body does.
bool holds(const Office& office, const Phrase& phrase) {
  const std::vector<std::string_view> title = name_words(office.title);
  if (title.empty() || title.back() != phrase.head) return false;
  return std::ranges::all_of(phrase.lemmas, [&](const std::string& word) {
    return std::ranges::find(title, word) != title.end() || std::ranges::find(office.body, word) != office.body.end();
  });
}

}  // namespace

Epithets::Epithets(const std::vector<AnalysedStory>& stories, const EntityLinks& links, const Rulebook& rulebook)
    : stories_(stories), offices_(links.entities.size()), holders_(stories.size()) {
  constexpr std::size_t kMost = 30;  // offices of one person, persons of one story
  if (const ListId the = rulebook.list(kDefinite); the.valid())
    for (const WordEntry& entry : rulebook[the].entries) articles_.insert(entry.text);
  for (std::size_t e = 0; e < links.entities.size(); ++e) {
    std::vector<const Office*>& offices = offices_[e];
    if (links.entities[e].kind != NameKind::person) continue;
    for (const Entity::Member& member : links.entities[e].members) {
      const Mentions& mentions = stories[member.story.index()].mentions;
      for (const std::uint32_t t : mentions.entities[member.entity].titles) {
        const Office& office = mentions.titles[t].office;
        const auto alike = [&](const Office* known) { return known->title == office.title && known->body == office.body; };
        if (offices.size() < kMost && std::ranges::none_of(offices, alike)) offices.push_back(&office);
      }
    }
  }
  for (std::size_t s = 0; s < stories.size(); ++s)
    for (const EntityId e : links.of_story[s])
      if (e.valid() && !offices_[e.index()].empty() && holders_[s].size() < kMost && std::ranges::find(holders_[s], e) == holders_[s].end())
        holders_[s].push_back(e);
}

bool Epithets::definite(const Story& story, Span span) const {
  const auto first = std::ranges::lower_bound(story.tokens, span.begin, {}, &Token::begin);
  return first != story.tokens.end() && first->begin < span.end && articles_.contains(fold(story.words(*first)));
}

EntityId Epithets::meant_by(const SlotValue& value, StoryId story) const {
  const auto* phrase = std::get_if<Phrase>(&value.value);
  if (!phrase || phrase->head.empty()) return {};
  EntityId meant;
  for (const EntityId e : holders_[story.index()]) {
    if (std::ranges::none_of(offices_[e.index()], [&](const Office* office) { return holds(*office, *phrase); })) continue;
    if (meant.valid()) return {};
    meant = e;
  }
  return meant.valid() && definite(stories_[story.index()].story, value.span) ? meant : EntityId();
}

}  // namespace crosscheck
