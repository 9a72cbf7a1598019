#include "syntax/language.h"

#include <string>
#include <vector>

#include "syntax/clause_tables.h"
#include "syntax/embedded.h"
#include "syntax/language_impl.h"
#include "syntax/relations.h"
#include "syntax/tag_mender.h"
#include "syntax/tagger.h"
#include "syntax/truecase.h"
#include "syntax/word_index.h"
#include "syntax/word_rules.h"
#include "syntax/wordnet.h"

namespace crosscheck {

namespace {

// A straight quote opens where a space or nothing stands before it and something behind it; and the other way round.
Xpos quote_side(const Story& story, const Token& token, Xpos tagged) {
  if (token.end - token.begin != 1) return tagged;
  const auto open_at = [&](std::uint32_t at) { return at >= story.text.size() || static_cast<unsigned char>(story.text[at]) <= ' '; };
  const bool before = token.begin == 0 || open_at(token.begin - 1);
  const bool behind = open_at(token.end);
  if (before == behind) return tagged;
  return before ? Xpos::QUOTE_OPEN : Xpos::QUOTE_CLOSE;
}

}  // namespace

Language::Language(const Rulebook& rulebook) : impl_(std::make_unique<Impl>(rulebook)) {
  impl_->wordnet = std::make_shared<const WordNet>(embedded_wordnet());
  impl_->relations = std::make_shared<const WordRelations>(embedded_relations());
  impl_->tagger_model = std::make_shared<const TaggerModel>(embedded_tagger());
  impl_->word_index = std::make_shared<const WordIndex>(rulebook, impl_->vocabulary, *impl_->wordnet);
  impl_->clause_tables = std::make_shared<const ClauseTables>(rulebook, impl_->vocabulary);
}

Language::~Language() = default;

const Rulebook& Language::rulebook() const { return impl_->rulebook; }
const ClauseTables& Language::clause_tables() const { return *impl_->clause_tables; }

std::unique_ptr<Language::Analyser> Language::analyser() const { return std::make_unique<Analyser>(*impl_); }

std::uint32_t Language::word_id(std::string_view folded) const { return impl_->vocabulary.intern(folded); }
NounClass Language::noun_class(std::string_view lemma) const { return impl_->wordnet->noun_class(lemma); }

bool is_event(NounClass c) {
  return c == NounClass::act || c == NounClass::event || c == NounClass::phenomenon || c == NounClass::process;
}

std::string_view Language::lemma(std::string_view folded_form, Upos upos) const {
  const Vocabulary& vocabulary = impl_->vocabulary;
  return vocabulary.text(vocabulary.intern(rule_lemma(folded_form, upos, Xpos::other, *impl_->wordnet)));
}

const WordRelations& Language::relations() const { return *impl_->relations; }
double Language::closeness(std::string_view lemma_a, std::string_view lemma_b) const {
  return impl_->relations->closeness(lemma_a, lemma_b);
}
bool Language::opposite(std::string_view lemma_a, std::string_view lemma_b) const {
  return impl_->relations->opposite(impl_->relations->find(lemma_a), impl_->relations->find(lemma_b));
}

Language::Analyser::Analyser(const Language::Impl& language) : impl_(std::make_unique<Impl>(language)) {
  impl_->tagger = std::make_shared<Tagger>(*language.tagger_model, *language.wordnet, language.vocabulary);
  impl_->mender = std::make_shared<TagMender>(*language.tagger_model, *language.wordnet, *language.clause_tables, *impl_->tagger);
  impl_->truecaser = std::make_shared<Truecaser>(*impl_->tagger);
}

Language::Analyser::~Analyser() = default;

void Language::Analyser::tag(const Story& story, Syntax& syntax) {
  Tagger& tagger = *impl_->tagger;
  Truecaser& truecaser = *impl_->truecaser;
  const TaggerModel& model = *impl_->language.tagger_model;
  tagger.forget_if_large();
  truecaser.next_story();

  const std::size_t count = story.tokens.size();
  auto& written = impl_->written;
  auto& read = impl_->read;
  auto& classes = impl_->classes;
  written.resize(count);
  classes.assign(count, tagger_file::kNoClass);
  for (std::size_t i = 0; i < count; ++i) written[i] = tagger.type(story.words(story.tokens[i]));
  bool any_headline = false;
  for (const Sentence& s : story.sentences)
    if (!truecaser.learn(written.data() + s.first, s.last - s.first)) any_headline = true;
  read = written;
  for (const Sentence& s : story.sentences) {
    const std::size_t size = s.last - s.first;
    if (any_headline && truecaser.is_headline(read.data() + s.first, size)) truecaser.apply(read.data() + s.first, size);
    tagger.classify(read.data() + s.first, size, classes.data() + s.first);
    impl_->mender->mend(read.data() + s.first, size, classes.data() + s.first);
  }

  syntax.tokens.assign(count, {});
  for (std::size_t i = 0; i < count; ++i) {
    Tagger::Type& type = tagger[written[i]];
    TaggedToken& token = syntax.tokens[i];
    token.word = type.word;
    token.form = type.folded;
    token.lemma = type.word;
    token.base = type.folded;
    if (classes[i] == tagger_file::kNoClass) continue;  // outside every sentence
    token.upos = model.upos(classes[i]);
    token.xpos = model.xpos(classes[i]);
    if (token.xpos == Xpos::QUOTE_OPEN || token.xpos == Xpos::QUOTE_CLOSE) token.xpos = quote_side(story, story.tokens[i], token.xpos);
    const std::size_t slot = tagger.lemma_slot(type, classes[i]);
    token.lemma = type.lemma[slot];
    token.base = type.lemma_text[slot];
    token.noun_class = type.noun_class[slot];
  }
}

}  // namespace crosscheck
