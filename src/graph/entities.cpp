#include "graph/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "graph/name_match.h"
#include "graph/union_find.h"
#include "mention/people_tables.h"
#include "value/relate.h"

namespace crosscheck {
namespace {

constexpr std::string_view kCountry = "country", kNation = "nation", kSeat = "seat";  // kinds of places that have or are governments

enum class Sort : std::uint8_t { person, place, body };

// One entity of one story, and what its name is compared by.
struct Item {
  StoryId story;
  std::uint32_t entity = 0;
  const StoryEntity* said = nullptr;
  Sort sort = Sort::body;
  std::vector<std::string> words;  // skeletons
  std::string joined;
};

Sort sort_of(NameKind kind) {
  if (kind == NameKind::person) return Sort::person;
  return kind == NameKind::place ? Sort::place : Sort::body;
}

class Linker {
 public:
  explicit Linker(const std::vector<AnalysedStory>& stories) : items_(items_of(stories)), sets_(items_.size()) {
    for (const Item& item : items_) gender_.push_back(item.said->gender);
  }

  void link() {
    by_equal_name();
    persons_by_slip();
    lone_names();
    acronyms();
    short_forms();
    places();
  }

  EntityLinks result(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook);

 private:
  static std::vector<Item> items_of(const std::vector<AnalysedStory>& stories);
  void unite(std::uint32_t a, std::uint32_t b);
  void by_equal_name();
  void persons_by_slip();
  void slips_among(const std::vector<std::uint32_t>& items, bool last);
  void lone_names();
  void acronyms();
  void short_forms();
  void places();
  void metonyms(EntityLinks& links, const Rulebook& rulebook) const;

  std::vector<Item> items_;
  UnionFind sets_;
  std::vector<char> gender_;  // by root
};

std::vector<Item> Linker::items_of(const std::vector<AnalysedStory>& stories) {
  std::vector<Item> items;
  for (std::size_t s = 0; s < stories.size(); ++s) {
    const auto& entities = stories[s].mentions.entities;
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      Item item{StoryId(s), e, &entities[e], sort_of(entities[e].kind), {}, {}};
      item.joined = name_skeleton(entities[e].key);
      for (const std::string_view word : name_words(item.joined)) item.words.emplace_back(word);
      items.push_back(std::move(item));
    }
  }
  return items;
}

// A set knows a gender as soon as one of its members does.
void Linker::unite(std::uint32_t a, std::uint32_t b) {
  a = sets_.find(a);
  b = sets_.find(b);
  if (gender_[a] != 0 && gender_[b] != 0 && gender_[a] != gender_[b]) return;
  const char gender = gender_[a] != 0 ? gender_[a] : gender_[b];
  sets_.unite(a, b);
  gender_[sets_.find(a)] = gender;
}

// First and last word make a person's name: middle names and initials come and go.
std::string full_name(const Item& item) { return item.words.front() + ' ' + item.words.back(); }

void Linker::by_equal_name() {
  std::map<std::pair<Sort, std::string>, std::uint32_t> seen;
  const auto join = [&](std::uint32_t i, Sort sort) {
    const auto [it, fresh] = seen.try_emplace({sort, sort == Sort::person ? full_name(items_[i]) : items_[i].joined}, i);
    if (!fresh) unite(it->second, i);
  };
  for (std::uint32_t i = 0; i < items_.size(); ++i)
    if (items_[i].sort == Sort::person && items_[i].words.size() > 1) join(i, Sort::person);  // of one word: see lone_names()
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.words.empty() || item.sort != Sort::body) continue;
    // A name of several words that one story takes for a person and another for something else is one name still.
    const bool person = item.said->kind == NameKind::other && item.words.size() > 1 && seen.count({Sort::person, full_name(item)}) != 0;
    join(i, person ? Sort::person : item.sort);
  }
}

// "Marta Silova" and "Marta Silava": one word alike, the other one slip away, and no story that knows both.
void Linker::slips_among(const std::vector<std::uint32_t>& items, bool last) {
  constexpr std::size_t kMost = 200;  // a first name that hundreds bear tells nobody apart
  if (items.size() > kMost) return;
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = i + 1; j < items.size(); ++j) {
      const Item &a = items_[items[i]], &b = items_[items[j]];
      if (a.story == b.story || sets_.find(items[i]) == sets_.find(items[j])) continue;
      // As written or as transliterations have it: "Noreen" and "Norene" are one slip apart, their skeletons two.
      const auto p = name_words(a.said->key), q = name_words(b.said->key);
      const bool slip = last ? one_slip(a.words.back(), b.words.back()) || one_slip(p.back(), q.back()) || one_sound(p.back(), q.back())
                             : one_slip(a.words.front(), b.words.front()) || one_slip(p.front(), q.front());
      if (!slip) continue;
      const auto both_in = [&](StoryId story) {
        bool has_a = false, has_b = false;
        for (const std::uint32_t k : items) {
          if (items_[k].story != story) continue;
          has_a = has_a || full_name(items_[k]) == full_name(a);
          has_b = has_b || full_name(items_[k]) == full_name(b);
        }
        return has_a && has_b;
      };
      if (!both_in(a.story) && !both_in(b.story)) unite(items[i], items[j]);
    }
  }
}

void Linker::persons_by_slip() {
  std::map<std::string, std::vector<std::uint32_t>> by_first, by_last;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const bool perhaps = items_[i].sort == Sort::person || items_[i].said->kind == NameKind::other;
    if (!perhaps || items_[i].words.size() < 2) continue;
    by_first[items_[i].words.front()].push_back(i);
    by_last[items_[i].words.back()].push_back(i);
  }
  for (const auto& [word, items] : by_first) slips_among(items, true);
  for (const auto& [word, items] : by_last) slips_among(items, false);
}

// A lone surname (or, failing that, a lone first name) is somebody only where one full name has it.
void Linker::lone_names() {
  std::map<std::string, std::set<std::uint32_t>> last, first;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (items_[i].sort != Sort::person || items_[i].words.size() < 2) continue;
    last[items_[i].words.back()].insert(sets_.find(i));
    first[items_[i].words.front()].insert(sets_.find(i));
  }
  std::map<std::string, std::uint32_t> alone;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.sort != Sort::person || item.words.size() != 1) continue;
    auto holders = last.find(item.words.front());
    if (holders == last.end()) {
      holders = first.find(item.words.front());
      if (holders == first.end()) {
        const auto [it, fresh] = alone.try_emplace(item.words.front(), i);
        if (!fresh) unite(it->second, i);
        continue;
      }
    }
    if (holders->second.size() == 1) unite(*holders->second.begin(), i);
  }
}

void Linker::acronyms() {
  std::map<std::string, std::set<std::uint32_t>> abbreviated;
  for (std::uint32_t i = 0; i < items_.size(); ++i)
    if (items_[i].sort == Sort::body && items_[i].words.size() > 1)
      if (const std::string letters = initials(items_[i].said->name); !letters.empty())
        abbreviated[letters].insert(sets_.find(i));
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (items_[i].sort != Sort::body || items_[i].words.size() != 1) continue;
    const auto it = abbreviated.find(as_acronym(items_[i].said->name));
    if (it != abbreviated.end() && it->second.size() == 1) unite(*it->second.begin(), i);
  }
}

// "Alder" for "Alder Steel", "Defence Council" for "National Defence Council", where only one longer name fits.
void Linker::short_forms() {
  std::map<std::string, std::set<std::uint32_t>> longer;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const auto& w = items_[i].words;
    if (items_[i].sort != Sort::body || w.size() < 2) continue;
    std::string head, tail;
    for (std::size_t n = 1; n < w.size() && n <= 6; ++n) {
      head += (n > 1 ? " " : "") + w[n - 1];
      tail = n > 1 ? w[w.size() - n] + ' ' + tail : w.back();
      longer[head].insert(sets_.find(i));
      if (n > 1) longer[tail].insert(sets_.find(i));
    }
  }
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    if (items_[i].sort != Sort::body || items_[i].words.empty()) continue;
    auto it = longer.find(items_[i].joined);
    if (it == longer.end()) continue;
    std::set<std::uint32_t> others;
    for (const std::uint32_t k : it->second)
      if (sets_.find(k) != sets_.find(i)) others.insert(sets_.find(k));
    if (others.size() == 1 && it->second.size() == 1) unite(*others.begin(), i);
  }
}

void Linker::places() {
  std::map<std::string, std::vector<std::uint32_t>> by_name;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    if (item.sort != Sort::place) continue;
    const bool known = item.said->place && !item.said->place->chain.empty();
    by_name[known ? item.said->place->chain.front() : item.said->key].push_back(i);
  }
  for (const auto& [name, items] : by_name) {
    // Those that say where they lie first: a name alone is one of them only where they are all one place.
    std::map<std::pair<std::vector<std::string>, std::vector<std::string>>, std::uint32_t> told;
    std::vector<std::uint32_t> bare;
    for (const std::uint32_t i : items) {
      const auto& place = items_[i].said->place;
      if (!place || (place->chain.size() < 2 && (place->kinds.empty() || place->kinds.front() != kCountry))) bare.push_back(i);
      else if (const auto [it, fresh] = told.try_emplace({place->chain, place->kinds}, i); !fresh) sets_.unite(it->second, i);
    }
    bool one = true;
    for (auto a = told.begin(); a != told.end(); ++a)
      for (auto b = told.begin(); b != a; ++b) {
        if (relate(*items_[a->second].said->place, *items_[b->second].said->place) == Relation::disjoint) one = false;
        else sets_.unite(a->second, b->second);
      }
    if (one && !told.empty()) bare.push_back(told.begin()->second);
    for (std::size_t k = 1; k < bare.size(); ++k) sets_.unite(bare[0], bare[k]);
  }
}

// The kind most members have; ties go to the first of NameKind.
NameKind common_kind(const std::map<NameKind, std::size_t>& kinds) {
  NameKind best = NameKind::other;
  std::size_t most = 0;
  for (const auto& [kind, count] : kinds) {
    const std::size_t weight = kind == NameKind::other ? 0 : count;
    if (weight > most) {
      most = weight;
      best = kind;
    }
  }
  return best;
}

EntityLinks Linker::result(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook) {
  EntityLinks links;
  for (const AnalysedStory& story : stories) links.of_story.emplace_back(story.mentions.entities.size());
  std::map<std::uint32_t, EntityId> ids;
  std::vector<std::map<NameKind, std::size_t>> kinds;
  for (std::uint32_t i = 0; i < items_.size(); ++i) {
    const Item& item = items_[i];
    const auto [it, fresh] = ids.try_emplace(sets_.find(i), EntityId(links.entities.size()));
    if (fresh) {
      links.entities.emplace_back();
      kinds.emplace_back();
    }
    Entity& entity = links.entities[it->second.index()];
    entity.members.push_back({item.story, item.entity});
    ++kinds[it->second.index()][item.said->kind];
    const std::string& name = item.said->name;
    // The fullest form; of two of one length the one earlier in the alphabet, whatever the order of stories.
    if (name.size() > entity.name.size() || (name.size() == entity.name.size() && name < entity.name))
      entity.name = name;
    links.of_story[item.story.index()][item.entity] = it->second;
  }
  for (std::size_t e = 0; e < links.entities.size(); ++e) links.entities[e].kind = common_kind(kinds[e]);
  metonyms(links, rulebook);
  return links;
}

// "Oslo" for the government of Norway: the capital's name against the country's, where both are named.
void Linker::metonyms(EntityLinks& links, const Rulebook& rulebook) const {
  std::set<std::string, std::less<>> capitals;
  for (const PlaceEntry& place : rulebook.places)
    if (place.capital) capitals.insert(people::place_name(place));
  if (capitals.empty()) return;
  std::map<std::string_view, EntityId> countries;
  const auto country = [](const Place& place) -> const std::string* {
    if (place.kinds.empty() && !place.chain.empty()) return &place.chain.back();
    for (std::size_t i = 0; i < place.chain.size() && i < place.kinds.size(); ++i)
      if (place.kinds[i] == kCountry || (i == 1 && place.kinds[0] == kSeat && place.kinds[i] == kNation)) return &place.chain[i];
    return nullptr;
  };
  for (const Item& item : items_)
    if (item.sort == Sort::place && item.said->place)
      if (const std::string* name = country(*item.said->place); name && name == &item.said->place->chain.front())
        countries.try_emplace(*name, links.of(item.story, item.entity));
  for (const Item& item : items_) {
    if (item.sort != Sort::place || !item.said->place || item.said->place->chain.empty() || !capitals.contains(item.said->place->chain.front())) continue;
    const std::string* name = country(*item.said->place);
    if (!name || name == &item.said->place->chain.front()) continue;
    if (const auto it = countries.find(*name); it != countries.end())
      links.entities[links.of(item.story, item.entity).index()].government_of = it->second;
  }
}

}  // namespace

EntityLinks link_entities(const std::vector<AnalysedStory>& stories, const Rulebook& rulebook) {
  Linker linker(stories);
  linker.link();
  return linker.result(stories, rulebook);
}

}  // namespace crosscheck
