// Talkan beside what Node and SQLite can do at most: servers side by side, in alternating order, and the goals.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCommandLine, say } from './command-line.ts';
import { startGenerator } from './load/load.ts';
import type { Figures } from './measure/figures.ts';
import { runHeat, type Heat, type Result } from './measure/heat.ts';
import { heatsOf, workOf } from './measure/heats.ts';
import { measureMemory } from './measure/memory.ts';
import { measureSearch } from './measure/search.ts';
import { measureSignIns } from './measure/sign-ins.ts';
import { measureStart } from './measure/start.ts';
import { measureWatchers } from './measure/watchers.ts';
import { readOptions, USAGE } from './options.ts';
import { goalTable, judge } from './report/goal-table.ts';
import { heatTable, losses } from './report/heat-table.ts';
import { machineLine } from './report/machine.ts';
import { profileTable } from './report/profile.ts';
import { singleTable } from './report/single-tables.ts';
import { allServers } from './servers/all.ts';
import { NO_FASTAPI } from './servers/fastapi.ts';

const options = readCommandLine(USAGE, readOptions);
const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-'));
try {
  await bench();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<void> {
  const machine = machineLine(folder);
  const figures: Figures = { results: await runHeats(), ...(await runSingles()) };
  const table = singleTable(figures);
  if (table !== null) say(table);
  say(goalTable(figures, machine));
  const lost = losses(figures.results);
  for (const sentence of lost) fail(`\n${sentence}`);
  const report = { machine, at: new Date().toISOString(), options, goals: judge(figures), ...figures };
  if (options.out !== null) writeFileSync(options.out, `${JSON.stringify(report, null, 2)}\n`);
}

function fail(sentence: string): void {
  say(`${sentence}\n`);
  process.exitCode = 1;
}

function isWanted(work: string): boolean {
  return options.only.length === 0 || options.only.includes(work);
}

async function runHeats(): Promise<readonly Result[]> {
  const servers = allServers();
  if (servers.fastapi === null) say(`${NO_FASTAPI}\n`);
  const wanted = heatsOf({ ...options, servers }).filter((heat) => isWanted(workOf(heat)));
  const heats = wanted
    .map((heat) => ({ ...heat, entrants: heat.entrants.filter(isAdmitted) }))
    .filter(({ entrants }) => entrants.length > 0);
  const kinds = new Set(heats.flatMap(({ entrants }) => entrants.map(({ kind }) => kind)));
  for (const { name, about } of kinds) say(`- ${name}: ${about}`);
  if (kinds.size > 0) say('');
  const generator = startGenerator();
  const all: Result[] = [];
  try {
    for (const heat of heats) {
      const { results, profiled, leftOut } = await runHeat(heat, { ...options, generator, folder });
      all.push(...results);
      for (const sentence of leftOut) fail(sentence);
      say(heatTable(heat, all));
      for (const { name, folder } of profiled) say(profileTable(name, folder) ?? `${name} has written no profile.\n`);
    }
  } finally {
    generator.stop();
  }
  return all;
}

function isAdmitted({ kind }: Heat['entrants'][number]): boolean {
  return options.servers.length === 0 || options.servers.includes(kind.name);
}

async function runSingles(): Promise<Omit<Figures, 'results'>> {
  const { quick, profile } = options;
  const large = 10_000;
  const starts = { cards: large, starts: quick ? 3 : 7, profiled: profile === 'talkan' };
  const start = isWanted('start') ? await measureStart(folder, starts) : null;
  if (start?.profiled) say(profileTable(`talkan@${large}, start`, start.profiled) ?? '');
  return {
    watchers: isWanted('watchers') ? await measureWatchers(folder, { count: 500, rounds: quick ? 10 : 40 }) : null,
    memory: isWanted('memory') ? await measureMemory(folder, { cards: large, watchers: 500 }) : null,
    start,
    signIns: isWanted('sign-ins') ? await measureSignIns(folder, quick ? 1 : 3) : null,
    search: isWanted('search') ? await measureSearch(folder, quick ? 5 : 30) : null,
  };
}
