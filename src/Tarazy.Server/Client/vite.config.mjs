import { defineConfig } from 'vite';

// One bundle an area, under names that never change: the pages name them, and the server answers with an ETag.
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: '../wwwroot/js',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: { workbench: 'src/workbench.ts', public: 'src/public.ts', verify: 'src/verify.ts' },
      // The check of receipts keeps its exports: tests run it against receipts that the log itself wrote.
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name].js' },
    },
  },
});
