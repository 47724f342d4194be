import { resolve } from 'node:path'

/** Another place for the user's data, only where the app is not packaged. */
export function dataFolderIn(args: string[], isPackaged: boolean): string | null {
  const folder = isPackaged ? null : argument(args, '--user-data-dir')
  return folder ? resolve(folder) : null
}

/** A pairing named at the start, `--pair=<relay>,<code>`, only where the app is not packaged: it is for trying things out. */
export function pairingIn(args: string[], isPackaged: boolean): { address: string; code: string } | null {
  const [address, code] = (isPackaged ? null : argument(args, '--pair'))?.split(',') ?? []
  return address && code ? { address, code } : null
}

function argument(args: string[], name: string): string | null {
  return args.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) || null
}
