// What tests of mentions share: the built-in rules loaded once, and a story of one or a few sentences read through.
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "mention/find_mentions.h"
#include "rulebook/load_rulebook.h"
#include "story/read_stories.h"
#include "syntax/analyse_syntax.h"

namespace crosscheck::testing {

// The lists alone: what claims and checks say is no business of this floor.
inline Result<Rulebook> lexicon() {
  std::vector<RuleFile> files = built_in_rules();
  std::erase_if(files, [](const RuleFile& f) { return f.path.find("lexicon/") == std::string::npos; });
  Result<Rulebook> rulebook = load_rulebook(files);
  if (!rulebook) throw std::runtime_error(rulebook.diagnostics.empty() ? "no rules" : to_string(rulebook.diagnostics.front()));
  return rulebook;
}

struct Machine {
  Result<Rulebook> rulebook = lexicon();
  Language language{*rulebook.value};
  StoryReader reader{*rulebook.value};
  MentionFinder finder{language};

  static const Machine& get() {
    static const Machine machine;
    return machine;
  }
};

struct ReadThrough {
  Story story;
  Syntax syntax;
  Mentions mentions;
  std::unique_ptr<Language::Analyser> analyser;  // the forms in `syntax` live as long as the Language
};

inline ReadThrough read_through(std::string text, std::string published = "2025-12-01") {
  const Machine& machine = Machine::get();
  ReadThrough out;
  RawStory raw;
  raw.path = "story";
  raw.bytes = std::move(text);
  raw.format = "text";
  raw.published = std::move(published);
  Result<Story> story = machine.reader.read(raw, StoryId(std::size_t{0}));
  if (!story) return out;
  out.story = std::move(*story.value);
  out.analyser = machine.language.analyser();
  out.syntax = analyse_syntax(out.story, machine.language, *out.analyser);
  out.mentions = machine.finder.find(out.story, out.syntax);
  return out;
}

}  // namespace crosscheck::testing
