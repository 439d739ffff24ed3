import { defineConfig } from 'vitest/config';

// Packages are read from their sources, so tests need no build.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'module', 'import', 'default'] } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,worker}/**/*.test.{ts,tsx}', 'bench/*/*.test.ts'],
    // Left to itself it keeps one processor free: on a machine of two it runs one file after the other, and many wait more than they work.
    maxWorkers: '100%',
  },
});
