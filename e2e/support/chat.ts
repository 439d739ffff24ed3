import { expect, type Locator, type Page } from '@playwright/test';
import type { ModelServer, Responder } from '@talkan/api/chat/testing/model-server';
import { callsTools, chunk, deltasOf, says, type WantedCall } from '@talkan/api/chat/testing/replies';

/** The assistant's panel, or its sheet on a phone. */
export interface ChatView {
  readonly panel: Locator;
  readonly field: Locator;
  readonly log: Locator;
  /** What was changed. */
  readonly receipt: Locator;
  /** What waits for a yes, or did. */
  readonly proposal: Locator;
  /** What is on its way. */
  readonly pending: Locator;
  /** The conversations, and how changes are made. */
  readonly drawer: Locator;
  /** What waits for the finger on a phone. */
  readonly dock: Locator;
  open: () => Promise<void>;
  ask: (text: string) => Promise<void>;
  /** Shows the conversations. */
  list: () => Promise<void>;
}

export function chatOn(page: Page, { isMobile }: { readonly isMobile: boolean | undefined }): ChatView {
  const panel = page.getByRole('complementary', { name: 'Assistant' });
  const field = panel.getByRole('textbox', { name: 'Message the assistant' });
  const dock = page.locator('#open-assistant');
  return {
    panel,
    field,
    dock,
    log: panel.getByRole('log', { name: 'Conversation' }),
    receipt: panel.locator('section').filter({ hasText: /\d changes? (?:at|undone)/ }),
    proposal: panel.locator('section').filter({ hasText: /proposed, nothing is done yet|Dismissed:|Proposed:/ }),
    pending: panel.getByRole('region', { name: 'Being prepared' }),
    drawer: panel.getByRole('region', { name: 'Conversations' }),
    open: async () => {
      if (isMobile) await dock.tap();
    },
    ask: async (text) => {
      await field.fill(text);
      // An answer is read before it is at its end.
      await expect(panel.getByRole('button', { name: 'Send' })).toBeEnabled();
      await field.press('Enter');
    },
    list: () => panel.getByRole('heading', { level: 2 }).getByRole('button').click(),
  };
}

/** One turn of a model that calls these tools and then says this. */
export function scriptTurn(model: ModelServer, calls: readonly WantedCall[], words = 'There you are.'): void {
  model.script(callsTools(calls), says(words));
}

/** A model that says this and calls these tools, and does not come to its end before `finish` is called. */
export function scriptSlowTurn(model: ModelServer, calls: readonly WantedCall[], words = ''): { finish: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const slow: Responder = async (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (piece: unknown) => response.write(`data: ${JSON.stringify(piece)}\n\n`);
    if (words !== '') send(chunk({ role: 'assistant', content: words }));
    for (const delta of deltasOf(calls, 'whole')) send(delta);
    await promise;
    send(chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'));
    response.end('data: [DONE]\n\n');
  };
  model.script(slow, ...(calls.length > 0 ? [says('There you are.')] : []));
  return { finish: resolve };
}
