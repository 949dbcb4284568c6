/** Builds the page from `client/` into `dist/`. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "client",
  plugins: [react()],
  // Two copies of yjs break `instanceof` (yjs/yjs#438).
  resolve: { dedupe: ["yjs", "lib0", "y-protocols"] },
  // The manifest says what each file needs: a test adds up what the first page waits for.
  build: { outDir: "../dist", emptyOutDir: true, sourcemap: true, manifest: true },
});
