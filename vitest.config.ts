import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// What holds of no process, file or clock runs in one module graph for all: most of its time would go into reading the same modules again.
const SHARED = ['packages/{board,words}/src/**/*.test.ts', 'apps/web/{src,worker}/**/*.test.{ts,tsx}'];

// Packages are read from their sources, so tests need no build.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'module', 'import', 'default'] } },
  test: {
    // Left to itself it keeps one processor free: on a machine of two it runs one file after the other, and many wait more than they work.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // Many times what an idle machine takes: others may be at work on it, and how quick something is, bench/ tells.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    projects: [
      { extends: true, test: { name: 'shared', include: SHARED, isolate: false } },
      {
        extends: true,
        test: {
          name: 'apart',
          include: ['packages/api/src/**/*.test.ts', 'apps/server/src/**/*.test.ts', 'bench/*/*.test.ts'],
        },
      },
    ],
  },
});
