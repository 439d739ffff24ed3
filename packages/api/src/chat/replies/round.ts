import type { Completion, Hearing } from '../endpoint/completion.js';
import type { Outcome, Problem } from '../staging/outcome.js';
import { createPartialReply } from './partial-reply.js';
import type { ReadAnswer } from '../lookups/reads.js';
import { messageOf, parseArguments, parseReply, withoutReasoning, type Reply } from './reply.js';
import { MAX_OPERATIONS, mayChange } from '../staging/stage.js';
import type { Teller } from '../telling/teller.js';
import { wantedByCall, wantedByCalls, wantedByEntry, wantedByReply, type Wanted, type Wishing } from './wanted.js';

/** One answer of the model, tried on the draft while it is being written. */
export interface Round {
  readonly hearing: Hearing;
  /** The model is asked the same once more. */
  restart(): void;
  /** Carries out the whole answer. What was tried before stays if it is the same. */
  settle(completion: Completion): Promise<Settled>;
}

export interface Settled {
  /** The model's own words. */
  readonly said: string;
  /** Of each thing that was asked for. */
  readonly results: readonly Result[];
  readonly isUnreadable: boolean;
  /** Whether nothing at all was answered. */
  readonly isEmpty: boolean;
}

export type Result = Outcome | ReadAnswer;

export interface RoundParts extends Wishing {
  readonly teller: Teller;
  /** Whether an answer in JSON was asked for. */
  readonly usesJson: boolean;
}

interface Taken {
  readonly key: string;
  /** `null`: looked up when the answer is whole. */
  readonly outcome: Outcome | null;
}

/** Looks at arguments that seem whole and are not. Of a model that writes nothing but braces, nothing is shown before the end. */
const MAX_MISSES = 100;
/** Drafts of one answer that are shown. Whoever changes their mind more often is waited for. */
const MAX_DRAFTS = 20;
const ONLY_EDITORS: Problem = {
  kind: 'problem',
  text: 'Only editors may change this board; an owner of it can make somebody an editor.',
};

export function createRound(parts: RoundParts): Round {
  const { base, draft, reads, teller, usesJson } = parts;
  let taken: Taken[] = [];
  let drafts = 0;
  let misses = 0;
  let reply = listen();
  teller.begin();

  function listen() {
    return createPartialReply(
      {
        said: (piece) => {
          if (drafts < MAX_DRAFTS) teller.say(piece);
        },
        operation: (raw) => {
          if (drafts < MAX_DRAFTS && taken.length < MAX_OPERATIONS) take(wantedByEntry(raw, reads));
        },
        forget: () => {
          if (++drafts <= MAX_DRAFTS) takeBack();
        },
      },
      !usesJson,
    );
  }

  function take(wanted: Wanted): void {
    taken.push({ key: JSON.stringify(wanted), outcome: carryOut(wanted) });
  }

  function carryOut(wanted: Wanted): Outcome | null {
    switch (wanted.kind) {
      case 'operation': {
        if (!mayChange(base)) return ONLY_EDITORS;
        const outcome = draft.take(wanted);
        if (outcome.kind === 'staged') teller.pend(draft.stage());
        return outcome;
      }
      case 'read':
        return null;
      case 'nonsense':
      case 'unreadable':
        return wanted.problem;
    }
  }

  function takeBack(): void {
    draft.reset();
    taken = [];
    teller.again(draft.stage());
  }

  return {
    hearing: {
      text: (piece) => reply.push(piece),
      calls(calls) {
        for (const call of calls.slice(taken.length, MAX_OPERATIONS)) {
          // In their order: what one creates the next one names.
          if (misses > MAX_MISSES || !seemsWhole(call.arguments)) break;
          if (parseArguments(call.arguments) === null) {
            misses++;
            break;
          }
          take(wantedByCall(call, reads));
        }
      },
    },
    restart() {
      takeBack();
      reply = listen();
    },
    async settle({ text: raw, calls }) {
      const text = withoutReasoning(raw);
      const whole: Reply = calls.length > 0 ? { kind: 'prose', message: text } : parseReply(text);
      const said = messageOf(whole);
      const wanted = calls.length > 0 ? wantedByCalls(calls, reads) : wantedByReply(whole, parts);
      const isSame = taken.every(({ key }, position) => key === JSON.stringify(wanted[position]));
      if (!isSame || !teller.fits(said)) takeBack();
      for (const one of wanted.slice(taken.length)) take(one);
      teller.finish(said);
      return {
        said,
        results: await lookUp(wanted, calls.length > 0),
        isUnreadable: wanted.some(({ kind }) => kind === 'unreadable'),
        isEmpty: text === '' && calls.length === 0,
      };
    },
  };

  async function lookUp(wanted: readonly Wanted[], isCalls: boolean): Promise<Result[]> {
    const results: Result[] = [];
    // An answer in JSON with a mistake is asked for again as a whole, every call wants an answer of its own.
    const isWanted = isCalls || taken.every(({ outcome }) => outcome?.kind !== 'problem');
    for (const [position, one] of wanted.entries()) {
      const outcome = taken[position]?.outcome;
      if (outcome) results.push(outcome);
      else if (one.kind === 'read' && isWanted) {
        const answer = await reads.read(one);
        if (!answer.isRepeated) teller.look(answer.sentence);
        results.push(answer);
      }
    }
    return results;
  }
}

/** Whether arguments may all be there; an empty object may only hold the place of what follows. */
function seemsWhole(text: string): boolean {
  const trimmed = text.trim();
  return (trimmed.endsWith('}') || trimmed.endsWith('"')) && trimmed !== '{}';
}
