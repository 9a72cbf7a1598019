// What was once worked out for a word, by its number in the vocabulary: tables that know words by their letters are asked
// once a word, not once a token.
#pragma once

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <new>

namespace crosscheck {

// Safe to use from several threads: two may work out the same word, and find the same. Only for word ids of one Language.
class WordCache {
 public:
  // What `work()` gives for the word, now or earlier: a number below 0xfffffffe, or 0xffffffff.
  template <class Work>
  std::uint32_t of(std::uint32_t word, Work&& work) const {
    if (word >= kWords) return work();
    const std::atomic_ref<std::uint32_t> slot(slots_[word]);
    if (const std::uint32_t known = slot.load(std::memory_order_relaxed); known != kUnknown) return known - kShift;
    const std::uint32_t value = work();
    slot.store(value + kShift, std::memory_order_relaxed);
    return value;
  }

 private:
  static constexpr std::uint32_t kWords = 1u << 16;  // the first ids given, and so nearly all words of running text
  static constexpr std::uint32_t kUnknown = 0, kShift = 2;
  struct Free {
    void operator()(std::uint32_t* slots) const { std::free(slots); }
  };
  static std::uint32_t* zeros() {  // memory that nobody has touched yet: pages that no word needs cost nothing
    if (void* slots = std::calloc(kWords, sizeof(std::uint32_t))) return static_cast<std::uint32_t*>(slots);
    throw std::bad_alloc();
  }
  std::unique_ptr<std::uint32_t[], Free> slots_{zeros()};
};

}  // namespace crosscheck
