/** What one side tells and the other side takes in its own time. */
export interface EventQueue<Event> {
  readonly push: (event: Event) => void;
  /** After what was told before. */
  readonly end: () => void;
  readonly take: () => AsyncGenerator<Event>;
}

export function createEventQueue<Event>(): EventQueue<Event> {
  const waiting: Event[] = [];
  let ended = false;
  let wake = (): void => {};
  return {
    push(event) {
      waiting.push(event);
      wake();
    },
    end() {
      ended = true;
      wake();
    },
    async *take() {
      for (;;) {
        yield* waiting.splice(0);
        if (waiting.length > 0) continue;
        if (ended) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
