#include "sim/kernel/contest.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <immintrin.h>

namespace hansa {
namespace {

// Texts are taken in blocks of four, one a lane, and packed actor by actor; a tile puts the four texts of one block
// against those of one or two others. Every lane adds up its own pair in the order of actors, as the reference does.

constexpr std::size_t lanes = 4;
using Lanes = double __attribute__((vector_size(lanes * sizeof(double))));

Lanes all(double value) { return _mm256_set1_pd(value); }
Lanes absolute(Lanes x) { return _mm256_andnot_pd(_mm256_set1_pd(-0.0), x); }

/// Rows become columns.
void transpose(Lanes (&rows)[lanes]) {
  const Lanes low01 = _mm256_unpacklo_pd(rows[0], rows[1]), high01 = _mm256_unpackhi_pd(rows[0], rows[1]);
  const Lanes low23 = _mm256_unpacklo_pd(rows[2], rows[3]), high23 = _mm256_unpackhi_pd(rows[2], rows[3]);
  rows[0] = _mm256_permute2f128_pd(low01, low23, 0x20);
  rows[1] = _mm256_permute2f128_pd(high01, high23, 0x20);
  rows[2] = _mm256_permute2f128_pd(low01, low23, 0x31);
  rows[3] = _mm256_permute2f128_pd(high01, high23, 0x31);
}

template <std::size_t Width> struct Sums {  // of four texts against Width blocks
  std::array<std::array<Lanes, Width>, lanes> signed_sum, absolute_sum;
};

// How a vote is felt: `width` blocks that a tile takes at once, `depth` packed values an actor and text; signed sums that
// are differences of the texts' support need not be added up.

struct Proportional {
  static constexpr std::size_t depth = 1, width = 2;
  static constexpr bool by_support = true;
  static void pack(double* place, std::size_t, const ContestInput&, Lanes gain) {
    _mm256_storeu_pd(place, gain);
  }

  template <std::size_t Width>
  static void add_up(const ContestInput& in, const double* row,
                     const std::array<const double*, Width>& column, Sums<Width>& sums) {
    for (auto& of_text : sums.absolute_sum) of_text.fill(_mm256_setzero_pd());
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = all(in.weight[i]);
      for (std::size_t c = 0; c < Width; ++c) {
        const Lanes gain_b = _mm256_loadu_pd(column[c] + i * lanes);
        for (std::size_t r = 0; r < lanes; ++r) {
          const Lanes better = _mm256_max_pd(all(row[i * lanes + r]), gain_b);
          sums.absolute_sum[r][c] = _mm256_fmadd_pd(weight, better, sums.absolute_sum[r][c]);
        }
      }
    }
  }
};

struct Cubic {
  static constexpr std::size_t depth = 1, width = 1;
  static constexpr bool by_support = false;
  static void pack(double* place, std::size_t actor, const ContestInput& in, Lanes gain) {
    _mm256_storeu_pd(place, _mm256_mul_pd(all(in.root[actor]), gain));
  }

  template <std::size_t Width>
  static void add_up(const ContestInput& in, const double* row,
                     const std::array<const double*, Width>& column, Sums<Width>& sums) {
    std::array<Lanes, lanes> signed_sum, absolute_sum;
    signed_sum.fill(_mm256_setzero_pd());
    absolute_sum.fill(_mm256_setzero_pd());
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes of_b = _mm256_loadu_pd(column[0] + i * lanes);
      for (std::size_t r = 0; r < lanes; ++r) {
        const Lanes d = _mm256_sub_pd(all(row[i * lanes + r]), of_b), square = _mm256_mul_pd(d, d);
        signed_sum[r] = _mm256_fmadd_pd(square, d, signed_sum[r]);
        absolute_sum[r] = _mm256_fmadd_pd(square, absolute(d), absolute_sum[r]);
      }
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      sums.signed_sum[r][0] = signed_sum[r];
      sums.absolute_sum[r][0] = absolute_sum[r];
    }
  }
};

struct Mixed {
  static constexpr std::size_t depth = 2, width = 1;
  static constexpr bool by_support = false;
  static void pack(double* place, std::size_t actor, const ContestInput& in, Lanes gain) {
    _mm256_storeu_pd(place, gain);
    _mm256_storeu_pd(place + lanes, _mm256_mul_pd(all(0.5 * in.weight[actor]), gain));
  }

  template <std::size_t Width>
  static void add_up(const ContestInput& in, const double* row,
                     const std::array<const double*, Width>& column, Sums<Width>& sums) {
    std::array<Lanes, lanes> signed_sum, absolute_sum;
    signed_sum.fill(_mm256_setzero_pd());
    absolute_sum.fill(_mm256_setzero_pd());
    const Lanes from = all(1.0);
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const double* const of_a = row + i * 2 * lanes;
      const Lanes gain_b = _mm256_loadu_pd(column[0] + i * 2 * lanes);
      const Lanes weighted_b = _mm256_loadu_pd(column[0] + i * 2 * lanes + lanes);
      for (std::size_t r = 0; r < lanes; ++r) {
        const Lanes d = _mm256_sub_pd(all(of_a[r]), gain_b);
        const Lanes lean = _mm256_sub_pd(all(of_a[lanes + r]), weighted_b);
        const Lanes strength = _mm256_fmadd_pd(d, d, from);
        signed_sum[r] = _mm256_fmadd_pd(strength, lean, signed_sum[r]);
        absolute_sum[r] = _mm256_fmadd_pd(strength, absolute(lean), absolute_sum[r]);
      }
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      sums.signed_sum[r][0] = signed_sum[r];
      sums.absolute_sum[r][0] = absolute_sum[r];
    }
  }
};

struct Binary {
  static constexpr std::size_t depth = 1, width = 1;
  static constexpr bool by_support = false;
  static void pack(double* place, std::size_t, const ContestInput&, Lanes gain) {
    _mm256_storeu_pd(place, gain);
  }

  template <std::size_t Width>
  static void add_up(const ContestInput& in, const double* row,
                     const std::array<const double*, Width>& column, Sums<Width>& sums) {
    std::array<Lanes, lanes> in_favour, against;
    in_favour.fill(_mm256_setzero_pd());
    against.fill(_mm256_setzero_pd());
    for (std::size_t i = 0; i < in.n_actors; ++i) {
      const Lanes weight = all(in.weight[i]), gain_b = _mm256_loadu_pd(column[0] + i * lanes);
      for (std::size_t r = 0; r < lanes; ++r) {
        const Lanes gain_a = all(row[i * lanes + r]);
        const Lanes more = _mm256_and_pd(_mm256_cmp_pd(gain_a, gain_b, _CMP_GT_OQ), weight);
        const Lanes less = _mm256_and_pd(_mm256_cmp_pd(gain_a, gain_b, _CMP_LT_OQ), weight);
        in_favour[r] = _mm256_add_pd(in_favour[r], more);
        against[r] = _mm256_add_pd(against[r], less);
      }
    }
    for (std::size_t r = 0; r < lanes; ++r) {
      sums.signed_sum[r][0] = _mm256_sub_pd(in_favour[r], against[r]);
      sums.absolute_sum[r][0] = _mm256_add_pd(in_favour[r], against[r]);
    }
  }
};

/// Texts beside the last are packed as copies of it, and their chances never written.
template <class Response> void pack(const ContestInput& in, double* packed) {
  constexpr std::size_t step = Response::depth * lanes;
  for (std::size_t t = 0; t < in.n_texts; t += lanes) {
    const double* gain[lanes];
    for (std::size_t r = 0; r < lanes; ++r) gain[r] = &in.gain[std::min(t + r, in.n_texts - 1) * in.n_actors];
    std::size_t i = 0;
    for (; i + lanes <= in.n_actors; i += lanes) {
      Lanes of_actor[lanes];
      for (std::size_t r = 0; r < lanes; ++r) of_actor[r] = _mm256_loadu_pd(gain[r] + i);
      transpose(of_actor);
      for (std::size_t k = 0; k < lanes; ++k, packed += step) Response::pack(packed, i + k, in, of_actor[k]);
    }
    for (; i < in.n_actors; ++i, packed += step)
      Response::pack(packed, i, in, Lanes{gain[0][i], gain[1][i], gain[2][i], gain[3][i]});
  }
}

void add_up_support(const ContestInput& in, const double* packed, double* support) {
  for (std::size_t t = 0; t < in.n_texts; t += lanes) {
    const double* const block = packed + t * in.n_actors;
    Lanes sum = _mm256_setzero_pd();
    for (std::size_t i = 0; i < in.n_actors; ++i)
      sum = _mm256_fmadd_pd(all(in.weight[i]), _mm256_loadu_pd(block + i * lanes), sum);
    _mm256_storeu_pd(support + t, sum);
  }
}

/// Writes the chances of four texts against four, and the other way round.
void write(std::size_t n_texts, std::size_t a, std::size_t b, const std::array<Lanes, lanes>& lead,
           double* win) {
  const Lanes half = all(0.5);
  if (a + lanes <= n_texts && b + lanes <= n_texts) {
    for (std::size_t r = 0; r < lanes; ++r)
      _mm256_storeu_pd(win + (a + r) * n_texts + b, _mm256_add_pd(half, lead[r]));
    Lanes across[lanes] = {lead[0], lead[1], lead[2], lead[3]};
    transpose(across);
    for (std::size_t c = 0; c < lanes; ++c)
      _mm256_storeu_pd(win + (b + c) * n_texts + a, _mm256_sub_pd(half, across[c]));
    return;
  }
  for (std::size_t r = 0; r < lanes && a + r < n_texts; ++r) {
    std::array<double, lanes> leads;
    _mm256_storeu_pd(leads.data(), lead[r]);
    for (std::size_t c = 0; c < lanes && b + c < n_texts; ++c) {
      win[(a + r) * n_texts + b + c] = 0.5 + leads[c];
      win[(b + c) * n_texts + a + r] = 0.5 - leads[c];
    }
  }
}

template <std::size_t Width, class Response>
void tile(const ContestInput& in, const double* packed, const double* support, std::size_t a, std::size_t b,
          double* win) {
  const auto block = [&](std::size_t t) { return packed + t * in.n_actors * Response::depth; };
  std::array<const double*, Width> column;
  for (std::size_t c = 0; c < Width; ++c) column[c] = block(b + c * lanes);
  Sums<Width> sums;
  Response::template add_up<Width>(in, block(a), column, sums);
  const Lanes tie = all(1e-12), two = all(2.0);
  for (std::size_t c = 0; c < Width; ++c) {
    std::array<Lanes, lanes> lead;
    for (std::size_t r = 0; r < lanes; ++r) {
      if constexpr (Response::by_support) {
        const Lanes of_a = all(support[a + r]), of_b = _mm256_loadu_pd(support + b + c * lanes);
        const Lanes better = sums.absolute_sum[r][c];
        sums.signed_sum[r][c] = _mm256_sub_pd(of_a, of_b);
        sums.absolute_sum[r][c] = _mm256_add_pd(_mm256_sub_pd(better, of_a), _mm256_sub_pd(better, of_b));
      }
      lead[r] = _mm256_div_pd(sums.signed_sum[r][c],
                              _mm256_mul_pd(two, _mm256_add_pd(sums.absolute_sum[r][c], tie)));
    }
    write(in.n_texts, a, b + c * lanes, lead, win);
  }
}

template <class Response> void contest(const ContestInput& in, std::span<double> win) {
  const std::size_t n_padded = (in.n_texts + lanes - 1) / lanes * lanes;
  double* const support = in.scratch.data();
  double* const packed = support + n_padded;
  pack<Response>(in, packed);
  if constexpr (Response::by_support) add_up_support(in, packed, support);
  for (std::size_t a = 0; a < in.n_texts; a += lanes) {
    std::size_t b = a;
    for (; b + (Response::width - 1) * lanes < in.n_texts; b += Response::width * lanes)
      tile<Response::width, Response>(in, packed, support, a, b, win.data());
    if (b < in.n_texts) tile<1, Response>(in, packed, support, a, b, win.data());
  }
}

}  // namespace

void contest_proportional(const ContestInput& in, std::span<double> win) { contest<Proportional>(in, win); }
void contest_cubic(const ContestInput& in, std::span<double> win) { contest<Cubic>(in, win); }
void contest_mixed(const ContestInput& in, std::span<double> win) { contest<Mixed>(in, win); }
void contest_binary(const ContestInput& in, std::span<double> win) { contest<Binary>(in, win); }

}  // namespace hansa
