#include "bargaining/voting/baron_ferejohn.hpp"

#include <algorithm>

namespace hansa {

std::optional<PieShares> share_pie(const SharingRule& rule, double patience) {
  if (rule.n_needed > rule.n_seats || rule.n_needed == 0) return std::nullopt;
  const auto n = static_cast<double>(rule.n_seats), vetoes = static_cast<double>(rule.n_vetoes),
             members = n - vetoes;
  // the votes of members that each kind of proposer buys beside all vetoes
  const double by_veto = std::max(static_cast<double>(rule.n_needed) - vetoes, 0.0),
               by_member = std::max(static_cast<double>(rule.n_needed) - vetoes - 1.0, 0.0);
  PieShares found;
  if (rule.n_vetoes == 0) {
    found.member = 1.0 / n;
  } else if (members == 0) {
    found.veto = 1.0 / n;
  } else {
    // a veto holder: n V = 1 - (vetoes - 1) p V - by_veto p M + (n - 1) p V, with vetoes V + members M = 1
    // so V [n + (vetoes - 1) p - (n - 1) p - by_veto p vetoes / members] = 1 - by_veto p / members
    const double price = by_veto * patience / members;
    found.veto = (1.0 - price) / (n + (vetoes - n) * patience - price * vetoes);
    found.member = (1.0 - vetoes * found.veto) / members;
  }
  if (members > 0) found.proposing_member = 1.0 - patience * (vetoes * found.veto + by_member * found.member);
  if (vetoes > 0)
    found.proposing_veto = 1.0 - patience * ((vetoes - 1.0) * found.veto + by_veto * found.member);
  return found;
}

}  // namespace hansa
