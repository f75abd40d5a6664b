// Words that only the page of a sweep uses.
export const terms = [
  ["design point", "One setting of all parameters that the sweep varies."],
  ["arm", "The same design under a further change, such as without lobbying, on the same random numbers."],
  ["S1, ST", "Share of the variance between design points that would go if the parameter were known; that would stay if all others were. Their difference is interaction."],
  ["one half", "Where the share adopted first crosses one half, by straight lines between places."],
  ["peak", "Where a curve is highest, by a parabola through its highest place and the neighbours; none if that is at an end."],
];
