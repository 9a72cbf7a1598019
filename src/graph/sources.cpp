#include "graph/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "graph/name_match.h"

namespace crosscheck {
namespace {

// The list of words that come and go around the name of an outlet ("the", "news agency", "newspaper").
constexpr std::string_view kAround = "outlet-around";
constexpr std::string_view kBehind = "outlet-behind";  // of these, those that make any name before them an outlet's
constexpr std::size_t kLongestAround = 40;
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }
constexpr std::size_t kLeastAround = 5;  // bytes that came off a name: more than "the "
// Lists of this kind hold all names of one outlet.
constexpr std::string_view kNames = "outlet-name-";

// "ANS" of "AfriNews Service", "SPB" of "Skandia Pressebyraa": capitals that stand in the name in that order, all its
// initials among them; of two letters just the initials.
bool abbreviates(std::string_view letters, std::string_view name) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (letters.size() < 2 || letters.size() > 5 || !std::all_of(letters.begin(), letters.end(), capital)) return false;
  std::string initials;
  std::size_t words = 1;
  for (std::size_t i = 0; i < name.size(); ++i) {
    words += name[i] == ' ' ? 1 : 0;
    if (capital(name[i])) initials += name[i];
  }
  if (words < 2 || initials.size() < 2) return false;
  if (letters == initials) return true;
  const auto subsequence = [](std::string_view part, std::string_view whole) {
    std::size_t at = 0;
    for (const char c : whole)
      if (at < part.size() && (c == part[at] || c + ('A' - 'a') == part[at])) ++at;
    return at == part.size();
  };
  return letters.size() > 2 && letters.front() == initials.front() && subsequence(initials, letters) && subsequence(letters, name);
}

// The words of `part` open or close those of `whole`: "the herald" and "kujawy herald".
bool short_for(std::string_view part, std::string_view whole) {
  if (part.size() < 3 || part.size() >= whole.size()) return false;
  return (whole.starts_with(part) && whole[part.size()] == ' ') ||
         (whole.ends_with(part) && whole[whole.size() - part.size() - 1] == ' ');
}

class Book {
 public:
  Book(const std::vector<AnalysedStory>& stories, const EntityLinks& entities, const Rulebook& rulebook)
      : stories_(stories), entities_(entities) {
    if (const ListId list = rulebook.list(kAround); list.valid())
      for (const WordEntry& entry : rulebook[list].entries) around_.push_back(fold(entry.text));
    if (const ListId list = rulebook.list(kBehind); list.valid())
      for (const WordEntry& entry : rulebook[list].entries) behind_.push_back(fold(entry.text));
    for (const WordList& names : rulebook.lists) {
      if (!names.name.starts_with(kNames) || names.entries.empty()) continue;
      for (const WordEntry& entry : names.entries) aliases_.emplace(stripped(entry.text), stripped(names.entries.front().text));
    }
  }

  // Outlets that the pile names: what abbreviates just one of them, or is short for just one, is the same outlet.
  void learn(const std::set<std::string>& names) {
    for (const std::string& brief : names) {
      std::string full;
      for (const std::string& name : names)
        if (abbreviates(brief, name) || short_for(stripped(brief), stripped(name)))
          full = full.empty() || stripped(full) == stripped(name) ? name : std::string(" ");
      if (full.size() > 1) aliases_.emplace(stripped(brief), outlet_key(full));
    }
  }

  // "the DPX news agency": the words behind a name say that it is an outlet.
  bool said_to_be_one(std::string_view behind) const {
    const std::string text = fold(behind.substr(0, kLongestAround));
    return std::any_of(behind_.begin(), behind_.end(), [&](const std::string& words) {
      return text.starts_with(" " + words) && (text.size() == words.size() + 1 || !is_letter(text[words.size() + 1]));
    });
  }

  // An outlet that some story publishes in, or credits as one, however much stands before its name ("Greece's Hellenic News
  // Desk"); where the words say that it is one ("the Stadion wire"), also by a shorter name that fits one alone.
  SourceId known_outlet(std::string_view name) const {
    const std::string key = outlet_key(name);
    for (std::size_t at = 0; at < key.size(); at = key.find(' ', at) + 1) {
      const bool whole = at == 0, words = key.find(' ', at) != std::string::npos;
      if (const auto it = ids_.find("outlet:" + key.substr(at)); it != ids_.end() && (whole || words)) return it->second;
      if (!words) break;
    }
    SourceId found;
    if (fold(name).size() < key.size() + kLeastAround) return found;
    for (const auto& [known, id] : ids_) {
      if (!known.starts_with("outlet:") || !short_for(key, std::string_view(known).substr(7))) continue;
      if (found.valid()) return {};
      found = id;
    }
    return found;
  }

  // The outlet of a story, or who its head matter credits, by a shorter name.
  SourceId own_by_short_name(const std::vector<SourceId>& own, std::string_view name) const {
    const std::string key = outlet_key(name);
    for (const SourceId id : own)
      if (short_for(key, outlet_key(sources_[id.index()].name))) return id;
    return {};
  }

  SourceId outlet(SourceKind kind, std::string_view name) {
    const std::string key = outlet_key(name);
    return add("outlet:" + key, {kind, std::string(name), {}});
  }

  SourceId of_link(StoryId story, const VoiceLink& link, const std::vector<SourceId>& own);

  std::vector<Source> take() { return std::move(sources_); }
  SourceKind kind(SourceId id) const { return sources_[id.index()].kind; }

 private:
  SourceId add(const std::string& key, Source source) {
    const auto [it, fresh] = ids_.try_emplace(key, SourceId(sources_.size()));
    if (fresh) sources_.push_back(std::move(source));
    // Of several ways to write one name the longest, then the first in the alphabet: not the first met.
    std::string& name = sources_[it->second.index()].name;
    if (!fresh && (source.name.size() > name.size() || (source.name.size() == name.size() && source.name < name)))
      name = source.name;
    return it->second;
  }
  std::string stripped(std::string_view name) const;
  std::string outlet_key(std::string_view name) const {
    std::string key = stripped(name);
    const auto alias = aliases_.find(key);
    return alias == aliases_.end() ? key : alias->second;
  }

  const std::vector<AnalysedStory>& stories_;
  const EntityLinks& entities_;
  std::vector<std::string> around_, behind_;
  std::map<std::string, std::string> aliases_;  // stripped names to the stripped full one
  std::vector<Source> sources_;
  std::map<std::string, SourceId> ids_;
};

// "the AFP news agency" and "AFP" are one: words around the name go, in any number.
std::string Book::stripped(std::string_view name) const {
  std::string key = fold(name);
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string& word : around_) {
      if (key.size() > word.size() + 1 && key.compare(0, word.size() + 1, word + ' ') == 0) {
        key.erase(0, word.size() + 1);
        changed = true;
      }
      const std::string tail = ' ' + word;
      if (key.size() > tail.size() && key.compare(key.size() - tail.size(), tail.size(), tail) == 0) {
        key.erase(key.size() - tail.size());
        changed = true;
      }
    }
  }
  return key;
}

SourceKind kind_of_name(NameKind kind) {
  switch (kind) {
    case NameKind::person: return SourceKind::person;
    case NameKind::outlet: return SourceKind::outlet;
    default: return SourceKind::group;
  }
}

SourceId Book::of_link(StoryId story, const VoiceLink& link, const std::vector<SourceId>& own) {
  const auto& known = stories_[story.index()].mentions.entities;
  const StoryEntity* said = link.entity < known.size() ? &known[link.entity] : nullptr;
  const std::string_view text = said ? std::string_view(said->name) : std::string_view(link.text);
  if (link.grade == SourceGrade::agency || (said && said->kind == NameKind::outlet)) {
    if (const SourceId known_as = own_by_short_name(own, text); known_as.valid()) return known_as;
    return outlet(link.grade == SourceGrade::agency ? SourceKind::agency : SourceKind::outlet, text);
  }
  if (said) {
    const EntityId entity = entities_.of(story, link.entity);
    return add(fmt::format("entity:{}", entity.value),
               {kind_of_name(said->kind), entities_.entities[entity.index()].name, entity});
  }
  // An outlet that another story names as such is one here too.
  if (const SourceId known_as = known_outlet(text); known_as.valid()) return known_as;
  switch (link.grade) {
    case SourceGrade::document: return add("document:" + fold(text), {SourceKind::document, std::string(text), {}});
    case SourceGrade::named:
    case SourceGrade::described: return add("group:" + fold(text), {SourceKind::group, std::string(text), {}});
    default: break;
  }
  // People without a name are other people in every story.
  return add(fmt::format("anonymous:{}:{}", stories_[story.index()].story.path, fold(text)),
             {SourceKind::anonymous, std::string(text), {}});
}

bool is_outlet(SourceKind kind) { return kind == SourceKind::outlet || kind == SourceKind::agency; }

void add_once(std::vector<SourceId>& list, SourceId id) {
  if (std::find(list.begin(), list.end(), id) == list.end()) list.push_back(id);
}

bool names_outlet(const AnalysedStory& story, const Attribution& a) {
  const NameMention* name = a.name < story.mentions.names.size() ? &story.mentions.names[a.name] : nullptr;
  return !a.attitude && (a.grade == SourceGrade::agency || (name && name->kind == NameKind::outlet));
}

std::vector<SourceId> itself(const StorySources& sources) {
  std::vector<SourceId> out = sources.head_credits;
  out.push_back(sources.own);
  return out;
}

std::set<std::string> outlets_named(const std::vector<AnalysedStory>& stories) {
  std::set<std::string> out;
  for (const AnalysedStory& s : stories) {
    if (s.story.outlet) out.insert(*s.story.outlet);
    for (const Credit& credit : s.story.credits) out.insert(credit.name);
    for (const Attribution& a : s.mentions.attributions) {
      if (!names_outlet(s, a)) continue;
      out.insert(a.name < s.mentions.names.size() ? s.mentions.entities[s.mentions.names[a.name].entity].name : a.source_text);
    }
  }
  return out;
}

// Outlets named as the source of anything in the text, whether or not a claim was found there. The first time over, only
// those that the text itself says to be outlets; then what is known as one from elsewhere.
void add_text_credits(const AnalysedStory& story, Book& book, bool known_ones, StorySources& out) {
  for (const Attribution& a : story.mentions.attributions) {
    if (a.attitude || names_outlet(story, a) == known_ones) continue;
    const NameMention* name = a.name < story.mentions.names.size() ? &story.mentions.names[a.name] : nullptr;
    VoiceLink link;
    link.text = a.source_text;
    link.grade = a.grade;
    if (name && !known_ones) link.entity = name->entity;
    const SourceId id = known_ones ? book.known_outlet(story.story.words(a.source)) : book.of_link(story.story.id, link, itself(out));
    if (!id.valid() || id == out.own) continue;
    add_once(out.text_credits, id);
    out.credits.push_back({id, a.source.empty() ? a.cue : a.source, Reach::sentence});
  }
  if (!known_ones) {
    for (const NameMention& name : story.mentions.names)
      if (book.said_to_be_one(std::string_view(story.story.text).substr(name.at.span.end)))
        book.outlet(SourceKind::agency, story.story.words(name.at.span));
    return;
  }
  // "…, per the DPX news agency", "a log seen by CPS": a story names another outlet where it has something from it.
  for (const NameMention& name : story.mentions.names) {
    if (name.kind == NameKind::person || name.kind == NameKind::place) continue;
    const SourceId id = book.known_outlet(story.story.words(name.at.span));
    if (!id.valid() || id == out.own || std::find(out.head_credits.begin(), out.head_credits.end(), id) != out.head_credits.end()) continue;
    add_once(out.text_credits, id);
    out.credits.push_back({id, name.at.span, Reach::sentence});
  }
}

}  // namespace

SourceLinks link_sources(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                         const EntityLinks& entities, const Rulebook& rulebook) {
  Book book(stories, entities, rulebook);
  book.learn(outlets_named(stories));
  SourceLinks links;
  for (const AnalysedStory& s : stories) {
    StorySources sources;
    sources.own = book.outlet(SourceKind::outlet,
                              s.story.outlet ? std::string_view(*s.story.outlet) : std::string_view(s.story.path));
    links.stories.push_back(std::move(sources));
  }
  for (std::size_t s = 0; s < stories.size(); ++s) {
    StorySources& sources = links.stories[s];
    for (const Credit& credit : stories[s].story.credits) {
      const SourceId id = book.outlet(SourceKind::agency, credit.name);
      if (id == sources.own) continue;
      add_once(sources.head_credits, id);
      sources.credits.push_back({id, credit.span, Reach::story});
    }
    add_text_credits(stories[s], book, false, sources);
  }
  for (std::size_t s = 0; s < stories.size(); ++s) add_text_credits(stories[s], book, true, links.stories[s]);
  for (const GraphClaim& g : claims) {
    ClaimSources out;
    const SourceId own = links.stories[g.story.index()].own;
    for (const VoiceLink& link : stories[g.story.index()].claims.claims[g.index].voice) {
      const SourceId id = book.of_link(g.story, link, itself(links.stories[g.story.index()]));
      if (id == own) continue;
      add_once(is_outlet(book.kind(id)) ? out.outlets : out.speakers, id);
    }
    // A credit covers its sentence, also where what it leads in was not read to the end.
    if (out.outlets.empty()) {
      const Story& story = stories[g.story.index()].story;
      const Claim& claim = stories[g.story.index()].claims.claims[g.index];
      if (claim.sentence < story.sentences.size()) {
        const Sentence& s = story.sentences[claim.sentence];
        const Span sentence = story.span(s.first, s.last);
        for (const CreditAt& credit : links.stories[g.story.index()].credits)
          if (credit.reach == Reach::sentence && sentence.contains(credit.span)) add_once(out.outlets, credit.source);
      }
    }
    for (const SourceId id : out.outlets) add_once(links.stories[g.story.index()].text_credits, id);
    links.claims.push_back(std::move(out));
  }
  links.sources = book.take();
  return links;
}

}  // namespace crosscheck
