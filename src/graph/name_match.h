// When two written names may be one: transliterations (Zelensky, Zelenskyy), slips (Silova, Silava), acronyms (AFP).
// Works on folded keys ("volodymyr zelenskyy", diacritics gone), letters only: no list of names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crosscheck {

// The words of a key, cut at blanks.
std::vector<std::string_view> name_words(std::string_view key);

// What customary transliterations of one word have in common: "zelenskyy", "zelensky", "zelenskiy" give one skeleton.
std::string skeleton(std::string_view word);

// The skeletons of all words, joined by blanks.
std::string name_skeleton(std::string_view key);

// One letter more, less, other, or two neighbours exchanged, in words of at least five bytes; the first letter only for one
// that sounds alike.
bool one_slip(std::string_view a, std::string_view b);

// "Hartnelly" and "Hartanley": begin and end alike and have the same consonants, doubled or not; vowels differ or are left out.
bool one_sound(std::string_view a, std::string_view b);

// The first letters of the capitalised words of a name as written, hyphens cutting too, lower case:
// "Agence France-Presse" gives "afp", "Bank of England" gives "be". Empty for fewer than two such words.
std::string initials(std::string_view written);

// "AFP", "NATO", "U.S." as lower-case letters; empty where the written form is no run of two to six capitals.
std::string as_acronym(std::string_view written);

}  // namespace crosscheck
