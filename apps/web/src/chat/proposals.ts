import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import type { Signal } from '../ui/signal';
import { sayAnswer } from './spoken-words';
import type { AcceptRequest, TalkOptions } from './talk-options';
import { isBusy, withProposal, withTurn, type TalkState } from './talk-state';

/** What somebody says yes to. */
export interface Yes {
  readonly proposalId: Id;
  /** What is left of it after leaving out and editing, and what that does as it was looked at; left out: all of it, as it was proposed. */
  readonly chosen?: { readonly operations: readonly Operation[]; readonly seen: string };
}

/** `changed`: the board has changed since, and it is to be looked at again. */
export type Outcome =
  | { readonly kind: 'done' | 'changed' | 'not now' }
  | { readonly kind: 'problem'; readonly message: string };

export interface Proposals {
  accept(yes: Yes): Promise<Outcome>;
  /** Resolves with the sentence that says why it was not dismissed. */
  dismiss(proposalId: Id): Promise<string | null>;
}

export function createProposals(state: Signal<TalkState>, options: TalkOptions): Proposals {
  const { server, newId, problemOf } = options;
  /** The same for each try to have the same done: it is done once. */
  const changeIds = new Map<string, Id>();
  const update = (change: (now: TalkState) => TalkState) => state.set(change(state.get()));

  function changeIdFor(yes: Yes): Id {
    const key = JSON.stringify(yes);
    const changeId = changeIds.get(key) ?? newId();
    changeIds.set(key, changeId);
    return changeId;
  }

  async function send(request: AcceptRequest): Promise<Outcome> {
    const unsaved = await options.saved(new AbortController().signal);
    if (unsaved !== null) return { kind: 'problem', message: unsaved };
    const { proposalId, changeId } = request;
    try {
      const accepted = await server.accept(request);
      if (accepted.kind === 'changed') {
        // What was chosen of it is decided anew here: the rest stays in sight.
        if (!request.chosen) update((now) => withProposal(now, proposalId, accepted.proposal));
        options.look();
        return { kind: 'changed' };
      }
      const { turn, seq, patches, items, message } = accepted;
      update((now) => (turn ? withTurn(now, turn) : withProposal(now, proposalId, { state: 'accepted' })));
      options.committed({ changeId, seq, patches, items });
      options.say(turn?.answer ? sayAnswer(turn.answer) : message);
      return { kind: 'done' };
    } catch (error) {
      // Without an answer of the server's the change may stand all the same.
      options.look();
      return { kind: 'problem', message: problemOf(error).message };
    }
  }

  return {
    async accept(yes) {
      if (isBusy(state.get())) return { kind: 'not now' };
      const { proposalId, chosen } = yes;
      update((now) => ({ ...now, accepting: proposalId }));
      try {
        const changeId = changeIdFor(yes);
        const whole = { proposalId, changeId };
        return await send(chosen ? { ...whole, chosen: { ...chosen, operations: [...chosen.operations] } } : whole);
      } finally {
        update((now) => ({ ...now, accepting: null }));
      }
    },
    async dismiss(proposalId) {
      try {
        await server.dismiss(proposalId);
        update((now) => withProposal(now, proposalId, { state: 'dismissed' }));
        options.say(t`Dismissed. Nothing was changed.`);
        return null;
      } catch (error) {
        return problemOf(error).message;
      }
    },
  };
}
