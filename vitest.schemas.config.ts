import { defineConfig } from 'vitest/config';

/** Checks against schemas that the platforms publish and that are not in the repository (SCHEMAS_DIR). */
export default defineConfig({ test: { include: ['test/ci/**/*.test.ts'] } });
