export type { Cache as DeskCache } from '../cache/open-cache.ts'
