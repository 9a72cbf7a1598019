#include "graph/name_match.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <iterator>
#include <utility>

namespace crosscheck {
namespace {

// Letter groups that transliterations and scripts without umlauts write in two ways. Longer ones first.
constexpr std::pair<std::string_view, std::string_view> kGroups[] = {
    {"tsch", "c"}, {"tch", "c"}, {"sch", "s"}, {"sh", "s"}, {"ch", "c"}, {"kh", "h"}, {"gh", "g"},
    {"ph", "f"},   {"zh", "z"},  {"dj", "z"},  {"th", "t"}, {"ck", "k"}, {"ks", "x"}, {"ou", "u"},
    {"oo", "u"},   {"ue", "u"},  {"oe", "o"},  {"ae", "a"}, {"ee", "i"}, {"ie", "i"},
};

std::string without_groups(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    bool replaced = false;
    for (const auto& [from, to] : kGroups) {
      if (word.substr(i, from.size()) != from) continue;
      out += to;
      i += from.size();
      replaced = true;
      break;
    }
    if (!replaced) out += word[i++];
  }
  return out;
}

char letter(char c) {
  switch (c) {
    case 'y':
    case 'j': return 'i';
    case 'w': return 'v';
    case 'q': return 'k';
    default: return c;
  }
}

// "Carla" and "Karla", "Geoffrey" and "Jeoffrey".
bool sound_alike(char a, char b) {
  constexpr std::string_view kPairs[] = {"ck", "kq", "cs", "sz", "gj", "iy", "jy", "vw", "fv"};
  return std::any_of(std::begin(kPairs), std::end(kPairs), [&](std::string_view pair) {
    return (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
  });
}

bool upper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }
char lower(char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); }

}  // namespace

std::vector<std::string_view> name_words(std::string_view key) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    if (end > at) words.push_back(key.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string skeleton(std::string_view word) {
  std::string out;
  for (const char raw : without_groups(word)) {
    const char c = letter(raw);
    if (c == '\'' || c == '-' || c == '.') continue;
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

std::string name_skeleton(std::string_view key) {
  std::string out;
  for (const std::string_view word : name_words(key)) {
    const std::string s = skeleton(word);
    if (s.empty()) continue;
    if (!out.empty()) out += ' ';
    out += s;
  }
  return out;
}

bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 5 || b.size() - a.size() > 1 || a == b) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  if (head == 0) return sound_alike(a[0], b[0]) && a.substr(1) == b.substr(1);  // another letter is rarely mistaken for the first
  if (a.size() < b.size()) return a.substr(head) == b.substr(head + 1);
  if (a.substr(head + 1) == b.substr(head + 1)) return true;
  return head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head] &&
         a.substr(head + 2) == b.substr(head + 2);
}

bool one_sound(std::string_view a, std::string_view b) {
  constexpr std::size_t kHead = 3, kConsonants = 4;
  if (a == b || std::min(a.size(), b.size()) <= kHead || a.substr(0, kHead) != b.substr(0, kHead) || a.back() != b.back()) return false;
  const auto consonants = [](std::string_view word) {
    std::string out;
    for (const char c : word)
      if (std::string_view("aeiouy'-").find(c) == std::string_view::npos && (out.empty() || out.back() != c)) out += c;
    return out;
  };
  const std::string one = consonants(a);
  return one.size() >= kConsonants && one == consonants(b);
}

std::string initials(std::string_view written) {
  std::string out;
  bool start = true;
  for (const char c : written) {
    if (start && upper(c)) out += lower(c);
    start = c == ' ' || c == '-';
  }
  return out.size() >= 2 ? out : std::string();
}

std::string as_acronym(std::string_view written) {
  std::string out;
  for (const char c : written) {
    if (c == '.') continue;
    if (!upper(c)) return {};
    out += lower(c);
  }
  return out.size() >= 2 && out.size() <= 6 ? out : std::string();
}

}  // namespace crosscheck
