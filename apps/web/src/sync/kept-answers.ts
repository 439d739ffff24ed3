import type { AppRouter } from '@talkan/api/root';
import type { TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { createSignal } from '../ui/signal';
import { KEPT_LATER_MS, loadKept } from './offline';
import { troubleOf } from './trouble';

/** For a query that may be answered by what this browser kept, where the server does not answer. */
export const OR_KEPT = { trpc: { context: { orKept: true } } };

/** Whether something on this page is what the browser kept, and may be old. */
export const openedFromKept = createSignal(false);

/** A server that takes longer than this may be away. */
const PATIENCE_MS = 5000;
/** The board is kept as it changes, not as it was loaded. */
const KEPT: readonly string[] = ['auth.me', 'boards.list', 'members.people'];

/** Keeps what the page opens with, and answers with it while the server is away. */
export const keepAnswers: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    observable((observer) => {
      const { path, input } = op;
      let open = true;
      const answerFromKept = async (otherwise: () => void) => {
        const data = await loadKept()
          .then((kept) => kept.readAnswer(path, input))
          .catch(() => undefined);
        if (!open) return;
        if (data === undefined) return otherwise();
        open = false;
        openedFromKept.set(true);
        observer.next({ result: { data } });
        observer.complete();
      };
      const timer = op.context['orKept'] && setTimeout(() => void answerFromKept(() => {}), PATIENCE_MS);
      const call = next(op).subscribe({
        next(envelope) {
          clearTimeout(Number(timer));
          if (!open) return;
          if (KEPT.includes(path) && 'data' in envelope.result) keep(path, input, envelope.result.data);
          observer.next(envelope);
        },
        error(error) {
          clearTimeout(Number(timer));
          const { kind } = troubleOf(error);
          if (kind === 'signed-out' && path === 'auth.me') forget();
          if (kind === 'away' && op.context['orKept']) void answerFromKept(() => observer.error(error));
          else if (open) observer.error(error);
        },
        complete: () => open && observer.complete(),
      });
      return () => {
        open = false;
        clearTimeout(Number(timer));
        call.unsubscribe();
      };
    });

function keep(path: string, input: unknown, data: unknown): void {
  const write = () =>
    loadKept()
      .then(({ keepAnswer }) => keepAnswer(path, input, data))
      .catch(() => {});
  setTimeout(() => void write(), KEPT_LATER_MS);
}

function forget(): void {
  loadKept()
    .then(({ forgetAnswers }) => forgetAnswers())
    .catch(() => {});
}
