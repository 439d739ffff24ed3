import { quantile } from '../measure/statistics.ts';
import { figure, tableOf } from '../report/table.ts';
import { CATEGORIES } from './expect.ts';
import type { Mark } from './grade.ts';
import type { Trial } from './play.ts';

const Z = 1.959964;

/** The 95 % interval of a share after Wilson: also where it is none or all of few. */
export function wilson(count: number, total: number): readonly [low: number, high: number] {
  if (total === 0) return [0, 1];
  const share = count / total;
  const scale = 1 + Z ** 2 / total;
  const centre = share + Z ** 2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/** The share of cases that were right every time. */
export function passEveryTime(trials: readonly Trial[]): number {
  const byCase = Map.groupBy(trials, (trial) => trial.case.id);
  const passed = [...byCase.values()].filter((tries) => tries.every(({ mark }) => mark === 'right'));
  return byCase.size === 0 ? Number.NaN : passed.length / byCase.size;
}

/** A row for each category, and one for all. */
export function resultTable(trials: readonly Trial[], timesTried: number): string {
  const groups = CATEGORIES.map(
    (category) => [category, trials.filter((one) => one.case.category === category)] as const,
  );
  const rows = [...groups, ['**all**', trials] as const].filter(([, group]) => group.length > 0);
  const head = ['category', 'cases', 'right', 'refused', 'harmful'];
  const tried = timesTried > 1 ? [`right ${timesTried} of ${timesTried} times`] : [];
  return tableOf(
    [...head, ...tried, 'p50 ms', 'p99 ms'],
    rows.map(([name, group]) => [
      name,
      String(new Set(group.map((one) => one.case.id)).size),
      share(group, 'right'),
      share(group, 'refused'),
      share(group, 'harmful'),
      ...(timesTried > 1 ? [percent(passEveryTime(group))] : []),
      ...[0.5, 0.99].map((part) =>
        figure(
          quantile(
            group.flatMap(({ times }) => times),
            part,
          ),
        ),
      ),
    ]),
  );
}

/** How a model was asked, and what it took: a row for each form in which it was asked. */
export function modelTable(trials: readonly Trial[]): string {
  const facts = trials.flatMap((trial) => trial.facts ?? []);
  const groups = [...Map.groupBy(facts, ({ rung }) => rung ?? 'the command language alone')];
  const costs = facts.flatMap(({ cost }) => cost ?? []);
  const rows = groups.toSorted(([, one], [, other]) => other.length - one.length);
  const told = rows.map(([rung, group]) => {
    const tokens = group.flatMap((one) => one.tokens ?? []);
    const average = (count: (one: (typeof tokens)[number]) => number) =>
      tokens.length === 0 ? 'not told' : figure(tokens.reduce((sum, one) => sum + count(one), 0) / tokens.length);
    return [
      rung,
      String(group.length),
      average(({ prompt }) => prompt),
      average(({ completion }) => completion),
      figure(
        quantile(
          group.flatMap(({ durationMs }) => durationMs ?? []),
          0.5,
        ),
      ),
    ];
  });
  const held = trials.filter(({ isHeld }) => isHeld).length;
  const sum = costs.reduce((total, cost) => total + cost, 0);
  return [
    tableOf(['asked by', 'turns', 'tokens in', 'tokens out', 'p50 ms'], told),
    '',
    `${held} of ${trials.length} tries waited for a yes on the way. Cost: ${costs.length === 0 ? 'not told' : `${sum.toFixed(4)} US dollars`}.`,
  ].join('\n');
}

function share(trials: readonly Trial[], mark: Mark): string {
  const count = trials.filter((one) => one.mark === mark).length;
  const [low, high] = wilson(count, trials.length);
  return `${percent(count / trials.length)} (${percent(low)}–${percent(high)})`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

/** What is not as it has to be: harm anywhere, and a case that is covered and not right. */
export function failuresOf(trials: readonly Trial[]): readonly string[] {
  return trials
    .filter((one) => one.mark === 'harmful' || (one.case.covered && one.mark !== 'right'))
    .map((one) => `${one.mark} · ${one.case.id}\n    ${one.why ?? ''}`);
}
