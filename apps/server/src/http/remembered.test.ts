import { describe, expect, it } from 'vitest';
import { startTestServer } from '../testing.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServices } from '@talkan/api/context';
import { createRemembered } from './remembered.js';

describe('what is remembered', () => {
  it('is given again until the version changes', async () => {
    let version = 1;
    const remembered = createRemembered<string>({ version: () => version });
    expect(remembered.recall('ada')).toBeUndefined();
    await remembered.make('ada', () => Promise.resolve('board 1'));
    expect(remembered.recall('ada')).toBe('board 1');
    expect(remembered.recall('bob')).toBeUndefined();
    version = 2;
    expect(remembered.recall('ada')).toBeUndefined();
  });

  it('is not an answer that was made while something was written', async () => {
    let version = 1;
    const remembered = createRemembered<string>({ version: () => version });
    await remembered.make('ada', () => {
      version = 2;
      return Promise.resolve('of either');
    });
    expect(remembered.recall('ada')).toBeUndefined();
  });

  it('is nothing where the version is not known', async () => {
    const remembered = createRemembered<string>({ version: () => null });
    await remembered.make('ada', () => Promise.resolve('board'));
    expect(remembered.recall('ada')).toBeUndefined();
  });
});

describe('reading the first board again and again', () => {
  it('shows at once what this process and others have written, and who was signed out', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'talkan-remembered-'));
    const databaseUrl = `file:${path.join(folder, 'talkan.db')}`;
    const server = await startTestServer({ databaseUrl });
    const ada = await server.app.user('ada');
    const other = await createServices({ databaseUrl, firstUser: null });
    const read = () => fetch(`${server.url}/api/board`, { headers: { authorization: `Bearer ${ada.token}` } });
    const titleOf = async () => ((await (await read()).json()) as { columns: { title: string }[] }).columns[0]?.title;
    const rename = (title: string, changeId: string) =>
      ada.caller.boards.commit({
        boardId: ada.boardId,
        changeId,
        operations: [{ type: 'column.rename', columnId: 'col-backlog', title }],
      });
    expect([await titleOf(), await titleOf()]).toEqual(['Backlog', 'Backlog']);
    await rename('Ideas', 'c1');
    expect(await titleOf()).toBe('Ideas');
    // As another process would, by its own connections.
    await other.db.write.updateTable('boards').set({ title: 'Elsewhere' }).where('id', '=', ada.boardId).execute();
    await other.db.write.deleteFrom('sessions').execute();
    expect((await read()).status).toBe(401);
    await other.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
});
