// Imported first by every command of the house, and written so that an old Node can still read it.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Kề Vai cần Node 20.19 trở lên, máy này đang có ${process.versions.node} (Node 20.19 or newer is needed).`,
  )
  process.exit(1)
}
