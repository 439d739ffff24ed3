// The web app in a real Chromium beside a page of plain boxes: how soon a large board stands, how it moves, what it holds.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { readCommandLine, say } from './command-line.ts';
import { machineLine } from './report/machine.ts';
import { measureAgain } from './web/measure/again.ts';
import { measureDrag, measureScroll } from './web/measure/frames.ts';
import { measureKeys } from './web/measure/keys.ts';
import { measureLoad } from './web/measure/load.ts';
import { measureMemory } from './web/measure/memory.ts';
import { measureOthers } from './web/measure/others.ts';
import { PARTS, readOptions, USAGE, type Options, type Part } from './web/options.ts';
import { judgeRow, webTable, type Row } from './web/rows.ts';
import { openStage, type Stage } from './web/stage.ts';

const MEASURES: Readonly<Record<Part, (stage: Stage) => Promise<readonly Row[]>>> = {
  load: measureLoad,
  again: measureAgain,
  drag: measureDrag,
  scroll: measureScroll,
  keys: measureKeys,
  others: measureOthers,
  memory: measureMemory,
};

await bench(readCommandLine(USAGE, readOptions));

async function bench(options: Options): Promise<void> {
  const machine = machineLine(tmpdir());
  const rows: Row[] = [];
  const stage = await openStage(options);
  try {
    for (const part of PARTS) {
      if (options.only.length > 0 && !options.only.includes(part)) continue;
      const measured = await MEASURES[part](stage);
      rows.push(...measured);
      say(`${webTable(measured)}\n`);
    }
    const slower = options.slower === 1 ? '' : `, its processor ${options.slower} times slower`;
    const browser = `Chromium ${stage.browser.version()}${slower}; ${options.cards.toLocaleString('en')} cards.`;
    say(`### In the browser\n\n${webTable(rows)}\n\n${browser} ${machine}`);
    const report = { machine, browser, at: new Date().toISOString(), options, rows: rows.map(judgeRow) };
    if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await stage.close();
  }
}
