import type { Page } from '@playwright/test';
import { quantile } from '../../measure/statistics.ts';
import { rest } from '../hand.ts';
import type { Row } from '../rows.ts';
import { commitAs } from '../people.ts';
import type { Stage } from '../stage.ts';

/** Somebody else changes what is in view. */
export async function measureOthers(stage: Stage): Promise<readonly Row[]> {
  const changes = stage.options.quick ? 10 : 30;
  const page = await stage.openBoard();
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-lane="lane-2"] [data-card-id]')].map(
      (element) => element.dataset['cardId'] ?? '',
    ),
  );
  const delays: number[] = [];
  const frames: number[] = [];
  await stage.profiled(page, 'others', async () => {
    for (let change = 0; change < changes; change += 1) {
      const cardId = ids[change % 4] ?? '';
      const title = `Changed by another for the ${change + 1}. time`;
      await page.evaluate(() => window.benchRecorder.startFrames());
      const shown = untilShown(page, { cardId, title });
      const at = await commitAs(stage, stage.board.otherToken, [{ type: 'card.edit', cardId, title }]);
      delays.push((await shown) - at);
      frames.push(...(await page.evaluate(() => window.benchRecorder.stopFrames())));
      await rest(page, 120);
    }
  });
  await page.context().close();
  const row = { reference: null, unit: 'ms' } as const;
  return [
    {
      ...row,
      what: 'Another’s change, from their request to its frame here, p50',
      talkan: quantile(delays, 0.5),
      atMost: null,
    },
    { ...row, what: '… p95', talkan: quantile(delays, 0.95), atMost: 100 },
    { ...row, what: '… longest frame here meanwhile', talkan: Math.max(...frames), atMost: 50 },
  ];
}

/** When the title stands on the card, in milliseconds since 1970. */
function untilShown(page: Page, wanted: { readonly cardId: string; readonly title: string }): Promise<number> {
  return page.evaluate(
    ({ cardId, title }) =>
      new Promise<number>((resolve) => {
        const look = () => {
          const card = document.querySelector(`[data-lane] [data-card-id="${cardId}"]`);
          if (card?.textContent.includes(title)) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    wanted,
  );
}
