import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isReachable, readConfig, type Config } from './config.js';
import { projectRoot } from './config-schema.js';

function configOf(variables: Record<string, string>): Config {
  const result = readConfig(variables);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.config;
}

function problemsOf(variables: Record<string, string>): readonly string[] {
  const result = readConfig(variables);
  return result.ok ? [] : result.problems;
}

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(configOf({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseFile: path.join(projectRoot, 'data', 'talkan.db'),
      backupFolder: path.join(projectRoot, 'data', 'backups'),
      backups: true,
      publicUrl: null,
      proxies: 0,
      firstUser: null,
      allowDemoLogin: false,
      model: null,
      secret: null,
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(configOf({ HOST: '', PORT: ' ', AI_API_KEY: '', OPENROUTER_API_KEY: '', PUBLIC_URL: '' })).toEqual(
      configOf({}),
    );
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'not a host'],
    ['PUBLIC_URL', 'board.example.com'],
    ['PUBLIC_URL', 'ftp://board.example.com'],
    ['PUBLIC_URL', 'https://board.example.com/talkan'],
    ['PUBLIC_URL', 'https://me:secret@board.example.com'],
    ['TRUST_PROXY', 'perhaps'],
    ['ALLOW_DEMO_LOGIN', 'maybe'],
    ['BACKUPS', 'sometimes'],
    ['BACKUP_DIR', 'a\0b'],
    ['DATABASE_URL', 'postgres://localhost/talkan'],
    ['DATABASE_URL', 'data/talkan.db'],
    ['DATABASE_URL', 'file:data/talkan.db?mode=ro'],
    ['AI_BASE_URL', 'openrouter'],
    ['AI_BASE_URL', 'https://me:secret@openrouter.ai/api/v1'],
    ['AI_CONTEXT_TOKENS', '1000'],
    ['AI_CONTEXT_TOKENS', 'many'],
    ['TALKAN_SECRET', 'too short'],
    ['LOG_LEVEL', 'loud'],
  ])('names the variable where %s is %s', (variable, value) => {
    const problems = problemsOf({ [variable]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(variable);
    expect(problems[0]).toMatch(/\.$/);
  });

  it('tells all mistakes at once, without repeating what was written', () => {
    const problems = problemsOf({ PORT: 'abc', TALKAN_USER: 'ada', TALKAN_PASSWORD: 'hunter2' });
    expect(problems).toHaveLength(2);
    expect(problems.join(' ')).not.toContain('hunter2');
  });

  it('wants a first user’s name and password together', () => {
    expect(problemsOf({ TALKAN_USER: 'ada' })).toEqual([
      'TALKAN_USER is set, but TALKAN_PASSWORD is not: set both, or neither.',
    ]);
    expect(problemsOf({ TALKAN_PASSWORD: 'long enough' })[0]).toContain('TALKAN_USER');
    expect(configOf({ TALKAN_USER: 'ada', TALKAN_PASSWORD: 'long enough' }).firstUser).toEqual({
      username: 'ada',
      password: 'long enough',
    });
  });

  it('finds a relative database from the project’s root, wherever it was started', () => {
    expect(configOf({ DATABASE_URL: 'file:data/other.db' }).databaseFile).toBe(
      path.join(projectRoot, 'data', 'other.db'),
    );
    expect(configOf({ DATABASE_URL: 'file:/var/lib/talkan.db' }).databaseFile).toBe('/var/lib/talkan.db');
    expect(configOf({ DATABASE_URL: 'file:///var/lib/my%20board.db' }).databaseFile).toBe('/var/lib/my board.db');
  });

  it('finds the backups beside the database, or in the folder that is named', () => {
    expect(configOf({ DATABASE_URL: 'file:/var/lib/talkan.db' }).backupFolder).toBe('/var/lib/backups');
    expect(configOf({ BACKUP_DIR: 'copies' }).backupFolder).toBe(path.join(projectRoot, 'copies'));
    expect(configOf({ BACKUP_DIR: '/mnt/talkan', BACKUPS: '0' })).toMatchObject({
      backupFolder: '/mnt/talkan',
      backups: false,
    });
  });

  it('takes either name for the model’s key, and keeps it out of the logs', () => {
    const config = configOf({ OPENROUTER_API_KEY: 'sk-or-1' });
    expect(config.model).toEqual({
      apiKey: 'sk-or-1',
      baseUrl: 'https://openrouter.ai/api/v1',
      model: 'openai/gpt-oss-120b',
      contextTokens: 32_768,
    });
    expect(config.secrets).toContain('sk-or-1');
    expect(configOf({ OPENROUTER_API_KEY: 'one', AI_API_KEY: 'two' }).model?.apiKey).toBe('two');
  });

  it('takes an endpoint without a key, as those on one’s own machine are, and how much its model can hold', () => {
    const local = { baseUrl: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b' };
    expect(configOf({ AI_BASE_URL: local.baseUrl, AI_MODEL: local.model }).model).toEqual({ ...local, apiKey: '' });
    const wide = configOf({ AI_BASE_URL: local.baseUrl, AI_MODEL: local.model, AI_CONTEXT_TOKENS: '16384' });
    expect(wide.model).toMatchObject({ contextTokens: 16_384 });
    expect(configOf({ AI_MODEL: local.model }).model).toBeNull();
    expect(configOf({ AI_MODEL: local.model, AI_API_KEY: 'k' }).model).not.toHaveProperty('contextTokens');
  });

  it('takes the secret of what is encrypted, and keeps it out of the logs', () => {
    const secret = 's'.repeat(64);
    const config = configOf({ TALKAN_SECRET: secret });
    expect(config.secret).toBe(secret);
    expect(config.secrets).toEqual([secret]);
  });

  it('reads PUBLIC_URL as an origin and TRUST_PROXY as a number of proxies', () => {
    expect(configOf({ PUBLIC_URL: 'HTTPS://Board.Example.com:443/' }).publicUrl).toBe('https://board.example.com');
    expect(configOf({ TRUST_PROXY: 'true' }).proxies).toBe(1);
    expect(configOf({ TRUST_PROXY: '2' }).proxies).toBe(2);
  });

  it('knows when others could reach the server', () => {
    expect(isReachable(configOf({}))).toBe(false);
    expect(isReachable(configOf({ HOST: 'localhost' }))).toBe(false);
    expect(isReachable(configOf({ HOST: '[::1]' }))).toBe(false);
    expect(isReachable(configOf({ HOST: '0.0.0.0' }))).toBe(true);
    expect(isReachable(configOf({ HOST: '::' }))).toBe(true);
    expect(isReachable(configOf({ PUBLIC_URL: 'http://localhost:3000' }))).toBe(true);
  });
});
