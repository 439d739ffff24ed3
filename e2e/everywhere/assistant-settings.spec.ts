import { callsTools, refuses, says, staysSilent } from '@talkan/api/chat/testing/replies';
import { expectAccessible } from '../support/accessibility.js';
import { OWNER, ownerOf, settingsOn } from '../support/assistant-settings.js';
import { expect, test } from '../support/fixtures.js';
import { paletteOn } from '../support/palette.js';
import { NO_ANSWER } from '../support/troubles.js';

test.use({ ahead: true });

const MOVES = callsTools([{ name: 'card_move', arguments: { cardId: 'k1', columnId: 'c2' } }]);
const KEY = 'sk-of-the-test-9876';

// Servers of one’s own end while a page of theirs still fetches what it may want later.
test.beforeEach(({ troubles }) => troubles.expect(NO_ANSWER));

test('an owner chooses a model, tries it, saves it, and its key is never seen again @desktop', async ({
  visit,
  home,
  launch,
}) => {
  const { server, app } = await launch(OWNER);
  const owner = await ownerOf(app);
  const page = await visit(owner, { server });
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Assistant settings' }).click();
  await expect(page).toHaveURL(/\/settings\/assistant$/u);
  await expect(page).toHaveTitle('Assistant settings · Talkan');
  const settings = settingsOn(page);
  await expect(settings.language).toContainText('No model is chosen yet');
  await expectAccessible(page, 'settings without a model');

  await settings.language.getByRole('button', { name: 'Ollama' }).click();
  await expect(settings.endpoint).toHaveValue('http://127.0.0.1:11434/v1');
  await settings.test.click();
  await expect(settings.model).toBeFocused();
  await expect(settings.model).toHaveAccessibleDescription(/Enter the model’s name/u);

  await settings.endpoint.fill(home.model.baseUrl);
  await settings.model.fill('test/model');
  await settings.key.fill(KEY);
  home.model.lists((response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ data: [{ id: 'test/model', context_length: 16_384 }] }));
  });
  home.model.script(MOVES, says('Done.'));
  await settings.test.click();
  await expect(settings.language).toContainText('It works: the model did what it was asked');
  await expect(settings.language).toContainText('by tools, the best way');
  await expectAccessible(page, 'settings with a model that was tried');
  await settings.language.getByRole('button', { name: 'Use 16,384 as its context window' }).click();
  await expect(settings.window).toHaveValue('16384');
  await settings.save.click();
  await expect(page.getByText(/^Saved\. From now on the assistant asks test\/model at 127\.0\.0\.1:/u)).toBeVisible();
  await expect(settings.key).toHaveValue('');
  await expect(settings.key).toHaveAccessibleDescription(
    'The key that is saved, ending in 9876, stays. Type to replace it.',
  );
  await page.reload();
  await expect(settings.endpoint).toHaveValue(home.model.baseUrl);
  await expect(settings.language).toContainText('Saved here, last by mira, today');
  await expect(settings.language).toContainText('It is asked by tools, the best way.');
  expect(await page.content()).not.toContain(KEY);
  expect((await owner.caller.auth.me()).assistant.ready).toBe(true);

  await settings.language.getByRole('button', { name: 'Remove the model' }).click();
  const asking = page.getByRole('dialog', { name: 'Remove the model?' });
  await expectAccessible(page, 'asking whether to remove the model');
  await asking.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(settings.language).toContainText('No model is chosen yet');
  await expect(settings.endpoint).toHaveValue('');
  expect(server.output()).not.toContain(KEY);
});

test('what is typed is kept over a reload, the key is not, and nothing is lost where the server is away @desktop', async ({
  visit,
  launch,
}) => {
  const { server, app } = await launch(OWNER);
  const page = await visit(await ownerOf(app), { server, path: '/settings/assistant' });
  const settings = settingsOn(page);
  await settings.endpoint.fill('http://127.0.0.1:8080/v1');
  await settings.model.fill('some model');
  await settings.key.fill(KEY);
  await settings.limits.getByRole('textbox', { name: 'One person' }).first().fill('7');
  await page.reload();
  await expect(settings.model).toHaveValue('some model');
  await expect(settings.key).toHaveValue('');
  await expect(settings.limits.getByRole('textbox', { name: 'One person' }).first()).toHaveValue('7');
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(KEY);

  await page.context().setOffline(true);
  await settings.save.click();
  await expect(settings.language.getByRole('alert')).toContainText('Talkan cannot be reached');
  await expect(settings.model).toHaveValue('some model');
  await page.context().setOffline(false);
  await settings.save.click();
  await expect(settings.language).toContainText('Saved here');
  await settings.limits.getByRole('button', { name: 'Save limits' }).click();
  await expect(page.getByText('Limits saved.')).toBeVisible();
  await expect(settings.limits.getByRole('button', { name: 'Discard changes' })).toBeHidden();
});

test('two owners do not overwrite each other unseen @desktop', async ({ visit, launch, troubles }) => {
  troubles.expect(/status of 409 .*assistant\.save/u);
  const { server, app } = await launch({ ...OWNER, AI_BASE_URL: 'http://127.0.0.1:9/v1', AI_MODEL: 'given' });
  const owner = await ownerOf(app);
  const page = await visit(owner, { server, path: '/settings/assistant' });
  const settings = settingsOn(page);
  await expect(settings.language).toContainText('The server’s environment names this model.');
  await settings.model.fill('mine');
  const theirs = {
    baseUrl: 'http://127.0.0.1:9/v1',
    model: 'theirs',
    contextTokens: null,
    key: { kind: 'none' },
  } as const;
  await owner.caller.assistant.save({ version: 0, model: theirs });
  await settings.save.click();
  await expect(settings.language.getByRole('alert')).toContainText('Somebody else has saved these settings');
  await expect(settings.model).toHaveValue('mine');
  await expect(settings.language).toContainText(
    'It wins over the server’s environment, which names given at 127.0.0.1:9.',
  );
  await settings.save.click();
  await expect(page.getByText('Saved. From now on the assistant asks mine')).toBeVisible();
});

test('a test of a model is given up by the key that began it, and what is wrong is said @desktop', async ({
  visit,
  home,
  launch,
}) => {
  const { server, app } = await launch(OWNER);
  const page = await visit(await ownerOf(app), { server, path: '/settings/assistant' });
  const settings = settingsOn(page);
  await settings.endpoint.fill(home.model.baseUrl);
  await settings.model.fill('test/model');
  home.model.clear();
  home.model.lists((response) => void response.writeHead(404).end());
  home.model.script(staysSilent);
  const asked = home.model.requests.length;
  await settings.test.press('Enter');
  await expect(settings.language.getByRole('status')).toContainText('60 seconds at most');
  await expect(settings.stop).toBeFocused();
  await expectAccessible(page, 'a model that is being tried');
  await expect.poll(() => home.model.requests.length).toBe(asked + 1);
  await page.keyboard.press('Enter');
  await home.model.requests[asked]?.gone;
  await expect(settings.test).toBeFocused();

  home.model.script(refuses(401, 'No such key'));
  await page.keyboard.press('Enter');
  await expect(settings.language).toContainText('The endpoint wants a key.');
  await expectAccessible(page, 'a model that cannot be asked');
  await settings.model.fill('another');
  await expect(settings.language).not.toContainText('The endpoint wants a key.');
});

test('who is no owner, or has the password of the documentation, is told so @desktop', async ({
  visit,
  person,
  launch,
}) => {
  const page = await visit(person, { path: '/settings/assistant' });
  await expect(page.getByRole('heading', { name: 'These settings are for owners of this Talkan' })).toBeVisible();
  await expectAccessible(page, 'settings for who is no owner');
  await page.getByRole('button', { name: 'Account' }).click();
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Assistant settings' })).toBeHidden();

  const { server, app } = await launch();
  const { token } = await app.anonymous.auth.login({ username: 'user', password: 'password' });
  const user = { ...person, token: token ?? '' };
  const theirs = await visit(user, { server, path: '/settings/assistant' });
  await expect(theirs.getByRole('heading', { name: 'Change your password first' })).toBeVisible();
  await theirs.getByRole('main').getByRole('button', { name: 'Change password' }).click();
  const dialog = theirs.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Current password').fill('password');
  await dialog.getByLabel('New password').fill('one of my own');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(settingsOn(theirs).endpoint).toBeVisible();
});

test('an owner names another one, and stops being one @phone', async ({ visit, launch, troubles }) => {
  troubles.expect(/status of 404 .*owners\.add/u);
  const { server, app } = await launch(OWNER);
  const page = await visit(await ownerOf(app), { server, path: '/settings/assistant' });
  const owners = page.getByRole('region', { name: 'Owners of this Talkan' });
  await expect(owners.getByRole('listitem')).toHaveText(['mira you']);
  const field = owners.getByRole('textbox', { name: 'User name' });
  await field.fill('nobody');
  await field.press('Enter');
  await expect(field).toHaveAccessibleDescription(/There is nobody with this user name/u);
  await expectAccessible(page, 'owners, with a mistake');
  await app.user('ann');
  await field.fill('ann');
  await field.press('Enter');
  await expect(owners.getByRole('listitem')).toHaveText(['mira you', 'ann']);
  await expect(field).toHaveValue('');
  await owners.getByRole('button', { name: 'Remove mira from the owners' }).click();
  await page.getByRole('dialog', { name: 'Stop being an owner?' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'These settings are for owners of this Talkan' })).toBeVisible();
});

test('the palette leads an owner to the settings', { tag: '@desktop' }, async ({ visit, launch }) => {
  const { server, app } = await launch(OWNER);
  const page = await visit(await ownerOf(app), { server });
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible();
  const palette = paletteOn(page);
  await page.keyboard.press('Control+k');
  await palette.field.fill('assistant settings');
  await expect(palette.chosen).toHaveText('Assistant settings');
  await palette.field.press('Enter');
  await expect(settingsOn(page).title).toBeVisible();
});
