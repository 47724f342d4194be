window.pageRan = true
window.seenAtStart = {
  fixture: typeof window.fixture,
  require: typeof window.require,
  process: typeof window.process,
  ipc: typeof window.ipcRenderer,
}
try {
  window.evaluated = new Function('return 1')()
} catch {
  window.evaluated = 'refused'
}
