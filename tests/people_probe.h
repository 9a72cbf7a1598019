// Reads one text through story, syntax and PeopleFinder with the built-in rules, and writes what came out on one line.
#pragma once

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <string_view>

#include "mention/people.h"
#include "rulebook/load_rulebook.h"
#include "story/read_stories.h"
#include "syntax/analyse_syntax.h"

namespace crosscheck::people_probe {

// Made once: the rules and the language take longer to load than any story to read.
struct Tools {
  Rulebook book;
  Language language;
  std::unique_ptr<Language::Analyser> analyser;
  PeopleFinder finder;
  StoryReader reader;
  Tools() : book(*load_rulebook(built_in_rules()).value), language(book), analyser(language.analyser()), finder(language), reader(book) {}
  static Tools& get() {
    static Tools tools;
    return tools;
  }
};

class Read {
 public:
  explicit Read(std::string_view text, std::string_view headline = "") {
    Tools& tools = Tools::get();
    RawStory raw;
    raw.path = "probe";
    raw.format = "text";
    raw.bytes = std::string(text);
    raw.headline = std::string(headline);
    Result<Story> story = tools.reader.read(raw, StoryId(0));
    if (!story) return;
    story_ = std::move(*story.value);
    const Syntax syntax = analyse_syntax(story_, tools.language, *tools.analyser);
    tools.finder.find(story_, syntax, mentions);
  }

  Mentions mentions;

  std::string words(Span span) const { return span.empty() ? std::string() : std::string(story_.words(span)); }

  // "prime minister former of norway -> Ada Holm", joined by " | ".
  std::string titles() const {
    std::string out;
    for (const TitleMention& t : mentions.titles) {
      if (!out.empty()) out += " | ";
      out += t.office.title;
      if (!t.office.standing.covers.empty()) out += ' ' + t.office.standing.name;
      for (std::size_t i = 0; i < t.office.body.size(); ++i) out += (i == 0 ? " of " : ", ") + t.office.body[i];
      if (t.person != kNone) out += " -> " + mentions.names[t.person].name.text;
    }
    return out;
  }

  // "Rosa Keane: Rosa Keane, She | …"
  std::string entities() const {
    std::string out;
    for (const StoryEntity& e : mentions.entities) {
      if (!out.empty()) out += " | ";
      out += e.name + ':';
      for (std::size_t i = 0; i < e.names.size(); ++i)
        out += (i == 0 ? " " : ", ") + mentions.names[e.names[i]].name.text;
    }
    return out;
  }

  std::string place(std::string_view name) const {
    std::string out;
    for (const StoryEntity& e : mentions.entities) {
      if (e.name != name || !e.place) continue;
      for (std::size_t i = 0; i < e.place->chain.size(); ++i) out += (i == 0 ? "" : ", ") + e.place->chain[i];
    }
    return out;
  }

  // "ashford:city, kent:county, england:nation, united kingdom:country | …", of each place in order of mention.
  std::string places() const {
    std::string out;
    for (const StoryEntity& e : mentions.entities) {
      if (!e.place) continue;
      if (!out.empty()) out += " | ";
      for (std::size_t i = 0; i < e.place->chain.size(); ++i) {
        out += (i == 0 ? "" : ", ") + e.place->chain[i];
        if (i < e.place->kinds.size() && !e.place->kinds[i].empty()) out += ':' + e.place->kinds[i];
      }
    }
    return out;
  }

  // "Rosa Keane: It held | ?: …", the words as folded.
  std::string quotes() const {
    std::string out;
    for (const QuoteMention& q : mentions.quotes) {
      if (!out.empty()) out += " | ";
      out += q.speaker != kNone ? mentions.entities[mentions.names[q.speaker].entity].name
             : q.speaker_span.empty() ? "?" : words(q.speaker_span);
      out += ':';
      for (const std::string& w : q.words.words) out += ' ' + w;
    }
    return out;
  }

  // "named Rosa Keane [said] the bridge held < 1", < the attribution it is nested in; ~ where it is an attitude.
  std::string attributions() const {
    constexpr std::string_view kGrades[] = {"nobody", "named", "described", "anonymous", "several", "document", "witness", "agency"};
    std::string out;
    for (const Attribution& a : mentions.attributions) {
      if (!out.empty()) out += " | ";
      out += (a.attitude ? "~" : "") + std::string(kGrades[static_cast<std::size_t>(a.grade)]) + ' ' + a.source_text + " [" + words(a.cue) + "] " + words(a.content);
      for (const Span& more : a.more_content) out += " + " + words(more);
      if (a.nested_in != kNone) out += " < " + std::to_string(a.nested_in);
    }
    return out;
  }

 private:
  Story story_;
};

}  // namespace crosscheck::people_probe
