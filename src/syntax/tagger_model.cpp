#include "syntax/tagger_model.h"

#include <stdexcept>
#include <string>

#include "base/utf8.h"

namespace crosscheck {
namespace tagger_file {

std::uint32_t find_known(const Known* table, std::uint32_t size, std::uint64_t key) {
  for (std::uint32_t at = static_cast<std::uint32_t>(key) & (size - 1); table[at].key != 0; at = (at + 1) & (size - 1))
    if (table[at].key == key) return table[at].value;
  return 0;
}

}  // namespace tagger_file

namespace {

constexpr bool power_of_two(std::uint32_t n) { return n != 0 && (n & (n - 1)) == 0; }

std::uint64_t hash(std::string_view text) { return wordnet_file::hash(text, 99) | 1u << 30; }  // never 0

bool is_quote(unsigned char c) { return c == '`' || c == '\''; }

// Letters beyond ASCII are told by whether folding changes them; good enough for a shape.
char shape_of(std::string_view text, std::size_t& at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    ++at;
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= '0' && c <= '9') return 'd';
    return is_quote(c) ? '"' : static_cast<char>(c);
  }
  const std::size_t begin = at;
  const char32_t code = next_code_point(text, at);
  if (code >= 0x2000 && code < 0x2c00) return code >= 0x2018 && code <= 0x201f ? '"' : '-';  // punctuation, symbols
  if (code < 0xc0) return '$';
  const std::string_view one = text.substr(begin, at - begin);
  return fold(one) == one ? 'x' : 'X';
}

// Prefixes and suffixes are counted in bytes: folded English is ASCII, and for the rest any key will do.
void add_affixes(std::string_view form, WordFeatures& f) {
  for (std::size_t n = 1; n <= 4; ++n)
    if (form.size() > n) f.own[f.own_count++] = feature(10 + n, hash(form.substr(form.size() - n)));
  for (std::size_t n = 1; n <= 3; ++n)
    if (form.size() > n) f.own[f.own_count++] = feature(20 + n, hash(form.substr(0, n)));
}

std::string without_figures(std::string_view folded) {
  if (folded == "``" || folded == "''") return std::string(1, '"');
  std::string form(folded);
  for (char& c : form)
    if (c >= '0' && c <= '9') c = '0';
  return form;
}

}  // namespace

TaggerModel::TaggerModel(std::string_view file) {
  using namespace tagger_file;
  if (file.size() < sizeof(Header)) throw std::runtime_error("tagger weights are cut short");
  header_ = reinterpret_cast<const Header*>(file.data());
  const Header& h = *header_;
  if (h.magic != kMagic || h.version != kVersion) throw std::runtime_error("tagger weights are of another version");
  if (!power_of_two(h.slots) || !power_of_two(h.known) || !power_of_two(h.lemmas) || h.classes > kClasses ||
      file.size() < sizeof(Header) + std::size_t{h.rows} * sizeof(Row) + std::size_t{h.slots} * 4 +
                        (std::size_t{h.known} + h.lemmas) * sizeof(Known) + h.texts)
    throw std::runtime_error("tagger weights are damaged");
  const char* at = file.data() + sizeof(Header);
  rows_ = reinterpret_cast<const Row*>(at);
  slots_ = reinterpret_cast<const std::uint32_t*>(at += h.rows * sizeof(Row));
  slot_mask_ = h.slots - 1;
  known_ = reinterpret_cast<const Known*>(at += std::size_t{h.slots} * 4);
  lemmas_ = reinterpret_cast<const Known*>(at += h.known * sizeof(Known));
  texts_ = at + h.lemmas * sizeof(Known);
}

std::uint32_t TaggerModel::ambiguity(std::uint64_t folded_key) const {
  return tagger_file::find_known(known_, header_->known, folded_key);
}

std::uint8_t TaggerModel::class_of(Upos wanted_upos, Xpos wanted_xpos) const {
  for (std::uint32_t c = 0; c < classes(); ++c)
    if (header_->upos[c] == static_cast<std::uint8_t>(wanted_upos) && header_->xpos[c] == static_cast<std::uint8_t>(wanted_xpos))
      return static_cast<std::uint8_t>(c);
  return tagger_file::kNoClass;
}

std::uint8_t TaggerModel::certain(std::uint64_t written_key) const {
  const std::uint32_t value = tagger_file::find_known(known_, header_->known, written_key);
  return value == 0 ? tagger_file::kNoClass : static_cast<std::uint8_t>(value - 1);
}

std::string_view TaggerModel::lemma(std::uint64_t key) const {
  const std::uint32_t value = tagger_file::find_known(lemmas_, header_->lemmas, key);
  return value == 0 ? std::string_view{} : std::string_view(texts_ + (value >> 6), value & 63);
}

WordLook look(std::string_view written, std::string_view folded, bool headline_capitals) {
  WordLook look;
  std::string shape;
  unsigned upper = 0, lower = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < written.size() && shape.size() < 64;) {
    const bool first = upper + lower == 0;
    const char s = shape_of(written, at);
    if (s == 'X') ++upper;
    if (s == 'x') ++lower;
    if (first && s == 'X') first_upper = true;
    if (shape.empty() || shape.back() != s) shape += s;
  }
  if (upper + lower > 0)
    look.casing = upper == 0                          ? Casing::lower
                  : first_upper && upper == 1         ? Casing::capital
                  : lower == 0                        ? Casing::upper
                                                      : Casing::mixed;
  if (headline_capitals) {
    look.casing = Casing::headline;
    shape.insert(0, 1, 'H');
  }
  look.shape = hash(shape);
  look.folded_key = hash(without_figures(folded));
  look.written_key = feature(1, look.folded_key, static_cast<std::uint64_t>(look.casing) + 1) | 1u << 30;
  return look;
}

std::uint64_t lemma_key(std::string_view folded, Upos upos, Xpos xpos) {
  return feature(2, hash(folded), static_cast<std::uint64_t>(upos) << 8 | static_cast<std::uint64_t>(xpos)) | 1u << 30;
}

WordFeatures word_features(std::string_view folded, const WordLook& look, std::uint32_t ambiguity, const WordNet& wordnet) {
  const std::string form = without_figures(folded);
  const std::string_view view = form;
  const auto suffix = [&](std::size_t n) { return hash(view.size() > n ? view.substr(view.size() - n) : view); };
  WordFeatures f;
  const wordnet_file::Entry* const entry = wordnet.find(folded);
  const std::uint64_t mask = wordnet.mask(folded, entry);
  const std::uint64_t dominant = WordNet::dominant(entry, static_cast<std::uint8_t>(mask));
  const auto casing = static_cast<std::uint64_t>(look.casing);
  const auto own = [&f](std::uint64_t name, std::uint64_t a, std::uint64_t b = 0) { f.own[f.own_count++] = feature(name, a, b); };
  f.form = look.folded_key;
  f.suffix3 = suffix(3);
  f.ambiguity = ambiguity != 0 ? ambiguity : 1000 + mask;
  f.mask = feature(3, mask, dominant << 3 | casing);
  f.shape = look.shape;
  own(1, 0);
  own(2, f.form);
  own(3, look.written_key);
  add_affixes(view, f);
  own(4, look.shape);
  own(5, f.suffix3, look.shape);
  own(6, f.ambiguity, casing);
  own(7, mask, casing);
  own(8, mask, suffix(2));
  own(9, mask, dominant << 3 | casing);
  const std::uint64_t spelling = entry == nullptr ? 0u : entry->classes >> 4 | entry->noun_class << 2;
  own(42, spelling, casing);
  own(43, spelling, mask << 3 | casing);
  if (const auto dash = view.rfind('-'); dash != std::string_view::npos && dash + 1 < view.size() && dash > 0) {
    own(40, hash(view.substr(dash + 1)));
    own(41, wordnet.mask(view.substr(dash + 1)), suffix(2));
  }
  const auto right = [&f](std::uint64_t name, std::uint64_t a, std::uint64_t b = 0) { f.right[f.right_count++] = feature(name, a, b); };
  right(51, f.form);
  right(52, f.suffix3);
  right(53, suffix(2));
  right(54, f.ambiguity);
  right(55, mask, look.shape);
  return f;
}

WordFeatures outside_sentence() {
  WordFeatures f;
  f.form = f.suffix3 = f.ambiguity = f.mask = f.shape = 77;
  f.right[f.right_count++] = feature(56, 0);
  return f;
}

}  // namespace crosscheck
