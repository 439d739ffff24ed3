import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

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
    // Nothing outlives a test but what a module keeps for all: the files share one graph of modules. A third of their time would go into
    // reading the same ones again.
    isolate: false,
    include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,worker}/**/*.test.{ts,tsx}', 'bench/*/*.test.ts'],
  },
});
