import type { Figures } from '../measure/figures.ts';
import { figure, tableOf } from './table.ts';

/** What was measured once, and not by rounds under load. */
export function singleTable({ watchers, memory, start, signIns, search }: Figures): string | null {
  const rows: string[][] = [];
  const add = (what: string, value: number, unit: string) => rows.push([what, `${figure(value)} ${unit}`]);
  if (watchers !== null) {
    const to = `One change to ${watchers.watchers} watchers`;
    add(`${to}: p50 from commit to arrival`, watchers.p50, 'ms');
    add(`${to}: p99`, watchers.p99, 'ms');
    add(`${to}: longest turn of the loop by the clock`, watchers.heldMs, 'ms');
    add(`${to}: the same by its own CPU time`, watchers.busyMs, 'ms');
    add(`${to}: changes that did not arrive`, watchers.missed, '');
  }
  if (memory !== null) {
    const { cards, aloneMb, watchedMb } = memory;
    add(`${cards.toLocaleString('en')} cards: resident memory before anybody watches`, aloneMb, 'MB');
    add(`The same with ${memory.watchers} watchers, at most`, watchedMb, 'MB');
  }
  if (start !== null) {
    const what = `Start to first answer, ${start.cards.toLocaleString('en')} cards`;
    add(`${what}: median of ${start.starts}`, start.medianMs, 'ms');
    add(`${what}: longest`, start.longestMs, 'ms');
  }
  if (signIns !== null) {
    const what = `${signIns.atOnce} sign-ins at once`;
    add(`${what}: all are in after`, signIns.allMs, 'ms');
    add(`${what}: longest turn of the loop by the clock`, signIns.heldMs, 'ms');
    add(`${what}: the same by its own CPU time`, signIns.busyMs, 'ms');
    add(`${what}: longest turn of an idle process beside it`, signIns.idleMs, 'ms');
  }
  if (search !== null) {
    const what = `Search over ${search.cards.toLocaleString('en')} cards on ${search.boards} boards`;
    add(`${what}: p50 of all questions`, search.usual, 'ms');
    add(`${what}: p50 of the slowest, “${search.slowest}”`, search.p50, 'ms');
    add(`${what}: p99 of that`, search.p99, 'ms');
    add(`${what}: longest turn of the loop by the clock`, search.heldMs, 'ms');
    add(`${what}: the same by its own CPU time`, search.busyMs, 'ms');
  }
  if (rows.length === 0) return null;
  return `### Measured by themselves\n\n${tableOf(['what', 'measured'], rows)}\n`;
}
