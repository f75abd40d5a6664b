// Countries of the map: Natural Earth's borders at 1:110 million, by the three-letter codes of the results.
import codes from "i18n-iso-countries/codes.json";
import { feature } from "topojson-client";
import world from "world-atlas/countries-110m.json";

const alpha3 = new Map(codes.map(([, three, number]) => [number, three]));
const antarctica = "ATA";

/// Features with their code in `code`, undefined where the source gives none.
export const countries = feature(world, world.objects.countries).features
  .map((country) => ({ ...country, code: alpha3.get(country.id) }))
  .filter((country) => country.code !== antarctica);
