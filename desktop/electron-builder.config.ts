import type { Configuration } from 'electron-builder'

const { DENTALANSWER_UPDATES_URL, DENTALANSWER_HOMEPAGE, APPLE_API_KEY, APPLE_ID } = process.env
const NATIVE = '**/node_modules/better-sqlite3-multiple-ciphers'

/** Every switch of Electron's own that would let another program run inside the app, or read beside it, is off. */
const fuses: Configuration['electronFuses'] = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: false,
}

/** The native module brings eight builds; a package keeps the one it can load. */
const onlyBuild = (names: string) => [`!${NATIVE}/prebuilds/!(${names}).node`]

/** How the desk becomes an installer. Signing and the place of updates come from the environment; without them it is built unsigned
 *  and never looks for updates. */
const config: Configuration = {
  appId: 'com.dentalanswer.desk',
  productName: 'DentalAnswer',
  copyright: 'DentalAnswer',
  directories: { output: 'release', buildResources: 'build-resources' },
  files: ['dist/**', 'package.json', `!${NATIVE}/{deps,src}/**`, '!**/node_modules/node-addon-api/**'],
  asar: true,
  asarUnpack: ['**/*.node'],
  // The native module speaks Node's stable interface, so its builds fit every Electron.
  npmRebuild: false,
  electronFuses: fuses,
  protocols: [{ name: 'DentalAnswer pairing link', schemes: ['dentalanswer'] }],
  publish: DENTALANSWER_UPDATES_URL ? [{ provider: 'generic', url: DENTALANSWER_UPDATES_URL }] : null,
  // A Debian package must name a page.
  extraMetadata: { homepage: DENTALANSWER_HOMEPAGE ?? 'https://dentalanswer.invalid' },
  mac: {
    target: ['dmg', 'zip'],
    icon: 'icons/app.icns',
    category: 'public.app-category.medical',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'build-resources/entitlements.mac.plist',
    entitlementsInherit: 'build-resources/entitlements.mac.plist',
    notarize: Boolean(APPLE_API_KEY || APPLE_ID),
    files: onlyBuild('darwin-*'),
  },
  win: { target: ['nsis'], icon: 'icons/app.ico', files: onlyBuild('win32-*') },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: false, deleteAppDataOnUninstall: false },
  linux: {
    target: ['AppImage', 'deb'],
    icon: 'icons/app.png',
    category: 'Office',
    synopsis: 'The front desk of DentalAnswer',
    maintainer: 'DentalAnswer',
    files: onlyBuild('linux-*'),
  },
}

export default config
