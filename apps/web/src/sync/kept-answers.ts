import type { AppRouter } from '@talkan/api/root';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { reportSignedOut, sessionEnded, signingOut } from '../auth/session';
import { createSignal } from '../ui/signal';
import { KEPT_LATER_MS, loadKept, offline } from './offline';
import { isSamePerson, type Person } from './same-person';
import { troubleOf } from './trouble';

/** For a query that may be answered by what this browser kept: at once while the page opens, and later where the server does not answer. */
export const OR_KEPT = { trpc: { context: { orKept: true } } };

/** Whether something on this page is what the browser kept, and the server has said nothing to it. */
export const openedFromKept = createSignal(false);

/** The server's answer to a query that was answered with what was kept. */
export interface LateAnswer {
  readonly path: string;
  readonly input: unknown;
  readonly data: unknown;
}

/** The last of them. */
export const lateAnswer = createSignal<LateAnswer | null>(null);

/** A server that takes longer than this may be away. */
const PATIENCE_MS = 5000;
/** The board is kept as it changes, not as it was loaded. */
const KEPT: readonly string[] = ['auth.me', 'boards.list', 'members.people'];

/** What was asked on this page: the first time the page opens with it. */
const asked = new Set<string>();
/** Who this page was opened for, before the server said. */
let openedFor: Person | undefined;

/** Keeps what the page opens with, and answers with it: before the server does, and while that is away. */
export const keepAnswers: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      const { path, input } = op;
      const orKept = op.context['orKept'] === true;
      let open = true;
      let isLate = false;

      const answerFromKept = async (otherwise: () => void = () => {}) => {
        const data = await offline.then(({ readAnswer }) => readAnswer(path, input)).catch(() => undefined);
        if (!open) return false;
        if (data === undefined) {
          otherwise();
          return false;
        }
        open = false;
        if (path === 'auth.me') openedFor = data as Person;
        observer.next({ result: { data } });
        observer.complete();
        return true;
      };
      const answerAway = (otherwise?: () => void) =>
        void answerFromKept(otherwise).then((isAnswered) => isAnswered && openedFromKept.set(true));

      if (orKept && isFirst(path, input)) {
        // Said before it is answered: whoever has an answer asks no further.
        isLate = true;
        void answerFromKept().then((isAnswered) => (isLate = isAnswered));
      }
      const timer = orKept ? setTimeout(answerAway, PATIENCE_MS) : undefined;
      const call = next(op).subscribe({
        next(envelope) {
          clearTimeout(timer);
          const data = 'data' in envelope.result ? envelope.result.data : undefined;
          if (path === 'auth.me' && openedFor && !isSamePerson(openedFor, data as Person)) return startAfresh();
          if (KEPT.includes(path)) keep(path, input, data);
          if (open) observer.next(envelope);
          else if (isLate) lateAnswer.set({ path, input, data });
        },
        error(error) {
          clearTimeout(timer);
          const { kind } = troubleOf(error);
          if (kind === 'signed-out' && path === 'auth.me') {
            openedFor = undefined;
            void forget();
          }
          if (open && kind === 'away' && orKept) answerAway(() => observer.error(error));
          else if (open) observer.error(error);
          else if (kind === 'signed-out') reportSignedOut();
          else if (isLate) openedFromKept.set(true);
        },
        complete: () => open && observer.complete(),
      });
      return () => {
        open = false;
        clearTimeout(timer);
        if (!isLate) call.unsubscribe();
      };
    });

function isFirst(path: string, input: unknown): boolean {
  const name = JSON.stringify([path, input]);
  const isNew = !asked.has(name);
  asked.add(name);
  return isNew;
}

function keep(path: string, input: unknown, data: unknown): void {
  const write = async () => {
    const { keepAnswer } = await loadKept();
    // Who has left since is not to be found here by the next one.
    if (!signingOut.get() && !sessionEnded.get()) keepAnswer(path, input, data);
  };
  setTimeout(() => void write().catch(() => {}), KEPT_LATER_MS);
}

function forget(): Promise<void> {
  return loadKept()
    .then(({ forgetAnswers }) => forgetAnswers())
    .catch(() => {});
}

/** What stands on this page is somebody else's, or of another past. What waits to be sent is kept, and sent by the next page of its person. */
function startAfresh(): void {
  void forget().then(() => location.reload());
}
