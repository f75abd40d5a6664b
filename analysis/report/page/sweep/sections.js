// The sections of the page of a sweep.
import { curves } from "./curves.js";
import { completeness, design } from "./design.js";
import { dials } from "./dials.js";
import { effects } from "./effects.js";
import { heat } from "./heat.js";
import { citation, reproduction } from "./reproduce.js";

export const sweepSections = (data) => [
  ["dials", "Turn the dials yourself", () => dials(data) ?? []],
  ["curves", "One parameter at a time", () => [curves(data)]],
  ["effects", "What matters", () => [effects(data)]],
  ["pairs", "Two parameters together", () => [heat(data)]],
  ["design", "What was varied", () => design(data)],
  ["runs", "What is done", () => completeness(data)],
];

export const sweepReproduction = reproduction, sweepCitation = citation;
