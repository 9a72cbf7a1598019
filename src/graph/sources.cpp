#include "graph/sources.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "graph/name_match.h"

namespace crosscheck {
namespace {

// The list of words that come and go around the name of an outlet ("the", "news agency", "newspaper").
constexpr std::string_view kAround = "outlet-around";

class Book {
 public:
  Book(const std::vector<AnalysedStory>& stories, const EntityLinks& entities, const Rulebook& rulebook)
      : stories_(stories), entities_(entities) {
    const ListId list = rulebook.list(kAround);
    if (!list.valid()) return;
    for (const WordEntry& entry : rulebook[list].entries) around_.push_back(fold(entry.text));
  }

  SourceId outlet(SourceKind kind, std::string_view name) {
    const std::string key = outlet_key(name);
    return add("outlet:" + key, {kind, std::string(name), {}});
  }

  SourceId of_link(StoryId story, const VoiceLink& link);

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
  std::string outlet_key(std::string_view name) const;

  const std::vector<AnalysedStory>& stories_;
  const EntityLinks& entities_;
  std::vector<std::string> around_;
  std::vector<Source> sources_;
  std::map<std::string, SourceId> ids_;
};

// "the AFP news agency" and "AFP" are one: words around the name go, in any number.
std::string Book::outlet_key(std::string_view name) const {
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

SourceId Book::of_link(StoryId story, const VoiceLink& link) {
  const auto& known = stories_[story.index()].mentions.entities;
  const StoryEntity* said = link.entity < known.size() ? &known[link.entity] : nullptr;
  const std::string_view text = said ? std::string_view(said->name) : std::string_view(link.text);
  if (link.grade == SourceGrade::agency || (said && said->kind == NameKind::outlet)) {
    return outlet(link.grade == SourceGrade::agency ? SourceKind::agency : SourceKind::outlet, text);
  }
  if (said) {
    const EntityId entity = entities_.of(story, link.entity);
    return add(fmt::format("entity:{}", entity.value),
               {kind_of_name(said->kind), entities_.entities[entity.index()].name, entity});
  }
  // An outlet that another story names as such is one here too.
  if (const auto it = ids_.find("outlet:" + outlet_key(text)); it != ids_.end()) return it->second;
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

// Outlets named as the source of anything in the text, whether or not a claim was found there.
void add_text_credits(const AnalysedStory& story, Book& book, StorySources& out) {
  for (const Attribution& a : story.mentions.attributions) {
    const NameMention* name = a.name < story.mentions.names.size() ? &story.mentions.names[a.name] : nullptr;
    const bool outlet = a.grade == SourceGrade::agency || (name && name->kind == NameKind::outlet);
    if (!outlet || a.attitude) continue;
    VoiceLink link;
    link.text = a.source_text;
    link.grade = a.grade;
    if (name) link.entity = name->entity;
    const SourceId id = book.of_link(story.story.id, link);
    if (id == out.own) continue;
    add_once(out.text_credits, id);
    out.credits.push_back({id, a.source.empty() ? a.cue : a.source, Reach::sentence});
  }
}

}  // namespace

SourceLinks link_sources(const std::vector<AnalysedStory>& stories, const std::vector<GraphClaim>& claims,
                         const EntityLinks& entities, const Rulebook& rulebook) {
  Book book(stories, entities, rulebook);
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
    add_text_credits(stories[s], book, sources);
  }
  for (const GraphClaim& g : claims) {
    ClaimSources out;
    const SourceId own = links.stories[g.story.index()].own;
    for (const VoiceLink& link : stories[g.story.index()].claims.claims[g.index].voice) {
      const SourceId id = book.of_link(g.story, link);
      if (id == own) continue;
      add_once(is_outlet(book.kind(id)) ? out.outlets : out.speakers, id);
    }
    for (const SourceId id : out.outlets) add_once(links.stories[g.story.index()].text_credits, id);
    links.claims.push_back(std::move(out));
  }
  links.sources = book.take();
  return links;
}

}  // namespace crosscheck
