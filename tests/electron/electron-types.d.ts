/// <reference path="../../desktop/node_modules/electron/electron.d.ts" />
