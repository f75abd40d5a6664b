#include "analysis/add_result.hpp"

#include "analysis/network_summary.hpp"
#include "analysis/results/hdf5/result_writer.hpp"
#include "support/files/sha256.hpp"

namespace hansa {

std::vector<FileDigest> add_result(const ResultSet& result, const std::string& scenario_text,
                                   const std::string& prefix, OutputFolder& folder) {
  const std::vector<std::byte> image = hdf5_image(result);
  folder.add(prefix + "result.h5", image);
  folder.add(prefix + "scenario.yaml", scenario_text);
  std::vector<FileDigest> digests = {{prefix + "result.h5", sha256_hex(image)},
                                     {prefix + "scenario.yaml", sha256_hex(scenario_text)}};
  if (!has_networks(result)) return digests;
  for (const auto& [name, dimension] : network_tables) {
    const std::string table = networks_csv(result, dimension);
    folder.add(prefix + std::string(name), table);
    digests.emplace_back(prefix + std::string(name), sha256_hex(table));
  }
  return digests;
}

}  // namespace hansa
