// What tests of mentions share: the built-in rules loaded once, and a story of one or a few sentences read through.
#pragma once

#include <string>
#include <string_view>

#include "mention/find_mentions.h"
#include "rulebook/load_rulebook.h"
#include "story/read_stories.h"
#include "syntax/analyse_syntax.h"

namespace crosscheck::testing {

struct Machine {
  Result<Rulebook> rulebook = load_rulebook(built_in_rules());
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
