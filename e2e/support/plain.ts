import { boardOn, layOut } from './board.js';
import { chatOn } from './chat.js';
import { expect, test } from './fixtures.js';

export const LAYOUT = { Backlog: ['Login page', 'Login API'], Review: ['Payment filters'], Done: ['Ship it'] };

/** A page on a server without a model, with the panel open. */
export const plain = test.extend<{ plainly: Awaited<ReturnType<typeof open>> }>({
  plainly: async ({ launch, visit, isMobile }, use) => use(await open({ launch, visit, isMobile })),
});

type Fixtures = Parameters<Parameters<typeof test>[2]>[0];
async function open({ launch, visit, isMobile }: Pick<Fixtures, 'launch' | 'visit' | 'isMobile'>) {
  const { server, app } = await launch();
  const person = await app.user();
  await layOut(person, LAYOUT);
  const page = await visit(person, { server });
  const chat = chatOn(page, { isMobile });
  await expect(boardOn(page).card('Login API')).toBeVisible();
  await chat.open();
  return { page, chat, person };
}
