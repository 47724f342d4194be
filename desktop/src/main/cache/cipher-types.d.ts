// The package's own declarations are not named in its exports; it is the same library with ciphers.
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3')
  export = Database
}
