import type { Operation } from '@talkan/board/operations';
import type { Role } from '@talkan/board/roles';
import type { ModelConfig } from '../../context.js';
import { testApp, type Person, type TestApp } from '../../testing.js';
import { ModelFailure } from '../endpoint/failure.js';
import { createLadder, type Ladder } from '../endpoint/ladder.js';
import { createReadTools } from '../lookups/read-tools.js';
import { readStageBase } from '../staging/stage-base.js';
import type { Tell } from '../telling/teller.js';
import { runTurn, type Turn, type TurnResult } from '../turn.js';
import type { Progress } from '../turn-event.js';
import { startModelServer, type ModelServer } from './model-server.js';

/** One turn as it was heard, and how it ended. */
export interface Heard {
  readonly progress: readonly Progress[];
  readonly result: TurnResult | null;
  readonly failure: ModelFailure | null;
}

/** The engine of the assistant by itself: it commits nothing. */
export interface Engine {
  readonly app: TestApp;
  readonly person: Person;
  readonly server: ModelServer;
  readonly ladder: Ladder;
  turn(options?: TurnOptions): Promise<Heard>;
  close(): Promise<void>;
}

export interface TurnOptions extends Partial<Pick<Turn, 'signal'>> {
  readonly said?: string;
  readonly role?: Role;
  readonly tell?: Tell;
}

/** The engine on the first board of somebody, with a model server of the test's own. */
export async function startEngine(config: Partial<ModelConfig> = {}): Promise<Engine> {
  const server = await startModelServer();
  const app = await testApp();
  const person = await app.user();
  const { boardId, id: actorId } = person;
  const ladder = createLadder();
  return {
    app,
    person,
    server,
    ladder,
    close: async () => {
      await app.close();
      await server.close();
    },
    async turn({ said = 'Go', role = 'editor', tell, signal } = {}) {
      const { services } = app;
      const { seq } = await person.caller.boards.get({ boardId });
      const base = await readStageBase(services, {
        boardId,
        membership: { boardId, role, seq },
        actorId,
        timeZone: 'UTC',
      });
      const progress: Progress[] = [];
      const turn = runTurn({
        config: { baseUrl: server.baseUrl, apiKey: 'sk-secret', model: 'test/model', ...config },
        ladder,
        base,
        messages: [{ role: 'user', content: said }],
        makeReadTools: (names) => createReadTools({ services, base, names }),
        signal,
        tell: (event) => {
          progress.push(event);
          tell?.(event);
        },
      });
      try {
        return { progress, result: await turn, failure: null };
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error;
        return { progress, result: null, failure: error };
      }
    },
  };
}

/** What a person sees in the end, of all that was told. */
export function standing(progress: readonly Progress[]): {
  readonly text: string;
  readonly operations: readonly Operation[];
  readonly sentences: readonly string[];
} {
  const last = progress.findLastIndex(({ kind }) => kind === 'asked' || kind === 'again');
  const counting = progress.slice(last + 1);
  const pending = counting.filter((event) => event.kind === 'pending');
  return {
    text: counting.map((event) => (event.kind === 'text' ? event.text : '')).join(''),
    operations: pending.map(({ operation }) => operation),
    sentences: pending.map(({ item }) => item.text),
  };
}
