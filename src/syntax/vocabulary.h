// Every word that was ever looked at has one number and one place in memory: words are compared by number from here on.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

namespace crosscheck {

// Folded form <-> id. Safe to use from several threads, also while it grows: an id once given, and the text it stands
// for, stay until the end. Which number a word gets depends on who asks first: never order results by it.
// Meant to be asked once a word type (the analysers keep caches), since it takes a lock.
class Vocabulary {
 public:
  Vocabulary();
  Vocabulary(const Vocabulary&) = delete;
  Vocabulary& operator=(const Vocabulary&) = delete;

  static constexpr std::uint32_t kEmpty = 0;      // id of ""
  static constexpr std::uint32_t kNotThere = 0xffffffff;

  std::uint32_t intern(std::string_view folded) const;  // makes one where there is none
  std::uint32_t find(std::string_view folded) const;    // kNotThere where nobody asked for it yet
  std::string_view text(std::uint32_t id) const { return pages_[id >> kPageBits][id & (kPage - 1)]; }
  std::uint32_t size() const;

 private:
  static constexpr std::uint32_t kPageBits = 12, kPage = 1u << kPageBits, kPages = 1u << 14;  // 67 million words
  struct Slot {
    std::uint32_t word = 0;  // id + 1; 0: free
    std::uint32_t hash = 0;
  };
  std::size_t slot_of(std::string_view folded, std::uint32_t hash) const;
  void grow() const;
  std::string_view keep(std::string_view folded) const;

  mutable std::mutex mutex_;
  // Pages never move, so text() needs no lock: whoever holds an id got it behind the lock that filled its place.
  mutable std::vector<std::unique_ptr<std::string_view[]>> pages_;
  mutable std::vector<Slot> slots_;  // open addressing
  mutable std::vector<std::unique_ptr<char[]>> blocks_;
  mutable std::size_t block_left_ = 0;
  mutable char* block_at_ = nullptr;
  mutable std::uint32_t size_ = 0;
};

}  // namespace crosscheck
