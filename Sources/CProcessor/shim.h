#pragma once
#include <stddef.h>
#include <stdint.h>

/// Asks for the line of an address; nothing waits for it, and any address may be asked for.
static inline void prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/// Whether this processor has the instructions of ``sha1_compress``.
static inline int sha1_is_in_hardware(void) {
  unsigned a, b, c, d;
  const unsigned ssse3_and_sse41 = 1u << 9 | 1u << 19;
  if (!__get_cpuid(1, &a, &b, &c, &d) || (c & ssse3_and_sse41) != ssse3_and_sse41) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & 1u << 29);
}

/// Four rounds; `before` is the state before the four rounds before them.
#define SHA1_ROUNDS(group, function)                                            \
  do {                                                                          \
    __m128i sum = _mm_sha1nexte_epu32(before, words[(group) & 3]);              \
    before = state;                                                             \
    state = _mm_sha1rnds4_epu32(state, sum, function);                          \
  } while (0)

/// The next four words of the schedule, in place of the ones sixteen before them.
#define SHA1_WORDS(group)                                                       \
  words[(group) & 3] = _mm_sha1msg2_epu32(                                      \
      _mm_xor_si128(                                                            \
          _mm_sha1msg1_epu32(words[(group) & 3], words[((group) + 1) & 3]),     \
          words[((group) + 2) & 3]),                                            \
      words[((group) + 3) & 3])

#define SHA1_STEP(group, function) \
  SHA1_WORDS(group);               \
  SHA1_ROUNDS(group, function)

/// SHA-1 over whole blocks (FIPS 180-4) with the instructions of Intel's SHA extensions.
///
/// - Parameter chain: the five words of the state.
__attribute__((target("sha,ssse3,sse4.1"))) static inline void sha1_compress(
    uint32_t *chain, const uint8_t *bytes, size_t blocks) {
  // The instructions want the first word highest, and big-endian words are the other way round.
  const __m128i reversed = _mm_set_epi64x(0x0001020304050607, 0x08090a0b0c0d0e0f);
  __m128i state = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)chain), 0x1b);
  __m128i last = _mm_set_epi32((int)chain[4], 0, 0, 0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i first_state = state;
    __m128i words[4];
    for (int index = 0; index < 4; index++) {
      words[index] = _mm_shuffle_epi8(
          _mm_loadu_si128((const __m128i *)(bytes + index * 16)), reversed);
    }
    __m128i before = state;
    state = _mm_sha1rnds4_epu32(state, _mm_add_epi32(last, words[0]), 0);
    SHA1_ROUNDS(1, 0);
    SHA1_ROUNDS(2, 0);
    SHA1_ROUNDS(3, 0);
    SHA1_STEP(4, 0);
    SHA1_STEP(5, 1);
    SHA1_STEP(6, 1);
    SHA1_STEP(7, 1);
    SHA1_STEP(8, 1);
    SHA1_STEP(9, 1);
    SHA1_STEP(10, 2);
    SHA1_STEP(11, 2);
    SHA1_STEP(12, 2);
    SHA1_STEP(13, 2);
    SHA1_STEP(14, 2);
    SHA1_STEP(15, 3);
    SHA1_STEP(16, 3);
    SHA1_STEP(17, 3);
    SHA1_STEP(18, 3);
    SHA1_STEP(19, 3);
    last = _mm_sha1nexte_epu32(before, last);
    state = _mm_add_epi32(state, first_state);
  }
  _mm_storeu_si128((__m128i *)chain, _mm_shuffle_epi32(state, 0x1b));
  chain[4] = (uint32_t)_mm_extract_epi32(last, 3);
}

#undef SHA1_STEP
#undef SHA1_WORDS
#undef SHA1_ROUNDS
#else
static inline int sha1_is_in_hardware(void) { return 0; }
static inline void sha1_compress(uint32_t *chain, const uint8_t *bytes, size_t blocks) {
  (void)chain, (void)bytes, (void)blocks;
}
#endif
