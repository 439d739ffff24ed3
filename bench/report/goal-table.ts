import type { Figures } from '../measure/figures.ts';
import { GOALS, isReached, type Goal } from './goals.ts';
import { figure, tableOf } from './table.ts';

export interface Judged {
  readonly work: string;
  readonly goal: string;
  readonly value: number | null;
  readonly reached: boolean | null;
}

export function judge(figures: Figures): readonly Judged[] {
  return GOALS.map((goal) => {
    const value = goal.value(figures);
    return { work: goal.work, goal: goal.goal, value, reached: value === null ? null : isReached(goal, value) };
  });
}

export function goalTable(figures: Figures, machine: string): string {
  const rows = GOALS.map((goal) => rowOf(goal, goal.value(figures)));
  return `### Goals\n\n${tableOf(['work', 'goal', 'measured', 'reached'], rows)}\n\n${machine}`;
}

function rowOf(goal: Goal, value: number | null): readonly string[] {
  if (value === null) return [goal.work, goal.goal, '–', 'not measured'];
  const measured = goal.unit === '×' ? `${figure(value)} ×` : `${figure(value)} ${goal.unit}`;
  return [goal.work, goal.goal, measured, isReached(goal, value) ? 'yes' : '**no**'];
}
