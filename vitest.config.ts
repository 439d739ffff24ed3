import { defineConfig } from 'vitest/config';

// Packages are read from their sources, so tests need no build.
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'import', 'default'] },
  ssr: { resolve: { conditions: ['source', 'module', 'import', 'default'] } },
  test: { include: ['packages/*/src/**/*.test.ts', 'apps/*/{src,worker}/**/*.test.{ts,tsx}'] },
});
