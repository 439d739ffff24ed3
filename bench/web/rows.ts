import { figure, tableOf } from '../report/table.ts';

/** One line of the table: what was measured, here and on the reference page, and what it should be. */
export interface Row {
  readonly what: string;
  readonly talkan: number;
  /** The same on the reference page; null where it has nothing of the kind. */
  readonly reference: number | null;
  readonly unit: 'ms' | 'KB' | 'MB' | '%' | '';
  /** Null: told without being judged. */
  readonly atMost: number | null;
}

export interface JudgedRow extends Row {
  readonly ratio: number | null;
  readonly reached: boolean | null;
}

export function judgeRow(row: Row): JudgedRow {
  const { talkan, reference, atMost } = row;
  const ratio = reference === null || reference === 0 ? null : talkan / reference;
  return { ...row, ratio, reached: atMost === null || Number.isNaN(talkan) ? null : talkan <= atMost };
}

export function webTable(rows: readonly Row[]): string {
  const head = ['what', 'goal', 'Talkan', 'reference', 'ratio', 'reached'];
  return tableOf(head, rows.map(judgeRow).map(cellsOf));
}

function cellsOf({ what, talkan, reference, unit, atMost, ratio, reached }: JudgedRow): readonly string[] {
  const withUnit = (value: number) => `${figure(value)} ${unit}`.trim();
  return [
    what,
    atMost === null ? '–' : `≤ ${withUnit(atMost)}`,
    withUnit(talkan),
    reference === null ? '–' : withUnit(reference),
    ratio === null ? '–' : `${figure(ratio)} ×`,
    reached === null ? '–' : reached ? 'yes' : '**no**',
  ];
}
