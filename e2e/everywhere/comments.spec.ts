import { expectAccessible } from '../support/accessibility.js';
import { boardOn, expectDrawn } from '../support/board.js';
import { expect, test } from '../support/fixtures.js';
import { boxOf } from '../support/gestures.js';
import { commitAs, sayAs, talkOn } from '../support/talk.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const cardOf = ({ boardId }: { boardId: string }) => ({ path: `/b/${boardId}/RM-1` });

test('two people talk on a card: each sees at once what the other says, changes and deletes @desktop', async ({
  visit,
  person,
  home,
}) => {
  const mine = talkOn(await visit(person, cardOf(person)));
  await expect(mine.field).toBeVisible();
  // Whoever comes once the page stands there can be named, too.
  const guest = await home.app.member(person.boardId, 'commenter');
  const page = await visit(guest, cardOf(person));
  const theirs = talkOn(page);
  await mine.field.pressSequentially(`@${guest.username}`);
  await expect(mine.field).toHaveAttribute('aria-activedescendant', /./);
  await mine.say('Shall we **start**?');
  await expect(mine.field).toHaveValue('');
  const first = theirs.comment('Shall we start?');
  await expect(first).toContainText(person.username);
  await expect(first.locator('strong')).toHaveText('start');
  await theirs.say(`Yes, @${person.username}`);
  await expect(mine.comment('Yes,')).toContainText(guest.username);

  await theirs.choose(theirs.comment('Yes,'), 'Edit');
  await theirs.activity.getByRole('textbox', { name: 'Edit comment' }).fill('No, on Monday');
  await theirs.activity.getByRole('button', { name: 'Save' }).click();
  await expect(mine.comment('No, on Monday')).toContainText('edited');

  await theirs.choose(theirs.comment('No, on Monday'), 'Delete');
  await expect(mine.comment('No, on Monday')).toHaveCount(0);
  await boardOn(page).toasts.getByRole('button', { name: 'Undo' }).click();
  await expect(mine.comment('No, on Monday')).toBeVisible();
  await expect(theirs.comment('No, on Monday')).toBeVisible();
  // What is another’s can be read by a commenter, and deleted by an owner.
  await expect(theirs.comment('Shall we').getByRole('button', { name: /^Actions/ })).toHaveCount(0);
  await mine.choose(mine.comment('No, on Monday'), 'Delete');
  await expect(theirs.comments).toHaveCount(1);
});

test(
  'a commenter comments by keys alone, names somebody, and changes nothing else',
  { tag: '@desktop' },
  async ({ visit, person, home }) => {
    const guest = await home.app.member(person.boardId, 'commenter');
    const page = await visit(guest, cardOf(person));
    const talk = talkOn(page);
    await expect(boardOn(page).sheet.getByRole('textbox', { name: 'Title', exact: true })).toHaveCount(0);
    await talk.field.focus();
    // Somebody who has joined since is known as soon as they are there.
    const newcomer = await home.app.member(person.boardId, 'viewer');
    await visit(newcomer, cardOf(person));
    await page.keyboard.type(`@${newcomer.username.slice(0, -1)}`);
    await expect(talk.activity.getByRole('option', { name: newcomer.username })).toBeVisible();
    await talk.field.fill('');
    await page.keyboard.type(`For @${person.username.slice(0, 9)}`);
    await expect(talk.activity.getByRole('option', { name: person.username })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('to see');
    await page.keyboard.press('Control+Enter');
    await expect(talk.comment(`For @${person.username} to see`)).toBeVisible();
    await expect(talk.field).toBeFocused();
    await expectAccessible(page, 'card with a comment');

    await talk
      .comment('to see')
      .getByRole('button', { name: /^Actions for your comment/ })
      .focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(talk.activity.getByRole('textbox', { name: 'Edit comment' })).toBeFocused();
    await page.keyboard.type(', please');
    await expectAccessible(page, 'comment that is changed');
    await page.keyboard.press('Escape');
    await expect(talk.comment('What you changed is not saved.')).toBeVisible();
    await talk.activity.getByRole('button', { name: 'Go on' }).press('Enter');
    await expect(talk.activity.getByRole('textbox', { name: 'Edit comment' })).toHaveValue(/to see, please$/);
    await page.keyboard.press('Control+Enter');
    await expect(talk.comment('to see, please')).toContainText('edited');
  },
);

test('no letter is lost while the card is drawn anew all the time @desktop', async ({ visit, person }) => {
  const page = await visit(person, cardOf(person));
  const { field } = talkOn(page);
  await field.focus();
  // A file that is dragged over the card and out again, as fast as the page follows: something of it is always about to be drawn.
  await field.evaluate((element) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['Words'], 'words.txt'));
    const options = { dataTransfer, bubbles: true, cancelable: true };
    const { port1, port2 } = new MessageChannel();
    let isOver = false;
    port1.addEventListener('message', () => {
      isOver = !isOver;
      element.dispatchEvent(new DragEvent(isOver ? 'dragover' : 'dragleave', options));
      port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
  });
  const text = '@pe #1 '.repeat(8);
  await page.keyboard.type(text);
  await expect(field).toHaveValue(text);
});

test('a viewer reads along, and is told who could let them comment @phone', async ({ visit, person, home }) => {
  const guest = await home.app.member(person.boardId, 'viewer');
  await sayAs(person, 'Read this');
  const talk = talkOn(await visit(guest, cardOf(person)));
  await expect(talk.comment('Read this')).toBeVisible();
  await expect(talk.activity).toContainText('You may read this board. To comment, ask one of its owners');
  await expect(talk.field).toHaveCount(0);
  await expect(talk.comments.getByRole('button')).toHaveCount(0);
});

test('what is being written stays through Esc and a reload, and what was done stands between what was said @desktop', async ({
  visit,
  person,
}) => {
  await sayAs(person, 'Before');
  await commitAs(person, { type: 'card.move', cardId: 'card-1', columnId: 'col-done' });
  await sayAs(person, 'After');
  const page = await visit(person, cardOf(person));
  const talk = talkOn(page);
  const shown = talk.activity.getByRole('article');
  await expect(shown).toHaveText([/added to/, /Before/, /moved from “Backlog” to “Done”/, /After/]);
  await talk.activity.getByRole('button', { name: 'Comments', exact: true }).click();
  await expect(shown).toHaveText([/Before/, /After/]);
  await talk.field.fill('Half a thought');
  await page.keyboard.press('Escape');
  await expect(boardOn(page).sheet).toBeVisible();
  await page.reload();
  await expect(talk.field).toHaveValue('Half a thought');
  // What was said pushes the field down, and not out of sight: there may be more to say.
  await page.setViewportSize({ width: 1440, height: 560 });
  await talk.say('A whole one');
  await expect(talk.field).toBeInViewport({ ratio: 1 });
});

test('a comment is shown at once and saved when the network is back @phone', async ({ visit, person, troubles }) => {
  troubles.expect(NO_ANSWER);
  const page = await visit(person, cardOf(person));
  const talk = talkOn(page);
  await talk.say('With a network');
  await expect(talk.comment('With a network')).not.toContainText('Saving');
  await page.context().setOffline(true);
  await talk.say('Without a network');
  await expect(talk.comment('Without a network')).toContainText('Saving');
  await talk.choose(talk.comment('Without a network'), 'Edit');
  await talk.activity.getByRole('textbox', { name: 'Edit comment' }).fill('Still without a network');
  await talk.activity.getByRole('button', { name: 'Save' }).click();
  await expect(talk.comment('Still without a network')).toContainText('Saving');
  await page.context().setOffline(false);
  await expect(talk.comment('Still without a network')).not.toContainText('Saving', { timeout: 20_000 });
  const { comments } = await person.caller.comments.list({ boardId: person.boardId, cardId: 'card-1' });
  expect(comments.map(({ text }) => text)).toEqual(['With a network', 'Still without a network']);
});

test('of a comment that was changed in two windows both texts are shown, and neither is lost @desktop', async ({
  visit,
  person,
  troubles,
}) => {
  troubles.expect(/status of 409 .*\/trpc\/boards\.commit/);
  await sayAs(person, 'First', { commentId: 'one' });
  const page = await visit(person, { ...cardOf(person), live: false });
  const talk = talkOn(page);
  await talk.choose(talk.comment('First'), 'Edit');
  await talk.activity.getByRole('textbox', { name: 'Edit comment' }).fill('Mine');
  await commitAs(person, { type: 'comment.edit', cardId: 'card-1', commentId: 'one', text: 'Theirs' });
  await talk.activity.getByRole('button', { name: 'Save' }).click();
  const conflict = talk.activity.getByRole('alert');
  await expect(conflict).toContainText('This comment was changed in another window.');
  await expect(conflict.getByLabel('Yours')).toHaveText('Mine');
  await expect(conflict.getByLabel('What stands there now')).toHaveText('Theirs');
  await expectAccessible(page, 'two texts of a comment');
  await conflict.getByRole('button', { name: 'Keep mine' }).click();
  await expect(conflict).toHaveCount(0);
  await expect(talk.comment('Mine')).toBeVisible();
  await expect
    .poll(async () => (await person.caller.comments.list({ boardId: person.boardId, cardId: 'card-1' })).comments)
    .toMatchObject([{ text: 'Mine' }]);
});

test('a menu goes along with what it belongs to, and is gone when that is out of sight @desktop', async ({
  visit,
  person,
}) => {
  const details = Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n\n');
  await commitAs(person, { type: 'card.edit', cardId: 'card-1', details });
  await sayAs(person, 'Beside a menu');
  // There is room to scroll on either side of it.
  for (let later = 0; later < 15; later += 1) await sayAs(person, `Said later, ${later}`);
  const page = await visit(person, cardOf(person));
  const talk = talkOn(page);
  const button = talk.comment('Beside a menu').getByRole('button', { name: /^Actions for/ });
  await expectDrawn(boardOn(page));
  await expect(button).toBeAttached();
  await button.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await button.click();
  const menu = page.getByRole('menu').filter({ visible: true });
  const item = menu.getByRole('menuitem', { name: 'Edit' });
  // Below the button, or above it where there is more room.
  const gap = async () => {
    const [list, at] = [await boxOf(menu), await boxOf(button)];
    return Math.min(Math.abs(list.y - at.y - at.height), Math.abs(at.y - list.y - list.height));
  };
  await expect.poll(gap).toBeLessThan(8);
  const scroll = (by: number) =>
    button.evaluate((element, pixels) => {
      let frame = element.parentElement;
      while (frame && frame.scrollHeight <= frame.clientHeight) frame = frame.parentElement;
      frame?.scrollBy({ top: pixels, behavior: 'instant' });
    }, by);
  await scroll(-60);
  await expect.poll(gap).toBeLessThan(8);
  await expect(item).toBeVisible();
  await scroll(-5000);
  await expect(item).toBeHidden();
});

test('a comment that is refused stays there with its text, and can be sent again @desktop', async ({
  visit,
  person,
  home,
  troubles,
}) => {
  troubles.expect(/status of 403 .*\/trpc\//);
  const guest = await home.app.member(person.boardId, 'commenter');
  const page = await visit(guest, { ...cardOf(person), live: false });
  const talk = talkOn(page);
  await expect(talk.field).toBeVisible();
  await person.caller.members.setRole({ boardId: person.boardId, userId: guest.id, role: 'viewer' });
  await talk.say('Am I heard?');
  const refused = talk.comment('Am I heard?');
  await expect(refused.getByRole('alert')).toContainText('Not saved');
  await person.caller.members.setRole({ boardId: person.boardId, userId: guest.id, role: 'commenter' });
  await page.reload();
  await refused.getByRole('button', { name: 'Retry' }).click();
  await expect(refused.getByRole('alert')).toHaveCount(0);
  await expect
    .poll(async () => (await person.caller.comments.list({ boardId: person.boardId, cardId: 'card-1' })).comments)
    .toMatchObject([{ text: 'Am I heard?' }]);
});

test('hostile texts are shown as they are, and push nothing apart @phone', async ({ visit, person }) => {
  const texts = [
    '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>',
    'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(30),
    'שלום \u202Eevil\u202C مرحبا 👩‍👩‍👧‍👦🏳️‍🌈',
    `${'> '.repeat(500)}deep ${'[a]('.repeat(500)} ${'**'.repeat(500)}`,
    '[click](javascript:document.title=1) ![x](https://example.invalid/x.png)',
  ];
  for (const text of texts) await sayAs(person, text);
  const page = await visit(person, cardOf(person));
  const talk = talkOn(page);
  await expect(talk.comments).toHaveCount(texts.length);
  await expect(talk.comments.locator('img, script, a[href^="javascript"]')).toHaveCount(0);
  const { sheet } = boardOn(page);
  expect(await sheet.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(1);
  await expect(page).toHaveTitle('Product roadmap · Talkan');
});

test(
  'of hundreds of comments the last come at once and the others when they are asked for',
  { tag: '@desktop' },
  async ({ visit, person }) => {
    const ids = Array.from({ length: 250 }, (_, index) => String(index).padStart(3, '0'));
    await commitAs(
      person,
      ...ids.map((id) => {
        return { type: 'comment.create', cardId: 'card-1', commentId: `c${id}`, text: `Number ${id}` } as const;
      }),
    );
    const page = await visit(person, cardOf(person));
    const talk = talkOn(page);
    await expect(talk.comments).toHaveCount(20);
    await expect(talk.comments.last()).toContainText('Number 249');
    const earlier = talk.activity.getByRole('button', { name: 'Show earlier' });
    for (const count of [70, 120, 170, 220, 250]) {
      await earlier.click();
      await expect(talk.comments).toHaveCount(count);
    }
    await expect(talk.comments.first()).toContainText('Number 000');
    await talk.say('One more');
    await expect(talk.comment('One more')).toBeVisible();
  },
);
