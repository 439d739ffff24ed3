import type { Locator, Page } from '@playwright/test';
import { callsTools, says, type WantedCall } from '@talkan/api/chat/testing/replies';
import type { ModelServer } from '@talkan/api/chat/testing/model-server';

/** The assistant's panel, or its sheet on a phone. */
export interface ChatView {
  readonly panel: Locator;
  readonly field: Locator;
  readonly log: Locator;
  /** What was changed. */
  readonly receipt: Locator;
  /** What would have been. */
  readonly proposal: Locator;
  /** What waits for the finger on a phone. */
  readonly dock: Locator;
  open: () => Promise<void>;
  ask: (text: string) => Promise<void>;
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
    proposal: panel.locator('section').filter({ hasText: /Not made|Waits for your yes/ }),
    open: async () => {
      if (isMobile) await dock.tap();
    },
    ask: async (text) => {
      await field.fill(text);
      await field.press('Enter');
    },
  };
}

/** One turn of a model that calls these tools and then says this. */
export function scriptTurn(model: ModelServer, calls: readonly WantedCall[], words = 'There you are.'): void {
  model.script(callsTools(calls), says(words));
}
