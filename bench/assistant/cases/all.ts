import type { Case } from '../expect.ts';
import { ambiguity } from './ambiguity.ts';
import { bulk } from './bulk.ts';
import { clauses } from './clauses.ts';
import { dates } from './dates.ts';
import { destructive } from './destructive.ts';
import { fields } from './fields.ts';
import { fuzzy } from './fuzzy.ts';
import { injection } from './injection.ts';
import { more } from './more.ts';
import { multiTurn } from './multi-turn.ts';
import { queries } from './queries.ts';
import { secondThoughts } from './second-thoughts.ts';
import { single } from './single.ts';

export const CASES: readonly Case[] = [
  ...single,
  ...fields,
  ...bulk,
  ...fuzzy,
  ...dates,
  ...clauses,
  ...queries,
  ...ambiguity,
  ...destructive,
  ...injection,
  ...multiTurn,
  ...more,
  ...secondThoughts,
];
