// How well the assistant understands people: the typed command language, or a model behind the built server.
import { writeFileSync } from 'node:fs';
import { understand } from '@talkan/board/command/understand';
import { readCommandLine, say } from '../command-line.ts';
import { CASES } from './cases/all.ts';
import type { Case } from './expect.ts';
import { playWithModel } from './model/play-model.ts';
import { readOptions, USAGE, type Options } from './options.ts';
import { play, type Trial } from './play.ts';
import { failuresOf, modelTable, resultTable } from './report.ts';

const options = readCommandLine(USAGE, (args) => readOptions(args, process.env));
const cases = CASES.filter(isWanted);
const trials = options.model === null ? playOffline(cases) : await playOnline(cases, options.model);
say(`\n${resultTable(trials, options.trials)}\n`);
if (options.model !== null) say(`${modelTable(trials)}\n`);
const failures = failuresOf(trials);
if (failures.length > 0) {
  say(`${failures.length} not as they should be:\n`);
  for (const failure of failures) say(`- ${failure}`);
}
if (options.out !== null) writeFileSync(options.out, `${JSON.stringify({ options: shown(), trials }, null, 2)}\n`);
// A model may be as good as it is; the command language is to be right.
if (options.model === null && failures.length > 0) process.exitCode = 1;

function isWanted({ category, id }: Case): boolean {
  return (options.only.length === 0 || options.only.includes(category)) && id.includes(options.match);
}

function playOffline(wanted: readonly Case[]): readonly Trial[] {
  // Until its functions are compiled the first phrases would be the slow ones.
  for (const one of wanted.slice(0, 50)) play(one, understand);
  return Array.from({ length: options.trials }, () => wanted.map((one) => play(one, understand))).flat();
}

function playOnline(wanted: readonly Case[], model: NonNullable<Options['model']>): Promise<readonly Trial[]> {
  const told = ({ case: one, mark }: Trial) => say(`${mark.padEnd(8)} ${one.id}`);
  return playWithModel(wanted, { model, trials: options.trials, told });
}

/** Without the key. */
function shown(): unknown {
  return { ...options, model: options.model && { ...options.model, key: undefined } };
}
