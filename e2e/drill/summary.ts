import type { Operation } from '@talkan/board/operations';
import type { Evidence } from './check.ts';
import type { DrillOptions } from './drill.ts';
import type { Line } from './setting.ts';

/** What a drill came to. */
export interface Summary {
  readonly figures: Readonly<Record<string, number>>;
  /** What went wrong; nothing: all is well. */
  readonly faults: readonly string[];
}

interface Outcome {
  readonly options: DrillOptions;
  readonly evidence: Evidence;
  readonly faults: readonly string[];
  readonly lines: readonly Line[];
}

export function summarise({ options, evidence, faults, lines }: Outcome): Summary {
  const { ledger, records } = evidence;
  const { counts, refused, saved } = ledger;
  const sent = [...ledger.sent.values()];
  // An undo that is refused is told to whoever asked for it, and is no failure of the page’s.
  const undosRefused = sent.filter(({ refusal, body }) => refusal && 'undo' in body).length;
  const met = (fault: keyof Line['counts']) => lines.reduce((sum, line) => sum + line.counts[fault], 0);
  const logged = (type: Operation['type']) =>
    records.log.filter(({ operations }) => operations.some((operation) => operation.type === type)).length;
  const kinds = new Set(records.log.flatMap(({ operations }) => operations.map(({ type }) => type)));
  return {
    faults,
    figures: {
      'Server processes': options.processes,
      Clients: options.clients,
      'Watchers beside them': options.watchers,
      'Server restarts': options.restarts,
      'Changes committed': records.log.length,
      '… by so many kinds of operations': kinds.size,
      'Cards made': records.cards.length,
      'Comments written': records.comments.length,
      'Texts edited': logged('card.edit'),
      'Undone and redone': records.log.filter(({ undoes }) => undoes !== undefined).length,
      'Refused, with a reason': refused.length + undosRefused,
      '… as two texts for one, both shown': refused.filter(({ refusal }) => refusal.current).length,
      'Whole boards saved from stale copies': saved.length,
      '… and refused': counts.staleSaves,
      'Changes sent twice or more': sent.filter(({ attempts }) => attempts > 1).length + counts.repeats + met('repeat'),
      'Other changes under a used changeId, refused': counts.imposters,
      'Connections cut': met('cut') + met('break'),
      'Answers lost': met('lose'),
      'Answers of 502': met('bad-gateway'),
      'Requests delayed': met('delay'),
      'Offline spells': counts.offline,
      'Clients put to sleep': counts.sleeps,
      'Pages reloaded': counts.reloads,
      'Streams opened': counts.streams,
      'Changes told live, each once and in order': counts.delivered,
    },
  };
}
