import { useEffect, useMemo, useRef } from 'react';
import type { TurnActions } from './actions';
import type { PanelRefs } from './panel-focus';
import type { Talk } from './talk';

interface PanelActions extends PanelRefs {
  readonly isPhone: boolean;
  /** Puts a text into the field. */
  readonly onFill: (text: string) => void;
}

/** The same for as long as the panel stands: the turns are drawn again only where they are others. */
export function useActions(
  talk: Talk,
  { panel, field, isPhone, onFill }: PanelActions,
): TurnActions & { readonly stop: () => void } {
  const latest = useRef(onFill);
  useEffect(() => {
    latest.current = onFill;
  });
  return useMemo(() => {
    // The button that was pressed goes. On a phone the field would bring up the keyboard over what comes of it.
    const lookAtLog = () =>
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('[role="log"]')?.focus());
    const ask: Talk['ask'] = (asking) => {
      lookAtLog();
      return talk.ask(asking);
    };
    return {
      say: (text) => void ask({ text, pasted: null }),
      fill(text) {
        latest.current(text);
        field.current?.focus();
      },
      retry({ id, question: text, pasted, state }, isLast) {
        const isUnanswered = state === 'failed' || state === 'stopped';
        if (!isLast) return void ask({ text, pasted });
        void ask(isUnanswered ? { text, pasted, turnId: id } : { text, pasted, replaces: id });
      },
      stop() {
        talk.stop();
        if (isPhone) lookAtLog();
        else field.current?.focus();
      },
      resend: ({ id }, text, pasted) => void ask({ text, pasted, replaces: id }),
      async accept(yes) {
        const outcome = await talk.accept(yes);
        if (outcome.kind === 'done') lookAtLog();
        return outcome;
      },
      async dismiss(proposalId) {
        const why = await talk.dismiss(proposalId);
        if (why === null) lookAtLog();
        return why;
      },
    };
  }, [talk, panel, field, isPhone]);
}
