const { contextBridge, ipcRenderer } = require('electron')

globalThis.secretOfThePreload = 'hidden'
let kept = null

contextBridge.exposeInMainWorld('fixture', {
  version: 7,
  nested: { list: [1, 2, { deep: true }] },
  invoke: (channel, ...args) => ipcRenderer.invoke(channel, ...args),
  send: (channel, ...args) => ipcRenderer.send(channel, ...args),
  on: (channel, listener) => {
    const hear = (_event, ...args) => listener(...args)
    ipcRenderer.on(channel, hear)
    return () => ipcRenderer.off(channel, hear)
  },
  add: (one, other) => one + other,
  echo: (value) => value,
  fail: () => {
    throw Object.assign(new Error('refused'), { code: 'OWN' })
  },
  failLater: () => Promise.reject(new TypeError('refused later')),
  keep: (callback) => {
    kept = callback
  },
  callKept: (value) => kept(value),
  platform: process.platform,
  hasNode: typeof Buffer === 'function' && typeof require('electron') === 'undefined',
  requireFs: () => {
    // biome-ignore lint/style/useNodejsImportProtocol: the name a preload must not be given
    require('fs')
  },
  sendFunction: () => ipcRenderer.invoke('echo', () => 1),
})
