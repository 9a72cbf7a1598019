#include "syntax/word_rules.h"

#include <optional>

namespace crosscheck {
namespace {

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }
bool letter(char c) { return c >= 'a' && c <= 'z'; }

// "livestreamed" ends in a known inflected verb: the compound is bent as its tail is.
std::optional<std::string> by_tail(std::string_view form, WordClass word_class, const WordNet& wordnet) {
  if (form.size() > 40) return std::nullopt;
  if (const auto dash = form.rfind('-'); dash != std::string_view::npos && dash > 0 && dash + 2 < form.size()) {
    const std::string_view tail = form.substr(dash + 1);
    if (auto lemma = wordnet.detach(tail, word_class)) return std::string(form.substr(0, dash + 1)) + *lemma;
    return std::nullopt;
  }
  for (std::size_t cut = 2; cut + 5 <= form.size(); ++cut) {
    auto lemma = wordnet.detach(form.substr(cut), word_class);
    if (lemma && lemma->size() >= 4) return std::string(form.substr(0, cut)) + *lemma;
  }
  return std::nullopt;
}

// A stem that lost its ending and may have lost an e or doubled its consonant (spelling rules of regular verbs).
std::string mended(std::string stem) {
  const std::size_t n = stem.size();
  const char last = stem[n - 1];
  if (n >= 4 && last == stem[n - 2] && !vowel(last) && last != 'l' && last != 's' && last != 'f' && last != 'z') {
    stem.pop_back();
    return stem;
  }
  const bool after_vowel = n >= 2 && vowel(stem[n - 2]);
  const bool soft = last == 'c' || last == 'v' || last == 'u' || (last == 'z' && after_vowel) || (last == 's' && after_vowel) ||
                    (last == 'g' && n >= 2 && (stem[n - 2] == 'd' || stem[n - 2] == 'r' || stem[n - 2] == 'n') && n >= 6) ||
                    stem.ends_with("at") || stem.ends_with("ut") || (last == 'l' && n >= 2 && !vowel(stem[n - 2]) && stem[n - 2] != 'l');
  if (soft) stem += 'e';
  return stem;
}

std::string cut_verb(std::string_view form, Xpos xpos) {
  const auto stem = [&](std::size_t ending) { return std::string(form.substr(0, form.size() - ending)); };
  const bool any = xpos == Xpos::other;
  if (form.size() >= 6 && form.ends_with("ing") && (any || xpos == Xpos::VBG)) return mended(stem(3));
  if (form.size() >= 5 && form.ends_with("ied")) return stem(3) + "y";
  if (form.size() >= 5 && form.ends_with("ed") && !form.ends_with("eed") && (any || xpos == Xpos::VBD || xpos == Xpos::VBN || xpos == Xpos::VBG))
    return mended(stem(2));
  return std::string(form);
}

std::string cut_s(std::string_view form) {
  const auto stem = [&](std::size_t ending) { return std::string(form.substr(0, form.size() - ending)); };
  if (form.size() < 4 || !form.ends_with('s') || form.ends_with("ss") || form.ends_with("us") || form.ends_with("is") ||
      !letter(form[form.size() - 2]))
    return std::string(form);
  if (form.ends_with("ies") && form.size() > 4) return stem(3) + "y";
  if (form.ends_with("sses") || form.ends_with("xes") || form.ends_with("ches") || form.ends_with("shes") || form.ends_with("zzes"))
    return stem(2);
  return stem(1);
}

bool base_form(Xpos xpos) {
  return xpos == Xpos::VB || xpos == Xpos::VBP || xpos == Xpos::MD || xpos == Xpos::NN || xpos == Xpos::JJ || xpos == Xpos::RB;
}

}  // namespace

std::string rule_lemma(std::string_view form, Upos upos, Xpos xpos, const WordNet& wordnet) {
  const std::string same(form);
  const bool any = xpos == Xpos::other;
  switch (upos) {
    case Upos::NOUN: {
      if (xpos == Xpos::NN) return same;
      if (any && wordnet.has(form, WordClass::noun) && wordnet.exception(form, WordClass::noun).empty()) return same;
      if (auto lemma = wordnet.detach(form, WordClass::noun)) return *lemma;
      if (auto lemma = by_tail(form, WordClass::noun, wordnet)) return *lemma;
      return wordnet.has(form, WordClass::noun) ? same : cut_s(form);
    }
    case Upos::VERB: case Upos::AUX: {
      if (base_form(xpos)) return same;
      if (any && wordnet.has(form, WordClass::verb) && wordnet.exception(form, WordClass::verb).empty()) return same;
      if (auto lemma = wordnet.detach(form, WordClass::verb)) return *lemma;
      if (wordnet.has(form, WordClass::verb)) return same;  // "cut", "hit"
      if (auto lemma = by_tail(form, WordClass::verb, wordnet)) return *lemma;
      if (any || xpos == Xpos::VBZ)
        if (std::string cut = cut_s(form); cut != form) return cut;
      return cut_verb(form, xpos);
    }
    case Upos::ADJ: case Upos::ADV: {
      const WordClass word_class = upos == Upos::ADJ ? WordClass::adjective : WordClass::adverb;
      const bool compared = xpos == Xpos::JJR || xpos == Xpos::JJS || xpos == Xpos::RBR || xpos == Xpos::RBS;
      if (!compared && (!any || wordnet.has(form, word_class))) return same;
      return wordnet.detach(form, word_class).value_or(same);
    }
    default: return same;
  }
}

}  // namespace crosscheck
