// Lays the way that columns go together: the stations at which a passage is level in several of them.
// Answers "lay-way", sent with how far each column has gone where a passage is level (nothing in one that
// does not print it), and with the first and the last station, between which the others are set.
document.addEventListener("lay-way", ({ detail: { passages, stations } }) => {
  for (const [a, b] of pairs(stations[0].length)) {
    const shared = passages.filter((places) => places[a] !== undefined && places[b] !== undefined);
    for (const places of inOrder(shared, a, b)) station(stations, places);
  }
});

// Every two columns, neighbours first: what stands beside each other is kept level before the rest.
function pairs(count) {
  const all = Array.from({ length: count * count }, (_, n) => [Math.floor(n / count), n % count]);
  return all.filter(([a, b]) => a < b).sort(([a, b], [c, d]) => b - a - (d - c));
}

// The longest run of passages that come in the same order in two columns.
function inOrder(passages, a, b) {
  const runs = passages.sort((p, q) => p[a] - q[a]).map((places) => [places]);
  runs.forEach((run, n) => {
    const best = runs.slice(0, n).filter((other) => other.at(-1)[b] < run[0][b] && other.at(-1)[a] < run[0][a])
      .reduce((longest, other) => (other.length > longest.length ? other : longest), []);
    runs[n] = [...best, ...run];
  });
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), []);
}

// Sets a passage among the stations, if it fits there in every column that prints it; a column that
// does not is as far on its way from the station before to the one after as the others are.
function station(stations, places) {
  const after = stations.findIndex((to) => places.every((place, n) => place === undefined || place <= to[n]));
  const from = stations[after - 1], to = stations[after];
  if (!from || places.some((place, n) => place < from[n])) return;
  const parts = places.map((place, n) => (place - from[n]) / (to[n] - from[n])).filter(Number.isFinite);
  const part = parts.reduce((sum, one) => sum + one, 0) / parts.length || 0;
  stations.splice(after, 0, places.map((place, n) => place ?? from[n] + (to[n] - from[n]) * part));
}
