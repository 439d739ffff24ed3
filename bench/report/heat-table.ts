import { nameOf, ratioOf, type Heat, type Result } from '../measure/heat.ts';
import { median } from '../measure/statistics.ts';
import { figure, tableOf } from './table.ts';

/** What one heat has shown: medians over its rounds. */
export function heatTable(heat: Heat, all: readonly Result[]): string {
  const names = [...new Set(heat.entrants.map(nameOf))];
  const head = ['server@cards', 'requests/s', ...heat.bases.flatMap((base) => [`× ${base}`, 'by CPU'])];
  head.push('p50 ms', 'p99 ms', 'CPU ms/request', 'RSS MB', 'other answers', 'errors');
  const rows = names.map((name) => {
    const own = all.filter(({ heat: id, entrant }) => id === heat.id && entrant === name);
    const middle = (pick: (result: Result) => number) => figure(median(own.map(pick)));
    const sum = (pick: (result: Result) => number) => String(own.reduce((total, result) => total + pick(result), 0));
    return [
      name,
      middle(({ rate }) => rate),
      ...heat.bases.flatMap((to) =>
        (['rate', 'cpu'] as const).map((by) => figure(ratioOf(all, { heat: heat.id, of: name, to, by }))),
      ),
      middle(({ p50 }) => p50),
      middle(({ p99 }) => p99),
      middle(({ cpuMs }) => cpuMs),
      middle(({ rssMb }) => rssMb),
      sum(({ others }) => Object.values(others).reduce((total, count) => total + count, 0)),
      sum(({ errors }) => errors),
    ];
  });
  return `### ${heat.title}, ${heat.connections} connections\n\n${tableOf(head, rows)}\n`;
}

/** A sentence for each server that has acknowledged what is not on its board. */
export function losses(results: readonly Result[]): readonly string[] {
  return results
    .filter(({ lost }) => lost !== null && lost > 0)
    .map(({ entrant, heat, lost }) => `${entrant} has lost ${lost} acknowledged moves in ${heat}.`);
}
