import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/**
 * Writes the service worker with the list of files of this build, so that the app opens without a network.
 * The worker itself stands in src/worker.js; only its list is filled in here.
 */
function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    generateBundle(_, bundle) {
      const files = ['/', '/app.webmanifest', '/icon.svg', ...Object.keys(bundle).map((name) => `/${name}`)]
      const shell = files.filter((name) => !/\.(html|map|woff)$/.test(name))
      const version = createHash('sha256')
        .update(Object.keys(bundle).sort().join('\n'))
        .digest('hex')
        .slice(0, 12)
      const source = readFileSync(fileURLToPath(new URL('./src/worker.js', import.meta.url)), 'utf8')
        .replace('__SHELL__', JSON.stringify(shell))
        .replace('__VERSION__', version)
      this.emitFile({ type: 'asset', fileName: 'worker.js', source })
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), offlineShell()],
  build: { target: 'es2022', sourcemap: false, outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0 },
})
