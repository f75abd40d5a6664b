// The page of a run: sections in the order in which people ask.
import { access } from "./access.js";
import { adoption } from "./adoption.js";
import { degrees } from "./degrees.js";
import { issues } from "./issues.js";
import { map } from "./map.js";
import { objections, objectorTable } from "./objectors.js";
import { pressure } from "./pressure.js";
import { strips } from "./strips.js";
import { treaty } from "./treaties.js";
import { why } from "./why.js";
import { yearFigure } from "./years.js";

export function runSections(data) {
  const { conferences } = data;
  /// The conference that a reader is shown first: the least sure one.
  const start = conferences ? conferences.reduce((least, one, c) => (one.adopted < conferences[least].adopted ? c : least), 0) : 0;
  const years = (name, options) => yearFigure(data, name, options);
  return [
    ["outcomes", "What comes out", conferences && (() => [adoption(data), strips(data)])],
    ["map", "Where states stand", data.states && (() => [map(data, start)])],
    ["objectors", "Who objects and why", data.states && (() => [objections(data), why(data, start), objectorTable(data, start)])],
    ["text", "The text, issue by issue", data.issues && (() => [issues(data, start)])],
    ["treaties", "Who joins", data.treaties && (() => data.treaties.map((one) => treaty(one, data)))],
    ["networks", "City networks", data.years && (() => [
      years("networks", { title: "City networks", beside: [["known_networks", "known"]] }),
      years("effective_number", { title: "Effective number of networks" }),
      years("memberships_per_city", { title: "Memberships of a member city", about: "Networks that a city in any network is in, on average." }),
      years("network_voice", { title: "Voice of all networks", domain: [0, 1] }),
      years("births", { title: "Networks founded, ended and taken over", marked: true, beside: [["deaths", "ended"], ["mergers", "merged"]] }),
      years("access", { title: "Access to drafting tables" }),
      years("top_access", { title: "How unequal access is", domain: [0, 1] }),
      degrees(data),
      ...access(data),
    ])],
    ["pressure", "Pressure of cities", data.pressure && (() => [pressure(data)])],
    ["action", "What is carried out", data.years && (() => [
      years("compliance", { title: "Compliance of states", domain: [0, 1], beside: [["delivery", "with cities"]] }),
      years("city_action", { title: "Cities' own action" }),
      years("shortfall", { title: "Obligations left undone", domain: [0, 1] }),
    ])],
  ];
}
